#include "app/run/part_maker.h"

#include "app/run/ledger_parts.h"
#include "app/run/part_file.h"
#include "app/run/rows_in_order.h"

#include <algorithm>
#include <utility>

namespace rowlift {

namespace {

/// The part that is being made.
class PartInMaking {
public:
    PartInMaking(RecordPass &records, const RowSchedule &schedule, const PartMaker::Wish &wish,
                 const PartMaker::OnPart &onPart)
        : m_encoder(records.encoder())
        , m_schedule(schedule)
        , m_wish(wish)
        , m_onPart(onPart)
        , m_file(records.encoder(), wish.forRun)
        , m_cutter(wish.limits, frameBytesOf(records.encoder()))
        , m_number(wish.number)
        , m_mark(wish.from)
    {
    }

    void beginSweep(int sweep)
    {
        if (m_mark.sweep != sweep)
            m_mark.at = {};
        m_mark.sweep = sweep;
    }

    Done take(EncodedRows rows)
    {
        if (!m_schedule.orderOf(m_mark.sweep).empty()) {
            m_inOrder.add(rows);
            return {};
        }
        while (rows.size() > 0) {
            if (!m_file.isOpen()) {
                if (const Done begun = begin(); !begun)
                    return begun;
            }
            const std::size_t taken = m_cutter.take(rows);
            note(rows, taken);
            if (const Done appended = m_file.append(rows.bytes(taken)); !appended)
                return appended;
            if (taken == rows.size())
                break;
            m_mark.at = rows.position(taken);
            if (const Done ended = end(); !ended)
                return ended;
            rows = rows.behind(taken);
        }
        return {};
    }

    Done endSweep()
    {
        if (const Done put = putInOrder(m_schedule.orderOf(m_mark.sweep)); !put)
            return put;
        m_mark = { .attempt = m_mark.attempt, .sweep = m_mark.sweep + 1, .at = {} };
        return m_file.isOpen() ? end() : Done {};
    }

private:
    Done begin()
    {
        m_part = {};
        m_part.number = m_number;
        m_part.attempt = m_mark.attempt;
        m_part.file = m_wish.pathOf(m_number);
        m_members = {};
        m_cutter.beginPart(m_number, m_schedule.isOnePart(m_mark.sweep));
        return m_file.begin(m_part.file, m_wish.forRun);
    }

    Done putInOrder(std::span<const qint64> order)
    {
        RowsInOrder rows = std::exchange(m_inOrder, {});
        for (const qint64 record : order) {
            const auto bytes = m_schedule.isGrouped()
                ? rows.merged(m_encoder, record, m_schedule.followersOf(record))
                : rows.of(record);
            if (!bytes)
                continue; // it is none that can be sent
            const Done begun = m_file.isOpen() ? Done() : begin();
            const Done appended = begun ? m_file.append(*bytes) : begun;
            if (!appended)
                return appended;
            note(record);
        }
        return {};
    }

    void note(qint64 record)
    {
        m_members.records.push_back(record);
        const auto followers = m_schedule.followersOf(record);
        m_members.followers.insert(m_members.followers.end(), followers.begin(), followers.end());
    }

    void note(const EncodedRows &rows, std::size_t count)
    {
        if (!m_wish.forRun && !m_schedule.hasFollowers())
            return;
        for (std::size_t row = 0; row < count; ++row)
            note(rows.record(row));
    }

    Done end()
    {
        if (const Done finished = m_file.finish(); !finished)
            return finished;
        ++m_number;
        m_part.records = m_cutter.rows();
        m_part.rows = m_part.records + static_cast<qint64>(m_members.followers.size());
        m_part.bytes = m_file.bytes();
        m_part.hash = m_file.hash();
        m_part.firstRecord = m_cutter.firstRecord();
        m_part.lastRecord = m_cutter.lastRecord(); // followers come behind the row that they follow
        for (const PartMembers::Follower &follower : m_members.followers)
            m_part.lastRecord = std::max(m_part.lastRecord, follower.record);
        if (m_part.records == 0) // they were put in order, and are told by the members
            store::measure(m_part, m_members);
        m_part.planned = m_mark;
        return m_onPart(std::move(m_part), std::move(m_members));
    }

    const Encoder &m_encoder;
    const RowSchedule &m_schedule;
    const PartMaker::Wish &m_wish;
    const PartMaker::OnPart &m_onPart;
    PartFileWriter m_file;
    PartCutter m_cutter;
    RowsInOrder m_inOrder;
    qint64 m_number;
    PlanMark m_mark; ///< Behind the part.
    PartRecord m_part;
    PartMembers m_members;
};

/// Hands what of \a rows is not among \a others (ascending).
Done handAllBut(EncodedRows rows, std::span<const qint64> others, PartInMaking &part)
{
    auto other = std::ranges::lower_bound(others, rows.record(0));
    while (rows.size() > 0) {
        const std::size_t before = other == others.end() ? rows.size() : rows.firstFrom(*other);
        if (before > 0) {
            if (const Done taken = part.take(rows.part(0, before)); !taken)
                return taken;
        }
        const bool isThere = before < rows.size() && rows.record(before) == *other;
        rows = rows.behind(before + (isThere ? 1 : 0));
        if (other != others.end())
            ++other;
    }
    return {};
}

} // namespace

Done PartMaker::make(const Wish &wish, const OnPart &onPart, const OnWait &onWait,
                     const std::stop_token &stop)
{
    PartInMaking part(m_records, m_schedule, wish, onPart);
    for (int sweep = wish.from.sweep; sweep < m_schedule.sweeps(); ++sweep) {
        const RowPosition from = sweep == wish.from.sweep ? wish.from.at : RowPosition {};
        part.beginSweep(sweep);
        if (from == RowPosition {} && (sweep == 0 ? wish.waits : m_schedule.waitsBefore(sweep))) {
            if (const Done waited = onWait(); !waited)
                return waited;
        }
        const auto rows = m_schedule.rowsOf(sweep);
        const Done passed = rows
            ? m_records.runOver(
                *rows, { .from = from }, [&](const EncodedRows &some) { return part.take(some); }, stop)
            : m_records
                  .run(
                      from,
                      [&](const EncodedRows &some) { return handAllBut(some, m_schedule.others(), part); },
                      stop)
                  .and_then([](RowPosition) { return Done {}; });
        if (sweep == wish.from.sweep)
            m_seen = m_records.seen();
        const Done ended = passed ? part.endSweep() : passed;
        if (!ended)
            return ended;
    }
    return {};
}

} // namespace rowlift
