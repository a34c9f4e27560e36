#pragma once

#include "ui/style/tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QProxyStyle>

#include <array>
#include <optional>

class QApplication;
class QFontMetrics;

namespace rowlift::ui {

class FocusRing;

/// The program's style over Fusion: palette, fonts and every stock control, drawn from the tokens.
///
/// Buttons read their look from the dynamic property `kind`: see setKind(). Fields read `wrong` (see
/// setWrong()). A theme switch sends the usual PaletteChange to every widget and themeChanged() once. GUI
/// thread only.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(ThemeChoice choice);
    ~Style() override;

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] QColor color(Color name) const;
    [[nodiscard]] QFont font(Type type) const;

    /// Switches: tokens at once, palettes and themeChanged() at the next turn of the event loop.
    void choose(ThemeChoice choice);

    /// Takes the application's fonts: the frame's face, and labels' weight on buttons.
    void setUpFonts();

    /// Receives the system's palette and replaces it wholly by ours.
    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    void polish(QApplication *application) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The theme is another, and every widget has its palette.
    void themeChanged();

private:
    void follow(const QPalette &system);

    ThemeChoice m_choice;
    Theme m_theme = Theme::Light;
    Theme m_announced = Theme::Light;
    QPalette m_system; ///< As the system has it.
    FocusRing *m_ring; ///< Our child.
    QPalette m_ground; ///< What high contrast takes its colours from.
    mutable QFont m_baseFont; ///< What m_fonts was made from.
    mutable std::array<std::optional<QFont>, typeFaces.size()> m_fonts;
};

/// Gives the application our style and fonts. Call once, before the first window.
void installStyle(QApplication &application, ThemeChoice choice = ThemeChoice::System);

/// The application's style if it is ours (after installStyle()), else null.
[[nodiscard]] Style *currentStyle();
[[nodiscard]] Theme currentTheme();

/// Colours and fonts of the present theme. Ask while painting, keep nothing. Without our style: the light
/// theme.
[[nodiscard]] QColor color(Color name);
[[nodiscard]] QFont font(Type type);
/// The same size and weight in the face whose figures are equally wide: for counters.
[[nodiscard]] QFont figures(Type type);
[[nodiscard]] int px(Space space);
[[nodiscard]] int px(Size size);
/// The token, or what the font needs if that is more (its height + 12): the height of anything that holds
/// text.
[[nodiscard]] int heightFor(Size size, const QFontMetrics &metrics);
/// The WCAG 2.x contrast of two opaque colours: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// How a button looks: one primary a page; danger only for a delete's or an undo's own commit.
enum class ButtonKind { Primary, Secondary, Flat, Danger, DangerSecondary };
void setKind(QWidget *button, ButtonKind kind);
[[nodiscard]] ButtonKind kindOf(const QWidget *button);

/// Marks a field as wrong (problem edge); the sentence that says why is the page's.
void setWrong(QWidget *field, bool wrong);
[[nodiscard]] bool isWrong(const QWidget *field);

} // namespace rowlift::ui
