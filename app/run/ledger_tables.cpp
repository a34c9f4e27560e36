#include "app/run/ledger_tables.h"

#include "app/run/ledger_further.h"
#include "app/run/ledger_pack.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

struct LedgerTableWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

// Rows that are in (Outcome's numbers) and have a reason: a warning.
const QString warnedIndex = u"CREATE INDEX row_warned ON row_outcome(reason) WHERE reason IS NOT NULL AND "
                            "outcome >= 3 AND outcome <= 6"_s;

// Times are milliseconds since 1970 in UTC. Numbers of states, steps and outcomes are those of their enums.
const QStringList tables {
    u"CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
    // Where the planner goes on in this attempt: sweep, at_record, at_offset; walked: nowhere any more.
    // records: of every attempt but the first, which has all rows. kind: '' is that of the plan.
    u"CREATE TABLE attempt(number INTEGER PRIMARY KEY, began INTEGER, rows INTEGER NOT NULL, records BLOB, "
    "sweep INTEGER NOT NULL DEFAULT 0, at_record INTEGER NOT NULL DEFAULT 0, at_offset INTEGER NOT NULL "
    "DEFAULT 0, walked INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT '', by_itself INTEGER NOT NULL "
    "DEFAULT 0)"_s,
    // round: how often the person gave the word to send it again. moved: rows that a later attempt took.
    // old_values: the part whose file has the old values of its records; 0: none.
    u"CREATE TABLE part(number INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, state INTEGER NOT NULL, rows "
    "INTEGER NOT NULL, records INTEGER NOT NULL, bytes INTEGER NOT NULL, hash INTEGER NOT NULL, "
    "first_record INTEGER NOT NULL, last_record INTEGER NOT NULL, sweep INTEGER NOT NULL, at_record INTEGER "
    "NOT NULL, at_offset INTEGER NOT NULL, file TEXT NOT NULL, ticket TEXT NOT NULL DEFAULT '', message TEXT "
    "NOT NULL DEFAULT '', round INTEGER NOT NULL DEFAULT 0, moved INTEGER NOT NULL DEFAULT 0, refusals "
    "INTEGER "
    "NOT NULL DEFAULT 0, old_values INTEGER NOT NULL DEFAULT 0)"_s,
    u"CREATE TABLE member(part INTEGER PRIMARY KEY, records BLOB NOT NULL, followers BLOB NOT NULL)"_s,
    u"CREATE TABLE step(part INTEGER NOT NULL, number INTEGER NOT NULL, round INTEGER NOT NULL, step INTEGER "
    "NOT NULL, done INTEGER NOT NULL, ticket TEXT NOT NULL, at INTEGER, PRIMARY KEY(part, number)) WITHOUT "
    "ROWID"_s,
    // text: of the first row that failed for it.
    u"CREATE TABLE cause(number INTEGER PRIMARY KEY, code TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT "
    "NULL, UNIQUE(code, field))"_s,
    u"CREATE TABLE reason(number INTEGER PRIMARY KEY, cause INTEGER NOT NULL, text TEXT NOT NULL)"_s,
    // part 0: rows that no part holds (left out before sending). reason: NULL when there is none.
    u"CREATE TABLE row_outcome(record INTEGER PRIMARY KEY, part INTEGER NOT NULL, outcome INTEGER NOT NULL, "
    "reason INTEGER, record_id TEXT)"_s,
    // Rows that a person asks for: left out, failed, not processed, unknown (Outcome's numbers).
    u"CREATE INDEX row_astray ON row_outcome(outcome, reason) WHERE outcome = 0 OR outcome = 7 OR outcome = "
    "8 OR outcome = 9"_s,
    warnedIndex,
    // until: the attempt that took the row.
    u"CREATE TABLE history(record INTEGER NOT NULL, until INTEGER NOT NULL, part INTEGER NOT NULL, outcome "
    "INTEGER NOT NULL, reason INTEGER, record_id TEXT, PRIMARY KEY(record, until)) WITHOUT ROWID"_s,
    // Rows of row_outcome, counted. cause 0: none. further: of these, those that follow another one.
    u"CREATE TABLE tally(attempt INTEGER NOT NULL, part INTEGER NOT NULL, outcome INTEGER NOT NULL, cause "
    "INTEGER NOT NULL, rows INTEGER NOT NULL, further INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(attempt, part, "
    "outcome, cause)) WITHOUT ROWID"_s,
};

Done changeAll(LedgerDb &db, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = change(db, statement); !done)
            return done;
    }
    return {};
}

/// Version 1 had the left-out rows in the plan's JSON and the describe document as it is.
Done movePlan(LedgerDb &db)
{
    const auto text = meta(db, u"plan"_s);
    const auto describe = meta(db, u"describe"_s);
    if (!text || !describe)
        return tl::unexpected(text ? describe.error() : text.error());
    QJsonObject plan = QJsonDocument::fromJson(text->toString().toUtf8()).object();
    QJsonObject draft = plan[u"draft"].toObject();
    std::vector<qint64> leftOut;
    for (const QJsonValue &record : draft[u"leftOut"].toArray())
        leftOut.push_back(record.toInteger());
    draft.remove(u"leftOut"_s);
    plan[u"draft"_s] = draft;
    auto done = putMeta(db, u"plan"_s, QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact)));
    if (done)
        done = putMeta(db, u"leftOut"_s, packRecords(leftOut));
    return done ? putMeta(db, u"describe"_s, qCompress(describe->toByteArray())) : done;
}

Done moveMembers(LedgerDb &db)
{
    auto old = execute(db, u"SELECT number, records FROM old_part"_s);
    if (!old)
        return tl::unexpected(old.error());
    while (old->next()) {
        const auto records = packRecords(unpackVersion1(old->value(1).toByteArray()));
        auto done = change(db, u"INSERT INTO member(part, records, followers) VALUES(?, ?, x'')"_s,
                           { old->value(0), records });
        if (!done)
            return done;
    }
    return {};
}

Done beginFirstAttempt(LedgerDb &db)
{
    const auto text = meta(db, u"plan"_s);
    if (!text)
        return tl::unexpected(text.error());
    const QJsonObject plan = QJsonDocument::fromJson(text->toString().toUtf8()).object();
    const auto began = QDateTime::fromString(plan[u"started"].toString(), Qt::ISODateWithMs);
    return change(
        db,
        u"INSERT INTO attempt(number, began, rows, at_record, at_offset, walked) SELECT 1, ?, ?, "
        "IFNULL(MAX(resume_record), 0), IFNULL(MAX(resume_offset), 0), IFNULL((SELECT value FROM meta WHERE "
        "key = 'walkedWhole'), 0) FROM old_part"_s,
        { began.isValid() ? QVariant(began.toMSecsSinceEpoch()) : QVariant(), plan[u"rows"].toInteger() });
}

Done fromVersion1(LedgerDb &db)
{
    QStringList made = tables;
    made.removeIf([](const QString &table) {
        return table.startsWith(u"CREATE TABLE meta(") || table.startsWith(u"CREATE TABLE row_outcome(");
    });
    auto done
        = changeAll(db,
                    { u"ALTER TABLE part RENAME TO old_part"_s, u"ALTER TABLE step RENAME TO old_step"_s,
                      u"ALTER TABLE reason RENAME TO old_reason"_s, u"DROP TABLE tally"_s });
    if (done)
        done = changeAll(db, made);
    if (done)
        done = beginFirstAttempt(db);
    if (done)
        done = moveMembers(db);
    if (done)
        done = changeAll(
            db,
            { u"INSERT INTO part(number, attempt, state, rows, records, bytes, hash, first_record, "
              "last_record, sweep, at_record, at_offset, file, ticket, message) SELECT number, 1, state, "
              "rows, "
              "rows, bytes, 0, first_record, last_record, 0, resume_record, resume_offset, "
              "printf('part-%05d', "
              "number), ticket, message FROM old_part"_s,
              u"INSERT INTO step(part, number, round, step, done, ticket) SELECT part, number, 0, step, "
              u"done, "
              "ticket FROM old_step"_s,
              u"INSERT INTO cause(code, field, text) SELECT code, field, text FROM old_reason WHERE number "
              u"IN "
              "(SELECT MIN(number) FROM old_reason GROUP BY code, field)"_s,
              u"INSERT INTO reason(number, cause, text) SELECT r.number, c.number, r.text FROM old_reason r "
              "JOIN cause c ON c.code = r.code AND c.field = r.field"_s,
              u"INSERT INTO tally(attempt, part, outcome, cause, rows) SELECT 1, r.part, r.outcome, "
              "IFNULL(w.cause, 0), COUNT(*) FROM row_outcome r LEFT JOIN reason w ON w.number = r.reason "
              "GROUP "
              "BY 2, 3, 4"_s,
              u"DROP TABLE old_part"_s, u"DROP TABLE old_step"_s, u"DROP TABLE old_reason"_s,
              u"DELETE FROM meta WHERE key = 'walkedWhole'"_s });
    return done ? movePlan(db) : done;
}

Done fromVersion2(LedgerDb &db)
{
    return changeAll(db,
                     { u"ALTER TABLE attempt ADD COLUMN kind TEXT NOT NULL DEFAULT ''"_s,
                       u"ALTER TABLE attempt ADD COLUMN by_itself INTEGER NOT NULL DEFAULT 0"_s,
                       u"ALTER TABLE part ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0"_s,
                       u"ALTER TABLE part ADD COLUMN old_values INTEGER NOT NULL DEFAULT 0"_s });
}

Done fromVersion3(LedgerDb &db)
{
    return change(db, warnedIndex);
}

Done fromVersion4(LedgerDb &db)
{
    const Done added = change(db, u"ALTER TABLE tally ADD COLUMN further INTEGER NOT NULL DEFAULT 0"_s);
    return added ? tallyFurther(db) : added;
}

} // namespace

Done makeTables(LedgerDb &db)
{
    auto done = changeAll(db, tables);
    return done ? putMeta(db, u"schemaVersion"_s, schemaVersion) : done;
}

Done canRead(int version)
{
    if (version > schemaVersion) {
        return tl::unexpected(Error {
            .kind = Error::Kind::BadInput,
            .sentence = LedgerTableWords::tr(
                "This import was made with a newer version of Rowlift. Open it with that one. It is left as "
                "it is."),
            .detail = u"ledger version %1"_s.arg(version),
            .retryAfter = {} });
    }
    return version < 1 ? tl::unexpected(notALedger(u"ledger version %1"_s.arg(version))) : Done {};
}

Done migrate(LedgerDb &db, int version)
{
    auto done = version == 1 ? fromVersion1(db) : version == 2 ? fromVersion2(db) : Done();
    if (done && version > 1 && version < 4) // version 1 has got all tables anew
        done = fromVersion3(db);
    if (done && version > 1)
        done = fromVersion4(db);
    return done ? putMeta(db, u"schemaVersion"_s, schemaVersion) : done;
}

} // namespace rowlift::store
