#pragma once

#include "app/schema/schema.h"

namespace rowlift {

/// Whether \a field could find records and nothing else, and \a target finds them by another one: what is
/// given for it would be refused, or passed over without a word.
inline bool isIdleKey(const Field &field, const Target &target)
{
    return target.operation == Operation::Upsert && field.key && field.type != FieldType::Id
        && field.name != target.keyField && !field.creatable && !field.updatable;
}

} // namespace rowlift
