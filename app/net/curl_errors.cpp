#include "app/net/curl_errors.h"

#include <system_error>

namespace rowlift {

QNetworkReply::NetworkError notReachedCode(CURLcode code, long systemError, bool behindProxy)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_RESOLVE_PROXY:
        return QNetworkReply::ProxyNotFoundError;
    case CURLE_PROXY:
        return QNetworkReply::UnknownProxyError;
    case CURLE_COULDNT_CONNECT:
        if (behindProxy)
            return QNetworkReply::ProxyConnectionRefusedError;
        return std::system_category().default_error_condition(int(systemError))
                == std::errc::connection_refused
            ? QNetworkReply::ConnectionRefusedError
            : QNetworkReply::UnknownNetworkError;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return QNetworkReply::SslHandshakeFailedError;
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    default: // such as the proxy's refusal of a tunnel
        return behindProxy ? QNetworkReply::UnknownProxyError : QNetworkReply::UnknownNetworkError;
    }
}

QNetworkReply::NetworkError brokenOffCode(CURLcode code)
{
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL: // what came does not begin as HTTP does
    case CURLE_WEIRD_SERVER_REPLY:
        return QNetworkReply::ProtocolFailure;
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    default:
        return QNetworkReply::RemoteHostClosedError;
    }
}

} // namespace rowlift
