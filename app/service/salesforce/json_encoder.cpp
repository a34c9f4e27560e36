#include "app/service/salesforce/json_encoder.h"

#include "app/service/json_text.h"

#include <algorithm>

namespace rowlift::salesforce {

JsonEncoder::JsonEncoder(const Target &target, const QStringList &fields, const Schema &schema, Body body)
    : m_idsOnly(target.operation == Operation::Delete)
    , m_idAt(std::size_t(std::max<qsizetype>(0, fields.indexOf(u"Id"))))
    , m_body(body)
    , m_clear(schema.forms.clear.toStdString())
    , m_begin("{\"attributes\":{\"type\":" + jsonText(target.object) + '}')
{
    for (const QString &name : fields) {
        Member member;
        const Field *field = schema.field(name);
        const FieldType type = field ? field->type : FieldType::Text;
        if (type == FieldType::Integer || type == FieldType::Number)
            member.form = Form::Number;
        else if (type == FieldType::Boolean)
            member.form = Form::Boolean;
        if (const qsizetype dot = name.indexOf(u'.'); dot >= 0) {
            const qsizetype colon = name.left(dot).indexOf(u':'); // the kind, where there are several
            const std::string kind
                = colon < 0 ? std::string() : "\"attributes\":{\"type\":" + jsonText(name.left(colon)) + "},";
            member.before = ',' + jsonText(name.sliced(colon + 1, dot - colon - 1)) + ":{" + kind
                + jsonText(name.sliced(dot + 1)) + ':';
            member.behind = "}";
        } else {
            member.before = ',' + jsonText(type == FieldType::Id ? QStringLiteral("id") : name) + ':';
        }
        m_members.push_back(std::move(member));
    }
}

QByteArray JsonEncoder::prologue() const
{
    if (m_idsOnly)
        return "[";
    return m_body == Body::Records ? "{\"records\":[" : "{\"allOrNone\":false,\"records\":[";
}

QByteArray JsonEncoder::epilogue() const
{
    return m_idsOnly ? "]" : "]}";
}

QByteArray JsonEncoder::separator() const
{
    return ",";
}

void JsonEncoder::encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const
{
    if (m_idsOnly) {
        appendJsonText(m_idAt < values.size() ? values[m_idAt] : std::string_view(), out,
                       JsonBreaks::LineFeeds);
        out.append(",");
        return;
    }
    out.append(m_begin);
    const std::size_t count = std::min(values.size(), m_members.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (!values[i].empty())
            appendMember(m_members[i], values[i], out);
    }
    out.append("},");
}

void JsonEncoder::appendMember(const Member &member, std::string_view value, OutBuffer &out) const
{
    out.append(member.before);
    if (!m_clear.empty() && value == m_clear)
        out.append("null");
    else if (member.form == Form::Number && isJsonNumber(value))
        out.append(value);
    else if (member.form == Form::Boolean && (value == "true" || value == "1"))
        out.append("true");
    else if (member.form == Form::Boolean && (value == "false" || value == "0"))
        out.append("false");
    else
        appendJsonText(value, out, JsonBreaks::LineFeeds);
    out.append(member.behind);
}

} // namespace rowlift::salesforce
