#pragma once

#include "app/run/record_pass.h"
#include "app/run/row_schedule.h"
#include "app/service/outcome.h"

namespace rowlift {

/// Lays the rows of \a schedule, which busy records had kept out for \a reasons (of some of them), into small
/// parts: a fifth of the rows each, but at least 200 and at most 2,000, and no more than \a kind takes. Rows
/// with one parent are in one part, one behind the other, unless they are more than that. Parents are the
/// records that reference fields name; one that a reason names counts most, then one in a field that it
/// names. The order of rows with one key stays as it was. Reads the rows once; takes some 30 bytes for each.
/// Nothing is changed where the service wants rows of a key together, or they form one record.
Done orderByParents(RowSchedule &schedule, const RecordPass &records, const JobKind &kind,
                    const std::vector<Reason> &reasons, const std::stop_token &stop);

} // namespace rowlift
