#pragma once

#include "app/mapping/date_text.h"

namespace rowlift {

/// Reads a day whose month is a name, or that begins with a day of the week, or is written as in Japan; with
/// a time behind it or (as programs write it) in front of the year.
std::optional<DayText> namedDay(std::string_view text);

/// What stands between a day and its time: blanks, a comma, "at", "um", "kl." … False where nothing does.
bool takeWordsBeforeTime(TextScanner &scanner);

} // namespace rowlift
