#pragma once

#include "ui/desk/file_desk.h"

namespace rowlift::ui {

/// Something to know about the file, with the place to look at.
struct FileFact {
    FileProblem::Kind kind = FileProblem::Kind::RaggedRow;
    QString text;
    qint64 record = 0;
    int column = -1;

    bool operator==(const FileFact &) const = default;
};

/// What a full pass found, one entry for each kind of problem, the weightiest first.
std::vector<FileFact> factsOf(const FileDesk::Snapshot &file);

/// One problem as a sentence for its row. Names of columns are those of \a columns.
QString problemSentence(const FileProblem &problem, const QStringList &columns);

/// "48.2 MB · 1,204,308 rows · 16 columns · last changed today 09:58"
QString aboutFile(const FileDesk::Snapshot &file, const QDateTime &now);

/// What a column's values look like, and the icon for it (empty for none).
QString kindWord(ColumnKind kind);
QString kindIcon(ColumnKind kind);

/// A count for %n, which takes no more than an int.
int plural(qint64 count);

} // namespace rowlift::ui
