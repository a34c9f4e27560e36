#include "app/run/run_list.h"
#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

#include <thread>

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
    void countsFollowers();
    void keepsPartsOfAnyOrder();
    void givesPartsTheirNumbers();
    void splitsWhatIsProvenNotToBeIn();
    void givesAPartThatTheServiceForgotUp();
    void sendsAPartAgainOnThePersonsWord();
    void takesNoWordForAPartThatIsKnown();
    void writesNothingOfWhatDoesNotAddUp_data();
    void writesNothingOfWhatDoesNotAddUp();
    void givesUpAHugePartInTime();
    void keepsStepsWithTheirTimes();
    void keepsTheWholePlan();
    void leavesRowsOutThatThePersonLeftOut();
    void knowsTheRowsWithoutAnOutcome();
    void groupsReasonsWithoutCountingRows();
    void tellsThatARunIsOpen();
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
    QVERIFY((*ledger)->beginAttempt({ Outcome::Failed }, u"B"_s, QDateTime::currentDateTimeUtc()));
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

void TestLedger::countsFollowers()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(6), {});
    QVERIFY(ledger);
    const PartMembers members { .records = { 0, 2, 3 },
                                .followers = { { .record = 1, .of = 0 }, { .record = 5, .of = 3 } } };
    const auto noted = (*ledger)->addPart(part(1, 0, 6), members);
    QVERIFY(noted);
    QCOMPARE(noted->rows, 5);
    QCOMPARE(noted->records, 3);
    QCOMPARE(noted->lastRecord, 5);
    QCOMPARE(*(*ledger)->membersOf(1), members);
    QVERIFY((*ledger)->move(1, PartState::Closing));
    QCOMPARE((*ledger)->tally()->of(Outcome::Waiting), 5);
    auto outcomes = added(0, 1);
    outcomes.push_back(row(3, Outcome::Failed, u"GONE"_s));
    QVERIFY((*ledger)->settle(1, outcomes, 0));
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), 2);
    QCOMPARE((*ledger)->tally()->of(Outcome::Failed), 2);
    QCOMPARE((*ledger)->tally()->of(Outcome::Unknown), 1);
    QCOMPARE((*ledger)->parts()->front().failedRows, 2);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    const auto rows = (*reader)->outcomes(0, 5);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 5U);
    QCOMPARE((*rows)[1].recordId, u"003"_s);
    QCOMPARE(rows->back().record, 5);
    QCOMPARE(rows->back().reason.code, u"GONE"_s);
    QCOMPARE(*(*reader)->outcomeWithout(4), Outcome::NotSent);
}

void TestLedger::keepsPartsOfAnyOrder()
{
    // Groups of rows with one key stand together, wherever they are in the file.
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(1'000'000), {});
    QVERIFY(ledger);
    const std::vector<qint64> order { 5, 900'000, 6, 2, 3, 4, 0 };
    const auto noted = (*ledger)->addPart(part(1, 0, 7), { .records = order });
    QVERIFY(noted);
    QCOMPARE(noted->firstRecord, 0);
    QCOMPARE(noted->lastRecord, 900'000);
    QCOMPARE((*ledger)->membersOf(1)->records, order);
    std::vector<RowOutcome> outcomes;
    for (const qint64 record : order)
        outcomes.push_back(row(record, record == 6 ? Outcome::Updated : Outcome::Added));
    QVERIFY((*ledger)->settle(1, outcomes, 0));
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), 6);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedger::givesPartsTheirNumbers()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(9), {});
    QVERIFY(ledger);
    PartRecord first = part(1, 0, 3);
    first.file = (*ledger)->folder() + u"/part-00001"_s;
    first.bytes = 300;
    first.hash = 0xFEDC'BA98'7654'3210U;
    QVERIFY((*ledger)->addPart(first, { .records = records(0, 3) }));
    QVERIFY((*ledger)->move(1, PartState::Uploading));
    const auto rest = (*ledger)->settleAndSplit(1, added(0, 2));
    QVERIFY(rest && *rest);
    QCOMPARE((*rest)->number, 2);
    PartRecord second = part(2, 3, 3); // its file was written before
    second.file = (*ledger)->folder() + u"/part-00002"_s;
    const auto noted = (*ledger)->addPart(second, { .records = records(3, 3) });
    QVERIFY(noted);
    QCOMPARE(noted->number, 3);
    const auto parts = (*ledger)->parts();
    QVERIFY(parts);
    QCOMPARE(parts->size(), 3U);
    QCOMPARE((*parts)[0].hash, first.hash);
    QCOMPARE((*parts)[2].file, second.file);
    QVERIFY((*parts)[1].file != second.file);
    QVERIFY((*ledger)->noteSpooled(2, 77, 99));
    QCOMPARE((*ledger)->parts()->at(1).bytes, 77);
    QCOMPARE((*ledger)->parts()->at(1).hash, 99U);
}

void TestLedger::splitsWhatIsProvenNotToBeIn()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(8), {});
    QVERIFY(ledger);
    const PartMembers members { .records = { 0, 1, 2, 4 },
                                .followers = { { .record = 3, .of = 2 }, { .record = 5, .of = 1 } } };
    QVERIFY((*ledger)->addPart(part(1, 0, 6), members));
    QVERIFY((*ledger)->adopt(1, u"x"_s, PartState::Closing));
    const auto rest = (*ledger)->settleAndSplit(1, { row(1, Outcome::Added), row(0, Outcome::Failed) });
    QVERIFY(rest && *rest);
    QCOMPARE((*rest)->state, PartState::Waiting);
    QCOMPARE((*rest)->rows, 3);
    QCOMPARE((*rest)->records, 2);
    QCOMPARE((*rest)->bytes, 0);
    QCOMPARE((*rest)->ticket, QString());
    const PartMembers left { .records = { 2, 4 }, .followers = { { .record = 3, .of = 2 } } };
    QCOMPARE(*(*ledger)->membersOf((*rest)->number), left);
    QCOMPARE((*ledger)->parts()->front().rows, 3);
    QCOMPARE((*ledger)->parts()->front().state, PartState::Settled);
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), 2);
    QCOMPARE((*ledger)->tally()->of(Outcome::NotSent), 5);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    // The planner goes on where it was, not behind the part that was split off.
    QCOMPARE((*ledger)->planned()->at.record, 6);
    const auto whole
        = (*ledger)->settleAndSplit((*rest)->number, { row(2, Outcome::In), row(4, Outcome::In) });
    QVERIFY(whole);
    QVERIFY(!*whole);
    QCOMPARE((*ledger)->tally()->of(Outcome::In), 3);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedger::givesAPartThatTheServiceForgotUp()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(4), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 4),
                               { .records = { 0, 1, 2 }, .followers = { { .record = 3, .of = 1 } } }));
    QVERIFY((*ledger)->move(1, PartState::Unconfirmed));
    QVERIFY((*ledger)->giveWord(1, PartEvent::GivenUp));
    QCOMPARE((*ledger)->parts()->front().state, PartState::Settled);
    QCOMPARE((*ledger)->tally()->of(Outcome::Unknown), 4);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedger::sendsAPartAgainOnThePersonsWord()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(4), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 4), { .records = records(0, 4) }));
    QVERIFY((*ledger)->noteStep(1, { .step = Step::Open, .done = true, .ticket = u"750"_s },
                                PartState::Uploading));
    QVERIFY((*ledger)->move(1, PartState::Unconfirmed, u"lost"_s));
    QVERIFY((*ledger)->noteEnd(RunState::Finished, {}));
    QVERIFY((*ledger)->giveWord(1, PartEvent::WordGiven));
    const auto again = (*ledger)->parts();
    QVERIFY(again);
    QCOMPARE(again->front().state, PartState::Waiting);
    QCOMPARE(again->front().ticket, QString());
    QVERIFY2((*ledger)->stepsOf(1)->empty(), "what is on record of the job before says nothing of the next");
    QVERIFY((*ledger)->noteStep(1, { .step = Step::Open, .done = false, .ticket = {} }, PartState::Opening));
    QCOMPARE((*ledger)->stepsOf(1)->size(), 1U);
    QCOMPARE((*ledger)->tally()->of(Outcome::NotSent), 4);
    auto reader = LedgerReader::open((*ledger)->folder());
    QVERIFY(reader);
    QCOMPARE(*(*reader)->end(), RunState::Interrupted);
}

void TestLedger::takesNoWordForAPartThatIsKnown()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(4), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 4), { .records = records(0, 4) }));
    QVERIFY((*ledger)->move(1, PartState::Remote));
    for (const PartEvent word : { PartEvent::WordGiven, PartEvent::GivenUp, PartEvent::ResultsIn }) {
        const auto given = (*ledger)->giveWord(1, word);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, Error::Kind::BadInput);
    }
    QCOMPARE((*ledger)->parts()->front().state, PartState::Remote);
}

void TestLedger::writesNothingOfWhatDoesNotAddUp_data()
{
    QTest::addColumn<QList<qint64>>("told");
    QTest::newRow("a row of another part") << QList<qint64> { 0, 1, 2, 4 };
    QTest::newRow("a row twice") << QList<qint64> { 0, 1, 1, 2 };
    QTest::newRow("a row that is none") << QList<qint64> { -1 };
}

void TestLedger::writesNothingOfWhatDoesNotAddUp()
{
    QFETCH(QList<qint64>, told);
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(5), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 3), { .records = records(0, 3) }));
    QVERIFY((*ledger)->move(1, PartState::Collecting));
    std::vector<RowOutcome> outcomes;
    for (const qint64 record : told)
        outcomes.push_back(row(record, Outcome::Added));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"do not add up"_s));
    const auto settled = (*ledger)->settle(1, outcomes, 3);
    QVERIFY(!settled);
    QCOMPARE(settled.error().kind, Error::Kind::Storage);
    QVERIFY(!settled.error().sentence.isEmpty());
    QCOMPARE((*ledger)->tally()->of(Outcome::Waiting), 3);
    QCOMPARE((*ledger)->tally()->unplaced, 0);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    QVERIFY((*ledger)->settle(1, added(0, 3), 0)); // and it goes on
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"do not add up"_s));
    QVERIFY2(!(*ledger)->settle(1, added(0, 3), 0), "a part is settled once");
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedger::givesUpAHugePartInTime()
{
    const QTemporaryDir folder;
    constexpr qint64 rows = 300'000;
    auto ledger = Ledger::create(folder.path(), plan(rows), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, rows), { .records = records(0, rows) }));
    QVERIFY((*ledger)->move(1, PartState::Collecting));
    auto outcomes = added(0, rows);
    std::stop_source stop;
    // Rows appear in the log when the cache is full: from then on the transaction is well under way.
    const QString log = (*ledger)->folder() + u"/ledger.sqlite-wal"_s;
    const qint64 before = QFileInfo(log).size();
    Done settled;
    std::thread settling([&] { settled = (*ledger)->settle(1, std::move(outcomes), 0, stop.get_token()); });
    while (QFileInfo(log).size() < before + 100'000)
        std::this_thread::yield();
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    settling.join();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!settled);
    QVERIFY(settled.error().cancelled());
    QCOMPARE((*ledger)->tally()->of(Outcome::Waiting), rows);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    QVERIFY((*ledger)->settle(1, added(0, rows), 0));
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), rows);
}

void TestLedger::keepsStepsWithTheirTimes()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(4), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 0, 2), { .records = records(0, 2) }));
    QVERIFY((*ledger)->addPart(part(2, 2, 2), { .records = records(2, 2) }));
    const QDateTime when(QDate(2026, 3, 1), QTime(12, 0, 0, 7), Qt::UTC);
    QVERIFY((*ledger)->noteStep(1, { .step = Step::Open, .done = false, .ticket = {}, .when = when },
                                PartState::Opening));
    QVERIFY(
        (*ledger)->noteStep(2, { .step = Step::Send, .done = false, .ticket = {} }, PartState::Uploading));
    QVERIFY((*ledger)->noteStep(
        1, { .step = Step::Open, .done = true, .ticket = u"750"_s, .when = when.addSecs(1) },
        PartState::Uploading));
    const auto steps = (*ledger)->stepsOf(1);
    QVERIFY(steps);
    QCOMPARE(steps->size(), 2U);
    QCOMPARE(steps->front().when, when);
    QCOMPARE(steps->back().when, when.addSecs(1));
    QCOMPARE(steps->back().ticket, u"750"_s);
    QVERIFY(steps->back().done);
    QVERIFY(!(*ledger)->stepsOf(2)->front().when.isValid());
    QCOMPARE((*ledger)->parts()->front().ticket, u"750"_s);
    QCOMPARE((*ledger)->parts()->front().state, PartState::Uploading);
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

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
