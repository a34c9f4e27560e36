#pragma once

#include "app/accounts/account.h"
#include "app/base/result.h"
#include "app/base/secret.h"

#include <QUrl>

#include <functional>
#include <stop_token>

namespace rowlift {

/// What it takes to sign in at an address: an app's id and secret, a user and password, or a token as it is.
struct Credentials {
    QUrl url;
    QString clientId;
    Secret clientSecret;
    SignInKind kind = SignInKind::ClientCredentials;
};

/// Finds the credentials of one account (keychain, practice server). May block; may be called from any
/// thread.
using CredentialsSource = std::function<Result<Credentials>(std::stop_token)>;

} // namespace rowlift
