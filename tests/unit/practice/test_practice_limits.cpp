#include "app/practice/server.h"
#include "tests/unit/practice/marketo_client.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <vector>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray smallCall = "/rest/v1/leads/partitions.json";

} // namespace

/// Marketo's allowances and refusals. Source: contracts/marketo.md, 5 and 6.
class TestPracticeLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>(Options());
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<MarketoClient>(m_server->ready().line);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void aHundredCallsInTwentySeconds()
    {
        Wire wire(m_client->port());
        const QByteArrayList headers { "Authorization: Bearer " + m_client->token() };
        for (int i = 0; i < 100; ++i)
            QCOMPARE(refusalOf(wire.ask("GET"_ba, smallCall, headers)), -1);
        const Reply refused = wire.ask("GET"_ba, smallCall, headers);
        QCOMPARE(refused.status, 200);
        QCOMPARE(refusalOf(refused), 606);
        QCOMPARE(wordsOf(refused), "Max rate limit '100' exceeded with in '20' secs"_ba);
        m_client->moveClock(20);
        QCOMPARE(refusalOf(wire.ask("GET"_ba, smallCall, headers)), -1);
    }

    void signInsAndStarredErrorsAreFree()
    {
        m_client->setSwitch("rate"_ba, "3"_ba);
        m_client->setSwitch("error"_ba, "\"608\""_ba);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 608);
        m_client->setSwitch("error"_ba, "false"_ba);
        for (int i = 0; i < 10; ++i)
            m_client->signIn();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 606);
    }

    void tenCallsAtATime()
    {
        std::vector<std::unique_ptr<Wire>> busy;
        const QByteArray head
            = "POST /rest/v1/leads.json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              "Authorization: Bearer "
            + m_client->token() + "\r\nContent-Length: 12\r\n\r\n";
        for (int i = 0; i < 10; ++i) {
            busy.push_back(std::make_unique<Wire>(m_client->port()));
            busy.back()->send(head);
        }
        QTRY_COMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 615);
        busy.back()->send("{\"input\":[]}"_ba);
        QCOMPARE(refusalOf(busy.back()->receive()), 1002);
        QTRY_COMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
    }

    void theDayEndsInUsCentral()
    {
        m_client->setSwitch("daily-calls"_ba, "5"_ba);
        m_client->setSwitch("rate"_ba, "1000"_ba);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 607);
        const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("America/Chicago"));
        const QDateTime midnight(now.date().addDays(1), {}, now.timeZone());
        const int seconds = static_cast<int>(now.secsTo(midnight));
        m_client->moveClock(seconds - 5);
        m_client->signIn();
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 607);
        m_client->moveClock(10);
        m_client->signIn();
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
    }

    void everyCodeByFaultAndBySwitch_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : { 600,  601,  602,  603,  604,  605,  606,  607,  608,  609,  610,  611,  612,
                                613,  614,  615,  616,  701,  702,  703,  704,  709,  710,  711,  713,  718,
                                719,  1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1013,
                                1014, 1015, 1016, 1017, 1018, 1019, 1021, 1022, 1026, 1029, 1036 })
            QTest::addRow("%d", code) << code;
    }

    void everyCodeByFaultAndBySwitch()
    {
        QFETCH(int, code);
        const QByteArray number = QByteArray::number(code);
        m_client->admin("POST"_ba, "/faults"_ba,
                        R"([{"service":"marketo","path":"*partitions*","kind":"status","value":)" + number
                            + "}]");
        const Reply planted = m_client->ask("GET"_ba, smallCall);
        QCOMPARE(planted.status, 200);
        QCOMPARE(refusalOf(planted), code);
        QVERIFY(!wordsOf(planted).isEmpty() && !wordsOf(planted).contains('%'));
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
        m_client->setSwitch("error"_ba, "\"" + number + "@*/lists*\"");
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/lists/1042.json"_ba)), code);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
    }

    void gatewayErrorsAreHtml_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : { 413, 414, 500, 502, 503 })
            QTest::addRow("%d", status) << status;
    }

    void gatewayErrorsAreHtml()
    {
        QFETCH(int, status);
        m_client->admin("POST"_ba, "/faults"_ba,
                        R"([{"service":"marketo","kind":"status","value":)" + QByteArray::number(status)
                            + "}]");
        const Reply reply = m_client->ask("GET"_ba, smallCall);
        QCOMPARE(reply.status, status);
        QVERIFY(reply.headers.value("content-type"_ba).startsWith("text/html"));
    }

    void usageCountsCallsAndErrors()
    {
        m_client->ask("GET"_ba, smallCall);
        m_client->ask("GET"_ba, "/rest/v1/nothing.json"_ba);
        const QJsonObject usage = firstOf(m_client->ask("GET"_ba, "/rest/v1/stats/usage.json"_ba));
        QCOMPARE(usage.value("total"_L1).toInt(), 2);
        const QJsonObject errors = firstOf(m_client->ask("GET"_ba, "/rest/v1/stats/errors.json"_ba));
        const QJsonObject first = errors.value("errors"_L1).toArray().first().toObject();
        QCOMPARE(first.value("errorCode"_L1).toString(), u"610"_s);
        QCOMPARE(first.value("count"_L1).toInt(), 1);
    }

    void instantHasNoLimitUnlessAsked()
    {
        Options options;
        options.instant = true;
        m_client.reset();
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<MarketoClient>(m_server->ready().line);
        for (int i = 0; i < 120; ++i)
            QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), -1);
        m_client->setSwitch("rate"_ba, "100"_ba);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, smallCall)), 606);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<MarketoClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeLimits)
#include "test_practice_limits.moc"
