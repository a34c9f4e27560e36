#pragma once

#include "app/csv/out_buffer.h"

#include <string>
#include <string_view>

namespace rowlift::dotdigital {

/// How JSON stands in a request: version 3 takes a record as an object, version 2 as a text in which the
/// object is spelt. Source: contracts/dotdigital.md, 4.2 and 5.
enum class JsonSpelling { Plain, InText };

/// Appends \a text, which is UTF-8, as a JSON string with its quotes.
void appendText(std::string_view text, JsonSpelling spelling, OutBuffer &out);
/// JSON, already spelt plainly, as it is spelt in a text.
std::string spelt(std::string_view json, JsonSpelling spelling);

} // namespace rowlift::dotdigital
