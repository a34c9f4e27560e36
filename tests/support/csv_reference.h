#pragma once

#include "app/csv/dialect.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <vector>

namespace rowlift {

/// A record as the reference reader sees it.
struct ReferenceRecord {
    enum class Role { Title, Header, Data, Blank, Comment, Below };

    QList<QByteArray> cells;
    bool unclosedQuote = false; ///< Rule 5e or 6.
    int unclosedColumn = -1;
    bool looseQuote = false; ///< Rule 5a to 5d.
    int looseColumn = -1;
    bool badBytes = false;
    bool nulBytes = false;
    Role role = Role::Data;
    qsizetype begin = 0; ///< In bytes of the text.

    bool operator==(const ReferenceRecord &) const = default;
};

/// Reads UTF-8 one character after the other, as plainly as "How a record is read" in row_reader.h can be
/// said. It shares nothing with the real reader but the description of a dialect: where the two disagree, one
/// of them is wrong. Slow: every way of reading a broken record starts anew.
std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, const Dialect &dialect);

/// The same with nothing but these two.
std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, char delimiter, char quote);

/// What a standard file of them holds: the header (of several rows the last), then the rows of data.
QList<QByteArrayList> referenceTable(const std::vector<ReferenceRecord> &records);

} // namespace rowlift
