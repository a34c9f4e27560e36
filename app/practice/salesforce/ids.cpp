#include "app/practice/salesforce/ids.h"

#include <QRandomGenerator>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view idDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view idPod
    = "gK0"; // instance and reserved characters, the same for every id of this server
constexpr std::size_t idNumberLength = 9;

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::array<char, 3> checksumOf(std::string_view id15)
{
    constexpr std::string_view characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    std::array<char, 3> checksum {};
    for (std::size_t group = 0; group < 3; ++group) {
        std::size_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            const char c = id15[group * 5 + i];
            bits |= static_cast<std::size_t>(c >= 'A' && c <= 'Z') << i;
        }
        checksum[group] = characters[bits];
    }
    return checksum;
}

} // namespace

QByteArray idChecksum(std::string_view id15)
{
    const std::array<char, 3> checksum = checksumOf(id15);
    return QByteArray(checksum.data(), 3);
}

QByteArray makeId(std::string_view prefix, qint64 number)
{
    QByteArray id(prefix.data(), static_cast<qsizetype>(prefix.size()));
    id.append(idPod.data(), static_cast<qsizetype>(idPod.size()));
    QByteArray digits(static_cast<qsizetype>(idNumberLength), '0');
    for (qsizetype at = digits.size() - 1; at >= 0 && number > 0; --at, number /= 62)
        digits[at] = idDigits[static_cast<std::size_t>(number % 62)];
    id += digits;
    return id + idChecksum(std::string_view(id.constData(), 15));
}

IdCounter::IdCounter(std::string_view prefix, qint64 number)
{
    const QByteArray id = makeId(prefix, number);
    std::copy(id.cbegin(), id.cend(), m_id.begin());
}

void IdCounter::next()
{
    std::size_t at = 14;
    while (m_id[at] == idDigits.back()) // a carry; the prefix is never reached
        m_id[at--] = idDigits.front();
    m_id[at] = m_id[at] == '9' ? 'A' : m_id[at] == 'Z' ? 'a' : static_cast<char>(m_id[at] + 1);
    const std::array<char, 3> checksum = checksumOf({ m_id.data(), 15 });
    std::copy(checksum.begin(), checksum.end(), m_id.begin() + 15);
}

bool isWellFormedId(std::string_view id)
{
    if ((id.size() != 15 && id.size() != 18) || !std::all_of(id.begin(), id.end(), isLetterOrDigit))
        return false;
    if (id.size() == 15)
        return true;
    return idChecksum(id) == QByteArray(id.data() + 15, 3);
}

std::optional<qint64> idNumber(std::string_view id)
{
    if (id.size() < 15 || id.substr(3, idPod.size()) != idPod)
        return std::nullopt;
    qint64 number = 0;
    for (const char c : id.substr(3 + idPod.size(), idNumberLength)) {
        const std::size_t digit = idDigits.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        number = number * 62 + static_cast<qint64>(digit);
    }
    return number;
}

QByteArray randomText(int length)
{
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += idDigits[static_cast<std::size_t>(QRandomGenerator::system()->bounded(62))];
    return text;
}

} // namespace rowlift::practice::salesforce
