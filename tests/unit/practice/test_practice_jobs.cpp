#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray contactInsert = "{\"object\":\"Contact\",\"operation\":\"insert\"}";
const QByteArray contactUpsert
    = "{\"object\":\"Contact\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Crm_Key__c\"}";

QJsonDocument recorded(const QString &name)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA) + u"/salesforce/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/// Member names with the JSON type of each, so that answers can be held against recorded ones whose values
/// differ.
QMap<QString, int> shape(const QJsonObject &object)
{
    QMap<QString, int> names;
    for (auto each = object.begin(); each != object.end(); ++each)
        names.insert(each.key(), each.value().type());
    return names;
}

} // namespace

class TestPracticeJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        startAgain();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void answersHaveTheRecordedShapes()
    {
        const auto job = m_client->ask("POST"_ba, jobsPath, "application/json"_ba,
                                       "{\"object\":\"Account\",\"operation\":\"update\"}"_ba);
        QCOMPARE(job.status, 200);
        QCOMPARE(shape(job.object()), shape(recorded(u"job-01-create-open.json"_s).object()));
        QVERIFY(job.body.contains("\"apiVersion\":61.0"));
        const QByteArray path = jobsPath + '/' + job.object().value("id"_L1).toString().toLatin1();
        QCOMPARE(shape(m_client->ask("GET"_ba, path).object()),
                 shape(recorded(u"job-02-get-open.json"_s).object()));
        const auto put = m_client->ask("PUT"_ba, path + "/batches", "text/csv"_ba, "Id,Phone\n"_ba);
        QCOMPARE(put.status, 201);
        QCOMPARE(put.headers.value("content-length"_ba), "0"_ba);
        QCOMPARE(shape(m_client->ask("GET"_ba, path).object()),
                 shape(recorded(u"job-03-get-open-after-put.json"_s).object()));
        const auto closed
            = m_client->ask("PATCH"_ba, path, "application/json"_ba, "{\"state\":\"UploadComplete\"}"_ba);
        QCOMPARE(shape(closed.object()), shape(recorded(u"job-04-patch-uploadcomplete.json"_s).object()));
        const QJsonObject done = m_client->waitForEnd(path.mid(path.lastIndexOf('/') + 1));
        QCOMPARE(shape(done), shape(recorded(u"job-06-get-jobcomplete.json"_s).object()));
        const auto upsert = m_client->ask("POST"_ba, jobsPath, "application/json"_ba, contactUpsert);
        QCOMPARE(shape(upsert.object()), shape(recorded(u"job-08-create-upsert.json"_s).object()));
        const auto unknown = m_client->ask("GET"_ba, jobsPath + "/750gK0000000001AAA");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(QJsonDocument::fromJson(unknown.body), recorded(u"job-10-not-found.json"_s));
    }

    void emptyResultsAreHeaderLines()
    {
        const QJsonObject job
            = m_client->run("{\"object\":\"Account\",\"operation\":\"update\"}"_ba, "Id,Phone\n"_ba);
        QCOMPARE(job.value("state"_L1).toString(), u"JobComplete"_s);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        QCOMPARE(m_client->result(id, "failedResults"_ba), "\"sf__Id\",\"sf__Error\",Id,Phone\n"_ba);
        QCOMPARE(m_client->result(id, "successfulResults/"_ba), "\"sf__Id\",\"sf__Created\",Id,Phone\n"_ba);
        QCOMPARE(m_client->result(id, "unprocessedRecords"_ba), "Id,Phone\n"_ba);
        setSwitch("{\"empty-results\":\"204\"}"_ba);
        QCOMPARE(m_client->ask("GET"_ba, jobsPath + '/' + id + "/failedResults").status, 204);
    }

    void takesOnePutOnly()
    {
        const QByteArray path = jobsPath + '/' + m_client->createJob(contactInsert) + "/batches";
        QCOMPARE(m_client->ask("PUT"_ba, path, "text/csv"_ba, "LastName\nStone\n"_ba).status, 201);
        const Reply second = m_client->ask("PUT"_ba, path, "text/csv"_ba, "LastName\nMarsh\n"_ba);
        QCOMPARE(second.status, 400);
        QCOMPARE(second.errorCode(), u"CLIENTINPUTERROR"_s);
        QVERIFY(second.body.contains("Found multiple contents for job"));
    }

    void refusesCallsInTheWrongState()
    {
        const QByteArray path = jobsPath + '/' + m_client->createJob(contactInsert);
        QCOMPARE(m_client->ask("DELETE"_ba, path).errorCode(), u"INVALIDJOBSTATE"_s);
        QCOMPARE(m_client->ask("GET"_ba, path + "/failedResults").errorCode(), u"INVALIDJOBSTATE"_s);
        QCOMPARE(m_client->ask("PATCH"_ba, path, "application/json"_ba, "{\"state\":\"Aborted\"}"_ba).status,
                 200);
        const Reply again
            = m_client->ask("PATCH"_ba, path, "application/json"_ba, "{\"state\":\"Aborted\"}"_ba);
        QCOMPARE(again.status, 400);
        QVERIFY(again.body.contains("Aborting already Completed Job not allowed"));
        QCOMPARE(m_client->ask("PUT"_ba, path + "/batches", "text/csv"_ba, "LastName\nX\n"_ba).errorCode(),
                 u"INVALIDJOBSTATE"_s);
        const Reply removed = m_client->ask("DELETE"_ba, path);
        QCOMPARE(removed.status, 204);
        QCOMPARE(m_client->ask("GET"_ba, path).status, 404);
    }

    void refusesWrongCreates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown object")
            << "{\"object\":\"Contct\",\"operation\":\"insert\"}"_ba << u"INVALIDENTITY"_s;
        QTest::newRow("no operation") << "{\"object\":\"Contact\"}"_ba << u"INVALIDJOB"_s;
        QTest::newRow("no external id")
            << "{\"object\":\"Contact\",\"operation\":\"upsert\"}"_ba << u"INVALIDJOB"_s;
        QTest::newRow("no key field")
            << "{\"object\":\"Contact\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Title\"}"_ba
            << u"INVALIDJOB"_s;
        QTest::newRow("unknown property")
            << "{\"object\":\"Contact\",\"operation\":\"insert\",\"speed\":1}"_ba << u"JSON_PARSER_ERROR"_s;
        QTest::newRow("wrong line ending")
            << "{\"object\":\"Contact\",\"operation\":\"insert\",\"lineEnding\":\"CR\"}"_ba
            << u"JSON_PARSER_ERROR"_s;
        QTest::newRow("hard delete") << "{\"object\":\"Contact\",\"operation\":\"hardDelete\"}"_ba
                                     << u"FEATURENOTENABLED"_s;
    }

    void refusesWrongCreates()
    {
        QFETCH(QByteArray, json);
        const Reply reply = m_client->ask("POST"_ba, jobsPath, "application/json"_ba, json);
        QCOMPARE(reply.status, 400);
        QTEST(reply.errorCode(), "code");
    }

    void insertsAndReportsEachRowOnce()
    {
        const QJsonObject job = m_client->run(
            "{\"object\":\"Contact\",\"operation\":\"insert\",\"columnDelimiter\":\"SEMICOLON\",\"lineEnding\":\"CRLF\"}"_ba,
            "FirstName;LastName;\"Email\"\r\nAda;\"O\"\"Stone;\nII\";ada@example.com\r\nBen;;ben@example.com\r\n"_ba);
        QCOMPARE(job.value("numberRecordsProcessed"_L1).toInt(), 2);
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 1);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        const QByteArray good = m_client->result(id, "successfulResults"_ba);
        QVERIFY(good.startsWith("\"sf__Id\";\"sf__Created\";FirstName;LastName;\"Email\"\r\n\"003gK0"));
        QVERIFY(good.endsWith("\";\"true\";\"Ada\";\"O\"\"Stone;\nII\";\"ada@example.com\"\r\n"));
        QCOMPARE(
            m_client->result(id, "failedResults"_ba),
            "\"sf__Id\";\"sf__Error\";FirstName;LastName;\"Email\"\r\n"
            "\"\";\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\";\"Ben\";\"\";\"ben@example.com\"\r\n"_ba);
        const QList<QJsonObject> contacts = m_client->records("Contact"_ba);
        QCOMPARE(contacts.last().value("LastName"_L1).toString(), u"O\"Stone;\nII"_s);
    }

    void upsertUpdatesWhatIsThere()
    {
        const QJsonObject job = m_client->run(
            contactUpsert,
            "Crm_Key__c,LastName,Title\nk-seed-1,Stonewall,\nNEW-1,Fresh,Dr\nNEW-1,Again,Dr\n"_ba);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        QMap<QByteArray, QByteArray> created;
        for (const QByteArrayList &row : parsedResult(m_client->result(id, "successfulResults"_ba)).mid(1))
            created.insert(row[2], row[1]);
        QCOMPARE(created,
                 (QMap<QByteArray, QByteArray> { { "k-seed-1"_ba, "false"_ba }, { "NEW-1"_ba, "true"_ba } }));
        QVERIFY(m_client->result(id, "failedResults"_ba)
                    .contains("DUPLICATE_VALUE:Duplicate external id specified: NEW-1:Crm_Key__c --"));
        const QJsonObject ada = m_client->records("Contact"_ba).first();
        QCOMPARE(ada.value("LastName"_L1).toString(), u"Stonewall"_s);
        QCOMPARE(ada.value("FirstName"_L1).toString(), u"Ada"_s);
    }

    void deletesOnceAndKnowsTheDead()
    {
        const QByteArray id = m_client->records("Contact"_ba).first().value("Id"_L1).toString().toLatin1();
        const QByteArray json = "{\"object\":\"Contact\",\"operation\":\"delete\"}"_ba;
        const QByteArray first = m_client->run(json, "Id\n" + id + '\n').value("id"_L1).toString().toLatin1();
        QCOMPARE(m_client->result(first, "successfulResults"_ba),
                 "\"sf__Id\",\"sf__Created\",Id\n\"" + id + "\",\"false\",\"" + id + "\"\n");
        const QByteArray second
            = m_client->run(json, "Id\n" + id + '\n').value("id"_L1).toString().toLatin1();
        QVERIFY(
            m_client->result(second, "failedResults"_ba).contains("ENTITY_IS_DELETED:entity is deleted:--"));
    }

    void jobsFailAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("message");
        const QByteArray row = "\nStone\n";
        QTest::newRow("unknown field")
            << contactInsert << "Emial" + row << u"InvalidBatch : Field name not found : Emial"_s;
        QTest::newRow("read-only field")
            << contactInsert << "CreatedDate" + row << u"InvalidBatch : Field name not found : CreatedDate"_s;
        QTest::newRow("id in an insert")
            << contactInsert << "Id" + row << u"InvalidBatch : Field name not found : Id"_s;
        QTest::newRow("byte order mark") << contactInsert << "\xEF\xBB\xBFLastName" + row
                                         << u"InvalidBatch : Field name not found : \uFEFFLastName"_s;
        QTest::newRow("line ends")
            << contactInsert << "LastName\r\nStone\r\n"_ba
            << u"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF"_s;
        QTest::newRow("no prefix for two kinds")
            << "{\"object\":\"Lead\",\"operation\":\"insert\"}"_ba
            << "Owner.Email" + row << u"InvalidBatch : Field name not found : Owner.Email"_s;
        QTest::newRow("delete with more than ids")
            << "{\"object\":\"Contact\",\"operation\":\"delete\"}"_ba
            << "Id,LastName\nx,y\n"_ba
            << u"InvalidBatch : InvalidBatch : The 'delete' batch must contain only ids."_s;
        QTest::newRow("key column missing")
            << contactUpsert << "LastName" + row << u"InvalidBatch : Field name not found : Crm_Key__c"_s;
    }

    void jobsFailAsAWhole()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, csv);
        const QJsonObject job = m_client->run(json, csv);
        QCOMPARE(job.value("state"_L1).toString(), u"Failed"_s);
        QTEST(job.value("errorMessage"_L1).toString(), "message");
        QCOMPARE(shape(job).size() - job.contains("externalIdFieldName"_L1),
                 shape(recorded(u"job-07-get-failed.json"_s).object()).size());
        QCOMPARE(job.value("numberRecordsProcessed"_L1).toInt(-1), 0);
        const QByteArray id = job.value("id"_L1).toString().toLatin1();
        QVERIFY(
            m_client->result(id, "unprocessedrecords"_ba).startsWith(csv.left(csv.indexOf('\n')).trimmed()));
        QCOMPARE(m_client->result(id, "unprocessedrecords"_ba).count('\n'), csv.count('\n'));
    }

    void resultsComeShuffledAndWhole()
    {
        const QByteArray csv = manyRows(1000);
        QByteArrayList names = csv.trimmed().split('\n').mid(1);
        const auto lastNames = [&](const QByteArray &id) {
            QByteArrayList got;
            for (const QByteArrayList &row :
                 parsedResult(m_client->result(id, "successfulResults"_ba)).mid(1))
                got.append(row[2]);
            return got;
        };
        QByteArrayList shuffled
            = lastNames(m_client->run(contactInsert, csv).value("id"_L1).toString().toLatin1());
        QVERIFY(shuffled != names);
        std::sort(shuffled.begin(), shuffled.end());
        QByteArrayList sorted = names;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(shuffled, sorted);
        setSwitch("{\"keep-order\":true}"_ba);
        QCOMPARE(lastNames(m_client->run(contactInsert, csv).value("id"_L1).toString().toLatin1()), names);
    }

    void failsInTheMiddleWithTheRestUnprocessed()
    {
        setSwitch("{\"fail-job\":350}"_ba);
        const QByteArray failedId
            = m_client->run(contactInsert, manyRows(1000)).value("id"_L1).toString().toLatin1();
        const auto rows = [&](const QByteArray &resource) {
            return parsedResult(m_client->result(failedId, resource)).size() - 1;
        };
        QCOMPARE(rows("successfulResults"_ba), 350);
        QCOMPARE(rows("unprocessedrecords"_ba), 650);
    }

    void rowsAddUpWhenAJobIsAbortedOnTheWay()
    {
        const int rows = 200'000; // four seconds at the server's pace
        const QByteArray id = m_client->createJob(contactInsert);
        m_client->ask("PUT"_ba, jobsPath + '/' + id + "/batches", "text/csv"_ba, manyRows(rows));
        m_client->ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba,
                      "{\"state\":\"UploadComplete\"}"_ba);
        QTRY_VERIFY(
            m_client->ask("GET"_ba, jobsPath + '/' + id).object().value("numberRecordsProcessed"_L1).toInt()
            > 0);
        QCOMPARE(
            m_client
                ->ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba, "{\"state\":\"Aborted\"}"_ba)
                .status,
            200);
        const auto count
            = [&](const QByteArray &resource) { return m_client->result(id, resource).count('\n') - 1; };
        const qsizetype done = count("successfulResults"_ba);
        QVERIFY(done > 0 && done < rows);
        QCOMPARE(done + count("unprocessedrecords"_ba), rows);
        QCOMPARE(m_client->records("Contact"_ba).size(), done + 5);
    }

    void waitsForItsClock()
    {
        const QByteArray id = m_client->createJob(contactInsert);
        m_client->ask("PUT"_ba, jobsPath + '/' + id + "/batches", "text/csv"_ba, "LastName\nStone\n"_ba);
        setSwitch("{\"slow-queue\":3600}"_ba);
        m_client->ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba,
                      "{\"state\":\"UploadComplete\"}"_ba);
        m_client->admin("POST"_ba, "/clock"_ba, "{\"seconds\":3500}"_ba);
        QCOMPARE(m_client->ask("GET"_ba, jobsPath + '/' + id).object().value("state"_L1).toString(),
                 u"UploadComplete"_s);
        m_client->admin("POST"_ba, "/clock"_ba, "{\"seconds\":3500}"_ba);
        QTRY_COMPARE(m_client->ask("GET"_ba, jobsPath + '/' + id).object().value("state"_L1).toString(),
                     u"JobComplete"_s);
    }

    void goesOnAfterARestart()
    {
        const QByteArray id = m_client->createJob(contactInsert);
        m_client->ask("PUT"_ba, jobsPath + '/' + id + "/batches", "text/csv"_ba, manyRows(20'000));
        m_client->ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba,
                      "{\"state\":\"UploadComplete\"}"_ba);
        m_client->admin("POST"_ba, "/clock"_ba, "{\"seconds\":2}"_ba);
        const QString oldToken = m_client->org().value("token"_L1).toString();
        startAgain();
        QCOMPARE(m_client->org().value("token"_L1).toString(), oldToken);
        QCOMPARE(m_client->waitForEnd(id).value("numberRecordsProcessed"_L1).toInt(), 20'000);
        QCOMPARE(parsedResult(m_client->result(id, "successfulResults"_ba)).size() - 1, 20'000);
        QCOMPARE(m_client->records("Contact"_ba).size(), 20'005);
    }

    void pagesTheListOfJobs()
    {
        Wire wire(m_client->port());
        QSet<QString> made;
        for (int i = 0; i < 1001; ++i)
            made.insert(wire.ask("POST"_ba, jobsPath,
                                 { m_client->bearer(), "Content-Type: application/json"_ba }, contactInsert)
                            .object()
                            .value("id"_L1)
                            .toString());
        QJsonObject page
            = wire.ask("GET"_ba, jobsPath + "?jobType=V2Ingest", { m_client->bearer() }).object();
        QCOMPARE(page.value("records"_L1).toArray().size(), 1000);
        QCOMPARE(page.value("done"_L1).toBool(), false);
        QSet<QString> seen;
        for (const QJsonValue &record : page.value("records"_L1).toArray())
            seen.insert(record.toObject().value("id"_L1).toString());
        page = wire.ask("GET"_ba, page.value("nextRecordsUrl"_L1).toString().toLatin1(),
                        { m_client->bearer() })
                   .object();
        QCOMPARE(page.value("done"_L1).toBool(), true);
        QVERIFY(page.value("nextRecordsUrl"_L1).isNull());
        for (const QJsonValue &record : page.value("records"_L1).toArray())
            seen.insert(record.toObject().value("id"_L1).toString());
        QCOMPARE(seen, made);
    }

    void multipartMakesARunningJob()
    {
        const QByteArray body
            = "--B\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"job\"\r\n\r\n"
            + contactInsert
            + "\r\n--B\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name=\"content\"; "
              "filename=\"content\"\r\n\r\n"
              "LastName\nStone\n\r\n--B--\r\n";
        const Reply made = m_client->ask("POST"_ba, jobsPath, "multipart/form-data; boundary=B"_ba, body);
        QCOMPARE(made.object().value("state"_L1).toString(), u"UploadComplete"_s);
        QVERIFY(!made.object().contains("contentUrl"_L1));
        QCOMPARE(m_client->waitForEnd(made.object().value("id"_L1).toString().toLatin1())
                     .value("numberRecordsProcessed"_L1)
                     .toInt(),
                 1);
    }

    void spellsOfTheStateWord()
    {
        const QByteArray path = jobsPath + '/' + m_client->createJob(contactInsert);
        setSwitch("{\"strict-state\":true}"_ba);
        QCOMPARE(m_client->ask("PATCH"_ba, path, "application/json"_ba, "{\"state\":\"uploadComplete\"}"_ba)
                     .errorCode(),
                 u"JSON_PARSER_ERROR"_s);
        setSwitch("{\"strict-state\":false}"_ba);
        const Reply taken
            = m_client->ask("PATCH"_ba, path, "application/json"_ba, "{\"state\":\"uploadComplete\"}"_ba);
        QCOMPARE(taken.object().value("state"_L1).toString(), u"UploadComplete"_s);
    }

private:
    void startAgain()
    {
        m_server.reset();
        Options options;
        options.dataFolder = m_folder->path();
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server->ready().line);
    }

    void setSwitch(const QByteArray &json)
    {
        QCOMPARE(m_client->admin("POST"_ba, "/switches"_ba, json).status, 200);
    }

    static QByteArray manyRows(int count)
    {
        QByteArray csv = "LastName\n";
        for (int i = 0; i < count; ++i)
            csv += "Name " + QByteArray::number(i) + '\n';
        return csv;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<PracticeClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeJobs)
#include "test_practice_jobs.moc"
