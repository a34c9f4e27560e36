#include "app/check/check.h"

#include <algorithm>

namespace rowlift {

namespace {

struct ClashWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Check)
};

const QString &labelOf(const Field &field)
{
    return field.label.isEmpty() ? field.name : field.label;
}

} // namespace

QStringList clashes(const Draft &draft, const Schema &schema)
{
    std::vector<const Field *> given;
    for (const QString &name : draft.mapping.fields()) {
        if (const Field *field = schema.field(name))
            given.push_back(field);
    }
    const auto whatIsSet
        = [](const Field &field) { return field.standsFor.isEmpty() ? field.name : field.standsFor; };
    QStringList sentences;
    for (std::size_t later = 1; later < given.size(); ++later) {
        for (std::size_t first = 0; first < later; ++first) {
            if (whatIsSet(*given[first]) == whatIsSet(*given[later]))
                sentences << ClashWords::tr("%1 and %2 set the same thing: map one of them.")
                                 .arg(labelOf(*given[first]), labelOf(*given[later]));
        }
    }
    const auto id = std::ranges::find(given, FieldType::Id, &Field::type);
    const Field *key = schema.field(draft.target.keyField);
    if (draft.target.looksUp() && key && id != given.end())
        sentences << ClashWords::tr("Records are found by %1: do not map %2, or let it find them.")
                         .arg(labelOf(*key), labelOf(**id));
    return sentences;
}

} // namespace rowlift
