#pragma once

#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/http_message.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <string_view>

namespace rowlift::practice::dotdigital {

/// Why rows of contacts are refused: the member of the report that counts them, and the words in the faults
/// file. Source: contracts/dotdigital.md, 6.4.
struct ContactReason {
    const char *count;
    const char *words;
};
inline constexpr std::array contactReasons {
    ContactReason { "globallySuppressed", "Globally Suppressed" },
    ContactReason { "invalidEntries", "Invalid Email" },
    ContactReason { "duplicateEmails", "Duplicate" },
    ContactReason { "blocked", "Blocker" },
    ContactReason { "unsubscribed", "Unsubscribed" },
    ContactReason { "hardBounced", "Hard bounced" },
    ContactReason { "softBounced", "Soft bounced" },
    ContactReason { "ispComplaints", "Complained to ISP" },
    ContactReason { "mailBlocked", "Mail blocked" },
    ContactReason { "domainSuppressed", "Suppressed by Domain" },
    ContactReason { "pendingDoubleOptin", "Pending optin" },
    ContactReason { "failures", "Failures" },
};

/// A header cell without byte order mark and blanks.
QByteArray headerName(std::string_view cell);

/// The faults file of an ended import: a byte order mark, the reason first, the names in lower case; not a
/// byte when nothing was refused.
Response contactFaultsReply(const Surroundings &around, const Job &job, const QString &upload);

} // namespace rowlift::practice::dotdigital
