#include "app/practice/json_text.h"

namespace rowlift::practice {

using namespace Qt::StringLiterals;

void appendJsonString(QByteArray &out, std::string_view text)
{
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[(c >> 4) & 0xf];
                out += digits[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

QByteArray jsonString(const QByteArray &text)
{
    QByteArray out;
    appendJsonString(out, std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    return out;
}

QByteArray jsonArray(const QByteArrayList &values)
{
    return '[' + values.join(',') + ']';
}

JsonText &JsonText::text(const char *name, const QByteArray &value)
{
    return raw(QByteArray(name), jsonString(value));
}

JsonText &JsonText::raw(const QByteArray &name, const QByteArray &json)
{
    m_members += m_members.isEmpty() ? '{' : ',';
    m_members += jsonString(name) + ':' + json;
    return *this;
}

JsonText &JsonText::number(const char *name, qint64 value)
{
    return raw(QByteArray(name), QByteArray::number(value));
}

JsonText &JsonText::boolean(const char *name, bool value)
{
    return raw(QByteArray(name), value ? "true"_ba : "false"_ba);
}

} // namespace rowlift::practice
