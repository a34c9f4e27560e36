#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>

namespace rowlift {

/// The members of a mapping's JSON, read strictly: what is there but is no value of its kind would send
/// something else when it were passed over, so it is BadInput with the member in the detail. Absent ones, and
/// null, are the standard value.
Result<QString> textAt(const QJsonObject &json, QLatin1StringView member);
/// A whole number from \a least to \a most; absent: 0.
Result<int> numberAt(const QJsonObject &json, QLatin1StringView member, int least, int most);
Result<bool> flagAt(const QJsonObject &json, QLatin1StringView member);
Result<QStringList> textsAt(const QJsonObject &json, QLatin1StringView member);
Result<QJsonObject> objectAt(const QJsonObject &json, QLatin1StringView member);
/// Its members are objects.
Result<std::vector<QJsonObject>> objectsAt(const QJsonObject &json, QLatin1StringView member);

/// Fails when \a json has others than \a known: each would say something of what is sent.
Result<void> onlyMembers(const QJsonObject &json, std::initializer_list<QLatin1StringView> known);

/// The error of a \a member whose value is not known here.
tl::unexpected<Error> notKnown(QLatin1StringView member, const QJsonValue &value);

} // namespace rowlift
