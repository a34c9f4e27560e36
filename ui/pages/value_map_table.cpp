#include "ui/pages/value_map_table.h"

#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRowsShown = 9; ///< Before the table scrolls.

} // namespace

void ValueMapModel::setRows(const std::vector<ValueMapRow> &rows)
{
    if (rows.size() == m_rows.size()) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (rows[at] == m_rows[at])
                continue;
            m_rows[at] = rows[at];
            const auto row = static_cast<int>(at);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ValueMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValueMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ValueMapModel::data(const QModelIndex &index, int role) const
{
    const ValueMapRow &shown = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == Value ? shown.value
            : index.column() == Rows   ? QLocale().toString(shown.rows)
                                       : shown.becomes;
    case Qt::AccessibleTextRole:
        //: A value of the file, how many rows have it, what is sent for it
        return tr("%1, %Ln row(s), becomes %2", nullptr, static_cast<int>(shown.rows))
            .arg(shown.value, shown.becomes);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Rows ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == Becomes && shown.open ? QVariant(color(Color::HeadsUp)) : QVariant();
    default:
        return {};
    }
}

QVariant ValueMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Value:
        return tr("In your file");
    case Rows:
        return tr("Rows");
    case Becomes:
        //: Above what is sent for a value of the file
        return tr("Becomes");
    case ColumnCount:
        break;
    }
    return {};
}

ValueMapTable::ValueMapTable(QWidget *parent)
    : QTableView(parent)
    , m_model(nullptr)
    , m_choice(new SearchableCombo(tr("What it becomes"), viewport()))
{
    setModel(&m_model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(heightFor(Size::ControlInTable, fontMetrics()) + px(Space::S1));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(ValueMapModel::Value, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(ValueMapModel::Rows, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(ValueMapModel::Becomes, QHeaderView::Stretch);
    m_choice->setFocusPolicy(Qt::ClickFocus); // the table opens it
    m_choice->hide();
}

void ValueMapTable::setRows(const std::vector<ValueMapRow> &rows)
{
    const bool others = static_cast<int>(rows.size()) != m_model.rowCount();
    m_model.setRows(rows);
    if (others) {
        updateGeometry();
        if (!rows.empty())
            setCurrentIndex(m_model.index(0, ValueMapModel::Becomes));
    }
    placeChoice();
}

QSize ValueMapTable::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), 1, mostRowsShown);
    return { 40 * fontMetrics().averageCharWidth(),
             horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 };
}

void ValueMapTable::placeChoice()
{
    const QModelIndex at = currentIndex();
    m_choice->setVisible(at.isValid());
    if (!at.isValid())
        return;
    m_choice->setGeometry(visualRect(at.siblingAtColumn(ValueMapModel::Becomes)));
    const ValueMapRow &shown = m_model.row(at.row());
    //: %1 a value of the file
    m_choice->setLabel(tr("What “%1” becomes").arg(shown.value));
    m_choice->setPlaceholder(shown.becomes);
    m_choice->setChosen({});
}

void ValueMapTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    placeChoice();
}

void ValueMapTable::updateGeometries()
{
    QTableView::updateGeometries();
    placeChoice();
}

void ValueMapTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placeChoice();
}

void ValueMapTable::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_F2 || event->key() == Qt::Key_Space
        || (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier);
    if (opens && currentIndex().isValid())
        m_choice->click();
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

} // namespace rowlift::ui
