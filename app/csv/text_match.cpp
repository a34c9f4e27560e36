#include "app/csv/text_match.h"

#include "app/csv/utf8.h"
#include "app/csv/value_look.h"

#include <QString>

#include <algorithm>

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace rowlift {

namespace {

constexpr char caseBit = 0x20;

bool isPlainLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

char32_t foldedCharacter(char32_t character)
{
    if (character < 0x80)
        return character >= U'A' && character <= U'Z' ? character + caseBit : character;
    const char32_t folded = QChar::toCaseFolded(character);
    return folded < 0x80 ? character : folded; // the Kelvin sign is no "k"
}

} // namespace

ByteFinder::ByteFinder(std::string_view needle, bool matchCase)
    : m_needle(needle)
    , m_masks(needle.size(), '\0')
{
    for (std::size_t at = 0; at < m_needle.size(); ++at) {
        if (!matchCase && isPlainLetter(m_needle[at]))
            m_masks[at] = caseBit;
        m_needle[at] = static_cast<char>(m_needle[at] | m_masks[at]);
    }
}

bool ByteFinder::isAt(const char *at) const
{
    for (std::size_t index = 0; index < m_needle.size(); ++index) {
        if (static_cast<char>(at[index] | m_masks[index]) != m_needle[index])
            return false;
    }
    return true;
}

/// Looks at the first and the last byte of sixteen places at once. Source: W. Muła, "SIMD-friendly algorithms
/// for substring searching".
bool ByteFinder::isIn(std::string_view block) const
{
    if (block.size() < m_needle.size())
        return false;
    const char *at = block.data();
    const std::size_t last = m_needle.size() - 1;
    const char *const end = at + (block.size() - last); // behind the last place it may begin at
#if defined(__SSE2__)
    const __m128i first = _mm_set1_epi8(m_needle.front());
    const __m128i back = _mm_set1_epi8(m_needle.back());
    const __m128i firstMask = _mm_set1_epi8(m_masks.front());
    const __m128i backMask = _mm_set1_epi8(m_masks.back());
    for (; end - at >= 16; at += 16) {
        const __m128i begins = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + last));
        const __m128i hits = _mm_and_si128(_mm_cmpeq_epi8(_mm_or_si128(begins, firstMask), first),
                                           _mm_cmpeq_epi8(_mm_or_si128(ends, backMask), back));
        for (auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits)); mask != 0; mask &= mask - 1) {
            if (isAt(at + std::countr_zero(mask)))
                return true;
        }
    }
#endif
    for (; at < end; ++at) {
        if (isAt(at))
            return true;
    }
    return false;
}

std::string foldedUtf8(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    const QString wide = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (qsizetype at = 0; at < wide.size(); ++at) {
        char32_t character = wide[at].unicode();
        if (wide[at].isHighSurrogate() && at + 1 < wide.size() && wide[at + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(wide[at], wide[at + 1]);
            ++at;
        }
        appendUtf8(folded, foldedCharacter(character));
    }
    return folded;
}

TextMatch::TextMatch(std::string_view text, bool matchCase, bool wholeCell)
    : m_matchCase(matchCase)
    , m_wholeCell(wholeCell)
    , m_asciiOnly(isAsciiText(text))
    , m_folded(matchCase ? std::string(text) : foldedUtf8(text))
    , m_finder(m_folded, matchCase)
{
}

bool TextMatch::matches(std::string_view cell) const
{
    if (m_wholeCell)
        cell = trimmedValue(cell);
    if (m_matchCase || m_asciiOnly)
        return (!m_wholeCell || cell.size() == m_folded.size()) && m_finder.isIn(cell);
    if (isAsciiText(cell))
        return false;
    if (m_wholeCell)
        return cell.size() <= m_folded.size() * 2 && foldedUtf8(cell) == m_folded;
    // piece by piece, for cells may be huge; what folds to the text is at most twice as long
    constexpr std::size_t pieceBytes = std::size_t(64) * 1024;
    const std::size_t overlap = m_folded.size() * 2;
    for (std::size_t from = 0; from < cell.size(); from += pieceBytes) {
        if (foldedUtf8(cell.substr(from, pieceBytes + overlap)).find(m_folded) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace rowlift
