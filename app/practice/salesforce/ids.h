#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace rowlift::practice::salesforce {

/// The three characters that make an id of 15 characters one of 18. Source: contracts/salesforce.md, section
/// 4, rule 10.
QByteArray idChecksum(std::string_view id15);
/// The id of 18 characters with \a prefix (three characters) for a number that is unique within its kind.
QByteArray makeId(std::string_view prefix, qint64 number);
/// True for 15 letters or digits, or 18 with the right checksum.
bool isWellFormedId(std::string_view id);
/// The number behind an id of makeId(); nothing when the id is of another make (it then names no record
/// here).
std::optional<qint64> idNumber(std::string_view id);
/// Fresh letters and digits for tokens and secrets.
QByteArray randomText(int length);

} // namespace rowlift::practice::salesforce
