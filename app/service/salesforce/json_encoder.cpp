#include "app/service/salesforce/json_encoder.h"

#include <algorithm>

namespace rowlift::salesforce {

namespace {

using Bytes = std::string_view;

bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}

/// Takes the digits at the front of \a text away; whether there were any.
bool takeDigits(Bytes &text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count > 0;
}

/// Whether \a text is a number as JSON spells one: it is written as it stands then, to the last digit. All
/// else goes as text, for the service to judge.
bool isJsonNumber(Bytes text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const bool leadingZero = text.size() > 1 && text[0] == '0' && isDigit(text[1]);
    if (leadingZero || !takeDigits(text))
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeDigits(text))
            return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-'))
            text.remove_prefix(1);
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

/// Appends \a sign as it stands within a JSON text.
char *appendSign(char sign, char *out)
{
    constexpr Bytes hex = "0123456789abcdef";
    switch (sign) {
    case '"':
    case '\\':
        *out++ = '\\';
        *out++ = sign;
        return out;
    case '\n':
        *out++ = '\\';
        *out++ = 'n';
        return out;
    case '\t':
        *out++ = '\\';
        *out++ = 't';
        return out;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(sign);
    if (code >= 0x20) {
        *out++ = sign;
        return out;
    }
    out = std::copy_n("\\u00", 4, out);
    *out++ = hex[code >> 4];
    *out++ = hex[code & 15];
    return out;
}

void appendText(Bytes text, OutBuffer &buffer)
{
    constexpr std::size_t longestSign = 6;
    char *out = buffer.room(text.size() * longestSign + 2);
    *out++ = '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            out = appendSign(text[at], out);
        else if (at + 1 == text.size() || text[at + 1] != '\n') // of CR LF the LF is enough
            out = appendSign('\n', out);
    }
    *out++ = '"';
    buffer.endAt(out);
}

std::string quoted(const QString &text)
{
    OutBuffer buffer;
    appendText(text.toStdString(), buffer);
    return std::string(buffer.text());
}

} // namespace

JsonEncoder::JsonEncoder(const Target &target, const QStringList &fields, const Schema &schema, Body body)
    : m_idsOnly(target.operation == Operation::Delete)
    , m_idAt(std::size_t(std::max<qsizetype>(0, fields.indexOf(u"Id"))))
    , m_body(body)
    , m_clear(schema.forms.clear.toStdString())
    , m_begin("{\"attributes\":{\"type\":" + quoted(target.object) + '}')
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
                = colon < 0 ? std::string() : "\"attributes\":{\"type\":" + quoted(name.left(colon)) + "},";
            member.before = ',' + quoted(name.sliced(colon + 1, dot - colon - 1)) + ":{" + kind
                + quoted(name.sliced(dot + 1)) + ':';
            member.behind = "}";
        } else {
            member.before = ',' + quoted(type == FieldType::Id ? QStringLiteral("id") : name) + ':';
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
        appendText(m_idAt < values.size() ? values[m_idAt] : Bytes(), out);
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
        appendText(value, out);
    out.append(member.behind);
}

} // namespace rowlift::salesforce
