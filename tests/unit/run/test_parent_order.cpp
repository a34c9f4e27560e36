#include "app/run/part_planner.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace families {

/// Its records belong to accounts, and to people who are named by their addresses.
class FamilyService : public testing::ToyService {
public:
    FamilyService()
        : ToyService(1'000'000)
    {
    }
    Result<Schema> schemaFrom(const QByteArray &) const override
    {
        Schema schema;
        schema.forms.salesforceIds = true;
        for (const auto *name : { "Name", "AccountId", "Owner.Email" }) {
            Field field;
            field.name = QLatin1StringView(name);
            field.creatable = true;
            schema.fields.push_back(field);
        }
        schema.fields[1].type = FieldType::Reference;
        schema.fields[2].standsFor = u"OwnerId"_s;
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } };
        return kinds;
    }
    bool mayPassLater(const Reason &) const override { return true; }
};

QString nameOf(int row)
{
    return u"name-%1"_s.arg(row, 4, 10, QLatin1Char('0'));
}

} // namespace families

using namespace families;

/// Rows that busy records had kept out go out in small parts, those of one parent together.
class TestParentOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsOfAParentStandTogether();
    void partsAreAFifthOfTheRows_data();
    void partsAreAFifthOfTheRows();
    void aLargeFamilyIsTorn();
    void shortAndLongIdsAreOneParent();
    void theRecordThatTheReasonNamesCounts();
    void theFieldThatTheReasonNamesCounts();
    void rowsOfOneKeyKeepTheirOrder();
    void theSameAgainAfterACrash();
    void aRowThatWentInOvertakesNone();

private:
    using Row = QStringList; ///< Name, account, address of the owner.
    void start(const QList<Row> &rows, const Target &target = { .object = u"Contact"_s });
    /// All rows failed for \a reason in one part, and a try by itself begins.
    void fail(const Reason &reason);
    std::vector<PartRecord> plan();
    static QList<Row> rowsIn(const PartRecord &part);

    FamilyService m_service;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
    qint64 m_rows = 0;
};

void TestParentOrder::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestParentOrder::start(const QList<Row> &rows, const Target &target)
{
    RunPlan plan;
    plan.id = u"run"_s;
    plan.kind = u"toy"_s;
    plan.fields = { u"Name"_s, u"AccountId"_s, u"Owner.Email"_s };
    plan.rows = m_rows = rows.size();
    plan.brakeShare = 1;
    plan.draft.file = m_folder->filePath(u"source.csv"_s);
    plan.draft.target = target;
    QFile file(plan.draft.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(plan.fields.join(u',').toUtf8() + '\n');
    for (const Row &row : rows)
        file.write(row.join(u',').toUtf8() + '\n');
    file.close();
    plan.draft.stamp = FileStamp::of(plan.draft.file);
    plan.draft.header = plan.fields;
    for (const QString &field : plan.fields) {
        ColumnMapping column;
        column.column = field;
        column.field = field;
        plan.draft.mapping.columns.push_back(column);
    }
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
}

void TestParentOrder::fail(const Reason &reason)
{
    for (const PartRecord &part : plan()) {
        std::vector<RowOutcome> outcomes;
        const auto members = m_ledger->membersOf(part.number);
        for (const qint64 record : members->records)
            outcomes.push_back(
                { .record = record, .outcome = Outcome::Failed, .reason = reason, .recordId = {} });
        QVERIFY(m_ledger->settle(part.number, outcomes, 0));
    }
    QVERIFY(m_ledger->beginAttempt({ .outcomes = { Outcome::Failed }, .byItself = true }, {}));
}

/// The parts of the attempt that the ledger has come to; empty when it is planned.
std::vector<PartRecord> TestParentOrder::plan()
{
    std::vector<PartRecord> parts;
    auto planner = PartPlanner::open(*m_ledger, m_service, *m_service.schemaFrom({}));
    if (!planner)
        qFatal("%s", qPrintable(planner.error().sentence));
    for (;;) {
        const auto planned = (*planner)->next({});
        if (!planned)
            qFatal("%s %s", qPrintable(planned.error().sentence), qPrintable(planned.error().detail));
        if (planned->says == PlannedPart::Says::End)
            return parts;
        if (planned->says == PlannedPart::Says::Part)
            parts.push_back(planned->part);
    }
}

QList<TestParentOrder::Row> TestParentOrder::rowsIn(const PartRecord &part)
{
    QFile file(part.file);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no part %s", qPrintable(part.file));
    QList<Row> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1))
        rows << line.split(u',');
    return rows;
}

void TestParentOrder::rowsOfAParentStandTogether()
{
    constexpr int parents = 30;
    QList<Row> rows;
    for (int row = 0; row < 1500; ++row)
        rows << Row { nameOf(row), u"acc-%1"_s.arg(row % parents), u"one@example.com"_s };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    const auto parts = plan();
    QVERIFY(parts.size() > 1);
    std::set<QString> parentsSeen;
    int seen = 0;
    for (const PartRecord &part : parts) {
        const auto members = m_ledger->membersOf(part.number);
        const auto inPart = rowsIn(part);
        QCOMPARE(static_cast<qsizetype>(members->records.size()), inPart.size());
        QString before;
        for (qsizetype at = 0; at < inPart.size(); ++at) {
            const QString &parent = inPart[at][1];
            if (parent != before) {
                QVERIFY2(parentsSeen.insert(parent).second, "they stand apart");
            }
            before = parent;
            // The ledger knows them in the order in which they are sent.
            QCOMPARE(inPart[at][0], nameOf(static_cast<int>(members->records[static_cast<size_t>(at)]) - 1));
        }
        seen += static_cast<int>(inPart.size());
    }
    QCOMPARE(seen, 1500);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
}

void TestParentOrder::partsAreAFifthOfTheRows_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("parts");
    QTest::addColumn<int>("largest");
    QTest::newRow("a few") << 60 << 1 << 60;
    QTest::newRow("some") << 500 << 3 << 200;
    QTest::newRow("many") << 2000 << 5 << 400;
    QTest::newRow("very many") << 12'000 << 6 << 2000;
}

void TestParentOrder::partsAreAFifthOfTheRows()
{
    QFETCH(int, rows);
    QFETCH(int, largest);
    QList<Row> all;
    for (int row = 0; row < rows; ++row)
        all << Row { nameOf(row), QString(), QString() };
    start(all);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    const auto parts = plan();
    QTEST(static_cast<int>(parts.size()), "parts");
    QCOMPARE(parts.front().records, largest);
}

void TestParentOrder::aLargeFamilyIsTorn()
{
    QList<Row> rows;
    for (int row = 0; row < 450; ++row)
        rows << Row { nameOf(row), u"acc-1"_s, QString() };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    const auto parts = plan();
    QCOMPARE(parts.size(), 3U);
    QCOMPARE(parts[0].records, 200);
    QCOMPARE(parts[2].records, 50);
}

void TestParentOrder::shortAndLongIdsAreOneParent()
{
    QList<Row> rows;
    for (int row = 0; row < 9; ++row)
        rows << Row { nameOf(row),
                      row % 3 == 0       ? u"001gK00000AbCdE"_s
                          : row % 3 == 1 ? u"001gK00000AbCdEQAV"_s
                                         : u"001gK00000AbCdFQAV"_s,
                      QString() };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    const auto parts = plan();
    QCOMPARE(parts.size(), 1U);
    QStringList order;
    for (const Row &row : rowsIn(parts.front()))
        order << row[1].left(15).right(1);
    order.removeDuplicates();
    QCOMPARE(order.size(), 2);
    const auto inPart = rowsIn(parts.front());
    int changes = 0;
    for (qsizetype at = 1; at < inPart.size(); ++at)
        changes += inPart[at][1].left(15) != inPart[at - 1][1].left(15) ? 1 : 0;
    QCOMPARE(changes, 1);
}

void TestParentOrder::theRecordThatTheReasonNamesCounts()
{
    QList<Row> rows;
    for (int row = 0; row < 8; ++row)
        rows << Row { nameOf(row), u"acc-%1"_s.arg(row),
                      row % 2 ? u"busy@example.com"_s : u"free@example.com"_s };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"no access to: busy@example.com, 003"_s });
    const auto inPart = rowsIn(plan().front());
    int changes = 0;
    for (qsizetype at = 1; at < inPart.size(); ++at)
        changes
            += (inPart[at][2] == u"busy@example.com") != (inPart[at - 1][2] == u"busy@example.com") ? 1 : 0;
    QVERIFY(changes <= 2);
}

void TestParentOrder::theFieldThatTheReasonNamesCounts()
{
    QList<Row> rows;
    for (int row = 0; row < 8; ++row)
        rows << Row { nameOf(row), u"acc-%1"_s.arg(row),
                      row % 2 ? u"one@example.com"_s : u"two@example.com"_s };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = u"OwnerId"_s, .text = u"busy"_s });
    const auto inPart = rowsIn(plan().front());
    int changes = 0;
    for (qsizetype at = 1; at < inPart.size(); ++at)
        changes += inPart[at][2] != inPart[at - 1][2] ? 1 : 0;
    QCOMPARE(changes, 1);
}

void TestParentOrder::rowsOfOneKeyKeepTheirOrder()
{
    QList<Row> rows;
    for (int row = 0; row < 10; ++row)
        rows << Row { nameOf(row % 5), u"acc-%1"_s.arg(9 - row), QString() };
    start(rows, { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Name"_s });
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    const auto parts = plan();
    QCOMPARE(parts.size(), 2U);
    const auto first = m_ledger->membersOf(parts[0].number);
    const auto second = m_ledger->membersOf(parts[1].number);
    QCOMPARE(first->records.size(), 5U);
    QVERIFY(std::ranges::max(first->records) < std::ranges::min(second->records));
}

void TestParentOrder::theSameAgainAfterACrash()
{
    QList<Row> rows;
    for (int row = 0; row < 700; ++row)
        rows << Row { nameOf(row), u"acc-%1"_s.arg(row % 7), QString() };
    start(rows);
    fail({ .code = u"LOCK"_s, .field = {}, .text = u"busy"_s });
    PartRecord first;
    {
        auto planner = PartPlanner::open(*m_ledger, m_service, *m_service.schemaFrom({}));
        first = (*planner)->next({})->part;
    }
    const auto bytes = rowsIn(first);
    QVERIFY(QFile::remove(first.file));
    const auto rest = plan();
    qint64 all = first.records;
    for (const PartRecord &part : rest)
        all += part.records;
    QCOMPARE(all, 700);
    auto planner = PartPlanner::open(*m_ledger, m_service, *m_service.schemaFrom({}));
    const auto again = (*planner)->spoolAgain(first, {});
    QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
    QCOMPARE(rowsIn(*again), bytes);
}

void TestParentOrder::aRowThatWentInOvertakesNone()
{
    start({ { u"a"_s, {}, {} },
            { u"b"_s, {}, {} },
            { u"A"_s, {}, {} },
            { u"c"_s, {}, {} },
            { u"b"_s, {}, {} } },
          { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Name"_s });
    auto planner = PartPlanner::open(*m_ledger, m_service, *m_service.schemaFrom({}));
    const auto kind = m_service.jobKinds().front();
    const auto left = (*planner)->withoutOvertaken({ 1, 2, 4, 5 }, kind, {});
    QVERIFY(left);
    // Behind 1 comes 3 with the same key; behind 2 only 5, which goes again as well.
    QCOMPARE(*left, (std::vector<qint64> { 2, 4, 5 }));
}

QTEST_GUILESS_MAIN(TestParentOrder)
#include "test_parent_order.moc"
