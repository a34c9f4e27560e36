#include "app/run/known_records.h"

#include "app/run/ledger_plan.h"
#include "app/run/ledger_store.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_tables.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// Whoever wrote its ledger last longer ago has made nothing that could be taken for the part's.
constexpr std::chrono::hours longestAgo { 25 };
/// The longest that a service works on a call after it was sent, and what clocks may differ.
constexpr std::chrono::minutes longestWork { 15 };

QDateTime writtenLast(const QString &folder)
{
    const QFileInfo file(folder + u"/ledger.sqlite"_s);
    const QFileInfo log(folder + u"/ledger.sqlite-wal"_s);
    return log.exists() ? std::max(file.lastModified(), log.lastModified()) : file.lastModified();
}

} // namespace

/// A ledger that is only looked into; not open when it is none that can be read now.
class KnownRecords::Look {
public:
    explicit Look(const QString &folder)
        : m_folder(folder)
        , m_connection(u"look-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
        m_db.sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        m_db.sql.setDatabaseName(folder + u"/ledger.sqlite"_s);
        m_db.sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s); // see LedgerReader::glance()
        constexpr int oldest = 3; // the first with all that is asked for here
        const bool exists = QFileInfo::exists(m_db.sql.databaseName()) && m_db.sql.open();
        const int version = exists ? store::versionOf(m_db).value_or(0) : 0;
        m_isOpen = version >= oldest && version <= store::schemaVersion;
    }
    ~Look()
    {
        m_db = {};
        QSqlDatabase::removeDatabase(m_connection);
    }
    Q_DISABLE_COPY_MOVE(Look)

    bool isOpen() const { return m_isOpen; }
    store::LedgerDb &db() { return m_db; }
    const QString &folder() const { return m_folder; }

private:
    const QString m_folder;
    const QString m_connection;
    store::LedgerDb m_db;
    bool m_isOpen = false;
};

namespace {

/// Asks of so many ids at a time: each question goes over all rows.
constexpr qsizetype idsAtATime = 10'000;

Done addRows(store::LedgerDb &db, const QStringList &recordIds, bool ofThisRun,
             std::vector<RecordedRow> &rows)
{
    for (qsizetype from = 0; from < recordIds.size(); from += idsAtATime) {
        QVariantList values;
        for (const QString &id : recordIds.mid(from, idsAtATime))
            values << id;
        const QString marks = QStringList(values.size(), u"?"_s).join(u',');
        auto found = store::execute(
            db,
            u"SELECT r.record_id, r.outcome, (SELECT MAX(s.at) FROM step s WHERE s.part = r.part) FROM "
            "row_outcome r WHERE r.outcome IN (%1, %2, %3, %4) AND r.record_id IN (%5)"_s
                .arg(static_cast<int>(Outcome::Added))
                .arg(static_cast<int>(Outcome::Updated))
                .arg(static_cast<int>(Outcome::Deleted))
                .arg(static_cast<int>(Outcome::In))
                .arg(marks),
            values);
        if (!found)
            return tl::unexpected(found.error());
        while (found->next()) {
            const QVariant at = found->value(2);
            rows.push_back({ .recordId = found->value(0).toString(),
                             .outcome = static_cast<Outcome>(found->value(1).toInt()),
                             .when = at.isNull() ? QDateTime()
                                                 : QDateTime::fromMSecsSinceEpoch(at.toLongLong(), Qt::UTC),
                             .ofThisRun = ofThisRun });
        }
    }
    return {};
}

bool mayBeAtTheService(PartState state)
{
    return state != PartState::Planned && state != PartState::Waiting && !isFinal(state);
}

/// What such a part made was there before \a sent.
bool isOverBefore(const PartRecord &part, const std::vector<RecordedStep> &steps, const QDateTime &sent)
{
    if (part.state == PartState::Remote || part.state == PartState::Aborting || steps.empty())
        return false; // a job may take its time
    const QDateTime last = steps.back().when;
    return last.isValid() && last < sent.addMSecs(-std::chrono::milliseconds(longestWork).count());
}

} // namespace

KnownRecords::KnownRecords(const Ledger &ledger, qint64 part, const QDateTime &sent)
    : m_ledger(ledger)
    , m_part(part)
    , m_sent(sent)
{
    const QFileInfo own(ledger.folder());
    const QDir runs = own.dir();
    const QDateTime from = sent.addMSecs(-std::chrono::milliseconds(longestAgo).count());
    for (const QString &name : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name == own.fileName())
            continue;
        const QString folder = runs.filePath(name);
        if (const QDateTime last = writtenLast(folder); last.isValid() && last >= from)
            m_others << folder;
    }
}

Done KnownRecords::lookInto(const std::function<Done(Look &, bool)> &what) const
{
    Look own(m_ledger.folder());
    if (!own.isOpen())
        return tl::unexpected(store::notALedger(m_ledger.folder()));
    if (auto done = what(own, true); !done)
        return done;
    for (const QString &folder : m_others) {
        Look other(folder);
        if (!other.isOpen()) // of another version, or damaged: nobody goes on with it now
            continue;
        if (auto done = what(other, false); !done)
            return done;
    }
    return {};
}

Result<std::vector<RecordedRow>> KnownRecords::onRecord(const QStringList &recordIds) const
{
    std::vector<RecordedRow> rows;
    const auto done
        = lookInto([&](Look &look, bool isOwn) { return addRows(look.db(), recordIds, isOwn, rows); });
    return done ? Result<std::vector<RecordedRow>>(std::move(rows)) : tl::unexpected(done.error());
}

Result<std::vector<OpenCall>> KnownRecords::openCalls() const
{
    std::vector<OpenCall> calls;
    const auto done = lookInto([&](Look &look, bool isOwn) { return addOpenParts(look, isOwn, calls); });
    return done ? Result<std::vector<OpenCall>>(std::move(calls)) : tl::unexpected(done.error());
}

Done KnownRecords::addOpenParts(Look &look, bool ofThisRun, std::vector<OpenCall> &calls) const
{
    const auto plan = store::planIn(look.db());
    const auto parts = store::parts(look.db(), look.folder(), 0);
    if (!plan || !parts)
        return tl::unexpected(plan ? parts.error() : plan.error());
    const Draft &ours = m_ledger.plan().draft;
    if (plan->draft.service != ours.service || plan->draft.target.object != ours.target.object)
        return {};
    for (const PartRecord &part : *parts) {
        if (!mayBeAtTheService(part.state) || (ofThisRun && part.number == m_part))
            continue;
        const auto steps = store::stepsOf(look.db(), part.number);
        if (!steps)
            return tl::unexpected(steps.error());
        if (!isOverBefore(part, *steps, m_sent))
            calls.push_back({ .file = { .path = part.file, .rows = part.records, .bytes = part.bytes },
                              .operation = plan->draft.target.operation,
                              .ofThisRun = ofThisRun });
    }
    return {};
}

} // namespace rowlift
