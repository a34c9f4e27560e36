#include "app/practice/server.h"
#include "tests/unit/practice/marketo_client.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray onePerson = "email,firstName\nada@example.com,Ada\n";

QByteArray manyPeople(int count)
{
    QByteArray csv = "email,lastName\n";
    for (int i = 0; i < count; ++i)
        csv += "person" + QByteArray::number(i) + "@example.com,Person\n";
    return csv;
}

} // namespace

/// Where imports wait, what they say while they are worked on, and how they end. Source:
/// contracts/marketo.md, 9.4 and 9.7.
class TestPracticeQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void statesAndCountersGrow()
    {
        m_client->setSwitch("rows-per-tick"_ba, "100"_ba);
        m_client->setSwitch("marketo-queue-delay"_ba, "1000"_ba);
        const qint64 batch = firstOf(m_client->post(manyPeople(1000))).value("batchId"_L1).toInteger();
        QCOMPARE(m_client->status(batch).value("status"_L1).toString(), u"Queued"_s);
        QVERIFY(!m_client->status(batch).contains("numOfLeadsProcessed"_L1));
        m_client->moveClock(1000);
        QTRY_COMPARE(m_client->status(batch).value("status"_L1).toString(), u"Importing"_s);
        QCOMPARE(m_client->status(batch).value("numOfLeadsProcessed"_L1).toInt() % 100, 0);
        m_client->moveClock(4);
        QTRY_VERIFY(m_client->status(batch).value("numOfLeadsProcessed"_L1).toInt() >= 400);
        QVERIFY(m_client->status(batch).value("numOfLeadsProcessed"_L1).toInt() < 1000);
        QCOMPARE(m_client->waitForEnd(batch).value("numOfLeadsProcessed"_L1).toInt(), 1000);
    }

    void twoRunAndTenWait()
    {
        m_client->setSwitch("rows-per-tick"_ba, "1"_ba);
        m_client->setSwitch("marketo-queue-delay"_ba, "0"_ba);
        QList<qint64> batches;
        for (int i = 0; i < 10; ++i)
            batches.append(firstOf(m_client->post(manyPeople(300))).value("batchId"_L1).toInteger());
        const Reply refused = m_client->post(onePerson);
        QCOMPARE(refusalOf(refused), 1016);
        QCOMPARE(wordsOf(refused),
                 "There are 10 imports currently being processed. Please try again later"_ba);
        const auto running = [&] {
            QList<qint64> ids;
            for (const qint64 batch : batches)
                if (m_client->status(batch).value("status"_L1).toString() == u"Importing")
                    ids.append(batch);
            return ids;
        };
        QTRY_COMPARE(running(), batches.first(2));
        m_client->moveClock(301);
        QTRY_COMPARE(m_client->status(batches[1]).value("status"_L1).toString(), u"Complete"_s);
        QVERIFY(firstOf(m_client->post(onePerson)).contains("batchId"_L1));
    }

    void oneImportAtATimeIntoAList()
    {
        m_client->setSwitch("marketo-queue-delay"_ba, "100"_ba);
        const qint64 batch = firstOf(m_client->post(onePerson, "?format=csv&listId=1042"_ba))
                                 .value("batchId"_L1)
                                 .toInteger();
        const Reply refused = m_client->post(onePerson, "?format=csv&listId=1042"_ba);
        QCOMPARE(refusalOf(refused), 1019);
        QCOMPARE(wordsOf(refused), "Import in progress"_ba);
        QCOMPARE(refusalOf(m_client->post(onePerson, "?format=csv&listId=1043"_ba)), -1);
        m_client->waitForEnd(batch);
        QCOMPARE(refusalOf(m_client->post(onePerson, "?format=csv&listId=1042"_ba)), -1);
    }

    void othersFillTheQueue()
    {
        m_client->setSwitch("foreign-seconds"_ba, "50"_ba);
        m_client->setSwitch("foreign-jobs"_ba, "9"_ba);
        const qint64 batch = firstOf(m_client->post(onePerson)).value("batchId"_L1).toInteger();
        QCOMPARE(refusalOf(m_client->post(onePerson)), 1016);
        // They get done, two at a time, and make room.
        QTRY_VERIFY((m_client->moveClock(51), refusalOf(m_client->post(onePerson)) == -1));
        QCOMPARE(m_client->waitForEnd(batch).value("status"_L1).toString(), u"Complete"_s);
    }

    void jobsFailWhereAsked()
    {
        m_client->setSwitch("fail-job"_ba, "4"_ba);
        m_client->setSwitch("fail-words"_ba, "\"Import failed, list was deleted\""_ba);
        const QJsonObject end = m_client->import(manyPeople(10));
        QCOMPARE(end.value("status"_L1).toString(), u"Failed"_s);
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 4);
        QCOMPARE(end.value("message"_L1).toString(), u"Import failed, list was deleted"_s);
        m_client->setSwitch("fail-job"_ba, "\"start\""_ba);
        QCOMPARE(m_client->import(manyPeople(10)).value("numOfLeadsProcessed"_L1).toInt(), 0);
    }

    void batchesLiveAWeek()
    {
        const qint64 batch = m_client->import(onePerson).value("batchId"_L1).toInteger();
        m_client->moveClock(6 * 24 * 3600);
        m_client->signIn();
        QVERIFY(!m_client->status(batch).isEmpty());
        m_client->moveClock(24 * 3600 + 60);
        m_client->signIn();
        const Reply gone
            = m_client->ask("GET"_ba, "/bulk/v1/leads/batch/" + QByteArray::number(batch) + ".json");
        QCOMPARE(refusalOf(gone), 1013);
        QCOMPARE(refusalOf(m_client->failures(batch)), 1013);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/bulk/v1/leads/batch/1.json"_ba)), 1013);
    }

    void aKilledServerGoesOn()
    {
        m_client->setSwitch("rows-per-tick"_ba, "100"_ba);
        m_client->setSwitch("marketo-queue-delay"_ba, "0"_ba);
        QByteArray csv = manyPeople(1000);
        csv.replace("person700@example.com", "");
        csv.replace("person10@example.com", "");
        const qint64 batch = firstOf(m_client->post(csv)).value("batchId"_L1).toInteger();
        m_client->moveClock(4);
        QTRY_VERIFY(m_client->status(batch).value("numOfLeadsProcessed"_L1).toInt() >= 300);
        m_client.reset();
        m_server.reset();
        start();
        const QJsonObject end = m_client->waitForEnd(batch);
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 998);
        QCOMPARE(end.value("numOfRowsFailed"_L1).toInt(), 2);
        QCOMPARE(parsedResult(m_client->failures(batch).body).size(), 3);
        QSet<QString> addresses;
        for (const QJsonObject &lead : m_client->records())
            if (lead.value("email"_L1).toString().endsWith(u"@example.com"))
                addresses.insert(lead.value("email"_L1).toString());
        QCOMPARE(addresses.size(), 998);
    }

    void adminSeesImportsAndResets()
    {
        m_client->import("email\nreset@example.com\n\n"_ba, "?format=csv&listId=1042&partitionName=EMEA"_ba);
        const QJsonObject import = m_client->records("imports"_ba).first();
        QCOMPARE(import.value("status"_L1).toString(), u"Complete"_s);
        QCOMPARE(import.value("rows"_L1).toInt(), 1);
        QCOMPARE(import.value("listId"_L1).toInt(), 1042);
        QVERIFY(import.value("startedAt"_L1).toString() >= import.value("createdAt"_L1).toString());
        QCOMPARE(m_client->leads(u"reset@example.com"_s).first().value("leadPartitionId"_L1).toInt(), 2);
        const qint64 batch = import.value("batchId"_L1).toInteger();
        m_client->admin("POST"_ba, "/reset"_ba);
        QCOMPARE(m_client->records().size(), 5);
        QCOMPARE(m_client->records().first().value("id"_L1).toInt(), 318601);
        QVERIFY(m_client->records("imports"_ba).isEmpty() && m_client->records("listMembers"_ba).isEmpty());
        QVERIFY(m_client->status(batch).isEmpty());
        QCOMPARE(m_client->import(onePerson).value("numOfLeadsProcessed"_L1).toInt(), 1);
    }

    void instantTakesEveryRow()
    {
        m_client.reset();
        m_server.reset();
        Options options;
        options.instant = true;
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<MarketoClient>(m_server->ready().line);
        const qsizetype before = m_client->records().size();
        const qint64 batch = firstOf(m_client->post(manyPeople(500) + "x@example.com,X\nx@example.com,Y\n",
                                                    "?format=csv&listId=1042"_ba))
                                 .value("batchId"_L1)
                                 .toInteger();
        const QJsonObject status = m_client->status(batch);
        QCOMPARE(status.value("status"_L1).toString(), u"Complete"_s);
        QCOMPARE(status.value("numOfLeadsProcessed"_L1).toInt(), 502);
        QCOMPARE(m_client->records().size(), before + 501);
        QCOMPARE(m_client->records("listMembers"_ba).size(), 501);
    }

private:
    void start()
    {
        Options options;
        options.dataFolder = m_folder->path();
        options.switches = { { u"rate"_s, u"100000"_s } }; // tests ask in quick succession
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<MarketoClient>(m_server->ready().line);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<MarketoClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeQueue)
#include "test_practice_queue.moc"
