#pragma once

#include "ui/desk/map_desk.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// What one row of the map table says; compared to see whether anything is new.
struct MapRowLook {
    enum class Standing { Fits, NeedsALook, NotImported };

    int column = 0;
    QString letter;
    QString name;
    QString raw; ///< Of the sample row, as in the file.
    QString sent; ///< The same as it would be sent; empty where nothing changes or it cannot be read.
    QString field; ///< API name; empty: not imported.
    QString fieldLabel;
    bool key = false;
    bool required = false;
    QString because; ///< Why it goes there, in words.
    bool remembered = false; ///< By a profile.
    Standing standing = Standing::NotImported;
    QString result; ///< What to look at, short.
    QString reason; ///< The same in full.
    QString suggestion; ///< API name of a field that is offered.
    QString suggestionLabel;
    bool asksForDates = false; ///< Day and month can be taken for each other.
    DateOrder dateOrder = DateOrder::NotADate;
    QString dateHint;

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
    MapRowLook look(int column, int sampleRow) const;
    bool needsALook(int column) const;
    bool asksForDates(int column) const { return m_dates[static_cast<size_t>(column)].ambiguous; }
    /// What a search looks into: letter, name, and the field's label and API name.
    QString searchText(int column) const;
    int columns() const;
    /// The sample row that shows most: the fewest blank cells.
    int fullestSample() const;
    /// "PLZ" by its letter: "D".
    static QString letter(int column);

private:
    /// What the sample rows tell of a column of dates.
    struct Dates {
        bool ambiguous = false; ///< Day and month stand in an order that must be known.
        QString decisive; ///< The value that decides it; empty: none does.
        qint64 record = -1; ///< Where that value stands.
    };

    Dates datesOf(int column) const;
    void sayDates(MapRowLook &look, const ColumnMapping &mapped) const;
    void saySamples(MapRowLook &look) const;

    const MapDesk &m_desk;
    std::vector<SampleCheck> m_checks;
    std::vector<Dates> m_dates;
};

} // namespace rowlift::ui
