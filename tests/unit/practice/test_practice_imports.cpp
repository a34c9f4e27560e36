#include "app/practice/server.h"
#include "tests/unit/practice/marketo_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray formType = "multipart/form-data; boundary=xYzZY";
const QByteArray onePerson = "email,firstName\nada@example.com,Ada\n";
const QByteArray reasonHead = "Import Failure Reason";

} // namespace

/// Bulk imports of leads as the contract describes them, over real sockets. Source: contracts/marketo.md, 9.
class TestPracticeImports : public QObject {
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

    void theVendorsExample()
    {
        const Reply created
            = m_client->post("email,firstName,lastName,leadScore\n"
                             "ada@example.com,Ada,Byron,12\n"
                             "grace@example.org,Grace,Hopper,abc\n"
                             "not-an-address,Linus,Pauling,3\n"_ba,
                             "?format=csv&lookupField=email&listId=1042&partitionName=Default"_ba);
        const QJsonObject first = firstOf(created);
        const qint64 batch = first.value("batchId"_L1).toInteger();
        QVERIFY(first.value("batchId"_L1).isDouble() && batch > 0);
        QCOMPARE(first.value("importId"_L1).toString(), QString::number(batch));
        QCOMPARE(first.value("status"_L1).toString(), u"Queued"_s);
        const QJsonObject end = m_client->waitForEnd(batch);
        QCOMPARE(end.value("status"_L1).toString(), u"Complete"_s);
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 2);
        QCOMPARE(end.value("numOfRowsFailed"_L1).toInt(), 1);
        QCOMPARE(end.value("numOfRowsWithWarning"_L1).toInt(), 1);
        QCOMPARE(end.value("message"_L1).toString(),
                 u"Import completed with errors, 2 records imported (2 members), 1 failed, 1 warning."_s);
        const Reply failures = m_client->failures(batch);
        QCOMPARE(failures.headers.value("content-type"_ba), "text/csv;charset=UTF-8"_ba);
        QCOMPARE(failures.body,
                 "email,firstName,lastName,leadScore,Import Failure Reason\n"
                 "grace@example.org,Grace,Hopper,abc,Invalid data type in field Lead Score\n"_ba);
        QCOMPARE(m_client->warnings(batch).body,
                 "email,firstName,lastName,leadScore,Import Warning Reason\n"
                 "not-an-address,Linus,Pauling,3,Invalid email address\n"_ba);
        QCOMPARE(m_client->leads(u"ada@example.com"_s).size(), 1);
        QCOMPARE(m_client->leads(u"not-an-address"_s).size(), 1);
        QCOMPARE(m_client->leads(u"grace@example.org"_s).size(), 0);
        QCOMPARE(m_client->leads(u"ada@example.com"_s).first().value("leadScore"_L1).toInt(), 12);
        QCOMPARE(m_client->records("listMembers"_ba).size(), 2);
    }

    void messagesAreTheServices_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("message");
        QTest::newRow("all in") << "email\na@example.com\nb@example.com\nc@example.com\n"_ba
                                << u"Import succeeded, 3 records imported (3 members)"_s;
        QTest::newRow("one failed")
            << "email,visitCount\na@example.com,1\nb@example.com,2\nc@example.com,x\n"_ba
            << u"Import completed with errors, 2 records imported (2 members), 1 failed"_s;
        QTest::newRow("none in")
            << "email,visitCount\na@example.com,x\n"_ba
            << u"Import completed with errors, 0 records imported (0 members), 1 failed"_s;
        QTest::newRow("a warning") << "email\nnobody\n"_ba
                                   << u"Import succeeded, 1 records imported (1 members), 1 warning."_s;
    }

    void messagesAreTheServices()
    {
        QFETCH(QByteArray, csv);
        const QJsonObject end = m_client->import(csv);
        QTEST(end.value("message"_L1).toString(), "message");
        QCOMPARE(end.value("status"_L1).toString(), u"Complete"_s);
    }

    void refusalsAtSubmit_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QByteArray good = multipartBody({ filePart(onePerson) });
        QTest::newRow("no form") << "?format=csv"_ba
                                 << "text/csv"_ba << onePerson << 612 << "Invalid Content Type"_ba;
        QTest::newRow("no boundary") << "?format=csv"_ba
                                     << "multipart/form-data"_ba << good << 613
                                     << "Invalid Multipart Request"_ba;
        QTest::newRow("not closed") << "?format=csv"_ba << formType << good.chopped(6) << 613 << QByteArray();
        QTest::newRow("no file") << "?format=csv"_ba << formType
                                 << multipartBody({ { "name=\"lookupField\"", "email" } }) << 1002
                                 << "Missing value for the required parameter 'file'"_ba;
        QTest::newRow("a file without a name")
            << "?format=csv"_ba << formType << multipartBody({ { "name=\"file\"", onePerson } }) << 1002
            << QByteArray();
        QTest::newRow("no byte") << "?format=csv"_ba << formType << multipartBody({ filePart({}) }) << 1003
                                 << "Empty file"_ba;
        QTest::newRow("the header alone")
            << "?format=csv"_ba << formType << multipartBody({ filePart("email,firstName\n") }) << 1003
            << "Empty file"_ba;
        QTest::newRow("format") << "?format=xlsx"_ba << formType << good << 1003 << "Invalid data"_ba;
        QTest::newRow("unknown look-up") << "?format=csv&lookupField=userId"_ba << formType << good << 1006
                                         << "Lookup field 'userId' not found"_ba;
        QTest::newRow("look-up by a name") << "?format=csv&lookupField=firstName"_ba << formType << good
                                           << 1011 << "Field 'firstName' not supported"_ba;
        QTest::newRow("list is no number") << "?format=csv&listId=abc"_ba << formType << good << 1001
                                           << "Invalid value 'abc'. Required of type 'Integer'"_ba;
        QTest::newRow("unknown list")
            << "?format=csv&listId=7"_ba << formType << good << 1013 << "Object not found"_ba;
        QTest::newRow("partition") << "?format=csv&partitionName=Mars%20North"_ba << formType << good << 1008
                                   << "Access denied to partition 'Mars North'"_ba;
    }

    void refusalsAtSubmit()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, words);
        const Reply reply = m_client->ask("POST"_ba, "/bulk/v1/leads.json" + query, type, body);
        QCOMPARE(reply.status, 200);
        QTEST(refusalOf(reply), "code");
        if (!words.isEmpty())
            QCOMPARE(wordsOf(reply), words);
    }

    void optionsMayBePartsInAnyOrder()
    {
        const QByteArray body = "a preamble\r\n"
            + multipartBody({ { "name=\"listId\"", "1042" },
                              { "name=\"file\"; filename=\"C:\\lists\\people.csv\"",
                                "loyaltyNumber;lastName\nL-7;Seven\n" },
                              { "name=\"format\"", "SSV" },
                              { "name=\"lookupField\"", "loyaltyNumber" } })
            + "an epilogue";
        const Reply reply = m_client->ask("POST"_ba, "/bulk/v1/leads.json"_ba, formType, body);
        m_client->waitForEnd(firstOf(reply).value("batchId"_L1).toInteger());
        QCOMPARE(m_client->records().last().value("loyaltyNumber"_L1).toString(), u"L-7"_s);
        QCOMPARE(m_client->records("listMembers"_ba).size(), 1);
        // The query wins over the form.
        const Reply refused
            = m_client->ask("POST"_ba, "/bulk/v1/leads.json?lookupField=userId"_ba, formType, body);
        QCOMPARE(refusalOf(refused), 1006);
    }

    void contentMayLookLikeABoundary()
    {
        const QByteArray text = "one\r\n--xYzZYlonger\r\n--xYzZ";
        const QJsonObject end = m_client->import("email,surveyAnswer\na@example.com,\"" + text + "\"");
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 1);
        QCOMPARE(m_client->leads(u"a@example.com"_s).first().value("surveyAnswer"_L1).toString(),
                 QString::fromLatin1(text));
    }

    void tenMebibytesAreTheLimit()
    {
        const QByteArray csv = "email,longNotes\n"_ba + QByteArray(11 * 1024 * 1024, 'x') + "\n";
        const Reply reply = m_client->post(csv);
        QCOMPARE(reply.status, 413);
        QVERIFY(reply.headers.value("content-type"_ba).startsWith("text/html"));
    }

    void rowsFailWithTheServicesWords_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("reason");
        const QByteArray usual = "?format=csv";
        const QByteArray noEmail = "Value for lookup field 'email' not found";
        QTest::newRow("empty look-up") << "email,lastName\n,Nobody\n"_ba << usual << noEmail;
        QTest::newRow("no look-up column") << "lastName\nNobody\n"_ba << usual << noEmail;
        QTest::newRow("byte order mark") << "\xef\xbb\xbf"
                                            "email,lastName\na@example.com,A\n"_ba
                                         << usual << noEmail;
        QTest::newRow("blank in the header") << "lastName, email\nA,a@example.com\n"_ba << usual << noEmail;
        QTest::newRow("case of the header") << "Email\na@example.com\n"_ba << usual << noEmail;
        QTest::newRow("cleared look-up") << "email\nNULL\n"_ba << usual << noEmail;
        QTest::newRow("integer") << "email,visitCount\na@example.com,1.5\n"_ba << usual
                                 << "Invalid data type in field Number of Visits"_ba;
        QTest::newRow("percent") << "email,discountPercent\na@example.com,30%\n"_ba << usual
                                 << "Invalid data type in field Discount Percent"_ba;
        QTest::newRow("currency") << "email,lifetimeValue\na@example.com,\"1,000.00\"\n"_ba << usual
                                  << "Invalid data type in field Lifetime Value"_ba;
        QTest::newRow("float") << "email,distanceKm\na@example.com,near\n"_ba << usual
                               << "Invalid data type in field Distance (km)"_ba;
        QTest::newRow("boolean") << "email,newsletterOptIn\na@example.com,maybe\n"_ba << usual
                                 << "Invalid data type in field Newsletter opt-in"_ba;
        QTest::newRow("date") << "email,dateOfBirth\na@example.com,31.12.1999\n"_ba << usual
                              << "Invalid data type in field Date of Birth"_ba;
        QTest::newRow("no such date") << "email,dateOfBirth\na@example.com,2001-02-29\n"_ba << usual
                                      << "Invalid data type in field Date of Birth"_ba;
        QTest::newRow("datetime") << "email,lastCall\na@example.com,2026-01-01 10:00\n"_ba << usual
                                  << "Invalid data type in field Last Call"_ba;
        QTest::newRow("too long") << "email,firstName\na@example.com,"_ba + QByteArray(256, 'x') + "\n"
                                  << usual << "Invalid value for field First Name: maximum length is 255"_ba;
        QTest::newRow("too many bytes")
            << "email,longNotes\na@example.com,"_ba + QByteArray("ü").repeated(15'001) + "\n"
            << usual << "Invalid value for field Long Notes: maximum length is 30000"_ba;
        QTest::newRow("several matches") << "email,lastName\nTwins@acme.example,X\n"_ba << usual
                                         << "Multiple leads match the lookup criteria"_ba;
        QTest::newRow("id not there") << "id,lastName\n5,X\n"_ba
                                      << "?format=csv&lookupField=id"_ba
                                      << "Lead not found"_ba;
        QTest::newRow("another partition") << "email,lastName\nemea@acme.example,X\n"_ba
                                           << "?format=csv&partitionName=EMEA%20West"_ba
                                           << "Partition update not allowed"_ba;
    }

    void rowsFailWithTheServicesWords()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, query);
        const qsizetype before = m_client->records().size();
        const QJsonObject end = m_client->import(csv, query);
        QCOMPARE(end.value("status"_L1).toString(), u"Complete"_s);
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 0);
        QCOMPARE(end.value("numOfRowsFailed"_L1).toInt(), 1);
        const auto rows = parsedResult(m_client->failures(end.value("batchId"_L1).toInteger()).body);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].last(), reasonHead);
        QTEST(rows[1].last(), "reason");
        QCOMPARE(rows[0].size(), rows[1].size());
        QCOMPARE(m_client->records().size(), before);
    }

    void valuesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QJsonValue>("stored");
        QTest::newRow("text") << "firstName"_ba
                              << "\"Ada \"\"A\"\", B\""_ba << QJsonValue(u"Ada \"A\", B"_s);
        QTest::newRow("lines") << "surveyAnswer"_ba
                               << "\"one\r\ntwo\""_ba << QJsonValue(u"one\r\ntwo"_s);
        QTest::newRow("as long as may be")
            << "firstName"_ba << QByteArray("ü").repeated(255) << QJsonValue(QString(255, u'ü'));
        QTest::newRow("integer") << "visitCount"_ba
                                 << "-12"_ba << QJsonValue(-12);
        QTest::newRow("score") << "leadScore"_ba
                               << "7"_ba << QJsonValue(7);
        QTest::newRow("percent") << "discountPercent"_ba
                                 << "30"_ba << QJsonValue(30);
        QTest::newRow("currency") << "lifetimeValue"_ba
                                  << "10.40"_ba << QJsonValue(10.4);
        QTest::newRow("true") << "newsletterOptIn"_ba
                              << "True"_ba << QJsonValue(true);
        QTest::newRow("no") << "unsubscribed"_ba
                            << "no"_ba << QJsonValue(false);
        QTest::newRow("date") << "dateOfBirth"_ba
                              << "1999-12-31"_ba << QJsonValue(u"1999-12-31"_s);
        QTest::newRow("offset") << "lastCall"_ba
                                << "2026-01-01T10:00:00+02:00"_ba << QJsonValue(u"2026-01-01T08:00:00Z"_s);
        QTest::newRow("UTC") << "lastCall"_ba
                             << "2026-01-01T10:00:00Z"_ba << QJsonValue(u"2026-01-01T10:00:00Z"_s);
        QTest::newRow("US Central") << "lastCall"_ba
                                    << "2026-07-01T10:00:00"_ba << QJsonValue(u"2026-07-01T15:00:00Z"_s);
        QTest::newRow("of a CRM") << "crmAccountTier"_ba
                                  << "Gold"_ba << QJsonValue(u"Gold"_s);
        QTest::newRow("read only") << "inferredCity"_ba
                                   << "Berlin"_ba << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("formula") << "fullAddress"_ba
                                 << "Berlin"_ba << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("unknown") << "shoeSize"_ba
                                 << "43"_ba << QJsonValue(QJsonValue::Undefined);
    }

    void valuesAreTaken()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        const QJsonObject end = m_client->import("email," + field + "\nvalue@example.com," + text + '\n');
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 1);
        QCOMPARE(end.value("numOfRowsFailed"_L1).toInt(), 0);
        QCOMPARE(end.value("numOfRowsWithWarning"_L1).toInt(), 0);
        QTEST(m_client->leads(u"value@example.com"_s).first().value(QString::fromLatin1(field)), "stored");
    }

    void emptyLeavesAndNullClears()
    {
        m_client->import("email,firstName,lastName\nkeep@example.com,Ada,Byron\n"_ba);
        m_client->import("email,firstName,lastName\nKEEP@example.com,,null\n"_ba);
        const auto leads = m_client->leads(u"keep@example.com"_s);
        QCOMPARE(leads.size(), 1);
        QCOMPARE(leads.first().value("firstName"_L1).toString(), u"Ada"_s);
        QVERIFY(!leads.first().contains("lastName"_L1));
    }

    void oneKeyTwiceGoesInOrder()
    {
        const QJsonObject end = m_client->import("email,firstName,firstName\n"
                                                 "two@example.com,a,First\n"
                                                 "TWO@example.com,b,Second\n"_ba);
        QCOMPARE(end.value("numOfLeadsProcessed"_L1).toInt(), 2);
        const auto leads = m_client->leads(u"two@example.com"_s);
        QCOMPARE(leads.size(), 1);
        QCOMPARE(leads.first().value("firstName"_L1).toString(), u"Second"_s);
    }

    void lookupByOtherFields_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("text") << "loyaltyNumber"_ba
                              << "L-9"_ba;
        QTest::newRow("number") << "memberNumber"_ba
                                << "900"_ba;
        QTest::newRow("address") << "secondEmail"_ba
                                 << "second@example.com"_ba;
        QTest::newRow("no describe names it") << "twitterId"_ba
                                              << "tw9"_ba;
        QTest::newRow("read only") << "sfdcLeadId"_ba
                                   << "00Q000000000001"_ba;
    }

    void lookupByOtherFields()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        const QByteArray query = "?format=tsv&lookupField=" + field;
        m_client->import(field + "\temail\n" + value + "\tfirst@example.com\n", query);
        const qsizetype before = m_client->records().size();
        if (field != "sfdcLeadId") { // what cannot be written is not found again
            m_client->import(field + "\temail\n" + value + "\tother@example.com\n", query);
            QCOMPARE(m_client->records().size(), before);
            QCOMPARE(m_client->leads(u"other@example.com"_s).size(), 1);
        }
        QCOMPARE(m_client->leads(u"first@example.com"_s).size(), field == "sfdcLeadId" ? 1 : 0);
    }

    void failuresFilesEchoWhatCame()
    {
        const QJsonObject end = m_client->import("rowliftRow\tshoeSize\temail\tvisitCount\n"
                                                 "17\t43\t\"a\"\"b@example.com\"\tx\n"
                                                 "99\n"_ba,
                                                 "?format=tsv"_ba);
        const Reply failures = m_client->failures(end.value("batchId"_L1).toInteger());
        QCOMPARE(failures.headers.value("content-type"_ba), "text/tab-separated-values;charset=UTF-8"_ba);
        QCOMPARE(failures.body,
                 "rowliftRow\tshoeSize\temail\tvisitCount\tImport Failure Reason\n"
                 "17\t43\t\"a\"\"b@example.com\"\tx\tInvalid data type in field Number of Visits\n"
                 "99\t\t\t\tValue for lookup field 'email' not found\n"_ba);
    }

    void compactFilesLoseEmptyCells()
    {
        m_client->setSwitch("failures-columns"_ba, "\"compact\""_ba);
        const QJsonObject end = m_client->import("firstName,lastName,phone,email\n"
                                                 "Benji,Nordstrom,212-555-2323,\n"
                                                 "Ann,,,\n"_ba);
        QCOMPARE(m_client->failures(end.value("batchId"_L1).toInteger()).body,
                 "firstName,lastName,phone,Import Failure Reason\n"
                 "Benji,Nordstrom,212-555-2323,Value for lookup field 'email' not found\n"
                 "Ann,Value for lookup field 'email' not found\n"_ba);
    }

    void noFileWhereNothingIsNamed()
    {
        const qint64 batch = m_client->import(onePerson).value("batchId"_L1).toInteger();
        QCOMPARE(m_client->failures(batch).status, 404);
        QCOMPARE(m_client->warnings(batch).body, QByteArray());
        m_client->setSwitch("no-failures-file"_ba, "\"empty\""_ba);
        QCOMPARE(m_client->failures(batch).status, 200);
        QCOMPARE(m_client->failures(batch).body, QByteArray());
    }

    void unreadableFilesFailTheJob_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("an open quote") << "email,lastName\na@example.com,\"A\nb@example.com,B\n"_ba;
        QTest::newRow("more cells than the header") << "email\na@example.com,A\n"_ba;
    }

    void unreadableFilesFailTheJob()
    {
        QFETCH(QByteArray, csv);
        const QJsonObject end = m_client->import(csv);
        QCOMPARE(end.value("status"_L1).toString(), u"Failed"_s);
        QCOMPARE(end.value("message"_L1).toString(), u"Import failed, unable to read file"_s);
    }

    void countersMayDisagree_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("processed");
        QTest::addColumn<int>("failed");
        QTest::addColumn<int>("named");
        QTest::newRow("as it is") << "x"_ba
                                  << "1"_ba << 1 << 2 << 2;
        QTest::newRow("the other reading") << "counts"_ba
                                           << "\"include-failed\""_ba << 3 << 2 << 2;
        QTest::newRow("more counted") << "miscount"_ba
                                      << "true"_ba << 1 << 3 << 2;
        QTest::newRow("fewer counted") << "miscount"_ba
                                       << "-1"_ba << 1 << 1 << 2;
        QTest::newRow("not named") << "drop-failure"_ba
                                   << "true"_ba << 1 << 2 << 1;
    }

    void countersMayDisagree()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        m_client->setSwitch(name, value);
        const QJsonObject end
            = m_client->import("email,visitCount\na@example.com,1\nb@example.com,x\nc@example.com,y\n"_ba);
        QTEST(end.value("numOfLeadsProcessed"_L1).toInt(), "processed");
        QTEST(end.value("numOfRowsFailed"_L1).toInt(), "failed");
        const auto rows = parsedResult(m_client->failures(end.value("batchId"_L1).toInteger()).body);
        QTEST(int(rows.size()) - 1, "named");
    }

    void importIdMayBeAbsent()
    {
        m_client->setSwitch("batch-without-import-id"_ba, "true"_ba);
        const QJsonObject first = firstOf(m_client->post(onePerson));
        QVERIFY(!first.contains("importId"_L1));
        QVERIFY(!m_client->waitForEnd(first.value("batchId"_L1).toInteger()).contains("importId"_L1));
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

QTEST_GUILESS_MAIN(TestPracticeImports)
#include "test_practice_imports.moc"
