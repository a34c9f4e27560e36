#include "app/mapping/list_values.h"

#include <algorithm>

namespace rowlift {

namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool listBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Small letters, one blank between words.
void foldAscii(std::string_view text, std::string &into)
{
    into.clear();
    for (const char c : text) {
        if (listBlank(c)) {
            if (!into.empty() && into.back() != ' ')
                into += ' ';
        } else {
            into += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
}

void foldListValue(std::string_view text, std::string &into)
{
    if (isAscii(text)) {
        foldAscii(text, into);
        return;
    }
    // Rare: letters beyond ASCII in a value that is not spelt as on the list.
    const auto known = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    into = known.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified().toStdString();
}

} // namespace

ListValues::ListValues(const std::vector<PicklistValue> &values)
{
    std::string folded;
    const auto enter = [&](const QString &text, const std::string &value) {
        if (text.isEmpty())
            return;
        m_exact.emplace(text.toStdString(), value);
        foldListValue(text.toStdString(), folded);
        m_folded.emplace(folded, value);
    };
    for (const PicklistValue &value : values) {
        if (value.active)
            enter(value.value, value.value.toStdString());
    }
    for (const PicklistValue &value : values) {
        if (value.active)
            enter(value.label, value.value.toStdString());
    }
}

std::string_view ListValues::valueOf(std::string_view text, std::string &space) const
{
    const std::string *value = find(text, space);
    return value ? std::string_view(*value) : text;
}

bool ListValues::isOneOf(std::string_view joined, std::string_view value, char separator)
{
    while (!joined.empty()) {
        const auto end = joined.find(separator);
        if (joined.substr(0, end) == value)
            return true;
        if (end == joined.npos)
            break;
        joined.remove_prefix(end + 1);
    }
    return false;
}

std::string_view ListValues::separatorsOf(std::string_view text) const
{
    constexpr std::string_view sure = ";|\n\r";
    if (text.find_first_of(sure) != text.npos)
        return sure;
    if (text.find(',') == text.npos || find(text, m_folding))
        return {};
    return ",";
}

bool ListValues::knows(std::string_view text, std::string &space) const
{
    return find(text, space);
}

const std::string *ListValues::find(std::string_view text, std::string &space) const
{
    if (const auto found = m_exact.find(text); found != m_exact.end())
        return &found->second;
    foldListValue(text, space);
    const auto found = m_folded.find(space);
    return found == m_folded.end() ? nullptr : &found->second;
}

} // namespace rowlift
