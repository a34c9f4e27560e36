#pragma once

#include "app/workbook/date_serial.h"
#include "app/workbook/decimal.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// How a number of a workbook is shown, with nothing lost that the cell holds:
/// - decimals of the format are the fewest that are shown: 12.5 as 0.00 is 12.50, 1234.5678 stays 1234.5678;
/// - zeros in front (00000), percent, currency and other words of the format stand as in Excel;
/// - thousands are not grouped: 1,234 means two things, and a file does not know the reader's country;
/// - minus is always a sign, never parentheses or a colour;
/// - scientific, fraction and scaled formats (0.0,,"M") and those that hide the number show it plainly;
/// - dates and times are ISO 8601, with what the format shows of them: day, time or both.
///
/// Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
class NumberFormat {
public:
    /// A format that shows numbers plainly ("General").
    NumberFormat() = default;
    static NumberFormat parse(QStringView code);
    /// A format that is known by its number alone.
    static NumberFormat builtIn(int id);

    bool plain() const { return m_sections.empty() && !m_date; }
    /// Appends \a value, as it stands in the file, as it is shown.
    void append(std::string &into, std::string_view value, DateSystem system) const;

private:
    struct Piece {
        enum class Kind { Word, Zero, Digit, Point, Percent };
        Kind kind = Kind::Word;
        std::string word;
    };
    struct Condition {
        QString sign; ///< "<="
        double number = 0;
        bool holds(double value) const;
    };
    struct Section {
        std::vector<Piece> pieces;
        std::optional<Condition> condition;
        bool legible = true; ///< False: it hides or shortens the number.
    };
    class Parser;

    const Section *sectionFor(const Decimal &number) const;
    static bool isPlace(const Piece &piece);
    static std::string shownWhole(std::span<const Piece> pieces, std::string_view digits);
    static std::string shownFraction(std::span<const Piece> pieces, std::string_view digits);
    static std::string shown(const Section &section, Decimal number);

    std::vector<Section> m_sections;
    std::optional<DateParts> m_date;
    bool m_milliseconds = false;
};

} // namespace rowlift
