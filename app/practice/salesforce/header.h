#pragma once

#include "app/practice/salesforce/catalog.h"

#include <QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace rowlift::practice::salesforce {

enum class Operation { Insert, Update, Upsert, Delete };

/// What one column of an upload, or one member of a JSON record, is written to.
struct Column {
    const Field *field = nullptr; ///< The field to write; the reference field for `Rel.Key`.
    const Object *parent = nullptr; ///< For `Rel.Key`: the object to look in.
    QByteArray parentKey; ///< For `Rel.Key`: the key's name as the describe spells it; else empty.
    const Field *parentField = nullptr; ///< The same as a field.
    bool miscased = false;
};

/// The columns of an upload, or why the whole job fails.
struct Header {
    std::vector<Column> columns;
    QByteArray error; ///< As the job's errorMessage prints it; empty when all is well.
};

/// Finds the fields that a header names. Source: contracts/salesforce.md, sections 3.9, 4 and 4.1.
Header resolvedHeader(const Catalog &catalog, const Object &object, Operation operation,
                      const QByteArray &externalId, const std::vector<std::string_view> &names);

/// The column that `Rel.Key` names, or `Object:Rel.Key` where the reference takes several kinds. Source:
/// contracts/salesforce.md, 4.1.
std::optional<Column> parentColumn(const Catalog &catalog, const Object &object, std::string_view name);

} // namespace rowlift::practice::salesforce
