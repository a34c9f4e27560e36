#include "ui/desk/check_desk.h"

namespace rowlift::ui {

CheckDesk::CheckDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, MapDesk &map, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_file(file)
    , m_place(place)
    , m_map(map)
{
    connect(&m_checking, &WorkBase::progressed, this, [this](qint64 rows) {
        m_snapshot.rowsSoFar = rows;
        Q_EMIT changed();
    });
    connect(&m_checking, &WorkBase::finished, this, [this] {
        const auto &result = m_checking.result();
        m_snapshot.state = result ? State::Checked : State::Failed;
        if (result)
            m_snapshot.result = *result;
        else
            m_snapshot.error = result.error();
        Q_EMIT changed();
        if (m_snapshot.state != State::Checked)
            return;
        lookForEarlierImport();
        m_map.takeCheck(m_checked, m_snapshot.result);
    });
    connect(&m_lookingBack, &WorkBase::finished, this, [this] {
        const auto &found = m_lookingBack.result();
        if (m_snapshot.state != State::Checked || !found || m_snapshot.earlier == *found)
            return;
        m_snapshot.earlier = *found;
        Q_EMIT changed();
    });
    connect(&map, &MapDesk::changed, this, [this] {
        if (m_snapshot.state == State::NotYet || m_map.draft() == m_checked)
            return;
        m_checking.cancel();
        m_lookingBack.cancel();
        m_snapshot = {};
        if (m_map.snapshot().byRows && m_map.complete())
            checkAgain(); // nobody has left this step
        else
            Q_EMIT changed();
    });
}

void CheckDesk::check()
{
    const bool known = m_snapshot.state == State::Checking || m_snapshot.state == State::Checked;
    if (!m_map.complete())
        return;
    if (!known || m_map.draft() != m_checked)
        checkAgain();
    else if (m_snapshot.state == State::Checked)
        lookForEarlierImport(); // there may be one more than before
}

void CheckDesk::lookForEarlierImport()
{
    m_lookingBack.start([runs = m_bench.folders.runs(), draft = m_checked,
                         account = m_place.snapshot().account, hash = m_snapshot.result.contentHash](
                            const Progress &, std::stop_token stop) -> Result<std::optional<EarlierImport>> {
        return importedBefore(runs, draft, account, hash, stop);
    });
}

void CheckDesk::checkAgain()
{
    m_checked = m_map.draft();
    m_lookingBack.cancel();
    m_snapshot = {};
    m_snapshot.state = State::Checking;
    m_checking.start([draft = m_checked, schema = m_map.snapshot().schema](const Progress &progress,
                                                                           std::stop_token stop) {
        return checkRows(draft, schema, progress, stop);
    });
    Q_EMIT changed();
}

bool CheckDesk::complete() const
{
    return m_snapshot.state == State::Checked && m_snapshot.ready() > 0
        && m_snapshot.result.missingFields.isEmpty();
}

} // namespace rowlift::ui
