// Results without a mark: which row are they about?

#include "app/run/exception_matcher.h"
#include "app/run/row_hash.h"

#include <algorithm>
#include <tuple>

namespace rowlift {

namespace {

bool haveOneVerdict(const RowOutcome &one, const RowOutcome &other)
{
    return one.outcome == other.outcome && one.reason == other.reason;
}

quint64 hashOfCells(std::span<const std::string_view> cells, std::size_t columns)
{
    quint64 hash = 0;
    for (std::size_t at = 0; at < columns; ++at)
        hash = withCell(hash, cellHash(at < cells.size() ? cells[at] : std::string_view()));
    return hash | 1;
}

quint64 hashOfCells(const std::vector<quint64> &cells)
{
    quint64 hash = 0;
    for (const quint64 cell : cells)
        hash = withCell(hash, cell);
    return hash | 1;
}

quint64 hashOfFilled(std::span<const std::string_view> cells)
{
    quint64 hash = 0;
    for (const std::string_view cell : cells) {
        if (!cell.empty())
            hash = withCell(hash, cellHash(cell)) | 1;
    }
    return hash;
}

} // namespace

std::vector<int> ExceptionMatcher::givenIn(const List &list) const
{
    std::vector<int> given;
    for (int field = 0; field < m_fields.size(); ++field) {
        if (list.hasCells[static_cast<std::size_t>(field)] != 0)
            given.push_back(field);
    }
    return given;
}

/// By the cells that \a list has given back at all.
ExceptionMatcher::Way ExceptionMatcher::byGiven(std::size_t list) const
{
    const std::vector<int> given = givenIn(m_lists[list]);
    return { .ofStray =
                 [list, given](const Stray &stray) {
                     return stray.isShort || stray.list != list || given.empty()
                         ? 0
                         : rowHash(std::span<const quint64>(stray.cells), given) | 1;
                 },
             .ofRow = [given](Cells cells) { return rowHash(cells, given) | 1; } };
}

bool ExceptionMatcher::isOpen(const Stray &stray, bool failed) const
{
    return !stray.isDone && !stray.isSpare && (stray.outcome.outcome == Outcome::Failed) == failed;
}

Done ExceptionMatcher::placeStrays(bool failed)
{
    if (std::ranges::none_of(m_strays, [&](const Stray &stray) { return isOpen(stray, failed); }))
        return {};
    const auto isWhole = [this](const Stray &stray) { return m_lists[stray.list].isWhole && !stray.isShort; };
    std::vector<Way> ways;
    ways.push_back({ .ofStray = [](const Stray &stray) { return stray.isShort ? stray.filled : 0; },
                     .ofRow = hashOfFilled });
    if (m_keyAt >= 0) {
        const auto key = static_cast<std::size_t>(m_keyAt);
        ways.push_back(
            { .ofStray = [isWhole](const Stray &stray) { return isWhole(stray) ? stray.key : 0; },
              .ofRow = [this, key](Cells cells) { return key < cells.size() ? keyHash(cells[key]) : 0; } });
    }
    ways.push_back(
        { .ofStray = [isWhole](const Stray &stray) { return isWhole(stray) ? hashOfCells(stray.cells) : 0; },
          .ofRow = [this](Cells cells) { return hashOfCells(cells, m_cells.size()); } });
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        if (m_lists[list].isWhole)
            ways.push_back(byGiven(list)); // a column may have come back without its cells
    }
    for (const Way &way : ways) {
        if (auto looked = look(way, failed); !looked)
            return looked;
    }
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        if (m_lists[list].isWhole)
            continue;
        if (auto looked = lookInGaps(list, failed); !looked)
            return looked;
    }
    return {};
}

Done ExceptionMatcher::look(const Way &way, bool failed)
{
    // Strays that look alike, are of one list and could so far be about the same rows.
    using Group = std::tuple<quint64, std::size_t, int>;
    std::map<Group, std::vector<Stray *>> groups;
    std::map<quint64, Candidates> found;
    for (Stray &stray : m_strays) {
        const quint64 hash = isOpen(stray, failed) ? way.ofStray(stray) : 0;
        if (hash == 0)
            continue;
        groups[{ hash, stray.list, stray.left }].push_back(&stray);
        found[hash];
    }
    if (groups.empty())
        return {};
    quint32 row = 0;
    const Done read = m_rows.read([&](std::string_view, Cells cells) {
        const quint64 hash = way.ofRow(cells);
        if (const auto wanted = hash == 0 ? found.end() : found.find(hash); wanted != found.end())
            wanted->second.push_back({ .all = hashOfCells(cells, m_cells.size()), .row = row });
        ++row;
    });
    if (!read)
        return read;
    for (const auto &[group, strays] : groups)
        narrow(strays, found[std::get<0>(group)]);
    return {};
}

/// In a list that lacks columns: either they are left out of every row, and the others stand where the header
/// says (if the service writes values its own way, the key does); or each row lacks its own blank cells, and
/// the header is that of another one. Nobody can tell, so both count.
Done ExceptionMatcher::lookInGaps(std::size_t list, bool failed)
{
    const Way given = byGiven(list);
    const auto key = static_cast<std::size_t>(m_keyAt);
    using Looks = std::tuple<quint64, quint64, quint64>; // by the header, by the key, by filled cells
    std::map<Looks, std::vector<Stray *>> groups;
    std::map<quint64, Candidates> byHeader;
    std::map<quint64, Candidates> byKey;
    std::map<quint64, Candidates> byFilled;
    for (Stray &stray : m_strays) {
        if (!isOpen(stray, failed) || stray.list != list || stray.isShort)
            continue;
        const Looks looks { given.ofStray(stray), stray.key, stray.filled };
        groups[looks].push_back(&stray);
        byHeader[std::get<0>(looks)];
        byKey[std::get<1>(looks)];
        byFilled[std::get<2>(looks)];
    }
    if (groups.empty())
        return {};
    quint32 row = 0;
    const Done read = m_rows.read([&](std::string_view, Cells cells) {
        const Candidate candidate { .all = hashOfCells(cells, m_cells.size()), .row = row++ };
        const auto add = [&candidate](std::map<quint64, Candidates> &found, quint64 hash) {
            if (const auto wanted = hash == 0 ? found.end() : found.find(hash); wanted != found.end())
                wanted->second.push_back(candidate);
        };
        add(byHeader, given.ofRow(cells));
        add(byKey, m_keyAt >= 0 && key < cells.size() ? keyHash(cells[key]) : 0);
        add(byFilled, hashOfFilled(cells));
    });
    if (!read)
        return read;
    for (const auto &[looks, strays] : groups) {
        const Candidates &inPlace = byHeader[std::get<0>(looks)];
        const Candidates &filled = byFilled[std::get<2>(looks)];
        Candidates rows;
        std::ranges::set_union(inPlace.empty() ? byKey[std::get<1>(looks)] : inPlace, filled,
                               std::back_inserter(rows), {}, &Candidate::row, &Candidate::row);
        narrow(strays, rows);
    }
    return {};
}

void ExceptionMatcher::narrow(Alike alike, const Candidates &found)
{
    Candidates rows = found;
    if (const int left = alike.front()->left; left >= 0) {
        rows.clear();
        std::ranges::set_intersection(found, m_left[static_cast<std::size_t>(left)], std::back_inserter(rows),
                                      {}, &Candidate::row, &Candidate::row);
    }
    if (alike.front()->outcome.outcome != Outcome::Failed)
        rows = withoutFailed(rows);
    if (rows.empty())
        return;
    place(alike, rows);
    if (std::ranges::all_of(alike, &Stray::isDone))
        return;
    m_left.push_back(std::move(rows));
    for (Stray *stray : alike)
        stray->left = static_cast<int>(m_left.size()) - 1;
}

/// A row that failed is not in, so it is not the one that is warned of, if there is another.
ExceptionMatcher::Candidates ExceptionMatcher::withoutFailed(const Candidates &rows) const
{
    Candidates kept;
    std::ranges::copy_if(rows, std::back_inserter(kept),
                         [this](const Candidate &row) { return !m_said.hasFailed(row.row); });
    return kept.empty() ? rows : kept;
}

void ExceptionMatcher::place(Alike alike, const Candidates &rows)
{
    if (rows.size() == 1) { // a row may be named several times
        for (Stray *stray : alike) {
            m_said.name(rows.front().row, std::move(stray->outcome));
            stray->isDone = true;
        }
        return;
    }
    const bool areSame = std::ranges::all_of(alike, [&alike](const Stray *stray) {
        return haveOneVerdict(stray->outcome, alike.front()->outcome);
    });
    const bool areEqual
        = std::ranges::all_of(rows, [&rows](const Candidate &row) { return row.all == rows.front().all; });
    if (!areEqual && !(areSame && alike.size() >= rows.size()))
        return; // one of them would be guessed
    for (std::size_t number = 0; number < std::min(rows.size(), alike.size()); ++number) {
        RowOutcome &outcome = alike[number]->outcome;
        outcome.recordId.clear(); // which of them has which record cannot be told
        m_said.name(rows[number].row, std::move(outcome));
        alike[number]->isDone = true;
    }
    for (std::size_t number = rows.size(); number < alike.size(); ++number)
        alike[number]->isSpare = true;
}

} // namespace rowlift
