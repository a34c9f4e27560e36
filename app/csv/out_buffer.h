#pragma once

#include <algorithm>
#include <memory>
#include <string_view>

namespace rowlift {

/// Bytes to write, in memory that is used again and again and never cleared.
class OutBuffer {
public:
    std::string_view text() const { return { m_bytes.get(), m_used }; }
    std::size_t size() const { return m_used; }
    std::size_t capacity() const { return m_capacity; }
    void clear() { m_used = 0; }
    /// Where \a bytes more can be written; endAt() then says how many were.
    char *room(std::size_t bytes)
    {
        if (m_used + bytes > m_capacity)
            grow(m_used + bytes);
        return m_bytes.get() + m_used;
    }
    void endAt(const char *end) { m_used = static_cast<std::size_t>(end - m_bytes.get()); }
    void append(std::string_view bytes)
    {
        endAt(std::copy_n(bytes.data(), bytes.size(), room(bytes.size())));
    }

private:
    void grow(std::size_t least)
    {
        m_capacity = std::max(m_capacity + m_capacity / 2, least);
        auto larger = std::make_unique_for_overwrite<char[]>(m_capacity);
        std::copy_n(m_bytes.get(), m_used, larger.get());
        m_bytes = std::move(larger);
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_capacity = 0;
    std::size_t m_used = 0;
};

} // namespace rowlift
