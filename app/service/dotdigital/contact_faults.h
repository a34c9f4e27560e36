#pragma once

#include "app/base/result.h"
#include "app/service/part_loader.h"

#include <QString>

namespace rowlift::dotdigital {

/// Hands the rows of the list of faults in the file \a path to \a sink, with the columns of its header but
/// the reason's. The reason is in front; names of columns come in lower case. An empty file, or one with a
/// header alone, has no rows.
///
/// Fails with BadReply when the file is no such list. Source: contracts/dotdigital.md, 6.4.
Done readContactFaults(const QString &path, ResultSink &sink, std::stop_token stop);

} // namespace rowlift::dotdigital
