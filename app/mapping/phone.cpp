#include "app/mapping/phone.h"

#include "app/mapping/blanks.h"
#include "app/mapping/text_scanner.h"

#include <algorithm>
#include <cstdint>
#include <phonenumbers/phonenumberutil.h>
#include <set>
#include <string>
#include <vector>

namespace rowlift {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char *noRegion = "ZZ";
constexpr std::size_t longestPhone = 60;
/// Which numbers a country has changes faster than the library: long ones need not be known to it.
constexpr std::uint64_t leastUnsure = 1'000'000;

/// "00 49 …" is how most of the world dials "+49 …"; without a region nobody can know.
std::string withPlus(std::string_view text)
{
    if (!text.starts_with("00") || text.size() == 2)
        return std::string(text);
    std::string number(1, '+');
    number += text.substr(2);
    return number;
}

bool hasDigits(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= 3
        || std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool isMobile(const PhoneNumberUtil &util, const PhoneNumber &number)
{
    const auto type = util.GetNumberType(number);
    return type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE;
}

/// Letters of Europe, too; what else is not ASCII may be a wide digit, a blank, a dash.
bool isLetterOfName(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte <= 0xD7);
}

/// Something behind the digits that is no part of a number that can be dialled: a name, an extension, the
/// ending of a second number ("2345678/9").
bool hasMoreBehind(std::string_view text)
{
    const auto first = std::ranges::find_if(text, TextScanner::isDigit);
    if (std::any_of(first, text.end(), isLetterOfName))
        return true;
    const auto stroke = text.rfind('/');
    if (stroke == text.npos || stroke == 0)
        return false;
    const auto ending = withoutBlanks(text.substr(stroke + 1));
    return !ending.empty() && ending.size() <= 2 && std::ranges::all_of(ending, TextScanner::isDigit);
}

} // namespace

class PhoneFormatter::Impl {
public:
    explicit Impl(const QString &region)
        : m_region(region.isEmpty() ? std::string(noRegion) : region.toUpper().toStdString())
        , m_countryCode(std::to_string(PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(m_region)))
    {
    }

    std::string_view international(std::string_view text)
    {
        Recent &recent = m_recent[std::hash<std::string_view>()(text) % m_recent.size()];
        if (!recent.known || recent.text != text) {
            recent.text.assign(text);
            recent.known = true;
            read(text, recent.number);
        }
        return recent.number;
    }

private:
    struct Recent {
        bool known = false;
        std::string text;
        std::string number;
    };

    void read(std::string_view text, std::string &into) const
    {
        into.clear();
        if (text.size() > longestPhone || !hasDigits(text) || hasMoreBehind(text))
            return;
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        if (util.Parse(m_region == noRegion ? withPlus(text) : std::string(text), m_region, &number)
            != PhoneNumberUtil::NO_PARSING_ERROR)
            return;
        if (!settlePlus(text, number) || number.has_extension() || !util.IsPossibleNumber(number))
            return;
        if (number.national_number() < leastUnsure && !util.IsValidNumber(number))
            return;
        util.Format(number, PhoneNumberUtil::E164, &into);
    }

    /// Spreadsheets eat the plus of "+49 171 …", and what is left may be a number of the region, too. False
    /// when nobody can tell which.
    bool settlePlus(std::string_view text, PhoneNumber &number) const
    {
        if (!TextScanner::isDigit(text.front()) || text.front() == '0')
            return true;
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        const bool valid = util.IsValidNumber(number);
        if (valid && !text.starts_with(m_countryCode))
            return true;
        PhoneNumber whole;
        if (util.Parse("+" + std::string(text), noRegion, &whole) != PhoneNumberUtil::NO_PARSING_ERROR
            || !util.IsValidNumber(whole) || whole.national_number() == number.national_number())
            return true;
        if (valid && (!isMobile(util, whole) || isMobile(util, number)))
            return false;
        number = whole;
        return true;
    }

    std::string m_region;
    std::string m_countryCode;
    std::vector<Recent> m_recent = std::vector<Recent>(1024);
};

PhoneFormatter::PhoneFormatter(const QString &region)
    : m_impl(std::make_unique<Impl>(region))
{
}

PhoneFormatter::~PhoneFormatter() = default;
PhoneFormatter::PhoneFormatter(PhoneFormatter &&) noexcept = default;
PhoneFormatter &PhoneFormatter::operator=(PhoneFormatter &&) noexcept = default;

std::string_view PhoneFormatter::international(std::string_view text)
{
    return m_impl->international(text);
}

QStringList phoneRegions()
{
    std::set<std::string> regions;
    PhoneNumberUtil::GetInstance()->GetSupportedRegions(&regions);
    QStringList names;
    for (const std::string &region : regions)
        names.append(QString::fromStdString(region));
    return names;
}

QString phoneRegionOf(std::string_view text)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    std::string region;
    if (text.size() > longestPhone
        || util.Parse(withPlus(text), noRegion, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    util.GetRegionCodeForNumber(number, &region);
    return region == noRegion ? QString() : QString::fromStdString(region);
}

} // namespace rowlift
