#pragma once

#include "app/base/progress.h"
#include "app/run/ledger_reader.h"
#include "app/service/service.h"

#include <optional>
#include <stop_token>

namespace rowlift {

enum class ReportKind {
    Failed, ///< Failed, not processed and unknown rows: everything that was sent and is not known to be in.
    LeftOut, ///< Rows that were not sent because of a problem.
    Warnings, ///< Rows that are in, but that the service warns of.
    AllRows ///< Every row of the file with what became of it.
};

/// Which rows a report holds.
struct ReportRows {
    ReportRows(ReportKind ofKind)
        : kind(ofKind)
    {
    }
    /// Those of one reason only.
    explicit ReportRows(const ReasonGroup &reason)
        : kind(reason.isWarning()                       ? ReportKind::Warnings
                   : reason.outcome == Outcome::LeftOut ? ReportKind::LeftOut
                                                        : ReportKind::Failed)
        , group(reason)
    {
    }

    bool hold(const RowOutcome &row) const;

    ReportKind kind;
    std::optional<ReasonGroup> group;
};

struct SavedReport {
    QString path;
    qint64 rows = 0;
    QString remark = {}; ///< What a person should know of it; empty: nothing.
};

/// Writes rows of a run as CSV: all columns of the file in their order, then what became of the row. The file
/// is UTF-8 with a byte order mark and the delimiter of the source, so that a spreadsheet program opens it as
/// it opened the source; it can be mended and imported again as it is, so the person's cells stay as they are
/// even where they begin like a formula; words of the service that do are marked as text by an apostrophe.
/// Cells beyond the header stand at the end of their row. Written whole or not at all, and never over the
/// source. Reads the whole source to make sure that it is the one that was imported. When it has gone, or is
/// another one, the report holds what the ledger knows: rows by their number, with blank cells, and none that
/// were not sent; SavedReport::remark says so. \a progress is told rows.
Result<SavedReport> saveReport(const QString &runFolder, const Service &service, const ReportRows &wanted,
                               const QString &path, const Progress &progress, std::stop_token stop);

/// "spring-fair - failed rows.csv"
QString reportFileName(const RunPlan &plan, ReportKind kind);
/// "Failed rows"
QString reportKindText(ReportKind kind);

} // namespace rowlift
