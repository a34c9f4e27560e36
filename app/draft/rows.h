#pragma once

#include "app/base/result.h"
#include "app/csv/row_reader.h"
#include "app/draft/draft.h"

#include <memory>

namespace rowlift {

/// The rows of a draft's file: the records whose role is Data, left-out ones included. The
/// one reader of preview, check and run. Each thread opens its own.
class Rows {
public:
    /// Fails with BadInput and a sentence when the file cannot be opened or is not the one that was looked
    /// at.
    static Result<Rows> open(const Draft &draft);
    /// As open(), but begins at \a from, a position() of these rows. What stands above the first row is
    /// passed over.
    static Result<Rows> openAt(const Draft &draft, RowPosition from);

    /// The next row, or false at the end. The views live until the next call.
    Result<bool> next(RowView &row);
    /// Where the row after this one begins: openAt() goes on there.
    RowPosition position() const { return m_reader.position(); }
    qint64 bytes() const { return m_source->size(); } ///< Of the file.

private:
    Rows(std::unique_ptr<FileSource> source, const Dialect &dialect, RowPosition from);

    std::unique_ptr<FileSource> m_source; ///< Stays where it is: the reader points to it.
    RowReader m_reader;
};

} // namespace rowlift
