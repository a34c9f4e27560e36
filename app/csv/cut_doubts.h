#pragma once

#include "app/csv/cut_reading.h"
#include "app/csv/sample_rows.h"

#include <span>
#include <vector>

namespace rowlift {

// What speaks against a way of cutting, each as a factor from 0 to 1.

using SampleSpan = std::span<const SampleRow>;

/// \a row has \a columns cells, or empty ones too many.
bool hasColumns(const SampleRow &row, int columns);

/// \a rows: the body of the table within \a all.
double doubtsOf(const CutReading &reading, const std::vector<SampleRow> &all, SampleSpan rows);

/// Broken quotes: where the pieces fit all the same somebody has not doubled quotes in a text.
double brokenFactor(const CutReading &reading, const std::vector<SampleRow> &all, const QByteArray &sample,
                    const Dialect &way);

/// How many of the quotes that open a cell have one that closes a cell: 1 where quotes are what they seem to
/// be, near 0 for inches and for the beginnings of quotations.
double quoteBalance(const QByteArray &sample, const Dialect &way);

} // namespace rowlift
