#include "app/service/dotdigital/sign_in.h"

#include "app/net/redact.h"
#include "app/service/dotdigital/address.h"
#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/api_error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::SignIn)
};

constexpr int notThisRegion = 403;

Secret basicToken(const Credentials &credentials)
{
    const QString both = credentials.clientId + u':' + credentials.clientSecret.reveal();
    return Secret(QString::fromLatin1(both.toUtf8().toBase64()));
}

/// The regions to ask, the likely one first. A server on this computer has no others.
std::vector<QUrl> candidatesFrom(const QUrl &address)
{
    std::vector<QUrl> candidates = regionAddresses();
    if (std::ranges::find(candidates, address) == candidates.end())
        return { address };
    std::ranges::stable_partition(candidates, [&](const QUrl &candidate) { return candidate == address; });
    return candidates;
}

} // namespace

std::vector<SignInForm> signInForms()
{
    std::vector<SignInChoice> regions { { .label = SignInWords::tr("Found by itself"), .url = {} } };
    const QStringList names { SignInWords::tr("Europe"), SignInWords::tr("North America"),
                              SignInWords::tr("Asia Pacific") };
    const std::vector<QUrl> addresses = regionAddresses();
    for (qsizetype index = 0; index < names.size(); ++index)
        regions.push_back({ .label = names[index], .url = addresses[std::size_t(index)] });
    return { { .kind = SignInKind::Basic,
               .label = SignInWords::tr("With an API user and password"),
               .fields
               = { { .id = SignInField::Id::User,
                     .label = SignInWords::tr("API user"),
                     .help = SignInWords::tr("In Dotdigital: Settings → Access → API users."),
                     .placeholder = u"apiuser-0123456789ab@apiconnector.com"_s },
                   { .id = SignInField::Id::Secret,
                     .label = SignInWords::tr("Password"),
                     .help = SignInWords::tr("The one that was chosen for the API user, not your own.") },
                   { .id = SignInField::Id::Url,
                     .label = SignInWords::tr("Region"),
                     .help = SignInWords::tr("Only needed when it cannot be found."),
                     .optional = true,
                     .choices = std::move(regions) } } } };
}

Result<Session> signIn(Http &http, const Clock &clock, const Credentials &credentials, std::stop_token stop)
{
    const Result<QUrl> address = apiAddress(credentials.url.toString());
    if (!address)
        return tl::unexpected(address.error());
    Session session { .base = *address, .token = basicToken(credentials), .identity = {} };
    const HttpRequest request = accountInfoRequest(session);
    Result<HttpReply> reply = http.send(request, Progress(), stop);
    for (const QUrl &candidate : candidatesFrom(*address)) {
        if (!reply || reply->status != notThisRegion)
            break;
        if (candidate == session.base) // asked already
            continue;
        session.base = candidate;
        reply = http.send(accountInfoRequest(session), Progress(), stop);
    }
    if (!reply)
        return tl::unexpected(reply.error());
    const QJsonObject info = QJsonDocument::fromJson(reply->body).object();
    if (reply->status != 200 || !info.contains("properties"_L1))
        return tl::unexpected(
            errorFrom(request, withoutSecrets(*reply, secretsIn(session.token)), clock.now()));
    const QUrl own = trustedEndpoint(accountProperty(info, u"ApiEndpoint"), session.base);
    if (!own.isEmpty())
        session.base = own;
    return session;
}

QString accountProperty(const QJsonObject &accountInfo, QStringView name)
{
    const QJsonArray properties = accountInfo.value("properties"_L1).toArray();
    const auto found = std::ranges::find_if(
        properties, [name](const QJsonValue &property) { return property["name"_L1].toString() == name; });
    return found == properties.end() ? QString() : (*found).toObject().value("value"_L1).toString();
}

} // namespace rowlift::dotdigital
