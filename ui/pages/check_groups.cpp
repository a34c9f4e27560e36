#include "ui/pages/check_groups.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int countRole = Qt::UserRole;
constexpr int markRole = Qt::UserRole + 1;
constexpr int noMark = -1;
constexpr int groupWrap = static_cast<int>(Qt::AlignVCenter) | Qt::TextWordWrap;

/// Icon, text that wraps, count at the end.
class GroupDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = view ? view->viewport()->width() : option.rect.width();
        const QFontMetrics metrics(ui::font(Type::Body));
        const Rooms rooms = roomsIn(QRect(0, 0, width, 0), index);
        const int text
            = metrics.boundingRect(QRect(0, 0, rooms.text.width(), 0), groupWrap, index.data().toString())
                  .height();
        return { width, std::max(heightFor(Size::ControlInTable, metrics), text + px(Space::S2)) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        if (selected || hover)
            drawBox(*painter, QRectF(option.rect).adjusted(0, 1, 0, -1), px(Size::R1),
                    selected ? Color::Selection : Color::AccentSoft);
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawBox(*painter, QRectF(option.rect).adjusted(0, 1, 0, -1), px(Size::R1),
                    selected ? Color::Selection : Color::Surface, Color::AccentText, 2);
        const auto visual
            = [&option](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const Rooms rooms = roomsIn(option.rect, index);
        if (const int mark = index.data(markRole).toInt(); mark != noMark)
            drawMark(*painter, visual(rooms.mark), static_cast<Mark>(mark));
        else
            drawIcon(*painter, visual(rooms.mark), u"sheet", selected ? Color::OnSelection : Color::Text3);
        const QColor words = ui::color(selected ? Color::OnSelection : Color::Text);
        painter->setPen(words);
        painter->setFont(ui::font(Type::Body));
        const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        painter->drawText(visual(rooms.text), groupWrap | static_cast<int>(start), index.data().toString());
        painter->setFont(figures(Type::Strong));
        const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
        painter->drawText(visual(rooms.count), static_cast<int>(end | Qt::AlignVCenter), countText(index));
        painter->restore();
    }

private:
    struct Rooms {
        QRect mark;
        QRect text;
        QRect count;
    };

    static QString countText(const QModelIndex &index)
    {
        return QLocale().toString(index.data(countRole).toLongLong());
    }

    static Rooms roomsIn(const QRect &row, const QModelIndex &index)
    {
        const int side = px(Size::IconText);
        const int count = QFontMetrics(figures(Type::Strong)).horizontalAdvance(countText(index)) + 1;
        Rooms rooms;
        rooms.mark = { row.left() + px(Space::S2), row.center().y() - side / 2, side, side };
        rooms.count = { row.right() + 1 - px(Space::S2) - count, row.top(), count, row.height() };
        const int from = rooms.mark.right() + 1 + px(Space::S2);
        rooms.text
            = { from, row.top(), std::max(1, rooms.count.left() - px(Space::S3) - from), row.height() };
        return rooms;
    }
};

} // namespace

CheckGroups::CheckGroups(const CheckDesk &desk, QWidget *parent)
    : QListWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"check.groups"_s);
    setAccessibleName(tr("Problems and heads-ups"));
    setItemDelegate(new GroupDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT groupChosen(row - 1);
    });
}

void CheckGroups::add(const QString &text, qint64 rows, const QString &spoken, int mark)
{
    auto *item = new QListWidgetItem(text, this);
    item->setData(countRole, rows);
    item->setData(markRole, mark);
    item->setData(Qt::AccessibleTextRole, spoken);
}

/// What the rules cannot know: how the service takes rows of one key.
QString CheckGroups::wordsFor(const ProblemGroup &group) const
{
    const auto &kind = m_desk.snapshot().kind;
    if (group.rule == Rule::PartnerProblem)
        //: %1 "Another row of the same record has a problem"
        return tr("%1: left out with it").arg(groupText(group));
    if (group.rule != Rule::RepeatedKey || !kind)
        return groupText(group);
    const auto operation = m_desk.place().snapshot().operation;
    const auto repeated = operation ? kind->repeatedKeys.find(*operation) : kind->repeatedKeys.end();
    const bool together = repeated != kind->repeatedKeys.end() && repeated->second == RepeatedKeys::Together;
    //: %1 "Same Email more than once in the file"
    return together ? tr("%1: sent together, the later row wins").arg(groupText(group)) : groupText(group);
}

void CheckGroups::refresh()
{
    const auto &check = m_desk.snapshot();
    const bool checked = check.state == CheckDesk::State::Checked;
    const qint64 all = checked ? check.result.rows : m_desk.file().snapshot().rows();
    QStringList said { QString::number(all) };
    if (checked) {
        for (const ProblemGroup &group : check.result.groups)
            said << wordsFor(group) + QString::number(group.records.size());
    }
    if (said == m_said)
        return;
    const bool sameGroups = said.size() == m_said.size() && said.mid(1) == m_said.mid(1);
    m_said = said;
    if (sameGroups) { // only the count of rows grows
        item(0)->setData(countRole, all);
        return;
    }
    const QSignalBlocker quiet(this);
    clear();
    add(tr("All rows"), all, tr("All %Ln row(s)", nullptr, static_cast<int>(all)), noMark);
    if (checked) {
        for (const ProblemGroup &group : check.result.groups) {
            const bool problem = group.severity == Severity::Problem;
            const QString rows = tr("%Ln row(s)", nullptr, static_cast<int>(group.records.size()));
            //: For screen readers: %1 what was found, %2 "29 rows"
            const QString spoken = problem ? tr("Problem, %1, %2") : tr("Heads-up, %1, %2");
            add(wordsFor(group), static_cast<qint64>(group.records.size()), spoken.arg(wordsFor(group), rows),
                static_cast<int>(problem ? Mark::Problem : Mark::HeadsUp));
        }
    }
    setCurrentRow(0);
}

void CheckGroups::choose(int group)
{
    setCurrentRow(group + 1);
}

int CheckGroups::heightForAll() const
{
    int all = 0;
    for (int row = 0; row < count(); ++row)
        all += sizeHintForRow(row);
    return all;
}

void CheckGroups::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // texts wrap otherwise
}

} // namespace rowlift::ui
