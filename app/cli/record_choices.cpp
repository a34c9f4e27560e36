#include "app/cli/record_choices.h"

#include "app/check/group_survey.h"
#include "app/csv/bad_input.h"
#include "app/mapping/properties.h"
#include "app/mapping/property_rules.h"
#include "app/schema/property_path.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct RecordChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr QLatin1StringView fromRowWord { "row" };
constexpr QLatin1StringView leaveUnfoundWord { "leave-out" };
constexpr QLatin1StringView sendUnfoundWord { "send" };

/// The field that is chosen with a question: the key of the records, or what names another record.
const Field *askedField(const Schema &schema, bool isKey)
{
    const auto found = std::ranges::find_if(schema.fields, [isKey](const Field &field) {
        return !field.question.isEmpty() && field.key == isKey && field.referenceTo.isEmpty() == isKey;
    });
    return found == schema.fields.end() ? nullptr : &*found;
}

Error nothingToChoose(const QString &option)
{
    return badInput(RecordChoiceWords::tr("%1: there is nothing to choose for this.").arg(option));
}

/// Lets \a field be made of \a column and of nothing else.
Done giveColumn(Draft &draft, const QString &field, const QString &column, const QString &option)
{
    if (!draft.header.contains(column))
        return tl::unexpected(
            badInput(RecordChoiceWords::tr("%1: the file has no column “%2”.").arg(option, column)));
    for (ColumnMapping &mapped : draft.mapping.columns) {
        if (mapped.field == field)
            mapped.field.clear();
    }
    std::erase_if(draft.mapping.extras, [&field](const ExtraField &extra) { return extra.field == field; });
    draft.mapping.extras.push_back({ .field = field, .columns = { column } });
    return {};
}

/// Each row is a record of its own: what was in the list, once a row, is in a group of its name.
void emptyList(Draft &draft)
{
    for (ColumnMapping &column : draft.mapping.columns) {
        auto path = isPropertyName(column.field) ? propertyPath(column.field) : std::nullopt;
        if (!path || listOf(*path).isEmpty())
            continue;
        for (PropertyStep &step : *path) {
            if (step.entry == PropertyStep::Entry::EachRow)
                step.entry = PropertyStep::Entry::None;
        }
        column.field = propertyName(*path);
    }
    draft.target.list.clear();
    draft.mapping.order.clear();
}

Done layKey(const PreparationOptions &options, Preparation &ready)
{
    if (options.key.isEmpty())
        return {};
    const Field *field = askedField(ready.schema, true);
    if (!field)
        return tl::unexpected(nothingToChoose(u"--key"_s));
    Draft &draft = ready.draft;
    if (options.key != fromRowWord || draft.header.contains(options.key)) {
        draft.target.keyField = field->name;
        return giveColumn(draft, field->name, options.key, u"--key"_s);
    }
    if (field->madeOfRow.isEmpty())
        return tl::unexpected(nothingToChoose(u"--key"_s));
    draft.target.keyField.clear();
    emptyList(draft);
    std::erase_if(draft.mapping.extras,
                  [field](const ExtraField &extra) { return extra.field == field->name; });
    return {};
}

Done layContact(const PreparationOptions &options, Preparation &ready)
{
    const Field *field = askedField(ready.schema, false);
    if (!options.contactColumn.isEmpty()) {
        if (!field)
            return tl::unexpected(nothingToChoose(u"--contact"_s));
        if (const Done given = giveColumn(ready.draft, field->name, options.contactColumn, u"--contact"_s);
            !given)
            return given;
    }
    if (!options.sendsUnfound)
        return {};
    if (!field || !field->searchable)
        return tl::unexpected(nothingToChoose(u"--check-contacts"_s));
    ready.draft.checkedField = field->name;
    ready.draft.sendsUnfound = *options.sendsUnfound;
    return {};
}

/// The column that the key comes from; empty: it comes from several, or from none.
QString keyColumnOf(const Draft &draft)
{
    const QString &key = draft.target.keyField;
    if (const int column = draft.mapping.columnOf(key); column >= 0)
        return draft.header.value(column);
    const ExtraField *extra = draft.mapping.extraFor(key);
    return extra && extra->columns.size() == 1 ? extra->columns.front() : QString();
}

/// Properties of columns that differ within keys go into the list, unless the profile has some there.
Done fillList(Draft &draft, const std::stop_token &stop)
{
    const auto isListed = [&draft](const ColumnMapping &column) {
        const auto path = isPropertyName(column.field) ? propertyPath(column.field) : std::nullopt;
        return path && listOf(*path) == draft.target.list;
    };
    if (std::ranges::any_of(draft.mapping.columns, isListed))
        return {};
    const QString key = keyColumnOf(draft);
    if (key.isEmpty())
        return {};
    const auto survey = surveyGroups(draft, key, {}, stop);
    if (!survey)
        return tl::unexpected(survey.error());
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        QString &field = draft.mapping.columns[at].field;
        if (isPropertyName(field) && !survey->standsOnce(at))
            field = draft.target.list + u"[]."_s + field;
    }
    draft.mapping.order.clear();
    return {};
}

Done layGroups(const PreparationOptions &options, Preparation &ready, const std::stop_token &stop)
{
    if (options.groupInto.isEmpty())
        return {};
    Draft &draft = ready.draft;
    if (!ready.schema.open)
        return tl::unexpected(nothingToChoose(u"--group-into"_s));
    if (draft.target.keyField.isEmpty())
        return tl::unexpected(badInput(RecordChoiceWords::tr(
            "--group-into needs --key with a column: rows with the same value there form a record.")));
    if (const QString trouble = propertyTrouble(options.groupInto); !trouble.isEmpty())
        return tl::unexpected(badInput(u"--group-into: "_s + trouble));
    draft.target.list = options.groupInto;
    return fillList(draft, stop);
}

} // namespace

void addRecordOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        { { u"collection"_s,
            RecordChoiceWords::tr(
                "The collection, “Orders” for example, in place of that of the profile; one that is "
                "not there yet is made."),
            u"NAME"_s },
          { u"key"_s,
            RecordChoiceWords::tr(
                "The column that each record is known by; “row”: made from the file and the row."),
            u"COLUMN"_s },
          { u"contact"_s, RecordChoiceWords::tr("The column that names the contact of each record."),
            u"COLUMN"_s },
          { u"group-into"_s,
            RecordChoiceWords::tr(
                "Rows with the same key form one record with a list of this name, “products” for "
                "example."),
            u"LIST"_s },
          { u"check-contacts"_s,
            RecordChoiceWords::tr(
                "Looks the contacts up before anything is sent; rows of those that are not there are "
                "left out (“leave-out”), or sent all the same (“send”)."),
            u"WHICH"_s } });
}

Done takeRecordChoices(const QCommandLineParser &parser, PreparationOptions &options)
{
    options.collection = parser.value(u"collection"_s);
    options.key = parser.value(u"key"_s);
    options.contactColumn = parser.value(u"contact"_s);
    options.groupInto = parser.value(u"group-into"_s);
    if (!parser.isSet(u"check-contacts"_s))
        return {};
    const QString which = parser.value(u"check-contacts"_s);
    if (which != leaveUnfoundWord && which != sendUnfoundWord)
        return tl::unexpected(
            badInput(RecordChoiceWords::tr("--check-contacts takes “leave-out” or “send”.")));
    options.sendsUnfound = which == sendUnfoundWord;
    return {};
}

Result<QString> chosenObject(const PreparationOptions &options, const Service &service,
                             ServiceSession *session, const std::stop_token &stop)
{
    const QString &name = options.collection;
    if (name.isEmpty())
        return QString();
    if (!session)
        return tl::unexpected(badInput(
            RecordChoiceWords::tr("--collection needs an account that is asked: leave out --fields.")));
    const auto objects = session->objects(stop);
    if (!objects)
        return tl::unexpected(objects.error());
    const auto isMeant = [&name](const ObjectInfo &object) {
        return object.label.compare(name, Qt::CaseInsensitive) == 0 || object.name == name;
    };
    if (const auto there = std::ranges::find_if(*objects, isMeant); there != objects->end())
        return there->name;
    const auto made = service.newObject(name, *objects);
    if (!made)
        return tl::unexpected(badInput(u"--collection: "_s + made.error().sentence));
    return made->name;
}

Done layRecordChoices(const PreparationOptions &options, Preparation &ready, const std::stop_token &stop)
{
    return layKey(options, ready).and_then([&] { return layContact(options, ready); }).and_then([&] {
        return layGroups(options, ready, stop);
    });
}

} // namespace rowlift::cli
