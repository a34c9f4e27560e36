#pragma once

#include "app/base/progress.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"
#include "app/workbook/workbook.h"

namespace rowlift {

/// A file as the person chose it, and what of it is read.
struct ChosenFile {
    QString path; ///< Absolute. The person's: it is never changed.
    FileStamp stamp; ///< Of path, before anything of it was read.
    QString source; ///< The file that is read for it, one of ours; empty: path itself.
    std::vector<WorkbookSheet> sheets; ///< Of a workbook, in the order to offer; empty: it is none.
    QString sheet; ///< Of a workbook, the one that is read.
    qint64 uncalculated = 0; ///< Of a workbook: formulas without a value, whose cells are blank.

    const QString &readFrom() const { return source.isEmpty() ? path : source; }
};

/// Takes \a path for reading. A text file is taken as it is. Of a workbook \a sheet (empty: the first that
/// can be seen) is converted into a file below \a drafts, once: while neither workbook nor sheet change it is
/// used again. Row n of the sheet is record n. What was not used for 30 days is removed.
///
/// \a progress is told bytes of the unpacked sheet. Fails with a sentence when \a path is a workbook that
/// cannot be read, or has no such sheet; Storage; Cancelled. A file that is not there is left to
/// lookAtFile().
Result<ChosenFile> takeFile(const QString &path, const QString &sheet, const QString &drafts,
                            const Progress &progress, std::stop_token stop);

/// What is certain of how \a chosen is read, since its bytes are ours; the rest as in \a choice.
DialectChoice certainChoice(const ChosenFile &chosen, DialectChoice choice);

} // namespace rowlift
