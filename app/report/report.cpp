#include "app/report/report.h"

#include "app/draft/rows.h"
#include "app/report/part_words.h"
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

bool belongsTo(ReportKind kind, const RowOutcome &row)
{
    switch (kind) {
    case ReportKind::Failed:
        return row.outcome == Outcome::Failed || row.outcome == Outcome::NotProcessed
            || row.outcome == Outcome::Unknown;
    case ReportKind::LeftOut:
        return row.outcome == Outcome::LeftOut;
    case ReportKind::Warnings:
        return isWarned(row.outcome, row.reason);
    case ReportKind::AllRows:
        return true;
    }
    return false;
}

/// Whose the record is that a row is on record with.
enum class RecordIs {
    Own, ///< What became of the row, or what it asked for by its id.
    Existing, ///< Of a refused row: one that is there already.
    Meant ///< Of a refused row: its own, or one that is in the way; nobody can tell.
};

QString detailsOf(const RowOutcome &row, RecordIs record)
{
    if (row.recordId.isEmpty() || record == RecordIs::Own)
        return row.reason.text;
    return record == RecordIs::Existing
        //: %1 the service's own words, %2 a record id
        ? ReportWords::tr("%1 (existing record %2)").arg(row.reason.text, row.recordId)
        //: %1 the service's own words, %2 a record id
        : ReportWords::tr("%1 (record %2)").arg(row.reason.text, row.recordId);
}

/// The column that names the records of \a draft by their ids; -1 without one.
int idColumnOf(const Draft &draft, const Schema &schema)
{
    const auto &columns = draft.mapping.columns;
    const auto found = std::ranges::find_if(columns, [&schema](const ColumnMapping &column) {
        const Field *field = schema.field(column.field);
        return field && field->type == FieldType::Id;
    });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

/// An id may have lost the letters at its end that only check the others.
bool isSameRecord(const QString &one, const QString &other)
{
    constexpr qsizetype withoutCheck = 15;
    const auto bare = [](const QString &id) { return QStringView(id).left(withoutCheck); };
    return one == other || (std::min(one.size(), other.size()) == withoutCheck && bare(one) == bare(other));
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

    /// As it stands in the report: of rows that nobody can tell of, what there is to say of them.
    Result<RowOutcome> told(RowOutcome row)
    {
        if (row.outcome != Outcome::Unknown || row.reason != Reason {})
            return row;
        if (!m_unknown) {
            auto unknown = UnknownRows::of(m_reader);
            if (!unknown)
                return tl::unexpected(unknown.error());
            m_unknown = std::move(*unknown);
        }
        const QString words = m_unknown->wordsOn(row.record);
        row.reason
            = { .code = ownReasonPrefix + u"unknown"_s,
                .field = {},
                .text = words.isEmpty() ? ReportWords::tr("Nobody can tell whether it arrived") : words };
        return row;
    }

private:
    LedgerReader &m_reader;
    std::optional<UnknownRows> m_unknown;
    std::vector<RowOutcome> m_rows;
    qint64 m_last = -1;
};

class ReportWriter {
public:
    ReportWriter(const Service &service, Schema schema, const Draft &draft)
        : m_service(service)
        , m_schema(std::move(schema))
        , m_operation(draft.target.operation)
        , m_idColumn(idColumnOf(draft, m_schema))
        , m_delimiter(reportDelimiter(draft.dialect))
        , m_columns(static_cast<size_t>(draft.header.size()))
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
        const RecordIs record = whose(outcome, cells);
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
        all.push_back(own ? QByteArray() : textForSpreadsheet(detailsOf(outcome, record)));
        all.push_back(own ? outcome.reason.code.mid(ownReasonPrefix.size()).toUtf8()
                          : textForSpreadsheet(outcome.reason.code));
        all.push_back(record == RecordIs::Own ? textForSpreadsheet(outcome.recordId) : QByteArray());
        all.insert(all.end(), beyond.begin(), beyond.end());
        append(all, out);
    }

private:
    RecordIs whose(const RowOutcome &row, std::span<const std::string_view> cells) const
    {
        if (row.outcome != Outcome::Failed)
            return RecordIs::Own;
        if (m_operation == Operation::Insert || m_operation == Operation::Upsert)
            return RecordIs::Existing;
        if (m_idColumn < 0 || static_cast<size_t>(m_idColumn) >= cells.size())
            return RecordIs::Meant;
        const std::string_view id = cells[static_cast<size_t>(m_idColumn)];
        const QString named = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())).trimmed();
        return isSameRecord(named, row.recordId) ? RecordIs::Own : RecordIs::Existing;
    }

    void append(const std::vector<QByteArray> &cells, QByteArray &out) const
    {
        appendCells(out, cells, m_delimiter);
    }

    const Service &m_service;
    Schema m_schema;
    Operation m_operation;
    int m_idColumn;
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
            const auto told = outcomes.told(*outcome);
            if (!told)
                return tl::unexpected(told.error());
            report.writer.row(row.cells, *told, block);
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
    Outcomes outcomes(report.ledger);
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
            const auto told = outcomes.told(row);
            if (!told)
                return tl::unexpected(told.error());
            report.writer.row({}, *told, block);
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
        return belongsTo(kind, row);
    const bool isSame
        = group->isWarning() ? isWarned(row.outcome, row.reason) : row.outcome == group->outcome;
    return isSame && row.reason.code == group->code && row.reason.field == group->field;
}

Result<SavedReport> saveReport(const QString &runFolder, const Service &service, const ReportRows &wanted,
                               const QString &path, const Progress &progress, std::stop_token stop)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const RunPlan &plan = (*reader)->plan();
    auto schema = schemaFor(service, plan.describe, plan.draft.target, plan.draft.mapping);
    if (!schema)
        return tl::unexpected(schema.error());
    ReportFile file(path);
    if (const Done opened = file.open(plan.draft.file); !opened)
        return tl::unexpected(opened.error());
    const auto source = sourceFor(plan, runFolder, stop);
    if (!source && (source.error().cancelled() || stop.stop_requested()))
        return tl::unexpected(cancelledError());

    ReportWriter writer(service, std::move(*schema), plan.draft);
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
    case ReportKind::Warnings:
        return ReportWords::tr("Rows with warnings");
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
