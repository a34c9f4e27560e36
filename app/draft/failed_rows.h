#pragma once

#include "app/csv/file_facts.h"

namespace rowlift {

/// Writes the header and those rows of \a path that failed in an earlier load (as \a fact, an EarlierResult,
/// tells) to a file among the drafts, readable for its owner only, and returns its path; it is called "\a
/// name (failed rows)". \a header: the names as in the file. Of the same file, read the same way, it is the
/// same one and not written again. \a progress is told bytes.
Result<QString> keepFailedRows(const QString &path, const QString &name, const Dialect &dialect,
                               const FileFact &fact, const QStringList &header, const QString &drafts,
                               const Progress &progress, std::stop_token stop);

} // namespace rowlift
