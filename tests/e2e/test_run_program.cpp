#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// Imports of the built program that do not go through in one go, against a practice server of its own as if
/// it were a service.
class TestRunProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void killedImportIsResumedToTheSameTruth_data();
    void killedImportIsResumedToTheSameTruth();
    void firstInterruptLeavesTheRun_data();
    void firstInterruptLeavesTheRun();
    void secondInterruptEndsAtOnceAndLosesNothing();
    void secondProcessOnlyLearnsThatItRuns();
    void changedFileIsRefusedByName_data();
    void changedFileIsRefusedByName();
    void brakeStopsUntilThePersonGoesOn_data();
    void brakeStopsUntilThePersonGoesOn();
    void withoutBrakeItGoesThrough();
    void finishedRunIsNotContinued();
    void interruptedImportsWithoutAServiceTellWhatToDo();
    void progressTellsPartsAndTrouble();
    void otherWaysOfLoading();
    void limitsAreHeldAgainstWhatItTakes();
    void runsAreListedNewestFirst();
    void reportsCanBeSavedLater();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void unknownRunsAreTold();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.trimmed()).object(); }
        int rows(const QString &outcome) const { return json()[u"rows"].toObject()[outcome].toInt(); }
    };

    QString path(const QString &name) const { return m_home->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    /// "people.csv": row n is P000001;p000001@people.example …; the first \a bad ones are refused by the
    /// service.
    QString writePeople(int rows, int bad = 0) const;
    void prepare(QProcess &process, const QStringList &arguments) const;
    /// With the secret on standard input where one is asked for.
    Run run(const QStringList &arguments) const;
    QStringList importOf(const QString &file) const;
    QStringList resume() const { return { u"resume"_s, u"--secret-stdin"_s, u"--json"_s }; }
    /// An import that the service lets through up to the first part, and holds then.
    void startHeldImport(QProcess &process, const QString &file) const;
    static Run endOf(QProcess &process);
    /// Whether it was held or ended before: what comes now goes through.
    void letThrough() const { admin("DELETE", u"faults"_s); }
    QString onlyRun() const;
    QString stateOf(const QString &run) const;
    void plant(const QByteArray &faults) const;
    QByteArray admin(const QByteArray &method, const QString &resource, const QByteArray &body = {}) const;
    /// Those that the service saw since they were last forgotten.
    int requests(const QByteArray &method, const QString &pathEnd) const;
    /// How often the service has each address.
    QHash<QString, int> stored() const;
    void verifyEachIsThereOnce(int rows) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_practice;
    QJsonObject m_ready;
};

namespace {

constexpr int peopleInFirstPart = 5'000;
constexpr auto holdSecondUpload
    = R"([{"service":"salesforce","method":"PUT","path":"*/batches","after":1,"times":1,"kind":"stall","value":600000}])";

} // namespace

void TestRunProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_practice = std::make_unique<QProcess>();
    m_practice->start(QStringLiteral(ROWLIFT_PROGRAM),
                      { u"practice"_s, u"--json"_s, u"--data"_s, path(u"service"_s) });
    QVERIFY(m_practice->waitForReadyRead(20'000));
    m_ready = QJsonDocument::fromJson(m_practice->readLine()).object();
    const QJsonObject service = m_ready[u"salesforce"].toObject();
    const Run added = run({ u"account"_s, u"add"_s, u"Acme"_s, u"--service"_s, u"salesforce"_s, u"--url"_s,
                            service[u"url"].toString(), u"--client-id"_s, service[u"clientId"].toString(),
                            u"--secret-stdin"_s });
    QVERIFY2(added.exit == 0, added.err.constData());
    write(u"people.rowlift"_s,
          R"({"rowlift":2,"name":"People","service":"salesforce","account":"Acme",
        "target":{"object":"Contact","operation":"insert"},"header":["Last","Mail"],
        "columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email"}],"blank":"leave"})");
}

void TestRunProgram::cleanup()
{
    m_practice->closeWriteChannel();
    QVERIFY(m_practice->waitForFinished(20'000));
}

QString TestRunProgram::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QString TestRunProgram::writePeople(int rows, int bad) const
{
    QByteArray bytes = "Last;Mail\n";
    for (int row = 1; row <= rows; ++row) {
        const QByteArray number = QByteArray::number(row).rightJustified(6, '0');
        bytes += 'P' + number + (row <= bad ? ";p.." : ";p") + number + "@people.example\n";
    }
    return write(u"people.csv"_s, bytes);
}

void TestRunProgram::prepare(QProcess &process, const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROWLIFT_HOME"_s, path(u"rowlift"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s); // no keychain
    for (const QString &display : { u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s })
        environment.remove(display);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
    process.start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
    if (arguments.contains(u"--secret-stdin"_s))
        process.write(m_ready[u"salesforce"].toObject()[u"clientSecret"].toString().toUtf8() + '\n');
    process.closeWriteChannel();
}

TestRunProgram::Run TestRunProgram::endOf(QProcess &process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return { .exit = process.exitCode(),
             .out = process.readAllStandardOutput(),
             .err = process.readAllStandardError() };
}

TestRunProgram::Run TestRunProgram::run(const QStringList &arguments) const
{
    QProcess process;
    prepare(process, arguments);
    return endOf(process);
}

QStringList TestRunProgram::importOf(const QString &file) const
{
    return { u"import"_s,         file,        u"--profile"_s,  path(u"people.rowlift"_s),
             u"--account"_s,      u"Acme"_s,   u"--yes"_s,      u"--json"_s,
             u"--secret-stdin"_s, u"--kind"_s, u"bulk-ingest"_s };
}

void TestRunProgram::startHeldImport(QProcess &process, const QString &file) const
{
    plant(holdSecondUpload);
    prepare(process, importOf(file) + QStringList { u"--progress"_s, u"json"_s });
    QByteArray line;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            process.setReadChannel(QProcess::StandardError);
            while (process.canReadLine())
                line = process.readLine();
            const QJsonObject told = QJsonDocument::fromJson(line).object();
            return told[u"rows"].toObject()[u"created"].toInt() > 0;
        }(),
        60'000);
}

QString TestRunProgram::onlyRun() const
{
    const QStringList ids
        = QDir(path(u"rowlift/data/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return ids.size() == 1 ? ids.constFirst() : QString();
}

QString TestRunProgram::stateOf(const QString &wanted) const
{
    const QJsonObject json = run({ u"runs"_s, u"--json"_s }).json();
    for (const QJsonValue &told : json[u"runs"].toArray()) {
        if (told[u"run"].toString() == wanted)
            return told[u"state"].toString();
    }
    return {};
}

QByteArray TestRunProgram::admin(const QByteArray &method, const QString &resource,
                                 const QByteArray &body) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_ready[u"admin"][u"url"].toString() + u'/' + resource));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(30'000);
    return reply->readAll();
}

void TestRunProgram::plant(const QByteArray &faults) const
{
    QCOMPARE(admin("POST", u"faults"_s, faults), QByteArray("{}"));
}

int TestRunProgram::requests(const QByteArray &method, const QString &pathEnd) const
{
    int count = 0;
    for (const QJsonValue &seen : QJsonDocument::fromJson(admin("GET", u"requests"_s)).array()) {
        const bool wanted = method.isEmpty() || seen[u"method"].toString().toLatin1() == method;
        count += wanted && seen[u"path"].toString().endsWith(pathEnd) ? 1 : 0;
    }
    return count;
}

QHash<QString, int> TestRunProgram::stored() const
{
    QHash<QString, int> addresses;
    const QByteArray records = admin("GET", u"records?service=salesforce&object=Contact"_s);
    for (const QByteArray &line : records.split('\n')) {
        const QString address = QJsonDocument::fromJson(line).object()[u"Email"].toString();
        if (address.endsWith(u"@people.example"_s)) // others were there before
            ++addresses[address];
    }
    return addresses;
}

void TestRunProgram::verifyEachIsThereOnce(int rows) const
{
    const QHash<QString, int> addresses = stored();
    QCOMPARE(addresses.size(), rows);
    for (auto address = addresses.begin(); address != addresses.end(); ++address)
        QVERIFY2(address.value() == 1, qPrintable(address.key()));
}

void TestRunProgram::killedImportIsResumedToTheSameTruth_data()
{
    QTest::addColumn<bool>("named");
    QTest::newRow("the last one") << false;
    QTest::newRow("by the beginning of its name") << true;
}

void TestRunProgram::killedImportIsResumedToTheSameTruth()
{
    QFETCH(bool, named);
    const QString file = writePeople(6'000);
    QProcess process;
    startHeldImport(process, file);
    process.kill();
    process.waitForFinished();
    letThrough();
    QCOMPARE(stateOf(onlyRun()), u"interrupted"_s);

    const Run resumed = run(named ? resume() + QStringList { onlyRun().chopped(3) } : resume());
    QVERIFY2(resumed.exit == 0, resumed.err.constData());
    QCOMPARE(resumed.json()[u"state"].toString(), u"finished"_s);
    QCOMPARE(resumed.json()[u"run"].toString(), onlyRun());
    QCOMPARE(resumed.rows(u"created"_s), 6'000);
    QCOMPARE(resumed.rows(u"total"_s), 6'000);
    QCOMPARE(stateOf(onlyRun()), u"finished"_s);
    verifyEachIsThereOnce(6'000);
}

void TestRunProgram::firstInterruptLeavesTheRun_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
}

void TestRunProgram::firstInterruptLeavesTheRun()
{
    QFETCH(int, signal);
    const QString file = writePeople(6'000);
    QProcess process;
    startHeldImport(process, file);
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const Run left = endOf(process);
    letThrough();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(left.exit, 4);
    QCOMPARE(left.json()[u"state"].toString(), u"interrupted"_s);
    QCOMPARE(left.rows(u"total"_s), 6'000);
    QVERIFY2(left.err.contains("rowlift resume " + onlyRun().toUtf8()), left.err.constData());

    const Run resumed = run(resume());
    QVERIFY2(resumed.exit == 0, resumed.err.constData());
    verifyEachIsThereOnce(6'000);
}

/// A service that hangs: whoever presses twice wants to be gone.
void TestRunProgram::secondInterruptEndsAtOnceAndLosesNothing()
{
    const QString file = writePeople(6'000);
    QProcess process;
    startHeldImport(process, file);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10'000)); // by the first or by the second
    letThrough();
    const Run resumed = run(resume());
    QVERIFY2(resumed.exit == 0, resumed.err.constData());
    QCOMPARE(resumed.rows(u"created"_s), 6'000);
    verifyEachIsThereOnce(6'000);
}

void TestRunProgram::secondProcessOnlyLearnsThatItRuns()
{
    const QString file = writePeople(6'000);
    QProcess process;
    startHeldImport(process, file);
    QCOMPARE(stateOf(onlyRun()), u"running"_s);
    const Run second = run(resume() + QStringList { onlyRun() });
    QCOMPARE(second.exit, 3);
    QVERIFY2(second.err.contains("running"), second.err.constData());
    QVERIFY(second.out.isEmpty());
    QCOMPARE(run(resume()).exit, 3); // nothing was interrupted
    QCOMPARE(process.state(), QProcess::Running);
    process.kill();
    process.waitForFinished();
    letThrough();
    QCOMPARE(run(resume()).exit, 0);
    verifyEachIsThereOnce(6'000);
}

void TestRunProgram::changedFileIsRefusedByName_data()
{
    QTest::addColumn<bool>("sameStamp");
    QTest::newRow("another size") << false;
    QTest::newRow("the same size and date") << true;
}

void TestRunProgram::changedFileIsRefusedByName()
{
    QFETCH(bool, sameStamp);
    const QString file = writePeople(6'000, 1);
    QFile original(file);
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    // Many small parts, and nothing on its way when it ends: at the brake.
    const Run braked
        = run(importOf(file) + QStringList { u"--kind"_s, u"collections"_s, u"--brake"_s, u"0"_s });
    QVERIFY2(braked.exit == 4, braked.err.constData());

    const QStringList resumed = resume() + QStringList { onlyRun() };
    const QHash<QString, int> before = stored();
    if (sameStamp) {
        const QDateTime date = QFileInfo(file).lastModified();
        write(u"people.csv"_s, QByteArray(bytes).replace(";p", ";q"));
        QFile other(file);
        QVERIFY(other.open(QIODevice::ReadWrite));
        QVERIFY(other.setFileTime(date, QFileDevice::FileModificationTime));
    } else {
        write(u"people.csv"_s, QByteArray(bytes).replace(";p", ";changed"));
    }
    const Run refused = run(resumed);
    QCOMPARE(refused.exit, 3);
    QVERIFY2(refused.err.contains("people.csv"), refused.err.constData());
    QCOMPARE(refused.json()[u"state"].toString(), u"interrupted"_s);
    QCOMPARE(refused.rows(u"total"_s), 6'000);
    QVERIFY(refused.rows(u"notSent"_s) > 0);
    QCOMPARE(stored(), before); // not even what was encoded before
    const Run reported = run({ u"report"_s, onlyRun(), u"-o"_s, path(u"reports"_s), u"--json"_s });
    QVERIFY2(reported.exit == 0, reported.err.constData());
    QVERIFY2(reported.err.contains("people.csv"), reported.err.constData());
    QFile failed(reported.json()[u"reports"][0].toString());
    QVERIFY(failed.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = failed.readAll().split('\n');
    QCOMPARE(lines.size(), 3); // header, the one that failed, the end
    QVERIFY2(lines[1].startsWith(";;2;failed;"), lines[1].constData());

    write(u"people.csv"_s, bytes); // as from a copy: the same bytes of another time
    const Run through = run(resumed);
    QVERIFY2(through.exit == 1, through.err.constData());
    verifyEachIsThereOnce(5'999);
}

void TestRunProgram::brakeStopsUntilThePersonGoesOn_data()
{
    QTest::addColumn<int>("bad");
    QTest::addColumn<QStringList>("brake");
    QTest::newRow("all of the first part") << peopleInFirstPart << QStringList {};
    QTest::newRow("more than the share given") << 300 << QStringList { u"--brake"_s, u"5"_s };
}

void TestRunProgram::brakeStopsUntilThePersonGoesOn()
{
    QFETCH(int, bad);
    QFETCH(QStringList, brake);
    const Run braked = run(importOf(writePeople(6'000, bad)) + brake);
    QVERIFY2(braked.exit == 4, braked.err.constData());
    QCOMPARE(braked.rows(u"failed"_s), bad);
    QCOMPARE(braked.rows(u"notSent"_s), 6'000 - peopleInFirstPart);
    const QJsonObject why = braked.json()[u"brake"].toObject();
    QCOMPARE(why[u"rows"].toInt(), peopleInFirstPart);
    QCOMPARE(why[u"failed"].toInt(), bad);
    QCOMPARE(why[u"code"].toString(), u"INVALID_EMAIL_ADDRESS"_s);
    QVERIFY2(braked.err.contains("rowlift resume " + onlyRun().toUtf8()), braked.err.constData());
    QVERIFY(!braked.json()[u"message"].toString().isEmpty());
    QCOMPARE(stored().size(), peopleInFirstPart - bad);

    const Run unnamed = run(resume()); // whoever continues whatever was interrupted has not decided about it
    QVERIFY2(unnamed.exit == 4, unnamed.err.constData());
    QVERIFY2(unnamed.err.contains("rowlift resume " + onlyRun().toUtf8()), unnamed.err.constData());
    QCOMPARE(stored().size(), peopleInFirstPart - bad);

    const Run resumed = run(resume() + QStringList { onlyRun() });
    QVERIFY2(resumed.exit == 1, resumed.err.constData());
    QCOMPARE(resumed.rows(u"created"_s), 6'000 - bad);
    QCOMPARE(resumed.rows(u"failed"_s), bad);
    verifyEachIsThereOnce(6'000 - bad);
}

void TestRunProgram::withoutBrakeItGoesThrough()
{
    const Run imported
        = run(importOf(writePeople(6'000, peopleInFirstPart)) + QStringList { u"--no-brake"_s });
    QVERIFY2(imported.exit == 1, imported.err.constData());
    QCOMPARE(imported.rows(u"failed"_s), peopleInFirstPart);
    QVERIFY(imported.json()[u"brake"].isNull());
}

void TestRunProgram::finishedRunIsNotContinued()
{
    QCOMPARE(run(importOf(writePeople(20, 1))).exit, 1);
    admin("DELETE", u"requests"_s);
    const Run again = run(resume() + QStringList { onlyRun() });
    QCOMPARE(again.exit, 1); // a row has failed, now as before
    QCOMPARE(again.rows(u"created"_s), 19);
    QVERIFY2(again.err.contains("finished"), again.err.constData());
    QCOMPARE(requests({}, {}), 0);
    const Run none = run(resume());
    QCOMPARE(none.exit, 3);
    QVERIFY(!none.err.isEmpty());
}

/// A secret that is not known can only be given by the person.
void TestRunProgram::interruptedImportsWithoutAServiceTellWhatToDo()
{
    const QString file = writePeople(6'000);
    QProcess process;
    startHeldImport(process, file);
    process.kill();
    process.waitForFinished();
    letThrough();
    const Run refused = run({ u"resume"_s, u"--json"_s });
    QCOMPARE(refused.exit, 3);
    QVERIFY(!refused.err.isEmpty());
    QCOMPARE(run(resume()).exit, 0);
    verifyEachIsThereOnce(6'000);
}

void TestRunProgram::progressTellsPartsAndTrouble()
{
    plant(
        R"([{"service":"salesforce","method":"POST","path":"*/jobs/ingest","times":2,"kind":"status","value":503}])");
    const Run imported = run(importOf(writePeople(6'000)) + QStringList { u"--progress"_s, u"json"_s });
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QList<QJsonObject> lines;
    for (const QByteArray &line : imported.err.split('\n')) {
        if (line.startsWith('{'))
            lines << QJsonDocument::fromJson(line).object();
    }
    QVERIFY(!lines.isEmpty());
    const auto troubled = std::find_if(lines.cbegin(), lines.cend(),
                                       [](const QJsonObject &line) { return line[u"trouble"].isObject(); });
    QVERIFY(troubled != lines.cend());
    QVERIFY(!(*troubled)[u"trouble"][u"sentence"].toString().isEmpty());
    QVERIFY(QDateTime::fromString((*troubled)[u"trouble"][u"nextTry"].toString(), Qt::ISODate).isValid());
    const QJsonObject last = lines.constLast();
    QCOMPARE(last[u"state"].toString(), u"finished"_s);
    QCOMPARE(last[u"parts"][u"done"].toInt(), 2);
    QCOMPARE(last[u"parts"][u"all"].toInt(), 2);
    QCOMPARE(last[u"rows"][u"created"].toInt(), 6'000);
    QVERIFY(last[u"trouble"].isNull());
    for (const QJsonObject &line : lines)
        QCOMPARE(line[u"rows"][u"total"].toInt(), 6'000);
}

void TestRunProgram::otherWaysOfLoading()
{
    const QString file = writePeople(450, 1);
    const Run unknown = run(importOf(file) + QStringList { u"--kind"_s, u"by-pigeon"_s });
    QCOMPARE(unknown.exit, 3);
    QVERIFY2(unknown.err.contains("bulk-ingest") && unknown.err.contains("collections"),
             unknown.err.constData());
    const Run imported = run(importOf(file) + QStringList { u"--kind"_s, u"collections"_s });
    QVERIFY2(imported.exit == 1, imported.err.constData());
    QCOMPARE(imported.json()[u"kind"].toString(), u"collections"_s);
    QCOMPARE(imported.rows(u"created"_s), 449);
    verifyEachIsThereOnce(449);
}

void TestRunProgram::limitsAreHeldAgainstWhatItTakes()
{
    const QString file = writePeople(1'000);
    admin("POST", u"switches"_s, R"({"daily-calls":200})");
    const QStringList small = importOf(file) + QStringList { u"--kind"_s, u"single"_s };
    const Run refused = run(small);
    QVERIFY2(refused.exit == 3, refused.err.constData());
    QVERIFY2(refused.err.contains("--despite-limits"), refused.err.constData());
    QVERIFY(stored().isEmpty());
    QCOMPARE(run({ u"runs"_s }).out, QByteArray());
    admin("POST", u"switches"_s, R"({"daily-calls":15000})");
    QCOMPARE(run(importOf(file)).exit, 0);
}

void TestRunProgram::runsAreListedNewestFirst()
{
    QVERIFY(run({ u"runs"_s }).out.isEmpty());
    QCOMPARE(run({ u"runs"_s }).exit, 0);
    const QString first = run(importOf(writePeople(3))).json()[u"run"].toString();
    QString second;
    // Named after the second in which they start.
    while (second.left(15) <= first.left(15))
        second = run(importOf(writePeople(4, 1))).json()[u"run"].toString();
    const Run listed = run({ u"runs"_s, u"--json"_s });
    const QJsonArray runs = listed.json()[u"runs"].toArray();
    QVERIFY(runs.size() >= 2);
    const QJsonObject newest = runs.first().toObject();
    QCOMPARE(newest[u"run"].toString(), second);
    QCOMPARE(runs.last()[u"run"].toString(), first);
    QCOMPARE(newest[u"rows"][u"created"].toInt(), 3);
    QCOMPARE(newest[u"rows"][u"failed"].toInt(), 1);
    QCOMPARE(newest[u"file"].toString(), path(u"people.csv"_s));
    QCOMPARE(newest[u"account"].toString(), u"Acme"_s);
    QCOMPARE(newest[u"folder"].toString(), path(u"rowlift/data/runs/"_s + second));
    QVERIFY(QDateTime::fromString(newest[u"started"].toString(), Qt::ISODate).isValid());
    const QByteArray text = run({ u"runs"_s }).out;
    QVERIFY(text.indexOf(second.toUtf8()) >= 0
            && text.indexOf(second.toUtf8()) < text.indexOf(first.toUtf8()));
}

void TestRunProgram::reportsCanBeSavedLater()
{
    const QString id = run(importOf(writePeople(20, 2))).json()[u"run"].toString();
    const Run saved = run({ u"report"_s, id, u"-o"_s, path(u"reports"_s), u"--json"_s });
    QVERIFY2(saved.exit == 0, saved.err.constData());
    const QJsonArray reports = saved.json()[u"reports"].toArray();
    QCOMPARE(reports.size(), 3);
    QFile failed(reports[0].toString());
    QVERIFY(failed.open(QIODevice::ReadOnly));
    QCOMPARE(failed.readAll().count('\n'), 3); // header and the two that failed
}

void TestRunProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("two runs") << QStringList { u"resume"_s, u"a"_s, u"b"_s };
    QTest::newRow("both words") << QStringList { u"resume"_s, u"--send-again"_s, u"--leave-unknown"_s };
    QTest::newRow("progress as a picture") << QStringList { u"resume"_s, u"--progress"_s, u"png"_s };
    QTest::newRow("runs of something") << QStringList { u"runs"_s, u"x"_s };
    QTest::newRow("report nowhere") << QStringList { u"report"_s, u"x"_s };
    QTest::newRow("brake in words") << importOf(u"people.csv"_s) + QStringList { u"--brake"_s, u"much"_s };
}

void TestRunProgram::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Run told = run(arguments);
    QCOMPARE(told.exit, 2);
    QVERIFY(told.out.isEmpty());
    QVERIFY(!told.err.isEmpty());
}

void TestRunProgram::unknownRunsAreTold()
{
    const Run report = run({ u"report"_s, u"20991231"_s, u"-o"_s, path(u"reports"_s) });
    QCOMPARE(report.exit, 3);
    QVERIFY2(report.err.contains("20991231"), report.err.constData());
    const Run told = run({ u"resume"_s, u"20991231"_s });
    QCOMPARE(told.exit, 3);
    QVERIFY2(told.err.contains("20991231"), told.err.constData());
}

QTEST_GUILESS_MAIN(TestRunProgram)
#include "test_run_program.moc"
