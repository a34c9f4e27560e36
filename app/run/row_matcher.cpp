#include "app/run/row_matcher.h"

#include "app/csv/record_stream.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <numeric>

namespace rowlift {

namespace {

/// What is kept of results that fit nothing at first sight; a service that sends more sends nonsense.
constexpr qint64 mostLeftoverBytes = 256 << 20;

quint64 hashOf(std::string_view cell)
{
    return XXH3_64bits(cell.data(), cell.size());
}

/// Takes one more cell into the hash of a row; tells "ab","c" from "a","bc".
quint64 with(quint64 hash, quint64 cell)
{
    constexpr quint64 spread = 0x9E37'79B9'7F4A'7C15ULL;
    hash = (hash ^ cell) * spread;
    return hash ^ (hash >> 32);
}

quint64 hashOf(std::span<const std::string_view> cells, const std::vector<int> &columns)
{
    quint64 hash = 0;
    for (const int column : columns) {
        const auto index = static_cast<size_t>(column);
        hash = with(hash, hashOf(index < cells.size() ? cells[index] : std::string_view()));
    }
    return hash;
}

quint64 hashOf(std::span<const quint64> cells, const std::vector<int> &columns)
{
    quint64 hash = 0;
    for (const int column : columns)
        hash = with(hash, cells[static_cast<size_t>(column)]);
    return hash;
}

bool cameToTheSame(const RowOutcome &one, const RowOutcome &other)
{
    return one.outcome == other.outcome && one.reason == other.reason;
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

qint64 RowMatcher::mostBytes() const
{
    // The cells as they were sent, each perhaps quoted; and for each row an id and what is said against it.
    constexpr qint64 mostBeside = 8192;
    constexpr qint64 header = qint64(1024) * 1024;
    return 4 * m_part.bytes + m_part.rows * mostBeside + header;
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
    m_echoesAll = std::ranges::all_of(
        m_columns, [this](int column) { return std::ranges::find(m_fieldOf, column) != m_fieldOf.end(); });
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
    // By the cells of a list that lacks columns a row would be found that is blank there, and it may be
    // another.
    const auto row = m_echoesAll ? m_sent.take(hashOf(m_cells, m_columns)) : std::nullopt;
    if (row)
        place(*row, std::move(result));
    else
        keep(std::move(result));
    return {};
}

void RowMatcher::keep(RowOutcome outcome)
{
    const auto bytes = static_cast<qint64>(sizeof(Leftover) + m_cells.size() * sizeof(quint64))
        + 2 * (outcome.reason.text.size() + outcome.reason.field.size() + outcome.recordId.size());
    if (m_leftovers.size() >= m_records.size() || m_leftoverBytes + bytes > mostLeftoverBytes) {
        ++m_uncounted;
        return;
    }
    m_leftoverBytes += bytes;
    Leftover &leftover = m_leftovers.emplace_back(Leftover { std::move(outcome), {} });
    leftover.cells.reserve(m_cells.size());
    for (const std::string_view cell : m_cells)
        leftover.cells.push_back(hashOf(cell));
}

void RowMatcher::place(qint64 row, RowOutcome outcome)
{
    m_placed[static_cast<size_t>(row)] = true;
    outcome.record = m_records[static_cast<size_t>(row)];
    m_outcomes.push_back(std::move(outcome));
}

Done RowMatcher::matchLeftoversBy(const Columns &columns)
{
    std::vector<std::pair<quint64, std::size_t>> open;
    for (std::size_t index = 0; index < m_leftovers.size(); ++index) {
        if (!m_isDone[index])
            open.emplace_back(hashOf(m_leftovers[index].cells, columns), index);
    }
    if (open.empty() || columns.empty())
        return {};
    auto rows = openRowsBy(columns);
    if (!rows)
        return tl::unexpected(rows.error());
    std::ranges::sort(open);
    std::vector<std::size_t> alike;
    for (std::size_t from = 0; from < open.size(); from += alike.size()) {
        alike.clear();
        for (std::size_t at = from; at < open.size() && open[at].first == open[from].first; ++at)
            alike.push_back(open[at].second);
        std::vector<qint64> candidates;
        while (const auto row = rows->take(open[from].first))
            candidates.push_back(*row);
        matchAlike(alike, std::move(candidates));
    }
    return {};
}

void RowMatcher::matchAlike(Alike alike, std::vector<qint64> rows)
{
    const bool same = std::ranges::all_of(alike, [&](std::size_t index) {
        return cameToTheSame(m_leftovers[index].outcome, m_leftovers[alike.front()].outcome);
    });
    if (rows.empty() || !same || rows.size() > alike.size())
        return; // one of them would be guessed
    for (std::size_t number = 0; number < rows.size(); ++number) {
        RowOutcome &outcome = m_leftovers[alike[number]].outcome;
        if (alike.size() > 1) // which of them has which record cannot be told
            outcome.recordId.clear();
        place(rows[number], std::move(outcome));
        m_isDone[alike[number]] = true;
    }
}

Result<RowMatcher::Matched> RowMatcher::finish()
{
    const quint64 blank = hashOf(std::string_view());
    Columns given;
    for (const int column : m_columns) {
        if (std::ranges::any_of(m_leftovers, [&](const Leftover &leftover) {
                return leftover.cells[static_cast<size_t>(column)] != blank;
            }))
            given.push_back(column);
    }
    m_isDone.assign(m_leftovers.size(), false);
    if (m_uncounted == 0) { // else there is no telling what else they could have meant
        if (auto matched = matchLeftoversBy(given); !matched)
            return tl::unexpected(matched.error());
        if (const qsizetype key = m_fields.indexOf(m_keyField); key >= 0) {
            if (auto matched = matchLeftoversBy({ static_cast<int>(key) }); !matched)
                return tl::unexpected(matched.error());
        }
    }
    return Matched { std::move(m_outcomes), m_uncounted + std::ranges::count(m_isDone, false) };
}

} // namespace rowlift
