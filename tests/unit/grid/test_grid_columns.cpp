#include "tests/unit/grid/grid_page.h"
#include "tests/unit/grid/wide_source.h"
#include "ui/style/style.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

/// Hiding, freezing, fitting, and the header by the keyboard.
class TestGridColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hiddenColumnsAreSkipped();
    void lastColumnCannotBeHidden();
    void currentCellLeavesHiddenColumn();
    void resetKeepsWhatThePersonArranged();
    void otherColumnsAreShownAgain();
    void frozenColumnsStayInPlace();
    void tooWideAFreezeLeavesRoomToScroll();
    void headerIsReachedByKeys();
    void headerMenuByKeyboard();
    void cellMenuHoldsTheColumnsActions();
    void menuHidesAllSelectedColumns();
    void pagesAddToTheMenu();
    void farColumnsAreMeasuredToo();
    void fitAllTakesRowsAroundTheView();
    void hundredThousandColumns();
    void columnsChangedKeepsEverythingElse();
};

namespace {

QList<int> lefts(const Grid &grid, int columns)
{
    QList<int> found;
    for (int column = 0; column < columns; ++column)
        found << grid.cellRect(0, column).left();
    return found;
}

QAction *actionOf(const Grid &grid, const QString &name)
{
    return grid.findChild<QAction *>(name);
}

void trigger(const Grid &grid, const QString &name)
{
    QAction *action = actionOf(grid, name);
    QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(name));
    action->trigger();
}

} // namespace

void TestGridColumns::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGridColumns::hiddenColumnsAreSkipped()
{
    ListSource source(100);
    Page page(source);
    const int second = page.grid->cellRect(0, 1).left();
    page.grid->hideColumns({ 1 });
    QVERIFY(page.grid->isColumnHidden(1));
    QCOMPARE(page.grid->columnWidth(1), 0);
    QCOMPARE(page.grid->cellRect(0, 2).left(), second);
    QCOMPARE(page.grid->columnAt({ second + 2, 5 }), 2);
    page.grid->setCurrent(3, 0);
    key(page, Qt::Key_Right);
    QCOMPARE(page.grid->currentColumn(), 2);
    key(page, Qt::Key_Home);
    QCOMPARE(page.grid->currentColumn(), 0);
    page.grid->showAllColumns();
    key(page, Qt::Key_Right);
    QCOMPARE(page.grid->currentColumn(), 1);
}

void TestGridColumns::lastColumnCannotBeHidden()
{
    ListSource source(100);
    Page page(source);
    page.grid->hideColumns({ 0, 1, 2 });
    QVERIFY(!page.grid->isColumnHidden(0));
    page.grid->hideColumns({ 0, 2 });
    page.grid->hideColumns({ 1 });
    QVERIFY(!page.grid->isColumnHidden(1));
}

void TestGridColumns::currentCellLeavesHiddenColumn()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(3, 2);
    QSignalSpy moved(page.grid, &Grid::currentChanged);
    page.grid->hideColumns({ 2 });
    QCOMPARE(page.grid->currentColumn(), 1);
    QCOMPARE(moved.count(), 1);
}

void TestGridColumns::resetKeepsWhatThePersonArranged()
{
    ListSource source(100);
    Page page(source);
    page.grid->hideColumns({ 1 });
    page.grid->freezeColumns(1);
    page.grid->setColumnWidth(2, 333);
    source.count = 7; // a filter
    Q_EMIT source.reset();
    QVERIFY(page.grid->isColumnHidden(1));
    QCOMPARE(page.grid->scene().geometry.frozenPlaces(), 1);
    QCOMPARE(page.grid->columnWidth(2), 333);
}

void TestGridColumns::otherColumnsAreShownAgain()
{
    ListSource source(100);
    Page page(source);
    page.grid->hideColumns({ 1 });
    source.about[0].title = u"Nachname"_s;
    Q_EMIT source.reset();
    QVERIFY(!page.grid->isColumnHidden(1));
}

void TestGridColumns::frozenColumnsStayInPlace()
{
    WideSource source(1000, 50);
    Grid grid;
    grid.setSource(&source);
    grid.resize(700, 400);
    grid.show();
    grid.freezeColumns(2);
    const QList<int> before = lefts(grid, 4);
    grid.horizontalScrollBar()->setValue(grid.horizontalScrollBar()->maximum());
    const QList<int> after = lefts(grid, 4);
    QCOMPARE(after.mid(0, 2), before.mid(0, 2));
    QVERIFY(after[2] < before[2]);
    QCOMPARE(grid.cellRect(0, 49).right(), grid.viewport()->width() - 1);
    QCOMPARE(grid.columnAt(grid.cellRect(0, 1).center()), 1);
    // What scrolled behind the frozen columns is not to be hit there.
    QCOMPARE(grid.columnAt({ grid.cellRect(0, 1).right() + 3, 5 }),
             grid.scene().geometry.visibleColumns()[2]);
    grid.setCurrent(0, 2);
    QCOMPARE(grid.cellRect(0, 2).left(), grid.cellRect(0, 1).right() + 1);
    const int x = grid.horizontalScrollBar()->value();
    grid.setCurrent(0, 0);
    QCOMPARE(grid.horizontalScrollBar()->value(), x);
}

void TestGridColumns::tooWideAFreezeLeavesRoomToScroll()
{
    WideSource source(1000, 50);
    Grid grid;
    grid.setSource(&source);
    grid.resize(700, 400);
    grid.show();
    grid.freezeColumns(40);
    const GridGeometry &g = grid.scene().geometry;
    QVERIFY(g.frozenPlaces() > 0);
    QVERIFY(g.viewport.width() - g.frozenWidth() >= (g.viewport.width() - g.leadWidth()) / 3);
    grid.setCurrent(0, 49);
    QVERIFY(grid.viewport()->rect().contains(grid.cellRect(0, 49)));
}

void TestGridColumns::headerIsReachedByKeys()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy column(page.grid, &Grid::columnActivated);
    page.grid->setCurrent(1, 0);
    key(page, Qt::Key_Up);
    QVERIFY(!page.grid->scene().onHeader);
    key(page, Qt::Key_Up);
    QVERIFY(page.grid->scene().onHeader);
    const QImage onFirst = page.grid->grab().toImage();
    key(page, Qt::Key_Right);
    QVERIFY(page.grid->scene().onHeader);
    QVERIFY(page.grid->grab().toImage() != onFirst);
    key(page, Qt::Key_Return);
    key(page, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(column.count(), 2);
    QCOMPARE(column.at(0).front().toInt(), 1);
    QCOMPARE(column.at(1).front().toInt(), 1);
    key(page, Qt::Key_Space);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 1, 1 }));
    key(page, Qt::Key_Down);
    QVERIFY(!page.grid->scene().onHeader);
    QCOMPARE(page.grid->currentRow(), qint64 { 0 });
}

void TestGridColumns::headerMenuByKeyboard()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(0, 1);
    key(page, Qt::Key_Up);
    key(page, Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(page.grid->findChild<QMenu *>(u"grid.columnMenu"_s)->isVisible());
    QVERIFY(page.grid->findChild<QMenu *>(u"grid.cellMenu"_s) == nullptr);
    QVERIFY(!actionOf(*page.grid, u"grid.showAllColumns"_s)->isEnabled());
    trigger(*page.grid, u"grid.hideColumn"_s);
    QVERIFY(page.grid->isColumnHidden(1));
}

void TestGridColumns::cellMenuHoldsTheColumnsActions()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy column(page.grid, &Grid::columnActivated);
    const QPoint at = page.grid->cellRect(4, 1).center();
    page.grid->setCurrent(4, 1);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, page.grid->viewport()->mapToGlobal(at));
    QApplication::sendEvent(page.grid->viewport(), &event);
    QVERIFY(page.grid->findChild<QMenu *>(u"grid.cellMenu"_s)->isVisible());
    trigger(*page.grid, u"grid.aboutColumn"_s);
    QCOMPARE(column.front().front().toInt(), 1);
    trigger(*page.grid, u"grid.freeze"_s);
    QCOMPARE(page.grid->scene().geometry.frozenPlaces(), 2);
}

void TestGridColumns::menuHidesAllSelectedColumns()
{
    WideSource source(100, 6);
    Grid grid;
    grid.setSource(&source);
    grid.resize(700, 400);
    grid.show();
    grid.selectColumns(1, 3);
    QTest::keyClick(&grid, Qt::Key_F10, Qt::ShiftModifier);
    trigger(grid, u"grid.hideColumn"_s);
    QCOMPARE(grid.scene().geometry.columns.hiddenCount(), 3);
    QVERIFY(grid.isColumnHidden(2));
    QCOMPARE(grid.currentColumn(), 4);
}

void TestGridColumns::pagesAddToTheMenu()
{
    ListSource source(100);
    Page page(source);
    QStringList asked;
    connect(page.grid, &Grid::menuOpening, this, [&asked](QMenu *menu, qint64 row, int column) {
        asked << u"%1 %2"_s.arg(row).arg(column);
        menu->addAction(u"Leave out"_s)->setObjectName(u"page.leaveOut"_s);
    });
    page.grid->setCurrent(4, 1);
    key(page, Qt::Key_Menu);
    QCOMPARE(asked, QStringList { u"4 1"_s });
    QVERIFY(actionOf(*page.grid, u"page.leaveOut"_s) != nullptr);
}

void TestGridColumns::farColumnsAreMeasuredToo()
{
    ListSource source(100);
    source.about.clear();
    for (int at = 0; at < 400; ++at) {
        GridColumn about;
        about.title = at == 399 ? u"A name that needs more room than most"_s : u"x"_s;
        source.about.push_back(about);
    }
    Page page(source);
    const int need = QFontMetrics(page.grid->scene().titleFont()).horizontalAdvance(source.about[399].title);
    QTRY_VERIFY(page.grid->columnWidth(399) >= std::min(need, page.grid->columnWidth(398) * 2));
    QVERIFY(page.grid->columnWidth(399) > page.grid->columnWidth(398));
}

void TestGridColumns::fitAllTakesRowsAroundTheView()
{
    ListSource source(1000);
    GridRow row = source.plain(40); // below the view, but near
    row.cells[1] = u"A rather long first name that nobody has"_s;
    source.special[40] = row;
    Page page(source);
    page.grid->fitAllColumns();
    const int text = QFontMetrics(page.grid->scene().cellFont()).horizontalAdvance(row.cells[1]);
    QVERIFY(page.grid->columnWidth(1) >= text);
}

void TestGridColumns::hundredThousandColumns()
{
    WideSource source(1000, 100'000);
    Grid grid;
    grid.setSource(&source);
    grid.resize(700, 400);
    grid.show();
    QTest::keyClick(&grid, Qt::Key_End);
    QCOMPARE(grid.currentColumn(), 99'999);
    QVERIFY(grid.viewport()->rect().contains(grid.cellRect(0, 99'999)));
    grid.selectAll();
    grid.hideColumns({ 5 });
    QTest::keyClick(&grid, Qt::Key_Home);
    QCOMPARE(grid.currentColumn(), 0);
    grid.grab();
}

void TestGridColumns::columnsChangedKeepsEverythingElse()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(50, 1);
    const QImage before = page.grid->grab().toImage();
    source.about[2].mark = GridMark::HeadsUp;
    Q_EMIT source.columnsChanged();
    QVERIFY(page.grid->grab().toImage() != before);
    QCOMPARE(page.grid->currentRow(), qint64 { 50 });
    QVERIFY(page.grid->viewport()->rect().contains(page.grid->cellRect(50, 1)));
}

QTEST_MAIN(TestGridColumns)
#include "test_grid_columns.moc"
