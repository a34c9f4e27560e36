#include "app/service/dotdigital/insight_encoder.h"
#include "tests/unit/service/scripted_insight.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What goes over the wire, call by call as in contracts/dotdigital.md, whose section each test names.
class TestWireDotdigital : public QObject, test::ScriptedInsight {
    Q_OBJECT

private:
    /// The fields of the contract's example, and its two rows.
    const QStringList m_fields { u"$key"_s,           u"$contact"_s,      u"id"_s,
                                 u"purchase_date"_s,  u"order_total"_s,   u"paid"_s,
                                 u"products[].sku"_s, u"products[].qty"_s };
    const QList<QByteArrayList> m_rows {
        { "SO-1001", "ada@example.com", "SO-1001", "2026-02-03T10:15:00Z", "99.5", "true", "A-1", "2" },
        { "SO-1002", "nobody@example.net", "SO-1002", "", "10", "", "", "" },
    };

    static Schema orderSchema()
    {
        Schema schema;
        schema.open = true;
        const auto add = [&schema](const QString &name, FieldType type) {
            Field field;
            field.name = name;
            field.type = type;
            schema.fields.push_back(field);
        };
        add(u"purchase_date"_s, FieldType::DateTime);
        add(u"order_total"_s, FieldType::Number);
        add(u"paid"_s, FieldType::Boolean);
        add(u"products[].qty"_s, FieldType::Number);
        return schema;
    }
    QByteArray body(const char *kindId, const Target &target, qsizetype rows = 2) const
    {
        const auto encoder = dotdigital::makeInsightEncoder(kind(kindId), target, m_fields, orderSchema());
        OutBuffer out;
        for (const QByteArrayList &row : m_rows.first(rows)) {
            std::vector<std::string_view> cells;
            for (const QByteArray &cell : row)
                cells.emplace_back(cell.constData(), std::size_t(cell.size()));
            encoder->encode(1, cells, out);
        }
        return encoder->prologue() + QByteArray(out.text().data(), qsizetype(out.size()) - 1)
            + encoder->epilogue();
    }
    void submit(const char *kindId, const Target &target, const QByteArray &bytes)
    {
        test::NotedSteps steps;
        (void)loader(kindId, target)->submit(part(bytes), steps, {}, {});
    }
    /// "POST /v2/…", its headers, an empty line and the body.
    QByteArray request(std::size_t number = 0)
    {
        const HttpRequest &asked = script().requests.at(number);
        QByteArray text = asked.method + ' ' + asked.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
            + " HTTP/1.1\nHost: " + asked.url.host().toLatin1() + '\n';
        for (const auto &[name, value] : asked.headers)
            text += name + ": " + value + '\n';
        return text + '\n' + asked.body;
    }

private Q_SLOTS:
    void init() { forget(); }

    void section4_2_submit()
    {
        submit(dotdigital::insightV2Kind, m_orders, body(dotdigital::insightV2Kind, m_orders));
        // The contract's literal request. What it sends between the headers and items is no matter.
        const QByteArray expected
            = "POST /v2/contacts/transactional-data/import/ShopOrders HTTP/1.1\n"
              "Host: r1-api.dotdigital.com\n"
              "Authorization: Basic YXBpdXNlci0wMTIzQGFwaWNvbm5lY3Rvci5jb206czNjcmV0\n"
              "Accept: application/json\n"
              "Content-Type: application/json\n"
              "\n"
              "[{\"key\":\"SO-1001\",\"contactIdentifier\":\"ada@example.com\",\"json\":\"{\\\"id\\\":\\\"SO-"
              "1001\\\",\\\"purchase_date\\\":\\\"2026-02-03T10:15:00Z\\\",\\\"order_total\\\":99.5,"
              "\\\"paid\\\":true,\\\"products\\\":[{\\\"sku\\\":\\\"A-1\\\",\\\"qty\\\":2}]}\"},{\"key\":"
              "\"SO-1002\",\"contactIdentifier\":\"nobody@example.net\",\"json\":\"{\\\"id\\\":\\\"SO-"
              "1002\\\",\\\"order_total\\\":10}\"}]";
        QCOMPARE(request(), expected);
        QCOMPARE(script().requests.size(), 1U);
        QVERIFY(script().requests[0].bodyFile.endsWith(u"part-00001"_s)); // streamed, not copied
        QVERIFY(script().requests[0].inactivity >= 121s); // 1: "at least"
    }

    void section5_submit()
    {
        submit(dotdigital::insightV3Kind, m_orders, body(dotdigital::insightV3Kind, m_orders, 1));
        const QByteArray expected
            = "PUT /insightData/v3/import HTTP/1.1\n"
              "Host: r1-api.dotdigital.com\n"
              "Authorization: Basic YXBpdXNlci0wMTIzQGFwaWNvbm5lY3Rvci5jb206czNjcmV0\n"
              "Accept: application/json\n"
              "Content-Type: application/json\n"
              "\n"
              "{\"collectionName\":\"ShopOrders\",\"collectionScope\":\"contact\",\"collectionType\":"
              "\"custom\",\"records\":[{\"key\":\"SO-1001\",\"contactIdentity\":{\"identifier\":\"email\","
              "\"value\":\"ada@example.com\"},\"json\":{\"id\":\"SO-1001\",\"purchase_date\":\"2026-02-03T10:"
              "15:00Z\",\"order_total\":99.5,\"paid\":true,\"products\":[{\"sku\":\"A-1\",\"qty\":2}]}}]}";
        QCOMPARE(request(), expected);
    }

    void section5_accountScope()
    {
        Target target = m_orders;
        target.options = { { u"scope"_s, u"account"_s }, { u"type"_s, u"catalog"_s } };
        const QByteArray begin
            = R"({"collectionName":"ShopOrders","collectionScope":"account","collectionType":"catalog","records":[{"key":"SO-1001","json":{)";
        QVERIFY(body(dotdigital::insightV3Kind, target, 1).startsWith(begin));
        const QByteArray old = R"([{"key":"SO-1001","contactIdentifier":"account","json":)";
        QVERIFY(body(dotdigital::insightV2Kind, target, 1).startsWith(old));
    }

    void section4_3_poll()
    {
        const QString id = u"842d81e8-c619-457f-bb77-ab6c4a17da39"_s;
        (void)loader(dotdigital::insightV2Kind, m_orders)->poll(id, {});
        (void)loader(dotdigital::insightV3Kind, m_orders)->poll(id, {});
        QCOMPARE(script().lines(),
                 QStringList(
                     { u"GET /v2/contacts/transactional-data/import/842d81e8-c619-457f-bb77-ab6c4a17da39"_s,
                       u"GET /insightData/v3/import/842d81e8-c619-457f-bb77-ab6c4a17da39"_s }));
        QVERIFY(script().requests[0].body.isEmpty());
    }

    void section4_4_report()
    {
        test::NotedResults results;
        script().answer(200, R"({"totalItems":1,"totalImported":1,"totalRejected":0,"faults":null})");
        script().answer(200, R"({"id":"842d81e8","status":"Finished"})");
        QVERIFY(loader(dotdigital::insightV2Kind, m_orders)->collect(u"842d81e8"_s, folder(), results, {}));
        script().answer(
            200,
            R"({"importId":"d7de900d","status":"Complete","summary":{"totalRecords":1,"totalImported":1,"totalRejected":0}})");
        QVERIFY(loader(dotdigital::insightV3Kind, m_orders)->collect(u"d7de900d"_s, folder(), results, {}));
        QCOMPARE(script().lines(),
                 QStringList({ u"GET /v2/contacts/transactional-data/import/842d81e8/report"_s,
                               u"GET /v2/contacts/transactional-data/import/842d81e8"_s,
                               u"GET /insightData/v3/import/d7de900d"_s }));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestWireDotdigital)
#include "test_wire_dotdigital.moc"
