#include "app/service/dotdigital/dotdigital.h"
#include "tests/unit/service/scripted_service.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::headerOf;
using test::testData;

/// Signing in to Dotdigital and reading its contact fields, without a network.
class TestDotdigital : public QObject, test::ScriptedService {
    Q_OBJECT

public:
    TestDotdigital()
        : ScriptedService(makeDotdigitalService)
    {
    }

private:
    static Credentials credentials(const QString &url = {})
    {
        return { .url = QUrl(url),
                 .clientId = u"apiuser-1@apiconnector.com"_s,
                 .clientSecret = Secret(u"pässwort"_s),
                 .kind = SignInKind::Basic };
    }
    static QByteArray account(const QByteArray &endpoint)
    {
        QByteArray body = R"({"id":1,"properties":[{"name":"Name","type":"String","value":"Acme"},
            {"name":"ApiCallsInLastHour","type":"Int","value":"15"},
            {"name":"ApiCallsRemaining","type":"Int","value":"1985"},
            {"name":"ApiEndpoint","type":"String","value":"ENDPOINT"}]})";
        return body.replace("ENDPOINT", endpoint);
    }
    QStringList hosts()
    {
        QStringList all;
        for (const HttpRequest &request : script().requests)
            all << request.url.host().section(u'-', 0, 0);
        return all;
    }

private Q_SLOTS:
    void init() { forget(); }

    void takesAnyAddressOrNone_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("address"); // empty: refused
        QTest::addRow("nothing") << QString() << u"https://r1-api.dotdigital.com"_s;
        QTest::addRow("endpoint") << u"https://r2-api.dotdigital.com/"_s
                                  << u"https://r2-api.dotdigital.com"_s;
        QTest::addRow("no scheme") << u" r3-api.dotmailer.com/v2 "_s << u"https://r3-api.dotdigital.com"_s;
        QTest::addRow("the app") << u"https://r2-app.dotdigital.com/Accounts"_s
                                 << u"https://r2-api.dotdigital.com"_s;
        QTest::addRow("old") << u"https://apiconnector.com"_s << u"https://r1-api.dotdigital.com"_s;
        QTest::addRow("this computer") << u"http://localhost:8080/v2"_s << u"http://localhost:8080"_s;
        QTest::addRow("stranger") << u"https://example.com"_s << QString();
        QTest::addRow("look-alike") << u"https://evil-dotdigital.com"_s << QString();
    }
    void takesAnyAddressOrNone()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QString, address);
        const auto made = m_service->address(pasted);
        QCOMPARE(made.value_or(QUrl()), QUrl(address));
        QVERIFY(made || !made.error().sentence.contains(pasted)); // it may be a secret in the wrong field
    }

    void repeatsNoPasswordThatTheServiceRepeats()
    {
        script().answer(
            400,
            R"({"message":"p\u00e4sswort is odd, and so is YXBpdXNlci0xQGFwaWNvbm5lY3Rvci5jb206cMOkc3N3b3J0"})");
        const auto facts = open(credentials())->test({});
        QVERIFY(!facts);
        const QString all = facts.error().sentence + facts.error().detail;
        QVERIFY2(all.contains(u"is odd"), qPrintable(all));
        QVERIFY2(!all.contains(u"sswort") && !all.contains(u"YXBp"), qPrintable(all));
    }

    void offersTheRegionsAndFindsTheRightOne()
    {
        const auto forms = m_service->signIn();
        QCOMPARE(forms.front().kind, SignInKind::Basic);
        const SignInField *region = forms.front().field(SignInField::Id::Url);
        QVERIFY(region && region->optional);
        QCOMPARE(region->choices.size(), 4U);
        QVERIFY(region->choices.front().url.isEmpty());
    }

    void findsTheRegionByItself()
    {
        script().answer(200, account("https://r2-api.dotdigital.com/"));
        script().answer(200, account("https://r2-api.dotdigital.com/"));
        script().answer(200, testData(u"dotdigital/data-fields.documented-example.json"_s));
        const auto session = open(credentials());
        const auto facts = session->test({});
        QVERIFY(facts);
        QCOMPARE(facts->organization, u"Acme"_s);
        QCOMPARE(facts->user, u"apiuser-1@apiconnector.com"_s);
        QVERIFY(session->describe(u"contacts"_s, {}));
        QCOMPARE(hosts(), (QStringList { u"r1"_s, u"r2"_s, u"r2"_s }));
        QCOMPARE(script().requests.front().url.path(), u"/v2/account-info"_s);
        for (const HttpRequest &request : script().requests)
            QCOMPARE(headerOf(request, "Authorization"),
                     "Basic " + u"apiuser-1@apiconnector.com:pässwort"_s.toUtf8().toBase64());
    }

    void triesTheOtherRegions()
    {
        const QByteArray forbidden = R"({"message":"Forbidden: Access is denied"})";
        script().answer(403, forbidden);
        script().answer(403, forbidden);
        script().answer(200, account("https://r3-api.dotdigital.com"));
        script().answer(200, account("https://r3-api.dotdigital.com"));
        QVERIFY(open(credentials())->test({}));
        QCOMPARE(hosts(), (QStringList { u"r1"_s, u"r2"_s, u"r3"_s, u"r3"_s }));

        script().requests.clear();
        for (int region = 0; region < 3; ++region)
            script().answer(403, forbidden);
        const auto nowhere = open(credentials(u"https://r2-api.dotdigital.com"_s))->test({});
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, Error::Kind::Rejected);
        QCOMPARE(hosts(), (QStringList { u"r2"_s, u"r1"_s, u"r3"_s }));
    }

    void carriesThePasswordToNoStranger_data()
    {
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addRow("stranger") << "https://evil.example/"_ba;
        QTest::addRow("no TLS") << "http://r2-api.dotdigital.com/"_ba;
        QTest::addRow("port") << "https://r2-api.dotdigital.com:81/"_ba;
        QTest::addRow("look-alike") << "https://r2-api.dotdigital.com.evil.example/"_ba;
        QTest::addRow("none") << ""_ba;
    }
    void carriesThePasswordToNoStranger()
    {
        QFETCH(const QByteArray, endpoint);
        script().answer(200, account(endpoint));
        script().answer(200, account(endpoint));
        QVERIFY(open(credentials())->test({}));
        QCOMPARE(hosts(), (QStringList { u"r1"_s, u"r1"_s }));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("word");
        const auto message = [](const QByteArray &text) {
            return QByteArray(R"({"message":"TEXT"})").replace("TEXT", text);
        };
        QTest::addRow("password") << 401 << message("Authorization has been denied for this request.")
                                  << Error::Kind::SignIn << u"API users"_s;
        QTest::addRow("disabled") << 400 << message("Error: ERROR_INVALID_LOGIN") << Error::Kind::SignIn
                                  << u"API users"_s;
        QTest::addRow("hour used up")
            << 400 << message("Error: ERROR_APIUSAGE_EXCEEDED") << Error::Kind::RateLimit << u"later"_s;
        QTest::addRow("feature") << 400 << message("Error: ERROR_FEATURENOTACTIVE") << Error::Kind::Rejected
                                 << u"feature"_s;
        QTest::addRow("version 3") << 400
                                   << R"({"errorCode":"contacts:badJson","description":"It is bad"})"_ba
                                   << Error::Kind::Rejected << u"It is bad"_s;
        QTest::addRow("page") << 404 << "<html>"_ba << Error::Kind::BadReply << u"address"_s;
        QTest::addRow("something else") << 200 << "{}"_ba << Error::Kind::BadReply << u"address"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, word);
        script().answer(status, body);
        const auto facts = open(credentials())->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, kind);
        QVERIFY2(facts.error().sentence.contains(word), qPrintable(facts.error().sentence));
        QCOMPARE(script().requests.size(), 1U);
    }

    void passesOnTheEndOfARateLimit()
    {
        const qint64 now = m_clock.now().toSecsSinceEpoch();
        for (int tries = 0; tries < 6; ++tries)
            script().answer(429, "{}", { { "X-RateLimit-Reset", QByteArray::number(now + 1000) } });
        const auto facts = open(credentials())->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::RateLimit);
        QVERIFY(facts.error().retryAfter && *facts.error().retryAfter <= std::chrono::seconds(1000));
    }

    void tellsTheCallsThatAreLeft()
    {
        script().answer(200, account("https://r1-api.dotdigital.com"));
        script().answer(200, account("https://r1-api.dotdigital.com"));
        const auto gauges = open(credentials())->gauges({});
        QVERIFY(gauges);
        QCOMPARE(gauges->size(), 1U);
        QCOMPARE(gauges->front().left, 1985);
        QCOMPARE(gauges->front().most, 2000);
    }

    void readsTheFields()
    {
        const auto schema
            = m_service->schemaFrom(testData(u"dotdigital/data-fields.documented-example.json"_s));
        QVERIFY(schema);
        QCOMPARE(schema->field(u"FIRSTNAME")->type, FieldType::Text);
        QCOMPARE(schema->field(u"FIRSTNAME")->length, 255);
        QCOMPARE(schema->field(u"IS_HAPPY")->type, FieldType::Boolean);
        QCOMPARE(schema->field(u"BIRTHDAY")->type, FieldType::Date);
        QCOMPARE(schema->keys().size(), 1U);
        QVERIFY(schema->field(u"Email")->key && schema->field(u"Email")->required);
        QCOMPARE(schema->field(u"OptInType")->values.size(), 4U);
        QVERIFY(!schema->forms.blankClears && schema->forms.clear.isEmpty()); // a blank cell changes nothing
        QCOMPARE(schema->forms.yes, "True"_ba);
        // One that lists what every contact has is not doubled.
        const auto doubled = m_service->schemaFrom(
            R"([{"name":"EMAIL","type":"String","visibility":"Private","defaultValue":null},
                {"name":"SIZE","type":"Numeric","visibility":"Public","defaultValue":0}])");
        QVERIFY(doubled);
        QCOMPARE(doubled->keys().size(), 1U);
        QCOMPARE(doubled->field(u"SIZE")->type, FieldType::Number);
    }

    void takesNoOtherDocumentForItsOwn_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addRow("salesforce") << testData(u"salesforce/describe-Contact.json"_s);
        QTest::addRow("marketo") << testData(u"marketo/leads-describe.one-per-datatype.json"_s);
        QTest::addRow("address books")
            << R"([{"id":1,"name":"Test","visibility":"Private","contacts":0}])"_ba;
        QTest::addRow("empty") << "[]"_ba;
    }
    void takesNoOtherDocumentForItsOwn()
    {
        QFETCH(const QByteArray, document);
        QVERIFY(!m_service->recognisesDescribe(document));
        QVERIFY(!m_service->schemaFrom(document));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigital)
#include "test_dotdigital.moc"
