#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

namespace rowlift {

// Files of our own below the folder of drafts: sheets of workbooks as text, pasted cells. Each lies in a
// folder of its own beside a mark, which is written anew whenever the file is used.

/// The folder for what \a key names, made when it is not there, for its owner alone. Fails with Storage.
Result<QString> keptFolder(const QString &drafts, const QByteArray &key);

/// What was noted when the file \a path was used last; empty when it is no file of ours.
QJsonObject keptMark(const QString &path);

/// Notes that \a path is in use. What cannot be noted is no error: it is only forgotten earlier.
void markKept(const QString &path, const QJsonObject &facts);
/// The same with the facts noted before; does nothing when \a path is no file of ours.
void markKept(const QString &path);

/// Removes what was last used more than 30 days before \a path, which is in use now.
void forgetOldKept(const QString &drafts, const QString &path);

} // namespace rowlift
