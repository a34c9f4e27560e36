#include "app/run/exception_matcher.h"

#include "app/run/key_matcher.h"
#include "app/run/row_hash.h"
#include "app/run/row_matcher.h"

#include <algorithm>

namespace rowlift {

namespace {

/// What is kept of results that have not found their row; a service that sends more sends nonsense.
constexpr qint64 mostStrayBytes = 256 << 20;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

Result<std::unique_ptr<ResultMatcher>> ResultMatcher::load(const PartFile &part, const JobKind &kind,
                                                           const QStringList &fields, const MatchKey &key,
                                                           std::vector<qint64> records,
                                                           const Encoder *encoder)
{
    if (kind.naming == ResultNaming::Keys) {
        Q_ASSERT(encoder);
        auto matcher = KeyMatcher::load(part, *encoder, key, std::move(records));
        if (!matcher)
            return tl::unexpected(matcher.error());
        return std::move(*matcher);
    }
    if (kind.naming == ResultNaming::Exceptions) {
        auto matcher = ExceptionMatcher::load(part, kind, fields, key, std::move(records));
        if (!matcher)
            return tl::unexpected(matcher.error());
        return std::move(*matcher);
    }
    auto matcher = RowMatcher::load(part, fields, key.field, std::move(records), kind);
    if (!matcher)
        return tl::unexpected(matcher.error());
    return std::move(*matcher);
}

ExceptionMatcher::ExceptionMatcher(const PartFile &part, const JobKind &kind, QStringList fields,
                                   MatchKey key, std::vector<qint64> records)
    : m_rows(part, kind, fields.size(), records.size())
    , m_fields(std::move(fields))
    , m_rowColumn(kind.rowColumn)
    , m_key(std::move(key))
    , m_keyAt(static_cast<int>(m_fields.indexOf(m_key.field)))
    , m_said(std::move(records))
    , m_sentHas(static_cast<std::size_t>(m_fields.size()), 0)
    , m_cells(static_cast<std::size_t>(m_fields.size()))
{
}

Result<std::unique_ptr<ExceptionMatcher>> ExceptionMatcher::load(const PartFile &part, const JobKind &kind,
                                                                 const QStringList &fields,
                                                                 const MatchKey &key,
                                                                 std::vector<qint64> records)
{
    std::unique_ptr<ExceptionMatcher> matcher(
        new ExceptionMatcher(part, kind, fields, key, std::move(records)));
    ExceptionMatcher &own = *matcher;
    const bool hasMarks = !own.m_rowColumn.isEmpty();
    if (hasMarks)
        own.m_marks.reserve(own.m_said.rows());
    quint32 row = 0;
    const Done read = own.m_rows.read([&](std::string_view mark, Cells cells) {
        if (hasMarks)
            own.m_marks.push_back({ .all = cellHash(trimmed(mark)), .row = row });
        ++row;
        for (std::size_t at = 0; at < std::min(cells.size(), own.m_sentHas.size()); ++at)
            own.m_sentHas[at] = own.m_sentHas[at] != 0 || !cells[at].empty();
    });
    if (!read)
        return tl::unexpected(read.error());
    std::ranges::sort(own.m_marks, {}, &Candidate::all);
    return matcher;
}

Done ExceptionMatcher::columns(const QStringList &fields)
{
    const auto known = std::ranges::find(m_lists, fields, &List::names);
    m_list = static_cast<std::size_t>(known - m_lists.begin());
    if (known != m_lists.end())
        return {};
    List list;
    list.names = fields;
    list.hasCells.assign(static_cast<std::size_t>(m_fields.size()), 0);
    for (qsizetype column = 0; column < fields.size(); ++column) {
        const QString &name = fields[column];
        const auto isName
            = [&name](const QString &own) { return own.compare(name, Qt::CaseInsensitive) == 0; };
        const bool isMark = !m_rowColumn.isEmpty() && isName(m_rowColumn);
        if (isMark && list.markAt < 0)
            list.markAt = static_cast<int>(column);
        qsizetype at = isMark ? -1 : m_fields.indexOf(name);
        if (at < 0 && !isMark) // a service may give names back in another case
            at = std::ranges::find_if(m_fields, isName) - m_fields.begin();
        list.fieldOf.push_back(at < m_fields.size() ? static_cast<int>(at) : -1);
    }
    list.isWhole = true;
    for (int field = 0; field < m_fields.size(); ++field)
        list.isWhole = list.isWhole && std::ranges::find(list.fieldOf, field) != list.fieldOf.end();
    m_lists.push_back(std::move(list));
    return {};
}

std::optional<quint32> ExceptionMatcher::rowWith(std::string_view mark) const
{
    const quint64 hash = cellHash(mark);
    const auto found = std::ranges::equal_range(m_marks, hash, {}, &Candidate::all);
    return found.size() == 1 ? std::optional(found.front().row) : std::nullopt;
}

quint64 ExceptionMatcher::keyHash(std::string_view cell) const
{
    const std::string_view bare = trimmed(cell);
    if (bare.empty())
        return 0;
    if (m_key.caseSensitive)
        return cellHash(bare) | 1;
    const QByteArray folded
        = QString::fromUtf8(bare.data(), static_cast<qsizetype>(bare.size())).toCaseFolded().toUtf8();
    return cellHash({ folded.constData(), static_cast<std::size_t>(folded.size()) }) | 1;
}

Done ExceptionMatcher::row(Outcome outcome, const Reason &reason, const QString &recordId,
                           std::span<const std::string_view> cells)
{
    if (m_lists.empty()) {
        if (const Done begun = columns({}); !begun)
            return begun;
    }
    const List &list = m_lists[m_list];
    RowOutcome result { .record = -1, .outcome = outcome, .reason = reason, .recordId = recordId };
    const auto markAt = static_cast<std::size_t>(list.markAt);
    // Of a result that lacks cells only those in front stand in their column.
    const bool hasMark = list.markAt == 0 || (list.markAt > 0 && cells.size() >= list.fieldOf.size());
    if (hasMark && markAt < cells.size()) {
        if (const std::string_view mark = trimmed(cells[markAt]); !mark.empty()) {
            if (const auto found = rowWith(mark)) {
                m_said.name(*found, std::move(result));
            } else {
                keep(std::move(result), {});
            }
            return {};
        }
    }
    keep(std::move(result), cells);
    return {};
}

void ExceptionMatcher::keep(RowOutcome outcome, Cells cells)
{
    List &list = m_lists[m_list];
    Stray stray;
    stray.list = m_list;
    const auto bytes = static_cast<qint64>(sizeof(Stray) + m_cells.size() * sizeof(quint64))
        + 2 * (outcome.reason.text.size() + outcome.reason.field.size() + outcome.recordId.size());
    if (m_strayBytes + bytes > mostStrayBytes || m_strays.size() >= 4 * m_said.rows() + 1) {
        ++m_uncounted[outcome.outcome == Outcome::Failed ? 1 : 0];
        return;
    }
    m_strayBytes += bytes;
    stray.outcome = std::move(outcome);
    stray.isShort = cells.size() != list.fieldOf.size();
    std::ranges::fill(m_cells, std::string_view());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const bool isMark = static_cast<int>(at) == list.markAt;
        if (!isMark && !cells[at].empty())
            stray.filled = withCell(stray.filled, cellHash(cells[at])) | 1;
        if (stray.isShort || at >= list.fieldOf.size() || list.fieldOf[at] < 0)
            continue;
        const auto field = static_cast<std::size_t>(list.fieldOf[at]);
        m_cells[field] = cells[at];
        list.hasCells[field] = list.hasCells[field] != 0 || !cells[at].empty();
    }
    stray.cells.reserve(m_cells.size());
    for (const std::string_view cell : m_cells)
        stray.cells.push_back(cellHash(cell));
    if (m_keyAt >= 0)
        stray.key = keyHash(m_cells[static_cast<std::size_t>(m_keyAt)]);
    m_strays.push_back(std::move(stray));
}

Done ExceptionMatcher::others(Outcome outcome, const Reason &reason)
{
    m_said.others(outcome, reason);
    return {};
}

Done ExceptionMatcher::totals(const PartTotals &totals)
{
    m_said.totals(totals);
    return {};
}

qint64 ExceptionMatcher::countStrays(bool failed) const
{
    return m_uncounted[failed ? 1 : 0] + std::ranges::count_if(m_strays, [failed](const Stray &stray) {
               return !stray.isDone && (stray.outcome.outcome == Outcome::Failed) == failed;
           });
}

qint64 ExceptionMatcher::countSpares(bool failed) const
{
    return std::ranges::count_if(m_strays, [failed](const Stray &stray) {
        return stray.isSpare && (stray.outcome.outcome == Outcome::Failed) == failed;
    });
}

/// By row: another one's failure may be its own.
std::vector<bool> ExceptionMatcher::doubtful(qint64 unnamed) const
{
    std::vector<bool> doubted(m_said.rows(), false);
    if (!m_said.saysOthersAreIn())
        return doubted; // what is said of the others is nothing that a failure speaks against
    qint64 narrowed = 0;
    qint64 lost = m_uncounted[1];
    for (const Stray &stray : m_strays) {
        if (stray.isDone || stray.outcome.outcome != Outcome::Failed)
            continue;
        if (stray.left < 0) {
            ++lost;
            continue;
        }
        bool isFree = false; // else the row that it is about is none of these
        for (const Candidate &row : m_left[static_cast<std::size_t>(stray.left)]) {
            doubted[row.row] = true;
            isFree = isFree || !m_said.isNamed(row.row);
        }
        narrowed += isFree ? 1 : 0;
    }
    const bool isProven = m_said.counted().failed && unnamed == 0;
    if (unnamed > narrowed || m_said.missingIn(countLost(true)) > 0 || (lost > 0 && !isProven))
        std::fill(doubted.begin(), doubted.end(), true);
    return doubted;
}

Result<ResultMatcher::Matched> ExceptionMatcher::finish()
{
    for (const bool failed : { true, false }) { // who failed is not in, so nobody is warned of that row
        if (auto placed = placeStrays(failed); !placed)
            return tl::unexpected(placed.error());
    }
    const qint64 unnamed = std::max(qint64(0), m_said.counted().failed.value_or(0) - countLines(true));
    Matched matched { .outcomes = {},
                      .unplaced = countStrays(true) + countStrays(false),
                      .unnamed
                      = std::max(qint64(0), unnamed - countLost(true)) + m_said.missingIn(countLost(true)) };
    const std::vector<bool> doubted = doubtful(unnamed);
    matched.remark = m_said.remark({ .lostFailed = countLost(true),
                                     .lostWarned = countLost(false),
                                     .failed = countLines(true),
                                     .warned = countLines(false) },
                                   NamedRows::wordsForRows(), m_said.inDoubt(doubted));
    m_said.nameOthers(doubted);
    matched.outcomes = m_said.take();
    return matched;
}

} // namespace rowlift
