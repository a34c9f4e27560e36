#include "tests/ui/map_stage.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/value_map_table.h"
#include "ui/widgets/value_list.h"

#include <QAbstractItemView>
#include <QRadioButton>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// \a rows rows of "Smith" and a cell; the last one's is \a last.
QByteArray longFile(const QByteArray &header, const QByteArray &cell, int rows, const QByteArray &last)
{
    QByteArray text = "Last name," + header + "\n";
    for (int row = 1; row < rows; ++row)
        text += "Smith," + cell + "\n";
    return text + "Smith," + last + "\n";
}

} // namespace

class TestUiMapTreatment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void undoTakesTheLastChangeBack();
    void menuKeyOpensTheMenuOfARow();
    void escapeClosesAPanelAndGivesTheFocusBack();
    void blankCellsCanEmptyAField();
    void aRowFarBelowDecidesTheDates();
    void whatThePersonSaidIsNotOverruled();
    void asksForTheOrderWhereNoRowDecidesIt();
    void yearsOfTwoDigitsAndSerialsAreAsked();
    void timesHaveAZone();
    void asksForTheDecimalSign();
    void aRowDecidesTheDecimalSign();
    void valuesOffTheListAreReplaced();
    void guessesAreUsedTogether();
    void wordsThatAreNeitherYesNorNo();
    void profileThatContradictsTheRowsIsAsked();
    void profileCarriesEverything();
    void checkFollowsWhatAllRowsDecide();
    void rowsSayWhatTheCheckHasCounted();
    void countsOfTheFirstRowsSaySo();
};

void TestUiMapTreatment::undoTakesTheLastChangeBack()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    const Mapping before = stage.map.snapshot().mapping;
    QVERIFY(!stage.page.findChild<QAction *>(u"map.undo"_s)->isEnabled());
    stage.map.setField(1, u"Department"_s);
    stage.map.clearAll();
    QVERIFY(stage.page.findChild<QAction *>(u"map.undo"_s)->text().contains(u"Clear all"_s));
    stage.combo(0)->setFocus();
    QTest::keyClick(stage.combo(0), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stage.mapping(1).field, u"Department"_s);
    QTest::keyClick(stage.combo(0), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stage.map.snapshot().mapping, before);
    QVERIFY(stage.map.snapshot().lastChange.isEmpty());
}

void TestUiMapTreatment::menuKeyOpensTheMenuOfARow()
{
    MapStage stage;
    stage.openText("Last name,Whatever\nSmith,x\n");
    stage.combo(1)->setFocus();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(1, 1),
                          stage.combo(1)->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(stage.combo(1), &key);
    auto *menu = stage.page.findChild<QMenu *>(u"map.rowActions"_s);
    QVERIFY(menu && menu->isVisible());
    const QAction *clean = menu->actions().constFirst();
    QVERIFY(!clean->isEnabled()); // nothing goes there yet
    QCOMPARE(clean->toolTip(), u"Choose a field first"_s);
    menu->close();
}

void TestUiMapTreatment::escapeClosesAPanelAndGivesTheFocusBack()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.choose(u"1"_s, u"Blank cells…"_s);
    auto *leave = stage.part<QRadioButton>(u"map.blank.asAll"_s);
    QVERIFY(leave && leave->hasFocus());
    QTest::keyClick(leave, Qt::Key_Escape);
    QVERIFY(!stage.part<QWidget>(u"map.blank"_s));
    QVERIFY(stage.page.findChild<QAbstractButton *>(u"map.rowMenu.1"_s)->hasFocus());
}

void TestUiMapTreatment::blankCellsCanEmptyAField()
{
    MapStage stage;
    stage.openText("Last name,E-mail,Department\nSmith,,\n");
    stage.choose(u"1"_s, u"Blank cells…"_s);
    stage.click(u"map.blank.clear"_s);
    takePicture(stage.page, u"map-blank"_s);
    QCOMPARE(stage.mapping(1).treatment.blank, std::optional(BlankMeaning::Clear));
    QCOMPARE(stage.sent(u"Email"_s), u"#N/A"_s);
    QCOMPARE(stage.sent(u"Department"_s), QString());
    stage.click(u"map.blank.asAll"_s);
    QCOMPARE(stage.sent(u"Email"_s), QString());
    stage.map.setBlanks(BlankMeaning::Clear);
    QCOMPARE(stage.sent(u"Email"_s), u"#N/A"_s);
    QCOMPARE(stage.sent(u"Department"_s), u"#N/A"_s);
}

void TestUiMapTreatment::aRowFarBelowDecidesTheDates()
{
    MapStage stage;
    stage.openText(longFile("Birthdate", "03/04/1988", 400, "31/12/1979"));
    QTRY_COMPARE(stage.mapping(1).treatment.dates.order, DateOrder::DayFirst);
    QVERIFY(!stage.part<QAbstractButton>(u"map.dayFirst.1"_s));
    QCOMPARE(stage.sent(u"Birthdate"_s), u"1988-04-03"_s);
    stage.choose(u"1"_s, u"Read dates…"_s);
    QVERIFY2(stage.words(u"map.dates.why"_s).contains(u"“31/12/1979” in row 401 only fits day.month.year."_s),
             qPrintable(stage.words(u"map.dates.why"_s)));
    const auto *shapes = stage.part<ValueList>(u"map.dates.shapes"_s);
    QVERIFY(shapes);
    QCOMPARE(shapes->facts().front().note, u"400 row(s)"_s);
    takePicture(stage.page, u"map-dates-panel"_s);
}

void TestUiMapTreatment::whatThePersonSaidIsNotOverruled()
{
    MapStage stage;
    stage.openText(longFile("Birthdate", "03/04/1988", 60, "31/12/1979"));
    stage.choose(u"1"_s, u"Read dates…"_s);
    stage.click(u"map.dates.monthFirst"_s);
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::MonthFirst);
    stage.map.setField(0, u"Department"_s); // anything that settles anew
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::MonthFirst);
    stage.map.undo();
    stage.map.undo();
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::DayFirst);
}

void TestUiMapTreatment::asksForTheOrderWhereNoRowDecidesIt()
{
    MapStage stage;
    stage.openText(longFile("Birthdate", "03/04/1988", 100, "05/06/1979"));
    QCOMPARE(stage.row(1)->look().result, u"Day or month first?"_s);
    stage.click(u"map.fix.1"_s);
    auto *dayFirst = stage.part<QAbstractButton>(u"map.dates.dayFirst"_s);
    QVERIFY(dayFirst && dayFirst->hasFocus() && !dayFirst->isChecked());
    QCOMPARE(stage.words(u"map.dates.why"_s), u"100 row(s) fit both, and none decides it."_s);
    QTest::keyClick(dayFirst, Qt::Key_Space);
    QCOMPARE(stage.sent(u"Birthdate"_s), u"1988-04-03"_s);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMapTreatment::yearsOfTwoDigitsAndSerialsAreAsked()
{
    MapStage stage;
    stage.openText("Last name,Birthdate\nSmith,31.12.47\nJones,45291\n");
    QCOMPARE(stage.row(1)->look().result, u"Which hundred years?"_s);
    stage.click(u"map.fix.1"_s);
    auto *hundred = stage.part<QComboBox>(u"map.dates.hundred"_s);
    QVERIFY(hundred && hundred->hasFocus());
    QCOMPARE(hundred->currentText(), u"are not read"_s);
    hundred->setCurrentIndex(hundred->findData(1930));
    Q_EMIT hundred->activated(hundred->currentIndex());
    QCOMPARE(stage.sent(u"Birthdate"_s), u"1947-12-31"_s);
    QCOMPARE(stage.row(1)->look().result, u"Numbers instead of dates"_s);
    stage.click(u"map.dates.serials"_s);
    QCOMPARE(stage.sent(u"Birthdate"_s, 1), u"2023-12-31"_s);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
    takePicture(stage.page, u"map-dates-more"_s);
}

void TestUiMapTreatment::timesHaveAZone()
{
    MapStage stage;
    stage.openText("Last name,Bounced\nSmith,2026-07-14 09:20\n");
    stage.map.setField(1, u"EmailBouncedDate"_s);
    stage.choose(u"1"_s, u"Read dates…"_s);
    auto *zone = stage.part<SearchableCombo>(u"map.dates.zone"_s);
    QVERIFY(zone);
    chooseByTyping(zone, u"Europe/Berlin"_s);
    QCOMPARE(stage.mapping(1).treatment.dates.zone, QByteArray("Europe/Berlin"));
    QCOMPARE(stage.sent(u"EmailBouncedDate"_s), u"2026-07-14T07:20:00.000Z"_s);
    QVERIFY(zone->shownText().contains(u"Berlin"_s));
}

void TestUiMapTreatment::asksForTheDecimalSign()
{
    MapStage stage;
    stage.openText("Last name,Score\nSmith,\"1,234\"\nJones,\"2,345\"\n");
    QCOMPARE(stage.mapping(1).field, u"Score__c"_s);
    QCOMPARE(stage.row(1)->look().result, u"Comma or point?"_s);
    stage.click(u"map.fix.1"_s);
    auto *comma = stage.part<QAbstractButton>(u"map.numbers.comma"_s);
    QVERIFY(comma && comma->hasFocus() && !comma->isChecked());
    QTest::keyClick(comma, Qt::Key_Space);
    QCOMPARE(stage.sent(u"Score__c"_s), u"1.234"_s);
    stage.click(u"map.numbers.point"_s);
    QCOMPARE(stage.sent(u"Score__c"_s), u"1234"_s);
    takePicture(stage.page, u"map-numbers"_s);
}

void TestUiMapTreatment::aRowDecidesTheDecimalSign()
{
    MapStage stage;
    stage.openText(longFile("Score", "\"1,234\"", 300, "\"7,5\""));
    QTRY_COMPARE(stage.mapping(1).treatment.decimals, DecimalSign::Comma);
    QCOMPARE(stage.sent(u"Score__c"_s), u"1.234"_s);
    // Read, but the field keeps no decimals: a heads-up says that they will be cut.
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::NeedsALook);
}

void TestUiMapTreatment::valuesOffTheListAreReplaced()
{
    MapStage stage;
    stage.openText("Last name,Clean Status\nSmith,Matched\nJones,Macthed\nBrown,lost\nGreen,lost\n");
    stage.give(1, u"CleanStatus"_s);
    QCOMPARE(stage.row(1)->look().result, u"3 not on the list"_s);
    stage.click(u"map.fix.1"_s);
    auto *table = stage.part<ValueMapTable>(u"map.values.table"_s);
    QVERIFY(table && table->hasFocus());
    QCOMPARE(table->model()->index(0, ValueMapModel::Value).data().toString(), u"lost"_s); // most rows
    QCOMPARE(table->model()->index(0, ValueMapModel::Rows).data().toString(), u"2"_s);
    QCOMPARE(table->model()->index(2, ValueMapModel::Value).data().toString(), u"Matched"_s); // known: last
    takePicture(stage.page, u"map-values"_s);

    QTest::keyClick(table, Qt::Key_Return);
    auto *filter = table->choice()->findChild<QLineEdit *>(u"choice.filter"_s);
    QVERIFY(filter && filter->isVisible());
    QTest::keyClicks(filter, u"Not found"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.sent(u"CleanStatus"_s, 2), u"NotFound"_s);
    QVERIFY(table->hasFocus());
    QCOMPARE(stage.row(1)->look().result, u"1 not on the list"_s);
    stage.click(u"map.values.blank"_s);
    QCOMPARE(stage.sent(u"CleanStatus"_s, 1), QString());
    QCOMPARE(stage.sent(u"CleanStatus"_s, 0), u"Matched"_s);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
    QCOMPARE(stage.part<QAbstractButton>(u"map.chip.1.0"_s)->text(), u"2 value(s) replaced"_s);
}

void TestUiMapTreatment::guessesAreUsedTogether()
{
    MapStage stage;
    stage.openText("Last name,Clean Status\nSmith,Macthed\nJones,Pendng\nBrown,xyz\n");
    stage.give(1, u"CleanStatus"_s);
    stage.click(u"map.fix.1"_s);
    stage.click(u"map.values.guesses"_s);
    QCOMPARE(stage.sent(u"CleanStatus"_s, 0), u"Matched"_s);
    QCOMPARE(stage.sent(u"CleanStatus"_s, 1), u"Pending"_s);
    QCOMPARE(stage.row(1)->look().result, u"1 not on the list"_s); // nothing is near to "xyz"
    stage.click(u"map.values.asItIs"_s);
    QCOMPARE(stage.sent(u"CleanStatus"_s, 2), u"xyz"_s);
}

void TestUiMapTreatment::wordsThatAreNeitherYesNorNo()
{
    MapStage stage;
    stage.openText("Last name,Do not call\nSmith,ja\nJones,vielleicht\n");
    stage.give(1, u"DoNotCall"_s);
    QCOMPARE(stage.row(1)->look().result, u"1 neither yes nor no"_s);
    stage.click(u"map.fix.1"_s);
    auto *table = stage.part<ValueMapTable>(u"map.values.table"_s);
    QTest::keyClick(table, Qt::Key_F2);
    auto *filter = table->choice()->findChild<QLineEdit *>(u"choice.filter"_s);
    QTest::keyClicks(filter, u"Yes"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.sent(u"DoNotCall"_s, 0), u"true"_s);
    QCOMPARE(stage.sent(u"DoNotCall"_s, 1), u"true"_s);
}

void TestUiMapTreatment::profileThatContradictsTheRowsIsAsked()
{
    MapStage stage;
    stage.openText("Last name,Birthdate\nSmith,03/04/2026\nJones,04/13/2026\n");
    stage.give(1, u"Birthdate"_s);
    Profile profile = stage.map.currentProfile(u"Fair"_s);
    profile.mapping.columns[1].treatment.dates.order = DateOrder::DayFirst;
    stage.map.useProfile(profile);
    QTRY_VERIFY(stage.map.snapshot().ready && stage.map.snapshot().fit && !stage.map.isSurveying());
    const MapRowLook asked = stage.row(1)->look();
    QCOMPARE(asked.standing, MapRowLook::Standing::NeedsALook);
    QCOMPARE(asked.result, u"Day or month first?"_s);
    QCOMPARE(asked.reason,
             u"Your profile reads these dates day first, but “04/13/2026” in row 3 only fits month first."_s);
    QVERIFY(asked.asksForDates);
    QCOMPARE(asked.dateHint, asked.reason);
    takePicture(stage.page, u"map-profile-dates"_s);
    stage.part<QRadioButton>(u"map.monthFirst.1"_s)->click();
    QCOMPARE(stage.sent(u"Birthdate"_s, 1), u"2026-04-13"_s);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMapTreatment::profileCarriesEverything()
{
    MapStage stage;
    stage.openText("Last name,Birthdate,Score,Clean Status\nsmith,03/04/88,\"1,234\",lost\n");
    stage.give(3, u"CleanStatus"_s);
    stage.map.setCleaners(u"LastName"_s, { { .kind = CleanerKind::Title } });
    stage.map.setDates(u"Birthdate"_s, { .order = DateOrder::MonthFirst, .twoDigitsFrom = 1930 });
    stage.map.setDecimals(u"Score__c"_s, DecimalSign::Comma);
    stage.map.setValueRules(u"CleanStatus"_s, { { .from = u"lost"_s, .to = u"NotFound"_s } });
    stage.map.setBlanks(BlankMeaning::Clear);
    stage.map.addFixedValue(u"LeadSource"_s, u"Web"_s);
    QVERIFY(stage.map.saveProfile(u"Fair"_s));
    const Mapping saved = stage.map.snapshot().mapping;
    stage.map.clearAll();
    stage.map.useProfile(profilesIn(stage.bench.bench.folders.profiles).front());
    QTRY_VERIFY(stage.map.snapshot().ready && stage.map.snapshot().fit);
    QTRY_VERIFY(!stage.map.isSurveying());
    const Mapping &applied = stage.map.snapshot().mapping;
    QCOMPARE(applied.extras, saved.extras);
    QCOMPARE(applied.blank, saved.blank);
    for (std::size_t at = 0; at < saved.columns.size(); ++at)
        QCOMPARE(applied.columns[at].treatment, saved.columns[at].treatment);
    QCOMPARE(stage.sent(u"LastName"_s), u"Smith"_s);
    QCOMPARE(stage.sent(u"Birthdate"_s), u"1988-03-04"_s);
    QCOMPARE(stage.sent(u"Score__c"_s), u"1.234"_s);
    QCOMPARE(stage.sent(u"CleanStatus"_s), u"NotFound"_s);
    QCOMPARE(stage.sent(u"LeadSource"_s), u"Web"_s);
}

void TestUiMapTreatment::checkFollowsWhatAllRowsDecide()
{
    MapStage stage;
    stage.openText(longFile("Birthdate", "03/04/1988", 500, "31/12/1979"));
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    stage.map.setField(1, {});
    stage.map.setField(1, u"Birthdate"_s);
    QVERIFY(stage.map.isSurveying());
    QCOMPARE(stage.mapping(1).treatment.dates.order, DateOrder::NotADate);
    check.check(); // too early: most dates cannot be read yet
    QTRY_VERIFY(!stage.map.isSurveying());
    QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    QVERIFY(check.snapshot().result.groups.empty());
}

void TestUiMapTreatment::rowsSayWhatTheCheckHasCounted()
{
    MapStage stage;
    stage.openText(longFile("E-mail", "anna@example.com", 200, "anna at example"));
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits); // by the first rows
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    check.check();
    QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::NeedsALook);
    QCOMPARE(stage.row(1)->look().result, u"1 of 200 need a look"_s);
    QVERIFY2(stage.row(1)->look().reason.contains(u"of all 200 rows"_s),
             qPrintable(stage.row(1)->look().reason));
    QCOMPARE(stage.row(0)->look().reason, u"Fits in all rows."_s);
    stage.map.setCleaners(u"Email"_s, { { .kind = CleanerKind::Trim } }); // nobody has counted that
    QCOMPARE(stage.row(1)->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMapTreatment::countsOfTheFirstRowsSaySo()
{
    QByteArray text = "Last name,Email\n";
    for (int row = 0; row < 200; ++row)
        text += row % 20 == 0 ? "Smith,anna at example\n"_ba : "Smith,anna@example.com\n"_ba;
    MapStage stage;
    stage.openText(text);
    QTRY_COMPARE(stage.row(1)->look().result, u"3 of the first 50 rows"_s);
    takePicture(stage.page, u"map-first-rows"_s);
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    check.check();
    QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    QCOMPARE(stage.row(1)->look().result, u"10 of 200 need a look"_s);
}

QTEST_MAIN(TestUiMapTreatment)
#include "test_ui_map_treatment.moc"
