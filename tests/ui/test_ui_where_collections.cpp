#include "tests/ui/collection_stage.h"

// Where to, for records without fixed fields: collections of Dotdigital.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

class TestUiWhereCollections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void fewCollectionsAreTiles();
    void newCollectionIsCheckedWhileTyped();
    void keyAndContactAreProposedAndCanBeChanged();
    void keyMayBeMadeOfTheRow();
    void rowsOfOneKeyAreProposedAsOneRecord();
    void doubtfulRowsAreAsked();
    void repeatedContactsSpeakAgainstGroups();
    void listNameIsChecked();
    void uniqueKeysAskNothing();
    void settledScopeIsSaidAndAsksNoContact();
    void scopeOfTheAccountTakesTheContactAway();
    void profileBringsAllOfItBack();
    void otherFileLosesAnswersWithoutColumn();
    void contactsGoIntoAList();
    void typeOfANewCollectionStandsUnderMore();
    void partsAreSaidBeforehand();
};

void TestUiWhereCollections::fewCollectionsAreTiles()
{
    CollectionStage stage;
    stage.open(singleOrders);
    stage.where.click(u"where.object.insightData/Bookings"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QCOMPARE(stage.place.snapshot().object, u"insightData/Bookings"_s);
    QVERIFY(stage.where.find<QAbstractButton>(u"where.object.insightData/Bookings"_s)->isChecked());
    QTRY_VERIFY(stage.wherePage.subline().contains("or replace the records there"_L1));
    stage.where.picture(u"where-collections-tiles"_s);
}

void TestUiWhereCollections::newCollectionIsCheckedWhileTyped()
{
    CollectionStage stage;
    stage.open();
    QVERIFY(stage.shows(u"where.object.contacts"_s)); // a tile
    stage.where.click(u"where.object.new"_s);
    auto *name = stage.where.find<QLineEdit>(u"where.new.name"_s);
    const auto *take = stage.where.find<QAbstractButton>(u"where.new.take"_s);
    QVERIFY(name->hasFocus());
    QVERIFY(!take->isEnabled());
    QTest::keyClicks(name, u"my orders"_s);
    QVERIFY(!take->isEnabled());
    QVERIFY2(stage.text(u"where.new.wrong"_s).contains("space"_L1),
             qPrintable(stage.text(u"where.new.wrong"_s)));
    QCOMPARE(take->accessibleDescription(), stage.text(u"where.new.wrong"_s));
    stage.where.picture(u"where-collections-name"_s);
    name->setText(u"bookings"_s); // there, in another case of letters
    QVERIFY(!take->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(stage.place.snapshot().object, QString());
    name->setText(u"my_orders"_s);
    QCOMPARE(stage.text(u"where.new.wrong"_s), QString());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QVERIFY(stage.place.snapshot().objectInfo()->isNew);
    QCOMPARE(stage.where.find<SearchableCombo>(u"where.object"_s)->shownText(), u"my_orders"_s);
    stage.place.chooseObject(u"insightData/Bookings"_s); // another idea: the name that nobody uses is gone
    QCOMPARE(stage.place.snapshot().objects.size(), std::size_t(3));
}

void TestUiWhereCollections::keyAndContactAreProposedAndCanBeChanged()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    QCOMPARE(stage.question(u"key"_s)->chosenId(), u"=order_no"_s);
    QCOMPARE(stage.question(u"contact"_s)->chosenId(), u"=customer_email"_s);
    QVERIFY(stage.text(u"where.question.key.because"_s).contains("replaced"_L1));
    QVERIFY(stage.text(u"where.question.contact.because"_s).contains("must be in Dotdigital"_L1));
    QVERIFY(!stage.shows(u"where.key"_s));
    QVERIFY(stage.wherePage.primaryEnabled());
    QVERIFY2(stage.wherePage.subline().contains("Key: order_no."_L1), qPrintable(stage.wherePage.subline()));
    const Draft draft = stage.map.draft();
    QCOMPARE(draft.target.keyField, u"$key"_s);
    QCOMPARE(draft.mapping.extraFor(u"$key")->columns, QStringList { u"order_no"_s });
    QCOMPARE(draft.mapping.extraFor(u"$contact")->columns, QStringList { u"customer_email"_s });
    stage.where.picture(u"where-collections"_s);

    CollectionStage::choose(stage.question(u"key"_s), u"order total"_s);
    QCOMPARE(stage.map.draft().mapping.extraFor(u"$key")->columns, QStringList { u"order total"_s });
    QVERIFY(!stage.text(u"where.question.key.because"_s).contains("Proposed"_L1));
}

void TestUiWhereCollections::keyMayBeMadeOfTheRow()
{
    CollectionStage stage;
    stage.openNew();
    CollectionStage::choose(stage.question(u"key"_s), u"Made from"_s);
    QCOMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::NotAsked);
    QVERIFY(stage.wherePage.primaryEnabled());
    const Draft draft = stage.map.draft();
    QCOMPARE(draft.target.keyField, QString());
    QVERIFY(!draft.mapping.gives(u"$key"));
    QVERIFY(stage.map.complete());
    QVERIFY(stage.wherePage.subline().contains("made of the file and the row"_L1));
}

void TestUiWhereCollections::rowsOfOneKeyAreProposedAsOneRecord()
{
    CollectionStage stage;
    stage.openNew();
    QCOMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::Asked);
    QCOMPARE(stage.text(u"where.grouping.numbers"_s), u"“order_no” has 3 different values in 7 row(s)."_s);
    QCOMPARE(stage.text(u"where.grouping.apart.means"_s), u"4 row(s) would replace one before."_s);
    QVERIFY(stage.where.find<QRadioButton>(u"where.grouping.together"_s)->isChecked());
    QVERIFY(stage.text(u"where.grouping.because"_s).startsWith("Proposed"_L1));
    QCOMPARE(stage.map.draft().target.list, u"products"_s);
    stage.where.picture(u"where-collections-grouping"_s);
    stage.where.click(u"where.grouping.apart"_s);
    QVERIFY(stage.map.draft().target.list.isEmpty());
    QVERIFY(stage.wherePage.primaryEnabled());
}

void TestUiWhereCollections::doubtfulRowsAreAsked()
{
    CollectionStage stage;
    stage.openNew("order_no,customer_email,a,b,c,d\n"
                  "A-1001,anna@example.com,1,1,1,1\n"
                  "A-1001,anna@example.com,2,2,2,2\n"
                  "A-1002,ben@example.com,3,4,5,6\n");
    QCOMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::Asked);
    QVERIFY(!stage.place.snapshot().grouping.groups);
    QVERIFY(!stage.wherePage.primaryEnabled());
    QVERIFY(stage.wherePage.primaryReason().contains("same key"_L1));
    auto *together = stage.where.find<QRadioButton>(u"where.grouping.together"_s);
    QVERIFY(!together->isChecked());
    QVERIFY(!stage.where.find<QRadioButton>(u"where.grouping.apart"_s)->isChecked());
    QCOMPARE(stage.wherePage.firstDecision(), together);
    const auto *because = stage.where.find<QLabel>(u"where.grouping.because"_s);
    QVERIFY(because->isVisible() && because->y() < together->y()); // the reason before the question
    stage.where.picture(u"where-collections-doubt"_s);
    stage.where.click(u"where.grouping.together"_s);
    QVERIFY(stage.wherePage.primaryEnabled());
}

void TestUiWhereCollections::repeatedContactsSpeakAgainstGroups()
{
    CollectionStage stage;
    stage.openNew("order_no,customer_email,date,total,sku\n"
                  "A-1001,anna@example.com,2026-02-03,1,7\n"
                  "A-1001,ben@example.com,2026-02-03,1,8\n"
                  "A-1002,carla@example.com,2026-02-04,2,9\n");
    QCOMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::Asked);
    QVERIFY(!stage.place.snapshot().grouping.groups);
}

void TestUiWhereCollections::listNameIsChecked()
{
    CollectionStage stage;
    stage.openNew();
    auto *list = stage.where.find<QLineEdit>(u"where.grouping.list"_s);
    QCOMPARE(list->text(), u"products"_s);
    list->setFocus();
    list->selectAll();
    QTest::keyClicks(list, u"order lines"_s);
    QVERIFY(!stage.text(u"where.grouping.wrong"_s).isEmpty());
    QVERIFY(!stage.wherePage.primaryEnabled());
    QCOMPARE(stage.wherePage.primaryReason(), u"Name the list to continue"_s);
    list->selectAll();
    QTest::keyClicks(list, u"lines"_s);
    QVERIFY(stage.wherePage.primaryEnabled());
    QCOMPARE(stage.fieldOf(u"sku"_s), u"lines[].sku"_s);
}

void TestUiWhereCollections::uniqueKeysAskNothing()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    QCOMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::NotAsked);
    QVERIFY(!stage.shows(u"where.grouping"_s));
    QVERIFY(stage.wherePage.primaryEnabled());
}

void TestUiWhereCollections::settledScopeIsSaidAndAsksNoContact()
{
    CollectionStage stage;
    stage.open("branch_id,city\nB-1,Leipzig\nB-2,York\n", u"insightData/Branches"_s);
    QVERIFY(!stage.shows(u"where.scope"_s));
    QVERIFY2(stage.text(u"where.settled"_s).contains("account"_L1),
             qPrintable(stage.text(u"where.settled"_s)));
    QVERIFY(!stage.question(u"contact"_s) || !stage.question(u"contact"_s)->isVisible());
    QVERIFY(!stage.map.draft().mapping.gives(u"$contact"));
    QCOMPARE(stage.check.draft().target.options["scope"_L1].toString(), u"account"_s);
    stage.where.picture(u"where-collections-settled"_s);
}

void TestUiWhereCollections::scopeOfTheAccountTakesTheContactAway()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    QVERIFY(stage.shows(u"where.identifier"_s));
    CollectionStage::choose(stage.where.find<SearchableCombo>(u"where.scope"_s), u"account"_s);
    QVERIFY(!stage.shows(u"where.identifier"_s));
    QVERIFY(!stage.map.draft().mapping.gives(u"$contact"));
    QCOMPARE(stage.map.draft().mapping.mapped(), 4); // what was mapped stays
    CollectionStage::choose(stage.where.find<SearchableCombo>(u"where.scope"_s), u"contact"_s);
    QCOMPARE(stage.map.draft().mapping.extraFor(u"$contact")->columns, QStringList { u"customer_email"_s });
}

void TestUiWhereCollections::profileBringsAllOfItBack()
{
    CollectionStage stage;
    stage.openNew();
    CollectionStage::choose(stage.question(u"key"_s), u"order_no"_s);
    QTRY_COMPARE(stage.place.snapshot().grouping.state, PlaceDesk::Grouping::State::Asked);
    stage.place.nameList(u"lines"_s);
    stage.map.setPerRow(u"currency"_s, true);
    const Profile profile = stage.map.currentProfile(u"Orders"_s);
    QCOMPARE(profile.target.list, u"lines"_s);

    CollectionStage next;
    next.open();
    Profile same = profile;
    same.account = next.own.accounts.own().front().name;
    next.map.useProfile(same);
    QTRY_VERIFY(next.place.snapshot().complete());
    QCOMPARE(next.place.snapshot().object, u"insightData/Orders"_s);
    QVERIFY(next.place.snapshot().objectInfo()->isNew); // still not there
    QCOMPARE(next.question(u"key"_s)->chosenId(), u"=order_no"_s);
    QCOMPARE(next.map.draft().target.list, u"lines"_s);
    QCOMPARE(next.fieldOf(u"currency"_s), u"lines[].currency"_s); // as the person had it
    QCOMPARE(next.fieldOf(u"order_total"_s), stage.fieldOf(u"order_total"_s));
}

void TestUiWhereCollections::otherFileLosesAnswersWithoutColumn()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.file.open(stage.bench.write(u"other.csv"_s, "Größe,Farbe\nL,rot\nM,blau\n"));
    QTRY_COMPARE(stage.file.snapshot().look.columns.size(), 2);
    QTRY_VERIFY(stage.place.snapshot().openQuestion());
    QVERIFY(!stage.wherePage.primaryEnabled());
    QVERIFY(stage.wherePage.primaryReason().startsWith("Choose the column of"_L1));
}

void TestUiWhereCollections::contactsGoIntoAList()
{
    CollectionStage stage;
    stage.open("Email,First name\nanna@example.com,Anna\n", u"contacts"_s);
    QTRY_COMPARE(stage.place.snapshot().choices.state, PlaceDesk::Choices::State::Known);
    QVERIFY(stage.place.snapshot().questions().empty());
    QVERIFY(stage.wherePage.primaryEnabled());
    CollectionStage::choose(stage.where.find<SearchableCombo>(u"where.list"_s), u"Newsletter"_s);
    QCOMPARE(stage.check.draft().target.options["list"_L1].toString(), u"345579"_s);
    stage.where.click(u"where.more"_s);
    QVERIFY(stage.shows(u"where.option.merge"_s));
    stage.where.picture(u"where-collections-contacts"_s);
}

void TestUiWhereCollections::typeOfANewCollectionStandsUnderMore()
{
    CollectionStage stage;
    stage.openNew(singleOrders);
    stage.where.click(u"where.more"_s);
    QVERIFY(stage.shows(u"where.option.type"_s));
    stage.where.picture(u"where-collections-more"_s);
    CollectionStage existing;
    existing.open(singleOrders, u"insightData/Bookings"_s);
    existing.where.click(u"where.more"_s);
    QVERIFY(!existing.shows(u"where.option.type"_s)); // it has one
}

void TestUiWhereCollections::partsAreSaidBeforehand()
{
    CollectionStage stage;
    QByteArray bytes("order_no,customer_email,note\n");
    for (int order = 1; order <= 120'000; ++order)
        bytes += "A-" + QByteArray::number(order) + ",anna@example.com," + QByteArray(60, 'x') + '\n';
    stage.openNew(bytes);
    // About 230 bytes a record as it is sent, twice what the file takes.
    QVERIFY2(stage.text(u"where.parts"_s).contains("about 3 part(s)"_L1),
             qPrintable(stage.text(u"where.parts"_s)));
}

QTEST_MAIN(TestUiWhereCollections)
#include "test_ui_where_collections.moc"
