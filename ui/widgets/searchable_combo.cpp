#include "ui/widgets/searchable_combo.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/choice_popup.h"

#include <QKeyEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int comboArrowRoom = 28;
constexpr int usualWidth = 260; ///< The field combo of the map table.

} // namespace

SearchableCombo::SearchableCombo(const QString &label, QWidget *parent)
    : QPushButton(parent)
    , m_popup(new ChoicePopup(this))
    , m_placeholder(tr("Choose…"))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setLabel(label);
    connect(this, &QPushButton::clicked, this, [this] { open(); });
    connect(m_popup, &ChoicePopup::accepted, this, [this](const QString &id) {
        setChosen(id);
        setFocus(Qt::PopupFocusReason);
        Q_EMIT chosen(id);
    });
    connect(m_popup, &ChoicePopup::closed, this, qOverload<>(&QWidget::update));
}

void SearchableCombo::setRows(const QList<ChoiceRow> &rows)
{
    m_popup->list().setRows(rows);
    refresh();
}

void SearchableCombo::setChosen(const QString &id)
{
    m_chosen = id;
    refresh();
}

void SearchableCombo::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    refresh();
}

void SearchableCombo::setLabel(const QString &label)
{
    m_label = label;
    m_popup->setLabel(label);
    refresh();
}

void SearchableCombo::takeTyped(const std::function<TypedChoice(const QString &typed)> &maker)
{
    m_popup->takeTyped(maker);
}

void SearchableCombo::setQuiet(bool quiet)
{
    setProperty("quiet", quiet);
    update();
}

const ChoiceRow *SearchableCombo::chosenRow() const
{
    const QList<ChoiceRow> &rows = m_popup->list().rows();
    const auto at
        = std::find_if(rows.begin(), rows.end(), [this](const ChoiceRow &row) { return row.id == m_chosen; });
    return m_chosen.isEmpty() || at == rows.end() ? nullptr : &*at;
}

QString SearchableCombo::shownText() const
{
    const ChoiceRow *row = chosenRow();
    return row == nullptr ? m_placeholder : row->name;
}

void SearchableCombo::refresh()
{
    setAccessibleName(tr("%1: %2", "label and present choice of a list").arg(m_label, shownText()));
    const ChoiceRow *row = chosenRow();
    setToolTip(row == nullptr ? QString() : row->secondLine);
    update();
}

void SearchableCombo::open(const QString &typed)
{
    if (isEnabled()) {
        Q_EMIT opening();
        m_popup->openAt(this, m_chosen, typed);
    }
    update();
}

bool SearchableCombo::isOpen() const
{
    return m_popup->isVisible();
}

void SearchableCombo::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F4) {
        open();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const QString typed = event->text();
    if (plain && !typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace()) {
        open(typed);
        return;
    }
    QPushButton::keyPressEvent(event);
}

QSize SearchableCombo::sizeHint() const
{
    const QFontMetrics metrics(ui::font(Type::Body));
    const bool quiet = property("quiet").toBool();
    const int text = metrics.horizontalAdvance(shownText()) + comboArrowRoom + px(Space::S3);
    return { quiet ? text : std::max(usualWidth, std::min(text, 2 * usualWidth)),
             heightFor(quiet ? Size::ControlInTable : Size::Control, metrics) };
}

QSize SearchableCombo::minimumSizeHint() const
{
    return { 12 * QFontMetrics(ui::font(Type::Body)).averageCharWidth(), sizeHint().height() };
}

void SearchableCombo::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_On, isOpen());
    painter.drawComplexControl(QStyle::CC_ComboBox, option);

    const ChoiceRow *row = chosenRow();
    QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    if (row != nullptr && !row->badgeIcon.isEmpty()) {
        const int side = px(Size::IconText);
        const QRect badge = QStyle::visualRect(
            layoutDirection(), room,
            QRect(room.right() + 1 - side, room.top() + (room.height() - side) / 2, side, side));
        drawIcon(painter, badge, row->badgeIcon, isEnabled() ? Color::Text2 : Color::Disabled);
        const int taken = side + px(Space::S2);
        room = layoutDirection() == Qt::RightToLeft ? room.adjusted(taken, 0, 0, 0)
                                                    : room.adjusted(0, 0, -taken, 0);
    }
    const Color words = !isEnabled() ? Color::Disabled : row == nullptr ? Color::Text3 : Color::Text;
    drawWords(painter, room, ui::font(Type::Body), words, Qt::AlignLeft | Qt::AlignVCenter, shownText());
}

} // namespace rowlift::ui
