#pragma once

#include "app/service/outcome.h"

#include <QStringView>

namespace rowlift::salesforce {

/// Takes an sf__Error cell apart: `CODE:message:Field1,Field2 --`, or `CODE:message:--`. What has another
/// form is kept whole as the text; a code alone is a code. Source: contracts/salesforce.md, 3.8.
Reason rowReason(const QString &error);

/// Takes a failed job's errorMessage apart: `InvalidBatch : Field name not found : Emial`. Prefixes that come
/// twice are stripped. Source: contracts/salesforce.md, 3.9.
Reason jobReason(const QString &message);

} // namespace rowlift::salesforce
