#pragma once

#include <string>
#include <string_view>

namespace rowlift {

/// Finds bytes in a block, ASCII letters of either case if wished. Sixteen places a step where the processor
/// can.
class ByteFinder {
public:
    /// \a needle is not empty.
    ByteFinder(std::string_view needle, bool matchCase);

    bool isIn(std::string_view block) const;
    std::size_t size() const { return m_needle.size(); }

private:
    bool isAt(const char *at) const;

    std::string m_needle; ///< In lower case, if case does not matter.
    std::string m_masks; ///< What is added to a byte of the block before it is compared: 0x20 for letters.
};

/// \a text with letters that differ only in case made equal: Unicode's simple folding, but nothing outside
/// ASCII becomes ASCII.
std::string foldedUtf8(std::string_view text);

/// Whether cells have a text in them, or are it.
class TextMatch {
public:
    /// \a text is not empty.
    TextMatch(std::string_view text, bool matchCase, bool wholeCell);

    bool matches(std::string_view cell) const;

private:
    bool m_matchCase;
    bool m_wholeCell;
    bool m_asciiOnly;
    std::string m_folded; ///< The text, as cells are compared with it.
    ByteFinder m_finder;
};

} // namespace rowlift
