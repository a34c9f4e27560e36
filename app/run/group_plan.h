#pragma once

#include "app/run/part_cutter.h"
#include "app/run/repeated_rows.h"
#include "app/run/row_schedule.h"

namespace rowlift {

/// Lets the rows of \a repeats that share their key form one record each (RepeatedKeys::Groups), and gathers
/// these into parts. How large a record becomes is reckoned from what each of its rows adds to the first; as
/// no more than some megabytes of first rows are kept in mind, it may be taken for larger than it is, so that
/// a part has fewer records than fit, but never for too large: that is looked at exactly. Records that are
/// larger than \a mostBytes allows, or of which a row cannot be sent, are held back as a whole.
Done putInGroups(RowSchedule &schedule, const Repeats &repeats, RecordPass &records, const RecordKey &key,
                 const PartLimits &limits, qint64 mostBytes, const std::stop_token &stop);

} // namespace rowlift
