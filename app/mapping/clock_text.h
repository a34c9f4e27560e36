#pragma once

#include "app/mapping/text_scanner.h"

#include <cstdint>
#include <optional>

namespace rowlift {

/// How a time of day was written.
enum class ClockShape : std::uint8_t { None, Minutes, Seconds, Fraction };
enum class ZoneShape : std::uint8_t { None, Utc, Offset, Name };

/// A time of day, and its distance from UTC where one was written.
struct WrittenTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    std::optional<int> offsetMinutes = {}; ///< From UTC; empty: no zone was written.
    ClockShape shape = ClockShape::None; ///< None: no time was written.
    ZoneShape zoneShape = ZoneShape::None;
    bool halves = false; ///< With AM or PM.

    bool midnight() const { return hour == 0 && minute == 0 && second == 0 && millisecond == 0; }
    bool operator==(const WrittenTime &) const = default;
};

/// "10:20", "10:20:30.5", "10h20", "10時20分", with AM or PM in whatever writing. False: \a scanner stands
/// somewhere.
bool takeClock(TextScanner &scanner, WrittenTime &time);
/// "Z", "+01:00", "GMT+0100", "CET", with blanks and a remark in brackets around it. True also where there is
/// none. Names that mean several zones ("CST", "IST") are not read.
bool takeZone(TextScanner &scanner, WrittenTime &time);

/// Reads all of \a text (trimmed) as a time of day.
std::optional<WrittenTime> readTime(std::string_view text);

} // namespace rowlift
