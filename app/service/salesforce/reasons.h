#pragma once

#include "app/service/outcome.h"

#include <QStringList>

namespace rowlift::salesforce {

/// Takes an sf__Error cell apart: `CODE:message:Field1,Field2 --`, or `CODE:message:--`. What has another
/// form is kept whole as the text; a code alone is a code. Source: contracts/salesforce.md, 3.8.
Reason rowReason(const QString &error);

/// The reason that a composite call gives for a record, as rowReason() would give it of a file's cell:
/// \a fields joined by commas. Source: contracts/salesforce.md, 5.3.
Reason callReason(const QString &code, const QString &message, const QStringList &fields);

/// The id of the record that holds a value which must not be there twice, where \a reason names it: in 15
/// characters or 18. Source: contracts/salesforce.md, 3.8.
QString recordInTheWay(const Reason &reason);

/// Whether a row refused for \a reason may go through as it is, later. Decided on the code, as texts come in
/// the user's language; only a lock within an automation is known by the code that its text repeats.
/// Source: contracts/salesforce.md, 6, "After a job".
bool mayPassLater(const Reason &reason);
/// How often such a row is sent again by itself: once where nobody knows what went wrong.
int triesLater(const Reason &reason);

/// Takes a failed job's errorMessage apart: `InvalidBatch : Field name not found : Emial`. Prefixes that come
/// twice are stripped. Source: contracts/salesforce.md, 3.9.
Reason jobReason(const QString &message);

} // namespace rowlift::salesforce
