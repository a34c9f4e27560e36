#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QString>

#include <memory>
#include <span>

namespace rowlift {

/// Bytes that can be read from any position. One reader at a time, but for those that can be read by threads.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0; ///< In bytes.
    /// Reads up to `into.size()` bytes at \a offset; fewer only at the end. Fails with BadInput when the file
    /// has gone.
    virtual Result<qint64> read(qint64 offset, std::span<char> into) = 0;
    /// Several threads may read at once.
    virtual bool canBeReadByThreads() const { return false; }
};

/// A file on disk, read in plain blocks: nothing is mapped, so that a drive which vanishes is an error and no
/// crash.
class FileSource : public ByteSource {
public:
    /// Fails with a sentence for the person when there is no such file, it is a folder, or it may not be
    /// read.
    static Result<std::unique_ptr<FileSource>> open(const QString &path);

    qint64 size() const override { return m_size; }
    Result<qint64> read(qint64 offset, std::span<char> into) override;
    bool canBeReadByThreads() const override;

private:
    explicit FileSource(const QString &path);
    qint64 readOnce(qint64 offset, std::span<char> into);

    QFile m_file;
    qint64 m_size = 0;
};

/// Bytes in memory (pasted cells, tests).
class MemorySource : public ByteSource {
public:
    explicit MemorySource(QByteArray bytes);

    qint64 size() const override { return m_bytes.size(); }
    Result<qint64> read(qint64 offset, std::span<char> into) override;
    bool canBeReadByThreads() const override { return true; }

private:
    QByteArray m_bytes;
};

/// What tells whether a file is still the one that was looked at.
struct FileStamp {
    qint64 size = 0;
    QDateTime modified; ///< UTC

    static FileStamp of(const QString &path);
    bool operator==(const FileStamp &) const = default;
};

} // namespace rowlift
