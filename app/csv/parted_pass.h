#pragma once

#include "app/csv/piece_hash.h"
#include "app/csv/record_stream.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace rowlift {

/// How a file is read in parts.
struct PartPlan {
    Dialect dialect;
    RowPosition start; ///< A record begins here; all are rows of data or blank from here on.
    qint64 end = 0; ///< Records that begin here or below are not read.
    qint64 partBytes = PieceHash::pieceBytes;
    bool raw = false;
    const ByteSet *badBytes = nullptr;
    const SingleByteTable *table = nullptr; ///< As RecordStream::Options say.
    PieceHash *hash = nullptr;

    qint64 partOf(qint64 offset) const { return offset / partBytes; }
    qint64 parts() const { return end <= start.offset ? 0 : partOf(end - 1) - partOf(start.offset) + 1; }
    qint64 endOf(qint64 part) const { return std::min((partOf(start.offset) + part + 1) * partBytes, end); }
    qint64 beginOf(qint64 part) const { return part == 0 ? start.offset : endOf(part - 1); }
};

/// Whether the records of \a dialect can be read in parts at all.
bool canReadInParts(const Dialect &dialect);
/// The same by those who take rows in batches: these can be trimmed, have escapes and blank words.
bool canCutInParts(const Dialect &dialect);
/// As \a dialect, but for the rows of data only.
Dialect dialectOfRows(const Dialect &dialect);

/// Reads the parts of a file in several threads, the calling one among them, and hands what was read to the
/// calling thread in order. A thread that begins in the middle of a file guesses where the first record of
/// its part begins; where the guess turns out wrong, the part is read again from where the one before has
/// ended. So what comes out is the same as in one thread.
template <typename Part>
class PartedPass {
public:
    /// Reads the records that begin in front of \a until. In any thread.
    using Read = std::function<Result<Part>(RecordStream &stream, qint64 until)>;
    /// \a begin: where the records of \a part begin, \a end: behind them.
    using Take = std::function<Done(Part &part, RowPosition begin, RowPosition end)>;

    /// \a source is read by several threads when it says that it can be.
    PartedPass(ByteSource &source, const PartPlan &plan, Read read, std::stop_token stop)
        : m_source(source)
        , m_plan(plan)
        , m_read(std::move(read))
        , m_stop(std::move(stop))
    {
    }

    /// Where the first record behind the last part begins.
    Result<RowPosition> run(const Take &take)
    {
        const qint64 parts = m_plan.parts();
        const auto threads
            = std::min<qint64>({ qint64(std::thread::hardware_concurrency()), mostThreads, parts });
        m_ahead = 2 * threads + 2;
        std::vector<std::jthread> workers; // at the end they are asked to stop, and waited for
        if (threads > 1 && m_source.canBeReadByThreads()) {
            for (qint64 i = 1; i < threads; ++i) // this one reads, too
                workers.emplace_back([this](const std::stop_token &done) { work(done); });
        }
        RowPosition position = m_plan.start;
        for (qint64 part = 0; part < parts; ++part) {
            if (m_stop.stop_requested())
                return tl::unexpected(cancelledError());
            std::optional<Slot> slot = workers.empty() ? std::nullopt : slotOf(part);
            if (position.offset >= m_plan.endOf(part))
                continue; // one record goes over all of the part
            if (!slot || slot->begin != position.offset || !slot->part)
                slot = readFrom(position, part);
            if (!slot->part)
                return tl::unexpected(slot->part.error());
            const RowPosition end { .record = position.record + slot->end.record,
                                    .offset = slot->end.offset };
            if (const Done taken = take(*slot->part, position, end); !taken)
                return tl::unexpected(taken.error());
            position = end;
        }
        return position;
    }

private:
    static constexpr qint64 mostThreads = 8;

    struct Slot {
        qint64 begin = -1; ///< -1: no record was found.
        RowPosition end; ///< record: how many there are.
        Result<Part> part = Part();
    };

    void work(const std::stop_token &done)
    {
        std::unique_lock lock(m_mutex);
        while (m_roomMade.wait(lock, done, [this] { return m_nextPart < m_taken + m_ahead; })
               && !done.stop_requested() && m_nextPart < m_plan.parts())
            readNext(lock);
    }

    /// Reads the first part that nobody has begun, without \a lock.
    void readNext(std::unique_lock<std::mutex> &lock)
    {
        const qint64 part = m_nextPart++;
        lock.unlock();
        Slot slot = readGuessing(part);
        lock.lock();
        m_slots.insert_or_assign(part, std::move(slot));
        if (part == m_taken)
            m_nextRead.notify_one();
    }

    /// While the part is not there, this thread reads others rather than be woken for each.
    std::optional<Slot> slotOf(qint64 part)
    {
        std::unique_lock lock(m_mutex);
        const auto canRead = [this] { return m_nextPart < m_taken + m_ahead && m_nextPart < m_plan.parts(); };
        while (!m_slots.contains(part) && canRead())
            readNext(lock);
        m_nextRead.wait(lock, m_stop, [&] { return m_slots.contains(part); });
        m_taken = part + 1;
        m_roomMade.notify_one();
        const auto slot = m_slots.extract(part);
        return slot.empty() ? std::nullopt : std::optional<Slot>(std::move(slot.mapped()));
    }

    Slot readGuessing(qint64 part)
    {
        WatchedSource watched(m_source, m_stop, m_plan.hash);
        const qint64 begin = m_plan.beginOf(part);
        RecordStream stream
            = streamAt(watched, { .record = 0, .offset = part == 0 ? begin : begin - 1 }, part);
        Slot slot;
        const Result<bool> found = part == 0 ? Result<bool>(true) : stream.seekRecord();
        if (found && *found)
            readPart(stream, part, slot);
        return slot;
    }

    /// Errors name the right row then.
    Slot readFrom(RowPosition position, qint64 part)
    {
        WatchedSource watched(m_source, m_stop);
        RecordStream stream = streamAt(watched, position, part);
        Slot slot;
        readPart(stream, part, slot);
        return slot;
    }

    void readPart(RecordStream &stream, qint64 part, Slot &slot)
    {
        const RowPosition begin = stream.position();
        slot.begin = begin.offset;
        slot.part = m_read(stream, m_plan.endOf(part));
        if (!slot.part)
            return;
        slot.end = stream.position();
        slot.end.record -= begin.record;
    }

    RecordStream streamAt(ByteSource &source, RowPosition from, qint64 part) const
    {
        return { source,
                 m_plan.dialect,
                 from,
                 { .until = m_plan.endOf(part),
                   .raw = m_plan.raw,
                   .badBytes = m_plan.badBytes,
                   .table = m_plan.table } };
    }

    ByteSource &m_source;
    const PartPlan &m_plan;
    Read m_read;
    std::stop_token m_stop;
    qint64 m_ahead = 0; ///< So many parts may wait to be taken.

    std::mutex m_mutex; ///< Between the threads that read and the one that takes; guards what follows.
    std::condition_variable_any m_nextRead; ///< The part that is to be taken.
    std::condition_variable_any m_roomMade; ///< For another part to be read.
    qint64 m_nextPart = 0;
    qint64 m_taken = 0;
    std::map<qint64, Slot> m_slots;
};

} // namespace rowlift
