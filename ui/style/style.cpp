#include "ui/style/style.h"

#include "ui/style/focus_ring.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double defaultPointSize = 10.0;

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

/// The system's palette where its pairs are strong enough, else black and white in its own direction.
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

#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
constexpr bool desktopFontFits = true;
#else
constexpr bool desktopFontFits = false;
#endif

/// Size that the desktop names, or ours where it names none (Qt then answers with a generic family).
double basePointSize()
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QStringList generic { u"Sans Serif"_s, u"Sans"_s, u"sans-serif"_s, u"Helvetica"_s, QString() };
    if (system.pointSizeF() <= 0 || generic.contains(system.family()))
        return defaultPointSize;
    return system.pointSizeF();
}

QFont faced(QFont font, TypeFace::Family family)
{
    switch (family) {
    case TypeFace::Family::Frame:
        break;
    case TypeFace::Family::Data:
        if (!desktopFontFits)
            font.setFamilies({ u"Noto Sans"_s, u"DejaVu Sans"_s });
        break;
    case TypeFace::Family::Mono:
        font.setFamilies(
            { QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), u"DejaVu Sans Mono"_s });
        font.setStyleHint(QFont::Monospace);
        break;
    }
    return font;
}

QFont fontOf(const TypeFace &face)
{
    QFont f = faced(QApplication::font(), face.family);
    f.setPointSizeF(QApplication::font().pointSizeF() * face.factor);
    f.setWeight(static_cast<QFont::Weight>(face.weight));
    return f;
}

/// Boxes and icons grow with the text, in quarters so that they stay crisp, and never shrink.
double iconFactor()
{
    const double text = QApplication::font().pointSizeF() / defaultPointSize;
    return std::clamp(std::floor(text * 4) / 4, 1.0, 3.0);
}

constexpr auto kindProperty = "kind";
constexpr auto wrongProperty = "wrong";
constexpr std::array<QLatin1StringView, 5> kindNames { "primary"_L1, "secondary"_L1, "flat"_L1, "danger"_L1,
                                                       "dangerSecondary"_L1 };

} // namespace

Style::Style(ThemeChoice choice)
    : QProxyStyle(u"fusion"_s)
    , m_choice(choice)
    , m_ring(new FocusRing(this))
{
    follow(QProxyStyle::standardPalette());
    m_announced = m_theme;
}

Style::~Style() = default;

QColor Style::color(Color name) const
{
    if (m_theme == Theme::HighContrast)
        return highContrastColor(m_ground, name);
    return tableColor(m_theme, name);
}

QFont Style::font(Type type) const
{
    const auto at = static_cast<std::size_t>(type);
    if (const QFont base = QApplication::font(); base != m_baseFont) {
        m_fonts = {};
        m_baseFont = base;
    }
    if (!m_fonts[at])
        m_fonts[at] = fontOf(typeFaces[at]);
    return *m_fonts[at];
}

void Style::choose(ThemeChoice choice)
{
    m_choice = choice;
    // An empty palette makes Qt ask the style again: polish(QPalette &) then sees the system's own.
    QApplication::setPalette(QPalette());
}

void Style::polish(QPalette &palette)
{
    follow(palette);
    palette = paletteOf(*this);
}

void Style::follow(const QPalette &system)
{
    m_system = system;
    m_ground = highContrastGround(system);
    m_theme = themeFor(m_choice, system);
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
    m_ring->follow(*application);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && m_announced != m_theme) {
        m_announced = m_theme;
        // Qt posts the change to the windows after this event: a second turn puts the signal behind them.
        const auto tell
            = [this] { QMetaObject::invokeMethod(this, &Style::themeChanged, Qt::QueuedConnection); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::setUpFonts()
{
    QFont base = QApplication::font();
    if (!desktopFontFits)
        base.setFamilies({ u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s });
    base.setPointSizeF(basePointSize());
    QApplication::setFont(base);
    for (const char *name : { "QPushButton", "QToolButton" })
        QApplication::setFont(font(Type::Label), name);
    QApplication::setFont(font(Type::Small), "QToolTip");
    QApplication::setFont(font(Type::Small), "QTipLabel");
}

void installStyle(QApplication &application, ThemeChoice choice)
{
    auto *style = new Style(choice); // the application takes it
    QApplication::setStyle(style);
    application.setPalette(QPalette());
    style->setUpFonts();
}

Style *currentStyle()
{
    return qApp == nullptr ? nullptr : qobject_cast<Style *>(QApplication::style());
}

Theme currentTheme()
{
    const Style *style = currentStyle();
    return style == nullptr ? Theme::Light : style->theme();
}

QColor color(Color name)
{
    const Style *style = currentStyle();
    return style == nullptr ? tableColor(Theme::Light, name) : style->color(name);
}

QFont font(Type type)
{
    const Style *style = currentStyle();
    return style == nullptr ? fontOf(typeFaces[static_cast<std::size_t>(type)]) : style->font(type);
}

QFont figures(Type type)
{
    return faced(font(type), TypeFace::Family::Data);
}

int px(Space space)
{
    return spaces[static_cast<std::size_t>(space)];
}

int px(Size size)
{
    const int plain = sizes[static_cast<std::size_t>(size)];
    return size >= Size::CheckBox ? static_cast<int>(std::lround(plain * iconFactor())) : plain;
}

int heightFor(Size size, const QFontMetrics &metrics)
{
    return std::max(px(size), metrics.height() + px(Space::S3));
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

void setKind(QWidget *button, ButtonKind kind)
{
    button->setProperty(kindProperty, QString(kindNames[static_cast<std::size_t>(kind)]));
    button->updateGeometry();
    button->update();
}

ButtonKind kindOf(const QWidget *button)
{
    const QString name = button == nullptr ? QString() : button->property(kindProperty).toString();
    const auto at = std::find(kindNames.begin(), kindNames.end(), name);
    return at == kindNames.end() ? ButtonKind::Secondary : static_cast<ButtonKind>(at - kindNames.begin());
}

void setWrong(QWidget *field, bool wrong)
{
    field->setProperty(wrongProperty, wrong);
    field->update();
}

bool isWrong(const QWidget *field)
{
    return field != nullptr && field->property(wrongProperty).toBool();
}

} // namespace rowlift::ui
