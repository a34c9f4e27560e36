#pragma once

#include "app/csv/column_look.h"
#include "app/mapping/concepts.h"
#include "app/schema/schema.h"

namespace rowlift {

/// What the examples of a column say to a field.
enum class Fit {
    Clash, ///< The field would refuse them, or they are about something else.
    Silent, ///< There are none, or they could be anything.
    Supports
};

/// Whether values like \a examples can be meant for \a field, by its type and list.
Fit fitOfType(const QStringList &examples, const Field &field);
/// Whether they are what \a what is about: a salutation is no job title.
Fit fitOfConcept(const QStringList &examples, Concept what);

/// "Mr.", "Frau", "Mme" …: most of them.
bool areSalutations(const QStringList &examples);
/// "linkedin.com/in/anna": all of them are profiles of people.
bool arePersonProfiles(const QStringList &examples);
/// "+49 30 …": most of them are digits with something between.
bool arePhoneNumbers(const QStringList &examples);
/// "DE", "FR": most of them are two or three capitals.
bool areCountryCodes(const QStringList &examples);

} // namespace rowlift
