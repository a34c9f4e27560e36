#include "app/net/file_sender.h"

#include "app/net/curl_errors.h"
#include "app/net/http_errors.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr long uploadBlock = 512L * 1024;
constexpr qint64 longestHead = qint64(256) * 1024;

using CurlText = std::array<char, CURL_ERROR_SIZE>;

template <auto Free>
struct CurlFree {
    template <typename T>
    void operator()(T *held) const
    {
        Free(held);
    }
};
using EasyHandle = std::unique_ptr<CURL, CurlFree<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, CurlFree<curl_multi_cleanup>>;
using HeaderList = std::unique_ptr<curl_slist, CurlFree<curl_slist_free_all>>;

bool curlIsReady()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

/// The system's proxy for the address; none for this computer itself.
QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return QNetworkProxy::NoProxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

QByteArray proxyAddress(const QNetworkProxy &proxy)
{
    QUrl url;
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
        url.setScheme(u"http"_s);
        break;
    case QNetworkProxy::Socks5Proxy:
        url.setScheme(proxy.capabilities() & QNetworkProxy::HostNameLookupCapability ? u"socks5h"_s
                                                                                     : u"socks5"_s);
        break;
    default:
        return ""_ba;
    }
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.toEncoded();
}

/// Authorities that Qt knows by name; those that it only looks up in the system libcurl looks up there, too.
QByteArray knownAuthorities()
{
    QByteArray pem;
    for (const QSslCertificate &each : QSslConfiguration::defaultConfiguration().caCertificates())
        pem += each.toPem();
    return pem;
}

/// One file on its way, and its answer.
class FileSending {
public:
    FileSending(const HttpRequest &request, const Progress &upload)
        : m_request(request)
        , m_upload(upload)
        , m_file(request.bodyFile)
    {
    }
    ~FileSending();
    Q_DISABLE_COPY_MOVE(FileSending)

    Result<HttpReply> run(const std::stop_token &stop);

private:
    bool prepare();
    template <typename T>
    void set(CURLoption option, T value);
    void setRequest();
    void setConnection();
    void setCallbacks();
    std::optional<CURLcode> advance();
    bool hasMoved();
    bool isRefusedInFull() const;
    Result<HttpReply> ending(CURLcode code);
    Error noAnswer(QNetworkReply::NetworkError code, const QString &text) const;
    curl_off_t number(CURLINFO which) const;
    qint64 bodySize() const { return m_request.beforeFile.size() + m_fileSize + m_request.behindFile.size(); }

    size_t read(char *to, size_t most);
    qint64 readSome(char *to, qint64 most);
    bool takeHeader(const QByteArray &line);
    bool takeBody(const char *bytes, size_t size);

    const HttpRequest &m_request;
    const Progress &m_upload;
    QFile m_file;
    HeaderList m_headers;
    EasyHandle m_easy;
    MultiHandle m_multi;
    CurlText m_text {};
    HttpReply m_reply;
    bool m_settled = true; ///< libcurl knows all that it was told.
    bool m_behindProxy = false;
    bool m_begun = false; ///< The head goes out; before it, only bytes of the connection did.
    bool m_headIsWhole = false; ///< Of the answer.
    bool m_diskFailed = false;
    bool m_tooLarge = false;
    qint64 m_fileSize = 0;
    qint64 m_read = 0; ///< Of the body.
    qint64 m_received = 0; ///< Of the answer, with its head.
    qint64 m_sent = 0; ///< Of the body.
};

FileSending::~FileSending()
{
    if (m_multi && m_easy)
        curl_multi_remove_handle(m_multi.get(), m_easy.get());
}

template <typename T>
void FileSending::set(CURLoption option, T value)
{
    m_settled = curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK && m_settled;
}

bool FileSending::prepare()
{
    if (!curlIsReady())
        return false;
    m_multi.reset(curl_multi_init());
    m_easy.reset(curl_easy_init());
    if (!m_multi || !m_easy)
        return false;
    setRequest();
    setConnection();
    setCallbacks();
    return m_settled && curl_multi_add_handle(m_multi.get(), m_easy.get()) == CURLM_OK;
}

void FileSending::setRequest()
{
    const auto add = [this](const QByteArray &line) {
        curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
        m_settled = m_settled && longer;
        if (longer && !m_headers)
            m_headers.reset(longer);
    };
    for (const auto &[name, value] : m_request.headers)
        add(value.isEmpty() ? name + ';' : name + ": " + value);
    add("Accept-Encoding: identity"_ba);
    add("Expect:"_ba); // not sent: who waits for a permission that never comes waits a second
    set(CURLOPT_URL, m_request.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment).constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_HTTPHEADER, m_headers.get());
    set(CURLOPT_USERAGENT, "Rowlift");
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    set(CURLOPT_INFILESIZE_LARGE, curl_off_t(bodySize()));
    set(CURLOPT_UPLOAD_BUFFERSIZE, uploadBlock);
}

void FileSending::setConnection()
{
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    // On a kept connection libcurl would send a request again whose answer was lost.
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (QByteArray pem = knownAuthorities(); !pem.isEmpty()) {
        curl_blob blob { .data = pem.data(), .len = size_t(pem.size()), .flags = CURL_BLOB_COPY };
        set(CURLOPT_CAINFO_BLOB, &blob);
    }
    const QNetworkProxy proxy = proxyFor(m_request.url);
    const QByteArray address = proxyAddress(proxy);
    m_behindProxy = !address.isEmpty();
    set(CURLOPT_PROXY, address.constData()); // an empty one is none: not that of the environment either
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_HTTPPROXYTUNNEL, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (m_behindProxy && !proxy.user().isEmpty()) {
        set(CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
        set(CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
    }
    // Shared among the addresses of a host, so that one that is silent leaves time for the next.
    set(CURLOPT_CONNECTTIMEOUT_MS, long(m_request.inactivity.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a stop does not wait for a name server
}

void FileSending::setCallbacks()
{
    set(CURLOPT_ERRORBUFFER, m_text.data());
    set(CURLOPT_PREREQDATA, this);
    set(
        CURLOPT_PREREQFUNCTION, +[](void *self, char *, char *, int, int) {
            static_cast<FileSending *>(self)->m_begun = true;
            return CURL_PREREQFUNC_OK;
        });
    set(CURLOPT_READDATA, this);
    set(
        CURLOPT_READFUNCTION, +[](char *to, size_t size, size_t count, void *self) {
            return static_cast<FileSending *>(self)->read(to, size * count);
        });
    set(CURLOPT_HEADERDATA, this);
    set(
        CURLOPT_HEADERFUNCTION, +[](char *bytes, size_t size, size_t count, void *self) {
            const QByteArray line(bytes, qsizetype(size * count));
            return static_cast<FileSending *>(self)->takeHeader(line) ? size * count : 0;
        });
    set(CURLOPT_WRITEDATA, this);
    set(
        CURLOPT_WRITEFUNCTION, +[](char *bytes, size_t size, size_t count, void *self) {
            return static_cast<FileSending *>(self)->takeBody(bytes, size * count) ? size * count : 0;
        });
}

Result<HttpReply> FileSending::run(const std::stop_token &stop)
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(httpStorageError(m_request.bodyFile));
    m_fileSize = m_file.size();
    if (!prepare())
        return tl::unexpected(noAnswer(QNetworkReply::UnknownNetworkError, u"libcurl is not as expected"_s));
    m_upload.tell(0, bodySize());
    const std::stop_callback wake(stop, [this] { curl_multi_wakeup(m_multi.get()); });
    QDeadlineTimer patience(m_request.inactivity);
    while (!stop.stop_requested()) {
        const std::optional<CURLcode> end = advance();
        if (hasMoved())
            patience.setRemainingTime(m_request.inactivity);
        if (end)
            return ending(*end);
        if (isRefusedInFull())
            return std::move(m_reply);
        if (patience.hasExpired())
            return tl::unexpected(noAnswer(QNetworkReply::TimeoutError, u"nothing moved any more"_s));
        curl_multi_poll(m_multi.get(), nullptr, 0, int(patience.remainingTime()) + 1, nullptr);
    }
    return tl::unexpected(cancelledError());
}

/// Does what can be done without waiting; the code when it is over.
std::optional<CURLcode> FileSending::advance()
{
    int running = 0;
    if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK)
        return CURLE_FAILED_INIT;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            return message->data.result;
    }
    return {};
}

curl_off_t FileSending::number(CURLINFO which) const
{
    curl_off_t value = 0;
    curl_easy_getinfo(m_easy.get(), which, &value);
    return value;
}

/// Since it was asked last.
bool FileSending::hasMoved()
{
    const qint64 before = m_sent + m_received;
    const qint64 sent = number(CURLINFO_SIZE_UPLOAD_T);
    if (sent != m_sent) {
        m_sent = sent;
        m_upload.tell(m_sent, bodySize());
    }
    return m_sent + m_received != before;
}

/// libcurl goes on sending to whoever announces to close the connection after its refusal.
bool FileSending::isRefusedInFull() const
{
    if (!m_headIsWhole || m_reply.status < 300)
        return false;
    const qint64 length = number(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T);
    return length >= 0 && m_reply.body.size() >= length;
}

Result<HttpReply> FileSending::ending(CURLcode code)
{
    if (m_diskFailed)
        return tl::unexpected(httpStorageError(m_request.bodyFile));
    if (m_tooLarge)
        return tl::unexpected(tooLargeError(m_request, mostInMemory(m_request)));
    if (code == CURLE_OK) {
        if (!m_headIsWhole)
            return tl::unexpected(noAnswer(QNetworkReply::RemoteHostClosedError, u"half a head"_s));
        // A yes to half of a body is none.
        if (m_reply.status / 100 == 2 && m_sent < bodySize())
            return tl::unexpected(noAnswer(QNetworkReply::RemoteHostClosedError, u"an early yes"_s));
        return std::move(m_reply);
    }
    if (isRefusedInFull())
        return std::move(m_reply);
    long systemError = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &systemError);
    const QString text = QString::fromLocal8Bit(m_text[0] ? m_text.data() : curl_easy_strerror(code));
    return tl::unexpected(
        noAnswer(m_begun ? brokenOffCode(code) : notReachedCode(code, systemError, m_behindProxy), text));
}

Error FileSending::noAnswer(QNetworkReply::NetworkError code, const QString &text) const
{
    const bool saidYesEarly = m_reply.status / 100 == 2 && m_sent < bodySize(); // whatever it means by that
    if (saidYesEarly)
        code = QNetworkReply::ProtocolFailure;
    const bool bodyStayed
        = !m_begun || (m_read == 0 && bodySize() > 0 && code != QNetworkReply::ProtocolFailure);
    return noAnswerError(m_request, { .code = code, .text = text, .bodyStayed = bodyStayed });
}

size_t FileSending::read(char *to, size_t most)
{
    const qint64 some = std::min(qint64(most), bodySize() - m_read);
    const qint64 got = some > 0 ? readSome(to, some) : 0;
    m_diskFailed = got < 0 || (got == 0 && some > 0);
    if (m_diskFailed)
        return CURL_READFUNC_ABORT;
    m_read += got;
    return size_t(got);
}

/// From where it stands: what is in front of the file, of the file, or what is behind it.
qint64 FileSending::readSome(char *to, qint64 most)
{
    const auto copy = [to, most](const QByteArray &frame, qint64 from) {
        const qint64 some = std::min(most, frame.size() - from);
        std::copy_n(frame.constData() + from, some, to);
        return some;
    };
    const qint64 inFile = m_read - m_request.beforeFile.size();
    if (inFile < 0)
        return copy(m_request.beforeFile, m_read);
    if (inFile < m_fileSize)
        return m_file.read(to, std::min(most, m_fileSize - inFile));
    return copy(m_request.behindFile, inFile - m_fileSize);
}

bool FileSending::takeHeader(const QByteArray &line)
{
    m_received += line.size();
    m_tooLarge = m_received - m_reply.body.size() > longestHead;
    const QByteArray text = line.trimmed();
    const qsizetype colon = text.indexOf(':');
    if (line.startsWith("HTTP/")) { // again after one that only says "go on"
        m_reply.headers.clear();
        m_reply.status = text.mid(text.indexOf(' ') + 1).left(3).toInt();
    } else if (text.isEmpty()) {
        m_headIsWhole = m_reply.status >= 200;
    } else if (colon > 0) {
        m_reply.headers.emplace_back(text.left(colon).trimmed(), text.mid(colon + 1).trimmed());
    }
    return !m_tooLarge;
}

bool FileSending::takeBody(const char *bytes, size_t size)
{
    m_received += qint64(size);
    m_tooLarge = m_reply.body.size() + qsizetype(size) > mostInMemory(m_request);
    if (!m_tooLarge)
        m_reply.body.append(bytes, qsizetype(size));
    return !m_tooLarge;
}

} // namespace

Result<HttpReply> sendFile(const HttpRequest &request, const Progress &upload, std::stop_token stop)
{
    return FileSending(request, upload).run(stop);
}

} // namespace rowlift
