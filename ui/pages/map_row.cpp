#include "ui/pages/map_row.h"

#include "ui/pages/date_question.h"
#include "ui/pages/field_choices.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto atStart = Qt::AlignLeft | Qt::AlignVCenter;
constexpr int widestLetters = 2; ///< Room for "AB" before the name.

QFont sampleFont()
{
    return ui::font(Type::Body);
}

} // namespace

MapRow::MapRow(int column, QWidget *parent)
    : QWidget(parent)
    , m_combo(new SearchableCombo({}, this))
{
    m_look.column = -1;
    setObjectName(u"map.row.%1"_s.arg(column));
    m_combo->setObjectName(u"map.field.%1"_s.arg(column));
    m_combo->setPlaceholder(FieldChoices::notImported());
    connect(m_combo, &SearchableCombo::opening, this, [this, column] { Q_EMIT choicesWanted(column); });
    connect(m_combo, &SearchableCombo::chosen, this,
            [this, column](const QString &field) { Q_EMIT fieldChosen(column, field); });
}

void MapRow::say(const MapRowLook &look, const Target &target, const Schema &schema)
{
    if (look == m_look)
        return;
    const bool otherField = look.field != m_look.field || m_look.column < 0;
    m_look = look;
    if (const Field *field = schema.field(look.field); field && otherField)
        m_combo->setRows({ FieldChoices::row(*field, target) });
    m_combo->setChosen(look.field);
    m_combo->setLabel(look.question());
    m_combo->setAccessibleDescription(look.answer());
    setAccessibleName(u"%1 %2, %3"_s.arg(look.question(), m_combo->shownText(), look.answer()));
    if (!look.suggestion.isEmpty() && !m_suggestion) {
        m_suggestion = new QPushButton(this);
        m_suggestion->setObjectName(u"map.suggestion.%1"_s.arg(look.column));
        m_suggestion->setIcon(icon(u"question", Color::AccentText));
        setKind(m_suggestion, ButtonKind::Flat);
        connect(m_suggestion, &QPushButton::clicked, this, [this] {
            m_combo->setFocus(Qt::OtherFocusReason); // the button goes
            Q_EMIT fieldChosen(m_look.column, m_look.suggestion);
        });
    }
    if (m_suggestion) {
        //: A field that may be the right one; pressing it takes it
        m_suggestion->setText(tr("Perhaps %1").arg(look.suggestionLabel));
        m_suggestion->setToolTip(tr("Map %1 to %2").arg(look.name, look.suggestionLabel));
        m_suggestion->setVisible(!look.suggestion.isEmpty());
    }
    sayDates();
    place();
    update();
}

void MapRow::sayDates()
{
    if (m_look.asksForDates && !m_dates) {
        m_dates = new DateQuestion(m_look.column, this);
        connect(m_dates, &DateQuestion::chosen, this,
                [this](DateOrder order) { Q_EMIT dateOrderChosen(m_look.column, order); });
    }
    if (!m_dates)
        return;
    m_dates->say(m_look.dateOrder, m_look.dateHint, m_look.name);
    m_dates->setVisible(m_look.asksForDates);
}

QList<QWidget *> MapRow::focusOrder() const
{
    QList<QWidget *> order { m_combo };
    if (m_suggestion)
        order << m_suggestion;
    if (m_dates)
        order << m_dates->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    order.removeIf([](const QWidget *widget) { return widget->focusPolicy() == Qt::NoFocus; });
    return order;
}

int MapRow::heightAt(int width) const
{
    const MapColumns columns = MapColumns::in(width);
    if (!m_look.asksForDates)
        return columns.height;
    const int from = columns.stacked ? columns.name.left() : columns.field.left();
    return columns.height + m_dates->heightForWidth(std::max(1, width - px(Space::S5) - from))
        + px(Space::S2);
}

QRect MapRow::visual(const QRect &logical) const
{
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void MapRow::place()
{
    m_columns = MapColumns::in(width());
    const int high = heightFor(Size::ControlInTable, QFontMetrics(ui::font(Type::Body)));
    QRect field = m_columns.field;
    field.setTop(field.center().y() - high / 2);
    field.setHeight(high);
    m_combo->setGeometry(visual(field));
    if (m_suggestion) {
        QRect room = m_columns.why.united(m_columns.result);
        room.setWidth(std::min(room.width(), m_suggestion->sizeHint().width()));
        room.setTop(field.top());
        room.setHeight(high);
        m_suggestion->setGeometry(visual(room));
    }
    if (m_dates) {
        const int from = m_columns.stacked ? m_columns.name.left() : m_columns.field.left();
        const int wide = std::max(1, width() - px(Space::S5) - from);
        m_dates->setGeometry(
            visual({ from, m_columns.height - px(Space::S1), wide, m_dates->heightForWidth(wide) }));
    }
}

void MapRow::resizeEvent(QResizeEvent *)
{
    place();
}

QString MapRow::tipAt(const QPoint &where) const
{
    if (visual(m_columns.name).contains(where))
        return m_look.name;
    if (visual(m_columns.sample).contains(where))
        return m_look.sent.isEmpty() ? m_look.raw : tr("%1 is sent as %2").arg(m_look.raw, m_look.sent);
    if (visual(m_columns.why).contains(where))
        return m_look.because;
    if (visual(m_columns.result).contains(where))
        return m_look.reason.isEmpty() ? m_look.result : m_look.reason;
    return {};
}

bool MapRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()).toHtmlEscaped(), this);
    return true;
}

void MapRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (m_look.standing == MapRowLook::Standing::NeedsALook)
        drawStartBar(painter, rect(), 0, Color::HeadsUpMark);
    paintName(painter, m_columns.name);
    paintSample(painter, m_columns.sample);
    const int side = px(Size::IconText);
    const QRect arrow = m_columns.arrow;
    drawIcon(painter, visual({ arrow.left(), arrow.center().y() - side / 2, side, side }), u"arrow",
             Color::Text3);
    if (m_look.suggestion.isEmpty()) {
        paintWhy(painter, m_columns.why);
        paintResult(painter, m_columns.result);
    }
    drawHair(painter, rect(), Edge::Bottom);
}

void MapRow::paintName(QPainter &painter, const QRect &room) const
{
    const QFontMetrics small(ui::font(Type::Small));
    const int letters
        = std::max(widestLetters * small.horizontalAdvance(u'M'), small.horizontalAdvance(m_look.letter));
    drawWords(painter, visual({ room.left(), room.top(), letters, room.height() }), ui::font(Type::Small),
              Color::Text3, atStart, m_look.letter);
    const Color words = m_look.field.isEmpty() && m_look.suggestion.isEmpty() ? Color::Text3 : Color::Text;
    drawWords(painter, visual(room.adjusted(letters + px(Space::S1), 0, 0, 0)), ui::font(Type::Strong), words,
              atStart, m_look.name);
}

void MapRow::paintSample(QPainter &painter, const QRect &room) const
{
    const bool off = m_look.field.isEmpty();
    if (m_look.raw.isEmpty()) {
        drawWords(painter, visual(room), ui::font(Type::Small), Color::Text3, atStart, tr("blank"));
        return;
    }
    if (m_look.sent.isEmpty()) {
        drawWords(painter, visual(room), sampleFont(), off ? Color::Text3 : Color::Text, atStart, m_look.raw);
        return;
    }
    // Raw and as sent share the room; what is sent is the news and gives way last.
    const QFontMetrics metrics(sampleFont());
    const QString between = isRightToLeft() ? u" ← "_s : u" → "_s;
    const int arrow = metrics.horizontalAdvance(between);
    const int sent = std::min(metrics.horizontalAdvance(m_look.sent) + 1, room.width() * 3 / 5);
    const int raw = std::min(metrics.horizontalAdvance(m_look.raw) + 1, room.width() - arrow - sent);
    drawWords(painter, visual({ room.left(), room.top(), raw, room.height() }), sampleFont(), Color::Text3,
              atStart, m_look.raw);
    drawWords(painter, visual({ room.left() + raw, room.top(), arrow, room.height() }), sampleFont(),
              Color::Text3, atStart, between);
    drawWords(painter, visual({ room.left() + raw + arrow, room.top(), sent, room.height() }), sampleFont(),
              Color::Text, atStart, m_look.sent);
}

void MapRow::paintWhy(QPainter &painter, const QRect &room) const
{
    if (m_look.because.isEmpty())
        return;
    const QFontMetrics metrics(ui::font(Type::Small));
    const int words = metrics.horizontalAdvance(m_look.because) + 1 + 2 * px(Space::S2);
    QRect chip(room.left(), room.top(), std::min(words, room.width()), metrics.height() + px(Space::S1));
    chip.moveTop(room.center().y() - chip.height() / 2);
    const QRect shown = visual(chip);
    drawBox(painter, shown, px(Size::R1), m_look.remembered ? Color::FieldSoft : Color::Sunk);
    drawWords(painter, shown.adjusted(px(Space::S2), 0, -px(Space::S2), 0), ui::font(Type::Small),
              m_look.remembered ? Color::Field : Color::Text2, atStart, m_look.because);
}

void MapRow::paintResult(QPainter &painter, const QRect &room) const
{
    if (m_look.standing == MapRowLook::Standing::NotImported)
        return;
    const int side = px(Size::IconText);
    const bool fits = m_look.standing == MapRowLook::Standing::Fits;
    drawMark(painter, visual({ room.left(), room.center().y() - side / 2, side, side }),
             fits ? Mark::In : Mark::HeadsUp);
    drawWords(painter, visual(room.adjusted(side + px(Space::S1) + 2, 0, 0, 0)), ui::font(Type::Small),
              Color::HeadsUp, atStart, m_look.result);
}

} // namespace rowlift::ui
