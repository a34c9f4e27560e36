#include "app/run/overtaken.h"

#include "app/run/part_planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

namespace {

struct OvertakenWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Overtaken)
};

/// Rows of the same record have gone out one after the other: in waves, or in one part, in file order.
bool hasRepeats(const RunKinds &kinds, const Target &target, const std::vector<PartRecord> &parts)
{
    return std::ranges::any_of(parts, [&](const PartRecord &part) {
        const RepeatedKeys meaning = kinds.of(part).repeatedKeysOf(target);
        return part.planned.sweep > 1 && !kinds.isByItself(part.attempt)
            && (meaning == RepeatedKeys::Waves || meaning == RepeatedKeys::Together);
    });
}

/// A way of loading by its id; an unknown one is left to whoever sends with it.
JobKind kindById(const Service &service, const Target &target, const QString &id)
{
    for (const JobKind &kind : service.jobKinds()) {
        if (kind.id == id)
            return service.kindFor(kind, target.sent());
    }
    return {};
}

Error allOvertaken()
{
    return { .kind = Error::Kind::BadInput,
             .sentence = OvertakenWords::tr("Nothing was sent: later rows of the same records are in, or "
                                            "may be, and what they brought would be undone."),
             .detail = {},
             .retryAfter = {} };
}

} // namespace

Result<std::vector<qint64>> withoutOvertaken(Ledger &ledger, const Service &service, const Schema &schema,
                                             std::vector<qint64> records, const JobKind &kind,
                                             const std::stop_token &stop)
{
    const auto parts = ledger.parts();
    const auto kinds = RunKinds::of(ledger, service);
    if (!parts || !kinds)
        return tl::unexpected(parts ? kinds.error() : parts.error());
    if (records.empty() || !hasRepeats(*kinds, ledger.plan().draft.target.sent(), *parts))
        return records;
    const auto notIn
        = ledger.recordsFor({ .outcomes = { Outcome::Failed, Outcome::NotProcessed, Outcome::LeftOut } });
    const auto planner = PartPlanner::open(ledger, service, schema);
    if (!notIn || !planner)
        return tl::unexpected(notIn ? planner.error() : notIn.error());
    std::vector<qint64> harmless;
    std::ranges::set_union(records, *notIn, std::back_inserter(harmless));
    const auto kept = (*planner)->withoutOvertaken(std::move(harmless), kind, stop);
    if (!kept)
        return kept;
    std::erase_if(records, [&](qint64 record) { return !std::ranges::binary_search(*kept, record); });
    return records;
}

Result<Attempt> beginWished(Ledger &ledger, const Service &service, AttemptWish wish, const QDateTime &now,
                            const std::stop_token &stop)
{
    const Draft &draft = ledger.plan().draft;
    const auto schema = schemaFor(service, ledger.plan().describe, draft.target, draft.mapping);
    const auto wanted = ledger.recordsFor(wish);
    if (!schema || !wanted)
        return tl::unexpected(schema ? wanted.error() : schema.error());
    const RunPlan &plan = ledger.plan();
    const JobKind kind = kindById(service, plan.draft.target, wish.kind.isEmpty() ? plan.kind : wish.kind);
    auto records = withoutOvertaken(ledger, service, *schema, *wanted, kind, stop);
    if (!records)
        return tl::unexpected(records.error());
    if (records->empty() && !wanted->empty())
        return tl::unexpected(allOvertaken());
    wish.records = std::move(*records);
    return ledger.beginAttempt(wish, now);
}

} // namespace rowlift
