#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"

#include <QJsonObject>
#include <QString>

namespace rowlift {

// Files of our own below the folder of drafts: sheets of workbooks as text, pasted cells, copies, the failed
// rows of an earlier load. Each lies in a folder of its own beside a mark, which is written anew whenever the
// file is used. Nobody changes such a file: runs go on with it, and their reports read it.

/// Names what is made, as \a kind and \a more say, of the file \a path as it is by \a stamp.
QByteArray keptKey(const QString &kind, const QString &path, const FileStamp &stamp,
                   const QByteArray &more = {});

/// The folder for what \a key names, made when it is not there, for its owner alone. It is marked as one
/// whose file is yet to come, so that what an abort leaves there is forgotten. Fails with Storage.
Result<QString> keptFolder(const QString &drafts, const QByteArray &key);

/// What was noted when the file \a path was used last; empty when it is no file of ours.
QJsonObject keptMark(const QString &path);

/// Notes that \a path is in use. What cannot be noted is no error: it is only forgotten earlier.
void markKept(const QString &path, const QJsonObject &facts);
/// The same with the facts noted before; does nothing when \a path is no file of ours.
void markKept(const QString &path);

/// Removes the sheets that were last used more than 30 days before \a path, which is in use now, and what an
/// abort left as long ago. A sheet can be made anew of its workbook; nothing else can, and imports may need
/// it: pasted cells, copies and failed rows stay.
void forgetOldKept(const QString &drafts, const QString &path);

} // namespace rowlift
