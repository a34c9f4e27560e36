#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QString>

#include <optional>
#include <vector>

namespace rowlift::salesforce {

/// One entry of the body that comes with an answer of 4xx or 5xx.
/// Source: contracts/salesforce.md, 1.11.
struct Fault {
    QString code; ///< As it came: "INVALID_SESSION_ID".
    QString text;

    bool operator==(const Fault &) const = default;
};

/// Whatever can be read: an array, a single object, or nothing for an empty body, a page or plain text.
std::vector<Fault> faultsIn(const QByteArray &body);

/// Whether \a code means \a wanted; both spellings of the service match (INVALIDJOBSTATE, InvalidJobState).
/// Source: contracts/salesforce.md, 3.10.
bool sameCode(QStringView code, QStringView wanted);
bool hasCode(const HttpReply &reply, QStringView code);

/// Calls used of the 24 hours' allowance, as the latest answer told.
struct ApiUsage {
    qint64 used = 0;
    qint64 most = 0;

    bool operator==(const ApiUsage &) const = default;
};

/// Reads a Sforce-Limit-Info header: "api-usage=18/5000".
std::optional<ApiUsage> usageFrom(const QByteArray &limitInfo);

/// Whether \a reply refuses a call since too many are under way. The code is the one for "nothing left
/// today", too; the usage tells them apart. Source: contracts/salesforce.md, 1.11.
bool isTooManyAtOnce(const HttpReply &reply);

/// Whether the service itself refuses in \a reply: it names a code. Whatever stands on the way (a proxy, a
/// gateway, its own edge) answers with a page, a text or nothing, and of 408, 425 and 499 nobody can tell.
bool isOwnRefusal(const HttpReply &reply);

/// Whether \a reply proves that the service is not at the call any more, whatever became of it: it says so
/// itself. What something on the way says proves nothing, as it may have let the call through before.
bool saysOver(const HttpReply &reply);

/// What an answer that is no 2xx means for the person. \a now is for a Retry-After in the form of a date.
/// Rejected, SignIn and Quota are the service's own word; a refusal of something on the way is a BadReply, as
/// nobody knows what became of the call.
Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now);

/// For answers that should have been \a wanted and are not: "an object with an id".
Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted);

} // namespace rowlift::salesforce
