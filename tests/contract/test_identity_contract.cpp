#include "app/practice/server.h"
#include "app/services/all_services.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// Our sign-ins and the practice server, over sockets: the practice account of each service.
class TestIdentityContract : public QObject {
    Q_OBJECT

private:
    static QByteArray word(const Account &account) { return account.service.toLatin1(); }

    Credentials credentials(const Account &account) const
    {
        const QJsonObject entry = m_line[account.service].toObject();
        const bool basic = account.signIn == SignInKind::Basic;
        return { .url = QUrl(entry["url"_L1].toString()),
                 .clientId = entry[basic ? "user"_L1 : "clientId"_L1].toString(),
                 .clientSecret = Secret(entry[basic ? "password"_L1 : "clientSecret"_L1].toString()),
                 .kind = account.signIn };
    }
    const Service &serviceOf(const Account &account) const
    {
        return *serviceById(m_services, account.service);
    }
    std::unique_ptr<ServiceSession> open(const Account &account, const Credentials &with)
    {
        return serviceOf(account).open(
            account, [with](std::stop_token) -> Result<Credentials> { return with; }, m_http);
    }
    std::unique_ptr<ServiceSession> open(const Account &account)
    {
        return open(account, credentials(account));
    }
    QByteArray admin(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(m_line["admin"_L1]["url"_L1].toString() + path);
        request.headers = { { "Content-Type", "application/json" } };
        request.body = body;
        const auto reply = m_http.make()->send(request, Progress(), {});
        return reply && reply->status == 200 ? reply->body : QByteArray();
    }
    static void everyAccount()
    {
        QTest::addColumn<Account>("account");
        for (const Account &account : practiceAccounts())
            QTest::addRow("%s", word(account).constData()) << account;
    }

    void start()
    {
        m_server.reset();
        m_server = std::make_unique<practice::Server>(practice::Options {
            .port = 0, .dataFolder = m_data->path(), .instant = false, .faults = {}, .switches = {} });
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_line = QJsonDocument::fromJson(m_server->ready().line).object();
    }

    Services m_services = allServices();
    QtHttpFactory m_http;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_line;

private Q_SLOTS:
    void init()
    {
        m_server.reset();
        m_data = std::make_unique<QTemporaryDir>();
        start();
    }

    void practiceAccountsAreOnesOfTheirServices_data() { everyAccount(); }
    void practiceAccountsAreOnesOfTheirServices()
    {
        QFETCH(const Account, account);
        const Service *service = serviceById(m_services, account.service);
        QVERIFY(service);
        QVERIFY(!account.id.isNull());
        QVERIFY(formOfKind(service->signIn(), account.signIn));
    }

    void signsIn_data() { everyAccount(); }
    void signsIn()
    {
        QFETCH(const Account, account);
        const auto facts = open(account)->test({});
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QVERIFY(!facts->organization.isEmpty() && !facts->user.isEmpty());
        QCOMPARE(facts->environment, Environment::Practice);
    }

    void keepsItsSecretsOverARestart_data() { everyAccount(); }
    void keepsItsSecretsOverARestart()
    {
        QFETCH(const Account, account);
        Credentials before = credentials(account);
        start();
        before.url = credentials(account).url;
        QVERIFY(open(account, before)->test({}));
    }

    void refusesAWrongSecret_data() { everyAccount(); }
    void refusesAWrongSecret()
    {
        QFETCH(const Account, account);
        Credentials wrong = credentials(account);
        wrong.clientSecret = Secret(u"Wrong-Secret-9"_s);
        const auto facts = open(account, wrong)->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::SignIn);
        QVERIFY2(facts.error().sentence.contains(serviceOf(account).name()),
                 qPrintable(facts.error().sentence));
        QVERIFY(!facts.error().detail.contains(u"Wrong-Secret"));
        wrong = credentials(account);
        wrong.clientId = u"somebody-else"_s;
        const auto stranger = open(account, wrong)->test({});
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().kind, Error::Kind::SignIn);
    }

    void readsAndRecognisesTheFields_data() { everyAccount(); }
    void readsAndRecognisesTheFields()
    {
        QFETCH(const Account, account);
        const auto session = open(account);
        const auto objects = session->objects({});
        QVERIFY(objects && !objects->empty());
        const bool hasContacts = account.service == u"salesforce";
        const auto document = session->describe(hasContacts ? u"Contact"_s : objects->front().name, {});
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        for (const auto &service : m_services)
            QCOMPARE(service->recognisesDescribe(*document), service->id() == account.service);
        const auto schema = serviceOf(account).schemaFrom(*document);
        QVERIFY(schema);
        QVERIFY(schema->fields.size() > 20);
        QVERIFY(!schema->keys().empty());
        const auto hasEmail = [](const Field &field) {
            return field.type == FieldType::Email && field.writable(Operation::Insert);
        };
        QVERIFY(std::ranges::any_of(schema->fields, hasEmail));
    }

    void goesOnWhenItsSessionEnds_data() { everyAccount(); }
    void goesOnWhenItsSessionEnds()
    {
        QFETCH(const Account, account);
        const auto session = open(account);
        QVERIFY(session->test({}));
        QVERIFY(!admin("POST", u"/expire"_s).isNull());
        const auto again = session->test({});
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    }

    void marketoHandsOutOneTokenForAnHour()
    {
        const Account account = practiceAccounts()[1];
        const auto first = open(account);
        QVERIFY(first->test({}));
        QVERIFY(!admin("POST", u"/clock"_s, R"({"seconds":3300})").isNull());
        const auto second = open(account); // the same token, five minutes left
        QVERIFY(second->test({}));
        QVERIFY(!admin("POST", u"/clock"_s, R"({"seconds":400})").isNull());
        QVERIFY(first->test({}));
        QVERIFY(second->test({}));
        const QJsonArray log = QJsonDocument::fromJson(admin("GET", u"/requests"_s)).array();
        const auto signIns = std::ranges::count_if(log, [](const QJsonValue &request) {
            return request["path"_L1].toString() == "/identity/oauth/token"_L1;
        });
        QCOMPARE(signIns, 4); // each once, and once more after the end
    }

    void marketoRefusesInsideAnAnswerOf200()
    {
        const Account account = practiceAccounts()[1];
        const auto session = open(account);
        const QByteArray fault
            = R"([{"service":"marketo","path":"*describe2.json","kind":"status","value":603}])";
        QVERIFY(!admin("POST", u"/faults"_s, fault).isNull());
        const auto facts = session->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::Rejected);
        QVERIFY(facts.error().sentence.contains(u"Read-Only Lead"));
        QVERIFY(session->test({}));
    }

    void dotdigitalSaysThatItIsAnotherRegion()
    {
        QVERIFY(!admin("POST", u"/switches"_s, R"({"wrong-region":true})").isNull());
        const auto facts = open(practiceAccounts()[2])->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::Rejected);
        QVERIFY(facts.error().sentence.contains(u"region"));
    }

    void allServicesTakeImports()
    {
        for (const auto &service : m_services)
            QVERIFY2(!cannotImport(*service), qPrintable(service->id()));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestIdentityContract)
#include "test_identity_contract.moc"
