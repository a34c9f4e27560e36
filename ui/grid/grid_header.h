#pragma once

#include "ui/grid/grid_scene.h"

#include <QWidget>

namespace rowlift::ui {

/// The two lines above the columns, with what the mouse does there. Takes no focus: the keyboard reaches
/// columns through the grid. Draws the scene that it is given and tells what happened.
class GridHeader : public QWidget {
    Q_OBJECT

public:
    GridHeader(GridScene &scene, QWidget *parent);

    /// Height that two lines in the present fonts need.
    [[nodiscard]] int neededHeight() const;

Q_SIGNALS:
    void columnResized(int column, int width);
    void fitWanted(int column);
    void columnClicked(int column, Qt::KeyboardModifiers modifiers);
    /// The mouse went over headers with its button down.
    void columnsDragged(int from, int to);
    /// A right click; \a column is -1 beside the columns.
    void menuWanted(int column, const QPoint &global);
    /// An edge is being dragged, or no longer.
    void resizingChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int columnAt(const QPoint &at) const;
    [[nodiscard]] int edgeAt(const QPoint &at) const;
    void setHover(int column);
    void endResize();

    GridScene &m_scene;
    int m_pressed = -1;
    bool m_dragged = false;
    int m_grabOffset = 0; ///< From the pointer to the edge that is dragged.
};

} // namespace rowlift::ui
