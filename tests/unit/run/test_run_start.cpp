#include "app/run/part_planner.h"
#include "app/run/run_source.h"
#include "app/run/run_start.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

/// It has small calls as well, which cannot set every field.
class TwoWays : public testing::ToyService {
public:
    TwoWays()
        : ToyService(100)
    {
    }
    std::vector<JobKind> jobKinds() const override
    {
        std::vector<JobKind> kinds = ToyService::jobKinds();
        kinds.push_back(kinds.front());
        kinds.back().id = u"small"_s;
        kinds.back().bestUpTo = 300;
        return kinds;
    }
    bool sets(const JobKind &kind, const QStringList &fields) const override
    {
        return kind.id != u"small" || !fields.contains(u"Note"_s);
    }
    JobKind kindFor(const JobKind &kind, const Target &target) const override
    {
        JobKind made = kind;
        made.inFlight = target.options.value(u"list"_s).isUndefined() ? 9 : 1;
        return made;
    }
};

/// Records without fixed fields, whose keys may be made of file and row.
class MadeKeys : public testing::ToyService {
public:
    MadeKeys()
        : ToyService(1'000)
    {
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        auto schema = ToyService::schemaFrom(document);
        Field key;
        key.name = u"$key"_s;
        key.key = key.creatable = true;
        key.madeOfRow = u"Made from this file and the row"_s;
        schema->fields.push_back(key);
        schema->settled = { { u"api"_s, u"v3"_s } };
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().operations = { Operation::Upsert };
        return kinds;
    }
    bool takes(const JobKind &kind, const Target &target) const override
    {
        return ToyService::takes(kind, target) && target.options[u"api"].toString() == u"v3";
    }
};

} // namespace

/// What Start freezes, and what a run finds when it is taken up again: the file it was planned for, or
/// another.
class TestRunStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatThePersonLeftOut();
    void refusesWhenNoRowIsLeft();
    void takesUpTheFileAgain_data();
    void takesUpTheFileAgain();
    void goesOnWithACopyThatIsTheSame();
    void noticesOneByteUnderTheOldDate();
    void aStopEndsTheLook();
    void withoutAHashTheDateCounts();
    void ownReasonsAreToldInTheLanguageOfNow();
    void theWayOfSendingSetsAllFields();
    void keysAreMadeOfTheFile_data();
    void keysAreMadeOfTheFile();
    void whatLeavesNoChoiceIsSettled();

private:
    QString path() const { return m_folder->filePath(u"source.csv"_s); }
    void write(const QByteArray &bytes, const QDateTime &modified);
    std::unique_ptr<Ledger> started(const std::vector<qint64> &leftOut = {});
    Draft draft() const;

    testing::ToyService m_service { 100 };
    std::unique_ptr<QTemporaryDir> m_folder;
    const QDateTime m_then { QDate(2026, 11, 1), QTime(12, 0), Qt::UTC };
    const QByteArray m_bytes = "Name,Note\na,1\nb,2\nc,3\nd,4\ne,5\nf,6\n" + QByteArray(300, 'g') + ",7\n";
};

void TestRunStart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(m_bytes, m_then);
}

void TestRunStart::write(const QByteArray &bytes, const QDateTime &modified)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.flush());
    QVERIFY(file.setFileTime(modified, QFileDevice::FileModificationTime));
}

Draft TestRunStart::draft() const
{
    Draft draft;
    draft.file = path();
    draft.stamp = FileStamp::of(path());
    draft.dialect.headerRecord = 0;
    draft.header = { u"Name"_s, u"Note"_s };
    for (const QString &field : draft.header) {
        ColumnMapping column;
        column.column = field;
        column.field = field;
        draft.mapping.columns.push_back(column);
    }
    return draft;
}

/// The second row has a problem, and the person leaves \a leftOut out.
std::unique_ptr<Ledger> TestRunStart::started(const std::vector<qint64> &leftOut)
{
    Draft draft = this->draft();
    auto check = checkRows(draft, *m_service.schemaFrom({}), {}, {});
    if (!check)
        qFatal("%s", qPrintable(check.error().sentence));
    ProblemGroup group;
    group.rule = Rule::TooLong;
    group.records = { 2 };
    check->groups.push_back(group);
    check->problemRecords = { 2 };
    draft.leftOut = leftOut;
    auto ledger = startRun(m_folder->filePath(u"runs"_s), draft, {}, m_service, {}, *check, m_then);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().sentence));
    return std::move(*ledger);
}

void TestRunStart::keepsWhatThePersonLeftOut()
{
    const auto ledger = started({ 2, 4, 5 });
    QCOMPARE(ledger->plan().draft.leftOut, (std::vector<qint64> { 2, 4, 5 }));
    QCOMPARE(ledger->tally()->of(Outcome::LeftOut), 3);
    const auto planner = PartPlanner::open(*ledger, m_service, *m_service.schemaFrom({}));
    QVERIFY(planner);
    std::vector<qint64> sent;
    for (auto next = (*planner)->next({}); next->says == PlannedPart::Says::Part;
         next = (*planner)->next({})) {
        const auto members = ledger->membersOf(next->part.number);
        QVERIFY(members);
        sent.insert(sent.end(), members->records.begin(), members->records.end());
    }
    QCOMPARE(sent, (std::vector<qint64> { 1, 3, 6, 7 }));
    QCOMPARE(*ledger->brokenInvariant(), QString());
}

void TestRunStart::refusesWhenNoRowIsLeft()
{
    Draft draft = this->draft();
    const auto check = checkRows(draft, *m_service.schemaFrom({}), {}, {});
    QVERIFY(check);
    draft.leftOut = { 1, 2, 3, 4, 5, 6, 7 };
    const auto ledger = startRun(m_folder->filePath(u"runs"_s), draft, {}, m_service, {}, *check, m_then);
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, Error::Kind::BadInput);
}

void TestRunStart::takesUpTheFileAgain_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("later"); // seconds
    QTest::addColumn<bool>("fine");
    QTest::newRow("as it was") << m_bytes << 0 << true;
    QTest::newRow("touched") << m_bytes << 10 << true;
    QTest::newRow("an older date") << m_bytes << -10 << true;
    QTest::newRow("another byte, the same date") << QByteArray(m_bytes).replace("b,2", "b,9") << 0 << false;
    QTest::newRow("another byte") << QByteArray(m_bytes).replace("b,2", "b,9") << 10 << false;
    QTest::newRow("longer") << m_bytes + "h,8\n" << 10 << false;
    QTest::newRow("empty") << QByteArray() << 0 << false;
}

void TestRunStart::takesUpTheFileAgain()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, later);
    QFETCH(bool, fine);
    const auto ledger = started();
    QVERIFY(ledger->plan().contentHash != 0);
    write(bytes, m_then.addSecs(later));
    const auto draft = draftTakenUpAgain(ledger->plan(), ledger->folder(), {});
    QCOMPARE(draft.has_value(), fine);
    if (fine) {
        QCOMPARE(draft->stamp, FileStamp::of(path()));
    } else {
        QCOMPARE(draft.error().kind, Error::Kind::BadInput);
        QVERIFY(draft.error().sentence.contains(u"source.csv"_s));
    }
}

/// The file is moved away and comes back from a copy, with a date of its own, between two parts.
void TestRunStart::goesOnWithACopyThatIsTheSame()
{
    const auto ledger = started();
    {
        const auto planner = PartPlanner::open(*ledger, m_service, *m_service.schemaFrom({}));
        QVERIFY((*planner)->next({}));
    }
    QVERIFY(QFile::remove(path()));
    const auto planner = PartPlanner::open(*ledger, m_service, *m_service.schemaFrom({}));
    auto next = (*planner)->next({});
    QVERIFY(!next);
    QCOMPARE(next.error().kind, Error::Kind::BadInput);
    write(m_bytes, m_then.addDays(1));
    next = (*planner)->next({});
    QVERIFY(next);
    while (next && next->says == PlannedPart::Says::Part)
        next = (*planner)->next({});
    QVERIFY(next);
    QVERIFY(*ledger->walkedWhole());
    qint64 records = 0;
    const auto parts = ledger->parts();
    QVERIFY(parts);
    for (const PartRecord &part : *parts)
        records += part.records;
    QCOMPARE(records, 6);
}

void TestRunStart::noticesOneByteUnderTheOldDate()
{
    const auto ledger = started();
    {
        const auto planner = PartPlanner::open(*ledger, m_service, *m_service.schemaFrom({}));
        QVERIFY((*planner)->next({}));
    }
    write(QByteArray(m_bytes).replace("f,6", "f,9"), m_then);
    const auto planner = PartPlanner::open(*ledger, m_service, *m_service.schemaFrom({}));
    const auto next = (*planner)->next({});
    QVERIFY(!next);
    QVERIFY(next.error().sentence.contains(u"source.csv"_s));
    const PartRecord part = ledger->parts()->front();
    QVERIFY(QFile::remove(part.file));
    QVERIFY(!(*planner)->spoolAgain(part, {}));
    QVERIFY(!QFile::exists(part.file));
    QCOMPARE(ledger->parts()->size(), 1U);
}

void TestRunStart::aStopEndsTheLook()
{
    const auto ledger = started();
    std::stop_source stop;
    stop.request_stop();
    const auto draft = draftTakenUpAgain(ledger->plan(), ledger->folder(), stop.get_token());
    QVERIFY(!draft);
    QVERIFY(draft.error().cancelled());
}

void TestRunStart::withoutAHashTheDateCounts()
{
    RunPlan plan = started()->plan();
    plan.contentHash = 0;
    QVERIFY(draftTakenUpAgain(plan, m_folder->path(), {}));
    write(m_bytes, m_then.addSecs(10));
    QVERIFY(!draftTakenUpAgain(plan, m_folder->path(), {}));
}

void TestRunStart::ownReasonsAreToldInTheLanguageOfNow()
{
    Schema schema;
    Field name;
    name.name = u"LastName"_s;
    name.label = u"Last name"_s;
    name.length = 80;
    schema.fields = { name };
    const auto told = [&](const QString &code, const QString &field) {
        return explainReason(m_service, schema,
                             { .code = ownReasonPrefix + code, .field = field, .text = u"damals gesagt"_s })
            .sentence;
    };
    QCOMPARE(told(u"requiredEmpty"_s, name.name), u"Last name is empty"_s);
    QCOMPARE(told(u"tooLong"_s, name.name), u"Last name is too long (at most 80 characters)"_s);
    QCOMPARE(told(u"raggedRow"_s, {}), u"More or fewer cells than the header"_s);
    // What cannot be made again stays as it was said.
    QCOMPARE(told(u"requiredEmpty"_s, u"Gone__c"_s), u"damals gesagt"_s);
    QCOMPARE(told(u"rowTooLarge"_s, {}), u"damals gesagt"_s);
}

void TestRunStart::theWayOfSendingSetsAllFields()
{
    const TwoWays service;
    Target target = draft().target;
    const auto kindOf = [&](const QStringList &fields, const QString &wanted = {}) {
        return kindFor(service, target, 7, wanted, fields);
    };
    QCOMPARE(kindOf({ u"Name"_s })->id, u"small"_s);
    QCOMPARE(kindOf({ u"Name"_s, u"Note"_s })->id, u"toy"_s);
    QCOMPARE(kindOf({ u"Name"_s, u"Note"_s }, u"toy"_s)->id, u"toy"_s);
    const auto cannot = kindOf({ u"Note"_s }, u"small"_s);
    QVERIFY(!cannot);
    QCOMPARE(cannot.error().kind, Error::Kind::BadInput);
    QVERIFY2(cannot.error().sentence.contains(u"fields"), qPrintable(cannot.error().sentence));
    QCOMPARE(kindOf({})->inFlight, 9);
    target.options[u"list"_s] = u"7"_s;
    QVERIFY2(kindOf({})->inFlight == 1, "as it is for this import");

    CheckResult check;
    check.rows = 7;
    const auto ledger = startRun(m_folder->filePath(u"ways"_s), draft(), {}, service, "{}", check, m_then);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
    QCOMPARE((*ledger)->plan().fields, (QStringList { u"Name"_s, u"Note"_s }));
    QCOMPARE((*ledger)->plan().kind, u"toy"_s);
}

void TestRunStart::keysAreMadeOfTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("keys");
    QTest::newRow("plain") << u"/a/orders_2026.csv"_s << u"orders_2026-0000beef"_s;
    QTest::newRow("with blanks") << u"/a/Spring  fair (final).xlsx"_s << u"Spring-fair-final-0000beef"_s;
    QTest::newRow("in other letters") << u"/a/\u8a02\u55ae.csv"_s << u"rows-0000beef"_s;
    QTest::newRow("long") << u"/a/%1.csv"_s.arg(QString(200, u'x')) << QString(60, u'x') + u"-0000beef"_s;
}

void TestRunStart::keysAreMadeOfTheFile()
{
    QFETCH(QString, file);
    const Schema schema = *MadeKeys().schemaFrom({});
    Draft draft = this->draft();
    draft.file = file;
    draft.target.operation = Operation::Upsert;
    const quint64 hash = 0x1234'5678'0000'BEEF;
    QTEST(frozenTarget(draft, schema, hash).madeKeys, "keys");
    draft.target.keyField = u"$key"_s; // a column has them
    QCOMPARE(frozenTarget(draft, schema, hash).madeKeys, QString());
    draft.target.keyField.clear();
    QCOMPARE(frozenTarget(draft, *m_service.schemaFrom({}), hash).madeKeys, QString());
}

void TestRunStart::whatLeavesNoChoiceIsSettled()
{
    const MadeKeys service;
    Draft draft = this->draft();
    draft.target.operation = Operation::Upsert;
    draft.target.options = { { u"scope"_s, u"contact"_s }, { u"api"_s, u"v2"_s } };
    const auto check = checkRows(draft, *service.schemaFrom({}), {}, {});
    QVERIFY(check);
    const auto ledger = startRun(m_folder->filePath(u"runs"_s), draft, {}, service, {}, *check, m_then);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
    const Target &target = (*ledger)->plan().draft.target;
    QCOMPARE(target.options, (QJsonObject { { u"scope"_s, u"contact"_s }, { u"api"_s, u"v3"_s } }));
    QVERIFY2(target.madeKeys.startsWith(u"source-"), qPrintable(target.madeKeys));
    QCOMPARE(target.madeKeys.size(), 7 + 8);
    QVERIFY(!(*ledger)->plan().fields.contains(u"$key"_s));
}

QTEST_GUILESS_MAIN(TestRunStart)
#include "test_run_start.moc"
