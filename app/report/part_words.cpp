#include "app/report/part_words.h"

#include <algorithm>

namespace rowlift {

namespace {

/// The state of a part says nothing of why its rows are unknown: its words do.
bool saysWhy(const PartRecord &part)
{
    return part.state == PartState::Unconfirmed
        || (part.state == PartState::Settled && !part.message.isEmpty());
}

/// Rows that are unknown for good, ascending, and whether they have a reason of their own.
Result<std::vector<std::pair<qint64, bool>>> settledAsUnknown(LedgerReader &reader)
{
    const auto records = reader.records(Outcome::Unknown);
    const auto reasons = reader.reasons();
    if (!records || !reasons)
        return tl::unexpected(records ? reasons.error() : records.error());
    std::vector<std::pair<qint64, bool>> rows;
    rows.reserve(records->size());
    if (std::ranges::find(*reasons, Outcome::Unknown, &ReasonGroup::outcome) == reasons->end()) {
        for (const qint64 record : *records)
            rows.emplace_back(record, false);
        return rows;
    }
    const auto outcomes = reader.outcomes(*records);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    for (const RowOutcome &row : *outcomes)
        rows.emplace_back(row.record, row.reason != Reason {});
    return rows;
}

std::vector<qint64> allRowsOf(const PartMembers &members)
{
    std::vector<qint64> records = members.records;
    for (const PartMembers::Follower &follower : members.followers)
        records.push_back(follower.record);
    return records;
}

} // namespace

Result<std::vector<PartsSaid>> saidOfParts(LedgerReader &reader)
{
    const auto parts = reader.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    std::vector<PartsSaid> said;
    for (const PartRecord &part : *parts) {
        if (part.message.isEmpty() || !saysWhy(part))
            continue;
        auto same = std::ranges::find(said, part.message, &PartsSaid::text);
        if (same == said.end())
            same = said.insert(same, { .text = part.message, .parts = {} });
        same->parts << part.number;
    }
    return said;
}

Result<UnknownRows> UnknownRows::of(LedgerReader &reader)
{
    UnknownRows unknown;
    const auto tally = reader.tally();
    if (!tally)
        return tl::unexpected(tally.error());
    if (tally->of(Outcome::Unknown) == 0)
        return unknown;
    const auto settled = settledAsUnknown(reader);
    const auto parts = reader.parts();
    if (!settled || !parts)
        return tl::unexpected(settled ? parts.error() : settled.error());
    for (const PartRecord &part : *parts) {
        if (!saysWhy(part))
            continue;
        const auto members = reader.membersOf(part.number);
        if (!members)
            return tl::unexpected(members.error());
        auto at = unknown.m_words.indexOf(part.message);
        if (at < 0) {
            at = unknown.m_words.size();
            unknown.m_words << part.message;
        }
        for (const qint64 record : allRowsOf(*members)) {
            const auto own = std::ranges::lower_bound(*settled, record, {}, &std::pair<qint64, bool>::first);
            const bool isOwn = own != settled->end() && own->first == record;
            if (isOwn || part.state == PartState::Unconfirmed)
                unknown.m_rows.push_back(
                    { .record = record, .words = static_cast<int>(at), .hasReason = isOwn && own->second });
        }
    }
    // Of a row that was sent in several parts the last one counts.
    std::ranges::stable_sort(unknown.m_rows, {}, &Row::record);
    const auto earlier = [](const Row &row, const Row &next) { return row.record == next.record; };
    const auto rest = std::unique(unknown.m_rows.rbegin(), unknown.m_rows.rend(), earlier).base();
    unknown.m_rows.erase(unknown.m_rows.begin(), rest);
    return unknown;
}

QString UnknownRows::wordsOn(qint64 record) const
{
    const auto row = std::ranges::lower_bound(m_rows, record, {}, &Row::record);
    return row != m_rows.end() && row->record == record ? m_words.at(row->words) : QString();
}

std::vector<std::pair<QString, qint64>> UnknownRows::groups() const
{
    std::vector<std::pair<QString, qint64>> groups;
    for (const QString &words : m_words)
        groups.emplace_back(words, 0);
    for (const Row &row : m_rows)
        groups[static_cast<size_t>(row.words)].second += row.hasReason ? 0 : 1;
    std::erase_if(groups, [](const auto &group) { return group.first.isEmpty() || group.second == 0; });
    std::ranges::stable_sort(groups, std::ranges::greater(), &std::pair<QString, qint64>::second);
    return groups;
}

} // namespace rowlift
