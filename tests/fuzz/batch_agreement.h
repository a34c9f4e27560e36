#pragma once

#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"
#include "tests/support/csv_reference.h"

#include <QString>

#include <random>
#include <vector>

namespace rowlift {

/// A file that was read record after record.
struct ReadFile {
    const Dialect &dialect;
    qsizetype block; ///< Of the reader, in bytes.
    ByteSource &source;
    const std::vector<ReferenceRecord> &expected;
    const std::vector<qint64> &places; ///< Where its records begin, and where it ends.
    bool samePlaces; ///< As where \a expected has them.
};

/// Reads the same again in batches of any length, from its beginning and from the middle, with all cells or
/// some, in several threads, decoding early or late. Empty when it is the same, else what differs.
QString batchesDiffer(const ReadFile &file, std::mt19937_64 &random);

} // namespace rowlift
