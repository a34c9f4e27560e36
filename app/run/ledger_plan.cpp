#include "app/run/ledger_plan.h"

#include "app/run/ledger_pack.h"

#include <QJsonDocument>

namespace rowlift::store {

using namespace Qt::StringLiterals;

Done putPlan(LedgerDb &db, const RunPlan &plan)
{
    const QByteArray json = QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact);
    auto done = putMeta(db, u"plan"_s, QString::fromUtf8(json));
    if (done)
        done = putMeta(db, u"describe"_s, qCompress(plan.describe));
    if (done)
        done = putMeta(db, u"leftOut"_s, packRecords(plan.draft.leftOut));
    if (done)
        done = putMeta(db, u"rows"_s, plan.rows);
    return done;
}

Result<RunPlan> planIn(LedgerDb &db)
{
    const auto json = meta(db, u"plan"_s);
    if (!json)
        return tl::unexpected(json.error());
    if (json->isNull())
        return tl::unexpected(notALedger(u"no plan"_s));
    auto plan = runPlanFrom(QJsonDocument::fromJson(json->toString().toUtf8()).object());
    if (plan)
        plan->draft.leftOut.clear(); // of version 1
    return plan;
}

Result<QByteArray> describeIn(LedgerDb &db)
{
    const auto packed = meta(db, u"describe"_s);
    return packed ? Result<QByteArray>(qUncompress(packed->toByteArray())) : tl::unexpected(packed.error());
}

Result<std::vector<qint64>> leftOutIn(LedgerDb &db)
{
    const auto packed = meta(db, u"leftOut"_s);
    return packed ? Result<std::vector<qint64>>(unpackRecords(packed->toByteArray()))
                  : tl::unexpected(packed.error());
}

Result<int> versionOf(LedgerDb &db)
{
    // A file without that table is of somebody else, or of a run that never began. One that cannot be read at
    // all, as when the disk is full, may be a good ledger.
    auto table = execute(db, u"SELECT 1 FROM sqlite_master WHERE name = 'meta'"_s, {});
    if (!table)
        return tl::unexpected(table.error());
    if (!table->next())
        return tl::unexpected(notALedger(u"no table of facts"_s));
    table->finish();
    const auto version = meta(db, u"schemaVersion"_s);
    return version ? Result<int>(version->toInt()) : tl::unexpected(version.error());
}

} // namespace rowlift::store
