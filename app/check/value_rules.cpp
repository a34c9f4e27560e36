#include "app/check/value_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>

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

bool oddCharacter(char c)
{
    return static_cast<unsigned char>(c) >= 0x80
        || std::string_view("()<>[]:;,\\\"").find(c) != std::string_view::npos;
}

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

EmailShape emailShape(std::string_view text)
{
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
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value >= std::pow(10.0, digits);
    }
    const auto whole = text.substr(0, text.find('.'));
    const auto first = whole.find_first_not_of('0');
    return first != whole.npos && whole.size() - first > static_cast<std::size_t>(std::max(digits, 0));
}

bool fitsInt(std::string_view text)
{
    int value = 0;
    return std::from_chars(text.data(), text.data() + text.size(), value).ec
        != std::errc::result_out_of_range;
}

} // namespace rowlift
