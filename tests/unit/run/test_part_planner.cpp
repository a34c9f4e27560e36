#include "app/run/part_planner.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// How a file is cut into parts: each row in one part exactly, parts no larger than they may be, the same
/// again after an interruption, and nothing from a file that is another one now.
class TestPartPlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowIsInOnePart();
    void goesOnBehindTheLastPart();
    void aRowLargerThanAPartIsAPart();
    void aRowThatNoPartTakesIsLeftOut();
    void aFileThatChangesIsNotReadOn_data();
    void aFileThatChangesIsNotReadOn();
    void aFileThatGoesIsNotReadOn();
    void stoppedInMidPartLeavesNothing();
    void makesALostPartAgain();
    void makesNoPartAgainFromAnotherFile();

private:
    void write(const QByteArray &bytes);
    void start(const std::vector<qint64> &leftOut = {});
    std::unique_ptr<PartPlanner> planner();
    std::vector<PartRecord> allParts();
    static QByteArray contents(const QString &path);
    QByteArray numbered(int rows) const;

    testing::ToyService m_service { 1000 };
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
};

void TestPartPlanner::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPartPlanner::write(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"source.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestPartPlanner::numbered(int rows) const
{
    QByteArray bytes = "Name,Note\n";
    for (int row = 1; row <= rows; ++row)
        bytes += "name-" + QByteArray::number(row) + ",\"a note,\nin two lines\"\n";
    return bytes;
}

void TestPartPlanner::start(const std::vector<qint64> &leftOut)
{
    RunPlan plan;
    plan.id = u"run"_s;
    plan.kind = u"toy"_s;
    plan.fields = { u"Name"_s, u"Note"_s };
    plan.rows = 100;
    plan.draft.file = m_folder->filePath(u"source.csv"_s);
    plan.draft.stamp = FileStamp::of(plan.draft.file);
    plan.draft.header = plan.fields;
    plan.draft.leftOut = leftOut;
    for (const QString &field : plan.fields) {
        ColumnMapping column;
        column.column = field;
        column.field = field;
        plan.draft.mapping.columns.push_back(column);
    }
    std::vector<RowOutcome> outcomes;
    for (const qint64 record : leftOut)
        outcomes.push_back({ .record = record, .outcome = Outcome::LeftOut, .reason = {}, .recordId = {} });
    auto ledger = Ledger::create(m_folder->path(), plan, outcomes);
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
}

std::unique_ptr<PartPlanner> TestPartPlanner::planner()
{
    auto planner = PartPlanner::open(*m_ledger, m_service, *m_service.schemaFrom({}));
    if (!planner)
        qFatal("%s", qPrintable(planner.error().sentence));
    return std::move(*planner);
}

std::vector<PartRecord> TestPartPlanner::allParts()
{
    const auto cutting = planner();
    for (;;) {
        const auto part = cutting->next({});
        if (!part)
            qFatal("%s %s", qPrintable(part.error().sentence), qPrintable(part.error().detail));
        if (part->says == PlannedPart::Says::End)
            return *m_ledger->parts();
    }
}

QByteArray TestPartPlanner::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPartPlanner::everyRowIsInOnePart()
{
    write(numbered(100));
    start({ 3, 50, 51, 100 });
    QByteArray joined;
    std::vector<qint64> records;
    const auto parts = allParts();
    QVERIFY(parts.size() > 3);
    for (const PartRecord &part : parts) {
        const QByteArray bytes = contents(part.file);
        QVERIFY(part.bytes <= 1000);
        QCOMPARE(bytes.size(), part.bytes);
        QVERIFY(bytes.startsWith("Name,Note\n"));
        joined += bytes.mid(10);
        const auto own = m_ledger->membersOf(part.number)->records;
        QCOMPARE(static_cast<qint64>(own.size()), part.rows);
        records.insert(records.end(), own.begin(), own.end());
        QCOMPARE(QFile::permissions(part.file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    QCOMPARE(records.size(), 96U);
    QByteArray expected;
    for (const qint64 record : records) {
        QVERIFY(record != 3 && record != 50 && record != 51 && record != 100);
        expected += "name-" + QByteArray::number(record) + ",\"a note,\nin two lines\"\n";
    }
    QCOMPARE(joined, expected);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestPartPlanner::goesOnBehindTheLastPart()
{
    write(numbered(100));
    start();
    QVERIFY(planner()->next({}));
    QVERIFY(planner()->next({}));
    qint64 rows = 0;
    qint64 last = 0;
    for (const PartRecord &part : allParts()) {
        QCOMPARE(part.firstRecord, last + 1);
        last = part.lastRecord;
        rows += part.rows;
    }
    QCOMPARE(rows, 100);
    QVERIFY(*m_ledger->walkedWhole());
}

void TestPartPlanner::aRowLargerThanAPartIsAPart()
{
    write("Name,Note\na,b\nlarge," + QByteArray(3000, 'x') + "\nc,d\n");
    start();
    const auto parts = allParts();
    QCOMPARE(parts.size(), 3U);
    QCOMPARE(parts[1].rows, 1);
    QVERIFY(parts[1].bytes > 3000);
}

/// With its header it would be 10,001 bytes; the service takes 10,000.
void TestPartPlanner::aRowThatNoPartTakesIsLeftOut()
{
    const QByteArray fits = "large," + QByteArray(10'000 - 10 - 7, 'x') + '\n';
    write("Name,Note\na,b\n" + fits + "x" + fits + "c,d\n");
    start();
    QVERIFY(planner()->next({}));
    const auto parts = allParts(); // by another planner, which meets the row again
    QCOMPARE(parts.size(), 3U);
    QCOMPARE(parts[1].bytes, 10'000);
    QCOMPARE(contents(parts[2].file), "Name,Note\nc,d\n"_ba);
    QCOMPARE(m_ledger->tally()->of(Outcome::LeftOut), 1);
    QVERIFY(QFile::remove(parts[2].file));
    QVERIFY(planner()->spoolAgain(parts[2], {}));
    QCOMPARE(contents(parts[2].file), "Name,Note\nc,d\n"_ba);
}

void TestPartPlanner::aFileThatChangesIsNotReadOn_data()
{
    QTest::addColumn<bool>("longer");
    QTest::newRow("longer") << true;
    QTest::newRow("written over") << false;
}

void TestPartPlanner::aFileThatChangesIsNotReadOn()
{
    QFETCH(bool, longer);
    write(numbered(100));
    start();
    const auto cutting = planner();
    QVERIFY(cutting->next({}));
    QFile source(m_folder->filePath(u"source.csv"_s));
    if (longer) {
        QVERIFY(source.open(QIODevice::Append));
        source.write("another,row\n");
    } else {
        const QDateTime before = source.fileTime(QFileDevice::FileModificationTime);
        QVERIFY(source.open(QIODevice::ReadWrite));
        source.seek(source.size() / 2);
        source.write("zzzz");
        QVERIFY(source.flush());
        QVERIFY(source.setFileTime(before.addSecs(1), QFileDevice::FileModificationTime));
    }
    source.close();
    const auto part = cutting->next({});
    QVERIFY(!part);
    QCOMPARE(part.error().kind, Error::Kind::BadInput);
    QVERIFY2(part.error().sentence.contains(u"source.csv"_s), qPrintable(part.error().sentence));
    QCOMPARE(m_ledger->parts()->size(), 1U);
    QCOMPARE(QDir(m_ledger->folder()).entryList({ u"part-*"_s }), QStringList { u"part-00001"_s });
}

void TestPartPlanner::aFileThatGoesIsNotReadOn()
{
    write(numbered(100));
    start();
    const auto cutting = planner();
    QVERIFY(cutting->next({}));
    QVERIFY(QFile::remove(m_folder->filePath(u"source.csv"_s)));
    const auto part = cutting->next({});
    QVERIFY(!part);
    QCOMPARE(part.error().kind, Error::Kind::BadInput);
    QCOMPARE(m_ledger->parts()->size(), 1U);
}

void TestPartPlanner::stoppedInMidPartLeavesNothing()
{
    write(numbered(100));
    start();
    std::stop_source stop;
    stop.request_stop();
    const auto part = planner()->next(stop.get_token());
    QVERIFY(!part);
    QVERIFY(part.error().cancelled());
    QCOMPARE(QDir(m_ledger->folder()).entryList({ u"part-*"_s }), QStringList());
}

void TestPartPlanner::makesALostPartAgain()
{
    write(numbered(100));
    start({ 7, 30 });
    const auto parts = allParts();
    for (const PartRecord &part : parts) {
        const QByteArray before = contents(part.file);
        QVERIFY(PartPlanner::isSpooled(part));
        QVERIFY(QFile::resize(part.file, part.bytes / 2));
        QVERIFY(!PartPlanner::isSpooled(part));
        QVERIFY(planner()->spoolAgain(part, {}));
        QCOMPARE(contents(part.file), before);
        QVERIFY(QFile::remove(part.file));
        QVERIFY(planner()->spoolAgain(part, {}));
        QCOMPARE(contents(part.file), before);
    }
}

void TestPartPlanner::makesNoPartAgainFromAnotherFile()
{
    write(numbered(100));
    start();
    const PartRecord part = allParts()[1];
    QVERIFY(QFile::remove(part.file));
    write(numbered(101));
    const auto again = planner()->spoolAgain(part, {});
    QVERIFY(!again);
    QVERIFY(!again.error().sentence.isEmpty());
    QVERIFY(!QFile::exists(part.file));
}

QTEST_GUILESS_MAIN(TestPartPlanner)
#include "test_part_planner.moc"
