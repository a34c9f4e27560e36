#pragma once

#include "app/run/record_pass.h"

namespace rowlift {

/// How large parts may be.
struct PartLimits {
    qint64 bytes = 0; ///< Of the whole part.
    qint64 firstBytes = 0; ///< Of the first one.
    qint64 firstRows = 0; ///< 0: any number.
    qint64 records = 0; ///< Of any part; 0: any number.

    /// As large as \a kind likes them, the first one small: if something is wrong with all rows, it shows
    /// early.
    static PartLimits of(const JobKind &kind);
    /// All parts up to \a bytes, or to \a records.
    static PartLimits even(qint64 bytes, qint64 records = 0);
};

/// What a part has around its records: the separator that the last one of them lacks counts against it.
qint64 frameBytesOf(const Encoder &encoder);

/// Decides where parts end, for plan and run alike: never over the limit, and a record that does not fit goes
/// into the next part. One that is larger than a part makes a part of its own.
class PartCutter {
public:
    /// \a frameBytes: as frameBytesOf() says.
    PartCutter(const PartLimits &limits, qint64 frameBytes)
        : m_limits(limits)
        , m_frameBytes(frameBytes)
    {
    }

    /// \a isWhole: nothing ends it, as whoever chose its rows has seen to its size.
    void beginPart(qint64 number, bool isWhole = false);
    /// How many of \a rows, from the first on, still go into the part; they count as taken.
    std::size_t take(const EncodedRows &rows);

    qint64 number() const { return m_number; } ///< From 1.
    qint64 rows() const { return m_rows; }
    qint64 bytes() const { return m_bytes; } ///< With its frame.
    qint64 firstRecord() const { return m_firstRecord; }
    qint64 lastRecord() const { return m_lastRecord; }

private:
    PartLimits m_limits;
    qint64 m_frameBytes;
    qint64 m_number = 0;
    bool m_isWhole = false;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_firstRecord = 0;
    qint64 m_lastRecord = 0;
};

} // namespace rowlift
