#include "app/run/run_list.h"
#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace rowlift;
using namespace rowlift::ledger_rig;

/// A ledger is the only truth about rows: what it takes must be there for the next reader, and the sums must
/// hold.
class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumIsAlwaysTheRowsOfTheFile();
    void rowsWithoutAResultBecomeUnknown();
    void isReadByAnotherWhileItIsWritten();
    void refusesASecondOwner();
    void findsRowsByReason();
    void keepsReasonsWithoutACode();
    void noticesWhatDoesNotAddUp_data();
    void noticesWhatDoesNotAddUp();
    void takesAnEndBack();
    void neverTakesAnotherRunsFolder();
    void keepsTheWholePlan();
    void leavesRowsOutThatThePersonLeftOut();
    void knowsTheRowsWithoutAnOutcome();
    void groupsReasonsWithoutCountingRows();
    void tellsThatARunIsOpen();
    void knowsItsComputerByMoreThanItsName();
    void processThatNobodyBuriedHoldsNothing();
    void listsWhatCannotBeRead();
    void remembersThatItHasBraked();
    void tidiesWhatWasNeverMade();
    void isNobodyElsesBusiness();
};

void TestLedger::sumIsAlwaysTheRowsOfTheFile()
{
    const QTemporaryDir folder;
    const std::vector<RowOutcome> leftOut {
        { .record = 4,
          .outcome = Outcome::LeftOut,
          .reason = { .code = u"rowlift:requiredEmpty"_s, .field = u"LastName"_s, .text = u"empty"_s },
          .recordId = {} }
    };
    auto ledger = Ledger::create(folder.path(), plan(10), leftOut);
    QVERIFY(ledger);
    const auto holds = [&](Outcome outcome, qint64 rows) {
        const auto tally = (*ledger)->tally();
        QVERIFY(tally);
        QCOMPARE(tally->total(), 10);
        QCOMPARE(tally->of(outcome), rows);
        QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    };
    holds(Outcome::NotSent, 9);
    QVERIFY((*ledger)->addPart(part(1, 1, 3), { .records = records(1, 3) }));
    holds(Outcome::NotSent, 9);
    QVERIFY((*ledger)->move(1, PartState::Closing));
    holds(Outcome::Waiting, 3);
    QVERIFY((*ledger)->move(1, PartState::Unconfirmed));
    holds(Outcome::Unknown, 3);
    QVERIFY((*ledger)->move(1, PartState::Collecting));
    QVERIFY((*ledger)->settle(1, added(1, 3), 2));
    holds(Outcome::Added, 3);
    holds(Outcome::LeftOut, 1);
    holds(Outcome::NotSent, 6);
    QCOMPARE((*ledger)->tally()->unplaced, 2);
}

void TestLedger::rowsWithoutAResultBecomeUnknown()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 5), { .records = records(0, 5) }));
    QVERIFY((*ledger)->settle(1, added(1, 3), 0));
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), 3);
    QCOMPARE((*ledger)->tally()->of(Outcome::Unknown), 2);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedger::isReadByAnotherWhileItIsWritten()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QCOMPARE((*reader)->plan().rows, 5);
    QCOMPARE(*(*reader)->end(), RunState::Interrupted);
    QVERIFY((*ledger)->addPart(part(1, 0, 5), { .records = records(0, 5) }));
    QVERIFY((*ledger)->settle(1, added(0, 5), 0));
    QVERIFY((*ledger)->noteEnd(RunState::Finished, {}));
    QCOMPARE((*reader)->tally()->of(Outcome::Added), 5);
    QCOMPARE(*(*reader)->end(), RunState::Finished);
}

void TestLedger::refusesASecondOwner()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    const QString run = (*ledger)->folder();
    QVERIFY(!Ledger::open(run));
    ledger->reset();
    auto again = Ledger::open(run);
    QVERIFY(again);
    QCOMPARE((*again)->plan().draft.file, u"/nowhere/contacts.csv"_s);
}

void TestLedger::findsRowsByReason()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(4), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 10, 4), { .records = records(10, 4) }));
    auto outcomes = added(10, 4);
    const auto fail = [&outcomes](size_t index, const QString &code, const QString &text) {
        outcomes[index].outcome = Outcome::Failed;
        outcomes[index].reason = { .code = code, .field = u"Email"_s, .text = text };
    };
    fail(1, u"INVALID_EMAIL_ADDRESS"_s, u"Email: invalid email address: a"_s);
    fail(3, u"INVALID_EMAIL_ADDRESS"_s, u"Email: invalid email address: b"_s);
    fail(2, u"STRING_TOO_LONG"_s, u"too long"_s);
    QVERIFY((*ledger)->settle(1, outcomes, 0));
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    const auto groups = (*reader)->reasons();
    QVERIFY(groups);
    QCOMPARE(groups->size(), 2U);
    QCOMPARE(groups->front().code, u"INVALID_EMAIL_ADDRESS"_s);
    QCOMPARE(groups->front().rows, 2);
    QCOMPARE(*(*reader)->records(Outcome::Failed, u"INVALID_EMAIL_ADDRESS"_s, u"Email"_s),
             (std::vector<qint64> { 11, 13 }));
    QCOMPARE((*reader)->outcomes(13, 13)->front().reason.text, u"Email: invalid email address: b"_s);
}

void TestLedger::noticesWhatDoesNotAddUp_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("outcome is missing") << u"DELETE FROM row_outcome WHERE record = 1"_s;
    QTest::newRow("outcome is another") << u"UPDATE row_outcome SET outcome = 4 WHERE record = 1"_s;
    QTest::newRow("reason is another") << u"UPDATE row_outcome SET reason = NULL WHERE record = 2"_s;
    QTest::newRow("row is of another part") << u"UPDATE row_outcome SET part = 2 WHERE record = 1"_s;
    QTest::newRow("no tallies") << u"DELETE FROM tally"_s;
    QTest::newRow("wrong tally") << u"UPDATE tally SET rows = rows + 1"_s;
    QTest::newRow("member is missing") << u"UPDATE part SET rows = rows + 1 WHERE number = 1"_s;
    QTest::newRow("follower is missing") << u"UPDATE member SET followers = x'' WHERE part = 2"_s;
    QTest::newRow("part of no attempt") << u"UPDATE part SET attempt = 7 WHERE number = 2"_s;
    QTest::newRow("history is missing") << u"DELETE FROM history"_s;
    QTest::newRow("rows of the file are gone") << u"UPDATE meta SET value = 5 WHERE key = 'rows'"_s;
    QTest::newRow("part lost") << u"DELETE FROM part WHERE number = 2"_s;
}

void TestLedger::noticesWhatDoesNotAddUp()
{
    QFETCH(QString, statement);
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(7), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 4), { .records = records(0, 4) }));
    QVERIFY(
        (*ledger)->addPart(part(2, 4, 2), { .records = { 4 }, .followers = { { .record = 5, .of = 4 } } }));
    auto outcomes = added(0, 4);
    outcomes[2] = row(2, Outcome::Failed, u"A"_s);
    outcomes[3] = row(3, Outcome::Failed, u"B"_s);
    QVERIFY((*ledger)->settle(1, outcomes, 0));
    QVERIFY((*ledger)->move(2, PartState::Aborted));
    QVERIFY((*ledger)->leaveOut({ row(6, Outcome::LeftOut) }));
    QVERIFY((*ledger)->noteWalkedWhole());
    QVERIFY((*ledger)->beginAttempt({ .outcomes = { Outcome::Failed }, .code = u"B"_s },
                                    QDateTime::currentDateTimeUtc()));
    QVERIFY((*ledger)->addPart(withAttempt(part(3, 3, 1), 2), { .records = { 3 } }));
    QVERIFY((*ledger)->noteWalkedWhole());
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    tamper((*ledger)->folder(), statement);
    QVERIFY(!(*ledger)->brokenInvariant()->isEmpty());
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QVERIFY(!(*reader)->brokenInvariant()->isEmpty());
}

void TestLedger::keepsReasonsWithoutACode()
{
    // A service may say something that has no code at all.
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(1), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 1), { .records = records(0, 1) }));
    auto outcomes = added(0, 1);
    outcomes.front().outcome = Outcome::Failed;
    outcomes.front().reason = { .code = {}, .field = {}, .text = u"something went wrong"_s };
    QVERIFY((*ledger)->settle(1, outcomes, 0));
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QCOMPARE((*reader)->outcomes(0, 0)->front().reason.text, u"something went wrong"_s);
    QCOMPARE((*reader)->reasons()->size(), 1U);
}

void TestLedger::takesAnEndBack()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->noteEnd(RunState::Stopped, u"refused"_s));
    QVERIFY((*ledger)->noteBegin());
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QString message;
    QCOMPARE(*(*reader)->end(&message), RunState::Interrupted);
    QCOMPARE(message, QString());
}

void TestLedger::neverTakesAnotherRunsFolder()
{
    const QTemporaryDir folder;
    QVERIFY(Ledger::create(folder.path(), plan(5), {}));
    const auto second = Ledger::create(folder.path(), plan(9), {});
    QVERIFY(!second);
    QVERIFY(!second.error().sentence.isEmpty());
    const auto first = LedgerReader::open(folder.filePath(u"run"_s));
    QVERIFY(first);
    QCOMPARE((*first)->plan().rows, 5);
}

void TestLedger::keepsTheWholePlan()
{
    const QTemporaryDir folder;
    RunPlan whole = plan(100);
    whole.kind = u"bulk-ingest"_s;
    whole.fields = QStringList { u"LastName"_s, u"Email"_s };
    whole.describe = QByteArray("{\"fields\":[]}").repeated(1000);
    whole.draft.leftOut = { 3, 4, 5, 99 };
    whole.brakeShare = 0.35;
    whole.contentHash = 0xFFFF'FFFF'FFFF'FFFEU;
    QString run;
    {
        auto ledger = Ledger::create(folder.path(), whole, {});
        QVERIFY(ledger);
        run = (*ledger)->folder();
    }
    auto ledger = Ledger::open(run);
    QVERIFY(ledger);
    const RunPlan &frozen = (*ledger)->plan();
    QCOMPARE(frozen.draft, whole.draft);
    QCOMPARE(frozen.describe, whole.describe);
    QCOMPARE(frozen.kind, whole.kind);
    QCOMPARE(frozen.fields, whole.fields);
    QCOMPARE(frozen.started, whole.started);
    QCOMPARE(frozen.brakeShare, whole.brakeShare);
    QCOMPARE(frozen.contentHash, whole.contentHash);
    auto reader = LedgerReader::open(run);
    QVERIFY(reader);
    QCOMPARE((*reader)->plan().describe, whole.describe);
    QVERIFY((*reader)->plan().draft.leftOut.empty());
    QCOMPARE(*(*reader)->leftOut(), whole.draft.leftOut);
    QCOMPARE((*ledger)->attempts()->size(), 1U);
    QCOMPARE((*ledger)->attempts()->front().rows, 100);
    QCOMPARE((*ledger)->attempts()->front().began, whole.started);
    QVERIFY(!*(*ledger)->brakeReleased());
    QVERIFY((*ledger)->releaseBrake());
    QVERIFY(*(*ledger)->brakeReleased());
}

void TestLedger::leavesRowsOutThatThePersonLeftOut()
{
    const QTemporaryDir folder;
    RunPlan some = plan(10);
    some.draft.leftOut = { 2, 5, 7 };
    auto ledger = Ledger::create(folder.path(), some, { row(7, Outcome::LeftOut, u"rowlift:tooLong"_s) });
    QVERIFY(ledger);
    QCOMPARE((*ledger)->tally()->of(Outcome::LeftOut), 3);
    QCOMPARE((*ledger)->tally()->of(Outcome::NotSent), 7);
    // A row that has an outcome keeps it.
    QVERIFY((*ledger)->leaveOut(
        { row(9, Outcome::LeftOut, u"rowlift:rowTooLarge"_s), row(7, Outcome::LeftOut, u"other"_s) }));
    QCOMPARE((*ledger)->tally()->of(Outcome::LeftOut), 4);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QCOMPARE((*reader)->outcomes(7, 7)->front().reason.code, u"rowlift:tooLong"_s);
    QCOMPARE((*reader)->reasons()->size(), 2U);
}

void TestLedger::knowsTheRowsWithoutAnOutcome()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(12), {});
    QVERIFY(ledger);
    // Waves: the stretches of the parts overlap.
    QVERIFY((*ledger)->addPart(part(1, 0, 9), { .records = { 0, 2, 4, 8 } }));
    QVERIFY((*ledger)->addPart(part(2, 0, 9),
                               { .records = { 1, 3 }, .followers = { { .record = 5, .of = 3 } } }));
    QVERIFY((*ledger)->addPart(part(3, 0, 9), { .records = { 6, 7 } }));
    QVERIFY((*ledger)->move(1, PartState::Remote));
    QVERIFY((*ledger)->move(2, PartState::Unconfirmed));
    QVERIFY((*ledger)->settle(3, { row(6, Outcome::Added), row(7, Outcome::Failed, u"X"_s) }, 0));
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    using O = Outcome;
    const std::vector<O> truth { O::Waiting, O::Unknown, O::Waiting, O::Unknown, O::Waiting, O::Unknown,
                                 O::Added,   O::Failed,  O::Waiting, O::NotSent, O::NotSent, O::NotSent };
    const auto all = (*reader)->allOutcomes(0, 11);
    QVERIFY(all);
    QCOMPARE(all->size(), truth.size());
    for (size_t record = 0; record < truth.size(); ++record) {
        QCOMPARE((*all)[record].record, static_cast<qint64>(record));
        QCOMPARE((*all)[record].outcome, truth[record]);
        if (record != 6 && record != 7)
            QCOMPARE(*(*reader)->outcomeWithout(static_cast<qint64>(record)), truth[record]);
    }
    const auto some = (*reader)->allOutcomes(5, 6);
    QVERIFY(some);
    QCOMPARE(some->front().outcome, O::Unknown);
    QCOMPARE(some->back().outcome, O::Added);
    QCOMPARE((*reader)->outcomes(std::vector<qint64> { 1, 6, 7 })->size(), 2U);
}

void TestLedger::groupsReasonsWithoutCountingRows()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(20), {});
    QVERIFY(ledger);
    for (const qint64 number : { 1, 2 }) {
        QVERIFY((*ledger)->addPart(part(number, (number - 1) * 10, 10),
                                   { .records = records((number - 1) * 10, 10) }));
        auto outcomes = added((number - 1) * 10, 10);
        for (const size_t at : { 1U, 4U, 7U })
            outcomes[at] = row(outcomes[at].record, Outcome::Failed, u"A"_s);
        outcomes[8] = row(outcomes[8].record, Outcome::Failed, u"B"_s);
        outcomes[9] = row(outcomes[9].record, Outcome::NotProcessed, u"A"_s);
        QVERIFY((*ledger)->settle(number, outcomes, 0));
    }
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    const auto groups = (*reader)->reasons();
    QVERIFY(groups);
    QCOMPARE(groups->size(), 3U);
    QCOMPARE((*groups)[0].code, u"A"_s);
    QCOMPARE((*groups)[0].rows, 6);
    QCOMPARE((*groups)[0].text, u"A: row 1"_s);
    QCOMPARE((*groups)[1].code, u"B"_s);
    QCOMPARE((*groups)[1].rows, 2);
    QCOMPARE((*groups)[2].outcome, Outcome::NotProcessed);
    QCOMPARE(*(*reader)->records(Outcome::Failed, u"B"_s, u"Email"_s), (std::vector<qint64> { 8, 18 }));
    QCOMPARE((*reader)->records(Outcome::Failed)->size(), 8U);
    QCOMPARE((*reader)->records(Outcome::Added)->size(), 10U);
}

void TestLedger::tellsThatARunIsOpen()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    const QString run = (*ledger)->folder();
    const auto isRunning = [&] {
        const auto runs = runsIn(folder.path(), 10);
        return runs.size() == 1 && runs.front().runningElsewhere;
    };
    QVERIFY(isRunning());
    QVERIFY(runsNow(run));
    ledger->reset();
    QVERIFY(!isRunning());
    // A process that is no more has left its lock behind.
    QFile lock(run + u"/lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483000\nrowlift\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    lock.close();
    QVERIFY(!isRunning());
    QVERIFY(Ledger::open(run));
}

#ifdef Q_OS_LINUX
/// Killed, but whoever started it has not asked for its end yet: the system still knows its number.
void TestLedger::processThatNobodyBuriedHoldsNothing()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    const QString run = (*ledger)->folder();
    ledger->reset();
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    QVERIFY(child > 0);
    {
        QFile lock(run + u"/lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(child) + "\nrowlift\n" + QSysInfo::machineHostName().toUtf8()
                   + "\n\n\n");
    }
    QTRY_VERIFY(!runsNow(run)); // as soon as it has ended
    QVERIFY(Ledger::open(run));
    QCOMPARE(::waitpid(child, nullptr, 0), child);
}
#else
void TestLedger::processThatNobodyBuriedHoldsNothing()
{
    QSKIP("Only Linux tells.");
}
#endif

void TestLedger::knowsItsComputerByMoreThanItsName()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    const QString run = (*ledger)->folder();
    ledger->reset();
    const auto leaveLock = [&run](const QByteArray &host, const QByteArray &computer) {
        QFile lock(run + u"/lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("2147483000\nrowlift\n" + host + '\n' + computer + "\n\n");
    };
    if (!QSysInfo::machineUniqueId()
             .isEmpty()) { // called otherwise today, but the same: and the process is no more
        leaveLock("yesterdays-name", QSysInfo::machineUniqueId());
        QVERIFY(!runsNow(run));
        QVERIFY(Ledger::open(run));
    }
    leaveLock("far-away", "another-computer");
    QVERIFY(runsNow(run));
    const auto refused = Ledger::open(run);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Rejected);
    QVERIFY2(refused.error().sentence.contains(u"far-away"_s), qPrintable(refused.error().sentence));
    QVERIFY2(refused.error().sentence.contains(u"2147483000"_s), qPrintable(refused.error().sentence));
}

void TestLedger::listsWhatCannotBeRead()
{
    const QTemporaryDir folder;
    QVERIFY(Ledger::create(folder.path(), plan(5), {}));
    const QString damaged = folder.filePath(u"0-damaged"_s);
    QVERIFY(QDir().mkpath(damaged));
    QFile file(damaged + u"/ledger.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no ledger");
    file.close();
    const auto runs = runsIn(folder.path(), 10);
    QCOMPARE(runs.size(), 2U);
    const auto found = std::ranges::find(runs, damaged, &RunSummary::folder);
    QVERIFY(found != runs.end());
    QVERIFY(found->unreadable);
    QVERIFY(!found->unreadable->sentence.isEmpty());
    QVERIFY2(found->end != RunState::Interrupted, "nothing of it can be gone on with");
}

void TestLedger::remembersThatItHasBraked()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    const QString run = (*ledger)->folder();
    QVERIFY(!*(*ledger)->hasBraked());
    QVERIFY((*ledger)->noteBraked());
    ledger->reset();
    QVERIFY(*(*Ledger::open(run))->hasBraked());
}

/// As when the program is killed while it makes a ledger.
void TestLedger::tidiesWhatWasNeverMade()
{
    const QTemporaryDir folder;
    const auto make = [&folder](const QString &name, const QStringList &files) {
        const QString path = folder.filePath(name);
        QVERIFY(QDir().mkpath(path));
        for (const QString &file : files) {
            QFile made(path + u'/' + file);
            QVERIFY(made.open(QIODevice::WriteOnly));
        }
    };
    make(u"empty"_s, {});
    make(u"without-plan"_s, { u"ledger.sqlite"_s });
    make(u"somebodys"_s, { u"ledger.sqlite"_s, u"notes.txt"_s });
    make(u"being-made"_s, { u"ledger.sqlite"_s });
    QLockFile other(folder.filePath(u"being-made/lock"_s));
    QVERIFY(other.tryLock());
    RunPlan first = plan(5);
    first.id = u"first"_s;
    QVERIFY(Ledger::create(folder.path(), first, {}));
    RunPlan second = plan(5);
    second.id = u"second"_s;
    QVERIFY(Ledger::create(folder.path(), second, {}));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
             (QStringList { u"being-made"_s, u"first"_s, u"second"_s, u"somebodys"_s }));
    QVERIFY(Ledger::open(folder.filePath(u"first"_s)));
}

void TestLedger::isNobodyElsesBusiness()
{
    const QTemporaryDir folder;
    const QString runs = folder.filePath(u"data/runs"_s);
    QVERIFY(Ledger::create(runs, plan(5), {}));
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(runs) & others, QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
