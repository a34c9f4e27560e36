#include "app/run/ledger_reader.h"

#include "app/run/ledger_pack.h"
#include "app/run/ledger_plan.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_tables.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

RowOutcome outcomeIn(const QSqlQuery &query)
{
    return { .record = query.value(0).toLongLong(),
             .outcome = static_cast<Outcome>(query.value(1).toInt()),
             .reason = { .code = query.value(2).toString(),
                         .field = query.value(3).toString(),
                         .text = query.value(4).toString() },
             .recordId = query.value(5).toString() };
}

QString selectOutcomes(const QString &from)
{
    return u"SELECT r.record, r.outcome, c.code, c.field, w.text, r.record_id FROM "_s + from
        + u" r LEFT JOIN reason w ON w.number = r.reason LEFT JOIN cause c ON c.number = w.cause "_s;
}

Result<std::vector<RowOutcome>> outcomesIn(Result<QSqlQuery> query)
{
    if (!query)
        return tl::unexpected(query.error());
    std::vector<RowOutcome> rows;
    while (query->next())
        rows.push_back(outcomeIn(*query));
    return rows;
}

Result<std::vector<qint64>> recordsIn(Result<QSqlQuery> query)
{
    if (!query)
        return tl::unexpected(query.error());
    std::vector<qint64> records;
    while (query->next())
        records.push_back(query->value(0).toLongLong());
    return records;
}

} // namespace

LedgerReader::LedgerReader(QString folder)
    : m_folder(std::move(folder))
    , m_connection(u"reader-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_db { .sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection) }
{
}

LedgerReader::~LedgerReader()
{
    m_db.sql.close();
    m_db.sql = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<LedgerReader>> LedgerReader::open(const QString &folder)
{
    auto reader = glance(folder);
    if (!reader)
        return reader;
    if (auto loaded = (*reader)->load(); !loaded)
        return tl::unexpected(loaded.error());
    return reader;
}

Result<std::unique_ptr<LedgerReader>> LedgerReader::glance(const QString &folder)
{
    const QString file = folder + u"/ledger.sqlite"_s;
    if (!QFile::exists(file))
        return tl::unexpected(store::notALedger(folder));
    std::unique_ptr<LedgerReader> reader(new LedgerReader(folder));
    // Not "read only", though nothing is written: SQLite would then leave its log beside each ledger.
    if (auto opened = reader->openFile(file); !opened)
        return tl::unexpected(opened.error());
    auto can = store::versionOf(reader->m_db).and_then(store::canRead);
    if (!can)
        return tl::unexpected(can.error());
    auto plan = store::planIn(reader->m_db);
    if (!plan)
        return tl::unexpected(plan.error());
    reader->m_plan = std::move(*plan);
    return reader;
}

Done LedgerReader::openFile(const QString &file)
{
    m_db.sql.setDatabaseName(file);
    m_db.sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    return m_db.sql.open() ? Done {} : tl::unexpected(store::notALedger(m_db.sql.lastError().text()));
}

Done LedgerReader::load()
{
    const auto version = store::versionOf(m_db);
    if (!version)
        return tl::unexpected(version.error());
    m_db.isVersion2 = *version == 2;
    m_db.lacksFurther = *version >= 2 && *version < 5; // one of version 1 is read from a copy
    if (*version < 2) {
        if (auto copied = readCopy(); !copied)
            return copied;
    }
    auto describe = store::describeIn(m_db);
    if (!describe)
        return tl::unexpected(describe.error());
    m_plan.describe = std::move(*describe);
    return {};
}

Done LedgerReader::readCopy()
{
    m_copy = std::make_unique<QTemporaryDir>();
    const QString file = m_copy->filePath(u"ledger.sqlite"_s);
    if (auto copied = store::change(m_db, u"VACUUM INTO ?"_s, { file }); !copied)
        return copied;
    m_db.sql.close();
    if (auto opened = openFile(file); !opened)
        return opened;
    return store::inTransaction(m_db, [this]() -> Done {
        const auto version = store::versionOf(m_db);
        return version ? store::migrate(m_db, *version) : tl::unexpected(version.error());
    });
}

Result<std::vector<qint64>> LedgerReader::leftOut()
{
    return store::leftOutIn(m_db);
}

Result<Tally> LedgerReader::tally()
{
    return store::tally(m_db);
}

Result<std::vector<PartRecord>> LedgerReader::parts()
{
    return store::parts(m_db, m_folder);
}

Result<RunState> LedgerReader::end(QString *message, QDateTime *when)
{
    const auto end = store::meta(m_db, u"end"_s);
    if (!end)
        return tl::unexpected(end.error());
    if (message) {
        if (const auto said = store::meta(m_db, u"endMessage"_s))
            *message = said->toString();
    }
    if (when) {
        if (const auto ended = store::meta(m_db, u"ended"_s))
            *when = QDateTime::fromString(ended->toString(), Qt::ISODateWithMs);
    }
    return end->isNull() ? RunState::Interrupted : static_cast<RunState>(end->toInt());
}

Result<bool> LedgerReader::waitsAtBrake()
{
    const auto braked = store::meta(m_db, u"braked"_s);
    const auto released = store::meta(m_db, u"brakeReleased"_s);
    if (!braked || !released)
        return tl::unexpected(!braked ? braked.error() : released.error());
    return braked->toBool() && !released->toBool();
}

Result<QDateTime> LedgerReader::lastStep()
{
    const auto version = store::versionOf(m_db);
    if (!version || *version < 2) // they have no times
        return version ? Result<QDateTime>(QDateTime()) : tl::unexpected(version.error());
    const auto last = store::valueOf(m_db, u"SELECT MAX(at) FROM step"_s);
    if (!last)
        return tl::unexpected(last.error());
    return last->isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(last->toLongLong(), Qt::UTC);
}

Result<PartsAtService> LedgerReader::partsAtService()
{
    PartsAtService there;
    const auto version = store::versionOf(m_db);
    if (!version || *version < 2) // they have no times
        return version ? Result<PartsAtService>(there) : tl::unexpected(version.error());
    const auto days = store::meta(m_db, u"keptDays"_s);
    if (!days)
        return tl::unexpected(days.error());
    auto found = store::execute(m_db,
                                u"SELECT COUNT(*), SUM(p.rows), MIN((SELECT MAX(s.at) FROM step s WHERE "
                                "s.part = p.number)) FROM part p WHERE p.state IN (?, ?, ?)"_s,
                                { static_cast<int>(PartState::Remote), static_cast<int>(PartState::Aborting),
                                  static_cast<int>(PartState::Collecting) });
    if (!found)
        return tl::unexpected(found.error());
    if (!found->next())
        return there;
    there.parts = found->value(0).toLongLong();
    there.rows = found->value(1).toLongLong();
    if (days->toInt() > 0 && !found->value(2).isNull())
        there.until
            = QDateTime::fromMSecsSinceEpoch(found->value(2).toLongLong(), Qt::UTC).addDays(days->toInt());
    return there;
}

Result<bool> LedgerReader::wasStopped()
{
    const auto stopped = store::meta(m_db, u"wasStopped"_s);
    return stopped ? Result<bool>(stopped->toBool()) : tl::unexpected(stopped.error());
}

Result<bool> LedgerReader::wasTakenUp()
{
    const auto taken = store::meta(m_db, u"takenUp"_s);
    return taken ? Result<bool>(taken->toBool()) : tl::unexpected(taken.error());
}

Result<std::vector<ReasonGroup>> LedgerReader::reasons()
{
    // Rows that are in are one group, whether they were added or updated.
    const QString further = m_db.lacksFurther ? u"0"_s : u"t.further"_s;
    auto query = store::execute(
        m_db,
        u"SELECT CASE WHEN t.outcome >= 3 AND t.outcome <= 6 THEN 6 ELSE t.outcome END o, c.code, c.field, "
        "c.text, SUM(t.rows) n, SUM(t.rows - %1) FROM tally t JOIN cause c ON c.number = t.cause GROUP BY o, "
        "t.cause ORDER BY o = ? DESC, o = 6, n DESC, t.cause"_s.arg(further),
        { static_cast<int>(Outcome::Failed) });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<ReasonGroup> groups;
    while (query->next()) {
        groups.push_back({ .outcome = static_cast<Outcome>(query->value(0).toInt()),
                           .code = query->value(1).toString(),
                           .field = query->value(2).toString(),
                           .text = query->value(3).toString(),
                           .rows = query->value(4).toLongLong(),
                           .records = query->value(5).toLongLong() });
    }
    return groups;
}

Result<std::vector<Attempt>> LedgerReader::attempts()
{
    return store::attempts(m_db);
}

Result<std::vector<RecordedStep>> LedgerReader::stepsOf(qint64 part)
{
    return store::stepsOf(m_db, part);
}

Result<std::vector<qint64>> LedgerReader::records(Outcome outcome, const QString &code, const QString &field)
{
    if (outcome == Outcome::In && !code.isEmpty())
        return warnedRecords(code, field);
    // The number stands in the statement: only so does SQLite see that the index of such rows helps.
    return recordsWhere(u"outcome = %1"_s.arg(static_cast<int>(outcome)), code, field);
}

Result<std::vector<qint64>> LedgerReader::warnedRecords(const QString &code, const QString &field)
{
    return recordsWhere(u"reason IS NOT NULL AND outcome >= 3 AND outcome <= 6"_s, code, field);
}

Result<std::vector<qint64>> LedgerReader::recordsWhere(const QString &condition, const QString &code,
                                                       const QString &field)
{
    const QString such = u"SELECT record FROM row_outcome WHERE %1 "_s.arg(condition);
    if (code.isEmpty())
        return recordsIn(store::execute(m_db, such + u"ORDER BY record"_s));
    return recordsIn(store::execute(
        m_db,
        such
            + u"AND reason IN (SELECT w.number FROM reason w JOIN cause c ON c.number = w.cause "
              "WHERE c.code = ? AND c.field = ?) ORDER BY record"_s,
        { code, field.isNull() ? u""_s : field }));
}

Result<std::vector<RowOutcome>> LedgerReader::outcomes(qint64 firstRecord, qint64 lastRecord)
{
    return outcomesIn(store::execute(
        m_db, selectOutcomes(u"row_outcome"_s) + u"WHERE r.record BETWEEN ? AND ? ORDER BY r.record"_s,
        { firstRecord, lastRecord }));
}

Result<std::vector<RowOutcome>> LedgerReader::outcomes(const std::vector<qint64> &records)
{
    QSqlQuery query(m_db.sql);
    query.setForwardOnly(true);
    if (!query.prepare(selectOutcomes(u"row_outcome"_s) + u"WHERE r.record = ?"_s))
        return tl::unexpected(store::storageError(m_db.sql, query.lastError(), true));
    std::vector<RowOutcome> rows;
    for (const qint64 record : records) {
        query.bindValue(0, record);
        if (!query.exec())
            return tl::unexpected(store::storageError(m_db.sql, query.lastError(), true));
        if (query.next())
            rows.push_back(outcomeIn(query));
    }
    return rows;
}

Result<std::vector<RowOutcome>> LedgerReader::allOutcomes(qint64 firstRecord, qint64 lastRecord)
{
    // One moment of the file: a part that is settled in between must not be missed by both questions.
    return store::inTransaction(m_db, [&]() -> Result<std::vector<RowOutcome>> {
        auto own = outcomes(firstRecord, lastRecord);
        if (!own)
            return own;
        std::vector<RowOutcome> all;
        for (qint64 record = firstRecord; record <= lastRecord; ++record)
            all.push_back({ .record = record, .outcome = Outcome::NotSent, .reason = {}, .recordId = {} });
        auto open = store::execute(
            m_db,
            u"SELECT p.state, m.records, m.followers FROM part p JOIN member m ON m.part = p.number WHERE "
            "p.state != ? AND p.first_record <= ? AND p.last_record >= ?"_s,
            { static_cast<int>(PartState::Settled), lastRecord, firstRecord });
        if (!open)
            return tl::unexpected(open.error());
        while (open->next()) {
            const Outcome outcome = outcomeOf(static_cast<PartState>(open->value(0).toInt()));
            const auto records = store::unpackBetween(open->value(1).toByteArray(), firstRecord, lastRecord);
            for (const qint64 record : records)
                all[static_cast<size_t>(record - firstRecord)].outcome = outcome;
            for (const auto &follower : store::unpackFollowers(open->value(2).toByteArray())) {
                if (follower.record >= firstRecord && follower.record <= lastRecord)
                    all[static_cast<size_t>(follower.record - firstRecord)].outcome = outcome;
            }
        }
        for (RowOutcome &row : *own)
            all[static_cast<size_t>(row.record - firstRecord)] = std::move(row);
        return all;
    });
}

Result<qint64> LedgerReader::lastKnownRecord()
{
    const auto last = store::valueOf(m_db,
                                     u"SELECT MAX(COALESCE((SELECT MAX(record) FROM row_outcome), -1), "
                                     "COALESCE((SELECT MAX(last_record) FROM part), -1))"_s);
    return last ? Result<qint64>(last->toLongLong()) : tl::unexpected(last.error());
}

Result<std::vector<RowOutcome>> LedgerReader::history(qint64 record)
{
    return outcomesIn(store::execute(
        m_db, selectOutcomes(u"history"_s) + u"WHERE r.record = ? ORDER BY r.until"_s, { record }));
}

Result<PartMembers> LedgerReader::membersOf(qint64 part)
{
    return store::membersOf(m_db, part);
}

Result<Outcome> LedgerReader::outcomeWithout(qint64 record)
{
    auto open = store::execute(m_db,
                               u"SELECT p.state, m.records, m.followers FROM part p JOIN member m ON m.part "
                               u"= p.number WHERE p.state "
                               "!= ? AND ? BETWEEN p.first_record AND p.last_record ORDER BY p.number DESC"_s,
                               { static_cast<int>(PartState::Settled), record });
    if (!open)
        return tl::unexpected(open.error());
    while (open->next()) {
        const auto followers = store::unpackFollowers(open->value(2).toByteArray());
        if (store::holdsRecord(open->value(1).toByteArray(), record)
            || std::ranges::find(followers, record, &PartMembers::Follower::record) != followers.end())
            return outcomeOf(static_cast<PartState>(open->value(0).toInt()));
    }
    return Outcome::NotSent;
}

Outcome outcomeOf(PartState state)
{
    switch (rowsOf(state)) {
    case PartRows::NotSent:
        return Outcome::NotSent;
    case PartRows::Waiting:
        return Outcome::Waiting;
    case PartRows::Unknown:
        return Outcome::Unknown;
    }
    return Outcome::Unknown;
}

Result<QString> LedgerReader::brokenInvariant(const std::stop_token &stop)
{
    return store::brokenInvariant(m_db, stop);
}

} // namespace rowlift
