#pragma once

#include <QNetworkReply>

#include <curl/curl.h>

namespace rowlift {

/// What libcurl's \a code means before the request has begun to leave. \a systemError is that of the last try
/// to connect.
QNetworkReply::NetworkError notReachedCode(CURLcode code, long systemError, bool behindProxy);
/// And afterwards.
QNetworkReply::NetworkError brokenOffCode(CURLcode code);

} // namespace rowlift
