#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Accounts of the built program, with a real keyring, against the practice server as if it were a service.
class TestAccountProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importsWithAnAccountOfTheKeychain();
    void importsWithASecretFromStandardInput();
    void keepsThePastedToken();
    void refusesWhatIsNoAccount();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    Run run(const QStringList &arguments, const QByteArray &input = {}, bool keychain = true);
    QString write(const QString &name, const QByteArray &bytes) const;
    QStringList importOf(const QString &account) const;
    Run add(const QStringList &how, const QByteArray &secret, bool keychain = true);
    /// Every file below the program's folders that holds a secret or token.
    QStringList filesWithSecrets() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_server;
    QProcess m_practice;
    QJsonObject m_service;
    QByteArrayList m_commandLines; ///< Of all that was started, as the system shows them.
};

void TestAccountProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTemporaryDir>();
    m_commandLines.clear();
    m_practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                     { u"practice"_s, u"--json"_s, u"--instant"_s, u"--data"_s, m_server->path() });
    QVERIFY(m_practice.waitForReadyRead(20'000));
    m_service = QJsonDocument::fromJson(m_practice.readLine()).object()[u"salesforce"].toObject();
    QVERIFY(!m_service[u"clientSecret"].toString().isEmpty());
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
    environment.insert(u"ROWLIFT_HOME"_s, m_home->path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    if (!keychain)
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
    process.waitForStarted();
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(process.processId()));
    if (commandLine.open(QIODevice::ReadOnly))
        m_commandLines << commandLine.readAll();
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return { .exit = process.exitCode(),
             .out = process.readAllStandardOutput(),
             .err = process.readAllStandardError() };
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
    return { u"import"_s,     file,      u"--profile"_s, profile,
             u"--account"_s,  account,   u"--yes"_s,     u"--json"_s,
             u"--progress"_s, u"json"_s, u"--reports"_s, m_home->filePath(u"reports"_s) };
}

TestAccountProgram::Run TestAccountProgram::add(const QStringList &how, const QByteArray &secret,
                                                bool keychain)
{
    return run(QStringList { u"account"_s, u"add"_s, u"Acme"_s, u"--service"_s, u"salesforce"_s, u"--url"_s,
                             m_service[u"url"].toString(), u"--secret-stdin"_s }
                   + how,
               secret + '\n', keychain);
}

QStringList TestAccountProgram::filesWithSecrets() const
{
    const QByteArray secret = m_service[u"clientSecret"].toString().toUtf8();
    const QByteArray token = m_service[u"token"].toString().toUtf8();
    QStringList found;
    QDirIterator all(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        // "00D…!": how every token of the service begins, those of this run as well.
        if (bytes.contains(secret) || bytes.contains(token) || bytes.contains(token.left(16)))
            found << file.fileName();
    }
    return found;
}

void TestAccountProgram::importsWithAnAccountOfTheKeychain()
{
    const QByteArray secret = m_service[u"clientSecret"].toString().toUtf8();
    const Run added = add({ u"--client-id"_s, m_service[u"clientId"].toString() }, secret);
    QVERIFY2(added.exit == 0, added.err.constData());
    QVERIFY2(added.out.contains("keychain"), added.err.constData());
    const Run listed = run({ u"account"_s, u"list"_s });
    QVERIFY(listed.out.contains("Acme") && listed.out.contains("practice"));
    const Run tested = run({ u"account"_s, u"test"_s, u"Acme"_s });
    QVERIFY2(tested.exit == 0, tested.err.constData());
    const Run imported = run(importOf(u"Acme"_s));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(filesWithSecrets(), QStringList());
    for (const QByteArray &commandLine : m_commandLines)
        QVERIFY(!commandLine.contains(secret));
    for (const Run &said : { added, listed, tested, imported })
        QVERIFY(!(said.out + said.err).contains(secret));
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"Acme"_s }).exit, 0);
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Acme"_s }).exit, 3);
}

void TestAccountProgram::importsWithASecretFromStandardInput()
{
    const QByteArray secret = m_service[u"clientSecret"].toString().toUtf8();
    const Run added = add({ u"--client-id"_s, m_service[u"clientId"].toString() }, secret, false);
    QCOMPARE(added.exit, 0);
    QVERIFY(added.err.contains("no keychain"));
    const Run without = run(importOf(u"Acme"_s), {}, false);
    QCOMPARE(without.exit, 3);
    const Run with = run(importOf(u"Acme"_s) + QStringList { u"--secret-stdin"_s }, secret + "\r\n", false);
    QVERIFY2(with.exit == 0, with.err.constData());
    QCOMPARE(filesWithSecrets(), QStringList());
}

void TestAccountProgram::keepsThePastedToken()
{
    const Run added = add({ u"--sign-in"_s, u"token"_s }, m_service[u"token"].toString().toUtf8());
    QVERIFY2(added.exit == 0, added.err.constData());
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Acme"_s }).exit, 0);
    const Run wrong = run({ u"account"_s, u"test"_s, u"Acme"_s, u"--secret-stdin"_s }, "00Dwrong!token\n");
    QCOMPARE(wrong.exit, 3);
    QVERIFY2(wrong.err.contains("new token"), wrong.err.constData());
    QVERIFY(!wrong.err.contains("00Dwrong"));
    QCOMPARE(filesWithSecrets(), QStringList());
}

void TestAccountProgram::refusesWhatIsNoAccount()
{
    QCOMPARE(run({ u"account"_s }).exit, 2);
    QCOMPARE(run({ u"account"_s, u"add"_s, u"X"_s, u"--service"_s, u"nobody"_s }).exit, 2);
    QCOMPARE(add({}, "secret").exit, 2); // no client id
    QCOMPARE(add({ u"--sign-in"_s, u"basic"_s, u"--user"_s, u"x"_s }, "secret").exit, 2);
    QCOMPARE(run({ u"account"_s, u"test"_s, u"Nobody"_s }).exit, 3);
    QCOMPARE(run({ u"account"_s, u"remove"_s, u"practice"_s }).exit, 3);
    QVERIFY(!QFile::exists(m_home->filePath(u"config/accounts.json"_s)));
}

QTEST_GUILESS_MAIN(TestAccountProgram)
#include "test_account_program.moc"
