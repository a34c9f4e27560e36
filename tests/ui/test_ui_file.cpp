#include "tests/ui/file_stage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

Profile profileOf(const QStringList &header)
{
    Profile made;
    made.name = u"Fair leads"_s;
    made.service = u"salesforce"_s;
    made.account = u"practice"_s;
    made.target.object = u"Lead"_s;
    made.header = header;
    return made;
}

} // namespace

class TestUiFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void sampleNeedsNoSetting();
    void titlesHeaderAndBlankRowsAreMarked();
    void fittingProfileIsOffered();
    void startingFreshIsRemembered();
    void goToRowByKeyboard();
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
    const GridSource *rows = stage.grid()->source();
    QCOMPARE(rows->columnCount(), 15);
    QCOMPARE(rows->column(3).title, u"Nachname"_s);
    QCOMPARE(rows->column(4).letter, u"E"_s);
    QCOMPARE(rows->column(4).typeLine, u"e-mail"_s);
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
    QCOMPARE(rows->row(0)->tag, u"title, not imported"_s);
    QVERIFY(rows->row(1)->header && !rows->row(1)->hatched);
    QVERIFY(!rows->row(2)->hatched);
    QCOMPARE(rows->row(2)->number, 3);
    QVERIFY(rows->row(3)->hatched);
    QVERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
}

void TestUiFile::fittingProfileIsOffered()
{
    FileStage stage;
    QVERIFY(saveProfile(profileOf({ u"Name"_s, u"Mail"_s, u"Fax"_s }), stage.bench.bench.folders.profiles));
    QSignalSpy read(&stage.start, &StartDesk::changed);
    stage.start.refresh();
    QVERIFY(read.wait());
    stage.openText("Name,Town,Street\nAnna,Oslo,Main\n"); // any list has names
    QVERIFY(stage.window.notice(u"profile"_s).isEmpty());
    stage.open(stage.bench.write(u"next.csv"_s, "Name,Mail,Fax,Town\nAnna,a@example.com,1,Oslo\n"));
    const QString notice = stage.window.notice(u"profile"_s);
    QVERIFY2(notice.contains("3 column(s) are the same."_L1) && notice.contains("1 new (Town)"_L1),
             qPrintable(notice));
    stage.window.picture(u"file-profile-part"_s);
    QSignalSpy chosen(&stage.page, &FilePage::profileChosen);
    stage.window.click(u"notice.profile.map"_s);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.front().at(1).toBool());
}

void TestUiFile::startingFreshIsRemembered()
{
    FileStage stage;
    QVERIFY(saveProfile(profileOf({ u"Name"_s, u"Mail"_s }), stage.bench.bench.folders.profiles));
    QSignalSpy read(&stage.start, &StartDesk::changed);
    stage.start.refresh();
    QVERIFY(read.wait());
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    const QString notice = stage.window.notice(u"profile"_s);
    QVERIFY2(notice.contains("Fair leads"_L1) && notice.contains("add new records (Lead) to practice"_L1),
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
