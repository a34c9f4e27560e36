#include "app/run/ledger_parts.h"

#include "app/run/ledger_pack.h"
#include "app/run/ledger_rows.h"

#include <QFileInfo>

#include <algorithm>

namespace rowlift::store {

using namespace Qt::StringLiterals;

Result<PartFacts> factsOf(LedgerDb &db, qint64 part)
{
    auto found = execute(db, u"SELECT attempt, state FROM part WHERE number = ?"_s, { part });
    if (!found)
        return tl::unexpected(found.error());
    if (!found->next())
        return tl::unexpected(doesNotAddUp(u"there is no part %1"_s.arg(part)));
    return PartFacts { .attempt = found->value(0).toInt(),
                       .state = static_cast<PartState>(found->value(1).toInt()) };
}

Done setState(LedgerDb &db, qint64 part, PartState to)
{
    return change(db, u"UPDATE part SET state = ? WHERE number = ?"_s, { static_cast<int>(to), part });
}

Result<qint64> freeNumber(LedgerDb &db, qint64 wished)
{
    const auto last = valueOf(db, u"SELECT MAX(number) FROM part"_s);
    return last ? Result<qint64>(std::max(wished, last->toLongLong() + 1)) : tl::unexpected(last.error());
}

QString usualFileName(qint64 number)
{
    return u"part-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
}

Done insertPart(LedgerDb &db, const PartRecord &part, const PartMembers &members)
{
    auto done = change(
        db,
        u"INSERT INTO part(number, attempt, state, rows, records, bytes, hash, first_record, last_record, "
        "sweep, at_record, at_offset, file, refusals, old_values) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, "
        "?)"_s,
        { part.number, part.attempt, static_cast<int>(part.state), part.rows, part.records, part.bytes,
          static_cast<qint64>(part.hash), part.firstRecord, part.lastRecord, part.planned.sweep,
          part.planned.at.record, part.planned.at.offset, QFileInfo(part.file).fileName(), part.refusals,
          part.oldValuesOf });
    return done ? change(db, u"INSERT INTO member(part, records, followers) VALUES(?, ?, ?)"_s,
                         { part.number, packRecords(members.records), packFollowers(members.followers) })
                : done;
}

void measure(PartRecord &part, const PartMembers &members)
{
    part.records = static_cast<qint64>(members.records.size());
    part.rows = part.records + static_cast<qint64>(members.followers.size());
    if (members.records.empty())
        return;
    const auto [first, last] = std::ranges::minmax(members.records);
    part.firstRecord = first;
    part.lastRecord = last;
    for (const PartMembers::Follower &follower : members.followers) {
        part.firstRecord = std::min(part.firstRecord, follower.record);
        part.lastRecord = std::max(part.lastRecord, follower.record);
    }
}

Done takeEndBack(LedgerDb &db)
{
    return change(db, u"DELETE FROM meta WHERE key IN ('end', 'endMessage', 'ended', 'wasStopped')"_s);
}

} // namespace rowlift::store
