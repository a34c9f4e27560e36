#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>
#include <string_view>

namespace rowlift::practice {

/// Walks the records of a well-formed CSV file without taking them apart, many times as fast as CsvRows.
class PlainRecords {
public:
    explicit PlainRecords(const QString &path);
    bool isOpen() const { return m_file.isOpen(); }
    void seek(qint64 offset);
    /// The next record with its line end; valid until the next call. False at the end of the file.
    bool next(std::string_view *record);

private:
    bool fill();

    QFile m_file;
    QByteArray m_block;
    qsizetype m_at = 0; ///< Where the next record begins.
};

/// The form of a CSV file that PlainRecords can be trusted with.
struct PlainForm {
    char delimiter = ',';
    bool crLf = false;
    std::size_t columns = 0;
};

/// How many records a file holds from \a offset on, or nothing when one of them has another number of cells,
/// another line end, or quotes that are not RFC 4180's.
std::optional<qint64> plainRecordsIn(const QString &path, qint64 offset, const PlainForm &form);

} // namespace rowlift::practice
