#include "app/mapping/zone_table.h"

#include <algorithm>
#include <limits>

namespace rowlift {

namespace {

// The calendar repeats every 400 years, days of the week included: what rules of today say of 2100 to 2499
// holds for all that is later.
constexpr int yearOfRepeats = 2500;
constexpr std::int64_t repeats = std::int64_t(146'097) * 86'400;
constexpr std::int64_t beginOf2500 = 16'725'225'600;
// It takes many milliseconds to ask for all of these years, which hardly any file needs.
constexpr int usualYears = 2100;
constexpr std::int64_t beginOf2100 = 4'102'444'800;
constexpr std::int64_t oneDay = 86'400;
constexpr std::int64_t always = std::numeric_limits<std::int64_t>::max() / 4;

QTimeZone zoneOrSystem(const QByteArray &zone)
{
    const QTimeZone known = zone.isEmpty() ? QTimeZone() : QTimeZone(zone);
    return known.isValid() ? known : QTimeZone::systemTimeZone();
}

QDateTime utcDay(int year)
{
    return { QDate(year, 1, 1), QTime(0, 0), Qt::UTC };
}

/// The system's file lists some decades and gives a rule for all that is later. Qt comes to the rule only
/// when it is asked about times behind the list.
QTimeZone::OffsetDataList transitionsOf(const QTimeZone &zone, int untilYear)
{
    QTimeZone::OffsetDataList all;
    QDateTime from = utcDay(1);
    while (true) {
        const auto more = zone.transitions(from, utcDay(untilYear));
        if (more.isEmpty())
            return all;
        all += more;
        from = more.back().atUtc.addSecs(1);
    }
}

} // namespace

ZoneTable::ZoneTable(const QByteArray &zone)
    : m_zone(zoneOrSystem(zone))
{
    fill(usualYears);
}

void ZoneTable::fill(int untilYear)
{
    m_spans.clear();
    m_last = 0;
    std::int64_t begin = -always;
    std::int64_t offset = m_zone.offsetFromUtc(utcDay(1));
    const auto add = [&](std::int64_t untilUtc) {
        const std::int64_t end = untilUtc == always ? always : untilUtc + offset;
        if (end > begin)
            m_spans.push_back({ begin, end, offset });
        return end;
    };
    for (const auto &change : transitionsOf(m_zone, untilYear)) {
        if (change.offsetFromUtc == offset)
            continue;
        const std::int64_t at = change.atUtc.toSecsSinceEpoch();
        const std::int64_t end = add(at);
        offset = change.offsetFromUtc;
        begin = std::max(at + offset, end); // shown twice: it belongs to what was before
    }
    add(always);
    m_end = untilYear == usualYears ? beginOf2100 - oneDay : always;
}

std::optional<std::int64_t> ZoneTable::utcOf(std::int64_t local)
{
    if (local >= m_end)
        fill(yearOfRepeats);
    if (local >= beginOf2500) {
        const std::int64_t times = (local - beginOf2500) / repeats + 1;
        const auto utc = utcOf(local - times * repeats);
        return utc ? std::optional(*utc + times * repeats) : std::nullopt;
    }
    const Span &last = m_spans[m_last];
    if (local >= last.begin && local < last.end)
        return local - last.offset;
    const auto behind = std::ranges::upper_bound(m_spans, local, {}, &Span::begin);
    m_last = static_cast<std::size_t>(behind - m_spans.begin()) - 1;
    const Span &found = m_spans[m_last];
    return local < found.end ? std::optional(local - found.offset) : std::nullopt;
}

} // namespace rowlift
