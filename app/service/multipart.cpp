#include "app/service/multipart.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace rowlift {

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

/// 128 bits of the system's chance: nobody can have put it into a file beforehand.
QByteArray newBoundary()
{
    std::array<quint32, 4> chance;
    QRandomGenerator::system()->fillRange(chance.data(), qsizetype(chance.size()));
    QByteArray digits;
    for (const quint32 number : chance)
        digits += QByteArray::number(number, 16).rightJustified(8, '0');
    return "------------------------" + digits;
}

} // namespace

FileFrame frameAround(const QString &path, const QString &suffix)
{
    const QByteArray boundary = newBoundary();
    return { .contentType = "multipart/form-data; boundary=" + boundary,
             .before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                 + plainName(path, suffix) + "\"\r\nContent-Type: text/csv\r\n\r\n",
             .behind = "\r\n--" + boundary + "--\r\n" };
}

} // namespace rowlift
