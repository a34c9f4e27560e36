#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QJsonDocument recordedReply(const QString &name)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA) + u"/salesforce/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

} // namespace

/// What goes over the wire besides jobs: sign-in, describes, queries, odd requests, planted faults.
class TestPracticeHttp : public QObject {
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

    void tokenReplyHasTheRecordedMembers()
    {
        const QJsonObject token = signIn("grant_type=client_credentials&client_id=" + org("clientId")
                                         + "&client_secret=" + org("clientSecret"))
                                      .object();
        for (const QString &name : recordedReply(u"oauth-token.json"_s).object().keys())
            QVERIFY2(token.value(name).isString(), qPrintable(name));
        QVERIFY(!token.contains("refresh_token"_L1));
        const Reply limits
            = Wire(m_client->port())
                  .ask("GET"_ba, "/services/data/v61.0/limits"_ba,
                       { "authorization: Bearer " + token.value("access_token"_L1).toString().toLatin1() });
        QCOMPARE(limits.status, 200);
        QVERIFY(limits.headers.value("sforce-limit-info"_ba).startsWith("api-usage="));
    }

    void tokenCallFails_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("error");
        QTest::newRow("secret") << "grant_type=client_credentials&client_id=@ID@&client_secret=x"_ba
                                << u"invalid_client"_s;
        QTest::newRow("client") << "grant_type=client_credentials&client_id=x&client_secret=x"_ba
                                << u"invalid_client_id"_s;
        QTest::newRow("grant") << "grant_type=password&client_id=@ID@"_ba << u"unsupported_grant_type"_s;
        QTest::newRow("refresh") << "grant_type=refresh_token&client_id=@ID@&refresh_token=x"_ba
                                 << u"invalid_grant"_s;
    }

    void tokenCallFails()
    {
        QFETCH(QByteArray, form);
        const Reply reply = signIn(form.replace("@ID@", org("clientId")));
        QCOMPARE(reply.status, 400);
        QTEST(reply.object().value("error"_L1).toString(), "error");
        QCOMPARE(reply.object().keys(), recordedReply(u"oauth-refresh-error.json"_s).object().keys());
    }

    void codeFlowGivesARefreshToken()
    {
        // Verifier and challenge of RFC 7636, appendix B.
        const QByteArray redirect = "http%3A%2F%2Flocalhost%3A1717%2FOauthRedirect";
        const QByteArray page = "/services/oauth2/authorize?response_type=code&client_id=" + org("clientId")
            + "&redirect_uri=" + redirect
            + "&state=s1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method="
              "S256";
        QCOMPARE(Wire(m_client->port()).ask("GET"_ba, page).status, 200);
        const QByteArray location
            = Wire(m_client->port()).ask("GET"_ba, page + "&decision=approve").headers.value("location"_ba);
        QVERIFY(location.startsWith("http://localhost:1717/OauthRedirect?code="));
        QVERIFY(location.endsWith("&state=s1"));
        const QByteArray code = location.mid(location.indexOf("code=") + 5).chopped(9);
        const QByteArray exchange = "grant_type=authorization_code&client_id=" + org("clientId")
            + "&redirect_uri=" + redirect + "&code=" + code;
        const QJsonObject token
            = signIn(exchange + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").object();
        const QByteArray refresh = token.value("refresh_token"_L1).toString().toLatin1();
        QVERIFY(!refresh.isEmpty());
        QCOMPARE(signIn(exchange + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").status, 400);
        QCOMPARE(signIn("grant_type=refresh_token&client_id=" + org("clientId") + "&refresh_token=" + refresh)
                     .status,
                 200);
    }

    void expiredSessionsAreToldAsRecorded()
    {
        QCOMPARE(m_client->ask("GET"_ba, "/services/data/v61.0/sobjects"_ba).status, 200);
        m_client->admin("POST"_ba, "/expire"_ba);
        const Reply reply = m_client->ask("GET"_ba, "/services/data/v61.0/sobjects"_ba);
        QCOMPARE(reply.status, 401);
        QCOMPARE(QJsonDocument::fromJson(reply.body), recordedReply(u"expired-session.json"_s));
        QCOMPARE(m_client->ask("GET"_ba, "/services/oauth2/userinfo"_ba).body, "Bad_OAuth_Token"_ba);
    }

    void versionsNeedNoSession()
    {
        const Reply reply = Wire(m_client->port()).ask("GET"_ba, "/services/data/"_ba);
        QVERIFY(!reply.headers.contains("sforce-limit-info"_ba));
        QMap<QString, QString> labels;
        for (const QJsonValue &version : QJsonDocument::fromJson(reply.body).array())
            labels.insert(version.toObject().value("version"_L1).toString(),
                          version.toObject().value("label"_L1).toString());
        QCOMPARE(labels.value(u"61.0"_s), u"Summer '24"_s);
        QCOMPARE(labels.value(u"65.0"_s), u"Winter '26"_s);
        QCOMPARE(labels.value(u"51.0"_s), u"Spring '21"_s);
    }

    void describesCarryTheAddedFieldsAndTheOwnOrigin()
    {
        const Reply reply = m_client->ask("GET"_ba, "/services/data/v62.0/sobjects/contact/describe"_ba);
        QVERIFY(!reply.body.contains("example.invalid"));
        QVERIFY(reply.body.contains("/services/data/v62.0/sobjects/Contact"));
        QMap<QString, QJsonObject> fields;
        for (const QJsonValue &field : reply.object().value("fields"_L1).toArray())
            fields.insert(field.toObject().value("name"_L1).toString(), field.toObject());
        QVERIFY(fields.value(u"Crm_Key__c"_s).value("externalId"_L1).toBool());
        QCOMPARE(fields.value(u"MailingCountryCode"_s).value("picklistValues"_L1).toArray().size(), 249);
        const QByteArray changed = reply.headers.value("last-modified"_ba);
        const Reply again = Wire(m_client->port())
                                .ask("GET"_ba, "/services/data/v61.0/sobjects/Contact/describe"_ba,
                                     { m_client->bearer(), "If-Modified-Since: " + changed });
        QCOMPARE(again.status, 304);
        QCOMPARE(m_client->ask("GET"_ba, "/services/data/v61.0/sobjects/Case/describe"_ba).status, 404);
    }

    void queriesFindNumbersHoweverSpelt()
    {
        m_client->run("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba,
                      "LastName,Score__c\nN,7\nM,70\n"_ba);
        for (const QByteArray &seven : { "7"_ba, "7.0"_ba, "07.00"_ba })
            QCOMPARE(query("SELECT+Id+FROM+Contact+WHERE+Score__c+IN+(" + seven + ")")
                         .object()
                         .value("totalSize"_L1)
                         .toInt(),
                     1);
    }

    void queriesFindRecordsByKeyAndText()
    {
        const QJsonObject found
            = query(
                  "SELECT+Id,LastName,Email+FROM+Contact+WHERE+Email+IN+('ADA.stone@example.com','nobody@example.com')"_ba)
                  .object();
        QCOMPARE(found.value("totalSize"_L1).toInt(), 1);
        QCOMPARE(found.value("records"_L1).toArray().first().toObject().value("LastName"_L1).toString(),
                 u"Stone"_s);
        QCOMPARE(query("SELECT+Id+FROM+Contact+WHERE+LastName='Marsh'+AND+FirstName='Cleo'"_ba)
                     .object()
                     .value("totalSize"_L1)
                     .toInt(),
                 1);
        const auto count
            = [this](const QByteArray &text) { return query(text).object().value("totalSize"_L1).toInt(); };
        const QByteArray all = "SELECT+Id+FROM+Contact+WHERE+CreatedDate+>=+2001-01-01T00:00:00Z"_ba;
        QVERIFY(count(all) > 2);
        QCOMPARE(count(all + "+AND+CreatedDate+<=+2001-01-02T00:00:00Z"_ba), 0);
        QCOMPARE(count("SELECT+Id+FROM+Contact+WHERE+CreatedDate+>=+2901-01-01T00:00:00Z"_ba), 0);
        QCOMPARE(query("SELECT+Id+FROM+Contact+LIMIT+2"_ba).object().value("totalSize"_L1).toInt(), 2);
        QCOMPARE(query("SELECT+Id+FROM+Contact+ORDER+BY+Id"_ba).errorCode(), u"MALFORMED_QUERY"_s);
        QCOMPARE(query("SELECT+Nme+FROM+Contact"_ba).errorCode(), u"INVALID_FIELD"_s);
        QCOMPARE(
            query(
                "SELECT+Name,InstanceName,IsSandbox,TrialExpirationDate,NamespacePrefix,OrganizationType+FROM+Organization"_ba)
                .object()
                .value("totalSize"_L1)
                .toInt(),
            1);
    }

    void queriesComeInPages()
    {
        QByteArray csv = "LastName\n";
        for (int i = 0; i < 2500; ++i)
            csv += "N\n";
        m_client->run("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba, csv);
        const QJsonObject first = query("SELECT+Id+FROM+Contact"_ba).object();
        QCOMPARE(first.value("totalSize"_L1).toInt(), 2505);
        QCOMPARE(first.value("records"_L1).toArray().size(), 2000);
        const QJsonObject last
            = m_client->ask("GET"_ba, first.value("nextRecordsUrl"_L1).toString().toLatin1()).object();
        QCOMPARE(last.value("records"_L1).toArray().size(), 505);
        QVERIFY(last.value("done"_L1).toBool() && !last.contains("nextRecordsUrl"_L1));
    }

    void pagesEndAtTheLimit_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<int>("total");
        QTest::newRow("few") << "+LIMIT+3"_ba << 3;
        QTest::newRow("a page") << "+LIMIT+2000"_ba << 2000;
        QTest::newRow("one more") << "+LIMIT+2001"_ba << 2001;
        QTest::newRow("more than there are") << "+LIMIT+9000"_ba << 2105;
        QTest::newRow("with a condition") << "+WHERE+LastName='N'"_ba << 2100;
        QTest::newRow("with both") << "+WHERE+LastName='N'+LIMIT+2050"_ba << 2050;
        QTest::newRow("none") << "+LIMIT+0"_ba << 0;
    }

    void pagesEndAtTheLimit()
    {
        m_client->run("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba,
                      "LastName\n" + QByteArray("N\n").repeated(2100));
        QFETCH(QByteArray, tail);
        QFETCH(int, total);
        QSet<QString> ids;
        QJsonObject page = query("SELECT+Id+FROM+Contact" + tail).object();
        for (int pages = 1;; ++pages) {
            for (const QJsonValue &record : page.value("records"_L1).toArray())
                ids.insert(record.toObject().value("Id"_L1).toString());
            QVERIFY(pages == 1 || page.value("totalSize"_L1).toInt() == total);
            if (page.value("done"_L1).toBool())
                break;
            QVERIFY(pages < 3);
            page = m_client->ask("GET"_ba, page.value("nextRecordsUrl"_L1).toString().toLatin1()).object();
        }
        QCOMPARE(page.value("totalSize"_L1).toInt(), total);
        QCOMPARE(ids.size(), total);
    }

    void oddRequestsAreUnderstood()
    {
        Wire wire(m_client->port());
        const QByteArrayList odd { m_client->bearer(), "content-TYPE: application/json"_ba,
                                   "Content-Length: 0"_ba };
        QCOMPARE(wire.ask("GET"_ba, "//services/data//v61.0/x/../sobjects/Contact/describe/"_ba, odd).status,
                 200);
        QCOMPARE(wire.ask("GET"_ba, "/services/./data/"_ba, odd).status, 200);
        wire.send("POST " + jobsPath + " HTTP/1.1\r\nHost: x\r\n" + m_client->bearer()
                  + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk("{\"object\":\"Conta"_ba) + chunk("ct\",\"operation\":\"insert\"}"_ba) + chunk({}));
        const Reply made = wire.receive();
        QCOMPARE(made.object().value("object"_L1).toString(), u"Contact"_s);
        const QByteArray path
            = jobsPath + '/' + made.object().value("id"_L1).toString().toLatin1() + "/batches";
        wire.send("PUT " + path + " HTTP/1.1\r\nHost: x\r\n" + m_client->bearer()
                  + "\r\nContent-Type: text/csv\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(wire.receive().status, 100);
        wire.send("LastName\nX\n"_ba);
        QCOMPARE(wire.receive().status, 201);
    }

    void faultsStrikeAsTold_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("done");
        QTest::newRow("reset before") << "resetBefore"_ba << false;
        QTest::newRow("reset during") << "resetDuring"_ba << false;
        QTest::newRow("reset after") << "resetAfter"_ba << true;
        QTest::newRow("lost reply") << "loseReply"_ba << true;
        QTest::newRow("half a reply") << "halfReply"_ba << true;
        QTest::newRow("garbage") << "garbage"_ba << true;
        QTest::newRow("stall") << "stall"_ba << true;
    }

    void faultsStrikeAsTold()
    {
        QFETCH(QByteArray, kind);
        QFETCH(bool, done);
        const QByteArray fault
            = "[{\"service\":\"salesforce\",\"method\":\"POST\",\"path\":\"*/jobs/ingest\",\"kind\":\"" + kind
            + "\",\"value\":50}]";
        QCOMPARE(m_client->admin("POST"_ba, "/faults"_ba, fault).status, 200);
        const QByteArray json = "{\"object\":\"Contact\",\"operation\":\"insert\"}";
        const Reply struck = m_client->ask("POST"_ba, jobsPath, "application/json"_ba, json);
        QVERIFY(struck.status != 200 || struck.body.isEmpty());
        const qsizetype jobs
            = m_client->ask("GET"_ba, jobsPath).object().value("records"_L1).toArray().size();
        QCOMPARE(jobs, done ? 1 : 0);
        QCOMPARE(m_client->ask("POST"_ba, jobsPath, "application/json"_ba, json).status, 200);
    }

    void faultStatusDoesNothing()
    {
        m_client->admin("POST"_ba, "/faults"_ba,
                        "[{\"kind\":\"status\",\"value\":503,\"after\":1,\"times\":1}]"_ba);
        QCOMPARE(m_client->ask("GET"_ba, jobsPath).status, 200);
        const Reply struck = m_client->ask("GET"_ba, jobsPath);
        QCOMPARE(struck.status, 503);
        QVERIFY(struck.headers.contains("retry-after"_ba));
        QCOMPARE(m_client->ask("GET"_ba, jobsPath).status, 200);
    }

    void faultStatusSaysWhatIsAskedOf()
    {
        m_client->admin("POST"_ba, "/faults"_ba,
                        R"([{"kind":"status","value":429,"headers":{"Retry-After":30},"body":"later"},
                            {"kind":"status","value":503,"headers":{"Retry-After":""}}])"_ba);
        const Reply struck = m_client->ask("GET"_ba, jobsPath);
        QCOMPARE(struck.status, 429);
        QCOMPARE(struck.headers.value("retry-after"_ba), "30"_ba);
        QCOMPARE(struck.body, "later"_ba);
        const Reply bare = m_client->ask("GET"_ba, jobsPath);
        QCOMPARE(bare.status, 503);
        QVERIFY(!bare.headers.contains("retry-after"_ba));
    }

    void adminTellsTheClock()
    {
        m_client->admin("POST"_ba, "/clock"_ba, "{\"seconds\":90}"_ba);
        QCOMPARE(m_client->admin("GET"_ba, "/clock"_ba).object().value("added"_L1).toInteger(), 90'000);
    }

    void slowRepliesDrip()
    {
        m_client->admin("POST"_ba, "/faults"_ba, "[{\"kind\":\"slow\",\"value\":300}]"_ba);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->ask("GET"_ba, jobsPath).status, 200);
        QVERIFY(timer.elapsed() >= 250);
    }

    void refusalClosesTheDoorForAWhile()
    {
        Wire open(m_client->port());
        m_client->admin("POST"_ba, "/faults"_ba, "[{\"kind\":\"refuse\",\"value\":400}]"_ba);
        QVERIFY(open.closedByPeer());
        QTcpSocket refused;
        refused.connectToHost(u"127.0.0.1"_s, m_client->port());
        QVERIFY(!refused.waitForConnected(200));
        QTRY_COMPARE(m_client->ask("GET"_ba, jobsPath).status, 200);
    }

    void halfAnUploadIsNoUpload()
    {
        const QByteArray path = jobsPath + '/'
            + m_client->createJob("{\"object\":\"Contact\",\"operation\":\"insert\"}"_ba) + "/batches";
        m_client->admin("POST"_ba, "/faults"_ba, "[{\"method\":\"PUT\",\"kind\":\"resetDuring\"}]"_ba);
        QCOMPARE(m_client->ask("PUT"_ba, path, "text/csv"_ba, QByteArray(2'000'000, 'x')).status, 0);
        QCOMPARE(m_client->ask("PUT"_ba, path, "text/csv"_ba, "LastName\nX\n"_ba).status, 201);
    }

    void requestsAreLogged()
    {
        m_client->ask("PATCH"_ba, jobsPath + "/750gK0000000001AAA", "application/json"_ba,
                      "{\"state\":\"Aborted\"}"_ba);
        const QJsonArray requests
            = QJsonDocument::fromJson(m_client->admin("GET"_ba, "/requests"_ba).body).array();
        const QJsonObject last = requests.last().toObject();
        QCOMPARE(last.value("method"_L1).toString(), u"PATCH"_s);
        QCOMPARE(last.value("status"_L1).toInt(), 404);
    }

    void retrieveKeepsTheOrder()
    {
        const QJsonArray all
            = query("SELECT+Id+FROM+Contact+LIMIT+2"_ba).object().value("records"_L1).toArray();
        const auto id = [&](int i) { return all[i].toObject().value("Id"_L1).toString().toLatin1(); };
        const Reply reply = m_client->ask("POST"_ba, "/services/data/v61.0/composite/sobjects/Contact"_ba,
                                          "application/json"_ba,
                                          "{\"ids\":[\"" + id(1) + "\",\"003gK00000zzzzzAAA\",\"" + id(0)
                                              + "\"],\"fields\":[\"Id\",\"LastName\"]}");
        const QJsonArray got = QJsonDocument::fromJson(reply.body).array();
        QCOMPARE(got.size(), 3);
        QCOMPARE(got[0].toObject().value("Id"_L1).toString().toLatin1(), id(1));
        QVERIFY(got[1].isNull());
    }

private:
    QByteArray org(const char *member) const
    {
        return m_client->org().value(QLatin1StringView(member)).toString().toLatin1();
    }

    Reply signIn(const QByteArray &form)
    {
        return Wire(m_client->port())
            .ask("POST"_ba, "/services/oauth2/token"_ba,
                 { "Content-Type: application/x-www-form-urlencoded"_ba }, form);
    }

    Reply query(const QByteArray &soql)
    {
        return m_client->ask("GET"_ba, "/services/data/v61.0/query?q=" + soql);
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<PracticeClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeHttp)
#include "test_practice_http.moc"
