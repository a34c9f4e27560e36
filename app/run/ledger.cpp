#include "app/run/ledger.h"

#include "app/run/ledger_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLockFile>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <future>

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

Error notALedger(const QString &detail)
{
    return { .kind = Error::Kind::BadInput,
             .sentence
             = LedgerOpenWords::tr("The record of this import cannot be read. It is left as it is."),
             .detail = detail,
             .retryAfter = {} };
}

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/lock"_s);
    lock->setStaleLockTime(
        0); // held as long as its process lives; a crashed one's is broken by the process check
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

Error runsElsewhere()
{
    return { .kind = Error::Kind::Rejected,
             .sentence = LedgerOpenWords::tr("This import is running in another window."),
             .detail = {},
             .retryAfter = {} };
}

} // namespace

Ledger::Ledger(QString folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
    m_writer = std::thread([this] { writerLoop(m_folder + u"/ledger.sqlite"_s); });
}

Ledger::~Ledger()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_writer.join();
}

void Ledger::writerLoop(const QString &file)
{
    const QString connection = u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        db.open(); // a failure shows at the first statement, with its reason
        for (const QString &pragma : { u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s })
            std::ignore = store::execute(db, pragma);
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_closing || !m_queue.empty(); });
            if (m_queue.empty())
                break;
            const auto work = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            work(db);
            lock.lock();
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(connection);
}

template <typename Work>
auto Ledger::onWriter(Work work) -> decltype(work(std::declval<QSqlDatabase &>()))
{
    using Answer = decltype(work(std::declval<QSqlDatabase &>()));
    // Shared: the writer may still be inside set_value() when the caller has its answer and is gone.
    const auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.emplace_back([promise, &work](QSqlDatabase &db) { promise->set_value(work(db)); });
    }
    m_wake.notify_one();
    return answer.get();
}

Result<std::unique_ptr<Ledger>> Ledger::create(const QString &runsFolder, const RunPlan &plan,
                                               const std::vector<RowOutcome> &leftOut)
{
    const QString folder = runsFolder + u'/' + plan.id;
    // A new folder, or none: what lies in one that is there already is another run's.
    if (!QDir().mkpath(runsFolder) || !QDir().mkdir(folder))
        return tl::unexpected(folderError(folder));
    // What is sent lies here for a while: nobody else's business.
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = lockOf(folder);
    if (!lock)
        return tl::unexpected(runsElsewhere());
    std::unique_ptr<Ledger> ledger(new Ledger(folder, std::move(lock)));
    ledger->m_plan = plan;
    if (auto begun = ledger->begin(&plan, &leftOut); !begun) {
        ledger.reset();
        QDir(folder).removeRecursively(); // nothing was sent: a record that says nothing is of no use
        return tl::unexpected(begun.error());
    }
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &folder)
{
    if (!QFile::exists(folder + u"/ledger.sqlite"_s))
        return tl::unexpected(notALedger(folder));
    auto lock = lockOf(folder);
    if (!lock)
        return tl::unexpected(runsElsewhere());
    std::unique_ptr<Ledger> ledger(new Ledger(folder, std::move(lock)));
    if (auto begun = ledger->begin(nullptr, nullptr); !begun)
        return tl::unexpected(begun.error());
    return ledger;
}

Done Ledger::begin(const RunPlan *plan, const std::vector<RowOutcome> *leftOut)
{
    if (plan) {
        return onWriter([&](QSqlDatabase &db) -> Done {
            return store::inTransaction(db, [&]() -> Done {
                const QByteArray json = QJsonDocument(toJson(*plan)).toJson(QJsonDocument::Compact);
                auto done = store::makeTables(db);
                if (done)
                    done = store::putMeta(db, u"plan"_s, QString::fromUtf8(json));
                if (done)
                    done = store::putMeta(db, u"describe"_s, plan->describe);
                if (done)
                    done = store::putMeta(db, u"rows"_s, plan->rows);
                return done ? store::insertOutcomes(db, 0, *leftOut) : done;
            });
        });
    }
    return onWriter([this](QSqlDatabase &db) -> Done {
        const auto version = store::meta(db, u"schemaVersion"_s);
        if (!version || version->toInt() != store::schemaVersion)
            return tl::unexpected(
                notALedger(version ? u"version %1"_s.arg(version->toInt()) : version.error().detail));
        const auto json = store::meta(db, u"plan"_s);
        const auto describe = store::meta(db, u"describe"_s);
        if (!json || !describe)
            return tl::unexpected(notALedger(u"no plan"_s));
        auto frozen = runPlanFrom(QJsonDocument::fromJson(json->toString().toUtf8()).object());
        if (!frozen)
            return tl::unexpected(frozen.error());
        m_plan = std::move(*frozen);
        m_plan.describe = describe->toByteArray();
        return {};
    });
}

Result<PartRecord> Ledger::addPart(const PartRecord &part, const PartMembers &members)
{
    return onWriter([&](QSqlDatabase &db) -> Result<PartRecord> {
        auto added = store::execute(
            db,
            u"INSERT INTO part(number, state, rows, bytes, first_record, last_record, resume_record, "
            "resume_offset, records) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            { part.number, static_cast<int>(PartState::Planned), part.rows, part.bytes, part.firstRecord,
              part.lastRecord, part.planned.at.record, part.planned.at.offset,
              store::packRecords(members.records) });
        if (!added)
            return tl::unexpected(added.error());
        PartRecord noted = part;
        noted.state = PartState::Planned;
        return noted;
    });
}

Done Ledger::leaveOut(std::vector<RowOutcome> rows)
{
    return onWriter([&rows](QSqlDatabase &db) -> Done {
        return store::inTransaction(db, [&]() -> Done {
            std::vector<RowOutcome> added;
            for (RowOutcome &row : rows) {
                auto known
                    = store::execute(db, u"SELECT 1 FROM row_outcome WHERE record = ?"_s, { row.record });
                if (!known)
                    return tl::unexpected(known.error());
                if (!known->next())
                    added.push_back(std::move(row));
            }
            return store::insertOutcomes(db, 0, added);
        });
    });
}

Done Ledger::move(qint64 part, PartState to, const QString &message)
{
    return onWriter([&](QSqlDatabase &db) -> Done {
        auto moved = message.isEmpty()
            ? store::execute(db, u"UPDATE part SET state = ? WHERE number = ?"_s,
                             { static_cast<int>(to), part })
            : store::execute(db, u"UPDATE part SET state = ?, message = ? WHERE number = ?"_s,
                             { static_cast<int>(to), message, part });
        return moved ? Done {} : tl::unexpected(moved.error());
    });
}

Done Ledger::noteStep(qint64 part, const RecordedStep &step, PartState to)
{
    return onWriter([&](QSqlDatabase &db) -> Done {
        return store::inTransaction(db, [&]() -> Done {
            auto noted = store::execute(
                db, u"INSERT INTO step(part, step, done, ticket) VALUES(?, ?, ?, ?)"_s,
                { part, static_cast<int>(step.step), step.done, step.ticket.isNull() ? u""_s : step.ticket });
            if (!noted)
                return tl::unexpected(noted.error());
            const QString ticket = step.ticket.isNull() ? u""_s : step.ticket;
            auto moved = store::execute(
                db,
                u"UPDATE part SET state = ?, ticket = CASE WHEN ? = '' THEN ticket ELSE ? END WHERE number = ?"_s,
                { static_cast<int>(to), ticket, ticket, part });
            return moved ? Done {} : tl::unexpected(moved.error());
        });
    });
}

Done Ledger::adopt(qint64 part, const QString &ticket, PartState to)
{
    return onWriter([&](QSqlDatabase &db) -> Done {
        auto adopted = store::execute(db, u"UPDATE part SET state = ?, ticket = ? WHERE number = ?"_s,
                                      { static_cast<int>(to), ticket, part });
        return adopted ? Done {} : tl::unexpected(adopted.error());
    });
}

Done Ledger::settle(qint64 part, std::vector<RowOutcome> all, qint64 unplaced, std::stop_token)
{
    auto members = membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    const std::vector<qint64> *records = &members->records;
    std::ranges::sort(all, {}, &RowOutcome::record);
    const size_t known = all.size();
    for (const qint64 record : *records) {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found
            = std::lower_bound(all.begin(), end, record,
                               [](const RowOutcome &row, qint64 wanted) { return row.record < wanted; });
        if (found == end || found->record != record)
            all.push_back({ .record = record, .outcome = Outcome::Unknown, .reason = {}, .recordId = {} });
    }
    return onWriter([&](QSqlDatabase &db) -> Done {
        return store::inTransaction(db, [&]() -> Done {
            if (auto inserted = store::insertOutcomes(db, part, all); !inserted)
                return inserted;
            const auto before = store::meta(db, u"unplaced"_s);
            if (!before)
                return tl::unexpected(before.error());
            if (auto put = store::putMeta(db, u"unplaced"_s, before->toLongLong() + unplaced); !put)
                return put;
            auto moved = store::execute(db, u"UPDATE part SET state = ? WHERE number = ?"_s,
                                        { static_cast<int>(PartState::Settled), part });
            return moved ? Done {} : tl::unexpected(moved.error());
        });
    });
}

Done Ledger::noteEnd(RunState end, const QString &message)
{
    return onWriter([&](QSqlDatabase &db) -> Done {
        return store::inTransaction(db, [&]() -> Done {
            auto put = store::putMeta(db, u"end"_s, static_cast<int>(end));
            if (put)
                put = store::putMeta(db, u"endMessage"_s, message);
            return put
                ? store::putMeta(db, u"ended"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
                : put;
        });
    });
}

Done Ledger::noteBegin()
{
    return onWriter([](QSqlDatabase &db) -> Done {
        auto taken = store::execute(db, u"DELETE FROM meta WHERE key IN ('end', 'endMessage', 'ended')"_s);
        return taken ? Done {} : tl::unexpected(taken.error());
    });
}

Done Ledger::noteWalkedWhole()
{
    return onWriter([](QSqlDatabase &db) { return store::putMeta(db, u"walkedWhole"_s, true); });
}

Result<std::vector<PartRecord>> Ledger::parts()
{
    return onWriter([this](QSqlDatabase &db) { return store::parts(db, m_folder); });
}

Result<PartMembers> Ledger::membersOf(qint64 part)
{
    return onWriter([part](QSqlDatabase &db) -> Result<PartMembers> {
        auto query = store::execute(db, u"SELECT records FROM part WHERE number = ?"_s, { part });
        if (!query)
            return tl::unexpected(query.error());
        return PartMembers { .records = query->next() ? store::unpackRecords(query->value(0).toByteArray())
                                                      : std::vector<qint64> {} };
    });
}

Result<std::vector<RecordedStep>> Ledger::stepsOf(qint64 part)
{
    return onWriter([part](QSqlDatabase &db) -> Result<std::vector<RecordedStep>> {
        auto query = store::execute(
            db, u"SELECT step, done, ticket FROM step WHERE part = ? ORDER BY number"_s, { part });
        if (!query)
            return tl::unexpected(query.error());
        std::vector<RecordedStep> steps;
        while (query->next()) {
            steps.push_back({ .step = static_cast<Step>(query->value(0).toInt()),
                              .done = query->value(1).toBool(),
                              .ticket = query->value(2).toString() });
        }
        return steps;
    });
}

Result<Tally> Ledger::tally()
{
    return onWriter([](QSqlDatabase &db) { return store::tally(db); });
}

Result<bool> Ledger::walkedWhole()
{
    return onWriter([](QSqlDatabase &db) -> Result<bool> {
        const auto walked = store::meta(db, u"walkedWhole"_s);
        if (!walked)
            return tl::unexpected(walked.error());
        return walked->toBool();
    });
}

Result<QString> Ledger::brokenInvariant()
{
    return onWriter([](QSqlDatabase &db) { return store::brokenInvariant(db); });
}

} // namespace rowlift
