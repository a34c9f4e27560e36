#pragma once

#include <QtGlobal>

#include <array>

/// The design system's names: colours, distances, sizes and type. Widgets take everything that is drawn from
/// here through color(), px() and font() of ui/style/style.h, never by value.
namespace rowlift::ui {

/// What the program looks like now. HighContrast takes its colours from the system's palette.
enum class Theme { Light, Dark, HighContrast };

/// What the person chose; System follows the lightness of the system's windows.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Colours by meaning. Three for a meaning: the plain one for words, Mark for icons, dots and edges (never
/// for words), Soft for fills behind words. OnSelection is Text but for high contrast.
enum class Color {
    Window,
    Rail,
    Surface,
    Sunk,
    Line,
    ControlLine,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    AccentText,
    AccentSoft,
    Selection,
    OnSelection,
    Ok,
    OkMark,
    OkSoft,
    HeadsUp,
    HeadsUpMark,
    HeadsUpSoft,
    Problem,
    ProblemMark,
    ProblemSoft,
    Info,
    InfoMark,
    InfoSoft,
    Field,
    FieldMark,
    FieldSoft,
    Danger,
    DangerHover,
    LeftOut,
    StripProduction,
    StripProductionText,
    StripSandbox,
    StripSandboxText,
    StripPractice,
    StripPracticeText,
};

/// One line of the colour table: 0xRRGGBB in both drawn themes.
struct Swatch {
    Color name;
    quint32 light;
    quint32 dark;
};

// clang-format off
inline constexpr std::array swatches {
    Swatch { Color::Window,              0xF3F4F7, 0x14171C },
    Swatch { Color::Rail,                0xE9ECF1, 0x191D23 },
    Swatch { Color::Surface,             0xFFFFFF, 0x1E232B },
    Swatch { Color::Sunk,                0xF7F8FA, 0x181C22 },
    Swatch { Color::Line,                0xDCE0E7, 0x333A46 },
    Swatch { Color::ControlLine,         0x7A8393, 0x7C8797 },
    Swatch { Color::Text,                0x1A1F29, 0xE8EBF0 },
    Swatch { Color::Text2,               0x454E5E, 0xB9C1CD },
    Swatch { Color::Text3,               0x5E6776, 0x9AA4B2 },
    Swatch { Color::Disabled,            0x8A92A0, 0x6B7482 },
    Swatch { Color::Accent,              0x2457D6, 0x3868DE },
    Swatch { Color::AccentHover,         0x1D48B5, 0x3F6FE3 },
    Swatch { Color::AccentPressed,       0x173A94, 0x2E59C4 },
    Swatch { Color::OnAccent,            0xFFFFFF, 0xFFFFFF },
    Swatch { Color::AccentText,          0x1F4FC4, 0x8FB2FF },
    Swatch { Color::AccentSoft,          0xE4ECFD, 0x22304F },
    Swatch { Color::Selection,           0xD5E2FD, 0x2A3F6E },
    Swatch { Color::OnSelection,         0x1A1F29, 0xE8EBF0 },
    Swatch { Color::Ok,                  0x146136, 0x82D8A3 },
    Swatch { Color::OkMark,              0x1F8A4C, 0x3FB473 },
    Swatch { Color::OkSoft,              0xE3F4EA, 0x16362A },
    Swatch { Color::HeadsUp,             0x754700, 0xF2C46C },
    Swatch { Color::HeadsUpMark,         0xB06A00, 0xD9982B },
    Swatch { Color::HeadsUpSoft,         0xFFF2D6, 0x3A2D13 },
    Swatch { Color::Problem,             0xA81E1A, 0xFF9E96 },
    Swatch { Color::ProblemMark,         0xCF332B, 0xF0695F },
    Swatch { Color::ProblemSoft,         0xFDE8E6, 0x44201E },
    Swatch { Color::Info,                0x0E5672, 0x86CDEA },
    Swatch { Color::InfoMark,            0x1A7CA3, 0x3DA2CB },
    Swatch { Color::InfoSoft,            0xE2F1F8, 0x15323E },
    Swatch { Color::Field,               0x6430B0, 0xCBB1FF },
    Swatch { Color::FieldMark,           0x7D4AD0, 0xA680F0 },
    Swatch { Color::FieldSoft,           0xF0E9FB, 0x2D2346 },
    Swatch { Color::Danger,              0xB8231D, 0xC93D35 },
    Swatch { Color::DangerHover,         0x98190F, 0xBE342C },
    Swatch { Color::LeftOut,             0xEFF1F4, 0x252A33 },
    Swatch { Color::StripProduction,     0xA81E1A, 0xC93D35 },
    Swatch { Color::StripProductionText, 0xFFFFFF, 0xFFFFFF },
    Swatch { Color::StripSandbox,        0xFFD98A, 0x6B4A0C },
    Swatch { Color::StripSandboxText,    0x4D2F00, 0xFFE3AE },
    Swatch { Color::StripPractice,       0xDCE8F0, 0x1D3B49 },
    Swatch { Color::StripPracticeText,   0x0E4359, 0xBFE4F4 },
};
// clang-format on

/// True when every colour stands in the table at the place of its number.
constexpr bool swatchesInOrder()
{
    for (std::size_t i = 0; i < swatches.size(); ++i) {
        if (static_cast<std::size_t>(swatches[i].name) != i)
            return false;
    }
    return swatches.size() == static_cast<std::size_t>(Color::StripPracticeText) + 1;
}
static_assert(swatchesInOrder());

/// The only distances: S1 inside a chip, S2 between related, S3 inside cards and rows, S4 between groups, S5
/// page margin, S6 between sections.
enum class Space { S1, S2, S3, S4, S5, S6 };
inline constexpr std::array spaces { 4, 8, 12, 16, 24, 32 };

/// Sizes and shapes in logical pixels at 100 %. Those that hold text grow with the font: see heightFor().
enum class Size {
    Control, ///< Buttons, fields, combos: lowest height.
    ControlInTable, ///< The same inside tables.
    Target, ///< Smallest thing to be clicked, both ways.
    GridRow,
    MapRow,
    RailRow,
    Rail, ///< Width of the step rail.
    RailFolded, ///< Its width as icons.
    RailFolds, ///< Window width under which it folds.
    Bar, ///< Height of the command bar.
    Strip, ///< Height of the destination strip.
    R1, ///< Radius of cells' marks and chips.
    R2, ///< Radius of controls.
    R3, ///< Radius of cards, drop zone, pop-ups.
    Ring, ///< Width of the focus ring, and its distance.
    ScrollBar,
    Progress,
    CheckBox, ///< From here on px() grows them with the text.
    IconHeader, ///< Grid header.
    IconText, ///< In text.
    IconRail, ///< Rail and notices.
    IconTile, ///< Choice tiles.
    IconEmpty, ///< Empty states.
};
inline constexpr std::array sizes { 32, 28, 24, 30, 44, 52, 216, 56, 1000, 56, 28, 4,
                                    6,  10, 2,  10, 8,  18, 12,  16, 20,   32, 40 };
static_assert(sizes.size() == static_cast<std::size_t>(Size::IconEmpty) + 1);

/// Type by use. Sizes are factors of the application's font, so the system's text size works by itself.
enum class Type { Display, Title, Section, Body, Cell, Strong, Label, Small, Code };

struct TypeFace {
    Type name;
    double factor;
    int weight;
    enum class Family { Frame, Data, Mono } family;
};

inline constexpr std::array typeFaces {
    TypeFace { Type::Display, 2.0, 600, TypeFace::Family::Data },
    TypeFace { Type::Title, 1.6, 600, TypeFace::Family::Frame },
    TypeFace { Type::Section, 1.2, 600, TypeFace::Family::Frame },
    TypeFace { Type::Body, 1.0, 400, TypeFace::Family::Frame },
    TypeFace { Type::Cell, 0.97, 400, TypeFace::Family::Data },
    TypeFace { Type::Strong, 1.0, 600, TypeFace::Family::Frame },
    TypeFace { Type::Label, 1.0, 500, TypeFace::Family::Frame },
    TypeFace { Type::Small, 0.9, 400, TypeFace::Family::Frame },
    TypeFace { Type::Code, 0.95, 400, TypeFace::Family::Mono },
};
static_assert(typeFaces.size() == static_cast<std::size_t>(Type::Code) + 1);

} // namespace rowlift::ui
