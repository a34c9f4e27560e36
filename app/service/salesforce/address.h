#pragma once

#include "app/base/result.h"

#include <QString>
#include <QUrl>

namespace rowlift::salesforce {

/// Version of the REST interface that everything here speaks.
/// Source: contracts/salesforce.md, 1.10.
inline constexpr QLatin1StringView apiRoot { "/services/data/v61.0" };

/// Of what is sent as JSON.
inline constexpr const char *jsonType = "application/json; charset=UTF-8";

/// What a person pasted as the address of their Salesforce, as `https://host`: with or without scheme, path
/// or slash; a Lightning host is turned into the one that takes requests. Plain http is refused except for
/// this computer. Source: contracts/salesforce.md, 1.1, "Client rules".
Result<QUrl> serverAddress(const QUrl &pasted);

/// The page of a record for people, below the host of \a address; empty for hosts that have no such pages.
QUrl recordPage(const QUrl &address, const QString &object, const QString &recordId);

} // namespace rowlift::salesforce
