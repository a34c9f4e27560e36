#include "app/report/problem_report.h"

#include "app/draft/rows.h"
#include "app/mapping/record_builder.h"
#include "app/report/report_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct ProblemReportWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Report)
};

/// The lines of one row.
class ProblemLines {
public:
    ProblemLines(const Draft &draft, const Schema &schema, const CheckResult &check)
        : m_header(draft.header)
        , m_builder(draft.mapping, schema, draft.target)
        , m_delimiter(reportDelimiter(draft.dialect))
    {
        const auto &fields = m_builder.fields();
        for (const ProblemGroup &group : check.groups) {
            const auto field = std::ranges::find(fields, group.field);
            const int index = field == fields.end() ? -1 : static_cast<int>(field - fields.begin());
            m_kinds.push_back({ .group = group, .index = index, .text = groupText(group) });
        }
    }

    void head(QByteArray &out) const
    {
        out += "\xEF\xBB\xBF";
        append({ ProblemReportWords::tr("Row"), ProblemReportWords::tr("Column"),
                 ProblemReportWords::tr("Field"), ProblemReportWords::tr("Value"),
                 ProblemReportWords::tr("What is wrong"), ProblemReportWords::tr("What it means") },
               out);
    }

    /// Returns how many there are.
    qint64 write(const RowView &row, QByteArray &out)
    {
        qint64 lines = 0;
        for (const Kind &kind : m_kinds) {
            if (!std::ranges::binary_search(kind.group.records, row.record))
                continue;
            const QString value = kind.index < 0 ? QString() : m_builder.trail(kind.index, row.cells).taken;
            append({ QString::number(row.record + 1), m_header.value(kind.group.column),
                     kind.group.fieldLabel, value, kind.text,
                     kind.group.severity == Severity::Problem ? ProblemReportWords::tr("The row is left out")
                                                              : ProblemReportWords::tr("Heads-up") },
                   out);
            ++lines;
        }
        return lines;
    }

private:
    struct Kind {
        const ProblemGroup &group;
        int index = -1; ///< Of the builder's fields; -1: the row.
        QString text;
    };

    void append(const QStringList &cells, QByteArray &out) const
    {
        std::vector<QByteArray> texts;
        for (const QString &cell : cells)
            texts.push_back(textForSpreadsheet(cell));
        appendCells(out, texts, m_delimiter);
    }

    QStringList m_header;
    RecordBuilder m_builder;
    char m_delimiter;
    std::vector<Kind> m_kinds;
};

} // namespace

Result<SavedReport> saveProblemReport(const Draft &draft, const Schema &schema, const CheckResult &check,
                                      const QString &path, std::stop_token stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    ReportFile file(path);
    if (const Done opened = file.open(draft.file); !opened)
        return tl::unexpected(opened.error());
    ProblemLines lines(draft, schema, check);
    QByteArray block;
    lines.head(block);
    SavedReport saved { .path = path, .rows = 0 };
    RowView row;
    for (;;) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        saved.rows += lines.write(row, block);
        if (const Done written = file.writeWhenLarge(block); !written)
            return tl::unexpected(written.error());
    }
    if (const Done done = file.commit(block); !done)
        return tl::unexpected(done.error());
    return saved;
}

} // namespace rowlift
