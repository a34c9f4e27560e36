#include "app/draft/file_notes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct NotesWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FileNotes)
};

QString notesPath(const QString &folder, const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return folder + u"/notes/"_s + QString::fromLatin1(name.left(32)) + u".json"_s;
}

QString stampText(const FileStamp &stamp)
{
    return QString::number(stamp.size) + u' ' + stamp.modified.toString(Qt::ISODateWithMs);
}

} // namespace

FileNotes readFileNotes(const QString &folder, const QString &path, const FileStamp &stamp)
{
    QFile file(notesPath(folder, path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json["stamp"_L1].toString() != stampText(stamp))
        return {};
    FileNotes notes { .settled = {}, .plainFile = json["plainFile"_L1].toBool() };
    for (const QJsonValue &id : json["settled"_L1].toArray())
        notes.settled << id.toString();
    return notes;
}

Done saveFileNotes(const QString &folder, const QString &path, const FileStamp &stamp, const FileNotes &notes)
{
    const QString target = notesPath(folder, path);
    const QJsonObject json { { u"stamp"_s, stampText(stamp) },
                             { u"settled"_s, QJsonArray::fromStringList(notes.settled) },
                             { u"plainFile"_s, notes.plainFile } };
    QDir().mkpath(folder + u"/notes"_s);
    QSaveFile file(target);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(json).toJson(QJsonDocument::Compact)) > 0 && file.commit();
    if (written)
        return {};
    return tl::unexpected(Error { .kind = Error::Kind::Storage,
                                  .sentence = NotesWords::tr("Your answer could not be kept for the next "
                                                             "time. Check that there is room on the disk."),
                                  .detail = file.errorString(),
                                  .retryAfter = {} });
}

} // namespace rowlift
