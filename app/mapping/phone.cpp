#include "app/mapping/phone.h"

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

} // namespace

class PhoneFormatter::Impl {
public:
    explicit Impl(const QString &region)
        : m_region(region.isEmpty() ? std::string(noRegion) : region.toUpper().toStdString())
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
        if (text.size() > longestPhone || !hasDigits(text))
            return;
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        if (util.Parse(m_region == noRegion ? withPlus(text) : std::string(text), m_region, &number)
            != PhoneNumberUtil::NO_PARSING_ERROR)
            return;
        if (number.has_extension() || !util.IsPossibleNumber(number))
            return;
        if (number.national_number() < leastUnsure && !util.IsValidNumber(number))
            return;
        util.Format(number, PhoneNumberUtil::E164, &into);
    }

    std::string m_region;
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
