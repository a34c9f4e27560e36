#include "app/draft/kept_files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct KeptWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::KeptFiles)
};

constexpr qint64 keptDays = 30;
constexpr QLatin1StringView markName { "rowlift-kept.json" };
constexpr auto ownFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr auto ownFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

constexpr QLatin1StringView sheetKind { "sheet" };
constexpr QLatin1StringView comingKind { "coming" }; ///< The file is not there yet.

QString markPath(const QString &path)
{
    return QFileInfo(path).path() + u'/' + markName;
}

QJsonObject factsFrom(const QByteArray &bytes)
{
    const QJsonObject facts = QJsonDocument::fromJson(bytes).object();
    return facts.contains(u"kind") ? facts : QJsonObject();
}

QJsonObject factsIn(const QString &mark)
{
    QFile file(mark);
    return file.open(QIODevice::ReadOnly) ? factsFrom(file.readAll()) : QJsonObject();
}

bool canBeForgotten(const QString &mark)
{
    const QString kind = factsIn(mark)[u"kind"].toString();
    return kind == sheetKind || kind == comingKind;
}

} // namespace

QByteArray keptKey(const QString &kind, const QString &path, const FileStamp &stamp, const QByteArray &more)
{
    const QStringList parts { kind, path, QString::number(stamp.size),
                              stamp.modified.toString(Qt::ISODateWithMs) };
    return parts.join(u'\n').toUtf8() + '\n' + more;
}

Result<QString> keptFolder(const QString &drafts, const QByteArray &key)
{
    const QByteArray name = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().first(32);
    const QString folder = QDir(drafts).absoluteFilePath(QString::fromLatin1(name));
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, ownFolder)) {
        const QString inside = folder + u'/';
        if (!QFileInfo::exists(markPath(inside)))
            markKept(inside, { { u"kind"_s, QString(comingKind) } });
        return folder;
    }
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence
                = KeptWords::tr("The folder “%1” cannot be written. Is there room, and may you write there?")
                      .arg(QDir::toNativeSeparators(drafts)),
                .detail = folder,
                .retryAfter = {} });
}

QJsonObject keptMark(const QString &path)
{
    return factsIn(markPath(path));
}

void markKept(const QString &path, const QJsonObject &facts)
{
    QSaveFile file(markPath(path));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(ownFile);
    file.write(QJsonDocument(facts).toJson(QJsonDocument::Compact));
    file.commit();
}

void markKept(const QString &path)
{
    QFile file(markPath(path));
    if (!file.exists() || !file.open(QIODevice::ReadWrite))
        return;
    const QByteArray facts = file.readAll();
    if (!factsFrom(facts).isEmpty() && file.seek(0))
        file.write(facts); // the same bytes: who reads them meanwhile sees nothing of it but the new time
}

void forgetOldKept(const QString &drafts, const QString &path)
{
    const QDateTime now = QFileInfo(markPath(path)).lastModified(); // the disk's own clock
    QDirIterator walk(drafts, QDir::Dirs | QDir::NoDotAndDotDot);
    while (walk.hasNext()) {
        const QDir folder(walk.next());
        const QFileInfo mark(folder.filePath(markName));
        if (mark.exists() && mark.lastModified().daysTo(now) > keptDays && canBeForgotten(mark.filePath()))
            QDir(folder).removeRecursively();
    }
}

} // namespace rowlift
