#include "app/csv/find_cells.h"

#include "app/csv/pass_source.h"
#include "app/csv/sure_pieces.h"
#include "app/csv/text_match.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <optional>

namespace rowlift {

namespace {

constexpr qint64 millisecondsBetweenBatches = 100;
constexpr std::size_t mostOfABatch = 20'000; ///< No more at once, so that who draws them is not held up.
constexpr qsizetype stretchBlock = qsizetype(64) * 1024; ///< About what lies between two marks.

/// Hands hits on in batches, and counts those that are too many.
class HitBatches {
public:
    HitBatches(const std::function<void(std::span<const CellHit>)> &listener)
        : m_listener(listener)
    {
    }

    void add(const CellHit &hit)
    {
        if (m_found.cells++ == 0 || hit.record != m_lastRecord)
            ++m_found.records;
        m_lastRecord = hit.record;
        if (m_found.cells > mostCellHits)
            m_found.cut = true;
        else
            m_batch.push_back(hit);
        if (m_batch.size() >= mostOfABatch)
            deliver(true);
    }

    void deliver(bool now)
    {
        if (m_batch.empty() || (!now && m_since.isValid() && m_since.elapsed() < millisecondsBetweenBatches))
            return;
        if (m_listener)
            m_listener(m_batch);
        m_batch.clear();
        m_since.start();
    }

    const FoundCells &found() const { return m_found; }

private:
    const std::function<void(std::span<const CellHit>)> &m_listener;
    std::vector<CellHit> m_batch;
    QElapsedTimer m_since;
    FoundCells m_found;
    qint64 m_lastRecord = -1;
};

/// The records from one mark to the next.
struct Stretch {
    RowPosition from;
    qint64 endRecord = std::numeric_limits<qint64>::max();
    qint64 endOffset = 0;
};

class CellFinder {
public:
    CellFinder(ByteSource &source, const Dialect &dialect, const std::string &text,
               const FindOptions &options, const std::function<void(std::span<const CellHit>)> &hits,
               std::stop_token stop)
        : m_source(source, {}, std::move(stop))
        , m_dialect(dialect)
        , m_options(options)
        , m_match(text, options.matchCase, options.wholeCell)
        , m_batches(hits)
    {
        for (const std::string &piece : surePieces(text, dialect, options.matchCase)) {
            m_pieces.emplace_back(piece, options.matchCase);
            m_overlap = std::max(m_overlap, piece.size() - 1);
        }
    }

    Done search(const Stretch &stretch);
    HitBatches &batches() { return m_batches; }

private:
    bool isWanted(const Stretch &stretch) const;
    bool isWanted(qint64 record) const;
    Result<bool> mayHoldText(const Stretch &stretch);
    Done read(const Stretch &stretch);
    void look(const RowView &row);

    PassSource m_source;
    const Dialect &m_dialect;
    const FindOptions &m_options;
    TextMatch m_match;
    std::vector<ByteFinder> m_pieces; ///< None: any stretch may hold the text.
    std::size_t m_overlap = 0; ///< Of two blocks, so that no piece falls between them.
    HitBatches m_batches;
    std::vector<char> m_block;
    std::optional<RowReader> m_reader;
    qint64 m_readTo = -1; ///< The record that m_reader gives next.
};

bool CellFinder::isWanted(const Stretch &stretch) const
{
    const auto &only = m_options.onlyRecords;
    const auto hit = std::lower_bound(only.begin(), only.end(), stretch.from.record);
    return only.empty() || (hit != only.end() && *hit < stretch.endRecord);
}

bool CellFinder::isWanted(qint64 record) const
{
    const auto &only = m_options.onlyRecords;
    return only.empty() || std::binary_search(only.begin(), only.end(), record);
}

Result<bool> CellFinder::mayHoldText(const Stretch &stretch)
{
    if (m_pieces.empty())
        return true;
    m_block.resize(m_overlap + static_cast<std::size_t>(RowReader::blockBytes));
    std::size_t kept = 0;
    for (qint64 at = stretch.from.offset; at < stretch.endOffset;) {
        const qint64 wanted = std::min<qint64>(RowReader::blockBytes, stretch.endOffset - at);
        const Result<qint64> got
            = m_source.read(at, { m_block.data() + kept, static_cast<std::size_t>(wanted) });
        if (!got)
            return tl::unexpected(got.error());
        const std::size_t size = kept + static_cast<std::size_t>(*got);
        const std::string_view block(m_block.data(), size);
        if (std::any_of(m_pieces.begin(), m_pieces.end(),
                        [block](const ByteFinder &piece) { return piece.isIn(block); }))
            return true;
        if (*got == 0)
            break;
        at += *got;
        kept = std::min(m_overlap, size);
        std::copy(m_block.begin() + static_cast<std::ptrdiff_t>(size - kept),
                  m_block.begin() + static_cast<std::ptrdiff_t>(size), m_block.begin());
    }
    return false;
}

Done CellFinder::search(const Stretch &stretch)
{
    if (!isWanted(stretch))
        return {};
    const Result<bool> may = mayHoldText(stretch);
    if (!may)
        return tl::unexpected(may.error());
    return *may ? read(stretch) : Done {};
}

Done CellFinder::read(const Stretch &stretch)
{
    if (!m_reader || m_readTo != stretch.from.record)
        m_reader.emplace(m_source, m_dialect, stretch.from, stretchBlock);
    m_readTo = stretch.from.record;
    RowView row;
    while (m_readTo < stretch.endRecord) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        m_readTo = row.record + 1;
        if (isWanted(row.record))
            look(row);
        m_batches.deliver(false);
    }
    return {};
}

void CellFinder::look(const RowView &row)
{
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (m_match.matches(row.cells[column]))
            m_batches.add({ row.record, static_cast<int>(column) });
    }
}

} // namespace

Result<FoundCells> findCells(ByteSource &source, const Dialect &dialect,
                             const std::vector<RowPosition> &marks, const QString &text,
                             const FindOptions &options, const Progress &progress,
                             const std::function<void(std::span<const CellHit>)> &hits, std::stop_token stop)
{
    const QString wanted = options.wholeCell ? text.trimmed() : text;
    if (wanted.isEmpty())
        return FoundCells {};
    const std::vector<RowPosition> fromTop = { RowPosition {} };
    const std::vector<RowPosition> &all = marks.empty() ? fromTop : marks;
    CellFinder finder(source, dialect, wanted.toStdString(), options, hits, std::move(stop));
    for (std::size_t at = 0; at < all.size(); ++at) {
        Stretch stretch { .from = all[at], .endOffset = source.size() };
        if (at + 1 < all.size()) {
            stretch.endRecord = all[at + 1].record;
            stretch.endOffset = all[at + 1].offset;
        }
        if (const Done searched = finder.search(stretch); !searched)
            return tl::unexpected(searched.error());
        finder.batches().deliver(false);
        progress.tell(stretch.endOffset, source.size());
    }
    finder.batches().deliver(true);
    return finder.batches().found();
}

} // namespace rowlift
