#include "ui/grid/grid.h"

#include <QContextMenuEvent>
#include <QKeySequence>
#include <QMenu>

#include <algorithm>

/// Grid: the menus of cells and columns.
namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// Words from a file that must not be taken for a mnemonic.
QString menuText(QString words)
{
    return words.replace(u'&', u"&&"_s);
}

} // namespace

void Grid::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        openMenuHere();
    else if (rowAt(event->pos()) >= 0)
        openCellMenu(event->globalPos());
}

/// By the keyboard: for the cell or the header cell that is current.
void Grid::openMenuHere()
{
    if (m_scene.currentRow < 0)
        return;
    const QRect cell = cellRect(m_scene.currentRow, m_scene.currentColumn);
    if (m_scene.onHeader)
        openColumnMenu(m_scene.currentColumn, viewport()->mapToGlobal(QPoint(cell.left(), 0)));
    else
        openCellMenu(viewport()->mapToGlobal(cell.bottomLeft()));
}

void Grid::openCellMenu(const QPoint &global)
{
    if (m_scene.currentRow < 0)
        return;
    const qint64 row = m_scene.currentRow;
    const int column = m_scene.currentColumn;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"grid.cellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, const QKeySequence &key, auto act) {
        menu->addAction(text, this, act)->setShortcut(key);
    };
    add(tr("&Copy"), QKeySequence::Copy, [this] { copy(); });
    add(tr("Copy with column &names"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        [this] { copy(Copied::WithHeader); });
    menu->addSeparator();
    add(tr("Select &row"), Qt::SHIFT | Qt::Key_Space, [this] {
        m_whole = Whole::Rows;
        setAnchoredSelection();
    });
    add(tr("Select co&lumn"), Qt::CTRL | Qt::Key_Space, [this, column] { selectColumns(column, column); });
    menu->addSeparator();
    add(tr("See the &whole cell"), Qt::Key_F1,
        [this, row, column] { Q_EMIT cellInspectionWanted(row, column); });
    //: %1 the name of a column
    QMenu *ofColumn = menu->addMenu(tr("C&olumn %1").arg(menuText(m_scene.columnName(column))));
    ofColumn->setObjectName(u"grid.columnMenu"_s);
    addColumnActions(*ofColumn, column);
    Q_EMIT menuOpening(menu, row, column);
    menu->popup(global);
}

void Grid::openColumnMenu(int column, const QPoint &global)
{
    if (column < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"grid.columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnActions(*menu, column);
    Q_EMIT menuOpening(menu, -1, column);
    menu->popup(global);
}

void Grid::addColumnActions(QMenu &menu, int column)
{
    const ColumnLayout &layout = m_scene.geometry.columns;
    const std::vector<int> meant = columnsMeant(column);
    const auto add = [this, &menu](const QString &name, const QString &text, bool enabled, auto act) {
        QAction *action = menu.addAction(text, this, act);
        action->setObjectName(name);
        action->setEnabled(enabled);
    };
    add(u"grid.aboutColumn"_s, tr("&About this column"), true,
        [this, column] { Q_EMIT columnActivated(column); });
    menu.addSeparator();
    add(u"grid.fitColumn"_s, tr("&Fit width"), true, [this, meant] {
        for (const int one : meant)
            fitColumn(one);
    });
    add(u"grid.fitAllColumns"_s, tr("Fit a&ll columns"), true, [this] { fitAllColumns(); });
    menu.addSeparator();
    const auto several = static_cast<int>(meant.size());
    const QString hide = several > 1 ? tr("&Hide %n column(s)", nullptr, several) : tr("&Hide column");
    add(u"grid.hideColumn"_s, hide, several < layout.shownCount(), [this, meant] { hideColumns(meant); });
    add(u"grid.showAllColumns"_s, tr("&Show all columns"), layout.hiddenCount() > 0,
        [this] { showAllColumns(); });
    menu.addSeparator();
    add(u"grid.freeze"_s, tr("F&reeze up to this column"),
        canFreeze(column + 1) && layout.frozen() != column + 1,
        [this, column] { freezeColumns(column + 1); });
    add(u"grid.unfreeze"_s, tr("&Unfreeze"), layout.frozen() > 0, [this] { freezeColumns(0); });
}

/// All whole columns that are selected when \a column is one of them; else that one alone.
std::vector<int> Grid::columnsMeant(int column) const
{
    const GridGeometry &g = m_scene.geometry;
    std::vector<int> meant;
    for (const GridRange &range : m_scene.selection.ranges()) {
        for (int at = range.firstColumn; range.rows() == g.rows && at <= range.lastColumn; ++at) {
            if (!g.columns.isHidden(at))
                meant.push_back(at);
        }
    }
    std::sort(meant.begin(), meant.end());
    meant.erase(std::unique(meant.begin(), meant.end()), meant.end());
    if (std::binary_search(meant.begin(), meant.end(), column))
        return meant;
    return { column };
}

/// What scrolls must keep room.
bool Grid::canFreeze(int count) const
{
    GridGeometry after = m_scene.geometry;
    after.columns.freeze(count);
    return after.frozenPlaces() == after.columns.placeOf(count);
}

} // namespace rowlift::ui
