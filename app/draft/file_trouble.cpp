#include "app/draft/file_trouble.h"

#include "app/csv/byte_source.h"
#include "app/draft/kept_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <vector>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct TroubleWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FileTrouble)
};

Done copyInto(FileSource &source, const QString &target, const Progress &progress,
              const std::stop_token &stop)
{
    constexpr std::size_t blockBytes = std::size_t(1) << 20;
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly))
        return tl::unexpected(cannotKeep(target, copy.errorString()));
    copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    std::vector<char> block(blockBytes);
    for (qint64 done = 0; done < source.size();) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto got = source.read(done, block);
        if (!got)
            return tl::unexpected(got.error());
        if (copy.write(block.data(), *got) != *got)
            return tl::unexpected(cannotKeep(target, copy.errorString()));
        done += *got;
        progress.tell(done, source.size());
    }
    if (!copy.commit())
        return tl::unexpected(cannotKeep(target, copy.errorString()));
    return {};
}

} // namespace

Error cannotKeep(const QString &target, const QString &why)
{
    return { .kind = Error::Kind::Storage,
             .sentence = TroubleWords::tr("The copy cannot be written to “%1”. Check that there is room.")
                             .arg(QDir::toNativeSeparators(QFileInfo(target).path())),
             .detail = why,
             .retryAfter = {} };
}

FileTrouble troubleWith(const QString &path)
{
    if (!QFileInfo::exists(path))
        return FileTrouble::Gone;
    QFile file(path);
    if (QFileInfo(path).isFile() && !file.open(QIODevice::ReadOnly))
        return FileTrouble::Locked;
    // One that exists and opens, but whose drive has gone, cannot give its first byte.
    char first = 0;
    if (file.isOpen() && file.size() > 0 && file.read(&first, 1) != 1)
        return FileTrouble::Gone;
    return FileTrouble::None;
}

bool isOpenElsewhere(const QString &path)
{
    const QFileInfo facts(path);
    const QDir folder = facts.dir();
    return folder.exists(u".~lock.%1#"_s.arg(facts.fileName())) || folder.exists(u"~$"_s + facts.fileName());
}

QString placeOf(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const bool drive = native.size() > 1 && native[1] == u':';
    return drive ? native.left(2) : QDir::toNativeSeparators(QFileInfo(path).path());
}

Result<QString> copyForReading(const QString &path, const QString &drafts, const Progress &progress,
                               std::stop_token stop)
{
    const FileStamp stamp = FileStamp::of(path);
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    const auto folder = keptFolder(drafts, keptKey(u"copy"_s, path, stamp));
    if (!folder)
        return tl::unexpected(folder.error());
    const QString copy = *folder + u'/' + QFileInfo(path).fileName();
    if (!QFileInfo::exists(copy)) {
        if (const Done copied = copyInto(**source, copy, progress, stop); !copied)
            return tl::unexpected(copied.error());
    }
    markKept(copy, { { u"kind"_s, u"copy"_s } });
    forgetOldKept(drafts, copy);
    return copy;
}

} // namespace rowlift
