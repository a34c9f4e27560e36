#include "app/run/ledger.h"
#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/pages/start_page.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// A bench with imports of the past and a page over it.
struct StartStage {
    RunPlan plan(const QString &id, const QString &file, qint64 rows, const QDateTime &started) const
    {
        RunPlan plan;
        plan.id = id;
        plan.draft.file = file;
        plan.draft.service = u"salesforce"_s;
        plan.draft.account = u"practice"_s;
        plan.draft.target = { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };
        plan.account = practiceSalesforceAccount();
        plan.kind = u"bulk-ingest"_s;
        plan.rows = rows;
        plan.started = started;
        return plan;
    }

    /// A ledger in which the first \a in rows are in and the next \a failed were refused.
    std::unique_ptr<Ledger> run(const RunPlan &plan, qint64 in, qint64 failed) const
    {
        auto made = Ledger::create(bench.bench.folders.runs(), plan, {});
        if (!made)
            return {};
        std::vector<qint64> records;
        std::vector<RowOutcome> outcomes;
        for (qint64 record = 1; record <= in + failed; ++record) {
            records.push_back(record);
            RowOutcome outcome { .record = record, .outcome = Outcome::Added, .reason = {}, .recordId = {} };
            if (record > in) {
                outcome.outcome = Outcome::Failed;
                outcome.reason = { .code = u"DUPLICATES_DETECTED"_s,
                                   .field = {},
                                   .text = u"Use one of these records?"_s };
            }
            outcomes.push_back(outcome);
        }
        PartRecord part;
        part.rows = in + failed;
        part.firstRecord = 1;
        part.lastRecord = in + failed;
        const auto added = (*made)->addPart(part, { .records = records });
        if (!added || !(*made)->adopt(added->number, u"750"_s, PartState::Collecting)
            || !(*made)->settle(added->number, outcomes, 0))
            return {};
        return std::move(*made);
    }

    void saveProfile(const QString &name, const QDateTime &lastUsed) const
    {
        Profile profile;
        profile.name = name;
        profile.service = u"salesforce"_s;
        profile.account = u"practice"_s;
        profile.target.object = u"Contact"_s;
        profile.header = { u"Name"_s };
        profile.lastUsed = lastUsed;
        QVERIFY(rowlift::saveProfile(profile, bench.bench.folders.profiles));
    }

    void enter()
    {
        QSignalSpy changed(&desk, &StartDesk::changed);
        window.enter();
        QVERIFY(changed.wait());
    }

    QTableView *recent() const { return window.find<QTableView>(u"start.recent"_s); }
    QString cell(int row, int column) const
    {
        return recent()->model()->index(row, column).data().toString();
    }

    UiBench bench;
    StartDesk desk { bench.bench };
    StartPage page { desk };
    PageWindow window { page };
};

} // namespace

class TestUiStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void firstStartExplainsItself();
    void chosenFileIsPassedOn();
    void sampleIsOneClickAway();
    void droppedFileIsPassedOn();
    void profilesAreListedLastUsedFirst();
    void recentImportsSayWhatBecameOfThem();
    void interruptedImportCanGoOn();
    void changedFileOfAnInterruptedImportIsSaid();
    void importOfAnotherWindowIsWatched();
    void importOfAnotherWindowIsLookedAtAgain();
    void continueIsTheFirstDecision();
    void interruptedImportIsGivenUpAfterAQuestion();
    void importThatMayBeOutIsNotGivenUpBlindly();
    void pauseAfterTheFirstPartIsSaid();
    void oldInterruptedImportIsNotForgotten();
    void rowsAreCalledWhatTheyAre();
};

void TestUiStart::firstStartExplainsItself()
{
    StartStage stage;
    stage.enter();
    QVERIFY(!stage.recent()->isVisible());
    QVERIFY(!stage.window.find<QListView>(u"start.profiles"_s)->isVisible());
    QVERIFY(!stage.window.find<QWidget>(u"start.resume"_s)->isVisible());
    const auto labels = stage.page.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains("Nothing is sent until you say so."_L1);
    }));
    QCOMPARE(QApplication::focusWidget(), stage.window.find<QWidget>(u"start.choose"_s));
    stage.window.picture(u"start-first"_s);
}

void TestUiStart::chosenFileIsPassedOn()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    StartStage stage;
    stage.enter();
    const QString path = stage.bench.write(u"people.csv"_s, "Name\nAnna\n");
    QSignalSpy chosen(&stage.page, &StartPage::fileChosen);
    stage.window.click(u"start.choose"_s);
    auto *dialog = stage.page.findChild<QFileDialog *>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), path);
}

void TestUiStart::sampleIsOneClickAway()
{
    StartStage stage;
    stage.enter();
    QSignalSpy wanted(&stage.page, &StartPage::sampleWanted);
    stage.window.click(u"start.sample"_s);
    QCOMPARE(wanted.size(), 1);
}

void TestUiStart::droppedFileIsPassedOn()
{
    StartStage stage;
    stage.enter();
    auto *zone = stage.window.find<QWidget>(u"start.drop"_s);
    QMimeData carried;
    carried.setUrls({ QUrl::fromLocalFile(u"/data/spring-fair.csv"_s) });
    QDragEnterEvent enter(zone->rect().center(), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zone, &enter);
    QVERIFY(enter.isAccepted());
    const auto labels = zone->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text() == "Drop to open spring-fair.csv"_L1; }));
    stage.window.picture(u"start-drop"_s);
    QSignalSpy chosen(&stage.page, &StartPage::fileChosen);
    QDropEvent drop(zone->rect().center(), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zone, &drop);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"/data/spring-fair.csv"_s);
}

void TestUiStart::profilesAreListedLastUsedFirst()
{
    StartStage stage;
    const QDateTime now = stage.bench.clock.now();
    stage.saveProfile(u"Newsletter list"_s, now.addDays(-40));
    stage.saveProfile(u"Fair leads"_s, now.addDays(-1));
    stage.enter();
    auto *list = stage.window.find<QListView>(u"start.profiles"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Fair leads"_s);
    QSignalSpy chosen(&stage.page, &StartPage::profileChosen);
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<Profile>().name, u"Newsletter list"_s);
}

void TestUiStart::recentImportsSayWhatBecameOfThem()
{
    StartStage stage;
    const QDateTime now = stage.bench.clock.now();
    const QString there = stage.bench.write(u"spring-fair.csv"_s, "Name\nAnna\n");
    auto older
        = stage.run(stage.plan(u"2026-03-01T100000"_s, u"/gone/optouts.csv"_s, 12, now.addDays(-30)), 12, 0);
    QVERIFY(older && older->noteEnd(RunState::Finished, {}));
    auto newer = stage.run(stage.plan(u"2026-03-02T100000"_s, there, 9'963, now.addSecs(-60)), 9'926, 37);
    QVERIFY(newer && newer->noteEnd(RunState::Finished, {}));
    const QString folder = newer->folder();
    older.reset();
    newer.reset();
    stage.saveProfile(u"Fair leads"_s, now.addDays(-1));
    stage.saveProfile(u"Newsletter list"_s, {});
    stage.enter();

    QTRY_VERIFY(stage.recent()->isVisible());
    QCOMPARE(stage.recent()->model()->rowCount(), 2);
    QCOMPARE(stage.cell(0, 1), u"spring-fair.csv"_s);
    QCOMPARE(stage.cell(0, 2), u"Contact, practice (Practice)"_s);
    QVERIFY2(stage.cell(0, 3).contains("37 failed"_L1), qPrintable(stage.cell(0, 3)));
    QCOMPARE(stage.cell(1, 1), u"optouts.csv — File not found"_s);
    QSignalSpy wanted(&stage.page, &StartPage::runWanted);
    stage.recent()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(stage.recent(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), folder);
    stage.window.picture(u"start-used"_s);
}

void TestUiStart::interruptedImportCanGoOn()
{
    StartStage stage;
    const auto plan = stage.plan(u"2026-03-02T100000"_s, u"/gone/customers-q4.csv"_s, 100'000,
                                 stage.bench.clock.now().addDays(-1));
    auto left = stage.run(plan, 612, 0);
    QVERIFY(left);
    const QString folder = left->folder();
    left.reset();
    stage.enter();
    const QString notice = stage.window.notice(u"resume"_s);
    QVERIFY2(notice.contains("customers-q4.csv"_L1) && notice.contains("612 of 100"_L1), qPrintable(notice));
    QVERIFY2(notice.contains("The file is not where it was"_L1), qPrintable(notice));
    QSignalSpy opens(&stage.page, &StartPage::runWanted);
    stage.window.click(u"notice.resume.open"_s);
    QCOMPARE(opens.size(), 1);
    QCOMPARE(opens.front().front().toString(), folder);
    stage.window.picture(u"start-interrupted"_s);
}

void TestUiStart::changedFileOfAnInterruptedImportIsSaid()
{
    StartStage stage;
    const QString file = stage.bench.write(u"q4.csv"_s, "Name\nAnna\n");
    auto plan = stage.plan(u"2026-03-02T100000"_s, file, 100, stage.bench.clock.now());
    plan.draft.stamp = FileStamp::of(file);
    QVERIFY(stage.run(plan, 10, 0));
    stage.enter();
    QVERIFY(!stage.window.notice(u"resume"_s).contains("changed"_L1));
    QVERIFY(!stage.bench.write(u"q4.csv"_s, "Name\nAnna\nBert\n").isEmpty());
    stage.desk.refresh();
    QTRY_VERIFY(stage.window.notice(u"resume"_s).contains("The file has changed since"_L1));
}

void TestUiStart::importOfAnotherWindowIsWatched()
{
    StartStage stage;
    const auto running = stage.run(
        stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()), 10, 0);
    QVERIFY(running); // and stays open
    stage.enter();
    QVERIFY(stage.window.notice(u"resume"_s).contains("another window"_L1));
    QVERIFY(!stage.window.find<QPushButton>(u"notice.resume.open"_s));
    QSignalSpy opens(&stage.page, &StartPage::runWanted);
    stage.window.click(u"notice.resume.watch"_s);
    QCOMPARE(opens.size(), 1);
}

void TestUiStart::importOfAnotherWindowIsLookedAtAgain()
{
    StartStage stage;
    auto running = stage.run(
        stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()), 10, 0);
    QVERIFY(running);
    stage.enter();
    QVERIFY(stage.window.notice(u"resume"_s).contains("another window"_L1));
    running.reset();
    QTRY_VERIFY(stage.window.notice(u"resume"_s).contains("Interrupted"_L1)); // by itself
    QVERIFY(stage.window.find<QPushButton>(u"notice.resume.open"_s));
}

void TestUiStart::continueIsTheFirstDecision()
{
    StartStage stage;
    QVERIFY(stage.run(stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()), 10,
                      0));
    stage.enter();
    auto *button = stage.window.find<QPushButton>(u"notice.resume.open"_s);
    QVERIFY(button);
    QCOMPARE(button->text(), u"Continue"_s);
    QCOMPARE(stage.page.firstDecision(), button);
}

void TestUiStart::interruptedImportIsGivenUpAfterAQuestion()
{
    StartStage stage;
    auto left = stage.run(stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()),
                          10, 0);
    QVERIFY(left);
    const QString folder = left->folder();
    left.reset();
    stage.enter();
    const auto isOpen = [&folder] { return *(*LedgerReader::open(folder))->end() == RunState::Interrupted; };
    stage.window.click(u"notice.resume.askToGiveUp"_s);
    QTRY_VERIFY(stage.window.notice(u"resume"_s).contains("10 row"_L1));
    QVERIFY(stage.window.notice(u"resume"_s).contains("90 row"_L1));
    QCOMPARE(QApplication::focusWidget(), stage.window.find<QWidget>(u"notice.resume.keep"_s));
    stage.window.click(u"notice.resume.keep"_s);
    QTRY_VERIFY(stage.window.notice(u"resume"_s).contains("Interrupted"_L1));
    QVERIFY(isOpen());
    stage.window.click(u"notice.resume.askToGiveUp"_s);
    QTRY_VERIFY(stage.window.notice(u"resume"_s).contains("10 row"_L1));
    stage.window.click(u"notice.resume.giveUp"_s);
    QTRY_VERIFY(!stage.window.find<QWidget>(u"start.resume"_s)->isVisible());
    const auto reader = LedgerReader::open(folder);
    QVERIFY(reader);
    QCOMPARE(*(*reader)->end(), RunState::Stopped);
    QCOMPARE((*reader)->tally()->of(Outcome::NotSent), 90);
    QVERIFY2(stage.cell(0, 3).contains("Stopped: 10 of 100"_L1), qPrintable(stage.cell(0, 3)));
}

void TestUiStart::importThatMayBeOutIsNotGivenUpBlindly()
{
    StartStage stage;
    auto left = stage.run(stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()),
                          10, 0);
    QVERIFY(left);
    PartRecord part;
    part.rows = 1;
    part.firstRecord = part.lastRecord = 11;
    const auto added = left->addPart(part, { .records = { 11 } });
    QVERIFY(added && left->adopt(added->number, u"751"_s, PartState::Remote));
    left.reset();
    stage.enter();
    QVERIFY(stage.window.find<QPushButton>(u"notice.resume.open"_s));
    QVERIFY(!stage.window.find<QPushButton>(u"notice.resume.askToGiveUp"_s));
}

void TestUiStart::pauseAfterTheFirstPartIsSaid()
{
    StartStage stage;
    auto left = stage.run(stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 100, stage.bench.clock.now()),
                          4, 6);
    QVERIFY(left && left->noteBraked());
    left.reset();
    stage.enter();
    QVERIFY(stage.window.notice(u"resume"_s).contains("too many rows of its first part failed"_L1));
}

void TestUiStart::oldInterruptedImportIsNotForgotten()
{
    StartStage stage;
    const QDateTime now = stage.bench.clock.now();
    QVERIFY(stage.run(stage.plan(u"2026-03-01T100000"_s, u"/gone/old.csv"_s, 100, now.addDays(-9)), 10, 0));
    for (int at = 0; at < 11; ++at) {
        const auto newer = stage.run(
            stage.plan(u"2026-03-02T1000%1"_s.arg(at, 2, 10, QChar(u'0')), u"/gone/new.csv"_s, 10, now), 10,
            0);
        QVERIFY(newer && newer->noteEnd(RunState::Finished, {}));
    }
    stage.enter();
    QVERIFY(stage.window.notice(u"resume"_s).contains("old.csv"_L1));
    QCOMPARE(stage.recent()->model()->rowCount(), 11); // the ten newest, and this one
}

void TestUiStart::rowsAreCalledWhatTheyAre()
{
    StartStage stage;
    auto run
        = Ledger::create(stage.bench.bench.folders.runs(),
                         stage.plan(u"2026-03-02T100000"_s, u"/gone/q4.csv"_s, 6, stage.bench.clock.now()),
                         { { .record = 1, .outcome = Outcome::LeftOut, .reason = {}, .recordId = {} } });
    QVERIFY(run);
    PartRecord part;
    part.rows = 5;
    part.firstRecord = 2;
    part.lastRecord = 6;
    const auto added = (*run)->addPart(part, { .records = { 2, 3, 4, 5, 6 } });
    QVERIFY(added && (*run)->adopt(added->number, u"750"_s, PartState::Collecting));
    std::vector<RowOutcome> outcomes;
    for (const auto &[record, outcome] :
         { std::pair(2, Outcome::Added), std::pair(3, Outcome::Added), std::pair(4, Outcome::Failed),
           std::pair(5, Outcome::NotProcessed) })
        outcomes.push_back({ .record = record, .outcome = outcome, .reason = {}, .recordId = {} });
    QVERIFY((*run)->settle(added->number, outcomes, 0)); // of the sixth nobody can tell
    QVERIFY((*run)->noteEnd(RunState::Finished, {}));
    run->reset();
    stage.enter();
    QCOMPARE(stage.cell(0, 3), u"2 in · 1 failed · 1 unknown · 1 not in · 1 left out"_s);
}

QTEST_MAIN(TestUiStart)
#include "test_ui_start.moc"
