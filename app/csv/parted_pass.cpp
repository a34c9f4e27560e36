#include "app/csv/parted_pass.h"

namespace rowlift {

bool canReadInParts(const Dialect &dialect)
{
    return RecordStream::canRun(dialect) && (isUtf8Name(dialect.encoding) || badBytesOf(dialect.encoding));
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
