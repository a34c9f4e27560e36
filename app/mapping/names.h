#pragma once

#include <QString>
#include <QStringList>

namespace rowlift {

/// The words of a column's or field's name: lower case, no accents, "ß" as "ss", "ä" and "ae" alike; cut at
/// blanks, signs, digits and inner capitals. "E-Mail 2Address" gives e, mail, 2, address.
QStringList nameWords(QStringView name);

/// The words without anything between them: two names that differ in spelling only are equal in this form.
QString compactName(QStringView name);

/// Steps of inserting, deleting, changing or swapping a letter between \a a and \a b; \a most + 1 when there
/// are more.
int editDistance(QStringView a, QStringView b, int most);

/// How many pairs of letters \a a and \a b share, 0 … 1.
double likeness(QStringView a, QStringView b);

} // namespace rowlift
