#pragma once

#include "app/base/result.h"

#include <QString>
#include <QUrl>

namespace rowlift::marketo {

/// Anything that a person pasted which holds their Munchkin id, as the base of all requests:
/// `https://123-abc-456.mktorest.com`. A server on this computer is taken as it is, less "/rest" or
/// "/identity". Source: contracts/marketo.md, 1.
Result<QUrl> restAddress(const QString &pasted);

/// "123-ABC-456", as Marketo itself writes it; for other servers their host.
QString instanceName(const QUrl &base);

} // namespace rowlift::marketo
