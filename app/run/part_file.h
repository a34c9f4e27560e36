#pragma once

#include "app/base/result.h"
#include "app/service/job_kind.h"

#include <QFile>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

struct XXH3_state_s;

namespace rowlift {

/// The file of a part while it is written: for its owner alone, and gone again unless it was finished. It is
/// not forced onto the disk: its size and hash tell whether it is whole after a power cut, and if not it is
/// made again.
class PartFileWriter {
public:
    /// \a hashes: the hash is wanted.
    PartFileWriter(const Encoder &encoder, bool hashes);
    ~PartFileWriter();
    Q_DISABLE_COPY_MOVE(PartFileWriter)

    /// Begins the file \a path. One that is there is written over if \a replaces, else it is an error.
    Done begin(const QString &path, bool replaces);
    bool isOpen() const { return m_file.isOpen(); }
    /// Records with a separator behind each.
    Done append(std::string_view records);
    Done finish();

    qint64 bytes() const { return m_bytes; } ///< Of the finished file.
    quint64 hash() const { return m_hash; } ///< XXH3 of it; 0: not wanted.

private:
    Done put(std::string_view bytes);
    Done flush();
    Done write(std::string_view bytes);
    Done failed() const;

    QByteArray m_prologue;
    QByteArray m_separator;
    QByteArray m_epilogue;
    QFile m_file;
    bool m_isEmpty = true; ///< No record is in it.
    OutBuffer m_waiting; ///< Small pieces go to the disk together.
    qint64 m_bytes = 0;
    quint64 m_hash = 0;
    std::unique_ptr<XXH3_state_s, std::function<void(XXH3_state_s *)>> m_state; ///< None: not wanted.
};

/// The hash of a whole file, as PartFileWriter::hash(). Cancelled at latest a block after \a stop.
Result<quint64> hashOfFile(const QString &path, const std::stop_token &stop);

} // namespace rowlift
