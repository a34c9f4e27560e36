#pragma once

#include "app/mapping/clock_text.h"
#include "app/mapping/treatment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rowlift {

/// A day, and a time of day where one was written.
struct WrittenDay {
    int year = 0;
    int month = 0;
    int day = 0;
    WrittenTime time = {};

    bool operator==(const WrittenDay &) const = default;
};

/// How a text fixes the order of its day: by itself, or not.
enum class DayLayout : std::uint8_t {
    Numbers, ///< "03/04/2026", "14.3.26": day or month first (or, with two digits, the year), as it is read.
    YearFirst, ///< "2026-03-14", "20260314", "2026年3月14日", "2026 Mar 14"
    NameSecond, ///< "14 March 2026"
    NameFirst ///< "March 14, 2026"
};

/// A text that is a day by its looks, before anybody knows which of its numbers is the day.
struct DayText {
    DayLayout layout = DayLayout::Numbers;
    std::array<int, 3> numbers = {}; ///< In the order of the text; a month's name is its number.
    std::array<int, 3> digits = {}; ///< Of each number; 0 for a month's name.
    char separator = '\0'; ///< Behind the first of them: '.', '/', '-', ' '; '\0' if there is none.
    int nameLetters = 0; ///< Of a month's name.
    bool weekday = false;
    bool padded = false; ///< A day or month is written with a zero in front.
    WrittenTime time = {};

    bool shortYear() const { return digits[layout == DayLayout::YearFirst ? 0 : 2] == 2; }
};

/// Reads \a text (trimmed) as numbers and names that make a day, with a time behind it or not. Not whether
/// there is such a day.
std::optional<DayText> dayText(std::string_view text);

/// The order that \a text has by itself: YearFirst too where a name tells the month; NotADate where it leaves
/// it open.
DateOrder ownOrder(const DayText &text);

/// Whether the first number of two digits can be a year: before a dash, or where no day or month is.
bool yearMayLead(const DayText &text);

/// The day by \a reading; empty for one that does not exist, a year of two digits that the reading does not
/// place, and an order that contradicts the reading.
std::optional<WrittenDay> dayOf(const DayText &text, const DateReading &reading);

/// Reads \a text (trimmed) as a day by \a reading, its serials included.
std::optional<WrittenDay> readDay(std::string_view text, const DateReading &reading);
/// Reads \a text as a spreadsheet's count of days since 1899-12-30; what is behind the decimal sign is the
/// time. Empty for 60, a day that never was, for what is rather a year ("1979"), and beyond 2100: that is
/// rather some other number.
std::optional<WrittenDay> readSerial(std::string_view text);

/// What a value tells of the order of its column; empty when it is no date.
struct OrderHint {
    DateOrder order = DateOrder::NotADate; ///< NotADate: a date that leaves it open.
};
std::optional<OrderHint> orderHint(std::string_view text);

/// "2026-03-14". The view lives as long as \a space.
std::string_view isoDate(const WrittenDay &day, std::array<char, 32> &space);

} // namespace rowlift
