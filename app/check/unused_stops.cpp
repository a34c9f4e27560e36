#include "app/check/unused_stops.h"

#include "app/mapping/blanks.h"
#include "app/mapping/consent.h"

#include <algorithm>

namespace rowlift {

UnusedStops::UnusedStops(const Draft &draft)
{
    if (draft.target.operation == Operation::Delete)
        return;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const ColumnMapping &column = draft.mapping.columns[at];
        const bool isUsed = !column.field.isEmpty()
            || std::ranges::any_of(draft.mapping.extras, [&column](const ExtraField &extra) {
                   return extra.columns.contains(column.column);
               });
        const auto sense = isUsed ? std::nullopt : consentSense(column.column);
        if (sense && sense->yesStops && sense->by != ContactBy::Else)
            m_columns.push_back(static_cast<int>(at));
    }
}

bool UnusedStops::isStop(std::size_t index, std::span<const std::string_view> cells)
{
    const auto column = static_cast<std::size_t>(m_columns[index]);
    const auto value = column < cells.size() ? withoutBlanks(cells[column]) : std::string_view();
    if (value.empty() || value == m_lastNo)
        return false;
    const bool stops = stopsContact(value, true).value_or(false);
    if (!stops)
        m_lastNo.assign(value);
    return stops;
}

} // namespace rowlift
