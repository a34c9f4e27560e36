#include "app/mapping/date_text.h"

#include "app/mapping/iso_text.h"
#include "app/mapping/named_day.h"

#include <algorithm>
#include <cmath>

namespace rowlift {

namespace {

constexpr std::array<std::int8_t, 12> mostDays { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

bool existsDay(const WrittenDay &day)
{
    if (day.year < 1000 || day.year > 9999 || day.month < 1 || day.month > 12 || day.day < 1
        || day.day > mostDays[static_cast<std::size_t>(day.month - 1)])
        return false;
    return day.month != 2 || day.day < 29 || daysInFebruary(day.year) == 29;
}

bool divides(char c)
{
    return c == '.' || c == '/' || c == '-';
}

/// "20260314" of "20260314", "20260314T1020", "20260314102000"
bool takePacked(TextScanner &scanner, DayText &day)
{
    const int all = scanner.number(8, 8);
    if (all < 0)
        return false;
    day.layout = DayLayout::YearFirst;
    day.numbers = { all / 10000, all / 100 % 100, all % 100 };
    day.digits = { 4, 2, 2 };
    return true;
}

/// "102000", "1020" behind a packed day.
bool takePackedClock(TextScanner &scanner, WrittenTime &time)
{
    int digits = 0;
    const int all = scanner.number(4, 6, &digits);
    if (all < 0 || digits == 5)
        return false;
    const int seconds = digits == 6 ? all : all * 100;
    time.hour = seconds / 10000;
    time.minute = seconds / 100 % 100;
    time.second = seconds % 100;
    time.shape = digits == 6 ? ClockShape::Seconds : ClockShape::Minutes;
    return time.hour < 24 && time.minute < 60 && time.second < 60;
}

std::optional<DayText> packedWithClock(std::string_view text)
{
    DayText day;
    TextScanner scanner(text.substr(0, 8));
    TextScanner clock(text.substr(8));
    if (!takePacked(scanner, day))
        return std::nullopt;
    if (clock.next() == 'T')
        clock.skip();
    const bool read = takePackedClock(clock, day.time) && takeZone(clock, day.time) && clock.end();
    return read ? std::optional(day) : std::nullopt;
}

/// The sign between two numbers, with blanks around it or not; '\0' for none.
char takeDivider(TextScanner &scanner)
{
    const char c = scanner.next();
    if (divides(c)) {
        scanner.skip();
        scanner.skipBlanks();
        return c;
    }
    if (!scanner.skipBlanks())
        return '\0';
    const char behind = scanner.next();
    if (!divides(behind))
        return ' ';
    scanner.skip();
    scanner.skipBlanks();
    return behind;
}

/// "14.03.2026" and "2026-03-14": what most dates look like.
bool takeTenCharacters(TextScanner &scanner, DayText &day)
{
    const auto text = scanner.rest();
    constexpr std::size_t length = 10;
    if (text.size() < length || (text.size() > length && TextScanner::isDigit(text[length])))
        return false;
    const bool yearFirst = divides(text[4]);
    const char separator = yearFirst ? text[4] : text[2];
    if (!divides(separator) || text[yearFirst ? 7 : 5] != separator)
        return false;
    bool digits = true;
    const auto two = [&](std::size_t at) {
        const int tens = text[at] - '0';
        const int ones = text[at + 1] - '0';
        digits = digits && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return tens * 10 + ones;
    };
    if (yearFirst) {
        day.numbers = { two(0) * 100 + two(2), two(5), two(8) };
        day.digits = { 4, 2, 2 };
        day.layout = DayLayout::YearFirst;
    } else {
        day.numbers = { two(0), two(3), two(6) * 100 + two(8) };
        day.digits = { 2, 2, 4 };
    }
    if (!digits)
        return false;
    day.separator = separator;
    day.padded = text[yearFirst ? 5 : 0] == '0' || text[yearFirst ? 8 : 3] == '0';
    scanner.skip(length);
    if (separator == '.')
        scanner.take('.');
    return true;
}

/// Three numbers with the same sign between them.
bool takeNumbers(TextScanner &scanner, DayText &day)
{
    if (takeTenCharacters(scanner, day))
        return true;
    day = {};
    const auto number = [&](std::size_t index, int least, int most) {
        const bool zero = scanner.next() == '0';
        day.numbers[index] = scanner.number(least, most, &day.digits[index]);
        day.padded = day.padded || (zero && day.digits[index] == 2);
        return day.numbers[index] >= 0;
    };
    if (!number(0, 1, 4) || day.digits[0] == 3)
        return false;
    day.layout = day.digits[0] == 4 ? DayLayout::YearFirst : DayLayout::Numbers;
    day.separator = takeDivider(scanner);
    if (day.separator == '\0' || !number(1, 1, 2) || takeDivider(scanner) != day.separator)
        return false;
    const bool yearLast = day.layout == DayLayout::Numbers;
    if (!number(2, yearLast ? 2 : 1, yearLast ? 4 : 2) || day.digits[2] == 3)
        return false;
    if (day.separator == ' ' && day.shortYear())
        return false; // "12 34 56" is anything
    if (day.separator == '.')
        scanner.take('.');
    return true;
}

/// The time behind a day, up to the end of the text.
bool takeTimeBehind(TextScanner &scanner, DayText &day)
{
    if (scanner.end())
        return true;
    if ((scanner.next() == 'Z' || scanner.next() == 'z') && day.layout == DayLayout::YearFirst) {
        scanner.skip(); // XML writes a day of UTC so
        day.time.offsetMinutes = 0;
        return scanner.end();
    }
    if (scanner.take('T') || scanner.take('t'))
        return takeClock(scanner, day.time) && takeZone(scanner, day.time) && scanner.end();
    if (!takeWordsBeforeTime(scanner))
        return false;
    return scanner.end() || (takeClock(scanner, day.time) && takeZone(scanner, day.time) && scanner.end());
}

DateOrder shortYearOrder(const DayText &text)
{
    if (text.numbers[0] > 31 || text.numbers[0] == 0)
        return DateOrder::YearFirst;
    const bool yearMayLead = text.separator == '-' && text.numbers[2] >= 1 && text.numbers[2] <= 31;
    if (text.numbers[0] > 12)
        return yearMayLead ? DateOrder::NotADate : DateOrder::DayFirst;
    if (text.numbers[1] > 12)
        return DateOrder::MonthFirst;
    // 3/3/26 is the same day either way
    return text.numbers[0] == text.numbers[1] && !yearMayLead ? DateOrder::DayFirst : DateOrder::NotADate;
}

/// What is read with \a reading, NotADate: nothing.
DateOrder orderFor(const DayText &text, const DateReading &reading)
{
    switch (text.layout) {
    case DayLayout::YearFirst:
        return DateOrder::YearFirst;
    case DayLayout::NameSecond:
        return DateOrder::DayFirst;
    case DayLayout::NameFirst:
        return DateOrder::MonthFirst;
    case DayLayout::Numbers:
        break;
    }
    if (reading.order == DateOrder::DayFirst || reading.order == DateOrder::MonthFirst)
        return reading.order;
    if (reading.order == DateOrder::YearFirst && text.shortYear())
        return yearMayLead(text) ? DateOrder::YearFirst : DateOrder::NotADate;
    return ownOrder(text);
}

/// A number that is rather a year than a spreadsheet's day.
bool looksLikeYear(std::string_view text)
{
    return text.size() == 4 && (text.front() == '1' || text.front() == '2')
        && std::ranges::all_of(text, TextScanner::isDigit);
}

/// The year of two digits \a year within the hundred years from \a from on.
int placedYear(int year, int from)
{
    const int placed = from - from % 100 + year;
    return placed < from ? placed + 100 : placed;
}

} // namespace

std::optional<DayText> dayText(std::string_view text)
{
    std::optional<DayText> found(std::in_place);
    DayText &day = *found;
    TextScanner scanner(text);
    if (!scanner.atDigit())
        return namedDay(text);
    if (text.size() >= 8 && std::all_of(text.begin() + 1, text.begin() + 5, TextScanner::isDigit)) {
        if (takePacked(scanner, day))
            return takeTimeBehind(scanner, day) ? found : packedWithClock(text);
        return text.size() >= 12 ? packedWithClock(text) : std::nullopt;
    }
    if (!takeNumbers(scanner, day))
        return namedDay(text);
    if (!takeTimeBehind(scanner, day))
        found.reset();
    return found;
}

bool yearMayLead(const DayText &text)
{
    return text.digits[0] == 2 && (text.separator == '-' || text.numbers[0] > 31 || text.numbers[0] == 0);
}

DateOrder ownOrder(const DayText &text)
{
    if (text.layout != DayLayout::Numbers)
        return DateOrder::YearFirst;
    if (text.separator == '.' && text.numbers[0] <= 31)
        return DateOrder::DayFirst;
    if (text.shortYear())
        return shortYearOrder(text);
    if (text.numbers[0] > 12)
        return DateOrder::DayFirst;
    if (text.numbers[1] > 12)
        return DateOrder::MonthFirst;
    // 3/3/2026 is the same day either way
    return text.numbers[0] == text.numbers[1] ? DateOrder::DayFirst : DateOrder::NotADate;
}

std::optional<WrittenDay> dayOf(const DayText &text, const DateReading &reading)
{
    // One value to return, made where it stays, and no time copied where there is none: this is called for
    // every date.
    std::optional<WrittenDay> found;
    WrittenDay &day = found.emplace();
    const auto &[first, second, third] = text.numbers;
    int yearDigits = 4;
    switch (orderFor(text, reading)) {
    case DateOrder::NotADate:
        found.reset();
        return found;
    case DateOrder::YearFirst:
        day.year = first;
        day.month = second;
        day.day = third;
        yearDigits = text.digits[0];
        break;
    case DateOrder::DayFirst:
        day.year = third;
        day.month = second;
        day.day = first;
        yearDigits = text.digits[2];
        break;
    case DateOrder::MonthFirst:
        day.year = third;
        day.month = first;
        day.day = second;
        yearDigits = text.digits[2];
        break;
    }
    // A year of one digit, or one that the reading does not place, is before all that exist.
    if (yearDigits < 4)
        day.year
            = yearDigits == 2 && reading.twoDigitsFrom > 0 ? placedYear(day.year, reading.twoDigitsFrom) : 0;
    if (!existsDay(day))
        found.reset();
    else if (text.time.shape != ClockShape::None || text.time.offsetMinutes)
        day.time = text.time;
    return found;
}

std::optional<WrittenDay> readDay(std::string_view text, const DateReading &reading)
{
    if (const auto day = dayText(text))
        return dayOf(*day, reading);
    return reading.serials ? readSerial(text) : std::nullopt;
}

std::optional<WrittenDay> readSerial(std::string_view text)
{
    constexpr int lastSerial = 73415; // 2100-12-31
    constexpr int noDay = 60; // 1900-02-29, a slip of old that all keep
    constexpr std::int64_t epochSerial = 25569; // 1970-01-01
    if (looksLikeYear(text))
        return std::nullopt;
    TextScanner scanner(text);
    const int serial = scanner.number(1, 5);
    if (serial < 1 || serial > lastSerial || serial == noDay)
        return std::nullopt;
    double fraction = 0;
    int places = 0;
    if (scanner.take('.') || scanner.take(',')) {
        double weight = 1;
        for (; scanner.atDigit(); scanner.skip(), ++places)
            fraction += (scanner.next() - '0') * (weight /= 10);
    }
    constexpr int mostPlaces = 17;
    if (!scanner.end() || places > mostPlaces)
        return std::nullopt;
    // What was cut off behind a few places is less than a second; what is there in full is exact.
    constexpr int exactPlaces = 9;
    const auto milliseconds
        = places < exactPlaces ? std::llround(fraction * 86'400) * 1000 : std::llround(fraction * 86'400'000);
    const std::int64_t days = serial - epochSerial + (serial < noDay ? 1 : 0);
    WrittenDay day = dayAt(days + milliseconds / 86'400'000);
    const auto rest = static_cast<int>(milliseconds % 86'400'000);
    day.time = { .hour = rest / 3'600'000,
                 .minute = rest / 60'000 % 60,
                 .second = rest / 1000 % 60,
                 .millisecond = rest % 1000,
                 .shape = rest == 0 ? ClockShape::None : ClockShape::Seconds };
    return day;
}

std::optional<OrderHint> orderHint(std::string_view text)
{
    const auto day = dayText(text);
    if (!day)
        return std::nullopt;
    constexpr int anyCentury = 1950;
    const auto fits = [&](DateOrder order) {
        return dayOf(*day, { .order = order, .twoDigitsFrom = anyCentury }).has_value();
    };
    if (!fits(DateOrder::DayFirst) && !fits(DateOrder::MonthFirst) && !fits(DateOrder::YearFirst))
        return std::nullopt;
    const bool sameEitherWay
        = day->layout == DayLayout::Numbers && day->separator != '.' && day->numbers[0] == day->numbers[1];
    return OrderHint { sameEitherWay ? DateOrder::NotADate : ownOrder(*day) };
}

std::string_view isoDate(const WrittenDay &day, std::array<char, 32> &space)
{
    const char *end = writeDate(space.data(), day);
    return { space.data(), static_cast<std::size_t>(end - space.data()) };
}

} // namespace rowlift
