#pragma once

#include "app/check/row_rules.h"
#include "app/draft/draft.h"
#include "app/draft/row_pass.h"
#include "app/mapping/record_builder.h"
#include "app/run/record_key.h"
#include "app/service/job_kind.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace rowlift {

/// Records in file order, encoded: some that stand one behind the other. Lives until take() returns.
class EncodedRows {
public:
    std::size_t size() const { return m_marks.size(); }
    qint64 record(std::size_t row) const { return m_begin.record + m_marks[row].record; }
    /// Where the row begins in the file: a pass goes on there.
    RowPosition position(std::size_t row) const
    {
        return { .record = record(row), .offset = m_begin.offset + m_marks[row].offset };
    }
    /// What its key comes to (RecordKey::hashOf()); in passes that were asked for keys.
    quint64 key(std::size_t row) const { return m_keys[row]; }
    /// Of its record, with the separator behind it.
    qint64 size(std::size_t row) const
    {
        return static_cast<qint64>(m_marks[row].end - (row == 0 ? m_from : m_marks[row - 1].end));
    }
    /// The first row whose record is \a record or behind it; size(): none.
    std::size_t firstFrom(qint64 record) const
    {
        const auto place = std::ranges::lower_bound(m_marks, record - m_begin.record, {}, &Mark::record);
        return static_cast<std::size_t>(place - m_marks.begin());
    }
    /// The first \a count of them.
    std::string_view bytes(std::size_t count) const
    {
        return count == 0 ? std::string_view() : m_bytes.substr(m_from, m_marks[count - 1].end - m_from);
    }
    /// How many of them are no more than \a bytes together.
    std::size_t fitting(qint64 bytes) const
    {
        if (bytes <= 0)
            return 0;
        const auto behind
            = std::ranges::upper_bound(m_marks, m_from + static_cast<std::size_t>(bytes), {}, &Mark::end);
        return static_cast<std::size_t>(behind - m_marks.begin());
    }
    EncodedRows part(std::size_t from, std::size_t count) const
    {
        EncodedRows rows = *this;
        rows.m_marks = m_marks.subspan(from, count);
        rows.m_keys = m_keys.empty() ? m_keys : m_keys.subspan(from, count);
        rows.m_from = from == 0 ? m_from : m_marks[from - 1].end;
        return rows;
    }
    EncodedRows behind(std::size_t count) const { return part(count, size() - count); }

private:
    friend class RecordPass;

    struct Mark {
        std::size_t end = 0; ///< Of its bytes.
        quint32 record = 0; ///< Behind that of the block.
        quint32 offset = 0; ///< The same.
    };

    std::string_view m_bytes;
    std::size_t m_from = 0;
    RowPosition m_begin;
    std::span<const Mark> m_marks;
    std::span<const quint64> m_keys; ///< None, or one a row.
};

struct RecordPassOptions {
    /// Rows with a problem (RowRules) are passed over, as Check does; so are those whose record was looked up
    /// and is not there (Draft::checkedField).
    bool leaveOutProblems = false;
    /// Rows that, alone in a part, make it larger are passed over: no service takes them. 0: any are made.
    qint64 mostPartBytes = 0;
    qint64 blockBytes = 0; ///< Of the file that one thread reads at a time; 0: as many as are good.
};

/// The one pass that makes records: the rows of a draft, built by its mapping and encoded, in several
/// threads. Plan and run are cut from it. Where records were looked up (Target::looksUp()), the id that was
/// found stands in the place of the value that found it, and rows without one are passed over. The rows and
/// their bytes are the same for any number of threads. At most some dozen blocks of a megabyte are in memory
/// (but for the largest row).
class RecordPass {
public:
    struct Seen {
        qint64 rows = 0; ///< Rows of data.
        /// Of these, those with a problem, without a record, too large, or in Draft::leftOut.
        qint64 leftOut = 0;
        std::vector<qint64> tooLarge = {}; ///< Records; ascending in one run.
    };
    using Take = std::function<Done(const EncodedRows &rows)>;
    /// Which rows a run goes over.
    struct Range {
        RowPosition from = {};
        qint64 until = -1; ///< Rows that begin here or behind are not read (or are, some of them); -1: all.
        const RecordKey *key = nullptr; ///< EncodedRows::key() is wanted.
    };

    /// \a encoder is used by several threads.
    RecordPass(Draft draft, Schema schema, std::unique_ptr<Encoder> encoder, RecordPassOptions options = {});
    ~RecordPass();

    const Encoder &encoder() const { return *m_encoder; }
    const Draft &draft() const { return m_draft; }
    const Schema &schema() const { return m_schema; }

    /// The fields of the records as they are sent (sentFields()), and as the mapping gives them.
    const std::vector<QString> &fields() const { return m_fields; }
    const std::vector<QString> &givenFields() const { return m_givenFields; }

    /// Hands the records from \a from on to \a take, in the calling thread, until it returns an error.
    /// Returns where the file ends. Fails with BadInput when the file is not the one of the draft, or its
    /// records were not looked up.
    Result<RowPosition> run(RowPosition from, const Take &take, const std::stop_token &stop)
    {
        return runRange({ .from = from }, take, stop);
    }
    Result<RowPosition> runRange(const Range &range, const Take &take, const std::stop_token &stop);
    /// The same for the rows of \a records (ascending) alone. Where rows begin, as earlier runs have seen or
    /// noteMark() was told, saves reading what lies between.
    Done runOver(std::span<const qint64> records, const Range &range, const Take &take,
                 const std::stop_token &stop);
    /// One for the rows of the same file that makes something else of them, by \a draft. Passes over none.
    std::unique_ptr<RecordPass> withEncoder(std::unique_ptr<Encoder> encoder, Draft draft) const;
    void noteMark(RowPosition mark);
    void noteMarksOf(const RecordPass &other);
    const Seen &seen() const { return m_seen; } ///< By the last run.

private:
    struct Worker;
    struct Block;

    std::unique_ptr<Worker> takeWorker();
    void giveWorker(std::unique_ptr<Worker> worker);
    Block spareBlock();
    void giveBlock(Block block);
    Result<qint64> goodBlockBytes(ByteSource &source, RowPosition from, const std::stop_token &stop);
    Result<Block> read(RecordStream &stream, qint64 until);
    Done readRows(RecordStream &stream, qint64 until, Worker &worker, Block &block) const;
    bool usesFound() const;
    Done findRecords(Worker &worker) const;
    bool makeRow(Worker &worker, std::size_t row, Block &block) const;
    RowPosition markBefore(qint64 record) const;
    qint64 endOfStretch(std::span<const qint64> records) const;
    Done hand(const Block &block, RowPosition begin, const Take &take);

    const Draft m_draft;
    const Schema m_schema;
    const std::unique_ptr<Encoder> m_encoder;
    const RecordPassOptions m_options;
    CellWish m_wish;
    std::size_t m_mostRowBytes = std::numeric_limits<std::size_t>::max();
    std::vector<QString> m_givenFields;
    std::vector<QString> m_fields;
    int m_lookedUp = -1; ///< Of the fields, the id that was looked up.
    const RecordKey *m_key = nullptr; ///< Of the run.
    qint64 m_blockBytes; ///< 0: not known yet.
    Seen m_seen;
    std::vector<RowPosition> m_marks; ///< Where rows are known to begin, ascending.
    std::mutex m_mutex; ///< Between the threads of a run; guards what follows.
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<Block> m_spare;
};

} // namespace rowlift
