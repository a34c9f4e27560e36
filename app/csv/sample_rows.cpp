#include "app/csv/sample_rows.h"

#include <algorithm>
#include <map>

namespace rowlift {

int SampleRow::filled() const
{
    return static_cast<int>(std::count_if(cells.begin(), cells.end(), [](const std::string &cell) {
        return cell.find_first_not_of(" \t") != std::string::npos;
    }));
}

int SampleRow::width() const
{
    const auto last
        = std::find_if(cells.rbegin(), cells.rend(), [](const std::string &cell) { return !cell.empty(); });
    return static_cast<int>(cells.rend() - last);
}

const std::string &SampleRow::cell(std::size_t column) const
{
    static const std::string none;
    return column < cells.size() ? cells[column] : none;
}

std::vector<SampleRow> sampleRows(const QByteArray &sample, const Dialect &dialect, bool whole, qint64 most,
                                  qint64 mostCells)
{
    MemorySource source(sample);
    RowReader reader(source, dialect);
    std::vector<SampleRow> rows;
    qint64 cells = 0;
    qint64 offset = 0;
    RowView row;
    while (static_cast<qint64>(rows.size()) < most && cells < mostCells && reader.next(row).value_or(false)) {
        rows.push_back({ .record = row.record,
                         .offset = offset,
                         .cells = { row.cells.begin(), row.cells.end() },
                         .role = row.role,
                         .blank = row.blank,
                         .broken = row.looseQuote || row.unclosedQuote });
        cells += static_cast<qint64>(row.cells.size());
        offset = reader.position().offset;
    }
    if (!whole && offset >= sample.size() && rows.size() > 1)
        rows.pop_back();
    return rows;
}

int usualWidth(const std::vector<SampleRow> &rows)
{
    struct Width {
        qint64 rows = 0;
        qint64 seen = 0; ///< When it came first.
    };
    std::map<std::size_t, Width> widths;
    for (const SampleRow &row : rows) {
        if (row.role != RowRole::Comment && row.cells.size() > 1)
            ++widths.try_emplace(row.cells.size(), Width { .rows = 0, .seen = row.record })
                  .first->second.rows;
    }
    const auto most = std::max_element(widths.begin(), widths.end(), [](const auto &a, const auto &b) {
        return std::pair(a.second.rows, -a.second.seen) < std::pair(b.second.rows, -b.second.seen);
    });
    return most == widths.end() ? 1 : static_cast<int>(most->first);
}

} // namespace rowlift
