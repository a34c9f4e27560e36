#pragma once

#include "app/csv/column_look.h"
#include "app/mapping/treatment.h"
#include "app/schema/schema.h"

#include <QCoreApplication>

#include <vector>

namespace rowlift {

/// Why a column goes where it goes, strongest first.
enum class Because {
    You,
    Profile,
    SameName,
    SameLabel,
    Synonym,
    Opposite, ///< It says the opposite of the field: turned round, it fits.
    Similar,
    Values,
    Nothing
};

/// Which part of a value is taken. A value is looked at without blanks at its ends; so is what is taken.
enum class PieceKind {
    Whole,
    FirstWord, ///< Empty when there is one word only: then it stands in Rest.
    Rest, ///< All behind the first word; the word itself when there is one only.
    BeforeSign, ///< Up to the first \a sign; all of it when there is none ("Last, First": the last name).
    BehindSign, ///< Behind the first \a sign; empty when there is none.
    EmailDomain ///< Of the address in it, behind "@"; empty when there is none, or several.
};

struct Piece {
    PieceKind kind = PieceKind::Whole;
    QString sign = {}; ///< One or more characters; BeforeSign, BehindSign.

    bool operator==(const Piece &) const = default;
};

/// Where one column of the file goes.
struct ColumnMapping {
    QString column; ///< Its name, unique in the file (columnNames()).
    QString field; ///< API name; empty: not imported, but by what Mapping::extras take from it.
    Because because = Because::Nothing;
    double confidence = 0; ///< 0 … 1
    QString suggestion = {}; ///< A field below the threshold: offered, never applied.
    Piece piece = {};
    Treatment treatment = {};

    bool operator==(const ColumnMapping &) const = default;
};

/// A field that gets something else than one column of its own: a fixed value (no columns), a column once
/// more (one), several columns joined, each without blanks at its ends.
struct ExtraField {
    QString field; ///< API name.
    QStringList columns = {}; ///< Unique names, in the order in which they are joined.
    QString text = {}; ///< The fixed value, or what stands between joined values; blank ones are passed over.
    Piece piece = {}; ///< Of one column.
    Treatment treatment = {};

    bool isFixed() const { return columns.isEmpty(); }
    bool operator==(const ExtraField &) const = default;
};

/// What every field gets. One column entry per column of the file, in file order. A field is given once: what
/// names it first wins, columns before extras.
struct Mapping {
    std::vector<ColumnMapping> columns;
    std::vector<ExtraField> extras = {};
    BlankMeaning blank = BlankMeaning::Leave; ///< Where the treatment does not say.
    /// The fields in the order in which they are sent; those that it does not name follow. Usually empty.
    QStringList order = {};

    /// The column (from 0) whose own field is \a field, or -1.
    int columnOf(QStringView field) const;
    /// Whether some column, or an extra, goes to \a field.
    bool gives(QStringView field) const;
    const ExtraField *extraFor(QStringView field) const; ///< Null: none.
    /// What happens to the value of \a field; null when nothing goes there.
    const Treatment *treatmentOf(QStringView field) const;
    /// In the order in which they are sent: as \a order says, then columns, then extras.
    QStringList fields() const;
    /// Columns whose own field is set.
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

/// \a column sent to \a field by \a because, with the date order, decimal sign and time zone that its
/// examples and this computer decide; turned round where it says the opposite of the field.
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
