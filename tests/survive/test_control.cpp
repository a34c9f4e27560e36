#include "tests/survive/client.h"

#include <QtTest>

#include <thread>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int controlRows = 60;

enum class Wish { Pause, StopAfterParts, Stop, Quit };

bool isOnItsWay(const PartLine &part)
{
    return part.state != PartState::Planned && part.state != PartState::Waiting && !isFinal(part.state);
}

} // namespace

/// Pause, stop after the parts, stop now and quit, at every request of every way of loading; then it is gone
/// on with.
class TestControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void obeysAtEachRequest_data();
    void obeysAtEachRequest();

private:
    OwnServer m_server;
};

void TestControl::obeysAtEachRequest_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<int>("request");
    static constexpr std::pair<const char *, Wish> wishes[] { { "pause", Wish::Pause },
                                                              { "stop after parts", Wish::StopAfterParts },
                                                              { "stop", Wish::Stop },
                                                              { "quit", Wish::Quit } };
    for (const char *const wanted :
         { "bulk insert", "bulk upsert", "collections insert", "collections upsert" }) {
        const Loading &loading = loadingNamed(QString::fromLatin1(wanted));
        const bool atOnce = QLatin1StringView(loading.kind) == "collections"_L1;
        for (const auto &[name, wish] : wishes) {
            for (int request = 1; request <= (atOnce ? 6 : 30); request += request < 12 ? 1 : 6)
                QTest::addRow("%s, %s at request %d", loading.name, name, request)
                    << QString::fromLatin1(loading.name) << wish << request;
        }
    }
}

void TestControl::obeysAtEachRequest()
{
    QFETCH(QString, loading);
    QFETCH(Wish, wish);
    QFETCH(int, request);
    const Loading &how = loadingNamed(loading);
    const Material material(how, controlRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), {});
    auto ledger = client.begin(how, material, folder.path());
    const QString run = ledger->folder();
    RunControl control;
    std::atomic<bool> wished = false;
    client.onRequest = [&](int number, const HttpRequest &) {
        if (number != request)
            return true;
        switch (wish) {
        case Wish::Pause:
            control.pause();
            break;
        case Wish::StopAfterParts:
            control.stopAfterParts();
            break;
        case Wish::Stop:
            control.stop();
            break;
        case Wish::Quit:
            control.quit();
            break;
        }
        wished = true;
        return true;
    };
    std::atomic<bool> quiet = false;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        quiet = snapshot.state == RunState::Paused && std::ranges::none_of(snapshot.parts, isOnItsWay);
    };
    RunEnd end;
    std::atomic<bool> over = false;
    std::thread running([&] {
        end = client.go(*ledger, control);
        over = true;
    });
    const bool still = QTest::qWaitFor([&] { return over || (wish == Wish::Pause && quiet); }, 30'000);
    const qint64 waiting = ledger->tally()->of(Outcome::Waiting);
    control.resume();
    running.join();
    QVERIFY2(still, "it does not come to rest");
    client.onRequest = {};
    client.onSnapshot = {};
    ledger.reset();
    QCOMPARE(client.broken(), QString());

    const Material::Verdict meanwhile = judge(material, run, m_server.farEnd(), true);
    QCOMPARE(meanwhile.complaint, QString());
    if (wish == Wish::Pause || !wished) {
        QCOMPARE(waiting, 0);
        QCOMPARE(end.state, RunState::Finished);
    } else if (wish == Wish::Quit) {
        QVERIFY(end.state == RunState::Interrupted || end.state == RunState::Finished);
    } else {
        // A call that was cut off may be under way for minutes: then the run is left instead.
        const bool mayBeUnderWay = end.error && end.error->kind == Error::Kind::Timeout;
        QVERIFY2(end.state == RunState::Stopped || end.state == RunState::Finished || mayBeUnderWay,
                 end.error ? qPrintable(end.error->sentence + end.error->detail)
                           : "neither stopped nor finished");
        QVERIFY(mayBeUnderWay || end.tally.of(Outcome::Waiting) == 0);
    }
    const Finish last = finish(client, how, material, run);
    QCOMPARE(last.complaint, QString());
    QVERIFY2(last.end.state == RunState::Finished,
             last.end.error ? qPrintable(last.end.error->sentence + last.end.error->detail) : "not finished");
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
}

QTEST_GUILESS_MAIN(TestControl)
#include "test_control.moc"
