#pragma once

#include "app/mapping/concepts.h"

#include <QString>

namespace rowlift {

/// What a name says.
struct Meaning {
    Concept what = Concept::Unknown;
    Block block = Block::None;
    bool exact = false; ///< The whole name is a known one.
    bool stranger = false; ///< Of another person, or a second one.
    bool similar = false; ///< Known but for its spelling.

    bool known() const { return what != Concept::Unknown && what != Concept::Other; }
    bool operator==(const Meaning &) const = default;
};

/// Reads the name of a column or of a field: "Rue (bureau)" is the street of a work address.
Meaning meaningOf(QStringView name);
/// The meaning of a field, by its API name, else by its label.
Meaning meaningOfField(QStringView name, QStringView label);

} // namespace rowlift
