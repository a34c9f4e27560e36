#pragma once

#include "app/csv/column_kind.h"
#include "app/csv/record_index.h"

namespace rowlift {

struct ColumnLook {
    QString name; ///< As in the file.
    ColumnKind kind = ColumnKind::Text;
    qint64 blank = 0; ///< Of the rows looked at.
    QStringList examples; ///< Up to five different non-blank values, in file order.
    KindDetail detail = {}; ///< Of the kind: how many agree, which date order, which decimal mark.

    bool operator==(const ColumnLook &) const = default;
};

/// Looks at \a rows (a sample of data rows). One entry for each of \a header.
std::vector<ColumnLook> lookAtColumns(const QStringList &header, const std::vector<TextRow> &rows);

} // namespace rowlift
