#pragma once

#include "app/service/job_kind.h"
#include "app/service/part_loader.h"

#include <functional>

namespace rowlift {

/// The file of a part has other records than were written into it.
Error otherRowsIn(const QString &path);

/// The rows of a part with cells, read from its file as it was sent.
class SentRows {
public:
    /// \a fields: how many cells a record has, without the mark of JobKind::rowColumn; \a rows: how many
    /// records there must be.
    SentRows(PartFile part, const JobKind &kind, qsizetype fields, std::size_t rows);

    /// Of one row: its mark (empty where the kind has none) and its cells.
    using Take = std::function<void(std::string_view mark, std::span<const std::string_view> cells)>;
    /// All rows, in order. Fails with Storage when there are more or fewer: the file is not as it was
    /// written.
    Done read(const Take &take) const;
    /// A list of results about them is no longer, with certainty.
    qint64 mostBytes() const;

private:
    PartFile m_part;
    char m_delimiter;
    bool m_hasMarks;
    std::vector<int> m_columns; ///< Of the file.
    qint64 m_rows;
};

} // namespace rowlift
