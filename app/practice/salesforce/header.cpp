#include "app/practice/salesforce/header.h"

#include <algorithm>
#include <optional>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

QByteArray headerBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool mayWrite(const Field &field, Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return field.createable;
    case Operation::Update:
        return field.updateable;
    case Operation::Upsert:
        return field.createable || field.updateable;
    case Operation::Delete:
        break;
    }
    return false;
}

std::optional<Column> columnFor(const Catalog &catalog, const Object &object, Operation operation,
                                std::string_view name)
{
    if (name.find('.') != std::string_view::npos) {
        const auto column = parentColumn(catalog, object, name);
        return column && mayWrite(*column->field, operation) ? column : std::nullopt;
    }
    Column column;
    column.field = object.field(name);
    if (!column.field)
        return std::nullopt;
    column.miscased = column.field->name != headerBytes(name);
    const bool isId = column.field->type == Field::Type::Id;
    // Beside another key the column of ids may stand, blank: a well-known client always writes it.
    const bool allowed = isId ? operation != Operation::Insert : mayWrite(*column.field, operation);
    return allowed ? std::optional(column) : std::nullopt;
}

} // namespace

std::optional<Column> parentColumn(const Catalog &catalog, const Object &object, std::string_view name)
{
    const std::size_t dot = name.find('.');
    const std::size_t colon = name.find(':');
    const bool prefixed = colon != std::string_view::npos && colon < dot;
    const std::string_view relationship
        = prefixed ? name.substr(colon + 1, dot - colon - 1) : name.substr(0, dot);
    Column column;
    column.field = object.relationship(relationship);
    if (!column.field || column.field->polymorphic != prefixed)
        return std::nullopt;
    const QByteArray kind
        = prefixed ? headerBytes(name.substr(0, colon)) : column.field->referenceTo.value(0);
    if (!column.field->referenceTo.contains(kind))
        return std::nullopt;
    column.parent = catalog.object(kind);
    column.parentField = column.parent ? column.parent->field(name.substr(dot + 1)) : nullptr;
    if (!column.parentField || !(column.parentField->externalId || column.parentField->idLookup))
        return std::nullopt;
    column.parentKey = column.parentField->name;
    return column;
}

Header resolvedHeader(const Catalog &catalog, const Object &object, Operation operation,
                      const QByteArray &externalId, const std::vector<std::string_view> &names)
{
    Header header;
    if (operation == Operation::Delete
        && (names.size() != 1 || headerBytes(names[0]).compare("Id", Qt::CaseInsensitive) != 0)) {
        header.error = "InvalidBatch : InvalidBatch : The 'delete' batch must contain only ids."_ba;
        return header;
    }
    bool keyColumn = false;
    for (const std::string_view name : names) {
        const auto column = columnFor(catalog, object, operation, name);
        if (!column) {
            header.error = "InvalidBatch : Field name not found : " + headerBytes(name);
            return header;
        }
        const bool twice = std::any_of(header.columns.begin(), header.columns.end(),
                                       [&](const Column &each) { return each.field == column->field; });
        if (twice) {
            header.error = "InvalidBatch : Duplicate field name : " + headerBytes(name);
            return header;
        }
        keyColumn = keyColumn || column->field->name.compare(externalId, Qt::CaseInsensitive) == 0;
        header.columns.push_back(*column);
    }
    const bool upsertById = externalId.compare("Id", Qt::CaseInsensitive) == 0;
    if (operation == Operation::Upsert && !keyColumn && !upsertById)
        header.error = "InvalidBatch : Field name not found : " + externalId;
    return header;
}

} // namespace rowlift::practice::salesforce
