#pragma once

#include "app/cli/command.h"
#include "app/draft/chosen_file.h"
#include "app/draft/draft.h"
#include "app/mapping/profile.h"

namespace rowlift::cli {

/// What import, plan and check know before they read the rows.
struct Preparation {
    Draft draft;
    const Service *service = nullptr;
    Account account; ///< Without a name when fields were given instead.
    std::unique_ptr<ServiceSession> session; ///< Of the account; null without one.
    QByteArray describe;
    Schema schema;
};

/// Adds `--profile` and what says how FILE is read: the dialect's options, `--sheet`, `--dates`,
/// `--decimals`, `--zone`, `--consent`.
void addPreparationOptions(QCommandLineParser &parser);
/// Adds `--account`, for commands that can do without.
void addAccountOption(QCommandLineParser &parser);
/// Adds `--fields`: a describe document in place of an account's.
void addFieldsOption(QCommandLineParser &parser);

/// How a column's dates are read, as the person says.
struct GivenDates {
    QString column;
    DateOrder order = DateOrder::NotADate;
    int twoDigitsFrom = 0; ///< DateReading::twoDigitsFrom; 0: not said.
};
struct GivenDecimals {
    QString column;
    DecimalSign sign = DecimalSign::Undecided;
};

/// The options as they were given, checked as far as they can be without the file. Fails with BadInput: wrong
/// usage.
struct PreparationOptions {
    DialectChoice dialect;
    QString profile = {};
    QString account = {}; ///< Empty: the one of the profile.
    QString fields = {}; ///< Empty: asks the account.
    QString kind = {}; ///< JobKind::id; empty: as the profile says.
    std::optional<SeveralFound> several = {}; ///< Absent: as the profile says.
    std::optional<bool> keepsOld = {}; ///< The same.
    std::vector<std::pair<QString, QString>> ofService = {}; ///< LoadOption::id and what was chosen.
    QString deleteIds = {}; ///< In place of a profile: the column with the ids of what is deleted …
    QString object = {}; ///< … and its kind.
    QString collection = {}; ///< Empty, here and below: as the profile says.
    QString key = {}; ///< A column, or "row".
    QString contactColumn = {};
    QString groupInto = {}; ///< Target::list
    std::optional<bool> sendsUnfound = {}; ///< Contacts are looked up first, and this is Draft::sendsUnfound.
    std::vector<GivenDates> dates = {};
    std::vector<GivenDecimals> decimals = {};
    QByteArray zone = {}; ///< Of times that name none; empty: as the profile says.
    std::vector<std::pair<QString, ConsentSend>> contact = {}; ///< Field and Treatment::consent.
};
Result<PreparationOptions> preparationOptions(const QCommandLineParser &parser);

/// Lays the profile over \a file. Fails with BadInput when the file or the service lacks something that the
/// profile imports, or when no row decides how dates or numbers are to be read: nobody watches a command, so
/// it must not go through with half of the columns, or guess. Errors of the account go through.
Result<Preparation> prepare(const ChosenFile &file, const PreparationOptions &options, const Tools &tools,
                            const std::stop_token &stop);

} // namespace rowlift::cli
