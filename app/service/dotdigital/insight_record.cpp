#include "app/service/dotdigital/insight_record.h"

#include "app/service/dotdigital/json_walk.h"
#include "app/service/json_text.h"

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

using PropertyValues = std::span<const std::string_view>;

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
        if (write(child, values, out))
            any = true;
        else
            takeBack(out, beforeChild);
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

InsightRecord::ListPlace InsightRecord::listIn(std::string_view object) const
{
    const JsonWalk walk(object, m_spelling);
    ListPlace place { .begin = 1, .end = 1, .isFirst = true };
    std::size_t at = 1; // behind the brace
    while (at < object.size() && object[at] != '}') {
        const std::size_t value = walk.behindText(at) + 1;
        const bool isLast = place.steps + 1 == m_way.size();
        const bool isOnTheWay = place.steps < m_way.size()
            && object.substr(at, value - at) == m_way[place.steps]
            && object.substr(value, 1) == (isLast ? "[" : "{");
        if (isOnTheWay && isLast)
            return { .steps = m_way.size(), .begin = value + 1, .end = walk.behindValue(value) - 1 };
        if (isOnTheWay) {
            ++place.steps;
            at = value + 1;
            place.isFirst = true;
        } else {
            at = walk.behindValue(value);
            at += object.substr(at, 1) == ",";
            place.isFirst = false;
        }
    }
    place.begin = place.end = at;
    return place;
}

void InsightRecord::merge(std::span<const std::string_view> objects, OutBuffer &out) const
{
    if (objects.empty())
        return;
    const std::string_view first = objects.front();
    const ListPlace place = listIn(first);
    const std::size_t before = out.size();
    out.append(first.substr(0, place.end));
    bool any = place.steps == m_way.size();
    if (!any && !place.isFirst)
        out.append(",");
    for (std::size_t step = place.steps; step < m_way.size(); ++step) {
        out.append(m_way[step]);
        out.append(step + 1 == m_way.size() ? "[" : "{");
    }
    for (const std::string_view object : objects.subspan(1)) {
        const ListPlace further = listIn(object);
        if (further.steps < m_way.size())
            continue;
        out.append(any ? "," : "");
        out.append(object.substr(further.begin, further.end - further.begin));
        any = true;
    }
    if (!any) { // no row has an entry
        takeBack(out, before);
        out.append(first);
        return;
    }
    for (std::size_t step = m_way.size(); step > place.steps; --step)
        out.append(step == m_way.size() ? "]" : "}");
    out.append(first.substr(place.end));
}

} // namespace rowlift::dotdigital
