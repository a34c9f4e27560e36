#include "tests/truth/orders_run.h"

#include <QtTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

/// Both ways into Dotdigital's collections: a messy file of orders with planted faults ends with every row as
/// planted, and the practice server holds exactly what it should, member by member.
class TestOrdersTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TruthServer>(); }
    void init();
    void everyRowAndEveryMember_data();
    void everyRowAndEveryMember();
    void lostRepliesAreAskedAbout_data();
    void lostRepliesAreAskedAbout();
    void neverGuesses_data();
    void neverGuesses();
    void unknownContactsAreFoundBefore_data();
    void unknownContactsAreFoundBefore();

private:
    std::unique_ptr<TruthServer> m_server;
};

namespace {

const QByteArray usualOrderSwitches
    = R"({"contacts":500,"no-v3":false,"null-faults":false,"insight-miscount":false,"lose-faults":false,)"
      R"("fault-detail":false,"strict-json":true})";
const QString v2 = u"insight-v2"_s;
const QString v3 = u"insight-v3"_s;

ClientOptions orderParts()
{
    return { .partBytes = 150'000, .brakeShare = 1, .service = u"dotdigital"_s };
}

} // namespace

void TestOrdersTruth::init()
{
    m_server->reset();
    m_server->farEnd().admin("POST"_ba, "switches"_ba, usualOrderSwitches);
}

void TestOrdersTruth::everyRowAndEveryMember_data()
{
    QTest::addColumn<OrdersAim>("aim");
    QTest::addColumn<QByteArray>("switches");
    const auto add = [](const char *name, const OrdersAim &aim, const QByteArray &switches = "{}") {
        QTest::newRow(name) << aim << switches;
    };
    const QByteArray older = R"({"no-v3":true})";
    add("v2, a new collection", { .kind = v2 });
    add("v3, a new collection", { .kind = v3 });
    add("v2, a collection with types", { .kind = v2, .isThere = true });
    add("v3, a collection with types", { .kind = v3, .isThere = true });
    add("v2 alone, nobody tells the types", { .kind = v2, .isThere = true, .withoutSchema = true }, older);
    add("v2, lines", { .kind = v2, .grouped = true });
    add("v3, lines", { .kind = v3, .grouped = true });
    add("v3, lines, a collection with types", { .kind = v3, .grouped = true, .isThere = true });
    add("v2 alone, lines of the account's orders", { .kind = v2, .grouped = true, .ofAccount = true }, older);
    add("v2, the account's", { .kind = v2, .ofAccount = true });
    add("v3, the account's, a collection with types", { .kind = v3, .ofAccount = true, .isThere = true });
    add("v2, contacts by id", { .kind = v2, .byId = true });
    add("v3, contacts by id, lines", { .kind = v3, .grouped = true, .byId = true });
    add("v2, keys that are made", { .kind = v2, .madeKeys = true });
    add("v3, keys that are made, a collection with types", { .kind = v3, .madeKeys = true, .isThere = true });
    add("v2, reasons with details", { .kind = v2 }, R"({"fault-detail":true})");
}

void TestOrdersTruth::everyRowAndEveryMember()
{
    QFETCH(OrdersAim, aim);
    QFETCH(QByteArray, switches);
    m_server->farEnd().admin("POST"_ba, "switches"_ba, switches);
    const OrdersPlan plan(aim);
    OrdersRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), orderParts());
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY2(run.wrongRows().isEmpty(), qPrintable(run.wrongRows()));
    QVERIFY2(run.wrongOrders().isEmpty(), qPrintable(run.wrongOrders()));
    QCOMPARE(run.wrongSums(), QString());
    QVERIFY(run.parts().size() > 2);
}

void TestOrdersTruth::lostRepliesAreAskedAbout_data()
{
    QTest::addColumn<OrdersAim>("aim");
    QTest::addColumn<QByteArray>("fault");
    for (const char *const kind : { "loseReply", "resetAfter", "halfReply", "resetDuring" }) {
        QTest::addRow("v2, %s", kind) << OrdersAim { .kind = v2, .isThere = true } << QByteArray(kind);
        QTest::addRow("v3, lines, %s", kind) << OrdersAim { .kind = v3, .grouped = true } << QByteArray(kind);
    }
}

/// Nobody can tell whether a part has arrived: its rows are unknown, until the person says that it may be
/// sent again. That is harmless, as a record with the same key is replaced by itself.
void TestOrdersTruth::lostRepliesAreAskedAbout()
{
    QFETCH(OrdersAim, aim);
    QFETCH(QByteArray, fault);
    const OrdersPlan plan(aim);
    OrdersRun run(*m_server, plan);
    m_server->farEnd().plant(R"([{"service":"dotdigital","path":"*import*","method":")"
                             + QByteArray(aim.kind == v3 ? "PUT" : "POST") + R"(","after":1,"kind":")" + fault
                             + "\"}]");
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), orderParts());
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY(run.open() > 0);
    QCOMPARE(run.tally().of(Outcome::Unknown), run.open());
    QCOMPARE(run.sendAgain(client), QString());
    QVERIFY2(run.wrongRows().isEmpty(), qPrintable(run.wrongRows()));
    QVERIFY2(run.wrongOrders().isEmpty(), qPrintable(run.wrongOrders()));
    QCOMPARE(run.wrongSums(), QString());
}

void TestOrdersTruth::neverGuesses_data()
{
    QTest::addColumn<OrdersAim>("aim");
    QTest::addColumn<QByteArray>("switches");
    const auto add = [](const char *name, const QByteArray &switches) {
        QTest::addRow("v2, %s", name) << OrdersAim { .kind = v2 } << switches;
        QTest::addRow("v2, lines, %s", name) << OrdersAim { .kind = v2, .grouped = true } << switches;
    };
    add("nobody is named", R"({"null-faults":true})");
    add("one is not named", R"({"lose-faults":1})");
    add("it counts otherwise", R"({"insight-miscount":1})");
}

/// Where the report does not tell enough, rows are unknown; none is said to be what it is not.
void TestOrdersTruth::neverGuesses()
{
    QFETCH(OrdersAim, aim);
    QFETCH(QByteArray, switches);
    m_server->farEnd().admin("POST"_ba, "switches"_ba, switches);
    const OrdersPlan plan(aim);
    OrdersRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), orderParts());
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY2(run.wrongRows(true).isEmpty(), qPrintable(run.wrongRows(true)));
    QVERIFY2(run.wrongOrders().isEmpty(), qPrintable(run.wrongOrders()));
    QCOMPARE(run.tally().total(), qint64(plan.rows().size()));
    QCOMPARE(run.tally().of(Outcome::LeftOut), plan.count(Outcome::LeftOut));
    QVERIFY(run.tally().of(Outcome::Unknown) > 0 || switches.contains("miscount"));
    QVERIFY(std::ranges::any_of(run.parts(), [](const PartRecord &part) { return !part.message.isEmpty(); }));
}

void TestOrdersTruth::unknownContactsAreFoundBefore_data()
{
    QTest::addColumn<OrdersAim>("aim");
    QTest::addColumn<bool>("sendsAll");
    QTest::newRow("left out") << OrdersAim { .kind = v2 } << false;
    QTest::newRow("lines, left out") << OrdersAim { .kind = v3, .grouped = true } << false;
    QTest::newRow("lines, sent all the same") << OrdersAim { .kind = v3, .grouped = true } << true;
}

/// Asked to, Rowlift looks for the contacts beforehand: whose is not there is left out, or fails as before.
void TestOrdersTruth::unknownContactsAreFoundBefore()
{
    QFETCH(OrdersAim, aim);
    QFETCH(bool, sendsAll);
    aim.looksFirst = true;
    aim.sendsUnfound = sendsAll;
    const OrdersPlan plan(aim);
    OrdersRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), orderParts());
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY2(run.wrongRows().isEmpty(), qPrintable(run.wrongRows()));
    QVERIFY2(run.wrongOrders().isEmpty(), qPrintable(run.wrongOrders()));
    QCOMPARE(run.wrongSums(), QString());
    const auto failures = std::ranges::count_if(plan.rows(), [](const OrdersPlan::Row &row) {
        return row.code == u"ContactEmailDoesNotExist" || row.code == u"rowlift:notFound";
    });
    QVERIFY(failures > 10 || !aim.grouped);
}

QTEST_GUILESS_MAIN(TestOrdersTruth)
#include "test_orders_truth.moc"
