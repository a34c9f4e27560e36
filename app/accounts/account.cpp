#include "app/accounts/account.h"

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

// In the order of their enumerations.
constexpr std::array signInIds { QLatin1StringView("client-credentials"), QLatin1StringView("token"),
                                 QLatin1StringView("basic"), QLatin1StringView("browser") };
constexpr std::array environmentIds { QLatin1StringView("production"), QLatin1StringView("sandbox"),
                                      QLatin1StringView("practice") };

/// Plans of the first version have a number here.
Environment environmentFrom(const QJsonValue &json)
{
    const auto word = std::ranges::find(environmentIds, json.toString(), [](auto id) { return QString(id); });
    const auto index = json.isDouble() ? json.toInt() : static_cast<int>(word - environmentIds.begin());
    return index >= 0 && index < static_cast<int>(environmentIds.size()) ? static_cast<Environment>(index)
                                                                         : Environment::Production;
}

/// The ids are fixed: runs, drafts and cached documents name them.
Account practiceAccount(const QUuid &id, const QString &service, const QString &name, SignInKind kind)
{
    return { .id = id,
             .service = service,
             .name = name,
             .environment = Environment::Practice,
             .url = {},
             .signIn = kind,
             .user = {} };
}

} // namespace

std::vector<Account> practiceAccounts()
{
    return { practiceSalesforceAccount(),
             practiceAccount(QUuid(u"{0c8e61a4-3a52-4d0f-8d3e-70726163746d}"_s), u"marketo"_s,
                             u"practice-marketo"_s, SignInKind::ClientCredentials),
             practiceAccount(QUuid(u"{e2b7f5d0-91c6-4f7a-b1a9-707261637464}"_s), u"dotdigital"_s,
                             u"practice-dotdigital"_s, SignInKind::Basic) };
}

Account practiceSalesforceAccount()
{
    return practiceAccount(QUuid(u"{6b1d5c0e-5a1f-4e0b-9f55-70726163746e}"_s), u"salesforce"_s, u"practice"_s,
                           SignInKind::ClientCredentials);
}

QString signInId(SignInKind kind)
{
    if (kind == SignInKind::Unknown)
        return u"unknown"_s;
    return signInIds[static_cast<std::size_t>(kind)];
}

std::optional<SignInKind> signInFromId(const QString &id)
{
    const auto known = std::ranges::find(signInIds, id, [](auto word) { return QString(word); });
    return known == signInIds.end() ? std::nullopt
                                    : std::optional(static_cast<SignInKind>(known - signInIds.begin()));
}

QJsonObject toJson(const Account &account)
{
    return { { u"id"_s, account.id.toString(QUuid::WithoutBraces) },
             { u"service"_s, account.service },
             { u"name"_s, account.name },
             { u"environment"_s, environmentIds[static_cast<std::size_t>(account.environment)] },
             { u"url"_s, account.url.toString() },
             { u"signIn"_s, signInId(account.signIn) },
             { u"user"_s, account.user } };
}

Account accountFromJson(const QJsonObject &json)
{
    return { .id = QUuid::fromString(json[u"id"].toString()),
             .service = json[u"service"].toString(),
             .name = json[u"name"].toString(),
             .environment = environmentFrom(json[u"environment"]),
             .url = QUrl(json[u"url"].toString()),
             .signIn = signInFromId(json[u"signIn"].toString()).value_or(SignInKind::Unknown),
             .user = json[u"user"].toString() };
}

} // namespace rowlift
