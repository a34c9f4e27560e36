#include "tests/truth/truth_run.h"

#include <QSet>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

/// Each way of loading, each operation, each kind of records: a file with planted faults ends with every row
/// as planted, and the practice server holds exactly what it should, cell by cell. Rows that Check is certain
/// about are sent all the same, so that the refusal of the service is met.
class TestTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TruthServer>(); }
    void init() { m_server->reset(); }
    void everyRowAndEveryCell_data();
    void everyRowAndEveryCell();
    void checkLeavesOutWhatItIsCertainOf_data();
    void checkLeavesOutWhatItIsCertainOf();
    void deletesWhatNobodyCanCreate_data();
    void deletesWhatNobodyCanCreate();

private:
    /// Requests that changed something, as the server saw them.
    int writes(const QString &kind) const;

    std::unique_ptr<TruthServer> m_server;
};

namespace {

struct Way {
    const char *kind;
    std::vector<Operation> operations;
    int goodRows;
};

const std::vector<Way> &ways()
{
    using enum Operation;
    static const std::vector<Way> all { { "bulk-ingest", { Insert, Update, Upsert, Delete }, 450 },
                                        { "tree", { Insert }, 260 },
                                        { "collections", { Insert, Update, Upsert, Delete }, 260 },
                                        { "single", { Insert, Update, Upsert, Delete }, 20 } };
    return all;
}

/// ctest runs the ways in processes of their own: ROWLIFT_WAY names that of this one.
bool isWantedWay(const char *kind)
{
    const QString wanted = qEnvironmentVariable("ROWLIFT_WAY");
    return wanted.isEmpty() || wanted == QLatin1StringView(kind);
}

QStringList keysOf(Operation operation, const QString &object)
{
    const bool isCampaign = object == u"Campaign";
    if (operation == Operation::Update)
        return { QString(), isCampaign ? u"Name"_s : u"Email"_s };
    if (operation != Operation::Upsert)
        return { QString() };
    return isCampaign ? QStringList { u"Crm_Key__c"_s, u"Id"_s }
                      : QStringList { u"Crm_Key__c"_s, u"Email"_s, u"Id"_s };
}

const char *wordOf(Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return "insert";
    case Operation::Update:
        return "update";
    case Operation::Upsert:
        return "upsert";
    case Operation::Delete:
        break;
    }
    return "delete";
}

} // namespace

void TestTruth::everyRowAndEveryCell_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("goodRows");
    for (const Way &way : ways()) {
        for (const Operation operation : isWantedWay(way.kind) ? way.operations : std::vector<Operation>()) {
            for (const QString &object : { u"Contact"_s, u"Lead"_s, u"Campaign"_s }) {
                const QStringList keys = keysOf(operation, object);
                for (const QString &key : keys)
                    QTest::addRow("%s, %s %s%s%s", way.kind, wordOf(operation), qPrintable(object),
                                  key.isEmpty() ? "" : " by ", qPrintable(key))
                        << QString::fromLatin1(way.kind) << operation << object << key << way.goodRows;
            }
        }
    }
}

void TestTruth::everyRowAndEveryCell()
{
    QFETCH(QString, kind);
    QFETCH(Operation, operation);
    QFETCH(QString, object);
    QFETCH(QString, key);
    QFETCH(int, goodRows);
    const TruthPlan plan(
        { .object = object, .operation = operation, .keyField = key, .goodRows = goodRows, .kind = kind });
    TruthRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), { .partBytes = 60'000, .mostRecords = 200, .brakeShare = 1 });
    QCOMPARE(run.send(client, kind, folder.path()), QString());
    QCOMPARE(run.wrongRows(), QString());
    QCOMPARE(run.wrongRecords(), QString());
    QCOMPARE(writes(kind), int(run.parts().size()));
}

void TestTruth::checkLeavesOutWhatItIsCertainOf_data()
{
    everyRowAndEveryCell_data();
}

void TestTruth::checkLeavesOutWhatItIsCertainOf()
{
    QFETCH(QString, kind);
    if (kind == u"bulk-ingest" || kind == u"single")
        QSKIP("the same whichever way the rows are sent");
    QFETCH(Operation, operation);
    QFETCH(QString, object);
    QFETCH(QString, key);
    const TruthPlan plan({ .object = object,
                           .operation = operation,
                           .keyField = key,
                           .goodRows = 15,
                           .checked = true,
                           .kind = kind });
    TruthRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), { .partBytes = 60'000, .mostRecords = 200, .brakeShare = 1 });
    QCOMPARE(run.send(client, kind, folder.path(), {}, false), QString());
    QCOMPARE(run.wrongRows(), QString());
    QCOMPARE(run.wrongRecords(), QString());
}

void TestTruth::deletesWhatNobodyCanCreate_data()
{
    QTest::addColumn<QString>("object");
    if (!isWantedWay("bulk-ingest"))
        return;
    QTest::newRow("segments") << u"MarketSegment"_s;
    QTest::newRow("flows") << u"FlowRecord"_s;
}

void TestTruth::deletesWhatNobodyCanCreate()
{
    if (!QTest::currentDataTag())
        QSKIP("not in this way of loading");
    QFETCH(QString, object);
    QSet<QString> inUse;
    for (const QJsonObject &flow : m_server->farEnd().records(u"FlowRecord"_s))
        inUse << flow[u"SegmentId"].toString();
    QList<QJsonObject> present;
    for (const QJsonObject &record : m_server->farEnd().records(object)) {
        if (!inUse.contains(record[u"Id"].toString()))
            present << record;
    }
    QVERIFY(present.size() > 2);
    const TruthPlan plan({ .object = object, .operation = Operation::Delete }, present);
    TruthRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), { .brakeShare = 1 });
    QCOMPARE(run.send(client, u"bulk-ingest"_s, folder.path()), QString());
    QCOMPARE(run.wrongRows(), QString());
    QSet<QString> left;
    for (const QJsonObject &record : m_server->farEnd().records(object))
        left << record[u"Id"].toString();
    for (const TruthPlan::Record &record : plan.records())
        QCOMPARE(left.contains(plan.seeds()[record.seed][u"Id"].toString()), !record.gone);
}

int TestTruth::writes(const QString &kind) const
{
    int found = 0;
    for (const auto &[method, path] : m_server->farEnd().requests()) {
        if (method == u"GET" || path.endsWith(u"/token"_s) || path.contains(u"/composite/sobjects/Contact?"))
            continue;
        if (kind == u"bulk-ingest")
            found += method == u"PUT" ? 1 : 0;
        else if (kind == u"tree")
            found += path.contains(u"/composite/tree/"_s) || path.contains(u"/sobjects/"_s) ? 1 : 0;
        else if (method == u"POST" && path.count(u'/') == 6 && path.contains(u"/composite/sobjects/"_s))
            continue; // reads what is there
        else
            ++found;
    }
    return found;
}

QTEST_GUILESS_MAIN(TestTruth)
#include "test_truth.moc"
