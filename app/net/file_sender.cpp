#include "app/net/file_sender.h"

#include "app/net/http_errors.h"
#include "app/net/reply_parser.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QTimer>

#include <optional>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 uploadBlock = qint64(128) * 1024;
constexpr qint64 mostOnTheWay = 4 * uploadBlock; ///< Beyond it nothing is read from the file.

QNetworkReply::NetworkError networkErrorOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::UnknownProxyError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QByteArray headOf(const HttpRequest &request, qint64 bodyBytes)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/"_ba;
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray head = request.method + ' ' + target + " HTTP/1.1\r\nHost: "
        + request.url.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    bool namesItself = false;
    for (const auto &[name, value] : request.headers) {
        namesItself = namesItself || name.compare("User-Agent", Qt::CaseInsensitive) == 0;
        head += name + ": " + value + "\r\n";
    }
    if (!namesItself)
        head += "User-Agent: Rowlift\r\n";
    return head + "Accept-Encoding: identity\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(bodyBytes) + "\r\n\r\n";
}

/// The system's proxy for the address; none for this computer itself.
QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return QNetworkProxy::NoProxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    QNetworkProxy proxy = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
    if (proxy.type() == QNetworkProxy::HttpCachingProxy)
        proxy.setType(QNetworkProxy::HttpProxy); // through it, not by it
    return proxy;
}

/// One file on its way, and its answer.
class FileSending {
public:
    FileSending(const HttpRequest &request, const Progress &upload)
        : m_request(request)
        , m_upload(upload)
        , m_file(request.bodyFile)
        , m_parser(mostInMemory(request))
    {
    }

    Result<HttpReply> run(std::stop_token stop);

private:
    void connectSocket();
    void begin();
    void fill();
    void bytesLeft();
    void read();
    void broke(QNetworkReply::NetworkError code, const QString &text);
    void concludeIf(ReplyParser::State state);
    void end(Result<HttpReply> result);
    qint64 onTheWay() const;
    bool isEarlyYes();

    const HttpRequest &m_request;
    const Progress &m_upload;
    QFile m_file;
    ReplyParser m_parser;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_secure = nullptr; ///< The same socket, if it is one.
    QTimer m_inactivity;
    QEventLoop m_loop;
    bool m_begun = false; ///< The head has gone out; before it, only bytes of the handshake do.
    qint64 m_read = 0; ///< Of the file.
    std::optional<Result<HttpReply>> m_end;
};

Result<HttpReply> FileSending::run(std::stop_token stop)
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(httpStorageError(m_request.bodyFile));
    connectSocket();
    {
        // Posted, since a quit() before exec() would be lost.
        const std::stop_callback onStop(stop, [this] {
            QMetaObject::invokeMethod(
                &m_loop, [this] { end(tl::unexpected(cancelledError())); }, Qt::QueuedConnection);
        });
        if (!m_end)
            m_loop.exec();
    }
    m_socket->disconnect();
    m_socket->abort();
    return std::move(*m_end);
}

void FileSending::connectSocket()
{
    const bool secure = m_request.url.scheme() == "https"_L1;
    if (secure) {
        auto socket = std::make_unique<QSslSocket>();
        m_secure = socket.get();
        QObject::connect(m_secure, &QSslSocket::encrypted, &m_loop, [this] { begin(); });
        QObject::connect(m_secure, &QSslSocket::encryptedBytesWritten, &m_loop, [this] { bytesLeft(); });
        m_socket = std::move(socket);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        QObject::connect(m_socket.get(), &QTcpSocket::connected, &m_loop, [this] { begin(); });
    }
    QObject::connect(m_socket.get(), &QTcpSocket::bytesWritten, &m_loop, [this] { bytesLeft(); });
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, &m_loop, [this] { read(); });
    QObject::connect(m_socket.get(), &QTcpSocket::errorOccurred, &m_loop,
                     [this](QAbstractSocket::SocketError error) {
                         broke(networkErrorOf(error), m_socket->errorString());
                     });
    QObject::connect(&m_inactivity, &QTimer::timeout, &m_loop,
                     [this] { broke(QNetworkReply::OperationCanceledError, u"nothing moved any more"_s); });
    m_inactivity.setSingleShot(true);
    m_inactivity.start(m_request.inactivity);
    m_socket->setProxy(proxyFor(m_request.url));
    const auto port = static_cast<quint16>(m_request.url.port(secure ? 443 : 80));
    if (secure)
        m_secure->connectToHostEncrypted(m_request.url.host(), port);
    else
        m_socket->connectToHost(m_request.url.host(), port);
}

void FileSending::begin()
{
    m_inactivity.start();
    m_socket->write(headOf(m_request, m_file.size()));
    m_begun = true;
    fill();
}

qint64 FileSending::onTheWay() const
{
    return m_socket->bytesToWrite() + (m_secure ? m_secure->encryptedBytesToWrite() : 0);
}

/// Taken for what it says only when the body has left: a yes to half of it is none.
bool FileSending::isEarlyYes()
{
    return m_parser.reply().status / 100 == 2 && m_read < m_file.size();
}

void FileSending::fill()
{
    while (m_begun && !m_end && m_read < m_file.size() && onTheWay() < mostOnTheWay) {
        const QByteArray block = m_file.read(uploadBlock);
        if (block.isEmpty())
            return end(tl::unexpected(httpStorageError(m_request.bodyFile)));
        m_read += block.size();
        m_socket->write(block);
    }
}

void FileSending::bytesLeft()
{
    m_inactivity.start();
    fill();
    concludeIf(m_parser.state());
    if (m_begun)
        m_upload.tell(std::max<qint64>(m_read - onTheWay(), 0), m_file.size());
}

void FileSending::read()
{
    m_inactivity.start();
    concludeIf(m_parser.take(m_socket->readAll()));
}

void FileSending::broke(QNetworkReply::NetworkError code, const QString &text)
{
    if (code == QNetworkReply::RemoteHostClosedError) {
        m_parser.take(m_socket->readAll());
        concludeIf(m_parser.close() == ReplyParser::State::Cut ? ReplyParser::State::Open : m_parser.state());
    }
    if (!m_end)
        end(tl::unexpected(noAnswerError(
            m_request, { .code = code, .text = text, .bodyStayed = m_read == 0 && m_file.size() > 0 })));
}

void FileSending::concludeIf(ReplyParser::State state)
{
    switch (state) {
    case ReplyParser::State::Open:
    case ReplyParser::State::Cut:
        return;
    case ReplyParser::State::Whole:
        if (isEarlyYes())
            return;
        return end(std::move(m_parser.reply()));
    case ReplyParser::State::Senseless:
        return end(tl::unexpected(noAnswerError(
            m_request,
            { .code = QNetworkReply::ProtocolFailure, .text = u"no HTTP"_s, .bodyStayed = false })));
    case ReplyParser::State::TooLarge:
        return end(tl::unexpected(tooLargeError(m_request, mostInMemory(m_request))));
    }
}

void FileSending::end(Result<HttpReply> result)
{
    if (!m_end)
        m_end = std::move(result);
    m_loop.quit();
}

} // namespace

Result<HttpReply> sendFile(const HttpRequest &request, const Progress &upload, std::stop_token stop)
{
    FileSending sending(request, upload);
    return sending.run(std::move(stop));
}

} // namespace rowlift
