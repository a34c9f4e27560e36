#include "app/run/key_plan.h"
#include "app/run/ledger_reader.h"
#include "app/run/part_planner.h"
#include "app/run/run_start.h"
#include "app/run/written_parts.h"
#include "tests/unit/run/grouping_service.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <random>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// Rows that form records, wherever in the file they stand, held against a model that has all of it in
/// memory: each record whole, once, in one part, in the same parts for plan and run and wherever a run is
/// interrupted.
class TestRecordGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRecordIsWhole_data();
    void everyRecordIsWhole();
    void withoutRepeatsNothingIsDifferent();
    void keysThatDifferInCaseAreTwoRecords();
    void rowsLeftOutByHandLeaveTheOthers();
    void aRecordThatIsTooLargeIsLeftOutWhole();
    void onlyTheRecordItselfIsMeasured();
    void aRowThatIsTooLargeTakesItsRecordWithIt();
    void furtherAttemptsTakeWholeRecords();
    void aRecordThatWasSplitOffIsWrittenAgain();
    void manyRowsOfOneKeyEnd();
    void largeFirstRowsAreNotAllKeptInMind();

private:
    struct Made {
        PartRecord part;
        PartMembers members;
        QByteArray bytes;
    };

    void write(const QByteArray &bytes);
    Draft draft(const std::vector<qint64> &leftOut) const;
    void start(const Service &service, const std::vector<qint64> &leftOut = {});
    std::vector<Made> make(const Service &service, bool interrupted = false);
    RowOutcome outcomeOf(qint64 record) const;
    static QByteArray contents(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
    int m_runs = 0;
};

namespace {

using testing::GroupingService;

struct LineRow {
    QByteArray key;
    QByteArray head;
    QByteArray line;
};

std::vector<LineRow> randomLines(std::mt19937 &random, int count)
{
    std::vector<LineRow> rows;
    for (int row = 0; row < count; ++row) {
        const auto choice = random() % 100;
        QByteArray key = "K-" + QByteArray::number(random() % 60);
        if (choice < 30)
            key = "single-" + QByteArray::number(row);
        else if (choice < 35)
            key = "many";
        else if (choice < 40)
            key.clear(); // Check has something against it; here it is a record of its own
        else if (choice < 45)
            key = key.toLower();
        rows.push_back({ key, QByteArray(static_cast<qsizetype>(random() % 9), 'h'),
                         choice % 11 == 0 ? QByteArray() : "line" + QByteArray::number(row) });
    }
    return rows;
}

QByteArray fileOf(const std::vector<LineRow> &rows)
{
    QByteArray bytes = "Name,Note\n";
    for (const LineRow &row : rows)
        bytes += row.key + ',' + row.head + (row.line.isEmpty() ? "" : "/" + row.line) + '\n';
    return bytes;
}

/// The record that \a rows of a file form.
QByteArray recordOf(const std::vector<LineRow> &file, const std::vector<qint64> &rows)
{
    const LineRow &first = file[static_cast<std::size_t>(rows.front()) - 1];
    QByteArrayList lines;
    for (const qint64 record : rows) {
        const LineRow &row = file[static_cast<std::size_t>(record) - 1];
        if (!row.line.isEmpty())
            lines << row.line;
    }
    return first.key + '|' + first.head + ':' + lines.join(',');
}

RowOutcome said(qint64 record, Outcome outcome)
{
    return { .record = record, .outcome = outcome, .reason = {}, .recordId = {} };
}

std::vector<qint64> rowsOf(const PartMembers &members, qint64 leader)
{
    std::vector<qint64> rows { leader };
    for (const PartMembers::Follower &follower : members.followers) {
        if (follower.of == leader)
            rows.push_back(follower.record);
    }
    return rows;
}

} // namespace

void TestRecordGroups::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRecordGroups::write(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"source.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestRecordGroups::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Draft TestRecordGroups::draft(const std::vector<qint64> &leftOut) const
{
    Draft draft;
    draft.file = m_folder->filePath(u"source.csv"_s);
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect.headerRecord = 0;
    draft.header = { u"Name"_s, u"Note"_s };
    draft.target.operation = Operation::Upsert;
    draft.target.keyField = u"Name"_s;
    draft.target.list = u"lines"_s;
    draft.leftOut = leftOut;
    for (const QString &field : draft.header) {
        ColumnMapping column;
        column.column = field;
        column.field = field;
        draft.mapping.columns.push_back(column);
    }
    return draft;
}

void TestRecordGroups::start(const Service &service, const std::vector<qint64> &leftOut)
{
    RunPlan plan;
    plan.id = u"run-%1"_s.arg(++m_runs);
    plan.kind = service.jobKinds().front().id;
    plan.draft = draft(leftOut);
    plan.fields = plan.draft.header;
    plan.rows = contents(plan.draft.file).count('\n') - 1;
    std::vector<RowOutcome> outcomes;
    for (const qint64 record : leftOut)
        outcomes.push_back({ .record = record, .outcome = Outcome::LeftOut, .reason = {}, .recordId = {} });
    m_ledger.reset();
    auto ledger = Ledger::create(m_folder->path(), plan, outcomes);
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
}

/// \a interrupted: the planner is another one for each part.
std::vector<TestRecordGroups::Made> TestRecordGroups::make(const Service &service, bool interrupted)
{
    std::vector<Made> made;
    std::unique_ptr<PartPlanner> planner;
    for (;;) {
        if (!planner) {
            auto opened = PartPlanner::open(*m_ledger, service, *service.schemaFrom({}));
            if (!opened)
                qFatal("%s", qPrintable(opened.error().sentence));
            planner = std::move(*opened);
        }
        const auto next = planner->next({});
        if (!next)
            qFatal("%s (%s)", qPrintable(next.error().sentence), qPrintable(next.error().detail));
        if (next->says == PlannedPart::Says::End)
            return made;
        if (next->says != PlannedPart::Says::Part)
            continue;
        made.push_back({ .part = next->part,
                         .members = *m_ledger->membersOf(next->part.number),
                         .bytes = contents(next->part.file) });
        if (interrupted)
            planner.reset();
    }
}

RowOutcome TestRecordGroups::outcomeOf(qint64 record) const
{
    const auto reader = LedgerReader::open(m_ledger->folder());
    const auto rows
        = reader ? (*reader)->outcomes(std::vector<qint64> { record }) : Result<std::vector<RowOutcome>>();
    return rows && !rows->empty() ? rows->front() : said(record, Outcome::NotSent);
}

void TestRecordGroups::everyRecordIsWhole_data()
{
    QTest::addColumn<int>("maxRecords");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("%d", seed) << (seed % 2 == 0 ? 7 : 0) << seed;
}

void TestRecordGroups::everyRecordIsWhole()
{
    QFETCH(int, maxRecords);
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const std::vector<LineRow> rows = randomLines(random, 300);
    write(fileOf(rows));
    const GroupingService service(400, 4000, maxRecords);
    start(service);
    const std::vector<Made> parts = make(service);
    QVERIFY(parts.size() > 5);

    std::map<QByteArray, std::vector<qint64>> model; // by key, and each row without one
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const QByteArray &key = rows[row].key;
        model[key.isEmpty() ? " " + QByteArray::number(row) : key].push_back(static_cast<qint64>(row) + 1);
    }
    std::map<qint64, std::vector<qint64>> expected; // by first row
    for (const auto &[key, records] : model)
        expected[records.front()] = records;

    std::map<qint64, std::vector<qint64>> made;
    qint64 before = 0; // of records of several rows: in the order of their first rows
    for (const Made &one : parts) {
        QByteArrayList records;
        for (const qint64 leader : one.members.records) {
            const std::vector<qint64> own = rowsOf(one.members, leader);
            QVERIFY(made.emplace(leader, own).second);
            records << recordOf(rows, own);
            if (own.size() > 1) {
                QVERIFY(leader > before);
                before = leader;
            }
        }
        QCOMPARE(one.bytes, "<<" + records.join(';') + ">>>");
        QCOMPARE(one.part.records, static_cast<qint64>(one.members.records.size()));
        QCOMPARE(one.part.rows,
                 static_cast<qint64>(one.members.records.size() + one.members.followers.size()));
        QVERIFY(one.part.bytes <= 400 || one.part.records == 1);
        if (maxRecords > 0)
            QVERIFY(one.part.records <= maxRecords);
    }
    QCOMPARE(made, expected);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
    const Tally tally = *m_ledger->tally();
    QCOMPARE(tally.of(Outcome::NotSent), static_cast<qint64>(rows.size()));
    QCOMPARE(tally.recordsOf(Outcome::NotSent), static_cast<qint64>(expected.size()));

    // The plan shows the same parts, and so does a run that is interrupted at each of them.
    const auto schema = *service.schemaFrom({});
    const JobKind kind = service.jobKinds().front();
    RecordPass pass(draft({}), schema, service.makeEncoder(kind, {}, {}, schema),
                    { .mostPartBytes = kind.maxBodyBytes, .blockBytes = 512 });
    PartLimits limits = PartLimits::of(kind);
    const auto schedule = scheduleRows(pass, kind, limits, {}, {});
    QVERIFY(schedule);
    const QString folder = m_folder->filePath(u"parts"_s);
    const auto written = writeParts(pass, *schedule, limits, folder, u"txt"_s, {});
    QVERIFY(written);
    QCOMPARE(written->leftOut, 0);
    QCOMPARE(written->parts.size(), parts.size());
    start(service);
    const std::vector<Made> again = make(service, true);
    QCOMPARE(again.size(), parts.size());
    for (std::size_t index = 0; index < parts.size(); ++index) {
        QCOMPARE(contents(folder + u'/' + written->parts[index].file), parts[index].bytes);
        QCOMPARE(written->parts[index].records, parts[index].part.records);
        QCOMPARE(written->parts[index].rows, parts[index].part.rows);
        QCOMPARE(again[index].bytes, parts[index].bytes);
        QCOMPARE(again[index].members, parts[index].members);
        QCOMPARE(again[index].part.hash, parts[index].part.hash);
    }
    // A file that is lost is written again as it was.
    const auto planner = PartPlanner::open(*m_ledger, service, schema);
    QVERIFY(planner);
    for (const Made &one : again) {
        QVERIFY(QFile::remove(one.part.file));
        const auto spooled = (*planner)->spoolAgain(one.part, {});
        QVERIFY2(spooled, spooled ? "" : qPrintable(spooled.error().sentence));
        QCOMPARE(contents(one.part.file), one.bytes);
    }
}

void TestRecordGroups::withoutRepeatsNothingIsDifferent()
{
    write("Name,Note\na,x/1\nb,y/2\nc,z/3\n");
    const GroupingService service(400);
    start(service);
    const auto parts = make(service);
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts.front().bytes, "<<a|x:1;b|y:2;c|z:3>>>");
    QVERIFY(parts.front().members.followers.empty());
}

void TestRecordGroups::keysThatDifferInCaseAreTwoRecords()
{
    write("Name,Note\na1,x/1\nA1,y/2\n a1,z/3\n");
    const GroupingService service(400);
    start(service);
    const auto parts = make(service);
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(parts[0].bytes, "<<A1|y:2>>>");
    QCOMPARE(parts[1].bytes, "<<a1|x:1,3>>>");
}

void TestRecordGroups::rowsLeftOutByHandLeaveTheOthers()
{
    write("Name,Note\na,x/1\nb,y/2\na,z/3\na,z/4\nb,y/5\n");
    const GroupingService service(400);
    start(service, { 1, 5 });
    const auto parts = make(service);
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(parts[0].bytes, "<<b|y:2>>>");
    QCOMPARE(parts[1].bytes, "<<a|z:3,4>>>");
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestRecordGroups::aRecordThatIsTooLargeIsLeftOutWhole()
{
    QByteArray bytes = "Name,Note\na,x/1\n";
    for (int row = 0; row < 30; ++row)
        bytes += (row % 3 == 0 ? "small,h/" : "big,h/") + QByteArray(15, 'l') + '\n';
    write(bytes);
    const GroupingService service(200, 300); // twenty lines of 16 are more
    start(service);
    const auto parts = make(service, true);
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(parts[0].bytes, "<<a|x:1>>>");
    QCOMPARE(parts[1].part.rows, 10);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
    const Tally tally = *m_ledger->tally();
    QCOMPARE(tally.of(Outcome::LeftOut), 20);
    QCOMPARE(outcomeOf(3).reason.code, QString(ownReasonPrefix + u"recordTooLarge"_s));
    QCOMPARE(outcomeOf(2).outcome, Outcome::NotSent);
    QVERIFY(*m_ledger->walkedWhole());

    const auto schema = *service.schemaFrom({});
    const JobKind kind = service.jobKinds().front();
    RecordPass pass(draft({}), schema, service.makeEncoder(kind, {}, {}, schema),
                    { .leaveOutProblems = true, .mostPartBytes = kind.maxBodyBytes });
    const auto schedule = scheduleRows(pass, kind, PartLimits::of(kind), {}, {});
    QVERIFY(schedule);
    const auto written
        = writeParts(pass, *schedule, PartLimits::of(kind), m_folder->filePath(u"p"_s), u"txt"_s, {});
    QVERIFY(written);
    QCOMPARE(written->parts.size(), 2U);
    QCOMPARE(written->leftOut, 20);
}

/// Each row brings the head along, which the record has once.
void TestRecordGroups::onlyTheRecordItselfIsMeasured()
{
    const QByteArray head(100, 'h');
    QByteArray bytes = "Name,Note\nk," + head + '\n'; // the first row has no line
    for (int row = 0; row < 20; ++row)
        bytes += "k," + head + "/line" + QByteArray::number(row % 10) + '\n';
    write(bytes);
    QByteArrayList lines;
    for (int row = 0; row < 20; ++row)
        lines << "line" + QByteArray::number(row % 10);
    const QByteArray expected = "<<k|" + head + ':' + lines.join(',') + ">>>";
    const GroupingService fits(100, expected.size());
    start(fits);
    const auto parts = make(fits);
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts[0].bytes, expected);
    const GroupingService tooSmall(100, expected.size() - 1);
    start(tooSmall);
    QVERIFY(make(tooSmall).empty());
    QCOMPARE(m_ledger->tally()->of(Outcome::LeftOut), 21);
}

void TestRecordGroups::aRowThatIsTooLargeTakesItsRecordWithIt()
{
    write("Name,Note\na,x/1\nb,y/2\na,z/" + QByteArray(500, 'l') + "\na,z/4\n");
    const GroupingService service(100, 200);
    start(service);
    const auto parts = make(service);
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts[0].bytes, "<<b|y:2>>>");
    QCOMPARE(m_ledger->tally()->of(Outcome::LeftOut), 3);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestRecordGroups::furtherAttemptsTakeWholeRecords()
{
    write("Name,Note\na,x/1\nb,y/2\na,z/3\nc,z/4\nb,y/5\na,q/6\n");
    const GroupingService service(400);
    start(service);
    const auto parts = make(service); // c; a with rows 1, 3, 6 and b with 2, 5
    QCOMPARE(parts.size(), 2U);
    QVERIFY(m_ledger->settle(1, { said(4, Outcome::Failed) }, 0));
    QVERIFY(m_ledger->settle(2, { said(1, Outcome::Failed), said(2, Outcome::In) }, 0));
    Tally tally = *m_ledger->tally();
    QCOMPARE(tally.of(Outcome::Failed), 4);
    QCOMPARE(tally.recordsOf(Outcome::Failed), 2);
    QCOMPARE(tally.recordsOf(Outcome::In), 1);

    const AttemptWish wish { .outcomes = { Outcome::Failed },
                             .records = std::vector<qint64> { 3 } }; // one line of an order
    QCOMPARE(*m_ledger->recordsFor(wish), (std::vector<qint64> { 1, 3, 6 }));
    const auto attempt = m_ledger->beginAttempt(wish, {});
    QVERIFY(attempt);
    QCOMPARE(attempt->rows, 3);
    tally = *m_ledger->tally();
    QCOMPARE(tally.of(Outcome::Failed), 1);
    QCOMPARE(tally.recordsOf(Outcome::Failed), 1);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
    const auto again = make(service, true);
    QCOMPARE(again.size(), 1U);
    QCOMPARE(again.front().bytes, "<<a|x:1,3,6>>>");
    QVERIFY(m_ledger->settle(3, { said(1, Outcome::Failed) }, 0));
    QCOMPARE(m_ledger->tally()->recordsOf(Outcome::Failed), 2);
    QCOMPARE(*m_ledger->recordsFor({ .outcomes = { Outcome::Failed }, .records = std::vector<qint64> { 6 } }),
             (std::vector<qint64> { 1, 3, 6 }));
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestRecordGroups::aRecordThatWasSplitOffIsWrittenAgain()
{
    write("Name,Note\na,x/1\nb,y/2\na,z/3\nc,z/4\nb,y/5\nc,q/6\n");
    const GroupingService service(400);
    start(service);
    QCOMPARE(make(service).size(), 1U);
    const auto rest = m_ledger->settleAndSplit(1, { said(2, Outcome::Failed) });
    QVERIFY(rest);
    QCOMPARE(rest->size(), 1U);
    const auto planner = PartPlanner::open(*m_ledger, service, *service.schemaFrom({}));
    QVERIFY(planner);
    const auto spooled = (*planner)->spoolAgain(rest->front(), {});
    QVERIFY2(spooled, spooled ? "" : qPrintable(spooled.error().sentence));
    QCOMPARE(contents(spooled->file), "<<a|x:1,3;c|z:4,6>>>");
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestRecordGroups::manyRowsOfOneKeyEnd()
{
    QByteArray bytes = "Name,Note\n";
    for (int row = 0; row < 20'000; ++row)
        bytes += "k,h/l\n";
    write(bytes);
    const GroupingService service(100'000);
    start(service);
    const auto parts = make(service);
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts.front().part.records, 1);
    QCOMPARE(parts.front().part.rows, 20'000);
    QVERIFY(m_ledger->settle(1, { said(1, Outcome::In) }, 0));
    QCOMPARE(m_ledger->tally()->recordsOf(Outcome::In), 1);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

/// What records come to is taken for more where their first rows are forgotten, never for less.
void TestRecordGroups::largeFirstRowsAreNotAllKeptInMind()
{
    constexpr int records = 25;
    const QByteArray head(1'000'000, 'h');
    QByteArray bytes = "Name,Note\n";
    for (int record = 0; record < records; ++record)
        bytes += "k" + QByteArray::number(record) + ',' + head + "/1\n";
    for (int record = 0; record < records; ++record)
        bytes += "k" + QByteArray::number(record) + ',' + QByteArray(100'000, 'x') + "/2\n";
    write(bytes);
    const GroupingService service(3'500'000, 50'000'000);
    start(service);
    const auto parts = make(service);
    qint64 made = 0;
    for (const Made &one : parts) {
        QVERIFY(one.part.bytes <= 3'500'000);
        QCOMPARE(one.bytes.count(":1,2"), one.part.records);
        made += one.part.records;
    }
    QCOMPARE(made, records);
    QVERIFY(parts.size() < 12);
}

QTEST_GUILESS_MAIN(TestRecordGroups)
#include "test_record_groups.moc"
