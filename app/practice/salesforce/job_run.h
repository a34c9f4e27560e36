#pragma once

#include "app/practice/csv_rows.h"
#include "app/practice/salesforce/job_results.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/salesforce/parent_locks.h"
#include "app/practice/service.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace rowlift::practice::salesforce {

/// Works one job off in chunks of 200 rows. Belongs to the worker's thread; takes up where a killed server
/// left.
class JobRun {
public:
    /// Where jobs run.
    struct Place {
        const Surroundings &around;
        const Catalog &catalog;
        Org &org;
        ParentLocks &locks;
    };

    JobRun(const Place &place, Records &records, Job job, const QString &folder);
    ~JobRun();
    Q_DISABLE_COPY_MOVE(JobRun)

    /// Reads the file once for its form and resolves the header. False: the job fails with errorMessage().
    bool open();
    /// Judges up to \a chunks chunks in one transaction.
    void step(qint64 chunks);

    bool done() const { return m_done; }
    QByteArray errorMessage() const { return m_error; }
    JobProgress progress() const { return m_progress; }
    qint64 rows() const { return m_rows; }
    qint64 chunksDone() const { return (m_progress.rows + chunkRows - 1) / chunkRows; }

    static constexpr qint64 chunkRows = 200; ///< Source: contracts/salesforce.md, 3.11.
    static constexpr qint64 batchRows = 10'000; ///< Source: the same.

private:
    bool examine();
    bool readHeader();
    void chunk();
    void row(const CsvRows::Row &row);
    std::optional<RowError> form(const CsvRows::Row &row) const;
    bool unlucky() const;
    bool mayGoOn();
    void echo(QByteArray &out, const CsvRows::Row &row) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
    ParentLocks &m_locks;
    Records &m_records;
    Job m_job;
    QString m_folder;
    CsvRows m_csv;
    CsvRows::Row m_row;
    Header m_header;
    std::vector<std::size_t> m_echoOrder;
    std::vector<Cell> m_cells;
    std::unique_ptr<Judge> m_judge;
    ResultFile m_successful;
    ResultFile m_failed;
    ChunkRows m_successfulRows;
    ChunkRows m_failedRows;
    JobProgress m_progress;
    qint64 m_rows = 0;
    qint64 m_failAt = -1;
    int m_lockShare = 0;
    bool m_keepOrder = false;
    bool m_blankMiscased = false;
    bool m_hideIds = false; ///< Marketing objects. Source: contracts/salesforce.md, 3.7.
    bool m_done = false;
    QByteArray m_error;
};

/// What the cells of a row are written to; empty ones are left out.
void cellsOf(const Header &header, const CsvRows::Row &row, std::vector<Cell> *cells);
/// The header line of a job's result files behind the `sf__` cells: as uploaded, unless the columns were
/// sorted.
QByteArray echoedHeader(const Job &job, const QString &folder);
/// The upload's first record as it stands in the file.
QByteArray uploadedHeader(const Job &job, const QString &folder);
/// The offset behind the upload's first record.
qint64 uploadedHeaderEnd(const Job &job, const QString &folder);

} // namespace rowlift::practice::salesforce
