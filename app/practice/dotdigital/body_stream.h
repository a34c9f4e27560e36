#pragma once

#include "app/practice/http_message.h"

#include <algorithm>
#include <array>

namespace rowlift::practice::dotdigital {

/// A request's body as a stream of the JSON reader: read while it arrives, and to its end at \a most bytes.
class BodyStream {
public:
    using Ch = char;

    BodyStream(BodyReader &body, qint64 most)
        : m_body(body)
        , m_most(most)
    {
        fill();
    }

    char Peek() const { return m_at < m_end ? m_block[m_at] : '\0'; }
    char Take()
    {
        const char c = Peek();
        if (m_at < m_end && ++m_at == m_end)
            fill();
        return c;
    }
    std::size_t Tell() const { return static_cast<std::size_t>(m_read) - (m_end - m_at); }
    // Only for readers that write into their source.
    char *PutBegin() { return nullptr; }
    void Put(char) { }
    void Flush() { }
    std::size_t PutEnd(char *) { return 0; }

    /// Reads what nobody wanted. False when the peer is gone.
    bool drain()
    {
        while (!m_over)
            fill();
        return !m_gone;
    }
    bool isAtEnd() const { return m_at == m_end && m_over; }
    bool isTooLong() const { return m_read > m_most; }
    bool isEmpty() const { return m_read == 0; }

private:
    void fill()
    {
        m_at = m_end = 0;
        if (m_over)
            return;
        const qint64 got = m_body.read(m_block.data(), static_cast<qint64>(m_block.size()));
        m_gone = got < 0;
        m_over = got <= 0;
        m_read += std::max<qint64>(got, 0);
        m_end = isTooLong() || m_over ? 0 : static_cast<std::size_t>(got);
        if (isTooLong() && !m_over) // nobody looks at the rest
            drain();
    }

    BodyReader &m_body;
    qint64 m_most;
    std::array<char, 64 * 1024> m_block;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    qint64 m_read = 0;
    bool m_over = false;
    bool m_gone = false;
};

} // namespace rowlift::practice::dotdigital
