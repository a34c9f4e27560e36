#include "app/run/key_plan.h"
#include "app/run/ledger_reader.h"
#include "app/run/part_planner.h"
#include "app/run/record_lookup.h"
#include "app/run/run_start.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/run/toy_service.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace look_ups {

/// Updates by id what is looked up by e-mail. Field "Mail" is no key of it.
class LookUpService : public testing::ToyService {
public:
    LookUpService()
        : ToyService(2'000)
    {
    }

    Result<Schema> schemaFrom(const QByteArray &) const override
    {
        Schema schema;
        schema.fields = { field(u"Id"_s, FieldType::Id), field(u"Mail"_s, FieldType::Email),
                          field(u"Phone"_s, FieldType::Text), field(u"Size"_s, FieldType::Number) };
        schema.fields[1].searchable = true;
        schema.fields[3].searchable = true;
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().operations = { Operation::Update, Operation::Delete };
        kinds.front().repeatedKeys = { { Operation::Update, RepeatedKeys::Waves } };
        kinds.front().canKeepOld = canKeepOld;
        return kinds;
    }

    bool canKeepOld = false;

private:
    static Field field(const QString &name, FieldType type)
    {
        Field field;
        field.name = field.label = name;
        field.type = type;
        field.updatable = type != FieldType::Id;
        return field;
    }
};

/// What the service has, and how it is asked.
class LookUpSession : public ServiceSession {
public:
    Result<AccountFacts> test(std::stop_token) override { return AccountFacts(); }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override { return std::vector<ObjectInfo>(); }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return QByteArray(); }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return std::vector<Gauge>(); }
    int valuesAtOnce() const override { return atOnce; }
    Result<std::vector<RecordMatch>> find(const QString &object, const QString &field,
                                          const QStringList &values, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        ++calls;
        if (onCall)
            onCall();
        if (failures > 0) {
            --failures;
            return tl::unexpected(failure);
        }
        if (object != u"Contact" || (field != u"Mail" && field != u"Size"))
            qFatal("asked for %s.%s", qPrintable(object), qPrintable(field));
        asked << values;
        std::vector<RecordMatch> matches;
        for (const QString &value : values) {
            for (const RecordMatch &record : records(value))
                matches.push_back(record);
        }
        std::ranges::reverse(matches); // in any order
        return matches;
    }

    int atOnce = 3;
    int calls = 0;
    int failures = 0;
    Error failure {
        .kind = Error::Kind::Network, .sentence = u"No connection."_s, .detail = {}, .retryAfter = {}
    };
    std::function<void()> onCall;
    QStringList asked;
    /// By folded value.
    std::function<std::vector<RecordMatch>(const QString &value)> records;

private:
    QMutex m_mutex;
};

RecordMatch matchOf(const QString &value, const QString &id, int day = 1)
{
    return { .value = value, .id = id, .modified = QDateTime(QDate(2026, 11, day), QTime(8, 0), Qt::UTC) };
}

/// anna once, in the service's own spelling; twin twice; nobody else.
std::vector<RecordMatch> fewPeople(const QString &value)
{
    const QString folded = value.toLower();
    if (folded == u"anna@a.example")
        return { matchOf(u"Anna@A.Example"_s, u"003A"_s) };
    if (folded == u"second@a.example")
        return { matchOf(u"second@a.example"_s, u"003A"_s) };
    if (folded == u"twin@a.example")
        return { matchOf(folded, u"003T1"_s, 3), matchOf(folded, u"003T2"_s, 9),
                 matchOf(folded, u"003T3"_s, 5) };
    if (folded == u"7")
        return { matchOf(u"7.0"_s, u"003S"_s) };
    return {};
}

/// Writes \a bytes over what \a path has, \a fromEnd before its end.
void damage(const QString &path, qint64 fromEnd, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() - fromEnd)
        || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

constexpr qint64 entryBytes = 32; // offset, state, size, id
constexpr qint64 idBytes = 22;

} // namespace look_ups

using namespace look_ups;

/// Finding the records of rows by something that is no key of the service, and sending what was found.
class TestRecordLookUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatEachRowCameTo();
    void joinsNumbersByTheirValue();
    void manyRowsInManyBlocks();
    void sendsTheIdInPlaceOfTheValue();
    void oneRecordUnderTwoAddressesGoesInWaves();
    void aRunFreezesWhatWasFound();
    void aRunSendsOnlyRowsWithARecord();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void damageIsRefused_data();
    void damageIsRefused();
    void aRunTakenUpAgainRefusesDamage();
    void oldValuesAreKeptWhereTheyCanBe();
    void asksAgainWhatMayPass();
    void waitsForAnHoursAllowance();
    void tellsWhatDoesNotPass();
    void aStopLeavesNothing();

private:
    Draft draftOf(const QByteArray &bytes, const QString &key = u"Mail"_s);
    LookUpSum lookedUp(Draft &draft);
    CheckResult checked(const Draft &draft);
    Result<std::unique_ptr<Ledger>> started(const Draft &draft);
    std::unique_ptr<RecordPass> passOf(const Draft &draft, qint64 blockBytes = 0);
    QByteArray sent(const Draft &draft, qint64 blockBytes = 0);
    FoundState stateOf(const Draft &draft, qint64 record);

    LookUpService m_service;
    const Schema m_schema = *m_service.schemaFrom({});
    testing::FakeClock m_clock;
    std::unique_ptr<LookUpSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecordLookUp::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<LookUpSession>();
    m_session->records = fewPeople;
}

Draft TestRecordLookUp::draftOf(const QByteArray &bytes, const QString &key)
{
    QFile file(m_folder->filePath(u"people.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the source");
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect.headerRecord = 0;
    draft.header = { u"Tel"_s, u"Address"_s };
    draft.service = u"toy"_s;
    draft.account = u"Acme"_s;
    draft.target = { .object = u"Contact"_s, .operation = Operation::Update, .keyField = key };
    draft.mapping.columns.resize(2);
    draft.mapping.columns[0].column = draft.header[0];
    draft.mapping.columns[0].field = u"Phone"_s;
    draft.mapping.columns[1].column = draft.header[1];
    draft.mapping.columns[1].field = key;
    return draft;
}

LookUpSum TestRecordLookUp::lookedUp(Draft &draft)
{
    const QString path = m_folder->filePath(u"found"_s);
    const auto sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, {});
    if (!sum)
        qFatal("%s", qPrintable(sum.error().sentence));
    draft.found = path;
    return *sum;
}

CheckResult TestRecordLookUp::checked(const Draft &draft)
{
    const auto check = checkRows(draft, m_schema, {}, {});
    if (!check)
        qFatal("%s", qPrintable(check.error().sentence));
    return *check;
}

Result<std::unique_ptr<Ledger>> TestRecordLookUp::started(const Draft &draft)
{
    return startRun(m_folder->filePath(u"runs"_s), draft, {}, m_service, {}, checked(draft),
                    QDateTime::currentDateTimeUtc());
}

std::unique_ptr<RecordPass> TestRecordLookUp::passOf(const Draft &draft, qint64 blockBytes)
{
    return std::make_unique<RecordPass>(
        draft, m_schema,
        m_service.makeEncoder(m_service.jobKinds().front(), draft.target.sent(), fieldsOf(draft, m_schema),
                              m_schema),
        RecordPassOptions { .leaveOutProblems = true, .blockBytes = blockBytes });
}

QByteArray TestRecordLookUp::sent(const Draft &draft, qint64 blockBytes)
{
    const auto pass = passOf(draft, blockBytes);
    QByteArray bytes = pass->encoder().prologue();
    const auto end = pass->run({},
                               [&bytes](const EncodedRows &rows) -> Done {
                                   const std::string_view text = rows.bytes(rows.size());
                                   bytes.append(text.data(), static_cast<qsizetype>(text.size()));
                                   return {};
                               },
                               {});
    return end ? bytes : "error: " + end.error().sentence.toUtf8();
}

FoundState TestRecordLookUp::stateOf(const Draft &draft, qint64 record)
{
    auto found = FoundIds::open(draft, m_schema);
    const auto row = found ? found->ofRecord(record) : tl::unexpected(found.error());
    if (!row)
        qFatal("%s", qPrintable(row.error().detail));
    return row->state;
}

void TestRecordLookUp::tellsWhatEachRowCameTo()
{
    Draft draft = draftOf(
        "Tel,Address\n1, anna@a.example \n2,nobody@a.example\n\n3,TWIN@A.example\n4,\n5,no address\n"
        "6,ANNA@A.EXAMPLE\n7,twin@a.example\n");
    const LookUpSum sum = lookedUp(draft);
    QCOMPARE(sum.rows, 7);
    QCOMPARE(sum.once, 2);
    QCOMPARE(sum.none, 1);
    QCOMPARE(sum.several, 2);
    QCOMPARE(sum.blank, 1);
    QCOMPARE(sum.unfit, 1);
    QCOMPARE(sum.values, 3);
    QCOMPARE(sum.calls, 1);
    std::ranges::sort(m_session->asked);
    QCOMPARE(m_session->asked,
             (QStringList { u"TWIN@A.example"_s, u"anna@a.example"_s, u"nobody@a.example"_s }));
    const std::vector<FoundState> states { FoundState::NoRow, FoundState::Once,    FoundState::None,
                                           FoundState::NoRow, FoundState::Several, FoundState::Blank,
                                           FoundState::Unfit, FoundState::Once,    FoundState::Several,
                                           FoundState::NoRow };
    for (std::size_t record = 0; record < states.size(); ++record)
        QCOMPARE(int(stateOf(draft, static_cast<qint64>(record))), int(states[record]));

    const CheckResult check = checked(draft);
    const auto none = std::ranges::find(check.groups, Rule::NotFound, &ProblemGroup::rule);
    const auto several = std::ranges::find(check.groups, Rule::SeveralFound, &ProblemGroup::rule);
    QVERIFY(none != check.groups.end() && several != check.groups.end());
    QCOMPARE(none->records, (std::vector<qint64> { 2 }));
    QCOMPARE(several->records, (std::vector<qint64> { 4, 8 }));
    QCOMPARE(check.problemRecords, (std::vector<qint64> { 2, 4, 5, 6, 8 }));
    const auto notes = notesFor({ u"2"_s, u"nobody@a.example"_s }, draft, m_schema, 2);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(int(notes.front().rule), int(Rule::NotFound));
    QCOMPARE(notes.front().column, 1);
    draft.several = SeveralFound::ChangedLast;
    QCOMPARE(checked(draft).problemRecords, (std::vector<qint64> { 2, 5, 6 }));
}

void TestRecordLookUp::joinsNumbersByTheirValue()
{
    Draft draft = draftOf("Tel,Address\n1,007\n2,8\n", u"Size"_s);
    const LookUpSum sum = lookedUp(draft);
    QCOMPARE(sum.once, 1);
    QCOMPARE(sum.none, 1);
}

/// The rows of a file that is read in parts find theirs again, whatever its blocks.
void TestRecordLookUp::manyRowsInManyBlocks()
{
    m_session->atOnce = 200;
    m_session->records = [](const QString &value) -> std::vector<RecordMatch> {
        const int number = value.mid(1, 6).toInt();
        return number % 3 == 0 ? std::vector<RecordMatch>()
                               : std::vector<RecordMatch> { matchOf(value, u"003-%1"_s.arg(number)) };
    };
    QByteArray bytes = "Tel,Address\n";
    QByteArray expected = "Phone,Id\n";
    for (int row = 1; row <= 60'000; ++row) {
        const QByteArray number = QByteArray::number(row);
        const QByteArray tel = row % 5 == 0 ? "\"two\nlines " + number + '"' : "+49 30 " + number;
        bytes += tel + ",p" + number.rightJustified(6, '0') + "@people.example"
            + (row % 7 == 0 ? "\r\n\n" : "\n");
        if (row % 3 != 0)
            expected += tel + ",003-" + number + '\n';
    }
    Draft draft = draftOf(bytes);
    const LookUpSum sum = lookedUp(draft);
    QCOMPARE(sum.rows, 60'000);
    QCOMPARE(sum.none, 20'000);
    QCOMPARE(sum.values, 60'000);
    QCOMPARE(sum.calls, 300);
    for (const qint64 blockBytes : { 0, 1'000, 70'000, 100'000'000 })
        QVERIFY(sent(draft, blockBytes) == expected);
}

void TestRecordLookUp::sendsTheIdInPlaceOfTheValue()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n2,nobody@a.example\n3,twin@a.example\n4,\n");
    lookedUp(draft);
    QCOMPARE(fieldsOf(draft, m_schema), (QStringList { u"Phone"_s, u"Id"_s }));
    QCOMPARE(sent(draft), QByteArray("Phone,Id\n1,003A\n"));
    draft.several = SeveralFound::ChangedLast;
    QCOMPARE(sent(draft), QByteArray("Phone,Id\n1,003A\n3,003T2\n"));
    draft.found.clear();
    QVERIFY(sent(draft).startsWith("error: "));
}

void TestRecordLookUp::oneRecordUnderTwoAddressesGoesInWaves()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n2,second@a.example\n3,twin@a.example\n");
    draft.several = SeveralFound::ChangedLast;
    lookedUp(draft);
    const auto pass = passOf(draft);
    const JobKind kind = m_service.jobKinds().front();
    const auto schedule = scheduleRows(*pass, kind, PartLimits::of(kind), {}, {});
    QVERIFY(schedule);
    QCOMPARE(schedule->sweeps(), 2);
    const auto second = schedule->rowsOf(1);
    QVERIFY(second);
    QCOMPARE(std::vector<qint64>(second->begin(), second->end()), (std::vector<qint64> { 2 }));
}

void TestRecordLookUp::aRunFreezesWhatWasFound()
{
    Draft draft
        = draftOf("Tel,Address\n1,anna@a.example\n2,nobody@a.example\n3,twin@a.example\n4,anna@a.example\n");
    lookedUp(draft);
    const auto ledger = started(draft);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
    const RunPlan &plan = (*ledger)->plan();
    QCOMPARE(plan.draft.found, (*ledger)->folder() + u"/found-ids"_s);
    QCOMPARE(plan.fields, (QStringList { u"Phone"_s, u"Id"_s }));
    QCOMPARE(plan.draft.leftOut, (std::vector<qint64> { 2, 3 }));
    QVERIFY(QFile::remove(draft.found)); // the run has its own
    QCOMPARE(sent(plan.draft), QByteArray("Phone,Id\n1,003A\n4,003A\n"));
    const auto again = Ledger::open((*ledger)->folder());
    QVERIFY(!again); // it is open
    const auto reader = LedgerReader::open((*ledger)->folder());
    const auto reasons = (*reader)->reasons();
    QVERIFY(reasons);
    QStringList codes;
    for (const ReasonGroup &group : *reasons)
        codes << group.code;
    codes.sort();
    QCOMPARE(codes, (QStringList { u"rowlift:notFound"_s, u"rowlift:severalFound"_s }));
    const Explanation words = explainReason(
        m_service, m_schema, { .code = u"rowlift:notFound"_s, .field = u"Mail"_s, .text = u"as then"_s });
    QCOMPARE(words.sentence, u"No record has this Mail"_s);
}

void TestRecordLookUp::aRunSendsOnlyRowsWithARecord()
{
    Draft draft = draftOf(
        "Tel,Address\n1,anna@a.example\n2,nobody@a.example\n3,second@a.example\n4,twin@a.example\n");
    draft.several = SeveralFound::ChangedLast;
    lookedUp(draft);
    const auto ledger = started(draft);
    QVERIFY(ledger);
    const auto planner = PartPlanner::open(**ledger, m_service, m_schema);
    QVERIFY(planner);
    std::vector<PartRecord> parts;
    QByteArrayList files;
    for (;;) {
        const auto next = (*planner)->next({});
        QVERIFY2(next, next ? "" : qPrintable(next.error().detail));
        if (next->says == PlannedPart::Says::End)
            break;
        if (next->says != PlannedPart::Says::Part)
            continue;
        QFile file(next->part.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        files << file.readAll();
        parts.push_back(next->part);
    }
    QCOMPARE(files, (QByteArrayList { "Phone,Id\n1,003A\n4,003T2\n", "Phone,Id\n3,003A\n" }));
    QVERIFY(QFile::remove(parts[1].file));
    const auto made = (*planner)->spoolAgain(parts[1], {});
    QVERIFY2(made, made ? "" : qPrintable(made.error().sentence));
    QCOMPARE(*(*ledger)->brokenInvariant(), QString());
}

void TestRecordLookUp::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("nothing was looked up") << u"none"_s;
    QTest::newRow("another account") << u"account"_s;
    QTest::newRow("another column") << u"column"_s;
    QTest::newRow("a file that is cut off") << u"cut"_s;
    QTest::newRow("another file") << u"file"_s;
    QTest::newRow("checked before") << u"check"_s;
}

void TestRecordLookUp::whatDoesNotFitIsRefused()
{
    QFETCH(QString, change);
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n2,nobody@a.example\n");
    CheckResult check = checked(draft);
    lookedUp(draft);
    if (change == u"none")
        draft.found.clear();
    else if (change == u"account")
        draft.account = u"Other"_s;
    else if (change == u"column")
        draft.mapping.columns[1].piece = { .kind = PieceKind::BeforeSign, .sign = u"@"_s };
    else if (change == u"cut")
        QVERIFY(QFile::resize(draft.found, QFileInfo(draft.found).size() - 1));
    else if (change == u"file")
        draft.stamp = draftOf("Tel,Address\n1,anna@b.example\n2,nobody@a.example\n").stamp;
    if (change == u"file")
        check = checked(draft);
    const auto ledger = startRun(m_folder->filePath(u"runs"_s), draft, {}, m_service, {}, check,
                                 QDateTime::currentDateTimeUtc());
    QVERIFY(!ledger);
    QCOMPARE(int(ledger.error().kind), int(Error::Kind::BadInput));
    QVERIFY(!ledger.error().sentence.isEmpty());
    QVERIFY(QDir(m_folder->filePath(u"runs"_s)).isEmpty(QDir::Dirs | QDir::NoDotAndDotDot));
}

void TestRecordLookUp::damageIsRefused_data()
{
    QTest::addColumn<qint64>("fromEnd");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isSeenAtOnce");
    const qint64 state = 2 * entryBytes - 8; // of the first of two rows
    const qint64 id = 2 * entryBytes - 10;
    QTest::newRow("another record") << id << QByteArray("003B") << false;
    QTest::newRow("a row without one") << state << QByteArray(1, char(FoundState::Blank)) << true;
    QTest::newRow("an unknown word") << state << QByteArray(1, 'x') << true;
    QTest::newRow("longer than an id") << state - 1 << QByteArray(1, char(200)) << true;
    QTest::newRow("no id") << id << QByteArray("0\"3A") << true;
}

/// An id that came about by damage is one of another record.
void TestRecordLookUp::damageIsRefused()
{
    QFETCH(qint64, fromEnd);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isSeenAtOnce);
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n2,second@a.example\n");
    lookedUp(draft);
    const CheckResult check = checked(draft);
    QVERIFY(FoundIds::open(draft, m_schema)->verify());
    damage(draft.found, fromEnd, bytes);
    const auto found = FoundIds::open(draft, m_schema);
    QVERIFY(found);
    QVERIFY(!found->verify());
    QCOMPARE(sent(draft).startsWith("error: "), isSeenAtOnce);
    const auto ledger = startRun(m_folder->filePath(u"runs"_s), draft, {}, m_service, {}, check,
                                 QDateTime::currentDateTimeUtc());
    QVERIFY(!ledger);
    QVERIFY(ledger.error().sentence.contains("Look the records up again"_L1));
}

void TestRecordLookUp::aRunTakenUpAgainRefusesDamage()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n2,second@a.example\n");
    lookedUp(draft);
    const QString folder = (*started(draft))->folder();
    damage(foundFileIn(folder), idBytes, "003B");
    const auto ledger = Ledger::open(folder);
    QVERIFY(ledger);
    const auto planner = PartPlanner::open(**ledger, m_service, m_schema);
    QVERIFY(planner);
    const auto next = (*planner)->next({});
    QVERIFY(!next);
    QVERIFY2(next.error().sentence.contains("people.csv"_L1), qPrintable(next.error().sentence));
    QVERIFY(QDir(folder).entryList({ u"part-*"_s }).isEmpty());
}

void TestRecordLookUp::oldValuesAreKeptWhereTheyCanBe()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n");
    lookedUp(draft);
    draft.keepsOld = true;
    QVERIFY(!started(draft));
    m_service.canKeepOld = true;
    auto ledger = started(draft);
    QVERIFY(ledger && (*ledger)->plan().draft.keepsOld);
    m_service.canKeepOld = false;
}

void TestRecordLookUp::asksAgainWhatMayPass()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n");
    m_session->failures = 3;
    QCOMPARE(lookedUp(draft).once, 1);
    QCOMPARE(m_session->calls, 4);
    QCOMPARE(m_clock.sleeps.load(), 3);
}

void TestRecordLookUp::waitsForAnHoursAllowance()
{
    Draft draft = draftOf("Tel,Address\n1,anna@a.example\n");
    m_session->failure.kind = Error::Kind::RateLimit;
    m_session->failure.retryAfter = 2min;
    m_session->failures = 25;
    const auto began = m_clock.elapsed();
    QCOMPARE(lookedUp(draft).once, 1);
    QCOMPARE(m_session->calls, 26);
    QVERIFY(m_clock.elapsed() - began >= 50min);

    m_session->failures = 1'000; // but not for ever, and no longer than the person wants
    const QString path = m_folder->filePath(u"never"_s);
    auto sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, {});
    QVERIFY(!sum);
    QCOMPARE(sum.error().kind, Error::Kind::RateLimit);
    std::stop_source stop;
    m_clock.onSleep = [&] { stop.request_stop(); };
    sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, stop.get_token());
    m_clock.onSleep = {};
    QVERIFY(!sum);
    QVERIFY(sum.error().cancelled());
    QVERIFY(!QFile::exists(path));
}

void TestRecordLookUp::tellsWhatDoesNotPass()
{
    const Draft draft = draftOf("Tel,Address\n1,anna@a.example\n");
    const QString path = m_folder->filePath(u"found"_s);
    m_session->failures = 1'000;
    auto sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, {});
    QVERIFY(!sum);
    QCOMPARE(sum.error().sentence, u"No connection."_s);
    QVERIFY(m_session->calls > 1 && m_session->calls < 10);
    m_session->calls = 0;
    m_session->failure.kind = Error::Kind::Rejected;
    sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, {});
    QVERIFY(!sum);
    QCOMPARE(m_session->calls, 1);
    QVERIFY(!QFile::exists(path));
}

void TestRecordLookUp::aStopLeavesNothing()
{
    QByteArray bytes = "Tel,Address\n";
    for (int row = 1; row <= 500; ++row)
        bytes += "1,p" + QByteArray::number(row) + "@a.example\n";
    const Draft draft = draftOf(bytes);
    const QString path = m_folder->filePath(u"found"_s);
    std::stop_source stop;
    m_session->onCall = [&] { stop.request_stop(); };
    const auto sum = lookUpRecords(draft, m_schema, *m_session, m_clock, path, {}, stop.get_token());
    QVERIFY(!sum);
    QVERIFY(sum.error().cancelled());
    QVERIFY(m_session->calls <= 3);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestRecordLookUp)
#include "test_record_lookup.moc"
