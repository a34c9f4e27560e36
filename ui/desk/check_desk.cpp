#include "ui/desk/check_desk.h"

#include "app/run/record_limit.h"

#include <QFile>

#include <algorithm>

namespace rowlift::ui {

const Need *CheckDesk::Snapshot::unmet() const
{
    const auto found = std::ranges::find_if(needs, [](const Need &need) { return !need.isMet(); });
    return found == needs.end() ? nullptr : &*found;
}

qint64 CheckDesk::Snapshot::recordsDeleted() const
{
    const ProblemGroup *repeated = group(Rule::DeletedOnce);
    if (!repeated)
        return ready();
    return ready() - std::ranges::count_if(repeated->records, [this](qint64 record) {
               return !std::ranges::binary_search(result.problemRecords, record);
           });
}

const ProblemGroup *CheckDesk::Snapshot::group(Rule rule) const
{
    const auto found = std::ranges::find(result.groups, rule, &ProblemGroup::rule);
    return found == result.groups.end() ? nullptr : &*found;
}

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
    connect(&m_checking, &WorkBase::finished, this, &CheckDesk::takeCheck);
    connect(&m_lookingUp, &WorkBase::progressed, this, [this](qint64 rows) {
        m_snapshot.lookUp.rowsSoFar = rows;
        Q_EMIT changed();
    });
    connect(&m_lookingUp, &WorkBase::finished, this, &CheckDesk::takeLookUp);
    connect(&m_askingNeeds, &WorkBase::finished, this, [this] {
        if (m_snapshot.state != State::Checked || !m_askingNeeds.result())
            return; // what cannot be known holds nobody up
        m_snapshot.needs = *m_askingNeeds.result();
        Q_EMIT changed();
    });
    connect(&m_askingCost, &WorkBase::finished, this, [this] {
        if (m_snapshot.state == State::NotYet || !m_askingCost.result())
            return;
        m_snapshot.cost = *m_askingCost.result();
        Q_EMIT changed();
    });
    connect(&m_savingList, &WorkBase::finished, this, [this] {
        if (m_savingList.result())
            Q_EMIT listSaved(*m_savingList.result());
        else
            Q_EMIT listFailed(m_savingList.result().error());
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
        forgetResult();
        if (m_map.snapshot().byRows && m_map.complete())
            checkAgain(); // nobody has left this step
        else
            Q_EMIT changed();
    });
    connect(&place, &PlaceDesk::changed, this, &CheckDesk::takeWays);
}

CheckDesk::~CheckDesk()
{
    m_lookingUp.cancel();
    for (const QString &file : std::as_const(m_foundFiles))
        QFile::remove(file);
}

void CheckDesk::forgetResult()
{
    for (WorkBase *work : { static_cast<WorkBase *>(&m_checking), static_cast<WorkBase *>(&m_lookingBack),
                            static_cast<WorkBase *>(&m_lookingUp), static_cast<WorkBase *>(&m_askingNeeds),
                            static_cast<WorkBase *>(&m_askingCost) })
        work->cancel();
    m_askedRows = -1;
    const bool sendsUnfound = m_snapshot.sendsUnfound;
    m_snapshot = {};
    m_snapshot.sendsUnfound = sendsUnfound;
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
    forgetResult();
    m_checked = m_map.draft();
    m_found.clear();
    const Field *names = nameField();
    if (!names || names->name != m_names)
        dropNames();
    // What was looked up for a field holds as long as its values are the same; nobody is asked anew unasked.
    m_onlyKnown = !m_names.isEmpty();
    if (m_checked.target.looksUp() || m_onlyKnown)
        m_snapshot.lookUp = { .state = LookUp::State::NotYet, .ofNames = m_onlyKnown };
    startCheck();
}

/// What the rules see: with what was looked up, once that is there.
Draft CheckDesk::toCheck() const
{
    Draft draft = m_checked;
    draft.found = m_found;
    draft.several = m_several;
    const LookUp &lookUp = m_snapshot.lookUp;
    if (lookUp.ofNames && (lookUp.isUnderWay() || lookUp.state == LookUp::State::Done)) {
        draft.checkedField = m_names;
        draft.sendsUnfound = m_snapshot.sendsUnfound;
    }
    return draft;
}

void CheckDesk::startCheck()
{
    m_several = m_place.snapshot().ways.several;
    m_snapshot.state = State::Checking;
    m_snapshot.rowsSoFar = 0;
    const Draft wanted = toCheck();
    const Service *service = m_place.service();
    const qint64 most = service ? mostRecordBytes(*service, wanted.target) : 0;
    m_checking.start([draft = wanted, schema = m_map.snapshot().schema, most](const Progress &progress,
                                                                              std::stop_token stop) {
        return checkRows(draft, schema, progress, stop, most);
    });
    Q_EMIT changed();
}

void CheckDesk::takeCheck()
{
    const auto &result = m_checking.result();
    m_snapshot.state = result ? State::Checked : State::Failed;
    if (!result) {
        m_snapshot.error = result.error();
        Q_EMIT changed();
        return;
    }
    m_snapshot.result = *result;
    settleHowItIsSent();
    if (m_snapshot.lookUp.state == LookUp::State::NotYet) {
        lookUp();
        return;
    }
    Q_EMIT changed();
    lookForEarlierImport();
    askCost();
    m_map.takeCheck(m_checked, m_snapshot.result);
}

bool CheckDesk::complete() const
{
    return m_snapshot.state == State::Checked && !m_snapshot.lookUp.isOpen() && m_snapshot.ready() > 0
        && m_snapshot.result.missingFields.isEmpty() && m_snapshot.result.clashes.isEmpty();
}

Draft CheckDesk::draft() const
{
    Draft draft = m_snapshot.state == State::NotYet ? m_map.draft() : toCheck();
    m_place.addWays(draft, m_snapshot.ready());
    return draft;
}

} // namespace rowlift::ui
