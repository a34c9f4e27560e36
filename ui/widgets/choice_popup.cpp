#include "ui/widgets/choice_popup.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRows = 8;
constexpr int leastWidth = 420; ///< Room for two names and what is said of a field.
constexpr int mostWidth = 720; ///< Of what its reasons ask for.
constexpr auto startMiddle = Qt::AlignLeft | Qt::AlignVCenter;

int choiceHeight()
{
    const int lines = QFontMetrics(font(Type::Body)).height() + QFontMetrics(font(Type::Small)).height();
    return std::max(px(Size::MapRow), lines + px(Space::S2) + px(Space::S1));
}

class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (index.data(ChoiceList::IsHeadingRole).toBool())
            return { 100, QFontMetrics(font(Type::Small)).height() + px(Space::S3) };
        return { 100, choiceHeight() };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (index.data(ChoiceList::IsHeadingRole).toBool())
            paintHeading(*painter, option.rect, index.data().toString());
        else
            paintChoice(*painter, option, index);
        painter->restore();
    }

private:
    static void paintHeading(QPainter &painter, const QRect &rect, const QString &group)
    {
        const QRect room = rect.adjusted(px(Space::S3), px(Space::S1), -px(Space::S3), 0);
        drawWords(painter, room, font(Type::Small), Color::Text3, startMiddle, group);
    }

    static void paintChoice(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRectF pill = QRectF(option.rect).adjusted(px(Space::S1), 1, -px(Space::S1), -1);
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            drawBox(painter, pill, px(Size::R2), selected ? Color::Selection : Color::AccentSoft);
        const QString reason = index.data(ChoiceList::ReasonRole).toString();
        const QRect row = option.rect.adjusted(px(Space::S3), 0, -px(Space::S3), 0);
        const int badge = paintBadge(painter, option, row, index, selected);
        const auto visual
            = [&option](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QString second = reason.isEmpty() ? index.data(ChoiceList::SecondLineRole).toString() : reason;
        const int nameHeight = QFontMetrics(font(Type::Body)).height();
        const int secondHeight = second.isEmpty() ? 0 : QFontMetrics(font(Type::Small)).height();
        const int top = row.center().y() - (nameHeight + secondHeight) / 2;
        // On the selection grey would be too faint; there the reason speaks for itself.
        const Color plain = selected ? Color::OnSelection : reason.isEmpty() ? Color::Text : Color::Text3;
        const Color quiet = selected ? Color::OnSelection : Color::Text2;
        drawWords(painter, visual(QRect(row.left(), top, row.width() - badge, nameHeight)), font(Type::Body),
                  plain, startMiddle, index.data().toString());
        drawWords(painter, visual(QRect(row.left(), top + nameHeight, row.width() - badge, secondHeight)),
                  font(Type::Small), quiet, startMiddle, second);
    }

    /// Returns the width it took at the end.
    static int paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                          const QModelIndex &index, bool selected)
    {
        const QString iconName = index.data(ChoiceList::BadgeIconRole).toString();
        const QString text = index.data(ChoiceList::BadgeTextRole).toString();
        if (iconName.isEmpty() && text.isEmpty())
            return 0;
        const Color quiet = selected ? Color::OnSelection : Color::Text2;
        const int words = text.isEmpty() ? 0 : QFontMetrics(font(Type::Small)).horizontalAdvance(text) + 1;
        const int side = iconName.isEmpty() ? 0 : px(Size::IconText);
        const int gap = words > 0 && side > 0 ? px(Space::S1) : 0;
        const auto visual
            = [&option](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QRect room(row.right() + 1 - words - gap - side, row.top(), words + gap + side, row.height());
        if (side > 0)
            drawIcon(painter, visual(QRect(room.left(), room.top() + (room.height() - side) / 2, side, side)),
                     iconName, quiet);
        drawWords(painter, visual(room.adjusted(side + gap, 0, 0, 0)), font(Type::Small), quiet, startMiddle,
                  text);
        return room.width() + px(Space::S2);
    }
};

} // namespace

ChoicePopup::ChoicePopup(QWidget *owner)
    : QFrame(owner, Qt::Popup | Qt::FramelessWindowHint)
    , m_list(new ChoiceList(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_nothing(new Words(tr("Nothing fits what you typed."), Type::Small, Color::Text2, this))
{
    setObjectName(u"choice.popup"_s);
    setAttribute(Qt::WA_TranslucentBackground); // for the round corners
    m_filter->setObjectName(u"choice.filter"_s);
    m_filter->setPlaceholderText(tr("Type to filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->addAction(icon(u"search", Color::Text3), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_view->setObjectName(u"choice.rows"_s);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new ChoiceDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setObjectName(u"choice.wrong"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setContentsMargins(px(Space::S3), px(Space::S2), px(Space::S3), px(Space::S3));
    m_nothing->hide();

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, px(Space::S2), 1, px(Space::S1));
    lines->setSpacing(px(Space::S1));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(px(Space::S2), 0, px(Space::S2), px(Space::S1));
    top->addWidget(m_filter);
    lines->addLayout(top);
    lines->addWidget(m_nothing);
    lines->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ChoicePopup::filter);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &at) { accept(at.row()); });
}

void ChoicePopup::setLabel(const QString &label)
{
    setAccessibleName(label);
    m_view->setAccessibleName(label);
}

void ChoicePopup::openAt(const QWidget *field, const QString &id, const QString &typed)
{
    m_filter->setText(typed);
    filter(typed);
    m_view->setUniformItemSizes(!m_list->hasHeadings()); // thousands are not measured one by one
    if (typed.isEmpty() && m_list->rowOf(id) >= 0)
        makeCurrent(m_list->rowOf(id));
    place(field);
    show();
    m_filter->setFocus(Qt::PopupFocusReason);
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
}

/// Why something cannot be chosen is read in full.
int ChoicePopup::widestReason() const
{
    const QFontMetrics metrics(ui::font(Type::Small));
    int widest = 0;
    for (const ChoiceRow &row : m_list->rows()) {
        if (!row.disabledReason.isEmpty())
            widest = std::max(widest, metrics.horizontalAdvance(row.disabledReason));
    }
    const int badge = px(Size::IconText) + px(Space::S2);
    const int around = 2 * px(Space::S3) + badge + m_view->verticalScrollBar()->sizeHint().width() + 2;
    return std::min(widest + around, mostWidth);
}

void ChoicePopup::place(const QWidget *field)
{
    const QRect screen = field->screen()->availableGeometry();
    const int wanted = std::clamp(m_list->rowCount(), 2, shownRows) * choiceHeight();
    const int high = wanted + m_filter->sizeHint().height() + px(Space::S5);
    const int wide = std::min(screen.width(), std::max({ field->width(), widestReason(), leastWidth }));
    QPoint at = field->mapToGlobal(QPoint(0, field->height() + focusRoom));
    if (layoutDirection() == Qt::RightToLeft)
        at.rx() += field->width() - wide;
    const int below = screen.bottom() - at.y();
    const int above = field->mapToGlobal(QPoint()).y() - screen.top() - focusRoom;
    const int height = std::min(high, std::max(below, above));
    if (below < height)
        at.setY(field->mapToGlobal(QPoint()).y() - focusRoom - height);
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - wide)));
    setGeometry(QRect(at, QSize(wide, height)));
}

void ChoicePopup::filter(const QString &typed)
{
    m_list->setFilter(typed);
    const QString name = typed.trimmed();
    const TypedChoice own = m_maker && !name.isEmpty() ? m_maker(name) : TypedChoice();
    m_list->setTyped(own.row);
    m_filter->setPlaceholderText(m_maker ? tr("Type to filter, or a new name") : tr("Type to filter"));
    m_nothing->setText(own.wrong.isEmpty() ? tr("Nothing fits what you typed.") : own.wrong);
    m_nothing->setColor(own.wrong.isEmpty() ? Color::Text2 : Color::Problem);
    m_nothing->setVisible(m_list->rowCount() == 0 || !own.wrong.isEmpty());
    m_filter->setAccessibleDescription(own.wrong);
    if (!own.wrong.isEmpty())
        announce(this, own.wrong);
    m_view->setCurrentIndex({});
    makeCurrent(proposed(own));
}

/// What Enter takes of what was typed: never what is in use elsewhere.
int ChoicePopup::proposed(const TypedChoice &own) const
{
    if (const int there = own.there.isEmpty() ? -1 : m_list->rowOf(own.there); there >= 0)
        return m_list->isTaken(there) ? -1 : there;
    if (const int row = m_list->firstProposed(); row >= 0)
        return row;
    const int first = m_list->rowFrom(0, 1); // one that cannot be chosen says why
    return first >= 0 && !m_list->isTaken(first) ? first : -1;
}

void ChoicePopup::makeCurrent(int row)
{
    if (row < 0)
        return;
    m_view->setCurrentIndex(m_list->index(row));
    m_view->scrollTo(m_view->currentIndex());
}

bool ChoicePopup::walk(int key)
{
    const int now = m_view->currentIndex().row();
    const int last = m_list->rowCount() - 1;
    const auto far = [&](int step) {
        const int to = m_list->rowFrom(std::clamp(now + step, 0, std::max(0, last)), step > 0 ? 1 : -1);
        return to >= 0 ? to : m_list->rowFrom(step > 0 ? last : 0, step > 0 ? -1 : 1);
    };
    switch (key) {
    case Qt::Key_Down:
        makeCurrent(m_list->rowFrom(now + 1, 1));
        return true;
    case Qt::Key_Up:
        makeCurrent(m_list->rowFrom(now - 1, -1));
        return true;
    case Qt::Key_PageDown:
        makeCurrent(far(shownRows - 1));
        return true;
    case Qt::Key_PageUp:
        makeCurrent(far(1 - shownRows));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        accept(now);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && walk(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

void ChoicePopup::accept(int row)
{
    if (!m_list->canBeChosen(row))
        return;
    const QString id = m_list->index(row).data(ChoiceList::IdRole).toString();
    if (m_list->isTyped(row))
        m_list->keepTyped();
    hide();
    Q_EMIT accepted(id);
}

void ChoicePopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

void ChoicePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), px(Size::R3), Color::Surface, Color::ControlLine);
}

} // namespace rowlift::ui
