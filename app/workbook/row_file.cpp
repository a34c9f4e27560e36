#include "app/workbook/row_file.h"

#include "app/csv/csv_writer.h"

#include <QCoreApplication>

#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct RowFileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Workbook)
};

constexpr qsizetype rowFileBlock = 1 << 20;
/// One stray cell far to the right is no reason to fill a disk with commas.
constexpr qint64 mostPadding = 256 * 1024 * 1024;

Error noRoom(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = RowFileWords::tr("The rows of the workbook could not be kept in a file. Is there room?"),
             .detail = detail,
             .retryAfter = {} };
}

/// Widens records that this room has written: quotes stand in pairs, so that a line feed outside of them ends
/// a record.
class Padding {
public:
    explicit Padding(int columns)
        : m_columns(columns)
    {
    }

    void append(QByteArrayView bytes, QByteArray &into)
    {
        const char *from = bytes.begin();
        for (const char *at = from; at != bytes.end(); ++at) {
            if (*at == '"') {
                m_quoted = !m_quoted;
            } else if (!m_quoted && *at == ',') {
                ++m_commas;
            } else if (!m_quoted && *at == '\n') {
                into.append(from, at - from);
                if (!m_blank || at != from)
                    into.append(m_columns - 1 - m_commas, ',');
                into.append('\n');
                from = at + 1;
                m_commas = 0;
                m_blank = true;
                continue;
            }
            m_blank = false;
        }
        into.append(from, bytes.end() - from);
    }

private:
    int m_columns = 0;
    int m_commas = 0;
    bool m_quoted = false;
    bool m_blank = true; ///< Nothing of the record has come yet.
};

} // namespace

Done RowFile::append(const SheetRow &row)
{
    m_block.append(row.number - m_nextRow, '\n');
    m_nextRow = row.number + 1;
    const int width = row.cells.back().column + 1;
    ++m_filledRows;
    m_cells += width;
    m_columns = std::max(m_columns, width);
    int column = 0;
    for (const SheetRow::Cell &cell : row.cells) {
        if (cell.column < column - 1 || (cell.column == column - 1 && column > 0))
            continue; // named twice; the first counts
        m_block.append(cell.column - std::max(0, column - 1), ',');
        appendCell(m_block, row.cell(cell));
        column = cell.column + 1;
    }
    m_block.append('\n');
    return m_block.size() >= rowFileBlock ? flush() : Done();
}

Done RowFile::flush()
{
    if (m_file.write(m_block) != m_block.size())
        return tl::unexpected(noRoom(m_file.errorString()));
    m_written += m_block.size();
    m_block.resize(0);
    return {};
}

Done RowFile::finish(QIODevice &into, std::stop_token stop)
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (!m_file.flush() || !m_file.seek(0))
        return tl::unexpected(noRoom(m_file.errorString()));
    const qint64 missing = m_filledRows * m_columns - m_cells;
    Padding padding(m_columns);
    QByteArray block(rowFileBlock, Qt::Uninitialized);
    QByteArray wide;
    while (true) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const qint64 got = m_file.read(block.data(), block.size());
        if (got <= 0)
            return got == 0 ? Done() : tl::unexpected(noRoom(m_file.errorString()));
        wide.resize(0);
        const QByteArrayView bytes = QByteArrayView(block).first(got);
        if (missing <= mostPadding)
            padding.append(bytes, wide);
        else
            wide.append(bytes);
        if (into.write(wide) != wide.size())
            return tl::unexpected(noRoom(into.errorString()));
    }
}

} // namespace rowlift
