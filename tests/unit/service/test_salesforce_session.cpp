#include "tests/unit/service/scripted_salesforce.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::header;
using test::json;
using test::recorded;

/// Signing in, and what a session tells, without a network.
class TestSalesforceSession : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private Q_SLOTS:
    void init() { forget(); }

    void signsInByClientCredentials()
    {
        signInAnswer();
        script().answer(200, R"({"sobjects":[]})");
        QVERIFY(open(QUrl(u"acme.lightning.force.com"_s))->objects({}));
        QCOMPARE(script().requests.size(), 2U);
        const HttpRequest &token = script().requests[0];
        QCOMPARE(token.method, "POST"_ba);
        QCOMPARE(token.url, QUrl(u"https://acme.my.salesforce.com/services/oauth2/token"_s));
        QCOMPARE(header(token, "content-type"), "application/x-www-form-urlencoded"_ba);
        QCOMPARE(token.body,
                 "grant_type=client_credentials&client_id=key.with%2Bplus&client_secret=s%26cret"_ba);
        const HttpRequest &list = script().requests[1];
        QCOMPARE(list.url, QUrl(u"https://acme.my.salesforce.com/services/data/v61.0/sobjects"_s));
        QCOMPARE(header(list, "authorization"), "Bearer 00DgK0000012345!first"_ba);
    }

    void saysWhatIsWrongWithASignIn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        const auto signIn = Error::Kind::SignIn;
        QTest::addRow("secret") << 400 << R"({"error":"invalid_client","error_description":"x"})"_ba
                                << signIn;
        QTest::addRow("key") << 400 << R"({"error":"invalid_client_id","error_description":"x"})"_ba
                             << signIn;
        QTest::addRow("no user") << 400 << recorded(u"oauth-refresh-error.json"_s) << signIn;
        QTest::addRow("page") << 404 << "<html>"_ba << signIn;
        QTest::addRow("form text") << 400 << "error=invalid_client&error_description=x"_ba << signIn;
        QTest::addRow("busy") << 400 << R"({"error":"rate_limit_exceeded"})"_ba << Error::Kind::RateLimit;
        QTest::addRow("trouble") << 500 << "<html>"_ba << Error::Kind::ServiceFault;
        QTest::addRow("repeats what it was sent")
            << 400 << R"({"error":"invalid_client","error_description":"s&cret is wrong"})"_ba << signIn;
        QTest::addRow("repeats it as the code") << 400 << R"({"error":"s&cret"})"_ba << signIn;
        QTest::addRow("repeats it as sent")
            << 400 << R"({"error":"invalid_client","error_description":"sent=s%26cret&x"})"_ba << signIn;
        QTest::addRow("repeats it where the words are cut")
            << 400
            << "{\"error\":\"invalid_client\",\"error_description\":\"" + QByteArray(297, 'x') + "s&cret\"}"
            << signIn;
        QTest::addRow("no token") << 200 << R"({"instance_url":"https://acme.my.salesforce.com"})"_ba
                                  << Error::Kind::BadReply;
        QTest::addRow("unsafe place")
            << 200 << R"({"access_token":"t","instance_url":"http://evil.example"})"_ba
            << Error::Kind::BadReply;
    }
    void saysWhatIsWrongWithASignIn()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        script().answer(status, body);
        const auto facts = open()->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, kind);
        QVERIFY(!facts.error().sentence.isEmpty());
        QVERIFY(!facts.error().detail.contains(u"cret"_s));
        QCOMPARE(script().requests.size(), 1U);
    }

    void repeatsNoTokenThatTheServiceRepeats_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("message") << R"([{"errorCode":"X","message":"token opaque/4711 is odd"}])"_ba;
        QTest::addRow("escaped") << R"([{"errorCode":"X","message":"opaque\/4711"}])"_ba;
        QTest::addRow("code") << R"([{"errorCode":"opaque/4711","message":""}])"_ba;
        QTest::addRow("base64") << "<p>" + "opaque/4711"_ba.toBase64() + "</p>";
        QTest::addRow("percents") << "t=opaque%2F4711"_ba;
        QTest::addRow("at the cut") << "[{\"errorCode\":\"X\",\"message\":\"" + QByteArray(360, 'x')
                + "opaque/4711\"}]";
    }
    void repeatsNoTokenThatTheServiceRepeats()
    {
        QFETCH(const QByteArray, body);
        signInAnswer("opaque/4711");
        script().answer(400, body);
        const auto objects = open()->objects({});
        QVERIFY(!objects);
        const QString all = objects.error().sentence + objects.error().detail;
        QVERIFY2(!all.contains(u"opaq"), qPrintable(all));
        QVERIFY(!all.contains(u"b3BhcXVlLzQ3MT"));
    }

    void namesTheCureOfASignIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::addRow("not allowed yet")
            << R"({"error":"invalid_client","error_description":"app must be installed into org"})"_ba
            << u"administrator must allow it once"_s;
        QTest::addRow("shared address")
            << R"({"error":"invalid_grant","error_description":"request not supported on this domain"})"_ba
            << u"address of your own Salesforce"_s;
        QTest::addRow("nobody to run as")
            << R"({"error":"invalid_grant","error_description":"no client credentials user enabled"})"_ba
            << u"user it runs as"_s;
    }
    void namesTheCureOfASignIn()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, word);
        script().answer(400, body);
        const auto facts = open()->test({});
        QVERIFY(!facts);
        QVERIFY2(facts.error().sentence.contains(word), qPrintable(facts.error().sentence));
    }

    void sendsNoSecretToTheSharedLoginHost()
    {
        const auto facts = open(QUrl(u"https://login.salesforce.com"_s))->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::BadInput);
        QVERIFY(script().requests.empty());
    }

    /// The service has taken the old refresh token by then.
    void keepsANewRefreshTokenInSpiteOfAStop()
    {
        std::stop_source stop;
        script().onRequest = [&stop] { stop.request_stop(); };
        const QJsonObject made { { u"access_token"_s, u"t"_s },
                                 { u"instance_url"_s, u"https://acme.my.salesforce.com"_s },
                                 { u"refresh_token"_s, u"next"_s } };
        script().answer(200, QJsonDocument(made).toJson());
        Secret kept;
        Account account;
        account.url = QUrl(u"https://acme.my.salesforce.com"_s);
        const auto session = m_service->open(
            account,
            [&](std::stop_token) -> Result<Credentials> {
                return Credentials { .url = account.url,
                                     .clientId = u"key"_s,
                                     .clientSecret = Secret(u"first"_s),
                                     .kind = SignInKind::Browser,
                                     .replaceSecret = [&kept](const Secret &next, std::stop_token) -> Done {
                                         kept = next;
                                         return {};
                                     } };
            },
            m_factory);
        const auto objects = session->objects(stop.get_token());
        QVERIFY(!objects && objects.error().cancelled());
        QCOMPARE(kept, Secret(u"next"_s));
        QCOMPARE(script().requests.size(), 1U);
    }

    /// Which uses up the token that this one still has in memory.
    void takesTheTokenThatAnotherProcessKept()
    {
        script().answer(400, R"({"error":"invalid_grant","error_description":"expired"})");
        signInAnswer();
        script().answer(200, R"({"sobjects":[]})");
        const QUrl url(u"https://acme.my.salesforce.com"_s);
        const auto session = m_service->open(
            Account(),
            [url](std::stop_token) -> Result<Credentials> {
                return Credentials { .url = url,
                                     .clientId = u"key"_s,
                                     .clientSecret = Secret(u"first"_s),
                                     .kind = SignInKind::Browser,
                                     .secretAgain = [](std::stop_token) -> Result<std::optional<Secret>> {
                                         return Secret(u"second"_s);
                                     } };
            },
            m_factory);
        QVERIFY(session->objects({}));
        QVERIFY(script().requests[0].body.contains("refresh_token=first"));
        QVERIFY(script().requests[1].body.contains("refresh_token=second"));
    }

    void renewsAnExpiredSession()
    {
        signInAnswer();
        script().answer(401, recorded(u"expired-session.json"_s));
        signInAnswer("00DgK0000012345!second");
        script().answer(200, R"({"sobjects":[]})");
        const auto session = open();
        QVERIFY(session->objects({}));
        QCOMPARE(header(script().requests.back(), "Authorization"), "Bearer 00DgK0000012345!second"_ba);

        // It may end anew on the way, but a service that takes no session at all is not asked for ever.
        script().requests.clear();
        script().answer(401, recorded(u"expired-session.json"_s));
        for (const char *token :
             { "00DgK0000012345!third", "00DgK0000012345!fourth", "00DgK0000012345!fifth" }) {
            signInAnswer(token);
            script().answer(401, recorded(u"expired-session.json"_s));
        }
        const auto ended = session->objects({});
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::SignIn);
        QCOMPARE(script().requests.size(), 7U);
    }

    void renewsForNothingElse()
    {
        signInAnswer();
        script().answer(403, R"([{"errorCode":"INSUFFICIENT_ACCESS","message":"no"}])");
        const auto list = open()->objects({});
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Rejected);
        QCOMPARE(script().requests.size(), 2U);
    }

    void tellsTheDaysEndFromTooManyAtOnce()
    {
        const QByteArray body
            = R"([{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"TotalRequests Limit exceeded."}])";
        signInAnswer();
        script().answer(403, body, { { "Sforce-Limit-Info", "api-usage=12/5000" } });
        script().answer(200, R"({"sobjects":[]})");
        const auto session = open();
        QVERIFY(session->objects({}));
        QCOMPARE(m_clock.sleeps.size(), 1U);

        script().answer(403, body, { { "Sforce-Limit-Info", "api-usage=5000/5000" } });
        const auto list = session->objects({});
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Quota);
        QCOMPARE(m_clock.sleeps.size(), 1U);
    }

    void tellsWhoIsSignedIn()
    {
        signInAnswer();
        script().answer(200, R"({"totalSize":1,"done":true,"records":[{"Name":"Acme","IsSandbox":true}]})");
        script().answer(403, "Bad_OAuth_Token"); // an app without the right to ask for the user
        const auto facts = open()->test({});
        QVERIFY(facts);
        QCOMPARE(facts->organization, u"Acme"_s);
        QCOMPARE(facts->user, QString());
        QCOMPARE(facts->environment, Environment::Sandbox);
    }

    void listsWhatCanBeImported()
    {
        signInAnswer();
        script().answer(200, recorded(u"describe-Global.json"_s));
        const auto objects = open()->objects({});
        QVERIFY(objects);
        QStringList names;
        QStringList labels;
        for (const ObjectInfo &object : *objects) {
            names << object.name;
            labels << object.label;
            QVERIFY(object.canCreate || object.canUpdate || object.canDelete);
        }
        for (const auto &wanted : { u"Account"_s, u"Campaign"_s, u"Contact"_s, u"Lead"_s })
            QVERIFY2(names.contains(wanted), qPrintable(wanted));
        for (const auto &hidden : { u"ContactHistory"_s, u"ContactFeed"_s, u"ContactShare"_s })
            QVERIFY2(!names.contains(hidden), qPrintable(hidden));
        QStringList sorted = labels;
        std::ranges::sort(sorted, [](const auto &a, const auto &b) { return a.localeAwareCompare(b) < 0; });
        QCOMPARE(labels, sorted);
    }

    void readsTheLimits()
    {
        signInAnswer();
        script().answer(200, R"({"DailyApiRequests":{"Max":100000,"Remaining":99871},"HourlyX":{"Max":1},
            "DailyBulkApiBatches":{"Max":15000,"Remaining":-2}})");
        script().answer(403, "[]", { { "Sforce-Limit-Info", "api-usage=20/5000" } });
        const auto session = open();
        const auto gauges = session->gauges({});
        QVERIFY(gauges);
        QCOMPARE(gauges->size(), 2U);
        QCOMPARE(gauges->front().left, 99871);
        QCOMPARE(gauges->back().left, -2);
        const auto without = session->gauges({});
        QVERIFY(without);
        QCOMPARE(without->size(), 1U);
        QCOMPARE(without->front().left, 4980);
        QCOMPARE(without->front().most, 5000);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceSession)
#include "test_salesforce_session.moc"
