#include "app/service/salesforce/single_loader.h"

#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/json_slices.h"
#include "app/service/salesforce/reasons.h"
#include "app/service/salesforce/single_call.h"

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// As the service says it of a row without what finds its record; with an address that ends there it would
/// take the call for another one.
PlacedResult withoutAddress(const Target &target)
{
    const bool upserts = target.operation == Operation::Upsert;
    const QString field = upserts ? target.keyField : u"Id"_s;
    return { .outcome = Outcome::Failed,
             .reason
             = callReason(u"MISSING_ARGUMENT"_s,
                          u"%1 not specified in an %2 call"_s.arg(field, upserts ? u"upsert"_s : u"update"_s),
                          { field }) };
}

Result<std::optional<Call>> callOf(const Target &target, const PartFile &part)
{
    const auto bytes = bytesOf(part);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto records = recordSlices(*bytes, part);
    if (!records)
        return tl::unexpected(records.error());
    if (records->size() != 1)
        return tl::unexpected(badPart(part, u"%1 records, not one"_s.arg(records->size())));
    return singleCall(target, records->front());
}

} // namespace

Result<Submitted> SingleLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                       std::stop_token stop)
{
    const auto call = callOf(target(), part);
    if (!call)
        return tl::unexpected(call.error());
    if (*call)
        return CallLoader::submit(part, log, upload, stop);
    return log.about(Step::Send).and_then([&] { return log.did(Step::Send, {}); }).map([&] {
        return Submitted { .results = { withoutAddress(target()) } };
    });
}

Result<Call> SingleLoader::callFor(const PartFile &part) const
{
    const auto call = callOf(target(), part);
    if (!call)
        return tl::unexpected(call.error());
    return call->value_or(Call());
}

Result<Submitted> SingleLoader::answered(const Call &call, const HttpReply &reply, const PartFile &) const
{
    if (auto result = singleResult(target(), call, reply))
        return Submitted { .results = { std::move(*result) } };
    if (reply.status / 100 <= 3)
        return tl::unexpected(unreadable(publicRequest(call), reply, u"record"_s));
    return tl::unexpected(refusal(call, reply));
}

} // namespace rowlift::salesforce
