#pragma once

#include "ui/desk/run_desk.h"
#include "ui/widgets/notice.h"

#include <optional>

namespace rowlift::ui {

/// What the results of a run ask of the person, or leave open. Ids: interrupted, end, unknown, sentTwice,
/// refused, copy, profile.
QList<Notice> resultNotices(const RunDesk &desk);
/// Whether sending parts again of which nobody can tell may add rows a second time.
bool sendingAgainAsksFirst(const RunResults &results);
/// Stands in the place of "unknown" until it is answered.
Notice sendAgainQuestion(const RunDesk &desk);
/// That the file is gone or has changed, as soon as that is known. Id: file.
std::optional<Notice> fileNotice(const RunResults &results);
/// "9,926 rows are in, 37 failed": the heading of the results. \a soFar: while it runs.
QString resultHeading(const RunResults &results, bool soFar);

} // namespace rowlift::ui
