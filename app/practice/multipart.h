#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace rowlift::practice {

/// One part of a `multipart/form-data` body.
struct FormPart {
    QString name;
    bool isFile = false; ///< It came with a file name.
    QByteArray content;
    QString fileName = {};
};

/// The parts of a multipart body, or nothing when it is not whole. \a contentType is the whole header with
/// the boundary. Bytes before the first and behind the closing boundary do not count.
std::optional<QList<FormPart>> formParts(const QByteArray &body, const QByteArray &contentType);
/// The first part of that name; null when there is none.
const FormPart *partNamed(const QList<FormPart> &parts, const QString &name);

} // namespace rowlift::practice
