#include "tests/ui/map_stage.h"
#include "ui/pages/map_table.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray wideFile(int columns)
{
    QByteArray header = "Last Name";
    QByteArray row = "Smith";
    for (int i = 1; i < columns; ++i) {
        header += ",Question " + QByteArray::number(i);
        row += ",answer " + QByteArray::number(i);
    }
    return header + "\n" + row + "\n";
}

} // namespace

class TestUiMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void saysWhatIsMappedAndWhy();
    void asksWhichComesFirstWhenNothingTells();
    void namesTheRowThatDecidesTheDates();
    void missingFieldIsNamedAndCanBeGivenAColumn();
    void takenFieldMovesAndThePersonHearsIt();
    void deleteTakesTheFieldAway();
    void arrowsWalkTheRows();
    void f8FindsWhatNeedsALook();
    void searchFiltersAndEnterGoesToTheRows();
    void mappedRowStaysWhileItsFilterIsOn();
    void fieldsThatCannotBeSetSayWhy();
    void valuesThatDoNotFitAreCounted();
    void fiveHundredColumnsMakeFewRows();
    void savesAProfileByName();
    void tellsHowAProfileFits();
    void saysWhenEverythingFits();
    void stepsThroughSampleRows();
    void narrowAndLargeStillShowsAll();
};

void TestUiMap::saysWhatIsMappedAndWhy()
{
    MapStage stage;
    stage.openSample();
    QCOMPARE(stage.page.heading(), u"Map your columns to Contact fields"_s);
    const auto &map = stage.map.snapshot();
    QVERIFY(stage.page.subline().startsWith(
        u"%1 of %2 mapped"_s.arg(map.mapping.mapped()).arg(map.columns.size())));
    const int email = stage.column(u"E-Mail"_s);
    QCOMPARE(stage.combo(email)->shownText(), u"Email"_s);
    const QString spoken = stage.row(email)->accessibleName();
    QVERIFY2(spoken.startsWith(u"Column E, E-Mail, sample "_s), qPrintable(spoken));
    QVERIFY2(spoken.contains(becauseText(stage.mapping(email).because)), qPrintable(spoken));
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.page.primaryReason().isEmpty());
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.page.primary();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<ui::Step>(), ui::Step::Check);
    takePicture(stage.page, u"map"_s);
}

void TestUiMap::asksWhichComesFirstWhenNothingTells()
{
    MapStage stage;
    stage.openText("Last name,Birthdate\nSmith,03/04/1988\nJones,05/06/1979\n");
    QCOMPARE(stage.mapping(1).field, u"Birthdate"_s);
    auto *dayFirst = stage.page.findChild<QAbstractButton *>(u"map.dayFirst.1"_s);
    auto *monthFirst = stage.page.findChild<QAbstractButton *>(u"map.monthFirst.1"_s);
    QVERIFY(dayFirst && monthFirst && dayFirst->isVisible());
    QVERIFY(!dayFirst->isChecked() && !monthFirst->isChecked());
    QCOMPARE(stage.row(1)->look().result, u"Day or month first?"_s);
    takePicture(stage.page, u"map-dates"_s);

    QTest::mouseClick(monthFirst, Qt::LeftButton);
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::MonthFirst);
    QVERIFY(monthFirst->isChecked());
    QCOMPARE(stage.row(1)->look().sent, u"1988-03-04"_s);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMap::namesTheRowThatDecidesTheDates()
{
    MapStage stage;
    stage.openText("Last name,Birthdate\nSmith,03/04/1988\nJones,31/12/1979\n");
    QVERIFY(!stage.page.findChild<QAbstractButton *>(u"map.dayFirst.1"_s)); // nothing to ask
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::DayFirst);
    QCOMPARE(stage.row(1)->look().reason, u"“31/12/1979” in row 3 can only be read one way."_s);
}

void TestUiMap::missingFieldIsNamedAndCanBeGivenAColumn()
{
    MapStage stage;
    stage.openText("E-mail,Whatever\na@example.com,Smith\nb@example.com,Jones\n");
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Map Last Name to continue"_s);
    QVERIFY(stage.page.subline().endsWith(u"Last Name still missing"_s));
    auto *needed = stage.page.findChild<SearchableCombo *>(u"map.needed.LastName"_s);
    QVERIFY(needed && needed->isVisible());
    QCOMPARE(stage.page.firstDecision(), needed);
    takePicture(stage.page, u"map-missing"_s);
    chooseByTyping(needed, u"whatever"_s);
    QCOMPARE(stage.mapping(1).field, u"LastName"_s);
    QVERIFY(stage.page.primaryEnabled());
    QCOMPARE(stage.combo(1)->shownText(), u"Last Name"_s);
}

void TestUiMap::takenFieldMovesAndThePersonHearsIt()
{
    MapStage stage;
    stage.openText("Last name,E-mail,Second address\nSmith,a@example.com,b@example.com\n");
    QCOMPARE(stage.mapping(1).field, u"Email"_s);
    QSignalSpy said(&stage.page, &Page::announce);
    chooseByTyping(stage.combo(2), u"Email"_s);
    QCOMPARE(stage.mapping(2).field, u"Email"_s);
    QVERIFY(stage.mapping(1).field.isEmpty());
    QCOMPARE(stage.combo(1)->shownText(), u"Not imported"_s);
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0][0].toString(), u"Email comes from column C now, and no longer from B."_s);
}

void TestUiMap::deleteTakesTheFieldAway()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.combo(1)->setFocus();
    QTest::keyClick(stage.combo(1), Qt::Key_Delete);
    QVERIFY(stage.mapping(1).field.isEmpty());
    QCOMPARE(stage.combo(1)->shownText(), u"Not imported"_s);
    QVERIFY(stage.combo(1)->hasFocus());
}

void TestUiMap::arrowsWalkTheRows()
{
    MapStage stage;
    stage.openSample();
    stage.combo(0)->setFocus();
    QTest::keyClick(stage.combo(0), Qt::Key_Down);
    QVERIFY(stage.combo(1)->hasFocus());
    QVERIFY(!stage.combo(0)->isOpen() && !stage.combo(1)->isOpen());
    QTest::keyClick(stage.combo(1), Qt::Key_Up);
    QVERIFY(stage.combo(0)->hasFocus());
    QTest::keyClick(stage.combo(0), Qt::Key_End);
    const int last = static_cast<int>(stage.map.snapshot().columns.size()) - 1;
    QVERIFY(stage.combo(last)->hasFocus());
    QVERIFY(!stage.combo(last)->visibleRegion().isEmpty());
    QTest::keyClick(stage.combo(last), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(stage.combo(last)->isOpen());
}

void TestUiMap::f8FindsWhatNeedsALook()
{
    MapStage stage;
    stage.openText("Last name,First name,Birthdate,Phone\nSmith,Ann,03/04/1988,1\nJones,Jo,05/06/1979,2\n");
    stage.combo(0)->setFocus();
    QTest::keyClick(stage.combo(0), Qt::Key_F8);
    QVERIFY(stage.combo(2)->hasFocus());
}

void TestUiMap::searchFiltersAndEnterGoesToTheRows()
{
    MapStage stage;
    stage.openSample();
    auto *search = stage.page.findChild<QLineEdit *>(u"map.search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"nachname"_s);
    const int name = stage.column(u"Nachname"_s);
    QCOMPARE(stage.shown(), QList<int> { name });
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(stage.combo(name)->hasFocus());
    search->setText(u"Last Name"_s); // the field's side is searched too
    QVERIFY(stage.shown().contains(name));
    search->setText(u"no such thing"_s);
    QVERIFY(stage.shown().isEmpty());
    search->clear();
    QVERIFY(stage.shown().size() > 3);
}

void TestUiMap::mappedRowStaysWhileItsFilterIsOn()
{
    MapStage stage;
    stage.openText("Last name,Whatever,Nothing\nSmith,x,y\n");
    stage.show(u"Not mapped only"_s);
    QCOMPARE(stage.shown(), (QList<int> { 1, 2 }));
    chooseByTyping(stage.combo(1), u"Department"_s);
    QCOMPARE(stage.mapping(1).field, u"Department"_s);
    QCOMPARE(stage.shown(), (QList<int> { 1, 2 }));
    QVERIFY(stage.combo(1)->hasFocus());
}

void TestUiMap::fieldsThatCannotBeSetSayWhy()
{
    MapStage stage;
    stage.openText("Last name,Whatever\nSmith,x\n");
    stage.combo(1)->setFocus();
    QTest::keyClick(stage.combo(1), Qt::Key_Return);
    const auto *list = stage.combo(1)->findChild<QListView *>(u"choice.rows"_s);
    QString reason;
    QString taken;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex at = list->model()->index(row, 0);
        if (at.data().toString() == u"Created Date"_s)
            reason = at.data(ChoiceList::ReasonRole).toString();
        if (at.data().toString() == u"Last Name"_s)
            taken = at.data(ChoiceList::SecondLineRole).toString();
    }
    QCOMPARE(reason, u"CreatedDate · Salesforce does not let it be set"_s);
    QVERIFY2(taken.contains(u"used by A"_s), qPrintable(taken));
    takePicture(*stage.combo(1)->findChild<QWidget *>(u"choice.popup"_s), u"map-fields"_s);
}

void TestUiMap::valuesThatDoNotFitAreCounted()
{
    MapStage stage;
    stage.openText("Last name,Birthdate\nSmith,1988-03-04\nJones,soon\nBrown,1979-12-31\n");
    QCOMPARE(stage.row(1)->look().result, u"1 cannot be read"_s);
    QVERIFY2(stage.row(1)->look().reason.contains(u"“soon” in row 3"_s),
             qPrintable(stage.row(1)->look().reason));
    QVERIFY(stage.page.primaryEnabled()); // a heads-up, not a wall
}

void TestUiMap::fiveHundredColumnsMakeFewRows()
{
    MapStage stage;
    stage.openText(wideFile(500));
    QCOMPARE(stage.map.snapshot().columns.size(), 500);
    const auto made = stage.page.findChildren<MapRow *>().size();
    QVERIFY2(made < 60, qPrintable(QString::number(made)));
    stage.combo(0)->setFocus();
    QTest::keyClick(stage.combo(0), Qt::Key_End);
    QVERIFY(stage.combo(499));
    QVERIFY(stage.combo(499)->hasFocus());
    chooseByTyping(stage.combo(499), u"Department"_s);
    QCOMPARE(stage.mapping(499).field, u"Department"_s);
}

void TestUiMap::savesAProfileByName()
{
    MapStage stage;
    stage.openSample();
    QSignalSpy saved(&stage.map, &MapDesk::profileSaved);
    stage.click(u"map.saveProfile"_s);
    auto *name = stage.page.findChild<QLineEdit *>(u"map.profileName"_s);
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, u"Fair contacts"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), u"Fair contacts"_s);
    QVERIFY(!name->isVisible());
    QCOMPARE(profilesIn(stage.bench.bench.folders.profiles).size(), size_t(1));
}

void TestUiMap::tellsHowAProfileFits()
{
    MapStage stage;
    stage.openText("Last name,E-mail,Booth,Hall\nSmith,a@example.com,7,4\n");
    stage.map.setField(3, {});
    Profile profile = stage.map.currentProfile(u"Fair"_s);
    profile.header = QStringList { u"Last name"_s, u"E-mail"_s, u"Fax"_s, u"Hall"_s };
    profile.mapping.columns[2].column = u"Fax"_s;
    profile.mapping.columns[2].field = u"Fax"_s;
    stage.map.useProfile(profile);
    QTRY_VERIFY(stage.map.snapshot().ready && stage.map.snapshot().fit);
    const QString said = stage.notice(u"profile"_s);
    QVERIFY2(said.contains(u"Profile “Fair”: 2 mapped."_s), qPrintable(said));
    QVERIFY2(said.contains(u"Fax"_s) && said.contains(u"Booth"_s), qPrintable(said));
    stage.click(u"notice.profile.new"_s);
    QCOMPARE(stage.shown(), QList<int> { 2 });
    QVERIFY(stage.combo(2)->hasFocus());
}

void TestUiMap::saysWhenEverythingFits()
{
    MapStage stage;
    stage.openText("LastName,FirstName,Email\nSmith,Ann,a@example.com\n");
    QVERIFY2(stage.notice(u"fit"_s).contains(u"fit exactly"_s), qPrintable(stage.notice(u"fit"_s)));
    stage.map.setField(1, {});
    QTRY_VERIFY(stage.notice(u"fit"_s).isEmpty());
}

void TestUiMap::stepsThroughSampleRows()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\nJones,b@example.com\n");
    QCOMPARE(stage.row(0)->look().raw, u"Smith"_s);
    QCOMPARE(stage.page.findChild<QLabel *>(u"map.sample"_s)->text(), u"Sample: row 2"_s);
    stage.click(u"map.sampleNext"_s);
    QCOMPARE(stage.row(0)->look().raw, u"Jones"_s);
    QCOMPARE(stage.page.findChild<QLabel *>(u"map.sample"_s)->text(), u"Sample: row 3"_s);
    QVERIFY(!stage.page.findChild<QAbstractButton *>(u"map.sampleNext"_s)->isEnabled());
}

void TestUiMap::narrowAndLargeStillShowsAll()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    MapStage stage;
    stage.openSample();
    stage.page.resize(824, 420);
    QTRY_VERIFY(stage.row(0)->height() > 2 * QFontMetrics(large).height());
    const QRect field = stage.combo(0)->geometry();
    QVERIFY(stage.row(0)->rect().contains(field));
    takePicture(stage.page, u"map-large"_s);
}

QTEST_MAIN(TestUiMap)
#include "test_ui_map.moc"
