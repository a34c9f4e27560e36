#include "app/run/run_plan.h"

#include "app/draft/draft_json.h"

#include <QJsonArray>

#include <numeric>

namespace rowlift {

using namespace Qt::StringLiterals;

QJsonObject toJson(const RunPlan &plan)
{
    Draft draft = plan.draft;
    draft.leftOut.clear();
    return { { u"id"_s, plan.id },
             { u"draft"_s, toJson(draft) },
             { u"account"_s, toJson(plan.account) },
             { u"kind"_s, plan.kind },
             { u"fields"_s, QJsonArray::fromStringList(plan.fields) },
             { u"rows"_s, plan.rows },
             { u"brakeShare"_s, plan.brakeShare },
             { u"contentHash"_s,
               QString::number(plan.contentHash, 16) }, // more bits than JSON's numbers have
             { u"started"_s, plan.started.toUTC().toString(Qt::ISODateWithMs) } };
}

Result<RunPlan> runPlanFrom(const QJsonObject &json)
{
    auto draft = draftFrom(json[u"draft"].toObject());
    if (!draft)
        return tl::unexpected(draft.error());
    RunPlan plan;
    plan.id = json[u"id"].toString();
    plan.draft = std::move(*draft);
    plan.account = accountFromJson(json[u"account"].toObject());
    plan.kind = json[u"kind"].toString();
    for (const auto &field : json[u"fields"].toArray())
        plan.fields << field.toString();
    plan.rows = json[u"rows"].toInteger();
    plan.brakeShare = json[u"brakeShare"].toDouble(plan.brakeShare);
    plan.contentHash = json[u"contentHash"].toString().toULongLong(nullptr, 16);
    plan.started = QDateTime::fromString(json[u"started"].toString(), Qt::ISODateWithMs);
    return plan;
}

qint64 Tally::total() const
{
    return std::accumulate(rows.begin(), rows.end(), qint64 { 0 });
}

qint64 Tally::in() const
{
    return of(Outcome::Added) + of(Outcome::Updated) + of(Outcome::Deleted) + of(Outcome::In);
}

qint64 Tally::needingALook() const
{
    return total() - in();
}

} // namespace rowlift
