#include "app/run/key_matcher.h"

#include "app/run/row_hash.h"
#include "app/run/sent_rows.h"

#include <algorithm>

namespace rowlift {

namespace {

/// What is kept of results that have not found their record; a service that sends more sends nonsense.
constexpr qint64 mostStrayKeyBytes = 64 << 20;

quint64 foldedKeyHash(std::string_view key)
{
    const QByteArray folded
        = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())).toCaseFolded().toUtf8();
    return cellHash({ folded.constData(), static_cast<std::size_t>(folded.size()) });
}

} // namespace

KeyMatcher::KeyMatcher(const PartFile &part, const Encoder &encoder, const MatchKey &key,
                       std::vector<qint64> records)
    : m_part(part)
    , m_encoder(encoder)
    , m_key(key)
    , m_rows(std::move(records))
{
}

Result<std::unique_ptr<KeyMatcher>> KeyMatcher::load(const PartFile &part, const Encoder &encoder,
                                                     const MatchKey &key, std::vector<qint64> records)
{
    std::unique_ptr<KeyMatcher> matcher(new KeyMatcher(part, encoder, key, std::move(records)));
    if (const Done read = matcher->readKeys(false); !read)
        return tl::unexpected(read.error());
    return matcher;
}

Done KeyMatcher::readKeys(bool folded)
{
    m_keys.clear();
    m_keys.reserve(m_rows.rows());
    qint64 records = 0;
    const Done read = m_encoder.readKeys(m_part.path, [&](std::string_view key) {
        if (static_cast<std::size_t>(records++) < m_rows.rows())
            m_keys.push_back({ .hash = folded ? foldedKeyHash(key) : cellHash(key),
                               .row = static_cast<quint32>(m_keys.size()) });
    });
    if (!read)
        return read;
    if (static_cast<std::size_t>(records) != m_rows.rows())
        return tl::unexpected(otherRowsIn(m_part.path));
    std::ranges::sort(m_keys, {}, &Key::hash);
    return {};
}

std::optional<quint32> KeyMatcher::rowWith(quint64 hash) const
{
    const auto found = std::ranges::equal_range(m_keys, hash, {}, &Key::hash);
    return found.size() == 1 ? std::optional(found.front().row) : std::nullopt;
}

Done KeyMatcher::columns(const QStringList &fields)
{
    const qsizetype at = fields.indexOf(m_key.field);
    m_keyAt = static_cast<std::size_t>(std::max<qsizetype>(at, 0));
    return {};
}

Done KeyMatcher::row(Outcome outcome, const Reason &reason, const QString &recordId,
                     std::span<const std::string_view> cells)
{
    const std::string_view key = m_keyAt < cells.size() ? cells[m_keyAt] : std::string_view();
    RowOutcome result { .record = -1, .outcome = outcome, .reason = reason, .recordId = recordId };
    if (const auto found = rowWith(cellHash(key))) {
        m_rows.name(*found, std::move(result));
        return {};
    }
    const auto bytes
        = static_cast<qint64>(sizeof(Stray) + key.size()) + 2 * (reason.text.size() + reason.field.size());
    if (m_strayBytes + bytes > mostStrayKeyBytes) {
        ++m_uncounted[outcome == Outcome::Failed ? 1 : 0];
        return {};
    }
    m_strayBytes += bytes;
    m_strays.push_back({ .key = std::string(key), .outcome = std::move(result) });
    return {};
}

Done KeyMatcher::others(Outcome outcome, const Reason &reason)
{
    m_rows.others(outcome, reason);
    return {};
}

Done KeyMatcher::totals(const PartTotals &totals)
{
    m_rows.totals(totals);
    return {};
}

/// The service may give keys back in another case.
Done KeyMatcher::placeStrays()
{
    if (m_strays.empty())
        return {};
    if (const Done read = readKeys(true); !read)
        return read;
    std::erase_if(m_strays, [this](Stray &stray) {
        const auto found = rowWith(foldedKeyHash(stray.key));
        if (found)
            m_rows.name(*found, std::move(stray.outcome));
        return found.has_value();
    });
    return {};
}

qint64 KeyMatcher::countStrays(bool failed) const
{
    return m_uncounted[failed ? 1 : 0] + std::ranges::count_if(m_strays, [failed](const Stray &stray) {
               return (stray.outcome.outcome == Outcome::Failed) == failed;
           });
}

Result<ResultMatcher::Matched> KeyMatcher::finish()
{
    if (const Done placed = placeStrays(); !placed)
        return tl::unexpected(placed.error());
    const qint64 lost = countStrays(true);
    const auto counted = m_rows.counted().failed;
    const qint64 unnamed = std::max(qint64(0), counted.value_or(0) - m_rows.failed());
    const qint64 missing = m_rows.missingIn(lost);
    Matched matched { .outcomes = {},
                      .unplaced = lost + countStrays(false),
                      .unnamed = std::max(qint64(0), unnamed - lost) + missing };
    // What is said of the others is doubted only where it is that they are in.
    const bool isDoubted = m_rows.saysOthersAreIn() && (unnamed > 0 || missing > 0 || (lost > 0 && !counted));
    const std::vector<bool> doubted(m_rows.rows(), isDoubted);
    matched.remark = m_rows.remark({ .lostFailed = lost,
                                     .lostWarned = countStrays(false),
                                     .failed = m_rows.failed(), // a fault more is not a record more
                                     .warned = m_rows.lines(false) },
                                   NamedRows::wordsForRecords(), m_rows.inDoubt(doubted));
    m_rows.nameOthers(doubted);
    matched.outcomes = m_rows.take();
    return matched;
}

} // namespace rowlift
