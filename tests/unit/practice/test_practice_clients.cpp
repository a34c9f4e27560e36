#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// What widely used clients of other makers put on the wire. Source: contracts/in-the-wild.md.
class TestPracticeClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>(Options());
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server->ready().line);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void repliesArePackedOnlyWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("accepts");
        QTest::addColumn<bool>("packed");
        QTest::newRow("gzip") << "gzip"_ba << true;
        QTest::newRow("one of several") << "deflate, gzip;q=0.5"_ba << true;
        QTest::newRow("refused") << "gzip;q=0"_ba << false;
        QTest::newRow("another") << "br"_ba << false;
        QTest::newRow("not asked") << QByteArray() << false;
    }

    void repliesArePackedOnlyWhenAsked()
    {
        QFETCH(QByteArray, accepts);
        const QByteArray path = "/services/data/v61.0/sobjects/Contact/describe";
        QByteArrayList headers { m_client->bearer() };
        if (!accepts.isEmpty())
            headers.append("Accept-Encoding: " + accepts);
        const Reply reply = Wire(m_client->port()).ask("GET"_ba, path, headers);
        QFETCH(bool, packed);
        QCOMPARE(reply.headers.value("content-encoding"_ba), packed ? "gzip"_ba : QByteArray());
        const Reply plain = m_client->ask("GET"_ba, path);
        QVERIFY(!plain.body.isEmpty());
        QCOMPARE(packed ? unpacked(reply.body) : reply.body, plain.body);
    }

    void resultsArePackedAsAStream()
    {
        QByteArray csv = "LastName\n"_ba;
        for (int i = 0; i < 5000; ++i)
            csv += "N" + QByteArray::number(i) + '\n';
        const QJsonObject job = m_client->run("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba, csv);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        const QByteArray path = jobsPath + '/' + id + "/successfulResults";
        Wire wire(m_client->port());
        const Reply packed = wire.ask("GET"_ba, path, { m_client->bearer(), "Accept-Encoding: gzip"_ba });
        QCOMPARE(packed.headers.value("transfer-encoding"_ba), "chunked"_ba);
        QCOMPARE(unpacked(packed.body), m_client->result(id, "successfulResults"_ba));
        QCOMPARE(wire.ask("GET"_ba, path, { m_client->bearer() }).status, 200);
    }

    void headAnswersLikeGetWithoutABody()
    {
        Wire wire(m_client->port());
        wire.send(
            "HEAD /services/data HTTP/1.1\r\nHost: x\r\n\r\nGET /services/data HTTP/1.1\r\nHost: x\r\n\r\n"_ba);
        wire.send("GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"_ba);
        const QByteArray all = wire.receiveUntilClosed();
        QCOMPARE(all.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(all.count("\"version\":\"61.0\""), 1);
        QCOMPARE(all.count("HTTP/1.1 404 "), 1);
    }

    void oldHttpGetsItPlainAndTheEnd()
    {
        Wire wire(m_client->port());
        wire.send("GET /services/data HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n"_ba);
        const QByteArray all = wire.receiveUntilClosed();
        QVERIFY(all.contains("Content-Length: "));
        QVERIFY(all.endsWith("}]"));
    }

    void longAddressesAreRefused()
    {
        const QByteArray query = "/services/data/v61.0/query?q=SELECT+Id+FROM+Contact+WHERE+LastName='";
        QCOMPARE(m_client->ask("GET"_ba, query + QByteArray(16'000, 'a') + '\'').status, 200);
        QCOMPARE(m_client->ask("GET"_ba, query + QByteArray(17'000, 'a') + '\'').status, 414);
    }

    void aPostMayStandForAPatch()
    {
        const QByteArray id = m_client->createJob("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba);
        const Reply reply = m_client->ask("POST"_ba, jobsPath + '/' + id + "?_HttpMethod=PATCH",
                                          "application/json"_ba, "{\"state\":\"Aborted\"}"_ba);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object().value("state"_L1).toString(), u"Aborted"_s);
    }

    void identityIsFoundByWayOfTheResources()
    {
        const QString address
            = m_client->ask("GET"_ba, "/services/data/v61.0/"_ba).object().value("identity"_L1).toString();
        const QString origin = m_client->org().value("url"_L1).toString();
        QVERIFY(address.startsWith(origin + u"/id/00D"_s));
        const QJsonObject me = m_client->ask("GET"_ba, address.mid(origin.size()).toLatin1()).object();
        QVERIFY(address.endsWith(me.value("user_id"_L1).toString()));
        QVERIFY(me.value("urls"_L1).toObject().contains("rest"_L1));
    }

    void basicsOfAnObject()
    {
        const QJsonObject basics = m_client->ask("GET"_ba, "/services/data/v61.0/sobjects/Lead"_ba).object();
        QCOMPARE(basics.value("objectDescribe"_L1).toObject().value("keyPrefix"_L1).toString(), u"00Q"_s);
        QVERIFY(basics.value("recentItems"_L1).isArray());
    }

    void countsAreAsked()
    {
        const Reply reply = query("SELECT+COUNT()+FROM+Contact+WHERE+LastName+IN+('Stone','Marsh')"_ba);
        QCOMPARE(reply.object().value("totalSize"_L1).toInt(), 2);
        QVERIFY(reply.object().value("records"_L1).toArray().isEmpty());
        QCOMPARE(query("SELECT+COUNT(+FROM+Contact"_ba).status, 400);
    }

    void theUserIsAskedFor()
    {
        const QByteArray select = "SELECT+Id,Username+FROM+User+WHERE+Email='";
        QCOMPARE(query(select + "MARA@acme.example'").object().value("totalSize"_L1).toInt(), 1);
        QCOMPARE(query(select + "nobody@acme.example'").object().value("totalSize"_L1).toInt(), 0);
        QCOMPARE(query("SELECT+Shoe+FROM+User"_ba).errorCode(), u"INVALID_FIELD"_s);
    }

    /// A client writes the column of ids into every upsert, blank.
    void upsertTakesABlankColumnOfIds()
    {
        const QJsonObject job = m_client->run(
            "{\"object\":\"Contact\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Crm_Key__c\"}"_ba,
            "Id,Crm_Key__c,LastName\n,K-SEED-1,Stone\n003gK0000000001AAA,K-X,Hill\n"_ba);
        QCOMPARE(job.value("state"_L1).toString(), u"JobComplete"_s);
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 1);
        const auto failed
            = parsedResult(m_client->result(job.value("id"_L1).toString().toLatin1(), "failedResults"_ba));
        QVERIFY(failed[1][1].startsWith("INVALID_FIELD:cannot specify both an external ID"));
    }

private:
    Reply query(const QByteArray &soql)
    {
        return m_client->ask("GET"_ba, "/services/data/v61.0/query?q=" + soql);
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<PracticeClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeClients)
#include "test_practice_clients.moc"
