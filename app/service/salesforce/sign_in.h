#pragma once

#include "app/accounts/credentials.h"
#include "app/accounts/session_source.h"
#include "app/net/http.h"
#include "app/service/sign_in_form.h"

namespace rowlift::salesforce {

/// The ways to sign in, the usual one first.
std::vector<SignInForm> signInForms();

/// Asks for a token: in the name of an app (the "client credentials" flow: no window, no user, no refresh
/// token; the same call is made again when the token has expired), or with the refresh token that a sign-in
/// in the browser left; where Salesforce gives a new one in its place, that is kept before anything else. A
/// token that the person pasted is taken as it is, without a call. Source: contracts/salesforce.md, 1.5 to
/// 1.7.
Result<Session> signIn(Http &http, const Credentials &credentials, std::stop_token stop);

} // namespace rowlift::salesforce
