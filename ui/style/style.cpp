#include "ui/style/style.h"

#include "ui/style/focus_ring.h"
#include "ui/style/themes.h"

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
