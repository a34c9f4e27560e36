#include "app/run/ledger.h"

#include "app/base/folders.h"
#include "app/run/ledger_owner.h"
#include "app/run/ledger_plan.h"
#include "app/run/ledger_rows.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_tables.h"
#include "app/run/ledger_writer.h"
#include "app/run/unmade_runs.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct LedgerOpenWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

Error folderError(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = LedgerOpenWords::tr(
                 "The folder for the record of this import could not be made. Check that there is "
                 "room on the disk and that you may write there."),
             .detail = detail,
             .retryAfter = {} };
}

Error runsElsewhere(const QString &folder)
{
    const auto owner = ownerOf(folder);
    const bool isFar
        = owner && !owner->isOurComputer; // whether its process is alive cannot be seen from here
    return { .kind = Error::Kind::Rejected,
             .sentence = isFar
                 ? LedgerOpenWords::tr("This import is open on the computer “%1” (process %2). If it is not "
                                       "any more, remove the file “%3” and try again.")
                       .arg(owner->host, QString::number(owner->process),
                            QDir::toNativeSeparators(folder + u"/lock"_s))
                 : LedgerOpenWords::tr("This import is running in another window."),
             .detail = {},
             .retryAfter = {} };
}

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/lock"_s);
    // Held as long as its process lives; a crashed one's is broken by the process check.
    lock->setStaleLockTime(0);
    // Somebody who only looks may hold it for a moment.
    constexpr int longestLook = 200;
    if (lock->tryLock(longestLook))
        return lock;
    // To Qt a process lives until its parent has heard of its end.
    const bool isFree = !runsNow(folder) && lock->removeStaleLockFile() && lock->tryLock(0);
    return isFree ? std::move(lock) : nullptr;
}

constexpr int longestMaking
    = 2'000; ///< Milliseconds that another process may take for a folder and its lock.

QString ledgerFile(const QString &folder)
{
    return folder + u"/ledger.sqlite"_s;
}

/// Looks before the file is opened for writing: one of a newer version is not touched, not even tidied up.
Done canOpen(const QString &folder)
{
    if (!QFile::exists(ledgerFile(folder)))
        return tl::unexpected(store::notALedger(folder));
    const QString connection = u"look-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Done can;
    {
        store::LedgerDb db { .sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection) };
        db.sql.setDatabaseName(ledgerFile(folder));
        db.sql.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        db.sql.open();
        can = store::versionOf(db).and_then(store::canRead);
    }
    QSqlDatabase::removeDatabase(connection);
    return can;
}

/// Rows that a person left out by hand have no reason that a check could have given.
std::vector<RowOutcome> withThoseOfThePlan(const RunPlan &plan, const std::vector<RowOutcome> &leftOut)
{
    std::vector<RowOutcome> all = leftOut;
    std::ranges::stable_sort(all, {}, &RowOutcome::record);
    const size_t named = all.size();
    for (const qint64 record : plan.draft.leftOut) {
        if (!std::ranges::binary_search(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(named), record,
                                        {}, &RowOutcome::record))
            all.push_back({ .record = record, .outcome = Outcome::LeftOut, .reason = {}, .recordId = {} });
    }
    std::ranges::stable_sort(all, {}, &RowOutcome::record);
    return all;
}

} // namespace

Ledger::Ledger(QString folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
    , m_writer(std::make_unique<LedgerWriter>(ledgerFile(m_folder)))
{
}

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::create(const QString &runsFolder, const RunPlan &plan,
                                               const std::vector<RowOutcome> &leftOut,
                                               const std::function<Done(const QString &folder)> &equip)
{
    const QString folder = runsFolder + u'/' + plan.id;
    // A new folder, or none: what lies in one that is there already is another run's.
    if (!makeOwnFolder(runsFolder))
        return tl::unexpected(folderError(folder));
    // Between its making and its lock a run looks like one that was given up.
    QLockFile making(runsFolder + u"/.making"_s);
    making.setStaleLockTime(0);
    if (making.tryLock(longestMaking))
        removeUnmadeRuns(runsFolder);
    if (!QDir().mkdir(folder))
        return tl::unexpected(folderError(folder));
    // What is sent lies here for a while: nobody else's business.
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = lockOf(folder);
    if (!lock) {
        QDir(folder).removeRecursively();
        return tl::unexpected(folderError(folder + u"/lock"_s));
    }
    making.unlock();
    std::unique_ptr<Ledger> ledger(new Ledger(folder, std::move(lock)));
    ledger->m_plan = plan;
    ledger->m_isNew = true;
    const Done equipped = equip ? equip(folder) : Done {};
    if (auto frozen = equipped ? ledger->freeze(plan, leftOut) : equipped; !frozen) {
        ledger.reset();
        QDir(folder).removeRecursively(); // nothing was sent: a record that says nothing is of no use
        return tl::unexpected(frozen.error());
    }
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &folder)
{
    if (auto can = canOpen(folder); !can)
        return tl::unexpected(can.error());
    auto lock = lockOf(folder);
    if (!lock)
        return tl::unexpected(runsElsewhere(folder));
    std::unique_ptr<Ledger> ledger(new Ledger(folder, std::move(lock)));
    if (auto loaded = ledger->load(); !loaded)
        return tl::unexpected(loaded.error());
    return ledger;
}

Done Ledger::freeze(const RunPlan &plan, const std::vector<RowOutcome> &leftOut)
{
    if (auto durable = m_writer->makeDurable(); !durable)
        return durable;
    const std::vector<RowOutcome> all = withThoseOfThePlan(plan, leftOut);
    std::vector<store::PlacedRow> rows;
    rows.reserve(all.size());
    for (const RowOutcome &row : all)
        rows.push_back({ .record = row.record, .from = &row });
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        auto done = store::makeTables(db);
        if (done)
            done = store::putPlan(db, plan);
        if (done)
            done = store::change(
                db, u"INSERT INTO attempt(number, began, rows) VALUES(1, ?, ?)"_s,
                { plan.started.isValid() ? QVariant(plan.started.toMSecsSinceEpoch()) : QVariant(),
                  plan.rows });
        return done ? store::insertRows(db, 1, 0, rows, {}) : done;
    });
}

Done Ledger::load()
{
    const auto version = m_writer->look(store::versionOf);
    if (!version)
        return tl::unexpected(version.error());
    auto done = m_writer->makeDurable();
    if (done && *version < store::schemaVersion)
        done = m_writer->change([&](store::LedgerDb &db) { return store::migrate(db, *version); });
    if (!done)
        return done;
    return m_writer->look([this](store::LedgerDb &db) -> Done {
        auto plan = store::planIn(db);
        auto describe = store::describeIn(db);
        auto leftOut = store::leftOutIn(db);
        if (!plan || !describe || !leftOut)
            return tl::unexpected(!plan ? plan.error() : !describe ? describe.error() : leftOut.error());
        m_plan = std::move(*plan);
        m_plan.describe = std::move(*describe);
        m_plan.draft.leftOut = std::move(*leftOut);
        return {};
    });
}

Result<std::vector<PartRecord>> Ledger::parts()
{
    return m_writer->look([this](store::LedgerDb &db) { return store::parts(db, m_folder); });
}

Result<PartMembers> Ledger::membersOf(qint64 part)
{
    return m_writer->look([part](store::LedgerDb &db) { return store::membersOf(db, part); });
}

Result<PlanMark> Ledger::planned()
{
    return m_writer->look([](store::LedgerDb &db) -> Result<PlanMark> {
        auto found = store::execute(db,
                                    u"SELECT number, sweep, at_record, at_offset FROM attempt ORDER BY "
                                    u"walked, CASE walked WHEN 0 THEN "
                                    "number ELSE -number END LIMIT 1"_s);
        if (!found)
            return tl::unexpected(found.error());
        if (!found->next())
            return PlanMark {};
        return PlanMark { .attempt = found->value(0).toInt(),
                          .sweep = found->value(1).toInt(),
                          .at = { found->value(2).toLongLong(), found->value(3).toLongLong() } };
    });
}

Result<std::vector<Attempt>> Ledger::attempts()
{
    return m_writer->look(store::attempts);
}

Result<std::vector<qint64>> Ledger::recordsOfAttempt(int attempt)
{
    return m_writer->look([attempt](store::LedgerDb &db) { return store::recordsOfAttempt(db, attempt); });
}

Result<std::vector<Reason>> Ledger::reasonsBefore(int attempt, int most)
{
    return m_writer->look(
        [attempt, most](store::LedgerDb &db) { return store::reasonsBefore(db, attempt, most); });
}

Result<bool> Ledger::brakeReleased()
{
    return m_writer->look([](store::LedgerDb &db) -> Result<bool> {
        const auto released = store::meta(db, u"brakeReleased"_s);
        return released ? Result<bool>(released->toBool()) : tl::unexpected(released.error());
    });
}

Result<bool> Ledger::hasBraked()
{
    return m_writer->look([](store::LedgerDb &db) -> Result<bool> {
        const auto braked = store::meta(db, u"braked"_s);
        return braked ? Result<bool>(braked->toBool()) : tl::unexpected(braked.error());
    });
}

Result<bool> Ledger::wasStopped()
{
    return m_writer->look([](store::LedgerDb &db) -> Result<bool> {
        const auto stopped = store::meta(db, u"wasStopped"_s);
        return stopped ? Result<bool>(stopped->toBool()) : tl::unexpected(stopped.error());
    });
}

Result<std::vector<RecordedStep>> Ledger::stepsOf(qint64 part)
{
    return m_writer->look([part](store::LedgerDb &db) { return store::stepsOf(db, part); });
}

Result<Tally> Ledger::tally()
{
    return m_writer->look(store::tally);
}

Result<bool> Ledger::walkedWhole()
{
    return m_writer->look([](store::LedgerDb &db) -> Result<bool> {
        const auto unwalked = store::valueOf(db, u"SELECT COUNT(*) FROM attempt WHERE walked = 0"_s);
        return unwalked ? Result<bool>(unwalked->toLongLong() == 0) : tl::unexpected(unwalked.error());
    });
}

Result<QString> Ledger::brokenInvariant(std::stop_token stop)
{
    return m_writer->look([&stop](store::LedgerDb &db) { return store::brokenInvariant(db, stop); });
}

void Ledger::observe(std::function<void()> onChange)
{
    m_writer->observe(std::move(onChange));
}

} // namespace rowlift
