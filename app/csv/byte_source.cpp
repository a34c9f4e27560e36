#include "app/csv/byte_source.h"

#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <unistd.h>
#endif

namespace rowlift {

namespace {

struct SourceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FileSource)
};

Error notThere(const QString &name)
{
    return badInput(
        SourceWords::tr("There is no file “%1”. Check the name, or choose the file again.").arg(name));
}

Error notReadable(const QString &name, const QString &why)
{
    return badInput(
        SourceWords::tr("“%1” may not be read. It may be open in another program or belong to somebody "
                        "else: close it there, or work with a copy.")
            .arg(name),
        why);
}

} // namespace

FileSource::FileSource(const QString &path)
    : m_file(path)
{
}

Result<std::unique_ptr<FileSource>> FileSource::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo facts(path);
    if (path.isEmpty() || !facts.exists())
        return tl::unexpected(notThere(name));
    if (facts.isDir())
        return tl::unexpected(badInput(SourceWords::tr("“%1” is a folder. Choose a file in it.").arg(name)));
    if (!facts.isFile())
        return tl::unexpected(
            badInput(SourceWords::tr("“%1” is no ordinary file. Choose a file.").arg(name)));
    std::unique_ptr<FileSource> source(new FileSource(path)); // the constructor is private
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(notReadable(name, source->m_file.errorString()));
    source->m_size = source->m_file.size();
    return source;
}

bool FileSource::canBeReadByThreads() const
{
#ifdef Q_OS_UNIX
    return true; // pread() moves no position that they would share
#else
    return false;
#endif
}

/// One read of the system: fewer bytes than wanted, or what is not above 0 at the end or when it fails.
qint64 FileSource::readOnce(qint64 offset, std::span<char> into)
{
#ifdef Q_OS_UNIX
    for (;;) {
        const ssize_t got = ::pread(m_file.handle(), into.data(), into.size(), offset);
        if (got >= 0 || errno != EINTR)
            return got;
    }
#else
    if (m_file.pos() != offset && !m_file.seek(offset))
        return -1;
    return m_file.read(into.data(), static_cast<qint64>(into.size()));
#endif
}

Result<qint64> FileSource::read(qint64 offset, std::span<char> into)
{
    if (offset >= m_size)
        return qint64(0);
    const qint64 wanted = std::min(static_cast<qint64>(into.size()), m_size - offset);
    qint64 done = 0;
    while (done < wanted) {
        const auto rest
            = into.subspan(static_cast<std::size_t>(done), static_cast<std::size_t>(wanted - done));
        const qint64 got = readOnce(offset + done, rest);
        if (got <= 0) { // 0: it has become shorter
            return tl::unexpected(
                badInput(SourceWords::tr(
                             "“%1” cannot be read any more. Check that the drive is connected and the file "
                             "is still there.")
                             .arg(QDir::toNativeSeparators(m_file.fileName())),
                         got < 0 ? qt_error_string() : QString()));
        }
        done += got;
    }
    return done;
}

MemorySource::MemorySource(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Result<qint64> MemorySource::read(qint64 offset, std::span<char> into)
{
    if (offset >= m_bytes.size())
        return qint64(0);
    const qint64 count = std::min(static_cast<qint64>(into.size()), m_bytes.size() - offset);
    std::copy_n(m_bytes.constData() + offset, count, into.data());
    return count;
}

FileStamp FileStamp::of(const QString &path)
{
    const QFileInfo facts(path);
    return { .size = facts.size(), .modified = facts.lastModified().toUTC() };
}

} // namespace rowlift
