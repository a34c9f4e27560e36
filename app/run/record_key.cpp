#include "app/run/record_key.h"

#include "app/mapping/blanks.h"

#include <xxhash.h>

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::size_t idBytes = 15; // what follows is their checksum
constexpr std::size_t longIdBytes = 18;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view foldedKey(std::string_view text, std::string &room)
{
    room.clear();
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            room = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                       .toCaseFolded()
                       .toStdString();
            return room;
        }
        room += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return room;
}

/// "+007.50" is "7.5". What is no plain number stays as it is.
std::string_view numberKey(std::string_view text, std::string &room)
{
    const bool isNegative = text.front() == '-';
    std::string_view digits = text.substr(isNegative || text.front() == '+' ? 1 : 0);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string_view whole = digits.substr(0, point);
    std::string_view rest = digits.substr(std::min(point + 1, digits.size()));
    if (!std::ranges::all_of(whole, isDigit) || !std::ranges::all_of(rest, isDigit)
        || whole.size() + rest.size() == 0)
        return text;
    while (!whole.empty() && whole.front() == '0')
        whole.remove_prefix(1);
    while (!rest.empty() && rest.back() == '0')
        rest.remove_suffix(1);
    const bool isZero = whole.empty() && rest.empty();
    room.assign(isNegative && !isZero ? 1 : 0, '-');
    room += isZero ? std::string_view("0") : whole;
    if (!rest.empty())
        room.append(".").append(rest);
    return room;
}

} // namespace

std::optional<RecordKey> RecordKey::of(const std::vector<QString> &fields, const Schema &schema,
                                       const Target &target, RepeatedKeys meaning)
{
    RecordKey key;
    for (; key.m_index < fields.size(); ++key.m_index) {
        const QString &name = fields[key.m_index];
        const Field *field = schema.field(name);
        const bool isId = field && field->type == FieldType::Id;
        if (target.keyField.isEmpty() ? !isId : name != target.keyField)
            continue;
        const bool isNumber
            = field && (field->type == FieldType::Integer || field->type == FieldType::Number);
        const bool tellsCase = field && field->caseSensitive && meaning == RepeatedKeys::Groups;
        const Sameness text = meaning == RepeatedKeys::Once || tellsCase ? Sameness::Exact : Sameness::Folded;
        key.m_sameness = isNumber                ? Sameness::Number
            : isId && schema.forms.salesforceIds ? Sameness::Id
                                                 : text;
        return key;
    }
    return {};
}

std::string_view RecordKey::keyOf(std::span<const std::string_view> values, std::string &room) const
{
    const std::string_view text = withoutBlanks(values[m_index]);
    if (text.empty())
        return text;
    switch (m_sameness) {
    case Sameness::Exact:
        break;
    case Sameness::Folded:
        return foldedKey(text, room);
    case Sameness::Number:
        return numberKey(text, room);
    case Sameness::Id:
        return text.size() == longIdBytes ? text.substr(0, idBytes) : text;
    }
    return text;
}

quint64 RecordKey::hashOf(std::span<const std::string_view> values, std::string &room) const
{
    const std::string_view key = keyOf(values, room);
    if (key.empty())
        return 0;
    const quint64 hash = XXH3_64bits(key.data(), key.size());
    return hash == 0 ? 1 : hash;
}

} // namespace rowlift
