#include "ui/grid/grid.h"
#include "ui/grid/grid_copy.h"

#include <QFontMetrics>
#include <QKeyEvent>

#include <algorithm>

/// Grid: what keys do.
namespace rowlift::ui {

namespace {

bool isTyping(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text().front().isPrint();
}

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

void Grid::keyPressEvent(QKeyEvent *event)
{
    if (m_editor != nullptr) {
        if (event->key() == Qt::Key_Escape)
            closeEditor();
        return; // what the editor let pass, Enter above all, means nothing to the rows below it
    }
    const bool taken = m_scene.currentRow >= 0
        && ((m_scene.onHeader && headerByKey(*event)) || commandByKey(*event) || selectByKey(*event)
            || columnByKey(*event) || moveByKey(*event) || editByKey(*event));
    if (!taken)
        QAbstractScrollArea::keyPressEvent(event);
}

/// What keys mean while the header cell of the current column is meant.
bool Grid::headerByKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier))
        return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (isEnter(event)) {
        Q_EMIT columnActivated(m_scene.currentColumn);
    } else if (event.key() == Qt::Key_Space && !shift) {
        selectColumns(m_scene.currentColumn, m_scene.currentColumn);
    } else if (event.key() == Qt::Key_Down || event.key() == Qt::Key_Escape) {
        setOnHeader(false);
    } else if (event.key() != Qt::Key_Up) {
        return false;
    }
    return true;
}

bool Grid::moveByKey(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const GridGeometry &g = m_scene.geometry;
    const int lastPlace = g.columns.shownCount() - 1;
    qint64 row = m_scene.currentRow;
    int place = g.columns.placeOf(m_scene.currentColumn);
    const int forward = g.rightToLeft ? -1 : 1;
    bool sideways = false;
    switch (event.key()) {
    case Qt::Key_Up:
        if (row == 0 && !control && !shift) {
            setOnHeader(true);
            return true;
        }
        row = control ? 0 : row - 1;
        break;
    case Qt::Key_Down:
        row = control ? g.rows - 1 : row + 1;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event.key() == Qt::Key_Right ? forward : -forward;
        place = control ? (step > 0 ? lastPlace : 0) : place + step;
        sideways = true;
        break;
    }
    case Qt::Key_PageUp:
        row -= g.pageRows();
        break;
    case Qt::Key_PageDown:
        row += g.pageRows();
        break;
    case Qt::Key_Home:
        row = control ? 0 : row;
        place = 0;
        sideways = !control;
        break;
    case Qt::Key_End:
        row = control ? g.rows - 1 : row;
        place = lastPlace;
        sideways = !control;
        break;
    default:
        return false;
    }
    if (!sideways)
        setOnHeader(false);
    moveTo(row, g.columns.columnAt(std::clamp(place, 0, lastPlace)), shift ? Select::Extend : Select::Move);
    return true;
}

bool Grid::commandByKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.key() == Qt::Key_C && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copy(Copied::WithHeader);
    } else if (event.key() == Qt::Key_Escape && m_copy->state() == GridCopy::State::Running) {
        m_copy->stop();
    } else if (event.matches(QKeySequence::Find)) {
        Q_EMIT findWanted();
    } else if (event.key() == Qt::Key_F3) {
        if (m_scene.hits.isEmpty())
            Q_EMIT findWanted();
        else
            goToHit(shift ? -1 : 1);
    } else if (event.key() == Qt::Key_G && event.modifiers() == Qt::ControlModifier) {
        Q_EMIT goToRowWanted();
    } else if (event.key() == Qt::Key_F1) {
        Q_EMIT cellInspectionWanted(m_scene.currentRow, m_scene.currentColumn);
    } else if (event.key() == Qt::Key_F8) {
        Q_EMIT nextMarkWanted(shift ? -1 : 1);
    } else if (event.key() == Qt::Key_Menu || (event.key() == Qt::Key_F10 && shift)) {
        openMenuHere();
    } else {
        return false;
    }
    return true;
}

bool Grid::selectByKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    const bool space = event.key() == Qt::Key_Space;
    if (space && event.modifiers() == Qt::ShiftModifier)
        m_whole = Whole::Rows;
    else if (space && event.modifiers() == Qt::ControlModifier)
        m_whole = Whole::Columns;
    else
        return false;
    setAnchoredSelection();
    return true;
}

bool Grid::columnByKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (!(event.modifiers() & Qt::AltModifier))
        return false;
    const bool sideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (event.key() == Qt::Key_Down) {
        Q_EMIT columnActivated(m_scene.currentColumn);
    } else if (sideways && shift) {
        const bool wider = (event.key() == Qt::Key_Right) != m_scene.geometry.rightToLeft;
        const int step = 2 * QFontMetrics(m_scene.cellFont()).averageCharWidth();
        setColumnWidth(m_scene.currentColumn, columnWidth(m_scene.currentColumn) + (wider ? step : -step));
    } else {
        return false;
    }
    return true;
}

bool Grid::editByKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (isEnter(event)) {
        enterPressed(event.modifiers() & Qt::ShiftModifier);
        return true;
    }
    if (!m_editable)
        return false;
    if (key == Qt::Key_Delete)
        Q_EMIT leaveOutWanted(selection().firstRow, selection().lastRow);
    else if (key == Qt::Key_F2)
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, QString());
    else if (isTyping(event))
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, event.text());
    else
        return false;
    return true;
}

void Grid::enterPressed(bool shift)
{
    const GridRow *row = m_scene.currentRowData();
    const int action = shift ? 1 : 0;
    if (row != nullptr && !row->note.isEmpty() && !row->noteActions.isEmpty()) {
        if (action < row->noteActions.size())
            Q_EMIT noteActionTriggered(m_scene.currentRow, action);
        return;
    }
    Q_EMIT cellActivated(m_scene.currentRow, m_scene.currentColumn);
}

} // namespace rowlift::ui
