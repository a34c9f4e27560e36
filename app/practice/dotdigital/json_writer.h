#pragma once

#include "app/practice/json_text.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace rowlift::practice::dotdigital {

/// Writes the events of the JSON reader as JSON again.
class JsonWriter {
public:
    void clear() { m_out.clear(); }
    const std::string &text() const { return m_out; }
    void raw(std::string_view text)
    {
        separate();
        m_out += text;
    }
    void string(std::string_view text)
    {
        separate();
        append(text);
    }
    void name(std::string_view text)
    {
        separate();
        append(text);
        m_out += ':';
    }
    void close(char bracket) { m_out += bracket; }

private:
    void append(std::string_view text)
    {
        m_quoted.resize(0);
        appendJsonString(m_quoted, text);
        m_out.append(m_quoted.constData(), static_cast<std::size_t>(m_quoted.size()));
    }
    void separate()
    {
        if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':')
            m_out += ',';
    }

    std::string m_out;
    QByteArray m_quoted;
};

} // namespace rowlift::practice::dotdigital
