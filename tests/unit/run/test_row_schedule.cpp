#include "app/run/key_plan.h"
#include "app/run/part_planner.h"
#include "app/run/written_parts.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <random>
#include <set>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// What repeated keys do to the parts of a run, held against the rows one by one: every row once, in the
/// order that the service needs, in the same parts for plan and run and wherever a run is interrupted.
class TestRowSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowInItsPlace_data();
    void everyRowInItsPlace();
    void furtherAttemptsHaveTheirRowsAlone();
    void leftOutRowsDoNotCount();
    void rowsThatNoPartTakesDoNotCount();
    void keysAreComparedAsTheServiceDoes_data();
    void keysAreComparedAsTheServiceDoes();
    void aKeyLargerThanAPartGoesInTurns();
    void aStopEndsTheKeyPass();
    void noKeyNoPass();

private:
    /// The rows of a part with its bytes.
    struct Made {
        PartRecord part;
        PartMembers members;
        QByteArray bytes;
        int wave = 1;
    };

    void write(const QByteArray &bytes);
    Draft draft(const std::vector<qint64> &leftOut) const;
    void start(const Service &service, const std::vector<qint64> &leftOut = {});
    std::vector<Made> make(const Service &service, bool interrupted);
    static QByteArray contents(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
    int m_runs = 0;
};

namespace {

/// As ToyService, but repeated keys mean something to it, and records may have commas between them.
class KeyedService : public testing::ToyService {
public:
    KeyedService(RepeatedKeys meaning, qint64 partBytes, qint64 maxRecords = 0, bool separates = false,
                 FieldType keyType = FieldType::Text)
        : ToyService(partBytes)
        , m_meaning(meaning)
        , m_maxRecords(maxRecords)
        , m_separates(separates)
        , m_keyType(keyType)
    {
    }

    Result<Schema> schemaFrom(const QByteArray &describe) const override
    {
        auto schema = ToyService::schemaFrom(describe);
        schema->fields.front().type = m_keyType;
        schema->forms.salesforceIds = true;
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().repeatedKeys[Operation::Insert] = m_meaning;
        kinds.front().maxRecords = m_maxRecords;
        return kinds;
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &, const Target &, const QStringList &,
                                         const Schema &) const override
    {
        return std::make_unique<Bracketed>(m_separates ? ";" : "");
    }

    qint64 maxRecords() const { return m_maxRecords; }

private:
    class Bracketed : public Encoder {
    public:
        explicit Bracketed(QByteArray separator)
            : m_separator(std::move(separator))
        {
        }
        QByteArray prologue() const override { return "<<"; }
        QByteArray epilogue() const override { return ">>>"; }
        QByteArray separator() const override { return m_separator; }
        void encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const override
        {
            out.append("[");
            out.append(values[0]);
            out.append("|");
            out.append(values[1]);
            out.append("]");
            out.append({ m_separator.constData(), static_cast<std::size_t>(m_separator.size()) });
        }

    private:
        QByteArray m_separator;
    };

    RepeatedKeys m_meaning;
    qint64 m_maxRecords;
    bool m_separates;
    FieldType m_keyType;
};

struct Row {
    QByteArray key;
    QByteArray note;
};

/// Few keys, some of them often, in both cases (which are one key but where it must be exact), with and
/// without blanks; some rows without any.
std::vector<Row> randomRows(std::mt19937 &random, int count)
{
    std::vector<Row> rows;
    for (int row = 0; row < count; ++row) {
        const auto choice = random() % 100;
        QByteArray key;
        if (choice < 50)
            key = "unique-" + QByteArray::number(row);
        else if (choice < 90)
            key = (choice % 2 == 0 ? "Key-" : "key-") + QByteArray::number(random() % 20);
        else if (choice < 95)
            key = "often";
        if (choice % 7 == 0 && !key.isEmpty())
            key += ' ';
        rows.push_back({ key, QByteArray(static_cast<qsizetype>(1 + random() % 30), 'x') });
    }
    return rows;
}

QByteArray fileOf(const std::vector<Row> &rows)
{
    QByteArray bytes = "Name,Note\n";
    for (const Row &row : rows)
        bytes += row.key + ',' + row.note + '\n';
    return bytes;
}

} // namespace

void TestRowSchedule::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRowSchedule::write(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"source.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestRowSchedule::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Draft TestRowSchedule::draft(const std::vector<qint64> &leftOut) const
{
    Draft draft;
    draft.file = m_folder->filePath(u"source.csv"_s);
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect.headerRecord = 0;
    draft.header = { u"Name"_s, u"Note"_s };
    draft.target.keyField = u"Name"_s;
    draft.leftOut = leftOut;
    for (const QString &field : draft.header) {
        ColumnMapping column;
        column.column = field;
        column.field = field;
        draft.mapping.columns.push_back(column);
    }
    return draft;
}

void TestRowSchedule::start(const Service &service, const std::vector<qint64> &leftOut)
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
std::vector<TestRowSchedule::Made> TestRowSchedule::make(const Service &service, bool interrupted)
{
    std::vector<Made> made;
    std::unique_ptr<PartPlanner> planner;
    int wave = 1;
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
        switch (next->says) {
        case PlannedPart::Says::End:
            return made;
        case PlannedPart::Says::WaitForSettled:
            ++wave;
            break;
        case PlannedPart::Says::Part:
            made.push_back({ .part = next->part,
                             .members = *m_ledger->membersOf(next->part.number),
                             .bytes = contents(next->part.file),
                             .wave = wave });
            if (interrupted)
                planner.reset();
            break;
        }
    }
}

void TestRowSchedule::everyRowInItsPlace_data()
{
    QTest::addColumn<int>("meaning");
    QTest::addColumn<int>("maxRecords");
    QTest::addColumn<bool>("separates");
    QTest::addColumn<int>("seed");
    const std::map<RepeatedKeys, const char *> meanings { { RepeatedKeys::Apart, "apart" },
                                                          { RepeatedKeys::Together, "together" },
                                                          { RepeatedKeys::Waves, "waves" },
                                                          { RepeatedKeys::Once, "once" } };
    for (const auto &[meaning, name] : meanings) {
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("%s %d", name, seed)
                << static_cast<int>(meaning) << (seed % 2 == 0 ? 7 : 0) << (seed % 3 == 0) << seed;
    }
}

void TestRowSchedule::everyRowInItsPlace()
{
    QFETCH(int, meaning);
    QFETCH(int, maxRecords);
    QFETCH(bool, separates);
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const std::vector<Row> rows = randomRows(random, 250);
    write(fileOf(rows));
    const auto means = static_cast<RepeatedKeys>(meaning);
    const KeyedService service(means, 400, maxRecords, separates);
    start(service);
    const std::vector<Made> parts = make(service, false);
    QVERIFY(parts.size() > 5);

    std::map<qint64, std::size_t> partOf;
    std::map<qint64, qint64> follows;
    const QByteArray comma = separates ? ";" : "";
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const Made &made = parts[index];
        QByteArray expected;
        for (const qint64 record : made.members.records) {
            const Row &row = rows[static_cast<std::size_t>(record - 1)];
            expected += (expected.isEmpty() ? QByteArray() : comma) + '[' + row.key + '|' + row.note + ']';
            QVERIFY(partOf.emplace(record, index).second);
        }
        QCOMPARE(made.bytes, "<<" + expected + ">>>");
        QVERIFY(std::ranges::is_sorted(made.members.records));
        for (const PartMembers::Follower &follower : made.members.followers) {
            QVERIFY(partOf.emplace(follower.record, index).second);
            QVERIFY(follows.emplace(follower.record, follower.of).second);
            QVERIFY(std::ranges::binary_search(made.members.records, follower.of));
        }
        QCOMPARE(made.part.bytes, made.bytes.size());
        QVERIFY(made.part.bytes <= 4000);
        if (means != RepeatedKeys::Together)
            QVERIFY(made.part.bytes <= 400);
        if (maxRecords > 0)
            QVERIFY(static_cast<int>(made.members.records.size()) <= maxRecords);
        QCOMPARE(made.part.rows,
                 static_cast<qint64>(made.members.records.size() + made.members.followers.size()));
        for (const auto &[record, part] : partOf) {
            if (part == index)
                QVERIFY(record >= made.part.firstRecord && record <= made.part.lastRecord);
        }
    }
    QCOMPARE(partOf.size(), rows.size());
    QCOMPARE(*m_ledger->brokenInvariant(), QString());

    std::map<QByteArray, std::vector<qint64>> byKey;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QByteArray key = rows[row].key.trimmed();
        if (means != RepeatedKeys::Once)
            key = key.toLower();
        if (!key.isEmpty())
            byKey[key].push_back(static_cast<qint64>(row) + 1);
    }
    for (const auto &[key, records] : byKey) {
        for (std::size_t nth = 0; nth < records.size(); ++nth) {
            const std::size_t part = partOf.at(records[nth]);
            switch (means) {
            case RepeatedKeys::Apart:
            case RepeatedKeys::Groups: // test_record_groups.cpp
                break;
            case RepeatedKeys::Waves:
                QCOMPARE(parts[part].wave, static_cast<int>(nth) + 1);
                break;
            case RepeatedKeys::Once:
                QCOMPARE(follows.contains(records[nth]), nth > 0);
                if (nth > 0)
                    QCOMPARE(follows.at(records[nth]), records[0]);
                break;
            case RepeatedKeys::Together:
                if (maxRecords == 0 || static_cast<int>(records.size()) <= maxRecords)
                    QCOMPARE(part, partOf.at(records[0]));
                else if (nth >= static_cast<std::size_t>(maxRecords))
                    QCOMPARE(parts[part].wave,
                             parts[partOf.at(records[nth - static_cast<std::size_t>(maxRecords)])].wave + 1);
                break;
            }
        }
    }

    // The plan shows the same parts, and so does a run that is interrupted at each of them.
    const auto schema = *service.schemaFrom({});
    const JobKind kind = service.jobKinds().front();
    RecordPass pass(draft({}), schema, service.makeEncoder(kind, {}, {}, schema),
                    { .mostPartBytes = kind.maxBodyBytes, .blockBytes = 500 });
    const PartLimits limits = PartLimits::of(kind);
    const auto schedule = scheduleRows(pass, kind, limits, {}, {});
    QVERIFY(schedule);
    const QString folder = m_folder->filePath(u"plan"_s);
    const auto written = writeParts(pass, *schedule, limits, folder, u"csv"_s, {});
    QVERIFY(written);
    QCOMPARE(written->rows, 250);
    QCOMPARE(written->parts.size(), parts.size());
    start(service);
    const std::vector<Made> again = make(service, true);
    QCOMPARE(again.size(), parts.size());
    for (std::size_t index = 0; index < parts.size(); ++index) {
        QCOMPARE(contents(folder + u'/' + written->parts[index].file), parts[index].bytes);
        QCOMPARE(written->parts[index].wave, parts[index].wave);
        QCOMPARE(written->parts[index].rows, parts[index].part.rows);
        QCOMPARE(again[index].bytes, parts[index].bytes);
        QCOMPARE(again[index].part.hash, parts[index].part.hash);
        QCOMPARE(again[index].part.planned, parts[index].part.planned);
        QVERIFY(again[index].members == parts[index].members);
        QCOMPARE(again[index].wave, parts[index].wave);
    }

    // And each part can be made again.
    const auto planner = PartPlanner::open(*m_ledger, service, schema);
    QVERIFY(planner);
    for (const Made &made : again) {
        QVERIFY(*PartPlanner::isIntact(made.part, {}));
        QFile file(made.part.file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("#");
        file.close();
        QVERIFY(PartPlanner::isSpooled(made.part));
        QVERIFY(!*PartPlanner::isIntact(made.part, {}));
        const auto spooled = (*planner)->spoolAgain(made.part, {});
        QVERIFY(spooled);
        QCOMPARE(spooled->hash, made.part.hash);
        QCOMPARE(contents(made.part.file), made.bytes);
    }
}

void TestRowSchedule::furtherAttemptsHaveTheirRowsAlone()
{
    std::mt19937 random(7);
    const std::vector<Row> rows = randomRows(random, 250);
    write(fileOf(rows));
    const KeyedService service(RepeatedKeys::Waves, 400);
    start(service);
    std::set<qint64> failed;
    for (const Made &made : make(service, false)) {
        std::vector<RowOutcome> outcomes;
        for (const qint64 record : made.members.records) {
            const bool fails = random() % 3 == 0;
            if (fails)
                failed.insert(record);
            outcomes.push_back({ .record = record,
                                 .outcome = fails ? Outcome::Failed : Outcome::Added,
                                 .reason = {},
                                 .recordId = {} });
        }
        QVERIFY(m_ledger->settle(made.part.number, outcomes, 0));
    }
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed } }, QDateTime::currentDateTimeUtc()));
    std::map<QByteArray, int> seen;
    std::set<qint64> sent;
    std::map<qint64, int> expectedWave;
    for (const qint64 record : failed) {
        const QByteArray key = rows[static_cast<std::size_t>(record - 1)].key.trimmed().toLower();
        expectedWave[record] = key.isEmpty() ? 1 : ++seen[key];
    }
    for (const Made &made : make(service, true)) {
        QCOMPARE(made.part.attempt, 2);
        for (const qint64 record : made.members.records) {
            QVERIFY(sent.insert(record).second);
            QCOMPARE(made.wave, expectedWave[record] + 1); // rows of the first attempt are waited for
        }
    }
    QVERIFY(sent == failed);
    QVERIFY(*m_ledger->walkedWhole());
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestRowSchedule::leftOutRowsDoNotCount()
{
    write("Name,Note\na,1\na,2\nb,3\na,4\n");
    const KeyedService service(RepeatedKeys::Once, 400);
    start(service, { 1 });
    const auto parts = make(service, false);
    QCOMPARE(parts.size(), 1U);
    QCOMPARE(parts[0].bytes, "<<[a|2][b|3]>>>"_ba);
    QVERIFY((parts[0].members.followers == std::vector<PartMembers::Follower> { { .record = 4, .of = 2 } }));
}

/// A request may have 4,000 bytes.
void TestRowSchedule::rowsThatNoPartTakesDoNotCount()
{
    write("Name,Note\na," + QByteArray(5000, 'x') + "\na,2\nb,3\na,4\nb," + QByteArray(5000, 'x') + "\n");
    for (const RepeatedKeys meaning : { RepeatedKeys::Once, RepeatedKeys::Waves, RepeatedKeys::Together }) {
        const KeyedService service(meaning, 400);
        start(service);
        std::map<qint64, int> waves;
        for (const Made &made : make(service, false)) {
            for (const qint64 record : made.members.records)
                waves[record] = made.wave;
            for (const PartMembers::Follower &follower : made.members.followers)
                QVERIFY(follower == (PartMembers::Follower { .record = 4, .of = 2 }));
        }
        const std::map<qint64, int> expected = meaning == RepeatedKeys::Once
            ? std::map<qint64, int> { { 2, 1 }, { 3, 1 } }
            : std::map<qint64, int> { { 2, 1 }, { 3, 1 }, { 4, meaning == RepeatedKeys::Waves ? 2 : 1 } };
        QVERIFY(waves == expected);
        QCOMPARE(m_ledger->tally()->of(Outcome::LeftOut), 2);
        QCOMPARE(*m_ledger->brokenInvariant(), QString());
    }
}

void TestRowSchedule::keysAreComparedAsTheServiceDoes_data()
{
    QTest::addColumn<int>("meaning");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const auto add = [](const char *name, RepeatedKeys meaning, FieldType type, const char *one,
                        const char *other, bool same) {
        QTest::newRow(name) << static_cast<int>(meaning) << static_cast<int>(type) << QByteArray(one)
                            << QByteArray(other) << same;
    };
    using enum RepeatedKeys;
    add("case", Waves, FieldType::Text, "Alpha", "aLPHA", true);
    add("case beyond ASCII", Waves, FieldType::Text, "ÄRGER", "ärger", true);
    add("case where it must be exact", Once, FieldType::Text, "Alpha", "alpha", false);
    add("blanks", Once, FieldType::Text, "alpha ", " alpha", true);
    add("numbers", Once, FieldType::Number, "+007.50", "7.5", true);
    add("other numbers", Waves, FieldType::Number, "70", "7", false);
    add("nought", Waves, FieldType::Number, "-0", "0.00", true);
    add("no numbers", Waves, FieldType::Text, "007", "7", false);
    add("ids of both lengths", Once, FieldType::Id, "003000000000001", "003000000000001AAA", true);
    add("ids in other case", Waves, FieldType::Id, "00300000000000a", "00300000000000A", false);
    add("no key", Waves, FieldType::Text, "", " ", false);
}

void TestRowSchedule::keysAreComparedAsTheServiceDoes()
{
    QFETCH(int, meaning);
    QFETCH(int, type);
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    write("Name,Note\n" + one + ",1\n" + other + ",2\n");
    const auto means = static_cast<RepeatedKeys>(meaning);
    const KeyedService service(means, 400, 0, false, static_cast<FieldType>(type));
    start(service);
    const auto parts = make(service, false);
    QCOMPARE(parts.size(), means == RepeatedKeys::Waves && same ? 2U : 1U);
    QCOMPARE(parts[0].members.followers.size(), means == RepeatedKeys::Once && same ? 1U : 0U);
}

/// A request may have 4,000 bytes, this key has 10,000.
void TestRowSchedule::aKeyLargerThanAPartGoesInTurns()
{
    std::vector<Row> rows;
    for (int row = 0; row < 100; ++row) {
        rows.push_back({ "large", QByteArray::number(row).rightJustified(100, '0') });
        rows.push_back(
            { row % 2 == 0 ? "pair-" + QByteArray::number(row / 4) : "single-" + QByteArray::number(row),
              "n" });
    }
    write(fileOf(rows));
    const KeyedService service(RepeatedKeys::Together, 400);
    start(service);
    QByteArray large;
    int wave = 1;
    for (const Made &made : make(service, false)) {
        QVERIFY(made.bytes.size() <= 4000);
        const bool isLarge = made.bytes.contains("large");
        QVERIFY(isLarge || made.wave == 1); // nobody waits for it
        if (isLarge) {
            QVERIFY(!made.bytes.contains("pair"));
            QCOMPARE(made.wave, wave++);
            large += made.bytes.mid(2).chopped(3);
        }
    }
    QCOMPARE(wave, 4);
    QByteArray expected;
    for (int row = 0; row < 200; row += 2)
        expected += "[large|" + rows[static_cast<std::size_t>(row)].note + ']';
    QCOMPARE(large, expected);
}

void TestRowSchedule::aStopEndsTheKeyPass()
{
    std::mt19937 random(3);
    write(fileOf(randomRows(random, 250)));
    const KeyedService service(RepeatedKeys::Together, 400);
    const auto schema = *service.schemaFrom({});
    const JobKind kind = service.jobKinds().front();
    RecordPass pass(draft({}), schema, service.makeEncoder(kind, {}, {}, schema));
    std::stop_source stop;
    stop.request_stop();
    const auto schedule = scheduleRows(pass, kind, PartLimits::of(kind), {}, stop.get_token());
    QVERIFY(!schedule);
    QVERIFY(schedule.error().cancelled());
}

/// The file has gone: whoever wanted to read it would say so.
void TestRowSchedule::noKeyNoPass()
{
    const KeyedService apart(RepeatedKeys::Apart, 400);
    const KeyedService waves(RepeatedKeys::Waves, 400);
    Draft without = draft({});
    without.target.keyField.clear();
    const auto schema = *apart.schemaFrom({});
    for (const auto &[service, used] : { std::pair(&apart, draft({})), std::pair(&waves, without) }) {
        const JobKind kind = service->jobKinds().front();
        RecordPass pass(used, schema, service->makeEncoder(kind, {}, {}, schema));
        const auto schedule = scheduleRows(pass, kind, PartLimits::of(kind), {}, {});
        QVERIFY(schedule);
        QCOMPARE(schedule->sweeps(), 1);
    }
}

QTEST_GUILESS_MAIN(TestRowSchedule)
#include "test_row_schedule.moc"
