#include "app/report/report.h"

#include "app/draft/rows.h"
#include "app/report/report_file.h"
#include "app/run/outcome_text.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QFileInfo>

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
        all.push_back(own ? QByteArray() : textForSpreadsheet(outcome.reason.text));
        all.push_back(own ? outcome.reason.code.mid(ownReasonPrefix.size()).toUtf8()
                          : textForSpreadsheet(outcome.reason.code));
        all.push_back(textForSpreadsheet(outcome.recordId));
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

} // namespace

Result<SavedReport> saveReport(const QString &runFolder, const Service &service, ReportKind kind,
                               const QString &path, const Progress &progress, std::stop_token stop)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const RunPlan &plan = (*reader)->plan();
    auto schema = service.schemaFrom(plan.describe);
    auto rows = Rows::open(plan.draft);
    if (!schema || !rows)
        return tl::unexpected(schema ? rows.error() : schema.error());
    ReportFile file(path);
    if (const Done opened = file.open(plan.draft.file); !opened)
        return tl::unexpected(opened.error());

    Outcomes outcomes(**reader);
    ReportWriter writer(service, std::move(*schema), reportDelimiter(plan.draft.dialect),
                        plan.draft.header.size());
    QByteArray block;
    writer.head(plan.draft.header, block);
    SavedReport saved { .path = path, .rows = 0 };
    RowView row;
    for (qint64 seen = 0;; ++seen) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        const auto outcome = outcomes.of(row.record);
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (belongsTo(kind, outcome->outcome)) {
            writer.row(row.cells, *outcome, block);
            ++saved.rows;
        }
        if (const Done written = file.writeWhenLarge(block); !written)
            return tl::unexpected(written.error());
        if (seen % rowsAtATime == 0)
            progress.tell(seen, plan.rows);
    }
    if (const Done done = file.commit(block); !done)
        return tl::unexpected(done.error());
    return saved;
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
