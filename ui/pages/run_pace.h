#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace rowlift::ui {

/// How fast a run goes, and how long it will take: from how many rows were done at which time.
class RunPace {
public:
    /// Another run, or one that stood still: what was before says nothing of what comes.
    void begin(std::chrono::milliseconds now, qint64 done);
    void note(std::chrono::milliseconds now, qint64 done);

    /// Over the last seconds; empty while that says nothing.
    std::optional<qint64> rowsPerSecond() const;
    /// Empty in the first seconds and before a twentieth is done: a guess would only jump.
    std::optional<std::chrono::milliseconds> timeLeft(qint64 rows) const;

    /// The same where rows are done by whole parts, which tell nothing before: empty before two of them are.
    std::optional<std::chrono::milliseconds> timeLeftByParts(qint64 rows) const;

private:
    struct Point {
        std::chrono::milliseconds when { 0 };
        qint64 done = 0;
    };

    Point m_first;
    std::deque<Point> m_points; ///< A second apart; those of the last two minutes.
    Point m_last;
    Point m_step; ///< When more rows were done last.
    int m_steps = 0;
};

} // namespace rowlift::ui
