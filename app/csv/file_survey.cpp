#include "app/csv/file_survey.h"

#include "app/csv/fact_finder.h"
#include "app/csv/pass_source.h"
#include "app/csv/record_index.h"

#include <QElapsedTimer>

#include <algorithm>
#include <deque>
#include <utility>

namespace rowlift {

namespace {

constexpr qint64 millisecondsBetweenSurveys = 500;

class Surveyor {
public:
    explicit Surveyor(const Dialect &dialect)
        : m_dialect(dialect)
        , m_facts(dialect)
    {
    }

    void take(const RowView &row);
    void endRows();
    Done lookForTotals(ByteSource &source, RowPosition from);
    FileSurvey survey(bool whole) const;

private:
    void setColumns(const QStringList &header);

    Dialect m_dialect;
    FactFinder m_facts;
    QStringList m_header;
    std::vector<ColumnTally> m_columns;
    bool m_columnsKnown = false;
    qint64 m_rows = 0;
};

void Surveyor::setColumns(const QStringList &header)
{
    m_columnsKnown = true;
    m_header = header.mid(0, surveyedColumns);
    const TallyRoom room = TallyRoom::forColumns(static_cast<std::size_t>(m_header.size()));
    m_columns.assign(static_cast<std::size_t>(m_header.size()), ColumnTally(room));
    m_facts.setColumns(m_header);
}

void Surveyor::take(const RowView &row)
{
    if (row.role == RowRole::Header) {
        QStringList names;
        for (const std::string_view cell : row.cells)
            names.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        m_header = joinedHeader(m_header, names);
    }
    if (!row.isData()) {
        m_facts.takeOther(row);
        return;
    }
    if (!m_columnsKnown)
        setColumns(m_dialect.headerRecord < 0 ? QStringList(static_cast<qsizetype>(row.cells.size()))
                                              : m_header);
    ++m_rows;
    m_facts.takeRow(row);
    const std::size_t width = std::min(row.cells.size(), m_columns.size());
    for (std::size_t column = 0; column < width; ++column) {
        const std::string_view cell = row.cells[column];
        if (cell.empty())
            continue;
        const ValueSigns signs = m_columns[column].add(cell, row.record);
        if (signs.any())
            m_facts.takeValue(column, signs, row);
    }
}

/// A header without rows has columns all the same.
void Surveyor::endRows()
{
    if (!m_columnsKnown)
        setColumns(m_header);
}

FileSurvey Surveyor::survey(bool whole) const
{
    FileSurvey survey;
    survey.rows = m_rows;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        ColumnStats stats = m_columns[column].stats();
        stats.name = m_header[static_cast<qsizetype>(column)];
        stats.rows = m_rows;
        stats.blank = m_rows - m_columns[column].filled();
        survey.columns.push_back(stats);
    }
    if (whole)
        survey.facts = m_facts.facts(m_columns);
    survey.blankWords = m_facts.blankWords();
    return survey;
}

/// Totals stand in one of the last three rows: from \a from on the file is read once more for these.
Done Surveyor::lookForTotals(ByteSource &source, RowPosition from)
{
    constexpr std::size_t lastRows = 3;
    struct Last {
        qint64 record = 0;
        std::string totals; ///< The word for it, if it is a line of totals.
    };
    std::deque<Last> last;
    RowReader reader(source, m_dialect, from);
    RowView row;
    for (;;) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (!row.isData())
            continue;
        if (last.size() == lastRows)
            last.pop_front();
        last.push_back({ row.record, std::string(totalsWordOf(row.cells)) });
    }
    for (const Last &line : last) {
        if (!line.totals.empty())
            m_facts.takeTotals(line.record, line.totals);
    }
    return {};
}

} // namespace

Result<FileSurvey> surveyFile(ByteSource &source, const Dialect &dialect, const Progress &progress,
                              const std::function<void(const FileSurvey &)> &grown, std::stop_token stop)
{
    PassSource surveyed(source, progress, stop);
    RowReader reader(surveyed, dialect);
    Surveyor surveyor(dialect);
    RowPosition tail;
    RowPosition newest;
    qint64 bytes = 0;
    QElapsedTimer sinceSnapshot;
    RowView row;
    for (;;) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        surveyor.take(row);
        if (surveyed.bytes() == bytes)
            continue;
        const bool isFirstBlock = bytes == 0;
        bytes = surveyed.bytes(); // a block has begun
        tail = std::exchange(newest, reader.position());
        const bool due = !sinceSnapshot.isValid() || sinceSnapshot.elapsed() >= millisecondsBetweenSurveys;
        if (grown && due && !isFirstBlock) {
            grown(surveyor.survey(false));
            sinceSnapshot.start();
        }
    }
    surveyor.endRows();
    PassSource again(source, {}, std::move(stop));
    if (const Done looked = surveyor.lookForTotals(again, tail); !looked)
        return tl::unexpected(looked.error());
    return surveyor.survey(true);
}

} // namespace rowlift
