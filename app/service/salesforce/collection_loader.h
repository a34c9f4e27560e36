#pragma once

#include "app/service/salesforce/call_loader.h"

namespace rowlift::salesforce {

/// One part as one call of the sObject Collections: each record for itself.
/// Source: contracts/salesforce.md, 5.3.
class CollectionLoader : public CallLoader {
public:
    using CallLoader::CallLoader;

protected:
    Result<Call> callFor(const PartFile &part) const override;
    Result<Submitted> answered(const Call &call, const HttpReply &reply, const PartFile &part) const override;
};

} // namespace rowlift::salesforce
