#include "tests/ui/collection_stage.h"

// Map, for records without fixed fields: properties of any name and type, some of them once a row.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

class TestUiMapProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void columnsBecomeProperties();
    void propertyIsTyped();
    void typedNameTakesNobodysProperty();
    void propertyInUseIsChosenOnlyByGoingThere();
    void badNamesAreSaid_data();
    void badNamesAreSaid();
    void typeIsChosen();
    void fixedTypeSaysWhy();
    void rowsStandInTwoGroups();
    void columnMovesByKeyAndMenu();
    void differingColumnOfTheRecordIsSaid();
    void recordIsShownLive();
    void numberedGroupsMakeLists();
    void undoTakesNamesAndPlacesBack();
    void clearAllKeepsKeyAndContact();
    void fixedValueGoesToAnyProperty();
};

void TestUiMapProperties::columnsBecomeProperties()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    QCOMPARE(stage.mapPage.heading(), u"Map your columns to properties of Orders"_s);
    QCOMPARE(stage.fieldOf(u"order total"_s), u"order_total"_s);
    QCOMPARE(stage.fieldOf(u"order_no"_s).isEmpty(), false); // the key is a property, too
    QVERIFY(!stage.mapPage.findChild<QWidget *>(u"map.row.extra.0"_s)); // key and contact have no rows here
    QVERIFY(stage.mapPage.primaryEnabled());
    QVERIFY(stage.mapPage.findChild<QLabel *>(u"map.types"_s)->isVisible());
    stage.mapped.picture(u"map-properties"_s);
}

void TestUiMapProperties::propertyIsTyped()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    auto *combo = stage.row(u"order total"_s)->combo();
    CollectionStage::choose(combo, u"price.total"_s);
    QCOMPARE(stage.fieldOf(u"order total"_s), u"price.total"_s);
    QCOMPARE(combo->shownText(), u"price.total"_s);
    QVERIFY2(stage.record().contains("price:\n   total: 99.50"_L1), qPrintable(stage.record()));
}

void TestUiMapProperties::typedNameTakesNobodysProperty()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    const QString inUse = stage.fieldOf(u"placed on"_s);
    const QString part = inUse.left(5); // "place" is a name of its own, and a part of the other
    CollectionStage::choose(stage.row(u"order total"_s)->combo(), part);
    QCOMPARE(stage.fieldOf(u"order total"_s), part);
    QCOMPARE(stage.fieldOf(u"placed on"_s), inUse);
}

void TestUiMapProperties::propertyInUseIsChosenOnlyByGoingThere()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    const QString inUse = stage.fieldOf(u"placed on"_s);
    const QString before = stage.fieldOf(u"order total"_s);
    auto *combo = stage.row(u"order total"_s)->combo();
    CollectionStage::choose(combo, inUse);
    QCOMPARE(stage.fieldOf(u"order total"_s), before);
    QCOMPARE(stage.fieldOf(u"placed on"_s), inUse);
    QVERIFY(combo->isOpen());
    auto *filter = combo->findChild<QLineEdit *>(u"choice.filter"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.fieldOf(u"order total"_s), inUse);
    QVERIFY(stage.fieldOf(u"placed on"_s).isEmpty());
}

void TestUiMapProperties::badNamesAreSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("space") << u"order sum"_s;
    QTest::newRow("odd sign") << u"sum%"_s;
    QTest::newRow("digit first") << u"2nd"_s;
    QTest::newRow("group of a value") << u"order_no.total"_s;
    QTest::newRow("dash for underscore") << u"order-no"_s;
    QTest::newRow("list of rows without rows") << u"products[].sum"_s;
}

void TestUiMapProperties::badNamesAreSaid()
{
    QFETCH(QString, typed);
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    stage.map.setField(stage.column(u"order_no"_s), u"order_no"_s);
    const QString before = stage.fieldOf(u"order total"_s);
    auto *combo = stage.row(u"order total"_s)->combo();
    combo->open(typed);
    const auto *wrong = combo->findChild<QLabel *>(u"choice.wrong"_s);
    QVERIFY(wrong && wrong->isVisible());
    QVERIFY(!wrong->text().isEmpty());
    auto *filter = combo->findChild<QLineEdit *>(u"choice.filter"_s);
    QCOMPARE(filter->accessibleDescription(), wrong->text());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.fieldOf(u"order total"_s), before);
}

void TestUiMapProperties::typeIsChosen()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    const int column = stage.column(u"order_no"_s);
    const QString field = stage.fieldOf(u"order_no"_s);
    auto *types = stage.mapPage.findChild<SentenceCombo *>(u"map.type.%1"_s.arg(column));
    QVERIFY(types && types->isVisible() && types->isEnabled());
    QCOMPARE(types->shownText(), u"Text"_s);
    const int list = types->findText(u"List, split at ,"_s);
    QVERIFY(list >= 0);
    types->setCurrentIndex(list);
    Q_EMIT types->activated(list);
    QCOMPARE(stage.map.propertyType(field), PropertyType::List);
    QCOMPARE(stage.map.draft().mapping.treatmentOf(field)->separator, u","_s);
    QCOMPARE(types->shownText(), u"List, split at ,"_s);
    stage.map.undo();
    QCOMPARE(types->shownText(), u"Text"_s);
    stage.map.setPropertyType(field, PropertyType::Number);
    QTRY_VERIFY(!stage.map.isSurveying());
    QVERIFY(stage.row(u"order_no"_s)->look().standing == MapRowLook::Standing::NeedsALook); // "A-1001"
}

void TestUiMapProperties::fixedTypeSaysWhy()
{
    CollectionStage stage;
    stage.open(singleOrders, u"insightData/Bookings"_s);
    stage.showMap();
    QCOMPARE(stage.fieldOf(u"placed on"_s), u"placed_on"_s);
    const auto *types
        = stage.mapPage.findChild<SentenceCombo *>(u"map.type.%1"_s.arg(stage.column(u"placed on"_s)));
    QVERIFY(!types->isEnabled());
    QCOMPARE(types->shownText(), u"Date and time"_s);
    QVERIFY(stage.row(u"placed on"_s)->look().answer().contains("since the first record"_L1));
    // A new property is fixed by the first record that has it, in a collection that is there, too.
    stage.map.setField(stage.column(u"placed on"_s), u"placed_at"_s);
    QVERIFY(stage.mapPage.findChild<QLabel *>(u"map.types"_s)->isVisible());
    stage.map.undo();
    stage.map.setPropertyType(u"placed_on"_s, PropertyType::Text);
    QCOMPARE(stage.map.propertyType(u"placed_on"_s), PropertyType::DateTime);
    stage.mapped.picture(u"map-properties-fixed"_s);
}

void TestUiMapProperties::rowsStandInTwoGroups()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    QCOMPARE(stage.fieldOf(u"sku"_s).section(u'.', 0, 0), u"products[]"_s);
    QVERIFY(!stage.fieldOf(u"currency"_s).startsWith("products"_L1));
    const auto *ofRecord = stage.mapPage.findChild<QLabel *>(u"map.group.record"_s);
    const auto *ofRow = stage.mapPage.findChild<QLabel *>(u"map.group.row"_s);
    QVERIFY(ofRecord->isVisible() && ofRow->isVisible());
    QCOMPARE(ofRow->text(), u"Once per row, in the list “products”"_s);
    QVERIFY(ofRecord->y() < stage.row(u"currency"_s)->y());
    QVERIFY(stage.row(u"currency"_s)->y() < ofRow->y());
    QVERIFY(ofRow->y() < stage.row(u"sku"_s)->y());
    stage.mapped.picture(u"map-properties-groups"_s);
}

void TestUiMapProperties::columnMovesByKeyAndMenu()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    auto *combo = stage.row(u"currency"_s)->combo();
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(stage.fieldOf(u"currency"_s), u"products[].currency"_s);
    const auto *ofRow = stage.mapPage.findChild<QLabel *>(u"map.group.row"_s);
    QVERIFY(stage.row(u"currency"_s)->y() > ofRow->y());
    QVERIFY(combo->hasFocus());
    QCOMPARE(combo->shownText(), u"currency"_s); // the heading says in which list
    QTest::keyClick(combo, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(stage.fieldOf(u"currency"_s), u"currency"_s);

    stage.row(u"currency"_s)->moreButton()->setFocus();
    QTest::mouseClick(stage.row(u"currency"_s)->moreButton(), Qt::LeftButton);
    auto *menu = stage.mapPage.findChild<QMenu *>(u"map.rowActions"_s);
    QVERIFY(menu && menu->isVisible());
    QAction *move = menu->actions().constFirst();
    QVERIFY2(move->text().contains("Once per row"_L1), qPrintable(move->text()));
    menu->close();
    move->trigger();
    QCOMPARE(stage.fieldOf(u"currency"_s), u"products[].currency"_s);
}

void TestUiMapProperties::differingColumnOfTheRecordIsSaid()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    const auto button = [&] { return stage.mapPage.findChild<QAbstractButton *>(u"notice.once.list"_s); };
    QVERIFY(!button());
    stage.map.setPerRow(u"products[].qty"_s, false);
    QCOMPARE(stage.fieldOf(u"qty"_s), u"qty"_s);
    QVERIFY(button() && button()->isVisible());
    button()->click();
    QCOMPARE(stage.fieldOf(u"qty"_s), u"products[].qty"_s);
    QTRY_VERIFY(!button());
}

void TestUiMapProperties::recordIsShownLive()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    QVERIFY2(stage.record().startsWith("Key: A-1001\nContact: anna@example.com\n"_L1),
             qPrintable(stage.record()));
    // Three rows of the file are this order; one of them stands further down.
    QVERIFY2(stage.record().contains("products:\n   1:\n"_L1), qPrintable(stage.record()));
    QVERIFY(stage.record().contains("Gloves"_L1));
    QVERIFY(!stage.record().contains("Belt"_L1));
    auto *asSent = stage.mapPage.findChild<QAbstractButton *>(u"map.record.asSent"_s);
    QCOMPARE(asSent->text(), u"Show as JSON"_s);
    QTest::mouseClick(asSent, Qt::LeftButton);
    QCOMPARE(asSent->text(), u"Show as list"_s);
    QVERIFY2(stage.record().contains(u"\"contactIdentity\": {"_s), qPrintable(stage.record()));
    QVERIFY2(stage.record().contains("\"order_total\": 99.50"_L1), qPrintable(stage.record()));
    stage.mapped.picture(u"map-properties-json"_s);
    QTest::mouseClick(asSent, Qt::LeftButton);
    stage.map.setField(stage.column(u"currency"_s), {});
    QVERIFY(!stage.record().contains("EUR"_L1));
}

void TestUiMapProperties::numberedGroupsMakeLists()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    CollectionStage::choose(stage.row(u"order total"_s)->combo(), u"item[1].price"_s);
    CollectionStage::choose(stage.row(u"placed on"_s)->combo(), u"item[2].price"_s);
    QVERIFY2(stage.record().contains("item:\n   1:\n      price: 99.50\n   2:\n"_L1),
             qPrintable(stage.record()));
}

void TestUiMapProperties::undoTakesNamesAndPlacesBack()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    const QString before = stage.fieldOf(u"sku"_s);
    stage.map.setField(stage.column(u"sku"_s), u"products[].article"_s);
    stage.map.setPerRow(u"currency"_s, true);
    stage.map.undo();
    QCOMPARE(stage.fieldOf(u"currency"_s), u"currency"_s);
    stage.place.nameList(u"lines"_s); // where they go changes meanwhile
    stage.map.undo();
    QCOMPARE(stage.fieldOf(u"sku"_s), QString(before).replace("products"_L1, "lines"_L1));
    QVERIFY(stage.map.draft().mapping.gives(u"$key"));
}

void TestUiMapProperties::clearAllKeepsKeyAndContact()
{
    CollectionStage stage;
    stage.openNew();
    stage.showMap();
    stage.map.clearAll();
    QCOMPARE(stage.map.draft().mapping.fields(), (QStringList { u"$key"_s, u"$contact"_s }));
    QVERIFY(!stage.mapPage.primaryEnabled()); // a record of nothing
    stage.map.mapAgain();
    QVERIFY(stage.fieldOf(u"sku"_s).startsWith("products[]."_L1));
    QVERIFY(stage.map.draft().mapping.gives(u"$contact"));
}

void TestUiMapProperties::fixedValueGoesToAnyProperty()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.showMap();
    QTest::mouseClick(stage.mapPage.findChild<QAbstractButton *>(u"map.addFixed"_s), Qt::LeftButton);
    auto *combo = stage.mapPage.findChild<SearchableCombo *>(u"map.field.extra.2"_s);
    QVERIFY(combo && combo->isOpen());
    auto *filter = combo->findChild<QLineEdit *>(u"choice.filter"_s);
    QTest::keyClicks(filter, u"source"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.map.draft().mapping.extras.back().field, u"source"_s);
    ExtraField fixed = stage.map.draft().mapping.extras.back();
    fixed.text = u"shop"_s;
    stage.map.changeExtra(2, fixed);
    QVERIFY2(stage.record().contains("source: shop"_L1), qPrintable(stage.record()));
}

QTEST_MAIN(TestUiMapProperties)
#include "test_ui_map_properties.moc"
