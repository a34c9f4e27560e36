#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QUrl>

#include <functional>
#include <stop_token>

namespace rowlift {

/// What it takes to sign in: an app's id and secret at an address.
struct Credentials {
    QUrl url;
    QString clientId;
    Secret clientSecret;
};

/// Finds the credentials of one account (keychain, practice server). May block; may be called from any
/// thread.
using CredentialsSource = std::function<Result<Credentials>(std::stop_token)>;

} // namespace rowlift
