#include "app/cli/load_choices.h"

#include "app/cli/record_choices.h"
#include "app/csv/bad_input.h"
#include "app/mapping/mapping_json.h"
#include "app/mapping/record_id.h"
#include "app/run/run_start.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct LoadChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr QLatin1StringView leaveOutWord { "leave-out" };
constexpr QLatin1StringView changedLastWord { "changed-last" };
constexpr int mostChoicesTold = 20; ///< Of hundreds of lists, nobody reads all.

/// Ways of loading that can do what \a ready says.
QStringList kindsFor(const Preparation &ready)
{
    QStringList ids;
    for (const JobKind &kind : ready.service->jobKinds()) {
        if (ready.service->takes(kind, ready.draft.target.sent())
            && ready.service->sets(kind, fieldsOf(ready.draft, ready.schema)))
            ids << kind.id;
    }
    return ids;
}

/// The fields with columns that the way of loading \a id, which could do it but for them, does not set.
QStringList notSetBy(const Preparation &ready, const QString &id)
{
    QStringList unset;
    for (const JobKind &kind : ready.service->jobKinds()) {
        if (kind.id != id || !ready.service->takes(kind, ready.draft.target.sent()))
            continue;
        for (const QString &field : fieldsOf(ready.draft, ready.schema)) {
            if (!ready.service->sets(kind, { field }))
                unset << field;
        }
    }
    return unset;
}

/// The options chosen that the way of loading \a id, which could do it but for them, does not know.
QStringList notDoneBy(const Preparation &ready, const QString &id)
{
    QStringList undone;
    for (const JobKind &kind : ready.service->jobKinds()) {
        const Target target = ready.draft.target.sent();
        if (kind.id != id || ready.service->takes(kind, target))
            continue;
        for (const QString &option : target.options.keys()) {
            Target without = target;
            without.options.remove(option);
            if (ready.service->takes(kind, without))
                undone << option;
        }
    }
    return undone;
}

/// Whether \a value is what holds for \a option when nothing is chosen.
bool isUsual(const LoadOption &option, const QJsonValue &value)
{
    if (option.kind == LoadOption::Kind::YesNo)
        return !value.toBool();
    return value.isUndefined()
        || (!option.choices.empty() && value.toString() == option.choices.front().value);
}

Done layKind(const Preparation &ready)
{
    if (ready.draft.kind.isEmpty())
        return {}; // whoever sends says it if there is none at all
    const auto kind = kindFor(*ready.service, ready.draft.target, 0, ready.draft.kind,
                              fieldsOf(ready.draft, ready.schema));
    if (kind)
        return knowsChoices(ready, *kind);
    if (const QStringList unset = notSetBy(ready, ready.draft.kind); !unset.isEmpty())
        //: %1 a way of loading, %2 names of fields, %3 other ways
        return tl::unexpected(
            badInput(LoadChoiceWords::tr("“%1” cannot set %2. Choose another way with --kind: %3.")
                         .arg(ready.draft.kind, unset.join(u", "_s), kindsFor(ready).join(u", "_s))));
    if (const QStringList undone = notDoneBy(ready, ready.draft.kind); !undone.isEmpty())
        //: %1 a way of loading, %2 names of options, %3 other ways
        return tl::unexpected(badInput(
            LoadChoiceWords::tr("“%1” does not go with the option %2. Choose another way with --kind: %3.")
                .arg(ready.draft.kind, undone.join(u", "_s), kindsFor(ready).join(u", "_s))));
    return tl::unexpected(
        badInput(LoadChoiceWords::tr("%1 cannot be loaded by “%2” for this; there is: %3.")
                     .arg(ready.service->name(), ready.draft.kind, kindsFor(ready).join(u", "_s))));
}

std::optional<bool> yesOrNo(const QString &word)
{
    for (const QLatin1StringView yes : { "yes"_L1, "true"_L1, "1"_L1 }) {
        if (word.compare(yes, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const QLatin1StringView no : { "no"_L1, "false"_L1, "0"_L1 }) {
        if (word.compare(no, Qt::CaseInsensitive) == 0)
            return false;
    }
    return {};
}

Error unknownOption(const QString &name, const std::vector<LoadOption> &known)
{
    QStringList ids;
    for (const LoadOption &option : known)
        ids << option.id;
    return badInput(ids.isEmpty() ? LoadChoiceWords::tr("--option: there is nothing to choose for this.")
                                  : LoadChoiceWords::tr("--option: there is no “%1” for this; there is: %2.")
                                        .arg(name, ids.join(u", "_s)));
}

/// Whether \a option has such a value. Of those that only the account knows, whether it may be one: the id of
/// a record there.
bool hasValue(const LoadOption &option, const QJsonValue &value, const Schema &schema)
{
    if (option.kind == LoadOption::Kind::YesNo)
        return value.isBool();
    const QString text = value.toString();
    const bool mayBeThere
        = option.asksAccount && (!schema.forms.salesforceIds || isRecordId(text.toStdString()));
    return value.isString()
        && (mayBeThere
            || std::ranges::find(option.choices, text, &OptionChoice::value) != option.choices.end());
}

/// What the records that are there leave no choice in.
Done isAsSettled(const QString &option, const QJsonValue &value, const Schema &schema)
{
    const QJsonValue settled = schema.settled.value(option);
    if (settled.isUndefined() || settled == value)
        return {};
    return tl::unexpected(badInput(
        //: %1 kinds of records, %2 the name of an option, %3 and %4 values of it
        LoadChoiceWords::tr("%1 are there already, with “%2” as “%3”: it cannot be “%4”.")
            .arg(schema.object.labelPlural, option, settled.toVariant().toString(),
                 value.toVariant().toString())));
}

/// What a profile chooses of the service's own must be something that there is: else the rows would be sent
/// otherwise than it says.
Done optionsAreKnown(const QJsonObject &options, const std::vector<LoadOption> &known, const Schema &schema)
{
    for (auto option = options.begin(); option != options.end(); ++option) {
        const auto found = std::ranges::find(known, option.key(), &LoadOption::id);
        if (schema.settled.contains(option.key())) {
            const bool decides = found != known.end() && found->isWhereTo;
            if (const Done same = isAsSettled(option.key(), *option, schema); decides && !same)
                return same;
            continue;
        }
        if (found == known.end() || !hasValue(*found, *option, schema))
            return tl::unexpected(badInput(
                LoadChoiceWords::tr("The profile chooses “%1”, which there is not for this, or not in "
                                    "this way.")
                    .arg(option.key())));
    }
    return {};
}

QString choiceText(const OptionChoice &choice)
{
    const bool isName = choice.label.isEmpty() || choice.label == choice.value; // it is its own id
    const QString text = isName ? choice.value : u"%1 (%2)"_s.arg(choice.value, choice.label);
    return choice.detail.isEmpty() ? text : u"%1, %2"_s.arg(text, choice.detail);
}

/// What there is, in so many words as one reads: of very many what is called like \a value.
QStringList listed(std::vector<OptionChoice> choices, const QString &value)
{
    const auto isLikeIt
        = [&value](const OptionChoice &choice) { return choice.label.contains(value, Qt::CaseInsensitive); };
    std::erase_if(choices, [](const OptionChoice &choice) { return choice.value.isEmpty(); });
    std::ranges::stable_partition(choices, isLikeIt);
    const auto like = std::ranges::count_if(choices, isLikeIt);
    const auto most = std::min<std::size_t>(choices.size(), mostChoicesTold);
    const std::size_t told = like > 0 ? std::min<std::size_t>(std::size_t(like), most) : most;
    QStringList texts;
    for (std::size_t at = 0; at < told; ++at)
        texts << choiceText(choices[at]);
    if (told < choices.size())
        texts << LoadChoiceWords::tr("and %n more", nullptr, static_cast<int>(choices.size() - told));
    return texts;
}

/// The one of \a choices whose value, or else whose name, is \a value. A name that several have says none.
Result<QJsonValue> chosenOf(const std::vector<OptionChoice> &choices, const QString &option,
                            const QString &value)
{
    if (std::ranges::find(choices, value, &OptionChoice::value) != choices.end())
        return QJsonValue(value);
    QStringList named;
    QString first;
    for (const OptionChoice &choice : choices) {
        if (choice.label != value)
            continue;
        named << choiceText(choice);
        first = choice.value;
    }
    if (named.size() == 1)
        return QJsonValue(first);
    if (named.size() > 1)
        return tl::unexpected(badInput(
            LoadChoiceWords::tr("--option: several of “%1” are called “%2”; say which by its id: %3.")
                .arg(option, value, named.join(u"; "_s))));
    return tl::unexpected(badInput(LoadChoiceWords::tr("--option: “%1” cannot be “%2”; there is: %3.")
                                       .arg(option, value, listed(choices, value).join(u"; "_s))));
}

/// What is kept of \a value.
Result<QJsonValue> chosen(const LoadOption &option, const QString &value, const Preparation &ready,
                          const std::stop_token &stop)
{
    if (option.kind == LoadOption::Kind::YesNo) {
        if (const auto yes = yesOrNo(value))
            return QJsonValue(*yes);
        return tl::unexpected(badInput(LoadChoiceWords::tr("--option: “%1” is yes or no.").arg(option.id)));
    }
    std::vector<OptionChoice> choices = option.choices;
    if (option.asksAccount && ready.session) {
        auto more = ready.session->choices(option.id, ready.draft.target, stop);
        if (!more)
            return tl::unexpected(more.error());
        choices.insert(choices.end(), more->begin(), more->end());
    }
    return chosenOf(choices, option.id, value);
}

/// The fields as they are for what was chosen by now.
Done fitSchema(Preparation &ready)
{
    ready.draft.target = settledTarget(ready.draft.target, ready.schema);
    auto schema = schemaFor(*ready.service, ready.describe, ready.draft.target, ready.draft.mapping);
    if (!schema)
        return tl::unexpected(schema.error());
    ready.schema = std::move(*schema);
    return {};
}

} // namespace

void addLoadOptions(QCommandLineParser &parser)
{
    addRecordOptions(parser);
    parser.addOptions(
        { { u"kind"_s,
            LoadChoiceWords::tr("The way of loading, “bulk-ingest” for example; absent: as the profile says, "
                                "else the one that is best for so many rows."),
            u"ID"_s },
          { u"several"_s,
            LoadChoiceWords::tr("Of rows for which several records are found: “leave-out”, or take the one "
                                "“changed-last”."),
            u"WHICH"_s },
          { u"keep-old"_s, LoadChoiceWords::tr("Copies what records hold before they are updated.") },
          { u"no-keep-old"_s, LoadChoiceWords::tr("Updates without such a copy.") },
          { u"option"_s,
            LoadChoiceWords::tr("Something of the service's own, “assignmentRule=active” for example; may be "
                                "given several times."),
            u"NAME=VALUE"_s },
          { u"delete-ids"_s,
            LoadChoiceWords::tr("In place of a profile: deletes the records whose IDs are in this column."),
            u"COLUMN"_s },
          { u"object"_s,
            LoadChoiceWords::tr("With --delete-ids: the kind of records, “Contact” for example."),
            u"NAME"_s } });
}

bool namesWhatToDo(const QCommandLineParser &parser)
{
    return parser.isSet(u"profile"_s) != parser.isSet(u"delete-ids"_s)
        && parser.isSet(u"delete-ids"_s) == parser.isSet(u"object"_s);
}

Done takeLoadOptions(const QCommandLineParser &parser, PreparationOptions &options)
{
    if (const Done taken = takeRecordChoices(parser, options); !taken)
        return taken;
    options.kind = parser.value(u"kind"_s);
    options.deleteIds = parser.value(u"delete-ids"_s);
    options.object = parser.value(u"object"_s);
    const QString several = parser.value(u"several"_s);
    if (several == leaveOutWord)
        options.several = SeveralFound::LeaveOut;
    else if (several == changedLastWord)
        options.several = SeveralFound::ChangedLast;
    else if (!several.isEmpty())
        return tl::unexpected(
            badInput(LoadChoiceWords::tr("--several takes “leave-out” or “changed-last”.")));
    if (parser.isSet(u"keep-old"_s) && parser.isSet(u"no-keep-old"_s))
        return tl::unexpected(badInput(LoadChoiceWords::tr("Old values are kept, or not: not both.")));
    if (parser.isSet(u"keep-old"_s) || parser.isSet(u"no-keep-old"_s))
        options.keepsOld = parser.isSet(u"keep-old"_s);
    for (const QString &option : parser.values(u"option"_s)) {
        const qsizetype sign = option.indexOf(u'=');
        if (sign < 1)
            return tl::unexpected(badInput(LoadChoiceWords::tr("--option takes NAME=VALUE.")));
        options.ofService.emplace_back(option.left(sign), option.mid(sign + 1));
    }
    return {};
}

Result<Profile> profileFor(const PreparationOptions &options, const Tools &tools)
{
    if (options.deleteIds.isEmpty())
        return loadProfile(options.profile, tools.folders.profiles);
    if (options.account.isEmpty())
        return tl::unexpected(badInput(LoadChoiceWords::tr("--delete-ids needs --account.")));
    const auto account = std::ranges::find(tools.accounts, options.account, &Account::name);
    if (account == tools.accounts.end())
        return tl::unexpected(
            badInput(LoadChoiceWords::tr("There is no account “%1”.").arg(options.account)));
    Profile profile;
    profile.service = account->service;
    profile.account = account->name;
    profile.target = { .object = options.object, .operation = Operation::Delete };
    profile.header = { options.deleteIds };
    profile.mapping.columns.push_back({ .column = options.deleteIds, .field = u"Id"_s });
    return profile;
}

Done layLoadOptions(const PreparationOptions &options, Preparation &ready, const std::stop_token &stop)
{
    Draft &draft = ready.draft;
    if (!options.kind.isEmpty())
        draft.kind = options.kind;
    draft.several = options.several.value_or(draft.several);
    draft.keepsOld = options.keepsOld.value_or(draft.keepsOld);
    if (options.keepsOld && draft.target.operation == Operation::Delete)
        return tl::unexpected(badInput(
            *options.keepsOld
                ? LoadChoiceWords::tr("--keep-old is for updates; before records are deleted they are always "
                                      "copied.")
                : LoadChoiceWords::tr("--no-keep-old is for updates; before records are deleted they are "
                                      "always copied.")));
    if (options.keepsOld.value_or(false) && draft.target.operation != Operation::Update)
        return tl::unexpected(badInput(LoadChoiceWords::tr("--keep-old is for updates.")));
    const auto known = ready.service->options(draft.target);
    if (const Done fits = optionsAreKnown(draft.target.options, known, ready.schema); !fits)
        return fits;
    for (const auto &[name, value] : options.ofService) {
        const auto option = std::ranges::find(known, name, &LoadOption::id);
        if (option == known.end())
            return tl::unexpected(unknownOption(name, known));
        const auto kept = chosen(*option, value, ready, stop);
        if (!kept)
            return tl::unexpected(kept.error());
        if (const Done same = isAsSettled(name, *kept, ready.schema); !same)
            return same;
        draft.target.options[name] = *kept;
    }
    if (const Done fitted = fitSchema(ready); !fitted)
        return fitted;
    return layRecordChoices(options, ready, stop).and_then([&] { return fitSchema(ready); }).and_then([&] {
        return layKind(ready);
    });
}

Done knowsChoices(const Preparation &ready, const JobKind &kind)
{
    const Target &target = ready.draft.target;
    for (const LoadOption &option : ready.service->options(target)) {
        const bool known = option.kinds.isEmpty() || option.kinds.contains(kind.id);
        if (known || isUsual(option, target.options.value(option.id)))
            continue;
        QStringList others = kindsFor(ready);
        others.removeIf([&option](const QString &other) { return !option.kinds.contains(other); });
        return tl::unexpected(badInput(
            others.isEmpty() ? LoadChoiceWords::tr("“%1” cannot be had for this.").arg(option.id)
                             //: %1 "allOrNothing", %2 a way of loading, %3 other ways
                             : LoadChoiceWords::tr("“%1” cannot be had when rows are loaded by “%2”. Go "
                                                   "without it, or choose the way with --kind: %3.")
                                   .arg(option.id, kind.id, others.join(u", "_s))));
    }
    return {};
}

} // namespace rowlift::cli
