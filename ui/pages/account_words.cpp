#include "ui/pages/account_words.h"

#include "ui/widgets/destination_strip.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::AccountWords)
};

} // namespace

QString serviceName(const QString &id, const Services &services)
{
    const Service *service = serviceById(services, id);
    return service ? service->name() : id;
}

QString environmentWord(const Account &account, const Services &services)
{
    const Service *service = serviceById(services, account.service);
    if (account.environment == Environment::Sandbox && service && !service->tellsEnvironment())
        return AccountWords::tr("For tests");
    return DestinationStrip::kindWord(static_cast<DestinationStrip::Kind>(account.environment));
}

QString importLater()
{
    return AccountWords::tr("import comes later");
}

bool canImportInto(const Account &account, const Services &services)
{
    const Service *service = serviceById(services, account.service);
    return service && (account.environment == Environment::Practice || !cannotImport(*service));
}

QString accountLine(const Account &account, const Services &services)
{
    QStringList parts { environmentWord(account, services) };
    if (account.signIn == SignInKind::Basic && !account.user.isEmpty()) // an app's id tells people nothing
        parts << account.user;
    if (!account.url.host().isEmpty())
        parts << account.url.host();
    return parts.join(u" · "_s);
}

QString connectedWords(const AccountFacts &facts)
{
    return facts.user.isEmpty() ? AccountWords::tr("Connected")
                                : AccountWords::tr("Connected as %1").arg(facts.user);
}

QString signedInWords(const AccountFacts &facts, const Service &service)
{
    if (facts.organization.isEmpty() || facts.user.isEmpty())
        return connectedWords(facts);
    const QString who
        = AccountWords::tr("Signed in to %1 as %2", "organization, user").arg(facts.organization, facts.user);
    if (!service.tellsEnvironment())
        return who;
    //: %1 "Signed in to Acme as anna@acme.com", %2 Production or Sandbox
    return AccountWords::tr("%1 (%2)").arg(
        who, DestinationStrip::kindWord(static_cast<DestinationStrip::Kind>(facts.environment)));
}

QString proposedName(const AccountFacts &facts, const QString &service, const std::vector<Account> &known)
{
    QString name = facts.organization.isEmpty() ? facts.user : facts.organization;
    if (name.isEmpty())
        name = service;
    if (facts.environment == Environment::Sandbox)
        name = AccountWords::tr("%1 (Sandbox)", "name of an organization").arg(name);
    const auto taken = [&known](const QString &candidate) {
        return std::ranges::any_of(known, [&candidate](const Account &account) {
            return account.name.compare(candidate, Qt::CaseInsensitive) == 0;
        });
    };
    QString free = name;
    for (int number = 2; taken(free); ++number)
        free = u"%1 %2"_s.arg(name).arg(number);
    return free;
}

QString keepingWords(const QString &name, const SecretStore::Keeping &keeping)
{
    switch (keeping.kept) {
    case SecretStore::Kept::InKeychain:
        return AccountWords::tr("“%1” is saved. Its secret is in this computer's keychain.").arg(name);
    case SecretStore::Kept::UntilQuit:
        break;
    }
    return AccountWords::
        tr("“%1” is saved. No keychain of this computer took its secret, so it is remembered until you quit.")
            .arg(name);
}

} // namespace rowlift::ui
