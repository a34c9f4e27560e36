#include "app/cli/chosen_run.h"
#include "app/cli/run_progress.h"
#include "app/cli/run_telling.h"
#include "app/run/forgotten_words.h"
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
    void progressCountsRecordsOfSeveralRows();
    void withoutANameWhatWaitsForADecisionIsTaken();
    void whatIsForgottenIsNotAskedForAgain();
    void differencesAreTold();
    void aRunThatNeverBeganIsToldSo_data();
    void aRunThatNeverBeganIsToldSo();
    void aRunOnRecordHasBegun();

private:
    struct Said {
        int exit = -1;
        QByteArray words;
    };
    void makeRun(Operation operation);
    Said saidAtTheEnd(qint64 waitsForPart) const { return saidAtTheEnd(waitsForPart, m_service); }
    Said saidAtTheEnd(qint64 waitsForPart, const Service &service) const;

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

TestRunTelling::Said TestRunTelling::saidAtTheEnd(qint64 waitsForPart, const Service &service) const
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
    Said said { .exit = cli::tellEnd(m_ledger->folder(), end, service, {}), .words = {} };
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
    QVERIFY2(sum.startsWith(u"12 row(s) are deleted, 0 failed"_s), qPrintable(sum));
    // Nobody can tell from the number alone why: the rows of a call may have been taken back.
    QVERIFY2(sum.contains(u"3 row(s) were not processed, and are not in."_s), qPrintable(sum));
    QVERIFY(cli::sumLine(tally, Operation::Insert).startsWith(u"12 row(s) are in,"_s));
    RunSnapshot snapshot;
    snapshot.rows = 20;
    snapshot.tally = tally;
    const QString now = cli::RunProgress::sentence(snapshot, Operation::Delete);
    QVERIFY2(now.startsWith(u"12 of 20 row(s) are deleted"_s), qPrintable(now));
}

void TestRunTelling::progressCountsRecordsOfSeveralRows()
{
    RunSnapshot snapshot;
    snapshot.tally.of(Outcome::Added) = 5;
    snapshot.tally.further[static_cast<std::size_t>(Outcome::Added)] = 3;
    snapshot.tally.of(Outcome::LeftOut) = 4;
    const QJsonObject grouped = cli::RunProgress::json(snapshot, true);
    QCOMPARE(grouped[u"records"_s][u"total"_s].toInt(), 2);
    QVERIFY(!grouped[u"records"_s].toObject().contains(u"leftOut"_s));
    QCOMPARE(grouped[u"rows"_s][u"total"_s].toInt(), 9);
    QVERIFY(!cli::RunProgress::json(snapshot, false).contains(u"records"_s));
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

void TestRunTelling::whatIsForgottenIsNotAskedForAgain()
{
    class Keeping : public testing::ToyService {
    public:
        using ToyService::ToyService;
        std::vector<JobKind> jobKinds() const override
        {
            auto kinds = ToyService::jobKinds();
            for (JobKind &kind : kinds)
                kind.keptDays = 7;
            return kinds;
        }
    };
    const Keeping service(100'000);
    RunPlan plan = ledger_rig::plan(20);
    plan.kind = service.jobKinds().front().id;
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
    for (const qint64 number : { 1, 2 }) {
        QVERIFY(m_ledger->addPart(part(number, number * 10 - 9, 10),
                                  { .records = records(number * 10 - 9, 10) }));
        QVERIFY(m_ledger->move(number, PartState::Unconfirmed, forgottenWords(7)));
    }
    const QByteArray all = saidAtTheEnd(1, service).words;
    QVERIFY2(all.contains("2 part(s): " + forgottenWords(7).toUtf8()), all.constData());
    QVERIFY2(!all.contains("once more"), all.constData());
    QVERIFY2(all.contains("--leave-unknown"), all.constData());
    // Of another one it may still tell.
    QVERIFY(m_ledger->move(2, PartState::Unconfirmed, u"No list was to be had."_s));
    const QByteArray some = saidAtTheEnd(1, service).words;
    QVERIFY2(some.contains("Part 2: No list was to be had."), some.constData());
    QVERIFY2(some.contains("once more"), some.constData());
}

void TestRunTelling::differencesAreTold()
{
    makeRun(Operation::Upsert);
    QVERIFY(m_ledger->addPart(part(2, 11, 10), { .records = records(11, 10) }));
    QVERIFY(m_ledger->move(2, PartState::Collecting, u"The service counts 2 failed row(s), and names 5."_s));
    QVERIFY(!saidAtTheEnd(0).words.contains("counts")); // it is not at its end
    QVERIFY(m_ledger->settle(2, added(11, 10), 0));
    const Said said = saidAtTheEnd(0);
    QVERIFY2(said.words.contains("Part 2: The service counts 2 failed row(s), and names 5."),
             said.words.constData());
    QVERIFY(!said.words.contains("Part 1:")); // of which nothing is known
}

void TestRunTelling::aRunThatNeverBeganIsToldSo_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::newRow("no record yet") << QStringList();
    QTest::newRow("an empty one") << QStringList { u"ledger.sqlite"_s };
    QTest::newRow("nobody's name in the lock") << QStringList { u"lock"_s };
}

void TestRunTelling::aRunThatNeverBeganIsToldSo()
{
    QFETCH(QStringList, files);
    const Folders folders = Folders::below(m_folder->path());
    const QString run = folders.runs() + u"/20261120-093000-abcdef"_s;
    QVERIFY(QDir().mkpath(run));
    for (const QString &name : files)
        QVERIFY(QFile(run + u'/' + name).open(QIODevice::WriteOnly));
    const auto chosen = cli::chosenRun(u"20261120-093000-abcdef"_s, folders);
    QVERIFY(!chosen);
    QVERIFY2(chosen.error().sentence.contains(u"Nothing was sent"_s), qPrintable(chosen.error().sentence));
    QVERIFY(cli::allRuns(folders).empty());
    // The next one that is made tidies it up.
    QVERIFY(Ledger::create(folders.runs(), ledger_rig::plan(10), {}));
    QVERIFY(!QDir(run).exists());
}

void TestRunTelling::aRunOnRecordHasBegun()
{
    const Folders folders = Folders::below(m_folder->path());
    auto ledger = Ledger::create(folders.runs(), ledger_rig::plan(10), {});
    QVERIFY(ledger);
    const QString folder = (*ledger)->folder();
    QVERIFY(cli::chosenRun(u"run"_s, folders)); // while it is under way, its tables in the log alone
    // As a power cut leaves it: the file and its log, and nobody who has it open.
    const QString left = folders.runs() + u"/left"_s;
    QVERIFY(QDir().mkdir(left));
    for (const QString &name : { u"/ledger.sqlite"_s, u"/ledger.sqlite-wal"_s })
        QVERIFY(QFile::copy(folder + name, left + name));
    QCOMPARE(cli::chosenRun(u"left"_s, folders).value_or(QString()), left);
    // Whatever else lies there is somebody's.
    const QString other = folders.runs() + u"/other"_s;
    QVERIFY(QDir().mkdir(other));
    for (const QString &name : { u"/ledger.sqlite"_s, u"/part-1.csv"_s })
        QVERIFY(QFile(other + name).open(QIODevice::WriteOnly));
    QCOMPARE(cli::chosenRun(u"other"_s, folders).value_or(QString()), other);
    ledger->reset();
    QCOMPARE(cli::chosenRun(u"run"_s, folders).value_or(QString()), folder);
    RunPlan next = ledger_rig::plan(10);
    next.id = u"next"_s;
    QVERIFY(Ledger::create(folders.runs(), next, {}));
    QVERIFY(QDir(left).exists() && QDir(other).exists() && QDir(folder).exists());
}

QTEST_GUILESS_MAIN(TestRunTelling)
#include "test_run_telling.moc"
