#pragma once

#include "app/run/named_rows.h"
#include "app/run/result_matcher.h"

namespace rowlift {

/// Finds the records that a service names by their keys as those that failed (ResultNaming::Keys). A key is
/// that of the record that was sent with it; else of the one whose key differs in nothing but case. One that
/// no record has, or several, fits nothing. Several faults of one key are one record that failed, with the
/// texts of all.
///
/// Records that nothing was said of get what others() says as far as that is proven: they are unknown where
/// PartTotals counts more failed ones than are named, or fewer as in than that leaves, or, without a count of
/// failed ones, where one was named that fits no record. Takes 16 bytes a record.
class KeyMatcher : public ResultMatcher {
public:
    /// As ResultMatcher::load(). \a encoder: of the part; outlives the matcher.
    static Result<std::unique_ptr<KeyMatcher>> load(const PartFile &part, const Encoder &encoder,
                                                    const MatchKey &key, std::vector<qint64> records);

    Done columns(const QStringList &fields) override;
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override;
    Done others(Outcome outcome, const Reason &reason) override;
    Done totals(const PartTotals &totals) override;
    Result<Matched> finish() override;

private:
    struct Key {
        quint64 hash = 0;
        quint32 row = 0;
    };
    struct Stray {
        std::string key;
        RowOutcome outcome;
    };

    KeyMatcher(const PartFile &part, const Encoder &encoder, const MatchKey &key,
               std::vector<qint64> records);
    Done readKeys(bool folded);
    std::optional<quint32> rowWith(quint64 hash) const;
    Done placeStrays();
    qint64 countStrays(bool failed) const;

    const PartFile m_part;
    const Encoder &m_encoder;
    const MatchKey m_key;
    NamedRows m_rows;
    std::vector<Key> m_keys; ///< By hash.
    std::size_t m_keyAt = 0; ///< Among the columns of results.
    std::vector<Stray> m_strays; ///< Results that have not found their record.
    qint64 m_strayBytes = 0;
    qint64 m_uncounted[2] = { 0, 0 }; ///< Strays that were not kept any more; [1]: of failed records.
};

} // namespace rowlift
