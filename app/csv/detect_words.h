#pragma once

#include "app/csv/delimiter.h"
#include "app/csv/table_end.h"

#include <QByteArray>
#include <QString>

namespace rowlift {

// The reasons that detection gives, as whole sentences for the person.

QString byteOrderMarkReason(const QByteArray &encoding);
QString nulPatternReason(const QByteArray &encoding);
/// Names some letters of \a text outside ASCII, if there are any.
QString letterReason(const QByteArray &encoding, const QString &text);
QString encodingChosenReason(const QByteArray &encoding);

/// \a agreeing of \a rows have \a columns cells.
QString delimiterReason(const Delimiter &delimiter, int columns, qint64 agreeing, qint64 rows);
QString oneColumnReason();
QString delimiterChosenReason(const Delimiter &delimiter, int columns);
QString quoteReason(char quote);

QString escapeReason(char escape);
QString trimReason(const Delimiter &delimiter);
QString commentReason(const QByteArray &comment);

/// \a record is counted from 0; -1: none. \a rows name the columns together.
QString headerReason(qint64 record, int rows, bool titlesAbove);
QString headerUnsureReason(qint64 record);
QString headerChosenReason(qint64 record);
/// \a record: the first below the table, or -1 where nobody counted that far.
QString tableEndReason(TableEnd::Kind kind, qint64 record);

} // namespace rowlift
