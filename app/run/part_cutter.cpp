#include "app/run/part_cutter.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 brakeBytes = 2'000'000;
constexpr qint64 brakeRows = 5'000;

} // namespace

PartLimits PartLimits::of(const JobKind &kind)
{
    return { .bytes = kind.partBytes,
             .firstBytes = std::min(brakeBytes, kind.partBytes),
             .firstRows = kind.maxRecords > 0 ? std::min(brakeRows, kind.maxRecords) : brakeRows,
             .records = kind.maxRecords };
}

PartLimits PartLimits::even(qint64 bytes, qint64 records)
{
    return { .bytes = bytes, .firstBytes = bytes, .firstRows = records, .records = records };
}

qint64 frameBytesOf(const Encoder &encoder)
{
    return encoder.prologue().size() + encoder.epilogue().size() - encoder.separator().size();
}

void PartCutter::beginPart(qint64 number, bool isWhole)
{
    m_number = number;
    m_isWhole = isWhole;
    m_rows = 0;
    m_bytes = m_frameBytes;
}

std::size_t PartCutter::take(const EncodedRows &rows)
{
    const bool first = m_number == 1;
    const qint64 room = (first ? m_limits.firstBytes : m_limits.bytes) - m_bytes;
    const qint64 mostRows = first ? m_limits.firstRows : m_limits.records;
    std::size_t most = rows.size();
    if (mostRows > 0 && !m_isWhole)
        most = std::min(most, static_cast<std::size_t>(mostRows - m_rows));
    std::size_t fits = m_isWhole ? most : std::min(rows.fitting(room), most);
    if (fits == 0 && m_rows == 0 && most > 0)
        fits = 1;
    if (fits == 0)
        return 0;
    m_firstRecord = m_rows == 0 ? rows.record(0) : m_firstRecord;
    m_lastRecord = rows.record(fits - 1);
    m_rows += static_cast<qint64>(fits);
    m_bytes += static_cast<qint64>(rows.bytes(fits).size());
    return fits;
}

} // namespace rowlift
