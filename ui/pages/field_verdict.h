#pragma once

#include "ui/desk/map_desk.h"

namespace rowlift::ui {

/// What all rows of the file say of how a field's values are read, in words.
struct FieldVerdict {
    /// The panel that mends what is open.
    enum class Fix { None, Values, Dates, Numbers };

    bool reading = false; ///< All rows are still being read.
    bool asksForOrder = false; ///< Day and month can be taken for each other, and no row decides it.
    QString question; ///< What is open, short; empty: nothing.
    QString reason; ///< The same in full, or why nothing is.
    Fix fix = Fix::None;
};

FieldVerdict verdictOn(const QString &field, const MapDesk &desk);

} // namespace rowlift::ui
