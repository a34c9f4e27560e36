#include "app/run/row_matcher.h"

#include "app/csv/row_reader.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <algorithm>
#include <numeric>

namespace rowlift {

namespace {

/// A hash of cells that tells "ab","c" from "a","bc".
quint64 hashOf(std::span<const std::string_view> cells, const std::vector<int> &columns, XXH3_state_t *state)
{
    XXH3_64bits_reset(state);
    for (const int column : columns) {
        const std::string_view cell = static_cast<size_t>(column) < cells.size()
            ? cells[static_cast<size_t>(column)]
            : std::string_view();
        const quint64 length = cell.size();
        XXH3_64bits_update(state, &length, sizeof length);
        XXH3_64bits_update(state, cell.data(), cell.size());
    }
    return XXH3_64bits_digest(state);
}

struct HashState {
    XXH3_state_t *state = XXH3_createState();
    HashState() = default;
    HashState(const HashState &) = delete;
    HashState &operator=(const HashState &) = delete;
    ~HashState() { XXH3_freeState(state); }
};

struct RowMatcherWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RowMatcher)
};

Error otherRows(const QString &path)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = RowMatcherWords::tr("A part of this import on the disk is not as it was written. The "
                                   "results of its rows stay at the service."),
             .detail = path,
             .retryAfter = {} };
}

std::vector<int> allColumns(qsizetype count)
{
    std::vector<int> columns(static_cast<size_t>(count));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

RowMatcher::RowMatcher(PartFile part, QStringList fields, QString keyField, std::vector<qint64> records)
    : m_part(std::move(part))
    , m_fields(std::move(fields))
    , m_keyField(std::move(keyField))
    , m_records(std::move(records))
    , m_placed(m_records.size(), false)
{
}

Result<std::unique_ptr<RowMatcher>> RowMatcher::load(const PartFile &part, const QStringList &fields,
                                                     const QString &keyField, std::vector<qint64> records)
{
    std::unique_ptr<RowMatcher> matcher(new RowMatcher(part, fields, keyField, std::move(records)));
    auto sent = matcher->hashRows(allColumns(fields.size()), false);
    if (!sent)
        return tl::unexpected(sent.error());
    matcher->m_sent = std::move(*sent);
    matcher->m_outcomes.reserve(matcher->m_records.size());
    return matcher;
}

Result<std::vector<RowMatcher::Sent>> RowMatcher::hashRows(const Columns &columns, bool onlyOpen) const
{
    auto file = FileSource::open(m_part.path);
    if (!file)
        return tl::unexpected(file.error());
    RowReader reader(**file, Dialect {});
    const HashState hash;
    std::vector<Sent> sent;
    sent.reserve(m_records.size());
    RowView row;
    qint32 number = -1; // the first record is the header
    for (;; ++number) {
        auto more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (number >= static_cast<qint64>(m_records.size()))
            return tl::unexpected(otherRows(m_part.path));
        if (number < 0 || (onlyOpen && m_placed[static_cast<size_t>(number)]))
            continue;
        sent.push_back({ .hash = hashOf(row.cells, columns, hash.state), .row = number });
    }
    if (number != static_cast<qint64>(m_records.size()))
        return tl::unexpected(otherRows(m_part.path));
    std::ranges::sort(sent, [](const Sent &a, const Sent &b) {
        return std::pair(a.hash, a.row) < std::pair(b.hash, b.row);
    });
    return sent;
}

Done RowMatcher::columns(const QStringList &fields)
{
    m_fieldOf.clear();
    for (const QString &field : fields) {
        qsizetype index = m_fields.indexOf(field);
        if (index < 0) { // a service may give names back in another case
            index = std::ranges::find_if(
                        m_fields,
                        [&field](const QString &own) { return own.compare(field, Qt::CaseInsensitive) == 0; })
                - m_fields.begin();
        }
        m_fieldOf.push_back(index < m_fields.size() ? static_cast<int>(index) : -1);
    }
    return {};
}

Done RowMatcher::row(Outcome outcome, const Reason &reason, const QString &recordId,
                     std::span<const std::string_view> cells)
{
    static thread_local const HashState hash;
    std::vector<std::string_view> ordered(static_cast<size_t>(m_fields.size()));
    for (size_t column = 0; column < cells.size() && column < m_fieldOf.size(); ++column) {
        if (m_fieldOf[column] >= 0)
            ordered[static_cast<size_t>(m_fieldOf[column])] = cells[column];
    }
    RowOutcome result { .record = -1, .outcome = outcome, .reason = reason, .recordId = recordId };
    if (!take(m_sent, hashOf(ordered, allColumns(m_fields.size()), hash.state), result))
        m_leftovers.push_back({ std::move(result), { ordered.begin(), ordered.end() } });
    return {};
}

bool RowMatcher::take(std::vector<Sent> &sent, quint64 hash, RowOutcome outcome)
{
    const auto first = std::ranges::lower_bound(sent, hash, {}, &Sent::hash);
    // Equal rows are taken in order, so those that are left begin behind those that were taken: a file in
    // which all rows are the same must not cost the square of their number.
    if (first == sent.end() || first->hash != hash || sent.end() - first <= first->taken)
        return false;
    const auto found = first + first->taken;
    if (found->hash != hash)
        return false;
    ++first->taken;
    place(found->row, std::move(outcome));
    return true;
}

void RowMatcher::place(qint64 row, RowOutcome outcome)
{
    m_placed[static_cast<size_t>(row)] = true;
    outcome.record = m_records[static_cast<size_t>(row)];
    m_outcomes.push_back(std::move(outcome));
}

Done RowMatcher::matchLeftoversBy(const Columns &columns)
{
    if (m_leftovers.empty() || columns.empty())
        return {};
    auto sent = hashRows(columns, true);
    if (!sent)
        return tl::unexpected(sent.error());
    const HashState hash;
    std::vector<Leftover> still;
    for (Leftover &leftover : m_leftovers) {
        const std::vector<std::string_view> cells(leftover.cells.begin(), leftover.cells.end());
        if (!take(*sent, hashOf(cells, columns, hash.state), leftover.outcome))
            still.push_back(std::move(leftover));
    }
    m_leftovers = std::move(still);
    return {};
}

Result<RowMatcher::Matched> RowMatcher::finish()
{
    Columns given;
    for (int column = 0; column < m_fields.size(); ++column) {
        if (std::ranges::any_of(m_leftovers, [column](const Leftover &leftover) {
                return !leftover.cells[static_cast<size_t>(column)].empty();
            }))
            given.push_back(column);
    }
    if (auto matched = matchLeftoversBy(given); !matched)
        return tl::unexpected(matched.error());
    if (const qsizetype key = m_fields.indexOf(m_keyField); key >= 0) {
        if (auto matched = matchLeftoversBy({ static_cast<int>(key) }); !matched)
            return tl::unexpected(matched.error());
    }
    return Matched { std::move(m_outcomes), static_cast<qint64>(m_leftovers.size()) };
}

} // namespace rowlift
