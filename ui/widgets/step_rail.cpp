#include "ui/widgets/step_rail.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace rowlift::ui {

namespace {

constexpr int railInset = 8;
constexpr auto alignStart = Qt::AlignLeft | Qt::AlignVCenter;

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::NotStarted:
        return Mark::NotStarted;
    case StepState::Current:
        return Mark::Current;
    case StepState::Done:
        return Mark::Done;
    case StepState::Attention:
        return Mark::Attention;
    case StepState::Locked:
        break;
    }
    return Mark::Locked;
}

class RailDelegate : public QStyledItemDelegate {
public:
    explicit RailDelegate(StepRail *rail)
        : QStyledItemDelegate(rail)
        , m_rail(rail)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int caption = index.row() == m_rail->promiseAfter() ? captionHeight() : 0;
        return { px(Size::RailFolded), topRoom(index) + rowHeight() + caption };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        QRect row = option.rect.adjusted(0, topRoom(index), 0, 0);
        row.setHeight(rowHeight());
        paintRow(*painter, option, row, m_rail->steps().at(index.row()), index.row());
        if (index.row() == m_rail->promiseAfter())
            paintCaption(*painter, option.rect.adjusted(0, topRoom(index) + rowHeight(), 0, 0));
        painter->restore();
    }

private:
    static int topRoom(const QModelIndex &index) { return index.row() == 0 ? px(Space::S2) : 0; }

    static int rowHeight()
    {
        const int lines
            = QFontMetrics(ui::font(Type::Strong)).height() + QFontMetrics(ui::font(Type::Small)).height();
        return std::max(px(Size::RailRow), lines + px(Space::S3) + px(Space::S1));
    }

    QRect captionRoom(const QRect &under) const
    {
        return under.adjusted(px(Space::S4), px(Space::S2), -px(Space::S3), 0);
    }

    int captionHeight() const
    {
        if (m_rail->isFolded())
            return px(Space::S4);
        const QRect room = captionRoom(QRect(0, 0, m_rail->viewport()->width(), 1000));
        const QFontMetrics metrics(ui::font(Type::Small));
        return metrics.boundingRect(room, Qt::TextWordWrap, StepRail::promise()).height() + 2 * px(Space::S2)
            + px(Space::S1);
    }

    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                  const RailStep &step, int number) const
    {
        const QRectF pill = QRectF(row).adjusted(railInset, 1, -railInset, -1);
        const bool current = step.state == StepState::Current;
        const bool hover = option.state.testFlag(QStyle::State_MouseOver) && step.reachable;
        if (current || hover)
            drawBox(painter, pill, px(Size::R2), Color::AccentSoft);
        if (current)
            drawStartBar(painter, pill, px(Size::R2), Color::AccentText);
        if (option.state.testFlag(QStyle::State_HasFocus) && m_rail->hasFocus())
            paintFocus(painter, pill);

        const int side = px(Size::IconRail);
        const int start = m_rail->isFolded() ? (row.width() - side) / 2 : railInset + px(Space::S3);
        const QRect icon(row.left() + start, row.top() + (row.height() - side) / 2, side, side);
        drawMark(painter, QStyle::visualRect(option.direction, row, icon), markOf(step.state));
        if (!m_rail->isFolded())
            paintNames(painter, option, row,
                       row.adjusted(start + side + px(Space::S3), 0, -railInset - px(Space::S2), 0), step,
                       number);
    }

    static void paintFocus(QPainter &painter, const QRectF &pill)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Color::AccentText), px(Size::Ring)));
        painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), px(Size::R2), px(Size::R2));
        painter.restore();
    }

    static void paintNames(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                           const QRect &room, const RailStep &step, int number)
    {
        const bool current = step.state == StepState::Current;
        const QFont face = font(current ? Type::Strong : Type::Body);
        const int nameHeight = QFontMetrics(face).height();
        const int statusHeight = QFontMetrics(ui::font(Type::Small)).height();
        const int all = nameHeight + (step.status.isEmpty() ? 0 : statusHeight);
        const int top = room.top() + (room.height() - all) / 2;
        const auto visual = [&](int y, int height) {
            return QStyle::visualRect(option.direction, row, QRect(room.left(), y, room.width(), height));
        };
        const Color words = step.state == StepState::Locked ? Color::Text2 : Color::Text;
        drawWords(painter, visual(top, nameHeight), face, words, alignStart,
                  StepRail::tr("%1  %2", "number and name of a step").arg(number + 1).arg(step.name));
        drawWords(painter, visual(top + nameHeight, statusHeight), ui::font(Type::Small), Color::Text2,
                  alignStart, step.status, Qt::ElideMiddle);
    }

    void paintCaption(QPainter &painter, const QRect &under) const
    {
        drawHair(painter, QRectF(under).adjusted(railInset, px(Space::S1), -railInset, 0), Edge::Top,
                 Color::ControlLine);
        if (m_rail->isFolded())
            return;
        painter.setFont(ui::font(Type::Small));
        painter.setPen(color(Color::Text2));
        QRect room = captionRoom(under);
        if (isMirrored(painter))
            room = QStyle::visualRect(Qt::RightToLeft, under, room);
        painter.drawText(room, Qt::TextWordWrap, StepRail::promise());
    }

    StepRail *m_rail;
};

} // namespace

StepRail::StepRail(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RailDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Steps"));
    connect(this, &QListWidget::itemClicked, this, &StepRail::choose);
    resizeToFont();
}

QString StepRail::promise()
{
    return tr("Nothing is sent above this line");
}

QString StepRail::stateWord(StepState state)
{
    switch (state) {
    case StepState::NotStarted:
        return tr("not started");
    case StepState::Current:
        return tr("current step");
    case StepState::Done:
        return tr("done");
    case StepState::Attention:
        return tr("needs attention");
    case StepState::Locked:
        break;
    }
    return tr("locked");
}

void StepRail::setSteps(const QList<RailStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (count() > steps.size())
        delete takeItem(count() - 1);
    while (count() < steps.size())
        addItem(QString());
    for (int row = 0; row < count(); ++row)
        fillRow(row);
    if (!hasFocus()) {
        for (int row = 0; row < count(); ++row) {
            if (steps[row].state == StepState::Current)
                setCurrentRow(row);
        }
    }
    viewport()->update();
}

void StepRail::fillRow(int row)
{
    const RailStep &step = m_steps[row];
    QStringList words { tr("Step %1, %2").arg(row + 1).arg(step.name), stateWord(step.state) };
    if (!step.status.isEmpty())
        words << step.status;
    if (m_promiseAfter >= 0 && row == m_promiseAfter + 1)
        words << promise();
    QListWidgetItem *entry = item(row);
    entry->setText(step.name);
    entry->setData(Qt::AccessibleTextRole, words.join(QStringLiteral(", ")));
    entry->setData(Qt::AccessibleDescriptionRole, step.tip);
    const QString whole
        = step.status.isEmpty() ? step.name : tr("%1: %2", "step: status").arg(step.name, step.status);
    entry->setToolTip(!step.tip.isEmpty() ? step.tip : m_folded ? whole : step.status);
}

void StepRail::setPromiseAfter(int row)
{
    if (row == m_promiseAfter)
        return;
    m_promiseAfter = row;
    for (int each = 0; each < count(); ++each)
        fillRow(each);
    scheduleDelayedItemsLayout();
}

void StepRail::choose(const QListWidgetItem *entry)
{
    const int at = entry == nullptr ? -1 : row(entry);
    if (at >= 0 && m_steps[at].reachable)
        Q_EMIT stepChosen(at);
}

void StepRail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(currentItem());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void StepRail::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setLayoutDirection(layoutDirection());
        painter.fillRect(viewport()->rect(), color(Color::Rail));
        drawHair(painter, viewport()->rect(), Edge::End);
    }
    QListWidget::paintEvent(event);
}

void StepRail::showEvent(QShowEvent *event)
{
    window()->installEventFilter(this);
    fold(window()->width() < px(Size::RailFolds));
    resizeToFont();
    QListWidget::showEvent(event);
}

bool StepRail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize) {
        fold(window()->width() < px(Size::RailFolds));
        resizeToFont();
    }
    return QListWidget::eventFilter(watched, event);
}

void StepRail::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        resizeToFont();
}

void StepRail::fold(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    resizeToFont();
    for (int row = 0; row < count(); ++row)
        fillRow(row);
    Q_EMIT foldedChanged(folded);
}

void StepRail::resizeToFont()
{
    // 27 characters of the body face at 10 pt are the 216 px of the design.
    const int grown = QFontMetrics(ui::font(Type::Body)).averageCharWidth() * 27;
    const int most = std::max(px(Size::Rail), window()->width() / 4);
    const int wanted = m_folded ? px(Size::RailFolded) : std::clamp(grown, px(Size::Rail), most);
    if (wanted == minimumWidth() && wanted == maximumWidth())
        return;
    setFixedWidth(wanted);
    scheduleDelayedItemsLayout();
}

QSize StepRail::sizeHint() const
{
    return { minimumWidth(), 5 * px(Size::RailRow) };
}

} // namespace rowlift::ui
