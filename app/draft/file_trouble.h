#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <QString>

#include <stop_token>

namespace rowlift {

/// Why a file cannot be read at this moment, as far as the cure depends on it.
enum class FileTrouble {
    None, ///< It can be.
    Gone, ///< It, or its drive, is not there (any more): wait, or say where it is.
    Locked, ///< It is there and may not be read: another program, or another owner.
    NotATable ///< It can be read, and is no spreadsheet.
};

/// What hinders whoever wants to read \a path now, apart from what is in it. Asks the disk.
FileTrouble troubleWith(const QString &path);

/// Whether a spreadsheet program says, by the mark it leaves beside a file (`.~lock.NAME#`, `~$NAME`), that
/// it has \a path open. Asks the disk.
bool isOpenElsewhere(const QString &path);

/// Where a file is, as people say it: its drive ("Z:") where drives have letters, else its folder. Asks
/// nothing of the disk.
QString placeOf(const QString &path);

/// \a target, a file among the drafts, could not be written.
Error cannotKeep(const QString &target, const QString &why);

/// Copies \a path among the drafts, readable for its owner only, and returns the copy's path; its name stays.
/// While \a path does not change it is the same copy, and not written again. \a progress is told bytes.
Result<QString> copyForReading(const QString &path, const QString &drafts, const Progress &progress,
                               std::stop_token stop);

} // namespace rowlift
