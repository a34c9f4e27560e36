#include "app/service/dotdigital/json_walk.h"

namespace rowlift::dotdigital {

bool JsonWalk::isText(std::size_t at) const
{
    return m_json[at] == (m_spelling == JsonSpelling::Plain ? '"' : '\\'); // in a text, a quote is \"
}

std::size_t JsonWalk::behindText(std::size_t at) const
{
    const bool isPlain = m_spelling == JsonSpelling::Plain;
    std::size_t found = at + (isPlain ? 1 : 2);
    while (found < m_json.size()) {
        found = m_json.find_first_of(isPlain ? "\"\\" : "\\", found);
        if (found == m_json.npos)
            break;
        if (isPlain) {
            if (m_json[found] == '"')
                return found + 1;
            found += 2; // a backslash, and what it makes of the next sign
            continue;
        }
        if (m_json.substr(found + 1, 1) == "\"")
            return found + 2;
        // \\ is the backslash of the text within; what it stands before may have one of its own.
        found += 2;
        found += m_json.substr(found, 1) == "\\" ? 2 : 1;
    }
    return m_json.size();
}

std::size_t JsonWalk::behindValue(std::size_t at) const
{
    int depth = 0;
    while (at < m_json.size()) {
        const char sign = m_json[at];
        const bool closes = sign == '}' || sign == ']';
        if (isText(at)) {
            at = behindText(at);
        } else if (depth == 0 && (closes || sign == ',' || sign == ' ')) {
            return at; // of a number or a word
        } else {
            depth += closes ? -1 : sign == '{' || sign == '[' ? 1 : 0;
            ++at;
            if (!closes)
                continue;
        }
        if (depth == 0)
            return at;
    }
    return m_json.size();
}

} // namespace rowlift::dotdigital
