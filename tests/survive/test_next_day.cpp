#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"

#include <QtTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

using namespace std::chrono_literals;

constexpr int dayRows = 60;

enum class Leaving { Quit, Stopped, PowerOff };

/// Nobody gives a word about what is unknown.
Finish finishAsFarAsItGoes(Client &client, const QString &run)
{
    Finish finish;
    finish.end.state = RunState::Interrupted;
    for (int stretch = 0; stretch < 3 && finish.end.state != RunState::Finished; ++stretch) {
        auto ledger = Ledger::open(run);
        RunControl control;
        if (ledger)
            finish.end = client.go(**ledger, control);
    }
    return finish;
}

} // namespace

/// A run is left at any request and gone on with a day, three days or eight days later, by both ends' clocks:
/// sessions have ended, jobs that were never closed are gone after a day, and results after a week. After
/// that nobody can tell what became of the rows: they are unknown, and it is said.
class TestNextDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnLater_data();
    void goesOnLater();
    void fetchesResultsOfPeopleForAWeek_data();
    void fetchesResultsOfPeopleForAWeek();
    void cleanupTestCase();

private:
    OwnServer m_server;
    int m_forgotten = 0; ///< Cases in which results were gone.
};

void TestNextDay::goesOnLater_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<Leaving>("leaving");
    QTest::addColumn<int>("request");
    QTest::addColumn<std::chrono::hours>("later");
    static constexpr std::pair<const char *, Leaving> ways[] { { "quit", Leaving::Quit },
                                                               { "stopped", Leaving::Stopped },
                                                               { "power off", Leaving::PowerOff } };
    for (const char *const wanted :
         { "bulk insert", "bulk upsert", "collections insert", "collections upsert", "people by import",
           "people by calls", "orders" }) {
        const Loading &loading = loadingNamed(QString::fromLatin1(wanted));
        const QLatin1StringView kind(loading.kind);
        const bool atOnce = kind == "collections"_L1 || kind == "sync-leads"_L1;
        const int last = atOnce ? 6 : loading.asksPerson ? 12 : 30;
        for (const auto &[name, leaving] : ways) {
            if (loading.form == Form::Orders && leaving == Leaving::Quit)
                continue; // as of people
            for (const std::chrono::hours later : { 25h, 72h, 192h }) {
                for (int request = 2; request <= last; request += request < 12 ? 2 : 6)
                    QTest::addRow("%s, %s at request %d, %dh", loading.name, name, request,
                                  int(later.count()))
                        << QString::fromLatin1(loading.name) << leaving << request << later;
            }
        }
    }
}

void TestNextDay::goesOnLater()
{
    QFETCH(QString, loading);
    QFETCH(Leaving, leaving);
    QFETCH(int, request);
    QFETCH(std::chrono::hours, later);
    const Loading &how = loadingNamed(loading);
    const Material material(how, dayRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(),
                  { .partBytes = how.partBytes, .service = QString::fromLatin1(how.service) });
    auto ledger = client.begin(how, material, folder.path());
    const QString run = ledger->folder();
    std::atomic<bool> off = false;
    RunControl control;
    client.onRequest = [&](int number, const HttpRequest &) {
        if (number == request) {
            off = leaving == Leaving::PowerOff;
            leaving == Leaving::Stopped ? control.stop() : control.quit();
        }
        return !off;
    };
    client.go(*ledger, control);
    client.onRequest = {};
    ledger.reset();
    QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());

    client.pass(later);
    const Finish last = later <= 168h ? finish(client, how, material, run) : finishAsFarAsItGoes(client, run);
    const RunEnd &end = last.end;
    QCOMPARE(last.complaint, QString());
    QVERIFY(last.unknownParts <= 2); // those that were just being sent
    const Material::Verdict verdict = judge(material, run, m_server.farEnd(), later > 168h);
    QCOMPARE(client.broken(), QString());
    QCOMPARE(verdict.complaint, QString());
    if (later <= 168h) {
        QVERIFY2(end.state == RunState::Finished,
                 end.error ? qPrintable(end.error->sentence + end.error->detail) : "not finished");
        QCOMPARE(verdict.unknown, 0);
        return;
    }
    // Only rows of parts whose job the service had and has forgotten may be unknown.
    auto reader = LedgerReader::open(run);
    QVERIFY(reader);
    const auto parts = (*reader)->parts();
    QVERIFY(parts);
    qint64 forgotten = 0;
    bool allSettled = true;
    for (const PartRecord &part : *parts) {
        if (part.state == PartState::Unconfirmed)
            forgotten += part.rows;
        else
            allSettled = allSettled && part.state == PartState::Settled;
    }
    // Rows of the same records may only follow what is unknown when the person has decided.
    QVERIFY(allSettled || forgotten > 0);
    QCOMPARE(qint64(verdict.unknown), forgotten);
    m_forgotten += forgotten > 0 ? 1 : 0;
}

void TestNextDay::fetchesResultsOfPeopleForAWeek_data()
{
    QTest::addColumn<std::chrono::hours>("later");
    QTest::addColumn<bool>("kept");
    QTest::newRow("the next day") << std::chrono::hours(25) << true;
    QTest::newRow("three days later") << std::chrono::hours(72) << true;
    QTest::newRow("six days later") << std::chrono::hours(144) << true;
    QTest::newRow("eight days later") << std::chrono::hours(192) << false;
}

/// Rowlift was closed when all was sent. Opened again it only asks, and knows all; after a week it says that
/// nobody can tell any more.
void TestNextDay::fetchesResultsOfPeopleForAWeek()
{
    QFETCH(std::chrono::hours, later);
    QFETCH(bool, kept);
    const Loading &how = loadingNamed(u"people by import");
    const Material material(how, dayRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), { .lanes = 1, .brakeShare = 1, .service = u"marketo"_s });
    auto ledger = client.begin(how, material, folder.path());
    const QString run = ledger->folder();
    std::atomic<int> submits = 0;
    RunControl control;
    client.onRequest = [&](int, const HttpRequest &request) {
        submits += request.method == "POST" && request.url.path().endsWith(u"/bulk/v1/leads.json") ? 1 : 0;
        if (request.method == "GET" && submits > 3)
            control.quit();
        return true;
    };
    client.go(*ledger, control);
    ledger.reset();
    const auto isDone = [&] {
        client.pass(std::chrono::seconds(10));
        const auto imports = m_server.farEnd().records(u"imports"_s, u"marketo"_s);
        return std::ranges::all_of(
            imports, [](const QJsonObject &import) { return import[u"status"].toString() == u"Complete"; });
    };
    QTRY_VERIFY(isDone());
    client.pass(later);
    submits = 0;
    client.onRequest = [&](int, const HttpRequest &request) {
        submits += request.method == "POST" && request.url.path().endsWith(u"/bulk/v1/leads.json") ? 1 : 0;
        return true;
    };
    ledger = std::move(*Ledger::open(run));
    RunControl asking;
    const RunEnd end = client.go(*ledger, asking, RunMode::Ask);
    const auto parts = ledger->parts();
    QVERIFY(parts);
    qint64 forgotten = 0;
    int settled = 0;
    for (const PartRecord &part : *parts) {
        forgotten += part.state == PartState::Unconfirmed ? part.rows : 0;
        settled += part.state == PartState::Settled ? 1 : 0;
    }
    ledger.reset();
    QCOMPARE(submits.load(), 0);
    QCOMPARE(end.tally.of(Outcome::Waiting), 0);
    QCOMPARE(end.tally.of(Outcome::Unknown), forgotten);
    QCOMPARE(forgotten == 0, kept);
    QVERIFY(!kept || settled > 3);
    QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
    QCOMPARE(client.broken(), QString());
}

void TestNextDay::cleanupTestCase()
{
    QVERIFY2(m_forgotten > 0, "no job was ever forgotten");
    qInfo("results were gone in %d cases", m_forgotten);
}

QTEST_GUILESS_MAIN(TestNextDay)
#include "test_next_day.moc"
