#include "app/check/value_rules.h"

#include "app/mapping/blanks.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace rowlift {

namespace {

bool oddLocalPart(std::string_view local)
{
    return local.front() == '.' || local.back() == '.' || local.find("..") != local.npos;
}

bool oddDomain(std::string_view domain)
{
    return domain.find('.') == domain.npos || domain.front() == '.' || domain.back() == '.'
        || domain.front() == '-' || domain.find("..") != domain.npos;
}

bool isPlainDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes \a shape, in which "d" is a digit, from the front of \a text, if it stands there.
bool takeShape(std::string_view &text, std::string_view shape)
{
    if (text.size() < shape.size())
        return false;
    for (std::size_t at = 0; at < shape.size(); ++at) {
        if (shape[at] == 'd' ? !isPlainDigit(text[at]) : text[at] != shape[at])
            return false;
    }
    text.remove_prefix(shape.size());
    return true;
}

bool oddCharacter(char c)
{
    return static_cast<unsigned char>(c) >= 0x80
        || std::string_view("()<>[]:;,\\\"").find(c) != std::string_view::npos;
}

#if defined(__SSE2__)

/// What nearly all addresses are, found out for all of their characters at once. False may also mean that it
/// takes a closer look.
bool isUsualAddress(std::string_view text)
{
    constexpr std::size_t step = 16;
    constexpr std::size_t most = 64;
    if (text.size() < 3 || text.size() > most)
        return false;
    alignas(step) char few[step];
    const char *bytes = text.data();
    std::size_t size = text.size();
    if (size < step) {
        std::memset(few, 'a', step); // behind the end stand letters
        std::memcpy(few, bytes, size);
        bytes = few;
        size = step;
    }
    std::uint64_t at = 0;
    std::uint64_t dots = 0;
    std::uint64_t others = 0;
    for (std::size_t next = 0; next < size; next += step) {
        const std::size_t from = std::min(next, size - step); // the last ones may be looked at twice
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + from));
        const auto bits = [from](__m128i found) {
            return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << from;
        };
        const auto equal = [part](char c) { return _mm_cmpeq_epi8(part, _mm_set1_epi8(c)); };
        __m128i odd = _mm_cmplt_epi8(part, _mm_set1_epi8('!')); // blanks, and what is not ASCII
        for (const char c : { '(', ')', '<', '>', '[', ']', ':', ';', ',', '\\', '"' })
            odd = _mm_or_si128(odd, equal(c));
        at |= bits(equal('@'));
        dots |= bits(equal('.'));
        others |= bits(odd);
    }
    if (others != 0 || !std::has_single_bit(at))
        return false;
    const std::uint64_t ends = 1 | (std::uint64_t(1) << (text.size() - 1));
    const bool dotsStandAlone = (dots & (dots >> 1)) == 0 && (dots & (at << 1 | at >> 1 | ends)) == 0;
    const bool domainHasDot = (dots & ~(at | (at - 1))) != 0;
    return dotsStandAlone && domainHasDot && (at & ends) == 0
        && bytes[static_cast<std::size_t>(std::countr_zero(at)) + 1] != '-';
}

#else

bool isUsualAddress(std::string_view)
{
    return false;
}

#endif

} // namespace

qint64 lengthAsSent(std::string_view text)
{
    qint64 units = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool continuation = (byte & 0xC0) == 0x80;
        const bool beforeLf = byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!continuation && !beforeLf)
            units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

qint64 charactersOf(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool hasOtherThanAscii(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool hasUrlScheme(std::string_view text)
{
    const auto end = text.find("://");
    const auto isOfScheme = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
            || c == '-' || c == '.';
    };
    return end != text.npos && end > 0 && std::ranges::all_of(text.substr(0, end), isOfScheme);
}

EmailShape emailShape(std::string_view text)
{
    if (isUsualAddress(text))
        return EmailShape::Right;
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at + 1 == text.size())
        return EmailShape::Impossible;
    if (std::ranges::any_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }))
        return EmailShape::Impossible;
    const auto domain = text.substr(at + 1);
    const bool odd = domain.find('@') != domain.npos || oddLocalPart(text.substr(0, at)) || oddDomain(domain)
        || std::ranges::any_of(text, oddCharacter);
    return odd ? EmailShape::Odd : EmailShape::Right;
}

bool hasMoreDigitsThan(std::string_view text, int digits)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.find_first_of("eE") != text.npos) {
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
        return read.ec != std::errc() ? !tiny : value >= std::pow(10.0, digits);
    }
    const auto whole = text.substr(0, text.find('.'));
    const auto first = whole.find_first_not_of('0');
    return first != whole.npos && whole.size() - first > static_cast<std::size_t>(std::max(digits, 0));
}

bool hasMoreDecimalsThan(std::string_view text, int digits)
{
    qint64 most = digits;
    if (const auto e = text.find_first_of("eE"); e != text.npos) {
        std::string_view exponent = text.substr(e + 1);
        if (exponent.starts_with('+'))
            exponent.remove_prefix(1);
        int places = 0;
        if (std::from_chars(exponent.data(), exponent.data() + exponent.size(), places).ec != std::errc())
            return false;
        most += places;
        text = text.substr(0, e);
    }
    const auto last = text.find_last_of("123456789");
    if (last == text.npos)
        return false;
    const auto point = std::min(text.find('.'), text.size());
    // Behind the point: 12.5 has one. Before it: 1200 has minus two.
    const qint64 decimals
        = last > point ? static_cast<qint64>(last - point) : 1 - static_cast<qint64>(point - last);
    return decimals > most;
}

bool fitsLong(std::string_view text)
{
    std::int64_t value = 0;
    return std::from_chars(text.data(), text.data() + text.size(), value).ec
        != std::errc::result_out_of_range;
}

bool fitsInt(std::string_view text)
{
    int value = 0;
    return std::from_chars(text.data(), text.data() + text.size(), value).ec
        != std::errc::result_out_of_range;
}

bool isAllDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isPlainDigit);
}

bool hasOddKeySigns(std::string_view key)
{
    return withoutBlanks(key) != key || !std::ranges::all_of(key, [](char c) {
               return isPlainDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'
                   || c == '_' || c == '-' || c == ' ';
           });
}

bool isIsoDateOrTime(std::string_view text)
{
    if (!takeShape(text, "dddd-dd-dd"))
        return false;
    if (text.empty())
        return true;
    if ((text.front() != 'T' && text.front() != ' ') || !takeShape(text = text.substr(1), "dd:dd"))
        return false;
    if (takeShape(text, ":dd") && text.size() > 1 && text.front() == '.' && isPlainDigit(text[1])) {
        text.remove_prefix(1);
        while (!text.empty() && isPlainDigit(text.front()))
            text.remove_prefix(1);
    }
    if (text.empty() || text == "Z")
        return true;
    if (text.front() != '+' && text.front() != '-')
        return false;
    text.remove_prefix(1);
    return (takeShape(text, "dd:dd") || takeShape(text, "dddd")) && text.empty();
}

bool isBeyondNumbers(std::string_view text)
{
    constexpr qint64 most = 28;
    const auto first = text.find_first_of("123456789");
    return first != text.npos && std::ranges::count_if(text.substr(first), isPlainDigit) > most;
}

} // namespace rowlift
