#pragma once

#include "ui/desk/map_desk.h"
#include "ui/pages/chip_strip.h"
#include "ui/pages/field_verdict.h"
#include "ui/pages/property_types.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// A row of the map table: a column of the file, or one of the fields that get something else (the one behind
/// the last: a fixed value that has no field yet).
struct MapSpot {
    int column = -1;
    int extra = -1;

    bool isColumn() const { return column >= 0; }
    auto operator<=>(const MapSpot &) const = default;
};

/// What one row of the map table says; compared to see whether anything is new.
struct MapRowLook {
    enum class Standing { Fits, NeedsALook, NotImported };

    int column = -1;
    int extra = -1; ///< Of the mapping's extras; one of both is set.
    QString letter;
    QString name; ///< Of the column; of an extra what it is made of.
    bool fixed = false; ///< A fixed value: it is edited where samples stand.
    QString fixedText;
    QString raw; ///< Of the sample row, as in the file.
    QString sent; ///< The same as it would be sent; empty where nothing changes or it cannot be read.
    bool held = false; ///< It is not sent: it would allow contact.
    QString field; ///< API name; empty: not imported.
    QString fieldLabel;
    bool key = false;
    bool required = false;
    QString because; ///< Why it goes there, in words.
    bool remembered = false; ///< By a profile.
    Standing standing = Standing::NotImported;
    QString result; ///< What to look at, short.
    QString reason; ///< The same in full.
    FieldVerdict::Fix fix = FieldVerdict::Fix::None;
    bool reading = false; ///< All rows are still being read for it.
    QString suggestion; ///< API name of a field that is offered.
    QString suggestionLabel;
    bool asksForDates = false; ///< Day and month can be taken for each other.
    DateOrder dateOrder = DateOrder::NotADate;
    QString dateHint;
    QString consent; ///< What is sent of a field that says whether people may be contacted.
    QList<ChipLook> chips; ///< What is done to the values.
    bool isProperty = false; ///< Its type can be chosen …
    bool typeIsFixed = false; ///< … but for this: records that are there have it.
    PropertyTypes::Choice type;
    QString typeReason; ///< Why it is fixed.

    MapSpot spot() const { return { .column = column, .extra = extra }; }
    /// "Column C, E-Mail, sample anna@example.com": what stands before the choice of a field.
    QString question() const;
    /// What stands after it: "key, same name, 2 of 50 need a look".
    QString answer() const;
    bool operator==(const MapRowLook &) const = default;

    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::MapRowLook)
};

/// Turns the desk's snapshot into rows of the table.
class MapLooks {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::MapLooks)

public:
    explicit MapLooks(const MapDesk &desk);

    void refresh(); ///< The desk has changed.
    MapRowLook look(const MapSpot &spot, int sampleRow) const;
    bool needsALook(const MapSpot &spot) const;
    /// Whether its row has a line of chips, and one that asks for the order of dates.
    bool hasChips(const MapSpot &spot) const;
    bool asksForDates(const MapSpot &spot) const;
    bool hasConsent(const MapSpot &spot) const; ///< Its row has a line about contact.
    /// What a search looks into: letter, name, and the field's label and API name.
    QString searchText(const MapSpot &spot) const;
    int columns() const;
    int extras() const;
    /// What the questions of fields were answered with stands in front of the extras, and in no row.
    int hiddenExtras() const;
    /// Whether rows are parts of records, and which it is of: of each row, or of each record.
    bool isGrouped() const;
    bool isPerRow(const MapSpot &spot) const;
    /// The order of rows: what is made of a column stands below it (of several: the first), all else behind
    /// the last.
    bool isBefore(const MapSpot &a, const MapSpot &b) const;
    /// What goes there; empty: nothing.
    QString fieldAt(const MapSpot &spot) const;
    /// The sample row that shows most: the fewest blank cells.
    int fullestSample() const;
    /// "PLZ" by its letter: "D".
    static QString letter(int column);

private:
    void sayColumn(MapRowLook &look, int sampleRow) const;
    void sayExtra(MapRowLook &look, int sampleRow) const;
    void sayField(MapRowLook &look, const Treatment &treatment, int sampleRow) const;
    void sayVerdict(MapRowLook &look, const Treatment &treatment) const;
    void saySamples(MapRowLook &look) const;
    void saySent(MapRowLook &look, int sampleRow) const;
    void sayType(MapRowLook &look) const;
    QString usedIn(const QString &column) const;
    QString madeOf(const ExtraField &extra) const;
    QList<ChipLook> chipsOf(const QString &field, const Piece &piece, const Treatment &treatment,
                            int sampleRow) const;
    const ExtraField *extraAt(const MapSpot &spot) const;
    const Treatment *treatmentAt(const MapSpot &spot) const;

    const MapDesk &m_desk;
    QHash<QString, FieldVerdict> m_verdicts; ///< By field.
};

} // namespace rowlift::ui
