#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace rowlift {

/// How the dates of a column are read.
enum class DateOrder { NotADate, YearFirst, DayFirst, MonthFirst };

/// What stands before the decimals of a column's numbers. Undecided: each value is read by itself.
enum class DecimalSign { Undecided, Point, Comma };

/// How dates and times without a clear meaning are read.
struct DateReading {
    DateOrder order = DateOrder::NotADate; ///< NotADate: only what can be read one way.
    /// Years of two digits lie in the hundred years from this one on ("47" from 1930: 1947); 0: they are not
    /// read.
    int twoDigitsFrom = 0;
    bool serials = false; ///< Plain numbers are days as a spreadsheet counts them: "45291" is 2023-12-31.
    QByteArray zone = {}; ///< IANA; of date-times that name none. Empty: the zone of this computer.

    bool operator==(const DateReading &) const = default;
};

/// What can be done to a value before it is converted: a fixed set, no formulas.
enum class CleanerKind {
    Trim, ///< No blanks at both ends, of whatever kind: tabs, line breaks, no-break and zero-width spaces.
    Squeeze, ///< Blanks and line breaks between words become one space each; none at the ends.
    Upper,
    Lower,
    Title, ///< Each word with a capital: "ANNA-LENA o'hara" is "Anna-Lena O'Hara".
    Digits, ///< Only its digits.
    LeadingZeros, ///< Zeros in front, up to \a number digits, of what has digits only.
    Replace, ///< Each \a find becomes \a text.
    BlankIf, ///< Blank when it is \a find (in any case of letters, blanks around it or not).
    DefaultIfBlank, ///< \a text where it is blank.
    Cut, ///< At most \a number characters, as services count (UTF-16 units); no character is cut in two.
    Phone ///< International form, "+49301234567"; numbers without country code belong to region \a text
          ///< ("DE").
};

constexpr int mostLeadingZeros = 255; ///< The most digits that LeadingZeros makes.

/// One of them. They run in the order of their list.
struct Cleaner {
    CleanerKind kind = CleanerKind::Trim;
    QString find = {};
    QString text = {};
    int number = 0;

    bool operator==(const Cleaner &) const = default;
};

/// What is sent for one value of the file, as it is after the cleaners and without blanks at its ends.
/// Compared exactly first, then in any case of letters; of fields with several values each one by itself.
struct ValueRule {
    QString from;
    QString to; ///< In the form of the field (a list's API value, "true" …); empty: as a blank cell. What a
                ///< field of numbers, days, times, ids or yes and no cannot take makes its rows unreadable.

    bool operator==(const ValueRule &) const = default;
};

/// What a blank value does to a record that is there already.
enum class BlankMeaning { Leave, Clear };

/// What is sent to a field that says whether a person may be contacted.
enum class ConsentSend {
    OnlyStops, ///< Only what stops contact; all else is as a blank cell.
    Both
};

/// What a property of a record without fixed fields is sent as (Schema::open).
enum class PropertyType { Text, Number, YesNo, Date, DateTime, List };

/// All that happens to a value between the file and its field: cleaners, then the value rules, then the
/// field's converter.
struct Treatment {
    std::vector<Cleaner> cleaners = {};
    std::vector<ValueRule> values = {};
    DateReading dates = {}; ///< Of fields that take dates.
    DecimalSign decimals = DecimalSign::Undecided; ///< Of fields that take numbers.
    std::optional<BlankMeaning> blank = {}; ///< Empty: as the mapping says.
    bool turned
        = false; ///< Of yes/no fields: the column says the opposite of the field, so yes is sent as no.
    /// Of fields of consent. Empty: OnlyStops where records that are there may be changed, else Both.
    std::optional<ConsentSend> consent = {};
    /// Of properties (Field::isProperty). Empty: text, or the type that records which are there have.
    std::optional<PropertyType> property = {};
    QString separator = {}; ///< PropertyType::List: what stands between the values; empty: ";".

    bool operator==(const Treatment &) const = default;
};

} // namespace rowlift
