#include "app/cli/chosen_run.h"
#include "app/cli/run_progress.h"
#include "app/cli/run_telling.h"
#include "tests/unit/run/ledger_rig.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

using namespace rowlift;
using namespace rowlift::ledger_rig;
using namespace Qt::StringLiterals;

/// What a command says at the end of a run.
class TestRunTelling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesTheWaysToDecide_data();
    void namesTheWaysToDecide();
    void aFileThatChangedIsToBeMended();
    void decidedPartsAskForNothing();
    void deletedRowsAreNotIn();
    void withoutANameWhatWaitsForADecisionIsTaken();

private:
    struct Said {
        int exit = -1;
        QByteArray words;
    };
    void makeRun(Operation operation);
    Said saidAtTheEnd(qint64 waitsForPart) const;

    testing::ToyService m_service { 100'000 };
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
};

void TestRunTelling::init()
{
    m_ledger.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

/// The first part is one that nobody can tell of.
void TestRunTelling::makeRun(Operation operation)
{
    RunPlan plan = ledger_rig::plan(20);
    plan.draft.target.operation = operation;
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
    QVERIFY(m_ledger->addPart(part(1, 1, 10), { .records = records(1, 10) }));
    QVERIFY(m_ledger->move(1, PartState::Unconfirmed));
}

TestRunTelling::Said TestRunTelling::saidAtTheEnd(qint64 waitsForPart) const
{
    RunEnd end;
    end.state = RunState::Interrupted;
    end.error = Error {
        .kind = Error::Kind::BadInput, .sentence = u"Decide first."_s, .detail = {}, .retryAfter = {}
    };
    end.waitsForPart = waitsForPart;
    const QString path = m_folder->filePath(u"said"_s);
    std::fflush(stderr);
    const int before = dup(fileno(stderr));
    if (!std::freopen(path.toLocal8Bit().constData(), "w", stderr))
        qFatal("no room for what is said");
    Said said { .exit = cli::tellEnd(m_ledger->folder(), end, m_service, {}), .words = {} };
    std::fflush(stderr);
    dup2(before, fileno(stderr));
    close(before);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        said.words = file.readAll();
    return said;
}

void TestRunTelling::namesTheWaysToDecide_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("risk");
    QTest::newRow("insert") << Operation::Insert << "twice"_ba;
    QTest::newRow("update") << Operation::Update << "overwritten"_ba;
}

void TestRunTelling::namesTheWaysToDecide()
{
    QFETCH(Operation, operation);
    QFETCH(QByteArray, risk);
    makeRun(operation);
    const Said said = saidAtTheEnd(1);
    QCOMPARE(said.exit, int(cli::Interrupted));
    for (const QByteArray &words : { "rowlift resume run --send-again"_ba, risk,
                                     "rowlift resume run --leave-unknown"_ba, "stay missing"_ba })
        QVERIFY2(said.words.contains(words), said.words.constData());
    QVERIFY2(!said.words.contains("continues"), said.words.constData()); // not by itself
}

void TestRunTelling::aFileThatChangedIsToBeMended()
{
    makeRun(Operation::Insert);
    QCOMPARE(saidAtTheEnd(0).exit, int(cli::CouldNot));
}

void TestRunTelling::decidedPartsAskForNothing()
{
    makeRun(Operation::Insert);
    QVERIFY(m_ledger->giveWord(1, PartEvent::GivenUp));
    const Said said = saidAtTheEnd(0);
    QVERIFY2(!said.words.contains("--send-again"), said.words.constData());
}

void TestRunTelling::deletedRowsAreNotIn()
{
    Tally tally;
    tally.of(Outcome::Deleted) = 12;
    tally.of(Outcome::NotProcessed) = 3;
    const QString sum = cli::sumLine(tally, Operation::Delete);
    QVERIFY2(sum.startsWith(u"12 rows are deleted, 0 failed"_s), qPrintable(sum));
    // Nobody can tell from the number alone why: the rows of a call may have been taken back.
    QVERIFY2(sum.contains(u"3 row(s) were not processed, and are not in."_s), qPrintable(sum));
    QVERIFY(cli::sumLine(tally, Operation::Insert).startsWith(u"12 rows are in,"_s));
    RunSnapshot snapshot;
    snapshot.rows = 20;
    snapshot.tally = tally;
    const QString now = cli::RunProgress::sentence(snapshot, Operation::Delete);
    QVERIFY2(now.startsWith(u"12 of 20 rows are deleted"_s), qPrintable(now));
}

void TestRunTelling::withoutANameWhatWaitsForADecisionIsTaken()
{
    const Folders folders = Folders::below(m_folder->path());
    auto ledger = Ledger::create(folders.runs(), ledger_rig::plan(10), {});
    QVERIFY(ledger);
    QVERIFY((*ledger)->addPart(part(1, 1, 10), { .records = records(1, 10) }));
    QVERIFY((*ledger)->move(1, PartState::Unconfirmed));
    QVERIFY((*ledger)->noteWalkedWhole());
    QVERIFY((*ledger)->noteEnd(RunState::Finished, {}));
    const QString run = (*ledger)->folder();
    ledger->reset();
    const auto chosen = cli::interruptedRun(folders);
    QVERIFY(chosen);
    QCOMPARE(*chosen, run);

    auto again = Ledger::open(run);
    QVERIFY(again);
    QVERIFY((*again)->giveWord(1, PartEvent::GivenUp));
    again->reset();
    QVERIFY(!cli::interruptedRun(folders)); // decided
}

QTEST_GUILESS_MAIN(TestRunTelling)
#include "test_run_telling.moc"
