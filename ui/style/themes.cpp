#include "ui/style/themes.h"

#include "ui/style/style.h"

#include <algorithm>
#include <cmath>

namespace rowlift::ui {

namespace {

double channelLight(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channelLight(c.redF()) + 0.7152 * channelLight(c.greenF())
        + 0.0722 * channelLight(c.blueF());
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

/// High-contrast schemes have pure grounds everywhere, which no everyday scheme has.
bool isHighContrast(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const bool pure = window == QColor(Qt::black) || window == QColor(Qt::white);
    return pure && palette.color(QPalette::Base) == window && palette.color(QPalette::Button) == window
        && contrast(window, palette.color(QPalette::WindowText)) > 10;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QPalette highContrastGround(const QPalette &system)
{
    const bool strong = contrast(system.color(QPalette::Base), system.color(QPalette::Text)) > 10
        && contrast(system.color(QPalette::Window), system.color(QPalette::WindowText)) > 10
        && contrast(system.color(QPalette::Highlight), system.color(QPalette::HighlightedText)) > 4.5
        && contrast(system.color(QPalette::Base), system.color(QPalette::Link)) > 4.5
        && contrast(system.color(QPalette::Base), system.color(QPalette::Highlight)) > 3;
    if (strong && isHighContrast(system))
        return system;
    const bool dark = isDark(system);
    const QColor ground = dark ? Qt::black : Qt::white;
    const QColor text = dark ? Qt::white : Qt::black;
    QPalette own = system;
    for (const auto role : { QPalette::Window, QPalette::Base, QPalette::Button })
        own.setColor(QPalette::All, role, ground);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        own.setColor(QPalette::All, role, text);
    own.setColor(QPalette::Highlight, dark ? QColor(0x1A, 0xEB, 0xFF) : QColor(0x00, 0x1F, 0x8F));
    own.setColor(QPalette::HighlightedText, ground);
    own.setColor(QPalette::Link, dark ? QColor(0xFF, 0xFF, 0x00) : QColor(0x00, 0x1F, 0x8F));
    own.setColor(QPalette::Disabled, QPalette::Text,
                 dark ? QColor(0x3F, 0xF2, 0x3F) : QColor(0x60, 0x00, 0x00));
    return own;
}

QColor highContrastColor(const QPalette &ground, Color name)
{
    switch (name) {
    case Color::Window:
    case Color::Rail:
    case Color::StripProduction:
    case Color::StripSandbox:
    case Color::StripPractice:
        return ground.color(QPalette::Window);
    case Color::Surface:
    case Color::Sunk:
    case Color::AccentSoft:
    case Color::OkSoft:
    case Color::HeadsUpSoft:
    case Color::ProblemSoft:
    case Color::InfoSoft:
    case Color::FieldSoft:
    case Color::LeftOut:
        return ground.color(QPalette::Base);
    case Color::Disabled:
        return ground.color(QPalette::Disabled, QPalette::Text);
    case Color::Accent:
    case Color::AccentHover:
    case Color::AccentPressed:
    case Color::Selection:
    case Color::Danger:
    case Color::DangerHover:
        return ground.color(QPalette::Highlight);
    case Color::OnAccent:
    case Color::OnSelection:
        return ground.color(QPalette::HighlightedText);
    case Color::AccentText:
        return ground.color(QPalette::Link);
    case Color::StripProductionText:
    case Color::StripSandboxText:
    case Color::StripPracticeText:
        return ground.color(QPalette::WindowText);
    case Color::Line:
    case Color::ControlLine:
    case Color::Text:
    case Color::Text2:
    case Color::Text3:
    case Color::Ok:
    case Color::OkMark:
    case Color::HeadsUp:
    case Color::HeadsUpMark:
    case Color::Problem:
    case Color::ProblemMark:
    case Color::Info:
    case Color::InfoMark:
    case Color::Field:
    case Color::FieldMark:
        break;
    }
    return ground.color(QPalette::Text);
}

QColor tableColor(Theme theme, Color name)
{
    const Swatch &swatch = swatches[static_cast<std::size_t>(name)];
    return QColor::fromRgb(theme == Theme::Dark ? swatch.dark : swatch.light);
}

Theme themeFor(ThemeChoice choice, const QPalette &system)
{
    switch (choice) {
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    case ThemeChoice::HighContrast:
        return Theme::HighContrast;
    case ThemeChoice::System:
        break;
    }
    if (isHighContrast(system))
        return Theme::HighContrast;
    return isDark(system) ? Theme::Dark : Theme::Light;
}

QPalette paletteOf(const Style &style)
{
    const auto c = [&style](Color name) { return style.color(name); };
    QPalette p;
    const std::array<std::pair<QPalette::ColorRole, Color>, 20> roles { {
        { QPalette::Window, Color::Window },
        { QPalette::WindowText, Color::Text },
        { QPalette::Base, Color::Surface },
        { QPalette::AlternateBase, Color::Sunk },
        { QPalette::Text, Color::Text },
        { QPalette::Button, Color::Surface },
        { QPalette::ButtonText, Color::Text },
        { QPalette::BrightText, Color::OnAccent },
        { QPalette::ToolTipBase, Color::Surface },
        { QPalette::ToolTipText, Color::Text },
        { QPalette::PlaceholderText, Color::Text3 },
        { QPalette::Link, Color::AccentText },
        { QPalette::LinkVisited, Color::AccentText },
        { QPalette::Highlight, Color::Selection },
        { QPalette::HighlightedText, Color::OnSelection },
        { QPalette::Light, Color::Surface },
        { QPalette::Midlight, Color::Sunk },
        { QPalette::Mid, Color::Line },
        { QPalette::Dark, Color::ControlLine },
        { QPalette::Shadow, Color::Text3 },
    } };
    for (const auto &[role, name] : roles)
        p.setColor(QPalette::All, role, c(name));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                             QPalette::PlaceholderText, QPalette::Link, QPalette::HighlightedText })
        p.setColor(QPalette::Disabled, role, c(Color::Disabled));
    p.setColor(QPalette::Disabled, QPalette::Base, c(Color::Sunk));
    p.setColor(QPalette::Disabled, QPalette::Button, c(Color::Sunk));
    p.setColor(QPalette::Disabled, QPalette::Highlight, c(Color::Line));
    return p;
}

} // namespace rowlift::ui
