#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"

#include <QtTest>

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
         { "bulk insert", "bulk upsert", "collections insert", "collections upsert" }) {
        const Loading &loading = loadingNamed(QString::fromLatin1(wanted));
        const bool atOnce = QLatin1StringView(loading.kind) == "collections"_L1;
        for (const auto &[name, leaving] : ways) {
            for (const std::chrono::hours later : { 25h, 72h, 192h }) {
                for (int request = 2; request <= (atOnce ? 6 : 30); request += request < 12 ? 2 : 6)
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
    Client client(m_server.farEnd(), {});
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

void TestNextDay::cleanupTestCase()
{
    QVERIFY2(m_forgotten > 0, "no job was ever forgotten");
    qInfo("results were gone in %d cases", m_forgotten);
}

QTEST_GUILESS_MAIN(TestNextDay)
#include "test_next_day.moc"
