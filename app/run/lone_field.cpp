#include "app/run/lone_field.h"

namespace rowlift {

Draft fieldAlone(Draft draft, const QString &field)
{
    for (ColumnMapping &column : draft.mapping.columns) {
        if (column.field != field)
            column.field.clear();
    }
    std::erase_if(draft.mapping.extras, [&field](const ExtraField &extra) { return extra.field != field; });
    return draft;
}

} // namespace rowlift
