#include "ui/desk/place_proposal.h"

#include "app/mapping/idle_key.h"
#include "app/mapping/mapping.h"
#include "app/mapping/property_names.h"
#include "app/mapping/record_id.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

bool isIdOf(const ObjectInfo &object, const QString &value)
{
    const QByteArray bytes = value.trimmed().toUtf8();
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!isRecordId(text) && !wholeRecordId(text))
        return false;
    // A word of fifteen letters is no id; where the kind has no prefix of its own a figure tells.
    return object.keyPrefix.isEmpty()
        ? std::ranges::any_of(bytes, [](char c) { return c >= '0' && c <= '9'; })
        : value.trimmed().startsWith(object.keyPrefix, Qt::CaseInsensitive);
}

} // namespace

int columnOfRecordIds(const std::vector<ColumnLook> &columns, const ObjectInfo &object)
{
    const auto found = std::ranges::find_if(columns, [&object](const ColumnLook &look) {
        return !look.examples.isEmpty() && std::ranges::all_of(look.examples, [&](const QString &value) {
            return isIdOf(object, value);
        });
    });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

int keyRank(const Field &field, bool looksUp)
{
    if (field.type == FieldType::Id)
        return looksUp ? -1 : 4;
    if (field.unique)
        return 0;
    if (field.type == FieldType::Email)
        return 1;
    return field.key ? 2 : 3;
}

KeyProposal proposeKey(const QStringList &names, const std::vector<ColumnLook> &columns, const Schema &schema,
                       const std::vector<const Field *> &keys)
{
    const auto isProposable = [](const Field &key) {
        return key.unique || key.type == FieldType::Email; // a name or a city finds whoever has the same one
    };
    const auto id = std::ranges::find(keys, FieldType::Id, &Field::type);
    const int ids = id == keys.end() ? -1 : columnOfRecordIds(columns, schema.object);
    if (ids >= 0)
        return { .field = (*id)->name, .column = names.value(ids) };
    Schema seen = schema;
    std::erase_if(seen.fields, [](const Field &field) { return field.type == FieldType::Id; });
    for (Field &field : seen.fields) {
        if (std::ranges::find(keys, field.name, &Field::name) != keys.end() && isProposable(field))
            field.updatable = true;
    }
    const Mapping mapping = suggestMapping(columns, seen, Operation::Update);
    for (const Field *key : keys) {
        const int column = isProposable(*key) ? mapping.columnOf(key->name) : -1;
        if (column >= 0)
            return { .field = key->name, .column = names.value(column) };
    }
    return {};
}

QString usualKey(const std::vector<const Field *> &keys)
{
    const auto address = std::ranges::find(keys, FieldType::Email, &Field::type);
    return address == keys.end() ? QString() : (*address)->name;
}

QString proposeColumn(const Field &field, const FileLook &look)
{
    const auto column = columnForField(field, look.looks, look.head);
    const auto at = std::ranges::find(look.looks, column.value_or(QString()), &ColumnLook::name);
    return column && at != look.looks.end() ? look.columns.value(at - look.looks.begin()) : QString();
}

Schema schemaToMap(const Schema &schema, const Target &target)
{
    Schema seen = schema;
    for (Field &field : seen.fields)
        field.key = field.key && !isIdleKey(field, target);
    if (!target.looksUp())
        return seen;
    std::erase_if(seen.fields, [](const Field &field) { return field.type == FieldType::Id; });
    for (Field &field : seen.fields) {
        if (field.name == target.keyField)
            field.updatable = true;
    }
    return seen;
}

} // namespace rowlift::ui
