#include "app/service/marketo/multipart.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPartName = 60;

bool isPlainInName(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
}

QByteArray plainName(const QString &path, const QString &suffix)
{
    QString name = QFileInfo(path).fileName().left(longestPartName);
    std::ranges::replace_if(
        name, [](QChar c) { return !isPlainInName(c); }, QChar(u'-'));
    const QString ending = u'.' + suffix;
    return (name.endsWith(ending) ? name : name + ending).toLatin1();
}

} // namespace

FileFrame frameAround(const QString &path, const QString &suffix, const QByteArray &salt)
{
    const QByteArray hash
        = QCryptographicHash::hash(path.toUtf8() + salt, QCryptographicHash::Sha256).toHex().left(40);
    const QByteArray boundary = "rowlift-" + hash;
    return { .contentType = "multipart/form-data; boundary=" + boundary,
             .before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                 + plainName(path, suffix) + "\"\r\nContent-Type: text/csv\r\n\r\n",
             .behind = "\r\n--" + boundary + "--\r\n" };
}

} // namespace rowlift::marketo
