#include "app/service/salesforce/single_loader.h"

#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/json_slices.h"
#include "app/service/salesforce/single_call.h"

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

Result<tl::expected<Call, PlacedResult>> callOf(const Target &target, const PartFile &part)
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
        return Submitted { .results = { call->error() } };
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
