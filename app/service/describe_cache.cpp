#include "app/service/describe_cache.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

// A file is the Last-Modified line, then the document as it came.

DescribeCache::DescribeCache(QString folder)
    : m_folder(std::move(folder))
{
}

std::optional<DescribeCache::Entry> DescribeCache::find(const QUuid &account, const QString &object) const
{
    QFile file(fileOf(account, object));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Entry entry;
    entry.lastModified = file.readLine().trimmed();
    entry.document = file.readAll();
    if (entry.document.isEmpty())
        return std::nullopt;
    return entry;
}

Done DescribeCache::store(const QUuid &account, const QString &object, const Entry &entry) const
{
    QDir().mkpath(folderOf(account));
    QSaveFile file(fileOf(account, object));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(entry.lastModified + '\n') >= 0
        && file.write(entry.document) == entry.document.size() && file.commit();
    if (written)
        return {};
    return tl::unexpected(Error {
        .kind = Error::Kind::Storage,
        .sentence = QCoreApplication::translate("rowlift::DescribeCache",
                                                "The list of fields could not be kept in %1. Check the disk.")
                        .arg(QDir::toNativeSeparators(folderOf(account))),
        .detail = file.errorString(),
        .retryAfter = {} });
}

void DescribeCache::forget(const QUuid &account) const
{
    QDir(folderOf(account)).removeRecursively();
}

QString DescribeCache::folderOf(const QUuid &account) const
{
    return m_folder + u'/' + account.toString(QUuid::WithoutBraces);
}

QString DescribeCache::fileOf(const QUuid &account, const QString &object) const
{
    // Percent-encoded, so that no object's name can climb out of the folder.
    const QByteArray name = QUrl::toPercentEncoding(object, {}, ".");
    return folderOf(account) + u'/' + QString::fromLatin1(name) + u".describe"_s;
}

} // namespace rowlift
