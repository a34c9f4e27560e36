#pragma once

#include "ui/grid/grid_scene.h"

#include <QBasicTimer>

namespace rowlift::ui {

/// Turns selected cells into tab-separated text, slice by slice between events. A row that is not at hand is
/// asked of the source (GridSource::want()) and waited for. Reads the scene that it is given; a reset of the
/// source ends it.
class GridCopy : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 mostCells = 1'000'000;
    static constexpr qsizetype mostCharacters = 32'000'000;

    enum class State {
        Idle,
        Running,
        Copied, ///< text() is whole.
        TooMany, ///< More cells or characters than a clipboard should take.
        Stopped,
    };

    explicit GridCopy(const GridScene &scene, QObject *parent);

    /// What is selected now, of shown columns. A small copy ends before this returns.
    void start(bool withHeader);
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    /// Cells that are to be copied.
    [[nodiscard]] qint64 cells() const;
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    /// state() is neither Idle nor Running any more.
    void ended();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void copySome();
    bool copyRow(const GridRow &row);
    void addCell(const QString &cell, bool first);
    void end(State state);
    void onRowsChanged();

    const GridScene &m_scene;
    State m_state = State::Idle;
    QString m_text;
    std::vector<GridRange> m_ranges;
    std::vector<GridSpan> m_rows;
    std::vector<int> m_columns;
    std::size_t m_span = 0; ///< Of m_rows.
    qint64 m_row = 0;
    std::size_t m_column = 0; ///< Of m_columns; where the row was left when the time was over.
    QBasicTimer m_timer;
};

} // namespace rowlift::ui
