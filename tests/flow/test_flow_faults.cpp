#include "app/run/ledger_reader.h"
#include "tests/flow/flow_rig.h"

#include <QDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using testing::FlowRig;

/// Whole runs in bad weather. Whatever breaks, each row ends exactly once, as planted, and the far end holds
/// no row twice and misses none.
class TestFlowFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void weather_data();
    void weather();
    void sessionsEndInMidRun();
    void serviceIsDownForAWhile_data();
    void serviceIsDownForAWhile();
    void serviceStaysDown();
    void nothingCanBeUploaded();
    void isLeftAtAnyRequest_data();
    void isLeftAtAnyRequest();
    void isStoppedAndGoneOnWith_data();
    void isStoppedAndGoneOnWith();
    void refusedRunGoesOnLater();
    void pausedRunKeepsStill();
    void lostPartsAreMadeAgain();
    void sourceThatIsGoneOrOtherSendsNothing_data();
    void sourceThatIsGoneOrOtherSendsNothing();
    void sourceThatChangesInMidRunInterrupts();

private:
    /// Runs until it is no longer interrupted, each time with the ledger opened anew.
    RunEnd goOn();
    void finishes();

    std::unique_ptr<FlowRig> m_rig;
    std::unique_ptr<Ledger> m_ledger;
};

void TestFlowFaults::init()
{
    m_ledger.reset();
    m_rig = std::make_unique<FlowRig>();
    auto ledger = m_rig->start();
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence + ledger.error().detail));
    m_ledger = std::move(*ledger);
    m_rig->admin("DELETE", u"requests"_s);
}

RunEnd TestFlowFaults::goOn()
{
    const QString folder = m_ledger->folder();
    RunEnd end;
    for (int stretch = 0; stretch < 10; ++stretch) {
        m_ledger.reset();
        auto ledger = Ledger::open(folder);
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().sentence));
        m_ledger = std::move(*ledger);
        RunControl control;
        end = m_rig->go(*m_ledger, control);
        if (end.state != RunState::Interrupted)
            break;
    }
    return end;
}

void TestFlowFaults::finishes()
{
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence + end.error->detail) : "");
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), FlowRig::count(Outcome::Added));
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::weather_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::newRow("fair") << "[]"_ba;
    const auto add = [](const char *name, const char *method, const char *path, const char *kind,
                        const char *more = "") {
        QTest::newRow(name) << QByteArray("[{\"service\":\"salesforce\",\"method\":\"") + method
                + "\",\"path\":\"" + path + "\",\"kind\":\"" + kind + "\",\"after\":1,\"times\":2" + more
                + "}]";
    };
    add("create, reply lost", "POST", "*/jobs/ingest", "loseReply");
    add("create, reply cut", "POST", "*/jobs/ingest", "halfReply");
    add("create, garbage", "POST", "*/jobs/ingest", "garbage");
    add("create, 503", "POST", "*/jobs/ingest", "status", ",\"value\":503");
    add("upload, reply lost", "PUT", "*/batches", "loseReply");
    add("upload, reset half-way", "PUT", "*/batches", "resetDuring");
    add("upload, 503", "PUT", "*/batches", "status", ",\"value\":503");
    add("close, reply lost", "PATCH", "*/jobs/ingest/*", "loseReply");
    add("close, reset before it was read", "PATCH", "*/jobs/ingest/*", "resetBefore");
    add("close, garbage", "PATCH", "*/jobs/ingest/*", "garbage");
    add("close, 500", "PATCH", "*/jobs/ingest/*", "status", ",\"value\":500");
    add("poll, reply lost", "GET", "*/jobs/ingest/*", "loseReply");
    add("poll, 503", "GET", "*/jobs/ingest/*", "status", ",\"value\":503");
    add("results, cut", "GET", "*/successfulResults", "halfReply");
    add("results, reset", "GET", "*/successfulResults", "resetAfter");
    add("failed rows, cut", "GET", "*/failedResults", "halfReply");
    QTest::newRow("all at once") << R"([
        {"method":"POST","path":"*/jobs/ingest","kind":"loseReply","times":2},
        {"method":"PUT","kind":"resetDuring","after":2,"times":2},
        {"method":"PATCH","kind":"loseReply","times":3},
        {"method":"GET","path":"*/jobs/ingest/*","kind":"garbage","after":3,"times":2},
        {"method":"GET","path":"*Results","kind":"halfReply","after":2,"times":4}])"_ba;
}

void TestFlowFaults::weather()
{
    QFETCH(QByteArray, faults);
    QCOMPARE(m_rig->admin("POST", u"faults"_s, faults), "{}"_ba);
    finishes();
}

void TestFlowFaults::sessionsEndInMidRun()
{
    m_rig->onRequest = [this](int number) {
        if (number % 9 == 0)
            m_rig->admin("POST", u"expire"_s);
    };
    finishes();
}

void TestFlowFaults::serviceIsDownForAWhile_data()
{
    QTest::addColumn<int>("request");
    for (const int request : { 2, 5, 8, 11, 20 })
        QTest::addRow("from request %d on", request) << request;
}

void TestFlowFaults::serviceIsDownForAWhile()
{
    QFETCH(int, request);
    std::atomic<int> sleepsLeft = -1;
    m_rig->onRequest = [&](int number) {
        if (number != request)
            return;
        sleepsLeft = 6;
        m_rig->endServer();
    };
    m_rig->onSleep = [&](int) {
        if (--sleepsLeft == 0)
            m_rig->startServer();
    };
    finishes();
}

void TestFlowFaults::serviceStaysDown()
{
    m_rig->onRequest = [this](int number) {
        if (number == 12)
            m_rig->endServer();
    };
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.error->kind, Error::Kind::Network);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
    m_rig->onRequest = {};
    m_rig->startServer();
    QCOMPARE(goOn().state, RunState::Finished);
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::nothingCanBeUploaded()
{
    m_rig->admin("POST", u"faults"_s, R"({"method":"PUT","kind":"status","value":503,"times":-1})");
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QVERIFY2(m_rig->requests("POST", u"/jobs/ingest"_s) < 60, "jobs are made without end");
    QVERIFY(m_rig->held().isEmpty());
    m_rig->admin("DELETE", u"faults"_s);
    QCOMPARE(goOn().state, RunState::Finished);
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::isLeftAtAnyRequest_data()
{
    QTest::addColumn<int>("request");
    for (int request = 1; request <= 40; request += request < 15 ? 2 : 5)
        QTest::addRow("request %d", request) << request;
}

void TestFlowFaults::isLeftAtAnyRequest()
{
    QFETCH(int, request);
    RunControl control;
    m_rig->onRequest = [&](int number) {
        if (number == request)
            control.quit();
    };
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Interrupted);
    QCOMPARE(*m_ledger->brokenInvariant(), QString());
    m_rig->onRequest = {};
    const RunEnd last = goOn();
    QCOMPARE(last.state, RunState::Finished);
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::isStoppedAndGoneOnWith_data()
{
    QTest::addColumn<int>("request");
    for (const int request : { 1, 5, 7, 9, 12, 16, 26 })
        QTest::addRow("request %d", request) << request;
}

void TestFlowFaults::isStoppedAndGoneOnWith()
{
    QFETCH(int, request);
    RunControl control;
    m_rig->onRequest = [&](int number) {
        if (number == request)
            control.stop();
    };
    const RunEnd end = m_rig->go(*m_ledger, control);
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence) : "");
    QCOMPARE(end.state, RunState::Stopped);
    QVERIFY(end.tally.of(Outcome::NotSent) > 0);
    QCOMPARE(end.tally.of(Outcome::Waiting), 0);
    QCOMPARE(end.tally.of(Outcome::Unknown), 0);
    QCOMPARE(m_rig->wrong(*m_ledger, true), QString());
    m_rig->onRequest = {};
    const RunEnd last = goOn();
    QCOMPARE(last.state, RunState::Finished);
    QCOMPARE(last.tally.of(Outcome::NotSent), 0);
    QCOMPARE(m_rig->wrong(*m_ledger, true), QString());
}

void TestFlowFaults::refusedRunGoesOnLater()
{
    m_rig->admin(
        "POST", u"faults"_s,
        R"({"method":"POST","path":"*/jobs/ingest","kind":"status","value":400,"after":3,"times":1})");
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Stopped);
    QVERIFY(end.error);
    QVERIFY(end.tally.of(Outcome::NotSent) > 0);
    QCOMPARE(m_rig->wrong(*m_ledger, true), QString());
    QCOMPARE(goOn().state, RunState::Finished);
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::pausedRunKeepsStill()
{
    // Paused while parts are under way: those come to their end, no new one begins, and the run ends when it
    // is resumed.
    RunControl control;
    m_rig->onSleep = [&](int sleeps) {
        if (sleeps == 1)
            control.pause();
    };
    std::thread running([&] { m_rig->go(*m_ledger, control); });
    const auto settled = [this] {
        const auto parts = m_ledger->parts();
        return std::ranges::any_of(*parts,
                                   [](const PartRecord &part) { return part.state == PartState::Settled; })
            && std::ranges::all_of(*parts, [](const PartRecord &part) { // some are made ready meanwhile
                   return part.state == PartState::Settled || part.state == PartState::Planned;
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(control.paused() && settled(), 20'000);
    const auto parts = m_ledger->parts();
    QVERIFY(std::ranges::count(*parts, PartState::Settled, &PartRecord::state) <= 3); // as many as lanes
    control.resume();
    running.join();
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
}

void TestFlowFaults::lostPartsAreMadeAgain()
{
    RunControl control;
    m_rig->onRequest = [&](int number) {
        if (number == 14)
            control.quit();
    };
    QCOMPARE(m_rig->go(*m_ledger, control).state, RunState::Interrupted);
    m_rig->onRequest = {};
    QDir folder(m_ledger->folder());
    const QStringList parts = folder.entryList({ u"part-*"_s });
    QVERIFY(!parts.isEmpty());
    for (const QString &part : parts)
        QVERIFY(folder.remove(part));
    QCOMPARE(goOn().state, RunState::Finished);
    QCOMPARE(m_rig->wrong(*m_ledger), QString());
    QCOMPARE(folder.entryList({ u"part-*"_s }), QStringList());
}

void TestFlowFaults::sourceThatIsGoneOrOtherSendsNothing_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("deleted") << true;
    QTest::newRow("changed") << false;
}

void TestFlowFaults::sourceThatIsGoneOrOtherSendsNothing()
{
    QFETCH(bool, gone);
    QFile source(m_rig->source());
    if (gone) {
        QVERIFY(source.remove());
    } else {
        QVERIFY(source.open(QIODevice::Append));
        source.write("One;More;more@flow.example;\n");
        source.close();
    }
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.error->kind, Error::Kind::BadInput);
    QVERIFY2(end.error->sentence.contains(u"people.csv"_s), qPrintable(end.error->sentence));
    QCOMPARE(end.tally.of(Outcome::NotSent), FlowRig::rows - FlowRig::count(Outcome::LeftOut));
    QCOMPARE(m_rig->requests("POST", u"/jobs/ingest"_s), 0);
    QVERIFY(m_rig->held().isEmpty());
}

void TestFlowFaults::sourceThatChangesInMidRunInterrupts()
{
    m_rig->onRequest = [&](int number) {
        if (number != 2) // the first part is on its way alone; not all others can be made yet
            return;
        QFile source(m_rig->source());
        if (source.open(QIODevice::Append))
            source.write("One;More;more@flow.example;\n");
    };
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.error->kind, Error::Kind::BadInput);
    QVERIFY(end.tally.of(Outcome::NotSent) > 0);
    QCOMPARE(end.tally.of(Outcome::Waiting), 0); // what was sent was followed to its end
    QCOMPARE(m_rig->wrong(*m_ledger, true), QString());
}

QTEST_GUILESS_MAIN(TestFlowFaults)
#include "test_flow_faults.moc"
