#pragma once

#include "app/csv/record_index.h"

namespace rowlift {

/// What the values of a column look like.
enum class ColumnKind { Empty, Text, Number, Date, Email, YesNo };

struct ColumnLook {
    QString name; ///< As in the file.
    ColumnKind kind = ColumnKind::Text;
    qint64 blank = 0; ///< Of the rows looked at.
    QStringList examples; ///< Up to five different non-blank values, in file order.

    bool operator==(const ColumnLook &) const = default;
};

/// Looks at \a rows (a sample of data rows). One entry for each of \a header.
std::vector<ColumnLook> lookAtColumns(const QStringList &header, const std::vector<TextRow> &rows);

/// The word for JSON: "text", "number", "date", "email", "boolean", "empty".
QString columnKindId(ColumnKind kind);

} // namespace rowlift
