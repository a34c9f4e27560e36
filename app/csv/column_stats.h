#pragma once

#include "app/csv/column_kind.h"

#include <QStringList>

#include <vector>

namespace rowlift {

struct ValueCount {
    QString value; ///< Cut to about 80 bytes.
    qint64 rows = 0;

    bool operator==(const ValueCount &) const = default;
};

/// Values that are built alike: "AA-9999" stands for two capitals, a dash and four digits. Three letters in a
/// row stand for three or more.
struct PatternCount {
    QString pattern; ///< Ends with "…" where the value goes on.
    qint64 rows = 0;
    QString example;
    qint64 record = -1; ///< Of the example.

    bool operator==(const PatternCount &) const = default;
};

/// A value that stands out by its length.
struct LengthMark {
    qint64 characters = 0;
    QString value; ///< Cut to about 80 bytes.
    qint64 record = -1; ///< The first with that length; -1: none.

    bool operator==(const LengthMark &) const = default;
};

/// What a column of the whole file holds. Values are taken without blanks at their ends; one that is empty
/// then is blank.
struct ColumnStats {
    QString name; ///< As in the file.
    qint64 rows = 0;
    qint64 blank = 0; ///< Also rows that are too short to have a cell here.
    KindDetail kind;
    std::array<qint64, columnKinds> kinds = {}; ///< How many values look like what, by ColumnKind.
    qint64 distinct = 0; ///< Different values.
    bool aboutDistinct = false; ///< More than can be counted exactly: right to a few percent.
    LengthMark shortest;
    LengthMark longest;
    std::vector<ValueCount> frequent; ///< Up to five that occur at least twice, the most frequent first.
    bool aboutFrequent = false; ///< The counts are at least these.
    std::vector<PatternCount> patterns; ///< Up to eight, the most frequent first.
    bool aboutPatterns = false; ///< The counts are at least these.
    QStringList examples; ///< Up to five different values from all over the file, in its order.

    bool operator==(const ColumnStats &) const = default;
};

} // namespace rowlift
