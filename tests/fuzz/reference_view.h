#pragma once

#include "app/csv/row_reader.h"
#include "tests/support/csv_reference.h"

#include <QString>

namespace rowlift {

ReferenceRecord::Role referenceRole(RowRole role);

/// What the reader says, as the reference would; \a begin: where the row begins.
ReferenceRecord taken(const RowView &row, qint64 begin);

/// As a person can compare it.
QString drawn(const ReferenceRecord &record);

} // namespace rowlift
