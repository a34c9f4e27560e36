#include "ui/widgets/value_list.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTextDocument>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 3;

/// A value in one line; blanks alone are seen as such.
QString valueInOneLine(const QString &value)
{
    QString line = value;
    line.replace(u"\r\n"_s, u"⏎"_s).replace(u'\n', u'⏎').replace(u'\r', u'⏎').replace(u'\t', u' ');
    return line.trimmed().isEmpty() && !line.isEmpty() ? u"·"_s : line;
}

/// Draws a line: caption, value, note at the end, and below them the bar.
class ValueDelegate : public QStyledItemDelegate {
public:
    explicit ValueDelegate(ValueList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(figures(Type::Body));
        const int lines = inOneLine(factAt(index)) ? 1 : 2;
        return { metrics.averageCharWidth() * 12,
                 std::max(px(Size::Target), lines * metrics.height() + px(Space::S2)) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ValueFact &fact = factAt(index);
        const bool selected = option.state & QStyle::State_Selected && option.state & QStyle::State_Active
            && m_list->hasFocus();
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (selected)
            painter->fillRect(option.rect, color(Color::Selection));
        const Color quiet = selected ? Color::OnSelection : Color::Text2;
        const Color plain = selected ? Color::OnSelection : Color::Text;
        QRect upper = option.rect.adjusted(px(Space::S1), 0, -px(Space::S1), 0);
        QRect lower = upper;
        if (!inOneLine(fact)) {
            upper.setHeight(upper.height() / 2);
            lower.setTop(upper.bottom() + 1);
        }
        const auto draw = [&](const QRect &line, const QFont &face, Color words, Qt::Alignment side,
                              const QString &text) {
            drawWords(*painter, QStyle::visualRect(option.direction, option.rect, line), face, words,
                      side | Qt::AlignVCenter, text);
        };
        // The note stands beside the caption, or below a value that has none.
        draw(fact.caption.isEmpty() ? lower : upper, figures(Type::Small), quiet, Qt::AlignRight, fact.note);
        draw(upper, ui::font(Type::Body), quiet, Qt::AlignLeft, fact.caption);
        QRect value = fact.caption.isEmpty() ? upper : lower;
        if (inOneLine(fact))
            value.setLeft(value.left() + captionWidth(fact));
        if (inOneLine(fact) && noteWidth(fact) > 0)
            value.setRight(value.right() - noteWidth(fact));
        draw(value, ui::font(Type::Cell), plain, Qt::AlignLeft, valueInOneLine(fact.value));
        if (fact.share >= 0)
            paintBar(*painter, option, fact.share);
        painter->restore();
    }

private:
    [[nodiscard]] const ValueFact &factAt(const QModelIndex &index) const
    {
        return m_list->facts()[static_cast<std::size_t>(index.row())];
    }
    [[nodiscard]] static int captionWidth(const ValueFact &fact)
    {
        const int words = QFontMetrics(ui::font(Type::Body)).horizontalAdvance(fact.caption);
        return words == 0 ? 0 : words + px(Space::S2);
    }
    [[nodiscard]] static int noteWidth(const ValueFact &fact)
    {
        const int words = QFontMetrics(figures(Type::Small)).horizontalAdvance(fact.note);
        return words == 0 ? 0 : words + px(Space::S2);
    }
    [[nodiscard]] bool inOneLine(const ValueFact &fact) const
    {
        const int room = m_list->viewport()->width() - 2 * px(Space::S1);
        const int value = QFontMetrics(ui::font(Type::Cell)).horizontalAdvance(valueInOneLine(fact.value));
        const bool alone = fact.caption.isEmpty() && fact.note.isEmpty();
        return alone || captionWidth(fact) + value + 1 + noteWidth(fact) <= room;
    }
    static void paintBar(QPainter &painter, const QStyleOptionViewItem &option, double share)
    {
        const QRect track(option.rect.left() + px(Space::S1), option.rect.bottom() + 1 - barHeight,
                          option.rect.width() - 2 * px(Space::S1), barHeight);
        QRect done = track;
        done.setWidth(std::max(1, qRound(track.width() * std::clamp(share, 0.0, 1.0))));
        if (currentTheme() != Theme::HighContrast) // there the track would look full
            painter.fillRect(track, color(Color::Line));
        painter.fillRect(QStyle::visualRect(option.direction, track, done), color(Color::AccentText));
    }

    ValueList *m_list;
};

QString spokenFact(const ValueFact &fact)
{
    QStringList parts;
    for (const QString &part : { fact.caption, fact.value, fact.note }) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u", "_s);
}

} // namespace

ValueList::ValueList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new ValueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // it lies on its panel's ground
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT factActivated(m_facts[static_cast<std::size_t>(row(item))]);
    });
}

void ValueList::setFacts(const std::vector<ValueFact> &facts)
{
    if (facts == m_facts)
        return;
    const int current = currentRow();
    clear();
    m_facts = facts;
    for (const ValueFact &fact : facts) {
        auto *item = new QListWidgetItem(valueInOneLine(fact.value), this); // the list owns it
        item->setData(Qt::AccessibleTextRole, spokenFact(fact));
        item->setToolTip(Qt::convertFromPlainText(fact.value));
    }
    if (current >= 0 && count() > 0)
        setCurrentRow(std::min(current, count() - 1));
    updateGeometry();
}

void ValueList::copyCurrent() const
{
    const int line = currentRow();
    if (line >= 0 && m_facts[static_cast<std::size_t>(line)].copyable)
        QApplication::clipboard()->setText(m_facts[static_cast<std::size_t>(line)].value);
}

QSize ValueList::sizeHint() const
{
    int height = 0;
    for (int line = 0; line < count(); ++line)
        height += sizeHintForRow(line);
    return { QListWidget::sizeHint().width(), height };
}

QSize ValueList::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 12, sizeHint().height() };
}

void ValueList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyCurrent();
    else
        QListWidget::keyPressEvent(event);
}

void ValueList::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentRow() < 0 || !m_facts[static_cast<std::size_t>(currentRow())].copyable)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, [this] { copyCurrent(); })->setShortcut(QKeySequence::Copy);
    menu->popup(event->globalPos());
}

void ValueList::focusInEvent(QFocusEvent *event)
{
    if (currentRow() < 0 && count() > 0)
        setCurrentRow(0);
    QListWidget::focusInEvent(event);
}

/// Lines break where there is no room, so the height follows the width.
void ValueList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void ValueList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

} // namespace rowlift::ui
