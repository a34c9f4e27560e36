#include "tests/survive/client.h"

#include <QSet>
#include <QtTest>

#include <atomic>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

struct Weather {
    const char *name;
    const char *kind;
    int value = 0;
    const char *more = ""; ///< Further members of the fault.
    bool gaveUp = false; ///< The client is to lose its patience with the request.
};

/// Source: cli.md, "The practice server's admin address".
constexpr Weather weathers[] {
    { "refuse", "refuse", 60 },
    { "resetBefore", "resetBefore" },
    { "resetDuring", "resetDuring" },
    { "loseReply", "loseReply" },
    { "resetAfter", "resetAfter" },
    { "halfReply", "halfReply" },
    { "garbage", "garbage" },
    { "slow", "slow", 60 },
    { "stall", "stall", 60 },
    { "401", "status", 401 },
    { "403", "status", 403 },
    { "429", "status", 429 },
    { "429 with a wait", "status", 429, R"(,"headers":{"Retry-After":"30"})" },
    { "500", "status", 500 },
    { "502 with HTML", "status", 502 },
    { "503 with Retry-After", "status", 503, R"(,"headers":{"Retry-After":"20"})" },
};

QByteArray faultAt(const Loading::Call &call, const Weather &weather, int after, int times)
{
    return QByteArray(R"({"service":"salesforce","method":")") + call.method + R"(","path":")" + call.path
        + R"(","kind":")" + weather.kind + R"(","value":)" + QByteArray::number(weather.value)
        + R"(,"after":)" + QByteArray::number(after) + R"(,"times":)" + QByteArray::number(times)
        + weather.more + '}';
}

} // namespace

/// What a table says at the end.
struct Line {
    int cases = 0;
    int survived = 0;
    int unknownRows = 0;
};

namespace {

constexpr Loading::Call abortCall { "abort", "PATCH", "*/jobs/ingest/*" };
constexpr Loading::Call unprocessed { "results unprocessed", "GET", "*/unprocessedrecords" };

/// What goes wrong in a case, and when.
struct Scenario {
    QByteArray atStart = "[]";
    int quitAt = 0; ///< The run is left at this request; 0: it is not.
    QByteArray atResume = "[]"; ///< Planted before it is gone on with.
    bool stopsAtPoll = false; ///< The run is stopped at the first question about a job.
    QByteArray atStop = "[]";
};

QByteArray listOf(const QByteArrayList &faults)
{
    return '[' + faults.join(',') + ']';
}

/// ctest runs the ways of loading in processes of their own: ROWLIFT_LOADINGS names those of this one. People
/// have a matrix of their own (test_asking_faults).
bool isWanted(const Loading &loading)
{
    if (loading.asksPerson)
        return false;
    const QStringList wanted = qEnvironmentVariable("ROWLIFT_LOADINGS").split(u',', Qt::SkipEmptyParts);
    return wanted.isEmpty() || wanted.contains(QLatin1StringView(loading.name));
}

bool isBulk(const Loading &loading)
{
    return QLatin1StringView(loading.kind) == "bulk-ingest"_L1;
}

/// Jobs are the same whatever they do with their rows: of all but the first way only what comes behind it.
bool mattersFor(const Loading &loading, const Loading::Call &call)
{
    static const QSet<QLatin1StringView> always { "upload"_L1, "close"_L1, "results in"_L1, "send"_L1,
                                                  "copy"_L1 };
    return loading.operation == Operation::Insert || always.contains(QLatin1StringView(call.name));
}

QString lineOf(const Loading &loading, const char *call, const char *weather)
{
    return u"%1 | %2 | %3"_s.arg(QLatin1StringView(loading.name), -18)
        .arg(QLatin1StringView(call), -28)
        .arg(QLatin1StringView(weather));
}

} // namespace

Q_DECLARE_METATYPE(Scenario)

/// Every way of loading, every call that it makes, every fault. Whatever breaks, each row ends exactly once
/// as planted, and the far end holds no row twice and misses none.
class TestFaultMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faultsAtEachCall_data();
    void faultsAtEachCall() { runCase(); }
    void faultsInTheRecovery_data();
    void faultsInTheRecovery() { runCase(); }
    void faultsAtResume_data();
    void faultsAtResume() { runCase(); }
    void faultsAtStop_data();
    void faultsAtStop() { runCase(); }
    void cleanupTestCase();

private:
    static void addColumns();
    static void add(const Loading &loading, const char *call, const Weather &weather, const char *more,
                    const Scenario &scenario);
    void runCase();
    Finish runOn(Client &client, std::unique_ptr<Ledger> ledger, const Loading &loading,
                 const Material &material, const Scenario &scenario);

    OwnServer m_server;
    QMap<QString, Line> m_table;
};

void TestFaultMatrix::addColumns()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<QString>("line");
    QTest::addColumn<Scenario>("scenario");
}

void TestFaultMatrix::add(const Loading &loading, const char *call, const Weather &weather, const char *more,
                          const Scenario &scenario)
{
    QTest::addRow("%s, %s, %s%s", loading.name, call, weather.name, more)
        << QString::fromLatin1(loading.name) << lineOf(loading, call, weather.name) << scenario;
}

void TestFaultMatrix::faultsAtEachCall_data()
{
    addColumns();
    for (const Loading &loading : allLoadings()) {
        for (const Loading::Call &call : loading.calls) {
            if (!isWanted(loading) || !mattersFor(loading, call))
                continue;
            for (const Weather &weather : weathers) {
                if (loading.operation == Operation::Insert)
                    add(loading, call.name, weather, ", at first",
                        { .atStart = listOf({ faultAt(call, weather, 0, 1) }) });
                if (QLatin1StringView(call.name) != "sign-in"_L1) // both lanes at once
                    add(loading, call.name, weather, ", later, twice",
                        { .atStart = listOf({ faultAt(call, weather, 2, 2) }) });
            }
        }
    }
}

void TestFaultMatrix::faultsInTheRecovery_data()
{
    addColumns();
    const Weather lost { "loseReply", "loseReply" };
    for (const Loading &loading : allLoadings()) {
        for (const Loading::Call &call : loading.recovering) {
            for (const Weather &weather : weathers) {
                if (!isWanted(loading))
                    continue;
                // The fault of the call itself comes behind the lost reply where they are the same call.
                add(loading, call.name, weather, ", when the reply to the send was lost",
                    { .atStart
                      = listOf({ faultAt(loading.send, lost, 1, 1), faultAt(call, weather, 0, 2) }) });
            }
        }
    }
}

void TestFaultMatrix::faultsAtResume_data()
{
    addColumns();
    for (const Loading &loading : allLoadings()) {
        for (const Loading::Call &call : loading.calls) {
            if (!isWanted(loading) || !mattersFor(loading, call))
                continue;
            int number = 0;
            for (const Weather &weather : weathers) {
                static constexpr int quits[] { 3, 5, 9 };
                const int quitAt = quits[number++ % 3];
                add(loading, call.name, weather, qPrintable(u", at resume after request %1"_s.arg(quitAt)),
                    { .quitAt = quitAt, .atResume = listOf({ faultAt(call, weather, 0, 1) }) });
            }
        }
    }
}

void TestFaultMatrix::faultsAtStop_data()
{
    addColumns();
    for (const Loading &loading : allLoadings()) {
        if (!isWanted(loading) || !isBulk(loading))
            continue;
        std::vector<Loading::Call> calls { abortCall, unprocessed };
        if (loading.operation == Operation::Insert)
            calls.insert(calls.end(), loading.calls.begin() + 4, loading.calls.end());
        for (const Weather &weather : weathers) {
            for (const Loading::Call &call : calls)
                add(loading, call.name, weather, ", when stopped",
                    { .stopsAtPoll = true, .atStop = listOf({ faultAt(call, weather, 0, 2) }) });
        }
    }
}

Finish TestFaultMatrix::runOn(Client &client, std::unique_ptr<Ledger> ledger, const Loading &loading,
                              const Material &material, const Scenario &scenario)
{
    const QString run = ledger->folder();
    m_server.farEnd().plant(scenario.atStart);
    RunControl control;
    std::atomic<bool> stopped = false;
    client.onRequest = [&](int number, const HttpRequest &request) {
        if (number == scenario.quitAt)
            control.quit();
        if (scenario.stopsAtPoll && request.method == "GET" && !stopped.exchange(true)) {
            m_server.farEnd().plant(scenario.atStop);
            control.stop();
        }
        return true;
    };
    client.go(*ledger, control);
    client.onRequest = {};
    ledger.reset();
    m_server.farEnd().waitUntilItListens();
    m_server.farEnd().plant(scenario.atResume);
    const Finish first = finish(client, loading, material, run, 1);
    m_server.farEnd().waitUntilItListens();
    Finish last = finish(client, loading, material, run);
    last.unknown += first.unknown;
    last.complaint += first.complaint;
    return last;
}

void TestFaultMatrix::runCase()
{
    if (!QTest::currentDataTag())
        QSKIP("not with these ways of loading");
    QFETCH(QString, loading);
    QFETCH(QString, line);
    QFETCH(Scenario, scenario);
    const Loading &how = loadingNamed(loading);
    const Material material(how, how.matrixRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), {});
    auto ledger = client.begin(how, material, folder.path());
    const QString run = ledger->folder();
    const Finish last = runOn(client, std::move(ledger), how, material, scenario);
    const RunEnd &end = last.end;
    Line &result = m_table[line];
    ++result.cases;
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    result.unknownRows += verdict.unknown + last.unknown;
    QCOMPARE(client.broken(), QString());
    QCOMPARE(last.complaint, QString());
    QCOMPARE(verdict.complaint, QString());
    QVERIFY2(end.state == RunState::Finished,
             end.error ? qPrintable(end.error->sentence + u" / "_s + end.error->detail) : "not finished");
    QCOMPARE(verdict.unknown, 0);
    ++result.survived;
}

void TestFaultMatrix::cleanupTestCase()
{
    Line all;
    qInfo("%-66s %6s %8s %8s", "", "cases", "survived", "unknown");
    for (auto line = m_table.cbegin(); line != m_table.cend(); ++line) {
        qInfo("%-66s %6d %8d %8d", qPrintable(line.key()), line->cases, line->survived, line->unknownRows);
        all.cases += line->cases;
        all.survived += line->survived;
        all.unknownRows += line->unknownRows;
    }
    qInfo("%-66s %6d %8d %8d", "all", all.cases, all.survived, all.unknownRows);
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "test_fault_matrix.moc"
