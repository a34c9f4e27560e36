#pragma once

#include "ui/style/tokens.h"

#include <QRectF>

class QFont;
class QPainter;

/// The shapes that parts are built of: crisp at every device pixel ratio, heavier in high contrast.
namespace rowlift::ui {

/// Whether the painter draws for a right-to-left layout (its own direction, else the application's).
[[nodiscard]] bool isMirrored(const QPainter &painter);

enum class Edge { Start, End, Top, Bottom };

/// A hair line along the inner edge of \a rect, snapped to device pixels (2 px in high contrast).
void drawHair(QPainter &painter, const QRectF &rect, Edge edge, Color color = Color::Line);

/// A filled box with an edge drawn inside \a rect; \a width 0 draws none. Soft fills get a frame in high
/// contrast.
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, Color fill, Color edge, qreal width = 1.0);
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, Color fill);

/// The focus ring around a control that fills \a control: 2 px, 2 px outside, radius + 2. Leave 4 px for it.
void drawFocusRing(QPainter &painter, const QRectF &control, qreal radius);
/// Room that a focus ring takes on each side.
inline constexpr int focusRoom = 4;

/// A 3 px bar at the start edge of \a rect (mirrors with the painter's layout direction), clipped to \a
/// radius.
void drawStartBar(QPainter &painter, const QRectF &rect, qreal radius, Color color);

/// Diagonal hatching for what is not sent: 1 px each 6 px, in Color::Line.
void drawHatching(QPainter &painter, const QRectF &rect);

/// The underline patterns of cells' marks, 2 px along the bottom of \a rect.
enum class Underline { Solid, Dashed, Dotted, LongDash };
void drawUnderline(QPainter &painter, const QRectF &rect, Underline pattern, Color color);

/// One line of text, elided to \a rect; \a alignment mirrors with the layout direction.
void drawWords(QPainter &painter, const QRectF &rect, const QFont &face, Color color, Qt::Alignment alignment,
               const QString &text, Qt::TextElideMode elide = Qt::ElideRight);

/// State by shape: filled marks carry their glyph in Color::Surface, the others are lines.
enum class Mark {
    NotStarted,
    Current,
    Done,
    Attention,
    Locked,
    Problem, ///< Octagon with "!".
    HeadsUp, ///< Triangle with "!".
    Failed, ///< Disc with a cross.
    LeftOut, ///< Crossed circle.
    In, ///< Tick.
    Unknown, ///< Disc with a question mark.
    Waiting, ///< Clock.
    NotSent, ///< Ring.
    Fixed, ///< Tick in a ring.
    Edited, ///< Pencil.
    Info, ///< Disc with an "i".
};
/// Paints \a mark into the square \a where in its own colour.
void drawMark(QPainter &painter, const QRectF &where, Mark mark);
/// The colour that drawMark() uses.
[[nodiscard]] Color markColor(Mark mark);

} // namespace rowlift::ui
