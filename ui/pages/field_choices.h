#pragma once

#include "ui/desk/map_desk.h"
#include "ui/widgets/choice_popup.h"

#include <QCoreApplication>

namespace rowlift::ui {

class SearchableCombo;

/// The field list of the map table, in words.
class FieldChoices {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::FieldChoices)

public:
    /// The whole list for \a column: the best guesses, "Not imported", all that can be set (with who uses
    /// it), and grey those that cannot.
    static QList<ChoiceRow> forColumn(const MapDesk &desk, int column);
    /// The same for what else a field gets: \a extra, or something new. What is taken from elsewhere says so.
    static QList<ChoiceRow> forExtra(const MapDesk &desk, int extra);
    /// What is offered of a name that is typed, where records have no fixed fields: \a own is the property
    /// that it would replace; \a perRow: it goes into the list of rows.
    static TypedChoice typed(const MapDesk &desk, const QString &own, bool perRow, const QString &name);
    /// Lets \a combo, which shows forExtra(), take such a name.
    static void takeTyped(SearchableCombo *combo, const MapDesk &desk);
    /// The columns of the file, for a field that still needs one.
    static QList<ChoiceRow> columns(const MapDesk &desk);
    /// "Email · e-mail · 80"
    static QString line(const Field &field);
    /// A field as a row of a list: label, line, required or key.
    static ChoiceRow row(const Field &field, const Target &target);
    static QString notImported();
    /// Whether something can go there. Where records are looked up that is so of what they are looked up by,
    /// and not of their id.
    static bool isSettable(const Field &field, const Target &target);

private:
    static QList<ChoiceRow> fields(const MapDesk &desk, const QString &own,
                                   const std::vector<FieldGuess> &guesses);
    static void addOwnName(QList<ChoiceRow> &rows, const MapDesk &desk, int column);
    static QString takenBy(const Mapping &mapping, const QString &field);
    static QString nameInWords(const Field &field);
    static QString typeWord(const Field &field);
};

} // namespace rowlift::ui
