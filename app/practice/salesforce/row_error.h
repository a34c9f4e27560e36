#pragma once

#include "app/practice/salesforce/catalog.h"

#include <QByteArray>
#include <QByteArrayList>

#include <utility>
#include <vector>

namespace rowlift::practice::salesforce {

/// Why a record was refused.
struct RowError {
    QByteArray code;
    QByteArray message;
    QByteArrayList fields;
    QByteArrayList duplicates = {}; ///< Ids that a duplicate rule found.
    bool mayPass = false; ///< The duplicate rule only warns.
    bool malformed = false; ///< JSON calls: the whole request is refused for it.

    /// As `sf__Error` prints it. Source: contracts/salesforce.md, 3.8.
    QByteArray text() const
    {
        return code + ':' + message + ':' + (fields.isEmpty() ? QByteArray("--") : fields.join(',') + " --");
    }
};

/// What a record is to be given: fields of its object and JSON literals.
using Values = std::vector<std::pair<const Field *, QByteArray>>;

} // namespace rowlift::practice::salesforce
