#pragma once

#include <cstddef>
#include <string_view>

namespace rowlift {

/// Looks for the quote that closes a cell, piece by piece: the first that is not one of two.
class QuoteSearch {
public:
    /// \a limit: only within so many bytes.
    QuoteSearch(char quote, std::size_t limit)
        : m_quote(quote)
        , m_limit(limit)
    {
    }

    enum class Answer { Unknown, Closes, NeverCloses };
    /// \a text: what stands behind all that was given before.
    Answer take(std::string_view text);
    /// Nothing stands behind it.
    Answer atEnd() const { return m_pending ? Answer::Closes : Answer::NeverCloses; }

private:
    char m_quote;
    std::size_t m_limit;
    std::size_t m_taken = 0;
    bool m_pending = false; ///< The last byte was a quote that may be the first of two.
};

} // namespace rowlift
