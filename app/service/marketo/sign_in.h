#pragma once

#include "app/accounts/credentials.h"
#include "app/accounts/session_source.h"
#include "app/net/http.h"
#include "app/service/sign_in_form.h"

namespace rowlift::marketo {

/// The ways to sign in: an app of LaunchPoint, and nothing else.
std::vector<SignInForm> signInForms();

/// Asks for the token of an app. While one is alive Marketo hands out the same again, with less life left.
/// Session::identity is the API user. Source: contracts/marketo.md, 2.
Result<Session> signIn(Http &http, const Credentials &credentials, std::stop_token stop);

} // namespace rowlift::marketo
