#include "ui/models/row_cache.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr qsizetype keptBytes = qsizetype(32) * 1024 * 1024;
constexpr qint64 neighbours = 50; ///< Wanted rows that are so near to each other are read in one go.
/// Of very wide or long rows fewer are held that nobody wants.
constexpr RowsLimit atOnce { .cells = 200'000, .bytes = qint64(8) * 1024 * 1024 };

/// About what a row takes in memory.
qsizetype bytesOf(const TextRow &row)
{
    constexpr qsizetype head = 32; // of an allocation and of the text in it
    qsizetype bytes = qsizetype(sizeof(TextRow)) + head;
    for (const QString &cell : row.cells)
        bytes += qsizetype(sizeof(QString)) + (cell.isEmpty() ? 0 : head + 2 * cell.size());
    return bytes;
}

Result<std::vector<TextRow>> readThese(const QString &path, const Dialect &dialect,
                                       const std::vector<RowPosition> &marks,
                                       const std::vector<qint64> &records, std::stop_token stop)
{
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    std::vector<TextRow> rows;
    for (auto next = records.begin(); next != records.end();) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto behind = std::ranges::upper_bound(records, *next + neighbours);
        auto some = readRows(**source, dialect, marks, *next, *std::prev(behind) - *next + 1, atOnce);
        if (!some)
            return tl::unexpected(some.error());
        if (some->empty())
            break; // behind the end of the file
        const qint64 readUpTo = some->back().record;
        for (TextRow &row : *some) {
            if (std::ranges::binary_search(records, row.record))
                rows.push_back(std::move(row));
        }
        next = std::upper_bound(next, records.end(), readUpTo);
    }
    return rows;
}

} // namespace

RowCache::RowCache(QObject *parent)
    : QObject(parent)
    , m_rows(keptBytes)
{
    connect(&m_reading, &WorkBase::finished, this, &RowCache::take);
}

void RowCache::setFile(const QString &path, const Dialect &dialect)
{
    m_reading.cancel();
    m_path = path;
    m_dialect = dialect;
    m_marks = { RowPosition {} };
    m_rows.clear();
    m_wanted.clear();
    m_shown.clear();
    m_absent.clear();
}

void RowCache::setMarks(const std::vector<RowPosition> &marks)
{
    if (marks.empty())
        return;
    m_marks = marks;
    m_absent.clear();
}

void RowCache::put(const std::vector<TextRow> &rows)
{
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) // the first ones stay where not all can
        m_rows.insert(row->record, new TextRow(*row), std::min(bytesOf(*row), m_rows.maxCost()));
}

/// What is on the screen stays at hand all at once, or it would be read for ever, row by row.
void RowCache::makeRoomFor(const std::vector<TextRow> &rows)
{
    qsizetype bytes = 0;
    for (const TextRow &row : rows)
        bytes += bytesOf(row);
    for (const qint64 record : m_shown) {
        if (const TextRow *row = m_rows.object(record))
            bytes += bytesOf(*row);
    }
    m_rows.setMaxCost(std::max(keptBytes, bytes));
}

const TextRow *RowCache::find(qint64 record) const
{
    return m_rows.object(record);
}

void RowCache::want(const std::vector<qint64> &records)
{
    m_shown = records;
    std::vector<qint64> missing;
    std::ranges::copy_if(records, std::back_inserter(missing), [this](qint64 record) {
        return !m_rows.contains(record) && !m_absent.contains(record);
    });
    if (missing.empty())
        return;
    std::ranges::sort(missing);
    m_wanted = std::move(missing);
    if (!m_reading.running())
        readNext();
}

void RowCache::readNext()
{
    if (m_wanted.empty() || m_path.isEmpty())
        return;
    m_asked = std::exchange(m_wanted, {});
    m_reading.start([path = m_path, dialect = m_dialect, marks = m_marks,
                     records = m_asked](const Progress &, std::stop_token stop) {
        return readThese(path, dialect, marks, records, stop);
    });
}

void RowCache::take()
{
    if (!m_reading.result()) {
        Q_EMIT failed(m_reading.result().error()); // loaded() would have it asked for again, and again
        return;
    }
    makeRoomFor(*m_reading.result());
    put(*m_reading.result());
    for (const qint64 record : m_asked) {
        if (!m_rows.contains(record))
            m_absent.insert(record); // the file ends earlier than somebody thought
    }
    Q_EMIT loaded();
    readNext();
}

} // namespace rowlift::ui
