#pragma once

#include "app/practice/csv_rows.h"
#include "app/practice/marketo/exception_files.h"
#include "app/practice/marketo/import_job.h"
#include "app/practice/marketo/judge.h"
#include "app/practice/service.h"

#include <QByteArray>
#include <QString>

namespace rowlift::practice::marketo {

/// Works one import off, some rows at a time; takes up where a killed server left. Belongs to the worker's
/// thread.
class ImportRun {
public:
    ImportRun(const Surroundings &around, ImportJob job, const QString &folder, ImportPlan plan,
              Store &store);

    /// False: the import fails with words().
    bool open();
    /// Judges up to \a rows rows in one transaction.
    void step(qint64 rows);

    bool done() const { return m_done; }
    /// Why it fails; empty while it does not.
    const QByteArray &words() const { return m_words; }
    const ImportProgress &progress() const { return m_progress; }

private:
    void row();

    const Surroundings &m_around;
    const ImportJob m_job;
    Store &m_store;
    Judge m_judge;
    CsvRows m_csv;
    CsvRows::Row m_row;
    std::size_t m_columns = 0;
    ExceptionFile m_failures;
    ExceptionFile m_warnings;
    ImportProgress m_progress;
    qint64 m_failAt = -1;
    qint64 m_dropped = 0; ///< So many failures are not named.
    bool m_done = false;
    QByteArray m_words;
};

/// How many rows an upload has below its header; -1 when it has no header, either. Empty lines do not count.
qint64 rowsIn(const QString &path, char delimiter);

} // namespace rowlift::practice::marketo
