#include "app/report/report.h"

#include "app/draft/rows.h"
#include "app/report/report_file.h"
#include "app/run/outcome_text.h"
#include "app/run/run_source.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Report)
};

constexpr qint64 rowsAtATime = 2'000;

bool belongsTo(ReportKind kind, Outcome outcome)
{
    switch (kind) {
    case ReportKind::Failed:
        return outcome == Outcome::Failed || outcome == Outcome::NotProcessed || outcome == Outcome::Unknown;
    case ReportKind::LeftOut:
        return outcome == Outcome::LeftOut;
    case ReportKind::AllRows:
        return true;
    }
    return false;
}

/// A refused record may have one that is there already, which is not its own.
QString detailsOf(const RowOutcome &row)
{
    if (row.outcome != Outcome::Failed || row.recordId.isEmpty())
        return row.reason.text;
    //: %1 the service's own words, %2 a record id
    return ReportWords::tr("%1 (existing record %2)").arg(row.reason.text, row.recordId);
}

QStringList ownColumns()
{
    return { ReportWords::tr("Rowlift row"),    ReportWords::tr("Rowlift result"),
             ReportWords::tr("Rowlift reason"), ReportWords::tr("Rowlift details"),
             ReportWords::tr("Rowlift code"),   ReportWords::tr("Rowlift record id") };
}

/// Outcomes of the ledger in file order, fetched some thousand rows at a time.
class Outcomes {
public:
    explicit Outcomes(LedgerReader &reader)
        : m_reader(reader)
    {
    }

    Result<RowOutcome> of(qint64 record)
    {
        if (record > m_last) {
            auto fetched = m_reader.allOutcomes(record, record + rowsAtATime - 1);
            if (!fetched)
                return tl::unexpected(fetched.error());
            m_rows = std::move(*fetched);
            m_last = record + rowsAtATime - 1;
        }
        return m_rows[static_cast<size_t>(record - m_rows.front().record)];
    }

private:
    LedgerReader &m_reader;
    std::vector<RowOutcome> m_rows;
    qint64 m_last = -1;
};

class ReportWriter {
public:
    ReportWriter(const Service &service, Schema schema, char delimiter, qsizetype columns)
        : m_service(service)
        , m_schema(std::move(schema))
        , m_delimiter(delimiter)
        , m_columns(static_cast<size_t>(columns))
    {
    }

    void head(const QStringList &header, QByteArray &out)
    {
        out += "\xEF\xBB\xBF";
        std::vector<QByteArray> cells;
        for (const QString &name : header + ownColumns())
            cells.push_back(name.toUtf8());
        append(cells, out);
    }

    void row(std::span<const std::string_view> cells, const RowOutcome &outcome, QByteArray &out)
    {
        const Explanation why = outcome.reason == Reason {}
            ? Explanation {}
            : explainReason(m_service, m_schema, outcome.reason);
        const bool own = outcome.reason.code.startsWith(ownReasonPrefix);
        std::vector<QByteArray> all;
        for (size_t column = 0; column < std::max(m_columns, cells.size()); ++column)
            all.emplace_back(column < cells.size() ? QByteArray(cells[column].data(),
                                                                static_cast<qsizetype>(cells[column].size()))
                                                   : QByteArray());
        // Cells beyond the header go behind ours, which would be moved by them.
        const auto headed = all.begin() + static_cast<std::ptrdiff_t>(m_columns);
        const std::vector<QByteArray> beyond(headed, all.end());
        all.erase(headed, all.end());
        all.push_back(QByteArray::number(outcome.record + 1));
        all.push_back(outcomeText(outcome.outcome).toUtf8());
        all.push_back(textForSpreadsheet(why.sentence));
        all.push_back(own ? QByteArray() : textForSpreadsheet(detailsOf(outcome)));
        all.push_back(own ? outcome.reason.code.mid(ownReasonPrefix.size()).toUtf8()
                          : textForSpreadsheet(outcome.reason.code));
        all.push_back(outcome.outcome == Outcome::Failed ? QByteArray()
                                                         : textForSpreadsheet(outcome.recordId));
        all.insert(all.end(), beyond.begin(), beyond.end());
        append(all, out);
    }

private:
    void append(const std::vector<QByteArray> &cells, QByteArray &out) const
    {
        appendCells(out, cells, m_delimiter);
    }

    const Service &m_service;
    Schema m_schema;
    char m_delimiter;
    size_t m_columns;
};

/// The draft to read the cells with. \a beside: the run's folder, for what must be made to compare.
Result<Draft> sourceFor(const RunPlan &plan, const QString &beside, const std::stop_token &stop)
{
    // A folder of its own: the run itself may be going on.
    const QTemporaryDir folder(beside + u"/report-XXXXXX"_s);
    return draftTakenUpAgain(plan, folder.path(), stop);
}

QString withoutCells(const RunPlan &plan)
{
    return ReportWords::tr("“%1” is gone, or is not the file that was imported any more. So the report names "
                           "rows by their number, without their cells, and rows that were not sent are not "
                           "in it.")
        .arg(QFileInfo(plan.draft.file).fileName());
}

/// What a report is made of.
struct ReportParts {
    const RunPlan &plan;
    const ReportRows &wanted;
    LedgerReader &ledger;
    ReportWriter &writer;
    ReportFile &file;
    const Progress &progress;
    std::stop_token stop;
};

/// Every row of \a draft that belongs to the report.
Result<qint64> writeRows(const ReportParts &report, const Draft &draft, QByteArray &block)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    Outcomes outcomes(report.ledger);
    qint64 written = 0;
    RowView row;
    for (qint64 seen = 0;; ++seen) {
        if (report.stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return written;
        const auto outcome = outcomes.of(row.record);
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (report.wanted.hold(*outcome)) {
            report.writer.row(row.cells, *outcome, block);
            ++written;
        }
        if (const Done done = report.file.writeWhenLarge(block); !done)
            return tl::unexpected(done.error());
        if (seen % rowsAtATime == 0)
            report.progress.tell(seen, report.plan.rows);
    }
}

/// The same of what the ledger knows.
Result<qint64> writeKnownRows(const ReportParts &report, QByteArray &block)
{
    const auto last = report.ledger.lastKnownRecord();
    if (!last)
        return tl::unexpected(last.error());
    qint64 written = 0;
    for (qint64 from = 0; from <= *last; from += rowsAtATime) {
        if (report.stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto rows = report.ledger.allOutcomes(from, std::min(from + rowsAtATime - 1, *last));
        if (!rows)
            return tl::unexpected(rows.error());
        for (const RowOutcome &row : *rows) {
            // Which lines of the file are rows, nobody can tell without it.
            if (row.outcome == Outcome::NotSent || !report.wanted.hold(row))
                continue;
            report.writer.row({}, row, block);
            ++written;
        }
        if (const Done done = report.file.writeWhenLarge(block); !done)
            return tl::unexpected(done.error());
        report.progress.tell(from, *last);
    }
    return written;
}

} // namespace

bool ReportRows::hold(const RowOutcome &row) const
{
    if (!group)
        return belongsTo(kind, row.outcome);
    return row.outcome == group->outcome && row.reason.code == group->code
        && row.reason.field == group->field;
}

Result<SavedReport> saveReport(const QString &runFolder, const Service &service, const ReportRows &wanted,
                               const QString &path, const Progress &progress, std::stop_token stop)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const RunPlan &plan = (*reader)->plan();
    auto schema = service.schemaFrom(plan.describe);
    if (!schema)
        return tl::unexpected(schema.error());
    ReportFile file(path);
    if (const Done opened = file.open(plan.draft.file); !opened)
        return tl::unexpected(opened.error());
    const auto source = sourceFor(plan, runFolder, stop);
    if (!source && (source.error().cancelled() || stop.stop_requested()))
        return tl::unexpected(cancelledError());

    ReportWriter writer(service, std::move(*schema), reportDelimiter(plan.draft.dialect),
                        plan.draft.header.size());
    QByteArray block;
    writer.head(plan.draft.header, block);
    const ReportParts report { .plan = plan,
                               .wanted = wanted,
                               .ledger = **reader,
                               .writer = writer,
                               .file = file,
                               .progress = progress,
                               .stop = std::move(stop) };
    const auto rows = source ? writeRows(report, *source, block) : writeKnownRows(report, block);
    if (!rows)
        return tl::unexpected(rows.error());
    if (source && FileStamp::of(source->file) != source->stamp)
        return tl::unexpected(sourceChanged(plan, path)); // while it was read: nobody knows what came of it
    if (const Done done = file.commit(block); !done)
        return tl::unexpected(done.error());
    return SavedReport { .path = path, .rows = *rows, .remark = source ? QString() : withoutCells(plan) };
}

QString reportKindText(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Failed:
        return ReportWords::tr("Failed rows");
    case ReportKind::LeftOut:
        return ReportWords::tr("Left-out rows");
    case ReportKind::AllRows:
        return ReportWords::tr("All rows with results");
    }
    return {};
}

QString reportFileName(const RunPlan &plan, ReportKind kind)
{
    QString what = reportKindText(kind);
    what[0] = what.at(0).toLower(); // the first letter only: German nouns keep their capitals
    //: File name: %1 the imported file's name, %2 "failed rows"
    return ReportWords::tr("%1 - %2.csv").arg(QFileInfo(plan.draft.file).completeBaseName(), what);
}

} // namespace rowlift
