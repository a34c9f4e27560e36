#pragma once

#include "ui/grid/grid_source.h"
#include "ui/grid/ready_text.h"
#include "ui/style/draw.h"

#include <QColor>
#include <QRect>

#include <optional>

class QPainter;

/// How single cells are drawn: text that fades where it is cut, and the marks table.
namespace rowlift::ui {

/// The one line a cell shows: line breaks as "⏎", other control characters as spaces, blanks only as "·".
/// Long texts are cut behind what any screen shows.
[[nodiscard]] QString shownCellText(QStringView cell);
inline constexpr qsizetype longestShownText = 400; ///< Characters; wider than any screen.
inline constexpr QChar shownLineBreak(0x23CE);
inline constexpr QChar shownBlank(0x00B7);

struct CellTextLook {
    QColor color;
    QColor faint; ///< For "·" and "⏎".
    QColor ground; ///< What the text fades into.
    bool endAligned = false;
    bool backed = false; ///< Fill behind the words, where a strong hatching would make them hard to read.
    bool rightToLeft = false; ///< The layout's direction; the text keeps its own.
};

/// Draws \a text in the painter's font, in which it must have been made ready. Text that is wider than \a
/// rect begins at its own start and fades out over the last 12 px.
void drawCellText(QPainter &painter, const QRect &rect, const ReadyText &text, const CellTextLook &look);

/// One line of the marks table.
struct CellMarkLook {
    std::optional<Color> fill;
    std::optional<Underline> underline;
    Color line = Color::Text;
    bool icon = false; ///< At the cell's end.
    bool corner = false; ///< A triangle in the top end corner.
};
[[nodiscard]] CellMarkLook lookFor(GridMark mark);
/// The icon that stands for the mark before row numbers and at cells' ends.
[[nodiscard]] std::optional<Mark> shapeFor(GridMark mark);

/// Draws pattern, corner and icon of \a mark over the filled cell. The icon stands Space::S1 before the
/// cell's end.
void drawCellMark(QPainter &painter, const QRect &cell, GridMark mark, int iconSize, bool rightToLeft);

} // namespace rowlift::ui
