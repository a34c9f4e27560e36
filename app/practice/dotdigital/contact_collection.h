#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace rowlift::practice::dotdigital {

/// The body of `import-collection`: contacts as JSON instead of a file. Source: contracts/dotdigital.md, 6.3.
struct ContactCollection {
    QByteArray csv; ///< The contacts as a file would have them; empty when there are none.
    QList<qint64> books;
    QString mergeOption;
};

/// \a body has its member names in lower case.
ContactCollection contactCollection(const QJsonObject &body);

} // namespace rowlift::practice::dotdigital
