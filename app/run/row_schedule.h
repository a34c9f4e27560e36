#pragma once

#include "app/run/ledger.h"

#include <optional>
#include <span>
#include <vector>

namespace rowlift {

/// Which rows of an attempt go out in which pass over the file: a sweep. Each sweep is cut into parts in file
/// order, and only sweep 0 into more than one where the service minds repeated keys (but for waves, where any
/// may be). The same source and plan give the same schedule, so a run goes on at a PlanMark.
///
/// - Apart: one sweep.
/// - Waves: the n-th row with a key goes out in sweep n; each waits for those before.
/// - Once: one sweep, of the first row of each key. The others follow it.
/// - Together: rows whose key occurs once in sweep 0. The rows of repeated keys are gathered: as many keys as
///   fit into a part, in the order of their first rows, are a sweep and a part each, and none waits. The rows
///   of a key that are more than the service takes at once come behind all that, in file order, in several
///   such parts of which each waits for the ones before: nothing else keeps their order.
/// - Groups: the same, but the rows of a key are one record: they are written as one, and all of them follow
///   the first. Of records that are larger than the service takes at once no row goes out.
class RowSchedule {
public:
    /// All rows in file order, or those of \a records (ascending) alone.
    explicit RowSchedule(std::optional<std::vector<qint64>> records = {});

    /// A row that does not go out in sweep 0.
    struct Later {
        int sweep = 0;
        qint64 record = 0;

        auto operator<=>(const Later &) const = default;
    };
    /// \a rows in any order, sweeps from 1 on.
    void setLater(std::vector<Later> rows);
    void setFollowers(std::vector<PartMembers::Follower> followers); ///< In any order.
    /// Instead: each portion is a sweep and a part of its own, from sweep 1 on, and is written in its order.
    struct Portion {
        std::vector<qint64> records;
        bool waits = false; ///< For all before it.
    };
    void setPortions(const std::vector<Portion> &portions);
    /// Instead, of RepeatedKeys::Groups: each of \a leaders, in the order in which they are written, is one
    /// record with the rows that follow it. \a heldBack go out in no sweep: so many of them as \a passed says
    /// are rows that a pass makes.
    void setGroups(const std::vector<Later> &leaders, std::vector<PartMembers::Follower> followers,
                   std::vector<qint64> heldBack, qint64 passed);
    void setOneParts() { m_areOneParts = true; } ///< Every sweep behind the first is a part of its own.
    void setWaits(std::vector<int> sweeps) { m_waits = std::move(sweeps); } ///< Ascending.

    int sweeps() const { return static_cast<int>(m_begins.size()); }
    /// Of the sweep, from 1 on. What is of one wave may be on its way at a time.
    int wave(int sweep) const;
    /// All parts of the sweeps before must be settled when something of this one is sent.
    bool waitsBefore(int sweep) const { return sweep > 0 && wave(sweep) > wave(sweep - 1); }
    bool isOnePart(int sweep) const { return m_areOneParts && sweep > 0; }

    /// The rows that go out in \a sweep, ascending; empty when it is sweep 0 of all rows: then it is all but
    /// those of others().
    std::optional<std::span<const qint64>> rowsOf(int sweep) const;
    /// How the rows of \a sweep are written; empty: as they stand in the file.
    std::span<const qint64> orderOf(int sweep) const;
    std::span<const qint64> others() const { return m_others; } ///< Rows not in sweep 0, ascending.
    bool isGrouped() const { return m_isGrouped; } ///< Records are written with those that follow them.
    /// Rows of records that are larger than the service takes at once, ascending; or of which a row cannot be
    /// sent.
    std::span<const qint64> heldBack() const { return m_heldBack; }
    qint64 heldBackPassed() const { return m_heldBackPassed; } ///< setGroups()
    bool hasFollowers() const { return !m_followers.empty(); }
    std::span<const PartMembers::Follower> followersOf(qint64 record) const; ///< Ascending.

private:
    void takeFromFirstSweep(std::span<const qint64> rows);

    std::optional<std::vector<qint64>> m_firstSweep;
    std::vector<qint64> m_others;
    std::vector<qint64> m_later; ///< By sweep, then by record.
    std::vector<qint64> m_order; ///< The same in the order in which they are written; empty: there is none.
    std::vector<std::size_t> m_begins; ///< In m_later, of each sweep.
    std::vector<std::size_t> m_orderBegins; ///< The same in m_order.
    std::vector<PartMembers::Follower> m_followers; ///< By of, then by record.
    std::vector<int> m_waits;
    std::vector<qint64> m_heldBack;
    qint64 m_heldBackPassed = 0;
    bool m_areOneParts = false;
    bool m_isGrouped = false;
};

} // namespace rowlift
