#pragma once

#include "app/base/result.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace rowlift::dotdigital {

/// Where every account can be asked for its region; then the other regions. Source:
/// contracts/dotdigital.md, 1.
std::vector<QUrl> regionAddresses();

/// What a person pasted as the address: any of Dotdigital's, or nothing at all, since the region is found by
/// asking. A server on this computer is taken as it is.
Result<QUrl> apiAddress(const QString &pasted);

/// The address that an account names as its own ("ApiEndpoint"), if it may be trusted with the password that
/// was sent to \a asked: one of Dotdigital's, or the very same server; else empty.
QUrl trustedEndpoint(const QString &named, const QUrl &asked);

} // namespace rowlift::dotdigital
