#include "ui/desk/key_facts.h"

#include "app/draft/rows.h"

#include <QHash>

#include <algorithm>

namespace rowlift::ui {

Result<KeyFacts> keyFactsOf(const Draft &draft, const QString &column, const Progress &, std::stop_token stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto key = static_cast<std::size_t>(draft.header.indexOf(column));
    QHash<std::size_t, std::vector<std::size_t>> seen;
    std::vector<qint64> differs(static_cast<std::size_t>(draft.header.size()));
    KeyFacts facts;
    RowView row;
    for (;;) {
        const auto more = rows->next(row);
        if (!more || stop.stop_requested())
            return tl::unexpected(more ? cancelledError() : more.error());
        if (!*more)
            break;
        if (key >= row.cells.size() || row.cells[key].empty())
            continue;
        ++facts.rows;
        std::vector<std::size_t> values;
        for (const std::string_view cell : row.cells)
            values.push_back(std::hash<std::string_view>()(cell));
        values.resize(differs.size());
        auto found = seen.find(values[key]);
        if (found == seen.end()) {
            seen.insert(values[key], values);
            continue;
        }
        for (std::size_t at = 0; at < differs.size(); ++at)
            differs[at] += (*found)[at] != values[at] ? 1 : 0;
    }
    facts.keys = seen.size();
    for (std::size_t at = 0; at < differs.size(); ++at) {
        if (at != key)
            (differs[at] * 50 > facts.repeated() ? facts.ofRow : facts.ofRecord)
                << draft.header[static_cast<qsizetype>(at)];
    }
    return facts;
}

} // namespace rowlift::ui
