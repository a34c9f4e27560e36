#include "app/schema/schema.h"

#include <algorithm>

namespace rowlift {

bool Field::writable(Operation operation) const
{
    switch (operation) {
    case Operation::Insert:
        return creatable;
    case Operation::Upsert:
        return creatable || updatable || key;
    case Operation::Update:
        return updatable || type == FieldType::Id;
    case Operation::Delete:
        return type == FieldType::Id;
    }
    return false;
}

const Field *Schema::field(QStringView name) const
{
    const auto found
        = std::ranges::find_if(fields, [name](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<const Field *> Schema::keys() const
{
    std::vector<const Field *> found;
    for (const Field &field : fields) {
        if (field.key)
            found.push_back(&field);
    }
    return found;
}

} // namespace rowlift
