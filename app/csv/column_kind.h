#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <string_view>

namespace rowlift {

/// What the values of a column look like.
enum class ColumnKind : std::uint8_t { Empty, Text, Number, Date, Email, YesNo };
constexpr std::size_t columnKinds = 6;

/// In which order a date names its parts. DayOrMonth: 03/04/2026 may be either.
enum class DateLook : std::uint8_t { None, DayMonthYear, MonthDayYear, YearMonthDay, DayOrMonth };

/// What one value looks like.
struct ValueForm {
    ColumnKind kind = ColumnKind::Text;
    DateLook dateOrder = DateLook::None;
    char dateSeparator = '\0'; ///< '.', '/' or '-'.
    char decimalMark = '\0'; ///< '.' or ',' where it is plain which; '\0' for whole numbers and "1.234".
    char groupMark = '\0'; ///< What divides thousands: '.', ',', '\'' or ' ' for any blank; '\0' if unsure.
    bool leadingZero = false; ///< Digits with a zero in front: no number, but a code.

    bool operator==(const ValueForm &) const = default;
};

/// Judges a trimmed value. An empty one is ColumnKind::Empty.
ValueForm formOf(std::string_view value);

/// What the values of a column are, and how many of them.
struct KindDetail {
    ColumnKind kind = ColumnKind::Empty;
    qint64 values = 0; ///< That are not blank.
    qint64 agreeing = 0; ///< Of these, the ones that look like the kind; all of them for Text.
    DateLook dateOrder = DateLook::None; ///< Of most dates; DayOrMonth when no value tells.
    char dateSeparator = '\0';
    char decimalMark = '\0'; ///< As in ValueForm, of most numbers.
    char groupMark = '\0';

    bool operator==(const KindDetail &) const = default;
};

/// Sums up the forms of a column's values.
class FormTally {
public:
    void add(const ValueForm &form, qint64 count = 1);
    void add(const FormTally &other);
    KindDetail detail() const;
    /// How many values are of each kind, by ColumnKind.
    const std::array<qint64, columnKinds> &kinds() const { return m_kinds; }

private:
    std::array<qint64, columnKinds> m_kinds = {};
    std::array<qint64, 5> m_dateOrders = {};
    std::array<qint64, 3> m_dateSeparators = {};
    std::array<qint64, 2> m_decimalMarks = {};
    std::array<qint64, 4> m_groupMarks = {};
    qint64 m_leadingZeros = 0;
};

/// The word for JSON: "text", "number", "date", "email", "boolean", "empty".
QString columnKindId(ColumnKind kind);
/// For people: "date d.m.y", "number 1.234,5", "e-mail 99.9 %" (the share only where not all values agree).
QString kindLine(const KindDetail &detail);

} // namespace rowlift
