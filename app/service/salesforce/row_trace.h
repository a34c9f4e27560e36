#pragma once

#include "app/schema/schema.h"
#include "app/service/outcome.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <vector>

namespace rowlift::salesforce {

/// When a call was sent, by the service's clock, as far as that is known.
///
/// What was written from \a certain on is the call's, when all else fits; what was added before \a possible
/// is not. Between the two stands what a clock of this computer that was put right meanwhile may hide. Where
/// sending once more does no harm (all but insert), what is not certain counts as not there.
struct SendTime {
    QDateTime possible;
    QDateTime certain;

    /// \a recorded and \a now by this computer's clock; \a service what the service's clock shows at \a now,
    /// invalid where it does not tell.
    static SendTime from(const QDateTime &recorded, const QDateTime &now, const QDateTime &service);
    /// The latest moment, by the service's clock, that \a recorded may stand for; the rest as above.
    static QDateTime latest(const QDateTime &recorded, const QDateTime &now, const QDateTime &service);
};

/// What can be said of a row that was sent.
enum class Trace { In, NotIn, Unsure };

struct TracedRow {
    Trace trace = Trace::Unsure;
    bool isProof = false; ///< Nothing but this very call can have put it there: the call is over.
    /// In, but perhaps by another call of the run or by somebody else: this one may still be under way, and
    /// write over what the run writes next.
    bool mayBeOthers = false;
    Outcome outcome = Outcome::Unknown; ///< Of a row that is in.
    QString recordId = {};
};

/// A record as a query shows it.
struct FoundRecord {
    QJsonObject values;
    QString id;
    QDateTime created;
    QDateTime modified;
    bool createdByUs = false;
    bool modifiedByUs = false;
    bool deleted = false;
};

/// What is known of those records beyond what the service shows.
struct KnownWrites {
    /// By record id: until when, by the service's clock, a call whose outcome is on record may have written.
    QHash<QString, QDateTime> until = {};
    QSet<QString> ofThisRun = {}; ///< Of these the records that a row of this run is on record with.
    std::vector<QJsonObject> openRows = {}; ///< Of other calls of the run whose outcome is not known yet.
    std::vector<QJsonObject> foreignRows = {}; ///< The same of other runs.
    bool lacksOpen = false; ///< Some of those rows are not known here.
    bool lacksForeign = false;

    /// Whether what is on record explains that \a record was written last when it was.
    bool explain(const FoundRecord &record) const
    {
        const auto known = until.constFind(record.id);
        return known != until.cend() && known->isValid() && record.modified <= *known;
    }
};

/// Whether the service shows \a sent as \a found in a field of its own: text without the blanks at its ends,
/// with any line breaks; e-mail addresses in any case; times in any zone; ids short or long; nothing for
/// null.
bool showsAs(const Field &field, const QJsonValue &sent, const QJsonValue &found);

/// What a key is joined by: the service compares texts without regard to case, and ids by 15 characters.
QString foldedKey(const Field &field, const QJsonValue &value);

/// Holds rows against the records that were found. What is to be added is not in, in or unsure. All else may
/// be sent once more without harm: what is not certainly in counts as not in.
/// Source: contracts/salesforce.md, 5.4 and 6.
class RowTracer {
public:
    RowTracer(Operation operation, const Schema &schema, SendTime sent, KnownWrites known = {})
        : m_operation(operation)
        , m_schema(schema)
        , m_sent(std::move(sent))
        , m_known(std::move(known))
    {
    }

    /// \a keys names the field that each of \a rows was asked by; empty where there is none: such a row that
    /// is to be added may be any of \a records, and is never proven not to be in.
    std::vector<TracedRow> trace(const std::vector<QJsonObject> &rows, const QStringList &keys,
                                 const std::vector<FoundRecord> &records) const;

private:
    using Candidates = std::vector<std::size_t>;
    void traceAdded(const std::vector<QJsonObject> &rows, const QStringList &keys,
                    const std::vector<Candidates> &candidates, const std::vector<FoundRecord> &records,
                    std::vector<TracedRow> &traced) const;
    bool mayBeOneOf(const QJsonObject &row, const std::vector<FoundRecord> &records,
                    const std::vector<bool> &claimed) const;
    bool resembles(const FoundRecord &record, const QJsonObject &row) const;
    TracedRow traceWritten(const QJsonObject &row, const Candidates &all,
                           const std::vector<FoundRecord> &records) const;
    TracedRow writtenAs(const FoundRecord &record, const QJsonObject &row) const;
    TracedRow traceDeleted(const Candidates &candidates, const std::vector<FoundRecord> &records) const;
    bool holds(const FoundRecord &record, const QJsonObject &row) const;
    bool isShownWhole(const QJsonObject &row) const; ///< Nothing of it goes into what no query shows.
    bool holdsOneOf(const FoundRecord &record, const std::vector<QJsonObject> &rows) const;
    bool mayBeFree(const FoundRecord &record) const; ///< Added by this user, and no row has claimed it.
    bool isNoOthers(const FoundRecord &record) const; ///< No other call that is open was to make it.
    bool isOnlyOurs(const FoundRecord &record) const; ///< Certainly none was.
    bool mayBeOthers(const FoundRecord &record) const; ///< TracedRow::mayBeOthers

    Operation m_operation;
    const Schema &m_schema;
    SendTime m_sent;
    KnownWrites m_known;
};

} // namespace rowlift::salesforce
