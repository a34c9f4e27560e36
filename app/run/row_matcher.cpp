#include "app/run/row_matcher.h"

#include "app/run/row_hash.h"

#include <algorithm>
#include <numeric>

namespace rowlift {

namespace {

/// What is kept of results that fit nothing at first sight; a service that sends more sends nonsense.
constexpr qint64 mostLeftoverBytes = 256 << 20;

bool isId(QStringView field)
{
    return field.compare(u"Id", Qt::CaseInsensitive) == 0;
}

std::vector<int> allColumns(qsizetype count)
{
    std::vector<int> columns(static_cast<size_t>(count));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

RowMatcher::RowMatcher(const PartFile &part, const JobKind &kind, QStringList fields, QString keyField,
                       std::vector<qint64> records)
    : m_rows(part, kind, fields.size(), records.size())
    , m_fields(std::move(fields))
    , m_keyField(std::move(keyField))
    , m_records(std::move(records))
    , m_columns(allColumns(m_fields.size()))
    , m_placed(m_records.size(), false)
    , m_cells(m_columns.size())
{
}

Result<std::unique_ptr<RowMatcher>> RowMatcher::load(const PartFile &part, const QStringList &fields,
                                                     const QString &keyField, std::vector<qint64> records,
                                                     const JobKind &kind)
{
    std::unique_ptr<RowMatcher> matcher(new RowMatcher(part, kind, fields, keyField, std::move(records)));
    matcher->m_sentHas.assign(matcher->m_columns.size(), false);
    auto sent = matcher->openRowsBy([&](std::span<const std::string_view> cells) {
        for (size_t column = 0; column < std::min(cells.size(), matcher->m_sentHas.size()); ++column)
            matcher->m_sentHas[column] |= !cells[column].empty();
        return rowHash(cells, matcher->m_columns);
    });
    if (!sent)
        return tl::unexpected(sent.error());
    matcher->m_sent = std::move(*sent);
    matcher->m_outcomes.reserve(matcher->m_records.size());
    matcher->m_rowOf.reserve(matcher->m_records.size());
    return matcher;
}

Done RowMatcher::readRows(const std::function<void(std::span<const std::string_view>)> &take) const
{
    return m_rows.read([&take](std::string_view, std::span<const std::string_view> cells) { take(cells); });
}

Result<CellIndex> RowMatcher::openRowsBy(const RowHash &hash) const
{
    CellIndex index(m_records.size());
    const Done read = readRows([&](std::span<const std::string_view> cells) { index.add(hash(cells)); });
    if (!read)
        return tl::unexpected(read.error());
    index.close(m_placed);
    return index;
}

quint64 RowMatcher::keyHash(std::string_view cell) const
{
    constexpr qsizetype idLength = 15; // what follows is their checksum
    const QString key = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed();
    if (key.isEmpty())
        return 0;
    const QByteArray told = (isId(m_keyField) ? key.left(idLength) : key.toCaseFolded()).toUtf8();
    return cellHash(std::string_view(told.constData(), static_cast<size_t>(told.size()))) | 1;
}

qint64 RowMatcher::mostBytes() const
{
    return m_rows.mostBytes();
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
    m_lists.push_back({ std::vector<char>(m_columns.size(), false), m_outcomes.size() });
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
    for (size_t column = 0; column < m_cells.size(); ++column)
        m_lists.back().hasCells[column] |= !m_cells[column].empty();
    RowOutcome result { .record = -1, .outcome = outcome, .reason = reason, .recordId = recordId };
    // By the cells of a list that lacks columns a row would be found that is blank there, and it may be
    // another.
    const auto row = m_echoesAll ? m_sent.take(rowHash(m_cells, m_columns)) : std::nullopt;
    if (row) {
        place(*row, std::move(result));
        return {};
    }
    std::vector<quint64> hashes;
    hashes.reserve(m_cells.size());
    for (const std::string_view cell : m_cells)
        hashes.push_back(cellHash(cell));
    const qsizetype key = m_fields.indexOf(m_keyField);
    keep(std::move(result), std::move(hashes), key < 0 ? 0 : keyHash(m_cells[static_cast<size_t>(key)]),
         m_lists.size() - 1);
    return {};
}

void RowMatcher::place(qint64 row, RowOutcome outcome)
{
    m_placed[static_cast<size_t>(row)] = true;
    outcome.record = m_records[static_cast<size_t>(row)];
    m_outcomes.push_back(std::move(outcome));
    m_rowOf.push_back(static_cast<quint32>(row));
}

void RowMatcher::keep(RowOutcome outcome, std::vector<quint64> cells, quint64 key, std::size_t list)
{
    const auto bytes = static_cast<qint64>(sizeof(Leftover) + cells.size() * sizeof(quint64))
        + 2 * (outcome.reason.text.size() + outcome.reason.field.size() + outcome.recordId.size());
    if (m_leftovers.size() >= m_records.size() || m_leftoverBytes + bytes > mostLeftoverBytes) {
        ++m_uncounted;
        return;
    }
    m_leftoverBytes += bytes;
    m_leftovers.push_back({ std::move(outcome), std::move(cells), key, list });
}

} // namespace rowlift
