#pragma once

#include "app/run/part_cutter.h"
#include "app/run/record_pass.h"
#include "app/run/row_schedule.h"

namespace rowlift {

/// Works out the schedule of the rows of \a records (of \a attempt alone, ascending, when there are any
/// given): what a repeated key means to \a kind decides. Where it means nothing, or no key is sent, this
/// costs nothing; else a pass over the file that makes the keys alone (of the attempt: over the stretches
/// that hold its rows), and where keys repeat, another look at the rows that have them. Takes 8 bytes a row,
/// and some 100 for each of those that repeat. Rows that are left out count as if they were not there.
/// Cancelled at latest a block after \a stop.
Result<RowSchedule> scheduleRows(RecordPass &records, const JobKind &kind, const PartLimits &limits,
                                 std::optional<std::vector<qint64>> attempt, const std::stop_token &stop);

/// Of \a wanted (ascending), rows of the file of \a records, those behind which another row has the same key
/// that is not wanted: what is sent of them now would undo what that one did. Reads the file once.
Result<std::vector<qint64>> repeatedBehind(RecordPass &records, const JobKind &kind,
                                           const std::vector<qint64> &wanted, const std::stop_token &stop);

} // namespace rowlift
