#pragma once

#include <QByteArray>
#include <QMap>

namespace rowlift::practice::salesforce {

/// The parts of a small multipart body by their names. \a contentType is the whole header with the boundary.
QMap<QByteArray, QByteArray> multipartParts(const QByteArray &body, const QByteArray &contentType);

} // namespace rowlift::practice::salesforce
