#include "app/service/dotdigital/insight_record.h"

#include "app/service/dotdigital/json_walk.h"
#include "app/service/json_text.h"

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

using PropertyValues = std::span<const std::string_view>;

/// Stands for an entry that a row lacks, where rows are merged: the number of each is known by it, and
/// readers of JSON pass it over.
constexpr std::string_view blankEntry = " ";

/// Takes away all that was written behind \a size.
void takeBack(OutBuffer &out, std::size_t size)
{
    const char *end = out.room(0);
    out.endAt(end - (out.size() - size));
}

bool isBlankSign(char sign)
{
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

std::string_view trimmedText(std::string_view text)
{
    while (!text.empty() && isBlankSign(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankSign(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

InsightRecord::InsightRecord(const QStringList &fields, const Schema &schema, const QString &list,
                             JsonSpelling spelling)
    : m_spelling(spelling)
{
    for (qsizetype column = 0; column < fields.size(); ++column) {
        const QString &name = fields[column];
        const auto path = name.startsWith(u'$') ? std::nullopt : propertyPath(name);
        if (path)
            place(*path, std::size_t(column), schema.field(name));
    }
    sortEntries(m_record);
    if (list.isEmpty())
        return;
    for (const QString &name : list.split(u'.'))
        m_way.push_back(nameOf(name));
    putListLast();
}

std::string InsightRecord::nameOf(const QString &name) const
{
    return spelt(jsonText(name), m_spelling) + ':';
}

void InsightRecord::place(const PropertyPath &path, std::size_t column, const Field *field)
{
    Node *node = &m_record;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const PropertyStep &step = path[at];
        const Kind ending = at + 1 == path.size() ? Kind::Value : Kind::Group;
        if (step.entry == PropertyStep::Entry::None) {
            node = &childOf(*node, step, ending);
            continue;
        }
        const bool isOfRows = step.entry == PropertyStep::Entry::EachRow;
        Node &entries = childOf(*node, { .name = step.name }, isOfRows ? Kind::Rows : Kind::Entries);
        node = &childOf(entries, { .name = {}, .number = step.number }, ending);
    }
    node->column = column;
    setForm(*node, field);
}

/// The one that is there, or a new one. A value is always one of its own.
InsightRecord::Node &InsightRecord::childOf(Node &parent, const PropertyStep &step, Kind kind)
{
    const std::string name = step.name.isEmpty() ? std::string() : nameOf(step.name);
    const auto found = std::ranges::find_if(parent.children, [&](const Node &child) {
        return child.kind == kind && child.name == name && child.number == step.number;
    });
    if (found != parent.children.end() && kind != Kind::Value)
        return *found;
    return parent.children.emplace_back(Node { .kind = kind, .name = name, .number = step.number });
}

void InsightRecord::setForm(Node &value, const Field *field) const
{
    if (!field)
        return;
    value.separator = field->listSeparator.toStdString();
    if (!value.separator.empty())
        value.form = Form::List;
    else if (field->type == FieldType::Number || field->type == FieldType::Integer)
        value.form = Form::Number;
    else if (field->type == FieldType::Boolean)
        value.form = Form::YesNo;
}

void InsightRecord::sortEntries(Node &node) const
{
    if (node.kind == Kind::Entries)
        std::ranges::stable_sort(node.children, {}, &Node::number);
    for (Node &child : node.children)
        sortEntries(child);
}

void InsightRecord::putListLast()
{
    Node *node = &m_record;
    for (std::size_t at = 0; at < m_way.size(); ++at) {
        const Kind kind = at + 1 == m_way.size() ? Kind::Rows : Kind::Group;
        const auto found = std::ranges::find_if(
            node->children, [&](const Node &child) { return child.kind == kind && child.name == m_way[at]; });
        if (found == node->children.end())
            return;
        std::rotate(found, found + 1, node->children.end());
        node = &node->children.back();
    }
}

void InsightRecord::append(PropertyValues values, OutBuffer &out) const
{
    if (!write(m_record, values, out))
        out.append("{}");
}

bool InsightRecord::write(const Node &node, PropertyValues values, OutBuffer &out) const
{
    switch (node.kind) {
    case Kind::Value:
        return node.column < values.size() && writeValue(node, values[node.column], out);
    case Kind::Group:
        return writeAll(node, "{", "}", values, out);
    case Kind::Entries:
    case Kind::Rows:
        return writeAll(node, "[", "]", values, out);
    }
    return false;
}

bool InsightRecord::writeAll(const Node &node, std::string_view begin, std::string_view end,
                             PropertyValues values, OutBuffer &out) const
{
    const std::size_t before = out.size();
    out.append(begin);
    bool any = false;
    for (const Node &child : node.children) {
        const std::size_t beforeChild = out.size();
        if (any)
            out.append(",");
        out.append(child.name);
        if (write(child, values, out)) {
            any = true;
            continue;
        }
        takeBack(out, beforeChild);
        if (node.kind == Kind::Entries && !m_way.empty())
            out.append(blankEntry);
    }
    if (any)
        out.append(end);
    else
        takeBack(out, before);
    return any;
}

bool InsightRecord::writeValue(const Node &value, std::string_view text, OutBuffer &out) const
{
    if (text.empty())
        return false;
    if (value.form == Form::List)
        return writeTexts(value, text, out);
    const bool isPlain = (value.form == Form::Number && isJsonNumber(text))
        || (value.form == Form::YesNo && (text == "true" || text == "false"));
    if (isPlain)
        out.append(text);
    else
        appendText(text, m_spelling, out);
    return true;
}

bool InsightRecord::writeTexts(const Node &value, std::string_view text, OutBuffer &out) const
{
    bool any = false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(value.separator, at), text.size());
        const std::string_view entry = trimmedText(text.substr(at, end - at));
        at = end + value.separator.size();
        if (entry.empty())
            continue;
        out.append(any ? "," : "[");
        appendText(entry, m_spelling, out);
        any = true;
    }
    if (any)
        out.append("]");
    return any;
}

void InsightRecord::merge(std::span<const std::string_view> objects, OutBuffer &out) const
{
    if (!objects.empty())
        mergeValues(m_record, objects, out);
}

void InsightRecord::mergeValues(const Node &node, std::span<const std::string_view> values,
                                OutBuffer &out) const
{
    if (node.kind == Kind::Value || values.size() == 1)
        out.append(values.front());
    else if (node.kind == Kind::Rows)
        joinLists(values, out);
    else
        mergeChildren(node, values, out);
}

void InsightRecord::mergeChildren(const Node &node, std::span<const std::string_view> values,
                                  OutBuffer &out) const
{
    const std::size_t rows = values.size();
    std::vector<std::string_view> parts(node.children.size() * rows); // those of one child side by side
    for (std::size_t row = 0; row < rows; ++row)
        findChildren(node, values[row],
                     [&](std::size_t child, std::string_view part) { parts[child * rows + row] = part; });
    out.append(node.kind == Kind::Group ? "{" : "[");
    bool any = false;
    for (std::size_t child = 0; child < node.children.size(); ++child) {
        const auto ofChild = std::span(parts).subspan(child * rows, rows);
        const auto behind = std::remove(ofChild.begin(), ofChild.end(), std::string_view());
        const std::span<const std::string_view> there(ofChild.begin(), behind);
        if (there.empty())
            continue;
        out.append(any ? "," : "");
        out.append(node.children[child].name);
        mergeValues(node.children[child], there, out);
        any = true;
    }
    out.append(node.kind == Kind::Group ? "}" : "]");
}

template <typename Take>
void InsightRecord::findChildren(const Node &node, std::string_view value, const Take &take) const
{
    const JsonWalk walk(value, m_spelling);
    std::size_t at = 1; // behind the bracket
    for (std::size_t child = 0; child < node.children.size() && at + 1 < value.size(); ++child) {
        const std::string &name = node.children[child].name;
        if (value.substr(at, 1) == blankEntry) {
            ++at;
            continue;
        }
        const std::size_t begin = at + (value[at] == ',' ? 1 : 0);
        if (value.substr(begin, name.size()) != name)
            continue;
        at = walk.behindValue(begin + name.size());
        take(child, value.substr(begin + name.size(), at - begin - name.size()));
    }
}

void InsightRecord::joinLists(std::span<const std::string_view> lists, OutBuffer &out)
{
    bool any = false;
    for (const std::string_view list : lists) {
        out.append(any ? "," : "[");
        out.append(list.substr(1, list.size() - 2));
        any = true;
    }
    out.append("]");
}

} // namespace rowlift::dotdigital
