#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace rowlift {

/// The last three characters of an id of 18, for its first 15.
/// Source: contracts/salesforce.md, 4, rule 10.
std::array<char, 3> idChecksum(std::string_view id);

/// 15 or 18 letters and digits, the last three of 18 being the checksum of the others.
bool isRecordId(std::string_view text);

/// The 18 characters of an id of 15, or of one of 18 whose letters lost their case (all small, or all
/// capitals): its checksum tells which were capitals. Empty for all else; what is whole already stays as it
/// is with the caller.
std::optional<std::array<char, 18>> wholeRecordId(std::string_view text);

} // namespace rowlift
