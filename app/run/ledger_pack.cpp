#include "app/run/ledger_pack.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace rowlift::store {

namespace {

void appendNumber(QByteArray &packed, quint64 number)
{
    for (; number >= 0x80; number >>= 7)
        packed += static_cast<char>((number & 0x7F) | 0x80);
    packed += static_cast<char>(number);
}

/// Small numbers of either sign become small ones without.
void appendStep(QByteArray &packed, qint64 step)
{
    appendNumber(packed, (static_cast<quint64>(step) << 1) ^ static_cast<quint64>(step >> 63));
}

class PackedNumbers {
public:
    explicit PackedNumbers(const QByteArray &packed)
        : m_packed(packed)
    {
    }

    std::optional<quint64> number()
    {
        quint64 number = 0;
        for (int shift = 0; m_at < m_packed.size() && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(m_packed[m_at++]);
            number |= static_cast<quint64>(byte & 0x7F) << shift;
            if (!(byte & 0x80))
                return number;
        }
        return {};
    }

    std::optional<qint64> step()
    {
        const auto number = this->number();
        if (!number)
            return {};
        return static_cast<qint64>((*number >> 1) ^ (~(*number & 1) + 1));
    }

private:
    const QByteArray &m_packed;
    qsizetype m_at = 0;
};

/// Neighbours that stand one behind the other.
struct Stretch {
    qint64 first = 0;
    qint64 length = 0;
};

class PackedStretches {
public:
    explicit PackedStretches(const QByteArray &packed)
        : m_numbers(packed)
    {
    }

    std::optional<Stretch> next()
    {
        const auto step = m_numbers.step();
        const auto more = m_numbers.number();
        if (!step || !more || *more >= longest)
            return {};
        const Stretch stretch { .first = m_behind + *step, .length = static_cast<qint64>(*more) + 1 };
        m_behind = stretch.first + stretch.length;
        return stretch;
    }

private:
    static constexpr quint64 longest = quint64 { 1 } << 40; // damaged bytes may say anything

    PackedNumbers m_numbers;
    qint64 m_behind = 0;
};

} // namespace

QByteArray packRecords(const std::vector<qint64> &records)
{
    QByteArray packed(""); // not null: SQLite would store NULL
    qint64 behind = 0;
    for (size_t at = 0; at < records.size();) {
        size_t end = at + 1;
        while (end < records.size() && records[end] == records[end - 1] + 1)
            ++end;
        appendStep(packed, records[at] - behind);
        appendNumber(packed, static_cast<quint64>(end - at - 1));
        behind = records[end - 1] + 1;
        at = end;
    }
    return packed;
}

std::vector<qint64> unpackRecords(const QByteArray &packed)
{
    return unpackBetween(packed, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
}

std::vector<qint64> unpackBetween(const QByteArray &packed, qint64 first, qint64 last)
{
    std::vector<qint64> records;
    PackedStretches stretches(packed);
    while (const auto stretch = stretches.next()) {
        const qint64 end = std::min(stretch->first + stretch->length - 1, last);
        for (qint64 record = std::max(stretch->first, first); record <= end; ++record)
            records.push_back(record);
    }
    return records;
}

bool holdsRecord(const QByteArray &packed, qint64 record)
{
    PackedStretches stretches(packed);
    while (const auto stretch = stretches.next()) {
        if (record >= stretch->first && record < stretch->first + stretch->length)
            return true;
    }
    return false;
}

QByteArray packFollowers(const std::vector<PartMembers::Follower> &followers)
{
    QByteArray packed(""); // not null: SQLite would store NULL
    qint64 before = 0;
    for (const PartMembers::Follower &follower : followers) {
        appendStep(packed, follower.record - before);
        appendStep(packed, follower.record - follower.of);
        before = follower.record;
    }
    return packed;
}

std::vector<PartMembers::Follower> unpackFollowers(const QByteArray &packed)
{
    std::vector<PartMembers::Follower> followers;
    PackedNumbers numbers(packed);
    qint64 before = 0;
    for (;;) {
        const auto step = numbers.step();
        const auto back = numbers.step();
        if (!step || !back)
            return followers;
        before += *step;
        followers.push_back({ .record = before, .of = before - *back });
    }
}

std::vector<qint64> unpackVersion1(const QByteArray &packed)
{
    std::vector<qint64> records;
    PackedNumbers numbers(packed);
    qint64 before = -1;
    while (const auto step = numbers.number()) {
        before += static_cast<qint64>(*step);
        records.push_back(before);
    }
    return records;
}

} // namespace rowlift::store
