#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

using namespace rowlift;
using namespace rowlift::ledger_rig;

/// Rows that are sent once more: they are not sent for a while, what became of them before is kept, and those
/// that are in are never taken.
class TestLedgerAttempts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesWhatIsAskedFor_data();
    void takesWhatIsAskedFor();
    void keepsWhatWasBefore();
    void goesOnThroughSeveralAttempts();
    void plansTheFirstAttemptToItsEndFirst();
    void refusesWhileAPartIsOnItsWay_data();
    void refusesWhileAPartIsOnItsWay();
    void refusesWhenNothingIsLeft();
    void takesTheEndBack();
    void leavesAPartAloneThatNobodyCanTellOf();
    void takesLeftOutRows();
    void takesTheRowsThatAreNamed();
    void takesRowsByTheirWholeReason();
    void takesRowsOfLaterAttemptsAlone();

private:
    /// Rows 0 to 9 as a part with every outcome, 10 and 11 left out, 12 to 14 not planned yet.
    void settleOne();
    Tally tally();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
};

void TestLedgerAttempts::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto ledger = Ledger::create(m_folder->path(), plan(15),
                                 { row(10, Outcome::LeftOut, u"rowlift:tooLong"_s),
                                   row(11, Outcome::LeftOut, u"rowlift:required"_s) });
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
}

void TestLedgerAttempts::settleOne()
{
    QVERIFY(m_ledger->addPart(part(1, 0, 10),
                              { .records = records(0, 9), .followers = { { .record = 9, .of = 1 } } }));
    QVERIFY(m_ledger->move(1, PartState::Collecting));
    QVERIFY(m_ledger->settle(1,
                             { row(0, Outcome::Added), row(1, Outcome::Failed, u"A"_s),
                               row(2, Outcome::Failed, u"B"_s), row(3, Outcome::NotProcessed),
                               row(4, Outcome::Updated), row(5, Outcome::In), row(6, Outcome::Deleted),
                               row(7, Outcome::NotProcessed, u"A"_s) },
                             1)); // nobody can tell of row 8
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

Tally TestLedgerAttempts::tally()
{
    const auto tally = m_ledger->tally();
    const auto broken = m_ledger->brokenInvariant();
    if (!tally || !broken || !broken->isEmpty())
        qCritical() << (broken ? *broken : broken.error().detail);
    return tally && broken && broken->isEmpty() ? *tally : Tally {};
}

void TestLedgerAttempts::takesWhatIsAskedFor_data()
{
    QTest::addColumn<QList<int>>("outcomes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QList<qint64>>("taken");
    const auto numbers = [](std::initializer_list<Outcome> outcomes) {
        QList<int> all;
        for (const Outcome outcome : outcomes)
            all << static_cast<int>(outcome);
        return all;
    };
    using O = Outcome;
    QTest::newRow("failed") << numbers({ O::Failed }) << QString() << QList<qint64> { 1, 2, 9 };
    QTest::newRow("failed for one reason") << numbers({ O::Failed }) << u"A"_s << QList<qint64> { 1, 9 };
    QTest::newRow("not processed") << numbers({ O::NotProcessed }) << QString() << QList<qint64> { 3, 7 };
    QTest::newRow("unknown") << numbers({ O::Unknown }) << QString() << QList<qint64> { 8 };
    QTest::newRow("several") << numbers({ O::Unknown, O::Failed, O::NotProcessed }) << QString()
                             << QList<qint64> { 1, 2, 3, 7, 8, 9 };
    QTest::newRow("several for one reason")
        << numbers({ O::Failed, O::NotProcessed }) << u"A"_s << QList<qint64> { 1, 7, 9 };
    QTest::newRow("those that are in as well")
        << numbers({ O::Added, O::Updated, O::Deleted, O::In, O::NotSent, O::Waiting, O::Unknown })
        << QString() << QList<qint64> { 8 };
    QTest::newRow("left out") << numbers({ O::LeftOut }) << QString() << QList<qint64> { 10, 11 };
}

void TestLedgerAttempts::takesWhatIsAskedFor()
{
    QFETCH(QList<int>, outcomes);
    QFETCH(QString, code);
    QFETCH(QList<qint64>, taken);
    settleOne();
    const Tally before = tally();
    std::vector<Outcome> asked;
    for (const int outcome : outcomes)
        asked.push_back(static_cast<Outcome>(outcome));
    const QDateTime now(QDate(2026, 11, 21), QTime(8, 0), Qt::UTC);
    const auto attempt = m_ledger->beginAttempt({ .outcomes = asked, .code = code }, now);
    QVERIFY(attempt);
    QCOMPARE(attempt->number, 2);
    QCOMPARE(attempt->rows, taken.size());
    QCOMPARE(attempt->began, now);
    QCOMPARE(*m_ledger->recordsOfAttempt(2), std::vector<qint64>(taken.begin(), taken.end()));
    const Tally after = tally();
    QCOMPARE(after.total(), 15);
    QCOMPARE(after.in(), before.in());
    QCOMPARE(after.of(Outcome::NotSent), before.of(Outcome::NotSent) + taken.size());
    QCOMPARE(after.unplaced, 1);
    auto reader = LedgerReader::open(m_ledger->folder());
    QVERIFY(reader);
    QCOMPARE((*reader)->attempts()->size(), 2U);
    for (const qint64 record : taken) {
        QVERIFY((*reader)->outcomes(record, record)->empty());
        QCOMPARE(*(*reader)->outcomeWithout(record), Outcome::NotSent);
    }
}

void TestLedgerAttempts::keepsWhatWasBefore()
{
    settleOne();
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, {}));
    auto reader = LedgerReader::open(m_ledger->folder());
    QVERIFY(reader);
    const auto before = (*reader)->history(9);
    QVERIFY(before);
    QCOMPARE(before->size(), 1U);
    QCOMPARE(before->front().outcome, Outcome::Failed);
    QCOMPARE(before->front().reason.code, u"A"_s);
    QCOMPARE(before->front().reason.text, u"A: row 1"_s);
    QVERIFY((*reader)->history(0)->empty());
    const auto groups = (*reader)->reasons();
    QVERIFY(groups);
    QVERIFY(
        std::ranges::none_of(*groups, [](const auto &group) { return group.outcome == Outcome::Failed; }));
    QCOMPARE(m_ledger->parts()->front().failedRows, 0);
}

void TestLedgerAttempts::goesOnThroughSeveralAttempts()
{
    settleOne();
    QVERIFY(m_ledger->addPart(part(2, 12, 3), { .records = records(12, 3) }));
    QVERIFY(m_ledger->settle(2, added(12, 3), 0));
    QVERIFY(m_ledger->noteWalkedWhole());
    QVERIFY(*m_ledger->walkedWhole());
    for (int number = 2; number < 5; ++number) {
        const auto attempt = m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, {});
        QVERIFY(attempt);
        QCOMPARE(attempt->number, number);
        QVERIFY(!*m_ledger->walkedWhole());
        QCOMPARE(*m_ledger->planned(), (PlanMark { .attempt = number, .sweep = 0, .at = {} }));
        const auto rows = m_ledger->recordsOfAttempt(number);
        QVERIFY(rows);
        const auto noted
            = m_ledger->addPart(withAttempt(part(0, rows->front(), rows->back() - rows->front() + 1), number),
                                { .records = *rows });
        QVERIFY(noted);
        QCOMPARE(noted->number, number + 1);
        QCOMPARE(noted->attempt, number);
        QVERIFY(m_ledger->noteWalkedWhole());
        tally();
        QVERIFY(m_ledger->move(noted->number, PartState::Closing));
        QCOMPARE(tally().of(Outcome::Waiting), static_cast<qint64>(rows->size()));
        std::vector<RowOutcome> outcomes;
        for (const qint64 record : *rows)
            outcomes.push_back(record == rows->back() ? row(record, Outcome::Added)
                                                      : row(record, Outcome::Failed, u"C%1"_s.arg(number)));
        QVERIFY(m_ledger->settle(noted->number, outcomes, 0));
        QCOMPARE(tally().total(), 15);
    }
    QCOMPARE(tally().of(Outcome::Failed), 0);
    QCOMPARE(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, {}).error().kind,
             Error::Kind::BadInput);
    auto reader = LedgerReader::open(m_ledger->folder());
    QVERIFY(reader);
    const auto before = (*reader)->history(1); // it was in as the last one
    QVERIFY(before);
    QCOMPARE(before->size(), 3U);
    QCOMPARE((*before)[0].reason.code, u"A"_s);
    QCOMPARE((*before)[1].reason.code, u"C2"_s);
    QCOMPARE((*before)[2].reason.code, u"C3"_s);
    // And all of it is there the next time.
    const QString folder = m_ledger->folder();
    reader->reset();
    m_ledger.reset();
    auto again = Ledger::open(folder);
    QVERIFY(again);
    m_ledger = std::move(*again);
    QCOMPARE(m_ledger->attempts()->size(), 4U);
    QCOMPARE(tally().in(), 10);
}

void TestLedgerAttempts::plansTheFirstAttemptToItsEndFirst()
{
    // Stopped in the middle, and gone on with: the rest of the file and rows that were not looked at.
    settleOne();
    const PlanMark mark = *m_ledger->planned();
    QCOMPARE(mark.at.record, 10);
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::NotProcessed } }, {}));
    QCOMPARE(*m_ledger->planned(), mark);
    PartRecord wave = part(2, 12, 3);
    wave.planned = { .attempt = 1, .sweep = 3, .at = { .record = 15, .offset = 1500 } };
    QVERIFY(m_ledger->addPart(wave, { .records = records(12, 3) }));
    QCOMPARE(*m_ledger->planned(), wave.planned);
    QVERIFY(m_ledger->noteWalkedWhole());
    QVERIFY(!*m_ledger->walkedWhole());
    QCOMPARE(*m_ledger->planned(), (PlanMark { .attempt = 2, .sweep = 0, .at = {} }));
    QVERIFY(m_ledger->addPart(withAttempt(part(3, 3, 5), 2), { .records = { 3, 7 } }));
    QVERIFY(m_ledger->noteWalkedWhole());
    QVERIFY(*m_ledger->walkedWhole());
    QCOMPARE(m_ledger->planned()->attempt, 2);
    QCOMPARE(tally().total(), 15);
}

void TestLedgerAttempts::refusesWhileAPartIsOnItsWay_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("allowed");
    for (int state = 0; state < partStateCount; ++state) {
        const auto name = static_cast<PartState>(state);
        if (name == PartState::Settled)
            continue;
        const bool allowed
            = name == PartState::Failed || name == PartState::Aborted || name == PartState::Unconfirmed;
        QTest::addRow("%d", state) << state << allowed;
    }
}

void TestLedgerAttempts::refusesWhileAPartIsOnItsWay()
{
    QFETCH(int, state);
    QFETCH(bool, allowed);
    settleOne();
    QVERIFY(m_ledger->addPart(part(2, 12, 3), { .records = records(12, 3) }));
    QVERIFY(m_ledger->move(2, static_cast<PartState>(state)));
    const Tally before = tally();
    const auto attempt = m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, {});
    QCOMPARE(attempt.has_value(), allowed);
    if (allowed)
        return;
    QCOMPARE(attempt.error().kind, Error::Kind::BadInput);
    QVERIFY(!attempt.error().sentence.isEmpty());
    QCOMPARE(tally(), before);
}

void TestLedgerAttempts::refusesWhenNothingIsLeft()
{
    settleOne();
    const Tally before = tally();
    for (const auto &nothing :
         { m_ledger->beginAttempt({ .outcomes = {} }, {}),
           m_ledger->beginAttempt({ .outcomes = { Outcome::Added } }, {}),
           m_ledger->beginAttempt({ .outcomes = { Outcome::Failed }, .code = u"NEVER"_s }, {}) }) {
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, Error::Kind::BadInput);
    }
    QCOMPARE(tally(), before);
    QCOMPARE(m_ledger->attempts()->size(), 1U);
}

void TestLedgerAttempts::takesTheEndBack()
{
    settleOne();
    QVERIFY(m_ledger->noteEnd(RunState::Finished, {}));
    auto reader = LedgerReader::open(m_ledger->folder());
    QVERIFY(reader);
    QCOMPARE(*(*reader)->end(), RunState::Finished);
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, {}));
    QCOMPARE(*(*reader)->end(), RunState::Interrupted);
}

void TestLedgerAttempts::leavesAPartAloneThatNobodyCanTellOf()
{
    // It may be found later: its rows are not to be sent while that is open.
    settleOne();
    QVERIFY(m_ledger->addPart(part(2, 12, 3), { .records = records(12, 3) }));
    QVERIFY(m_ledger->move(2, PartState::Unconfirmed));
    const auto attempt = m_ledger->beginAttempt({ .outcomes = { Outcome::Unknown } }, {});
    QVERIFY(attempt);
    QCOMPARE(*m_ledger->recordsOfAttempt(2), std::vector<qint64> { 8 });
    QCOMPARE(tally().of(Outcome::Unknown), 3);
    QVERIFY(m_ledger->settle(2, added(12, 3), 0));
    QCOMPARE(tally().of(Outcome::Unknown), 0);
}

void TestLedgerAttempts::takesLeftOutRows()
{
    settleOne();
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::LeftOut }, .code = u"rowlift:tooLong"_s }, {}));
    QCOMPARE(tally().of(Outcome::LeftOut), 1);
    // It is left out once more, for another reason.
    QVERIFY(m_ledger->leaveOut({ row(10, Outcome::LeftOut, u"rowlift:rowTooLarge"_s) }));
    QCOMPARE(tally().of(Outcome::LeftOut), 2);
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::LeftOut } }, {}));
    QCOMPARE(tally().of(Outcome::LeftOut), 0);
    auto reader = LedgerReader::open(m_ledger->folder());
    QVERIFY(reader);
    QCOMPARE((*reader)->history(10)->size(), 2U);
}

void TestLedgerAttempts::takesTheRowsThatAreNamed()
{
    settleOne();
    const AttemptWish wish { .outcomes = { Outcome::Failed, Outcome::NotProcessed },
                             .records = std::vector<qint64> { 0, 2, 7 },
                             .kind = u"single"_s };
    QCOMPARE(*m_ledger->recordsFor(wish), (std::vector<qint64> { 2, 7 }));
    const auto attempt = m_ledger->beginAttempt(wish, {});
    QVERIFY(attempt);
    QCOMPARE(attempt->rows, 2);
    QCOMPARE(*m_ledger->recordsOfAttempt(2), (std::vector<qint64> { 2, 7 }));
    QCOMPARE(m_ledger->attempts()->back().kind, u"single"_s);
    const Tally after = tally();
    QCOMPARE(after.of(Outcome::Failed), 2); // 1 and 9
    QCOMPARE(after.of(Outcome::NotProcessed), 1);
}

void TestLedgerAttempts::takesRowsByTheirWholeReason()
{
    settleOne();
    const AttemptWish wish { .outcomes = { Outcome::Failed, Outcome::NotProcessed },
                             .ofReason = [](const Reason &reason) { return reason.text == u"A: row 7"; },
                             .byItself = true };
    const auto attempt = m_ledger->beginAttempt(wish, {});
    QVERIFY(attempt);
    QCOMPARE(*m_ledger->recordsOfAttempt(2), (std::vector<qint64> { 7 }));
    QVERIFY(m_ledger->attempts()->back().byItself);
    const auto reasons = m_ledger->reasonsBefore(2, 10);
    QVERIFY(reasons);
    QCOMPARE(reasons->size(), 1U);
    QCOMPARE(reasons->front(), row(7, Outcome::NotProcessed, u"A"_s).reason);
    QCOMPARE(tally().of(Outcome::NotProcessed), 1);
}

void TestLedgerAttempts::takesRowsOfLaterAttemptsAlone()
{
    settleOne();
    QVERIFY(m_ledger->noteWalkedWhole());
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed }, .code = u"B"_s }, {}));
    QVERIFY(m_ledger->addPart(withAttempt(part(2, 2, 1), 2), { .records = { 2 } }));
    QVERIFY(m_ledger->settle(2, { row(2, Outcome::Failed, u"A"_s) }, 0));
    AttemptWish wish { .outcomes = { Outcome::Failed }, .fromAttempt = 2 };
    QCOMPARE(*m_ledger->recordsFor(wish), (std::vector<qint64> { 2 }));
    wish.fromAttempt = 1;
    QCOMPARE(*m_ledger->recordsFor(wish), (std::vector<qint64> { 1, 2, 9 }));
}

QTEST_GUILESS_MAIN(TestLedgerAttempts)
#include "test_ledger_attempts.moc"
