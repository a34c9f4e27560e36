#pragma once

#include "app/base/result.h"
#include "app/csv/dialect.h"

#include <QSaveFile>
#include <QStringList>

namespace rowlift {

/// A report while it is written: whole or not at all, and never over the imported file.
class ReportFile {
public:
    explicit ReportFile(const QString &path)
        : m_file(path)
    {
    }

    /// Fails with a sentence when it cannot be written, or is \a source.
    Done open(const QString &source);
    /// Writes \a block and empties it, but for small ones.
    Done writeWhenLarge(QByteArray &block);
    /// Writes the rest; from now on it is there.
    Done commit(const QByteArray &rest);

private:
    Done cannotSave() const;

    QSaveFile m_file;
};

/// A report is cut as its file was, where one character will do.
char reportDelimiter(const Dialect &dialect);

/// Words for a spreadsheet program, which would run a cell that begins like a formula: marked as text then.
QByteArray textForSpreadsheet(const QString &words);

/// Appends \a cells as a record.
void appendCells(QByteArray &out, const std::vector<QByteArray> &cells, char delimiter);

} // namespace rowlift
