#pragma once

#include "ui/desk/file_desk.h"
#include "ui/widgets/notice.h"

namespace rowlift::ui {

/// What stands above the file at this moment: it changed, cannot be read, is open elsewhere, has no rows, is
/// large. The ids: "changed", "unreadable", "slow", "elsewhere", "noRows", "uncalculated", "large".
QList<Notice> noticesOf(const FileDesk::Snapshot &file);

/// The ids that noticesOf() may use.
QStringList noticeIds();

} // namespace rowlift::ui
