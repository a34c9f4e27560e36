#include "app/service/dotdigital/allowance.h"

#include "app/service/dotdigital/sign_in.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct AllowanceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Allowance)
};

constexpr auto hourGauge = "ApiCallsRemaining"_L1;
constexpr auto minuteGauge = "X-RateLimit-Remaining"_L1;

/// Of a part: it is sent, asked about for some minutes, and its report and its list of faults are read.
constexpr qint64 callsOfPart = 15;
/// Written for another system values become longer: names of properties stand in each record, and quotes in
/// front of quotes.
constexpr qint64 growth = 3;

std::optional<Gauge> hourIn(const QJsonObject &info)
{
    bool isNumber = false;
    const qint64 left = accountProperty(info, QString(hourGauge)).toLongLong(&isNumber);
    const qint64 used = accountProperty(info, u"ApiCallsInLastHour").toLongLong();
    if (!isNumber)
        return std::nullopt;
    return Gauge { .id = hourGauge,
                   .label = AllowanceWords::tr("Calls left this hour"),
                   .left = left,
                   .most = left + used };
}

std::optional<Gauge> minuteIn(const HttpReply &reply)
{
    bool isNumber = false;
    const qint64 left = reply.header("X-RateLimit-Remaining").toLongLong(&isNumber);
    const qint64 most = reply.header("X-RateLimit-Limit").toLongLong();
    if (!isNumber || most <= 0)
        return std::nullopt;
    return Gauge {
        .id = minuteGauge, .label = AllowanceWords::tr("Calls left this minute"), .left = left, .most = most
    };
}

} // namespace

std::vector<Gauge> gaugesIn(const HttpReply &accountInfo)
{
    if (const auto minute = minuteIn(accountInfo))
        return { *minute };
    if (const auto hour = hourIn(QJsonDocument::fromJson(accountInfo.body).object()))
        return { *hour };
    return {};
}

qint64 callsFor(const ImportSize &size, qint64 lookUpCalls)
{
    if (size.rows <= 0)
        return lookUpCalls;
    const qint64 most = std::max<qint64>(size.kind.partBytes, 1);
    const qint64 parts = 1 + size.bytes * growth / most;
    return parts * callsOfPart + lookUpCalls;
}

std::vector<Need> needsOf(const std::vector<Gauge> &gauges, qint64 calls)
{
    const auto hour = std::ranges::find(gauges, hourGauge, &Gauge::id);
    if (hour == gauges.end() || calls <= 0)
        return {};
    return {
        { .label = AllowanceWords::tr("Calls"), .needed = calls, .left = std::max<qint64>(hour->left, 0) }
    };
}

} // namespace rowlift::dotdigital
