#include "ui/desk/run_results.h"

#include "app/draft/source_file.h"
#include "app/run/run_list.h"

#include <QDir>

#include <algorithm>
#include <set>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// A glance at one row tells it of its group; in a larger one, finding that row takes too long.
constexpr qint64 mostRowsForTries = 100'000;

/// How often the rows of \a group were tried, by its first one.
int triesOf(LedgerReader &reader, const ReasonGroup &group)
{
    if (group.outcome != Outcome::Failed || group.rows > mostRowsForTries)
        return 0;
    const auto records = reader.records(group.outcome, group.code, group.field);
    if (!records || records->empty())
        return 0;
    const auto before = reader.history(records->front());
    return before ? static_cast<int>(before->size()) + 1 : 0;
}

/// What takes more than one try is asked only where there was more than one.
std::vector<int> triesOf(LedgerReader &reader, const RunResults &results)
{
    std::vector<int> tries(results.reasons.size(), 0);
    if (results.attempts.size() > 1)
        std::ranges::transform(results.reasons, tries.begin(),
                               [&reader](const ReasonGroup &group) { return triesOf(reader, group); });
    return tries;
}

/// Where the copies of a run are, if it has any.
QString copiesIn(const QString &folder)
{
    const QDir copies(folder + u"/before"_s);
    return copies.entryList({ u"part-*.jsonl"_s }, QDir::Files).isEmpty() ? QString() : copies.path();
}

Schema schemaOf(const RunPlan &plan, const Services &services)
{
    const Service *service = serviceById(services, plan.account.service);
    auto schema = service ? schemaFor(*service, plan.describe, plan.draft.target, plan.draft.mapping)
                          : Result<Schema>();
    return schema ? std::move(*schema) : Schema();
}

} // namespace

bool isWarning(const ReasonGroup &group)
{
    return group.outcome == Outcome::Added || group.outcome == Outcome::Updated
        || group.outcome == Outcome::Deleted || group.outcome == Outcome::In;
}

std::optional<JobKind> kindOf(const RunPlan &plan, const Services &services)
{
    const Service *service = serviceById(services, plan.account.service);
    const auto kinds = service ? service->jobKinds() : std::vector<JobKind>();
    const auto kind = std::ranges::find(kinds, plan.kind, &JobKind::id);
    return kind == kinds.end() ? std::nullopt
                               : std::optional(service->kindFor(*kind, plan.draft.target.sent()));
}

PartLine partLine(const PartRecord &part)
{
    return { .number = part.number,
             .state = part.state,
             .rows = part.rows,
             .bytes = part.bytes,
             .sentBytes = 0,
             .processed = 0,
             .failed = part.failedRows,
             .untouched = part.untouchedRows,
             .message = part.message };
}

qint64 RunResults::unsent() const
{
    return tally.of(Outcome::NotSent) + tally.of(Outcome::NotProcessed);
}

std::vector<qint64> RunResults::unconfirmed() const
{
    std::vector<qint64> numbers;
    for (const PartRecord &part : parts) {
        if (part.state == PartState::Unconfirmed)
            numbers.push_back(part.number);
    }
    return numbers;
}

qint64 RunResults::sentTwice() const
{
    qint64 rows = 0;
    for (const PartRecord &part : parts)
        rows += part.sentTwice ? part.rows : 0;
    return rows;
}

RefusedCalls RunResults::refusedCalls() const
{
    RefusedCalls calls;
    if (!kind || !kind->allOrNothing)
        return calls;
    for (const PartRecord &part : parts) {
        const bool settled = part.state == PartState::Settled;
        const qint64 failed = settled ? part.failedRows : 0;
        calls.refused += failed;
        if (part.refusals == 0)
            continue;
        calls.again += part.rows - failed;
        calls.in += settled ? part.rows - failed - part.untouchedRows : 0;
    }
    return calls;
}

QStringList RunResults::differences() const
{
    QStringList sentences;
    const bool names
        = kind && (kind->naming == ResultNaming::Exceptions || kind->naming == ResultNaming::Keys);
    if (!names)
        return sentences; // elsewhere such words are about a part as a whole
    for (const PartRecord &part : parts) {
        if (part.state == PartState::Settled && !part.message.isEmpty())
            sentences << part.message;
    }
    return sentences;
}

bool RunResults::canSendSome() const
{
    return (end == RunState::Finished || end == RunState::Stopped) && tally.of(Outcome::NotSent) == 0
        && tally.of(Outcome::Waiting) == 0;
}

std::shared_ptr<const RunAbout> aboutRun(const QString &folder, const RunPlan &plan, const Services &services)
{
    return std::make_shared<const RunAbout>(
        RunAbout { .folder = folder, .plan = plan, .schema = schemaOf(plan, services) });
}

Result<RunResults> readResults(const QString &folder, const Services &services)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    RunResults results;
    results.folder = folder;
    results.plan = (*reader)->plan();
    const auto end = (*reader)->end(&results.endMessage, &results.ended);
    const auto tally = (*reader)->tally();
    auto parts = (*reader)->parts();
    auto reasons = (*reader)->reasons();
    auto attempts = (*reader)->attempts();
    if (!end || !tally || !parts || !reasons || !attempts)
        return tl::unexpected(!end           ? end.error()
                                  : !tally   ? tally.error()
                                  : !parts   ? parts.error()
                                  : !reasons ? reasons.error()
                                             : attempts.error());
    results.wasTakenUp = (*reader)->wasTakenUp().value_or(true);
    results.end = *end;
    results.wasStopped = *end == RunState::Interrupted && (*reader)->wasStopped().value_or(false);
    results.tally = *tally;
    results.parts = std::move(*parts);
    results.reasons = std::move(*reasons);
    results.attempts = std::move(*attempts);
    results.tries = triesOf(**reader, results);
    results.kind = kindOf(results.plan, services);
    results.copyFolder = copiesIn(folder);
    results.schema = schemaOf(results.plan, services);
    return results;
}

RunResults lookAtFile(RunResults results, std::stop_token stop)
{
    const Draft &draft = results.plan.draft;
    auto source = openSource(draft, stop);
    results.fileThere = source.has_value();
    if (source) {
        if (auto index = indexRecords(**source, draft.dialect, {}, {}, stop)) {
            results.marks = std::move(index->marks);
            results.records = index->records;
        }
    }
    results.fileLooked = true;
    return results;
}

Result<bool> countAgain(const QString &folder, qint64 rows)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto tally = (*reader)->tally();
    const auto broken = (*reader)->brokenInvariant();
    if (!tally || !broken)
        return tl::unexpected(!tally ? tally.error() : broken.error());
    return broken->isEmpty() && tally->total() == rows;
}

Result<std::vector<RowStory>> storiesOf(const QString &folder, const std::vector<qint64> &records)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto known = (*reader)->outcomes(records);
    const auto attempts = (*reader)->attempts();
    if (!known || !attempts)
        return tl::unexpected(known ? attempts.error() : known.error());
    std::vector<RowStory> stories;
    for (const qint64 record : records) {
        RowStory story { .now
                         = { .record = record, .outcome = Outcome::NotSent, .reason = {}, .recordId = {} } };
        const auto own = std::ranges::find(*known, record, &RowOutcome::record);
        const auto without = own == known->end() ? (*reader)->outcomeWithout(record) : own->outcome;
        if (!without)
            return tl::unexpected(without.error());
        story.now.outcome = *without;
        if (own != known->end())
            story.now = *own;
        if (attempts->size() > 1) {
            auto before = (*reader)->history(record);
            if (!before)
                return tl::unexpected(before.error());
            story.before = std::move(*before);
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

Result<std::vector<qint64>> rowsOfSameRecord(const QString &folder, qint64 record)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto parts = (*reader)->parts();
    if (!parts)
        return tl::unexpected(parts.error());
    std::set<qint64> same;
    for (const PartRecord &part : *parts) {
        const auto members = (*reader)->membersOf(part.number);
        if (!members)
            return tl::unexpected(members.error());
        const auto &followers = members->followers;
        const auto own = std::ranges::find(followers, record, &PartMembers::Follower::record);
        const qint64 first = own == followers.end() ? record : own->of;
        for (const PartMembers::Follower &follower : followers) {
            if (follower.of == first)
                same.insert({ first, follower.record });
        }
    }
    same.erase(record);
    return std::vector<qint64>(same.begin(), same.end());
}

Done giveWordOnUnknown(Ledger &ledger, PartEvent word)
{
    const auto parts = ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    for (const PartRecord &part : *parts) {
        if (part.state != PartState::Unconfirmed)
            continue;
        if (auto given = ledger.giveWord(part.number, word); !given)
            return given;
    }
    return {};
}

Result<WatchedRun> lookAtRun(const QString &folder, const Services &services, bool withAbout)
{
    WatchedRun watched;
    watched.elsewhere = runsNow(folder); // first: what is read is not older than that
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto end = (*reader)->end();
    const auto tally = (*reader)->tally();
    const auto parts = (*reader)->parts();
    auto reasons = (*reader)->reasons();
    if (!end || !tally || !parts || !reasons)
        return tl::unexpected(!end         ? end.error()
                                  : !tally ? tally.error()
                                  : !parts ? parts.error()
                                           : reasons.error());
    watched.end = *end;
    watched.run.state = (*reader)->waitsAtBrake().value_or(false) ? RunState::Paused : RunState::Running;
    watched.run.rows = (*reader)->plan().rows;
    watched.run.tally = *tally;
    std::vector<PartLine> lines;
    lines.reserve(parts->size());
    for (const PartRecord &part : *parts)
        lines.push_back(partLine(part));
    watched.run.parts = std::move(lines);
    watched.reasons = std::move(*reasons);
    if (withAbout)
        watched.about = aboutRun(folder, (*reader)->plan(), services);
    return watched;
}

} // namespace rowlift::ui
