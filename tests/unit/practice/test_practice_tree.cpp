#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// Many records in one call: trees, collections, retrieval. Source: contracts/salesforce.md, 5.2 to 5.4.
class TestPracticeTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString error;
        QVERIFY2(m_server.start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server.ready().line);
    }

    void init() { QCOMPARE(m_client->admin("POST"_ba, "/reset"_ba).status, 200); }

    void cleanup() { set("{\"tree-first-error\":false,\"lock-share\":false}"); }

    void aShareOfRecordsIsHeldByOthers()
    {
        set("{\"lock-share\":50}");
        QByteArrayList records;
        for (int i = 0; i < 200; ++i)
            records.append("{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"N\"}");
        const Reply reply = send("POST", "/composite/sobjects", "{\"records\":[" + records.join(',') + "]}");
        int held = 0;
        for (const QJsonValue &each : QJsonDocument::fromJson(reply.body).array())
            for (const QJsonValue &error : each.toObject().value("errors"_L1).toArray())
                held += error.toObject().value("statusCode"_L1).toString() == u"UNABLE_TO_LOCK_ROW";
        QVERIFY2(held > 40 && held < 160, qPrintable(QString::number(held)));
        QCOMPARE(m_client->records("Contact"_ba).size(), 5 + 200 - held);
    }

    void treesHoldChildren()
    {
        const Reply reply
            = send("POST", "/composite/tree/Account",
                   "{\"records\":["
                   "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"a\"},\"Name\":\"Top\","
                   "\"ChildAccounts\":{\"records\":[{\"attributes\":{\"type\":\"Account\",\"referenceId\":"
                   "\"b\"},\"Name\":\"Below\","
                   "\"Contacts\":{\"records\":[{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"c\"},"
                   "\"LastName\":\"Leaf\"}]}}]}}]}");
        QVERIFY2(reply.status == 201, reply.body.constData());
        QMap<QString, QByteArray> ids;
        for (const QJsonValue &each : reply.object().value("results"_L1).toArray())
            ids.insert(each.toObject().value("referenceId"_L1).toString(),
                       each.toObject().value("id"_L1).toString().toLatin1());
        QCOMPARE(show("Account", ids.value(u"b"_s)).value("ParentId"_L1).toString().toLatin1(),
                 ids.value(u"a"_s));
        QCOMPARE(show("Contact", ids.value(u"c"_s)).value("AccountId"_L1).toString().toLatin1(),
                 ids.value(u"b"_s));
    }

    void treesHaveBounds()
    {
        QByteArray deep = "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r6\"},\"Name\":\"N\"}";
        for (int level = 5; level >= 1; --level)
            deep = "{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"r" + QByteArray::number(level)
                + "\"},\"Name\":\"N\",\"ChildAccounts\":{\"records\":[" + deep + "]}}";
        QCOMPARE(treeError("Account", deep), u"INVALID_INPUT"_s);
        QByteArrayList many;
        for (int i = 0; i < 201; ++i)
            many.append("{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"r" + QByteArray::number(i)
                        + "\"},\"LastName\":\"N\"}");
        QCOMPARE(treeError("Contact", many.join(',')), u"INVALID_INPUT"_s);
        const Reply unknown = send(
            "POST", "/composite/tree/Contact",
            "{\"records\":[{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"r\"},\"Emial\":\"x\"}]}");
        QCOMPARE(unknown.status, 400);
        QCOMPARE(unknown.errorCode(), u"INVALID_FIELD"_s);
    }

    void aTreeMayNameOnlyTheFirstRefused()
    {
        const QByteArray records = "{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"r1\"},"
                                   "\"LastName\":\"A\",\"Email\":\"1\"},"
                                   "{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"r2\"},"
                                   "\"LastName\":\"B\",\"Email\":\"2\"}";
        const auto refused = [&] {
            return send("POST", "/composite/tree/Contact", "{\"records\":[" + records + "]}")
                .object()
                .value("results"_L1)
                .toArray()
                .size();
        };
        QCOMPARE(refused(), 2);
        set("{\"tree-first-error\":true}");
        QCOMPARE(refused(), 1);
    }

    void collectionsRefuseUnknownFieldsAltogether()
    {
        const Reply reply
            = send("POST", "/composite/sobjects",
                   "{\"records\":["
                   "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"A\"},"
                   "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"B\",\"Emial\":\"x\"}]}");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), u"INVALID_FIELD"_s);
        QCOMPARE(m_client->records("Contact"_ba).size(), 5);
        QCOMPARE(send("DELETE", "/composite/sobjects").status, 400);
    }

    void retrievalTakesTwoThousandIds()
    {
        const QByteArray id = idOf("Contact", "Crm_Key__c='K-SEED-1'");
        const auto ask = [&](int count, const QByteArray &field) {
            QByteArrayList ids(count, "\"003gK00000zzzzzAAA\"");
            ids[0] = '"' + id + '"';
            return send("POST", "/composite/sobjects/Contact",
                        "{\"ids\":[" + ids.join(',') + "],\"fields\":[\"Id\",\"" + field + "\"]}");
        };
        const Reply reply = ask(2000, "Phone");
        const QJsonArray records = QJsonDocument::fromJson(reply.body).array();
        QCOMPARE(records.size(), 2000);
        QCOMPARE(records[0].toObject().value("Id"_L1).toString().toLatin1(), id);
        QVERIFY(records[1].isNull());
        QCOMPARE(ask(2001, "Phone").status, 400);
        QCOMPARE(ask(1, "Phoen").errorCode(), u"INVALID_FIELD"_s);
    }

private:
    Reply send(const char *method, const QByteArray &path, const QByteArray &json = {},
               const QByteArrayList &headers = {})
    {
        return m_client->ask(method, "/services/data/v61.0" + path,
                             json.isEmpty() ? QByteArray() : "application/json"_ba, json, headers);
    }

    void set(const QByteArray &switches)
    {
        QCOMPARE(m_client->admin("POST"_ba, "/switches"_ba, switches).status, 200);
    }

    QByteArray idOf(const QByteArray &object, const QByteArray &condition)
    {
        const QJsonArray records = send("GET", "/query?q=SELECT+Id+FROM+" + object + "+WHERE+" + condition)
                                       .object()
                                       .value("records"_L1)
                                       .toArray();
        return records.isEmpty() ? QByteArray() : records[0].toObject().value("Id"_L1).toString().toLatin1();
    }

    QJsonObject show(const QByteArray &object, const QByteArray &id)
    {
        return send("GET", "/sobjects/" + object + '/' + id).object();
    }

    QString treeError(const QByteArray &object, const QByteArray &records)
    {
        return send("POST", "/composite/tree/" + object, "{\"records\":[" + records + "]}")
            .object()
            .value("results"_L1)
            .toArray()[0]
            .toObject()
            .value("errors"_L1)
            .toArray()[0]
            .toObject()
            .value("statusCode"_L1)
            .toString();
    }

    Server m_server { Options() };
    std::unique_ptr<PracticeClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeTree)
#include "test_practice_tree.moc"
