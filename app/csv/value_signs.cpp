#include "app/csv/value_signs.h"

#include "app/csv/mojibake.h"
#include "app/csv/utf8.h"
#include "app/csv/value_pattern.h"

#include <QString>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t spreadsheetDigits = 15;
constexpr std::string_view patternLetters = "Aa";

bool isSignDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLetterByte(char c)
{
    return isAsciiLetter(c) || static_cast<signed char>(c) < 0;
}

bool isLowerByte(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

std::string_view digitsAt(std::string_view text)
{
    return text.substr(
        0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isSignDigit) - text.begin()));
}

QString loweredValue(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toLower();
}

/// One digit, at most five behind the mark, "E+" and two digits are what a spreadsheet shows of a number that
/// is too long for it. Eleven: it does so from 12 digits on.
void lookAtExponent(std::string_view value, ValueSigns &signs)
{
    const std::size_t e = value.find_first_of("Ee");
    const std::string_view mantissa = value.substr(0, e);
    std::string_view exponent = value.substr(e + 1);
    const bool plus = exponent.starts_with('+');
    exponent.remove_prefix(plus || exponent.starts_with('-') ? 1 : 0);
    if (exponent.empty() || digitsAt(exponent).size() != exponent.size() || exponent.size() > 3)
        return;
    const std::size_t whole = digitsAt(mantissa).size();
    const std::string_view fraction
        = whole < mantissa.size() ? mantissa.substr(whole + 1) : std::string_view();
    if (whole == 0 || digitsAt(fraction).size() != fraction.size())
        return;
    const bool asShown = value[e] == 'E' && plus && exponent.size() == 2 && whole == 1 && mantissa[0] != '0';
    const int power = exponent.size() == 2 ? (exponent[0] - '0') * 10 + exponent[1] - '0' : 0;
    if (asShown && power >= 11 && power <= 30 && fraction.size() <= 5)
        signs.set(Sign::Scientific);
    else if (asShown && fraction.size() == 2)
        signs.set(Sign::ScientificCode);
    else
        signs.set(Sign::OtherExponent);
}

/// Months as spreadsheets shorten them in ten languages.
bool isShortMonth(const QString &word)
{
    static constexpr std::u16string_view months
        = u"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sept|mrz|mär|mai|okt|dez|janv|févr|fev|avr|mars|"
          u"juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mrt|mei|out|sty|lut|kwi|maj|cze|lip|"
          u"sie|"
          u"wrz|paź|lis|gru|märz|april|juni|juli|";
    return QStringView(months).contains(u"|%1|"_s.arg(word));
}

bool isMonthDay(std::string_view value)
{
    constexpr std::string_view between = "-/. ";
    const auto isLetterOfMonth = [](char c) { return isLetterByte(c); };
    const auto firstLetter = std::find_if(value.begin(), value.end(), isLetterOfMonth);
    const auto behind = std::find_if_not(firstLetter, value.end(), isLetterOfMonth);
    const std::string_view front(value.begin(), firstLetter);
    const std::string_view back(behind, value.end());
    const std::string_view other = front.empty() ? back : front;
    if (!front.empty() && !(back.empty() || back == "."))
        return false;
    const auto firstDigit = std::find_if(other.begin(), other.end(), isSignDigit);
    const std::string_view digits = digitsAt({ firstDigit, other.end() });
    const auto isBetween = [between](char c) { return between.find(c) != std::string_view::npos; };
    if (digits.empty() || digits.size() > 2 || other.size() == digits.size()
        || other.size() > digits.size() + 2
        || static_cast<std::size_t>(std::count_if(other.begin(), other.end(), isBetween))
            != other.size() - digits.size())
        return false;
    return isShortMonth(loweredValue({ firstLetter, behind }));
}

/// "2024010112300000" counts seconds and is no rounded number.
bool beginsWithDay(std::string_view digits)
{
    const auto two = [digits](std::size_t at) { return (digits[at] - '0') * 10 + digits[at + 1] - '0'; };
    return (two(0) == 19 || two(0) == 20) && two(4) >= 1 && two(4) <= 12 && two(6) >= 1 && two(6) <= 31;
}

void lookAtLongDigits(std::string_view digits, ValueSigns &signs)
{
    const bool rounded = digits.find_first_not_of('0', spreadsheetDigits) == std::string_view::npos;
    signs.set(rounded && !beginsWithDay(digits) ? Sign::RoundedDigits : Sign::LongDigits);
}

/// A question mark within a word, or in front of the rest of one.
bool hasLostLetter(std::string_view value)
{
    constexpr std::size_t longestName = 80;
    if (value.size() > longestName || value.find_first_of("/=&@<>_%") != std::string_view::npos)
        return false;
    for (std::size_t at = value.find('?'); at != std::string_view::npos; at = value.find('?', at + 1)) {
        const char before = at == 0 ? ' ' : value[at - 1];
        const std::string_view behind = value.substr(at + 1);
        const bool lowerBehind = !behind.empty() && isLowerByte(behind[0]);
        if (lowerBehind && isLetterByte(before))
            return true;
        if (lowerBehind && before == ' ' && behind.size() > 2 && isLowerByte(behind[1])
            && isLowerByte(behind[2]))
            return true;
    }
    return false;
}

struct BlankWordKnown {
    std::u16string_view word;
    bool certain;
};

constexpr std::array blankWordsKnown = {
    BlankWordKnown { u"null", true },
    BlankWordKnown { u"(null)", true },
    BlankWordKnown { u"[null]", true },
    BlankWordKnown { u"<null>", true },
    BlankWordKnown { u"\\n", true },
    BlankWordKnown { u"nan", true },
    BlankWordKnown { u"undefined", true },
    BlankWordKnown { u"n/a", true },
    BlankWordKnown { u"#n/a", true },
    BlankWordKnown { u"#nv", true },
    BlankWordKnown { u"n.a.", true },
    BlankWordKnown { u"k.a.", true },
    BlankWordKnown { u"k. a.", true },
    BlankWordKnown { u"keine angabe", true },
    BlankWordKnown { u"(blank)", true },
    BlankWordKnown { u"(leer)", true },
    BlankWordKnown { u"(vide)", true },
    BlankWordKnown { u"n/d", true },
    BlankWordKnown { u"b/d", true },
    BlankWordKnown { u"n.v.t.", true },
    BlankWordKnown { u"non renseigné", true },
    BlankWordKnown { u"na", false },
    BlankWordKnown { u"nil", false },
    BlankWordKnown { u"none", false },
    BlankWordKnown { u"-", false },
    BlankWordKnown { u"--", false },
    BlankWordKnown { u"---", false },
    BlankWordKnown { u"–", false },
    BlankWordKnown { u"—", false },
    BlankWordKnown { u"?", false },
    BlankWordKnown { u".", false },
    BlankWordKnown { u"unknown", false },
    BlankWordKnown { u"unbekannt", false },
    BlankWordKnown { u"inconnu", false },
    BlankWordKnown { u"desconocido", false },
    BlankWordKnown { u"sconosciuto", false },
    BlankWordKnown { u"onbekend", false },
    BlankWordKnown { u"desconhecido", false },
    BlankWordKnown { u"leer", false },
    BlankWordKnown { u"empty", false },
    BlankWordKnown { u"s/o", false },
    BlankWordKnown { u"n.d.", false },
    BlankWordKnown { u"brak", false },
    BlankWordKnown { u"okänd", false },
    BlankWordKnown { u"不明", false },
    BlankWordKnown { u"なし", false },
};

bool mayBeBlankWord(std::string_view value)
{
    constexpr std::size_t longestWord = 14;
    constexpr std::string_view firstLetters = "nN([<\\uU#kKbB-?.iIdDsSoOlLeE";
    return !value.empty() && value.size() <= longestWord
        && (firstLetters.find(value.front()) != std::string_view::npos
            || static_cast<signed char>(value.front()) < 0);
}

} // namespace

bool isErrorText(std::string_view value)
{
    constexpr std::size_t longestError = 16;
    if (!value.starts_with('#') || value.size() < 3)
        return false;
    if (value.size() >= 5 && value.find_first_not_of('#') == std::string_view::npos)
        return true;
    static constexpr std::u16string_view errors
        = u"|#ref!|#n/a|#name?|#value!|#div/"
          u"0!|#null!|#num!|#spill!|#calc!|#bezug!|#nv|#wert!|#zahl!|#überlauf!|"
          u"#valeur!|#nom?|#nombre!|#nul!|#¡ref!|#¡valor!|#¿nombre?|#¡div/0!|#¡num!|#¡nulo!|#rif!|#valore!|"
          u"#nome?|#n/d|#nullo!|#verw!|#waarde!|#naam?|#n/b|#deel/"
          u"0!|#getal!|#leeg!|#valor!|#nulo!|#núm!|#adr!|"
          u"#arg!|#nazwa?|#n/d!|#dziel/0!|#liczba!|#zero!|#referens!|#värdefel!|#namn?|#saknas!|#division/0!|"
          u"#ogiltigt!|#skärning!|#i/t|#værdi!|#navn?|#reference!|#verdi!|";
    return value.size() <= longestError && QStringView(errors).contains(u"|%1|"_s.arg(loweredValue(value)));
}

bool isBlankWord(std::string_view value, bool &certain)
{
    if (!mayBeBlankWord(value))
        return false;
    const QString word = loweredValue(value);
    const auto *const hit
        = std::find_if(blankWordsKnown.begin(), blankWordsKnown.end(),
                       [&word](const BlankWordKnown &known) { return QStringView(known.word) == word; });
    if (hit == blankWordsKnown.end())
        return false;
    // "\N" is a database's null; "\n" is somebody's line break
    certain = hit->certain && value != "\\n";
    return true;
}

SignQuestions::SignQuestions(std::string_view pattern, bool cut)
{
    constexpr std::size_t longestShort = 12;
    const auto has = [pattern](std::string_view marks) {
        return pattern.find_first_of(marks) != std::string_view::npos;
    };
    const bool digitFirst = pattern.starts_with('9');
    m_scientific
        = !cut && digitFirst && has("Aa") && pattern.find_first_not_of("9.,Aa+-") == std::string_view::npos;
    m_month = !cut && pattern.size() <= longestShort && has("9") && has(patternLetters);
    m_error = pattern.starts_with('#');
    m_question = has("?") || pattern.find(replacementUtf8) != std::string_view::npos;
    m_blank = !cut && pattern.size() <= longestShort && !has("9");
    const bool onlyDigits = digitFirst && pattern.find_first_not_of('9') == std::string_view::npos;
    m_digits = onlyDigits && !cut ? static_cast<std::uint8_t>(pattern.size()) : std::uint8_t(0);
}

ValueSigns SignQuestions::ask(std::string_view value, bool ascii) const
{
    ValueSigns signs;
    if (m_digits > spreadsheetDigits)
        lookAtLongDigits(value, signs);
    else
        signs.digits = m_digits;
    if (m_scientific)
        lookAtExponent(value, signs);
    if (m_month && isMonthDay(value))
        signs.set(Sign::MonthDay);
    if (m_error && isErrorText(value))
        signs.set(Sign::ErrorText);
    if (m_question) {
        const bool lost = hasLostLetter(value) || value.find(replacementUtf8) != std::string_view::npos;
        signs.set(lost ? Sign::LostLetter : Sign::Question);
    }
    bool certain = false;
    if (m_blank && isBlankWord(value, certain))
        signs.set(certain ? Sign::BlankWord : Sign::MaybeBlankWord);
    if (!ascii && looksTwiceEncoded(value))
        signs.set(Sign::Mojibake);
    return signs;
}

ValueSigns signsOf(std::string_view value)
{
    ValuePattern pattern;
    pattern.take(value);
    return SignQuestions(pattern.text(), pattern.isCut()).ask(value, pattern.isAsciiOf(value));
}

} // namespace rowlift
