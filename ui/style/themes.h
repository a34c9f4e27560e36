#pragma once

#include "ui/style/tokens.h"

#include <QColor>
#include <QPalette>

/// Where a theme's colours come from. For Style only; everyone else asks color().
namespace rowlift::ui {

class Style;

/// What the choice means on a system that looks like \a system.
[[nodiscard]] Theme themeFor(ThemeChoice choice, const QPalette &system);

/// A colour of the table. Not for high contrast.
[[nodiscard]] QColor tableColor(Theme theme, Color name);

/// The system's palette where it is a high-contrast one with strong pairs, else black and white in its own
/// direction.
[[nodiscard]] QPalette highContrastGround(const QPalette &system);

/// A colour in high contrast, of a palette from highContrastGround().
[[nodiscard]] QColor highContrastColor(const QPalette &ground, Color name);

/// Every role and group, so that stock widgets fit.
[[nodiscard]] QPalette paletteOf(const Style &style);

} // namespace rowlift::ui
