#include "tests/ui/map_stage.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/check_rows.h"
#include "ui/widgets/value_list.h"

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

class TestUiMapSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void fixedValueMeetsANeed();
    void fixedValueByKeyboard();
    void fixedValueThatDoesNotFitSaysSo();
    void fixedValueGoesByDelete();
    void joinsColumns();
    void joinCanBeChanged();
    void splitsAtACharacter();
    void copiesTheDomainOfAnAddress();
    void copiesToASecondField();
    void columnInAnotherFieldSaysWhere();
    void fieldIsTakenFromWhereItWas();
    void proposesToSplitWholeNames();
    void showsTheNamesThatNeedALook();
    void namesWithACommaAreLastFirst();
    void rareNamesAmongLastFirstAreShown();
    void mapAgainKeepsWhatWasAdded();
    void filtersHideAndShowWhatWasAdded();
};

void TestUiMapSources::fixedValueMeetsANeed()
{
    MapStage stage;
    stage.openText("E-mail\na@example.com\n");
    QVERIFY(!stage.page.primaryEnabled());
    stage.click(u"map.neededFixed.LastName"_s);
    auto *value = stage.part<QLineEdit>(u"map.value.0"_s);
    QVERIFY(value && value->hasFocus());
    QVERIFY(!stage.page.primaryEnabled()); // a fixed value of nothing is none
    QTest::keyClicks(value, u"[not provided]"_s);
    QVERIFY(value->hasFocus());
    QCOMPARE(value->text(), u"[not provided]"_s);
    QVERIFY(stage.page.primaryEnabled());
    QCOMPARE(stage.sent(u"LastName"_s), u"[not provided]"_s);
    QVERIFY(!stage.page.findChild<QWidget *>(u"map.needed.LastName"_s)
            || !stage.page.findChild<QWidget *>(u"map.needed.LastName"_s)->isVisible());
    takePicture(stage.page, u"map-fixed"_s);
}

void TestUiMapSources::fixedValueByKeyboard()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    auto *add = stage.part<QAbstractButton>(u"map.addFixed"_s);
    QVERIFY(add);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    auto *field = stage.part<SearchableCombo>(u"map.field.extra.0"_s);
    QVERIFY(field && field->isOpen());
    auto *filter = field->findChild<QLineEdit *>(u"choice.filter"_s);
    QTest::keyClicks(filter, u"Lead source"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    auto *value = stage.part<SearchableCombo>(u"map.value.0"_s); // a list: it is chosen from
    QVERIFY(value && value->hasFocus());
    chooseByTyping(value, u"Web"_s);
    QCOMPARE(stage.sent(u"LeadSource"_s), u"Web"_s);
    QCOMPARE(value->shownText(), u"Web"_s);
    const auto *row = stage.part<MapRow>(u"map.row.extra.0"_s);
    QCOMPARE(row->look().standing, MapRowLook::Standing::Fits);
    QVERIFY2(row->accessibleName().startsWith(u"Fixed value Web, goes to Lead Source"_s),
             qPrintable(row->accessibleName()));
}

void TestUiMapSources::fixedValueThatDoesNotFitSaysSo()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.addFixedValue(u"Birthdate"_s, u"soon"_s);
    const auto *row = stage.part<MapRow>(u"map.row.extra.0"_s);
    QCOMPARE(row->look().result, u"Does not fit"_s);
    QVERIFY(row->look().reason.contains(u"Birthdate"_s));
    auto *value = stage.part<QLineEdit>(u"map.value.0"_s);
    value->selectAll();
    QTest::keyClicks(value, u"2026-03-14"_s);
    QCOMPARE(row->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMapSources::fixedValueGoesByDelete()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.addFixedValue(u"LeadSource"_s, u"Web"_s);
    stage.map.addFixedValue(u"Department"_s, u"Sales"_s);
    auto *first = stage.part<SearchableCombo>(u"map.field.extra.0"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Delete);
    QCOMPARE(stage.map.snapshot().mapping.extras.size(), std::size_t(1));
    QCOMPARE(stage.part<SearchableCombo>(u"map.field.extra.0"_s)->shownText(), u"Department"_s);
    stage.choose(u"extra.0"_s, u"Remove"_s);
    QVERIFY(stage.map.snapshot().mapping.extras.empty());
    QVERIFY(!stage.part<QWidget>(u"map.row.extra.0"_s));
}

void TestUiMapSources::joinsColumns()
{
    MapStage stage;
    stage.openText("Last name,Street,Number\nSmith,Main Street,7\nJones,Hill,\n");
    const int number = stage.column(u"Number"_s);
    stage.choose(QString::number(stage.column(u"Street"_s)), u"Join with another column…"_s);
    auto *second = stage.part<SearchableCombo>(u"map.join.column.1"_s);
    QVERIFY(second && second->hasFocus());
    QVERIFY(!stage.part<QAbstractButton>(u"map.join.do"_s)->isEnabled());
    chooseByTyping(second, u"Number"_s);
    chooseByTyping(stage.part<SearchableCombo>(u"map.join.field"_s), u"Mailing street"_s);
    QCOMPARE(stage.words(u"map.join.sample"_s), u"“Main Street 7”"_s);
    takePicture(stage.page, u"map-join"_s);
    stage.click(u"map.join.do"_s);
    QVERIFY(!stage.part<QWidget>(u"map.join"_s));
    QCOMPARE(stage.sent(u"MailingStreet"_s), u"Main Street 7"_s);
    QCOMPARE(stage.sent(u"MailingStreet"_s, 1), u"Hill"_s); // blank ones leave no blank
    QCOMPARE(stage.row(number)->look().because, u"in Mailing Street"_s);
}

void TestUiMapSources::joinCanBeChanged()
{
    MapStage stage;
    stage.openText("Last name,Street,Number\nSmith,Main Street,7\n");
    stage.map.addJoin({ 1, 2 }, u" "_s, u"MailingStreet"_s);
    stage.choose(u"extra.0"_s, u"Joined columns…"_s);
    auto *between = stage.part<QComboBox>(u"map.join.between"_s);
    between->setCurrentIndex(between->findText(u"something else"_s));
    Q_EMIT between->activated(between->currentIndex());
    auto *other = stage.part<QLineEdit>(u"map.join.other"_s);
    QVERIFY(other);
    QTest::keyClicks(other, u" No. "_s);
    stage.click(u"map.join.do"_s);
    QCOMPARE(stage.sent(u"MailingStreet"_s), u"Main Street No. 7"_s);
    QCOMPARE(stage.map.snapshot().mapping.extras.size(), std::size_t(1));
}

void TestUiMapSources::splitsAtACharacter()
{
    MapStage stage;
    stage.openText("Last name,Where\nSmith,Berlin/Germany\nJones,Rome\n");
    stage.choose(u"1"_s, u"Split…"_s);
    auto *how = stage.part<QComboBox>(u"map.split.how"_s);
    QVERIFY(how && how->hasFocus());
    how->setCurrentIndex(how->findText(u"At a character"_s));
    Q_EMIT how->activated(how->currentIndex());
    auto *sign = stage.part<QLineEdit>(u"map.split.sign"_s);
    QVERIFY(sign);
    sign->selectAll();
    QTest::keyClicks(sign, u"/"_s);
    QCOMPARE(stage.words(u"map.split.sample.0"_s), u"“Berlin”"_s);
    QCOMPARE(stage.words(u"map.split.sample.1"_s), u"“Germany”"_s);
    chooseByTyping(stage.part<SearchableCombo>(u"map.split.field.0"_s), u"Mailing city"_s);
    chooseByTyping(stage.part<SearchableCombo>(u"map.split.field.1"_s), u"Mailing country"_s);
    takePicture(stage.page, u"map-split"_s);
    stage.click(u"map.split.do"_s);
    QCOMPARE(stage.sent(u"MailingCity"_s), u"Berlin"_s);
    QCOMPARE(stage.sent(u"MailingCountry"_s), u"Germany"_s);
    QCOMPARE(stage.sent(u"MailingCity"_s, 1), u"Rome"_s);
    QCOMPARE(stage.sent(u"MailingCountry"_s, 1), QString());
    QCOMPARE(stage.part<QAbstractButton>(u"map.chip.1.0"_s)->text(), u"before “/”"_s);
}

void TestUiMapSources::copiesTheDomainOfAnAddress()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.choose(u"1"_s, u"Split…"_s);
    QCOMPARE(stage.part<QComboBox>(u"map.split.how"_s)->currentText(), u"Domain of an e-mail address"_s);
    chooseByTyping(stage.part<SearchableCombo>(u"map.split.field.0"_s), u"Department"_s);
    stage.click(u"map.split.do"_s);
    QCOMPARE(stage.sent(u"Department"_s), u"example.com"_s);
    QCOMPARE(stage.sent(u"Email"_s), u"a@example.com"_s); // it stays where it was
}

void TestUiMapSources::copiesToASecondField()
{
    MapStage stage;
    stage.openText("Last name,Phone\nSmith,030 123\n");
    stage.choose(u"1"_s, u"Copy to a second field…"_s);
    auto *target = stage.part<SearchableCombo>(u"map.copy.field"_s);
    QVERIFY(target && target->hasFocus());
    chooseByTyping(target, u"Other phone"_s);
    QCOMPARE(stage.sent(u"OtherPhone"_s), u"030 123"_s);
    QCOMPARE(stage.sent(u"Phone"_s), u"030 123"_s);
    QVERIFY(!stage.part<QWidget>(u"map.copy"_s));
}

void TestUiMapSources::columnInAnotherFieldSaysWhere()
{
    MapStage stage;
    stage.openText("Last name,First part,Second part\nSmith,a,b\n");
    stage.map.addJoin({ 1, 2 }, u"-"_s, u"Department"_s);
    QCOMPARE(stage.row(2)->look().standing, MapRowLook::Standing::Fits);
    QVERIFY(stage.row(2)->accessibleName().contains(u"in Department"_s));
}

void TestUiMapSources::fieldIsTakenFromWhereItWas()
{
    MapStage stage;
    stage.openText("Last name,Whatever\nSmith,x\n");
    stage.map.addFixedValue(u"Department"_s, u"Sales"_s);
    chooseByTyping(stage.combo(1), u"Department"_s);
    QVERIFY(stage.map.snapshot().mapping.extras.empty());
    QCOMPARE(stage.sent(u"Department"_s), u"x"_s);
    stage.map.addFixedValue(u"Department"_s, u"Sales"_s);
    QVERIFY(stage.mapping(1).field.isEmpty());
    QCOMPARE(stage.sent(u"Department"_s), u"Sales"_s);
}

void TestUiMapSources::proposesToSplitWholeNames()
{
    MapStage stage;
    stage.openText("Name,E-mail\nAnna Muller,a@example.com\nCher,b@example.com\n"
                   "Jan van Dijk,c@example.com\nDr. Smith,d@example.com\nJo Brown,e@example.com\n");
    QTRY_VERIFY(!stage.notice(u"names"_s).isEmpty());
    QVERIFY2(stage.notice(u"names"_s)
                 .contains(u"“Name” holds first and last names together. Split it? "
                           "Anna Muller → Anna | Muller · 3 name(s) need a look"_s),
             qPrintable(stage.notice(u"names"_s)));
    takePicture(stage.page, u"map-names"_s);
    stage.click(u"notice.names.split"_s);
    QCOMPARE(stage.sent(u"FirstName"_s), u"Anna"_s);
    QCOMPARE(stage.sent(u"LastName"_s), u"Muller"_s);
    QCOMPARE(stage.sent(u"FirstName"_s, 1), QString());
    QCOMPARE(stage.sent(u"LastName"_s, 1), u"Cher"_s); // a lone word is a last name
    QVERIFY(stage.page.primaryEnabled());
    QTRY_VERIFY(stage.notice(u"names"_s).isEmpty());
    stage.map.undo(); // and it is offered again
    QTRY_VERIFY(!stage.notice(u"names"_s).isEmpty());
}

void TestUiMapSources::showsTheNamesThatNeedALook()
{
    MapStage stage;
    stage.openText("Name,E-mail\nAnna Muller,a@example.com\nJan van Dijk,c@example.com\n");
    QTRY_VERIFY(!stage.notice(u"names"_s).isEmpty());
    stage.click(u"notice.names.see"_s);
    const auto *doubtful = stage.part<ValueList>(u"map.split.doubtful"_s);
    QVERIFY(doubtful);
    QCOMPARE(doubtful->facts().size(), std::size_t(1));
    QCOMPARE(doubtful->facts().front().value, u"Jan van Dijk"_s);
    QCOMPARE(doubtful->facts().front().note, u"Jan | van Dijk"_s);
    takePicture(stage.page, u"map-split-names"_s);
    stage.click(u"map.split.do"_s); // the fields are proposed
    QCOMPARE(stage.sent(u"LastName"_s, 1), u"van Dijk"_s);
}

void TestUiMapSources::namesWithACommaAreLastFirst()
{
    MapStage stage;
    stage.openText("Name,E-mail\n\"Muller, Anna\",a@example.com\n\"Smith, Jo\",b@example.com\n");
    QTRY_VERIFY(!stage.notice(u"names"_s).isEmpty());
    QVERIFY(!stage.notice(u"names"_s).contains(u"need a look"_s)); // a comma parts them well
    stage.click(u"notice.names.see"_s);
    QVERIFY(stage.part<QWidget>(u"map.split"_s));
    stage.click(u"notice.names.split"_s);
    QVERIFY(!stage.part<QWidget>(u"map.split"_s)); // it is done
    QCOMPARE(stage.sent(u"FirstName"_s), u"Anna"_s);
    QCOMPARE(stage.sent(u"LastName"_s), u"Muller"_s);
    const QString own = stage.mapping(0).field;
    QCOMPARE(stage.part<QAbstractButton>(u"map.chip.0.0"_s)->text(),
             own == u"FirstName"_s ? u"first name of “Last, First”"_s : u"last name of “Last, First”"_s);
    // The other half stands below its column, before the next one.
    const auto *half = stage.page.findChild<MapRow *>(u"map.row.extra.0"_s);
    QVERIFY(half && half->isVisible());
    QVERIFY(half->y() > stage.row(0)->y() && half->y() < stage.row(1)->y());
    QVERIFY2(half->look().name.contains(u"name of “Last, First”"_s), qPrintable(half->look().name));
    takePicture(stage.page, u"map-split-below"_s);
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    const CheckRows rows(check);
    const QString other = own == u"FirstName"_s ? u"First Name, Last Name"_s : u"Last Name, First Name"_s;
    QCOMPARE(rows.column(0).target, other); // where the next step shows the file
}

void TestUiMapSources::rareNamesAmongLastFirstAreShown()
{
    QByteArray text = "Name,E-mail\n";
    for (int row = 0; row < 60; ++row)
        text += "\"Muller, Anna\",a@example.com\n\"Adams, Mary, MBA\",a@example.com\n";
    for (int row = 0; row < 20; ++row)
        text += "\"Lee, Jo " + QByteArray::number(row) + ", MBA\",a@example.com\n";
    MapStage stage;
    stage.openText(text + "Dr. Max Kohler,b@example.com\nSchafer,c@example.com\nJo Brown,d@example.com\n");
    QTRY_VERIFY(!stage.notice(u"names"_s).isEmpty());
    QVERIFY2(stage.notice(u"names"_s).contains(u"83 name(s) need a look"_s),
             qPrintable(stage.notice(u"names"_s)));
    stage.click(u"notice.names.see"_s);
    const auto *doubtful = stage.part<ValueList>(u"map.split.doubtful"_s);
    QVERIFY(doubtful);
    QStringList names;
    for (const ValueFact &fact : doubtful->facts())
        names << fact.value;
    QVERIFY2(names.mid(0, 3).contains(u"Dr. Max Kohler"_s), qPrintable(names.join(u'|')));
    QVERIFY2(names.mid(0, 3).contains(u"Schafer"_s), qPrintable(names.join(u'|')));
    QVERIFY2(names.contains(u"Adams, Mary, MBA"_s), qPrintable(names.join(u'|')));
    QVERIFY(!names.contains(u"Muller, Anna"_s));
}

void TestUiMapSources::mapAgainKeepsWhatWasAdded()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.addFixedValue(u"Email"_s, u"all@example.com"_s);
    stage.map.mapAgain();
    QCOMPARE(stage.sent(u"Email"_s), u"all@example.com"_s);
    QVERIFY(stage.mapping(1).field.isEmpty());
}

void TestUiMapSources::filtersHideAndShowWhatWasAdded()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.addFixedValue(u"LeadSource"_s, u"Web"_s);
    auto *search = stage.page.findChild<QLineEdit *>(u"map.search"_s);
    search->setText(u"lead source"_s);
    QVERIFY(stage.part<MapRow>(u"map.row.extra.0"_s));
    QVERIFY(!stage.part<MapRow>(u"map.row.0"_s));
    search->setText(u"e-mail"_s);
    QVERIFY(!stage.part<MapRow>(u"map.row.extra.0"_s));
    search->clear();
    QVERIFY(stage.part<MapRow>(u"map.row.extra.0"_s));
}

QTEST_MAIN(TestUiMapSources)
#include "test_ui_map_sources.moc"
