#pragma once

#include "app/run/ledger.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace rowlift::store {

/// The statements of a ledger. Each function runs on the thread that owns \a db and is a part of the caller's
/// transaction, unless it says otherwise.

inline constexpr int schemaVersion = 1;

Result<QSqlQuery> execute(QSqlDatabase &db, const QString &statement, const QVariantList &values = {});
Done makeTables(QSqlDatabase &db);
Done putMeta(QSqlDatabase &db, const QString &key, const QVariant &value);
Result<QVariant> meta(QSqlDatabase &db, const QString &key);
Done insertOutcomes(QSqlDatabase &db, qint64 part, const std::vector<RowOutcome> &outcomes);
Result<std::vector<PartRecord>> parts(QSqlDatabase &db, const QString &folder);
Result<Tally> tally(QSqlDatabase &db);
Result<QString> brokenInvariant(QSqlDatabase &db);

/// Runs \a work between BEGIN and COMMIT; ROLLBACK when it fails.
Done inTransaction(QSqlDatabase &db, const std::function<Done()> &work);

QByteArray packRecords(const std::vector<qint64> &records);
std::vector<qint64> unpackRecords(const QByteArray &packed);

} // namespace rowlift::store
