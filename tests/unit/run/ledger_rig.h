#pragma once

#include "app/run/ledger.h"
#include "app/run/ledger_reader.h"
#include "app/run/ledger_store.h"

#include <QtTest>

namespace rowlift::ledger_rig {

using namespace Qt::StringLiterals;

inline RunPlan plan(qint64 rows)
{
    RunPlan plan;
    plan.id = u"run"_s;
    plan.rows = rows;
    plan.account.service = u"salesforce"_s;
    plan.draft.file = u"/nowhere/contacts.csv"_s;
    plan.draft.target.object = u"Contact"_s;
    plan.describe = "{}";
    plan.started = QDateTime(QDate(2026, 11, 20), QTime(9, 30), Qt::UTC);
    return plan;
}

inline PartRecord part(qint64 number, qint64 first, qint64 rows)
{
    PartRecord part;
    part.number = number;
    part.rows = rows;
    part.firstRecord = first;
    part.lastRecord = first + rows - 1;
    part.planned.at = { .record = first + rows, .offset = (first + rows) * 100 };
    return part;
}

inline PartRecord withAttempt(PartRecord part, int attempt)
{
    part.attempt = attempt;
    part.planned.attempt = attempt;
    return part;
}

inline std::vector<qint64> records(qint64 first, qint64 rows)
{
    std::vector<qint64> all;
    for (qint64 record = first; record < first + rows; ++record)
        all.push_back(record);
    return all;
}

inline RowOutcome row(qint64 record, Outcome outcome, const QString &code = {})
{
    RowOutcome row { .record = record, .outcome = outcome, .reason = {}, .recordId = {} };
    if (!code.isEmpty())
        row.reason = { .code = code, .field = u"Email"_s, .text = code + u": row %1"_s.arg(record) };
    return row;
}

inline std::vector<RowOutcome> added(qint64 first, qint64 rows)
{
    std::vector<RowOutcome> all;
    for (const qint64 record : records(first, rows))
        all.push_back({ .record = record, .outcome = Outcome::Added, .reason = {}, .recordId = u"003"_s });
    return all;
}

/// Does something to a ledger's file behind its back.
inline void tamper(const QString &folder, const QString &statement)
{
    {
        store::LedgerDb db { .sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s) };
        db.sql.setDatabaseName(folder + u"/ledger.sqlite"_s);
        QVERIFY(db.sql.open());
        QVERIFY(store::change(db, statement));
        db.sql.close();
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

/// Copies the ledger in \a from as it lies on the disk, as a power cut would leave it.
inline bool copyRun(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : { u"ledger.sqlite"_s, u"ledger.sqlite-wal"_s }) {
        if (QFile::exists(from + u'/' + name) && !QFile::copy(from + u'/' + name, to + u'/' + name))
            return false;
    }
    return true;
}

} // namespace rowlift::ledger_rig
