#include "app/report/problem_report.h"
#include "app/run/record_lookup.h"
#include "app/run/run_start.h"
#include "ui/desk/check_desk.h"

#include <QDir>
#include <QUuid>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

/// What was found before holds for as long as the same values of the same rows are looked up; the file itself
/// knows that.
void CheckDesk::lookUp()
{
    const auto session = m_place.session();
    if (!session) { // signed out meanwhile
        m_snapshot.lookUp.state = LookUp::State::Stopped;
        Q_EMIT changed();
        return;
    }
    const QString folder = m_bench.folders.drafts();
    const QString path = folder + u"/found-%1"_s.arg(QUuid::createUuid().toString(QUuid::Id128));
    m_snapshot.lookUp.state = LookUp::State::Running;
    m_snapshot.lookUp.rowsSoFar = 0;
    m_lookingUp.start(
        [session, folder, path, before = m_known, draft = m_checked, schema = m_map.snapshot().schema,
         hash = m_snapshot.result.contentHash,
         &clock = m_bench.clock](const Progress &progress, std::stop_token stop) -> Result<LookedUp> {
            Draft known = draft;
            known.found = before;
            if (!before.isEmpty()) {
                const auto found = FoundIds::open(known, schema);
                if (found && found->contentHash() == hash && found->verify(stop))
                    return LookedUp { .path = before, .sum = found->sum() };
            }
            makeOwnFolder(folder); // if it cannot be made, writing says so
            const auto sum = lookUpRecords(draft, schema, *session, clock, path, progress, stop);
            if (!sum)
                return tl::unexpected(sum.error());
            return LookedUp { .path = path, .sum = *sum };
        });
    m_foundFiles << path;
    Q_EMIT changed();
}

void CheckDesk::takeLookUp()
{
    const auto &looked = m_lookingUp.result();
    if (!looked) {
        m_snapshot.lookUp.state = LookUp::State::Failed;
        m_snapshot.lookUp.error = looked.error();
        Q_EMIT changed();
        return;
    }
    m_snapshot.lookUp.state = LookUp::State::Done;
    m_snapshot.lookUp.sum = looked->sum;
    m_found = looked->path;
    m_known = m_found;
    startCheck();
}

void CheckDesk::stopLookUp()
{
    if (m_snapshot.lookUp.state != LookUp::State::Running)
        return;
    m_lookingUp.cancel();
    m_snapshot.lookUp.state = LookUp::State::Stopped;
    Q_EMIT changed();
}

void CheckDesk::lookUpAgain()
{
    const auto state = m_snapshot.lookUp.state;
    if (m_snapshot.state == State::Checked
        && (state == LookUp::State::Failed || state == LookUp::State::Stopped))
        lookUp();
}

/// How it is sent changes no row; whether one of several records is taken does.
void CheckDesk::takeWays()
{
    if (m_snapshot.state != State::Checked)
        return;
    if (m_snapshot.lookUp.state == LookUp::State::Done && m_several != m_place.snapshot().ways.several) {
        startCheck();
        return;
    }
    settleHowItIsSent();
    Q_EMIT changed();
}

/// The way of loading for what is ready, and what that takes of the account's limits.
void CheckDesk::settleHowItIsSent()
{
    const qint64 rows = m_snapshot.ready();
    m_snapshot.kind = m_place.kindFor(rows);
    if (m_snapshot.lookUp.isOpen())
        return; // how many rows are sent is not known yet
    const Draft asked = draft();
    if (m_asked == asked && m_askedRows == rows)
        return;
    m_asked = asked;
    m_askedRows = rows;
    m_snapshot.needs.clear();
    m_askingNeeds.cancel();
    if (rows == 0 || !m_snapshot.kind || !m_place.session())
        return;
    m_askingNeeds.start(
        [session = m_place.session(),
         size = sizeOf(asked, m_map.snapshot().schema, *m_snapshot.kind, rows, m_snapshot.result.rows)](
            const Progress &, std::stop_token stop) { return session->needs(size, stop); });
}

void CheckDesk::saveNotFound(const QString &path)
{
    CheckResult left = m_snapshot.result;
    std::erase_if(left.groups, [](const ProblemGroup &group) {
        return group.severity != Severity::Problem
            || (group.rule != Rule::NotFound && group.rule != Rule::SeveralFound);
    });
    m_savingList.start([draft = toCheck(), schema = m_map.snapshot().schema, left,
                        path](const Progress &, std::stop_token stop) {
        return saveProblemReport(draft, schema, left, path, stop);
    });
}

} // namespace rowlift::ui
