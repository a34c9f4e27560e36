#include "app/workbook/date_serial.h"

#include <QDate>

#include <cmath>

namespace rowlift {

namespace {

constexpr qint64 millisecondsADay = 86'400'000;
constexpr qint64 lotusLeapDay = 60;
constexpr double lastSerial = 2'958'466; ///< 10000-01-01
constexpr qint64 daysFrom1900To1904 = 1'462;

void appendPadded(std::string &into, qint64 number, size_t width)
{
    const std::string digits = std::to_string(number);
    into.append(width - std::min(width, digits.size()), '0').append(digits);
}

void appendTime(std::string &into, qint64 ms, bool milliseconds)
{
    appendPadded(into, ms / 3'600'000, 2);
    into += ':';
    appendPadded(into, ms / 60'000 % 60, 2);
    into += ':';
    appendPadded(into, ms / 1'000 % 60, 2);
    if (milliseconds && ms % 1'000 != 0) {
        into += '.';
        appendPadded(into, ms % 1'000, 3);
    }
}

void appendDay(std::string &into, qint64 day)
{
    if (day == lotusLeapDay) {
        into += "1900-02-29";
    } else if (day == 0) {
        into += "1900-01-00"; // as Excel shows an empty date; no day at all for whoever reads it
    } else {
        const QDate before = day < lotusLeapDay ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
        into += before.addDays(day).toString(Qt::ISODate).toStdString();
    }
}

} // namespace

bool appendDate(std::string &into, double serial, DateParts parts, bool milliseconds, DateSystem system)
{
    if (!(serial >= 0 && serial < lastSerial))
        return false;
    // Rounded before it is split: 0.999999999 is the next day's midnight.
    qint64 ms = milliseconds ? std::llround(serial * static_cast<double>(millisecondsADay))
                             : std::llround(serial * static_cast<double>(millisecondsADay) / 1'000) * 1'000;
    if (parts == DateParts::Elapsed) {
        appendTime(into, ms, milliseconds);
        return true;
    }
    const bool dayless = ms < millisecondsADay && system == DateSystem::From1900
        && (parts == DateParts::DateTime || ms != 0);
    qint64 day = ms / millisecondsADay;
    if (parts == DateParts::Date && !dayless)
        day = static_cast<qint64>(serial); // no format of days rounds them up
    ms %= millisecondsADay;
    if (parts == DateParts::Time || dayless) {
        appendTime(into, ms, milliseconds);
        return true;
    }
    appendDay(into, system == DateSystem::From1904 ? day + daysFrom1900To1904 : day);
    if (parts == DateParts::DateTime) {
        into += ' ';
        appendTime(into, ms, milliseconds);
    }
    return true;
}

} // namespace rowlift
