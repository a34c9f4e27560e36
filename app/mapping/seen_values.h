#pragma once

#include "app/mapping/reading_survey.h"

#include <QString>

#include <algorithm>

namespace rowlift {

/// At most so many bytes of a value are kept to be shown.
constexpr std::size_t longestSeenValue = 200;

inline QString shownValue(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), longestSeenValue)));
}

/// Keeps the first.
inline void see(SeenValue &value, qint64 record, std::string_view text)
{
    if (!value.seen())
        value = { shownValue(text), record };
}

/// Takes what \a later has seen, behind what this has, in rows counted from \a firstRecord.
inline void see(SeenValue &value, const SeenValue &later, qint64 firstRecord)
{
    if (!value.seen() && later.seen())
        value = { later.text, later.record + firstRecord };
}

/// A few different values, the first ones.
class SeenExamples {
public:
    void see(qint64 record, std::string_view text)
    {
        if (isFull())
            return;
        add({ shownValue(text), record });
    }
    void add(const SeenExamples &later, qint64 firstRecord)
    {
        for (const SeenValue &value : later.m_values)
            add({ value.text, value.record + firstRecord });
    }
    const std::vector<SeenValue> &values() const { return m_values; }

private:
    bool isFull() const { return m_values.size() >= 5; }
    void add(SeenValue value)
    {
        if (!isFull() && std::ranges::find(m_values, value.text, &SeenValue::text) == m_values.end())
            m_values.push_back(std::move(value));
    }

    std::vector<SeenValue> m_values;
};

} // namespace rowlift
