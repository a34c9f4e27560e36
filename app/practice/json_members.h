#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace rowlift::practice {

/// Members of a stored record, in order: names, and values as JSON writes them.
using Members = QList<std::pair<QByteArray, QByteArray>>;
/// Of a flat JSON object without blanks, as dataOf() makes one.
Members membersOf(const QByteArray &data);
QByteArray dataOf(const Members &members);

} // namespace rowlift::practice
