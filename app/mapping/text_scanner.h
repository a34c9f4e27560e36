#pragma once

#include "app/mapping/blanks.h"

#include <string_view>

namespace rowlift {

/// Takes digits, signs and blanks from the front of a text.
class TextScanner {
public:
    explicit TextScanner(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool end() const { return m_at == m_end; }
    char next() const { return m_at == m_end ? '\0' : *m_at; }
    std::string_view rest() const { return { m_at, static_cast<std::size_t>(m_end - m_at) }; }
    void skip(std::size_t bytes = 1) { m_at += bytes; }

    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool take(std::string_view text)
    {
        if (!rest().starts_with(text))
            return false;
        m_at += text.size();
        return true;
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    bool atDigit() const { return m_at != m_end && isDigit(*m_at); }

    /// A number of \a least to \a most digits and no more, or -1: then nothing is taken. \a most is 9 or
    /// less.
    int number(int least, int most, int *digits = nullptr)
    {
        const char *at = m_at;
        int value = 0;
        for (; at != m_end && isDigit(*at); ++at) {
            if (at - m_at == most)
                return -1;
            value = value * 10 + (*at - '0');
        }
        const auto size = static_cast<int>(at - m_at);
        if (size < least)
            return -1;
        m_at = at;
        if (digits)
            *digits = size;
        return value;
    }

    /// Whether there were any.
    bool skipBlanks()
    {
        if (m_at == m_end || (*m_at > ' ' && *m_at < '\x7F'))
            return false;
        const char *before = m_at;
        if (*m_at == ' ' && m_at + 1 != m_end && m_at[1] > ' ' && m_at[1] < '\x7F') {
            ++m_at;
            return true;
        }
        for (Blank blank = blankAt(rest()); blank.bytes > 0; blank = blankAt(rest()))
            m_at += blank.bytes;
        return m_at != before;
    }

private:
    const char *m_at;
    const char *m_end;
};

} // namespace rowlift
