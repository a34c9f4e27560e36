#pragma once

#include "app/accounts/credentials.h"
#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"
#include "app/service/sign_in_form.h"

#include <QJsonObject>

namespace rowlift::dotdigital {

/// The ways to sign in: an API user and its password, and nothing else.
std::vector<SignInForm> signInForms();

/// Finds the region of an account, by asking one that is named or the first one, and the others when that one
/// does not let the user in. Session::token is what goes behind "Basic"; there is nothing to renew.
/// Source: contracts/dotdigital.md, 1.
Result<Session> signIn(Http &http, const Clock &clock, const Credentials &credentials, std::stop_token stop);

/// A property of an answer of account-info, as text. Empty when it is not there.
QString accountProperty(const QJsonObject &accountInfo, QStringView name);

} // namespace rowlift::dotdigital
