#include "tests/ui/map_stage.h"
#include "ui/style/focus_ring.h"

#include <QApplication>
#include <QFocusFrame>
#include <QSet>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// Every widget of the window stands once in its chain of tab stops, which leads there and back.
void verifyTabChain(QWidget &window)
{
    QSet<QWidget *> seen;
    QWidget *at = &window;
    do {
        QVERIFY(!seen.contains(at));
        seen.insert(at);
        QCOMPARE(at->nextInFocusChain()->previousInFocusChain(), at);
        at = at->nextInFocusChain();
    } while (at != &window);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window)
            QVERIFY2(seen.contains(widget), qPrintable(widget->objectName()));
    }
}

} // namespace

class TestUiMapCleaners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void cleansUpStepByStep();
    void tabStopsStayOneChain();
    void cleanersMoveAndGo();
    void chipsShowAndRemoveWhatIsDone();
    void typingIsOneChange();
    void cleanerWithoutItsValueChangesNothing();
    void panelIsInViewInALowWindow();
};

void TestUiMapCleaners::cleansUpStepByStep()
{
    MapStage stage;
    stage.openText("Last name,E-mail\n  smITH  ,a@example.com\nJONES,b@example.com\n");
    stage.choose(u"0"_s, u"Clean up…"_s);
    auto *panel = stage.part<QWidget>(u"map.cleaners"_s);
    QVERIFY(panel);
    auto *add = stage.part<QAbstractButton>(u"map.cleaners.add"_s);
    QVERIFY(add && add->hasFocus());
    stage.trigger(u"map.cleaners.add.trim"_s);
    stage.trigger(u"map.cleaners.add.title"_s);
    QCOMPARE(stage.words(u"map.cleaner.0.step"_s), u"“  smITH  ” becomes “smITH”"_s);
    QCOMPARE(stage.words(u"map.cleaner.1.step"_s), u"“smITH” becomes “Smith”"_s);
    QCOMPARE(stage.words(u"map.cleaners.whole"_s), u"In the sample row: “  smITH  ” → “Smith”"_s);
    QCOMPARE(stage.sent(u"LastName"_s), u"Smith"_s);
    QCOMPARE(stage.sent(u"LastName"_s, 1), u"Jones"_s);
    QCOMPARE(stage.row(0)->look().sent, u"Smith"_s);
    takePicture(stage.page, u"map-cleaners"_s);

    stage.click(u"map.sampleNext"_s); // live on another row, too
    QCOMPARE(stage.words(u"map.cleaner.1.step"_s), u"“JONES” becomes “Jones”"_s);
}

void TestUiMapCleaners::tabStopsStayOneChain()
{
    FocusRing ring;
    ring.follow(*qApp);
    MapStage stage;
    stage.openText("Name,Phone,Code,Born,City\n\"Smith, Anna\",030 123,47,03.04.47,Ulm\n");
    stage.map.setField(1, u"Phone"_s);
    stage.map.setField(2, u"Department"_s);
    stage.choose(u"1"_s, u"Clean up…"_s);
    stage.trigger(u"map.cleaners.add.phone"_s);
    verifyTabChain(stage.page);
    QTRY_VERIFY(!stage.page.findChild<QMenu *>(u"map.rowActions"_s));
    stage.choose(u"2"_s, u"Clean up…"_s);
    stage.trigger(u"map.cleaners.add.zeros"_s);
    verifyTabChain(stage.page);
    stage.click(u"map.cleaners.close"_s);
    QTRY_VERIFY(!stage.page.findChild<QWidget *>(u"map.cleaners"_s)); // it is gone for good
    verifyTabChain(stage.page);
    stage.click(u"map.addFixed"_s);
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(filter && filter->window() != &stage.page);
    QVERIFY(filter->parentWidget()->findChild<QFocusFrame *>());
    QTRY_VERIFY(stage.page.findChildren<QFocusFrame *>(QString(), Qt::FindDirectChildrenOnly).isEmpty());
    verifyTabChain(stage.page);
    QTest::keyClick(filter, Qt::Key_Escape);
}

void TestUiMapCleaners::cleanersMoveAndGo()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.setCleaners(u"LastName"_s,
                          { { .kind = CleanerKind::Replace, .find = u"Smith"_s, .text = u"Miller"_s },
                            { .kind = CleanerKind::Upper } });
    stage.choose(u"0"_s, u"Clean up…"_s);
    QCOMPARE(stage.sent(u"LastName"_s), u"MILLER"_s);
    QVERIFY(!stage.part<QAbstractButton>(u"map.cleaner.0.up"_s)->isEnabled());
    stage.click(u"map.cleaner.1.up"_s);
    QCOMPARE(stage.mapping(0).treatment.cleaners[0].kind, CleanerKind::Upper);
    QCOMPARE(stage.sent(u"LastName"_s), u"SMITH"_s); // "SMITH" has no "Smith"
    stage.click(u"map.cleaner.1.remove"_s);
    QCOMPARE(stage.mapping(0).treatment.cleaners.size(), std::size_t(1));
    QVERIFY(stage.part<QAbstractButton>(u"map.cleaners.add"_s)->hasFocus());
}

void TestUiMapCleaners::chipsShowAndRemoveWhatIsDone()
{
    MapStage stage;
    stage.openText("Last name,E-mail\n smith ,a@example.com\n");
    QVERIFY(!stage.part<QAbstractButton>(u"map.chip.0.0"_s));
    stage.map.setCleaners(u"LastName"_s, { { .kind = CleanerKind::Trim }, { .kind = CleanerKind::Upper } });
    auto *trim = stage.part<QAbstractButton>(u"map.chip.0.0"_s);
    auto *upper = stage.part<QAbstractButton>(u"map.chip.0.1"_s);
    QVERIFY(trim && upper);
    QCOMPARE(upper->text(), u"UPPER"_s);
    QVERIFY2(upper->accessibleDescription().startsWith(u"“smith” becomes “SMITH”"_s),
             qPrintable(upper->accessibleDescription()));
    QVERIFY(stage.row(0)->accessibleName().contains(u"UPPER"_s));
    takePicture(stage.page, u"map-chips"_s);
    trim->setFocus();
    QTest::keyClick(trim, Qt::Key_Delete);
    QCOMPARE(stage.mapping(0).treatment.cleaners, (std::vector<Cleaner> { { .kind = CleanerKind::Upper } }));
    QVERIFY(stage.combo(0)->hasFocus());
    auto *left = stage.part<QAbstractButton>(u"map.chip.0.0"_s);
    left->click(); // opens what it stands for
    QVERIFY(stage.part<QWidget>(u"map.cleaners"_s));
}

void TestUiMapCleaners::typingIsOneChange()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.choose(u"0"_s, u"Clean up…"_s);
    stage.trigger(u"map.cleaners.add.replace"_s);
    auto *find = stage.part<QLineEdit>(u"map.cleaner.0.find"_s);
    QVERIFY(find && find->hasFocus());
    QTest::keyClicks(find, u"Smith"_s);
    QVERIFY(find->hasFocus()); // it is the same field still
    auto *text = stage.part<QLineEdit>(u"map.cleaner.0.text"_s);
    QTest::keyClicks(text, u"Miller"_s);
    QCOMPARE(stage.sent(u"LastName"_s), u"Miller"_s);
    stage.map.undo();
    QCOMPARE(stage.sent(u"LastName"_s), u"Smith"_s);
    QVERIFY(stage.mapping(0).treatment.cleaners.empty()); // without a value it was no change
}

void TestUiMapCleaners::cleanerWithoutItsValueChangesNothing()
{
    MapStage stage;
    stage.openText("Last name,E-mail\nSmith,a@example.com\n");
    stage.map.setField(1, u"Email"_s);
    stage.map.setCleaners(u"LastName"_s, { { .kind = CleanerKind::Upper } });
    const QString before = stage.map.snapshot().lastChange;
    stage.choose(u"0"_s, u"Clean up…"_s);
    stage.trigger(u"map.cleaners.add.blankIf"_s);
    auto *find = stage.part<QLineEdit>(u"map.cleaner.1.find"_s);
    QVERIFY(find && find->hasFocus());
    QVERIFY(find->placeholderText().isEmpty()); // its line says it
    QCOMPARE(stage.mapping(0).treatment.cleaners.size(), std::size_t(1));
    QCOMPARE(stage.map.snapshot().lastChange, before);
    QVERIFY(!stage.part<QAbstractButton>(u"map.chip.0.1"_s));
    QTest::keyClicks(find, u"SMITH"_s);
    QCOMPARE(stage.sent(u"LastName"_s), QString());
    QVERIFY(stage.part<QAbstractButton>(u"map.chip.0.1"_s));
    find->clear();
    QTest::keyClicks(find, u"x"_s);
    QTest::keyClick(find, Qt::Key_Backspace);
    QCOMPARE(stage.mapping(0).treatment.cleaners.size(), std::size_t(1));
    QVERIFY(find->hasFocus());
    stage.click(u"map.cleaner.1.remove"_s);

    stage.trigger(u"map.cleaners.add.default"_s);
    auto *text = stage.part<QLineEdit>(u"map.cleaner.1.text"_s);
    QVERIFY(text && text->hasFocus());
    for (int time = 0; time < 2; ++time) // nothing in the field: the key is the page's
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stage.sent(u"LastName"_s), u"Smith"_s);
}

void TestUiMapCleaners::panelIsInViewInALowWindow()
{
    MapStage stage;
    stage.openText("Last name,E-mail,City,Phone\nSmith,a@example.com,Ulm,030 1\n");
    stage.page.resize(620, 260);
    const auto *table = stage.part<QWidget>(u"map.table"_s);
    QVERIFY(table->height() > 200); // the page scrolls instead
    stage.choose(u"2"_s, u"Clean up…"_s);
    for (const auto &kind : { u"zeros"_s }) {
        stage.trigger(u"map.cleaners.add."_s + kind);
        QWidget *focus = QApplication::focusWidget();
        QVERIFY2(focus, qPrintable(kind));
        const auto seen = [&] { return focus->visibleRegion().boundingRect().height(); };
        QTRY_COMPARE(seen(), focus->height());
    }
}

QTEST_MAIN(TestUiMapCleaners)
#include "test_ui_map_cleaners.moc"
