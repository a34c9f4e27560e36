#include "app/mapping/clock_text.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

struct ZoneName {
    std::string_view name;
    int offset; ///< Minutes from UTC.
};

// Only names that mean one zone wherever they are written. Not here: AST, BST, CDT, CST, IST, SST.
constexpr int hour = 60;
constexpr ZoneName zoneNames[] = {
    { "ACDT", 10 * hour + 30 },
    { "ACST", 9 * hour + 30 },
    { "AEDT", 11 * hour },
    { "AEST", 10 * hour },
    { "AKDT", -8 * hour },
    { "AKST", -9 * hour },
    { "AWST", 8 * hour },
    { "BRT", -3 * hour },
    { "CEST", 2 * hour },
    { "CET", hour },
    { "EDT", -4 * hour },
    { "EEST", 3 * hour },
    { "EET", 2 * hour },
    { "EST", -5 * hour },
    { "GMT", 0 },
    { "HST", -10 * hour },
    { "JST", 9 * hour },
    { "KST", 9 * hour },
    { "MDT", -6 * hour },
    { "MESZ", 2 * hour },
    { "MEZ", hour },
    { "MSK", 3 * hour },
    { "MST", -7 * hour },
    { "NZDT", 13 * hour },
    { "NZST", 12 * hour },
    { "PDT", -7 * hour },
    { "PST", -8 * hour },
    { "SAST", 2 * hour },
    { "UT", 0 },
    { "UTC", 0 },
    { "WEST", hour },
    { "WET", 0 },
};

bool takeFraction(TextScanner &scanner, WrittenTime &time)
{
    int digits = 0;
    int fraction = scanner.number(1, 9, &digits);
    if (fraction < 0)
        return false;
    for (; digits > 3; --digits)
        fraction /= 10;
    for (; digits < 3; ++digits)
        fraction *= 10;
    time.millisecond = fraction;
    time.shape = ClockShape::Fraction;
    return true;
}

bool takeMinutes(TextScanner &scanner, WrittenTime &time)
{
    time.shape = ClockShape::Minutes;
    time.minute = scanner.number(2, 2);
    return time.minute >= 0 && time.minute <= 59;
}

bool takeSeconds(TextScanner &scanner, WrittenTime &time)
{
    time.shape = ClockShape::Seconds;
    time.second = scanner.number(2, 2);
    return time.second >= 0 && time.second <= 59;
}

/// Behind "10:"
bool takeColons(TextScanner &scanner, WrittenTime &time)
{
    if (!takeMinutes(scanner, time))
        return false;
    if (!scanner.take(':'))
        return true;
    if (!takeSeconds(scanner, time))
        return false;
    return (!scanner.take('.') && !scanner.take(',')) || takeFraction(scanner, time);
}

/// Behind "10時"
bool takeJapanese(TextScanner &scanner, WrittenTime &time)
{
    time.shape = ClockShape::Minutes;
    if (scanner.end())
        return true;
    time.minute = scanner.number(1, 2);
    if (time.minute < 0 || time.minute > 59 || !scanner.take(std::string_view("分")))
        return false;
    if (!scanner.atDigit())
        return true;
    time.shape = ClockShape::Seconds;
    time.second = scanner.number(1, 2);
    return time.second >= 0 && time.second <= 59 && scanner.take(std::string_view("秒"));
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "PM", "p.m.", "p. m.", "pm": 'p'; '\0' for anything else, and then nothing is taken.
char takeHalf(TextScanner &scanner)
{
    TextScanner trial = scanner;
    trial.skipBlanks();
    const char half = static_cast<char>(trial.next() | 0x20);
    if (half != 'a' && half != 'p')
        return '\0';
    trial.skip();
    trial.take('.');
    trial.skipBlanks();
    if (!trial.take('m') && !trial.take('M'))
        return '\0';
    trial.take('.');
    if (isLetter(trial.next()))
        return '\0';
    scanner = trial;
    return half;
}

bool applyHalf(char half, WrittenTime &time)
{
    if (half == '\0')
        return true;
    if (time.hour > 12 || (time.hour == 0 && half == 'p'))
        return false;
    time.halves = true;
    time.hour = time.hour % 12 + (half == 'p' ? 12 : 0);
    return true;
}

/// Clocks differ from UTC by fourteen hours at most; anything else is a slip, and would move the day.
bool applyOffset(int hours, int minutes, bool minus, WrittenTime &time)
{
    constexpr int widestOffset = 14 * hour;
    const int offset = hours * hour + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || offset > widestOffset)
        return false;
    time.offsetMinutes = minus ? -offset : offset;
    time.zoneShape = ZoneShape::Offset;
    return true;
}

/// "+01:00", "+0100", "+01"; behind "GMT" also "+1".
bool takeOffset(TextScanner &scanner, WrittenTime &time, bool named)
{
    const bool minusSign = scanner.take(std::string_view("\xE2\x88\x92"));
    const bool minus = minusSign || scanner.take('-');
    if (!minus && !scanner.take('+'))
        return false;
    const int together = scanner.number(4, 4);
    if (together >= 0)
        return applyOffset(together / 100, together % 100, minus, time);
    const int hours = scanner.number(named ? 1 : 2, 2);
    const int minutes = scanner.take(':') ? scanner.number(2, 2) : 0;
    return applyOffset(hours, minutes, minus, time);
}

bool takeZoneName(TextScanner &scanner, WrittenTime &time)
{
    std::array<char, 4> letters {};
    std::size_t size = 0;
    while (isLetter(scanner.next())) {
        if (size == letters.size())
            return false;
        letters[size++] = static_cast<char>(scanner.next() & ~0x20);
        scanner.skip();
    }
    const std::string_view name(letters.data(), size);
    if (name == "Z") {
        time.offsetMinutes = 0;
        time.zoneShape = ZoneShape::Utc;
        return true;
    }
    const auto found = std::ranges::lower_bound(zoneNames, name, {}, &ZoneName::name);
    if (found == std::ranges::end(zoneNames) || found->name != name)
        return false;
    const bool utc = name == "UTC" || name == "GMT" || name == "UT";
    if (utc && (scanner.next() == '+' || scanner.next() == '-'))
        return takeOffset(scanner, time, true);
    time.offsetMinutes = found->offset;
    time.zoneShape = utc ? ZoneShape::Utc : ZoneShape::Name;
    return true;
}

/// "(Central European Standard Time)", "[Europe/Berlin]" behind an offset.
void takeRemark(TextScanner &scanner)
{
    TextScanner trial = scanner;
    trial.skipBlanks();
    const char close = trial.next() == '(' ? ')' : trial.next() == '[' ? ']' : '\0';
    const auto at = close == '\0' ? std::string_view::npos : trial.rest().find(close);
    if (at == std::string_view::npos)
        return;
    trial.skip(at + 1);
    scanner = trial;
}

} // namespace

bool takeClock(TextScanner &scanner, WrittenTime &time)
{
    char half = '\0';
    if (!scanner.atDigit())
        half = scanner.take(std::string_view("午前")) ? 'a'
            : scanner.take(std::string_view("午後"))  ? 'p'
                                                      : '\0';
    time.hour = scanner.number(1, 2);
    if (time.hour < 0 || time.hour > 23)
        return false;
    bool read = false;
    if (scanner.take(':')) {
        read = takeColons(scanner, time);
    } else if (scanner.take(std::string_view("時"))) {
        read = takeJapanese(scanner, time);
    } else if (scanner.take('h') || scanner.take('H')) {
        time.shape = ClockShape::Minutes;
        read = !scanner.atDigit() || takeMinutes(scanner, time);
    } else if (half = takeHalf(scanner); half != '\0') { // "3 PM"
        time.shape = ClockShape::Minutes;
        return time.hour >= 1 && applyHalf(half, time);
    }
    if (!read)
        return false;
    if (half == '\0' && !scanner.end())
        half = takeHalf(scanner);
    return applyHalf(half, time);
}

bool takeZone(TextScanner &scanner, WrittenTime &time)
{
    if (scanner.end())
        return true;
    const bool apart = scanner.skipBlanks();
    if (apart && (scanner.take(std::string_view("Uhr")) || scanner.take(std::string_view("uhr"))))
        scanner.skipBlanks();
    if (isLetter(scanner.next())) {
        if (!takeZoneName(scanner, time))
            return false;
    } else if (scanner.next() == '+' || scanner.next() == '-' || scanner.next() == '\xE2') {
        if (!takeOffset(scanner, time, false))
            return false;
    }
    if (time.offsetMinutes && !scanner.end())
        takeRemark(scanner);
    return true;
}

std::optional<WrittenTime> readTime(std::string_view text)
{
    TextScanner scanner(text);
    WrittenTime time;
    if (!takeClock(scanner, time) || !takeZone(scanner, time) || !scanner.end())
        return std::nullopt;
    return time;
}

} // namespace rowlift
