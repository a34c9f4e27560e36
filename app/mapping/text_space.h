#pragma once

#include <cstring>
#include <memory>
#include <string_view>

namespace rowlift {

/// Room for one text that is made again for every row: it grows and never shrinks, so that rows cost no
/// memory of their own.
class TextSpace {
public:
    /// Room for \a bytes; what was there before is gone.
    char *room(std::size_t bytes)
    {
        if (bytes > m_size) {
            m_size = bytes + bytes / 2 + 64;
            m_bytes = std::make_unique<char[]>(m_size);
        }
        return m_bytes.get();
    }

    /// A copy of \a text, which lies elsewhere.
    std::string_view keep(std::string_view text)
    {
        char *to = room(text.size());
        if (!text.empty())
            std::memcpy(to, text.data(), text.size());
        return { to, text.size() };
    }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

} // namespace rowlift
