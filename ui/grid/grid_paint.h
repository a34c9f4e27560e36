#pragma once

#include <QRect>

#include <utility>

class QPainter;

namespace rowlift::ui {

struct GridScene;

/// Rows that were not at hand while painting: first and count; count 0 when all were.
using MissingRows = std::pair<qint64, qint64>;

/// Paints the part \a exposed of the body (rows, row numbers, results, current cell), asking the source for
/// no row outside it.
[[nodiscard]] MissingRows paintGridBody(QPainter &painter, const GridScene &scene, const QRect &exposed);

/// Paints the two lines above the columns into a strip of the viewport's width and \a height.
void paintGridHeader(QPainter &painter, const GridScene &scene, int height);

} // namespace rowlift::ui
