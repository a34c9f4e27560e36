#pragma once

#include "app/base/result.h"
#include "app/service/dotdigital/api.h"
#include "app/service/service.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace rowlift::dotdigital {

/// A collection of insight data, as far as the account tells.
struct Collection {
    QString name;
    QString scope = {}; ///< "contact" or "account"; empty: it is not told.
    QString type = {}; ///< "custom", "orders" …; empty: it is not told.

    bool operator==(const Collection &) const = default;
};

/// The collections of an account, and by which version of the interface they are known.
struct Collections {
    bool hasV3 = false;
    std::vector<Collection> all;

    /// In any case of letters. Null when there is none.
    const Collection *named(const QString &name) const;
};

/// Version 3 where the account has it. An account without insight data has none.
/// Source: contracts/dotdigital.md, 4.1 and 5.
Result<Collections> readCollections(Api &api, std::stop_token stop);

/// What the members of the records of \a collection are, as version 3 tells: entries with name, mode, type
/// and fields. Nothing when it does not know.
Result<std::optional<QJsonArray>> readMembers(Api &api, const QString &collection, std::stop_token stop);

/// The pages of a list that comes in pages of a thousand, one after the other.
/// \a path: "/v2/address-books".
Result<QJsonArray> readPages(Api &api, const QString &path, std::stop_token stop);

/// A member of an object in any case of letters: both versions of the documentation are about.
QString memberText(const QJsonObject &object, QLatin1StringView name);

/// What is known of \a collection as a document, which is kept: Dotdigital has none that holds it all.
QByteArray insightDocument(const QString &collection, const Collections &there,
                           const std::optional<QJsonArray> &members);

ObjectInfo collectionObject(const QString &name);

/// The collection that an import makes, as Service::newObject() does.
Result<ObjectInfo> newCollection(const QString &name, const std::vector<ObjectInfo> &there);

} // namespace rowlift::dotdigital
