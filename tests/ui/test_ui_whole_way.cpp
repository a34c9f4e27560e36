#include "tests/support/practice_account.h"
#include "ui/desk/bench.h"
#include "ui/grid/grid.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QtTest>

#include "translations/translations.h"

using namespace rowlift;
using namespace Qt::StringLiterals;

/// One window from the first page to the last and back, by the names of its widgets, against the practice
/// server over real sockets.
class TestUiWholeWay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void messyFileGoesAllTheWay();
    void importedBeforeStandsAboveTheButton();
    void profileMakesTheNextImportShort();
    void profileOfAColleagueAsksWhichAccount();
    void phonesByEmailAndThenDeleted();
    void keyboardAloneGoesAllTheWay();
    void nothingIsSentBeforeTheWord();
    void unreadableFileIsSaidAndLosesNothing_data();
    void unreadableFileIsSaidAndLosesNothing();
    void brakeLeadsBackToCheck();
    void closingDuringARunAsks();
    void focusGoesOnToWhatIsOpen();
    void focusStaysWhereThePersonPutIt();
    void tabVisitsWhatTheAccountBrought();

private:
    template <typename Widget>
    Widget *find(const QString &name)
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (!found)
            qWarning() << "there is no" << name;
        return found;
    }
    void click(const QString &name);
    bool at(ui::Step step) const { return m_window->step() == step; }
    QString heading() { return find<QLabel>(u"page.heading.title"_s)->text(); }
    QString write(const QString &name, const QByteArray &bytes);
    void chooseContacts();
    void throughToCheck(const QString &path);
    qint64 stored() { return m_practice->records(u"Contact"_s).size(); }

    std::unique_ptr<testing::PracticeAccount> m_practice;
    std::unique_ptr<QTemporaryDir> m_home;
    SystemClock m_clock;
    AccountBook m_book { QString() };
    std::unique_ptr<ui::AccountDesk> m_accounts;
    std::unique_ptr<ui::Bench> m_bench;
    std::unique_ptr<ui::MainWindow> m_window;
};

namespace {

constexpr int patience = 20'000;

QByteArray messyFile(const QByteArray &tag)
{
    return "Spring fair;;\r\n;;\r\nNachname;E-Mail;Bemerkung\r\nM\xFCller;" + tag
        + "1@example.com;\"two\r\nlines; and \"\"quotes\"\"\"\r\n" + ";" + tag
        + "2@example.com;nobody\r\nStone;" + tag + "..3@example.com;dots\r\n;;\r\n\xD8ster;" + tag
        + "4@example.org;fine";
}

} // namespace

void TestUiWholeWay::initTestCase()
{
    installTranslations(*qApp, QLocale(QLocale::English)); // for the plurals
    ui::installStyle(*qApp, ui::ThemeChoice::Light);
    m_practice = std::make_unique<testing::PracticeAccount>();
}

void TestUiWholeWay::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    const auto open = [this](const Account &) { return m_practice->session(); };
    m_accounts = std::make_unique<ui::AccountDesk>(
        ui::AccountDesk::Tools { .book = m_book,
                                 .secrets = {}, // a practice account has none
                                 .openSession = open,
                                 .openTrial = {} },
        std::vector { m_practice->account() });
    m_bench = std::make_unique<ui::Bench>(
        ui::Bench { .services = m_practice->services(),
                    .folders = Folders::below(m_home->path()),
                    .clock = m_clock,
                    .openSession = open,
                    .accounts = *m_accounts,
                    .sampleFile = QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv") });
    m_window = std::make_unique<ui::MainWindow>(*m_bench);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUiWholeWay::cleanup()
{
    m_window.reset();
}

void TestUiWholeWay::click(const QString &name)
{
    auto *button = find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible(), qPrintable(name));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    button
        ->click(); // what has just been shown is laid out a turn later: a place to click on would be a guess
}

QString TestUiWholeWay::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_home->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestUiWholeWay::chooseContacts()
{
    QTRY_VERIFY(at(ui::Step::Where));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"where.object.Contact"_s), patience);
    click(u"where.object.Contact"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::Ready,
                             patience);
    QVERIFY2(!find<QPushButton>(u"shell.primary"_s)->isEnabled(),
             "what should happen is the person's decision");
    click(u"where.action.add"_s);
}

void TestUiWholeWay::throughToCheck(const QString &path)
{
    m_window->openFile(path);
    QTRY_VERIFY(at(ui::Step::File));
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Where));
    if (m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::NoAccount)
        m_window->desks().place.chooseAccount(u"practice"_s);
    chooseContacts();
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Map));
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.snapshot().state == ui::CheckDesk::State::Checked,
                             patience);
}

void TestUiWholeWay::messyFileGoesAllTheWay()
{
    const qint64 before = stored();
    throughToCheck(write(u"messy.csv"_s, messyFile("way")));
    QVERIFY2(heading().contains(u'1'), qPrintable(heading())); // one row without a last name
    QVERIFY(find<QPushButton>(u"shell.primary"_s)->text().contains(u'3'));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    const auto &results = m_window->desks().run.snapshot().results;
    QCOMPARE(results.plan.rows, 4);
    QCOMPARE(results.tally.of(Outcome::Added), 2);
    QCOMPARE(results.tally.of(Outcome::Failed), 1);
    QCOMPARE(results.tally.of(Outcome::LeftOut), 1);
    QTRY_VERIFY_WITH_TIMEOUT(results.sumChecked, patience);
    QVERIFY(results.addsUp);
    QCOMPARE(heading(), u"2 rows are in, 1 failed"_s);
    QCOMPARE(stored() - before, 2);

    // The failed row stands at its place in the spreadsheet, with its reason.
    auto *grid = find<ui::Grid>(u"results.grid"_s);
    QTRY_COMPARE_WITH_TIMEOUT(grid->source()->rowCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(grid->source()->row(0), patience);
    const ui::GridRow failed = *grid->source()->row(0);
    QCOMPARE(failed.number, 6);
    QCOMPARE(failed.cells.value(2), u"dots"_s);
    QCOMPARE(failed.cellMarks.size(), 1U);
    QCOMPARE(failed.cellMarks.front().column, 1);
    QVERIFY(!failed.note.isEmpty());
    QCOMPARE(find<QListWidget>(u"results.reasons"_s)->count(), 2);
    QVERIFY(find<QAction>(u"results.save.0"_s)->isVisible());

    // And the report holds it with all its columns.
    QSignalSpy saved(&m_window->desks().run, &ui::RunDesk::reportSaved);
    m_window->desks().run.saveReport(ReportKind::Failed, m_home->filePath(u"failed.csv"_s));
    QVERIFY(saved.wait(patience));
    QFile report(m_home->filePath(u"failed.csv"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    QVERIFY(text.startsWith("\xEF\xBB\xBFNachname;E-Mail;Bemerkung;"));
    QVERIFY(text.contains("Stone;way..3@example.com;dots;6;"));

    // Back where it was sent from, it is said that it was.
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(at(ui::Step::Check));
    click(u"notice.again.results"_s);
    QVERIFY(at(ui::Step::Import));
}

/// Rows that are in are not sent again by a key that was meant for the next step.
void TestUiWholeWay::importedBeforeStandsAboveTheButton()
{
    throughToCheck(write(u"monday.csv"_s, messyFile("day")));
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"notice.again.earlier"_s));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    const QString folder = m_window->desks().run.snapshot().results.folder;
    m_window->openFile(write(u"tuesday.csv"_s, messyFile("day")));
    for (const ui::Step step : { ui::Step::File, ui::Step::Where, ui::Step::Map }) {
        QTRY_VERIFY(at(step));
        click(u"shell.primary"_s);
    }
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"notice.again.earlier"_s), patience);
    QTRY_COMPARE(QApplication::focusWidget(), find<QWidget>(u"notice.again.earlier"_s));
    QVERIFY(find<QPushButton>(u"shell.primary"_s)->isEnabled()); // it never blocks
    click(u"notice.again.earlier"_s);
    QTRY_VERIFY(at(ui::Step::Import));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->desks().run.snapshot().results.folder, folder, patience);
}

void TestUiWholeWay::profileMakesTheNextImportShort()
{
    const qint64 before = stored();
    throughToCheck(write(u"first.csv"_s, messyFile("one")));
    QVERIFY(m_window->desks().map.saveProfile(u"Fair"_s));
    m_window->openFile(write(u"second.csv"_s, messyFile("two")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"notice.profile.use"_s), patience);
    click(u"notice.profile.use"_s);
    QTRY_VERIFY_WITH_TIMEOUT(at(ui::Step::Check), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.snapshot().state == ui::CheckDesk::State::Checked,
                             patience);
    QCOMPARE(stored(), before); // nothing without the second click
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    QCOMPARE(stored() - before, 2);
}

void TestUiWholeWay::profileOfAColleagueAsksWhichAccount()
{
    throughToCheck(write(u"first.csv"_s, messyFile("mate")));
    Profile profile = m_window->desks().map.currentProfile(u"Mate"_s);
    profile.account = u"Acme of a colleague"_s;
    QVERIFY(saveProfile(profile, m_bench->folders.profiles));
    m_window->desks().start.refresh();
    m_window->desks().place.chooseNone();
    m_window->openFile(write(u"second.csv"_s, messyFile("mat2")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"notice.profile.use"_s), patience);
    click(u"notice.profile.use"_s);
    QTRY_VERIFY_WITH_TIMEOUT(at(ui::Step::Where), patience);
    QCOMPARE(heading(), u"Which account?"_s);
    auto *account = find<ui::SearchableCombo>(u"where.account"_s);
    QTRY_VERIFY(account->hasFocus());
    // One answer, and everything else is as the profile says.
    QTest::keyClick(account, Qt::Key_Return);
    QTest::keyClick(account->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(at(ui::Step::Check), patience);
}

/// What marketers do most, and what they fear most.
void TestUiWholeWay::phonesByEmailAndThenDeleted()
{
    throughToCheck(
        write(u"people.csv"_s, "Nachname;E-Mail\r\nStone;upd1@example.com\r\nWood;upd2@example.com\r\n"));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    const qint64 before = stored();

    m_window->openFile(write(u"phones.csv"_s,
                             "E-Mail;Phone\r\nUPD1@example.com;+49 30 4711\r\n"
                             "nobody-upd@example.com;+49 30 4712\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().counted, patience);
    click(u"shell.primary"_s);
    click(u"where.action.update"_s);
    QCOMPARE(m_window->desks().place.snapshot().target().keyField, u"Email"_s);
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Map));
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.complete(), patience);
    QCOMPARE(m_window->desks().check.snapshot().ready(), 1);
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    const auto &updated = m_window->desks().run.snapshot().results;
    QCOMPARE(updated.tally.of(Outcome::Updated), 1);
    QCOMPARE(updated.tally.of(Outcome::LeftOut), 1);
    QCOMPARE(stored(), before);
    QString id;
    for (const QJsonObject &record : m_practice->records(u"Contact"_s)) {
        if (record["Email"_L1].toString() != u"upd1@example.com")
            continue;
        id = record["Id"_L1].toString();
        QCOMPARE(record["Phone"_L1].toString(), u"+49 30 4711"_s);
    }
    QVERIFY(!id.isEmpty());

    m_window->openFile(write(u"gone.csv"_s, "Id;Why\r\n" + id.toUtf8() + ";left\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().counted, patience);
    click(u"shell.primary"_s);
    click(u"where.action.delete"_s);
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.complete(), patience);
    QVERIFY(!find<QPushButton>(u"shell.primary"_s)->isEnabled());
    QTest::keyClicks(find<QLineEdit>(u"check.confirmNumber"_s), u"1"_s);
    QVERIFY(find<QPushButton>(u"shell.primary"_s)->text().startsWith("Delete 1 record"_L1));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    QCOMPARE(m_window->desks().run.snapshot().results.tally.of(Outcome::Deleted), 1);
    QCOMPARE(stored(), before - 1);
}

void TestUiWholeWay::keyboardAloneGoesAllTheWay()
{
    m_window->openFile(write(u"keys.csv"_s, messyFile("key")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().counted, patience);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(at(ui::Step::Where));
    if (m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::NoAccount)
        m_window->desks().place.chooseAccount(u"practice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"where.object.Contact"_s), patience);
    auto *contact = find<QAbstractButton>(u"where.object.Contact"_s);
    contact->setFocus();
    QTest::keyClick(contact, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"where.action.add"_s), patience);
    auto *insert = find<QAbstractButton>(u"where.action.add"_s);
    QTRY_VERIFY_WITH_TIMEOUT(insert->isVisible() && insert->isEnabled(), patience);
    insert->setFocus();
    QTest::keyClick(insert, Qt::Key_Space);
    QTRY_VERIFY(find<QPushButton>(u"shell.primary"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(at(ui::Step::Map));
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"shell.primary"_s)->isEnabled(), patience);
    // Where the primary sends, the keys only bring it into focus.
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(at(ui::Step::Check));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(at(ui::Step::Check));
    auto *primary = find<QPushButton>(u"shell.primary"_s);
    QTRY_VERIFY(primary->hasFocus());
    QTest::keyClick(primary, Qt::Key_Space);
    QTRY_VERIFY(at(ui::Step::Import));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
}

void TestUiWholeWay::nothingIsSentBeforeTheWord()
{
    m_practice->admin("POST", u"reset"_s);
    throughToCheck(write(u"quiet.csv"_s, messyFile("quiet")));
    for (const QByteArray &line : m_practice->admin("GET", u"requests"_s).split('\n'))
        QVERIFY2(!line.contains("/jobs/ingest"), line.constData());
}

void TestUiWholeWay::unreadableFileIsSaidAndLosesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("exists");
    QTest::addColumn<QString>("focus");
    const QString another = u"file.change"_s;
    QTest::newRow("empty") << QByteArray() << true << another;
    QTest::newRow("header only") << QByteArray("Name;E-Mail\r\n") << true << another;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18) << true << another;
    QTest::newRow("missing") << QByteArray() << false << u"notice.unreadable.again"_s;
}

void TestUiWholeWay::unreadableFileIsSaidAndLosesNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, exists);
    QFETCH(QString, focus);
    const QString path = exists ? write(u"bad.csv"_s, bytes) : u"/nowhere/bad.csv"_s;
    m_window->openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().state == ui::FileDesk::State::Unreadable
                                 || m_window->desks().file.snapshot().counted,
                             patience);
    QVERIFY(!find<QPushButton>(u"shell.primary"_s)->isEnabled());
    const auto labels = m_window->page()->findChildren<QLabel *>();
    const bool said = std::ranges::any_of(
        labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u'.'); });
    QVERIFY(said);
    QTRY_VERIFY(find<QPushButton>(focus)->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(at(ui::Step::File));
    m_window->openFile(write(u"good.csv"_s, messyFile("good"))); // no dead end
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"shell.primary"_s)->isEnabled(), patience);
}

void TestUiWholeWay::brakeLeadsBackToCheck()
{
    const qint64 before = stored();
    QByteArray bytes = "Nachname;E-Mail\r\n";
    for (int row = 1; row <= 6'000; ++row)
        bytes += "Stone;brake.." + QByteArray::number(row) + "@example.com\r\n";
    throughToCheck(write(u"brake.csv"_s, bytes));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"notice.brake.fix"_s), 60'000);
    QVERIFY(m_window->desks().run.snapshot().run.tally.of(Outcome::NotSent) > 0);
    click(u"notice.brake.fix"_s);
    QTRY_VERIFY_WITH_TIMEOUT(at(ui::Step::Check), patience);
    QVERIFY(!m_window->desks().run.running());
    QCOMPARE(stored(), before);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"shell.primary"_s)->isEnabled(), patience);
}

void TestUiWholeWay::closingDuringARunAsks()
{
    throughToCheck(write(u"closing.csv"_s, messyFile("close")));
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Import));
    QVERIFY(m_window->desks().run.running());
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(m_window->findChild<QAbstractButton *>(u"notice.closing.leave"_s));
    QTRY_VERIFY(find<QAbstractButton>(u"notice.closing.keep"_s)->hasFocus());
    click(u"notice.closing.leave"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    const auto runs = QDir(m_home->filePath(u"data/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(runs.size(), 1);
    m_window = std::make_unique<ui::MainWindow>(*m_bench); // it can be continued
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(u"notice.resume.open"_s), patience);
}

void TestUiWholeWay::focusGoesOnToWhatIsOpen()
{
    auto *primary = find<QPushButton>(u"shell.primary"_s);
    m_window->openFile(write(u"fine.csv"_s, "Nachname;E-Mail\r\nStone;focus1@example.com\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(primary->hasFocus(), patience); // when it has been read
    m_window->desks().place.chooseAccount(u"practice"_s);
    QTest::keyClick(primary, Qt::Key_Return);
    QTRY_VERIFY(at(ui::Step::Where));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::ChooseObject,
                             patience);
    QTRY_COMPARE(QApplication::focusWidget()->objectName().section(u'.', 0, 1), u"where.object"_s);
    chooseContacts();
    click(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Map));
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.complete(), patience);
    QTRY_VERIFY(primary->hasFocus()); // nothing to look at

    QVERIFY(m_window->desks().map.saveProfile(u"Focus"_s));
    m_window->openFile(write(u"again.csv"_s, "Nachname;E-Mail\r\nWood;focus2@example.com\r\n"));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"notice.profile.use"_s);
}

void TestUiWholeWay::focusStaysWhereThePersonPutIt()
{
    m_window->openFile(write(u"stay.csv"_s, "Nachname;E-Mail\r\nStone;stay@example.com\r\n"));
    auto *heading = find<QWidget>(u"page.heading"_s);
    QTest::mouseClick(heading, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().counted, patience);
    QVERIFY(find<QPushButton>(u"shell.primary"_s)->isEnabled());
    QVERIFY(heading->hasFocus());
}

void TestUiWholeWay::tabVisitsWhatTheAccountBrought()
{
    m_window->openFile(write(u"tab.csv"_s, "Nachname;E-Mail\r\nStone;tab@example.com\r\n"));
    m_window->desks().place.chooseAccount(u"practice"_s);
    click(u"shell.primary"_s);
    chooseContacts();
    find<QAbstractButton>(u"where.object.Contact"_s)->setFocus();
    QStringList visited;
    for (int presses = 0; presses < 20 && visited.value(visited.size() - 1) != u"shell.primary"_s;
         ++presses) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    const qsizetype action = visited.indexOf(u"where.action.add"_s);
    const qsizetype back = visited.indexOf(u"shell.back"_s);
    QVERIFY2(action >= 0 && action < back, qPrintable(visited.join(u' ')));
    QVERIFY2(!visited.contains(u"shell.rail"_s), qPrintable(visited.join(u' ')));
}

QTEST_MAIN(TestUiWholeWay)
#include "test_ui_whole_way.moc"
