#include "app/run/run_list.h"
#include "tests/unit/run/ledger_rig.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace rowlift;
using namespace rowlift::ledger_rig;

/// What a disk can do to a ledger: be cut off after any change, be full and have room again, hold a file of
/// another version, or of another program.
class TestLedgerDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWholeAfterEveryChange();
    void goesOnWhenThereIsRoomAgain();
    void leavesNothingBehindWhereThereIsNoRoom();
    void bringsVersion1UpToDate();
    void readsVersion1WithoutWriting();
    void staysVersion1WhenThereIsNoRoom();
    void bringsVersion2UpToDate();
    void bringsVersion3UpToDate();
    void bringsVersion4UpToDate();
    void listsVersion1();
    void leavesANewerVersionAlone();
    void leavesOtherFilesAlone_data();
    void leavesOtherFilesAlone();
    void keepsItsLogSmall();
    void tellsAFullDiskFromOtherTroubles();
    void leavesNothingBesideTheFile();

private:
    static QString copyOfVersion1(const QTemporaryDir &folder) { return copyOf(1, folder); }
    static QString copyOf(int version, const QTemporaryDir &folder);
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#ifdef Q_OS_UNIX
/// As long as this lives, no file of this process can grow beyond \a bytes.
class NoRoom {
public:
    explicit NoRoom(qint64 bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~NoRoom()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    NoRoom(const NoRoom &) = delete;
    NoRoom &operator=(const NoRoom &) = delete;

private:
    rlimit m_before {};
    void (*m_handler)(int) = SIG_DFL;
};
#endif

/// Everything that a run may do to its ledger, once.
void doEverything(Ledger &ledger)
{
    PartMembers members { .records = records(0, 4), .followers = { { .record = 4, .of = 1 } } };
    QVERIFY(ledger.addPart(part(1, 0, 5), members));
    QVERIFY(ledger.addPart(part(2, 5, 5), { .records = records(5, 5) }));
    QVERIFY(ledger.leaveOut({ row(10, Outcome::LeftOut, u"rowlift:rowTooLarge"_s) }));
    QVERIFY(ledger.noteWalkedWhole());
    QVERIFY(ledger.noteStep(1, { .step = Step::Open, .done = false, .ticket = {} }, PartState::Opening));
    QVERIFY(ledger.noteStep(1, { .step = Step::Open, .done = true, .ticket = u"7"_s }, PartState::Uploading));
    QVERIFY(ledger.move(1, PartState::Closing));
    QVERIFY(ledger.adopt(1, u"8"_s, PartState::Collecting));
    QVERIFY(ledger.settle(
        1, { row(0, Outcome::Added), row(1, Outcome::Failed, u"A"_s), row(2, Outcome::NotProcessed) }, 1));
    QVERIFY(ledger.releaseBrake());
    QVERIFY(ledger.noteStep(2, { .step = Step::Send, .done = false, .ticket = {} }, PartState::Uploading));
    const auto rest = ledger.settleAndSplit(2, { row(5, Outcome::Added), row(6, Outcome::Failed, u"B"_s) });
    QVERIFY(rest && rest->size() == 1);
    QVERIFY(ledger.noteSpooled(rest->front().number, 300, 17));
    QVERIFY(ledger.move(rest->front().number, PartState::Unconfirmed, u"lost"_s));
    QVERIFY(ledger.giveWord(rest->front().number, PartEvent::WordGiven));
    QVERIFY(ledger.move(rest->front().number, PartState::Unconfirmed));
    QVERIFY(ledger.giveWord(rest->front().number, PartEvent::GivenUp));
    QVERIFY(ledger.noteEnd(RunState::Stopped, u"stopped"_s));
    QVERIFY(ledger.beginAttempt({ .outcomes = { Outcome::Failed, Outcome::NotProcessed } }, {}));
    QVERIFY(ledger.addPart(withAttempt(part(4, 1, 6), 2), { .records = *ledger.recordsOfAttempt(2) }));
    QVERIFY(ledger.noteWalkedWhole());
    QVERIFY(ledger.settle(4, {}, 0));
    QVERIFY(ledger.noteBegin());
    QVERIFY(ledger.noteEnd(RunState::Finished, {}));
}

} // namespace

QString TestLedgerDisk::copyOf(int version, const QTemporaryDir &folder)
{
    const QString name = u"version-%1"_s.arg(version);
    const QString run = folder.filePath(name);
    QDir().mkpath(run);
    const QString file = run + u"/ledger.sqlite"_s;
    if (!QFile::copy(QStringLiteral(ROWLIFT_TEST_DATA) + u"/ledger/"_s + name + u".sqlite"_s, file))
        return {};
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return run;
}

void TestLedgerDisk::isWholeAfterEveryChange()
{
    // At each change the files are copied as they lie there: what a power cut, or kill -9, leaves.
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(12), { row(11, Outcome::LeftOut, u"rowlift:x"_s) });
    QVERIFY(ledger);
    struct Moment {
        Tally tally;
        size_t parts = 0;
        PlanMark planned;
    };
    std::vector<Moment> moments;
    const auto copy = [&](size_t number) { return folder.filePath(u"copy-%1"_s.arg(number)); };
    (*ledger)->observe([&] {
        const auto tally = (*ledger)->tally();
        const auto parts = (*ledger)->parts();
        const auto planned = (*ledger)->planned();
        QVERIFY(tally && parts && planned);
        QCOMPARE(*(*ledger)->brokenInvariant(), QString());
        QVERIFY(copyRun((*ledger)->folder(), copy(moments.size())));
        moments.push_back({ .tally = *tally, .parts = parts->size(), .planned = *planned });
    });
    doEverything(**ledger);
    QVERIFY(moments.size() >= 22U);
    for (size_t number = 0; number < moments.size(); ++number) {
        auto again = Ledger::open(copy(number));
        QVERIFY(again);
        QCOMPARE(*(*again)->brokenInvariant(), QString());
        QCOMPARE(*(*again)->tally(), moments[number].tally);
        QCOMPARE((*again)->parts()->size(), moments[number].parts);
        QCOMPARE(*(*again)->planned(), moments[number].planned);
    }
}

void TestLedgerDisk::goesOnWhenThereIsRoomAgain()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    constexpr qint64 rows = 3000;
    constexpr qint64 parts = 12;
    auto ledger = Ledger::create(folder.path(), plan(rows * parts), {});
    QVERIFY(ledger);
    for (qint64 number = 1; number <= parts; ++number)
        QVERIFY((*ledger)->addPart(part(number, (number - 1) * rows, rows),
                                   { .records = records((number - 1) * rows, rows) }));
    const QString log = (*ledger)->folder() + u"/ledger.sqlite-wal"_s;
    int refused = 0;
    for (qint64 number = 1; number <= parts; ++number) {
        const Tally before = *(*ledger)->tally();
        Done settled;
        {
            const NoRoom limit(QFileInfo(log).size() + (number - 1) * 12'000);
            settled = (*ledger)->settle(number, added((number - 1) * rows, rows), 0);
            QVERIFY((*ledger)->tally()); // it can be asked without room
        }
        if (!settled) {
            ++refused;
            QCOMPARE(settled.error().kind, Error::Kind::Storage);
            QVERIFY(!settled.error().sentence.isEmpty());
            QCOMPARE(*(*ledger)->tally(), before);
            QCOMPARE((*ledger)->parts()->at(static_cast<size_t>(number - 1)).state, PartState::Planned);
            QCOMPARE(*(*ledger)->brokenInvariant(), QString());
            const auto again = (*ledger)->settle(number, added((number - 1) * rows, rows), 0);
            QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        }
        QCOMPARE((*ledger)->tally()->of(Outcome::Added), number * rows);
    }
    QVERIFY2(refused > 3, qPrintable(QString::number(refused)));
    QVERIFY2(refused < parts, "with room it goes on at once");
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
#else
    QSKIP("needs a limit for the size of files");
#endif
}

void TestLedgerDisk::leavesNothingBehindWhereThereIsNoRoom()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    for (const qint64 bytes : { 0, 4096, 20'000, 40'000 }) {
        Result<std::unique_ptr<Ledger>> ledger;
        {
            const NoRoom limit(bytes);
            RunPlan large = plan(100'000);
            large.draft.leftOut = records(0, 90'000);
            ledger = Ledger::create(folder.path(), large, {});
        }
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().kind, Error::Kind::Storage);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
#else
    QSKIP("needs a limit for the size of files");
#endif
}

void TestLedgerDisk::bringsVersion1UpToDate()
{
    const QTemporaryDir folder;
    const QString run = copyOfVersion1(folder);
    {
        auto ledger = Ledger::open(run);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().detail));
        QCOMPARE((*ledger)->plan().rows, 30);
        QCOMPARE((*ledger)->plan().describe, QByteArray("{\"name\":\"Contact\"}"));
        QCOMPARE((*ledger)->plan().draft.leftOut, (std::vector<qint64> { 4, 17 }));
        QCOMPARE((*ledger)->plan().brakeShare, 0.2);
        QCOMPARE(*(*ledger)->brokenInvariant(), QString());
        const Tally tally = *(*ledger)->tally();
        QCOMPARE(tally.of(Outcome::LeftOut), 2);
        QCOMPARE(tally.of(Outcome::Added), 4);
        QCOMPARE(tally.of(Outcome::Failed), 2);
        QCOMPARE(tally.of(Outcome::NotProcessed), 1);
        QCOMPARE(tally.of(Outcome::Unknown), 2 + 5);
        QCOMPARE(tally.of(Outcome::Waiting), 4);
        QCOMPARE(tally.of(Outcome::NotSent), 10);
        QCOMPARE(tally.unplaced, 2);
        const auto parts = *(*ledger)->parts();
        QCOMPARE(parts.size(), 4U);
        QCOMPARE(parts[0].failedRows, 2);
        QCOMPARE(parts[1].state, PartState::Unconfirmed);
        QCOMPARE(parts[1].message, u"lost"_s);
        QCOMPARE(parts[2].ticket, u"750000000000003"_s);
        QCOMPARE(parts[3].file, run + u"/part-00004"_s);
        QCOMPARE(parts[3].planned.at, (RowPosition { .record = 25, .offset = 4000 }));
        QCOMPARE((*ledger)->membersOf(3)->records, (std::vector<qint64> { 15, 16, 18, 19 }));
        QCOMPARE((*ledger)->stepsOf(3)->size(), 3U);
        QCOMPARE(*(*ledger)->planned(), parts[3].planned);
        QVERIFY(!*(*ledger)->walkedWhole());
        // And it goes on.
        QVERIFY((*ledger)->addPart(part(5, 25, 5), { .records = records(25, 5) }));
        QVERIFY((*ledger)->noteWalkedWhole());
        for (const qint64 number : { 2, 3, 4, 5 })
            QVERIFY((*ledger)->settle(number, {}, 0));
        const auto attempt = (*ledger)->beginAttempt(
            { .outcomes = { Outcome::Failed }, .code = u"INVALID_EMAIL_ADDRESS"_s }, {});
        QVERIFY(attempt);
        QCOMPARE(*(*ledger)->recordsOfAttempt(2), (std::vector<qint64> { 2, 6 }));
        QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    }
    auto again = Ledger::open(run);
    QVERIFY(again);
    QCOMPARE((*again)->attempts()->size(), 2U);
    QCOMPARE((*again)->tally()->total(), 30);
}

void TestLedgerDisk::readsVersion1WithoutWriting()
{
    const QTemporaryDir folder;
    const QString run = copyOfVersion1(folder);
    const QByteArray before = bytesOf(run + u"/ledger.sqlite"_s);
    {
        auto reader = LedgerReader::open(run);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
        QCOMPARE((*reader)->folder(), run);
        QCOMPARE((*reader)->plan().describe, QByteArray("{\"name\":\"Contact\"}"));
        QCOMPARE(*(*reader)->leftOut(), (std::vector<qint64> { 4, 17 }));
        QCOMPARE((*reader)->tally()->total(), 30);
        QCOMPARE((*reader)->parts()->at(1).file, run + u"/part-00002"_s);
        const auto groups = (*reader)->reasons();
        QVERIFY(groups);
        QCOMPARE(groups->front().rows, 2);
        QCOMPARE(groups->front().text, u"Email: invalid email address: row 2"_s);
        QCOMPARE(*(*reader)->records(Outcome::Failed, u"INVALID_EMAIL_ADDRESS"_s, u"Email"_s),
                 (std::vector<qint64> { 2, 6 }));
        QCOMPARE((*reader)->outcomes(6, 6)->front().reason.text, u"Email: invalid email address: row 6"_s);
        QCOMPARE(*(*reader)->outcomeWithout(12), Outcome::Unknown);
        QCOMPARE(*(*reader)->brokenInvariant(), QString());
    }
    QCOMPARE(bytesOf(run + u"/ledger.sqlite"_s), before);
}

void TestLedgerDisk::staysVersion1WhenThereIsNoRoom()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString run = copyOfVersion1(folder);
    int refused = 0;
    for (qint64 bytes = 33'000; bytes < 400'000; bytes += 12'000) {
        Result<std::unique_ptr<Ledger>> ledger;
        {
            const NoRoom limit(bytes);
            ledger = Ledger::open(run);
        }
        if (ledger)
            break;
        ++refused;
        QCOMPARE(ledger.error().kind, Error::Kind::Storage);
        auto reader = LedgerReader::open(run);
        QVERIFY(reader);
        QCOMPARE(*(*reader)->brokenInvariant(), QString());
    }
    QVERIFY(refused > 2);
    auto ledger = Ledger::open(run);
    QVERIFY(ledger);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    QCOMPARE((*ledger)->tally()->total(), 30);
#else
    QSKIP("needs a limit for the size of files");
#endif
}

void TestLedgerDisk::bringsVersion2UpToDate()
{
    const QTemporaryDir folder;
    const QString run = copyOf(2, folder);
    const QByteArray before = bytesOf(run + u"/ledger.sqlite"_s);
    {
        auto reader = LedgerReader::open(run);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
        QCOMPARE((*reader)->attempts()->size(), 2U);
        QCOMPARE((*reader)->parts()->size(), 4U);
        QCOMPARE((*reader)->history(2)->size(), 1U);
    }
    QCOMPARE(bytesOf(run + u"/ledger.sqlite"_s), before);
    auto ledger = Ledger::open(run);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().detail));
    QCOMPARE((*ledger)->plan().kind, u"bulk-ingest"_s);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    const auto attempts = (*ledger)->attempts();
    QCOMPARE(attempts->back().kind, QString());
    QVERIFY(!attempts->back().byItself);
    QCOMPARE((*ledger)->parts()->back().refusals, 0);
    const Tally tally = *(*ledger)->tally();
    QCOMPARE(tally.of(Outcome::Added), 7 + 22);
    QCOMPARE(tally.of(Outcome::Unknown), 6);
    QCOMPARE(tally.of(Outcome::NotSent), 2);
    // And it goes on.
    QVERIFY((*ledger)->settleAndSplit(4, { row(2, Outcome::Failed, u"B"_s) }, { .refusals = 1 }));
    QCOMPARE((*ledger)->parts()->back().refusals, 1);
    QVERIFY((*ledger)->settle(5, {}, 0));
    const auto attempt
        = (*ledger)->beginAttempt({ .outcomes = { Outcome::Failed }, .kind = u"single"_s }, {});
    QVERIFY(attempt);
    QCOMPARE((*ledger)->attempts()->back().kind, u"single"_s);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

/// Version 3 had no index of rows with a warning.
void TestLedgerDisk::bringsVersion3UpToDate()
{
    const QTemporaryDir folder;
    QString run;
    {
        auto ledger = Ledger::create(folder.path(), plan(4), {});
        QVERIFY(ledger);
        run = (*ledger)->folder();
        QVERIFY((*ledger)->addPart(part(1, 0, 4), { .records = records(0, 4) }));
        auto rows = added(0, 4);
        rows[1].reason = { .code = u"ODD"_s, .field = {}, .text = u"odd"_s };
        rows[2] = row(2, Outcome::Failed, u"ODD"_s);
        rows[3].outcome = Outcome::In;
        rows[3].reason = rows[1].reason;
        QVERIFY((*ledger)->settle(1, rows, 0));
    }
    tamper(run, u"DROP INDEX row_warned"_s);
    tamper(run, u"ALTER TABLE tally DROP COLUMN further"_s);
    tamper(run, u"UPDATE meta SET value = 3 WHERE key = 'schemaVersion'"_s);
    const auto warnedIn = [&run] {
        const auto reader = LedgerReader::open(run);
        const auto warned = reader ? (*reader)->warnedRecords() : std::vector<qint64>();
        const auto tally = reader ? (*reader)->tally() : Tally();
        return warned && tally && tally->warned == 2 ? *warned : std::vector<qint64>();
    };
    const QByteArray before = bytesOf(run + u"/ledger.sqlite"_s);
    QCOMPARE(warnedIn(), (std::vector<qint64> { 1, 3 }));
    QCOMPARE(bytesOf(run + u"/ledger.sqlite"_s), before);
    {
        auto ledger = Ledger::open(run);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().detail));
        QCOMPARE(*(*ledger)->brokenInvariant(), QString());
        QCOMPARE((*ledger)->tally()->warned, 2);
    }
    QCOMPARE(warnedIn(), (std::vector<qint64> { 1, 3 }));
    // It is found by its index: with a million rows nobody waits.
    tamper(run,
           u"EXPLAIN QUERY PLAN SELECT record FROM row_outcome INDEXED BY row_warned WHERE reason IS NOT "
           "NULL AND outcome >= 3 AND outcome <= 6"_s);
}

/// Version 4 did not count the rows that follow another one.
void TestLedgerDisk::bringsVersion4UpToDate()
{
    const QTemporaryDir folder;
    QString run;
    {
        auto ledger = Ledger::create(folder.path(), plan(8), {});
        QVERIFY(ledger);
        run = (*ledger)->folder();
        QVERIFY((*ledger)->addPart(part(1, 0, 5),
                                   { .records = { 0, 1, 4 }, .followers = { { 2, 0 }, { 3, 1 } } }));
        QVERIFY((*ledger)->addPart(part(2, 5, 3), { .records = { 5 }, .followers = { { 6, 5 }, { 7, 5 } } }));
        QVERIFY((*ledger)->settle(
            1, { row(0, Outcome::In), row(1, Outcome::Failed, u"A"_s), row(4, Outcome::In) }, 0));
    }
    tamper(run, u"ALTER TABLE tally DROP COLUMN further"_s);
    tamper(run, u"UPDATE meta SET value = 4 WHERE key = 'schemaVersion'"_s);
    {
        const auto reader = LedgerReader::open(run);
        QVERIFY(reader);
        QCOMPARE((*reader)->tally()->of(Outcome::In), 3);
        QCOMPARE((*reader)->reasons()->front().rows, 2);
        QCOMPARE(*(*reader)->brokenInvariant(), QString());
    }
    auto ledger = Ledger::open(run);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().detail));
    const Tally tally = *(*ledger)->tally();
    QCOMPARE(tally.recordsOf(Outcome::In), 2);
    QCOMPARE(tally.recordsOf(Outcome::Failed), 1);
    QCOMPARE(tally.recordsOf(Outcome::NotSent), 1);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedgerDisk::listsVersion1()
{
    const QTemporaryDir folder;
    QVERIFY(!copyOfVersion1(folder).isEmpty());
    const auto runs = runsIn(folder.path(), 10);
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs.front().plan.rows, 30);
    QCOMPARE(runs.front().end, RunState::Interrupted);
    QCOMPARE(runs.front().tally.of(Outcome::Added), 4);
    QCOMPARE(runs.front().tally.total(), 30);
}

void TestLedgerDisk::leavesANewerVersionAlone()
{
    const QTemporaryDir folder;
    QString run;
    {
        auto ledger = Ledger::create(folder.path(), plan(5), {});
        QVERIFY(ledger);
        run = (*ledger)->folder();
    }
    tamper(run, u"UPDATE meta SET value = 6 WHERE key = 'schemaVersion'"_s);
    const QByteArray before = bytesOf(run + u"/ledger.sqlite"_s);
    const auto ledger = Ledger::open(run);
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, Error::Kind::BadInput);
    QVERIFY2(ledger.error().sentence.contains(u"newer"), qPrintable(ledger.error().sentence));
    const auto reader = LedgerReader::open(run);
    QVERIFY(!reader);
    QCOMPARE(reader.error().sentence, ledger.error().sentence);
    QCOMPARE(bytesOf(run + u"/ledger.sqlite"_s), before);
}

void TestLedgerDisk::leavesOtherFilesAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Name;Email\nAnna;a@example.org\n").repeated(1000);
    QTest::newRow("cut off")
        << bytesOf(QStringLiteral(ROWLIFT_TEST_DATA) + u"/ledger/version-1.sqlite"_s).first(5000);
}

void TestLedgerDisk::leavesOtherFilesAlone()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto ledger = Ledger::open(folder.path());
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, Error::Kind::BadInput);
    const auto reader = LedgerReader::open(folder.path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, Error::Kind::BadInput);
    QCOMPARE(bytesOf(path), bytes);
}

void TestLedgerDisk::keepsItsLogSmall()
{
    const QTemporaryDir folder;
    constexpr qint64 rows = 60'000;
    auto ledger = Ledger::create(folder.path(), plan(rows * 12), {});
    QVERIFY(ledger);
    const QString log = (*ledger)->folder() + u"/ledger.sqlite-wal"_s;
    qint64 largest = 0;
    for (qint64 number = 1; number <= 12; ++number) {
        QVERIFY((*ledger)->addPart(part(number, (number - 1) * rows, rows),
                                   { .records = records((number - 1) * rows, rows) }));
        QVERIFY((*ledger)->settle(number, added((number - 1) * rows, rows), 0));
        QVERIFY((*ledger)->tally());
        largest = std::max(largest, QFileInfo(log).size());
    }
    QVERIFY2(largest < 8 * 1024 * 1024, qPrintable(QString::number(largest)));
}

void TestLedgerDisk::tellsAFullDiskFromOtherTroubles()
{
    const QTemporaryDir folder;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"words"_s);
        db.setDatabaseName(folder.filePath(u"ledger.sqlite"_s));
        const auto sentence = [&](const QString &code, bool reading) {
            const QSqlError cause({}, u"what SQLite says"_s, QSqlError::StatementError, code);
            return store::storageError(db, cause, reading).sentence;
        };
        const QString full = sentence(u"13"_s, false); // SQLITE_FULL
        QVERIFY2(full.startsWith(u"No room"), qPrintable(full));
        QVERIFY(!full.contains(u'%'));
        const QString broken = sentence(u"778"_s, false); // SQLITE_IOERR_WRITE
        QVERIFY(!broken.startsWith(u"No room"));
        QVERIFY(sentence(u"266"_s, true) != broken); // SQLITE_IOERR_READ
        QVERIFY2(sentence(u"11"_s, true).contains(u"left as it is"), "SQLITE_CORRUPT");
    }
    QSqlDatabase::removeDatabase(u"words"_s);
}

void TestLedgerDisk::leavesNothingBesideTheFile()
{
    const QTemporaryDir folder;
    QString run;
    {
        auto ledger = Ledger::create(folder.path(), plan(12), {});
        QVERIFY(ledger);
        run = (*ledger)->folder();
        doEverything(**ledger);
    }
    QVERIFY(LedgerReader::open(run));
    QCOMPARE(runsIn(folder.path(), 5).size(), 1U);
    QCOMPARE(QDir(run).entryList(QDir::Files), QStringList { u"ledger.sqlite"_s });
}

QTEST_GUILESS_MAIN(TestLedgerDisk)
#include "test_ledger_disk.moc"
