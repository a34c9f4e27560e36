#include "app/accounts/kept_credentials.h"

#include <QCoreApplication>

#include <utility>

namespace rowlift {

namespace {

struct KeptWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::KeptCredentials)
};

} // namespace

Result<Credentials> keptCredentials(const Account &account, SecretStore &secrets, std::stop_token stop)
{
    if (account.signIn == SignInKind::Unknown)
        return tl::unexpected(
            Error { .kind = Error::Kind::BadInput,
                    .sentence = KeptWords::tr("“%1” signs in in a way that this Rowlift does not know. Use a "
                                              "newer one, or add the account again.")
                                    .arg(account.name),
                    .detail = {},
                    .retryAfter = {} });
    const auto secret = secrets.find(account.id, std::move(stop));
    if (!secret)
        return tl::unexpected(secret.error());
    if (!*secret)
        return tl::unexpected(
            Error { .kind = Error::Kind::SignIn,
                    .sentence = KeptWords::tr("The secret of “%1” is not known on this computer, or its "
                                              "keychain is locked. Unlock it, or enter the secret again.")
                                    .arg(account.name),
                    .detail = {},
                    .retryAfter = {} });
    return Credentials { .url = account.url,
                         .clientId = account.user,
                         .clientSecret = **secret,
                         .kind = account.signIn,
                         .replaceSecret =
                             [id = account.id, &secrets](const Secret &next, std::stop_token ask) {
                                 return secrets.replace(id, next, std::move(ask));
                             },
                         .secretAgain
                         = [id = account.id, &secrets](
                               std::stop_token ask) { return secrets.findAgain(id, std::move(ask)); } };
}

} // namespace rowlift
