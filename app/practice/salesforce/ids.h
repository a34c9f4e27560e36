#pragma once

#include <QByteArray>

#include <array>
#include <optional>
#include <string_view>

namespace rowlift::practice::salesforce {

/// The three characters that make an id of 15 characters one of 18. Source: contracts/salesforce.md, section
/// 4, rule 10.
QByteArray idChecksum(std::string_view id15);
/// The id of 18 characters with \a prefix (three characters) for a number that is unique within its kind.
QByteArray makeId(std::string_view prefix, qint64 number);
/// Ids of 18 characters one after the other, quickly.
class IdCounter {
public:
    IdCounter(std::string_view prefix, qint64 number);
    std::string_view text() const { return { m_id.data(), m_id.size() }; }
    void next();

private:
    std::array<char, 18> m_id {};
};
/// True for 15 letters or digits, or 18 with the right checksum.
bool isWellFormedId(std::string_view id);
/// The number behind an id of makeId(); nothing when the id is of another make (it then names no record
/// here).
std::optional<qint64> idNumber(std::string_view id);
/// Fresh letters and digits for tokens and secrets.
QByteArray randomText(int length);

} // namespace rowlift::practice::salesforce
