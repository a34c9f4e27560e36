#include "tests/unit/grid/grid_page.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

class TestGridNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noteOpensUnderTheCurrentRowOnly();
    void enterTakesTheNotesActions();
    void tabReachesTheNotesButtonsAndLeaves();
    void detailsUnfold();
    void noteThatGoesGivesTheFocusBack();
    void clickedRowStaysUnderThePointer();
};

void TestGridNote::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

static GridRow wrongRow(const ListSource &source, qint64 visual)
{
    GridRow row = source.plain(visual);
    row.mark = GridMark::Problem;
    row.cellMarks = { { 2, GridMark::Problem, {} } };
    row.note = u"Country is not on the list."_s;
    row.noteDetails = u"INVALID_OR_NULL"_s;
    row.noteActions = QStringList { u"Use it"_s, u"Use it for all"_s };
    return row;
}

static QList<QPushButton *> noteButtons(const Page &page)
{
    QList<QPushButton *> shown;
    for (QPushButton *button : page.grid->findChildren<QPushButton *>()) {
        if (button->isVisible())
            shown << button;
    }
    return shown;
}

void TestGridNote::noteOpensUnderTheCurrentRowOnly()
{
    ListSource source(100);
    source.special[3] = wrongRow(source, 3);
    Page page(source);
    const int closed = page.grid->cellRect(4, 0).top();
    QVERIFY(noteButtons(page).isEmpty());
    page.grid->setCurrent(3, 0);
    QCOMPARE(noteButtons(page).size(), 3);
    const int open = page.grid->cellRect(4, 0).top();
    QVERIFY(open >= closed + 38);
    QCOMPARE(page.grid->cellRect(3, 0).bottom() + 1, closed);
    page.grid->setCurrent(2, 0);
    QVERIFY(noteButtons(page).isEmpty());
    QCOMPARE(page.grid->cellRect(4, 0).top(), closed);
}

void TestGridNote::enterTakesTheNotesActions()
{
    ListSource source(100);
    source.special[3] = wrongRow(source, 3);
    Page page(source);
    QSignalSpy actions(page.grid, &Grid::noteActionTriggered);
    QSignalSpy activated(page.grid, &Grid::cellActivated);
    page.grid->setCurrent(3, 0);
    key(page, Qt::Key_Return);
    key(page, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(actions.count(), 2);
    QCOMPARE(actions.at(0), (QVariantList { qint64 { 3 }, 0 }));
    QCOMPARE(actions.at(1), (QVariantList { qint64 { 3 }, 1 }));
    QCOMPARE(activated.count(), 0);
    page.grid->setCurrent(4, 1);
    key(page, Qt::Key_Return);
    QCOMPARE(actions.count(), 2);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.front(), (QVariantList { qint64 { 4 }, 1 }));
}

void TestGridNote::tabReachesTheNotesButtonsAndLeaves()
{
    ListSource source(100);
    source.special[3] = wrongRow(source, 3);
    Page page(source);
    QVERIFY(QTest::qWaitForWindowActive(&page.window));
    page.grid->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), page.after);
    page.grid->setFocus();
    page.grid->setCurrent(3, 0);
    const QList<QPushButton *> buttons = noteButtons(page);
    QSignalSpy actions(page.grid, &Grid::noteActionTriggered);
    for (const auto *label : { "Use it", "Use it for all", "Details" }) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(button != nullptr);
        QCOMPARE(button->text(), QString::fromLatin1(label));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), page.after);
    buttons.front()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(actions.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), page.grid);
}

void TestGridNote::detailsUnfold()
{
    ListSource source(100);
    source.special[3] = wrongRow(source, 3);
    Page page(source);
    page.grid->setCurrent(3, 0);
    auto *words = page.grid->findChild<QWidget *>(u"grid.noteDetails"_s);
    QVERIFY(!words->isVisible());
    const int before = page.grid->cellRect(4, 0).top();
    noteButtons(page).back()->click();
    QVERIFY(words->isVisible());
    QVERIFY(page.grid->cellRect(4, 0).top() > before);
}

void TestGridNote::noteThatGoesGivesTheFocusBack()
{
    ListSource source(100);
    source.special[3] = wrongRow(source, 3);
    Page page(source);
    QVERIFY(QTest::qWaitForWindowActive(&page.window));
    page.grid->setCurrent(3, 0);
    noteButtons(page).front()->setFocus();
    source.special.remove(3);
    Q_EMIT source.rowsChanged(3, 1);
    QCOMPARE(QApplication::focusWidget(), page.grid);
    QVERIFY(noteButtons(page).isEmpty());
}

void TestGridNote::clickedRowStaysUnderThePointer()
{
    ListSource source(1000);
    source.special[503] = wrongRow(source, 503);
    Page page(source);
    page.grid->goToRow(503);
    const QPoint at = page.grid->cellRect(505, 1).center();
    QTest::mouseClick(page.grid->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    QCOMPARE(page.grid->currentRow(), qint64 { 505 });
    QCOMPARE(page.grid->rowAt(at), qint64 { 505 });
}

QTEST_MAIN(TestGridNote)
#include "test_grid_note.moc"
