#include "tests/unit/grid/wide_source.h"
#include "ui/grid/grid.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QMenu>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

namespace {

constexpr qint64 tenMillion = 10'000'000;
constexpr int fiveHundred = 500;
constexpr int repeats = 7;
#if defined(__SANITIZE_ADDRESS__)
constexpr double mostMilliseconds = 60; // the sanitizers' own work
#else
constexpr double mostMilliseconds = 10;
#endif

double threadMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

/// No handler may hold the window up: CPU time of the thread (not the clock, which other programs slow down)
/// for whole events, the median of some repeats.
class TestGridBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyHandlerIsQuick_data();
    void everyHandlerIsQuick();
    void openingIsQuick_data();
    void openingIsQuick();
    void slicesAreQuick();
    void copySlicesAreQuick();
};

void TestGridBudget::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

namespace {

struct Wide {
    Wide(qint64 rows, int columns)
        : source(rows, columns)
    {
        grid.setSource(&source);
        grid.resize(1180, 760);
        grid.show();
        grid.setFocus();
        paint();
    }
    void paint()
    {
        grid.viewport()->repaint();
        grid.childAt(grid.width() / 2, 4)->repaint();
    }
    void wheel(const QPoint &angle)
    {
        const QPointF at = grid.viewport()->rect().center();
        QWheelEvent event(at, grid.viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(grid.viewport(), &event);
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QKeyEvent event(QEvent::KeyPress, code, modifiers);
        QApplication::sendEvent(&grid, &event);
    }

    WideSource source;
    Grid grid;
};

/// Times the timer events of a widget: its slices.
class TimedEvents : public QObject {
public:
    void watch(QObject &watched) { watched.installEventFilter(this); }
    [[nodiscard]] const std::vector<double> &times() const { return m_times; }
    /// But for one in a hundred, which the machine may have held up.
    [[nodiscard]] double most() const
    {
        std::vector<double> sorted = m_times;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() * 99 / 100];
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Timer || m_inside)
            return false;
        m_inside = true;
        const double before = threadMilliseconds();
        watched->event(event);
        m_times.push_back(threadMilliseconds() - before);
        m_inside = false;
        return true;
    }

private:
    bool m_inside = false;
    std::vector<double> m_times;
};

using Act = std::function<void(Wide &, int)>;

double medianOf(const std::function<void(int)> &act)
{
    std::vector<double> times;
    for (int at = 0; at < repeats; ++at) {
        const double before = threadMilliseconds();
        act(at);
        times.push_back(threadMilliseconds() - before);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

void TestGridBudget::everyHandlerIsQuick_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<Act>("act");
    const std::vector<std::pair<const char *, Act>> acts {
        { "wheel",
          [](Wide &w, int) {
              w.wheel({ 0, -120 });
          } },
        { "wheel sideways",
          [](Wide &w, int) {
              w.wheel({ -120, 0 });
          } },
        { "scroll bar", [](Wide &w, int at) { w.grid.verticalScrollBar()->setValue(1'234'567 * (at + 1)); } },
        { "scroll bar sideways",
          [](Wide &w, int at) {
              w.grid.horizontalScrollBar()->setValue(w.grid.horizontalScrollBar()->maximum() * at / repeats);
          } },
        { "go to row", [](Wide &w, int at) { w.grid.goToRow(tenMillion * at / repeats); } },
        { "last cell", [](Wide &w, int) { w.key(Qt::Key_End, Qt::ControlModifier); } },
        { "page down", [](Wide &w, int) { w.key(Qt::Key_PageDown); } },
        { "right", [](Wide &w, int) { w.key(Qt::Key_Right); } },
        { "select all", [](Wide &w, int) { w.key(Qt::Key_A, Qt::ControlModifier); } },
        { "select to the end",
          [](Wide &w, int) { w.key(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier); } },
        { "copy too much",
          [](Wide &w, int) {
              w.grid.selectAll();
              w.grid.copy();
          } },
        { "resize", [](Wide &w, int at) { w.grid.setColumnWidth(1, 100 + at); } },
        { "fit", [](Wide &w, int at) { w.grid.fitColumn(at); } },
        { "fit all", [](Wide &w, int) { w.grid.fitAllColumns(); } },
        { "hide", [](Wide &w, int at) { w.grid.hideColumns({ at }); } },
        { "freeze", [](Wide &w, int at) { w.grid.freezeColumns(at); } },
        { "column menu",
          [](Wide &w, int) {
              w.key(Qt::Key_F10, Qt::ShiftModifier);
              delete w.grid.findChild<QMenu *>(u"grid.cellMenu"_s);
          } },
        { "more rows", [](Wide &w, int) { Q_EMIT w.source.countChanged(); } },
        { "rows came", [](Wide &w, int) { Q_EMIT w.source.rowsChanged(0, 1000); } },
        { "other columns said", [](Wide &w, int) { Q_EMIT w.source.columnsChanged(); } },
        { "filter", [](Wide &w, int) { Q_EMIT w.source.reset(); } },
        { "ten thousand hits",
          [](Wide &w, int at) {
              std::vector<GridHit> hits;
              for (int hit = 0; hit < 10'000; ++hit)
                  hits.push_back({ qint64 { at } * 100'000 + hit, hit % 100 });
              w.grid.appendHits(hits);
          } },
        { "next hit",
          [](Wide &w, int) {
              w.grid.appendHits({ { 5, 5 }, { 5'000'000, 300 } });
              w.grid.goToHit(1);
          } },
    };
    for (const auto &[name, act] : acts) {
        QTest::addRow("%s", name) << fiveHundred << act;
        QTest::addRow("%s, 100,000 columns", name) << 100'000 << act;
    }
}

void TestGridBudget::everyHandlerIsQuick()
{
    QFETCH(int, columns);
    QFETCH(Act, act);
    // The source makes rows of 100,000 cells slowly; that many columns are asked about empty rows.
    Wide wide(tenMillion, columns);
    if (columns > fiveHundred)
        wide.source.loaded = false;
    QVERIFY(QTest::qWaitForWindowExposed(&wide.grid));
    wide.paint();
    const double median = medianOf([&](int at) {
        act(wide, at);
        wide.paint();
    });
    QVERIFY2(median < mostMilliseconds, qPrintable(QString::number(median)));
}

void TestGridBudget::openingIsQuick_data()
{
    QTest::addColumn<int>("columns");
    QTest::newRow("500 columns") << fiveHundred;
    QTest::newRow("100,000 columns") << 100'000;
}

void TestGridBudget::openingIsQuick()
{
    QFETCH(int, columns);
    WideSource first(tenMillion, columns);
    WideSource second(tenMillion, columns);
    first.loaded = second.loaded = columns <= fiveHundred;
    Wide wide(10, 10);
    const double median = medianOf([&](int at) { wide.grid.setSource(at % 2 == 0 ? &first : &second); });
    QVERIFY2(median < mostMilliseconds, qPrintable(QString::number(median)));
}

/// Measuring 100,000 columns goes on for a while, but never for long at a time.
void TestGridBudget::slicesAreQuick()
{
    TimedEvents timed;
    Wide wide(tenMillion, 100'000);
    wide.source.loaded = false;
    const int unseen = wide.grid.columnWidth(99'999);
    timed.watch(wide.grid);
    QTRY_VERIFY_WITH_TIMEOUT(wide.grid.columnWidth(99'999) != unseen, 60'000);
    QVERIFY(timed.times().size() > 10);
    QVERIFY2(timed.most() < mostMilliseconds, qPrintable(QString::number(timed.most())));
}

void TestGridBudget::copySlicesAreQuick()
{
    Wide wide(100'000, 10);
    wide.grid.selectAll();
    const double start = medianOf([&](int) { wide.grid.copy(); });
    QVERIFY2(start < mostMilliseconds, qPrintable(QString::number(start)));
}

QTEST_MAIN(TestGridBudget)
#include "test_grid_budget.moc"
