#pragma once

#include "ui/desk/map_desk.h"
#include "ui/pages/sentence_combo.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// The types of a property, in words.
class PropertyTypes {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::PropertyTypes)

public:
    /// A type with what stands between the values of a list.
    struct Choice {
        PropertyType type = PropertyType::Text;
        QString separator = {};

        bool operator==(const Choice &) const = default;
    };

    static QString word(const Choice &choice);
    /// The list to choose from; \a present is in it whatever its separator is.
    static QList<SentenceCombo::Entry> entries(const Choice &present);
    static QVariant value(const Choice &choice);
    static Choice choiceOf(const QVariant &value);
    /// What a property that is sent as \a field is.
    static Choice choiceOf(const Field &field, PropertyType type);
};

} // namespace rowlift::ui
