#include "tests/fuzz/reference_view.h"

namespace rowlift {

using namespace Qt::StringLiterals;

ReferenceRecord::Role referenceRole(RowRole role)
{
    switch (role) {
    case RowRole::Title:
        return ReferenceRecord::Role::Title;
    case RowRole::Header:
        return ReferenceRecord::Role::Header;
    case RowRole::Data:
        return ReferenceRecord::Role::Data;
    case RowRole::Blank:
        return ReferenceRecord::Role::Blank;
    case RowRole::Comment:
        return ReferenceRecord::Role::Comment;
    case RowRole::Below:
        return ReferenceRecord::Role::Below;
    }
    return ReferenceRecord::Role::Data;
}

QString drawn(const ReferenceRecord &record)
{
    QString text;
    for (const QByteArray &cell : record.cells)
        text += u'[' + QString::fromUtf8(cell).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1) + u']';
    return u"%1 role %2 at %3 unclosed %4 in %5 loose %6 in %7 bad %8 NUL %9"_s.arg(text)
        .arg(static_cast<int>(record.role))
        .arg(record.begin)
        .arg(record.unclosedQuote)
        .arg(record.unclosedColumn)
        .arg(record.looseQuote)
        .arg(record.looseColumn)
        .arg(record.badBytes)
        .arg(record.nulBytes);
}

ReferenceRecord taken(const RowView &row, qint64 begin)
{
    ReferenceRecord record { .cells = {},
                             .unclosedQuote = row.unclosedQuote,
                             .unclosedColumn = row.unclosedColumn,
                             .looseQuote = row.looseQuote,
                             .looseColumn = row.looseColumn,
                             .badBytes = row.badBytes,
                             .nulBytes = row.nulBytes,
                             .role = referenceRole(row.role),
                             .begin = static_cast<qsizetype>(begin) };
    for (const std::string_view cell : row.cells)
        record.cells += QByteArray(cell.data(), static_cast<qsizetype>(cell.size()));
    return record;
}

} // namespace rowlift
