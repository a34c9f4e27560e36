#pragma once

#include "app/base/result.h"
#include "app/draft/draft.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace rowlift {

QJsonObject toJson(const Draft &draft);
/// Fails with BadInput when \a json is no draft, or of a newer version of the program.
Result<Draft> draftFrom(const QJsonObject &json);

} // namespace rowlift
