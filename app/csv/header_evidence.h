#pragma once

#include "app/csv/sample_rows.h"
#include "app/csv/value_kind.h"

#include <span>

namespace rowlift {

/// What the values of a column are like, from a stretch of rows.
struct ColumnProfile {
    int filled = 0;
    ValueKind usual = ValueKind::Empty; ///< The kind of at least four fifths; else Text.
    std::string shape; ///< The pattern of at least four fifths (shapeOf()); else empty.
    double meanLength = 0;
    std::vector<std::string> values; ///< Different ones, sorted.

    bool isTyped() const { return isTypedKind(usual); }
    bool repeats() const { return filled >= 4 && values.size() * 2 <= static_cast<std::size_t>(filled); }
};

/// At most the first 100 rows and 200 columns are looked at.
std::vector<ColumnProfile> profilesOf(std::span<const SampleRow> rows, int columns);

/// Above 0: \a row names the columns; below 0: it is one of the rows that \a below were made of; 0: nothing
/// tells.
double headerEvidence(const SampleRow &row, const std::vector<ColumnProfile> &below);

/// Whether \a row has words above columns of numbers, dates and the like, and no such value itself: a second
/// row of names, or units.
bool isSurelyNames(const SampleRow &row, const std::vector<ColumnProfile> &below);

} // namespace rowlift
