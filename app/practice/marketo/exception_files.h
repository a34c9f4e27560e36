#pragma once

#include "app/practice/csv_rows.h"
#include "app/practice/http_message.h"
#include "app/practice/marketo/import_job.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace rowlift::practice::marketo {

/// The two files that a job names rows in.
enum class Exceptions { Failures, Warnings };

/// One of them while it is written. It begins with the header when the first row comes.
class ExceptionFile {
public:
    ExceptionFile(const ImportJob &job, Exceptions which, const QString &folder);
    /// Goes on behind \a bytes; what a killed server wrote beyond them is dropped.
    bool open(qint64 bytes);
    void setHeader(const CsvRows::Row &header);
    void add(const CsvRows::Row &row, const QByteArray &reason);
    void flush();
    qint64 size() const { return m_size; }

private:
    void line(std::string_view cells, std::size_t count, std::string_view last);

    QFile m_file;
    char m_delimiter;
    Exceptions m_which;
    QByteArray m_header;
    std::size_t m_columns = 0;
    QByteArray m_pending;
    qint64 m_size = 0;
};

/// The reply to failures.json and warnings.json. Source: contracts/marketo.md, 9.5 and 9.6. With \a compact
/// the columns that are empty in the first row are left out of the header, and all empty cells.
Response exceptionReply(const ImportJob &job, Exceptions which, const QString &folder, bool compact);
/// True when no row is named there.
bool hasNone(Exceptions which, const QString &folder);

} // namespace rowlift::practice::marketo
