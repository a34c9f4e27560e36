#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/job.h"
#include "app/practice/salesforce/records.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <vector>

namespace rowlift::practice::salesforce {

/// Rows of one internal chunk that go to one of the result files. They are written in an order of their own.
class ChunkRows {
public:
    QByteArray &next();
    bool isEmpty() const { return m_ends.empty(); }
    /// All rows, shuffled by \a seed unless that is 0; forgets them.
    QByteArray take(quint64 seed);

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

/// One growing result file and the ends of its chunks, so that it can be served in another order than it was
/// written.
class ResultFile {
public:
    /// \a name without the folder: "successful" or "failed".
    ResultFile(const QString &folder, const QString &name);
    /// Cuts the file to what was committed: \a bytes in \a chunks.
    bool open(qint64 bytes, qint64 chunks);
    void append(const QByteArray &rows);
    bool flush();
    qint64 size() const { return m_size; }

private:
    QFile m_rows;
    QFile m_ends;
    qint64 m_size = 0;
};

/// The body of successfulResults or failedResults: \a head and the chunks of the file, shuffled by \a seed
/// unless that is 0.
std::shared_ptr<BodySource> resultBody(const QByteArray &head, const QString &folder, const QString &name,
                                       quint64 seed);
/// A header and a part of a file from an offset on.
std::shared_ptr<BodySource> tailBody(const QByteArray &head, const QString &path, qint64 offset);
/// The seed of a job's order: the same in every run.
quint64 shuffleSeed(const QByteArray &job);

} // namespace rowlift::practice::salesforce
