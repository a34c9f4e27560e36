#pragma once

#include "ui/style/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QStringView>

class QPainter;
class QRectF;

namespace rowlift::ui {

/// An icon of resources/icons by its file name ("e-mail"), painted in a token of the theme in force when it
/// is drawn, so a theme switch needs no new icon. Disabled ones are painted in Color::Disabled. Mirrored
/// under a right-to-left layout where it points.
[[nodiscard]] QIcon icon(QStringView name, Color color = Color::Text2);

/// The same as a picture, \a size logical pixels square. Empty when there is no such icon.
[[nodiscard]] QPixmap pixmap(QStringView name, int size, Color color = Color::Text2,
                             qreal devicePixelRatio = 1.0, Qt::LayoutDirection direction = Qt::LeftToRight);

/// Paints the icon into \a where, crisp at the painter's device pixel ratio and in its layout direction.
void drawIcon(QPainter &painter, const QRectF &where, QStringView name, Color color);

/// Whether the icon points somewhere, so that right-to-left layouts mirror it.
[[nodiscard]] bool iconPoints(QStringView name);

} // namespace rowlift::ui
