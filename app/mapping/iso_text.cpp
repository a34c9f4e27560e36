#include "app/mapping/iso_text.h"

namespace rowlift {

namespace {

char *writeTwo(char *to, int number)
{
    to[0] = static_cast<char>('0' + number / 10);
    to[1] = static_cast<char>('0' + number % 10);
    return to + 2;
}

} // namespace

int daysInFebruary(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
}

/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, eras have
/// 400.
std::int64_t daysSince1970(const WrittenDay &day)
{
    const int year = day.month <= 2 ? day.year - 1 : day.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int ofEra = year - era * 400;
    const int ofYear = (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1;
    return std::int64_t(era) * 146'097 + (ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear) - 719'468;
}

WrittenDay dayAt(std::int64_t daysSince1970)
{
    const std::int64_t days = daysSince1970 + 719'468;
    const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
    const auto ofEra = static_cast<int>(days - era * 146'097);
    const int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36'524 - ofEra / 146'096) / 365;
    const int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * ofYear + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    return { .year = yearOfEra + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0),
             .month = month,
             .day = ofYear - (153 * shifted + 2) / 5 + 1 };
}

char *writeDate(char *to, const WrittenDay &day)
{
    to = writeTwo(to, day.year / 100);
    to = writeTwo(to, day.year % 100);
    *to++ = '-';
    to = writeTwo(to, day.month);
    *to++ = '-';
    return writeTwo(to, day.day);
}

char *writeTime(char *to, const WrittenTime &time, bool milliseconds)
{
    to = writeTwo(to, time.hour);
    *to++ = ':';
    to = writeTwo(to, time.minute);
    *to++ = ':';
    to = writeTwo(to, time.second);
    if (milliseconds) {
        *to++ = '.';
        *to++ = static_cast<char>('0' + time.millisecond / 100);
        to = writeTwo(to, time.millisecond % 100);
    }
    *to++ = 'Z';
    return to;
}

} // namespace rowlift
