#include "app/service/salesforce/allowance.h"

#include "app/service/salesforce/object_facts.h"
#include "app/service/salesforce/old_values.h"
#include "app/service/salesforce/org.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct AllowanceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Allowance)
};

/// What a row takes where nobody knows how large the file is.
constexpr qint64 usualRowBytes = 1'000;
/// What a call says of a value beside it: the name of its field.
constexpr qint64 nameBytes = 30;
/// Opening, uploading and closing a job, and three lists of results, of which one may come in two pages; then
/// as many looks at how it is doing.
constexpr qint64 callsOfJob = 16;
/// Rows of which the service makes one group of its own.
constexpr qint64 rowsOfUpload = 10'000;

qint64 roundedUp(qint64 count, qint64 each)
{
    return (count + each - 1) / each;
}

/// Of what is sent; dates and numbers grow a little on the way, and so do quotes.
qint64 bytesOfRow(const ImportSize &size)
{
    const qint64 inFile = size.bytes > 0 ? roundedUp(size.bytes * 5 / 4, size.rows) : usualRowBytes;
    return size.kind.answersAtOnce ? inFile + size.fields * nameBytes : inFile;
}

bool isCopied(const ImportSize &size)
{
    return size.kind.canKeepOld && (size.keepsOld || size.target.operation == Operation::Delete);
}

/// The first part is a small one, to see whether all is well.
qint64 partsFor(const ImportSize &size)
{
    const qint64 fitting = std::max<qint64>(1, size.kind.partBytes / std::max<qint64>(bytesOfRow(size), 1));
    const qint64 most = size.kind.mostRecords(isCopied(size));
    const qint64 rowsEach = most > 0 ? std::min(fitting, most) : fitting;
    return roundedUp(size.rows, rowsEach) + (size.kind.answersAtOnce ? 0 : 1);
}

qint64 fieldsCopied(Api &api, const ImportSize &size, std::stop_token stop)
{
    if (size.target.operation != Operation::Delete || !isCopied(size))
        return size.fields;
    const auto facts = api.known().facts(api, size.target.object, stop); // all that can be read
    return facts ? qint64((*facts)->fields.size()) : size.fields;
}

} // namespace

qint64 callsFor(const ImportSize &size, qint64 copiedFields)
{
    if (size.rows <= 0)
        return 0;
    const qint64 parts = partsFor(size);
    const qint64 copies = isCopied(size) ? callsToCopy(size.rows, copiedFields, parts) : 0;
    if (!size.kind.answersAtOnce)
        return parts * callsOfJob + copies;
    const qint64 again = size.kind.allOrNothing ? parts : 0; // what is sent once more without those refused
    return parts + again + copies + 1;
}

qint64 uploadsFor(const ImportSize &size)
{
    return size.kind.answersAtOnce || size.rows <= 0 ? 0
                                                     : roundedUp(size.rows, rowsOfUpload) + partsFor(size);
}

Result<std::vector<Need>> readNeeds(Api &api, const ImportSize &size, qint64 lookUpCalls,
                                    std::stop_token stop)
{
    const auto gauges = readGauges(api, stop);
    if (!gauges)
        return tl::unexpected(gauges.error());
    const qint64 calls = callsFor(size, fieldsCopied(api, size, stop)) + lookUpCalls;
    std::vector<Need> needs;
    const auto add = [&](QLatin1StringView gauge, const QString &label, qint64 needed) {
        const auto found = std::ranges::find(*gauges, gauge, &Gauge::id);
        if (needed > 0 && found != gauges->end())
            needs.push_back({ .label = label, .needed = needed, .left = std::max<qint64>(found->left, 0) });
    };
    add(callsGauge, AllowanceWords::tr("Calls"), calls);
    add(uploadsGauge, AllowanceWords::tr("Uploads"), uploadsFor(size));
    return needs;
}

} // namespace rowlift::salesforce
