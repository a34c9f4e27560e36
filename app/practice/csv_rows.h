#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <string_view>
#include <vector>

namespace rowlift::practice {

/// Reads a CSV file strictly, record by record, in blocks. The server's own parser: it shares nothing with
/// the program's.
///
/// Quotes are RFC 4180: `"` only at the start of a cell, doubled inside. Anything else marks the row as badly
/// quoted.
class CsvRows {
public:
    enum class LineEnd { None, Lf, CrLf, Cr };

    struct Row {
        std::vector<std::string_view> cells; ///< Quotes undone. Valid until the next call of next().
        std::string_view raw; ///< The record as it stands in the file, without its line end.
        LineEnd lineEnd = LineEnd::None;
        bool badQuotes = false;
        bool unterminated = false; ///< The file ended inside quotes.
        bool crLfInside = false; ///< A quoted cell holds CR LF.
        qint64 begin = 0; ///< Offset of the record in the file.
        qint64 end = 0; ///< Offset behind its line end.
    };

    CsvRows(const QString &path, char delimiter);
    bool isOpen() const { return m_file.isOpen(); }
    void seek(qint64 offset);
    /// Reads the next record into \a row; false at the end of the file.
    bool next(Row &row);

private:
    bool fill();

    QFile m_file;
    char m_delimiter;
    QByteArray m_block;
    qint64 m_blockBegin = 0;
    qsizetype m_at = 0;
    std::vector<std::pair<qsizetype, qsizetype>> m_spans;
    std::vector<bool> m_quoted;
    QByteArray m_unquoted;
};

/// Appends \a text as a quoted CSV cell.
void appendQuotedCell(QByteArray &out, std::string_view text);

} // namespace rowlift::practice
