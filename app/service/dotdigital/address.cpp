#include "app/service/dotdigital/address.h"

#include "app/net/http.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct AddressWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Address)
};

QUrl regionAddress(const QString &region)
{
    return QUrl(u"https://r%1-api.dotdigital.com"_s.arg(region));
}

QUrl bareAddress(const QUrl &url)
{
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    bare.setPort(url.port());
    return bare;
}

/// The host of \a pasted, with or without a scheme before it.
QString hostIn(const QString &pasted)
{
    return QUrl(pasted.contains("://"_L1) ? pasted : "https://"_L1 + pasted).host().toLower();
}

bool isOfDotdigital(const QString &host)
{
    static const QRegularExpression pattern(
        u"(^|\\.)(dotdigital\\.com|dotmailer\\.com|apiconnector\\.com)$"_s);
    return pattern.match(host).hasMatch();
}

} // namespace

std::vector<QUrl> regionAddresses()
{
    return { regionAddress(u"1"_s), regionAddress(u"2"_s), regionAddress(u"3"_s) };
}

Result<QUrl> apiAddress(const QString &pasted)
{
    const QString text = pasted.trimmed();
    if (text.isEmpty())
        return regionAddresses().front();
    if (const QUrl url(text); isLoopbackHost(url.host()) && url.scheme().startsWith("http"_L1))
        return bareAddress(url);
    const QString host = hostIn(text);
    if (!isOfDotdigital(host))
        return tl::unexpected(Error {
            .kind = Error::Kind::BadInput,
            .sentence
            = AddressWords::tr("This is no address of Dotdigital. Leave it empty: the region is found "
                               "by itself."),
            .detail = {},
            .retryAfter = {} });
    static const QRegularExpression region(u"^r([0-9]{1,2})-"_s);
    const auto match = region.match(host);
    return match.hasMatch() ? regionAddress(match.captured(1)) : regionAddresses().front();
}

QUrl trustedEndpoint(const QString &named, const QUrl &asked)
{
    const QUrl url = bareAddress(QUrl(named));
    if (url == asked)
        return url;
    static const QRegularExpression host(u"^r[0-9]{1,2}-api\\.dotdigital\\.com$"_s);
    const bool safe = url.scheme() == "https"_L1 && url.port() == -1 && host.match(url.host()).hasMatch();
    return safe && !isLoopbackHost(asked.host()) ? url : QUrl();
}

} // namespace rowlift::dotdigital
