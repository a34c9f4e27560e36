#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray instantInsert = "{\"object\":\"Contact\",\"operation\":\"insert\"}";
constexpr auto successful = "successfulResults";

QSet<QString> instantNames(const QList<QJsonObject> &records)
{
    QSet<QString> names;
    for (const QJsonObject &record : records)
        names.insert(record.value("LastName"_L1).toString());
    return names;
}

} // namespace

/// `--instant`: rows are in as soon as the job is closed, and nothing judges them. Whoever asks must not be
/// able to tell that they are written later.
class TestPracticeInstant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start(true);
        m_seeds = m_client->records("Contact"_ba).size();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void resultsAreTheUploadWithIds()
    {
        const QByteArray upload = "LastName,Description\nStone,\"a \"\"b\"\", c\nd\"\n\"Marsh\",\nHill,x"_ba;
        const QJsonObject job = m_client->run(instantInsert, upload);
        QCOMPARE(job.value("state"_L1).toString(), u"JobComplete"_s);
        QCOMPARE(job.value("numberRecordsProcessed"_L1).toInt(), 3);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        const auto rows = parsedResult(m_client->result(id, successful));
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], (QByteArrayList { "sf__Id", "sf__Created", "LastName", "Description" }));
        QSet<QByteArray> ids;
        for (const QByteArrayList &row : rows.mid(1)) {
            ids.insert(row[0]);
            QCOMPARE(row[1], "true"_ba);
        }
        QCOMPARE(ids.size(), 3);
        QCOMPARE(rows[1].mid(2), (QByteArrayList { "Stone", "a \"b\", c\nd" }));
        QCOMPARE(rows[3].mid(2), (QByteArrayList { "Hill", "x" }));
        QCOMPARE(parsedResult(m_client->result(id, "failedResults"_ba)).size(), 1);
        QCOMPARE(m_client->result(id, "unprocessedrecords"_ba), "LastName,Description\n"_ba);
    }

    void recordsAreThereWhenAskedFor_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::newRow("query")
            << "/services/data/v61.0/query?q=SELECT+Id,LastName+FROM+Contact+WHERE+LastName='Row+2'"_ba;
        QTest::newRow("one record") << "/services/data/v61.0/sobjects/Contact/@ID@"_ba;
    }

    void recordsAreThereWhenAskedFor()
    {
        QFETCH(QByteArray, question);
        const QJsonObject job = m_client->run(instantInsert, "LastName\nRow 1\nRow 2\n"_ba);
        const auto rows
            = parsedResult(m_client->result(job.value("id"_L1).toString().toLatin1(), successful));
        question.replace("@ID@"_ba, rows[2][0]);
        const Reply reply = m_client->ask("GET"_ba, question);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("Row 2"));
        QVERIFY(reply.body.contains(rows[2][0]));
    }

    /// Ids carry over a digit, and no two jobs share one.
    void idsOfResultsAreThoseOfRecords()
    {
        QByteArray upload = "LastName\n";
        for (int row = 0; row < 5'000; ++row)
            upload += "Row " + QByteArray::number(row) + '\n';
        QMap<QByteArray, QByteArray> said;
        for (int round = 0; round < 2; ++round) {
            const QJsonObject job = m_client->run(instantInsert, upload);
            for (const auto &row :
                 parsedResult(m_client->result(job.value("id"_L1).toString().toLatin1(), successful)).mid(1))
                said.insert(row[0], row[2]);
        }
        QCOMPARE(said.size(), 10'000);
        const QList<QJsonObject> records = m_client->records("Contact"_ba);
        QCOMPARE(records.size(), m_seeds + 10'000);
        for (const QJsonObject &record : records.mid(m_seeds))
            QCOMPARE(said.take(record.value("Id"_L1).toString().toLatin1()),
                     record.value("LastName"_L1).toString().toUtf8());
        QVERIFY(said.isEmpty());
    }

    void recordsOutliveTheServerAndTheJob()
    {
        m_client->run(instantInsert, "LastName\nStone\n"_ba);
        const QJsonObject second = m_client->run(instantInsert, "LastName\nMarsh\n"_ba);
        QCOMPARE(
            m_client->ask("DELETE"_ba, jobsPath + '/' + second.value("id"_L1).toString().toLatin1()).status,
            204);
        m_client->run(instantInsert, "LastName\nHill\n"_ba);
        start(false); // one that judges, and so looks at records
        const QList<QJsonObject> records = m_client->records("Contact"_ba);
        QCOMPARE(records.size(), m_seeds + 3);
        QVERIFY(instantNames(records).contains({ u"Stone"_s, u"Marsh"_s, u"Hill"_s }));
    }

    void aRowOutOfFormFailsAlone_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("too many cells") << "Marsh,1,2\n"_ba;
        QTest::newRow("quote inside") << "Mar\"sh,1\n"_ba;
        QTest::newRow("text behind a quote") << "\"Marsh\"x,1\n"_ba;
    }

    void aRowOutOfFormFailsAlone()
    {
        QFETCH(QByteArray, row);
        const QJsonObject job
            = m_client->run(instantInsert, "LastName,Description\nStone,1\n" + row + "Hill,2\n");
        QCOMPARE(job.value("numberRecordsProcessed"_L1).toInt(), 3);
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 1);
        QCOMPARE(m_client->records("Contact"_ba).size(), m_seeds + 2);
    }

    void anUnknownColumnFailsTheJob()
    {
        const QJsonObject job = m_client->run(instantInsert, "LastName,Nothing__c\nStone,1\n"_ba);
        QCOMPARE(job.value("state"_L1).toString(), u"Failed"_s);
        QCOMPARE(m_client->records("Contact"_ba).size(), m_seeds);
    }

    void resetForgetsWhatIsOwed()
    {
        m_client->run(instantInsert, "LastName\nStone\n"_ba);
        QCOMPARE(m_client->admin("POST"_ba, "/reset"_ba).status, 200);
        QCOMPARE(m_client->records("Contact"_ba).size(), m_seeds);
    }

private:
    void start(bool instant)
    {
        m_server.reset();
        Options options;
        options.dataFolder = m_folder->path();
        options.instant = instant;
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server->ready().line);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<PracticeClient> m_client;
    qsizetype m_seeds = 0;
};

QTEST_GUILESS_MAIN(TestPracticeInstant)
#include "test_practice_instant.moc"
