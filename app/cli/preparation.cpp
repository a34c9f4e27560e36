#include "app/cli/preparation.h"

#include "app/cli/consent_choices.h"
#include "app/cli/describe_file.h"
#include "app/cli/input_file.h"
#include "app/cli/load_choices.h"
#include "app/cli/readings.h"
#include "app/cli/record_choices.h"
#include "app/csv/bad_input.h"
#include "app/draft/file_look.h"
#include "app/mapping/idle_key.h"
#include "app/mapping/properties.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct PreparationWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

template <typename T>
void lay(const std::optional<T> &given, std::optional<T> &over)
{
    if (given)
        over = given;
}

/// What was given now counts, the rest is as the profile says.
DialectChoice laidOver(DialectChoice choice, const DialectChoice &given)
{
    lay(given.delimiter, choice.delimiter);
    lay(given.quote, choice.quote);
    lay(given.escape, choice.escape);
    lay(given.encoding, choice.encoding);
    lay(given.headerRecord, choice.headerRecord);
    lay(given.headerRows, choice.headerRows);
    lay(given.comment, choice.comment);
    lay(given.skipEmpty, choice.skipEmpty);
    lay(given.trim, choice.trim);
    lay(given.blankWords, choice.blankWords);
    lay(given.lastRecord, choice.lastRecord);
    return choice;
}

/// What the profile imports and this file, or the service by now, lacks.
QStringList lostIn(const Mapping &mapping, const QStringList &columns, const Schema &schema)
{
    QStringList lost;
    for (const ColumnMapping &column : mapping.columns) {
        const bool there = columns.contains(column.column) && canBeGiven(schema, column.field);
        if (!column.field.isEmpty() && !there)
            lost << u"%1 → %2"_s.arg(column.column, column.field);
    }
    for (const ExtraField &extra : mapping.extras) {
        if (!canBeMade(extra, columns) || !canBeGiven(schema, extra.field))
            lost << u"%1 → %2"_s.arg(
                extra.isFixed() ? u"“%1”"_s.arg(extra.text) : extra.columns.join(u" + "_s), extra.field);
    }
    return lost;
}

/// What the service refuses of every row, or would take for something else than is meant.
Done isSendable(const Draft &draft, const Schema &schema)
{
    const Target &target = draft.target;
    QStringList refused;
    for (const QString &name : draft.mapping.fields()) {
        const Field *field = schema.field(name);
        const bool findsRecord = target.looksUp() && name == target.keyField;
        const bool isSet = field && field->writable(target.operation) && !isIdleKey(*field, target);
        if (field && !findsRecord && !isSet)
            refused << field->name;
    }
    if (!refused.isEmpty())
        return tl::unexpected(badInput(
            PreparationWords::tr("%1 takes no values for %2 this way. Save the profile anew without.")
                .arg(schema.object.labelPlural, refused.join(u", "_s))));
    if (target.looksUp()) {
        const Field *by = schema.field(target.keyField);
        if (by && by->searchable)
            return {};
        return tl::unexpected(
            badInput(PreparationWords::tr("%1 cannot be looked up by “%2”. Save the profile anew.")
                         .arg(schema.object.labelPlural, target.keyField)));
    }
    if (target.operation != Operation::Upsert)
        return {};
    const bool isMade
        = std::ranges::any_of(schema.fields, [](const Field &field) { return !field.madeOfRow.isEmpty(); });
    if (target.keyField.isEmpty() && isMade)
        return {};
    if (target.keyField.isEmpty())
        return tl::unexpected(badInput(PreparationWords::tr(
            "The profile does not say by which field records are found. Save it anew.")));
    const Field *key = schema.field(target.keyField);
    if (!key || !key->key)
        return tl::unexpected(
            badInput(PreparationWords::tr("%1 cannot be found by “%2”. Save the profile anew.")
                         .arg(schema.object.labelPlural, target.keyField)));
    return {};
}

/// Asks the account, or reads the document that was given.
Done takeFields(Preparation &ready, Profile &profile, const PreparationOptions &options, const Tools &tools,
                const std::stop_token &stop)
{
    if (!options.fields.isEmpty()) {
        auto document = readDescribe(options.fields, tools.services);
        if (!document)
            return tl::unexpected(document.error());
        ready.service = document->service;
        ready.describe = std::move(document->bytes);
        const auto object = chosenObject(options, *ready.service, nullptr, stop);
        return object ? Done {} : tl::unexpected(object.error());
    }
    const QString &name = options.account.isEmpty() ? profile.account : options.account;
    const auto account = std::ranges::find(tools.accounts, name, &Account::name);
    if (account == tools.accounts.end())
        return tl::unexpected(badInput(
            name.isEmpty() ? PreparationWords::tr(
                                 "The profile “%1” names no account, so the fields of the service are not "
                                 "known. Give them with --fields.")
                                 .arg(profile.name)
                           : PreparationWords::tr("There is no account “%1”.").arg(name)));
    ready.account = *account;
    ready.service = serviceById(tools.services, account->service);
    if (ready.service && profile.service != account->service)
        return {}; // said by the caller: it need not be asked
    ready.session = tools.openSession(ready.account);
    const auto object = chosenObject(options, *ready.service, ready.session.get(), stop);
    if (!object)
        return tl::unexpected(object.error());
    if (!object->isEmpty())
        profile.target.object = *object;
    auto describe = ready.session->describe(profile.target.object, stop);
    if (!describe)
        return tl::unexpected(describe.error());
    ready.describe = std::move(*describe);
    return {};
}

/// Services that find a kind of records by its name in any case of letters answer in their own.
Done takeSchema(Preparation &ready, Profile &profile, const PreparationOptions &options)
{
    if (profile.service != ready.service->id())
        return tl::unexpected(badInput(
            options.fields.isEmpty()
                ? PreparationWords::tr("The profile “%1” is made for another service than the account “%2”.")
                      .arg(options.profile, ready.account.name)
                : PreparationWords::tr(
                      "The profile “%1” is made for another service than the fields in “%2”.")
                      .arg(options.profile, options.fields)));
    if (!options.fields.isEmpty())
        ready.describe = ready.service->withFields(ready.describe, profile.mapping.fields());
    auto schema = schemaFor(*ready.service, ready.describe, profile.target, profile.mapping);
    if (!schema)
        return tl::unexpected(schema.error());
    const QString &described = schema->object.name;
    if (!described.isEmpty() && described.compare(profile.target.object, Qt::CaseInsensitive) != 0)
        return tl::unexpected(
            badInput(PreparationWords::tr("The profile “%1” imports %2, but “%3” has the fields of %4.")
                         .arg(options.profile, profile.target.object,
                              options.fields.isEmpty() ? ready.account.name : options.fields, described)));
    if (!described.isEmpty())
        profile.target.object = described;
    ready.schema = std::move(*schema);
    return {};
}

Done layProfileOver(Preparation &ready, const Profile &profile, const PreparationOptions &options,
                    const FileLook &look)
{
    if (!options.deleteIds.isEmpty() && !look.columns.contains(options.deleteIds))
        return tl::unexpected(
            badInput(PreparationWords::tr("The file has no column “%1”.").arg(options.deleteIds)));
    if (const QStringList lost = lostIn(profile.mapping, look.columns, ready.schema); !lost.isEmpty())
        return tl::unexpected(badInput(
            PreparationWords::tr(
                "The file or %1 lacks what the profile imports: %2. Save the profile anew for this file.")
                .arg(ready.schema.object.labelPlural, lost.join(u", "_s))));
    ready.draft = { .file = look.path,
                    .stamp = look.stamp,
                    .source = look.source,
                    .sheet = look.sheet,
                    .dialect = look.guess.dialect,
                    .service = ready.service->id(),
                    .account = ready.account.name,
                    .target = profile.target,
                    .mapping = applyProfile(profile, look.columns, ready.schema),
                    .header = look.columns,
                    .leftOut = {},
                    .kind = profile.kind,
                    .keepsOld = profile.keepsOld,
                    .several = profile.several,
                    .checkedField = profile.checkedField,
                    .sendsUnfound = profile.sendsUnfound };
    return {};
}

} // namespace

void addPreparationOptions(QCommandLineParser &parser)
{
    parser.addOption(
        { u"profile"_s, PreparationWords::tr("A mapping profile's name, or its file."), u"P"_s });
    addDialectOptions(parser);
    addSheetOption(parser);
    addReadingOptions(parser);
    addContactOptions(parser);
}

void addAccountOption(QCommandLineParser &parser)
{
    parser.addOption({ u"account"_s,
                       PreparationWords::tr("The account that is asked; absent: the one of the profile."),
                       u"NAME"_s });
}

void addFieldsOption(QCommandLineParser &parser)
{
    parser.addOption(
        { u"fields"_s,
          PreparationWords::tr(
              "A describe document of the service; absent: the account of the profile is asked."),
          u"DESC"_s });
}

Result<PreparationOptions> preparationOptions(const QCommandLineParser &parser)
{
    const auto dialect = dialectChoiceFrom(parser);
    if (!dialect)
        return tl::unexpected(dialect.error());
    PreparationOptions options { .dialect = *dialect, .profile = parser.value(u"profile"_s) };
    const QStringList names = parser.optionNames();
    if (names.contains(u"account"))
        options.account = parser.value(u"account"_s);
    if (names.contains(u"fields"))
        options.fields = parser.value(u"fields"_s);
    if (const Done read = takeLoadOptions(parser, options)
                              .and_then([&] { return takeReadings(parser, options); })
                              .and_then([&] { return takeContactChoices(parser, options); });
        !read)
        return tl::unexpected(read.error());
    return options;
}

Result<Preparation> prepare(const ChosenFile &file, const PreparationOptions &options, const Tools &tools,
                            const std::stop_token &stop)
{
    auto profile = profileFor(options, tools);
    if (!profile)
        return tl::unexpected(profile.error());
    const auto look = lookAtFile(file, laidOver(profile->dialect, options.dialect));
    if (!look)
        return tl::unexpected(look.error());
    Preparation ready;
    if (const Done taken = takeFields(ready, *profile, options, tools, stop); !taken)
        return tl::unexpected(taken.error());
    if (const Done read = takeSchema(ready, *profile, options); !read)
        return tl::unexpected(read.error());
    if (const Done laid = layProfileOver(ready, *profile, options, *look); !laid)
        return tl::unexpected(laid.error());
    const Done decided = isSendable(ready.draft, ready.schema)
                             .and_then([&] { return layLoadOptions(options, ready, stop); })
                             .and_then([&] { return layReadings(options, ready.draft, ready.schema); })
                             .and_then([&] { return layContactChoices(options, ready.draft, ready.schema); })
                             .and_then([&] { return decideReadings(ready.draft, ready.schema, stop); });
    if (!decided)
        return tl::unexpected(decided.error());
    tellContactChoices(ready.draft, ready.schema);
    return ready;
}

} // namespace rowlift::cli
