#pragma once

#include "app/practice/dotdigital/database.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace rowlift::practice::dotdigital {

/// Hands what is stored, as JSON lines, to \a line until that returns false: `contacts`, `collections`,
/// `imports`, `addressBooks`, `dataFields`, or the records of a collection. False for an unknown name.
bool viewRecords(Database &database, const QString &object,
                 const std::function<bool(const QByteArray &)> &line);

} // namespace rowlift::practice::dotdigital
