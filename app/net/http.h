#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace rowlift {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// One request. The body comes from memory or, streamed at constant memory, from a file.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    QString bodyFile; ///< Sent instead of \a body when set; then saveTo is not looked at.
    QByteArray beforeFile; ///< Goes out in front of \a bodyFile, as a part of the body: a frame around it.
    QByteArray behindFile; ///< The same behind it.
    /// The body of a 2xx reply is streamed into this file instead of HttpReply::body. Gone again when not all
    /// of it came. It is as lasting as any file just written: nobody waits for the disk.
    QString saveTo;
    std::chrono::milliseconds inactivity { 60'000 }; ///< Gives up when nothing moved for so long.
    qint64 mostBytes = 0; ///< Of the reply's body. 0: 64 MiB in memory, and in a file whatever comes.
};

/// How long the body of a reply may be that is kept in memory.
qsizetype mostInMemory(const HttpRequest &request);

/// Any answer with a status line, whatever the status.
struct HttpReply {
    int status = 0;
    HttpHeaders headers;
    QByteArray body; ///< Empty when it was saved to a file.

    QByteArray header(QByteArrayView name) const; ///< Name in any case; empty when absent.
};

/// Sends requests, one at a time, from the thread that made it. Blocks; answers a stop at once.
///
/// Errors tell what may have happened at the other end: Network = no connection came about, nothing was sent;
/// Timeout = it was sent (in part or whole) but no whole answer came, so it may have been carried out;
/// BadReply = an answer that is no HTTP, one of more than HttpRequest::mostBytes, or a yes before the whole
/// body had left: the same; Cancelled =
/// stopped by us, it may have been carried out as well. Storage = \a bodyFile or \a saveTo could not be read
/// or written; Rejected = a header has control signs, nothing was sent. A body that ends before its announced
/// length is a Timeout as well; of a chunked one Qt 6.4 cannot always tell, so whoever reads rows from one
/// counts them. No redirect to another host is followed. Nothing is sent twice here, not by Qt either. Urls
/// are redacted in Error::detail.
class Http {
public:
    virtual ~Http() = default;
    /// \a upload is told bytes of the body that have left; where it is a file from 0 on, and in full before
    /// this returns.
    virtual Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop)
        = 0;
};

/// Makes an Http for the calling thread. May itself be called from any thread.
class HttpFactory {
public:
    virtual ~HttpFactory() = default;
    virtual std::unique_ptr<Http> make() = 0;
};

/// Whether \a host (a name or an address) is this computer itself: no TLS is asked there, and no proxy.
bool isLoopbackHost(const QString &host);

/// Over QNetworkAccessManager, and libcurl where the body is a file: HTTP/1.1, system proxy (never for
/// loopback), TLS checked.
class QtHttpFactory : public HttpFactory {
public:
    std::unique_ptr<Http> make() override;
};

} // namespace rowlift
