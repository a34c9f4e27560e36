#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace rowlift {

/// What the file most likely is, with the reasons in words and what other choices would make of it.
struct DialectGuess {
    struct DelimiterChoice {
        Delimiter delimiter = ',';
        int columns = 0; ///< Columns that the file would have.
    };
    struct QuoteChoice {
        char quote = '"'; ///< '\0': none.
        int columns = 0;
    };
    struct EncodingChoice {
        QByteArray encoding;
        QString example; ///< A word of the file with letters outside ASCII, as this encoding would read it.
    };

    Dialect dialect;
    QStringList reasons; ///< For the person: "Semicolon: all rows agree on 12 columns."
    std::vector<DelimiterChoice> delimiters;
    std::vector<QuoteChoice> quotes; ///< With the best delimiter: ", ' and none.
    std::vector<EncodingChoice> encodings;
    bool doubtful = false; ///< Another reading is nearly as good: worth a look.
};

/// Judges the first 256 KiB (and, for what stands below the table, the last 64): each candidate (delimiter ×
/// quote × escape × blanks around values) by what it would make of the file, the encoding by its byte order
/// mark, by valid UTF-8, by NUL patterns (UTF-16), else by uchardet and plausibility (windows-1252), the
/// header by where rows get their width and type, the end of the table by notes, totals and rows of another
/// table. \a choice fixes what the person has decided.
///
/// Fails with BadInput and a sentence when the file is empty or no text (a picture, a PDF, a zip: named by
/// its magic bytes).
Result<DialectGuess> detectDialect(ByteSource &source, const DialectChoice &choice = {});

QString textOfDelimiter(const Delimiter &delimiter);
/// For people: "Semicolon", "Tab", "“#”".
QString delimiterName(const Delimiter &delimiter);
/// For people: "Western European (Windows-1252)", "UTF-8".
QString encodingName(const QByteArray &encoding);

} // namespace rowlift
