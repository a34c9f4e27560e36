#include "app/net/http.h"
#include "tests/support/secret_search.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace rowlift;

/// Accounts of the built program, with a real keyring, against the practice server as if it were a service.
class TestAccountProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importsWithAnAccountOfTheKeychain_data();
    void importsWithAnAccountOfTheKeychain();
    void aFailedImportLeavesNoSecret_data();
    void aFailedImportLeavesNoSecret();
    void importsWithASecretFromStandardInput();
    void keepsThePastedToken();
    void keepsEachNewRefreshTokenInTheKeychain();
    void testsAccountsOfEachService_data();
    void testsAccountsOfEachService();
    void practiceAccountsAreAlwaysThere();
    void mapsToTheFieldsOfEachService_data();
    void mapsToTheFieldsOfEachService();
    void refusesWhatIsNoAccount();
    void refusesAccountsOfAnotherRowlift();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    /// Where the program keeps its things: ROWLIFT_HOME, or the folders of the desktop.
    enum class Place { RowliftHome, Desktop };

    Run run(const QStringList &arguments, const QByteArray &input = {}, bool keychain = true);
    QString write(const QString &name, const QByteArray &bytes) const;
    QStringList importOf(const QString &account) const;
    Run add(const QStringList &how, const QByteArray &secret, bool keychain = true);
    QByteArray ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                   const QByteArray &type = "application/json") const;
    void admin(const QString &path, const QByteArray &body) const;
    QString firstRefreshToken() const;
    /// All secrets and tokens that the service knows by now, refresh tokens among them.
    QStringList secrets() const;
    /// Every place that holds one: files below the program's folders, its words, arguments, environments.
    QStringList placesWithSecrets();
    QString serviceText(const QString &service, const QString &member) const
    {
        return m_ready[service].toObject()[member].toString();
    }

    Place m_place = Place::RowliftHome;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_server;
    QProcess m_practice;
    QJsonObject m_ready;
    QByteArray m_said; ///< By all starts, on both channels.
    QStringList m_shown; ///< Processes that showed a secret while one of ours ran.
};

void TestAccountProgram::init()
{
    m_place = Place::RowliftHome;
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTemporaryDir>();
    m_said.clear();
    m_shown.clear();
    m_practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                     { u"practice"_s, u"--json"_s, u"--instant"_s, u"--data"_s, m_server->path() });
    QVERIFY(m_practice.waitForReadyRead(20'000));
    m_ready = QJsonDocument::fromJson(m_practice.readLine()).object();
    QVERIFY(!serviceText(u"salesforce"_s, u"clientSecret"_s).isEmpty());
}

void TestAccountProgram::cleanup()
{
    m_practice.closeWriteChannel();
    m_practice.waitForFinished(10'000);
}

TestAccountProgram::Run TestAccountProgram::run(const QStringList &arguments, const QByteArray &input,
                                                bool keychain)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    const QList<std::pair<QString, QString>> folders {
        { u"HOME"_s, u"user"_s },
        { u"TMPDIR"_s, u"tmp"_s },
        { u"XDG_DATA_HOME"_s, u"xdg/data"_s },
        { u"XDG_CONFIG_HOME"_s, u"xdg/config"_s },
        { u"XDG_CACHE_HOME"_s, u"xdg/cache"_s },
        { u"XDG_STATE_HOME"_s, u"xdg/state"_s },
    };
    for (const auto &[variable, folder] : folders) {
        QDir().mkpath(m_home->filePath(folder));
        environment.insert(variable, m_home->filePath(folder));
    }
    environment.remove(u"ROWLIFT_HOME"_s);
    if (m_place == Place::RowliftHome)
        environment.insert(u"ROWLIFT_HOME"_s, m_home->filePath(u"rowlift"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
    if (!keychain)
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
    process.waitForStarted();
    process.write(input);
    process.closeWriteChannel();
    QElapsedTimer since;
    since.start();
    do
        m_shown += testing::processesWithSecrets(secrets());
    while (!process.waitForFinished(20) && since.elapsed() < 60'000);
    const Run run { .exit = process.exitCode(),
                    .out = process.readAllStandardOutput(),
                    .err = process.readAllStandardError() };
    m_said += run.out + run.err;
    return run;
}

QString TestAccountProgram::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_home->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QStringList TestAccountProgram::importOf(const QString &account) const
{
    const QString file = write(u"people.csv"_s, "Last,Mail\nStone,a@example.com\nMarsh,b@example.com\n");
    const QString profile = write(u"people.rowlift"_s,
                                  R"({"rowlift":1,"name":"People","service":"salesforce","account":"Acme",
        "target":{"object":"Contact","operation":"insert","keyField":""},"header":["Last","Mail"],
        "columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email"}]})");
    return { u"import"_s,     file,
             u"--profile"_s,  profile,
             u"--account"_s,  account,
             u"--yes"_s,      u"--json"_s,
             u"--kind"_s,     u"bulk-ingest"_s,
             u"--progress"_s, u"json"_s,
             u"--reports"_s,  m_home->filePath(u"reports"_s) };
}

TestAccountProgram::Run TestAccountProgram::add(const QStringList &how, const QByteArray &secret,
                                                bool keychain)
{
    return run(QStringList { u"account"_s, u"add"_s, u"Acme"_s, u"--service"_s, u"salesforce"_s, u"--url"_s,
                             serviceText(u"salesforce"_s, u"url"_s), u"--secret-stdin"_s }
                   + how,
               secret + '\n', keychain);
}

QByteArray TestAccountProgram::ask(const QByteArray &method, const QUrl &url, const QByteArray &body,
                                   const QByteArray &type) const
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.headers = { { "Content-Type", type } };
    request.body = body;
    const auto reply = QtHttpFactory().make()->send(request, Progress(), {});
    return !reply ? QByteArray() : reply->status == 302 ? reply->header("Location") : reply->body;
}

void TestAccountProgram::admin(const QString &path, const QByteArray &body) const
{
    QCOMPARE(ask("POST", QUrl(serviceText(u"admin"_s, u"url"_s) + path), body), "{}"_ba);
}

/// As a browser would bring it.
QString TestAccountProgram::firstRefreshToken() const
{
    const QByteArray verifier(64, 'v');
    const auto challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                               .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString root = serviceText(u"salesforce"_s, u"url"_s) + u"/services/oauth2/"_s;
    const QString app = serviceText(u"salesforce"_s, u"clientId"_s);
    QUrl authorize(root + u"authorize"_s);
    const QString home = u"http://localhost:1717/OauthRedirect"_s;
    authorize.setQuery(QUrlQuery { { u"client_id"_s, app },
                                   { u"redirect_uri"_s, home },
                                   { u"code_challenge"_s, QString::fromLatin1(challenge) },
                                   { u"decision"_s, u"approve"_s } });
    const QUrlQuery brought(QUrl::fromEncoded(ask("GET", authorize)));
    const QByteArray code = QUrl::toPercentEncoding(brought.queryItemValue(u"code"_s, QUrl::FullyDecoded));
    const QByteArray answer
        = ask("POST", QUrl(root + u"token"_s),
              "grant_type=authorization_code&client_id=" + app.toLatin1() + "&redirect_uri="
                  + QUrl::toPercentEncoding(home) + "&code_verifier=" + verifier + "&code=" + code,
              "application/x-www-form-urlencoded");
    return QJsonDocument::fromJson(answer)[u"refresh_token"].toString();
}

QStringList TestAccountProgram::secrets() const
{
    const auto kept = [this](const QString &name) {
        QFile file(m_server->filePath(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    };
    const QJsonObject org = kept(u"org.json"_s);
    QStringList all = org[u"sessions"].toObject().keys();
    for (const QJsonValue &token : org[u"refreshTokens"].toArray())
        all << token.toString();
    all << org[u"clientSecret"].toString() << serviceText(u"salesforce"_s, u"token"_s);
    const QJsonObject marketo = kept(u"marketo.json"_s);
    all << marketo[u"clientSecret"].toString() << marketo[u"token"].toString();
    all << kept(u"dotdigital.json"_s)[u"password"].toString();
    all.removeAll(QString());
    return all;
}

QStringList TestAccountProgram::placesWithSecrets()
{
    QStringList places = testing::filesWithSecrets({ m_home->path() }, secrets()) + m_shown;
    if (testing::holdsSecret(m_said, secrets()))
        places << u"what was said"_s;
    return places;
}

void TestAccountProgram::importsWithAnAccountOfTheKeychain_data()
{
    QTest::addColumn<Place>("place");
    QTest::addRow("in ROWLIFT_HOME") << Place::RowliftHome;
    QTest::addRow("in the desktop's folders") << Place::Desktop;
}

void TestAccountProgram::importsWithAnAccountOfTheKeychain()
{
    QFETCH(const Place, place);
    m_place = place;
    const Run added = add({ u"--client-id"_s, serviceText(u"salesforce"_s, u"clientId"_s) },
                          serviceText(u"salesforce"_s, u"clientSecret"_s).toUtf8());
    QVERIFY2(added.exit == 0, added.err.constData());
    QVERIFY2(added.out.contains("keychain"), added.err.constData());
    const Run listed = run({ u"account"_s, u"list"_s });
    QVERIFY(listed.out.contains("Acme") && listed.out.contains("practice"));
    const Run tested = run({ u"account"_s, u"test"_s, u"Acme"_s });
    QVERIFY2(tested.exit == 0, tested.err.constData());
    const Run imported = run(importOf(u"Acme"_s));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(placesWithSecrets(), QStringList());
    // What finds nothing proves nothing unless it looks where things are.
    const QString kept = m_home->filePath(place == Place::RowliftHome ? u"rowlift"_s : u"xdg"_s);
    QVERIFY(!testing::filesWithSecrets({ kept }, { u"Acme"_s }).isEmpty());
    QVERIFY(!testing::filesWithSecrets({ m_home->filePath(u"reports"_s) }, { u"a@example.com"_s }).isEmpty());
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"Acme"_s }).exit, 0);
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Acme"_s }).exit, 3);
}

void TestAccountProgram::aFailedImportLeavesNoSecret_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("secret"); // empty: the right one
    const auto at = [](const QByteArray &path, const QByteArray &rest) {
        return "[{\"service\":\"salesforce\",\"path\":\"" + path + "\"," + rest + "}]";
    };
    QTest::addRow("wrong secret") << QByteArray() << "Wrong-Secret-4711"_ba;
    QTest::addRow("session ends for good")
        << at("*jobs*ingest", R"("kind":"status","value":401,"times":-1)") << QByteArray();
    QTest::addRow("answer of the upload is lost") << at("*batches", R"("kind":"loseReply")") << QByteArray();
    QTest::addRow("refused") << at("*jobs*ingest", R"("kind":"status","value":404,"times":-1)")
                             << QByteArray();
}

void TestAccountProgram::aFailedImportLeavesNoSecret()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const QByteArray, secret);
    const QByteArray right = serviceText(u"salesforce"_s, u"clientSecret"_s).toUtf8();
    const Run added = add({ u"--client-id"_s, serviceText(u"salesforce"_s, u"clientId"_s) },
                          secret.isEmpty() ? right : secret);
    QVERIFY2(added.exit == 0, added.err.constData());
    if (!fault.isEmpty())
        admin(u"/faults"_s, fault);
    const Run imported = run(importOf(u"Acme"_s));
    // A lost answer is asked about, so that one may go well; one that ends in the midst can be resumed.
    const bool failed = imported.exit == 3 || imported.exit == 4;
    QVERIFY2(failed || fault.contains("loseReply"), (imported.err + imported.out).right(2'000).constData());
    QCOMPARE(placesWithSecrets(), QStringList());
    const QStringList wrong { QString::fromUtf8(secret) };
    if (!secret.isEmpty())
        QCOMPARE(testing::filesWithSecrets({ m_home->path() }, wrong), QStringList());
    QVERIFY(secret.isEmpty() || !testing::holdsSecret(m_said, wrong));
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"Acme"_s }).exit, 0);
}

void TestAccountProgram::importsWithASecretFromStandardInput()
{
    const QByteArray secret = serviceText(u"salesforce"_s, u"clientSecret"_s).toUtf8();
    const Run added = add({ u"--client-id"_s, serviceText(u"salesforce"_s, u"clientId"_s) }, secret, false);
    QCOMPARE(added.exit, 0);
    QVERIFY(added.err.contains("no keychain"));
    const Run without = run(importOf(u"Acme"_s), {}, false);
    QCOMPARE(without.exit, 3);
    const Run with
        = run(importOf(u"Acme"_s) + QStringList { u"--secret-stdin"_s }, "  " + secret + " \r\n", false);
    QVERIFY2(with.exit == 0, with.err.constData());
    QCOMPARE(placesWithSecrets(), QStringList());
    // Whether a keychain that does not answer holds something is not known: nothing is claimed.
    const Run stays = run({ u"account"_s, u"remove"_s, u"Acme"_s }, {}, false);
    QCOMPARE(stays.exit, 3);
    QVERIFY(run({ u"account"_s, u"list"_s }).out.contains("Acme"));
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"Acme"_s, u"--force"_s }, {}, false).exit, 0);
    QVERIFY(!run({ u"account"_s, u"list"_s }).out.contains("Acme"));
}

void TestAccountProgram::keepsThePastedToken()
{
    const Run added = add({ u"--sign-in"_s, u"token"_s }, serviceText(u"salesforce"_s, u"token"_s).toUtf8());
    QVERIFY2(added.exit == 0, added.err.constData());
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Acme"_s }).exit, 0);
    const Run wrong = run({ u"account"_s, u"test"_s, u"Acme"_s, u"--secret-stdin"_s }, "00Dwrong!token\n");
    QCOMPARE(wrong.exit, 3);
    QVERIFY2(wrong.err.contains("new token"), wrong.err.constData());
    QVERIFY(!wrong.err.contains("00Dwrong"));
    QCOMPARE(placesWithSecrets(), QStringList());
}

/// The browser that brings the first one is not built yet: it is put where that will put it.
void TestAccountProgram::keepsEachNewRefreshTokenInTheKeychain()
{
    const QString first = firstRefreshToken();
    QVERIFY(!first.isEmpty());
    QCOMPARE(add({ u"--sign-in"_s, u"token"_s }, first.toUtf8()).exit, 0);
    QFile book(m_home->filePath(u"rowlift/config/accounts.json"_s));
    QVERIFY(book.open(QIODevice::ReadWrite));
    QByteArray json = book.readAll();
    QVERIFY(json.contains(R"("signIn": "token")") && json.contains(R"("user": "")"));
    json.replace(R"("signIn": "token")", R"("signIn": "browser")");
    json.replace(R"("user": "")",
                 "\"user\": \"" + serviceText(u"salesforce"_s, u"clientId"_s).toUtf8() + '"');
    book.resize(0);
    QCOMPARE(book.write(json), json.size());
    book.close();

    admin(u"/switches"_s, R"({"rotate-refresh-tokens":true})");
    for (int start = 0; start < 3; ++start) { // each has only what the one before left in the keychain
        const Run tested = run({ u"account"_s, u"test"_s, u"Acme"_s });
        QVERIFY2(tested.exit == 0, tested.err.constData());
    }
    QVERIFY(!secrets().contains(first)); // dead for long
    const Run imported = run(importOf(u"Acme"_s));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(placesWithSecrets(), QStringList());
    QVERIFY(testing::filesWithSecrets({ m_home->path() }, { first }).isEmpty());
}

void TestAccountProgram::testsAccountsOfEachService_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("userOption");
    QTest::addColumn<QString>("userMember");
    QTest::addColumn<QString>("secretMember");
    QTest::addColumn<QByteArray>("word");
    QTest::addRow("marketo") << u"marketo"_s << u"--client-id"_s << u"clientId"_s << u"clientSecret"_s
                             << "LaunchPoint"_ba;
    QTest::addRow("dotdigital") << u"dotdigital"_s << u"--user"_s << u"user"_s << u"password"_s
                                << "API users"_ba;
}

void TestAccountProgram::testsAccountsOfEachService()
{
    QFETCH(const QString, service);
    QFETCH(const QString, userOption);
    QFETCH(const QString, userMember);
    QFETCH(const QString, secretMember);
    QFETCH(const QByteArray, word);
    const QStringList how {
        u"account"_s, u"add"_s, u"Ours"_s, u"--service"_s, service, u"--url"_s, serviceText(service, u"url"_s)
    };
    QCOMPARE(run(how).exit, 2); // nobody named
    const Run added
        = run(how + QStringList { userOption, serviceText(service, userMember), u"--secret-stdin"_s },
              serviceText(service, secretMember).toUtf8() + '\n');
    QVERIFY2(added.exit == 0, added.err.constData());
    const Run tested = run({ u"account"_s, u"test"_s, u"Ours"_s });
    QVERIFY2(tested.exit == 0, tested.err.constData());
    const Run wrong = run({ u"account"_s, u"test"_s, u"Ours"_s, u"--secret-stdin"_s }, "not-this-one\n");
    QCOMPARE(wrong.exit, 3);
    QVERIFY2(wrong.err.contains(word), wrong.err.constData());
    QVERIFY(!wrong.err.contains("not-this-one"));
    const Run imported = run(importOf(u"Ours"_s)); // of a profile for Salesforce
    QCOMPARE(imported.exit, 3);
    QVERIFY2(imported.err.contains("is made for another service"), imported.err.constData());
    QCOMPARE(placesWithSecrets(), QStringList());
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"Ours"_s }).exit, 0);
}

void TestAccountProgram::practiceAccountsAreAlwaysThere()
{
    const Run listed = run({ u"account"_s, u"list"_s });
    for (const QString &name : { u"practice"_s, u"practice-marketo"_s, u"practice-dotdigital"_s }) {
        QVERIFY(listed.out.contains(name.toUtf8()));
        const Run tested = run({ u"account"_s, u"test"_s, name });
        QVERIFY2(tested.exit == 0, tested.err.constData());
        QVERIFY2(tested.out.contains("Practice"), tested.out.constData());
    }
}

void TestAccountProgram::mapsToTheFieldsOfEachService_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("field"); // that the column "E-Mail" goes to
    QTest::addRow("salesforce") << u"tests/data/salesforce/describe-Contact.json"_s << u"Email"_s;
    QTest::addRow("marketo, describe") << u"resources/practice/marketo/leads-describe.json"_s << u"email"_s;
    QTest::addRow("marketo, describe2") << u"tests/data/marketo/leads-describe2.excerpt.json"_s << QString();
    QTest::addRow("dotdigital") << u"tests/data/dotdigital/data-fields.documented-example.json"_s
                                << u"Email"_s;
}

void TestAccountProgram::mapsToTheFieldsOfEachService()
{
    QFETCH(const QString, document);
    QFETCH(const QString, field);
    const QString file = write(u"mails.csv"_s, "E-Mail\na@example.com\nb@example.com\n");
    const Run mapped = run(
        { u"map"_s, file, u"--json"_s, u"--fields"_s, QStringLiteral(ROWLIFT_SOURCE_DIR "/") + document });
    QVERIFY2(mapped.exit == 0, mapped.err.constData());
    const QJsonArray columns = QJsonDocument::fromJson(mapped.out)[u"columns"].toArray();
    QCOMPARE(columns.size(), 1);
    if (!field.isEmpty())
        QCOMPARE(columns.first()[u"field"].toString(), field);
}

void TestAccountProgram::refusesWhatIsNoAccount()
{
    QCOMPARE(run({ u"account"_s }).exit, 2);
    QCOMPARE(run({ u"account"_s, u"add"_s, u"X"_s, u"--service"_s, u"nobody"_s }).exit, 2);
    QCOMPARE(add({}, "secret").exit, 2); // no client id
    for (const QByteArray &noSecret :
         { "  "_ba, "a\xff\xfe"_ba, QByteArray("a\0b", 3), QByteArray(70'000, 'x') }) {
        const Run refused = add({ u"--sign-in"_s, u"token"_s }, noSecret);
        QCOMPARE(refused.exit, 3);
        QVERIFY(refused.err.contains("standard input"));
    }
    QCOMPARE(add({ u"--sign-in"_s, u"basic"_s, u"--user"_s, u"x"_s }, "secret").exit, 2);
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Nobody"_s }).exit, 3);
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"practice"_s }).exit, 3);
    QVERIFY(!QFile::exists(m_home->filePath(u"rowlift/config/accounts.json"_s)));
}

void TestAccountProgram::refusesAccountsOfAnotherRowlift()
{
    QDir().mkpath(m_home->filePath(u"rowlift/config"_s));
    write(u"rowlift/config/accounts.json"_s, R"({"version":1,"accounts":[
        {"id":"6b1d5c0e-5a1f-4e0b-9f55-000000000001","service":"tomorrow","name":"Acme",
         "environment":"production","url":"https://acme.example","signIn":"token","user":""}]})");
    const Run tested = run({ u"account"_s, u"test"_s, u"Acme"_s });
    QCOMPARE(tested.exit, 3);
    QVERIFY2(tested.err.contains("tomorrow"), tested.err.constData());
    QCOMPARE(run(importOf(u"Acme"_s)).exit, 3);
}

QTEST_GUILESS_MAIN(TestAccountProgram)
#include "test_account_program.moc"
