#pragma once

#include "ui/desk/file_desk.h"

#include <optional>
#include <vector>

namespace rowlift::ui {

/// Something to know about the file, with the rows to look at.
struct Finding {
    QString id; ///< Of the kind and the column: what the person says of it is kept under this.
    QString text;
    int weight = 0;
    int column = -1; ///< -1: the rows as a whole.
    qint64 count = 0; ///< Rows, exact; 0: it is about no rows.
    std::vector<qint64> records; ///< The first of them, ascending.
    std::optional<FileFact> fact; ///< Where there may be more rows than are listed.
    bool settled = false; ///< The person said that it is no problem.

    bool isQuiet() const { return weight < 20; }
    bool isEarlierResult() const { return fact && fact->kind == FileFact::Kind::EarlierResult; }
    bool operator==(const Finding &) const = default;
};

/// What a full pass found, the weightiest first; those that the person has settled last.
std::vector<Finding> findingsOf(const FileDesk::Snapshot &file);

/// One problem as a sentence for its row. Names of columns are those of \a columns.
QString problemSentence(const FileProblem &problem, const QStringList &columns);

/// "48.2 MB · 1,204,308 rows · 16 columns · last changed today 09:58"
QString aboutFile(const FileDesk::Snapshot &file, const QDateTime &now);

/// What is said while a file is being opened: "Reading the file…", "Reading the workbook… 40 %".
QString readingWords(const FileDesk::Snapshot &file);

/// What a row is that is no row of data: "header", "title, not imported".
QString roleTag(const TextRow &row);

/// The icon for what a column's values look like (empty for none).
QString kindIcon(ColumnKind kind);

/// A row number as typed, with or without the locale's separators; 0 when it is none.
qint64 rowNumberIn(const QString &typed);

/// A count for %n, which takes no more than an int.
int plural(qint64 count);

} // namespace rowlift::ui
