#pragma once

#include "app/mapping/senses.h"

namespace rowlift {

/// How surely \a column holds the key of another record that \a field, which stands for a reference, names it
/// by: "Owner e-mail", "Kontoinhaber E-Mail", "Account key". 0 … 1, always below a field of the record's own
/// that has the column's name.
double parentSureness(const ColumnSense &column, const Field &field);

} // namespace rowlift
