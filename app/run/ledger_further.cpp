#include "app/run/ledger_further.h"

#include "app/run/ledger_pack.h"

#include <algorithm>
#include <iterator>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<qint64>> partsWithFollowers(LedgerDb &db)
{
    auto found = execute(db, u"SELECT part FROM member WHERE length(followers) > 0 ORDER BY part"_s);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<qint64> parts;
    while (found->next())
        parts.push_back(found->value(0).toLongLong());
    return parts;
}

/// Ascending.
Result<std::vector<qint64>> followersIn(LedgerDb &db, qint64 part)
{
    const auto packed = valueOf(db, u"SELECT followers FROM member WHERE part = ?"_s, { part });
    if (!packed)
        return tl::unexpected(packed.error());
    std::vector<qint64> records;
    for (const PartMembers::Follower &follower : unpackFollowers(packed->toByteArray()))
        records.push_back(follower.record);
    std::ranges::sort(records);
    return records;
}

} // namespace

Done listRecords(LedgerDb &db, const QString &name, const std::vector<qint64> &records)
{
    constexpr std::size_t atATime = 10'000;
    auto done = change(db, u"CREATE TEMP TABLE IF NOT EXISTS %1(record INTEGER PRIMARY KEY)"_s.arg(name));
    if (done)
        done = change(db, u"DELETE FROM temp.%1"_s.arg(name));
    for (std::size_t from = 0; done && from < records.size(); from += atATime) {
        QByteArray list("[");
        for (std::size_t at = from; at < std::min(from + atATime, records.size()); ++at)
            list += (at == from ? "" : ",") + QByteArray::number(records[at]);
        done = change(db, u"INSERT INTO temp.%1 SELECT value FROM json_each(?)"_s.arg(name),
                      { QString::fromLatin1(list + ']') });
    }
    return done;
}

Done listFurther(LedgerDb &db, const QString &name)
{
    auto held = execute(db,
                        u"SELECT r.part, r.record FROM temp.%1 t JOIN row_outcome r ON r.record = t.record "
                        "WHERE r.part IN (SELECT part FROM member WHERE length(followers) > 0)"_s.arg(name));
    if (!held)
        return tl::unexpected(held.error());
    std::map<qint64, std::vector<qint64>> records; // by part
    while (held->next())
        records[held->value(0).toLongLong()].push_back(held->value(1).toLongLong());
    std::vector<qint64> further;
    for (auto &[part, own] : records) {
        const auto followers = followersIn(db, part);
        if (!followers)
            return tl::unexpected(followers.error());
        std::ranges::sort(own);
        std::ranges::set_intersection(own, *followers, std::back_inserter(further));
    }
    return listRecords(db, u"further"_s, further);
}

Result<TallyCells> countFurther(LedgerDb &db, const std::stop_token &stop)
{
    TallyCells cells;
    const auto parts = partsWithFollowers(db);
    if (!parts)
        return tl::unexpected(parts.error());
    for (const qint64 part : *parts) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto followers = followersIn(db, part);
        const Done listed
            = followers ? listRecords(db, u"further"_s, *followers) : tl::unexpected(followers.error());
        if (!listed)
            return tl::unexpected(listed.error());
        auto found = execute(db,
                             u"SELECT r.outcome, IFNULL(w.cause, 0), COUNT(*) FROM temp.further f JOIN "
                             "row_outcome r ON r.record = f.record LEFT JOIN reason w ON w.number = r.reason "
                             "WHERE r.part = ? GROUP BY 1, 2"_s,
                             { part });
        if (!found)
            return tl::unexpected(found.error());
        while (found->next())
            cells[{ part, found->value(0).toInt(), found->value(1).toLongLong() }]
                = found->value(2).toLongLong();
    }
    return cells;
}

Done tallyFurther(LedgerDb &db)
{
    const auto cells = countFurther(db, {});
    if (!cells)
        return tl::unexpected(cells.error());
    for (const auto &[cell, rows] : *cells) {
        const auto &[part, outcome, cause] = cell;
        const Done put
            = change(db, u"UPDATE tally SET further = ? WHERE part = ? AND outcome = ? AND cause = ?"_s,
                     { rows, part, outcome, cause });
        if (!put)
            return put;
    }
    return {};
}

} // namespace rowlift::store
