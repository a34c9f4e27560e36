#include "app/workbook/number_format.h"

#include <algorithm>
#include <charconv>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr bool isOneOf(int id, std::initializer_list<int> ids)
{
    return std::ranges::find(ids, id) != ids.end();
}

double doubleOf(std::string_view text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Blanks at the ends only make room for parentheses and signs of other numbers.
std::string withoutEndBlanks(const std::string &text)
{
    const size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

NumberFormat NumberFormat::builtIn(int id)
{
    // 27–36, 50–58 and 71–81 are East Asian and Thai; currencies (5–8, 41–44) are those of the reader's
    // country.
    if (isOneOf(id, { 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50,
                      51, 52, 53, 54, 55, 56, 57, 58, 71, 72, 73, 74, 81 }))
        return parse(u"yyyy-mm-dd");
    if (isOneOf(id, { 18, 19, 20, 21, 32, 33, 45, 75, 76, 78 }))
        return parse(u"hh:mm:ss");
    if (isOneOf(id, { 22, 77 }))
        return parse(u"yyyy-mm-dd hh:mm:ss");
    if (isOneOf(id, { 46, 79 }))
        return parse(u"[h]:mm:ss");
    if (isOneOf(id, { 47, 80 }))
        return parse(u"mm:ss.0");
    if (isOneOf(id, { 1, 3, 5, 6, 37, 38, 41, 42, 59, 61 }))
        return parse(u"0");
    if (isOneOf(id, { 2, 4, 7, 8, 39, 40, 43, 44, 60, 62 }))
        return parse(u"0.00");
    if (isOneOf(id, { 9, 67 }))
        return parse(u"0%");
    if (isOneOf(id, { 10, 68 }))
        return parse(u"0.00%");
    return {}; // general, scientific, fractions, text
}

void NumberFormat::append(std::string &into, std::string_view value, DateSystem system) const
{
    if (m_date && appendDate(into, doubleOf(value), *m_date, m_milliseconds, system))
        return;
    const auto number = Decimal::read(value);
    if (!number) {
        into += value;
        return;
    }
    const Section *section = sectionFor(*number);
    into += section ? shown(*section, *number) : number->text();
}

bool NumberFormat::Condition::holds(double value) const
{
    if (sign == "<>"_L1)
        return value != number;
    return (sign.contains(u'=') && value == number) || (sign.startsWith(u'<') && value < number)
        || (sign.startsWith(u'>') && value > number);
}

const NumberFormat::Section *NumberFormat::sectionFor(const Decimal &number) const
{
    if (m_sections.empty())
        return nullptr;
    const bool conditional
        = std::ranges::any_of(m_sections, [](const Section &s) { return bool(s.condition); });
    const Section *chosen
        = &m_sections.front(); // others are for negative numbers and zero, which show by themselves
    if (conditional) {
        if (number.negative)
            return nullptr; // their sections may have a sign of their own
        const double value = doubleOf(number.text());
        const auto fits = std::ranges::find_if(
            m_sections, [value](const Section &s) { return !s.condition || s.condition->holds(value); });
        if (fits == m_sections.end())
            return nullptr;
        chosen = &*fits;
    }
    return chosen->legible ? chosen : nullptr;
}

bool NumberFormat::isPlace(const Piece &piece)
{
    return piece.kind == Piece::Kind::Zero || piece.kind == Piece::Kind::Digit;
}

/// Digits are dealt out from the right; those left over stand in the first place, and the last place is never
/// empty: 0.5 as #.## is 0.5.
std::string NumberFormat::shownWhole(std::span<const Piece> pieces, std::string_view digits)
{
    if (digits.empty())
        digits = "0";
    const auto first = std::ranges::find_if(pieces, isPlace);
    if (first == pieces.end()) {
        std::string words;
        for (const Piece &piece : pieces)
            words += piece.word;
        return words.append(digits);
    }
    std::string reversed;
    for (auto piece = pieces.end(); piece != pieces.begin();) {
        --piece;
        if (!isPlace(*piece)) {
            reversed.append(piece->word.rbegin(), piece->word.rend());
        } else if (piece == first) {
            const bool fill = digits.empty() && piece->kind == Piece::Kind::Zero;
            reversed.append(digits.rbegin(), digits.rend()).append(fill ? "0" : "");
        } else if (!digits.empty()) {
            reversed += digits.back();
            digits.remove_suffix(1);
        } else if (piece->kind == Piece::Kind::Zero) {
            reversed += '0';
        }
    }
    return { reversed.rbegin(), reversed.rend() };
}

/// With its point; those digits for which there is no place follow the last one.
std::string NumberFormat::shownFraction(std::span<const Piece> pieces, std::string_view digits)
{
    const auto places = std::ranges::count_if(pieces, isPlace);
    std::string decimals;
    std::string words;
    std::ptrdiff_t place = 0;
    for (const Piece &piece : pieces) {
        if (!isPlace(piece)) {
            words += piece.word; // none stand between decimals
            continue;
        }
        const size_t taken = ++place == places ? digits.size() : std::min<size_t>(1, digits.size());
        decimals += digits.substr(0, taken);
        if (taken == 0 && piece.kind == Piece::Kind::Zero)
            decimals += '0';
        digits.remove_prefix(taken);
    }
    decimals += digits;
    return (decimals.empty() ? decimals : "." + decimals) + words;
}

std::string NumberFormat::shown(const Section &section, Decimal number)
{
    const std::span<const Piece> pieces(section.pieces);
    if (std::ranges::find(pieces, Piece::Kind::Percent, &Piece::kind) != pieces.end() && !number.zero())
        number.point += 2;
    const auto point = std::ranges::find(pieces, Piece::Kind::Point, &Piece::kind);
    const bool hasPoint = point != pieces.end();
    // Without a point in the format, decimals follow the last place.
    const auto wholeEnd = hasPoint ? point : std::find_if(pieces.rbegin(), pieces.rend(), isPlace).base();
    const std::span before(pieces.begin(), wholeEnd);
    const std::span behind(hasPoint ? std::next(point) : wholeEnd, pieces.end());
    const std::string text
        = withoutEndBlanks(shownWhole(before, number.whole()) + shownFraction(behind, number.fraction()));
    return number.negative ? "-" + text : text;
}

} // namespace rowlift
