#include "app/run/record_pass.h"

#include "app/draft/found_ids.h"
#include "app/draft/source_file.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 mostBlockBytes = qint64(1024) * 1024;
constexpr qint64 leastBlockBytes = qint64(16) * 1024;
constexpr qint64 goodBlockMemory = qint64(768) * 1024;
constexpr std::size_t mostKeptMemory = std::size_t(4) * 1024 * 1024;
constexpr qint64 probedBytes = qint64(64) * 1024;
/// Rows that are not wanted are read over rather than the pass begun anew behind them.
constexpr qint64 mostReadOver = qint64(16) * 1024 * 1024;

CellWish wishOf(const RecordBuilder &builder)
{
    CellWish wish;
    for (int field = 0; field < static_cast<int>(builder.fields().size()); ++field) {
        const auto columns = builder.columnsOf(field);
        wish.columns.insert(wish.columns.end(), columns.begin(), columns.end());
    }
    std::ranges::sort(wish.columns);
    const auto repeated = std::ranges::unique(wish.columns);
    wish.columns.erase(repeated.begin(), repeated.end());
    return wish;
}

/// Hands those of \a rows that are among the wanted ones from \a next on, which goes on behind them.
Done handWanted(EncodedRows rows, std::span<const qint64> wanted, std::size_t &next,
                const RecordPass::Take &take)
{
    while (rows.size() > 0) {
        while (next < wanted.size() && wanted[next] < rows.record(0))
            ++next;
        if (next == wanted.size())
            return {};
        const std::size_t first = rows.firstFrom(wanted[next]);
        rows = rows.behind(first);
        std::size_t count = 0;
        while (count < rows.size() && next < wanted.size() && wanted[next] == rows.record(count)) {
            ++count;
            ++next;
        }
        if (count > 0) {
            if (const Done taken = take(rows.part(0, count)); !taken)
                return taken;
        }
        rows = rows.behind(count);
    }
    return {};
}

} // namespace

/// What a thread works with.
struct RecordPass::Worker {
    Worker(const Draft &draft, const Schema &schema)
        : builder(draft.mapping, schema, draft.target)
        , rules(draft, schema)
    {
    }

    bool hasProblem(std::span<const std::string_view> cells, const BuiltRecord &record);

    /// The values of \a record as they are sent.
    std::span<const std::string_view> sent(const BuiltRecord &record, int place, std::string_view id)
    {
        if (place < 0)
            return record.values;
        values.assign(record.values.begin(), record.values.end());
        values[static_cast<std::size_t>(place)] = id;
        return values;
    }

    RecordBuilder builder;
    RowRules rules;
    RowBatch batch;
    std::optional<FoundIds> found; ///< Where records were looked up.
    std::vector<std::string_view> values;
    std::string key;
};

struct RecordPass::Block {
    OutBuffer out;
    std::vector<EncodedRows::Mark> marks;
    std::vector<quint64> keys;
    qint64 rows = 0;
    qint64 problems = 0;
    std::vector<qint64> tooLarge; ///< Records, counted from its first.

    std::size_t memory() const { return out.capacity() + marks.capacity() * sizeof(EncodedRows::Mark); }
    std::size_t used() const { return out.size() + marks.size() * sizeof(EncodedRows::Mark); }
};

bool RecordPass::Worker::hasProblem(std::span<const std::string_view> cells, const BuiltRecord &record)
{
    const auto findings = rules.judge(cells, record, Severity::Problem);
    return std::ranges::find(findings, Severity::Problem, &Finding::severity) != findings.end();
}

RecordPass::RecordPass(Draft draft, Schema schema, std::unique_ptr<Encoder> encoder,
                       RecordPassOptions options)
    : m_draft(std::move(draft))
    , m_schema(std::move(schema))
    , m_encoder(std::move(encoder))
    , m_options(options)
    , m_blockBytes(options.blockBytes)
{
    if (m_options.mostPartBytes > 0)
        m_mostRowBytes = static_cast<std::size_t>(
            std::max<qint64>(m_options.mostPartBytes - m_encoder->prologue().size()
                                 - m_encoder->epilogue().size() + m_encoder->separator().size(),
                             0));
    auto worker = takeWorker();
    m_wish = wishOf(worker->builder);
    m_givenFields = worker->builder.fields();
    m_fields = sentFields(m_givenFields, m_draft.target, m_schema);
    m_lookedUp = lookedUpField(m_givenFields, m_draft.target);
    giveWorker(std::move(worker));
}

RecordPass::~RecordPass() = default;

std::unique_ptr<RecordPass::Worker> RecordPass::takeWorker()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_workers.empty()) {
            auto worker = std::move(m_workers.back());
            m_workers.pop_back();
            return worker;
        }
    }
    return std::make_unique<Worker>(m_draft, m_schema);
}

void RecordPass::giveWorker(std::unique_ptr<Worker> worker)
{
    const std::scoped_lock lock(m_mutex);
    m_workers.push_back(std::move(worker));
}

RecordPass::Block RecordPass::spareBlock()
{
    const std::scoped_lock lock(m_mutex);
    if (m_spare.empty())
        return {};
    Block block = std::move(m_spare.back());
    m_spare.pop_back();
    return block;
}

void RecordPass::giveBlock(Block block)
{
    if (block.memory() > mostKeptMemory)
        return;
    block.out.clear();
    block.marks.clear();
    block.keys.clear();
    block.rows = block.problems = 0;
    block.tooLarge.clear();
    const std::scoped_lock lock(m_mutex);
    m_spare.push_back(std::move(block));
}

Result<RowPosition> RecordPass::runRange(const Range &range, const Take &take, const std::stop_token &stop)
{
    m_seen = {};
    m_key = range.key;
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    const auto source = openSource(m_draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    const auto begin = beginOfRows(**source, m_draft.dialect, range.from, stop);
    if (!begin)
        return begin;
    const auto blockBytes = goodBlockBytes(**source, *begin, stop);
    if (!blockBytes)
        return tl::unexpected(blockBytes.error());
    Dialect dialect = m_draft.dialect;
    if (range.until >= 0 && canCutInParts(dialect))
        dialect.dataEnd = dialect.dataEnd < 0 ? range.until : std::min(dialect.dataEnd, range.until);
    return passOverRows<Block>(
        **source, dialect, *begin, *blockBytes,
        [this](RecordStream &stream, qint64 until) { return read(stream, until); },
        [this, &take](Block &block, RowPosition blockBegin, RowPosition) {
            if (m_marks.empty() || m_marks.back().record < blockBegin.record)
                m_marks.push_back(blockBegin);
            Done done = hand(block, blockBegin, take);
            giveBlock(std::move(block));
            return done;
        },
        stop);
}

void RecordPass::noteMark(RowPosition mark)
{
    const auto place = std::ranges::lower_bound(m_marks, mark.record, {}, &RowPosition::record);
    if (mark.record > 0 && (place == m_marks.end() || place->record != mark.record))
        m_marks.insert(place, mark);
}

void RecordPass::noteMarksOf(const RecordPass &other)
{
    for (const RowPosition &mark : other.m_marks)
        noteMark(mark);
}

RowPosition RecordPass::markBefore(qint64 record) const
{
    const auto behind = std::ranges::upper_bound(m_marks, record, {}, &RowPosition::record);
    return behind == m_marks.begin() ? RowPosition {} : *std::prev(behind);
}

std::unique_ptr<RecordPass> RecordPass::withEncoder(std::unique_ptr<Encoder> encoder, Draft draft) const
{
    auto pass = std::make_unique<RecordPass>(std::move(draft), m_schema, std::move(encoder),
                                             RecordPassOptions { .blockBytes = m_options.blockBytes });
    pass->m_marks = m_marks;
    return pass;
}

Done RecordPass::runOver(std::span<const qint64> records, const Range &range, const Take &take,
                         const std::stop_token &stop)
{
    const RowPosition from = range.from;
    auto next = static_cast<std::size_t>(std::ranges::lower_bound(records, from.record) - records.begin());
    while (next < records.size()) {
        const std::size_t first = next;
        const RowPosition mark = markBefore(records[next]);
        const qint64 until = endOfStretch(records.subspan(next));
        bool hasAll = false;
        const auto end = runRange(
            { .from = mark.record < from.record ? from : mark, .until = until, .key = range.key },
            [&](const EncodedRows &rows) -> Done {
                const Done done = handWanted(rows, records, next, take);
                hasAll = done && next == records.size();
                return hasAll ? tl::unexpected(cancelledError()) : done;
            },
            stop);
        if (!end && !hasAll)
            return tl::unexpected(end.error());
        if (until < 0 || next == first)
            break; // a row is none any more: whoever counts them sees it
    }
    return {};
}

/// Where the rows of \a records that stand near to each other have ended; -1: not known, or they never have.
qint64 RecordPass::endOfStretch(std::span<const qint64> records) const
{
    auto place = std::ranges::upper_bound(m_marks, records.front(), {}, &RowPosition::record);
    while (place != m_marks.end()) {
        const auto behind = std::ranges::lower_bound(records, place->record);
        if (behind == records.end() || markBefore(*behind).offset - place->offset > mostReadOver)
            return place->offset;
        place = std::ranges::upper_bound(place, m_marks.end(), *behind, {}, &RowPosition::record);
    }
    return -1;
}

/// Fixed values and many fields can make much of a small row: how much, the first rows tell.
Result<qint64> RecordPass::goodBlockBytes(ByteSource &source, RowPosition from, const std::stop_token &stop)
{
    if (m_blockBytes > 0)
        return m_blockBytes;
    WatchedSource watched(source, stop);
    RecordStream stream(watched, m_draft.dialect, from, { .block = probedBytes });
    auto block = read(stream, from.offset + probedBytes);
    if (!block)
        return tl::unexpected(block.error());
    const auto used = static_cast<qint64>(block->used());
    const qint64 bytes = std::max<qint64>(stream.position().offset - from.offset, 1);
    giveBlock(std::move(*block));
    m_blockBytes = used == 0 ? mostBlockBytes
                             : std::clamp(goodBlockMemory * bytes / used, leastBlockBytes, mostBlockBytes);
    return m_blockBytes;
}

Result<RecordPass::Block> RecordPass::read(RecordStream &stream, qint64 until)
{
    auto worker = takeWorker();
    Block block = spareBlock();
    const Done done = readRows(stream, until, *worker, block);
    giveWorker(std::move(worker));
    if (!done)
        return tl::unexpected(done.error());
    return block;
}

Done RecordPass::readRows(RecordStream &stream, qint64 until, Worker &worker, Block &block) const
{
    const RowPosition begin = stream.position();
    RowBatch &batch = worker.batch;
    while (stream.position().offset < until) {
        const Result<bool> more = stream.nextRows(batch, m_wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (const Done found = findRecords(worker); !found)
            return found;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (!batch.isData(row))
                continue;
            ++block.rows;
            const std::size_t before = block.out.size();
            if (!makeRow(worker, row, block)) {
                ++block.problems;
                continue;
            }
            if (block.out.size() - before > m_mostRowBytes) {
                block.out.endAt(block.out.room(0) - (block.out.size() - before));
                block.tooLarge.push_back(batch.record(row) - begin.record);
                if (m_key)
                    block.keys.pop_back();
                continue;
            }
            block.marks.push_back({ .end = block.out.size(),
                                    .record = static_cast<quint32>(batch.record(row) - begin.record),
                                    .offset = static_cast<quint32>(batch.offset(row) - begin.offset) });
        }
    }
    return {};
}

bool RecordPass::usesFound() const
{
    if (m_draft.target.looksUp())
        return true;
    return m_options.leaveOutProblems && m_draft.looksUp() && !m_draft.sendsUnfound
        && !m_draft.found.isEmpty();
}

/// Of the rows of the batch.
Done RecordPass::findRecords(Worker &worker) const
{
    const RowBatch &batch = worker.batch;
    if (!usesFound() || batch.rows() == 0)
        return {};
    if (!worker.found) {
        auto found = FoundIds::open(m_draft, m_schema);
        if (!found)
            return tl::unexpected(found.error());
        worker.found = std::move(*found);
    }
    return worker.found->load(batch.offset(0), batch.rows());
}

/// False: the row is passed over.
bool RecordPass::makeRow(Worker &worker, std::size_t row, Block &block) const
{
    std::string_view id;
    if (m_draft.target.looksUp()) {
        id = worker.found->at(row, worker.batch.offset(row)).idFor(m_draft.several);
        if (id.empty())
            return false;
    } else if (worker.found && isKeptBack(worker.found->at(row, worker.batch.offset(row)), m_draft)) {
        return false;
    }
    const auto cells = worker.batch.cells(row);
    const BuiltRecord &record = worker.builder.build(cells);
    if (m_options.leaveOutProblems && worker.hasProblem(cells, record))
        return false;
    const auto values = worker.sent(record, m_lookedUp, id);
    m_encoder->encode(worker.batch.offset(row), values, block.out);
    if (m_key)
        block.keys.push_back(m_key->hashOf(values, worker.key));
    return true;
}

Done RecordPass::hand(const Block &block, RowPosition begin, const Take &take)
{
    EncodedRows rows;
    rows.m_bytes = block.out.text();
    rows.m_begin = begin;
    rows.m_marks = block.marks;
    rows.m_keys = block.keys;
    m_seen.rows += block.rows;
    m_seen.leftOut += block.problems + static_cast<qint64>(block.tooLarge.size());
    for (const qint64 record : block.tooLarge)
        m_seen.tooLarge.push_back(begin.record + record);
    auto leftOut = std::ranges::lower_bound(m_draft.leftOut, begin.record);
    while (rows.size() > 0) {
        const auto last = rows.record(rows.size() - 1);
        if (leftOut == m_draft.leftOut.end() || *leftOut > last)
            return take(rows);
        const std::size_t before = rows.firstFrom(*leftOut);
        const bool isThere = rows.record(before) == *leftOut;
        if (before > 0) {
            if (const Done taken = take(rows.part(0, before)); !taken)
                return taken;
        }
        m_seen.leftOut += isThere ? 1 : 0;
        rows = rows.behind(before + (isThere ? 1 : 0));
        ++leftOut;
    }
    return {};
}

} // namespace rowlift
