#include "app/check/group_survey.h"

#include "app/csv/bad_input.h"
#include "app/draft/row_pass.h"
#include "app/draft/source_file.h"
#include "app/mapping/blanks.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 groupBlockBytes = qint64(2) * 1024 * 1024;
constexpr std::size_t mostComparedCells = std::size_t(16) * 1024 * 1024;
/// A column in which no more than one in so many keys differs is the same within keys, but for slips.
constexpr qint64 keysForOneSlip = 20;

struct GroupSurveyWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Check)
};

quint64 hashOfCell(std::string_view cell)
{
    cell = withoutBlanks(cell);
    return XXH3_64bits(cell.data(), cell.size());
}

/// The rows of a stretch of the file.
struct HashedRows {
    qint64 rows = 0;
    std::vector<quint64> keys; ///< Of the rows that have one; never 0.
    std::vector<quint32> cells; ///< Of each of them, one for each column.
};

class GroupPass {
public:
    GroupPass(std::size_t columns, std::size_t keyColumn)
        : m_columns(columns)
        , m_keyColumn(keyColumn)
        , m_mostKeys(std::min(mostComparedKeys, mostComparedCells / std::max<std::size_t>(columns, 1)))
        , m_sums(columns)
    {
    }

    Result<HashedRows> read(RecordStream &stream, qint64 until) const
    {
        HashedRows hashed;
        RowBatch batch;
        while (stream.position().offset < until) {
            const Result<bool> more = stream.nextRows(batch, {});
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                if (batch.isData(row))
                    take(batch.cells(row), hashed);
            }
        }
        return hashed;
    }

    void add(const HashedRows &hashed)
    {
        m_rows += hashed.rows;
        m_keys.insert(m_keys.end(), hashed.keys.begin(), hashed.keys.end());
        const quint32 *cells = hashed.cells.data();
        for (const quint64 key : hashed.keys) {
            compare(key, { cells, m_columns });
            cells += m_columns;
        }
    }

    GroupSurvey finish()
    {
        GroupSurvey survey { .rows = m_rows,
                             .keyed = static_cast<qint64>(m_keys.size()),
                             .compared = static_cast<qint64>(m_seen.size()),
                             .columns = std::move(m_sums),
                             .keyColumn = static_cast<int>(m_keyColumn) };
        survey.several = std::ranges::count_if(m_seen, [](const Seen &seen) { return seen.isRepeated; });
        std::ranges::sort(m_keys);
        for (auto begin = m_keys.begin(); begin != m_keys.end();) {
            const auto end = std::upper_bound(begin, m_keys.end(), *begin);
            ++survey.keys;
            survey.largest = std::max<qint64>(survey.largest, end - begin);
            begin = end;
        }
        return survey;
    }

private:
    struct Seen {
        bool isRepeated = false;
        std::vector<bool> differs = {}; ///< By column; empty: its rows agree.
    };

    void take(std::span<const std::string_view> cells, HashedRows &hashed) const
    {
        ++hashed.rows;
        const auto cell = [&cells](std::size_t column) {
            return column < cells.size() ? cells[column] : std::string_view();
        };
        if (withoutBlanks(cell(m_keyColumn)).empty())
            return;
        hashed.keys.push_back(std::max<quint64>(hashOfCell(cell(m_keyColumn)), 1));
        for (std::size_t column = 0; column < m_columns; ++column)
            hashed.cells.push_back(static_cast<quint32>(hashOfCell(cell(column))));
    }

    void compare(quint64 key, std::span<const quint32> cells)
    {
        const auto known = m_places.find(key);
        if (known == m_places.end() && m_seen.size() >= m_mostKeys)
            return;
        const std::size_t place = known == m_places.end() ? m_seen.size() : known->second;
        if (known == m_places.end()) {
            m_places.emplace(key, static_cast<quint32>(place));
            m_seen.emplace_back();
            m_cells.insert(m_cells.end(), cells.begin(), cells.end());
        }
        Seen &seen = m_seen[place];
        seen.isRepeated = known != m_places.end();
        const std::size_t first = place * m_columns;
        for (std::size_t column = 0; column < m_columns; ++column) {
            GroupSurvey::Column &sum = m_sums[column];
            sum.isSame = sum.isSame && cells[column] == m_cells[column];
            if (cells[column] == m_cells[first + column])
                continue;
            seen.differs.resize(m_columns);
            sum.differing += seen.differs[column] ? 0 : 1;
            seen.differs[column] = true;
        }
    }

    std::size_t m_columns;
    std::size_t m_keyColumn;
    std::size_t m_mostKeys;
    qint64 m_rows = 0;
    std::vector<quint64> m_keys; ///< Of all rows.
    std::unordered_map<quint64, quint32> m_places; ///< In m_seen, by key.
    std::vector<Seen> m_seen;
    std::vector<quint32> m_cells; ///< Of the first row of each.
    std::vector<GroupSurvey::Column> m_sums;
};

} // namespace

bool GroupSurvey::standsOnce(std::size_t column) const
{
    return column < columns.size() && columns[column].differing * keysForOneSlip <= several;
}

bool GroupSurvey::proposesGroups() const
{
    if (repeated() <= 0 || several == 0)
        return false;
    qint64 telling = 0; // columns that are not the same everywhere
    qint64 once = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (static_cast<int>(column) == keyColumn || columns[column].isSame)
            continue;
        ++telling;
        once += standsOnce(column) ? 1 : 0;
    }
    constexpr qint64 oneOf = 3; // of a line of an order, as much is of the order as of the line
    return once > 0 && once * oneOf >= telling;
}

Result<GroupSurvey> surveyGroups(const Draft &draft, const QString &keyColumn, const Progress &progress,
                                 std::stop_token stop)
{
    const qsizetype column = draft.header.indexOf(keyColumn);
    if (column < 0)
        return tl::unexpected(badInput(GroupSurveyWords::tr("The file has no column “%1”.").arg(keyColumn)));
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    const qint64 bytes = (*source)->size();
    GroupPass pass(static_cast<std::size_t>(draft.header.size()), static_cast<std::size_t>(column));
    const auto end = passOverRows<HashedRows>(
        **source, draft.dialect, {}, groupBlockBytes,
        [&pass](RecordStream &stream, qint64 until) { return pass.read(stream, until); },
        [&](const HashedRows &hashed, RowPosition, RowPosition behind) -> Done {
            pass.add(hashed);
            progress.tell(behind.offset, bytes);
            return {};
        },
        stop);
    if (!end)
        return tl::unexpected(end.error());
    return pass.finish();
}

} // namespace rowlift
