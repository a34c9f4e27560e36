#pragma once

#include "app/base/result.h"
#include "app/draft/draft.h"

#include <QFile>
#include <QSaveFile>

#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

struct XXH3_state_s;

namespace rowlift {

/// What a look-up says of a row (Draft::looksUp()).
enum class FoundState : char {
    NoRow, ///< Not a row of data.
    Once,
    None,
    Several,
    Blank, ///< Nothing was asked: the row has no value there.
    Unfit ///< Nothing was asked: Check has a problem with the value.
};

struct FoundRow {
    FoundState state = FoundState::NoRow;
    /// Several: of the record that was changed last. Else empty but for Once. Where what is sent stays
    /// (Draft::checkedField), no id is kept.
    std::string_view id;

    /// The record that the row is sent for; empty: none.
    std::string_view idFor(SeveralFound several) const
    {
        const bool isTaken = state == FoundState::Once
            || (state == FoundState::Several && several == SeveralFound::ChangedLast);
        return isTaken ? id : std::string_view();
    }
};

/// Whether a row is not sent because its record was not found: all but where that was looked into alone, and
/// rows go out whatever it came to (Draft::sendsUnfound).
inline bool isKeptBack(const FoundRow &row, const Draft &draft)
{
    return row.state == FoundState::None && (draft.target.looksUp() || !draft.sendsUnfound);
}

/// Rows by what their look-up came to.
struct LookUpSum {
    qint64 rows = 0; ///< Of the file; the sum of the next five.
    qint64 once = 0;
    qint64 none = 0;
    qint64 several = 0;
    qint64 blank = 0;
    qint64 unfit = 0;
    qint64 values = 0; ///< That were asked for.
    qint64 calls = 0; ///< About how many calls that took.

    bool operator==(const LookUpSum &) const = default;
};

/// In the folder of a run: what was looked up for it.
inline constexpr QLatin1StringView foundFileName { "found-ids" };
inline QString foundFileIn(const QString &runFolder)
{
    return runFolder + QLatin1Char('/') + foundFileName;
}

/// What is sent for \a given fields of a mapping: where records were looked up, their id stands in the place
/// of the field that they were looked up by.
std::vector<QString> sentFields(std::vector<QString> given, const Target &target, const Schema &schema);
/// The place of that field among \a given; -1: nothing was looked up.
int lookedUpField(const std::vector<QString> &given, const Target &target);
/// The place of Draft::lookedUpField(); -1: nothing is looked up. What is sent there may stay.
int lookedUpField(const std::vector<QString> &given, const Draft &draft);

/// Draft::found, read: which record each row is for. Nothing of it is kept in memory but what load() has
/// loaded. Used by one thread.
class FoundIds {
public:
    /// Fails with BadInput when nothing was looked up for \a draft yet, or when it was for another file,
    /// field, column or account. That the contents of the file are the same, contentHash() tells.
    static Result<FoundIds> open(const Draft &draft, const Schema &schema);

    /// Whether all of it is what was written, byte by byte; open() has seen no more than its head. Fails with
    /// BadInput when it is not. Cancelled soon after \a stop.
    Done verify(const std::stop_token &stop = {}) const;
    /// The same file at \a path, on the disk when this returns.
    Done copyTo(const QString &path) const;

    const LookUpSum &sum() const { return m_sum; }
    quint64 contentHash() const { return m_contentHash; } ///< RecordIndex::contentHash of what was read.

    /// The rows from the one that begins at \a offset of the file on, blank ones included. Fails where one
    /// says what no look-up says: better nothing is sent than to another record.
    Done load(qint64 offset, std::size_t rows);
    /// Of those loaded, the one at \a place, which begins at \a offset. Lives until the next load().
    FoundRow at(std::size_t place, qint64 offset) const;
    /// The row of \a record, whatever is loaded.
    Result<FoundRow> ofRecord(qint64 record);

private:
    friend class FoundIdsWriter;

    struct Entry {
        qint64 offset = 0;
        FoundState state = FoundState::NoRow;
        unsigned char size = 0; ///< Of the id.
        char id[22] = {};
    };

    FoundIds() = default;
    bool isSound(const Entry &entry) const;
    Result<qint64> indexOf(qint64 offset);
    Done read(qint64 index, std::size_t count);
    static FoundRow rowOf(const Entry &entry);
    Error unreadable() const;

    std::unique_ptr<QFile> m_file;
    LookUpSum m_sum;
    QByteArray m_head; ///< What the hash covers besides the entries.
    quint64 m_hash = 0;
    bool m_salesforceIds = false; ///< ValueForms::salesforceIds
    bool m_keepsIds = true; ///< Target::looksUp()
    quint64 m_contentHash = 0;
    qint64 m_firstRecord = 0;
    qint64 m_entries = 0;
    qint64 m_next = 0; ///< Behind what was loaded last.
    std::vector<Entry> m_loaded;
};

/// Writes such a file, whole or not at all.
class FoundIdsWriter {
public:
    FoundIdsWriter(const QString &path, qint64 firstRecord);

    Done begin();
    /// One after the other, those that are no rows of data included. Fails with BadReply when \a id is none
    /// that can be kept.
    Done add(qint64 offset, FoundState state, std::string_view id = {});
    /// It is on disk then. The rows are counted here; \a values and \a calls of \a asked are kept.
    Result<LookUpSum> finish(const Draft &draft, const Schema &schema, quint64 contentHash,
                             const LookUpSum &asked);

private:
    Done flush();

    QSaveFile m_file;
    qint64 m_firstRecord;
    qint64 m_entries = 0;
    LookUpSum m_sum;
    std::vector<FoundIds::Entry> m_waiting;
    std::unique_ptr<XXH3_state_s, std::function<void(XXH3_state_s *)>> m_hash; ///< Of the entries so far.
};

} // namespace rowlift
