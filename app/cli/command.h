#pragma once

#include "app/accounts/account_book.h"
#include "app/accounts/secret_store.h"
#include "app/base/clock.h"
#include "app/base/folders.h"
#include "app/csv/dialect.h"
#include "app/service/service.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace rowlift::cli {

/// Exit codes of cli.md.
enum Exit { Fine = 0, RowsNeedALook = 1, WrongUsage = 2, CouldNot = 3, Interrupted = 4 };

/// What the commands work with; main.cpp puts it together.
struct Tools {
    const Services &services;
    Folders folders;
    Clock &clock;
    SessionMaker openSession;
    std::vector<Account> accounts; ///< The practice accounts and those of the book.
    AccountBook &book;
    std::function<SecretStore &()> secrets; ///< The one store, made at first use.
    QString version;
    std::function<int(const QStringList &)> practice; ///< `rowlift practice …`
    std::function<int(const QStringList &)> demo; ///< `rowlift demo …`
};

/// A command's own words for wrong usage, or for what could not be done, on standard error. Nothing is said
/// of what was interrupted.
int wrongUsage(const QString &sentence);
int couldNot(const Error &error);
/// To standard output, as UTF-8, with a line end.
void print(const QString &text);
void printJson(const QJsonObject &json);
void say(const QString &text); ///< To standard error.

/// Adds `--delimiter`, `--quote`, `--escape`, `--encoding`, `--header-row`, `--header-rows`, `--no-header`,
/// `--last-row`, `--comment`, `--trim`, `--no-trim`, `--blank-word`; absent means detected.
void addDialectOptions(QCommandLineParser &parser);
/// Fails with BadInput when an option makes no sense.
Result<DialectChoice> dialectChoiceFrom(const QCommandLineParser &parser);
/// The first line of standard input. Fails with BadInput when there is none.
Result<Secret> secretFromInput();
/// Adds `--secret-stdin`: a secret for this process alone, for machines without a keychain.
void addSecretOption(QCommandLineParser &parser);
/// Reads it, if the option is there: the first line of standard input. Fails with BadInput when there is
/// none.
Done takeSecret(const QCommandLineParser &parser, const Account &account, const Tools &tools);
/// Parses \a arguments (first what the command is called by, "rowlift plan"); answers --help. False: \a exit
/// is the code to end with.
bool parse(QCommandLineParser &parser, const QStringList &arguments, int *exit);

int inspectCommand(const QStringList &arguments);
int cleanCommand(const QStringList &arguments);
int mapCommand(const QStringList &arguments, const Tools &tools);
int accountCommand(const QStringList &arguments, const Tools &tools);
int checkCommand(const QStringList &arguments, const Tools &tools);
int planCommand(const QStringList &arguments, const Tools &tools);
int importCommand(const QStringList &arguments, const Tools &tools);
int resumeCommand(const QStringList &arguments, const Tools &tools);
int runsCommand(const QStringList &arguments, const Tools &tools);
int reportCommand(const QStringList &arguments, const Tools &tools);

} // namespace rowlift::cli
