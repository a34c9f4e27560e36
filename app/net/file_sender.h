#pragma once

#include "app/net/http.h"

namespace rowlift {

/// Http::send() for a request whose body is a file, or a frame around one, by libcurl, over a connection of
/// its own, in the calling thread, whose events wait meanwhile.
///
/// QNetworkAccessManager hands a body from one thread to another in blocks of 16 KiB, which costs more than
/// all the rest of an upload, and reads no answer before the whole body has left: a refusal at the beginning
/// looks to it like a broken connection. Here blocks are large, and a refusal is one whenever it comes.
Result<HttpReply> sendFile(const HttpRequest &request, const Progress &upload, std::stop_token stop);

} // namespace rowlift
