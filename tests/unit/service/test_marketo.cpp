#include "app/service/marketo/marketo.h"
#include "tests/unit/service/scripted_service.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::headerOf;
using test::testData;

/// Signing in to Marketo and reading its fields, without a network.
class TestMarketo : public QObject, test::ScriptedService {
    Q_OBJECT

public:
    TestMarketo()
        : ScriptedService(makeMarketoService)
    {
    }

private:
    static Credentials credentials(const QString &url = u"https://123-abc-456.mktorest.com"_s)
    {
        return { .url = QUrl(url), .clientId = u"id+1"_s, .clientSecret = Secret(u"s&cret"_s) };
    }
    void tokenAnswer(const QByteArray &token, int life = 3599)
    {
        const QJsonObject json { { u"access_token"_s, QString::fromLatin1(token) },
                                 { u"token_type"_s, u"bearer"_s },
                                 { u"expires_in"_s, life },
                                 { u"scope"_s, u"api@acme.example"_s } };
        script().answer(200, QJsonDocument(json).toJson());
    }
    void refusal(const QByteArray &code)
    {
        QByteArray body = R"({"requestId":"1#2","success":false,"errors":[{"code":"CODE","message":"no"}]})";
        script().answer(200, body.replace("CODE", code));
    }
    void fieldsAnswer() { script().answer(200, fields()); }
    static QByteArray fields()
    {
        QByteArray document = testData(u"marketo/leads-describe2.excerpt.json"_s);
        if (!document.contains("\"success\""))
            document.replace("\"result\"", "\"success\":true,\"result\"");
        return document;
    }

private Q_SLOTS:
    void init() { forget(); }

    void takesAnythingThatHoldsTheMunchkinId_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("address"); // empty: refused
        const QString base = u"https://123-abc-456.mktorest.com"_s;
        QTest::addRow("rest endpoint") << u"https://123-ABC-456.mktorest.com/rest"_s << base;
        QTest::addRow("identity") << u" https://123-abc-456.mktorest.com/identity/ "_s << base;
        QTest::addRow("soap endpoint") << u"https://123-ABC-456.mktoapi.com/soap/mktows/3_1"_s << base;
        QTest::addRow("id alone") << u"123-ABC-456"_s << base;
        QTest::addRow("in a sentence")
            << u"Endpoint:\thttps://123-ABC-456.mktorest.com/rest (REST)"_s << base;
        QTest::addRow("landing page script") << u"Munchkin.init('123-ABC-456');"_s << base;
        QTest::addRow("this computer") << u"http://127.0.0.1:8080/rest"_s << u"http://127.0.0.1:8080"_s;
        QTest::addRow("none") << u"https://app-sj01.marketo.com"_s << QString();
        QTest::addRow("longer number") << u"2123-ABC-456"_s << QString();
        QTest::addRow("empty") << QString() << QString();
    }
    void takesAnythingThatHoldsTheMunchkinId()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QString, address);
        const auto found = m_service->address(pasted);
        QCOMPARE(found.value_or(QUrl()), QUrl(address));
        if (!found)
            QVERIFY(found.error().sentence.contains(u"Munchkin"));
    }

    void asksForWhatAnAppNeeds()
    {
        const auto forms = m_service->signIn();
        QCOMPARE(forms.size(), 1U);
        QCOMPARE(forms[0].kind, SignInKind::ClientCredentials);
        for (const auto id : { SignInField::Id::Url, SignInField::Id::User, SignInField::Id::Secret }) {
            const SignInField *field = forms[0].field(id);
            QVERIFY(field && !field->label.isEmpty() && !field->help.isEmpty() && !field->optional);
        }
    }

    void keepsTheSecretOutOfAddresses()
    {
        tokenAnswer("t1");
        fieldsAnswer();
        const auto facts = open(credentials())->test({});
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->organization, u"123-ABC-456"_s);
        QCOMPARE(facts->user, u"api@acme.example"_s);
        const HttpRequest &asked = script().requests[0];
        QCOMPARE(asked.method, "POST"_ba);
        QCOMPARE(asked.url, QUrl(u"https://123-abc-456.mktorest.com/identity/oauth/token"_s));
        QCOMPARE(asked.body, "grant_type=client_credentials&client_id=id%2B1&client_secret=s%26cret"_ba);
        QCOMPARE(script().requests[1].url.path(), u"/rest/v1/leads/describe2.json"_s);
        QCOMPARE(headerOf(script().requests[1], "Authorization"), "Bearer t1"_ba);
        QVERIFY(!script().requests[1].url.hasQuery());
    }

    void saysWhatIsWrongWithASignIn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::addRow("secret")
            << 401 << R"({"error":"invalid_client","error_description":"Bad client credentials"})"_ba
            << Error::Kind::SignIn << u"LaunchPoint"_s;
        QTest::addRow("id")
            << 401 << R"({"error":"unauthorized","error_description":"No client with requested id: x"})"_ba
            << Error::Kind::SignIn << u"LaunchPoint"_s;
        QTest::addRow("error in a 200")
            << 200 << R"({"error":"invalid_client"})"_ba << Error::Kind::SignIn << u"LaunchPoint"_s;
        QTest::addRow("repeats the secret")
            << 401 << R"({"error":"invalid_client","error_description":"s&cret?"})"_ba << Error::Kind::SignIn
            << u"LaunchPoint"_s;
        QTest::addRow("page") << 404 << "<html>"_ba << Error::Kind::BadReply << u"address"_s;
        QTest::addRow("no token") << 200 << "{}"_ba << Error::Kind::BadReply << u"address"_s;
        QTest::addRow("trouble") << 503 << "<html>"_ba << Error::Kind::ServiceFault << u"trouble"_s;
    }
    void saysWhatIsWrongWithASignIn()
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
        QVERIFY(!facts.error().detail.contains(u"s&cret"));
        QCOMPARE(script().requests.size(), 1U);
    }

    void repeatsNoTokenThatTheServiceRepeats()
    {
        tokenAnswer("opaque/4711");
        script().answer(200, R"({"success":false,"errors":[{"code":"1003","message":"opaque\/4711?"}]})");
        const auto facts = open(credentials())->test({});
        QVERIFY(!facts);
        QVERIFY2(!facts.error().sentence.contains(u"opaque"), qPrintable(facts.error().sentence));
        QVERIFY2(!facts.error().detail.contains(u"opaque"), qPrintable(facts.error().detail));
    }

    void saysWhatIsWrongWithACall_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::addRow("no right") << "603"_ba << Error::Kind::Rejected << u"Read-Only Lead"_s;
        QTest::addRow("day used up") << "607"_ba << Error::Kind::Quota << u"used up"_s;
        QTest::addRow("anything else") << "709"_ba << Error::Kind::Rejected << u"Marketo says: no"_s;
    }
    void saysWhatIsWrongWithACall()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, word);
        tokenAnswer("t1");
        refusal(code);
        const auto facts = open(credentials())->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, kind);
        QVERIFY2(facts.error().sentence.contains(word), qPrintable(facts.error().sentence));
    }

    void waitsWhenMarketoIsAskedTooMuch()
    {
        tokenAnswer("t1");
        refusal("606");
        refusal("615");
        script().answer(502, "<html>");
        fieldsAnswer();
        QVERIFY(open(credentials())->test({}));
        // A whole window of the rate passes after the first, whatever other waits there are.
        QVERIFY(m_clock.elapsed() >= std::chrono::seconds(20));
        QCOMPARE(script().requests.size(), 5U);
    }

    void survivesAnEndedTokenOnce_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addRow("601") << testData(u"marketo/error-601.json"_s);
        QTest::addRow("602")
            << R"({"success":false,"errors":[{"code":"602","message":"Access token expired"}]})"_ba;
        QTest::addRow("number") << R"({"success":false,"errors":[{"code":602,"message":"x"}]})"_ba;
    }
    void survivesAnEndedTokenOnce()
    {
        QFETCH(const QByteArray, refusal);
        tokenAnswer("t1");
        script().answer(200, refusal);
        tokenAnswer("t2");
        fieldsAnswer();
        const auto session = open(credentials());
        QVERIFY(session->describe(u"leads"_s, {}));
        QCOMPARE(headerOf(script().requests.back(), "Authorization"), "Bearer t2"_ba);

        script().requests.clear();
        script().answer(200, refusal);
        tokenAnswer("t3");
        script().answer(200, refusal);
        const auto ended = session->describe(u"leads"_s, {});
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::SignIn);
        QCOMPARE(script().requests.size(), 3U);
    }

    void survivesItInTheOlderDescribe()
    {
        tokenAnswer("t1");
        refusal("610");
        refusal("602");
        tokenAnswer("t2");
        script().answer(200, R"({"success":true,"result":[{"id":1,"displayName":"E","dataType":"email",
            "rest":{"name":"email","readOnly":false}}]})");
        const auto session = open(credentials());
        const auto fields = session->describe(u"leads"_s, {});
        QVERIFY(fields);
        QCOMPARE(script().requests.back().url.path(), u"/rest/v1/leads/describe.json"_s);
        QCOMPARE(m_service->schemaFrom(*fields).value().fields.size(), 1U);
    }

    void asksForANewTokenBeforeTheEndOfTheOld()
    {
        tokenAnswer("t1", 600);
        fieldsAnswer();
        const auto session = open(credentials());
        QVERIFY(session->test({}));
        m_clock.sleepFor(std::chrono::seconds(590), {});
        tokenAnswer("t1", 10); // the same, as long as it lives
        fieldsAnswer();
        QVERIFY(session->test({}));
        m_clock.sleepFor(std::chrono::seconds(10), {});
        tokenAnswer("t2");
        fieldsAnswer();
        QVERIFY(session->test({}));
        QCOMPARE(headerOf(script().requests.back(), "Authorization"), "Bearer t2"_ba);
        QCOMPARE(script().requests.size(), 6U);
    }

    void readsTheFieldsOfDescribe()
    {
        const auto schema
            = m_service->schemaFrom(testData(u"marketo/leads-describe.one-per-datatype.json"_s));
        QVERIFY(schema);
        QCOMPARE(schema->object.name, u"leads"_s);
        const std::vector<std::pair<QString, FieldType>> types {
            { u"mKtestboolean"_s, FieldType::Boolean },
            { u"mKtestcurrency"_s, FieldType::Number },
            { u"mKtestdate"_s, FieldType::Date },
            { u"mKtestDatetime"_s, FieldType::DateTime },
            { u"mKtestemail"_s, FieldType::Email },
            { u"mKtestfloat"_s, FieldType::Number },
            { u"mKtestinteger"_s, FieldType::Integer },
            { u"mKtestpercent"_s, FieldType::Integer },
            { u"mKtestphone"_s, FieldType::Phone },
            { u"mKtestscore"_s, FieldType::Integer },
            { u"mKteststring"_s, FieldType::Text },
            { u"mKtesttextarea"_s, FieldType::LongText },
            { u"mKtesturl"_s, FieldType::Url },
            { u"mKTestReference"_s, FieldType::Reference },
            { u"mKTestFormula"_s, FieldType::Unsupported },
            { u"mKtesttext"_s, FieldType::LongText },
        };
        QCOMPARE(schema->fields.size(), types.size());
        for (const auto &[name, type] : types) {
            const Field *field = schema->field(name);
            QVERIFY2(field, qPrintable(name));
            QCOMPARE(field->type, type);
            QCOMPARE(field->writable(Operation::Upsert),
                     type != FieldType::Reference && type != FieldType::Unsupported);
        }
        QCOMPARE(schema->field(u"mKteststring")->length, 255);
        QCOMPARE(schema->field(u"mKtesttextarea")->length, 0); // its limit is one of bytes
        QCOMPARE(schema->field(u"mKtesttextarea")->bytes, 30'000);
        QCOMPARE(schema->field(u"mKtestinteger")->precision, 19);
        QCOMPARE(schema->field(u"mKtestcurrency")->length, 0); // its 255 says nothing about numbers
        QCOMPARE(schema->field(u"mKteststring")->label, u"Marketo_test_string"_s);
        QCOMPARE(schema->forms.clear, "NULL"_ba);
        QVERIFY(!schema->forms.blankClears && !schema->forms.milliseconds);
        QVERIFY(schema->forms.clearInAnyCase && schema->forms.asciiEmails && schema->forms.takesOddEmails);
    }

    void readsTheFieldsOfDescribe2()
    {
        const auto schema = m_service->schemaFrom(fields());
        QVERIFY(schema);
        QCOMPARE(schema->object.name, u"leads"_s);
        QCOMPARE(schema->field(u"AccountSource")->length, 40);
        QVERIFY(schema->field(u"AccountSource")->creatable);
        QCOMPARE(schema->field(u"acquisitionProgramId")->type, FieldType::Reference);
        const auto other = m_service->schemaFrom(
            R"({"success":true,"result":[{"name":"API Lead","searchableFields":[["email"],["a","b"]],"fields":[
                {"name":"email","displayName":"Email","dataType":"email","updateable":true,"crmManaged":false},
                {"name":"a","displayName":"A","dataType":"string","updateable":true,"crmManaged":true},
                {"name":"createdAt","displayName":"At","dataType":"datetime","updateable":false}]}]})");
        QVERIFY(other);
        QCOMPARE(other->keys().size(), 1U);
        QCOMPARE(other->keys().front()->name, u"email"_s);
        QVERIFY(!other->field(u"a")->help.isEmpty());
        QVERIFY(!other->field(u"createdAt")->writable(Operation::Insert));
        const auto custom = m_service->schemaFrom(testData(u"marketo/custom-object-describe.json"_s));
        QVERIFY(custom);
        QCOMPARE(custom->object.name, u"custom_object"_s);
    }

    /// What the account's schema says beside describe2, page by page.
    void addsWhatTheSchemaSays()
    {
        tokenAnswer("t1");
        fieldsAnswer();
        script().answer(200, R"({"success":true,"moreResult":true,"nextPageToken":"A","result":[
            {"name":"AccountSource","description":"Where the account came from","isHidden":false}]})");
        script().answer(200, R"({"success":true,"moreResult":false,"nextPageToken":"B","result":[
            {"name":"acquisitionProgramId","description":null,"isSensitive":true}]})");
        const auto document = open(credentials())->describe(u"leads"_s, {});
        QVERIFY(document);
        QCOMPARE(script().requests.size(), 4U);
        const auto schema = m_service->schemaFrom(*document);
        QVERIFY(schema);
        QCOMPARE(schema->field(u"AccountSource")->help, u"Where the account came from"_s);
        QCOMPARE(schema->field(u"acquisitionProgramId")->help, u"Marked as sensitive in Marketo."_s);
    }

    /// Most API users may not read it: no harm is done, and nobody waits.
    void doesWithoutTheSchema_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("no right") << 200 << R"({"success":false,"errors":[{"code":"603","message":"x"}]})"_ba;
        QTest::addRow("trouble") << 502 << "<html>"_ba;
        QTest::addRow("nothing") << 200 << R"({"success":true,"result":[]})"_ba;
    }
    void doesWithoutTheSchema()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        tokenAnswer("t1");
        fieldsAnswer();
        script().answer(status, body);
        const auto document = open(credentials())->describe(u"leads"_s, {});
        QVERIFY(document);
        QCOMPARE(*document, fields());
        QCOMPARE(script().requests.size(), 3U);
    }

    void leavesOutWhatRestDoesNotReach()
    {
        const auto schema = m_service->schemaFrom(
            R"({"success":true,"result":[{"id":1,"displayName":"Old","dataType":"string","soap":{"name":"Old"}},
                {"id":2,"displayName":"New","dataType":"string","rest":{"name":"new","readOnly":false}}]})");
        QVERIFY(schema);
        QCOMPARE(schema->fields.size(), 1U);
    }

    void takesNoOtherDocumentForItsOwn_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addRow("salesforce") << testData(u"salesforce/describe-Contact.json"_s);
        QTest::addRow("dotdigital") << testData(u"dotdigital/data-fields.documented-example.json"_s);
        QTest::addRow("refusal") << testData(u"marketo/error-601.json"_s);
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("no fields") << R"({"success":true,"result":[]})"_ba;
    }
    void takesNoOtherDocumentForItsOwn()
    {
        QFETCH(const QByteArray, document);
        QVERIFY(!m_service->recognisesDescribe(document));
        QVERIFY(!m_service->schemaFrom(document));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketo)
#include "test_marketo.moc"
