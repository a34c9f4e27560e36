#pragma once

#include "app/run/ledger.h"
#include "app/run/part_cutter.h"
#include "app/run/row_schedule.h"

#include <functional>

namespace rowlift {

/// Cuts the rows of a schedule into parts and writes each into a file: for plan and run alike.
class PartMaker {
public:
    struct Wish {
        PartLimits limits;
        std::function<QString(qint64 number)> pathOf; ///< Absolute.
        bool forRun = false; ///< Files may replace others, and members and hashes are wanted.
        bool waits = false; ///< Before sweep 0, too: rows sent earlier may have the same keys.
        PlanMark from = {}; ///< Where the rows of the first part begin.
        qint64 number = 1; ///< Of the first part.
    };
    /// A part is in its file. An error ends the making.
    using OnPart = std::function<Done(PartRecord part, PartMembers members)>;
    /// What follows must wait for all parts before.
    using OnWait = std::function<Done()>;

    /// Both outlive it.
    PartMaker(RecordPass &records, const RowSchedule &schedule)
        : m_records(records)
        , m_schedule(schedule)
    {
    }

    /// Makes all parts from Wish::from on. A file that \a onPart was not told of is gone in the end.
    Done make(const Wish &wish, const OnPart &onPart, const OnWait &onWait, const std::stop_token &stop);
    const RecordPass::Seen &seen() const { return m_seen; } ///< In the first sweep.

private:
    RecordPass &m_records;
    const RowSchedule &m_schedule;
    RecordPass::Seen m_seen;
};

} // namespace rowlift
