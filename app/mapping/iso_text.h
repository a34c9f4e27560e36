#pragma once

#include "app/mapping/date_text.h"

#include <cstdint>

namespace rowlift {

int daysInFebruary(int year);
/// Days since 1970-01-01, of the calendar of today at all times.
std::int64_t daysSince1970(const WrittenDay &day);
WrittenDay dayAt(std::int64_t daysSince1970);

/// Write to \a to and return the end; room for 24 characters is enough for all of one value.
char *writeDate(char *to, const WrittenDay &day); ///< "2026-03-14"
char *writeTime(char *to, const WrittenTime &time, bool milliseconds); ///< "09:20:00.000Z", "09:20:00Z"

} // namespace rowlift
