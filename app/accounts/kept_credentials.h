#pragma once

#include "app/accounts/credentials.h"
#include "app/accounts/secret_store.h"

namespace rowlift {

/// The credentials of an account of the book, its secret from \a secrets (which must outlive them). Fails
/// with SignIn when no secret is known.
Result<Credentials> keptCredentials(const Account &account, SecretStore &secrets, std::stop_token stop);

} // namespace rowlift
