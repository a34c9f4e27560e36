#include "app/run/ledger_reader.h"
#include "tests/survive/child.h"
#include "tests/survive/client.h"

#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

/// A second process on the same run, while the first one is at work.
class TestTwoWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondOnlyWatches();
};

void TestTwoWindows::theSecondOnlyWatches()
{
    OwnServer server;
    const QTemporaryDir folder;
    const Material material(loadingNamed(u"bulk insert"), 60);
    Client client(server.farEnd(), {});
    auto ledger = client.begin(loadingNamed(u"bulk insert"), material, folder.path());
    const QString run = ledger->folder();
    ChildEnd second;
    qsizetype requestsOfTheSecond = -1;
    Tally seen;
    client.onRequest = [&](int number, const HttpRequest &) {
        if (number != 6)
            return true;
        const qsizetype before = server.farEnd().requests().size();
        second = runChild(server.farEnd(), { { u"run"_s, run } });
        requestsOfTheSecond = server.farEnd().requests().size() - before;
        if (auto watching = LedgerReader::open(run))
            seen = (*watching)->tally().value_or(Tally());
        return true;
    };
    RunControl control;
    const RunEnd end = client.go(*ledger, control);
    QVERIFY2(second.said[u"sentence"].toString().contains(u"another window"_s),
             qPrintable(second.said[u"sentence"].toString()));
    QVERIFY(requestsOfTheSecond >= 0 && requestsOfTheSecond <= 2); // the first one's other lane
    QCOMPARE(seen.total(), material.rows());
    QCOMPARE(end.state, RunState::Finished);
    ledger.reset();
    QCOMPARE(judge(material, run, server.farEnd()).complaint, QString());
    // Once the first one has ended, another process may go on with it.
    const ChildEnd third = runChild(server.farEnd(), { { u"run"_s, run } });
    QCOMPARE(third.said[u"state"].toString(), u"finished"_s);
    QCOMPARE(judge(material, run, server.farEnd()).complaint, QString());
}

QTEST_GUILESS_MAIN(TestTwoWindows)
#include "test_two_windows.moc"
