#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QDateTime>
#include <QString>

namespace rowlift::dotdigital {

/// What went wrong, in the service's own words: "ERROR_APIUSAGE_EXCEEDED" of version 2 (the last one of a
/// message), "contacts:badJson" of version 3; empty when the body names nothing.
/// Source: contracts/dotdigital.md, 2.
QString errorToken(const QByteArray &body);

/// What an answer that is no success means for the person. \a now is for the end of a rate limit.
Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now);

} // namespace rowlift::dotdigital
