#pragma once

#include "app/csv/out_buffer.h"

#include <QString>

#include <string>
#include <string_view>

namespace rowlift {

/// Whether \a text is a number as JSON spells one: it can be written as it stands then, to the last digit.
bool isJsonNumber(std::string_view text);

enum class JsonBreaks {
    Kept,
    LineFeeds ///< CR and CR LF become LF.
};
/// Appends \a text, which is UTF-8, as a JSON string with its quotes.
void appendJsonText(std::string_view text, OutBuffer &out, JsonBreaks breaks = JsonBreaks::Kept);
/// \a text as a JSON string with its quotes.
std::string jsonText(const QString &text);

} // namespace rowlift
