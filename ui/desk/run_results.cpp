#include "ui/desk/run_results.h"

#include "app/draft/source_file.h"
#include "app/run/run_list.h"

namespace rowlift::ui {

namespace {

Schema schemaOf(const RunPlan &plan, const Services &services)
{
    const Service *service = serviceById(services, plan.account.service);
    auto schema = service ? service->schemaFrom(plan.describe) : Result<Schema>();
    return schema ? std::move(*schema) : Schema();
}

} // namespace

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
    if (!end || !tally || !parts || !reasons)
        return tl::unexpected(!end         ? end.error()
                                  : !tally ? tally.error()
                                  : !parts ? parts.error()
                                           : reasons.error());
    results.wasTakenUp = (*reader)->wasTakenUp().value_or(true);
    results.end = *end;
    results.tally = *tally;
    results.parts = std::move(*parts);
    results.reasons = std::move(*reasons);
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
