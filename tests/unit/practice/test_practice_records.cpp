#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// Records written by JSON, one by one and many at once. Source: contracts/salesforce.md, 5.1 to 5.3.
class TestPracticeRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString error;
        QVERIFY2(m_server.start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server.ready().line);
    }

    void init()
    {
        QCOMPARE(m_client->admin("POST"_ba, "/reset"_ba).status, 200);
        m_contact = m_client->records("Contact"_ba).first().value("Id"_L1).toString().toLatin1();
    }

    void changesAndDeletesOne()
    {
        QCOMPARE(send("PATCH", "/sobjects/Contact/" + m_contact, R"({"LastName":"Uno","Phone":null})").status,
                 204);
        const Reply shown = send("GET", "/sobjects/Contact/" + m_contact + "?fields=LastName,FirstName");
        QCOMPARE(shown.object().value("LastName"_L1).toString(), u"Uno"_s);
        QCOMPARE(shown.object().value("FirstName"_L1).toString(), u"Ada"_s);
        QVERIFY(!shown.object().contains("Email"_L1));
        QCOMPARE(send("DELETE", "/sobjects/Contact/" + m_contact).status, 204);
        const Reply gone = send("DELETE", "/sobjects/Contact/" + m_contact);
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.errorCode(), u"ENTITY_IS_DELETED"_s);
        QCOMPARE(m_client->records("Contact"_ba).size(), 4);
    }

    void changeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("field") << R"({"Emial":"x"})"_ba << u"INVALID_FIELD"_s;
        QTest::newRow("id in the body") << R"({"Id":"003gK0000000001AAA"})"_ba << u"INVALID_FIELD"_s;
        QTest::newRow("e-mail") << R"({"LastName":"X","Email":"ben@"})"_ba << u"INVALID_EMAIL_ADDRESS"_s;
        QTest::newRow("required") << R"({"LastName":null})"_ba << u"REQUIRED_FIELD_MISSING"_s;
        QTest::newRow("read-only") << R"({"CreatedDate":"2026-01-01T00:00:00Z"})"_ba
                                   << u"INVALID_FIELD_FOR_INSERT_UPDATE"_s;
        QTest::newRow("no parent") << R"({"Account":{"Crm_Key__c":"ACC-9"}})"_ba << u"INVALID_FIELD"_s;
        QTest::newRow("no JSON") << R"({"LastName")"_ba << u"JSON_PARSER_ERROR"_s;
    }

    void changeIsRefused()
    {
        QFETCH(QByteArray, body);
        const Reply reply = send("PATCH", "/sobjects/Contact/" + m_contact, body);
        QCOMPARE(reply.status, 400);
        QTEST(reply.errorCode(), "code");
        QCOMPARE(send("GET", "/sobjects/Contact/" + m_contact).object().value("LastName"_L1).toString(),
                 u"Stone"_s);
    }

    void unknownRecordsAreNotFound()
    {
        QCOMPARE(send("PATCH", "/sobjects/Contact/003gK00000zzzzzAAA", "{}").status, 404);
        QCOMPARE(send("PATCH", "/sobjects/Lead/" + m_contact, "{}").status, 404);
        QCOMPARE(send("GET", "/sobjects/Contact/Crm_Key__c/K-NONE").status, 404);
        QCOMPARE(send("DELETE", "/sobjects/Contact/Crm_Key__c/K-NONE").status, 404);
        QCOMPARE(send("GET", "/sobjects/Contact/LastName/Stone").status, 404);
    }

    void upsertMakesThenChanges()
    {
        const QByteArray path = "/sobjects/Contact/Crm_Key__c/K%2F1%20%C3%BC";
        const Reply made = send("PATCH", path, R"({"LastName":"Two"})");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value("created"_L1).toBool(), true);
        const Reply changed = send("PATCH", path, R"({"LastName":"Three"})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.object().value("created"_L1).toBool(true), false);
        QCOMPARE(changed.object().value("id"_L1), made.object().value("id"_L1));
        const QJsonObject shown = send("GET", path).object();
        QCOMPARE(shown.value("LastName"_L1).toString(), u"Three"_s);
        QCOMPARE(shown.value("Crm_Key__c"_L1).toString(), u"K/1 ü"_s);
        QCOMPARE(send("PATCH", path, R"({"Crm_Key__c":"K2","LastName":"X"})").errorCode(),
                 u"INVALID_FIELD"_s);
        QCOMPARE(send("DELETE", path).status, 204);
        QCOMPARE(send("GET", path).status, 404);
    }

    void upsertSaysSoWhenSeveralMatch()
    {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(
                send("POST", "/sobjects/Contact", R"({"LastName":"Twin","Email":"twin@example.com"})").status,
                201);
        const Reply reply
            = send("PATCH", "/sobjects/Contact/Email/twin%40example.com", R"({"LastName":"One"})");
        QCOMPARE(reply.status, 300);
        const QJsonArray urls = QJsonDocument::fromJson(reply.body).array();
        QCOMPARE(urls.size(), 2);
        QVERIFY(urls[0].toString().startsWith(u"/services/data/v61.0/sobjects/Contact/003"));
    }

    void valuesOfEveryKindArrive()
    {
        const Reply made
            = send("POST", "/sobjects/Lead",
                   R"({"LastName":"Big","Company":"C","AnnualRevenue":1000000,"NumberOfEmployees":1200000,
                                    "DoNotCall":true,"Owner":{"attributes":{"type":"User"},"Email":"mara@acme.example"}})",
                   { "Sforce-Auto-Assign: FALSE"_ba });
        QVERIFY2(made.status == 201, made.body.constData());
        const QJsonObject shown
            = send("GET", "/sobjects/Lead/" + made.object().value("id"_L1).toString().toLatin1()).object();
        QCOMPARE(shown.value("AnnualRevenue"_L1).toDouble(), 1'000'000.0);
        QCOMPARE(shown.value("NumberOfEmployees"_L1).toInt(), 1'200'000);
        QCOMPARE(shown.value("DoNotCall"_L1).toBool(), true);
        QVERIFY(shown.value("OwnerId"_L1).toString().startsWith(u"005"));
    }

    void collectionsReportEachRecordInOrder()
    {
        const Reply made = send("POST", "/composite/sobjects", R"({"allOrNone":false,"records":[
            {"attributes":{"type":"Contact"},"LastName":"A"},
            {"attributes":{"type":"Contact"},"FirstName":"B"},
            {"attributes":{"type":"Lead"},"LastName":"C","Company":"C"},
            {"attributes":{"type":"Contct"},"LastName":"D"}]})");
        QCOMPARE(made.status, 200);
        const QJsonArray results = QJsonDocument::fromJson(made.body).array();
        QCOMPARE(good(results), "+-+-"_ba);
        QCOMPARE(firstError(results[1]), u"REQUIRED_FIELD_MISSING"_s);
        const QByteArray contact = results[0].toObject().value("id"_L1).toString().toLatin1();
        const QByteArray lead = results[2].toObject().value("id"_L1).toString().toLatin1();
        QVERIFY(contact.startsWith("003") && lead.startsWith("00Q"));

        const Reply changed = send("PATCH", "/composite/sobjects",
                                   R"({"records":[
            {"attributes":{"type":"Contact"},"id":")"
                                       + contact + R"(","LastName":"A2"},
            {"attributes":{"type":"Contact"},"LastName":"no id"}]})");
        QCOMPARE(good(QJsonDocument::fromJson(changed.body).array()), "+-"_ba);

        const Reply gone
            = send("DELETE", "/composite/sobjects?ids=" + contact + ",nonsense," + lead + "&allOrNone=false");
        QCOMPARE(good(QJsonDocument::fromJson(gone.body).array()), "+-+"_ba);
        QCOMPARE(send("GET", "/sobjects/Contact/" + contact).status, 404);
    }

    void collectionUpsertTellsWhatIsNew()
    {
        const Reply reply = send("PATCH", "/composite/sobjects/Contact/Crm_Key__c", R"({"records":[
            {"attributes":{"type":"Contact"},"Crm_Key__c":"K-SEED-1","LastName":"Old"},
            {"attributes":{"type":"Contact"},"Crm_Key__c":"K-NEW","LastName":"New"},
            {"attributes":{"type":"Contact"},"Crm_Key__c":"K-NEW","LastName":"Again"}]})");
        const QJsonArray results = QJsonDocument::fromJson(reply.body).array();
        QCOMPARE(good(results), "++-"_ba);
        QCOMPARE(results[0].toObject().value("created"_L1).toBool(true), false);
        QCOMPARE(results[1].toObject().value("created"_L1).toBool(false), true);
        QCOMPARE(firstError(results[2]), u"DUPLICATE_VALUE"_s);
    }

    void allOrNoneLeavesNothing()
    {
        const Reply reply = send("POST", "/composite/sobjects", R"({"allOrNone":true,"records":[
            {"attributes":{"type":"Contact"},"LastName":"A"},{"attributes":{"type":"Contact"}}]})");
        QCOMPARE(reply.status, 200);
        const QJsonArray results = QJsonDocument::fromJson(reply.body).array();
        QCOMPARE(good(results), "--"_ba);
        QCOMPARE(firstError(results[0]), u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s);
        QCOMPARE(firstError(results[1]), u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(m_client->records("Contact"_ba).size(), 5);
    }

    void moreThanTwoHundredAreTooMany()
    {
        const QByteArray one = R"({"attributes":{"type":"Contact"},"LastName":"A"})";
        const QByteArray many = R"({"records":[)" + QByteArrayList(201, one).join(',') + "]}";
        const Reply reply = send("POST", "/composite/sobjects", many);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), u"EXCEEDED_ID_LIMIT"_s);
        QCOMPARE(send("POST", "/composite/sobjects", "{}").errorCode(), u"JSON_PARSER_ERROR"_s);
    }

    void treeIsAllOrNothing()
    {
        const QByteArray first = R"({"attributes":{"type":"Contact","referenceId":"r1"},"LastName":"A"})";
        const Reply failed = send(
            "POST", "/composite/tree/Contact",
            R"({"records":[)" + first
                + R"(,{"attributes":{"type":"Contact","referenceId":"r2"},"LastName":"B","Email":"123"}]})");
        QCOMPARE(failed.status, 400);
        const QJsonArray bad = failed.object().value("results"_L1).toArray();
        QCOMPARE(bad.size(), 1);
        QCOMPARE(bad[0].toObject().value("referenceId"_L1).toString(), u"r2"_s);
        QCOMPARE(firstError(bad[0]), u"INVALID_EMAIL_ADDRESS"_s);
        QCOMPARE(m_client->records("Contact"_ba).size(), 5);

        const Reply made = send("POST", "/composite/tree/Contact/", R"({"records":[)" + first + "]}");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value("hasErrors"_L1).toBool(true), false);
        QCOMPARE(m_client->records("Contact"_ba).size(), 6);
    }

    void treeWantsGoodReferences_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<int>("status");
        QTest::newRow("missing") << R"({"type":"Contact"})"_ba << 403;
        QTest::newRow("form") << R"({"type":"Contact","referenceId":"_r"})"_ba << 400;
        QTest::newRow("again") << R"({"type":"Contact","referenceId":"r1"})"_ba << 400;
        QTest::newRow("kind") << R"({"type":"Lead","referenceId":"r2"})"_ba << 400;
    }

    void treeWantsGoodReferences()
    {
        QFETCH(QByteArray, attributes);
        const Reply reply
            = send("POST", "/composite/tree/Contact",
                   R"({"records":[{"attributes":{"type":"Contact","referenceId":"r1"},"LastName":"A"},
                                     {"LastName":"B","attributes":)"
                       + attributes + "}]}");
        QTEST(reply.status, "status");
        QCOMPARE(m_client->records("Contact"_ba).size(), 5);
    }

    void marketingObjectsAreOnlyDeleted_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("segment") << "MarketSegment"_ba
                                 << "1sg"_ba;
        QTest::newRow("flow") << "FlowRecord"_ba
                              << "2aF"_ba;
    }

    void marketingObjectsAreOnlyDeleted()
    {
        QFETCH(QByteArray, object);
        const QJsonObject describe = send("GET", "/sobjects/" + object + "/describe").object();
        QVERIFY(!describe.value("createable"_L1).toBool(true));
        QVERIFY(describe.value("deletable"_L1).toBool());
        QTEST(describe.value("keyPrefix"_L1).toString().toLatin1(), "prefix");
        QCOMPARE(send("POST", "/sobjects/" + object, R"({"Name":"X"})").errorCode(),
                 u"INVALID_TYPE_FOR_OPERATION"_s);

        const QList<QJsonObject> before = m_client->records(object);
        QVERIFY(!before.isEmpty());
        const QByteArray id = before.first().value("Id"_L1).toString().toLatin1();
        const QJsonObject job
            = m_client->run("{\"object\":\"" + object + "\",\"operation\":\"delete\"}", "Id\n" + id + '\n');
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 0);
        QCOMPARE(m_client->records(object).size(), before.size() - 1);
    }

private:
    Reply send(const char *method, const QByteArray &path, const QByteArray &json = {},
               const QByteArrayList &headers = {})
    {
        return m_client->ask(method, "/services/data/v61.0" + path,
                             json.isEmpty() ? QByteArray() : "application/json"_ba, json, headers);
    }

    /// A sign for each result.
    static QByteArray good(const QJsonArray &results)
    {
        QByteArray signs;
        for (const QJsonValue &result : results)
            signs += result.toObject().value("success"_L1).toBool() ? '+' : '-';
        return signs;
    }

    static QString firstError(const QJsonValue &result)
    {
        return result.toObject()
            .value("errors"_L1)
            .toArray()
            .first()
            .toObject()
            .value("statusCode"_L1)
            .toString();
    }

    Server m_server { Options() };
    std::unique_ptr<PracticeClient> m_client;
    QByteArray m_contact;
};

QTEST_GUILESS_MAIN(TestPracticeRecords)
#include "test_practice_records.moc"
