#include "tests/e2e/plan_test.h"
#include "tests/survive/far_end.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using rowlift::Credentials;
using rowlift::testing::FarEnd;

namespace {

const auto orders = "Bestellung;Mail;Datum;Summe;Artikel;Menge\n"
                    "SO-1;ada@example.com;03.02.2026;12,50;Gießkanne;2\n"
                    "SO-2;known@example.com;;3;\"Stuhl \"\"A\"\"\";1\n"
                    "SO-3;nobody@example.net;;1;Nagel;100\n"
                    "SO-1;ada@example.com;03.02.2026;12,50;Öl;1\n";

QByteArray ordersProfileOf(const QByteArray &target)
{
    return R"({"rowlift":2,"name":"Orders","service":"dotdigital","account":"Far","target":)" + target
        + R"(,"header":["Bestellung","Mail","Datum","Summe","Artikel","Menge"],"columns":[
        {"column":"Bestellung","field":"id","property":"text"},
        {"column":"Mail"},
        {"column":"Datum","field":"day","property":"date","dates":{"order":"dayFirst"}},
        {"column":"Summe","field":"order_total","property":"number","decimals":"comma"},
        {"column":"Artikel","field":"products[].name","property":"text"},
        {"column":"Menge","field":"products[].qty","property":"number"}],
        "options":{"scope":"contact","identifier":"email"},
        "extras":[{"field":"$key","columns":["Bestellung"]},{"field":"$contact","columns":["Mail"]}]})";
}

const QByteArray intoLines
    = R"({"object":"insightData/WebOrders","operation":"upsert","keyField":"$key","list":"products"})";

} // namespace

/// Orders for Dotdigital from the command line.
class TestOrdersProgram : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsRowsAndRecords();
    void sendsJustWhatPlanShows_data();
    void sendsJustWhatPlanShows();
    void unknownUntilThePersonHasDecided();
    void findsUnknownContactsFirst();
    void refusesNamesThatNoCollectionCanHave();

private:
    Run runFar(const QStringList &arguments) const { return run(arguments, m_secret + '\n'); }
    QStringList with(const QString &command, const QStringList &more = {},
                     const QByteArray &target = intoLines) const
    {
        return QStringList { command, write(u"orders.csv"_s, orders), u"--profile"_s,
                             write(u"orders.rowlift"_s, ordersProfileOf(target)) }
        + more;
    }
    QStringList importing(const QStringList &more = {}) const
    {
        return with(u"import"_s,
                    QStringList { u"--account"_s, u"Far"_s, u"--yes"_s, u"--json"_s, u"--no-brake"_s,
                                  u"--secret-stdin"_s }
                        + more);
    }
    /// What is stored of an order.
    QJsonObject stored(const QString &key) const;
    static int rows(const Run &run, const QString &member) { return run.json()[u"rows"][member].toInt(); }

    QProcess m_practice;
    std::unique_ptr<FarEnd> m_farEnd;
    QByteArray m_secret;
};

void TestOrdersProgram::init()
{
    newHome();
    m_practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                     { u"practice"_s, u"--json"_s, u"--data"_s, path(u"far"_s) });
    QVERIFY(m_practice.waitForReadyRead(20'000));
    m_farEnd = std::make_unique<FarEnd>(QJsonDocument::fromJson(m_practice.readLine()).object());
    const Credentials user = m_farEnd->credentials(u"dotdigital"_s);
    m_secret = user.clientSecret.reveal().toUtf8();
    const Run added = runFar({ u"account"_s, u"add"_s, u"Far"_s, u"--service"_s, u"dotdigital"_s, u"--url"_s,
                               user.url.toString(), u"--user"_s, user.clientId, u"--secret-stdin"_s });
    QVERIFY2(added.exit == 0, added.err.constData());
}

void TestOrdersProgram::cleanup()
{
    m_practice.closeWriteChannel();
    m_practice.waitForFinished(20'000);
}

QJsonObject TestOrdersProgram::stored(const QString &key) const
{
    for (const QJsonObject &record : m_farEnd->insight(u"WebOrders"_s)) {
        if (record[u"key"].toString() == key)
            return record;
    }
    return {};
}

void TestOrdersProgram::countsRowsAndRecords()
{
    const Run imported = runFar(importing());
    QVERIFY2(imported.exit == 1, imported.err.constData());
    QCOMPARE(imported.json()[u"state"].toString(), u"finished"_s);
    QCOMPARE(rows(imported, u"total"_s), 4);
    QCOMPARE(rows(imported, u"in"_s), 3);
    QCOMPARE(rows(imported, u"failed"_s), 1);
    QCOMPARE(imported.json()[u"records"][u"in"].toInt(), 2);
    QCOMPARE(imported.json()[u"records"][u"failed"].toInt(), 1);
    const QJsonObject reason = imported.json()[u"reasons"][0].toObject();
    QCOMPARE(reason[u"code"].toString(), u"ContactEmailDoesNotExist"_s);
    QCOMPARE(reason[u"rows"].toInt(), 1);
    const QJsonObject order = stored(u"SO-1"_s);
    QCOMPARE(order[u"contact"].toString(), u"ada@example.com"_s);
    const QJsonObject expected { { u"id"_s, u"SO-1"_s },
                                 { u"day"_s, u"2026-02-03"_s },
                                 { u"order_total"_s, 12.5 },
                                 { u"products"_s,
                                   QJsonArray {
                                       QJsonObject { { u"name"_s, u"Gießkanne"_s }, { u"qty"_s, 2 } },
                                       QJsonObject { { u"name"_s, u"Öl"_s }, { u"qty"_s, 1 } } } } };
    QCOMPARE(order[u"json"].toObject(), expected);
    QVERIFY(stored(u"SO-3"_s).isEmpty());
}

void TestOrdersProgram::sendsJustWhatPlanShows_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("v2") << u"insight-v2"_s;
    QTest::newRow("v3") << u"insight-v3"_s;
}

/// A part whose reply was lost is kept until it is decided what becomes of it.
void TestOrdersProgram::sendsJustWhatPlanShows()
{
    QFETCH(QString, kind);
    const QString fields = write(
        u"fields.json"_s,
        R"({"rowlift":"insightData","collection":"WebOrders","type":"custom","api":"v3","isNew":true})");
    const Run planned
        = run(with(u"plan"_s, { u"-o"_s, path(u"plan"_s), u"--kind"_s, kind, u"--fields"_s, fields }));
    QVERIFY2(planned.exit == 0, planned.err.constData());
    QCOMPARE(parts().size(), 2); // lines that have an order in common go in parts of their own
    m_farEnd->plant(R"([{"service":"dotdigital","path":"*import*","kind":"loseReply","times":2}])");
    const Run imported = runFar(importing({ u"--kind"_s, kind }));
    QVERIFY2(rows(imported, u"unknown"_s) == 4, imported.err.constData());
    const QString run = path(u"data/runs/"_s) + imported.json()[u"run"].toString();
    const QStringList kept = QDir(run).entryList({ u"part-*"_s }, QDir::Files, QDir::Name);
    QCOMPARE(kept.size(), 2);
    QSet<QByteArray> sent;
    QSet<QByteArray> shown;
    for (int number = 0; number < 2; ++number) {
        sent << bytesOf(run + u'/' + kept[number]);
        shown << part(parts()[number]);
    }
    QCOMPARE(sent, shown);
}

void TestOrdersProgram::unknownUntilThePersonHasDecided()
{
    m_farEnd->plant(R"([{"service":"dotdigital","path":"*import*","kind":"loseReply","times":2}])");
    const Run imported = runFar(importing());
    QVERIFY2(imported.exit == 4 || imported.exit == 1, imported.err.constData());
    QCOMPARE(rows(imported, u"unknown"_s), 4);
    QVERIFY2(imported.err.contains("--send-again"), imported.err.constData());
    const Run asked = runFar({ u"resume"_s, u"--json"_s, u"--secret-stdin"_s });
    QCOMPARE(rows(asked, u"unknown"_s), 4); // nothing is sent without a word
    const Run decided = runFar({ u"resume"_s, u"--send-again"_s, u"--json"_s, u"--secret-stdin"_s });
    QVERIFY2(decided.exit == 1, decided.err.constData());
    QCOMPARE(rows(decided, u"in"_s), 3);
    QCOMPARE(rows(decided, u"failed"_s), 1);
    QCOMPARE(m_farEnd->insight(u"WebOrders"_s).size(), 2);
}

void TestOrdersProgram::findsUnknownContactsFirst()
{
    const Run imported = runFar(importing({ u"--check-contacts"_s, u"leave-out"_s }));
    QVERIFY2(imported.exit == 1, imported.err.constData());
    QCOMPARE(rows(imported, u"in"_s), 3);
    QCOMPARE(rows(imported, u"leftOut"_s), 1);
    QCOMPARE(imported.json()[u"reasons"][0][u"code"].toString(), u"rowlift:notFound"_s);
    QVERIFY(stored(u"SO-3"_s).isEmpty());
}

void TestOrdersProgram::refusesNamesThatNoCollectionCanHave()
{
    for (const QByteArray &name : { "Web Orders"_ba, "1Orders"_ba, "Web-Orders"_ba, "W"_ba, ""_ba }) {
        const Run refused = runFar(
            with(u"import"_s, { u"--account"_s, u"Far"_s, u"--yes"_s, u"--secret-stdin"_s },
                 R"({"object":"insightData/)" + name + R"(","operation":"upsert","keyField":"$key"})"));
        QVERIFY2(refused.exit == 3, name.constData());
        QVERIFY(!refused.err.isEmpty());
    }
    for (const auto &[method, requested] : m_farEnd->requests())
        QVERIFY(!requested.contains(u"/import"_s));
}

QTEST_GUILESS_MAIN(TestOrdersProgram)
#include "test_orders_program.moc"
