#include "app/service/dotdigital/insight_kinds.h"

#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/insight_encoder.h"
#include "app/service/dotdigital/insight_loader.h"
#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Of a whole request. Source: contracts/dotdigital.md, 4.2 and 5.
constexpr qint64 maxInsightBody = 50'000'000;
/// Smaller parts are seen to go forward, and less is in doubt when an answer is lost.
/// Source: contracts/dotdigital.md, 8.
constexpr qint64 goodInsightBody = 10'000'000;
/// Five at a time are an account's; one is left to others. Source: contracts/dotdigital.md, 5.
constexpr int mostImports = 4;

struct InsightKindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::InsightKinds)
};

JobKind insightKind(const char *id)
{
    return {
        .id = QLatin1StringView(id),
        .operations = { Operation::Upsert },
        .maxBodyBytes = maxInsightBody,
        .partBytes = goodInsightBody,
        .lanes = 2,
        .inFlight = mostImports,
        .canGroup = true,
        .naming = ResultNaming::Keys,
        .repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } },
        .suffix = u"json"_s,
        .pollLeast = 5s,
        .pollMost = 30s,
        .whenSentAgain = InsightKindWords::tr(
            "The key makes it safe to send it again: a record with the same key is replaced by itself.")
    };
}

InsightVersion versionOf(const JobKind &kind)
{
    return kind.id == QLatin1StringView(insightV2Kind) ? InsightVersion::V2 : InsightVersion::V3;
}

} // namespace

std::vector<JobKind> insightKinds()
{
    JobKind newer = insightKind(insightV3Kind);
    newer.label = InsightKindWords::tr("In parts of about 10 MB");
    newer.help = InsightKindWords::tr("Dotdigital takes a part of the file at a time, works on it by itself "
                                      "and tells which records it refused, and why.");
    JobKind older = insightKind(insightV2Kind);
    older.label = InsightKindWords::tr("In parts of about 10 MB, as older accounts take them");
    older.help = InsightKindWords::tr("The same by Dotdigital's older interface (version 2), for accounts "
                                      "that do not have the newer one.");
    return { newer, older };
}

bool isInsightKind(const JobKind &kind)
{
    return kind.id == QLatin1StringView(insightV3Kind) || kind.id == QLatin1StringView(insightV2Kind);
}

bool insightTakes(const JobKind &kind, const Target &target)
{
    const bool can = std::ranges::find(kind.operations, target.operation) != kind.operations.end();
    if (!can || !(target.object.isEmpty() || isInsightObject(target.object)))
        return false;
    if (target.list.contains(u'[')) // rows cannot be brought together in an entry of another list
        return false;
    const InsightTarget insight = insightTarget(target);
    if (versionOf(kind) == InsightVersion::V3)
        return insight.api != "v2"_L1;
    return insight.scope == InsightScope::Account || insight.identifier != "mobileNumber"_L1;
}

std::unique_ptr<Encoder> makeInsightEncoder(const JobKind &kind, const Target &target,
                                            const QStringList &fields, const Schema &schema)
{
    return std::make_unique<InsightEncoder>(versionOf(kind), target, fields, schema);
}

std::unique_ptr<PartLoader> makeInsightLoader(const JobKind &kind, std::unique_ptr<Api> api,
                                              const Target &target, const QStringList &fields)
{
    return std::make_unique<InsightLoader>(versionOf(kind), std::move(api), target, fields);
}

} // namespace rowlift::dotdigital
