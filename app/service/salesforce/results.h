#pragma once

#include "app/schema/schema.h"
#include "app/service/part_loader.h"

namespace rowlift::salesforce {

/// The three result files of a job.
enum class ResultFile { Successful, Failed, Unprocessed };

/// Hands the rows of a result file at \a path to \a sink. Columns are looked up by name, in any order and
/// case; those that are not among \a fields are passed over. An empty file, or one with a header alone, has
/// no rows.
///
/// \a wholeJob is the reason of unprocessed rows. Fails with BadReply when the file is none of ours.
/// Source: contracts/salesforce.md, 3.7.
Done readResults(const QString &path, ResultFile which, Operation operation, const QStringList &fields,
                 const Reason &wholeJob, ResultSink &sink, std::stop_token stop);

} // namespace rowlift::salesforce
