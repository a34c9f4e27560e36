#include "app/run/sent_rows.h"

#include "app/csv/record_stream.h"

#include <QCoreApplication>

#include <numeric>

namespace rowlift {

namespace {

struct SentRowsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RowMatcher)
};

} // namespace

Error otherRowsIn(const QString &path)
{
    return { .kind = Error::Kind::Storage,
             .sentence = SentRowsWords::tr("A part of this import on the disk is not as it was written. The "
                                           "results of its rows stay at the service."),
             .detail = path,
             .retryAfter = {} };
}

SentRows::SentRows(PartFile part, const JobKind &kind, qsizetype fields, std::size_t rows)
    : m_part(std::move(part))
    , m_delimiter(kind.delimiter)
    , m_hasMarks(!kind.rowColumn.isEmpty())
    , m_columns(static_cast<std::size_t>(fields) + (m_hasMarks ? 1 : 0))
    , m_rows(static_cast<qint64>(rows))
{
    std::iota(m_columns.begin(), m_columns.end(), 0);
}

Done SentRows::read(const Take &take) const
{
    auto file = FileSource::open(m_part.path);
    if (!file)
        return tl::unexpected(file.error());
    RecordStream stream(**file, Dialect { .delimiter = m_delimiter }, {}, {});
    const CellWish wish { .columns = m_columns };
    RowBatch batch;
    qint64 rows = -1; // the first record is the header
    for (;;) {
        const auto more = stream.nextRows(batch, wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        for (size_t row = rows < 0 ? 1 : 0; row < batch.rows(); ++row) {
            const std::span<const std::string_view> cells = batch.cells(row);
            const bool hasMark = m_hasMarks && !cells.empty();
            take(hasMark ? cells.front() : std::string_view(), cells.subspan(hasMark ? 1 : 0));
        }
        rows += static_cast<qint64>(batch.rows());
        if (rows > m_rows)
            return tl::unexpected(otherRowsIn(m_part.path));
    }
    return rows == m_rows ? Done {} : tl::unexpected(otherRowsIn(m_part.path));
}

qint64 SentRows::mostBytes() const
{
    // The cells as they were sent, each perhaps quoted; and for each row an id and what is said against it.
    constexpr qint64 mostBeside = 8192;
    constexpr qint64 header = qint64(1024) * 1024;
    return 4 * m_part.bytes + m_part.rows * mostBeside + header;
}

} // namespace rowlift
