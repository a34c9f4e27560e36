#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace rowlift::dotdigital {

/// What went wrong, in the service's own words: "ERROR_APIUSAGE_EXCEEDED" of version 2 (the last one of a
/// message), "contacts:badJson" of version 3; empty when the body names nothing.
/// Source: contracts/dotdigital.md, 2.
QString errorToken(const QByteArray &body);

/// Until a rate limit that \a reply refuses for has its end, by the clock of the service (its Date) as far as
/// it tells, else by \a now; nothing when it names none. Source: contracts/dotdigital.md, 3.
std::optional<std::chrono::milliseconds> waitNamedIn(const HttpReply &reply, const QDateTime &now);

/// Whether \a reply proves that nothing of the request was carried out: it is a refusal by one of
/// Dotdigital's own words, one for what the request looks like, or one for its size, its sender or how often
/// one asks, which nobody gives who has begun.
bool provesNothingDone(const HttpReply &reply);

/// What an answer that is no success means for the person. Of a call that changes something no kind is given
/// that says that nothing was done unless that is proven.
Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now);

/// For answers that should have been \a wanted and are not: "an import with an id".
Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted);

} // namespace rowlift::dotdigital
