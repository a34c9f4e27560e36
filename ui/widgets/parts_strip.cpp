#include "ui/widgets/parts_strip.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct PartLook {
    Color fill;
    Color edge;
    QStringView icon;
    Color iconColor;
    Qt::PenStyle line = Qt::SolidLine;
};

PartLook partLook(PartStanding standing)
{
    switch (standing) {
    case PartStanding::Waiting:
        return { Color::Surface, Color::Line, u"", Color::Text3 };
    case PartStanding::Sending:
        return { Color::AccentSoft, Color::AccentText, u"up-load", Color::AccentText };
    case PartStanding::WithService:
        return { Color::AccentSoft, Color::AccentSoft, u"clock", Color::AccentText };
    case PartStanding::Collecting:
        return { Color::AccentSoft, Color::AccentSoft, u"down-load", Color::AccentText };
    case PartStanding::Done:
        return { Color::OkSoft, Color::OkSoft, u"tick", Color::OkMark };
    case PartStanding::DoneWithFailures:
        return { Color::HeadsUpSoft, Color::HeadsUpSoft, u"triangle", Color::HeadsUpMark };
    case PartStanding::Failed:
        return { Color::ProblemSoft, Color::ProblemSoft, u"cross", Color::ProblemMark };
    case PartStanding::Unknown:
        return { Color::InfoSoft, Color::InfoMark, u"question", Color::InfoMark, Qt::DashLine };
    case PartStanding::Paused:
        return { Color::Sunk, Color::Line, u"pause", Color::Text2 };
    case PartStanding::Stopped:
        break;
    }
    return { Color::Sunk, Color::Line, u"stop", Color::Text2 };
}

/// How much of an eye a part needs among many: 0 none, 2 is under way or open.
int interestIn(const PartBox &part)
{
    switch (part.standing) {
    case PartStanding::Sending:
    case PartStanding::WithService:
    case PartStanding::Collecting:
    case PartStanding::Unknown:
    case PartStanding::Failed:
        return 2;
    case PartStanding::DoneWithFailures:
        return 1;
    case PartStanding::Waiting:
    case PartStanding::Done:
    case PartStanding::Paused:
    case PartStanding::Stopped:
        break;
    }
    return 0;
}

QString wordOf(const PartBox &part)
{
    return part.word.isEmpty() ? PartsStrip::word(part.standing) : part.word;
}

void paintPartBox(QPainter &painter, const QRectF &box, const PartLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = currentTheme() == Theme::HighContrast;
    QPen pen(color(strong ? Color::Text : look.edge), strong ? 2 : 1, look.line);
    if (look.line == Qt::DashLine)
        pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.setBrush(color(look.fill));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(Size::R1), px(Size::R1));
    painter.restore();
}

/// The 3 px at the bottom that grow with what was sent.
void paintSentBar(QPainter &painter, const QRectF &box, double sent)
{
    constexpr qreal thick = 3;
    QPainterPath shape;
    shape.addRoundedRect(box, px(Size::R1), px(Size::R1));
    QRectF bar(box.left(), box.bottom() - thick, box.width() * std::clamp(sent, 0.0, 1.0), thick);
    if (isMirrored(painter))
        bar.moveRight(box.right());
    QPainterPath strip;
    strip.addRect(bar);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape.intersected(strip), color(Color::AccentText));
    painter.restore();
}

QSize partSize(const PartBox &part)
{
    const QFontMetrics number(figures(Type::Strong));
    const QFontMetrics small(font(Type::Small));
    const int icon = partLook(part.standing).icon.isEmpty() ? 0 : px(Size::IconText) + px(Space::S1);
    const int wide = 2 * px(Space::S2) + number.horizontalAdvance(QString::number(part.number))
        + px(Space::S2) + icon + small.horizontalAdvance(wordOf(part)) + 2;
    return { std::max(72, wide), heightFor(Size::Control, number) };
}

class PartDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return index.data(Qt::SizeHintRole).toSize();
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto part = index.data(Qt::UserRole).value<PartBox>();
        const PartLook look = partLook(part.standing);
        painter->save();
        painter->setLayoutDirection(option.direction);
        const QRectF box(option.rect);
        paintPartBox(*painter, box, look);
        if (part.standing == PartStanding::Sending)
            paintSentBar(*painter, box, part.sent);
        paintTexts(*painter, option, part, look);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(color(Color::AccentText), px(Size::Ring)));
            painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), px(Size::R1), px(Size::R1));
        }
        painter->restore();
    }

private:
    static void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const PartBox &part,
                           const PartLook &look)
    {
        constexpr auto start = Qt::AlignLeft | Qt::AlignVCenter;
        const auto visual
            = [&option](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QFont face = figures(Type::Strong);
        const QString number = QString::number(part.number);
        QRect at = option.rect.adjusted(px(Space::S2), 0, -px(Space::S2), 0);
        drawWords(painter, visual(at), face, Color::Text, start, number);
        at.setLeft(at.left() + QFontMetrics(face).horizontalAdvance(number) + px(Space::S2));
        if (!look.icon.isEmpty()) {
            const int side = px(Size::IconText) - 2;
            drawIcon(painter, visual(QRect(at.left(), at.top() + (at.height() - side) / 2, side, side)),
                     look.icon, look.iconColor);
            at.setLeft(at.left() + side + px(Space::S1));
        }
        drawWords(painter, visual(at), font(Type::Small), Color::Text2, start, wordOf(part));
    }
};

} // namespace

/// All parts as segments 8 px high, when they are too many for boxes.
class PartSegments : public QWidget {
public:
    explicit PartSegments(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(px(Size::Progress));
    }

    void setParts(const QList<PartBox> &parts)
    {
        m_parts = parts;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (layoutDirection() == Qt::RightToLeft) {
            painter.translate(width(), 0);
            painter.scale(-1, 1);
        }
        const qreal each = width() / static_cast<qreal>(std::max<qsizetype>(1, m_parts.size()));
        const qreal gap = each > 5 ? 2 : each > 2 ? 1 : 0;
        // Neighbours that touch and look alike are painted in one go: there may be thousands.
        for (qsizetype first = 0, next = 0; first < m_parts.size(); first = next) {
            const Color shade = segmentColor(m_parts[first].standing);
            next = first + 1;
            while (gap == 0 && next < m_parts.size() && segmentColor(m_parts[next].standing) == shade)
                ++next;
            const qreal from = static_cast<qreal>(first) * each;
            const qreal wide = static_cast<qreal>(next - first) * each - gap;
            // What needs an eye is seen, however thin its share.
            painter.fillRect(QRectF(from, 0, shade == Color::Line ? wide : std::max(wide, 1.0), height()),
                             color(shade));
        }
    }

private:
    static Color segmentColor(PartStanding standing)
    {
        switch (standing) {
        case PartStanding::Waiting:
        case PartStanding::Paused:
        case PartStanding::Stopped:
            return Color::Line;
        case PartStanding::Sending:
        case PartStanding::WithService:
        case PartStanding::Collecting:
            return Color::AccentText;
        case PartStanding::Done:
        case PartStanding::DoneWithFailures:
        case PartStanding::Failed:
        case PartStanding::Unknown:
            break;
        }
        return partLook(standing).iconColor;
    }

    QList<PartBox> m_parts;
};

PartsStrip::PartsStrip(QWidget *parent)
    : QWidget(parent)
    , m_segments(new PartSegments(this))
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(u"run.parts"_s);
    m_list->setAccessibleName(tr("Parts"));
    m_list->setItemDelegate(new PartDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(px(Space::S1));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->viewport()->setAutoFillBackground(false);
    m_segments->hide();
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    lines->addWidget(m_segments);
    lines->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *box) { Q_EMIT partChosen(m_shown.value(m_list->row(box)).number); });
    connect(m_list, &QListWidget::currentRowChanged, this, &PartsStrip::follow);
}

QString PartsStrip::word(PartStanding standing)
{
    switch (standing) {
    case PartStanding::Waiting:
        return tr("waiting");
    case PartStanding::Sending:
        return tr("sending");
    case PartStanding::WithService:
        return tr("being worked on");
    case PartStanding::Collecting:
        return tr("collecting results");
    case PartStanding::Done:
        return tr("done");
    case PartStanding::DoneWithFailures:
        return tr("done with failures");
    case PartStanding::Failed:
        return tr("failed");
    case PartStanding::Unknown:
        return tr("unknown");
    case PartStanding::Paused:
        return tr("paused");
    case PartStanding::Stopped:
        break;
    }
    return tr("stopped");
}

QString PartsStrip::spoken(const PartBox &part)
{
    if (part.detail.isEmpty())
        return tr("Part %1: %2").arg(part.number).arg(wordOf(part));
    return tr("Part %1: %2, %3").arg(part.number).arg(wordOf(part), part.detail);
}

QList<PartBox> PartsStrip::boxes() const
{
    if (m_parts.size() <= mostBoxes)
        return m_parts;
    QList<PartBox> shown;
    for (int least = 2; least > 0; --least) {
        for (const PartBox &part : m_parts) {
            if (shown.size() < mostBoxes
                && (interestIn(part) == least || (least == 2 && part.number == m_current)))
                shown.append(part);
        }
        std::ranges::stable_sort(shown, {}, &PartBox::number);
    }
    const auto twice = std::ranges::unique(shown, {}, &PartBox::number);
    shown.erase(twice.begin(), twice.end());
    return shown;
}

void PartsStrip::setParts(const QList<PartBox> &parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    m_segments->setVisible(parts.size() > mostBoxes);
    if (parts.size() > mostBoxes)
        m_segments->setParts(parts);
    const QList<PartBox> shown = boxes();
    if (shown == m_shown)
        return;
    const QList<PartBox> before = std::exchange(m_shown, shown);
    {
        const QSignalBlocker quiet(m_list);
        while (m_list->count() > shown.size())
            delete m_list->takeItem(m_list->count() - 1);
        while (m_list->count() < shown.size())
            m_list->addItem(QString());
        for (int i = 0; i < m_list->count(); ++i) {
            if (i < before.size() && before[i] == shown[i])
                continue;
            QListWidgetItem *box = m_list->item(i);
            box->setData(Qt::UserRole, QVariant::fromValue(shown[i]));
            box->setData(Qt::AccessibleTextRole, spoken(shown[i]));
            box->setToolTip(spoken(shown[i]));
            box->setSizeHint(partSize(shown[i]));
        }
        // The keys stay at their part, wherever its box is now.
        const auto same = std::ranges::find(shown, m_current, &PartBox::number);
        if (same != shown.end())
            m_list->setCurrentRow(static_cast<int>(same - shown.begin()));
    }
    fitHeight();
}

void PartsStrip::follow(int row)
{
    const int number = m_shown.value(row).number;
    if (number == m_current)
        return;
    m_current = number;
    Q_EMIT currentChanged(number);
}

void PartsStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void PartsStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::ApplicationFontChange)
        return;
    const QList<PartBox> again = std::exchange(m_parts, {});
    m_shown.clear(); // their sizes are others now
    setParts(again);
}

/// As high as the wrapped rows need, laid out as the list will do it.
void PartsStrip::fitHeight()
{
    const int gap = m_list->spacing();
    int x = gap;
    int rows = m_list->count() > 0 ? 1 : 0;
    int high = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        const QSize size = m_list->item(i)->sizeHint();
        high = std::max(high, size.height());
        if (x > gap && x + size.width() + gap > width()) {
            ++rows;
            x = gap;
        }
        x += size.width() + 2 * gap;
    }
    m_list->setFixedHeight(rows * (high + 2 * gap) + gap);
}

} // namespace rowlift::ui
