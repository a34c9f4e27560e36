#include "ui/widgets/progress_bar.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int thousandths = 1000;

QRectF trackIn(const QRect &room)
{
    const int thick = px(Size::Progress);
    return QRectF(room.left(), room.top() + (room.height() - thick) / 2, room.width(), thick);
}

/// From \a from to \a to (shares of the track), in the painter's layout direction.
QRectF stretchOf(const QPainter &painter, const QRectF &track, double from, double to)
{
    const qreal left = isMirrored(painter) ? 1 - to : from;
    return QRectF(track.left() + track.width() * left, track.top(), track.width() * (to - from),
                  track.height());
}

void clipToTrack(QPainter &painter, const QRectF &track)
{
    QPainterPath shape;
    shape.addRoundedRect(track, px(Size::R1), px(Size::R1));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
}

void frameTrack(QPainter &painter, const QRectF &track)
{
    if (currentTheme() != Theme::HighContrast)
        return;
    painter.setPen(QPen(color(Color::Text), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(track, px(Size::R1), px(Size::R1));
}

} // namespace

ProgressBar::ProgressBar(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setRange(0, thousandths);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setShares(double done, double failed)
{
    m_done = std::clamp(done, 0.0, 1.0);
    m_failed = std::clamp(failed, 0.0, m_done);
    setRange(0, thousandths);
    setValue(static_cast<int>(std::lround(m_done * thousandths)));
    update();
}

void ProgressBar::setBusy()
{
    setRange(0, 0);
}

QSize ProgressBar::sizeHint() const
{
    return { 200, px(Size::Progress) + px(Space::S1) };
}

void ProgressBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF track = trackIn(rect());
    clipToTrack(painter, track);
    painter.fillRect(track, color(currentTheme() == Theme::HighContrast ? Color::Surface : Color::Line));
    const bool busy = maximum() == 0;
    const double done = busy ? 0.66 : m_done;
    painter.fillRect(stretchOf(painter, track, busy ? 0.33 : 0, done), color(Color::AccentText));
    if (!busy && m_failed > 0) {
        // Never thinner than can be seen.
        const double share = std::min(done, std::max(m_failed, 3 / std::max(1.0, track.width())));
        painter.fillRect(stretchOf(painter, track, done - share, done), color(Color::ProblemMark));
    }
    painter.setClipping(false);
    frameTrack(painter, track);
}

OutcomeBar::OutcomeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OutcomeBar::setShares(const QList<OutcomeShare> &shares)
{
    if (shares == m_shares)
        return;
    m_shares = shares;
    QStringList words;
    for (const OutcomeShare &share : shares)
        words << tr("%1 %2", "count and outcome: 12 failed").arg(QLocale().toString(share.count), share.word);
    setAccessibleName(words.join(u", "_s));
    setToolTip(words.join(u'\n'));
    update();
}

QSize OutcomeBar::sizeHint() const
{
    return { 320, px(Size::Progress) + px(Space::S1) };
}

void OutcomeBar::paintEvent(QPaintEvent *)
{
    constexpr qreal gap = 2;
    constexpr qreal thinnest = 4;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF track = trackIn(rect());
    QList<OutcomeShare> shown = m_shares;
    shown.removeIf([](const OutcomeShare &share) { return share.count <= 0; });
    qreal whole = 0;
    for (const OutcomeShare &share : shown)
        whole += static_cast<qreal>(share.count);
    const qreal room = track.width() - gap * static_cast<qreal>(std::max<qsizetype>(0, shown.size() - 1))
        - thinnest * static_cast<qreal>(shown.size());
    clipToTrack(painter, track);
    if (shown.isEmpty())
        painter.fillRect(track, color(Color::Line));
    qreal at = 0;
    for (const OutcomeShare &share : shown) {
        const qreal wide = thinnest + room * static_cast<qreal>(share.count) / whole;
        painter.fillRect(stretchOf(painter, track, at / track.width(), (at + wide) / track.width()),
                         color(share.color));
        at += wide + gap;
    }
    painter.setClipping(false);
    frameTrack(painter, track);
}

} // namespace rowlift::ui
