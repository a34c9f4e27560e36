#include "tests/unit/grid/grid_page.h"
#include "tests/unit/grid/wide_source.h"
#include "ui/grid/grid_copy.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

/// Ranges of cells, rows and columns, and what is copied of them.
class TestGridSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void controlClickAddsRanges();
    void wholeRowsAndColumnsByKeys();
    void headerClicksSelectColumns();
    void draggingOverHeadersSelectsColumns();
    void wholeColumnsGrowWithTheRows();
    void headerClickKeepsTheRowsInView();
    void copiesWithColumnNames();
    void copiesSeveralRangesWithGaps();
    void hiddenColumnsAreNotCopied();
    void copyWaitsForRowsThatAreNotAtHand();
    void escapeStopsACopy();
    void resetEndsACopy();
    void manyCellsAreCopiedBetweenEvents();

private:
    static QString copied() { return QApplication::clipboard()->text(); }
};

void TestGridSelection::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGridSelection::init()
{
    QApplication::clipboard()->setText(u"before"_s);
}

static void clickCell(const Page &page, qint64 row, int column, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(page.grid->viewport(), Qt::LeftButton, modifiers,
                      page.grid->cellRect(row, column).center());
}

static void clickHeader(const Page &page, int column, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(page.grid->childAt(page.grid->width() / 2, 4), Qt::LeftButton, modifiers,
                      { page.grid->cellRect(0, column).center().x(), 10 });
}

void TestGridSelection::controlClickAddsRanges()
{
    ListSource source(100);
    Page page(source);
    clickCell(page, 1, 0, Qt::NoModifier);
    clickCell(page, 3, 1, Qt::ControlModifier);
    clickCell(page, 4, 2, Qt::ShiftModifier);
    const std::vector<GridRange> wanted { { 1, 1, 0, 0 }, { 3, 4, 1, 2 } };
    QVERIFY(page.grid->selectedRanges() == wanted);
    QVERIFY(page.grid->scene().selection.contains(1, 0));
    QVERIFY(page.grid->scene().selection.contains(4, 1));
    QVERIFY(!page.grid->scene().selection.contains(1, 1));
    clickCell(page, 5, 0, Qt::NoModifier);
    QCOMPARE(page.grid->selectedRanges().size(), std::size_t { 1 });
}

void TestGridSelection::wholeRowsAndColumnsByKeys()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(7, 1);
    key(page, Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 7, 7, 0, 2 }));
    key(page, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 7, 8, 0, 2 }));
    page.grid->setCurrent(7, 1);
    key(page, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 1, 1 }));
    key(page, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 1, 2 }));
}

void TestGridSelection::headerClicksSelectColumns()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy activated(page.grid, &Grid::columnActivated);
    clickHeader(page, 0, Qt::NoModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 0, 0 }));
    QCOMPARE(activated.count(), 1);
    clickHeader(page, 1, Qt::ShiftModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 0, 1 }));
    clickHeader(page, 0, Qt::NoModifier);
    clickHeader(page, 2, Qt::ControlModifier);
    QCOMPARE(page.grid->selectedRanges().size(), std::size_t { 2 });
    QCOMPARE(activated.count(), 2); // choosing several is not asking about one
}

void TestGridSelection::draggingOverHeadersSelectsColumns()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy activated(page.grid, &Grid::columnActivated);
    QWidget *header = page.grid->childAt(page.grid->width() / 2, 4);
    const QPoint from(page.grid->cellRect(0, 0).center().x(), 10);
    const QPoint to(page.grid->cellRect(0, 2).center().x(), 10);
    QTest::mousePress(header, Qt::LeftButton, Qt::NoModifier, from);
    QMouseEvent move(QEvent::MouseMove, to, header->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(header, &move);
    QTest::mouseRelease(header, Qt::LeftButton, Qt::NoModifier, to);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 0, 2 }));
    QCOMPARE(activated.count(), 0);
}

void TestGridSelection::wholeColumnsGrowWithTheRows()
{
    ListSource source(100);
    Page page(source);
    page.grid->selectColumns(1, 1);
    source.count = 5000;
    Q_EMIT source.countChanged();
    QCOMPARE(page.grid->selection(), (GridRange { 0, 4999, 1, 1 }));
}

void TestGridSelection::headerClickKeepsTheRowsInView()
{
    ListSource source(10'000'000);
    Page page(source);
    page.grid->setCurrent(3, 0);
    page.grid->verticalScrollBar()->setValue(5'000'000);
    clickHeader(page, 1, Qt::NoModifier);
    QCOMPARE(page.grid->rowAt({ 5, 0 }), qint64 { 5'000'000 });
}

void TestGridSelection::copiesWithColumnNames()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(4, 1);
    key(page, Qt::Key_Right, Qt::ShiftModifier);
    key(page, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(copied(), u"First name\tCountry\nr4c1\tr4c2"_s);
}

void TestGridSelection::copiesSeveralRangesWithGaps()
{
    ListSource source(100);
    Page page(source);
    clickCell(page, 4, 2, Qt::NoModifier);
    clickCell(page, 1, 0, Qt::ControlModifier);
    page.grid->copy();
    QCOMPARE(copied(), u"r1c0\t\n\tr4c2"_s);
}

void TestGridSelection::hiddenColumnsAreNotCopied()
{
    ListSource source(100);
    Page page(source);
    page.grid->hideColumns({ 1 });
    page.grid->setCurrent(0, 0);
    key(page, Qt::Key_Right, Qt::ShiftModifier);
    page.grid->copy();
    QCOMPARE(copied(), u"r0c0\tr0c2"_s);
}

void TestGridSelection::copyWaitsForRowsThatAreNotAtHand()
{
    ListSource source(10'000);
    Page page(source);
    page.grid->selectColumns(1, 1);
    source.loaded = false;
    source.wanted.clear();
    page.grid->copy();
    QCOMPARE(copied(), u"before"_s);
    const std::pair<qint64, qint64> some(0, 500); // more than is in view, but not the whole file at once
    const auto asked = [&] { return std::count(source.wanted.begin(), source.wanted.end(), some); };
    QCOMPARE(asked(), 1);
    Q_EMIT source.rowsChanged(7000, 10); // others' rows: it asks again
    QTRY_COMPARE(asked(), 2);
    source.loaded = true;
    Q_EMIT source.rowsChanged(0, 500);
    QTRY_VERIFY(copied() != u"before"_s);
    const QStringList lines = copied().split(u'\n');
    QCOMPARE(lines.size(), 10'000);
    QCOMPARE(lines.back(), u"r9999c1"_s);
}

void TestGridSelection::escapeStopsACopy()
{
    ListSource source(10'000);
    Page page(source);
    page.grid->selectColumns(1, 1);
    source.loaded = false;
    page.grid->copy();
    const auto *told = page.grid->findChild<QWidget *>(u"grid.toast"_s);
    QVERIFY(told->isVisible());
    key(page, Qt::Key_Escape);
    QCOMPARE(told->accessibleName(), u"Nothing was copied"_s);
    source.loaded = true;
    const std::size_t asked = source.asked.size();
    Q_EMIT source.rowsChanged(9'000, 500);
    QCOMPARE(copied(), u"before"_s);
    QCOMPARE(source.asked.size(), asked);
}

void TestGridSelection::resetEndsACopy()
{
    ListSource source(10'000);
    Page page(source);
    page.grid->selectColumns(1, 1);
    source.loaded = false;
    page.grid->copy();
    source.loaded = true;
    Q_EMIT source.reset();
    QCOMPARE(page.grid->findChild<QWidget *>(u"grid.toast"_s)->accessibleName(), u"Nothing was copied"_s);
    QCOMPARE(copied(), u"before"_s);
}

void TestGridSelection::manyCellsAreCopiedBetweenEvents()
{
    WideSource source(100'000, 4);
    Grid grid;
    grid.setSource(&source);
    grid.resize(700, 400);
    grid.show();
    grid.selectColumns(0, 0);
    grid.copy();
    QTRY_VERIFY_WITH_TIMEOUT(copied() != u"before"_s, 60'000);
    const QString text = copied();
    QCOMPARE(text.count(u'\n'), 99'999);
    QVERIFY(text.endsWith(WideSource::cell(99'999, 0)));
}

QTEST_MAIN(TestGridSelection)
#include "test_grid_selection.moc"
