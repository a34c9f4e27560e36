#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"
#include "tests/survive/crowd.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

#include <mutex>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int allRows = 250'000;
constexpr int someRows = 60'000; ///< Enough for many small parts.
constexpr qint64 largestBody = 9'500'000; ///< Source: contracts/marketo.md, 5.
constexpr int placesForUs = 9; ///< Of ten one is left free.

/// Made once.
const Crowd &crowdOf(int rows)
{
    static const Crowd all(allRows, 7);
    static const Crowd some(someRows, 8);
    return rows == allRows ? all : some;
}

bool isSubmit(const QString &method, const QString &path)
{
    return method == u"POST" && path.endsWith(u"/bulk/v1/leads.json");
}

QByteArray mishap(const char *method, const char *path, const char *kind, int value, int after, int times)
{
    return QByteArray(R"({"service":"marketo","method":")") + method + R"(","path":")" + path
        + R"(","kind":")" + kind + R"(","value":)" + QByteArray::number(value) + R"(,"after":)"
        + QByteArray::number(after) + R"(,"times":)" + QByteArray::number(times) + '}';
}

/// What may happen in half an hour: too many calls, a gateway that times out, cut connections.
QByteArray badDay(int lostPart)
{
    const QByteArrayList faults { mishap("POST", "*/bulk/v1/leads.json", "resetDuring", 0, lostPart, 1),
                                  mishap("POST", "*/bulk/v1/leads.json", "status", 606, 1, 1),
                                  mishap("GET", "*/leads/batch/*.json", "status", 606, 3, 2),
                                  mishap("GET", "*/leads/batch/*.json", "resetAfter", 0, 5, 1),
                                  mishap("GET", "*/failures.json", "halfReply", 0, 1, 1),
                                  mishap("GET", "*/warnings.json", "status", 502, 0, 1),
                                  mishap("POST", "*/oauth/token", "status", 503, 1, 1) };
    return '[' + faults.join(',') + ']';
}

QJsonObject peopleProfile()
{
    QJsonArray columns;
    for (const ColumnMapping &column : Crowd::mapping().columns) {
        QJsonObject one { { u"column"_s, column.column }, { u"field"_s, column.field } };
        if (column.treatment.decimals == DecimalSign::Comma)
            one.insert(u"decimals"_s, u"comma"_s);
        columns << one;
    }
    return { { u"rowlift"_s, 2 },
             { u"name"_s, u"People"_s },
             { u"service"_s, u"marketo"_s },
             { u"account"_s, u"Far"_s },
             { u"target"_s,
               QJsonObject { { u"object"_s, u"leads"_s },
                             { u"operation"_s, u"upsert"_s },
                             { u"keyField"_s, u"email"_s } } },
             { u"header"_s, QJsonArray::fromStringList(Crowd::header()) },
             { u"columns"_s, columns } };
}

} // namespace

/// 35 MB of people on a bad day: parts stay under what Marketo takes, its queue is never asked for more than
/// there is, whatever breaks is mended, and every row ends as planted.
class TestMarketoWhole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.reset(); }
    void everyRowEndsAsPlanted_data();
    void everyRowEndsAsPlanted();
    void throughTheProgram();

private:
    static QString wrongRows(const Crowd &crowd, const QString &folder);
    int refusals(const QString &code) const;
    int mostInQueue() const;

    OwnServer m_server;
};

void TestMarketoWhole::everyRowEndsAsPlanted_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<qint64>("partBytes");
    QTest::addColumn<int>("foreign");
    QTest::newRow("parts as large as may be, others fill the queue") << allRows << qint64(0) << 9;
    QTest::newRow("many parts, the queue to ourselves") << someRows << qint64(200'000) << 0;
    QTest::newRow("many parts, others fill the queue") << someRows << qint64(200'000) << 7;
}

void TestMarketoWhole::everyRowEndsAsPlanted()
{
    QFETCH(int, rows);
    QFETCH(qint64, partBytes);
    QFETCH(int, foreign);
    const Crowd &crowd = crowdOf(rows);
    QVERIFY(crowd.source().size() > rows * qint64(120));
    const FarEnd &farEnd = m_server.farEnd();
    farEnd.createPeople(crowd.seeds());
    farEnd.admin("POST"_ba, "switches"_ba,
                 "{\"token-life\":120,\"foreign-jobs\":" + QByteArray::number(foreign) + '}');
    const QTemporaryDir folder;
    Client client(farEnd, { .lanes = 2, .partBytes = partBytes, .service = u"marketo"_s });
    Draft draft;
    draft.target = Crowd::target();
    draft.mapping = Crowd::mapping();
    draft.kind = u"bulk-import"_s;
    auto started = client.start(crowd.source(), folder.path(), draft);
    QVERIFY2(started, started ? "" : qPrintable(started.error().sentence));
    const QString run = (*started)->folder();
    farEnd.admin("DELETE"_ba, "requests"_ba);
    farEnd.plant(badDay(2));

    std::mutex mutex;
    qint64 largest = 0;
    client.onRequest = [&](int number, const HttpRequest &request) {
        if (number == 8 || number == 21)
            farEnd.admin("POST"_ba, "expire"_ba);
        const std::scoped_lock lock(mutex);
        if (isSubmit(QString::fromLatin1(request.method), request.url.path()))
            largest = std::max(largest,
                               request.beforeFile.size() + request.body.size()
                                   + QFileInfo(request.bodyFile).size() + request.behindFile.size());
        return true;
    };
    int mostAtOnce = 0;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        const std::scoped_lock lock(mutex);
        int there = 0;
        for (const PartLine &part : snapshot.parts)
            there += part.state == PartState::Remote || part.state == PartState::Closing ? 1 : 0;
        mostAtOnce = std::max(mostAtOnce, there);
    };
    RunControl control;
    client.go(**started, control);
    const auto parts = (*started)->parts();
    QVERIFY(parts);
    int unknownParts = 0;
    for (const PartRecord &part : *parts) {
        if (part.state != PartState::Unconfirmed)
            continue;
        ++unknownParts;
        QVERIFY((*started)->giveWord(part.number, PartEvent::WordGiven));
    }
    // The one whose connection was cut, unless it is certain that its end had not left yet.
    QVERIFY2(unknownParts <= 1, qPrintable(QString::number(unknownParts)));
    RunControl again;
    const RunEnd end = client.go(**started, again);
    QVERIFY2(end.state == RunState::Finished, end.error ? qPrintable(end.error->sentence) : "not finished");
    QCOMPARE(client.broken(), QString());
    started->reset();

    QCOMPARE(wrongRows(crowd, run), QString());
    QCOMPARE(end.tally.of(Outcome::Failed), crowd.count(Crowd::Fate::Doubled));
    QCOMPARE(end.tally.of(Outcome::In), crowd.count(Crowd::Fate::In) + crowd.count(Crowd::Fate::Warned));
    QCOMPARE(end.tally.warned, crowd.count(Crowd::Fate::Warned));
    QCOMPARE(end.tally.total(), qint64(rows));
    QCOMPARE(end.tally.unplaced, 0);
    QCOMPARE(crowd.wrongPeople(farEnd.people()), QString());
    QVERIFY2(largest > 0 && largest <= largestBody, qPrintable(QString::number(largest)));
    QVERIFY2(mostAtOnce <= placesForUs, qPrintable(QString::number(mostAtOnce)));
    if (foreign == 0) {
        QVERIFY2(mostInQueue() > 2 && mostInQueue() <= placesForUs,
                 qPrintable(QString::number(mostInQueue())));
        QCOMPARE(refusals(u"1016"_s), 0);
    }
}

/// The reasons of rows are in the ledger; of those that are in without one, nothing is.
QString TestMarketoWhole::wrongRows(const Crowd &crowd, const QString &folder)
{
    const auto reader = LedgerReader::open(folder);
    if (!reader)
        return reader.error().sentence;
    constexpr qint64 stretch = 10'000;
    for (qint64 first = 1; first <= crowd.rows(); first += stretch) {
        const auto some = (*reader)->outcomes(first, first + stretch - 1);
        if (!some)
            return some.error().sentence;
        if (some->size() != size_t(stretch))
            return u"rows without an outcome behind row %1"_s.arg(first);
        for (const RowOutcome &row : *some) {
            const QString wrong = crowd.wrong(int(row.record), row.outcome, row.reason.code);
            if (!wrong.isEmpty())
                return wrong + u": "_s + row.reason.text;
        }
    }
    return {};
}

/// By Marketo's own times: how many imports of ours waited or were worked on at a time, at most.
int TestMarketoWhole::mostInQueue() const
{
    QMap<QString, int> changes; // by second
    for (const QJsonObject &import : m_server.farEnd().records(u"imports"_s, u"marketo"_s)) {
        if (import[u"foreign"].toBool())
            continue;
        ++changes[import[u"createdAt"].toString()];
        --changes[import[u"finishedAt"].toString()];
    }
    int there = 0;
    int most = 0;
    for (const int change : changes) {
        there += change;
        most = std::max(most, there);
    }
    return most;
}

/// How often Marketo has answered with \a code today.
int TestMarketoWhole::refusals(const QString &code) const
{
    const QJsonObject answer = m_server.farEnd().marketo("GET"_ba, "/rest/v1/stats/errors.json"_ba);
    for (const auto &error : answer[u"result"][0][u"errors"].toArray()) {
        if (error[u"errorCode"].toString() == code)
            return error[u"count"].toInt();
    }
    return 0;
}

void TestMarketoWhole::throughTheProgram()
{
    const Crowd &crowd = crowdOf(allRows);
    const QTemporaryDir home;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(home.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    QProcess practice;
    practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                   { u"practice"_s, u"--json"_s, u"--data"_s, home.filePath(u"far"_s) });
    QVERIFY(practice.waitForReadyRead(20'000));
    const FarEnd farEnd(QJsonDocument::fromJson(practice.readLine()).object());
    farEnd.createPeople(crowd.seeds());
    farEnd.admin("DELETE"_ba, "requests"_ba);
    farEnd.plant('[' + mishap("GET", "*/leads/batch/*.json", "resetAfter", 0, 3, 1) + ','
                 + mishap("POST", "*/bulk/v1/leads.json", "status", 615, 1, 1) + ']');

    const auto run = [&](const QStringList &arguments) {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROWLIFT_HOME"_s, home.filePath(u"rowlift"_s));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
        process->write(farEnd.credentials(u"marketo"_s).clientSecret.reveal().toUtf8() + '\n');
        process->closeWriteChannel();
        return process;
    };
    const Credentials app = farEnd.credentials(u"marketo"_s);
    const auto added = run({ u"account"_s, u"add"_s, u"Far"_s, u"--service"_s, u"marketo"_s, u"--url"_s,
                             app.url.toString(), u"--sign-in"_s, u"client-credentials"_s, u"--client-id"_s,
                             app.clientId, u"--secret-stdin"_s });
    QVERIFY(added->waitForFinished(60'000));
    QVERIFY2(added->exitCode() == 0, added->readAllStandardError().constData());
    const auto imported
        = run({ u"import"_s, write(u"people.csv"_s, crowd.source()), u"--profile"_s,
                write(u"people.rowlift"_s, QJsonDocument(peopleProfile()).toJson()), u"--account"_s, u"Far"_s,
                u"--kind"_s, u"bulk-import"_s, u"--yes"_s, u"--json"_s, u"--secret-stdin"_s });
    QElapsedTimer since;
    since.start();
    while (imported->state() != QProcess::NotRunning && since.elapsed() < 240'000) {
        imported->waitForFinished(200);
        farEnd.moveClock(2'000); // Marketo works faster than by our clock
    }
    QCOMPARE(imported->state(), QProcess::NotRunning);
    const QJsonObject said = QJsonDocument::fromJson(imported->readAllStandardOutput().trimmed()).object();
    QVERIFY2(imported->exitCode() == 1, imported->readAllStandardError().constData());
    const QJsonObject rows = said[u"rows"].toObject();
    QCOMPARE(said[u"state"].toString(), u"finished"_s);
    QCOMPARE(rows[u"total"].toInt(), crowd.rows());
    QCOMPARE(rows[u"failed"].toInteger(), crowd.count(Crowd::Fate::Doubled));
    QCOMPARE(rows[u"warned"].toInteger(), crowd.count(Crowd::Fate::Warned));
    QCOMPARE(rows[u"in"].toInteger(), crowd.count(Crowd::Fate::In) + crowd.count(Crowd::Fate::Warned));
    QCOMPARE(rows[u"leftOut"].toInteger(),
             crowd.count(Crowd::Fate::NoAddress) + crowd.count(Crowd::Fate::NoNumber));
    QCOMPARE(wrongRows(crowd, home.filePath(u"rowlift/data/runs/"_s) + said[u"run"].toString()), QString());
    QCOMPARE(crowd.wrongPeople(farEnd.people()), QString());
    const QJsonArray seen = QJsonDocument::fromJson(farEnd.admin("GET"_ba, "requests"_ba)).array();
    int submits = 0;
    for (const auto &request : seen) {
        if (!isSubmit(request[u"method"].toString(), request[u"path"].toString()))
            continue;
        ++submits;
        QVERIFY(request[u"length"].toInteger() <= largestBody);
        QVERIFY(!request[u"target"].toString().contains(u"token"));
    }
    QVERIFY(submits >= 4);
    practice.closeWriteChannel();
    QVERIFY(practice.waitForFinished(20'000));
}

QTEST_GUILESS_MAIN(TestMarketoWhole)
#include "test_marketo_whole.moc"
