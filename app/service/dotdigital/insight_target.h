#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

namespace rowlift::dotdigital {

/// Names of objects that are collections begin so: "insightData/Orders".
inline constexpr auto insightPrefix = "insightData/";

/// The fields of a record of insight data that are no properties: no property begins with "$".
inline constexpr auto keyFieldName = "$key";
inline constexpr auto contactFieldName = "$contact";

/// Whose the records of a collection are.
enum class InsightScope { Contact, Account };

/// What an import to a collection is made with, as its target says. Source: contracts/dotdigital.md, 4 and 5.
struct InsightTarget {
    QString collection; ///< "Orders"
    InsightScope scope = InsightScope::Contact;
    QString identifier; ///< What a contact is named by: "email", "contactId", "mobileNumber".
    QString type; ///< Of the collection, in version 3: "custom"
    QString api; ///< "v2" where the account has no other; else "v3", or empty.
};

bool isInsightObject(const QString &object);
InsightTarget insightTarget(const Target &target);
/// Fails with BadInput when something was chosen that nobody here knows: a profile of a later version.
Done holdsKnownChoices(const Target &target);

} // namespace rowlift::dotdigital
