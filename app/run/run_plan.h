#pragma once

#include "app/accounts/account.h"
#include "app/base/result.h"
#include "app/draft/draft.h"
#include "app/service/outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <array>

namespace rowlift {

/// What was decided when Start was pressed, frozen: a run reads nothing else.
struct RunPlan {
    QString id; ///< Names the run's folder.
    Draft draft;
    Account account;
    QByteArray describe; ///< The document that the schema was read from.
    QString kind; ///< JobKind::id
    QStringList fields; ///< Record fields in the order of the encoded columns.
    qint64 rows = 0; ///< Rows of the file.
    QDateTime started; ///< UTC
    /// The run pauses when more than this share of the first part fails; 1: never.
    double brakeShare = 0.2;
    quint64 contentHash = 0; ///< RecordIndex::contentHash of what is read; 0: not known.
};

/// Without the describe document and Draft::leftOut: the ledger keeps these in forms of their own.
QJsonObject toJson(const RunPlan &plan);
Result<RunPlan> runPlanFrom(const QJsonObject &json);

/// Rows by outcome. The sum is always the rows of the file.
struct Tally {
    std::array<qint64, outcomeCount> rows {};
    qint64 warned = 0; ///< In, with a warning; counted within the others.
    /// Of the rows, those that are a further row of a record made of several (PartMembers::Follower), as far
    /// as they are in parts.
    std::array<qint64, outcomeCount> further {};
    qint64 unplaced = 0; ///< Results of the service that fit no row: counted apart.

    qint64 of(Outcome outcome) const { return rows[static_cast<size_t>(outcome)]; }
    qint64 &of(Outcome outcome) { return rows[static_cast<size_t>(outcome)]; }
    /// How many records the rows are, as far as they are in parts.
    qint64 recordsOf(Outcome outcome) const { return of(outcome) - further[static_cast<size_t>(outcome)]; }
    qint64 total() const;
    qint64 in() const; ///< Added, updated, deleted, or in.
    /// Everything that went otherwise than wished, left-out rows included.
    qint64 needingALook() const;
    bool operator==(const Tally &) const = default;
};

/// How a run stands. Interrupted: it was left, or crashed, and can go on.
enum class RunState { Running, Paused, Stopping, Interrupted, Stopped, Finished };

} // namespace rowlift
