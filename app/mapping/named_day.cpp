#include "app/mapping/named_day.h"

#include "app/mapping/month_names.h"

#include <algorithm>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

// Folded. They say nothing of which day it is.
constexpr std::array dayWords { "a"sv,  "am"sv, "de"sv, "del"sv, "den"sv, "do"sv, "el"sv,
                                "il"sv, "le"sv, "of"sv, "o"sv,   "the"sv, "vom"sv };
constexpr std::array endings { "a"sv, "e"sv, "er"sv, "nd"sv, "o"sv, "rd"sv, "st"sv, "ste"sv, "th"sv, "de"sv };
constexpr std::array timeWords { "a"sv,  "alle"sv, "as"sv,  "at"sv, "g"sv, "godz"sv,
                                 "kl"sv, "las"sv,  "ore"sv, "om"sv, "um"sv };

template <std::size_t N>
bool oneOf(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

void skipBetween(TextScanner &scanner)
{
    while (!scanner.end()) {
        const char c = scanner.next();
        if (c == '.' || c == ',' || c == '-' || c == '/')
            scanner.skip();
        else if (!scanner.skipBlanks())
            return;
    }
}

/// Blanks, signs and words that say nothing.
void skipFillers(TextScanner &scanner)
{
    for (skipBetween(scanner); !scanner.end() && !scanner.atDigit(); skipBetween(scanner)) {
        const FoldedWord word = foldedWord(scanner.rest());
        constexpr std::size_t longestDayWord = 3;
        if (word.size > longestDayWord || !oneOf(dayWords, word.text()))
            return;
        scanner.skip(word.bytes);
    }
}

/// "14", "14th", "1er", "1º", "14.", "14:e"
bool takeDayNumber(TextScanner &scanner, DayText &day, std::size_t index)
{
    day.padded = day.padded || scanner.next() == '0';
    day.numbers[index] = scanner.number(1, 2, &day.digits[index]);
    if (day.numbers[index] < 0)
        return false;
    TextScanner trial = scanner;
    trial.take(':');
    const FoldedWord ending = foldedWord(trial.rest());
    if (ending.size > 0 && oneOf(endings, ending.text())) {
        trial.skip(ending.bytes);
        scanner = trial;
    } else if (!scanner.take("º"sv)) {
        scanner.take("°"sv);
    }
    return true;
}

bool takeMonthName(TextScanner &scanner, DayText &day, std::size_t index)
{
    const FoldedWord word = foldedWord(scanner.rest());
    const int month = word.size > 0 ? monthOf(word.text()) : 0;
    if (month == 0)
        return false;
    scanner.skip(word.bytes);
    day.numbers[index] = month;
    day.nameLetters = static_cast<int>(word.size);
    return true;
}

bool takeYear(TextScanner &scanner, DayText &day, std::size_t index)
{
    if (!scanner.take('\''))
        scanner.take("’"sv);
    day.numbers[index] = scanner.number(2, 4, &day.digits[index]);
    return day.numbers[index] >= 0 && day.digits[index] != 3;
}

/// What is left behind the year: nothing, or a time.
bool takeRest(TextScanner &scanner, DayText &day)
{
    if (scanner.end() || (scanner.take('.') && scanner.end()))
        return true;
    if (day.time.shape != ClockShape::None) // it stood in front of the year
        return takeZone(scanner, day.time) && scanner.end();
    if (!scanner.take('T') && !takeWordsBeforeTime(scanner))
        return false;
    return scanner.end() || (takeClock(scanner, day.time) && takeZone(scanner, day.time) && scanner.end());
}

/// "Sat Mar 14 10:20:00 CET 2026", as programs in C and Java write it.
bool takeTimeBeforeYear(TextScanner &scanner, DayText &day)
{
    TextScanner trial = scanner;
    WrittenTime time;
    if (!takeClock(trial, time) || !trial.skipBlanks())
        return false;
    if (!trial.atDigit() && (!takeZone(trial, time) || !trial.skipBlanks()))
        return false;
    scanner = trial;
    day.time = time;
    return true;
}

/// Behind a day of the week, or what begins with a digit.
std::optional<DayText> fromDigit(TextScanner scanner, DayText day)
{
    if (TextScanner trial = scanner; trial.number(4, 4) >= 0) {
        day.layout = DayLayout::YearFirst;
        takeYear(scanner, day, 0);
        day.separator
            = scanner.next() == '-' || scanner.next() == '/' || scanner.next() == '.' ? scanner.next() : ' ';
        skipFillers(scanner);
        if (!takeMonthName(scanner, day, 1))
            return std::nullopt;
        skipFillers(scanner);
        return takeDayNumber(scanner, day, 2) && takeRest(scanner, day) ? std::optional(day) : std::nullopt;
    }
    day.layout = DayLayout::NameSecond;
    if (!takeDayNumber(scanner, day, 0))
        return std::nullopt;
    day.separator
        = scanner.next() == '-' || scanner.next() == '/' || scanner.next() == '.' ? scanner.next() : ' ';
    skipFillers(scanner);
    if (!takeMonthName(scanner, day, 1))
        return std::nullopt;
    skipFillers(scanner);
    takeTimeBeforeYear(scanner, day);
    return takeYear(scanner, day, 2) && takeRest(scanner, day) ? std::optional(day) : std::nullopt;
}

std::optional<DayText> fromMonthName(TextScanner scanner, DayText day)
{
    day.layout = DayLayout::NameFirst;
    if (!takeMonthName(scanner, day, 0))
        return std::nullopt;
    day.separator
        = scanner.next() == '-' || scanner.next() == '/' || scanner.next() == '.' ? scanner.next() : ' ';
    skipFillers(scanner);
    if (!takeDayNumber(scanner, day, 1))
        return std::nullopt;
    skipFillers(scanner);
    takeTimeBeforeYear(scanner, day);
    return takeYear(scanner, day, 2) && takeRest(scanner, day) ? std::optional(day) : std::nullopt;
}

/// "2026年3月14日", "令和8年3月14日", "2026年3月14日(土) 10時20分"
std::optional<DayText> japaneseDay(TextScanner scanner)
{
    constexpr std::array<std::pair<std::string_view, int>, 3> eras {
        { { "令和"sv, 2018 }, { "平成"sv, 1988 }, { "昭和"sv, 1925 } }
    };
    DayText day { .layout = DayLayout::YearFirst };
    const auto era = std::ranges::find_if(eras, [&](const auto &e) { return scanner.take(e.first); });
    if (era == eras.end()) {
        day.numbers[0] = scanner.number(4, 4);
    } else {
        const int year = scanner.take("元"sv) ? 1 : scanner.number(1, 2);
        day.numbers[0] = year < 1 ? -1 : era->second + year;
    }
    day.digits[0] = 4;
    constexpr std::array marks { "年"sv, "月"sv, "日"sv };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i > 0) {
            scanner.skipBlanks();
            day.numbers[i] = scanner.number(1, 2, &day.digits[i]);
        }
        if (day.numbers[i] < 0 || !scanner.take(marks[i]))
            return std::nullopt;
    }
    day.nameLetters = 1;
    if (scanner.take('(') || scanner.take("（"sv)) {
        const auto close = scanner.rest().find_first_of(")\xEF");
        if (close == std::string_view::npos)
            return std::nullopt;
        scanner.skip(close);
        if (!scanner.take(')') && !scanner.take("）"sv))
            return std::nullopt;
    }
    scanner.skipBlanks();
    const bool read
        = scanner.end() || (takeClock(scanner, day.time) && takeZone(scanner, day.time) && scanner.end());
    return read ? std::optional(day) : std::nullopt;
}

/// Behind a day of the week.
std::optional<DayText> behindWeekday(TextScanner scanner)
{
    if (!scanner.take("-feira"sv)) // Portuguese ones have two words
        scanner.take("-Feira"sv);
    skipFillers(scanner);
    if (!scanner.atDigit())
        return fromMonthName(scanner, { .weekday = true });
    auto day = fromDigit(scanner, { .weekday = true });
    if (!day && scanner.rest().size() >= 6) {
        day = dayText(scanner.rest());
        if (day)
            day->weekday = true;
    }
    return day;
}

} // namespace

std::optional<DayText> namedDay(std::string_view text)
{
    constexpr std::size_t shortest = 6; // "1may26"
    constexpr std::size_t longest = 96; // with the name of its zone
    if (text.size() < shortest || text.size() > longest)
        return std::nullopt;
    TextScanner scanner(text);
    if (scanner.atDigit()) {
        const auto day = fromDigit(scanner, {});
        return day ? day : japaneseDay(scanner);
    }
    const FoldedWord word = foldedWord(text);
    if (word.size == 0)
        return japaneseDay(scanner);
    if (isWeekday(word.text())) { // "mar" is a Tuesday and a March
        TextScanner behind = scanner;
        behind.skip(word.bytes);
        if (const auto day = behindWeekday(behind))
            return day;
    }
    if (monthOf(word.text()) > 0)
        return fromMonthName(scanner, {});
    skipFillers(scanner);
    if (scanner.atDigit() && scanner.rest().size() < text.size())
        return fromDigit(scanner, {});
    return std::nullopt;
}

bool takeWordsBeforeTime(TextScanner &scanner)
{
    if (scanner.rest().size() > 1 && scanner.next() == ' ' && TextScanner::isDigit(scanner.rest()[1])) {
        scanner.skip();
        return true;
    }
    const auto before = scanner.rest().size();
    scanner.take(',');
    scanner.skipBlanks();
    if (scanner.rest().size() == before)
        return false;
    if (scanner.end() || scanner.atDigit())
        return true;
    if (scanner.take("- "sv) || scanner.take("à "sv) || scanner.take("às "sv))
        return true;
    if (const FoldedWord ending = foldedWord(scanner.rest());
        ending.text() == "r" || ending.text() == "roku") {
        scanner.skip(ending.bytes); // a Polish year has a word behind it
        scanner.take('.');
        scanner.take(',');
        scanner.skipBlanks();
    }
    while (!scanner.end() && !scanner.atDigit()) {
        const FoldedWord word = foldedWord(scanner.rest());
        if (word.size == 0 || !oneOf(timeWords, word.text()))
            return scanner.rest().starts_with("午"sv);
        scanner.skip(word.bytes);
        scanner.take('.');
        scanner.skipBlanks();
    }
    return true;
}

} // namespace rowlift
