#include "app/run/ledger.h"
#include "app/run/ledger_reader.h"
#include "app/run/ledger_store.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

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
    void noticesAMissingOutcome();
    void noticesAMissingTally();
    void takesAnEndBack();
    void neverTakesAnotherRunsFolder();
    void packsRecords_data();
    void packsRecords();

private:
    static RunPlan plan(qint64 rows);
    static PartRecord part(qint64 number, qint64 first, qint64 rows);
    static std::vector<qint64> records(qint64 first, qint64 rows);
    static std::vector<RowOutcome> added(qint64 first, qint64 rows);
};

RunPlan TestLedger::plan(qint64 rows)
{
    RunPlan plan;
    plan.id = u"run"_s;
    plan.rows = rows;
    plan.account.service = u"salesforce"_s;
    plan.draft.file = u"/nowhere/contacts.csv"_s;
    plan.draft.target.object = u"Contact"_s;
    plan.describe = "{}";
    plan.started = QDateTime::currentDateTimeUtc();
    return plan;
}

PartRecord TestLedger::part(qint64 number, qint64 first, qint64 rows)
{
    PartRecord part;
    part.number = number;
    part.rows = rows;
    part.firstRecord = first;
    part.lastRecord = first + rows - 1;
    return part;
}

std::vector<qint64> TestLedger::records(qint64 first, qint64 rows)
{
    std::vector<qint64> all;
    for (qint64 record = first; record < first + rows; ++record)
        all.push_back(record);
    return all;
}

std::vector<RowOutcome> TestLedger::added(qint64 first, qint64 rows)
{
    std::vector<RowOutcome> all;
    for (const qint64 record : records(first, rows))
        all.push_back({ .record = record, .outcome = Outcome::Added, .reason = {}, .recordId = u"003"_s });
    return all;
}

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

void TestLedger::noticesAMissingOutcome()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(3), {});
    QVERIFY(ledger);
    const QString file = (*ledger)->folder() + u"/ledger.sqlite"_s;
    QVERIFY((*ledger)->addPart(part(1, 0, 3), { .records = records(0, 3) }));
    QVERIFY((*ledger)->settle(1, added(0, 3), 0));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QVERIFY(store::execute(db, u"DELETE FROM row_outcome WHERE record = 1"_s));
        db.close();
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    QVERIFY(!(*ledger)->brokenInvariant()->isEmpty());
}

void TestLedger::noticesAMissingTally()
{
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(3), {});
    QVERIFY(ledger);
    const QString file = (*ledger)->folder() + u"/ledger.sqlite"_s;
    QVERIFY((*ledger)->addPart(part(1, 0, 3), { .records = records(0, 3) }));
    QVERIFY((*ledger)->settle(1, added(0, 3), 0));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QVERIFY(store::execute(db, u"DELETE FROM tally"_s));
        db.close();
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    QVERIFY(!(*ledger)->brokenInvariant()->isEmpty());
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

void TestLedger::packsRecords_data()
{
    QTest::addColumn<QList<qint64>>("given");
    QTest::newRow("none") << QList<qint64> {};
    QTest::newRow("the first") << QList<qint64> { 0 };
    QTest::newRow("in a row") << QList<qint64> { 3, 4, 5, 6 };
    QTest::newRow("far apart") << QList<qint64> { 0, 127, 128, 300, 1'000'000, 5'000'000'000 };
}

void TestLedger::packsRecords()
{
    QFETCH(QList<qint64>, given);
    const std::vector<qint64> records(given.begin(), given.end());
    QCOMPARE(store::unpackRecords(store::packRecords(records)), records);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
