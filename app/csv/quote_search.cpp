#include "app/csv/quote_search.h"

#include <algorithm>
#include <cstring>

namespace rowlift {

QuoteSearch::Answer QuoteSearch::take(std::string_view text)
{
    // The byte behind the limit tells whether a quote in front of it is one of two.
    const std::size_t most = std::min(text.size(), m_limit + 1 - std::min(m_taken, m_limit + 1));
    std::size_t at = 0;
    while (at < most) {
        if (m_pending) {
            if (text[at] != m_quote)
                return Answer::Closes;
            m_pending = false;
            ++at;
            continue;
        }
        const void *const quote = std::memchr(text.data() + at, m_quote, most - at);
        if (!quote)
            break;
        at = static_cast<std::size_t>(static_cast<const char *>(quote) - text.data()) + 1;
        m_pending = m_taken + at <= m_limit;
    }
    m_taken += most;
    return m_taken > m_limit ? Answer::NeverCloses : Answer::Unknown;
}

} // namespace rowlift
