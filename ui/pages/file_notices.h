#pragma once

#include "ui/desk/file_desk.h"
#include "ui/widgets/notice.h"

namespace rowlift::ui {

/// What stands above the file at this moment: it changed, cannot be read, is open elsewhere, has no rows, is
/// large, or something could not be done with it. The ids: "changed", "unreadable", "slow", "elsewhere",
/// "noRows", "uncalculated", "large", "couldNot".
QList<Notice> noticesOf(const FileDesk::Snapshot &file);

/// The ids that noticesOf() may use.
QStringList noticeIds();

} // namespace rowlift::ui
