#include "app/run/known_records.h"
#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

using namespace rowlift;
using namespace rowlift::ledger_rig;

namespace {

QDateTime sentAt()
{
    return QDateTime::currentDateTimeUtc();
}

std::unique_ptr<Ledger> runNamed(const QTemporaryDir &folder, const QString &id)
{
    RunPlan made = plan(20);
    made.id = id;
    auto ledger = Ledger::create(folder.path(), made, {});
    return ledger ? std::move(*ledger) : nullptr;
}

/// Notes a part of five rows as sent.
Done send(Ledger &ledger, qint64 number, const QDateTime &when)
{
    const auto noted
        = ledger.addPart(part(number, (number - 1) * 5, 5), { .records = records((number - 1) * 5, 5) });
    return noted ? ledger.noteStep(number, { .step = Step::Send, .done = false, .ticket = {}, .when = when },
                                   PartState::Closing)
                 : tl::unexpected(noted.error());
}

Done settle(Ledger &ledger, qint64 number, const QStringList &ids, Outcome outcome = Outcome::Added)
{
    std::vector<RowOutcome> outcomes;
    for (qsizetype place = 0; place < ids.size(); ++place)
        outcomes.push_back(
            { .record = (number - 1) * 5 + place, .outcome = outcome, .reason = {}, .recordId = ids[place] });
    return ledger.settle(number, std::move(outcomes), 0);
}

QStringList idsIn(const Result<std::vector<RecordedRow>> &rows)
{
    QStringList ids;
    for (const RecordedRow &one : rows.value_or(std::vector<RecordedRow>()))
        ids << one.recordId;
    ids.sort();
    return ids;
}

} // namespace

/// What the ledgers of a computer tell a recovery of records.
class TestKnownRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsRowsOfThisAndOfOtherRuns();
    void findsOnlyRowsThatAreIn();
    void namesCallsThatAreOpen();
    void passesOverWhatWasOverLongBefore();
    void passesOverDamagedRuns();
};

void TestKnownRecords::findsRowsOfThisAndOfOtherRuns()
{
    const QTemporaryDir folder;
    const auto other = runNamed(folder, u"other"_s);
    const auto own = runNamed(folder, u"own"_s);
    QVERIFY(other && own);
    const QDateTime when = sentAt();
    QVERIFY(send(*other, 1, when) && settle(*other, 1, { u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s }));
    QVERIFY(send(*own, 1, when) && settle(*own, 1, { u"F"_s, u"G"_s, u"H"_s, u"I"_s, u"J"_s }));
    QVERIFY(send(*own, 2, when));
    const KnownRecords known(*own, 2, when);
    const auto rows = known.onRecord({ u"B"_s, u"G"_s, u"X"_s });
    QCOMPARE(idsIn(rows), QStringList({ u"B"_s, u"G"_s }));
    QCOMPARE(rows->front().outcome, Outcome::Added);
    for (const RecordedRow &row : *rows)
        QCOMPARE(row.ofThisRun, row.recordId == u"G"_s);
    QCOMPARE(rows->front().when.toMSecsSinceEpoch(), when.toMSecsSinceEpoch());
}

void TestKnownRecords::findsOnlyRowsThatAreIn()
{
    const QTemporaryDir folder;
    const auto own = runNamed(folder, u"own"_s);
    QVERIFY(own && send(*own, 1, sentAt()) && settle(*own, 1, { u"A"_s }, Outcome::Failed));
    QCOMPARE(idsIn(KnownRecords(*own, 2, sentAt()).onRecord({ u"A"_s })), QStringList());
}

void TestKnownRecords::namesCallsThatAreOpen()
{
    const QTemporaryDir folder;
    const auto other = runNamed(folder, u"other"_s);
    const auto own = runNamed(folder, u"own"_s);
    QVERIFY(other && own);
    const QDateTime when = sentAt();
    QVERIFY(send(*other, 1, when));
    QVERIFY(send(*own, 1, when) && settle(*own, 1, { u"A"_s }));
    QVERIFY(send(*own, 2, when) && send(*own, 3, when));
    const auto calls = KnownRecords(*own, 2, when).openCalls();
    QVERIFY(calls);
    QCOMPARE(calls->size(), 2U);
    QVERIFY(calls->front().ofThisRun); // the third part
    QVERIFY(!calls->back().ofThisRun);
}

void TestKnownRecords::passesOverWhatWasOverLongBefore()
{
    const QTemporaryDir folder;
    const auto other = runNamed(folder, u"other"_s);
    const auto own = runNamed(folder, u"own"_s);
    QVERIFY(other && own);
    const QDateTime when = sentAt();
    QVERIFY(send(*other, 1, when.addSecs(-3600)) && send(*own, 1, when));
    QVERIFY(KnownRecords(*own, 1, when).openCalls()->empty());
    // A run that was written to last long before the part was sent.
    QVERIFY(send(*other, 2, when) && settle(*other, 2, { u"A"_s }));
    QCOMPARE(idsIn(KnownRecords(*own, 1, when).onRecord({ u"A"_s })), QStringList { u"A"_s });
    QCOMPARE(idsIn(KnownRecords(*own, 1, when.addDays(2)).onRecord({ u"A"_s })), QStringList());
}

void TestKnownRecords::passesOverDamagedRuns()
{
    const QTemporaryDir folder;
    const auto own = runNamed(folder, u"own"_s);
    QVERIFY(own && send(*own, 1, sentAt()));
    QVERIFY(QDir(folder.path()).mkpath(u"broken"_s) && QDir(folder.path()).mkpath(u"empty"_s));
    QFile broken(folder.filePath(u"broken/ledger.sqlite"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no ledger at all") > 0);
    broken.close();
    QVERIFY(KnownRecords(*own, 1, sentAt()).onRecord({ u"A"_s }));
    QVERIFY(KnownRecords(*own, 1, sentAt()).openCalls());
    QVERIFY(QDir(folder.filePath(u"empty"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestKnownRecords)
#include "test_known_records.moc"
