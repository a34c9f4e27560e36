#include "app/check/unfound_values.h"
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
        if (m_snapshot.lookUp.ofNames)
            dropNames();
        else
            m_snapshot.lookUp.state = LookUp::State::Stopped;
        Q_EMIT changed();
        return;
    }
    const QString folder = m_bench.folders.drafts();
    Draft wanted = toCheck();
    wanted.found.clear();
    const QString path = folder + u"/found-%1"_s.arg(QUuid::createUuid().toString(QUuid::Id128));
    m_snapshot.lookUp.state = LookUp::State::Running;
    m_snapshot.lookUp.rowsSoFar = 0;
    m_lookingUp.start(
        [session, folder, path, before = m_known, onlyKnown = m_onlyKnown, draft = wanted,
         schema = m_map.snapshot().schema, hash = m_snapshot.result.contentHash,
         &clock = m_bench.clock](const Progress &progress, std::stop_token stop) -> Result<LookedUp> {
            Draft known = draft;
            known.found = before;
            if (!before.isEmpty()) {
                const auto found = FoundIds::open(known, schema);
                if (found && found->contentHash() == hash && found->verify(stop))
                    return LookedUp { .path = before, .sum = found->sum() };
            }
            if (onlyKnown)
                return tl::unexpected(cancelledError());
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
        const bool ofNames = m_snapshot.lookUp.ofNames;
        if (ofNames)
            dropNames();
        if (!m_onlyKnown)
            m_snapshot.lookUp
                = { .state = LookUp::State::Failed, .error = looked.error(), .ofNames = ofNames };
        settleWithoutLookUp();
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
    if (m_snapshot.lookUp.ofNames)
        dropNames(); // it is only offered
    else
        m_snapshot.lookUp.state = LookUp::State::Stopped;
    settleWithoutLookUp();
}

/// The rows are as they were checked; what they are sent for is not known, or not asked.
void CheckDesk::settleWithoutLookUp()
{
    settleHowItIsSent();
    Q_EMIT changed();
    if (m_snapshot.lookUp.isOpen())
        return;
    lookForEarlierImport();
    askCost();
    m_map.takeCheck(m_checked, m_snapshot.result);
}

void CheckDesk::dropNames()
{
    m_names.clear();
    m_snapshot.lookUp = {};
    m_snapshot.sendsUnfound = false;
}

const Field *CheckDesk::nameField() const
{
    const auto &map = m_map.snapshot();
    if (!map.ready || map.target.looksUp())
        return nullptr;
    const QStringList mapped = map.mapping.fields();
    const auto found = std::ranges::find_if(map.schema.fields, [&mapped](const Field &field) {
        return field.searchable && !field.referenceTo.isEmpty() && !field.question.isEmpty()
            && mapped.contains(field.name);
    });
    return found == map.schema.fields.end() ? nullptr : &*found;
}

void CheckDesk::lookUpNames()
{
    const Field *field = nameField();
    if (!field || m_snapshot.state != State::Checked || m_snapshot.lookUp.isUnderWay())
        return;
    m_names = field->name;
    m_onlyKnown = false;
    m_known.clear();
    m_snapshot.sendsUnfound = false;
    m_snapshot.lookUp = { .state = LookUp::State::NotYet, .ofNames = true };
    lookUp();
}

void CheckDesk::setSendsUnfound(bool sends)
{
    const LookUp &lookUp = m_snapshot.lookUp;
    if (m_snapshot.state != State::Checked || !lookUp.ofNames || lookUp.state != LookUp::State::Done
        || m_snapshot.sendsUnfound == sends)
        return;
    m_snapshot.sendsUnfound = sends;
    startCheck();
}

/// What it would take to look up the records that rows name: each value is asked for once.
void CheckDesk::askCost()
{
    const Field *field = nameField();
    const auto session = m_place.session();
    if (!field || !session || m_snapshot.cost)
        return;
    Draft asked = toCheck();
    asked.checkedField = field->name;
    m_askingCost.start([session, asked, schema = m_map.snapshot().schema](
                           const Progress &progress, std::stop_token stop) -> Result<LookUpCost> {
        const auto values = valuesToLookUp(asked, schema, progress, stop);
        if (!values)
            return tl::unexpected(values.error());
        LookUpCost cost { .values = *values, .calls = session->callsToFind(*values), .left = {} };
        if (const auto gauges = session->gauges(stop); gauges && !gauges->empty())
            cost.left = gauges->front();
        return cost;
    });
}

void CheckDesk::lookUpAgain()
{
    const auto state = m_snapshot.lookUp.state;
    if (m_snapshot.lookUp.ofNames)
        lookUpNames();
    else if (m_snapshot.state == State::Checked
             && (state == LookUp::State::Failed || state == LookUp::State::Stopped))
        lookUp();
}

/// How it is sent changes no row; whether one of several records is taken does.
void CheckDesk::takeWays()
{
    if (m_snapshot.state != State::Checked)
        return;
    if (m_snapshot.lookUp.state == LookUp::State::Done && !m_snapshot.lookUp.ofNames
        && m_several != m_place.snapshot().ways.several) {
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
    if (m_snapshot.lookUp.ofNames) {
        m_savingList.start([draft = toCheck(), schema = m_map.snapshot().schema, check = m_snapshot.result,
                            path](const Progress &, std::stop_token stop) -> Result<SavedReport> {
            const auto values = saveUnfound(draft, schema, check, path, stop);
            if (!values)
                return tl::unexpected(values.error());
            return SavedReport { .path = path, .rows = *values };
        });
        return;
    }
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
