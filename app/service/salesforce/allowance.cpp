#include "app/service/salesforce/allowance.h"

#include "app/service/salesforce/org.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct AllowanceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Allowance)
};

/// What a row takes of an upload, at most, as a rule.
constexpr qint64 bytesOfRow = 1'000;
/// Opening, uploading and closing a job, and three lists of results, of which one may come in two pages; then
/// as many looks at how it is doing.
constexpr qint64 callsOfJob = 16;
/// Rows of which the service makes one group of its own.
constexpr qint64 rowsOfUpload = 10'000;
constexpr qint64 recordsInCopy = 2'000;

qint64 roundedUp(qint64 count, qint64 each)
{
    return (count + each - 1) / each;
}

/// The first part is a small one, to see whether all is well.
qint64 partsFor(const JobKind &kind, qint64 rows)
{
    return roundedUp(rows * bytesOfRow, std::max<qint64>(kind.partBytes, 1)) + 1;
}

} // namespace

qint64 callsFor(const JobKind &kind, const Target &target, qint64 rows)
{
    if (rows <= 0)
        return 0;
    const qint64 copies = target.operation == Operation::Delete && kind.canKeepOld
        ? std::max(roundedUp(rows, recordsInCopy), partsFor(kind, rows))
        : 0;
    if (!kind.answersAtOnce)
        return partsFor(kind, rows) * callsOfJob + copies;
    const qint64 calls = roundedUp(rows, std::max<qint64>(kind.maxRecords, 1));
    const qint64 again = kind.allOrNothing ? calls : 0; // what is sent once more without those refused
    return calls + again + (copies > 0 ? std::max(calls, copies) : 0) + 1;
}

qint64 uploadsFor(const JobKind &kind, qint64 rows)
{
    return kind.answersAtOnce || rows <= 0 ? 0 : roundedUp(rows, rowsOfUpload) + partsFor(kind, rows);
}

Result<std::vector<Need>> readNeeds(Api &api, const JobKind &kind, const Target &target, qint64 rows,
                                    std::stop_token stop)
{
    const auto gauges = readGauges(api, stop);
    if (!gauges)
        return tl::unexpected(gauges.error());
    std::vector<Need> needs;
    const auto add = [&](QLatin1StringView gauge, const QString &label, qint64 needed) {
        const auto found = std::ranges::find(*gauges, gauge, &Gauge::id);
        if (needed > 0 && found != gauges->end())
            needs.push_back({ .label = label, .needed = needed, .left = std::max<qint64>(found->left, 0) });
    };
    add(callsGauge, AllowanceWords::tr("Calls"), callsFor(kind, target, rows));
    add(uploadsGauge, AllowanceWords::tr("Uploads"), uploadsFor(kind, rows));
    return needs;
}

} // namespace rowlift::salesforce
