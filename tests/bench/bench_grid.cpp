// How fast the grid draws: ten million rows of 500 columns, off screen, through the real widget.
//
//     cmake --build build/release --target bench_grid
//     QT_QPA_PLATFORM=offscreen build/release/bench_grid [width height]
//
// A frame is an event (a wheel's notch, a key, a move of the scroll bar) with all that is painted after it.
// Prints percentiles of frames in milliseconds, by the clock and by the CPU time of the thread (other
// programs make frames longer by the clock alone). The time in which the source makes its rows is included.

#include "tests/unit/grid/wide_source.h"
#include "ui/grid/grid.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace rowlift::ui;

namespace {

constexpr qint64 manyRows = 10'000'000;
constexpr int manyColumns = 500;
constexpr int frames = 400;

double threadCpuMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// What is damaged is painted now.
void paintNow(Grid &grid)
{
    QEvent request(QEvent::UpdateRequest);
    QApplication::sendEvent(grid.window(), &request);
}

void printShares(const char *what, std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    const auto share = [&times](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("  %s %5.2f %5.2f %5.2f %5.2f", what, share(0.5), share(0.95), share(0.99), times.back());
}

void measure(const char *name, Grid &grid, const std::function<void(int)> &act)
{
    std::vector<double> walls;
    std::vector<double> cpus;
    for (int at = 0; at < frames; ++at) {
        QElapsedTimer wall;
        wall.start();
        const double cpu = threadCpuMilliseconds();
        act(at);
        paintNow(grid);
        cpus.push_back(threadCpuMilliseconds() - cpu);
        walls.push_back(static_cast<double>(wall.nsecsElapsed()) / 1e6);
    }
    std::printf("%-22s", name);
    printShares("clock", walls);
    printShares("CPU", cpus);
    std::printf("\n");
}

void wheel(Grid &grid, const QPoint &angle)
{
    const QPointF at = grid.viewport()->rect().center();
    QWheelEvent event(at, grid.viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(grid.viewport(), &event);
}

void key(Grid &grid, int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent event(QEvent::KeyPress, code, modifiers);
    QApplication::sendEvent(&grid, &event);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installStyle(application, ThemeChoice::Light);
    const QStringList arguments = QApplication::arguments();
    const QSize size(arguments.value(1, QStringLiteral("1920")).toInt(),
                     arguments.value(2, QStringLiteral("1080")).toInt());
    WideSource source(manyRows, manyColumns);
    Grid grid;
    QElapsedTimer opening;
    opening.start();
    grid.setSource(&source);
    grid.resize(size);
    grid.show();
    if (!QTest::qWaitForWindowExposed(&grid))
        return 1;
    paintNow(grid);
    std::printf("%d x %d, rows of %d columns: shown after %lld ms\n", size.width(), size.height(),
                manyColumns, static_cast<long long>(opening.elapsed()));

    std::printf("%-22s  each: median, 95 %%, 99 %%, longest\n", "");
    std::minstd_rand chance(7);
    const auto anyRow = [&chance] { return std::uniform_int_distribution<int>(0, manyRows - 100)(chance); };
    measure("wheel, three rows", grid, [&](int) { wheel(grid, { 0, -120 }); });
    measure("wheel, some pixels", grid, [&](int) { wheel(grid, { 0, -8 }); });
    measure("wheel, sideways", grid, [&](int) { wheel(grid, { -60, 0 }); });
    measure("key, down", grid, [&](int) { key(grid, Qt::Key_Down); });
    measure("key, page down", grid, [&](int) { key(grid, Qt::Key_PageDown); });
    measure("key, right", grid, [&](int) { key(grid, Qt::Key_Right); });
    measure("bar, anywhere", grid, [&](int) { grid.verticalScrollBar()->setValue(anyRow()); });
    measure("go to any row", grid, [&](int) { grid.goToRow(anyRow()); });
    measure("bar, any column", grid, [&](int) {
        grid.horizontalScrollBar()->setValue(anyRow() % std::max(1, grid.horizontalScrollBar()->maximum()));
    });
    measure("select to any row", grid, [&](int) {
        grid.setCurrent(anyRow(), 3);
        key(grid, Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    });
    measure("drag a column's edge", grid, [&](int at) { grid.setColumnWidth(1, 80 + at); });
    grid.freezeColumns(3);
    grid.hideColumns({ 5, 6, 9 });
    measure("frozen, sideways", grid, [&](int) { wheel(grid, { 60, 0 }); });
    std::vector<GridHit> hits;
    for (qint64 row = 0; row < 1'000'000; ++row)
        hits.push_back({ row * 10, static_cast<int>(row % manyColumns) });
    grid.appendHits(hits);
    measure("next of a million hits", grid, [&](int) { grid.goToHit(1); });
    source.loaded = false;
    measure("not at hand", grid, [&](int) { grid.verticalScrollBar()->setValue(anyRow()); });
    return 0;
}
