#include "app/csv/sure_pieces.h"

#include "app/csv/block_decoder.h"
#include "app/csv/text_match.h"
#include "app/csv/utf8.h"

#include <QString>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

/// Whether bytes below 0x80 are always ASCII characters, as in UTF-8 and the sets of one byte.
bool hasPlainAscii(const QByteArray &encoding)
{
    constexpr std::array families = { "WINDOWS-125", "ISO-8859-", "MACINTOSH", "IBM850", "KOI8-" };
    const QByteArray upper = encoding.toUpper();
    return isUtf8Name(encoding)
        || std::any_of(families.begin(), families.end(),
                       [&upper](const char *family) { return upper.startsWith(family); });
}

bool isBeyondAscii(char c)
{
    return static_cast<signed char>(c) < 0;
}

/// Whether the file has \a c in a cell just as it is.
bool standsAsItIs(char c, const Dialect &dialect)
{
    if (dialect.quote != '\0' && c == dialect.quote)
        return false;
    const bool mayBeEscaped = c == '\n' || c == '\r' || c == dialect.escape
        || dialect.delimiter.bytes().find(c) != std::string_view::npos;
    return dialect.escape == '\0' || !mayBeEscaped;
}

template <typename IsSure>
std::string_view longestPiece(std::string_view text, IsSure isSure)
{
    std::string_view best;
    for (auto from = text.begin(); from != text.end();) {
        const auto to = std::find_if_not(from, text.end(), isSure);
        if (static_cast<std::size_t>(to - from) > best.size())
            best = { from, to };
        from = to == text.end() ? to : std::next(to);
    }
    return best;
}

/// \a character in all its cases.
std::vector<std::string> casesOf(std::string_view character)
{
    constexpr char32_t behindLetters = 0x1FFFF; // further up no letter has a case
    if (!isBeyondAscii(character.front()))
        return { std::string(character) };
    const std::string folded = foldedUtf8(character);
    std::vector<std::string> cases;
    const char32_t wanted = QString::fromStdString(folded).toUcs4().value(0);
    for (char32_t code = 0x80; code < behindLetters; ++code) {
        if (QChar::toCaseFolded(code) == wanted)
            appendUtf8(cases.emplace_back(), code);
    }
    return cases;
}

/// The first few characters in all cases, or nothing when there are too many ways to write them.
std::vector<std::string> piecesInAllCases(std::string_view text)
{
    constexpr std::size_t mostPieces = 8;
    std::vector<std::string> pieces = { {} };
    const char *const end = text.data() + text.size();
    for (const char *at = text.data(); at != end;) {
        const std::string_view character(at, utf8Step(at, end).bytes);
        const std::vector<std::string> cases = casesOf(character);
        if (cases.empty() || pieces.size() * cases.size() > mostPieces)
            break;
        std::vector<std::string> longer;
        for (const std::string &piece : pieces) {
            for (const std::string &one : cases)
                longer.push_back(piece + one);
        }
        pieces = std::move(longer);
        at += character.size();
    }
    return pieces.front().empty() ? std::vector<std::string>() : pieces;
}

} // namespace

std::vector<std::string> surePieces(const std::string &text, const Dialect &dialect, bool matchCase)
{
    constexpr std::size_t tellingBytes = 3;
    // U+FFFD stands for bytes that are something else in the file
    if (!hasPlainAscii(dialect.encoding) || text.find(replacementUtf8) != std::string::npos)
        return {};
    const auto asItIs = [&dialect](char c) { return standsAsItIs(c, dialect); };
    const std::string_view any = longestPiece(text, asItIs);
    const std::string_view ascii
        = longestPiece(text, [&asItIs](char c) { return asItIs(c) && !isBeyondAscii(c); });
    const bool isUtf8 = isUtf8Name(dialect.encoding);
    if (isUtf8 && matchCase && !any.empty())
        return { std::string(any) };
    if (isUtf8 && !matchCase && ascii.size() < tellingBytes) {
        if (auto pieces = piecesInAllCases(any); !pieces.empty())
            return pieces;
    }
    return ascii.empty() ? std::vector<std::string>() : std::vector { std::string(ascii) };
}

} // namespace rowlift
