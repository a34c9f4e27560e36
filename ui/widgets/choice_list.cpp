#include "ui/widgets/choice_list.h"

#include <algorithm>
#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

bool holdsAll(const ChoiceRow &row, const QStringList &words)
{
    const QString all = row.name + u' ' + row.secondLine + u' ' + row.badgeText + u' ' + row.search;
    return std::all_of(words.begin(), words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

void ChoiceList::setRows(const QList<ChoiceRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_headings
        = std::any_of(rows.begin(), rows.end(), [](const ChoiceRow &row) { return !row.group.isEmpty(); });
    rebuild();
    endResetModel();
}

void ChoiceList::setFilter(const QString &typed)
{
    const QString filter = typed.simplified();
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void ChoiceList::setTyped(const ChoiceRow &row)
{
    if (row == m_typed)
        return;
    beginResetModel();
    m_typed = row;
    rebuild();
    endResetModel();
}

void ChoiceList::keepTyped()
{
    if (m_typed.id.isEmpty())
        return;
    const ChoiceRow typed = std::exchange(m_typed, {});
    setRows(m_rows + QList<ChoiceRow> { typed });
}

/// What was typed counts as the one behind the last row.
const ChoiceRow &ChoiceList::rowAt(const Line &line) const
{
    return line.row < m_rows.size() ? m_rows[line.row] : m_typed;
}

void ChoiceList::rebuild()
{
    m_lines.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    QString group;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (!holdsAll(m_rows[row], words))
            continue;
        if (words.isEmpty() && m_rows[row].group != group) {
            group = m_rows[row].group;
            if (!group.isEmpty())
                m_lines.append({ row, true });
        }
        m_lines.append({ row, false });
    }
    if (words.isEmpty())
        return;
    std::stable_partition(m_lines.begin(), m_lines.end(), [this](const Line &line) {
        return m_rows[line.row].name.startsWith(m_filter, Qt::CaseInsensitive);
    });
    if (!m_typed.id.isEmpty())
        m_lines.prepend({ m_rows.size(), false }); // a part of another name is a name, too
}

bool ChoiceList::isHeading(int row) const
{
    return m_lines[row].heading;
}

bool ChoiceList::canBeChosen(int row) const
{
    return row >= 0 && row < m_lines.size() && !m_lines[row].heading
        && rowAt(m_lines[row]).disabledReason.isEmpty();
}

int ChoiceList::firstProposed() const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (canBeChosen(row) && !isTaken(row))
            return row;
    }
    return -1;
}

int ChoiceList::rowFrom(int from, int step) const
{
    for (int row = from; row >= 0 && row < m_lines.size(); row += step) {
        if (!m_lines[row].heading)
            return row;
    }
    return -1;
}

int ChoiceList::rowOf(const QString &id) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (!m_lines[row].heading && rowAt(m_lines[row]).id == id)
            return row;
    }
    return -1;
}

int ChoiceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ChoiceList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line line = m_lines[index.row()];
    const ChoiceRow &row = rowAt(line);
    if (role == IsHeadingRole)
        return line.heading;
    if (line.heading)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(row.group) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::ToolTipRole:
        return row.disabledReason;
    case IdRole:
        return row.id;
    case SecondLineRole:
        return row.secondLine;
    case BadgeIconRole:
        return row.badgeIcon;
    case BadgeTextRole:
        return row.badgeText;
    case ReasonRole:
        return row.disabledReason;
    default:
        return {};
    }
}

QString ChoiceList::spoken(const ChoiceRow &row) const
{
    QStringList words { row.name };
    for (const QString &more : { row.badgeText, row.disabledReason, row.secondLine }) {
        if (!more.isEmpty())
            words << more;
    }
    return words.join(u", "_s);
}

Qt::ItemFlags ChoiceList::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_lines[index.row()].heading)
        return Qt::NoItemFlags;
    // Rows with a reason can be walked to, so that the reason is read; only choosing them does nothing.
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace rowlift::ui
