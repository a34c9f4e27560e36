#include "app/mapping/number_signs.h"

#include "app/mapping/blanks.h"
#include "app/mapping/text_scanner.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

// What is longer stands before what it begins with.
constexpr std::array moneySigns { "€"sv,  "£"sv,  "¥"sv,  "￥"sv,  "₹"sv,    "₩"sv,   "₽"sv, "₺"sv,
                                  "₪"sv,  "฿"sv,  "₫"sv,  "₴"sv,   "₱"sv,    "zł"sv,  "ZŁ"sv,  "Kč"sv,
                                  "лв"sv, "円"sv, "元"sv, "US$"sv, "NZ$"sv,  "HK$"sv, "R$"sv,  "A$"sv,
                                  "C$"sv, "S$"sv, "$"sv,  "Fr."sv, "SFr."sv, "Rs."sv, "Rs"sv,  "kr."sv,
                                  "kr"sv, "Kr"sv, "Ft"sv, "lei"sv, "Euro"sv, "euro"sv };
// Source: ISO 4217, the money of places with many senders of mail.
constexpr std::array moneyCodes { "AED"sv, "ARS"sv, "AUD"sv, "BGN"sv, "BRL"sv, "CAD"sv, "CHF"sv,
                                  "CLP"sv, "CNY"sv, "COP"sv, "CZK"sv, "DKK"sv, "EGP"sv, "EUR"sv,
                                  "GBP"sv, "HKD"sv, "HRK"sv, "HUF"sv, "IDR"sv, "ILS"sv, "INR"sv,
                                  "ISK"sv, "JPY"sv, "KRW"sv, "KWD"sv, "MAD"sv, "MXN"sv, "MYR"sv,
                                  "NGN"sv, "NOK"sv, "NZD"sv, "PEN"sv, "PHP"sv, "PLN"sv, "QAR"sv,
                                  "RON"sv, "RSD"sv, "RUB"sv, "SAR"sv, "SEK"sv, "SGD"sv, "THB"sv,
                                  "TND"sv, "TRY"sv, "TWD"sv, "UAH"sv, "USD"sv, "VND"sv, "ZAR"sv };
constexpr std::array minusSigns { "-"sv, "\u2212"sv, "\u2013"sv, "\uFF0D"sv };

bool takeMoney(std::string_view &text, std::string_view sign)
{
    if (text.starts_with(sign))
        text = withoutBlanks(text.substr(sign.size()));
    else if (text.ends_with(sign))
        text = withoutBlanks(text.substr(0, text.size() - sign.size()));
    else
        return false;
    return true;
}

/// \a letters: three bytes.
bool isCode(std::string_view letters)
{
    const auto capital = [](char c) { return static_cast<char>(c & ~0x20); };
    const std::array code { capital(letters[0]), capital(letters[1]), capital(letters[2]) };
    return std::ranges::binary_search(moneyCodes, std::string_view(code.data(), code.size()));
}

/// True when there was one.
bool takeCurrency(std::string_view &text)
{
    for (const auto sign : moneySigns) {
        if (takeMoney(text, sign))
            return true;
    }
    constexpr std::size_t letters = 3;
    if (text.size() <= letters)
        return false;
    if (isCode(text.substr(0, letters))) {
        text = withoutBlanks(text.substr(letters));
        return true;
    }
    if (!isCode(text.substr(text.size() - letters)))
        return false;
    text = withoutBlanks(text.substr(0, text.size() - letters));
    return true;
}

bool takeSign(std::string_view &text, NumberSigns &signs)
{
    constexpr std::string_view starts = "-+(\xE2\xEF";
    const bool possible = starts.find(text.front()) != starts.npos || text.back() == '-'
        || text.back() == '\x92' || text.back() == '\x93' || text.back() == '\x8D';
    if (signs.sign || !possible)
        return false;
    for (const auto minus : minusSigns) {
        if (!takeMoney(text, minus))
            continue;
        signs.sign = signs.minus = true;
        return true;
    }
    if (text.starts_with('(') && text.ends_with(')')) {
        text = withoutBlanks(text.substr(1, text.size() - 2));
        signs.sign = signs.minus = true;
        return true;
    }
    if (!text.starts_with('+'))
        return false;
    text = withoutBlanks(text.substr(1));
    return signs.sign = true;
}

/// "12,-" and "12.–" are whole amounts.
bool takeNoCents(std::string_view &text, NumberSigns &signs)
{
    if (text.back() != '-' && text.back() != '\x93' && text.back() != '\x94')
        return false;
    for (const auto ending :
         { ",-"sv, ",--"sv, ".-"sv, ".--"sv, ",\u2013"sv, ".\u2013"sv, ",\u2014"sv, ".\u2014"sv }) {
        if (text.size() > ending.size() && text.ends_with(ending)) {
            text.remove_suffix(ending.size());
            signs.decimal = ending.front();
            return true;
        }
    }
    return false;
}

} // namespace

bool takeNumberSigns(std::string_view &text, const NumberForm &form, NumberSigns &signs)
{
    while (!text.empty() && (!TextScanner::isDigit(text.front()) || !TextScanner::isDigit(text.back()))) {
        if (takeNoCents(text, signs) || takeSign(text, signs))
            continue;
        if (form.percent && !signs.percent && takeMoney(text, "%")) {
            signs.percent = true;
            continue;
        }
        if (signs.money || !takeCurrency(text))
            break;
        signs.money = true;
    }
    return !text.empty();
}

} // namespace rowlift
