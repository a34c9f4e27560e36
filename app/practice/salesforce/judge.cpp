#include "app/practice/salesforce/judge.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/values.h"

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

QByteArray judgeBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

QList<Key> keysOf(const Object &object, const Members &members)
{
    QList<Key> keys;
    for (const auto &[name, literal] : members) {
        const Field *field = object.field(viewOf(name));
        if (field && field->isKey() && literal != "null")
            keys.append({ field->keyNumber, foldedKey(*field, viewOf(literalText(literal))) });
    }
    return keys;
}

} // namespace

Judge::Judge(const Catalog &catalog, Records &records, const User &user, Plan plan, const Clock &clock)
    : m_catalog(catalog)
    , m_records(records)
    , m_user(user)
    , m_plan(std::move(plan))
    , m_rules(catalog, records, m_plan.switches, m_plan.manner)
    , m_clock(clock)
{
}

QByteArray Judge::idOf(qint64 number) const
{
    return makeId(viewOf(m_plan.object->prefix), number);
}

Verdict Judge::judge(const std::vector<Cell> &cells)
{
    if (m_plan.trusting)
        return trusted(cells);
    Verdict verdict;
    Values values;
    std::optional<StoredRecord> existing;
    // The text of a type error comes before everything else, as the service fails while it still reads the
    // row.
    std::optional<RowError> later = convert(cells, values);
    verdict.error = later && later->code == "INVALID_FIELD" ? later : target(cells, verdict, existing);
    if (verdict.error)
        return verdict;
    if (m_plan.operation == Operation::Delete) {
        verdict.error = m_rules.beforeDelete(*m_plan.object, *existing);
        if (!verdict.error)
            remove(*existing);
        return verdict;
    }
    const bool creating = !existing;
    if (creating && !m_plan.object->createable && !m_plan.planting) {
        verdict.error = RowError { "INVALID_TYPE_FOR_OPERATION"_ba,
                                   "entity type cannot be inserted: " + m_plan.object->label,
                                   {} };
        return verdict;
    }
    if (!m_plan.planting)
        verdict.error = notWritable(values, creating);
    if (!verdict.error)
        verdict.error = missing(values, creating);
    if (!verdict.error)
        verdict.error = later;
    if (!verdict.error)
        verdict.error = reference(values);
    if (!verdict.error)
        verdict.error = unique(values, existing ? existing->number : 0);
    if (!verdict.error && !m_plan.planting)
        verdict.error = m_rules.beforeSave(*m_plan.object, values, existing ? &*existing : nullptr);
    if (verdict.error)
        return verdict;
    if (creating)
        create(values, verdict);
    else
        change(std::move(*existing), values);
    return verdict;
}

std::optional<RowError> Judge::convert(const std::vector<Cell> &cells, Values &values)
{
    std::optional<RowError> first;
    for (const Cell &cell : cells) {
        const Field &field = *cell.column->field;
        if (field.type == Field::Type::Id)
            continue;
        if (cell.null) {
            values.emplace_back(&field, "null"_ba);
            continue;
        }
        if (!cell.column->parentKey.isEmpty()) {
            QByteArray literal;
            const auto error = lookUp(cell, &literal);
            if (error && !first)
                first = error;
            values.emplace_back(&field, literal);
            continue;
        }
        Converted converted = convertedValue(m_catalog, field, cell.text, cell.index);
        if (!converted.code.isEmpty()
            && (!first || (converted.code == "INVALID_FIELD" && first->code != "INVALID_FIELD")))
            first = RowError { converted.code, converted.message, { field.name } };
        values.emplace_back(&field, std::move(converted.literal));
    }
    return first;
}

std::optional<RowError> Judge::lookUp(const Cell &cell, QByteArray *literal)
{
    const Column &column = *cell.column;
    const QByteArrayList ids = parentIds(column, cell.text);
    if (ids.isEmpty())
        return RowError { "INVALID_FIELD"_ba,
                          "Foreign key external ID: " + judgeBytes(cell.text) + " not found for field "
                              + column.parentKey + " in entity " + column.parent->name,
                          {} };
    if (ids.size() > 1)
        return RowError { "DUPLICATE_EXTERNAL_ID"_ba,
                          column.parentKey + ": more than one record found for external id field: ["
                              + ids.join(", ") + ']',
                          {} };
    *literal = jsonString(ids.first());
    return std::nullopt;
}

QByteArrayList Judge::parentIds(const Column &column, std::string_view text)
{
    const bool byId = column.parentField->type == Field::Type::Id;
    if (column.parent->fixed) {
        const FixedRecord *record = byId && isWellFormedId(text) ? fixedRecord(text) : nullptr;
        if (byId)
            return record && record->object == column.parent->name ? QByteArrayList { record->id() }
                                                                   : QByteArrayList();
        return fixedIds(column.parent->name, column.parentKey, judgeBytes(text));
    }
    QByteArrayList ids;
    if (byId) {
        const auto number = isWellFormedId(text) ? idNumber(text) : std::nullopt;
        const auto record = number ? m_records.find(*number) : std::nullopt;
        if (record && record->object == column.parent->number && !record->deleted)
            ids.append(makeId(viewOf(column.parent->prefix), *number));
        return ids;
    }
    for (const qint64 number :
         m_records.withKey({ column.parentField->keyNumber, foldedKey(*column.parentField, text) }, 2))
        ids.append(makeId(viewOf(column.parent->prefix), number));
    return ids;
}

std::optional<RowError> Judge::target(const std::vector<Cell> &cells, Verdict &verdict,
                                      std::optional<StoredRecord> &existing)
{
    if (m_plan.operation == Operation::Insert)
        return std::nullopt;
    const bool byId
        = m_plan.operation != Operation::Upsert || m_plan.externalId.compare("Id", Qt::CaseInsensitive) == 0;
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell &cell) {
        const Field &field = *cell.column->field;
        return cell.column->parentKey.isEmpty() && !cell.null
            && (byId ? field.type == Field::Type::Id
                     : field.name.compare(m_plan.externalId, Qt::CaseInsensitive) == 0);
    });
    const Cell *cell = found == cells.end() ? nullptr : &*found;
    if (byId)
        return targetById(cell, verdict, existing);
    if (!cell)
        return RowError { "MISSING_ARGUMENT"_ba, m_plan.externalId + " not specified", {} };
    const auto id = std::find_if(cells.begin(), cells.end(), [](const Cell &each) {
        return each.column->field->type == Field::Type::Id && each.column->parentKey.isEmpty();
    });
    if (id != cells.end())
        return RowError { "INVALID_FIELD"_ba,
                          "cannot specify both an external ID reference " + m_plan.externalId
                              + " and a salesforce id, " + judgeBytes(id->text),
                          {} };
    return targetByKey(*cell, verdict, existing);
}

std::optional<RowError> Judge::targetById(const Cell *cell, Verdict &verdict,
                                          std::optional<StoredRecord> &existing)
{
    if (!cell && m_plan.operation == Operation::Upsert)
        return std::nullopt; // without an id an upsert creates
    if (!cell)
        return RowError { "MISSING_ARGUMENT"_ba,
                          m_plan.operation == Operation::Delete ? "Id not specified in a delete call"_ba
                                                                : "Id not specified in an update call"_ba,
                          {} };
    const Converted converted = convertedValue(m_catalog, *cell->column->field, cell->text, cell->index);
    if (!converted.code.isEmpty())
        return RowError { converted.code, converted.message, { "Id"_ba } };
    verdict.id = literalText(converted.literal);
    if (m_plan.operation != Operation::Delete && !m_keysOfChunk.insert(verdict.id).second)
        return RowError { "DUPLICATE_VALUE"_ba, "Duplicate id specified: " + verdict.id, { "Id"_ba } };
    const auto number = idNumber(cell->text);
    existing = number ? m_records.find(*number) : std::nullopt;
    if (!existing || existing->object != m_plan.object->number)
        return RowError { "INVALID_CROSS_REFERENCE_KEY"_ba, "invalid cross reference id"_ba, {} };
    if (existing->deleted)
        return RowError { "ENTITY_IS_DELETED"_ba, "entity is deleted"_ba, {} };
    return std::nullopt;
}

std::optional<RowError> Judge::targetByKey(const Cell &cell, Verdict &verdict,
                                           std::optional<StoredRecord> &existing)
{
    const Field &field = *cell.column->field;
    const QByteArray folded = foldedKey(field, cell.text);
    if (!m_keysOfChunk.insert(folded).second)
        return RowError { "DUPLICATE_VALUE"_ba,
                          "Duplicate external id specified: " + judgeBytes(cell.text),
                          { field.name } };
    const QList<qint64> numbers = m_records.withKey({ field.keyNumber, folded }, 2);
    if (numbers.size() > 1)
        return RowError { "DUPLICATE_EXTERNAL_ID"_ba,
                          field.name + ": more than one record found for external id field: ["
                              + idOf(numbers[0]) + ", " + idOf(numbers[1]) + ']',
                          {} };
    if (numbers.isEmpty())
        return std::nullopt;
    existing = m_records.find(numbers.first());
    verdict.id = idOf(numbers.first());
    return std::nullopt;
}

std::optional<RowError> Judge::notWritable(const Values &values, bool creating) const
{
    QByteArrayList names;
    for (const auto &[field, literal] : values)
        if (!(creating ? field->createable : field->updateable))
            names.append(field->name);
    if (names.isEmpty())
        return std::nullopt;
    return RowError { "INVALID_FIELD_FOR_INSERT_UPDATE"_ba,
                      "Unable to create/update fields: " + names.join(", ")
                          + ". Please check the security settings of this field and verify that it is "
                            "read/write for your profile or permission set.",
                      names };
}

std::optional<RowError> Judge::missing(const Values &values, bool creating) const
{
    const auto given = [&](const Field &field) {
        return std::find_if(values.begin(), values.end(),
                            [&](const auto &value) { return value.first == &field; });
    };
    QByteArrayList names;
    for (const Field &field : m_plan.object->fields) {
        if (field.nillable || (field.defaulted && creating && given(field) == values.end()))
            continue;
        const auto value = given(field);
        const bool isNull = value != values.end() && value->second == "null";
        if (isNull || (creating && value == values.end() && field.requiredOnCreate()))
            names.append(field.name);
    }
    if (names.isEmpty())
        return std::nullopt;
    std::sort(names.begin(), names.end());
    return RowError { "REQUIRED_FIELD_MISSING"_ba, "Required fields are missing: [" + names.join(", ") + ']',
                      names };
}

std::optional<RowError> Judge::reference(const Values &values)
{
    for (const auto &[field, literal] : values) {
        if (field->type != Field::Type::Reference || literal == "null")
            continue;
        const QByteArray id = literalText(literal);
        const Object *object = m_catalog.objectWithPrefix(viewOf(id).substr(0, 3));
        if (object && object->fixed) {
            if (auto error = owner(*field, id))
                return error;
            continue;
        }
        const auto number = idNumber(viewOf(id));
        const auto record = number ? m_records.find(*number) : std::nullopt;
        if (!record || !object || record->object != object->number || record->deleted)
            return RowError { "INVALID_CROSS_REFERENCE_KEY"_ba, "invalid cross reference id"_ba, {} };
    }
    return std::nullopt;
}

std::optional<RowError> Judge::owner(const Field &field, const QByteArray &id) const
{
    const FixedRecord *record = fixedRecord(viewOf(id));
    if (!record)
        return RowError { "INVALID_CROSS_REFERENCE_KEY"_ba, "invalid cross reference id"_ba, {} };
    if (record->literal("IsActive"_ba) != "false")
        return std::nullopt;
    return RowError { "INACTIVE_OWNER_OR_USER"_ba,
                      "operation performed with inactive user [" + record->id().left(15) + "] as owner of "
                          + m_plan.object->name.toLower(),
                      { field.name } };
}

std::optional<RowError> Judge::unique(const Values &values, qint64 self)
{
    for (const auto &[field, literal] : values) {
        if (!field->unique || literal == "null")
            continue;
        for (const qint64 number :
             m_records.withKey({ field->keyNumber, foldedKey(*field, viewOf(literalText(literal))) }, 2))
            if (number != self)
                return RowError { "DUPLICATE_VALUE"_ba,
                                  "duplicate value found: " + field->name
                                      + " duplicates value on record with id: " + idOf(number).left(15),
                                  {} };
    }
    return std::nullopt;
}

void Judge::create(const Values &values, Verdict &verdict)
{
    Members members;
    const QByteArray assigned = ownerByRule(m_plan.manner.assignmentRule);
    for (const auto &[field, literal] : values)
        if (literal != "null" && (assigned.isEmpty() || field->name != "OwnerId"))
            members.append({ field->name, literal });
    if (!assigned.isEmpty())
        members.append({ "OwnerId"_ba, jsonString(assigned) });
    for (const Field &field : m_plan.object->fields) {
        const bool given = std::any_of(values.begin(), values.end(),
                                       [&](const auto &value) { return value.first == &field; });
        if (field.defaulted && !field.defaultValue.isEmpty() && !given)
            members.append({ field.name, jsonString(field.defaultValue) });
    }
    const qint64 number = m_records.insert(m_plan.object->number, dataOf(members),
                                           keysOf(*m_plan.object, members), m_clock.now());
    verdict.id = idOf(number);
    verdict.created = true;
}

void Judge::change(StoredRecord record, const Values &values)
{
    Members members = membersOf(record.data);
    const QList<Key> before = keysOf(*m_plan.object, members);
    for (const auto &[field, literal] : values) {
        const auto found
            = std::find_if(members.begin(), members.end(),
                           [name = field->name](const auto &member) { return member.first == name; });
        if (found != members.end() && literal == "null")
            members.erase(found);
        else if (found != members.end())
            found->second = literal;
        else if (literal != "null")
            members.append({ field->name, literal });
    }
    const QList<Key> after = keysOf(*m_plan.object, members);
    record.data = dataOf(members);
    if (before == after)
        m_records.update(record, {}, {}, m_clock.now());
    else
        m_records.update(record, before, after, m_clock.now());
}

void Judge::remove(const StoredRecord &record)
{
    m_records.remove(record, keysOf(*m_plan.object, membersOf(record.data)), m_clock.now());
}

Verdict Judge::trusted(const std::vector<Cell> &cells)
{
    Verdict verdict;
    if (m_plan.operation == Operation::Update || m_plan.operation == Operation::Delete) {
        const auto id = std::find_if(cells.begin(), cells.end(), [](const Cell &cell) {
            return cell.column->field->type == Field::Type::Id;
        });
        verdict.id = id == cells.end() ? QByteArray() : judgeBytes(id->text);
        return verdict;
    }
    verdict.id = idOf(m_records.insert(m_plan.object->number, trustedData(cells), {}, m_clock.now()));
    verdict.created = true;
    return verdict;
}

void Judge::put(const std::vector<Cell> &cells, qint64 number)
{
    m_records.put(number, m_plan.object->number, trustedData(cells), m_clock.now());
}

QByteArray Judge::trustedData(const std::vector<Cell> &cells) const
{
    Members members;
    for (const Cell &cell : cells) {
        if (cell.null || cell.column->field->type == Field::Type::Id || !cell.column->parentKey.isEmpty())
            continue;
        Converted converted = convertedValue(m_catalog, *cell.column->field, cell.text, cell.index);
        if (!converted.code.isEmpty())
            converted.literal = jsonString(judgeBytes(cell.text));
        members.append({ cell.column->field->name, std::move(converted.literal) });
    }
    return dataOf(members);
}

} // namespace rowlift::practice::salesforce
