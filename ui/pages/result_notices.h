#pragma once

#include "ui/desk/run_desk.h"
#include "ui/widgets/notice.h"

#include <optional>

namespace rowlift::ui {

/// What the results of a run ask of the person, or leave open. Ids: interrupted, end, unknown, profile.
QList<Notice> resultNotices(const RunDesk &desk);
/// That the file is gone or has changed, as soon as that is known. Id: file.
std::optional<Notice> fileNotice(const RunResults &results);
/// "9,926 rows are in, 37 failed": the heading of the results. \a soFar: while it runs.
QString resultHeading(const RunResults &results, bool soFar);

} // namespace rowlift::ui
