#pragma once

#include "app/accounts/secret_store.h"
#include "app/service/service.h"

/// How accounts are spoken of.
namespace rowlift::ui {

/// The service's own name; its id where this Rowlift does not know it.
[[nodiscard]] QString serviceName(const QString &id, const Services &services);
/// "Production", "Sandbox", "Practice"; "For tests" where the service has no kinds of accounts of its own.
[[nodiscard]] QString environmentWord(const Account &account, const Services &services);
/// What accounts of a service are marked with that nothing can be imported into yet.
[[nodiscard]] QString importLater();
/// "anna@acme.com · acme.my.salesforce.com", as far as it is known.
[[nodiscard]] QString accountLine(const Account &account, const Services &services);
/// Whether its service is known here and takes imports.
[[nodiscard]] bool canImportInto(const Account &account, const Services &services);
/// "Connected as anna@acme.com".
[[nodiscard]] QString connectedWords(const AccountFacts &facts);
/// "Signed in to Acme as anna@acme.com (Sandbox).", as far as \a service tells.
[[nodiscard]] QString signedInWords(const AccountFacts &facts, const Service &service);
/// A name for a new account, which none of \a known has.
[[nodiscard]] QString proposedName(const AccountFacts &facts, const QString &service,
                                   const std::vector<Account> &known);
/// Where the secret of the account \a name is now.
[[nodiscard]] QString keepingWords(const QString &name, const SecretStore::Keeping &keeping);

} // namespace rowlift::ui
