#include "app/net/http_errors.h"

#include "app/net/redact.h"

#include <QCoreApplication>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct HttpWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Http)
};

QString detailOf(const HttpRequest &request, const NoAnswer &why)
{
    return u"%1 %2: %3 (%4)"_s
        .arg(QString::fromLatin1(request.method), redactedUrl(request.url), redactedText(why.text))
        .arg(int(why.code));
}

Error notReachedError(const HttpRequest &request, const NoAnswer &why)
{
    const QString host = request.url.host();
    Error error {
        .kind = Error::Kind::Network, .sentence = {}, .detail = detailOf(request, why), .retryAfter = {}
    };
    switch (why.code) {
    case QNetworkReply::ConnectionRefusedError:
        error.sentence
            = HttpWords::tr("Could not reach %1. It takes no connections at the moment.").arg(host);
        break;
    case QNetworkReply::HostNotFoundError:
        error.sentence
            = HttpWords::tr("Could not reach %1. There is no such address, or this computer is offline.")
                  .arg(host);
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.sentence
            = HttpWords::tr("Could not reach %1. No secure connection came about: check the address and this "
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
            = HttpWords::tr(
                  "Could not reach %1. The proxy did not let the connection through: check its settings.")
                  .arg(host);
        break;
    default:
        error.sentence = HttpWords::tr("Could not reach %1. Check the internet connection.").arg(host);
    }
    return error;
}

} // namespace

Error noAnswerError(const HttpRequest &request, const NoAnswer &why)
{
    if (why.bodyStayed)
        return notReachedError(request, why);
    const QString host = request.url.host();
    switch (why.code) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return notReachedError(request, why);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return { .kind = Error::Kind::BadReply,
                 .sentence
                 = HttpWords::tr(
                       "The answer from %1 makes no sense. Something between it and this computer may "
                       "have changed it.")
                       .arg(host),
                 .detail = detailOf(request, why),
                 .retryAfter = {} };
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return { .kind = Error::Kind::Timeout,
                 .sentence = HttpWords::tr("%1 did not answer in time.").arg(host),
                 .detail = detailOf(request, why),
                 .retryAfter = {} };
    default:
        return { .kind = Error::Kind::Timeout,
                 .sentence
                 = HttpWords::tr("The connection to %1 broke off before its answer had come.").arg(host),
                 .detail = detailOf(request, why),
                 .retryAfter = {} };
    }
}

Error badHeadersError(const HttpRequest &request)
{
    return { .kind = Error::Kind::Rejected,
             .sentence
             = HttpWords::tr("Nothing was sent to %1: a setting for it has characters that cannot be "
                             "part of a request.")
                   .arg(request.url.host()),
             .detail = u"%1 %2: control signs in a header"_s.arg(QString::fromLatin1(request.method),
                                                                 redactedUrl(request.url)),
             .retryAfter = {} };
}

Error tooLargeError(const HttpRequest &request, qint64 most)
{
    return { .kind = Error::Kind::BadReply,
             .sentence
             = HttpWords::tr("The answer from %1 is far larger than it should be. Check the address.")
                   .arg(request.url.host()),
             .detail = u"%1 %2: more than %3 bytes"_s
                           .arg(QString::fromLatin1(request.method), redactedUrl(request.url))
                           .arg(most),
             .retryAfter = {} };
}

Error httpStorageError(const QString &path)
{
    return { .kind = Error::Kind::Storage,
             .sentence = HttpWords::tr("The file %1 could not be read or written. Check the disk.").arg(path),
             .detail = {},
             .retryAfter = {} };
}

} // namespace rowlift
