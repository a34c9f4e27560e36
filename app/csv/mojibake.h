#pragma once

#include <string_view>

namespace rowlift {

/// Whether \a value (valid UTF-8) has text that was UTF-8, was read as Windows-1252 (or old Macintosh), and
/// was written as UTF-8 once more: "MÃ¼ller" for "Müller", "donâ€™t", "ÐœÐ¾ÑÐºÐ²Ð°".
bool looksTwiceEncoded(std::string_view value);

} // namespace rowlift
