#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace rowlift::store {

/// A ledger's file, open on the thread that made this.
struct LedgerDb {
    QSqlDatabase sql;
    /// Numbers of reasons that are on disk, or will be with the transaction that runs.
    QHash<QString, qint64> reasons = {};
    /// Of version 2, and only looked into: it lacks the columns that version 3 has added.
    bool isVersion2 = false;
    bool lacksFurther = false; ///< The same of version 4 and before, and of version 5.
};

/// What SQLite says when a statement does not work, for people: no room is told apart from other troubles.
Error storageError(const QSqlDatabase &sql, const QSqlError &cause, bool reading);
/// There is a file, but it is not a ledger, or not a whole one.
Error notALedger(const QString &detail);

Result<QSqlQuery> execute(LedgerDb &db, const QString &statement, const QVariantList &values = {});
/// For statements that answer nothing.
Done change(LedgerDb &db, const QString &statement, const QVariantList &values = {});
/// The first value of the first row that \a statement answers; null when there is none.
Result<QVariant> valueOf(LedgerDb &db, const QString &statement, const QVariantList &values = {});

Done putMeta(LedgerDb &db, const QString &key, const QVariant &value);
Result<QVariant> meta(LedgerDb &db, const QString &key);

Done begin(LedgerDb &db);
Done commit(LedgerDb &db); ///< Rolls back when it fails.
void rollBack(LedgerDb &db);

/// Runs \a work between BEGIN and COMMIT; ROLLBACK when it fails.
template <typename Work>
auto inTransaction(LedgerDb &db, Work work) -> decltype(work())
{
    if (auto begun = begin(db); !begun)
        return tl::unexpected(begun.error());
    auto answer = work();
    if (!answer) {
        rollBack(db);
        return answer;
    }
    if (auto done = commit(db); !done)
        return tl::unexpected(done.error());
    return answer;
}

} // namespace rowlift::store
