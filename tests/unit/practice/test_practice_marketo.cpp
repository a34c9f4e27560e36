#include "app/practice/server.h"
#include "tests/unit/practice/marketo_client.h"

#include <QSet>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray jsonType = "application/json";
const QByteArray urlForm = "application/x-www-form-urlencoded";

/// A member of all elements of a reply's result, over all pages.
QStringList allPages(MarketoClient &client, const QByteArray &path, const QString &member)
{
    QStringList values;
    QByteArray token;
    do {
        const QByteArray more
            = token.isEmpty() ? QByteArray() : (path.contains('?') ? "&" : "?") + ("nextPageToken=" + token);
        const QJsonObject page = client.ask("GET"_ba, path + more).object();
        for (const QJsonValue &each : page.value("result"_L1).toArray())
            values.append(each.toObject().value(member).toVariant().toString());
        token = page.value("nextPageToken"_L1).toString().toLatin1();
    } while (!token.isEmpty());
    return values;
}

} // namespace

/// Marketo's REST calls besides bulk imports. Source: contracts/marketo.md, 2 to 8 and 12.
class TestPracticeMarketo : public QObject {
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

    void oneTokenUntilItEnds()
    {
        const QJsonObject first = m_client->signIn();
        QVERIFY(first.value("expires_in"_L1).toInt() > 3590);
        QCOMPARE(first.value("token_type"_L1).toString(), u"bearer"_s);
        m_client->moveClock(3000);
        const QJsonObject again = m_client->signIn();
        QCOMPARE(again.value("access_token"_L1), first.value("access_token"_L1));
        QVERIFY(again.value("expires_in"_L1).toInt() <= 600);
        m_client->moveClock(601);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/leads/describe2.json"_ba)), 602);
        QVERIFY(m_client->signIn().value("access_token"_L1) != first.value("access_token"_L1));
        m_client->admin("POST"_ba, "/expire"_ba);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/leads/describe2.json"_ba)), 602);
    }

    void tokensByPostAndForm()
    {
        const QByteArray form = "grant_type=client_credentials&partner_id=acme&client_id="
            + m_client->instance().value("clientId"_L1).toString().toLatin1()
            + "&client_secret=" + m_client->instance().value("clientSecret"_L1).toString().toLatin1();
        const Reply byBody
            = Wire(m_client->port())
                  .ask("POST"_ba, "/identity/oauth/token"_ba, { "Content-Type: " + urlForm }, form);
        const Reply byQuery = Wire(m_client->port()).ask("POST"_ba, "/identity/oauth/token?" + form);
        QCOMPARE(byBody.object().value("access_token"_L1).toString().toLatin1(), m_client->token());
        QCOMPARE(byQuery.object().value("access_token"_L1).toString().toLatin1(), m_client->token());
        QCOMPARE(byQuery.headers.value("cache-control"_ba), "no-store"_ba);
        const Reply wrong = Wire(m_client->port()).ask("POST"_ba, "/identity/oauth/token?" + form + 'x');
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.object().value("error"_L1).toString(), u"invalid_client"_s);
    }

    void theTokenCountsWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("query") << "?access_token=@"_ba << QByteArray() << QByteArray();
        QTest::newRow("form") << QByteArray() << urlForm << "_method=GET&access_token=@"_ba;
        QTest::newRow("part") << QByteArray() << "multipart/form-data; boundary=xYzZY"_ba
                              << multipartBody(
                                     { { "name=\"access_token\"", "@" }, { "name=\"_method\"", "GET" } });
    }

    void theTokenCountsWhereverItStands()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        query.replace("@", m_client->token());
        body.replace("@", m_client->token());
        const auto ask = [&] {
            const QByteArrayList headers
                = type.isEmpty() ? QByteArrayList() : QByteArrayList { "Content-Type: " + type };
            return Wire(m_client->port())
                .ask(body.isEmpty() ? "GET"_ba : "POST"_ba, "/rest/v1/leads/partitions.json" + query, headers,
                     body);
        };
        QCOMPARE(refusalOf(ask()), -1);
        m_client->setSwitch("legacy-token-param"_ba, "false"_ba);
        QCOMPARE(refusalOf(ask()), 600);
    }

    void envelopes()
    {
        const Reply good = m_client->ask("GET"_ba, "/rest/v1/leads/partitions.json"_ba);
        const QString id = good.object().value("requestId"_L1).toString();
        const qint64 time = id.section(u'#', 1).toLongLong(nullptr, 16);
        QVERIFY(qAbs(time - QDateTime::currentMSecsSinceEpoch()) < 60'000);
        QVERIFY(!good.object().contains("errors"_L1));
        const Reply bad = m_client->ask("GET"_ba, "/rest/v1/nothing.json"_ba);
        QCOMPARE(bad.status, 200);
        QCOMPARE(refusalOf(bad), 610);
        QVERIFY(!bad.object().contains("result"_L1));
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/bulk/v1/leads.json"_ba)), 610);
        const Reply method = m_client->ask("POST"_ba, "/rest/v1/leads/describe2.json"_ba, jsonType, "{}"_ba);
        QCOMPARE(refusalOf(method), 605);
        QCOMPARE(wordsOf(method), "Request method 'POST' not supported"_ba);
    }

    void fieldsOfEveryType()
    {
        const Reply reply = m_client->ask("GET"_ba, "/rest/v1/leads/describe2.json"_ba);
        const QJsonObject lead = firstOf(reply);
        QCOMPARE(lead.value("name"_L1).toString(), u"API Lead"_s);
        QSet<QString> types;
        QStringList names;
        QMap<QString, QJsonObject> byName;
        for (const QJsonValue &value : lead.value("fields"_L1).toArray()) {
            const QJsonObject field = value.toObject();
            types.insert(field.value("dataType"_L1).toString());
            names.append(field.value("name"_L1).toString());
            byName.insert(names.last(), field);
        }
        for (const char *type :
             { "boolean", "currency", "date", "datetime", "email", "float", "formula", "integer", "percent",
               "phone", "reference", "score", "string", "text", "textarea", "url" })
            QVERIFY2(types.contains(QLatin1StringView(type)), type);
        QStringList sorted = names;
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(names, sorted);
        QCOMPARE(byName.value(u"createdAt"_s).value("updateable"_L1).toBool(), false);
        QCOMPARE(byName.value(u"crmAccountTier"_s).value("crmManaged"_L1).toBool(), true);
        QCOMPARE(byName.value(u"email"_s).value("length"_L1).toInt(), 255);
        QVERIFY(!byName.value(u"longNotes"_s).contains("length"_L1));
        QStringList keys;
        for (const QJsonValue &key : lead.value("searchableFields"_L1).toArray())
            keys.append(key.toArray().first().toString());
        for (const QString &key :
             { u"id"_s, u"email"_s, u"cookies"_s, u"loyaltyNumber"_s, u"memberNumber"_s })
            QVERIFY2(keys.contains(key), qPrintable(key));
    }

    void describeHasIdsAndTellsWhatRestCannotReach()
    {
        int last = 0;
        int without = 0;
        for (const QJsonValue &value : m_client->ask("GET"_ba, "/rest/v1/leads/describe.json"_ba)
                                           .object()
                                           .value("result"_L1)
                                           .toArray()) {
            QVERIFY(value.toObject().value("id"_L1).toInt() > last);
            last = value.toObject().value("id"_L1).toInt();
            without += !value.toObject().contains("rest"_L1);
        }
        QCOMPARE(without, 1);
    }

    void schemaFieldsArePaged()
    {
        const QStringList names
            = allPages(*m_client, "/rest/v1/leads/schema/fields.json?batchSize=20"_ba, u"name"_s);
        QVERIFY(names.size() > 80);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        const QJsonObject first
            = m_client->ask("GET"_ba, "/rest/v1/leads/schema/fields.json?batchSize=20"_ba).object();
        QCOMPARE(first.value("moreResult"_L1), QJsonValue(true));
        QCOMPARE(
            m_client->ask("GET"_ba, "/rest/v1/leads/schema/fields.json"_ba).object().value("moreResult"_L1),
            QJsonValue(false));
        const QJsonObject one
            = firstOf(m_client->ask("GET"_ba, "/rest/v1/leads/schema/fields/newsletterOptIn.json"_ba));
        QCOMPARE(one.value("isCustom"_L1).toBool(), true);
        QCOMPARE(one.value("dataType"_L1).toString(), u"boolean"_s);
    }

    void partitions()
    {
        QCOMPARE(allPages(*m_client, "/rest/v1/leads/partitions.json"_ba, u"name"_s),
                 (QStringList { u"Default"_s, u"EMEA"_s, u"EMEA West"_s }));
    }

    void listsArePagedAndFiltered_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QByteArray() << 362;
        QTest::newRow("small pages") << "?batchSize=100"_ba << 362;
        QTest::newRow("one name") << "?name=Newsletter"_ba << 2;
        QTest::newRow("a program") << "?name=Newsletter&programName=Newsletter%202026"_ba << 1;
        QTest::newRow("ids") << "?id=1001,1003&id=1005"_ba << 3;
        QTest::newRow("a workspace") << "?workspaceName=EMEA"_ba << 120;
        QTest::newRow("none") << "?name=Nothing"_ba << 0;
    }

    void listsArePagedAndFiltered()
    {
        QFETCH(QByteArray, query);
        const QStringList ids = allPages(*m_client, "/rest/v1/lists.json" + query, u"id"_s);
        QTEST(int(ids.size()), "count");
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        const QJsonObject page = m_client->ask("GET"_ba, "/rest/v1/lists.json"_ba).object();
        QCOMPARE(page.value("result"_L1).toArray().size(), 300);
        QVERIFY(!page.contains("moreResult"_L1));
    }

    void oneList()
    {
        const QJsonObject list = firstOf(m_client->ask("GET"_ba, "/rest/v1/lists/1042.json"_ba));
        QCOMPARE(list.value("id"_L1).toInt(), 1042);
        QVERIFY(list.value("createdAt"_L1).toString().endsWith(u"Z"));
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/lists/7.json"_ba)), 1013);
    }

    void listMembership()
    {
        QByteArray csv = "email\n";
        for (int i = 0; i < 310; ++i)
            csv += "m" + QByteArray::number(i) + "@example.com\n";
        m_client->import(csv, "?format=csv&listId=1050"_ba);
        const QByteArray members = "/rest/v1/lists/1050/leads.json";
        const QStringList ids = allPages(*m_client, members, u"id"_s);
        QCOMPARE(ids.size(), 310);
        const QByteArray known
            = QByteArray::number(m_client->leads(u"known@acme.example"_s).first().value("id"_L1).toInteger());
        const QByteArray input = "{\"input\":[{\"id\":" + known + "},{\"id\":1}]}";
        const auto standings = [](const Reply &reply) {
            QStringList words;
            for (const QJsonValue &each : reply.object().value("result"_L1).toArray())
                words.append(each.toObject().value("status"_L1).toString());
            return words;
        };
        QCOMPARE(standings(m_client->ask("POST"_ba, members, jsonType, input)),
                 (QStringList { u"added"_s, u"skipped"_s }));
        QCOMPARE(standings(m_client->ask("GET"_ba, "/rest/v1/lists/1050/leads/ismember.json?id=" + known)),
                 QStringList { u"memberof"_s });
        QCOMPARE(standings(m_client->ask("DELETE"_ba, members + "?id=" + known)),
                 QStringList { u"removed"_s });
        const Reply again = m_client->ask("DELETE"_ba, members, jsonType, input);
        QCOMPARE(standings(again), (QStringList { u"skipped"_s, u"skipped"_s }));
        QVERIFY(again.body.contains("\"1015\"") && again.body.contains("\"1004\""));
    }

    void leadsByFilter()
    {
        const QByteArray found
            = "/rest/v1/leads.json?filterType=email&fields=email,unsubscribed,id&filterValues=";
        const QJsonObject known
            = firstOf(m_client->ask("GET"_ba, found + "KNOWN@acme.example,nobody@acme.example"));
        QCOMPARE(known.value("unsubscribed"_L1).toBool(), true);
        QCOMPARE(known.size(), 3);
        const Reply byForm
            = m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, urlForm,
                            "_method=GET&filterType=email&filterValues=twins%40acme.example"_ba);
        QCOMPARE(byForm.object().value("result"_L1).toArray().size(), 2);
        QCOMPARE(
            refusalOf(m_client->ask("GET"_ba, "/rest/v1/leads.json?filterType=firstName&filterValues=x"_ba)),
            1011);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/leads.json?filterType=email"_ba)), 1002);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, found + "x&fields=nothing")), 1006);
        const QByteArray id = QByteArray::number(known.value("id"_L1).toInteger());
        QCOMPARE(
            firstOf(m_client->ask("GET"_ba, "/rest/v1/lead/" + id + ".json")).value("email"_L1).toString(),
            u"known@acme.example"_s);
        const Reply gone = m_client->ask("POST"_ba, "/rest/v1/leads/delete.json"_ba, jsonType,
                                         "{\"input\":[{\"id\":" + id + "}]}");
        QCOMPARE(firstOf(gone).value("status"_L1).toString(), u"deleted"_s);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/rest/v1/lead/" + id + ".json")), 1004);
        QVERIFY(firstOf(m_client->ask("GET"_ba, found + "known@acme.example")).isEmpty());
    }

    void syncVerdicts_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<QByteArray>("lead");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        const QByteArray both;
        const QByteArray createOnly = "\"action\":\"createOnly\",";
        const QByteArray updateOnly = "\"action\":\"updateOnly\",";
        const auto skip = u"skipped"_s;
        QTest::newRow("new") << both << R"({"email":"new@example.com","leadScore":3})"_ba << u"created"_s
                             << QString();
        QTest::newRow("there") << both << R"({"email":"Known@acme.example","firstName":null})"_ba
                               << u"updated"_s << QString();
        QTest::newRow("no look-up") << both << R"({"firstName":"Ada"})"_ba << skip << u"1003"_s;
        QTest::newRow("wrong type") << both << R"({"email":"g@example.org","leadScore":"abc"})"_ba << skip
                                    << u"1003"_s;
        QTest::newRow("unknown field")
            << both << R"({"email":"g@example.org","shoeSize":"43"})"_ba << skip << u"1006"_s;
        QTest::newRow("read only") << both << R"({"email":"g@example.org","inferredCity":"x"})"_ba << skip
                                   << u"1011"_s;
        QTest::newRow("several") << both << R"({"email":"twins@acme.example"})"_ba << skip << u"1007"_s;
        QTest::newRow("only new") << createOnly << R"({"email":"known@acme.example"})"_ba << skip
                                  << u"1005"_s;
        QTest::newRow("only those there")
            << updateOnly << R"({"email":"new@example.com"})"_ba << skip << u"1004"_s;
        QTest::newRow("by id") << "\"action\":\"updateOnly\",\"lookupField\":\"id\","_ba
                               << R"({"id":318601,"firstName":"I"})"_ba << u"updated"_s << QString();
        QTest::newRow("another partition") << "\"partitionName\":\"EMEA West\","_ba
                                           << R"({"email":"emea@acme.example"})"_ba << skip << u"1010"_s;
        QTest::newRow("twice on purpose")
            << "\"action\":\"createDuplicate\","_ba
            << R"({"email":"known@acme.example"})"_ba << u"created"_s << QString();
        QTest::newRow("a linked company")
            << both << R"({"email":"g@example.org","company":"A","externalCompanyId":"C"})"_ba << skip
            << u"1021"_s;
    }

    void syncVerdicts()
    {
        QFETCH(QByteArray, order);
        QFETCH(QByteArray, lead);
        const Reply reply = m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, jsonType,
                                          '{' + order + R"("input":[{"lastName":"Nobody"},)" + lead + "]}");
        QCOMPARE(refusalOf(reply), -1);
        const QJsonObject verdict = reply.object().value("result"_L1).toArray().at(1).toObject();
        QTEST(verdict.value("status"_L1).toString(), "status");
        QTEST(verdict.value("reasons"_L1).toArray().first().toObject().value("code"_L1).toString(), "code");
        QVERIFY(!verdict.contains("seq"_L1));
    }

    /// What comes as JSON is stored as what comes in a file would be.
    void keepsTheWholeOfAJsonValue()
    {
        const Reply reply
            = m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, jsonType,
                            "{\"input\":[{\"email\":\"new@example.com\",\"leadScore\":9223372036854775807,"
                            "\"firstName\":\"\xef\xbb\xbfz\",\"lastName\":\"a\xef\xbb\xbf\"}]}"_ba);
        QCOMPARE(reply.object()["result"_L1][0]["status"_L1].toString(), u"created"_s);
        const Reply found = m_client->ask("GET"_ba,
                                          "/rest/v1/leads.json?filterType=email&filterValues=new@example.com"
                                          "&fields=leadScore,firstName,lastName"_ba);
        QVERIFY2(found.body.contains("9223372036854775807"), found.body.constData());
        QVERIFY2(found.body.contains("\"\xef\xbb\xbfz\""), found.body.constData());
        QVERIFY2(found.body.contains("\"a\xef\xbb\xbf\""), found.body.constData());
    }

    void syncRefusals_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QByteArray tooMany = R"({"input":[{"email":"a@example.com"})";
        for (int i = 0; i < 300; ++i)
            tooMany += R"(,{"email":"a@example.com"})";
        QTest::newRow("no JSON") << jsonType << "{input"_ba << 609;
        QTest::newRow("another type") << "text/plain"_ba
                                      << "{}"_ba << 612;
        QTest::newRow("nobody") << jsonType << R"({"input":[]})"_ba << 1002;
        QTest::newRow("301") << jsonType << tooMany + "]}" << 1003;
        QTest::newRow("look-up") << jsonType << R"({"lookupField":"userId","input":[{}]})"_ba << 1006;
        QTest::newRow("id would add") << jsonType << R"({"lookupField":"id","input":[{}]})"_ba << 1011;
        QTest::newRow("partition") << jsonType << R"({"partitionName":"Mars","input":[{}]})"_ba << 1008;
    }

    void syncRefusals()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QTEST(refusalOf(m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, type, body)), "code");
    }

    void companyFieldsStayAsTheyAre()
    {
        m_client->import("email,company\nc@example.com,Acme\n"_ba);
        m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, jsonType,
                      R"({"input":[{"email":"c@example.com","company":"Other","firstName":"C"}]})"_ba);
        const QJsonObject lead = m_client->leads(u"c@example.com"_s).first();
        QCOMPARE(lead.value("company"_L1).toString(), u"Acme"_s);
        QCOMPARE(lead.value("firstName"_L1).toString(), u"C"_s);
    }

    void bodiesAndAddressesHaveLimits()
    {
        const QByteArray long1 = "{\"input\":\""_ba + QByteArray(1024 * 1024, 'x') + "\"}";
        QCOMPARE(m_client->ask("POST"_ba, "/rest/v1/leads.json"_ba, jsonType, long1).status, 413);
        const Reply uri
            = m_client->ask("GET"_ba, "/rest/v1/leads.json?filterValues=" + QByteArray(9000, 'x'));
        QCOMPARE(uri.status, 414);
        QVERIFY(uri.headers.value("content-type"_ba).startsWith("text/html"));
    }

    void customObjects()
    {
        const QJsonObject describe
            = firstOf(m_client->ask("GET"_ba, "/rest/v1/customobjects/seat_c/describe.json"_ba));
        QCOMPARE(describe.value("dedupeFields"_L1).toArray().size(), 2);
        const QByteArray root = "/bulk/v1/customobjects/seat_c/import";
        const auto load = [&](const QByteArray &csv) {
            const QJsonObject first = firstOf(m_client->ask("POST"_ba, root + ".json?format=csv",
                                                            "multipart/form-data; boundary=xYzZY"_ba,
                                                            multipartBody({ filePart(csv) })));
            return QByteArray::number(first.value("batchId"_L1).toInteger());
        };
        const QByteArray id
            = load("eventCode,seatNumber,guestEmail\nF26,1,a@example.com\nF26,,b@example.com\n"
                   "F26,2,c@example.com\nF26,1,d@example.com\n"_ba);
        QJsonObject status;
        QTRY_VERIFY((m_client->moveClock(5),
                     status = firstOf(m_client->ask("GET"_ba, root + '/' + id + "/status.json")),
                     status.value("status"_L1).toString() == u"Complete"));
        QCOMPARE(status.value("objectApiName"_L1).toString(), u"seat_c"_s);
        QCOMPARE(status.value("numOfObjectsProcessed"_L1).toInt(), 3);
        QCOMPARE(status.value("operation"_L1).toString(), u"import"_s);
        QVERIFY(status.value("importTime"_L1).toString().endsWith(u" second(s)"));
        QCOMPARE(m_client->ask("GET"_ba, root + '/' + id + "/failures.json").body,
                 "eventCode,seatNumber,guestEmail,Import Failure Reason\n"
                 "F26,,b@example.com,missing.dedupe.fields\n"_ba);
        QCOMPARE(m_client->ask("GET"_ba, root + '/' + id + "/warnings.json").status, 404);
        const auto seats = m_client->records("seat_c"_ba);
        QCOMPARE(seats.size(), 2);
        QCOMPARE(seats.first().value("guestEmail"_L1).toString(), u"d@example.com"_s);
        QCOMPARE(refusalOf(m_client->ask("GET"_ba, "/bulk/v1/leads/batch/" + id + ".json")), 1013);
    }

    void programMembers()
    {
        const QByteArray form = "multipart/form-data; boundary=xYzZY";
        const QByteArray body = multipartBody(
            { filePart("firstName,registrationCode,email\nAda,R-1,ada@example.com\n,R-2,\n"_ba) });
        const QByteArray path = "/bulk/v1/program/1044/members/import.json?format=CSV&programMemberStatus=";
        QCOMPARE(refusalOf(m_client->ask("POST"_ba, path + "Nonsense", form, body)), 1025);
        const qint64 batch = firstOf(m_client->ask("POST"_ba, path + "On%20List", form, body))
                                 .value("batchId"_L1)
                                 .toInteger();
        const QByteArray root = "/bulk/v1/program/members/import/" + QByteArray::number(batch);
        QJsonObject status;
        QTRY_VERIFY((m_client->moveClock(5), status = firstOf(m_client->ask("GET"_ba, root + "/status.json")),
                     status.value("status"_L1).toString() == u"Complete"));
        QCOMPARE(status.value("numOfLeadsProcessed"_L1).toInt(), 1);
        QVERIFY(m_client->ask("GET"_ba, root + "/failures.json")
                    .body.endsWith(",R-2,,Value for lookup field 'email' not found\n"));
        const QJsonObject member = m_client->records("members"_ba).first();
        QCOMPARE(member.value("statusName"_L1).toString(), u"On List"_s);
        QCOMPARE(member.value("registrationCode"_L1).toString(), u"R-1"_s);
        QCOMPARE(m_client->leads(u"ada@example.com"_s).first().value("firstName"_L1).toString(), u"Ada"_s);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<MarketoClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeMarketo)
#include "test_practice_marketo.moc"
