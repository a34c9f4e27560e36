#pragma once

#include "tests/fuzz/csv_inputs.h"

#include <QString>

namespace rowlift {

/// Reads \a input in every way that the program has, and by the reference: record after record, from places
/// in the middle, as an index, as rows through its marks. Empty when all agree, else what differs. \a seed
/// chooses the places.
QString disagreement(const CsvInput &input, quint64 seed);

/// A smaller input that still disagrees.
CsvInput smallest(const CsvInput &input, quint64 seed);

/// As it can be pasted into a test.
QString drawn(const CsvInput &input);

} // namespace rowlift
