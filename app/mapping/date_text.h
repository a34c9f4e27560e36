#pragma once

#include "app/mapping/mapping.h"

#include <array>
#include <optional>
#include <string_view>

namespace rowlift {

/// A day, and a time of day where one was written.
struct WrittenDay {
    int year = 0;
    int month = 0;
    int day = 0;
    bool timed = false;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    std::optional<int> offsetMinutes {}; ///< From UTC; empty: no zone was written.

    bool midnight() const { return hour == 0 && minute == 0 && second == 0 && millisecond == 0; }
    bool operator==(const WrittenDay &) const = default;
};

/// Reads \a text (trimmed) as a day by \a order, with or without a time. NotADate: only what can be read one
/// way. Empty for a day that does not exist, a year of two digits, and a value that contradicts the order.
std::optional<WrittenDay> readDay(std::string_view text, DateOrder order);

/// What a value tells of the order of its column; empty when it is no date.
struct OrderHint {
    DateOrder order = DateOrder::NotADate; ///< NotADate: a date that leaves it open.
};
std::optional<OrderHint> orderHint(std::string_view text);

/// "2026-03-14". The view lives as long as \a space.
std::string_view isoDate(const WrittenDay &day, std::array<char, 32> &space);
/// "2026-03-14T09:20:00.000Z": in UTC; without a zone it is read in that of the computer. Empty for an hour
/// that its clocks leave out.
std::string_view isoDateTime(const WrittenDay &day, std::array<char, 32> &space);

} // namespace rowlift
