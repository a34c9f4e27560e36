#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/csv/row_reader.h"

#include <QStringList>

#include <functional>
#include <limits>
#include <map>
#include <stop_token>
#include <vector>

namespace rowlift {

/// Something to know about the file, at its place.
struct FileProblem {
    enum class Kind {
        RaggedRow,
        UnclosedQuote,
        StrayQuote, ///< A quote within a quoted cell that is not doubled, or text behind a closing one.
        UndecodableBytes,
        NulBytes,
        DuplicateHeader,
        EmptyHeader
    };

    Kind kind = Kind::RaggedRow;
    qint64 record = 0;
    int column = -1; ///< From 0, the first where it is so; -1: the row as a whole.
    int cells = 0; ///< RaggedRow: how many cells there are.
    qint64 offset = -1; ///< UndecodableBytes: the first of them, in bytes of the file; -1: not known.

    bool operator==(const FileProblem &) const = default;
};

/// Where records begin, so that any row can be shown without reading the file again; with what a full pass
/// learns.
struct RecordIndex {
    std::vector<RowPosition> marks; ///< About one per 64 KiB, ascending; the first is record 0.
    qint64 bytes = 0;
    qint64 records = 0; ///< All of them: titles, header, blank lines.
    qint64 dataRows = 0; ///< Records whose role is Data: the rows of the file.
    QStringList header; ///< As in the file, several rows joined with a blank; "Column A" … without any.
    /// The first 1,000 of each kind, in file order; of a kind one a record (but for header names: one a
    /// column). Rows are ragged when they have other cells than the header; empty ones too many at their end
    /// are forgiven.
    std::vector<FileProblem> problems;
    std::map<FileProblem::Kind, qint64> problemCounts; ///< Exact: also of those not listed.
    quint64 contentHash = 0; ///< Of the bytes: XXH3 of the XXH3 of each 4 MiB, so that threads can make it.
};

/// Reads the whole file once, in several threads where the source allows it. \a progress is told bytes. \a
/// grown, when set, hears of a snapshot now and then (at most every 100 ms) so that rows can be shown before
/// the end. Returns Cancelled at latest a block after \a stop.
Result<RecordIndex> indexRecords(ByteSource &source, const Dialect &dialect, const Progress &progress,
                                 const std::function<void(const RecordIndex &)> &grown, std::stop_token stop);

/// How many records there are, and nothing else.
struct RecordCount {
    qint64 records = 0;
    qint64 dataRows = 0;
};
Result<RecordCount> countRecords(ByteSource &source, const Dialect &dialect, const Progress &progress,
                                 std::stop_token stop);

/// A cell of a TextRow of which there is only the beginning.
struct CutCell {
    int column = 0;
    qint64 bytes = 0; ///< Of the whole cell, as UTF-8.

    bool operator==(const CutCell &) const = default;
};

/// A record for people to look at: what is sent is read with a RowReader.
struct TextRow {
    qint64 record = 0;
    QStringList cells;
    std::vector<CutCell> cut = {}; ///< By column.
    bool blank = false;
    RowRole role = RowRole::Data;

    bool isData() const { return role == RowRole::Data; }
    bool operator==(const TextRow &) const = default;
};

/// Longer cells are cut in a TextRow, between two characters.
constexpr std::size_t mostCellBytes = std::size_t(1) << 20;

/// What is enough of some rows.
struct RowsLimit {
    qint64 cells = std::numeric_limits<qint64>::max();
    qint64 bytes = std::numeric_limits<qint64>::max(); ///< Of text; but one row of data there is.
};

/// The records \a first to \a first + \a count - 1 as text (fewer at the end, or once they have as much as \a
/// limit says), found through \a marks.
Result<std::vector<TextRow>> readRows(ByteSource &source, const Dialect &dialect,
                                      const std::vector<RowPosition> &marks, qint64 first, qint64 count,
                                      const RowsLimit &limit = {});

/// The letters a spreadsheet shows above a column counted from 0: "A" … "Z", "AA" …
QString columnLetters(int column);

/// The names of several header rows, one below the other, as one: "Price" above "EUR" is "Price EUR". A name
/// with gaps to its right is that of a group: "2024", "" above "Q1", "Q2" is "2024 Q1", "2024 Q2".
QStringList joinedHeader(const QStringList &above, const QStringList &below);

/// The header's names made unique and non-empty: "Phone", "Phone (2)", "Column D". For people and mappings.
QStringList columnNames(const QStringList &header, int columns);

} // namespace rowlift
