#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/grid/grid.h"
#include "ui/pages/file_page.h"
#include "ui/pages/sentence_combo.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

struct FileStage {
    void open(const QString &path)
    {
        window.enter();
        file.open(path);
        QTRY_VERIFY(file.snapshot().counted || file.snapshot().state == FileDesk::State::Unreadable);
    }
    void openText(const QByteArray &text) { open(bench.write(u"file.csv"_s, text)); }
    void openSample() { open(bench.bench.sampleFile); }

    Grid *grid() const { return window.find<Grid>(u"file.grid"_s); }
    SentenceCombo *combo(const QString &id) const { return window.find<SentenceCombo>(id); }
    /// Chooses from a list as a person would, by the beginning of its entry.
    void choose(const QString &id, const QString &entry) const
    {
        SentenceCombo *list = combo(id);
        const int index = list->findText(entry, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(entry));
        list->setCurrentIndex(index);
        Q_EMIT list->activated(index);
    }
    QString about() const { return window.find<QLabel>(u"file.about"_s)->text(); }
    QStringList facts() const
    {
        QStringList texts;
        for (const QLabel *label : window.find<QWidget>(u"file.facts"_s)->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    Profile profile(const QStringList &header) const
    {
        Profile made;
        made.name = u"Fair leads"_s;
        made.service = u"salesforce"_s;
        made.account = u"practice"_s;
        made.target.object = u"Lead"_s;
        made.header = header;
        return made;
    }

    UiBench bench;
    FileDesk file { bench.bench };
    StartDesk start { bench.bench };
    FilePage page { file, start };
    PageWindow window { page };
};

} // namespace

class TestUiFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void sampleNeedsNoSetting();
    void titlesHeaderAndBlankRowsAreMarked();
    void choicesSayWhatTheyWouldMake();
    void anotherDelimiterIsReadAtOnce();
    void whyUnfoldsAndGoesBackToDetected();
    void factsLeadToTheirRows();
    void atMostThreeFactsAtFirst();
    void fileWithoutRowsCannotGoOn();
    void unreadableFileAsksForAnother();
    void changeOnDiskIsAskedAboutNotRead();
    void fittingProfileIsOffered();
    void startingFreshIsRemembered();
    void goToRowByKeyboard();
    void nextProblemByKeyboard();
    void primaryLeadsOn();
};

void TestUiFile::sampleNeedsNoSetting()
{
    FileStage stage;
    stage.openSample();
    QCOMPARE(stage.combo(u"file.delimiter"_s)->shownText(), u"Semicolon"_s);
    QCOMPARE(stage.combo(u"file.encoding"_s)->shownText(), encodingName("windows-1252"));
    QCOMPARE(stage.combo(u"file.headerRow"_s)->shownText(), u"Header in row 3"_s);
    QVERIFY2(stage.about().contains("2,400 row"_L1) && stage.about().contains("15 column"_L1),
             qPrintable(stage.about()));
    const auto columns = stage.grid()->source()->columns();
    QCOMPARE(columns.size(), 15u);
    QCOMPARE(columns[3].title, u"Nachname"_s);
    QCOMPARE(columns[4].letter, u"E"_s);
    QCOMPARE(columns[4].typeLine, u"e-mail"_s);
    QCOMPARE(stage.grid()->source()->row(3)->cells[3], u"Müller"_s);
    QVERIFY(stage.page.primaryEnabled());
    stage.grid()->setCurrent(4, 3);
    stage.window.picture(u"file-sample"_s);
}

void TestUiFile::titlesHeaderAndBlankRowsAreMarked()
{
    FileStage stage;
    stage.openText("Spring fair;;\nName;Mail;Town\nAnna;a@example.com;Oslo\n\nJan;j@example.org;Bonn\n");
    const GridSource *rows = stage.grid()->source();
    QCOMPARE(rows->rowCount(), 5);
    QVERIFY(rows->row(0)->hatched);
    QCOMPARE(rows->row(0)->tag, u"not imported"_s);
    QVERIFY(rows->row(1)->header && !rows->row(1)->hatched);
    QVERIFY(!rows->row(2)->hatched);
    QCOMPARE(rows->row(2)->number, 3);
    QVERIFY(rows->row(3)->hatched);
    QVERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
}

void TestUiFile::choicesSayWhatTheyWouldMake()
{
    FileStage stage;
    stage.openSample();
    const SentenceCombo *delimiter = stage.combo(u"file.delimiter"_s);
    QVERIFY(delimiter->findText(u"Semicolon — 15 column"_s, Qt::MatchStartsWith) >= 0);
    const SentenceCombo *header = stage.combo(u"file.headerRow"_s);
    QVERIFY(header->findText(u"Header in row 3 — Kundennr., Anrede"_s, Qt::MatchStartsWith) >= 0);
    QVERIFY(header->findText(u"No header"_s, Qt::MatchStartsWith) >= 0);
    QVERIFY(stage.combo(u"file.encoding"_s)->count() > 1);
}

void TestUiFile::anotherDelimiterIsReadAtOnce()
{
    FileStage stage;
    stage.openText("Name;Mail,Note\nAnna;a@example.com,x\nJan;j@example.org,y\n");
    QCOMPARE(stage.combo(u"file.delimiter"_s)->count() > 3, true);
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    QTRY_COMPARE(stage.file.snapshot().look.guess.dialect.delimiter, ',');
    QTRY_COMPARE(stage.grid()->source()->columns().front().title, u"Name;Mail"_s);
    QCOMPARE(stage.combo(u"file.delimiter"_s)->shownText(), u"Comma"_s);
    stage.choose(u"file.headerRow"_s, u"No header"_s);
    QTRY_COMPARE(stage.grid()->source()->columns().front().title, u"Column A"_s);
    QVERIFY(!stage.grid()->source()->row(0)->header);
    QCOMPARE(stage.file.snapshot().look.guess.dialect.delimiter, ',');
}

void TestUiFile::whyUnfoldsAndGoesBackToDetected()
{
    FileStage stage;
    stage.openSample();
    auto *reasons = stage.window.find<QWidget>(u"file.why.reasons"_s);
    QVERIFY(!reasons->isVisible());
    stage.window.click(u"file.why"_s);
    QVERIFY(reasons->isVisible());
    const auto *said = reasons->findChild<QLabel *>();
    QVERIFY2(said->text().contains("Semicolon"_L1), qPrintable(said->text()));
    QVERIFY(!stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    QTRY_VERIFY(stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
    stage.window.picture(u"file-why"_s);
    stage.window.click(u"file.detected"_s);
    QTRY_COMPARE(stage.combo(u"file.delimiter"_s)->shownText(), u"Semicolon"_s);
    QVERIFY(!stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
}

void TestUiFile::factsLeadToTheirRows()
{
    FileStage stage;
    stage.openText(
        "Name,Mail,Town\nAnna,a@example.com,Oslo\nJan,j@example.org,Bonn,extra\nEva,e@example.org,Rome\n");
    QVERIFY(stage.window.find<QWidget>(u"file.facts"_s)->isVisible());
    QVERIFY2(stage.facts().join(u'|').contains("Row 3 has 4 cell"_L1), qPrintable(stage.facts().join(u'|')));
    stage.window.click(u"file.facts.see0"_s);
    QCOMPARE(stage.grid()->currentRow(), 2);
    QCOMPARE(QApplication::focusWidget(), stage.grid());
    const GridRow *row = stage.grid()->source()->row(2);
    QCOMPARE(row->mark, GridMark::HeadsUp);
    QVERIFY(row->note.contains("instead of 3"_L1));
}

void TestUiFile::atMostThreeFactsAtFirst()
{
    FileStage stage;
    QByteArray text = "Name,Mail,Mail,\n\"Anna, Maria\",a@example.com,x,y\n\"Bo, Ida\",b@example.com,x,y\n";
    text += "Jan,j@example.org\n";
    text += QByteArray("Zo\0e,z@example.org,x,y\n", 23);
    text += "Eva,\"e@example.org,x,y\n";
    stage.openText(text);
    const QStringList few = stage.facts();
    QCOMPARE(few.size(), 4); // the title and three
    QVERIFY2(few.front().startsWith("5 thing"_L1), qPrintable(few.join(u'|')));
    QVERIFY2(few[1].contains("never closed"_L1), qPrintable(few[1]));
    stage.window.picture(u"file-facts"_s);
    stage.window.click(u"file.facts.more"_s);
    QCOMPARE(stage.facts().size(), 6);
    QCOMPARE(stage.grid()->source()->columns()[2].mark, GridMark::HeadsUp);
}

void TestUiFile::fileWithoutRowsCannotGoOn()
{
    FileStage stage;
    stage.openText("Name,Mail,Town\n");
    QVERIFY(stage.window.notice(u"noRows"_s).contains("no rows below the header"_L1));
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(!stage.page.primaryReason().isEmpty());
}

void TestUiFile::unreadableFileAsksForAnother()
{
    FileStage stage;
    stage.openText("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
    const QString notice = stage.window.notice(u"unreadable"_s);
    QVERIFY2(notice.contains("PDF"_L1), qPrintable(notice));
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(!stage.window.find<QWidget>(u"file.readAs"_s)->isVisible());
    stage.window.picture(u"file-unreadable"_s);
    QSignalSpy wanted(&stage.page, &FilePage::changeFileWanted);
    stage.window.click(u"notice.unreadable.other"_s);
    QCOMPARE(wanted.size(), 1);
}

void TestUiFile::changeOnDiskIsAskedAboutNotRead()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    QVERIFY(stage.window.notice(u"changed"_s).isEmpty());
    stage.bench.write(u"file.csv"_s, "Name,Mail\nAnna,a@example.com\nJan,j@example.org\n");
    QTRY_VERIFY(!stage.window.notice(u"changed"_s).isEmpty());
    QVERIFY(stage.about().contains("1 row"_L1));
    stage.window.click(u"notice.changed.again"_s);
    QTRY_VERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
    QTRY_VERIFY(stage.window.notice(u"changed"_s).isEmpty());
}

void TestUiFile::fittingProfileIsOffered()
{
    FileStage stage;
    QVERIFY(saveProfile(stage.profile({ u"Name"_s, u"Mail"_s }), stage.bench.bench.folders.profiles));
    QVERIFY(
        saveProfile(stage.profile({ u"Name"_s, u"Mail"_s, u"Fax"_s }), stage.bench.bench.folders.profiles));
    QSignalSpy read(&stage.start, &StartDesk::changed);
    stage.start.refresh();
    QVERIFY(read.wait());
    stage.openText("Name,Mail,Town\nAnna,a@example.com,Oslo\n");
    QVERIFY(stage.window.notice(u"profile"_s).isEmpty());
}

void TestUiFile::startingFreshIsRemembered()
{
    FileStage stage;
    QVERIFY(saveProfile(stage.profile({ u"Name"_s, u"Mail"_s }), stage.bench.bench.folders.profiles));
    QSignalSpy read(&stage.start, &StartDesk::changed);
    stage.start.refresh();
    QVERIFY(read.wait());
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    const QString notice = stage.window.notice(u"profile"_s);
    QVERIFY2(notice.contains("Fair leads"_L1) && notice.contains("add Lead to practice"_L1),
             qPrintable(notice));
    QCOMPARE(stage.page.firstDecision(), stage.window.find<QWidget>(u"notice.profile.use"_s));
    stage.window.picture(u"file-profile"_s);
    QSignalSpy chosen(&stage.page, &FilePage::profileChosen);
    stage.window.click(u"notice.profile.fresh"_s);
    QVERIFY(stage.window.notice(u"profile"_s).isEmpty());
    stage.page.entered();
    QVERIFY(stage.window.notice(u"profile"_s).isEmpty());
    QCOMPARE(chosen.size(), 0);

    stage.open(stage.bench.write(u"next.csv"_s, "Name,Mail\nJan,j@example.org\n"));
    stage.window.click(u"notice.profile.use"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<Profile>().name, u"Fair leads"_s);
}

void TestUiFile::goToRowByKeyboard()
{
    FileStage stage;
    stage.openSample();
    stage.grid()->setFocus();
    QTest::keyClick(stage.grid(), Qt::Key_G, Qt::ControlModifier);
    auto *number = stage.window.find<QLineEdit>(u"file.goToRow.number"_s);
    QVERIFY(number->isVisible() && number->hasFocus());
    QTest::keyClicks(number, u"2,000"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(stage.grid()->currentRow(), 1'999);
    QVERIFY(stage.grid()->hasFocus());
    QTRY_VERIFY(stage.grid()->source()->row(1'999));
    QTest::keyClick(stage.grid(), Qt::Key_G, Qt::ControlModifier);
    QTest::keyClick(number, Qt::Key_Escape);
    QVERIFY(!number->isVisible());
    QVERIFY(stage.window.isVisible());
}

void TestUiFile::nextProblemByKeyboard()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a\nJan,j,extra\nEva,e\nUwe,u,extra\n");
    stage.grid()->setFocus();
    stage.grid()->setCurrent(0, 0);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 2);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 4);
    QTest::keyClick(stage.grid(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(stage.grid()->currentRow(), 2);
}

void TestUiFile::primaryLeadsOn()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    QTest::mouseClick(stage.window.bar()->primary(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Where);
}

QTEST_MAIN(TestUiFile)
#include "test_ui_file.moc"
