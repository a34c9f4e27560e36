#include "app/mapping/phone_tally.h"

#include "app/mapping/phone.h"

namespace rowlift {

namespace {

constexpr std::size_t mostStarts = 1000;

/// The first four digits behind "+" or "00"; -1 for numbers that have neither.
int startOf(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    else if (text.starts_with("00"))
        text.remove_prefix(2);
    else
        return -1;
    constexpr int digitsOfStart = 4;
    int start = 0;
    int digits = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            continue;
        start = start * 10 + (c - '0');
        if (++digits == digitsOfStart)
            return start;
    }
    return -1;
}

} // namespace

void PhoneTally::add(qint64 record, std::string_view text)
{
    const int start = startOf(text);
    if (start < 0) {
        ++m_seen.national;
        see(m_seen.nationalExample, record, text);
        return;
    }
    ++m_seen.international;
    count(start, 1, text);
}

void PhoneTally::count(int start, qint64 rows, std::string_view example)
{
    const auto found = m_starts.find(start);
    if (found != m_starts.end())
        found->second.rows += rows;
    else if (m_starts.size() < mostStarts)
        m_starts.emplace(start, Start { rows, std::string(example.substr(0, longestSeenValue)) });
}

void PhoneTally::add(const PhoneTally &later, qint64 firstRecord)
{
    m_seen.international += later.m_seen.international;
    m_seen.national += later.m_seen.national;
    see(m_seen.nationalExample, later.m_seen.nationalExample, firstRecord);
    for (const auto &[start, seen] : later.m_starts)
        count(start, seen.rows, seen.example);
}

PhoneSurvey PhoneTally::result() const
{
    PhoneSurvey survey = m_seen;
    std::map<QString, qint64> regions;
    for (const auto &[start, seen] : m_starts) {
        const QString region = phoneRegionOf(seen.example);
        if (!region.isEmpty())
            regions[region] += seen.rows;
    }
    for (const auto &[region, rows] : regions) {
        if (rows * 2 > survey.international)
            survey.region = region;
    }
    return survey;
}

} // namespace rowlift
