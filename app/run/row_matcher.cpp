#include "app/run/row_matcher.h"

#include "app/csv/record_stream.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <numeric>

namespace rowlift {

namespace {

/// A hash of cells that tells "ab","c" from "a","bc".
quint64 hashOf(std::span<const std::string_view> cells, const std::vector<int> &columns)
{
    constexpr quint64 spread = 0x9E37'79B9'7F4A'7C15ULL;
    quint64 hash = 0;
    for (const int column : columns) {
        const std::string_view cell = static_cast<size_t>(column) < cells.size()
            ? cells[static_cast<size_t>(column)]
            : std::string_view();
        hash = (hash ^ XXH3_64bits(cell.data(), cell.size())) * spread;
        hash ^= hash >> 32;
    }
    return hash;
}

struct RowMatcherWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RowMatcher)
};

Error otherRows(const QString &path)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = RowMatcherWords::tr("A part of this import on the disk is not as it was written. The "
                                   "results of its rows stay at the service."),
             .detail = path,
             .retryAfter = {} };
}

std::vector<int> allColumns(qsizetype count)
{
    std::vector<int> columns(static_cast<size_t>(count));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

RowMatcher::RowMatcher(PartFile part, QStringList fields, QString keyField, std::vector<qint64> records)
    : m_part(std::move(part))
    , m_fields(std::move(fields))
    , m_keyField(std::move(keyField))
    , m_records(std::move(records))
    , m_columns(allColumns(m_fields.size()))
    , m_placed(m_records.size(), false)
    , m_cells(m_columns.size())
{
}

Result<std::unique_ptr<RowMatcher>> RowMatcher::load(const PartFile &part, const QStringList &fields,
                                                     const QString &keyField, std::vector<qint64> records)
{
    std::unique_ptr<RowMatcher> matcher(new RowMatcher(part, fields, keyField, std::move(records)));
    auto sent = matcher->openRowsBy(matcher->m_columns);
    if (!sent)
        return tl::unexpected(sent.error());
    matcher->m_sent = std::move(*sent);
    matcher->m_outcomes.reserve(matcher->m_records.size());
    return matcher;
}

Result<CellIndex> RowMatcher::openRowsBy(const Columns &columns) const
{
    auto file = FileSource::open(m_part.path);
    if (!file)
        return tl::unexpected(file.error());
    RecordStream stream(**file, Dialect {}, {}, {});
    const CellWish wish { .columns = columns };
    RowBatch batch;
    CellIndex index(m_records.size());
    qint64 rows = -1; // the first record is the header
    for (;;) {
        const auto more = stream.nextRows(batch, wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        for (size_t row = rows < 0 ? 1 : 0; row < batch.rows(); ++row)
            index.add(hashOf(batch.cells(row), columns));
        rows += static_cast<qint64>(batch.rows());
        if (rows > static_cast<qint64>(m_records.size()))
            return tl::unexpected(otherRows(m_part.path));
    }
    if (rows != static_cast<qint64>(m_records.size()))
        return tl::unexpected(otherRows(m_part.path));
    index.close(m_placed);
    return index;
}

Done RowMatcher::columns(const QStringList &fields)
{
    m_fieldOf.clear();
    for (const QString &field : fields) {
        qsizetype index = m_fields.indexOf(field);
        if (index < 0) { // a service may give names back in another case
            index = std::ranges::find_if(
                        m_fields,
                        [&field](const QString &own) { return own.compare(field, Qt::CaseInsensitive) == 0; })
                - m_fields.begin();
        }
        m_fieldOf.push_back(index < m_fields.size() ? static_cast<int>(index) : -1);
    }
    return {};
}

Done RowMatcher::row(Outcome outcome, const Reason &reason, const QString &recordId,
                     std::span<const std::string_view> cells)
{
    std::ranges::fill(m_cells, std::string_view());
    for (size_t column = 0; column < cells.size() && column < m_fieldOf.size(); ++column) {
        if (m_fieldOf[column] >= 0)
            m_cells[static_cast<size_t>(m_fieldOf[column])] = cells[column];
    }
    RowOutcome result { .record = -1, .outcome = outcome, .reason = reason, .recordId = recordId };
    if (const auto row = m_sent.take(hashOf(m_cells, m_columns)))
        place(*row, std::move(result));
    else
        m_leftovers.push_back({ std::move(result), { m_cells.begin(), m_cells.end() } });
    return {};
}

void RowMatcher::place(qint64 row, RowOutcome outcome)
{
    m_placed[static_cast<size_t>(row)] = true;
    outcome.record = m_records[static_cast<size_t>(row)];
    m_outcomes.push_back(std::move(outcome));
}

Done RowMatcher::matchLeftoversBy(const Columns &columns)
{
    if (m_leftovers.empty() || columns.empty())
        return {};
    auto open = openRowsBy(columns);
    if (!open)
        return tl::unexpected(open.error());
    std::vector<Leftover> still;
    for (Leftover &leftover : m_leftovers) {
        const std::vector<std::string_view> cells(leftover.cells.begin(), leftover.cells.end());
        if (const auto row = open->take(hashOf(cells, columns)))
            place(*row, std::move(leftover.outcome));
        else
            still.push_back(std::move(leftover));
    }
    m_leftovers = std::move(still);
    return {};
}

Result<RowMatcher::Matched> RowMatcher::finish()
{
    Columns given;
    for (int column = 0; column < m_fields.size(); ++column) {
        if (std::ranges::any_of(m_leftovers, [column](const Leftover &leftover) {
                return !leftover.cells[static_cast<size_t>(column)].empty();
            }))
            given.push_back(column);
    }
    if (auto matched = matchLeftoversBy(given); !matched)
        return tl::unexpected(matched.error());
    if (const qsizetype key = m_fields.indexOf(m_keyField); key >= 0) {
        if (auto matched = matchLeftoversBy({ static_cast<int>(key) }); !matched)
            return tl::unexpected(matched.error());
    }
    return Matched { std::move(m_outcomes), static_cast<qint64>(m_leftovers.size()) };
}

} // namespace rowlift
