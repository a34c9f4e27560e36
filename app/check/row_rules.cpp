#include "app/check/row_rules.h"

#include "app/check/value_rules.h"
#include "app/mapping/record_id.h"

#include <algorithm>

namespace rowlift {

namespace {

/// Asks "is it there" of a sorted list without copying the view.
bool isOn(const std::vector<std::string> &allowed, std::string_view value)
{
    return std::ranges::binary_search(allowed, value, std::less<>(),
                                      [](const std::string &s) { return std::string_view(s); });
}

std::vector<std::string> allowedValues(const Field &field)
{
    std::vector<std::string> allowed;
    if (!field.restricted)
        return allowed;
    for (const PicklistValue &value : field.values) {
        if (value.active)
            allowed.push_back(value.value.toStdString());
    }
    std::ranges::sort(allowed);
    return allowed;
}

Rule ruleOf(Unreadable unreadable)
{
    switch (unreadable) {
    case Unreadable::Number:
        return Rule::NotANumber;
    case Unreadable::Boolean:
        return Rule::NotABoolean;
    case Unreadable::Date:
    case Unreadable::DateTime:
        return Rule::NotADate;
    case Unreadable::Time:
        return Rule::NotATime;
    case Unreadable::Phone:
        return Rule::NotAPhone;
    }
    return Rule::NotADate;
}

/// Whether an empty value of \a field is certain to be refused: the id or key that finds the record, and what
/// a new record must have. An upsert ignores empty values of records that are there.
bool isEmptyRefused(const Field &field, const Target &target)
{
    switch (target.operation) {
    case Operation::Insert:
        return field.required && field.type != FieldType::Boolean;
    case Operation::Upsert:
        return field.name == target.keyField;
    case Operation::Update:
    case Operation::Delete:
        return field.type == FieldType::Id;
    }
    return false;
}

} // namespace

RowRules::RowRules(const Draft &draft, const Schema &schema)
    : m_width(static_cast<std::size_t>(draft.header.size()))
    , m_keyPrefix(schema.object.keyPrefix.toLatin1())
{
    for (const ColumnMapping &column : draft.mapping.columns) {
        if (column.field.isEmpty())
            continue;
        ColumnRules rules;
        const Field *field = schema.field(column.field);
        if (field)
            rules.field = *field;
        else
            rules.field.name = rules.field.label = column.field;
        rules.mustHave = isEmptyRefused(rules.field, draft.target);
        rules.shouldHave = draft.target.operation == Operation::Upsert && rules.field.required
            && rules.field.type != FieldType::Boolean && !rules.mustHave;
        rules.allowed = allowedValues(rules.field);
        m_columns.push_back(std::move(rules));
    }
}

std::span<const Finding> RowRules::judge(std::span<const std::string_view> cells, const BuiltRecord &record)
{
    m_findings.clear();
    if (m_width > 0 && cells.size() != m_width)
        find(-1, Rule::RaggedRow, Severity::HeadsUp);
    auto problem = record.problems.begin();
    for (int i = 0; i < static_cast<int>(record.values.size()); ++i) {
        const bool unreadable = problem != record.problems.end() && problem->field == i;
        if (unreadable) {
            find(i, ruleOf(problem->kind));
            ++problem;
        } else {
            judgeValue(i, record.values[static_cast<std::size_t>(i)]);
        }
    }
    return m_findings;
}

void RowRules::judgeValue(int index, std::string_view value)
{
    const ColumnRules &rules = m_columns[static_cast<std::size_t>(index)];
    if (value.empty()) {
        if (rules.mustHave)
            find(index, Rule::RequiredEmpty);
        else if (rules.shouldHave)
            find(index, Rule::RequiredEmpty, Severity::HeadsUp);
        return;
    }
    switch (rules.field.type) {
    case FieldType::Email:
        judgeEmail(index, value);
        [[fallthrough]];
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
        judgeLength(index, value);
        return;
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        judgeList(index, value);
        return;
    case FieldType::Integer:
    case FieldType::Number:
        judgeNumber(index, value);
        return;
    case FieldType::Id:
    case FieldType::Reference:
        judgeId(index, value);
        return;
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Unsupported:
        return;
    }
}

void RowRules::judgeLength(int index, std::string_view value)
{
    const int length = field(index).length;
    if (value == "#N/A")
        return;
    if (length > 0 && value.size() > static_cast<std::size_t>(length) && lengthAsSent(value) > length)
        find(index, Rule::TooLong);
}

void RowRules::judgeList(int index, std::string_view value)
{
    const ColumnRules &rules = m_columns[static_cast<std::size_t>(index)];
    if (rules.allowed.empty() || value == "#N/A")
        return;
    const bool several = rules.field.type == FieldType::MultiPicklist;
    while (true) {
        const auto end = several ? value.find(';') : value.npos;
        if (!isOn(rules.allowed, value.substr(0, end))) {
            find(index, Rule::NotOnList);
            return;
        }
        if (end == value.npos)
            return;
        value.remove_prefix(end + 1);
    }
}

void RowRules::judgeNumber(int index, std::string_view value)
{
    const Field &number = field(index);
    if (value == "#N/A")
        return;
    const bool tooMany = number.precision > 0 && hasMoreDigitsThan(value, number.precision - number.scale);
    const bool tooLarge = number.typeName == QLatin1String("int") && !fitsInt(value);
    if (tooMany || tooLarge)
        find(index, Rule::NumberTooLarge);
}

void RowRules::judgeEmail(int index, std::string_view value)
{
    if (value == "#N/A")
        return;
    const EmailShape shape = emailShape(value);
    if (shape != EmailShape::Right)
        find(index, Rule::EmailLooksWrong, shape == EmailShape::Odd ? Severity::HeadsUp : Severity::Problem);
}

void RowRules::judgeId(int index, std::string_view value)
{
    if (value == "#N/A")
        return;
    const bool ownId = field(index).type == FieldType::Id;
    const std::string_view prefix(m_keyPrefix.constData(), static_cast<std::size_t>(m_keyPrefix.size()));
    if (!isRecordId(value) || (ownId && !value.starts_with(prefix)))
        find(index, Rule::MalformedId);
}

void RowRules::find(int index, Rule rule, Severity severity)
{
    m_findings.push_back({ .rule = rule, .severity = severity, .index = index });
}

} // namespace rowlift
