#include "app/base/logging.h"
#include "app/net/file_sender.h"
#include "app/net/http.h"
#include "app/net/http_errors.h"
#include "app/net/redact.h"
#include "app/net/upload_body.h"

#include <QEventLoop>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBufferBytes = 256 * 1024; ///< Beyond it Qt stops reading from the socket.

/// A line break in one would make another one of it, and Qt and libcurl send it as it is.
bool hasPlainHeaders(const HttpRequest &request)
{
    const auto isPlain = [](const QByteArray &text) {
        return std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
    };
    return std::ranges::all_of(request.headers, [&](const auto &header) {
        return !header.first.isEmpty() && isPlain(header.first) && isPlain(header.second);
    });
}

constexpr int mostRedirects = 5; ///< Then the last one is the answer.

QNetworkRequest toQt(const HttpRequest &request)
{
    QNetworkRequest made(request.url);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    if (!made.hasRawHeader("User-Agent"))
        made.setRawHeader("User-Agent", "Rowlift");
    made.setTransferTimeout(int(request.inactivity.count()));
    // Uploads over HTTP/2 crawl in Qt 6.4, and everything here is one request at a time anyway.
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      request.method == "GET" ? QNetworkRequest::SameOriginRedirectPolicy
                                              : QNetworkRequest::ManualRedirectPolicy);
    made.setMaximumRedirectsAllowed(mostRedirects);
    // Rows that repeat themselves pack so well that Qt would take them for an attack; to disk they may grow.
    if (!request.saveTo.isEmpty())
        made.setDecompressedSafetyCheckThreshold(-1);
    return made;
}

/// Whether Qt made this error of a status code: then there is a whole answer.
bool tellsOfStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
        return true;
    default:
        return false;
    }
}

/// One request on its way: reads the answer as it comes and tells how it ended.
class Exchange {
public:
    Exchange(const HttpRequest &request, const Progress &upload)
        : m_request(request)
        , m_upload(upload)
        , m_body(request.method == "GET" ? nullptr : UploadBody::ofBytes(request.body))
    {
    }
    ~Exchange()
    {
        if (m_file && !m_isWhole)
            m_file->remove();
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    Result<HttpReply> run(QNetworkAccessManager &manager, std::stop_token stop);

private:
    void connectTo(QNetworkReply &reply, QEventLoop &loop);
    void take(QNetworkReply &reply);
    bool wantsFile(const QNetworkReply &reply) const;
    Result<HttpReply> ending(QNetworkReply &reply);
    bool endsEarly(const QNetworkReply &reply) const;
    Error noAnswer(const QNetworkReply &reply) const;

    const HttpRequest &m_request;
    const Progress &m_upload;
    std::unique_ptr<UploadBody> m_body;
    /// Not one that waits for the disk: what the service gave once it gives again.
    std::unique_ptr<QFile> m_file;
    QByteArray m_bytes;
    qint64 m_received = 0; ///< Bytes of the body.
    qint64 m_most = 0; ///< So many of them may come; 0: whatever comes.
    bool m_isWhole = false; ///< What was to be saved is.
    bool m_diskFailed = false;
    bool m_tooLarge = false;
};

Result<HttpReply> Exchange::run(QNetworkAccessManager &manager, std::stop_token stop)
{
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(
        m_body ? manager.sendCustomRequest(toQt(m_request), m_request.method, m_body.get())
               : manager.sendCustomRequest(toQt(m_request), m_request.method));
    if (!m_request.saveTo.isEmpty())
        reply->setReadBufferSize(readBufferBytes);
    connectTo(*reply, loop);
    {
        // Posted, since a quit() before exec() would be lost.
        const std::stop_callback onStop(stop, [&loop] {
            QMetaObject::invokeMethod(
                &loop, [&loop] { loop.quit(); }, Qt::QueuedConnection);
        });
        if (!reply->isFinished())
            loop.exec();
    }
    if (m_diskFailed)
        return tl::unexpected(httpStorageError(m_request.saveTo));
    if (!reply->isFinished()) {
        reply->disconnect();
        reply->abort();
        return tl::unexpected(m_tooLarge ? tooLargeError(m_request, m_most) : cancelledError());
    }
    return ending(*reply);
}

void Exchange::connectTo(QNetworkReply &reply, QEventLoop &loop)
{
    QObject::connect(&reply, &QNetworkReply::uploadProgress, &loop, [this](qint64 done, qint64 total) {
        if (total > 0) // the last signal is (0, 0)
            m_upload.tell(done, total);
    });
    QObject::connect(&reply, &QIODevice::readyRead, &loop, [this, &reply, &loop] {
        take(reply);
        if (m_diskFailed || m_tooLarge)
            loop.quit();
    });
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
}

bool Exchange::wantsFile(const QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return !m_request.saveTo.isEmpty() && status >= 200 && status < 300;
}

void Exchange::take(QNetworkReply &reply)
{
    if (!wantsFile(reply)) {
        const QByteArray some = reply.readAll();
        m_received += some.size();
        m_tooLarge = m_tooLarge || m_bytes.size() + some.size() > mostInMemory(m_request);
        m_most = mostInMemory(m_request);
        if (!m_tooLarge)
            m_bytes += some;
        return;
    }
    if (!m_file) {
        m_file = std::make_unique<QFile>(m_request.saveTo);
        m_diskFailed = !m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    m_most = m_request.mostBytes;
    while (!m_diskFailed && !m_tooLarge && reply.bytesAvailable() > 0) {
        const QByteArray block = reply.read(readBufferBytes);
        if (block.isEmpty())
            return;
        m_received += block.size();
        m_tooLarge = m_most > 0 && m_received > m_most;
        m_diskFailed = m_file->write(block) != block.size();
    }
}

Result<HttpReply> Exchange::ending(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A 307 makes Qt rewind the body even when it is not to follow; ours refuses, and the answer is whole all
    // the same.
    const bool redirect = status >= 300 && status < 400 && reply.error() == QNetworkReply::ContentReSendError;
    if (status == 0 || !(redirect || tellsOfStatus(reply.error())))
        return tl::unexpected(noAnswer(reply));
    take(reply);
    if (m_tooLarge)
        return tl::unexpected(tooLargeError(m_request, m_most));
    if (endsEarly(reply))
        return tl::unexpected(noAnswer(reply));
    if (m_diskFailed)
        return tl::unexpected(httpStorageError(m_request.saveTo));
    m_isWhole = true;
    HttpReply answer { .status = status, .headers = {}, .body = std::move(m_bytes) };
    for (const auto &[name, value] : reply.rawHeaderPairs())
        answer.headers.emplace_back(name, value);
    return answer;
}

/// Qt 6.4 takes a closed connection for the end of a body when it has read all that came before: a body that
/// was cut short would pass for whole. Its announced length tells (Qt takes that away from bodies that it
/// unpacks).
bool Exchange::endsEarly(const QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.method == "HEAD" || status == 204 || status == 304
        || reply.hasRawHeader("Content-Encoding"))
        return false;
    bool announced = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&announced);
    return announced && m_received < length;
}

Error Exchange::noAnswer(const QNetworkReply &reply) const
{
    return noAnswerError(m_request,
                         { .code = reply.error(),
                           .text = reply.errorString(),
                           .bodyStayed = m_body && m_body->size() > 0 && !m_body->touched() });
}

class QtHttp : public Http {
public:
    Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop) override;

private:
    QNetworkAccessManager m_manager;
};

Result<HttpReply> QtHttp::send(const HttpRequest &request, const Progress &upload, std::stop_token stop)
{
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    if (!hasPlainHeaders(request))
        return tl::unexpected(badHeadersError(request));
    qCDebug(logNet) << request.method << redactedUrl(request.url);
    if (!request.bodyFile.isEmpty())
        return sendFile(request, upload, stop);
    m_manager.setProxy(isLoopbackHost(request.url.host()) ? QNetworkProxy::NoProxy
                                                          : QNetworkProxy::DefaultProxy);
    // A kept connection may have died unseen, for nothing runs between two requests. Reads get over that by
    // themselves; for what must not be sent twice, "it broke off" has to mean that it was under way.
    if (request.method != "GET")
        m_manager.clearConnectionCache();
    Exchange exchange(request, upload);
    return exchange.run(m_manager, stop);
}

} // namespace

std::unique_ptr<Http> QtHttpFactory::make()
{
    return std::make_unique<QtHttp>();
}

bool isLoopbackHost(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace rowlift
