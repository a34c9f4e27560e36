#pragma once

#include "app/csv/dialect.h"

#include <QJsonObject>

namespace rowlift {

// Dialects in drafts, plans and profiles. What stands at its default is left out, and what is missing is read
// as the default, so that older files stay right.

QJsonObject toJson(const Dialect &dialect);
Dialect dialectFromJson(const QJsonObject &json);

/// Only what the person has fixed is written.
QJsonObject toJson(const DialectChoice &choice);
DialectChoice dialectChoiceFromJson(const QJsonObject &json);

} // namespace rowlift
