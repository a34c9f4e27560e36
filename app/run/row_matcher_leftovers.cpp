#include "app/run/row_hash.h"
#include "app/run/row_matcher.h"

#include <algorithm>
#include <map>
#include <set>

namespace rowlift {

namespace {

bool cameToTheSame(const RowOutcome &one, const RowOutcome &other)
{
    return one.outcome == other.outcome && one.reason == other.reason;
}

} // namespace

RowMatcher::Columns RowMatcher::lackedBy(const List &list) const
{
    Columns lacked;
    for (const int column : m_columns) {
        const auto index = static_cast<size_t>(column);
        if (m_sentHas[index] && !list.hasCells[index])
            lacked.push_back(column);
    }
    return lacked;
}

RowMatcher::Columns RowMatcher::givenColumns() const
{
    std::set<std::size_t> lists;
    for (const Leftover &leftover : m_leftovers)
        lists.insert(leftover.list);
    Columns given;
    std::ranges::copy_if(m_columns, std::back_inserter(given), [&](int column) {
        return std::ranges::all_of(lists, [&](std::size_t list) {
            return m_lists[list].hasCells[static_cast<size_t>(column)] != 0;
        });
    });
    return given;
}

Result<std::vector<std::size_t>> RowMatcher::doubtful() const
{
    std::vector<std::size_t> found;
    for (std::size_t number = 0; number < m_lists.size(); ++number) {
        const std::size_t from = m_lists[number].firstOutcome;
        const std::size_t to
            = number + 1 < m_lists.size() ? m_lists[number + 1].firstOutcome : m_outcomes.size();
        const Columns lacked = lackedBy(m_lists[number]);
        if (lacked.empty() || from == to)
            continue;
        Columns given;
        std::ranges::set_difference(m_columns, lacked, std::back_inserter(given));
        std::vector<quint64> looks; // by row: what the list would give back of it
        std::set<quint64> several; // looks of rows that are not blank where the list has nothing
        looks.reserve(m_records.size());
        const Done read = readRows([&](std::span<const std::string_view> cells) {
            looks.push_back(rowHash(cells, given));
            if (std::ranges::any_of(lacked, [&](int column) {
                    const auto index = static_cast<std::size_t>(column);
                    return index < cells.size() && !cells[index].empty();
                }))
                several.insert(looks.back());
        });
        if (!read)
            return tl::unexpected(read.error());
        for (std::size_t outcome = from; outcome < to; ++outcome) {
            if (several.contains(looks[m_rowOf[outcome]]))
                found.push_back(outcome);
        }
    }
    return found;
}

Done RowMatcher::takeBack(const std::vector<std::size_t> &outcomes)
{
    if (outcomes.empty())
        return {};
    std::map<quint32, std::size_t> outcomeOf; // by row
    for (const std::size_t outcome : outcomes)
        outcomeOf.emplace(m_rowOf[outcome], outcome);
    const qsizetype key = m_fields.indexOf(m_keyField);
    quint32 row = 0;
    const Done read = readRows([&](std::span<const std::string_view> cells) {
        const auto found = outcomeOf.find(row++);
        if (found == outcomeOf.end())
            return;
        m_placed[found->first] = false;
        const auto list = std::ranges::upper_bound(m_lists, found->second, {}, &List::firstOutcome);
        std::vector<quint64> hashes;
        for (const int column : m_columns) {
            const auto index = static_cast<std::size_t>(column);
            hashes.push_back(cellHash(index < cells.size() ? cells[index] : std::string_view()));
        }
        RowOutcome &outcome = m_outcomes[found->second];
        outcome.record = -1;
        keep(std::move(outcome), std::move(hashes),
             key < 0 ? 0 : keyHash(cells[static_cast<std::size_t>(key)]),
             static_cast<std::size_t>(list - m_lists.begin()) - 1);
    });
    if (!read)
        return read;
    std::size_t kept = 0;
    auto taken = outcomes.begin();
    for (std::size_t outcome = 0; outcome < m_outcomes.size(); ++outcome) {
        if (taken != outcomes.end() && *taken == outcome) {
            ++taken;
            continue;
        }
        if (kept != outcome) {
            m_outcomes[kept] = std::move(m_outcomes[outcome]);
            m_rowOf[kept] = m_rowOf[outcome];
        }
        ++kept;
    }
    m_outcomes.resize(kept);
    m_rowOf.resize(kept);
    return {};
}

Done RowMatcher::matchLeftoversBy(const std::function<quint64(const Leftover &)> &of, const RowHash &hash)
{
    std::vector<std::pair<quint64, std::size_t>> open;
    for (std::size_t index = 0; index < m_leftovers.size(); ++index) {
        if (const quint64 own = m_isDone[index] ? 0 : of(m_leftovers[index]); own != 0)
            open.emplace_back(own, index);
    }
    if (open.empty())
        return {};
    auto rows = openRowsBy(hash);
    if (!rows)
        return tl::unexpected(rows.error());
    std::ranges::sort(open);
    std::vector<std::size_t> alike;
    for (std::size_t from = 0; from < open.size(); from += alike.size()) {
        alike.clear();
        for (std::size_t at = from; at < open.size() && open[at].first == open[from].first; ++at)
            alike.push_back(open[at].second);
        std::vector<qint64> candidates;
        while (const auto row = rows->take(open[from].first))
            candidates.push_back(*row);
        matchAlike(alike, std::move(candidates));
    }
    return {};
}

void RowMatcher::matchAlike(Alike alike, std::vector<qint64> rows)
{
    const bool same = std::ranges::all_of(alike, [&](std::size_t index) {
        return cameToTheSame(m_leftovers[index].outcome, m_leftovers[alike.front()].outcome);
    });
    if (rows.empty() || !same || rows.size() > alike.size())
        return; // one of them would be guessed
    for (std::size_t number = 0; number < rows.size(); ++number) {
        RowOutcome &outcome = m_leftovers[alike[number]].outcome;
        if (alike.size() > 1) // which of them has which record cannot be told
            outcome.recordId.clear();
        place(rows[number], std::move(outcome));
        m_isDone[alike[number]] = true;
    }
}

Done RowMatcher::matchLeftovers()
{
    if (const Columns given = givenColumns(); !given.empty()) {
        const Done matched = matchLeftoversBy(
            [&](const Leftover &leftover) { return rowHash(std::span(leftover.cells), given); },
            [&](std::span<const std::string_view> cells) { return rowHash(cells, given); });
        if (!matched)
            return matched;
    }
    const qsizetype key = m_fields.indexOf(m_keyField);
    if (key < 0)
        return {};
    return matchLeftoversBy([](const Leftover &leftover) { return leftover.key; },
                            [&](std::span<const std::string_view> cells) {
                                return keyHash(cells[static_cast<std::size_t>(key)]);
                            });
}

Result<RowMatcher::Matched> RowMatcher::finish()
{
    const auto inDoubt = doubtful();
    if (!inDoubt)
        return tl::unexpected(inDoubt.error());
    if (auto taken = takeBack(*inDoubt); !taken)
        return tl::unexpected(taken.error());
    m_isDone.assign(m_leftovers.size(), false);
    if (m_uncounted == 0) { // else there is no telling what else they could have meant
        if (auto matched = matchLeftovers(); !matched)
            return tl::unexpected(matched.error());
    }
    return Matched { .outcomes = std::move(m_outcomes),
                     .unplaced = m_uncounted + std::ranges::count(m_isDone, false) };
}

} // namespace rowlift
