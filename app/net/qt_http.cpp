#include "app/base/logging.h"
#include "app/net/http.h"
#include "app/net/redact.h"
#include "app/net/upload_body.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBufferBytes = 256 * 1024; ///< Beyond it Qt stops reading from the socket.
constexpr qsizetype longestBodyInMemory
    = qsizetype(64) * 1024 * 1024; ///< Far above the longest list of fields.

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
    Q_DECLARE_TR_FUNCTIONS(rowlift::Http)

public:
    Exchange(const HttpRequest &request, const Progress &upload)
        : m_request(request)
        , m_upload(upload)
    {
    }
    ~Exchange()
    {
        if (m_file && !m_isWhole)
            m_file->remove();
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    /// False when the files of the request cannot be opened: see storageError().
    bool openBody();
    Result<HttpReply> run(QNetworkAccessManager &manager, std::stop_token stop);
    Error storageError(const QString &path) const;

private:
    void connectTo(QNetworkReply &reply, QEventLoop &loop);
    void take(QNetworkReply &reply);
    bool wantsFile(const QNetworkReply &reply) const;
    Result<HttpReply> ending(QNetworkReply &reply);
    bool endsEarly(const QNetworkReply &reply) const;
    Error noAnswer(const QNetworkReply &reply) const;
    Error tooLarge(const QNetworkReply &reply) const;
    Error notReached(const QNetworkReply &reply) const;
    QString detail(const QNetworkReply &reply) const;

    const HttpRequest &m_request;
    const Progress &m_upload;
    std::unique_ptr<UploadBody> m_body;
    /// Not one that waits for the disk: what the service gave once it gives again.
    std::unique_ptr<QFile> m_file;
    QByteArray m_bytes;
    qint64 m_received = 0; ///< Bytes of the body.
    bool m_isWhole = false; ///< What was to be saved is.
    bool m_diskFailed = false;
    bool m_tooLarge = false;
};

bool Exchange::openBody()
{
    if (!m_request.bodyFile.isEmpty())
        m_body = UploadBody::ofFile(m_request.bodyFile);
    else if (m_request.method != "GET")
        m_body = UploadBody::ofBytes(m_request.body);
    return m_body || m_request.bodyFile.isEmpty();
}

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
        return tl::unexpected(storageError(m_request.saveTo));
    if (!reply->isFinished()) {
        reply->disconnect();
        reply->abort();
        return tl::unexpected(m_tooLarge ? tooLarge(*reply) : cancelledError());
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
        m_tooLarge = m_tooLarge || m_bytes.size() + some.size() > longestBodyInMemory;
        if (!m_tooLarge)
            m_bytes += some;
        return;
    }
    if (!m_file) {
        m_file = std::make_unique<QFile>(m_request.saveTo);
        m_diskFailed = !m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    while (!m_diskFailed && reply.bytesAvailable() > 0) {
        const QByteArray block = reply.read(readBufferBytes);
        if (block.isEmpty())
            return;
        m_received += block.size();
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
        return tl::unexpected(tooLarge(reply));
    if (endsEarly(reply))
        return tl::unexpected(noAnswer(reply));
    if (m_diskFailed)
        return tl::unexpected(storageError(m_request.saveTo));
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
    // Nobody can act on a body that has not begun to leave.
    if (m_body && m_body->size() > 0 && !m_body->touched())
        return notReached(reply);
    const QString host = m_request.url.host();
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return notReached(reply);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return { .kind = Error::Kind::BadReply,
                 .sentence
                 = tr("The answer from %1 makes no sense. Something between it and this computer may "
                      "have changed it.")
                       .arg(host),
                 .detail = detail(reply),
                 .retryAfter = {} };
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return { .kind = Error::Kind::Timeout,
                 .sentence = tr("%1 did not answer in time.").arg(host),
                 .detail = detail(reply),
                 .retryAfter = {} };
    default:
        return { .kind = Error::Kind::Timeout,
                 .sentence = tr("The connection to %1 broke off before its answer had come.").arg(host),
                 .detail = detail(reply),
                 .retryAfter = {} };
    }
}

Error Exchange::tooLarge(const QNetworkReply &reply) const
{
    return { .kind = Error::Kind::BadReply,
             .sentence = tr("The answer from %1 is far larger than it should be. Check the address.")
                             .arg(m_request.url.host()),
             .detail = u"%1 %2: more than %3 bytes"_s
                           .arg(QString::fromLatin1(m_request.method), redactedUrl(reply.url()))
                           .arg(longestBodyInMemory),
             .retryAfter = {} };
}

Error Exchange::notReached(const QNetworkReply &reply) const
{
    const QString host = m_request.url.host();
    Error error { .kind = Error::Kind::Network, .sentence = {}, .detail = detail(reply), .retryAfter = {} };
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        error.sentence = tr("Could not reach %1. It takes no connections at the moment.").arg(host);
        break;
    case QNetworkReply::HostNotFoundError:
        error.sentence
            = tr("Could not reach %1. There is no such address, or this computer is offline.").arg(host);
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.sentence = tr("Could not reach %1. No secure connection came about: check the address and this "
                            "computer's date.")
                             .arg(host);
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        error.sentence
            = tr("Could not reach %1. The proxy did not let the connection through: check its settings.")
                  .arg(host);
        break;
    default:
        error.sentence = tr("Could not reach %1. Check the internet connection.").arg(host);
    }
    return error;
}

Error Exchange::storageError(const QString &path) const
{
    return { .kind = Error::Kind::Storage,
             .sentence = tr("The file %1 could not be read or written. Check the disk.").arg(path),
             .detail = {},
             .retryAfter = {} };
}

QString Exchange::detail(const QNetworkReply &reply) const
{
    return u"%1 %2: %3 (%4)"_s
        .arg(QString::fromLatin1(m_request.method), redactedUrl(m_request.url),
             redactedText(reply.errorString()))
        .arg(int(reply.error()));
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
    m_manager.setProxy(isLoopbackHost(request.url.host()) ? QNetworkProxy::NoProxy
                                                          : QNetworkProxy::DefaultProxy);
    // A kept connection may have died unseen, for nothing runs between two requests. Reads get over that by
    // themselves; for what must not be sent twice, "it broke off" has to mean that it was under way.
    if (request.method != "GET")
        m_manager.clearConnectionCache();
    Exchange exchange(request, upload);
    if (!exchange.openBody())
        return tl::unexpected(exchange.storageError(request.bodyFile));
    qCDebug(logNet) << request.method << redactedUrl(request.url);
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
