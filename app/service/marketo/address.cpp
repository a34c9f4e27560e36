#include "app/service/marketo/address.h"

#include "app/net/http.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct AddressWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Address)
};

QString munchkinIdIn(const QString &text)
{
    static const QRegularExpression pattern(u"(?<![0-9a-z])[0-9]{3}-[a-z]{3}-[0-9]{3}(?![0-9a-z])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).captured().toLower();
}

} // namespace

Result<QUrl> restAddress(const QString &pasted)
{
    QUrl address;
    const QUrl url(pasted.trimmed(), QUrl::StrictMode);
    if (isLoopbackHost(url.host()) && url.scheme().startsWith("http"_L1)) {
        address.setScheme(url.scheme());
        address.setHost(url.host());
        address.setPort(url.port());
        return address;
    }
    const QString id = munchkinIdIn(pasted);
    if (id.isEmpty())
        return tl::unexpected(
            Error { .kind = Error::Kind::BadInput,
                    .sentence = AddressWords::tr(
                        "There is no Munchkin id in this, such as 123-ABC-456. Copy the REST endpoint from "
                        "Admin → Web Services in Marketo."),
                    .detail = {},
                    .retryAfter = {} });
    address.setScheme(u"https"_s);
    address.setHost(id + u".mktorest.com"_s);
    return address;
}

QString instanceName(const QUrl &base)
{
    const QString id = munchkinIdIn(base.host());
    return id.isEmpty() ? base.host() : id.toUpper();
}

} // namespace rowlift::marketo
