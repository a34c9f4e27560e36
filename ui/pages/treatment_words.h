#pragma once

#include "app/mapping/mapping.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// What is done to values, in words.
class TreatmentWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::TreatmentWords)

public:
    /// The fixed set, in the order in which it is offered.
    static const std::vector<CleanerKind> &cleaners();
    /// "Cut to a length": in the list of what can be done.
    static QString name(CleanerKind kind);
    /// A word for object names: "trim".
    static QString id(CleanerKind kind);
    /// "cut to 40": as short as it can be said.
    static QString chip(const Cleaner &cleaner);
    /// "first word"; empty for the whole. \a ofName: of a field for names.
    static QString piece(const Piece &piece, bool ofName = false);
    /// "Fixed value", "Vorname + Nachname", "E-Mail, domain".
    static QString madeOf(const ExtraField &extra, bool ofName = false);
    /// "“ anna” becomes “Anna”"
    static QString step(const QString &before, const QString &after);
    /// A value between quotes, cut where it is long; "blank" without.
    static QString quoted(const QString &value);
};

} // namespace rowlift::ui
