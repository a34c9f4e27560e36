#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace rowlift {

/// A value and its word in files.
template <typename T>
struct JsonWord {
    T value;
    QLatin1StringView text;
};

template <typename T, std::size_t Size>
QString wordOf(const std::array<JsonWord<T>, Size> &words, T value)
{
    return std::ranges::find(words, value, &JsonWord<T>::value)->text;
}

template <typename T, std::size_t Size>
std::optional<T> valueOf(const std::array<JsonWord<T>, Size> &words, QStringView text)
{
    const auto found
        = std::ranges::find_if(words, [text](const JsonWord<T> &word) { return word.text == text; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

} // namespace rowlift
