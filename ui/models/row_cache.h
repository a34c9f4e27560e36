#pragma once

#include "app/csv/record_index.h"
#include "ui/work/work.h"

#include <QCache>
#include <QSet>

namespace rowlift::ui {

/// Rows of a file for the screen: asked for by record, read in the background. About 32 MiB are kept, and
/// always those that were asked for last. One reader at a time; what was asked for last comes first.
class RowCache : public QObject {
    Q_OBJECT

public:
    explicit RowCache(QObject *parent = nullptr);

    /// Another file, or the same read otherwise: everything kept is dropped.
    void setFile(const QString &path, const Dialect &dialect);
    /// More is known of where records begin. Nothing is dropped.
    void setMarks(const std::vector<RowPosition> &marks);
    /// Rows that are at hand already (the first screen).
    void put(const std::vector<TextRow> &rows);

    /// Null while it is not read yet.
    const TextRow *find(qint64 record) const;
    /// Reads those of \a records that are not here; loaded() follows.
    void want(const std::vector<qint64> &records);

Q_SIGNALS:
    void loaded();
    /// What was asked for cannot be read; it is not asked for again by itself.
    void failed(const rowlift::Error &error);

private:
    void makeRoomFor(const std::vector<TextRow> &rows);
    void readNext();
    void take();

    QString m_path;
    Dialect m_dialect;
    std::vector<RowPosition> m_marks { RowPosition {} };
    mutable QCache<qint64, TextRow> m_rows; ///< Its costs are bytes.
    std::vector<qint64> m_shown; ///< Asked for last, those that were at hand too.
    std::vector<qint64> m_wanted;
    std::vector<qint64> m_asked; ///< Of the reader that is at work.
    QSet<qint64> m_absent; ///< The file has no such records, as far as it is known: not asked for again.
    Work<std::vector<TextRow>> m_reading;
};

} // namespace rowlift::ui
