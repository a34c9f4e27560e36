#pragma once

#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace rowlift {

/// What the clocks of one zone show, for all times, compiled once: no look into the system for each value.
/// Used by one thread.
class ZoneTable {
public:
    /// \a zone by its IANA name; that of this computer when it is empty or not known.
    explicit ZoneTable(const QByteArray &zone);

    /// The moment, in seconds since 1970 in UTC, at which clocks show \a local (counted likewise). An hour
    /// that they show twice is the first of both; empty for one that they leave out.
    std::optional<std::int64_t> utcOf(std::int64_t local);

private:
    /// Clocks show from `begin` up to `end`, and nothing of it before.
    struct Span {
        std::int64_t begin;
        std::int64_t end;
        std::int64_t offset; ///< Seconds in front of UTC.
    };

    void fill(int untilYear);

    QTimeZone m_zone;
    std::vector<Span> m_spans;
    std::int64_t m_end = 0; ///< The spans hold up to here; more are made when they are asked for.
    std::size_t m_last = 0; ///< The one that was found last: values of a column lie close together.
};

} // namespace rowlift
