#include "tests/unit/grid/grid_page.h"
#include "ui/grid/find_bar.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

/// Hits in the grid, and the bar that asks for them.
class TestGridFind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hitsAreTintedTheCurrentMost();
    void nextAndPreviousGoAround();
    void hitsThatComeLateStandInOrder();
    void hiddenColumnOfAHitIsShown();
    void hitFarAwayIsBroughtIntoView();
    void findKeyWithoutHitsAsksForTheBar();
    void barAsksForASearchOnce();
    void barGoesToTheFirstHitBehind();
    void barWaitsForTheEndBeforeGoingAround();
    void barStaysWhereThePersonWent();
    void barCountsLive();
    void nothingFoundIsSaid();
    void otherWishTakesHitsAway();
    void escapeClosesAndClears();
    void narrowBarFoldsAndStaysLow();
};

namespace {

struct Finding {
    explicit Finding(qint64 rows)
        : source(rows)
        , page(source)
        , bar(*page.grid, &page.window)
        , searches(&bar, &FindBar::searchWanted)
    {
        page.window.layout()->addWidget(&bar);
        field = bar.findChild<QLineEdit *>(u"find.text"_s);
        count = bar.findChild<QLabel *>(u"find.count"_s);
    }
    ~Finding() { bar.setParent(nullptr); }

    void search(const QString &text)
    {
        bar.open();
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    ListSource source;
    Page page;
    FindBar bar;
    QSignalSpy searches;
    QLineEdit *field = nullptr;
    QLabel *count = nullptr;
};

} // namespace

void TestGridFind::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGridFind::hitsAreTintedTheCurrentMost()
{
    ListSource source(100);
    Page page(source);
    page.grid->setCurrent(1, 0);
    page.grid->appendHits({ { 1, 0 }, { 2, 1 } });
    const auto ground = [&page](qint64 row, int column) {
        const QRect cell = page.grid->cellRect(row, column);
        return page.grid->viewport()->grab().toImage().pixelColor(cell.right() - 8, cell.top() + 8);
    };
    QCOMPARE(ground(1, 0), color(Color::Accent));
    QCOMPARE(ground(2, 1), color(Color::AccentSoft));
    QCOMPARE(ground(2, 0), color(Color::Surface));
    page.grid->clearHits();
    QCOMPARE(ground(2, 1), color(Color::Surface));
}

void TestGridFind::nextAndPreviousGoAround()
{
    ListSource source(100);
    Page page(source);
    page.grid->appendHits({ { 2, 0 }, { 2, 2 }, { 50, 1 } });
    page.grid->setCurrent(2, 1);
    QCOMPARE(page.grid->currentHit(), qint64 { -1 });
    key(page, Qt::Key_F3);
    QCOMPARE(page.grid->currentHit(), qint64 { 1 });
    key(page, Qt::Key_F3);
    QCOMPARE(page.grid->currentRow(), qint64 { 50 });
    key(page, Qt::Key_F3);
    QCOMPARE(page.grid->currentHit(), qint64 { 0 });
    key(page, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(page.grid->currentHit(), qint64 { 2 });
}

void TestGridFind::hitsThatComeLateStandInOrder()
{
    ListSource source(100);
    Page page(source);
    page.grid->appendHits({ { 50, 1 }, { 60, 0 } });
    page.grid->appendHits({ { 3, 0 }, { 50, 1 } });
    QCOMPARE(page.grid->hitCount(), qint64 { 3 });
    page.grid->setCurrent(0, 0);
    page.grid->goToHit(1);
    QCOMPARE(page.grid->currentRow(), qint64 { 3 });
}

void TestGridFind::hiddenColumnOfAHitIsShown()
{
    ListSource source(100);
    Page page(source);
    page.grid->hideColumns({ 1 });
    page.grid->appendHits({ { 5, 1 } });
    page.grid->goToHit(1);
    QVERIFY(!page.grid->isColumnHidden(1));
    QCOMPARE(page.grid->currentColumn(), 1);
}

void TestGridFind::hitFarAwayIsBroughtIntoView()
{
    ListSource source(10'000'000);
    Page page(source);
    page.grid->appendHits({ { 7'654'321, 2 } });
    page.grid->goToHit(1);
    QVERIFY(page.grid->viewport()->rect().contains(page.grid->cellRect(7'654'321, 2)));
}

void TestGridFind::findKeyWithoutHitsAsksForTheBar()
{
    ListSource source(100);
    Page page(source);
    QSignalSpy wanted(page.grid, &Grid::findWanted);
    key(page, Qt::Key_F3);
    QCOMPARE(wanted.count(), 1);
}

void TestGridFind::barAsksForASearchOnce()
{
    Finding find(100);
    find.bar.open();
    QTest::keyClicks(find.field, u"abc"_s);
    QVERIFY(find.searches.wait());
    QCOMPARE(find.searches.count(), 1);
    QCOMPARE(find.searches.front().front().value<FindWish>(), (FindWish { u"abc"_s, false, false }));
    find.bar.findChild<QCheckBox *>(u"find.wholeCell"_s)->setChecked(true);
    QVERIFY(find.searches.wait());
    QCOMPARE(find.searches.back().front().value<FindWish>(), (FindWish { u"abc"_s, false, true }));
}

void TestGridFind::barGoesToTheFirstHitBehind()
{
    Finding find(100);
    find.page.grid->setCurrent(20, 1);
    find.search(u"x"_s);
    QCOMPARE(find.searches.count(), 1); // Enter does not wait
    find.page.grid->appendHits({ { 3, 0 } });
    QCOMPARE(find.page.grid->currentRow(), qint64 { 20 });
    find.page.grid->appendHits({ { 20, 1 }, { 30, 0 } });
    QCOMPARE(find.page.grid->currentHit(), qint64 { 1 }); // the cell itself counts
    QTest::keyClick(find.field, Qt::Key_Return);
    QCOMPARE(find.page.grid->currentRow(), qint64 { 30 });
    QTest::keyClick(find.field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(find.page.grid->currentRow(), qint64 { 20 });
}

void TestGridFind::barWaitsForTheEndBeforeGoingAround()
{
    Finding find(100);
    find.page.grid->setCurrent(20, 1);
    find.search(u"x"_s);
    find.page.grid->appendHits({ { 3, 0 } });
    QCOMPARE(find.page.grid->currentRow(), qint64 { 20 });
    find.bar.setFound(1);
    QCOMPARE(find.page.grid->currentRow(), qint64 { 3 });
}

void TestGridFind::barStaysWhereThePersonWent()
{
    Finding find(100);
    find.search(u"x"_s);
    find.page.grid->setCurrent(50, 0);
    find.page.grid->appendHits({ { 60, 0 } });
    QCOMPARE(find.page.grid->currentRow(), qint64 { 50 });
}

void TestGridFind::barCountsLive()
{
    Finding find(100);
    find.search(u"x"_s);
    QCOMPARE(find.count->text(), u"searching… 0 %"_s);
    find.page.grid->appendHits({ { 3, 0 }, { 4, 0 } });
    find.bar.setSearching(0.4);
    QCOMPARE(find.count->text(), u"1 of 2, searching… 40 %"_s);
    find.bar.setFound(1'204);
    QCOMPARE(find.count->text(), u"1 of 1,204"_s);
    QTest::keyClick(find.field, Qt::Key_F3);
    QCOMPARE(find.count->text(), u"2 of 1,204"_s);
    find.page.grid->setCurrent(90, 0);
    QCOMPARE(find.count->text(), u"1,204 found"_s);
}

void TestGridFind::nothingFoundIsSaid()
{
    Finding find(100);
    find.search(u"x"_s);
    find.bar.setFound(0);
    QCOMPARE(find.count->text(), u"Not found"_s);
    QVERIFY(isWrong(find.field));
}

void TestGridFind::otherWishTakesHitsAway()
{
    Finding find(100);
    find.search(u"x"_s);
    find.page.grid->appendHits({ { 3, 0 } });
    find.bar.setFound(1);
    find.field->setText(u"xy"_s);
    QCOMPARE(find.page.grid->hitCount(), qint64 { 0 });
    find.bar.setFound(7); // of the search before: too late
    QCOMPARE(find.count->text(), QString());
}

void TestGridFind::escapeClosesAndClears()
{
    Finding find(100);
    QVERIFY(QTest::qWaitForWindowActive(&find.page.window));
    QSignalSpy stopped(&find.bar, &FindBar::stopWanted);
    find.search(u"x"_s);
    find.page.grid->appendHits({ { 3, 0 } });
    QTest::keyClick(find.field, Qt::Key_Escape);
    QVERIFY(!find.bar.isVisible());
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(find.page.grid->hitCount(), qint64 { 0 });
    QCOMPARE(QApplication::focusWidget(), find.page.grid);
}

void TestGridFind::narrowBarFoldsAndStaysLow()
{
    Finding find(100);
    find.page.window.resize(1200, 700);
    find.bar.open();
    QTRY_VERIFY(find.bar.height() < 60);
    const auto *option = find.bar.findChild<QCheckBox *>(u"find.wholeCell"_s);
    const auto bottomOf
        = [&find](const QWidget *part) { return part->mapTo(&find.bar, QPoint(0, part->height())).y(); };
    QVERIFY(std::abs(bottomOf(option) - bottomOf(find.field)) < find.field->height());
    find.page.window.resize(420, 700);
    QTRY_VERIFY(bottomOf(option) > bottomOf(find.field) + 10);
    QVERIFY(find.bar.height() < 120);
    QVERIFY(option->mapTo(&find.bar, QPoint(option->width(), 0)).x() <= find.bar.width());
}

QTEST_MAIN(TestGridFind)
#include "test_grid_find.moc"
