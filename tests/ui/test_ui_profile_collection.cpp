#include "tests/ui/collection_stage.h"
#include "ui/shell/main_window.h"

// A profile for a collection, in the whole window: what all rows say of the keys comes late.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

class TestUiProfileCollection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void profileGoesOnToCheckWhenTheKeysAreKnown();
};

void TestUiProfileCollection::profileGoesOnToCheckWhenTheKeysAreKnown()
{
    CollectionStage stage;
    stage.openNew();
    stage.map.setPerRow(u"currency"_s, true);
    Profile profile = stage.map.currentProfile(u"Orders"_s);
    profile.account = stage.own.accounts.own().front().name;
    QVERIFY(saveProfile(profile, stage.own.folders.profiles));

    MainWindow window(stage.own);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSet<QString> said;
    connect(&window.desks().place, &PlaceDesk::changed, &window, [&] {
        if (const auto *waits = window.findChild<QWidget *>(u"notice.profile.waits"_s)) {
            for (const QLabel *words : waits->findChildren<QLabel *>())
                said << words->text();
        }
    });
    window.openFile(stage.bench.write(u"next.csv"_s, orderLines));
    QTRY_VERIFY(window.findChild<QAbstractButton *>(u"notice.profile.use"_s));
    window.findChild<QAbstractButton *>(u"notice.profile.use"_s)->click();
    QTRY_COMPARE(window.step(), ui::Step::Check);
    QCOMPARE(window.desks().map.draft().target.list, u"products"_s);
    QVERIFY(said.contains(u"Connecting…"_s));
    QTRY_VERIFY(!window.findChild<QWidget *>(u"notice.profile.waits"_s));
}

QTEST_MAIN(TestUiProfileCollection)
#include "test_ui_profile_collection.moc"
