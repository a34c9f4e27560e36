#pragma once

#include "app/service/salesforce/call_loader.h"

namespace rowlift::salesforce {

/// A part of one record as one call for it. Source: contracts/salesforce.md, 5.1.
class SingleLoader : public CallLoader {
public:
    using CallLoader::CallLoader;

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;

protected:
    Result<Call> callFor(const PartFile &part) const override;
    Result<Submitted> answered(const Call &call, const HttpReply &reply, const PartFile &part) const override;
};

} // namespace rowlift::salesforce
