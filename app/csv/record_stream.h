#pragma once

#include "app/csv/record_parser.h"
#include "app/csv/row_batch.h"
#include "app/csv/row_reader.h"
#include "app/csv/single_byte_table.h"
#include "app/csv/structural_scan.h"
#include "app/csv/text_window.h"

#include <optional>

namespace rowlift {

/// Records one after the other, or many at once where none of them needs a closer look: what RowReader and
/// the passes over whole files are made of.
class RecordStream {
public:
    struct Options {
        qsizetype block = RowReader::blockBytes;
        qint64 until = -1; ///< Only records that begin in front of this offset are wanted; -1: all.
        /// Cells are the bytes of the file, whatever encoding it has. For encodings in which bytes below 0x80
        /// are ASCII and nothing else.
        bool raw = false;
        const ByteSet *badBytes = nullptr; ///< With raw: those that are no characters, if it matters.
        /// Of the file's encoding, for dialects of which lateTableOf() says so: not all of the file is
        /// decoded, but the cells of next() and nextRows(). Must outlive the stream.
        const SingleByteTable *table = nullptr;
    };

    RecordStream(ByteSource &source, const Dialect &dialect, RowPosition from, const Options &options);

    /// As RowReader::next().
    Result<bool> next(RowView &row);
    /// The next row, or the next rows where none of them is odd; false at the end of the file. What comes out
    /// is what next() says, however many come at once.
    Result<bool> nextRows(RowBatch &batch, const CellWish &wish);
    /// Where the first record begins: behind a byte order mark. position() does not know of it before.
    Result<RowPosition> begin();
    RowPosition position() { return { .record = m_record, .offset = m_window.offset() }; }

    enum class Step { End, Row, Run };
    enum class Purpose { Counting, Judging, Copying };
    /// What the records of a run have in common is what no row needs to be made for.
    struct Wish {
        Purpose purpose = Purpose::Counting;
        std::size_t cells = 0; ///< Judging: as many cells, and only characters.
        qint64 bytes = 0; ///< A run may be about so long.
        char *out
            = nullptr; ///< Copying: where its records go as standard CSV; 128 bytes more than it is long.
    };
    struct Run {
        qint64 records = 0;
        qint64 blank = 0; ///< Of these, those without a filled cell.
        char *out = nullptr;
    };
    /// A row, or a run of records that are rows of data or blank.
    Result<Step> step(const Wish &wish, RowView &row, Run &run);

    /// From anywhere in the file to the first record that begins behind the byte where the stream is: a
    /// guess, as a line end may stand within quotes that opened long before. False: none was found near.
    /// Counts records from 0 on. For raw and single-byte encodings only.
    Result<bool> seekRecord();

    /// Whether step() can give runs.
    static bool canRun(const Dialect &dialect);
    /// Whether nextRows() can give more than one row at once.
    static bool canCut(const Dialect &dialect);

private:
    Result<bool> parse();
    Done lookAhead();
    bool isRunPossible() const { return !m_nextIsOdd && m_record >= m_dialect.firstDataRecord(); }
    template <typename Pass>
    Result<bool> scan(qint64 bytes, const Pass &pass);
    ScanRules scanRules() const;
    bool cutWindow(RowBatch &batch, std::size_t bytes);
    bool scanWindow(const Wish &wish, std::size_t bytes, Run &run);
    Done open();
    void emptyBlankWords(std::span<std::string_view> cells) const;
    void inspect(RowView &row);
    void repair(std::span<std::string_view> cells);
    void decode(std::span<std::string_view> cells);
    std::size_t validLength(std::string_view text) const;
    RowRole roleOf(const RowView &row, qint64 offset) const;

    Dialect m_dialect;
    std::vector<std::string> m_blankWords;
    TextWindow m_window;
    RecordParser m_parser;
    const ByteSet *m_badBytes;
    const SingleByteTable *m_table;
    bool m_canRun;
    bool m_canCut; ///< Many rows can be cut into cells at once.
    bool m_opened = false;
    bool m_lookedAhead = false; ///< In this record.
    bool m_nextIsOdd = false; ///< As the last run has found.
    qint64 m_record;
    std::vector<char> m_repaired;
};

/// The table of an encoding with which the cells of \a dialect can be decoded after they are cut.
std::optional<SingleByteTable> lateTableOf(const Dialect &dialect);

/// The bytes of an encoding that are no characters, if it has one byte for each character and its first half
/// is ASCII.
std::optional<ByteSet> badBytesOf(const QByteArray &encoding);

} // namespace rowlift
