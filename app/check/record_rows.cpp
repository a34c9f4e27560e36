#include "app/check/record_rows.h"

#include <algorithm>

namespace rowlift {

namespace {

/// About what a record takes besides its values.
constexpr std::size_t bytesOfSeen = 96;

bool isAmong(const std::vector<qint64> &records, qint64 record)
{
    return std::ranges::binary_search(records, record);
}

/// Calls \a see with the rows of each record.
template <typename See>
void forEachRecord(const std::vector<RowOfRecord> &grouped, const See &see)
{
    for (auto begin = grouped.begin(); begin != grouped.end();) {
        const auto end = std::find_if(
            begin, grouped.end(), [begin](const RowOfRecord &row) { return row.leader != begin->leader; });
        see(std::span(begin, end));
        begin = end;
    }
}

/// Rows without a problem of their own whose record has one.
std::vector<qint64> partnersOf(const std::vector<RowOfRecord> &grouped, const std::vector<qint64> &problems,
                               const std::vector<qint64> &leftOut)
{
    std::vector<qint64> partners;
    forEachRecord(grouped, [&](std::span<const RowOfRecord> rows) {
        const bool isSpoiled = std::ranges::any_of(rows, [&](const RowOfRecord &row) {
            return isAmong(problems, row.record) && !isAmong(leftOut, row.record);
        });
        for (const RowOfRecord &row : rows) {
            if (isSpoiled && !isAmong(problems, row.record))
                partners.push_back(row.record);
        }
    });
    std::ranges::sort(partners);
    return partners;
}

} // namespace

DifferingRows::DifferingRows(std::size_t fields)
    : m_fields(fields)
    , m_mostRecords(mostComparedBytes / (bytesOfSeen + fields * sizeof(quint32)))
    , m_differing(fields)
{
}

void DifferingRows::add(qint64 record, quint64 key, std::span<const quint32> values)
{
    const auto known = m_places.find(key);
    if (known == m_places.end()) {
        if (m_seen.size() >= m_mostRecords)
            return;
        m_places.emplace(key, static_cast<quint32>(m_seen.size()));
        m_seen.push_back({ .record = record });
        m_values.insert(m_values.end(), values.begin(), values.end());
        return;
    }
    Seen &seen = m_seen[known->second];
    const std::size_t first = known->second * m_fields;
    for (std::size_t field = 0; field < m_fields; ++field) {
        quint32 &counting = m_values[first + field];
        if (values[field] == 0 || values[field] == counting)
            continue;
        if (counting == 0) {
            counting = values[field];
            seen.counting.resize(m_fields, seen.record);
            seen.counting[field] = record;
            continue;
        }
        Differing &differing = m_differing[field];
        seen.differs.resize(m_fields);
        if (!seen.differs[field]) {
            differing.rows.push_back(seen.counting.empty() ? seen.record : seen.counting[field]);
            ++differing.records;
        }
        seen.differs[field] = true;
        differing.rows.push_back(record);
    }
}

std::vector<DifferingRows::Differing> DifferingRows::take()
{
    for (Differing &differing : m_differing)
        std::ranges::sort(differing.rows);
    return std::move(m_differing);
}

std::size_t bytesOfName(const PropertyStep &last)
{
    constexpr qsizetype quotesAndColon = 3;
    const bool isNamed = last.entry == PropertyStep::Entry::None;
    return isNamed ? static_cast<std::size_t>(last.name.size() + quotesAndColon) : 0;
}

void RowsOfRecords::add(qint64 record, Row row)
{
    if (m_rows.empty())
        m_first = record;
    m_rows.resize(static_cast<std::size_t>(record - m_first));
    m_rows.push_back(row);
}

RowsOfRecords::Found RowsOfRecords::find(const std::vector<KeyRepeats::Repeat> &repeated,
                                         const std::vector<qint64> &leftOut, qint64 mostBytes) const
{
    Found found;
    for (auto begin = repeated.begin(); begin != repeated.end();) {
        const auto end = std::find_if(begin, repeated.end(), [begin](const KeyRepeats::Repeat &row) {
            return row.hash != begin->hash;
        });
        std::vector<qint64> rows;
        qint64 bytes = 0;
        quint32 owner = 0;
        bool isTorn = false;
        for (; begin != end; ++begin) {
            if (isAmong(leftOut, begin->record))
                continue;
            const Row &row = m_rows[static_cast<std::size_t>(begin->record - m_first)];
            rows.push_back(begin->record);
            bytes += row.bytes;
            isTorn = isTorn || (owner != 0 && row.owner != 0 && row.owner != owner);
            owner = row.owner != 0 ? row.owner : owner;
        }
        if (isTorn)
            found.torn.insert(found.torn.end(), rows.begin(), rows.end());
        if (mostBytes > 0 && bytes > mostBytes)
            found.tooLarge.insert(found.tooLarge.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(found.torn);
    std::ranges::sort(found.tooLarge);
    return found;
}

void addProblem(ProblemGroup group, CheckResult &check)
{
    if (group.records.empty())
        return;
    std::vector<qint64> problems;
    std::ranges::set_union(check.problemRecords, group.records, std::back_inserter(problems));
    check.problemRecords = std::move(problems);
    check.groups.push_back(std::move(group));
}

void settleRecords(const std::vector<KeyRepeats::Repeat> &repeated, const std::vector<qint64> &leftOut,
                   CheckResult &check)
{
    quint64 hash = 0; // none is 0
    qint64 leader = -1;
    check.grouped.reserve(repeated.size());
    for (const KeyRepeats::Repeat &row : repeated) {
        if (row.hash != hash)
            leader = row.record;
        hash = row.hash;
        check.grouped.push_back({ .leader = leader, .record = row.record });
    }
    std::ranges::sort(check.grouped);
    ProblemGroup group { .rule = Rule::PartnerProblem,
                         .field = {},
                         .fieldLabel = {},
                         .example = {},
                         .records = partnersOf(check.grouped, check.problemRecords, leftOut) };
    addProblem(std::move(group), check);
}

qint64 recordsToSend(const Draft &draft, const CheckResult &check)
{
    const auto isSent = [&](qint64 record) {
        return !isAmong(check.problemRecords, record) && !isAmong(draft.leftOut, record);
    };
    std::vector<qint64> kept;
    std::ranges::set_union(check.problemRecords, draft.leftOut, std::back_inserter(kept));
    qint64 records = check.rows - static_cast<qint64>(kept.size());
    forEachRecord(check.grouped, [&](std::span<const RowOfRecord> rows) {
        const qint64 sent = std::ranges::count_if(rows, isSent, &RowOfRecord::record);
        records -= std::max<qint64>(sent - 1, 0);
    });
    return records;
}

} // namespace rowlift
