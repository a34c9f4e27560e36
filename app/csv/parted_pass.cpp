#include "app/csv/parted_pass.h"

namespace rowlift {

namespace {

/// Where no byte below 0x80 is part of another character, a line end is one wherever it is seen.
bool isByteEncoding(const QByteArray &encoding)
{
    return isUtf8Name(encoding) || badBytesOf(encoding);
}

} // namespace

bool canReadInParts(const Dialect &dialect)
{
    return RecordStream::canRun(dialect) && isByteEncoding(dialect.encoding);
}

bool canCutInParts(const Dialect &dialect)
{
    return RecordStream::canCut(dialect) && dialect.lastRecord < 0 && isByteEncoding(dialect.encoding);
}

Dialect dialectOfRows(const Dialect &dialect)
{
    Dialect rows = dialect;
    rows.headerRecord = -1;
    rows.titleRecords = 0;
    rows.dataEnd = -1;
    return rows;
}

} // namespace rowlift
