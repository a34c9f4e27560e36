#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringList>
#include <QUrl>

#include <unistd.h>

/// Looks for secrets where none may be: in files, and in what processes show of themselves to everybody.
namespace rowlift::testing {

/// A secret in the shapes in which it could slip into a file.
inline QList<QByteArray> shapesOf(const QString &secret)
{
    const QByteArray plain = secret.toUtf8();
    const QByteArray wide(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
    QList<QByteArray> shapes { plain, plain.toHex(), QUrl::toPercentEncoding(secret), wide };
    // Base64 depends on what stands before: three alignments, without the letters at the edges.
    for (int before = 0; before < 3; ++before) {
        const QByteArray coded = (QByteArray(before, 'x') + plain).toBase64(QByteArray::OmitTrailingEquals);
        shapes << coded.mid(before == 0 ? 0 : before + 1).chopped(2);
    }
    // A few letters stand in any bytes by chance.
    shapes.removeIf([&plain](const QByteArray &shape) { return shape != plain && shape.size() < 8; });
    return shapes;
}

inline bool holdsSecret(const QByteArray &bytes, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        for (const QByteArray &shape : shapesOf(secret)) {
            if (bytes.contains(shape))
                return true;
        }
    }
    return false;
}

/// The files below \a folders that hold one of \a secrets in any of its shapes; hidden ones too.
inline QStringList filesWithSecrets(const QStringList &folders, const QStringList &secrets)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly)
                && holdsSecret(file.readAll(), secrets))
                found << file.fileName();
        }
    }
    return found;
}

/// The processes of this user whose arguments or environment hold one of \a secrets.
inline QStringList processesWithSecrets(const QStringList &secrets)
{
    QStringList found;
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const QString folder = QStringLiteral("/proc/") + process;
        if (!process.front().isDigit() || QFileInfo(folder).ownerId() != ::getuid())
            continue;
        for (const QString &name : { QStringLiteral("/cmdline"), QStringLiteral("/environ") }) {
            QFile file(folder + name);
            if (file.open(QIODevice::ReadOnly) && holdsSecret(file.readAll(), secrets))
                found << file.fileName();
        }
    }
    return found;
}

} // namespace rowlift::testing
