#include "ui/grid/note_bar.h"

#include "ui/grid/cell_paint.h"
#include "ui/style/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowestHeight = 38;
constexpr int longestLine = 72; // characters
constexpr int narrowestText = 24; // characters; with less room the buttons go below

QLabel *plainLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

int wrappedHeight(const QLabel &label, int width)
{
    return label.fontMetrics().boundingRect(0, 0, width, 0, Qt::TextWordWrap, label.text()).height();
}

} // namespace

NoteBar::NoteBar(QWidget *grid, QWidget *parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_sentence(plainLabel(this, u"grid.note"_s))
    , m_details(plainLabel(this, u"grid.noteDetails"_s))
{
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->hide();
    takeFonts();
    setCursor(Qt::ArrowCursor);
}

void NoteBar::setTextScale(double factor)
{
    m_textScale = factor;
    takeFonts();
}

void NoteBar::takeFonts()
{
    const auto scaled = [this](Type type) {
        QFont f = ui::font(type);
        f.setPointSizeF(f.pointSizeF() * m_textScale);
        return f;
    };
    m_sentence->setFont(scaled(Type::Body));
    m_details->setFont(scaled(Type::Code));
}

void NoteBar::say(const GridRow &row)
{
    m_mark = row.mark;
    m_sentence->setText(row.note);
    if (m_details->text() != row.noteDetails) {
        m_details->setText(row.noteDetails);
        m_details->hide();
    }
    const bool hasDetails = !row.noteDetails.isEmpty();
    if (m_actions != row.noteActions || m_hasDetails != hasDetails) {
        m_actions = row.noteActions;
        m_hasDetails = hasDetails;
        rebuildButtons();
    }
    place(width(), true);
    update();
    show();
}

void NoteBar::rebuildButtons()
{
    const bool hadFocus
        = std::any_of(m_buttons.begin(), m_buttons.end(), [](const QPushButton *b) { return b->hasFocus(); });
    if (hadFocus)
        Q_EMIT leaveWanted();
    for (QPushButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (int i = 0; i < m_actions.size(); ++i) {
        QPushButton *button = addButton(m_actions.at(i));
        button->setObjectName(u"grid.noteAction%1"_s.arg(i));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT actionTriggered(i); });
    }
    if (!m_hasDetails)
        return;
    QPushButton *details = addButton(tr("Details"));
    details->setObjectName(u"grid.noteDetailsButton"_s);
    details->setCheckable(true);
    connect(details, &QPushButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        Q_EMIT heightChanged();
    });
}

QPushButton *NoteBar::addButton(const QString &text)
{
    auto *button = new QPushButton(this);
    button->setText(QString(text).replace(u'&', u"&&"_s));
    button->setAutoDefault(false);
    setKind(button, ButtonKind::Flat);
    // Buttons are born one after the other in the window's focus order; they belong behind the grid.
    QWidget::setTabOrder(m_buttons.empty() ? m_grid : m_buttons.back(), button);
    m_buttons.push_back(button);
    button->show();
    return button;
}

int NoteBar::heightAt(int width) const
{
    return place(width, false);
}

int NoteBar::placeButtons(int left, int right, int top, bool move) const
{
    int x = left;
    int bottom = top;
    for (QPushButton *button : m_buttons) {
        const QSize size = button->sizeHint();
        if (x > left && x + size.width() > right) {
            x = left;
            top = bottom;
        }
        const QRect logical(x, top, size.width(), size.height());
        if (move)
            button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), logical));
        x += size.width();
        bottom = std::max(bottom, top + size.height());
    }
    return bottom;
}

int NoteBar::place(int width, bool move) const
{
    const int pad = px(Space::S3);
    const int gap = px(Space::S1);
    int buttonsWidth = 0;
    int buttonHeight = 0;
    for (const QPushButton *button : m_buttons) {
        buttonsWidth += button->sizeHint().width();
        buttonHeight = std::max(buttonHeight, button->sizeHint().height());
    }
    const QFontMetrics metrics = m_sentence->fontMetrics();
    const int room = std::max(1, width - 2 * pad);
    const int longest = std::min(room, metrics.averageCharWidth() * longestLine);
    const bool below
        = room - buttonsWidth - gap < std::min(longest, metrics.averageCharWidth() * narrowestText);
    const int most = below ? longest : std::min(longest, room - buttonsWidth - gap);
    const int textWidth = std::min(most, metrics.horizontalAdvance(m_sentence->text()) + 2);
    const int textHeight = wrappedHeight(*m_sentence, textWidth);
    const int lineHeight = below ? textHeight : std::max(textHeight, buttonHeight);
    const int top = std::max(gap, (lowestHeight - lineHeight) / 2);
    const QRect text(pad, top + (lineHeight - textHeight) / 2, textWidth, textHeight);
    if (move)
        m_sentence->setGeometry(QStyle::visualRect(layoutDirection(), rect(), text));
    int bottom = top + lineHeight;
    if (below)
        bottom = placeButtons(pad - gap, width, bottom, move);
    else
        placeButtons(pad + textWidth + gap, width, top + (lineHeight - buttonHeight) / 2, move);
    if (!m_details->isHidden()) {
        const int height = wrappedHeight(*m_details, longest);
        if (move)
            m_details->setGeometry(
                QStyle::visualRect(layoutDirection(), rect(), { pad, bottom, longest, height }));
        bottom += height + gap;
    }
    return std::max(lowestHeight, bottom + top);
}

void NoteBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), color(Color::Sunk));
    const auto shape = shapeFor(m_mark);
    drawStartBar(painter, rect(), 0, shape ? markColor(*shape) : Color::ControlLine);
    drawHair(painter, rect(), Edge::Bottom);
}

void NoteBar::resizeEvent(QResizeEvent *)
{
    place(width(), true);
}

void NoteBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

void NoteBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        takeFonts();
    QWidget::changeEvent(event);
}

} // namespace rowlift::ui
