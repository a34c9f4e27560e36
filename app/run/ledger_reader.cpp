#include "app/run/ledger_reader.h"

#include "app/run/ledger_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct LedgerReaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::LedgerReader)
};

RowOutcome outcomeIn(const QSqlQuery &query)
{
    return { .record = query.value(0).toLongLong(),
             .outcome = static_cast<Outcome>(query.value(1).toInt()),
             .reason = { .code = query.value(2).toString(),
                         .field = query.value(3).toString(),
                         .text = query.value(4).toString() },
             .recordId = query.value(5).toString() };
}

const QString selectOutcomes
    = u"SELECT r.record, r.outcome, w.code, w.field, w.text, r.record_id FROM row_outcome r LEFT JOIN "
      "reason w ON w.number = r.reason "_s;

} // namespace

LedgerReader::LedgerReader(QString folder)
    : m_folder(std::move(folder))
    , m_connection(u"reader-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_db.setDatabaseName(m_folder + u"/ledger.sqlite"_s);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
}

LedgerReader::~LedgerReader()
{
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<LedgerReader>> LedgerReader::open(const QString &folder)
{
    std::unique_ptr<LedgerReader> reader(new LedgerReader(folder));
    if (auto loaded = reader->load(); !loaded)
        return tl::unexpected(loaded.error());
    return reader;
}

Done LedgerReader::load()
{
    const Error unreadable { .kind = Error::Kind::BadInput,
                             .sentence = LedgerReaderWords::tr(
                                 "The record of this import cannot be read. It is left as it is."),
                             .detail = m_folder,
                             .retryAfter = {} };
    if (!QFile::exists(m_db.databaseName()) || !m_db.open())
        return tl::unexpected(unreadable);
    const auto version = store::meta(m_db, u"schemaVersion"_s);
    const auto json = store::meta(m_db, u"plan"_s);
    const auto describe = store::meta(m_db, u"describe"_s);
    if (!version || version->toInt() != store::schemaVersion || !json || !describe)
        return tl::unexpected(unreadable);
    auto plan = runPlanFrom(QJsonDocument::fromJson(json->toString().toUtf8()).object());
    if (!plan)
        return tl::unexpected(unreadable);
    m_plan = std::move(*plan);
    m_plan.describe = describe->toByteArray();
    return {};
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

Result<std::vector<ReasonGroup>> LedgerReader::reasons()
{
    auto query = store::execute(
        m_db,
        u"SELECT r.outcome, w.code, w.field, MIN(w.text), COUNT(*) n FROM row_outcome r JOIN reason w "
        "ON w.number = r.reason GROUP BY r.outcome, w.code, w.field ORDER BY r.outcome = ? DESC, n DESC"_s,
        { static_cast<int>(Outcome::Failed) });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<ReasonGroup> groups;
    while (query->next()) {
        groups.push_back({ .outcome = static_cast<Outcome>(query->value(0).toInt()),
                           .code = query->value(1).toString(),
                           .field = query->value(2).toString(),
                           .text = query->value(3).toString(),
                           .rows = query->value(4).toLongLong() });
    }
    return groups;
}

Result<std::vector<qint64>> LedgerReader::records(Outcome outcome, const QString &code, const QString &field)
{
    auto query = code.isEmpty()
        ? store::execute(m_db, u"SELECT record FROM row_outcome WHERE outcome = ? ORDER BY record"_s,
                         { static_cast<int>(outcome) })
        : store::execute(m_db,
                         u"SELECT r.record FROM row_outcome r JOIN reason w ON w.number = r.reason WHERE "
                         u"r.outcome = ? AND "
                         "w.code = ? AND w.field = ? ORDER BY r.record"_s,
                         { static_cast<int>(outcome), code, field.isNull() ? u""_s : field });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<qint64> records;
    while (query->next())
        records.push_back(query->value(0).toLongLong());
    return records;
}

Result<std::vector<RowOutcome>> LedgerReader::outcomes(qint64 firstRecord, qint64 lastRecord)
{
    auto query = store::execute(m_db, selectOutcomes + u"WHERE r.record BETWEEN ? AND ? ORDER BY r.record"_s,
                                { firstRecord, lastRecord });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<RowOutcome> rows;
    while (query->next())
        rows.push_back(outcomeIn(*query));
    return rows;
}

Result<std::vector<RowOutcome>> LedgerReader::outcomes(const std::vector<qint64> &records)
{
    std::vector<RowOutcome> rows;
    for (const qint64 record : records) {
        auto found = outcomes(record, record);
        if (!found)
            return found;
        rows.insert(rows.end(), found->begin(), found->end());
    }
    return rows;
}

Result<Outcome> LedgerReader::outcomeWithout(qint64 record)
{
    auto query = store::execute(
        m_db, u"SELECT state FROM part WHERE ? BETWEEN first_record AND last_record LIMIT 1"_s, { record });
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? outcomeOf(static_cast<PartState>(query->value(0).toInt())) : Outcome::NotSent;
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

Result<QString> LedgerReader::brokenInvariant()
{
    return store::brokenInvariant(m_db);
}

} // namespace rowlift
