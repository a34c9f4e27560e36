#pragma once

#include "app/csv/column_look.h"
#include "app/schema/schema.h"

#include <QCoreApplication>

#include <vector>

namespace rowlift {

/// Why a column goes where it goes, strongest first.
enum class Because { You, Profile, SameName, SameLabel, Synonym, Similar, Values, Nothing };

/// How the dates of a column are read.
enum class DateOrder { NotADate, YearFirst, DayFirst, MonthFirst };

/// What stands before the decimals of a column's numbers. Undecided: each value is read by itself.
enum class DecimalSign { Undecided, Point, Comma };

/// Where one column of the file goes.
struct ColumnMapping {
    QString column; ///< Its name, unique in the file (columnNames()).
    QString field; ///< API name; empty: not imported.
    Because because = Because::Nothing;
    double confidence = 0; ///< 0 … 1
    DateOrder dateOrder
        = DateOrder::NotADate; ///< Only where the field takes a date; NotADate: the examples leave it open.
    QString suggestion; ///< A field below the threshold: offered, never applied.
    DecimalSign decimals = DecimalSign::Undecided; ///< Only where the field takes a number.

    bool operator==(const ColumnMapping &) const = default;
};

/// One entry per column of the file, in file order.
struct Mapping {
    std::vector<ColumnMapping> columns;

    /// The column (from 0) that goes to \a field, or -1.
    int columnOf(QStringView field) const;
    int mapped() const;
    bool operator==(const Mapping &) const = default;
};

/// Proposes a field for each column: same API name, same label, a synonym in another language, a similar
/// spelling, values that look like it. A field is given once; below the threshold a column stays unmapped
/// with a suggestion. Values overrule names where they clash. Only fields that \a operation may write are
/// used.
Mapping suggestMapping(const std::vector<ColumnLook> &columns, const Schema &schema, Operation operation);

/// The best guesses for one column, best first, each with its confidence; for the field list.
struct FieldGuess {
    QString field;
    double confidence = 0;
    Because because = Because::Nothing;
};
std::vector<FieldGuess> guessesFor(const ColumnLook &column, const Schema &schema, Operation operation);

/// \a column sent to \a field by \a because, with the date order and decimal sign that its examples decide.
ColumnMapping mapTo(const ColumnLook &column, const QString &field, const Schema &schema, Because because);

/// For people: "same name", "same word in another language".
QString becauseText(Because because);

/// Reads the order of day, month and year from the values: by those with the year first, by dots (day first),
/// by a number over 12. NotADate when none is a date; DayFirst as a proposal when they leave it open or
/// disagree. \a decided tells whether the values decide it (null allowed).
DateOrder dateOrderOf(const QStringList &values, bool *decided = nullptr);

/// The decimal sign that the values agree on: some value must decide it ("1.200,50", "12,5", "1.234.567").
DecimalSign decimalSignOf(const QStringList &values);

} // namespace rowlift
