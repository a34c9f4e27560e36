#include "app/mapping/record_id.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::string_view checksumLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
constexpr std::size_t shortId = 15;
constexpr std::size_t wholeId = 18;
constexpr std::size_t idGroup = 5;

constexpr bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Without a branch for each: most texts of this length are ids.
bool allIdCharacters(std::string_view text)
{
    bool all = true;
    for (const char c : text)
        all &= (c >= '0' && c <= '9') | isCapital(c) | isSmall(c);
    return all;
}

char asCapital(char c)
{
    return isSmall(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

char asSmall(char c)
{
    return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// False when the checksum calls a digit a capital.
bool restoreCase(std::string_view text, std::array<char, wholeId> &into)
{
    for (std::size_t group = 0; group < wholeId - shortId; ++group) {
        const char sum = asCapital(text[shortId + group]);
        const std::size_t bits = checksumLetters.find(sum);
        if (bits == checksumLetters.npos)
            return false;
        into[shortId + group] = sum;
        for (std::size_t i = 0; i < idGroup; ++i) {
            const char c = text[group * idGroup + i];
            const bool capital = ((bits >> i) & 1U) != 0;
            into[group * idGroup + i] = capital ? asCapital(c) : asSmall(c);
            if (capital && !isCapital(into[group * idGroup + i]))
                return false;
        }
    }
    return true;
}

} // namespace

std::array<char, 3> idChecksum(std::string_view id)
{
    unsigned bits = 0;
    for (std::size_t i = 0; i < shortId; ++i)
        bits |= unsigned(isCapital(id[i])) << i;
    return { checksumLetters[bits & 31U], checksumLetters[(bits >> 5U) & 31U], checksumLetters[bits >> 10U] };
}

bool isRecordId(std::string_view text)
{
    if ((text.size() != shortId && text.size() != wholeId) || !allIdCharacters(text))
        return false;
    return text.size() == shortId || std::ranges::equal(text.substr(shortId), idChecksum(text));
}

std::optional<std::array<char, 18>> wholeRecordId(std::string_view text)
{
    if ((text.size() != shortId && text.size() != wholeId) || !allIdCharacters(text))
        return std::nullopt;
    std::array<char, wholeId> whole;
    if (text.size() == shortId) {
        std::ranges::copy(text, whole.begin());
        std::ranges::copy(idChecksum(text), whole.begin() + shortId);
        return whole;
    }
    const bool lostCase = std::ranges::none_of(text, isCapital) || std::ranges::none_of(text, isSmall);
    if (!lostCase || !restoreCase(text, whole))
        return std::nullopt;
    return whole;
}

} // namespace rowlift
