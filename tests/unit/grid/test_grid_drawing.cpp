#include "tests/unit/grid/grid_page.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QScreen>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

class TestGridDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hoverTintsTheRow();
    void everyCellMarkIsDrawn_data();
    void everyCellMarkIsDrawn();
    void everyRowMarkIsDrawn_data();
    void everyRowMarkIsDrawn();
    void leftOutRowsAreStruckAndHatched();
    void cutTextFades();
    void rightToLeftMirrors();
    void themeSwitchRepaints();
    void emptyGridSaysSo();
    void scrollingLeavesNothingBehind();
    void cutCellsHaveASign();
};

void TestGridDrawing::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGridDrawing::hoverTintsTheRow()
{
    ListSource source(100);
    Page page(source);
    const QPoint blank = page.grid->cellRect(5, 2).topRight() + QPoint(-3, 3);
    const auto ground = [&page, blank] { return page.grid->viewport()->grab().toImage().pixelColor(blank); };
    const QColor before = ground();
    QCOMPARE(before, color(Color::Surface));
    QTest::mouseMove(page.grid->viewport(), page.grid->cellRect(5, 0).center());
    QTRY_VERIFY(ground() != before);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(page.grid->viewport(), &leave);
    QCOMPARE(ground(), before);
}

/// The pixels of \a where once without and once with what \a mark does to row 4, cell 2 included.
static std::pair<QImage, QImage> withAndWithout(GridMark mark, bool onCell, bool numbers)
{
    ListSource source(100);
    Page page(source);
    const QRect cell = page.grid->cellRect(4, 2);
    const QRect where
        = numbers ? QRect(0, cell.top(), page.grid->cellRect(4, 0).left(), cell.height()) : cell;
    const QImage without = page.grid->viewport()->grab(where).toImage();
    GridRow row = source.plain(4);
    if (onCell)
        row.cellMarks = { { 2, mark, {} } };
    else
        row.mark = mark;
    source.special[4] = row;
    Q_EMIT source.rowsChanged(4, 1);
    return { without, page.grid->viewport()->grab(where).toImage() };
}

void TestGridDrawing::everyCellMarkIsDrawn_data()
{
    QTest::addColumn<GridMark>("mark");
    QTest::addColumn<Color>("line");
    QTest::addColumn<QString>("pattern"); // of the bottom line's first pixels: x drawn, . not
    QTest::addColumn<Color>("fill");
    QTest::newRow("problem") << GridMark::Problem << Color::ProblemMark << u"xxxxxxxxxxxxxx"_s
                             << Color::ProblemSoft;
    QTest::newRow("failed") << GridMark::Failed << Color::ProblemMark << u"xxxxxxxxxxxxxx"_s
                            << Color::ProblemSoft;
    QTest::newRow("heads-up") << GridMark::HeadsUp << Color::HeadsUpMark << u"xxxx...xxxx..."_s
                              << Color::HeadsUpSoft;
    QTest::newRow("fixed") << GridMark::Fixed << Color::OkMark << u"xx..xx..xx..xx"_s << Color::OkSoft;
    QTest::newRow("unknown") << GridMark::Unknown << Color::InfoMark << u"xxxxxxxx....xx"_s
                             << Color::InfoSoft;
    QTest::newRow("edited") << GridMark::Edited << Color::AccentText << u".............."_s << Color::Surface;
}

void TestGridDrawing::everyCellMarkIsDrawn()
{
    QFETCH(GridMark, mark);
    QFETCH(Color, line);
    QFETCH(Color, fill);
    const auto [without, with] = withAndWithout(mark, true, false);
    QVERIFY(with != without);
    QString pattern;
    for (int x = 0; x < 14; ++x)
        pattern += with.pixelColor(x, with.height() - 3) == color(line) ? u'x' : u'.';
    QTEST(pattern, "pattern");
    QCOMPARE(with.pixelColor(2, 2), color(fill));
    const int right = with.width() - 1;
    if (mark == GridMark::Edited)
        QCOMPARE(with.pixelColor(right, 0), color(line));
    else
        QVERIFY(with.copy(right - 20, 4, 16, 20) != without.copy(right - 20, 4, 16, 20));
}

void TestGridDrawing::everyRowMarkIsDrawn_data()
{
    QTest::addColumn<GridMark>("mark");
    for (const GridMark mark : { GridMark::Problem, GridMark::HeadsUp, GridMark::Failed, GridMark::Edited,
                                 GridMark::Fixed, GridMark::LeftOut, GridMark::In, GridMark::InWithWarning,
                                 GridMark::Unknown, GridMark::Waiting, GridMark::NotSent })
        QTest::newRow(qPrintable(wordFor(mark))) << mark;
}

void TestGridDrawing::everyRowMarkIsDrawn()
{
    QFETCH(GridMark, mark);
    const auto [without, with] = withAndWithout(mark, false, true);
    QVERIFY(with != without);
}

void TestGridDrawing::leftOutRowsAreStruckAndHatched()
{
    const auto [without, with] = withAndWithout(GridMark::LeftOut, false, false);
    const QRgb ground = color(Color::LeftOut).rgb();
    int hatched = 0;
    for (int x = with.width() / 2; x < with.width(); ++x)
        hatched += with.pixel(x, 4) != ground ? 1 : 0;
    QVERIFY(with.pixelColor(with.width() - 1, 4) != color(Color::Surface));
    QVERIFY(hatched > 4 && hatched < with.width() / 2);
    QVERIFY(without.pixelColor(with.width() - 1, 4) == color(Color::Surface));
}

void TestGridDrawing::cutTextFades()
{
    ListSource source(100);
    GridRow row = source.plain(4);
    row.cells[1] = QString(100, u'M');
    source.special[4] = row;
    Page page(source);
    page.grid->setColumnWidth(1, 100);
    const QRect cell = page.grid->cellRect(4, 1);
    const QImage drawn = page.grid->viewport()->grab(cell).toImage();
    const auto darkest = [&drawn](int from, int to) {
        int least = 255;
        for (int x = from; x < to; ++x) {
            for (int y = 4; y < drawn.height() - 4; ++y)
                least = std::min(least, qGray(drawn.pixel(x, y)));
        }
        return least;
    };
    QVERIFY(darkest(10, 60) < 80);
    QVERIFY(darkest(drawn.width() - 11, drawn.width() - 8) > 160);
    QVERIFY(darkest(drawn.width() - 8, drawn.width()) == qGray(color(Color::Surface).rgb()));
}

void TestGridDrawing::rightToLeftMirrors()
{
    ListSource source(100);
    Page page(source);
    page.window.setLayoutDirection(Qt::RightToLeft);
    const int width = page.grid->viewport()->width();
    QVERIFY(page.grid->cellRect(0, 0).left() > page.grid->cellRect(0, 1).left());
    QCOMPARE(page.grid->columnAt(page.grid->cellRect(0, 1).center()), 1);
    QCOMPARE(page.grid->columnAt({ width - 3, 5 }), -1); // row numbers
    page.grid->setCurrent(0, 0);
    key(page, Qt::Key_Left);
    QCOMPARE(page.grid->currentColumn(), 1);
    const QImage body = page.grid->viewport()->grab().toImage();
    QCOMPARE(body.pixelColor(width - 3, 3), color(Color::Sunk));
    QCOMPARE(body.pixelColor(3, 3), color(Color::Surface));
}

void TestGridDrawing::themeSwitchRepaints()
{
    ListSource source(100);
    Page page(source);
    const QPoint blank = page.grid->cellRect(5, 2).topRight() + QPoint(-3, 3);
    currentStyle()->choose(ThemeChoice::Dark);
    const QColor dark = page.grid->viewport()->grab().toImage().pixelColor(blank);
    currentStyle()->choose(ThemeChoice::Light);
    QCOMPARE(dark, QColor(0x1E, 0x23, 0x2B));
    QCOMPARE(page.grid->viewport()->grab().toImage().pixelColor(blank), QColor(Qt::white));
}

void TestGridDrawing::emptyGridSaysSo()
{
    ListSource source(0);
    Page page(source);
    const QImage silent = page.grid->grab().toImage();
    page.grid->setEmptyText(u"No rows here"_s);
    QVERIFY(page.grid->grab().toImage() != silent);
}

/// What was painted is moved, not painted anew: it must look as if it had been.
void TestGridDrawing::scrollingLeavesNothingBehind()
{
    ListSource source(1000);
    GridRow wrong = source.plain(6);
    wrong.mark = GridMark::Problem;
    wrong.note = u"Country is not on the list."_s;
    source.special[6] = wrong;
    Page page(source);
    QVERIFY(QTest::qWaitForWindowExposed(&page.window));
    page.grid->setCurrent(6, 1);
    page.window.repaint();
    QWidget *body = page.grid->viewport();
    const QPointF at = body->rect().center();
    for (const int pixels : { -7, -40, 13, -100, 60 }) {
        QWheelEvent wheel(at, body->mapToGlobal(at), { 0, pixels }, { 0, pixels }, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(body, &wheel);
        QEvent damaged(QEvent::UpdateRequest); // paints what is damaged, no more
        QApplication::sendEvent(&page.window, &damaged);
        const QPoint corner = body->mapTo(&page.window, QPoint());
        const QImage seen
            = page.window.screen()
                  ->grabWindow(page.window.winId(), corner.x(), corner.y(), body->width(), body->height())
                  .toImage()
                  .convertToFormat(QImage::Format_RGB32);
        if (seen.isNull())
            QSKIP("this platform does not show what it painted");
        QVERIFY2(seen == body->grab().toImage().convertToFormat(QImage::Format_RGB32),
                 qPrintable(QString::number(pixels)));
    }
}

void TestGridDrawing::cutCellsHaveASign()
{
    ListSource source(100);
    Page page(source);
    const QRect cell = page.grid->cellRect(4, 1);
    const QImage without = page.grid->viewport()->grab(cell).toImage();
    GridRow row = source.plain(4);
    row.cutCells = { 1 };
    source.special[4] = row;
    Q_EMIT source.rowsChanged(4, 1);
    const QImage with = page.grid->viewport()->grab(cell).toImage();
    const int right = with.width() - 22;
    QVERIFY(with.copy(right, 4, 20, 20) != without.copy(right, 4, 20, 20));
}

QTEST_MAIN(TestGridDrawing)
#include "test_grid_drawing.moc"
