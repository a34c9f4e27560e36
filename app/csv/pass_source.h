#pragma once

#include "app/base/progress.h"
#include "app/csv/byte_source.h"

#include <stop_token>

namespace rowlift {

/// Sits between a file and whoever reads it from end to end: tells how far it is, and stops.
class PassSource : public ByteSource {
public:
    PassSource(ByteSource &source, const Progress &progress, std::stop_token stop)
        : m_source(source)
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
    }

    qint64 size() const override { return m_source.size(); }

    Result<qint64> read(qint64 offset, std::span<char> into) override
    {
        if (m_stop.stop_requested())
            return tl::unexpected(cancelledError());
        const Result<qint64> got = m_source.read(offset, into);
        if (got) {
            m_bytes = offset + *got;
            m_progress.tell(m_bytes, size());
        }
        return got;
    }

    qint64 bytes() const { return m_bytes; } ///< Where the last block ended.

private:
    ByteSource &m_source;
    Progress m_progress;
    std::stop_token m_stop;
    qint64 m_bytes = 0;
};

} // namespace rowlift
