#include "app/workbook/bad_workbook.h"
#include "app/workbook/book.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// The directory of a compound file ([MS-CFB] 2.2), as far as it is needed to see the names of its streams.
QByteArray compoundDirectory(QFile &file, const QByteArray &header)
{
    constexpr qsizetype sectorShiftAt = 30;
    constexpr qsizetype firstDirectorySectorAt = 48;
    constexpr qint64 enough = 16 * 1024;
    const auto shift = qFromLittleEndian<quint16>(header.constData() + sectorShiftAt);
    const auto sector = qFromLittleEndian<quint32>(header.constData() + firstDirectorySectorAt);
    if (shift > 12 || !file.seek((qint64(sector) + 1) << shift))
        return {};
    return file.read(enough);
}

QByteArray utf16(QStringView name)
{
    QByteArray bytes;
    for (const QChar c : name)
        bytes.append(static_cast<char>(c.unicode() & 0xFF)).append(static_cast<char>(c.unicode() >> 8));
    return bytes;
}

/// An Office file inside a compound file: Excel hides a workbook with a password there, .xls is one itself.
Result<bool> judgeCompound(QFile &file, const QByteArray &header)
{
    const QByteArray directory = compoundDirectory(file, header);
    if (directory.contains(utf16(u"EncryptedPackage")))
        return tl::unexpected(protectedWorkbook());
    if (directory.contains(utf16(u"Workbook")) || directory.contains(utf16(u"Book")))
        return tl::unexpected(oldWorkbook());
    return false;
}

/// A zip file that breaks off has no list of what is in it; its first parts have names, though.
bool beginsLikeWorkbook(const QByteArray &head)
{
    return head.contains("xl/") || (head.contains("[Content_Types].xml") && !head.contains("word/"));
}

} // namespace

Result<bool> isWorkbook(const QString &path)
{
    constexpr qint64 headBytes = 4096;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would wait for its other end
        return false;
    const QByteArray head = file.read(headBytes);
    if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && head.size() >= 512)
        return judgeCompound(file, head);
    if (!head.startsWith("PK\x03\x04"))
        return false;
    const auto package = Package::open(path);
    if (!package)
        return beginsLikeWorkbook(head) ? Result<bool>(tl::unexpected(package.error())) : false;
    if (package->has(u"xl/workbook.bin"_s))
        return tl::unexpected(binaryWorkbook());
    return !bookPartOf(*package).isEmpty();
}

} // namespace rowlift
