#include "tests/unit/grid/grid_page.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

namespace {

constexpr qint64 millions = 10'000'000;

} // namespace

class TestGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void paintingAsksForVisibleRowsOnly();
    void missingRowsAreWantedOnce();
    void rowsThatStayMissingAreWantedAgain();
    void scrollBarReachesTheLastRow();
    void scrollBarCountsMoreRowsThanAnInt();
    void keysMoveTheCurrentCell_data();
    void keysMoveTheCurrentCell();
    void currentCellStaysInView();
    void shiftExtendsTheSelection();
    void clickOnRowNumberSelectsTheRow();
    void draggingSelects();
    void copiesAsTabSeparatedText();
    void copyOfTooMuchSaysSo();
    void commandKeysAreTold();
    void editingIsAskedFor();
    void editorLiesOverItsCell();
    void columnsAreResizedByTheirEdge();
    void doubleClickOnEdgeFitsTheColumn();
    void headerClickActivatesTheColumn();
    void widthsFollowTheFirstRows();
    void growthKeepsTheCurrentCell();
    void resetHoldsTheCurrentCellInside();
    void survivesItsSource();
};

void TestGrid::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGrid::paintingAsksForVisibleRowsOnly()
{
    ListSource source(millions);
    Page page(source);
    page.grid->goToRow(5'000'000);
    source.asked.clear();
    page.grid->grab();
    QVERIFY(!source.asked.empty());
    const auto [least, most] = std::minmax_element(source.asked.begin(), source.asked.end());
    QVERIFY2(*least >= 4'999'990, qPrintable(QString::number(*least)));
    QVERIFY2(*most <= 5'000'020, qPrintable(QString::number(*most)));
    QVERIFY(source.wanted.empty());
}

void TestGrid::missingRowsAreWantedOnce()
{
    ListSource source(millions);
    source.loaded = false;
    Page page(source);
    source.wanted.clear();
    page.grid->grab();
    QCOMPARE(source.wanted.size(), std::size_t { 1 });
    QCOMPARE(source.wanted.front().first, qint64 { 0 });
    QVERIFY(source.wanted.front().second >= 5 && source.wanted.front().second < 30);
    const QImage waiting = page.grid->grab().toImage();
    source.loaded = true;
    Q_EMIT source.rowsChanged(0, 30);
    QVERIFY(page.grid->grab().toImage() != waiting);
}

/// A wish may be lost to a later one, a copy's for example.
void TestGrid::rowsThatStayMissingAreWantedAgain()
{
    ListSource source(millions);
    source.loaded = false;
    Page page(source);
    QVERIFY(QTest::qWaitForWindowExposed(&page.window));
    page.grid->goToRow(5'000'000);
    QTRY_VERIFY(!source.wanted.empty() && source.wanted.back().first > 4'999'000);
    source.wanted.clear();
    Q_EMIT source.rowsChanged(0, 500);
    QTRY_VERIFY(!source.wanted.empty());
    QVERIFY(source.wanted.back().first > 4'999'000);
}

void TestGrid::scrollBarReachesTheLastRow()
{
    ListSource source(200'000'000); // 6,000,000,000 pixels
    Page page(source);
    page.grid->verticalScrollBar()->setValue(page.grid->verticalScrollBar()->maximum());
    const int bottom = page.grid->viewport()->height() - 1;
    QCOMPARE(page.grid->rowAt({ 5, bottom }), source.count - 1);
    QCOMPARE(page.grid->cellRect(source.count - 1, 0).bottom(), bottom);
    page.grid->verticalScrollBar()->setValue(123'456'789);
    QCOMPARE(page.grid->rowAt({ 5, 0 }), qint64 { 123'456'789 });
}

void TestGrid::scrollBarCountsMoreRowsThanAnInt()
{
    ListSource source(6'000'000'000);
    Page page(source);
    page.grid->verticalScrollBar()->setValue(page.grid->verticalScrollBar()->maximum());
    QCOMPARE(page.grid->rowAt({ 5, page.grid->viewport()->height() - 1 }), source.count - 1);
    page.grid->goToRow(4'321'987'654);
    QCOMPARE(page.grid->currentRow(), qint64 { 4'321'987'654 });
    QVERIFY(page.grid->viewport()->rect().contains(page.grid->cellRect(4'321'987'654, 0)));
}

void TestGrid::keysMoveTheCurrentCell_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("column");
    const int none = Qt::NoModifier;
    const int control = Qt::ControlModifier;
    QTest::newRow("down") << int(Qt::Key_Down) << none << qint64 { 501 } << 1;
    QTest::newRow("up") << int(Qt::Key_Up) << none << qint64 { 499 } << 1;
    QTest::newRow("left") << int(Qt::Key_Left) << none << qint64 { 500 } << 0;
    QTest::newRow("right") << int(Qt::Key_Right) << none << qint64 { 500 } << 2;
    QTest::newRow("home") << int(Qt::Key_Home) << none << qint64 { 500 } << 0;
    QTest::newRow("end") << int(Qt::Key_End) << none << qint64 { 500 } << 2;
    QTest::newRow("ctrl+home") << int(Qt::Key_Home) << control << qint64 { 0 } << 0;
    QTest::newRow("ctrl+end") << int(Qt::Key_End) << control << qint64 { 999 } << 2;
    QTest::newRow("ctrl+up") << int(Qt::Key_Up) << control << qint64 { 0 } << 1;
    QTest::newRow("ctrl+down") << int(Qt::Key_Down) << control << qint64 { 999 } << 1;
}

void TestGrid::keysMoveTheCurrentCell()
{
    QFETCH(int, code);
    QFETCH(int, modifiers);
    ListSource source(1000);
    Page page(source);
    page.grid->setCurrent(500, 1);
    QSignalSpy moved(page.grid, &Grid::currentChanged);
    key(page, code, Qt::KeyboardModifiers(modifiers));
    QTEST(page.grid->currentRow(), "row");
    QTEST(page.grid->currentColumn(), "column");
    QCOMPARE(moved.count(), 1);
}

void TestGrid::currentCellStaysInView()
{
    ListSource source(1000);
    for (int i = 0; i < 40; ++i) {
        GridColumn more = source.about.front();
        more.title = u"More %1"_s.arg(i);
        source.about.push_back(more);
    }
    Page page(source);
    const auto inView = [&page] {
        const QRect cell = page.grid->cellRect(page.grid->currentRow(), page.grid->currentColumn());
        return page.grid->viewport()->rect().contains(cell);
    };
    for (const int code : { Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_Down, Qt::Key_End, Qt::Key_PageUp,
                            Qt::Key_Left, Qt::Key_Left, Qt::Key_Home }) {
        key(page, code);
        QVERIFY2(inView(), qPrintable(QString::number(code, 16)));
    }
    QVERIFY(page.grid->currentRow() > 5);
}

void TestGrid::shiftExtendsTheSelection()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(4, 1);
    key(page, Qt::Key_Down, Qt::ShiftModifier);
    key(page, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 4, 5, 0, 1 }));
    key(page, Qt::Key_Up);
    QCOMPARE(page.grid->selection(), (GridRange { 4, 4, 0, 0 }));
    key(page, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(page.grid->selection(), (GridRange { 0, 99, 0, 2 }));
}

void TestGrid::clickOnRowNumberSelectsTheRow()
{
    ListSource source(100);
    Page page(source);
    const int y = page.grid->cellRect(3, 0).center().y();
    QTest::mouseClick(page.grid->viewport(), Qt::LeftButton, Qt::NoModifier, { 4, y });
    QCOMPARE(page.grid->selection(), (GridRange { 3, 3, 0, 2 }));
    const int below = page.grid->cellRect(5, 0).center().y();
    QTest::mouseClick(page.grid->viewport(), Qt::LeftButton, Qt::ShiftModifier, { 4, below });
    QCOMPARE(page.grid->selection(), (GridRange { 3, 5, 0, 2 }));
}

void TestGrid::draggingSelects()
{
    ListSource source(100);
    Page page(source);
    QWidget *body = page.grid->viewport();
    QTest::mousePress(body, Qt::LeftButton, Qt::NoModifier, page.grid->cellRect(2, 0).center());
    QMouseEvent move(QEvent::MouseMove, page.grid->cellRect(4, 1).center(),
                     body->mapToGlobal(page.grid->cellRect(4, 1).center()), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(body, &move);
    QTest::mouseRelease(body, Qt::LeftButton, Qt::NoModifier, page.grid->cellRect(4, 1).center());
    QCOMPARE(page.grid->selection(), (GridRange { 2, 4, 0, 1 }));
}

void TestGrid::copiesAsTabSeparatedText()
{
    ListSource source(100);
    GridRow row = source.plain(1);
    row.cells = QStringList { u"two\nlines"_s, u"5\" pipe"_s };
    source.special[1] = row;
    Page page(source);
    page.grid->setCurrent(0, 0);
    key(page, Qt::Key_Down, Qt::ShiftModifier);
    key(page, Qt::Key_End, Qt::ShiftModifier);
    key(page, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"r0c0\tr0c1\tr0c2\n\"two\nlines\"\t5\" pipe\t"_s);
}

void TestGrid::copyOfTooMuchSaysSo()
{
    ListSource source(millions);
    Page page(source);
    QApplication::clipboard()->setText(u"before"_s);
    page.grid->selectAll();
    page.grid->copy();
    const auto *told = page.grid->findChild<QWidget *>(u"grid.toast"_s);
    QVERIFY(told->isVisible());
    QVERIFY2(told->accessibleName().contains(u"1,000,000"_s), qPrintable(told->accessibleName()));
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
}

void TestGrid::commandKeysAreTold()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy go(page.grid, &Grid::goToRowWanted);
    QSignalSpy find(page.grid, &Grid::findWanted);
    QSignalSpy next(page.grid, &Grid::nextMarkWanted);
    QSignalSpy column(page.grid, &Grid::columnActivated);
    key(page, Qt::Key_G, Qt::ControlModifier);
    key(page, Qt::Key_F, Qt::ControlModifier);
    key(page, Qt::Key_F8);
    key(page, Qt::Key_F8, Qt::ShiftModifier);
    page.grid->setCurrent(0, 2);
    key(page, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(go.count(), 1);
    QCOMPARE(find.count(), 1);
    QCOMPARE(next.count(), 2);
    QCOMPARE(next.at(0).front().toInt(), 1);
    QCOMPARE(next.at(1).front().toInt(), -1);
    QCOMPARE(column.count(), 1);
    QCOMPARE(column.front().front().toInt(), 2);
}

void TestGrid::editingIsAskedFor()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy edit(page.grid, &Grid::editWanted);
    QSignalSpy leave(page.grid, &Grid::leaveOutWanted);
    key(page, Qt::Key_F2);
    key(page, Qt::Key_Delete);
    QCOMPARE(edit.count() + leave.count(), 0);
    page.grid->setEditable(true);
    page.grid->setCurrent(2, 1);
    key(page, Qt::Key_F2);
    key(page, Qt::Key_X);
    QCOMPARE(edit.count(), 2);
    QCOMPARE(edit.at(0), (QVariantList { qint64 { 2 }, 1, QString() }));
    QCOMPARE(edit.at(1), (QVariantList { qint64 { 2 }, 1, u"x"_s }));
    key(page, Qt::Key_Down, Qt::ShiftModifier);
    key(page, Qt::Key_Delete);
    QCOMPARE(leave.front(), (QVariantList { qint64 { 2 }, qint64 { 3 } }));
}

void TestGrid::editorLiesOverItsCell()
{
    ListSource source(100);
    Page page(source);
    QVERIFY(QTest::qWaitForWindowActive(&page.window));
    page.grid->setCurrent(6, 1);
    page.grid->openEditor(new QLineEdit);
    QCOMPARE(page.grid->editor()->geometry().topLeft(), page.grid->cellRect(6, 1).topLeft());
    page.grid->verticalScrollBar()->setValue(2);
    QCOMPARE(page.grid->editor()->geometry().topLeft(), page.grid->cellRect(6, 1).topLeft());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(page.grid->editor() == nullptr);
    QCOMPARE(QApplication::focusWidget(), page.grid);
}

static QWidget *headerOf(const Page &page)
{
    return page.grid->childAt(page.grid->width() / 2, 4);
}

static QPoint edgeOf(const Page &page, int column)
{
    return { page.grid->cellRect(0, column).right(), 10 };
}

void TestGrid::columnsAreResizedByTheirEdge()
{
    ListSource source(100);
    Page page(source);
    QWidget *header = headerOf(page);
    const int before = page.grid->columnWidth(0);
    const int second = page.grid->columnWidth(1);
    const QPoint edge = edgeOf(page, 0);
    QTest::mousePress(header, Qt::LeftButton, Qt::NoModifier, edge);
    QMouseEvent move(QEvent::MouseMove, edge + QPoint(40, 0), header->mapToGlobal(edge + QPoint(40, 0)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(header, &move);
    QTest::mouseRelease(header, Qt::LeftButton, Qt::NoModifier, edge + QPoint(40, 0));
    QCOMPARE(page.grid->columnWidth(0), before + 40);
    QCOMPARE(page.grid->columnWidth(1), second);
    key(page, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(page.grid->columnWidth(0) < before + 40);
}

void TestGrid::doubleClickOnEdgeFitsTheColumn()
{
    ListSource source(100);
    GridRow row = source.plain(2);
    row.cells[1] = u"A rather long first name that nobody has"_s;
    source.special[2] = row;
    row.cells[1] = QString(300, u'x');
    source.special[90] = row; // out of view
    Page page(source);
    page.grid->setColumnWidth(1, 60);
    QTest::mouseDClick(headerOf(page), Qt::LeftButton, Qt::NoModifier, edgeOf(page, 1));
    const int text
        = QFontMetrics(page.grid->scene().cellFont()).horizontalAdvance(source.special[2].cells[1]);
    QVERIFY(page.grid->columnWidth(1) >= text + 16);
    QVERIFY(page.grid->columnWidth(1) <= text + 24);
}

void TestGrid::headerClickActivatesTheColumn()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy activated(page.grid, &Grid::columnActivated);
    QTest::mouseClick(headerOf(page), Qt::LeftButton, Qt::NoModifier,
                      { page.grid->cellRect(0, 1).center().x(), 10 });
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.front().front().toInt(), 1);
}

void TestGrid::widthsFollowTheFirstRows()
{
    ListSource source(100);
    GridRow row = source.plain(2);
    row.cells[1] = u"Maximiliane-Charlotte Josefine"_s;
    source.special[2] = row;
    source.loaded = false;
    Page page(source);
    const int blind = page.grid->columnWidth(1);
    source.loaded = true;
    Q_EMIT source.rowsChanged(0, 20);
    QVERIFY(page.grid->columnWidth(1) > blind);
    const int settled = page.grid->columnWidth(1);
    source.special.clear();
    Q_EMIT source.rowsChanged(0, 20);
    QCOMPARE(page.grid->columnWidth(1), settled); // never again under the person's hands
}

void TestGrid::growthKeepsTheCurrentCell()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(50, 1);
    const int y = page.grid->cellRect(50, 1).top();
    source.count = millions;
    Q_EMIT source.countChanged();
    QCOMPARE(page.grid->currentRow(), qint64 { 50 });
    QCOMPARE(page.grid->cellRect(50, 1).top(), y);
    page.grid->goToRow(millions - 1);
    QCOMPARE(page.grid->currentRow(), millions - 1);
}

void TestGrid::resetHoldsTheCurrentCellInside()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(90, 2);
    source.count = 4;
    source.about.pop_back();
    Q_EMIT source.reset();
    QCOMPARE(page.grid->currentRow(), qint64 { 3 });
    QCOMPARE(page.grid->currentColumn(), 1);
    QCOMPARE(page.grid->selection(), (GridRange { 3, 3, 1, 1 }));
    QVERIFY(page.grid->viewport()->rect().contains(page.grid->cellRect(3, 1)));
    source.count = 0;
    Q_EMIT source.reset();
    QCOMPARE(page.grid->currentRow(), qint64 { -1 });
    key(page, Qt::Key_Down);
    page.grid->grab();
}

void TestGrid::survivesItsSource()
{
    auto source = std::make_unique<ListSource>(100);
    Page page(*source);
    source.reset();
    QCOMPARE(page.grid->currentRow(), qint64 { -1 });
    page.grid->grab();
    key(page, Qt::Key_Down);
}

QTEST_MAIN(TestGrid)
#include "test_grid.moc"
