#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_geometry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

class TestGridGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAndPlacesAgree_data();
    void rowsAndPlacesAgree();
    void lastRowEndsAtTheBottom();
    void noteBelongsToItsRow();
    void revealShowsTheNoteToo();
    void revealKeepsStartOfWideColumn();
    void columnsAreFoundBySide();
    void mirrorsBothWays();
    void cellTextInOneLine_data();
    void cellTextInOneLine();

private:
    static GridGeometry sample(qint64 rows)
    {
        GridGeometry g;
        g.rowHeight = 30;
        g.numberWidth = 50;
        g.setColumnWidths({ 100, 200, 300 });
        g.rows = rows;
        g.viewport = { 350, 300 };
        return g;
    }
};

void TestGridGeometry::rowsAndPlacesAgree_data()
{
    QTest::addColumn<qint64>("row");
    QTest::newRow("first") << qint64 { 0 };
    QTest::newRow("past 2^31 pixels") << qint64 { 100'000'000 };
    QTest::newRow("past 2^31 rows") << qint64 { 9'999'999'990 };
}

void TestGridGeometry::rowsAndPlacesAgree()
{
    QFETCH(qint64, row);
    GridGeometry g = sample(10'000'000'000);
    g.y = g.rowTop(row);
    QCOMPARE(g.rowAt(0), row);
    QCOMPARE(g.rowAt(29), row);
    QCOMPARE(g.rowAt(30), row + 1);
    QCOMPARE(g.rowRect(row), QRect(0, 0, 350, 30));
}

void TestGridGeometry::lastRowEndsAtTheBottom()
{
    GridGeometry g = sample(10'000'000'000);
    g.y = g.maxY();
    QCOMPARE(g.rowAt(299), g.rows - 1);
    QCOMPARE(g.rowRect(g.rows - 1).bottom(), 299);
}

void TestGridGeometry::noteBelongsToItsRow()
{
    GridGeometry g = sample(100);
    g.noteRow = 3;
    g.noteHeight = 40;
    QCOMPARE(g.noteRect(), QRect(50, 120, 300, 40));
    QCOMPARE(g.rowAt(119), 3);
    QCOMPARE(g.rowAt(159), 3);
    QCOMPARE(g.rowAt(160), 4);
    QCOMPARE(g.rowRect(4).top(), 160);
    QCOMPARE(g.contentHeight(), 100 * 30 + 40);
}

void TestGridGeometry::revealShowsTheNoteToo()
{
    GridGeometry g = sample(100);
    g.noteRow = 50;
    g.noteHeight = 40;
    g.reveal(50, 0);
    QCOMPARE(g.noteRect().bottom(), 299);
    g.y = g.maxY();
    g.reveal(50, 0);
    QCOMPARE(g.rowRect(50).top(), 0);
}

void TestGridGeometry::revealKeepsStartOfWideColumn()
{
    GridGeometry g = sample(10);
    g.setColumnWidths({ 100, 1000, 100 });
    g.reveal(0, 1);
    QCOMPARE(g.columnLeft(1), 50);
    g.reveal(0, 2);
    QCOMPARE(g.columnLeft(2) + 100, 350);
}

void TestGridGeometry::columnsAreFoundBySide()
{
    GridGeometry g = sample(10);
    QCOMPARE(g.columnAt(49), -1);
    QCOMPARE(g.columnAt(50), 0);
    QCOMPARE(g.columnAt(149), 0);
    QCOMPARE(g.columnAt(150), 1);
    g.x = g.maxX();
    QCOMPARE(g.x, 300);
    QCOMPARE(g.columnAt(349), 2);
    QCOMPARE(g.columnAt(350), -1);
    QCOMPARE(g.columnAt(49), -1);
}

void TestGridGeometry::mirrorsBothWays()
{
    GridGeometry g = sample(10);
    g.rightToLeft = true;
    QCOMPARE(g.mirrored(g.numberRect(0)), QRect(300, 0, 50, 30));
    QCOMPARE(g.mirrored(g.cellRect(0, 0)), QRect(200, 0, 100, 30));
    QCOMPARE(g.columnAt(g.mirroredX(299)), 0);
    QCOMPARE(g.columnAt(g.mirroredX(300)), -1);
}

void TestGridGeometry::cellTextInOneLine_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Müller"_s << u"Müller"_s;
    QTest::newRow("blank") << u""_s << u""_s;
    QTest::newRow("blanks only") << u" \t "_s << u"·"_s;
    QTest::newRow("unix break") << u"a\nb"_s << u"a⏎b"_s;
    QTest::newRow("windows break is one") << u"a\r\nb"_s << u"a⏎b"_s;
    QTest::newRow("break only is no blank") << u"\n"_s << u"⏎"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a b"_s;
}

void TestGridGeometry::cellTextInOneLine()
{
    QFETCH(QString, cell);
    QTEST(shownCellText(cell), "shown");
}

QTEST_GUILESS_MAIN(TestGridGeometry)
#include "test_grid_geometry.moc"
