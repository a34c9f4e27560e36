#include "app/practice/server.h"
#include "tests/unit/practice/dotdigital_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// Insight data as the contract describes them, over real sockets. Source: contracts/dotdigital.md, 4 and 5.
class TestPracticeInsight : public QObject {
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
        const QByteArray body
            = "[{\"key\":\"SO-1001\",\"contactIdentifier\":\"ada@example.com\",\"json\":\"{\\\"id\\\":\\\"SO-"
              "1001\\\","
              "\\\"purchase_date\\\":\\\"2026-02-03T10:15:00Z\\\",\\\"order_total\\\":99.5,\\\"paid\\\":true,"
              "\\\"products\\\":[{\\\"sku\\\":\\\"A-1\\\",\\\"qty\\\":2}]}\"},\n {\"Key\":\"SO-1002\","
              "\"ContactIdentifier\":\"nobody@example.net\",\"Json\":\"{\\\"id\\\":\\\"SO-1002\\\",\\\"order_total\\\":10}\"}]"_ba;
        const Reply sent = m_client->ask("POST"_ba, insightPath + "ShopOrders", body);
        QCOMPARE(sent.status, 202);
        QCOMPARE(sent.object().value("status"_L1).toString(), u"NotStarted"_s);
        const QByteArray id = sent.object().value("id"_L1).toString().toLatin1();
        QCOMPARE(id.size(), 36);
        QCOMPARE(m_client->get(insightPath + id).object().value("status"_L1).toString(), u"NotStarted"_s);
        const Reply early = m_client->get(insightPath + id + "/report");
        QCOMPARE(early.status, 404);
        QCOMPARE(tokenOf(early), "ERROR_IMPORT_REPORT_NOT_FOUND"_ba);
        QCOMPARE(m_client->waitForEnd(insightPath + id), u"Finished"_s);
        QCOMPARE(QByteArray(m_client->get(insightPath + id + "/report").body),
                 "{\"totalItems\":2,\"totalImported\":1,\"totalRejected\":1,\"faults\":[{\"key\":\"SO-1002\","
                 "\"reason\":\"ContactEmailDoesNotExist\"}]}"_ba);
        const auto stored = m_client->records("ShopOrders"_ba);
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().value("key"_L1).toString(), u"SO-1001"_s);
        QCOMPARE(stored.first().value("contact"_L1).toString(), u"ada@example.com"_s);
        QCOMPARE(stored.first().value("json"_L1)["order_total"_L1].toDouble(), 99.5);
        const Reply one = m_client->get("/v2/contacts/transactional-data/shoporders/SO-1001"_ba);
        QCOMPARE(one.object().value("contactIdentifier"_L1).toString(), u"1001"_s);
        QVERIFY(one.object().value("json"_L1).isString());
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &item, const QString &reason) {
            QTest::newRow(name) << item << reason;
        };
        const auto ofAda = [](const QByteArray &json) { return itemV2("K"_ba, "ada@example.com"_ba, json); };
        const QByteArray good = "{\"total\":2,\"name\":\"x\",\"lines\":[{\"sku\":\"B\"}]}"_ba;
        row("good", ofAda(good), QString());
        row("by id", itemV2("K"_ba, "1001"_ba, good), QString());
        row("json as an object",
            "{\"key\":\"K\",\"contactIdentifier\":\"ada@example.com\",\"json\":" + good + '}', QString());
        row("an additional member", ofAda("{\"total\":3,\"colour\":\"red\"}"_ba), QString());
        row("nulls", ofAda("{\"total\":null,\"other\":null}"_ba), QString());
        row("a date in a text", ofAda("{\"name\":\"2026-02-03\"}"_ba), QString());
        row("no key", "{\"contactIdentifier\":\"ada@example.com\",\"json\":\"{}\"}"_ba,
            u"InvalidClientKey"_s);
        row("an empty key", itemV2(""_ba, "ada@example.com"_ba, good), u"InvalidClientKey"_s);
        row("a key too long", itemV2(QByteArray(256, 'k'), "ada@example.com"_ba, good),
            u"InvalidClientKey"_s);
        row("a key with a slash", itemV2("a/b"_ba, "ada@example.com"_ba, good), u"InvalidClientKey"_s);
        row("the same key again", itemV2("FIRST"_ba, "ada@example.com"_ba, good), u"DuplicateKey"_s);
        row("no identifier", "{\"key\":\"K\",\"json\":\"{}\"}"_ba, u"InvalidContactIdentifier"_s);
        row("no e-mail", itemV2("K"_ba, "somebody"_ba, good), u"InvalidContactIdentifier"_s);
        row("account among contacts", itemV2("K"_ba, "account"_ba, good), u"InvalidContactIdentifier"_s);
        row("unknown e-mail", itemV2("K"_ba, "who@example.invalid"_ba, good), u"ContactEmailDoesNotExist"_s);
        row("unknown id", itemV2("K"_ba, "99999999"_ba, good), u"ContactIdDoesNotExist"_s);
        row("no json", "{\"key\":\"K\",\"contactIdentifier\":\"ada@example.com\"}"_ba, u"InvalidJson"_s);
        row("broken json", ofAda("{\"total\":"_ba), u"InvalidJson"_s);
        row("an array as json", ofAda("[1]"_ba), u"InvalidJson"_s);
        row("too deep", ofAda(QByteArray("{\"d\":").repeated(16) + "1" + QByteArray("}").repeated(16)),
            u"InvalidJson"_s);
        row("a long name", ofAda("{\"" + QByteArray(256, 'n') + "\":1}"), u"JsonKeyTooLong"_s);
        row("a name with a blank", ofAda("{\"a b\":1}"_ba), u"JsonKeyInvalidCharacters"_s);
        row("a name with a digit first", ofAda("{\"inner\":{\"1a\":1}}"_ba), u"JsonKeyInvalidCharacters"_s);
        row("a clash", ofAda("{\"order-id\":1,\"order_id\":1}"_ba), u"JsonContainsDashUnderscoreClash"_s);
        row("a clash with a stored one", ofAda("{\"first-name\":\"x\"}"_ba),
            u"JsonContainsDashUnderscoreClash"_s);
        row("a long text", ofAda("{\"name\":\"" + QByteArray(30'001, 'v') + "\"}"), u"JsonValueTooLong"_s);
        row("a large number", ofAda("{\"total\":1e999}"_ba), u"JsonNumberValueTooLarge"_s);
        row("many digits", ofAda("{\"total\":12345678901234567890123456789}"_ba),
            u"JsonNumberValueTooLarge"_s);
        row("an array in an array", ofAda("{\"tags\":[[1]]}"_ba), u"JsonContainsNestedArray"_s);
        row("text for a number", ofAda("{\"total\":\"12\"}"_ba), u"JsonValueIncompatibleWithSchema"_s);
        row("text for a date", ofAda("{\"when\":\"soon\"}"_ba), u"JsonValueIncompatibleWithSchema"_s);
        row("a number in a list's line", ofAda("{\"lines\":[{\"sku\":7}]}"_ba),
            u"JsonValueIncompatibleWithSchema"_s);
        row("an object for a number", ofAda("{\"total\":{\"a\":1}}"_ba), u"JsonDoesNotMatchSchema"_s);
        row("one for a list", ofAda("{\"lines\":{\"sku\":\"A\"}}"_ba), u"JsonDoesNotMatchSchema"_s);
        row("mixed types", ofAda("{\"tags\":[1,\"a\"]}"_ba), u"InconsistentTypes"_s);
        row("another contact's", itemV2("OLD"_ba, "grace@example.org"_ba, good),
            u"KeyExistingForDifferentContact"_s);
    }

    void faults()
    {
        QFETCH(QByteArray, item);
        QFETCH(QString, reason);
        const QByteArray first
            = itemV2("FIRST"_ba, "ada@example.com"_ba,
                     "{\"total\":1.5,\"name\":\"x\",\"first_name\":\"y\",\"when\":\"2026-02-03T10:15:00Z\","
                     "\"lines\":[{\"sku\":\"A\"}]}"_ba);
        m_client->import("Judged"_ba, '[' + itemV2("OLD"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        const QJsonObject report = m_client->import("Judged"_ba, '[' + first + ',' + item + ']');
        QCOMPARE(report.value("totalItems"_L1).toInt(), 2);
        QCOMPARE(report.value("totalRejected"_L1).toInt(), reason.isEmpty() ? 0 : 1);
        QCOMPARE(report.value("totalImported"_L1).toInt(), reason.isEmpty() ? 2 : 1);
        if (reason.isEmpty())
            QVERIFY(report.value("faults"_L1).isNull());
        else
            QCOMPARE(report.value("faults"_L1).toArray().first()["reason"_L1].toString(), reason);
    }

    void tooManyPaths()
    {
        m_client->setSwitch("json-paths"_ba, "3"_ba);
        const QJsonObject report = m_client->import(
            "Narrow"_ba,
            '[' + itemV2("1"_ba, "ada@example.com"_ba, "{\"a\":1,\"b\":{\"c\":1,\"d\":1}}"_ba) + ','
                + itemV2("2"_ba, "ada@example.com"_ba, "{\"a\":1,\"e\":1}"_ba) + ']');
        QCOMPARE(reasonOf(report, u"2"_s), u"TooManyDistinctKeyValuePairs"_s);
        QCOMPARE(report.value("totalImported"_L1).toInt(), 1);
    }

    void missingCollection()
    {
        m_client->setSwitch("items-per-tick"_ba, "1"_ba);
        const QByteArray id = m_client->post("Gone"_ba,
                                             '[' + itemV2("1"_ba, "ada@example.com"_ba, "{}"_ba) + ','
                                                 + itemV2("2"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        const Reply deleted = m_client->ask("DELETE"_ba, "/insightData/v3/collections/Gone"_ba);
        QCOMPARE(deleted.status, 202);
        const QByteArray async = deleted.object().value("jobId"_L1).toString().toLatin1();
        QCOMPARE(m_client->waitForEnd("/insightData/v3/async/" + async), u"Finished"_s);
        QCOMPARE(m_client->waitForEnd(insightPath + id), u"Finished"_s);
        const QJsonObject report = m_client->get(insightPath + id + "/report").object();
        QCOMPARE(report.value("totalRejected"_L1).toInt(), 2);
        QCOMPARE(reasonOf(report, u"2"_s), u"MissingCollection"_s);
    }

    void everyReasonCanBeInjected()
    {
        m_client->setSwitch("inject-fault"_ba, "\"Unknown@B\""_ba);
        const QByteArray items = '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ','
            + itemV2("B"_ba, "ada@example.com"_ba, "{}"_ba) + ']';
        QCOMPARE(reasonOf(m_client->import("Shop"_ba, items), u"B"_s), u"Unknown"_s);
        QCOMPARE(reasonOf(m_client->import("Shop"_ba, items), u"A"_s), QString());
    }

    void refusesToInjectWhatNoReportHas()
    {
        m_client->setSwitch("inject-fault"_ba, "\"KeyIsTooLong@B\""_ba);
        const Reply refused = m_client->get("/v2/account-info/../contacts?select=1");
        QCOMPARE(refused.status, 501);
        QVERIFY(refused.body.contains("inject-fault"));
        m_client->setSwitch("inject-fault"_ba, "false"_ba);
        QCOMPARE(m_client->get("/v2/contacts?select=1").status, 200);
    }

    void tellsTheTimeByItsOwnClock()
    {
        const auto told = [this] {
            const QByteArray date = m_client->get("/v2/account-info").headers.value("date");
            return QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        };
        const QDateTime before = told();
        QVERIFY(before.isValid());
        m_client->moveClock(7200);
        QVERIFY(before.secsTo(told()) >= 7200);
    }

    void reportSwitches()
    {
        const QByteArray items = '[' + itemV2("A"_ba, "x@example.invalid"_ba, "{}"_ba) + ','
            + itemV2("B"_ba, "y@example.invalid"_ba, "{}"_ba) + ']';
        m_client->setSwitch("fault-detail"_ba, "true"_ba);
        QCOMPARE(m_client->import("Shop"_ba, items).value("faults"_L1)[0]["detail"_L1].toString(),
                 u"x@example.invalid"_s);
        m_client->setSwitch("lose-faults"_ba, "1"_ba);
        QCOMPARE(m_client->import("Shop"_ba, items).value("faults"_L1).toArray().size(), 1);
        m_client->setSwitch("null-faults"_ba, "true"_ba);
        QVERIFY(m_client->import("Shop"_ba, items).value("faults"_L1).isNull());
        m_client->setSwitch("insight-miscount"_ba, "3"_ba);
        QCOMPARE(m_client->import("Shop"_ba, items).value("totalItems"_L1).toInt(), 5);
        m_client->setSwitch("missing-status"_ba, "true"_ba);
        QVERIFY(
            !m_client->get(insightPath + m_client->post("Shop"_ba, items)).object().contains("status"_L1));
    }

    void strictJson()
    {
        const QByteArray items
            = "[{\"key\":\"A\",\"contactIdentifier\":\"ada@example.com\",\"json\":{\"a\":1}}]"_ba;
        QCOMPARE(m_client->import("Shop"_ba, items).value("totalImported"_L1).toInt(), 1);
        m_client->setSwitch("strict-json"_ba, "true"_ba);
        QCOMPARE(reasonOf(m_client->import("Shop"_ba, items), u"A"_s), u"InvalidJson"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("collection");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ']';
        const QByteArray badName = "ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME";
        const QByteArray malformed = "ERROR_MALFORMED_REQUEST";
        QTest::newRow("one letter") << "O"_ba << good << 202 << ""_ba;
        QTest::newRow("a dash") << "a-b"_ba << good << 400 << badName;
        QTest::newRow("a digit first") << "1a"_ba << good << 400 << badName;
        QTest::newRow("too long") << QByteArray(256, 'n') << good << 400 << badName;
        QTest::newRow("no byte") << "Shop"_ba
                                 << ""_ba << 400 << malformed;
        QTest::newRow("null") << "Shop"_ba
                              << "null"_ba << 400 << malformed;
        QTest::newRow("an object") << "Shop"_ba
                                   << "{}"_ba << 400 << malformed;
        QTest::newRow("cut short") << "Shop"_ba << good.chopped(1) << 400 << malformed;
        QTest::newRow("more behind") << "Shop"_ba << good + ']' << 400 << malformed;
        QTest::newRow("numbers") << "Shop"_ba
                                 << "[1,2]"_ba << 400 << malformed;
        QTest::newRow("no UTF-8") << "Shop"_ba
                                  << "[{\"key\":\"\xFF\"}]"_ba << 400 << malformed;
        QTest::newRow("too large") << "Shop"_ba << '[' + QByteArray(50'000'000, ' ') + ']' << 413 << ""_ba;
    }

    void refusals()
    {
        QFETCH(QByteArray, collection);
        QFETCH(QByteArray, body);
        const Reply reply = m_client->ask("POST"_ba, insightPath + collection, body);
        QTEST(reply.status, "status");
        QTEST(tokenOf(reply), "token");
    }

    void unknownImports()
    {
        const QByteArray nobody = "00000000-0000-0000-0000-000000000000";
        QCOMPARE(tokenOf(m_client->get(insightPath + nobody)), "ERROR_IMPORT_NOT_FOUND"_ba);
        QCOMPARE(tokenOf(m_client->get(insightPath + nobody + "/report")), "ERROR_IMPORT_NOT_FOUND"_ba);
        const Reply v3 = m_client->get("/insightData/v3/import/" + nobody);
        QCOMPARE(v3.status, 404);
        QCOMPARE(v3.object().value("errorCode"_L1).toString(), u"insightData:importNotFound"_s);
    }

    void recordsAreReplacedWhole()
    {
        m_client->import("Shop"_ba, '[' + itemV2("A"_ba, "ada@example.com"_ba, "{\"a\":1,\"b\":2}"_ba) + ']');
        m_client->import("shop"_ba, '[' + itemV2("A"_ba, "1001"_ba, "{\"b\":3}"_ba) + ']');
        const auto stored = m_client->records("Shop"_ba);
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().value("json"_L1).toObject(), (QJsonObject { { u"b"_s, 3 } }));
    }

    void anAccountsCollection()
    {
        const QJsonObject report
            = m_client->import("Resorts"_ba,
                               '[' + itemV2("R1"_ba, "account"_ba, "{\"name\":\"Playa\"}"_ba) + ','
                                   + itemV2("R2"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        QCOMPARE(reasonOf(report, u"R2"_s), u"InvalidContactIdentifier"_s);
        QCOMPARE(m_client->get("/v2/contacts/transactional-data/Resorts/R1"_ba)
                     .object()
                     .value("contactIdentifier"_L1)
                     .toString(),
                 u"-1"_s);
        const Reply all = m_client->get("/v2/transactional-data/Resorts?select=100&skip=0"_ba);
        QCOMPARE(QJsonDocument::fromJson(all.body).array().size(), 1);
        QCOMPARE(m_client->records("Resorts"_ba).first().value("contact"_L1).isNull(), true);
    }

    void failedImports()
    {
        m_client->setSwitch("fail-import"_ba, "1"_ba);
        const QByteArray id = m_client->post("Shop"_ba,
                                             '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ','
                                                 + itemV2("B"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        QCOMPARE(m_client->waitForEnd(insightPath + id), u"Failed"_s);
        QCOMPARE(m_client->records("Shop"_ba).size(), 1);
        m_client->setSwitch("fail-import"_ba, "false"_ba);
        m_client->setSwitch("final-status"_ba, "\"NotAvailableInThisVersion\""_ba);
        const QByteArray other
            = m_client->post("Shop"_ba, '[' + itemV2("C"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        QCOMPARE(m_client->waitForEnd(insightPath + other), u"NotAvailableInThisVersion"_s);
    }

    void restartsLoseNothing()
    {
        m_client->setSwitch("items-per-tick"_ba, "1"_ba);
        QByteArray items = "["_ba;
        for (int i = 0; i < 6; ++i)
            items += (i > 0 ? "," : "")
                + itemV2(i == 5 ? "K0"_ba : "K" + QByteArray::number(i), "ada@example.com"_ba, "{}"_ba);
        const QByteArray id = m_client->post("Shop"_ba, items + ']');
        QTRY_COMPARE(m_client->get(insightPath + id).object().value("status"_L1).toString(),
                     u"NotFinished"_s);
        m_client->moveClock(2);
        start(); // with the same folder
        QCOMPARE(m_client->waitForEnd(insightPath + id), u"Finished"_s);
        const QJsonObject report = m_client->get(insightPath + id + "/report").object();
        QCOMPARE(report.value("totalImported"_L1).toInt(), 5);
        QCOMPARE(reasonOf(report, u"K0"_s), u"DuplicateKey"_s);
        QCOMPARE(m_client->records("Shop"_ba).size(), 5);
    }

    void manyItemsAreQuick()
    {
        QByteArray body = "["_ba;
        for (int i = 0; i < 20'000; ++i)
            body += (i > 0 ? "," : "")
                + itemV2("K" + QByteArray::number(i),
                         "contact" + QByteArray::number(i % 500) + "@example.com",
                         "{\"id\":\"" + QByteArray::number(i) + "\",\"total\":" + QByteArray::number(i)
                             + ".25,\"lines\":[{\"sku\":\"A\",\"qty\":1}]}");
        const QJsonObject report = m_client->import("Shop"_ba, body + ']');
        QCOMPARE(report.value("totalImported"_L1).toInt(), 20'000);
        QCOMPARE(m_client->records("Shop"_ba).size(), 20'000);
    }

    void version3()
    {
        const QByteArray body = "{\"collectionName\":\"ShopOrders\",\"collectionScope\":\"contact\","
                                "\"collectionType\":\"custom\",\n"
                                " \"records\":[{\"key\":\"SO-1001\",\"contactIdentity\":{\"identifier\":"
                                "\"email\",\"value\":\"ada@example.com\"},\n"
                                "  "
                                "\"json\":{\"id\":\"SO-1001\",\"purchase_date\":\"2026-02-03T10:15:00Z\","
                                "\"order_total\":99.5}},\n"
                                " {\"key\":1002,\"contactIdentity\":{\"identifier\":\"email\",\"value\":"
                                "\"nobody@example.net\"},"
                                "\"json\":{\"id\":\"SO-1002\",\"order_total\":10}}]}"_ba;
        const Reply sent = m_client->ask("PUT"_ba, "/insightData/v3/import"_ba, body);
        QCOMPARE(sent.status, 202);
        const QByteArray path
            = "/insightData/v3/import/" + sent.object().value("importId"_L1).toString().toLatin1();
        QCOMPARE(m_client->get(path).object().keys(), (QStringList { u"importId"_s, u"status"_s }));
        QCOMPARE(m_client->waitForEnd(path), u"Finished"_s);
        const QJsonObject end = m_client->get(path).object();
        QCOMPARE(end.value("collectionName"_L1).toString(), u"ShopOrders"_s);
        QCOMPARE(end.value("summary"_L1)["totalRejected"_L1].toInt(), 1);
        const QJsonObject failure = end.value("failures"_L1)[0].toObject();
        QCOMPARE(failure.value("failureReason"_L1).toString(), u"ContactEmailDoesNotExist"_s);
        QCOMPARE(failure.value("details"_L1)[0].toString(), u"nobody@example.net"_s);
        QCOMPARE(failure.value("key"_L1).toString(), u"1002"_s);
        QCOMPARE(failure.value("json"_L1)["order_total"_L1].toInt(), 10);
        QCOMPARE(failure.value("collectionOwner"_L1)["contactIdentity"_L1]["value"_L1].toString(),
                 u"nobody@example.net"_s);
        m_client->setSwitch("v3-done"_ba, "\"Complete\""_ba);
        QCOMPARE(m_client->get(path).object().value("status"_L1).toString(), u"Complete"_s);
        const QJsonObject schema = m_client->get("/insightData/v3/collections/ShopOrders/schema"_ba).object();
        QJsonArray members;
        for (const QJsonValue &each : schema.value("schema"_L1).toArray())
            if (each["name"_L1].toString() == u"json")
                members = each["fields"_L1].toArray();
        QCOMPARE(members.size(), 3);
        QCOMPARE(members[1]["type"_L1].toString(), u"TIMESTAMP"_s);
        QCOMPARE(members[2]["type"_L1].toString(), u"FLOAT"_s);
    }

    void refusalsOfVersion3_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("item");
        const QByteArray record
            = R"({"key":"A","contactIdentity":{"identifier":"email","value":"ada@example.com"},"json":{}})";
        const auto body = [](const QByteArray &name, const QByteArray &scope, const QByteArray &type,
                             const QByteArray &records) {
            return "{\"collectionName\":\"" + name + "\",\"collectionScope\":\"" + scope
                + "\",\"collectionType\":\"" + type + "\",\"records\":[" + records + "]}";
        };
        const QString bad = u"insightData:badJson"_s;
        QTest::newRow("good") << body("Shop"_ba, "contact"_ba, "custom"_ba, record) << QString() << QString();
        QTest::newRow("a dash") << body("a-b"_ba, "contact"_ba, "custom"_ba, record) << QString()
                                << QString();
        QTest::newRow("an array") << "[]"_ba << bad << QString();
        QTest::newRow("no name") << "{\"records\":[]}"_ba << bad << u"collectionName"_s;
        QTest::newRow("one letter") << body("a"_ba, "contact"_ba, "custom"_ba, record) << bad
                                    << u"collectionName"_s;
        QTest::newRow("scope") << body("Shop"_ba, "all"_ba, "custom"_ba, record) << bad
                               << u"collectionScope"_s;
        QTest::newRow("type") << body("Shop"_ba, "contact"_ba, "mine"_ba, record) << bad
                              << u"collectionType"_s;
        QTest::newRow("another type") << body("Orders"_ba, "contact"_ba, "custom"_ba, record)
                                      << u"insightData:invalidId"_s << QString();
        QTest::newRow("none") << body("Shop"_ba, "contact"_ba, "custom"_ba, ""_ba)
                              << u"insightData:noRecordsSpecified"_s << QString();
        QTest::newRow("no key") << body("Shop"_ba, "contact"_ba, "custom"_ba, record + ",{\"json\":{}}")
                                << bad << u"records[1].key"_s;
        QTest::newRow("json as text")
            << body("Shop"_ba, "account"_ba, "custom"_ba, R"({"key":"A","json":"{}"})"_ba) << bad
            << u"records[0].json"_s;
    }

    void refusalsOfVersion3()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const Reply reply = m_client->ask("PUT"_ba, "/insightData/v3/import"_ba, body);
        QCOMPARE(reply.status, code.isEmpty() ? 202 : 400);
        QCOMPARE(reply.object().value("errorCode"_L1).toString(), code);
        QTEST(reply.object().value("details"_L1)[0]["item"_L1].toString(), "item");
    }

    void identifiersOfVersion3_data()
    {
        QTest::addColumn<QByteArray>("identity");
        QTest::addColumn<QString>("reason");
        QTest::newRow("id") << R"({"identifier":"contactId","value":"1001"})"_ba << QString();
        QTest::newRow("mobile") << R"({"identifier":"mobileNumber","value":"+447700900123"})"_ba << QString();
        QTest::newRow("own") << R"({"identifier":"loyaltyId","value":"L-1001"})"_ba << QString();
        QTest::newRow("no id") << R"({"identifier":"contactId","value":"5"})"_ba
                               << u"ContactIdDoesNotExist"_s;
        QTest::newRow("no mobile") << R"({"identifier":"mobileNumber","value":"491701234567"})"_ba
                                   << u"ContactPhoneNumberDoesNotExist"_s;
        QTest::newRow("no own") << R"({"identifier":"loyaltyId","value":"L-9"})"_ba
                                << u"ContactCustomIdentifierValueDoesNotExist"_s;
        QTest::newRow("unknown") << R"({"identifier":"shoeSize","value":"42"})"_ba
                                 << u"InvalidContactIdentifierType"_s;
        QTest::newRow("none") << "null"_ba << u"InvalidContactIdentifier"_s;
    }

    void identifiersOfVersion3()
    {
        QFETCH(QByteArray, identity);
        const QByteArray member = identity == "null" ? QByteArray() : "\"contactIdentity\":" + identity + ',';
        const Reply sent = m_client->ask("PUT"_ba, "/insightData/v3/import"_ba,
                                         "{\"collectionName\":\"Shop\",\"collectionScope\":\"contact\","
                                         "\"collectionType\":\"custom\",\"records\":[{\"key\":\"A\","
                                             + member + "\"json\":{}}]}");
        const QByteArray path
            = "/insightData/v3/import/" + sent.object().value("importId"_L1).toString().toLatin1();
        QCOMPARE(m_client->waitForEnd(path), u"Finished"_s);
        QTEST(m_client->get(path).object().value("failures"_L1)[0]["failureReason"_L1].toString(), "reason");
    }

    void fiveImportsAtOnce()
    {
        m_client->setSwitch("import-delay"_ba, "3600"_ba);
        const QByteArray body
            = "{\"collectionName\":\"Shop\",\"collectionScope\":\"account\",\"collectionType\":\"custom\","
              "\"records\":[{\"key\":\"A\",\"json\":{}}]}"_ba;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_client->ask("PUT"_ba, "/insightData/v3/import"_ba, body).status, 202);
        const Reply sixth = m_client->ask("PUT"_ba, "/insightData/v3/import"_ba, body);
        QCOMPARE(sixth.status, 429);
        QCOMPARE(sixth.object().value("errorCode"_L1).toString(), u"insightData:tooManyActiveImports"_s);
        QVERIFY(sixth.headers.contains("x-ratelimit-reset"_ba));
        const Reply older = m_client->ask("POST"_ba, insightPath + "Shop",
                                          '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ']');
        QCOMPARE(older.status, 400);
        QCOMPARE(tokenOf(older), "ERROR_IMPORT_TOOMANYACTIVEIMPORTS"_ba);
        m_client->moveClock(3700);
        QTRY_COMPARE(m_client->ask("PUT"_ba, "/insightData/v3/import"_ba, body).status, 202);
    }

    void withoutInsightData()
    {
        m_client->setSwitch("no-insight"_ba, "true"_ba);
        const Reply refused = m_client->get("/v2/contacts/transactional-data-collections"_ba);
        QCOMPARE(refused.status, 400);
        QCOMPARE(tokenOf(refused), "ERROR_FEATURENOTACTIVE"_ba);
    }

    void collectionsOfVersion3()
    {
        const QByteArray path
            = "/insightData/v3/collections/Wishes?collectionScope=contact&collectionType=wishList"_ba;
        QCOMPARE(m_client->ask("POST"_ba, path).status, 201);
        QCOMPARE(m_client->ask("POST"_ba, path).status, 200);
        m_client->setSwitch("most-collections"_ba, "2"_ba);
        QCOMPARE(m_client->ask("POST"_ba, "/insightData/v3/collections/More"_ba).status, 412);
        const QJsonArray all
            = QJsonDocument::fromJson(m_client->get("/insightData/v3/collections"_ba).body).array();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0]["collectionName"_L1].toString(), u"Orders"_s);
        QCOMPARE(all[0]["recordCount"_L1].toInt(), 1);
        QCOMPARE(all[1]["collectionType"_L1].toString(), u"wishList"_s);
        const QJsonArray v2
            = QJsonDocument::fromJson(
                  m_client->get("/v2/contacts/transactional-data-collections?select=1&skip=1"_ba).body)
                  .array();
        QCOMPARE(v2.size(), 1);
        QCOMPARE(v2[0]["name"_L1].toString(), u"Wishes"_s);
        QVERIFY(v2[0]["id"_L1].isDouble());
        QCOMPARE(tokenOf(m_client->get("/v2/contacts/transactional-data-collections?select=1001"_ba)),
                 "ERROR_PARAMETER_INVALID"_ba);
        QCOMPARE(m_client->get("/insightData/v3/collections/Nothing/schema"_ba).status, 404);
        const QByteArray record = "/insightData/v3/contacts/email/ada%40example.com/Wishes/W1";
        QCOMPARE(m_client->ask("PUT"_ba, record, "{\"a\":1}"_ba).status, 201);
        QCOMPARE(m_client->ask("PUT"_ba, record, "{\"a\":2}"_ba).status, 204);
        QCOMPARE(m_client->get(record).object().value("json"_L1)["a"_L1].toInt(), 2);
        m_client->setSwitch("no-v3"_ba, "true"_ba);
        QCOMPARE(m_client->get("/insightData/v3/collections"_ba).status, 404);
        m_client->setSwitch("no-v3"_ba, "403"_ba);
        QCOMPARE(m_client->get("/insightData/v3/collections"_ba).status, 403);
    }

    void singleRecords()
    {
        const QByteArray path = "/v2/contacts/transactional-data/Shop";
        const Reply made
            = m_client->ask("POST"_ba, path, itemV2("A"_ba, "ada@example.com"_ba, "{\"a\":1}"_ba));
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value("contactIdentifier"_L1).toString(), u"1001"_s);
        const Reply refused
            = m_client->ask("POST"_ba, path, itemV2("B"_ba, "ada@example.com"_ba, "{\"a\":\"x\"}"_ba));
        QCOMPARE(refused.status, 400);
        QCOMPARE(tokenOf(refused), "ERROR_TRANSACTIONAL_DATA_VALIDATION_FAILED"_ba);
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, path, itemV2("B"_ba, "x@example.invalid"_ba, "{}"_ba))),
                 "ERROR_CONTACT_NOT_FOUND"_ba);
        QCOMPARE(m_client->ask("POST"_ba, path + "/A", "{\"json\":\"{\\\"a\\\":5}\"}"_ba).status, 200);
        QCOMPARE(m_client->get(path + "/A").object().value("json"_L1).toString(), u"{\"a\":5}"_s);
        QCOMPARE(QJsonDocument::fromJson(
                     m_client->get("/v2/contacts/ada%40example.com/transactional-data/Shop"_ba).body)
                     .array()
                     .size(),
                 1);
        QCOMPARE(m_client->ask("DELETE"_ba, path + "/A").status, 204);
        QCOMPARE(tokenOf(m_client->get(path + "/A")), "ERROR_TRANSACTIONAL_DATA_DOES_NOT_EXIST"_ba);
        QCOMPARE(m_client->ask("PUT"_ba, path + "/empty").status, 204);
        QCOMPARE(tokenOf(m_client->get("/v2/contacts/transactional-data/Nothing/A"_ba)),
                 "ERROR_TRANSACTIONAL_DATA_COLLECTION_DOES_NOT_EXIST"_ba);
    }

private:
    void start()
    {
        m_client.reset();
        m_server.reset();
        Options options;
        options.dataFolder = m_folder->path();
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<DotdigitalClient>(m_server->ready().line);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<DotdigitalClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeInsight)
#include "test_practice_insight.moc"
