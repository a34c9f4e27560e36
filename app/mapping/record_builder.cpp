#include "app/mapping/record_builder.h"

#include "app/mapping/convert.h"
#include "app/mapping/date_text.h"

#include <array>
#include <unordered_map>

namespace rowlift {

namespace compiled { // named: a member of RecordBuilder::Impl has one of these types

/// Finds strings by views.
struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using ValueTable = std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>>;

void foldCase(std::string_view text, std::string &into)
{
    into.assign(text);
    for (char &c : into) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
}

/// The values of a list by all that people write for them: the value, then its label, then either in other
/// case.
class ListValues {
public:
    explicit ListValues(const std::vector<PicklistValue> &values)
    {
        std::string folded;
        const auto enter = [&](const QString &text, const std::string &value) {
            m_exact.emplace(text.toStdString(), value);
            foldCase(text.toStdString(), folded);
            m_folded.emplace(folded, value);
        };
        for (const PicklistValue &value : values) {
            if (value.active)
                enter(value.value, value.value.toStdString());
        }
        for (const PicklistValue &value : values) {
            if (value.active)
                enter(value.label, value.value.toStdString());
        }
    }

    /// \a text itself when it is not on the list.
    std::string_view valueOf(std::string_view text, std::string &space) const
    {
        if (const auto found = m_exact.find(text); found != m_exact.end())
            return found->second;
        foldCase(text, space);
        const auto found = m_folded.find(space);
        return found == m_folded.end() ? text : std::string_view(found->second);
    }

private:
    ValueTable m_exact;
    ValueTable m_folded;
};

/// One column on its way to its field.
struct ColumnPath {
    int column = 0;
    FieldType type = FieldType::Text;
    DateOrder order = DateOrder::NotADate;
    NumberForm number;
    std::unique_ptr<ListValues> list;
    std::string space; ///< Holds the converted value until the next row.
    std::string part;
    std::array<char, 32> dateSpace {};
};

bool staysAsItIs(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Unsupported:
        return true;
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return false;
    }
    return true;
}

ColumnPath pathOf(int column, const ColumnMapping &mapping, const Field *field)
{
    ColumnPath path;
    path.column = column;
    path.type = field ? field->type : FieldType::Text;
    path.order = mapping.treatment.dates.order;
    path.number = { .whole = path.type == FieldType::Integer,
                    .percent = field && field->typeName == QLatin1String("percent"),
                    .decimals = mapping.treatment.decimals };
    if (path.type == FieldType::Picklist || path.type == FieldType::MultiPicklist)
        path.list = std::make_unique<ListValues>(field->values);
    return path;
}

/// "a; b" becomes "a;b", each part its value.
std::string_view severalValues(ColumnPath &path, std::string_view text)
{
    path.space.clear();
    while (true) {
        const auto end = text.find(';');
        const auto part = trimmed(text.substr(0, end));
        if (!part.empty()) {
            if (!path.space.empty())
                path.space += ';';
            path.space.append(path.list->valueOf(part, path.part));
        }
        if (end == text.npos)
            return path.space;
        text.remove_prefix(end + 1);
    }
}

std::optional<Unreadable> convertDay(ColumnPath &path, std::string_view &value)
{
    const bool timed = path.type == FieldType::DateTime;
    const auto failed = timed ? Unreadable::DateTime : Unreadable::Date;
    const auto day = readDay(value, path.order);
    if (!day || (!timed && !day->midnight()))
        return failed;
    const auto text = timed ? isoDateTime(*day, path.dateSpace) : isoDate(*day, path.dateSpace);
    if (text.empty())
        return failed;
    value = text;
    return std::nullopt;
}

/// Turns \a value (trimmed, not empty) into what the field takes.
std::optional<Unreadable> convert(ColumnPath &path, std::string_view &value)
{
    switch (path.type) {
    case FieldType::Integer:
    case FieldType::Number:
        if (!readNumber(value, path.number, path.space))
            return Unreadable::Number;
        value = path.space;
        return std::nullopt;
    case FieldType::Boolean: {
        const auto read = readBoolean(value);
        if (!read)
            return Unreadable::Boolean;
        value = *read ? "true" : "false";
        return std::nullopt;
    }
    case FieldType::Date:
    case FieldType::DateTime:
        return convertDay(path, value);
    case FieldType::Picklist:
        value = path.list->valueOf(value, path.space);
        return std::nullopt;
    case FieldType::MultiPicklist:
        value = severalValues(path, value);
        return std::nullopt;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Unsupported:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace compiled

using namespace compiled;

class RecordBuilder::Impl {
public:
    Impl(const Mapping &mapping, const Schema &schema)
    {
        for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
            const ColumnMapping &column = mapping.columns[i];
            if (column.field.isEmpty())
                continue;
            m_fields.push_back(column.field);
            m_paths.push_back(pathOf(static_cast<int>(i), column, schema.field(column.field)));
        }
        m_values.resize(m_paths.size());
        m_problems.reserve(m_paths.size());
    }

    const BuiltRecord &build(std::span<const std::string_view> cells)
    {
        m_problems.clear();
        for (std::size_t i = 0; i < m_paths.size(); ++i) {
            const auto column = static_cast<std::size_t>(m_paths[i].column);
            m_values[i] = column < cells.size() ? read(i, cells[column]) : std::string_view();
        }
        m_record = { m_values, m_problems, {} };
        return m_record;
    }

    std::vector<QString> m_fields;
    std::vector<ColumnPath> m_paths;

private:
    std::string_view read(std::size_t index, std::string_view cell)
    {
        ColumnPath &path = m_paths[index];
        if (cell.empty() || staysAsItIs(path.type))
            return cell;
        std::string_view value = trimmed(cell);
        if (value.empty() || value == "#N/A")
            return value;
        const auto unreadable = convert(path, value);
        if (!unreadable)
            return value;
        m_problems.push_back({ static_cast<int>(index), *unreadable });
        return cell;
    }

    std::vector<std::string_view> m_values;
    std::vector<BuiltRecord::Problem> m_problems;
    BuiltRecord m_record;
};

RecordBuilder::RecordBuilder(const Mapping &mapping, const Schema &schema, const Target & /*target*/)
    : m_impl(std::make_unique<Impl>(mapping, schema))
{
}

RecordBuilder::~RecordBuilder() = default;
RecordBuilder::RecordBuilder(RecordBuilder &&) noexcept = default;
RecordBuilder &RecordBuilder::operator=(RecordBuilder &&) noexcept = default;

const std::vector<QString> &RecordBuilder::fields() const
{
    return m_impl->m_fields;
}

std::span<const int> RecordBuilder::columnsOf(int index) const
{
    return { &m_impl->m_paths[static_cast<std::size_t>(index)].column, 1 };
}

int RecordBuilder::columnOf(int index) const
{
    return m_impl->m_paths[static_cast<std::size_t>(index)].column;
}

const BuiltRecord &RecordBuilder::build(std::span<const std::string_view> cells)
{
    return m_impl->build(cells);
}

} // namespace rowlift
