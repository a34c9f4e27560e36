#include "app/draft/row_pass.h"

namespace rowlift {

Result<RowPosition> beginOfRows(ByteSource &source, const Dialect &dialect, RowPosition from,
                                const std::stop_token &stop)
{
    if (from != RowPosition {})
        return from;
    WatchedSource watched(source, stop);
    RecordStream stream(watched, dialect, {}, {});
    RowView row;
    Result<RowPosition> position = stream.begin();
    while (position && position->record < dialect.firstDataRecord()) {
        const Result<bool> more = stream.next(row);
        if (!more)
            return tl::unexpected(more.error());
        position = stream.position();
        if (!*more)
            break;
    }
    return position;
}

} // namespace rowlift
