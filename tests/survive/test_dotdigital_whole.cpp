#include "app/mapping/profile.h"
#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"
#include "tests/survive/order_crowd.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int allOrders = 200'000;
constexpr int allContacts = 60'000;
constexpr int groupedOrders = 20'000; ///< With two and a half lines each.
constexpr int someOrders = 12'000; ///< Enough for many small parts.
constexpr qint64 largestInsightBody = 50'000'000; ///< Source: contracts/dotdigital.md, 4.2.
constexpr qint64 leastJson = 100'000'000; ///< Of all orders.
constexpr qint64 mostMemory = 150; ///< MiB of our own, however large the file is.
constexpr int longestImportMs = 400'000;

bool isInsightSubmit(const QString &method, const QString &path)
{
    return (method == u"POST" && path.contains(u"/transactional-data/import/"_s))
        || (method == u"PUT" && path.endsWith(u"/v3/import"_s));
}

QByteArray insightMishap(const char *method, const char *path, const char *kind, int value, int after,
                         int times, const char *body = nullptr)
{
    QJsonObject fault { { u"service"_s, u"dotdigital"_s },
                        { u"method"_s, QLatin1StringView(method) },
                        { u"path"_s, QLatin1StringView(path) },
                        { u"kind"_s, QLatin1StringView(kind) },
                        { u"value"_s, value },
                        { u"after"_s, after },
                        { u"times"_s, times } };
    if (body)
        fault.insert(u"body"_s, QLatin1StringView(body));
    if (value == 429) // until now: the two clocks differ
        fault.insert(u"headers"_s, QJsonObject { { u"X-RateLimit-Reset"_s, u"1"_s } });
    return QJsonDocument(fault).toJson(QJsonDocument::Compact);
}

constexpr auto apiUsage = R"({"message":"Error: ERROR_APIUSAGE_EXCEEDED"})";

/// What may happen in half an hour: too many calls, by both schemes, a gateway that times out, cut
/// connections.
QByteArray badHour(int lostPart)
{
    const char *const submits = "*/transactional-data/import/WebOrders";
    const char *const status = "*/import/????????????????????????????????????";
    const QByteArrayList faults { insightMishap("POST", submits, "resetDuring", 0, lostPart, 1),
                                  insightMishap("POST", submits, "status", 429, 1, 1),
                                  insightMishap("POST", submits, "status", 400, 2, 1, apiUsage),
                                  insightMishap("GET", status, "status", 429, 3, 2),
                                  insightMishap("GET", status, "resetAfter", 0, 5, 1),
                                  insightMishap("GET", "*/report", "halfReply", 0, 1, 1),
                                  insightMishap("GET", "*/report", "status", 502, 0, 1) };
    return '[' + faults.join(',') + ']';
}

/// The memory of its own that a process has, in MiB; 0: it cannot be told here.
qint64 ownMemory(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return 0;
}

} // namespace

/// More than 100 MB of orders for Dotdigital: parts stay under what it takes, whatever breaks is mended,
/// lines of an order arrive as one record, contacts that are not there are found beforehand when asked,
/// memory stays flat, and every row ends as planted.
class TestDotdigitalWhole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowEndsAsPlanted();
    void throughTheProgram_data();
    void throughTheProgram();

private:
    static QString wrongRows(const OrderCrowd &crowd, const QString &folder);
};

/// The reasons of rows are in the ledger; of those that are in without one, nothing is.
QString TestDotdigitalWhole::wrongRows(const OrderCrowd &crowd, const QString &folder)
{
    const auto reader = LedgerReader::open(folder);
    if (!reader)
        return reader.error().sentence;
    constexpr qint64 stretch = 10'000;
    for (qint64 first = 1; first <= crowd.rows(); first += stretch) {
        const qint64 last = std::min(first + stretch - 1, qint64(crowd.rows()));
        const auto some = (*reader)->allOutcomes(first, last);
        if (!some)
            return some.error().sentence;
        if (qint64(some->size()) != last - first + 1)
            return u"rows without an outcome behind row %1"_s.arg(first);
        for (const RowOutcome &row : *some) {
            const QString wrong = crowd.wrong(int(row.record), row.outcome, row.reason.code);
            if (!wrong.isEmpty())
                return wrong + u": "_s + row.reason.text;
        }
    }
    return {};
}

/// On a bad day, in many small parts; a part whose reply was lost is unknown until the person has given their
/// word.
void TestDotdigitalWhole::everyRowEndsAsPlanted()
{
    OrderCrowd crowd({ .orders = someOrders, .contacts = 3'000 });
    OwnServer server;
    const FarEnd &farEnd = server.farEnd();
    farEnd.admin("POST"_ba, "switches"_ba, "{\"contacts\":" + QByteArray::number(crowd.contacts()) + '}');
    const QTemporaryDir folder;
    Client client(farEnd, { .lanes = 2, .partBytes = 400'000, .service = u"dotdigital"_s });
    Draft draft;
    draft.target = crowd.target();
    draft.mapping = crowd.mapping();
    draft.kind = u"insight-v2"_s;
    auto started = client.start(crowd.source(), folder.path(), draft);
    QVERIFY2(started, started ? "" : qPrintable(started.error().sentence));
    const QString run = (*started)->folder();
    farEnd.plant(badHour(2));
    RunControl control;
    client.go(**started, control);
    const auto parts = (*started)->parts();
    QVERIFY(parts);
    QVERIFY(parts->size() > 10);
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
    QCOMPARE(end.tally.total(), qint64(crowd.rows()));
    QCOMPARE(end.tally.of(Outcome::In), crowd.rowsOf(OrderCrowd::Fate::In));
    QCOMPARE(end.tally.unplaced, 0);
    eachStored(farEnd.admin("GET"_ba, "records?service=dotdigital&object=WebOrders"_ba),
               [&](const QJsonObject &record) { crowd.take(record); });
    QCOMPARE(crowd.wrongRecords(), QString());
}

void TestDotdigitalWhole::throughTheProgram_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("orders");
    QTest::addColumn<int>("contacts");
    QTest::addColumn<int>("mostLines");
    QTest::newRow("100 MB, each row an order") << u"insight-v2"_s << allOrders << allContacts << 1;
    QTest::newRow("lines of orders, contacts looked up first")
        << u"insight-v3"_s << groupedOrders << allContacts << 4;
}

void TestDotdigitalWhole::throughTheProgram()
{
    QFETCH(QString, kind);
    QFETCH(int, orders);
    QFETCH(int, contacts);
    QFETCH(int, mostLines);
    const bool looksFirst = mostLines > 1;
    OrderCrowd crowd(
        { .orders = orders, .contacts = contacts, .mostLines = mostLines, .looksFirst = looksFirst });
    const QTemporaryDir home;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(home.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    QProcess practice;
    practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                   { u"practice"_s, u"--json"_s, u"--data"_s, home.filePath(u"far"_s),
                     u"--contacts=%1"_s.arg(crowd.contacts()) });
    QVERIFY(practice.waitForReadyRead(20'000));
    const FarEnd farEnd(QJsonDocument::fromJson(practice.readLine()).object());
    farEnd.plant(
        '[' + insightMishap("POST", "*/transactional-data/import/WebOrders", "status", 429, 1, 1) + ','
        + insightMishap("GET", "*/import/????????????????????????????????????", "resetAfter", 0, 3, 1) + ']');
    const Credentials user = farEnd.credentials(u"dotdigital"_s);
    const auto run = [&](const QStringList &arguments) {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROWLIFT_HOME"_s, home.filePath(u"rowlift"_s));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
        process->write(user.clientSecret.reveal().toUtf8() + '\n');
        process->closeWriteChannel();
        return process;
    };
    const auto added = run({ u"account"_s, u"add"_s, u"Far"_s, u"--service"_s, u"dotdigital"_s, u"--url"_s,
                             user.url.toString(), u"--user"_s, user.clientId, u"--secret-stdin"_s });
    QVERIFY(added->waitForFinished(60'000));
    QVERIFY2(added->exitCode() == 0, added->readAllStandardError().constData());
    Profile profile;
    profile.name = u"Orders"_s;
    profile.service = u"dotdigital"_s;
    profile.account = u"Far"_s;
    profile.target = crowd.target();
    profile.header = OrderCrowd::header();
    profile.mapping = crowd.mapping();
    QStringList import { u"import"_s,        write(u"orders.csv"_s, crowd.source()),
                         u"--profile"_s,     write(u"orders.rowlift"_s, toJson(profile)),
                         u"--account"_s,     u"Far"_s,
                         u"--kind"_s,        kind,
                         u"--yes"_s,         u"--json"_s,
                         u"--secret-stdin"_s };
    if (looksFirst)
        import << u"--check-contacts"_s << u"leave-out"_s;
    const auto imported = run(import);
    QElapsedTimer since;
    since.start();
    qint64 memory = 0;
    while (imported->state() != QProcess::NotRunning && since.elapsed() < longestImportMs) {
        imported->waitForFinished(100);
        memory = std::max(memory, ownMemory(imported->processId()));
        farEnd.moveClock(2'000); // Dotdigital works faster than by our clock
    }
    QCOMPARE(imported->state(), QProcess::NotRunning);
    const QJsonObject said = QJsonDocument::fromJson(imported->readAllStandardOutput().trimmed()).object();
    QVERIFY2(imported->exitCode() == 1, imported->readAllStandardError().constData());
    QCOMPARE(said[u"state"].toString(), u"finished"_s);
    using enum OrderCrowd::Fate;
    const QJsonObject rows = said[u"rows"].toObject();
    const qint64 unknown = crowd.rowsOf(UnknownContact);
    QCOMPARE(rows[u"total"].toInt(), crowd.rows());
    QCOMPARE(rows[u"in"].toInteger(), crowd.rowsOf(In));
    QCOMPARE(rows[u"failed"].toInteger(), crowd.rowsOf(OddKey) + (looksFirst ? 0 : unknown));
    QCOMPARE(rows[u"leftOut"].toInteger(), crowd.rowsOf(NoNumber) + (looksFirst ? unknown : 0));
    if (mostLines > 1)
        QCOMPARE(said[u"records"][u"in"].toInteger(), crowd.ordersOf(In));
    QCOMPARE(wrongRows(crowd, home.filePath(u"rowlift/data/runs/"_s) + said[u"run"].toString()), QString());
    eachStored(farEnd.admin("GET"_ba, "records?service=dotdigital&object=WebOrders"_ba),
               [&](const QJsonObject &record) { crowd.take(record); });
    QCOMPARE(crowd.wrongRecords(), QString());
    qint64 bytes = 0;
    for (const auto &request : QJsonDocument::fromJson(farEnd.admin("GET"_ba, "requests"_ba)).array()) {
        if (!isInsightSubmit(request[u"method"].toString(), request[u"path"].toString()))
            continue;
        bytes += request[u"length"].toInteger();
        QVERIFY(request[u"length"].toInteger() <= largestInsightBody);
    }
    QVERIFY2(bytes > leastJson || orders < allOrders, qPrintable(QString::number(bytes)));
    QVERIFY2(memory <= mostMemory, qPrintable(u"%1 MiB"_s.arg(memory)));
    qInfo("%lld bytes, %lld MiB, %lld s", bytes, memory, since.elapsed() / 1000);
    practice.closeWriteChannel();
    QVERIFY(practice.waitForFinished(20'000));
}

QTEST_GUILESS_MAIN(TestDotdigitalWhole)
#include "test_dotdigital_whole.moc"
