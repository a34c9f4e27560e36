#pragma once

#include "app/accounts/account.h"
#include "app/base/result.h"
#include "app/base/secret.h"

#include <QUrl>

#include <functional>
#include <optional>
#include <stop_token>

namespace rowlift {

/// What it takes to sign in at an address.
struct Credentials {
    QUrl url;
    QString clientId; ///< The app's id, or the user; empty with a token.
    Secret clientSecret; ///< The app's secret, the password, the token or refresh token.
    SignInKind kind = SignInKind::ClientCredentials;
    /// Keeps the secret that the service gave in place of this one, which is good no more. To be called
    /// before anything else is done with what came along. Empty: this sign-in's secret never changes by
    /// itself.
    std::function<Done(const Secret &next, std::stop_token stop)> replaceSecret = {};
    /// The secret as it is kept now, which another start of the program may have replaced meanwhile. Empty:
    /// as above.
    std::function<Result<std::optional<Secret>>(std::stop_token stop)> secretAgain = {};
};

/// Finds the credentials of one account (keychain, practice server). May block; may be called from any
/// thread.
using CredentialsSource = std::function<Result<Credentials>(std::stop_token)>;

} // namespace rowlift
