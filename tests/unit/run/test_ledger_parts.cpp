#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

#include <thread>

using namespace rowlift;
using namespace rowlift::ledger_rig;

/// What a ledger keeps of parts: their members, their ends, and the person's word.
class TestLedgerParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsFollowers();
    void keepsPartsOfAnyOrder();
    void givesPartsTheirNumbers();
    void splitsWhatIsProvenNotToBeIn();
    void splitsIntoPartsOfOneRecord();
    void givesAPartThatTheServiceForgotUp();
    void sendsAPartAgainOnThePersonsWord();
    void takesNoWordForAPartThatIsKnown();
    void writesNothingOfWhatDoesNotAddUp_data();
    void writesNothingOfWhatDoesNotAddUp();
    void givesUpAHugePartInTime();
    void keepsStepsWithTheirTimes();
};

void TestLedgerParts::countsFollowers()
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

void TestLedgerParts::keepsPartsOfAnyOrder()
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

void TestLedgerParts::givesPartsTheirNumbers()
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
    QVERIFY(rest && rest->size() == 1);
    QCOMPARE(rest->front().number, 2);
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

void TestLedgerParts::splitsWhatIsProvenNotToBeIn()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(8), {});
    QVERIFY(ledger);
    const PartMembers members { .records = { 0, 1, 2, 4 },
                                .followers = { { .record = 3, .of = 2 }, { .record = 5, .of = 1 } } };
    QVERIFY((*ledger)->addPart(part(1, 0, 6), members));
    QVERIFY((*ledger)->adopt(1, u"x"_s, PartState::Closing));
    const auto rest = (*ledger)->settleAndSplit(1, { row(1, Outcome::Added), row(0, Outcome::Failed) });
    QVERIFY(rest && rest->size() == 1);
    QCOMPARE(rest->front().state, PartState::Waiting);
    QCOMPARE(rest->front().rows, 3);
    QCOMPARE(rest->front().records, 2);
    QCOMPARE(rest->front().bytes, 0);
    QCOMPARE(rest->front().ticket, QString());
    const PartMembers left { .records = { 2, 4 }, .followers = { { .record = 3, .of = 2 } } };
    QCOMPARE(*(*ledger)->membersOf(rest->front().number), left);
    QCOMPARE((*ledger)->parts()->front().rows, 3);
    QCOMPARE((*ledger)->parts()->front().state, PartState::Settled);
    QCOMPARE((*ledger)->tally()->of(Outcome::Added), 2);
    QCOMPARE((*ledger)->tally()->of(Outcome::NotSent), 5);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
    // The planner goes on where it was, not behind the part that was split off.
    QCOMPARE((*ledger)->planned()->at.record, 6);
    const auto whole
        = (*ledger)->settleAndSplit(rest->front().number, { row(2, Outcome::In), row(4, Outcome::In) });
    QVERIFY(whole);
    QVERIFY(whole->empty());
    QCOMPARE((*ledger)->tally()->of(Outcome::In), 3);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedgerParts::splitsIntoPartsOfOneRecord()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(8), {});
    QVERIFY(ledger);
    PartRecord refused = part(1, 0, 5);
    refused.refusals = 2;
    QVERIFY((*ledger)->addPart(refused,
                               { .records = { 7, 0, 2, 4 }, .followers = { { .record = 3, .of = 2 } } }));
    QVERIFY((*ledger)->noteOldValues(1));
    const auto rest
        = (*ledger)->settleAndSplit(1, { row(0, Outcome::Failed) }, { .refusals = 1, .oneEach = true });
    QVERIFY(rest);
    QCOMPARE(rest->size(), 3U);
    const std::vector<PartMembers> expected {
        { .records = { 7 } },
        { .records = { 2 }, .followers = { { .record = 3, .of = 2 } } },
        { .records = { 4 } },
    };
    for (std::size_t index = 0; index < expected.size(); ++index) {
        const PartRecord part = (*ledger)->parts()->at(index + 1);
        QCOMPARE(part.number, static_cast<qint64>(index) + 2);
        QCOMPARE(*(*ledger)->membersOf(part.number), expected[index]);
        QCOMPARE(part.refusals, 3);
        QCOMPARE(part.state, PartState::Waiting);
        QCOMPARE(part.oldValuesOf, 1); // they are in the copy that was made for all of them
        QCOMPARE(part.file, rest->at(index).file);
    }
    QCOMPARE((*ledger)->tally()->of(Outcome::Failed), 1);
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestLedgerParts::givesAPartThatTheServiceForgotUp()
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

void TestLedgerParts::sendsAPartAgainOnThePersonsWord()
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

void TestLedgerParts::takesNoWordForAPartThatIsKnown()
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

void TestLedgerParts::writesNothingOfWhatDoesNotAddUp_data()
{
    QTest::addColumn<QList<qint64>>("told");
    QTest::newRow("a row of another part") << QList<qint64> { 0, 1, 2, 4 };
    QTest::newRow("a row twice") << QList<qint64> { 0, 1, 1, 2 };
    QTest::newRow("a row that is none") << QList<qint64> { -1 };
}

void TestLedgerParts::writesNothingOfWhatDoesNotAddUp()
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

void TestLedgerParts::givesUpAHugePartInTime()
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

void TestLedgerParts::keepsStepsWithTheirTimes()
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

QTEST_GUILESS_MAIN(TestLedgerParts)
#include "test_ledger_parts.moc"
