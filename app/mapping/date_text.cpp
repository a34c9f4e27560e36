#include "app/mapping/date_text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

/// Reads digits from the front of a text, and single characters.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    /// A number of \a least to \a most digits, or -1.
    int number(std::size_t least, std::size_t most, std::size_t *digits = nullptr)
    {
        std::size_t size = 0;
        while (size < m_rest.size() && m_rest[size] >= '0' && m_rest[size] <= '9')
            ++size;
        int value = -1;
        if (size < least || size > most)
            return -1;
        std::from_chars(m_rest.data(), m_rest.data() + size, value);
        m_rest.remove_prefix(size);
        if (digits)
            *digits = size;
        return value;
    }
    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }
    char next() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    void skip() { m_rest.remove_prefix(1); }
    bool end() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

/// Three numbers with separators between them, as they stand.
struct ThreeNumbers {
    std::array<int, 3> numbers {};
    char separator = '\0';
    bool yearFirst = false;
};

/// "20260314"
std::optional<ThreeNumbers> eightDigits(Scanner &scanner)
{
    const int all = scanner.number(8, 8);
    if (all < 0)
        return std::nullopt;
    return ThreeNumbers { { all / 10000, all / 100 % 100, all % 100 }, '\0', true };
}

/// "2026年3月14日"
std::optional<ThreeNumbers> japaneseDay(Scanner scanner, Scanner &after)
{
    ThreeNumbers read { {}, '\0', true };
    constexpr std::array marks { "年"sv, "月"sv, "日"sv };
    for (std::size_t i = 0; i < 3; ++i) {
        read.numbers[i] = scanner.number(i == 0 ? 4 : 1, i == 0 ? 4 : 2);
        if (read.numbers[i] < 0 || !scanner.take(marks[i]))
            return std::nullopt;
    }
    after = scanner;
    return read;
}

std::optional<ThreeNumbers> threeNumbers(Scanner &scanner)
{
    Scanner trial = scanner;
    if (const auto packed = eightDigits(trial)) {
        scanner = trial;
        return packed;
    }
    if (const auto japanese = japaneseDay(scanner, scanner))
        return japanese;
    ThreeNumbers read;
    std::size_t first = 0;
    read.numbers[0] = scanner.number(1, 4, &first);
    read.separator = scanner.next();
    read.yearFirst = first == 4;
    if (read.numbers[0] < 0 || first == 3
        || (read.separator != '.' && read.separator != '/' && read.separator != '-'))
        return std::nullopt;
    scanner.skip();
    scanner.take(" ");
    read.numbers[1] = scanner.number(1, 2);
    if (read.numbers[1] < 0 || scanner.next() != read.separator)
        return std::nullopt;
    scanner.skip();
    scanner.take(" ");
    read.numbers[2] = read.yearFirst ? scanner.number(1, 2) : scanner.number(4, 4);
    if (read.numbers[2] < 0)
        return std::nullopt;
    return read;
}

/// The order of \a read by itself; NotADate where it leaves it open.
DateOrder ownOrder(const ThreeNumbers &read)
{
    if (read.yearFirst)
        return DateOrder::YearFirst;
    if (read.numbers[0] > 12 || read.separator == '.')
        return DateOrder::DayFirst;
    if (read.numbers[1] > 12)
        return DateOrder::MonthFirst;
    // 3/3/2026 is the same day either way.
    return read.numbers[0] == read.numbers[1] ? DateOrder::DayFirst : DateOrder::NotADate;
}

bool exists(const WrittenDay &day)
{
    using namespace std::chrono;
    return day.year >= 1000
        && year_month_day(year(day.year), month(static_cast<unsigned>(day.month)),
                          std::chrono::day(static_cast<unsigned>(day.day)))
               .ok();
}

std::optional<WrittenDay> dayOf(const ThreeNumbers &read, DateOrder order)
{
    const DateOrder used = read.yearFirst                                ? DateOrder::YearFirst
        : order == DateOrder::DayFirst || order == DateOrder::MonthFirst ? order
                                                                         : ownOrder(read);
    if (used == DateOrder::NotADate)
        return std::nullopt;
    WrittenDay day;
    if (used == DateOrder::YearFirst)
        day = { .year = read.numbers[0], .month = read.numbers[1], .day = read.numbers[2] };
    else if (used == DateOrder::DayFirst)
        day = { .year = read.numbers[2], .month = read.numbers[1], .day = read.numbers[0] };
    else
        day = { .year = read.numbers[2], .month = read.numbers[0], .day = read.numbers[1] };
    return exists(day) ? std::optional(day) : std::nullopt;
}

/// Clocks differ from UTC by fourteen hours at most; anything else is a slip, and would move the day.
bool takeOffset(int hours, int minutes, bool minus, WrittenDay &day)
{
    constexpr int widestOffset = 14 * 60;
    const int offset = hours * 60 + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || offset > widestOffset)
        return false;
    day.offsetMinutes = minus ? -offset : offset;
    return true;
}

bool readZone(Scanner &scanner, WrittenDay &day)
{
    scanner.take(" ");
    if (scanner.end())
        return true;
    if (scanner.take("Z") || scanner.take("UTC") || scanner.take("GMT")) {
        day.offsetMinutes = 0;
        return true;
    }
    const bool minus = scanner.next() == '-';
    if (!minus && scanner.next() != '+')
        return false;
    scanner.skip();
    const int hours = scanner.number(4, 4);
    if (hours >= 0)
        return takeOffset(hours / 100, hours % 100, minus, day);
    const int onlyHours = scanner.number(2, 2);
    const int minutes = scanner.take(":") ? scanner.number(2, 2) : 0;
    return takeOffset(onlyHours, minutes, minus, day);
}

bool readFraction(Scanner &scanner, WrittenDay &day)
{
    std::size_t digits = 0;
    int fraction = scanner.number(1, 9, &digits);
    if (fraction < 0)
        return false;
    for (; digits > 3; --digits)
        fraction /= 10;
    for (; digits < 3; ++digits)
        fraction *= 10;
    day.millisecond = fraction;
    return true;
}

/// "10:20 AM"
bool readHalfOfDay(Scanner &scanner, WrittenDay &day)
{
    scanner.take(" ");
    const bool afternoon = scanner.take("PM") || scanner.take("pm") || scanner.take("p.m.");
    const bool morning = !afternoon && (scanner.take("AM") || scanner.take("am") || scanner.take("a.m."));
    if (!afternoon && !morning)
        return true;
    if (day.hour < 1 || day.hour > 12)
        return false;
    day.hour = day.hour % 12 + (afternoon ? 12 : 0);
    return true;
}

bool readTime(Scanner &scanner, WrittenDay &day)
{
    day.timed = true;
    day.hour = scanner.number(1, 2);
    if (day.hour < 0 || day.hour > 23 || !scanner.take(":"))
        return false;
    day.minute = scanner.number(2, 2);
    if (day.minute < 0 || day.minute > 59)
        return false;
    if (scanner.take(":")) {
        day.second = scanner.number(2, 2);
        if (day.second < 0 || day.second > 59)
            return false;
        if ((scanner.take(".") || scanner.take(",")) && !readFraction(scanner, day))
            return false;
    }
    return readHalfOfDay(scanner, day) && readZone(scanner, day) && scanner.end();
}

/// Seconds since 1970 in UTC of a time without zone.
std::optional<std::time_t> localSeconds(const WrittenDay &day)
{
    std::tm parts {};
    parts.tm_year = day.year - 1900;
    parts.tm_mon = day.month - 1;
    parts.tm_mday = day.day;
    parts.tm_hour = day.hour;
    parts.tm_min = day.minute;
    parts.tm_sec = day.second;
    parts.tm_isdst = -1;
    const std::time_t seconds = std::mktime(&parts);
    if (parts.tm_hour != day.hour || parts.tm_min != day.minute)
        return std::nullopt;
    return seconds;
}

std::time_t zonedSeconds(const WrittenDay &day)
{
    using namespace std::chrono;
    const sys_days date = year_month_day(year(day.year), month(static_cast<unsigned>(day.month)),
                                         std::chrono::day(static_cast<unsigned>(day.day)));
    const auto time = hours(day.hour) + minutes(day.minute - *day.offsetMinutes) + seconds(day.second);
    return (date.time_since_epoch() + time) / seconds(1);
}

} // namespace

std::optional<WrittenDay> readDay(std::string_view text, DateOrder order)
{
    Scanner scanner(text);
    const auto numbers = threeNumbers(scanner);
    auto day = numbers ? dayOf(*numbers, order) : std::nullopt;
    if (!day || scanner.end())
        return day;
    if (numbers->yearFirst && scanner.take("Z")) { // XML writes a day of UTC so
        day->offsetMinutes = 0;
        return scanner.end() ? day : std::nullopt;
    }
    if (!scanner.take("T") && !scanner.take(", ") && !scanner.take(" "))
        return std::nullopt;
    scanner.take(" ");
    return readTime(scanner, *day) ? day : std::nullopt;
}

std::optional<OrderHint> orderHint(std::string_view text)
{
    Scanner scanner(text);
    const auto numbers = threeNumbers(scanner);
    if (!numbers
        || (!scanner.end() && scanner.next() != ' ' && scanner.next() != 'T' && scanner.next() != ','))
        return std::nullopt;
    const auto either = dayOf(*numbers, DateOrder::DayFirst) || dayOf(*numbers, DateOrder::MonthFirst);
    if (!either)
        return std::nullopt;
    const bool sameEitherWay
        = !numbers->yearFirst && numbers->separator != '.' && numbers->numbers[0] == numbers->numbers[1];
    return OrderHint { sameEitherWay ? DateOrder::NotADate : ownOrder(*numbers) };
}

std::string_view isoDate(const WrittenDay &day, std::array<char, 32> &space)
{
    const int size
        = std::snprintf(space.data(), space.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return { space.data(), static_cast<std::size_t>(size) };
}

std::string_view isoDateTime(const WrittenDay &day, std::array<char, 32> &space)
{
    const auto total = day.offsetMinutes ? std::optional(zonedSeconds(day)) : localSeconds(day);
    if (!total)
        return {};
    std::tm parts {};
    gmtime_r(&*total, &parts);
    const int size = std::snprintf(space.data(), space.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                                   parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                                   parts.tm_min, parts.tm_sec, day.millisecond);
    return { space.data(), static_cast<std::size_t>(size) };
}

} // namespace rowlift
