#include "ui/models/row_cache.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr qsizetype keptRows = 5'000;
constexpr qint64 readAhead = 50; ///< Rows read beyond a wanted one: the next scroll finds them.

Result<std::vector<TextRow>> readThese(const QString &path, const Dialect &dialect,
                                       const std::vector<RowPosition> &marks,
                                       const std::vector<qint64> &records, std::stop_token stop)
{
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    std::vector<TextRow> rows;
    qint64 readUpTo = -1;
    for (const qint64 record : records) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (record <= readUpTo)
            continue;
        // Neighbours are read in one go; a row far off alone.
        const auto last = std::ranges::upper_bound(records, record + readAhead);
        const qint64 count = *std::prev(last) - record + 1;
        auto some = readRows(**source, dialect, marks, record, count);
        if (!some)
            return tl::unexpected(some.error());
        readUpTo = record + count - 1;
        rows.insert(rows.end(), some->begin(), some->end());
    }
    return rows;
}

} // namespace

RowCache::RowCache(QObject *parent)
    : QObject(parent)
    , m_rows(keptRows)
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
    for (const TextRow &row : rows)
        m_rows.insert(row.record, new TextRow(row));
}

const TextRow *RowCache::find(qint64 record) const
{
    return m_rows.object(record);
}

void RowCache::want(const std::vector<qint64> &records)
{
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
    put(*m_reading.result());
    for (const qint64 record : m_asked) {
        if (!m_rows.contains(record))
            m_absent.insert(record); // the file ends earlier than somebody thought
    }
    Q_EMIT loaded();
    readNext();
}

} // namespace rowlift::ui
