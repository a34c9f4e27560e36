#pragma once

#include "app/csv/parted_pass.h"

namespace rowlift {

/// Where the rows of a file begin: behind its titles and its header. \a from, if that is not the beginning of
/// the file.
Result<RowPosition> beginOfRows(ByteSource &source, const Dialect &dialect, RowPosition from,
                                const std::stop_token &stop);

/// Reads the rows of a file from \a from to the end of its table in blocks of about \a blockBytes, in several
/// threads where the dialect lets it, and hands the blocks to \a take, in the calling thread and in file
/// order: what comes out is the same for any number of threads. \a read is called in any thread, with a
/// stream at the first record of a block; it reads the records that begin in front of the offset that it is
/// given (those that are no data among them) and counts them as the stream does, which may begin at any
/// number: the first one's is in take()'s begin. An error of \a take ends the pass. \a hash, when there is
/// one, learns of the pieces of the file that are read anyway: of all but a few with blocks as large as
/// these.
template <typename Block>
Result<RowPosition> passOverRows(ByteSource &source, const Dialect &dialect, RowPosition from,
                                 qint64 blockBytes, const typename PartedPass<Block>::Read &read,
                                 const typename PartedPass<Block>::Take &take, const std::stop_token &stop,
                                 PieceHash *hash = nullptr)
{
    const qint64 tableEnd = dialect.lastRecord < 0 ? dialect.dataEnd : -1;
    const qint64 end = tableEnd < 0 ? source.size() : tableEnd;
    const std::optional<SingleByteTable> table = lateTableOf(dialect);
    const SingleByteTable *const late = table ? &*table : nullptr;
    Result<RowPosition> position = beginOfRows(source, dialect, from, stop);
    if (position && canCutInParts(dialect)) {
        const PartPlan plan { .dialect = dialectOfRows(dialect),
                              .start = *position,
                              .end = end,
                              .partBytes = blockBytes,
                              .table = late,
                              .hash = hash };
        return PartedPass<Block>(source, plan, read, stop).run(take);
    }
    if (!position)
        return position;
    WatchedSource watched(source, stop, hash);
    RecordStream stream(watched, dialect, *position, { .table = late });
    while (position->offset < end) {
        Result<Block> block = read(stream, position->offset + blockBytes);
        if (!block)
            return tl::unexpected(block.error());
        const RowPosition behind = stream.position();
        if (const Done taken = take(*block, *position, behind); !taken)
            return tl::unexpected(taken.error());
        if (behind.offset == position->offset)
            break;
        position = behind;
    }
    return position;
}

} // namespace rowlift
