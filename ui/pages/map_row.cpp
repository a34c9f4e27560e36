#include "ui/pages/map_row.h"

#include "ui/pages/consent_line.h"
#include "ui/pages/date_question.h"
#include "ui/pages/field_choices.h"
#include "ui/pages/fixed_value.h"
#include "ui/pages/sentence_combo.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto atStart = Qt::AlignLeft | Qt::AlignVCenter;
constexpr int widestLetters = 2; ///< Room for "AB" before the name.

/// Of the row, in the names of objects.
QString placeName(const MapSpot &spot)
{
    return spot.isColumn() ? QString::number(spot.column) : u"extra.%1"_s.arg(spot.extra);
}

QFont sampleFont()
{
    return ui::font(Type::Body);
}

} // namespace

MapRow::MapRow(const MapSpot &spot, QWidget *parent)
    : QWidget(parent)
    , m_spot(spot)
    , m_combo(new SearchableCombo({}, this))
    , m_more(new QToolButton(this))
{
    m_look.column = -2;
    const QString place = placeName(spot);
    setObjectName(u"map.row."_s + place);
    m_combo->setObjectName(u"map.field."_s + place);
    m_combo->setPlaceholder(spot.isColumn() ? FieldChoices::notImported() : tr("Choose a field…"));
    m_more->setObjectName(u"map.rowMenu."_s + place);
    m_more->setIcon(icon(u"more", Color::Text2));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    connect(m_combo, &SearchableCombo::opening, this, [this] { Q_EMIT choicesWanted(m_spot); });
    connect(m_combo, &SearchableCombo::chosen, this,
            [this](const QString &field) { Q_EMIT fieldChosen(m_spot, field); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_spot, m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void MapRow::say(const MapRowLook &look, const Target &target, const Schema &schema)
{
    if (look == m_look)
        return;
    const bool otherField = look.field != m_look.field || m_look.column < -1;
    m_look = look;
    if (const Field *field = schema.field(look.field); field && otherField)
        m_combo->setRows({ FieldChoices::row(*field, target) });
    m_combo->setChosen(look.field);
    m_combo->setLabel(look.question());
    m_combo->setAccessibleDescription(look.answer());
    setAccessibleName(u"%1 %2, %3"_s.arg(look.question(), m_combo->shownText(), look.answer()));
    //: %1 the name of a column
    m_more->setToolTip(tr("More for %1").arg(look.name));
    m_more->setAccessibleName(m_more->toolTip());
    saySuggestion();
    sayFix();
    sayType();
    sayFixed(schema);
    sayChips();
    sayConsent();
    sayDates();
    place();
    update();
}

void MapRow::saySuggestion()
{
    if (!m_look.suggestion.isEmpty() && !m_suggestion) {
        m_suggestion = new QPushButton(this);
        m_suggestion->setObjectName(u"map.suggestion.%1"_s.arg(m_look.column));
        m_suggestion->setIcon(icon(u"question", Color::AccentText));
        setKind(m_suggestion, ButtonKind::Flat);
        connect(m_suggestion, &QPushButton::clicked, this, [this] {
            m_combo->setFocus(Qt::OtherFocusReason); // the button goes
            Q_EMIT fieldChosen(m_spot, m_look.suggestion);
        });
    }
    if (!m_suggestion)
        return;
    //: A field that may be the right one; pressing it takes it
    m_suggestion->setText(tr("Perhaps %1").arg(m_look.suggestionLabel));
    m_suggestion->setToolTip(tr("Map %1 to %2").arg(m_look.name, m_look.suggestionLabel));
    m_suggestion->setVisible(!m_look.suggestion.isEmpty());
}

void MapRow::sayFix()
{
    const bool wanted = m_look.fix != FieldVerdict::Fix::None;
    if (wanted && !m_fix) {
        m_fix = new QPushButton(this);
        m_fix->setObjectName(u"map.fix.%1"_s.arg(placeName(m_spot)));
        setKind(m_fix, ButtonKind::Flat);
        connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixWanted(m_spot, m_look.fix); });
    }
    if (!m_fix)
        return;
    m_fix->setAccessibleName(tr("Fix %1: %2").arg(m_look.name, m_look.result));
    m_fix->setToolTip(m_look.reason.toHtmlEscaped());
    m_fix->setVisible(wanted);
}

void MapRow::sayType()
{
    if (m_look.isProperty && !m_type) {
        m_type = new SentenceCombo(tr("Type"), this);
        m_type->setObjectName(u"map.type."_s + placeName(m_spot));
        connect(m_type, &SentenceCombo::chosen, this,
                [this](const QVariant &value) { Q_EMIT typeChosen(m_spot, PropertyTypes::choiceOf(value)); });
    }
    if (!m_type)
        return;
    m_type->setEntries(PropertyTypes::entries(m_look.type), PropertyTypes::value(m_look.type));
    //: %1 the name of a property
    m_type->setAccessibleName(tr("Type of %1").arg(m_look.fieldLabel));
    m_type->setEnabled(!m_look.typeIsFixed);
    m_type->setToolTip(m_look.typeIsFixed ? m_look.typeReason.toHtmlEscaped() : m_type->accessibleName());
    m_type->setAccessibleDescription(m_look.typeReason);
    m_type->setVisible(m_look.isProperty);
}

void MapRow::sayFixed(const Schema &schema)
{
    const Field *field = schema.field(m_look.field);
    const bool wanted = m_look.fixed && field;
    if (wanted && !m_value) {
        m_value = new FixedValue(u"map.value.%1"_s.arg(m_look.extra), this);
        connect(m_value, &FixedValue::typed, this,
                [this](const QString &value) { Q_EMIT valueTyped(m_spot, value); });
    }
    if (!m_value)
        return;
    if (wanted)
        m_value->say(*field, m_look.fixedText, !m_look.fixedText.isEmpty() && !m_look.result.isEmpty());
    m_value->setVisible(wanted);
}

void MapRow::sayChips()
{
    if (!m_look.chips.isEmpty() && !m_chips) {
        m_chips = new ChipStrip(u"map.chip."_s + placeName(m_spot), this);
        connect(m_chips, &ChipStrip::opened, this,
                [this](const ChipLook &chip) { Q_EMIT chipOpened(m_spot, chip); });
        connect(m_chips, &ChipStrip::removed, this, [this](const ChipLook &chip) {
            m_combo->setFocus(Qt::OtherFocusReason); // the chip goes
            Q_EMIT chipRemoved(m_spot, chip);
        });
    }
    if (!m_chips)
        return;
    m_chips->say(m_look.chips, m_look.fieldLabel);
    m_chips->setVisible(!m_look.chips.isEmpty());
}

void MapRow::sayConsent()
{
    if (!m_look.consent.isEmpty() && !m_consent) {
        m_consent = new ConsentLine(placeName(m_spot), this);
        connect(m_consent, &ConsentLine::changeWanted, this, [this] { Q_EMIT consentWanted(m_spot); });
    }
    if (!m_consent)
        return;
    m_consent->say(m_look.consent, m_look.name);
    m_consent->setVisible(!m_look.consent.isEmpty());
}

void MapRow::sayDates()
{
    if (m_look.asksForDates && !m_dates) {
        m_dates = new DateQuestion(placeName(m_spot), this);
        connect(m_dates, &DateQuestion::chosen, this,
                [this](DateOrder order) { Q_EMIT dateOrderChosen(m_spot, order); });
    }
    if (!m_dates)
        return;
    m_dates->say(m_look.dateOrder, m_look.dateHint, m_look.name);
    m_dates->setVisible(m_look.asksForDates);
}

QWidget *MapRow::moreButton() const
{
    return m_more;
}

QWidget *MapRow::valueEditor() const
{
    return m_value && !m_value->isHidden() ? m_value->editor() : nullptr;
}

QList<QWidget *> MapRow::focusOrder() const
{
    QList<QWidget *> order;
    if (QWidget *editor = valueEditor())
        order << editor;
    order << m_combo;
    if (m_type && !m_type->isHidden())
        order << m_type;
    if (m_suggestion)
        order << m_suggestion;
    if (m_fix && !m_fix->isHidden())
        order << m_fix;
    order << m_more;
    if (m_chips && !m_chips->isHidden())
        order << m_chips->focusOrder();
    if (m_consent && !m_consent->isHidden())
        order << m_consent->button();
    if (m_dates)
        order << m_dates->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    order.removeIf([](const QWidget *widget) { return widget->focusPolicy() == Qt::NoFocus; });
    return order;
}

int MapRow::usualHeight(int width, bool chips, bool dates, bool consent)
{
    const int question = QFontMetrics(ui::font(Type::Body)).height() + 2 * px(Space::S2);
    return MapColumns::in(width).height + (chips ? ChipStrip::stripHeight() : 0) + (dates ? question : 0)
        + (consent ? question : 0);
}

int MapRow::heightAt(int width) const
{
    const MapColumns columns = MapColumns::in(width);
    int height = columns.height;
    if (!m_look.chips.isEmpty())
        height += ChipStrip::stripHeight();
    const int from = columns.stacked ? columns.name.left() : columns.field.left();
    const int room = std::max(1, width - px(Space::S5) - from);
    if (!m_look.consent.isEmpty())
        height += m_consent->heightForWidth(room) + px(Space::S1);
    if (m_look.asksForDates)
        height += m_dates->heightForWidth(room) + px(Space::S2);
    return height;
}

QRect MapRow::visual(const QRect &logical) const
{
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

/// The room of a line under the field.
QRect MapRow::below(int top, int height) const
{
    const int from = m_columns.stacked ? m_columns.name.left() : m_columns.field.left();
    return visual({ from, top, std::max(1, width() - px(Space::S5) - from), height });
}

void MapRow::place()
{
    m_columns = MapColumns::in(width());
    const int high = heightFor(Size::ControlInTable, QFontMetrics(ui::font(Type::Body)));
    QRect field = m_columns.field;
    field.setTop(field.center().y() - high / 2);
    field.setHeight(high);
    m_combo->setGeometry(visual(field));
    m_more->setGeometry(visual(m_columns.more));
    if (m_suggestion) {
        QRect room = m_columns.why.united(m_columns.result);
        room.setWidth(std::min(room.width(), m_suggestion->sizeHint().width()));
        room.setTop(field.top());
        room.setHeight(high);
        m_suggestion->setGeometry(visual(room));
    }
    if (m_type) {
        QRect room = m_columns.why;
        m_type->setMaximumWidth(room.width()); // it takes what its words want whenever they change
        room.setWidth(std::min(room.width(), m_type->sizeHint().width()));
        room.setTop(field.top());
        room.setHeight(high);
        m_type->setGeometry(visual(room));
    }
    if (m_fix)
        placeFix(field);
    if (m_value) {
        QRect room = m_columns.sample;
        room.setTop(room.center().y() - high / 2);
        room.setHeight(high);
        m_value->setGeometry(visual(room));
    }
    int top = m_columns.height - px(Space::S1);
    if (m_chips && !m_look.chips.isEmpty()) {
        m_chips->setGeometry(below(top, ChipStrip::stripHeight()));
        top += ChipStrip::stripHeight();
    }
    if (m_consent && !m_look.consent.isEmpty()) {
        const int lines = m_consent->heightForWidth(below(top, 1).width());
        m_consent->setGeometry(below(top, lines));
        top += lines + px(Space::S1);
    }
    if (m_dates) {
        const QRect line = below(top, 1);
        m_dates->setGeometry(line.left(), top, line.width(), m_dates->heightForWidth(line.width()));
    }
}

/// What is open is the button itself, behind its mark.
void MapRow::placeFix(const QRect &field)
{
    const int mark = px(Size::IconText) + px(Space::S1) + 2;
    m_fix->setText(m_look.result);
    const int padding = m_fix->sizeHint().width() - m_fix->fontMetrics().horizontalAdvance(m_look.result);
    QRect room = m_columns.result.adjusted(mark - padding / 2, 0, padding / 2, 0);
    m_fix->setText(m_fix->fontMetrics().elidedText(m_look.result, Qt::ElideRight, room.width() - padding));
    room.setWidth(std::min(room.width(), m_fix->sizeHint().width()));
    room.setTop(field.top());
    room.setHeight(field.height());
    m_fix->setGeometry(visual(room));
}

void MapRow::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuWanted(m_spot, byKey ? m_more->mapToGlobal(QPoint(0, m_more->height())) : event->globalPos());
}

void MapRow::resizeEvent(QResizeEvent *)
{
    place();
}

QString MapRow::tipAt(const QPoint &where) const
{
    if (visual(m_columns.name).contains(where))
        return m_look.isProperty && !m_look.because.isEmpty()
            ? tr("%1 (%2)", "a column, why it goes there").arg(m_look.name, m_look.because)
            : m_look.name;
    if (visual(m_columns.sample).contains(where))
        return m_look.held          ? tr("%1 allows contact: it is not sent").arg(m_look.raw)
            : m_look.sent.isEmpty() ? m_look.raw
                                    : tr("%1 is sent as %2").arg(m_look.raw, m_look.sent);
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
        if (!m_look.isProperty)
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
    const bool off = m_look.standing == MapRowLook::Standing::NotImported && !m_look.fixed;
    const Color words = off ? Color::Text3 : Color::Text;
    drawWords(painter, visual(room.adjusted(letters + px(Space::S1), 0, 0, 0)), ui::font(Type::Strong), words,
              atStart, m_look.name);
}

void MapRow::paintSample(QPainter &painter, const QRect &room) const
{
    if (m_look.fixed)
        return;
    const bool off = m_look.standing == MapRowLook::Standing::NotImported;
    if (m_look.raw.isEmpty()) {
        drawWords(painter, visual(room), ui::font(Type::Small), Color::Text3, atStart, tr("blank"));
        return;
    }
    if (m_look.sent.isEmpty()) {
        drawWords(painter, visual(room), sampleFont(), off ? Color::Text3 : Color::Text, atStart, m_look.raw);
        return;
    }
    // What is sent is the news: it stands below what the file has, with all the room there is.
    const QFontMetrics small(ui::font(Type::Small));
    const QFontMetrics metrics(sampleFont());
    const QString before = isRightToLeft() ? u"← "_s : u"→ "_s;
    const int arrow = metrics.horizontalAdvance(before);
    const int top = room.center().y() - (small.height() + metrics.height()) / 2;
    const int below = top + small.height();
    drawWords(painter, visual({ room.left(), top, room.width(), small.height() }), ui::font(Type::Small),
              Color::Text3, atStart, m_look.raw);
    drawWords(painter, visual({ room.left(), below, arrow, metrics.height() }), sampleFont(), Color::Text3,
              atStart, before);
    drawWords(painter, visual({ room.left() + arrow, below, room.width() - arrow, metrics.height() }),
              sampleFont(), Color::Text, atStart, m_look.sent);
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
    if (m_look.reading) {
        //: All rows are being read; what they say stands here soon
        drawWords(painter, visual(room), ui::font(Type::Small), Color::Text3, atStart, tr("…"));
        return;
    }
    drawMark(painter, visual({ room.left(), room.center().y() - side / 2, side, side }),
             fits ? Mark::In : Mark::HeadsUp);
    if (!m_fix || m_fix->isHidden())
        drawWords(painter, visual(room.adjusted(side + px(Space::S1) + 2, 0, 0, 0)), ui::font(Type::Small),
                  Color::HeadsUp, atStart, m_look.result);
}

} // namespace rowlift::ui
