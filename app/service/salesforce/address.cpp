#include "app/service/salesforce/address.h"

#include "app/net/http.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView lightningHost { ".lightning.force.com" };
constexpr QLatin1StringView apiHost { ".my.salesforce.com" };

struct AddressWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Address)
};

Error badAddress(const QString &sentence)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

} // namespace

Result<QUrl> serverAddress(const QUrl &pasted)
{
    const QString text = pasted.toString(QUrl::FullyEncoded).trimmed();
    QUrl url(text.contains("://"_L1) ? text : "https://"_L1 + text, QUrl::StrictMode);
    QString host = url.host().toLower();
    if (host.isEmpty())
        return tl::unexpected(badAddress(AddressWords::tr(
            "This is no address. Use the one in your browser when you work in Salesforce, such as "
            "acme.my.salesforce.com.")));
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopbackHost(host)))
        return tl::unexpected(badAddress(
            AddressWords::tr("Salesforce is only reached safely, by an address that begins with https.")));
    if (host.endsWith(lightningHost))
        host = host.chopped(lightningHost.size()) + apiHost;

    QUrl address;
    address.setScheme(url.scheme());
    address.setHost(host);
    address.setPort(url.port());
    return address;
}

QUrl recordPage(const QUrl &address, const QString &object, const QString &recordId)
{
    const bool plainId = (recordId.size() == 15 || recordId.size() == 18)
        && std::ranges::all_of(recordId, [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    const QString host = address.host();
    if (!plainId || !host.endsWith(apiHost))
        return {};
    QUrl page;
    page.setScheme(u"https"_s);
    page.setHost(host.chopped(apiHost.size()) + lightningHost);
    page.setPath(u"/lightning/r/%1/%2/view"_s.arg(object, recordId));
    return page;
}

} // namespace rowlift::salesforce
