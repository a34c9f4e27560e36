#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"

#include <QStringList>

namespace rowlift {

/// What the person has said of a file once and for all. Kept beside the drafts; forgotten when the file
/// changes.
struct FileNotes {
    QStringList settled; ///< Ids of things to know that are no problem.
    bool plainFile
        = false; ///< It looks like the result of an earlier load, and is to be treated as any file.

    bool operator==(const FileNotes &) const = default;
};

/// Those on \a path as it is now (\a stamp), from \a folder; empty ones when there are none.
FileNotes readFileNotes(const QString &folder, const QString &path, const FileStamp &stamp);
Done saveFileNotes(const QString &folder, const QString &path, const FileStamp &stamp,
                   const FileNotes &notes);

} // namespace rowlift
