#pragma once

#include "app/schema/schema.h"
#include "app/service/part_loader.h"
#include "app/service/salesforce/api.h"

#include <QByteArrayView>

#include <optional>

namespace rowlift::salesforce {

/// The call that writes \a record, one of those of a part as JsonEncoder wrote it. Where it has no id or key
/// by which an address could name it: what becomes of it unsent. Source: contracts/salesforce.md, 5.1.
tl::expected<Call, PlacedResult> singleCall(const Target &target, QByteArrayView record);

/// What the service says of that record; nothing when \a reply says nothing of it.
std::optional<PlacedResult> singleResult(const Target &target, const Call &call, const HttpReply &reply);

} // namespace rowlift::salesforce
