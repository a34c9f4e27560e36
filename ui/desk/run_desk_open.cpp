#include "app/draft/rows.h"
#include "app/run/run_list.h"
#include "ui/desk/run_desk.h"

#include <algorithm>

// Runs that are opened: their results, those of one that is under way, one that runs elsewhere.

namespace rowlift::ui {

namespace {

/// Ascending.
Result<std::vector<qint64>> recordsOfPart(LedgerReader &reader, qint64 part)
{
    const auto members = reader.membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    std::vector<qint64> records = members->records;
    for (const PartMembers::Follower &follower : members->followers)
        records.push_back(follower.record);
    std::ranges::sort(records);
    return records;
}

/// Rows of parts of which nobody can tell whether they arrived have no outcome of their own.
Done addUnconfirmed(LedgerReader &reader, std::vector<qint64> &records)
{
    const auto parts = reader.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    for (const PartRecord &part : *parts) {
        if (part.state != PartState::Unconfirmed)
            continue;
        const auto own = recordsOfPart(reader, part.number);
        if (!own)
            return tl::unexpected(own.error());
        records.insert(records.end(), own->begin(), own->end());
    }
    return {};
}

/// Rows that no part has brought to an outcome: only the file tells which of its lines are rows.
Result<std::vector<qint64>> recordsWithout(LedgerReader &reader, const std::vector<Outcome> &outcomes,
                                           const std::stop_token &stop)
{
    constexpr qint64 atATime = 5'000;
    auto rows = Rows::open(reader.plan().draft);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<qint64> found;
    std::vector<RowOutcome> known;
    RowView row;
    for (;;) {
        const auto more = stop.stop_requested() ? tl::unexpected(cancelledError()) : rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return found;
        if (known.empty() || known.back().record < row.record) {
            auto next = reader.allOutcomes(row.record, row.record + atATime - 1);
            if (!next)
                return tl::unexpected(next.error());
            known = std::move(*next);
        }
        const Outcome outcome = known[static_cast<size_t>(row.record - known.front().record)].outcome;
        if (std::ranges::count(outcomes, outcome) > 0)
            found.push_back(row.record);
    }
}

/// Those that an index has, and parts of which nobody can tell.
Result<std::vector<qint64>> recordsOnRecord(LedgerReader &reader, const std::vector<Outcome> &outcomes,
                                            const QString &code, const QString &field)
{
    std::vector<qint64> all;
    for (const Outcome outcome : outcomes) {
        const auto some = reader.records(outcome, code, field);
        if (!some)
            return some;
        all.insert(all.end(), some->begin(), some->end());
    }
    if (std::ranges::count(outcomes, Outcome::Unknown) > 0 && code.isEmpty()) {
        if (const auto added = addUnconfirmed(reader, all); !added)
            return tl::unexpected(added.error());
    }
    std::ranges::sort(all);
    return all;
}

/// Those of \a records that the part speaks for; 0: all.
Result<std::vector<qint64>> ofPartOnly(LedgerReader &reader, const std::vector<qint64> &records, qint64 part)
{
    if (part == 0)
        return records;
    const auto own = recordsOfPart(reader, part);
    if (!own)
        return own;
    std::vector<qint64> ofPart;
    std::ranges::set_intersection(records, *own, std::back_inserter(ofPart));
    return ofPart;
}

} // namespace

void RunDesk::open(const QString &folder)
{
    if (running())
        return;
    begin(RunErrand::Show);
    m_folder = folder;
    m_opening.start(
        [folder, &services = m_bench.services](const Progress &, std::stop_token) -> Result<Opened> {
            Opened opened;
            if (runsNow(folder))
                opened.errand = RunErrand::Watch;
            auto reader = LedgerReader::open(folder);
            if (!reader)
                return tl::unexpected(reader.error());
            const auto end = (*reader)->end();
            if (!end)
                return tl::unexpected(end.error());
            if (*end != RunState::Interrupted)
                opened.errand = RunErrand::Show;
            else if (opened.errand != RunErrand::Watch)
                opened.errand = RunErrand::Ask;
            opened.about = aboutRun(folder, (*reader)->plan(), services);
            return opened;
        });
    Q_EMIT changed();
}

void RunDesk::show(const QString &folder)
{
    if (running())
        return;
    begin(RunErrand::Show);
    m_folder = folder;
    m_reading.start([folder, &services = m_bench.services](const Progress &, std::stop_token) {
        return readResults(folder, services);
    });
    Q_EMIT changed();
}

void RunDesk::leaveUnknown(const QString &folder)
{
    if (running())
        return;
    begin(RunErrand::Show);
    m_folder = folder;
    m_reading.start(
        [folder, &services = m_bench.services](const Progress &, std::stop_token) -> Result<Results> {
            auto ledger = Ledger::open(folder);
            if (!ledger)
                return tl::unexpected(ledger.error());
            if (const Done given = giveWordOnUnknown(**ledger, PartEvent::GivenUp); !given)
                return tl::unexpected(given.error());
            ledger->reset();
            return readResults(folder, services);
        });
    Q_EMIT changed();
}

void RunDesk::look(qint64 part)
{
    if (m_snapshot.stage != Stage::Running || !m_snapshot.about)
        return;
    m_snapshot.partLookedAt = part;
    m_reading.start([folder = m_snapshot.about->folder, &services = m_bench.services](
                        const Progress &, std::stop_token) { return readResults(folder, services); });
}

void RunDesk::lookAway()
{
    m_reading.cancel();
    m_snapshot.looking = false;
    Q_EMIT changed();
}

/// Results were read: of a run of the past, or of one that still runs.
void RunDesk::takeResults()
{
    const auto &results = m_reading.result();
    const bool live = m_snapshot.stage == Stage::Running;
    if (!results) {
        if (!live) {
            m_snapshot.stage = Stage::Failed;
            m_snapshot.error = results.error();
            m_snapshot.results.folder = m_folder;
        }
        Q_EMIT changed();
        return;
    }
    if (!live && m_snapshot.stage != Stage::Starting)
        return; // it has ended meanwhile, and says more than this
    const Results before = std::exchange(m_snapshot.results, *results);
    if (before.folder == m_snapshot.results.folder && before.fileLooked)
        keepFileFacts(before);
    m_snapshot.looking = live;
    if (!live)
        m_snapshot.stage = Stage::Ended;
    readRest();
    Q_EMIT changed();
    if (live)
        Q_EMIT looked();
    else
        Q_EMIT ended();
}

void RunDesk::keepFileFacts(const Results &before)
{
    Results &now = m_snapshot.results;
    now.fileLooked = before.fileLooked;
    now.fileThere = before.fileThere;
    now.marks = before.marks;
    now.records = before.records;
}

/// What takes longer with millions of rows.
void RunDesk::readRest()
{
    const Results &results = m_snapshot.results;
    if (!results.fileLooked) {
        Results asked;
        asked.plan = results.plan;
        m_lookingAtFile.start([asked](const Progress &, std::stop_token stop) -> Result<Results> {
            return lookAtFile(asked, stop);
        });
    }
    if (m_snapshot.stage == Stage::Ended) {
        m_counting.start([folder = results.folder, rows = results.plan.rows](
                             const Progress &, std::stop_token) { return countAgain(folder, rows); });
    }
}

void RunDesk::watch(const QString &folder)
{
    if (running())
        return;
    begin(RunErrand::Watch);
    m_folder = folder;
    lookAtIt();
    Q_EMIT changed();
}

void RunDesk::lookAtIt()
{
    m_watching.start([folder = m_folder, &services = m_bench.services,
                      withAbout = !m_snapshot.about](const Progress &, std::stop_token) {
        return lookAtRun(folder, services, withAbout);
    });
}

void RunDesk::takeWatched()
{
    const auto &seen = m_watching.result();
    if (m_snapshot.errand != RunErrand::Watch)
        return;
    if (!seen || !seen->elsewhere || seen->end != RunState::Interrupted) {
        show(m_folder); // its end, or that it can go on
        return;
    }
    if (seen->about)
        m_snapshot.about = seen->about;
    m_snapshot.stage = Stage::Running;
    if (m_snapshot.run != seen->run || m_snapshot.reasons.size() != seen->reasons.size()) {
        m_snapshot.run = seen->run;
        m_snapshot.reasons = seen->reasons;
        Q_EMIT changed();
    }
    m_nextLook.start();
}

void RunDesk::tryHeld()
{
    if (m_snapshot.stage != Stage::Held)
        return;
    const QString folder = m_folder;
    m_snapshot.errand == RunErrand::Ask ? ask(folder) : goOn(folder);
}

void RunDesk::letHeldBe()
{
    if (m_snapshot.stage != Stage::Held)
        return;
    m_snapshot.stage = Stage::Ended;
    readRest();
    Q_EMIT changed();
    Q_EMIT ended();
}

Result<std::vector<qint64>> RunDesk::recordsWith(const QString &folder, const std::vector<Outcome> &outcomes,
                                                 const QString &code, const QString &field, qint64 part,
                                                 const std::stop_token &stop)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const bool without = std::ranges::any_of(
        outcomes, [](Outcome outcome) { return outcome == Outcome::NotSent || outcome == Outcome::Waiting; });
    const auto all = without ? recordsWithout(**reader, outcomes, stop)
                             : recordsOnRecord(**reader, outcomes, code, field);
    return all ? ofPartOnly(**reader, *all, part) : all;
}

Result<std::vector<qint64>> RunDesk::recordsWarned(const QString &folder, qint64 part)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto reasons = (*reader)->reasons();
    if (!reasons)
        return tl::unexpected(reasons.error());
    std::vector<qint64> all;
    for (const ReasonGroup &group : *reasons) {
        if (!isWarning(group))
            continue;
        const auto some = (*reader)->records(group.outcome, group.code, group.field);
        if (!some)
            return some;
        all.insert(all.end(), some->begin(), some->end());
    }
    std::ranges::sort(all);
    return ofPartOnly(**reader, all, part);
}

} // namespace rowlift::ui
