#pragma once

#include <string>

namespace rowlift {

/// What a date format shows of a number.
enum class DateParts { Date, Time, DateTime, Elapsed };

/// Where day numbers begin.
enum class DateSystem {
    From1900, ///< Day 1 is 1900-01-01, and day 60 the 29 February that 1900 did not have: Excel keeps Lotus's
              ///< error.
    From1904, ///< Day 0 is 1904-01-01.
};

/// Appends the moment that \a serial (days) stands for: 2026-11-22, 13:05:00, 2026-11-22 13:05:00; with
/// \a milliseconds also 13:05:00.250. Elapsed hours may be more than 24. A date and time before the first day
/// is a time alone. False, and nothing appended, when Excel knows no such date (negative, or beyond the year
/// 9999).
///
/// Source: ECMA-376 part 1, 18.17.4.
bool appendDate(std::string &into, double serial, DateParts parts, bool milliseconds, DateSystem system);

} // namespace rowlift
