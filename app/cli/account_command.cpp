#include "app/cli/command.h"
#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

QString kindsOf(const Service &service)
{
    QStringList ids;
    for (const SignInForm &form : service.signIn())
        ids << signInId(form.kind);
    return ids.join(u", "_s);
}

QString serviceIds(const Tools &tools)
{
    QStringList ids;
    for (const auto &service : tools.services)
        ids << service->id();
    return ids.join(u", "_s);
}

/// What the options of `account add` say. Fails with the sentence for wrong usage.
Result<Account> accountFrom(const QCommandLineParser &parser, const QString &name, const Tools &tools)
{
    Account account;
    account.name = name;
    const Service *service = serviceById(tools.services, parser.value(u"service"_s));
    if (!service)
        return tl::unexpected(
            badInput(AccountWords::tr("--service takes one of: %1.").arg(serviceIds(tools))));
    account.service = service->id();
    const std::vector<SignInForm> forms = service->signIn();
    const SignInForm *form = &forms.front();
    if (parser.isSet(u"sign-in"_s)) {
        const auto kind = signInFromId(parser.value(u"sign-in"_s));
        form = kind ? formOfKind(forms, *kind) : nullptr;
        if (!form)
            return tl::unexpected(
                badInput(AccountWords::tr("--sign-in takes one of: %1.").arg(kindsOf(*service))));
    }
    account.signIn = form->kind;
    const auto address = service->address(parser.value(u"url"_s));
    if (!address)
        return tl::unexpected(address.error());
    account.url = *address;
    account.user = parser.value(parser.isSet(u"user"_s) ? u"user"_s : u"client-id"_s);
    const SignInField *user = form->field(SignInField::Id::User);
    if (user && !user->optional && account.user.isEmpty())
        return tl::unexpected(badInput(
            AccountWords::tr("%1 is needed for this way to sign in: %2.")
                .arg(account.signIn == SignInKind::ClientCredentials ? u"--client-id"_s : u"--user"_s,
                     user->label)));
    return account;
}

int addAccount(const QCommandLineParser &parser, const QString &name, const Tools &tools)
{
    auto account = accountFrom(parser, name, tools);
    if (!account)
        return wrongUsage(account.error().sentence);
    Secret secret;
    if (parser.isSet(u"secret-stdin"_s)) {
        auto given = secretFromInput();
        if (!given)
            return couldNot(given.error());
        secret = std::move(*given);
    }
    const auto added = tools.book.add(*account);
    if (!added)
        return couldNot(added.error());
    print(AccountWords::tr("Added “%1”.").arg(added->name));
    if (secret.isEmpty()) {
        say(AccountWords::tr(
            "Its secret is not known yet. Give it with --secret-stdin whenever it is needed."));
        return Fine;
    }
    const auto kept = tools.secrets().keep(added->id, secret, {});
    if (kept && kept->kept == SecretStore::Kept::InKeychain) {
        print(AccountWords::tr("Its secret is in this computer's keychain."));
        return Fine;
    }
    say(AccountWords::tr(
        "This computer has no keychain that Rowlift can use, so the secret was not kept. Give it "
        "with --secret-stdin whenever it is needed."));
    if (kept && !kept->why.isEmpty())
        say(AccountWords::tr("Details: %1").arg(kept->why));
    return Fine;
}

int listAccounts(const QCommandLineParser &parser, const Tools &tools)
{
    if (const auto known = tools.book.accounts(); !known)
        return couldNot(known.error());
    QJsonArray list;
    for (const Account &account : tools.accounts) {
        const Service *service = serviceById(tools.services, account.service);
        const QString where = account.environment == Environment::Practice
            ? AccountWords::tr("practice, on this computer")
            : account.url.toDisplayString();
        list.append(toJson(account));
        if (!parser.isSet(u"json"_s))
            print(u"%1\t%2\t%3\t%4"_s.arg(account.name, service ? service->name() : account.service, where,
                                          account.user));
    }
    if (parser.isSet(u"json"_s))
        printJson({ { u"accounts"_s, list } });
    return Fine;
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return AccountWords::tr("Production");
    case Environment::Sandbox:
        return AccountWords::tr("Sandbox");
    case Environment::Practice:
        return AccountWords::tr("Practice");
    }
    return {};
}

int testAccount(const QCommandLineParser &parser, const Account &account, const Tools &tools)
{
    if (const Done taken = takeSecret(parser, account, tools); !taken)
        return couldNot(taken.error());
    const auto facts = tools.openSession(account)->test({});
    if (!facts)
        return couldNot(facts.error());
    print(AccountWords::tr("Signed in to %1 as %2 (%3).")
              .arg(facts->organization, facts->user, environmentWord(facts->environment)));
    return Fine;
}

int removeAccount(const QCommandLineParser &parser, const Account &account, const Tools &tools)
{
    if (account.environment == Environment::Practice)
        return couldNot(badInput(AccountWords::tr("“%1” is always there.").arg(account.name)));
    const auto forgotten = tools.secrets().forget(account.id, {}); // while the account tells whose it is
    if (!forgotten && !parser.isSet(u"force"_s)) {
        say(AccountWords::tr("The account stays; --force removes it all the same."));
        return couldNot(forgotten.error());
    }
    if (const Done removed = tools.book.remove(account.id); !removed)
        return couldNot(removed.error());
    print(AccountWords::tr("Removed “%1”.").arg(account.name));
    if (!forgotten || !*forgotten)
        say(AccountWords::tr("No secret of it was found. Should the keychain be locked, open its own program "
                             "and delete the entry of Rowlift there."));
    return Fine;
}

} // namespace

int accountCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(AccountWords::tr("Adds, lists, tests and removes accounts."));
    parser.addPositionalArgument(u"add|list|test|remove"_s, AccountWords::tr("What to do."));
    parser.addPositionalArgument(u"NAME"_s, AccountWords::tr("The account's name."), u"[NAME]"_s);
    parser.addOptions(
        { { u"service"_s, AccountWords::tr("Of which service: %1.").arg(serviceIds(tools)), u"S"_s },
          { u"url"_s, AccountWords::tr("The address of the account."), u"URL"_s },
          { u"sign-in"_s, AccountWords::tr("How to sign in; absent: the service's usual way."), u"HOW"_s },
          { u"client-id"_s, AccountWords::tr("The app's client id (Salesforce: its “Consumer Key”)."),
            u"ID"_s },
          { u"user"_s, AccountWords::tr("The API user's name."), u"U"_s },
          { u"force"_s, AccountWords::tr("Removes it even when the keychain does not let its secret go.") },
          { u"json"_s, AccountWords::tr("Answers as JSON.") } });
    addSecretOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(0);
    if (what == u"list" && words.size() == 1)
        return listAccounts(parser, tools);
    if (words.size() != 2)
        return wrongUsage(AccountWords::tr("account takes one of add NAME, list, test NAME, remove NAME."));
    if (what == u"add")
        return addAccount(parser, words[1], tools);
    if (what != u"test" && what != u"remove")
        return wrongUsage(AccountWords::tr("account takes one of add NAME, list, test NAME, remove NAME."));
    const auto account = std::ranges::find(tools.accounts, words[1], &Account::name);
    if (account == tools.accounts.end())
        return couldNot(badInput(AccountWords::tr("There is no account “%1”.").arg(words[1])));
    return what == u"test" ? testAccount(parser, *account, tools) : removeAccount(parser, *account, tools);
}

} // namespace rowlift::cli
