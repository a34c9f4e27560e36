#include "app/csv/index_builder.h"

#include <QSet>

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 bytesBetweenMarks = 64 * 1024;
constexpr qint64 listedOfAKind = 1000; ///< Of each, so that many of one do not hide the others.

QStringList headerTexts(std::span<const std::string_view> cells)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(cells.size()));
    for (const std::string_view cell : cells)
        texts.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    return texts;
}

int firstColumnWith(std::span<const std::string_view> cells, std::string_view what)
{
    const auto hit = std::find_if(cells.begin(), cells.end(), [what](std::string_view cell) {
        return cell.find(what) != std::string_view::npos;
    });
    return hit == cells.end() ? -1 : static_cast<int>(hit - cells.begin());
}

std::size_t widthWithoutEmptyEnd(std::span<const std::string_view> cells)
{
    std::size_t width = cells.size();
    while (width > 0 && cells[width - 1].empty())
        --width;
    return width;
}

} // namespace

IndexBuilder::IndexBuilder(const Dialect &dialect)
    : m_dialect(dialect)
{
}

IndexBuilder IndexBuilder::partBuilder(qint64 firstRecord) const
{
    IndexBuilder part(m_dialect);
    part.m_firstRecord = firstRecord;
    part.m_leastCells = m_leastCells;
    part.m_mostCells = m_mostCells;
    part.m_widthKnown = m_widthKnown;
    return part;
}

void IndexBuilder::mark(RowPosition position)
{
    position.record -= m_firstRecord;
    if (m_index.marks.empty() || position.offset - m_index.marks.back().offset >= bytesBetweenMarks)
        m_index.marks.push_back(position);
}

qint64 IndexBuilder::bytesToMark(qint64 offset) const
{
    return m_index.marks.back().offset + bytesBetweenMarks - offset;
}

void IndexBuilder::take(const RecordStream::Run &run)
{
    m_index.records += run.records;
    m_index.dataRows += run.records - run.blank;
}

void IndexBuilder::take(RecordIndex &part, RowPosition begin)
{
    for (RowPosition mark : part.marks) {
        mark.record += begin.record;
        // the first mark of a part is where the part begins, however near the one before
        if (mark.offset - m_index.marks.back().offset >= bytesBetweenMarks)
            m_index.marks.push_back(mark);
    }
    m_index.records += part.records;
    m_index.dataRows += part.dataRows;
    auto counts = m_index.problemCounts;
    for (FileProblem &problem : part.problems) {
        problem.record += begin.record;
        if (counts[problem.kind]++ < listedOfAKind)
            m_index.problems.push_back(problem);
    }
    for (const auto &[kind, count] : part.problemCounts)
        m_index.problemCounts[kind] += count;
}

void IndexBuilder::take(const RowView &row)
{
    ++m_index.records;
    if (row.unclosedQuote || row.looseQuote || row.badBytes || row.nulBytes)
        noteOdd(row);
    if (row.role == RowRole::Header)
        takeHeader(row);
    else if (row.isData())
        takeDataRow(row);
}

void IndexBuilder::takeHeader(const RowView &row)
{
    m_index.header = joinedHeader(m_index.header, headerTexts(row.cells));
    m_mostCells = std::max(m_mostCells, row.cells.size());
    // "Name;Mail;;": rows need not have the cells without a name
    m_leastCells = std::max(m_leastCells, widthWithoutEmptyEnd(row.cells));
    m_widthKnown = true;
    if (row.record != m_dialect.headerRecord + m_dialect.headerRows - 1)
        return;
    QSet<QString> seen;
    for (int column = 0; column < m_index.header.size(); ++column) {
        const QString name = m_index.header[column].trimmed();
        using Kind = FileProblem::Kind;
        if (name.isEmpty())
            note({ .kind = Kind::EmptyHeader, .record = row.record, .column = column });
        else if (seen.contains(name))
            note({ .kind = Kind::DuplicateHeader, .record = row.record, .column = column });
        seen.insert(name);
    }
}

void IndexBuilder::takeDataRow(const RowView &row)
{
    ++m_index.dataRows;
    if (!m_widthKnown) { // no header: the first row sets the width
        m_mostCells = row.cells.size();
        m_leastCells = row.cells.size();
        m_widthKnown = true;
        m_index.header = columnNames({}, static_cast<int>(row.cells.size()));
    }
    if (row.cells.size() == m_mostCells)
        return;
    if (row.cells.size() < m_leastCells || widthWithoutEmptyEnd(row.cells) > m_mostCells)
        note({ .kind = FileProblem::Kind::RaggedRow,
               .record = row.record,
               .cells = static_cast<int>(row.cells.size()) });
}

void IndexBuilder::noteOdd(const RowView &row)
{
    using Kind = FileProblem::Kind;
    using namespace std::string_view_literals;
    if (row.unclosedQuote)
        note({ .kind = Kind::UnclosedQuote, .record = row.record, .column = row.unclosedColumn });
    if (row.looseQuote)
        note({ .kind = Kind::StrayQuote, .record = row.record, .column = row.looseColumn });
    if (row.badBytes)
        note({ .kind = Kind::UndecodableBytes,
               .record = row.record,
               .column = firstColumnWith(row.cells, "\xEF\xBF\xBD"sv),
               .offset = row.badOffset });
    if (row.nulBytes)
        note({ .kind = Kind::NulBytes, .record = row.record, .column = firstColumnWith(row.cells, "\0"sv) });
}

void IndexBuilder::note(FileProblem problem)
{
    problem.record -= m_firstRecord;
    if (m_index.problemCounts[problem.kind]++ < listedOfAKind)
        m_index.problems.push_back(problem);
}

} // namespace rowlift
