#include "tests/survive/weather.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

/// Of the line itself, the same for all. Source: cli.md, "The practice server's admin address".
std::vector<Weather> lineWeathers()
{
    using enum Weather::After;
    return {
        { "refuse", "refuse", 60, Either }, { "resetBefore", "resetBefore", 0, Either },
        { "resetDuring", "resetDuring" },   { "loseReply", "loseReply" },
        { "resetAfter", "resetAfter" },     { "halfReply", "halfReply" },
        { "garbage", "garbage" },           { "slow", "slow", 60, Answered },
        { "stall", "stall", 60 },           { "HTTP 502", "status", 502 },
    };
}

/// Source: contracts/marketo.md, 6 and 13.
std::vector<Weather> marketoWeathers()
{
    using enum Weather::After;
    return {
        { "HTTP 503", "status", 503 },
        { "code 502", "status", 200, Open,
          R"({"requestId":"1#1","success":false,"errors":[{"code":"502","message":"Bad Gateway"}]})" },
        { "HTTP 413", "status", 413, NotTaken },
        { "601", "status", 601, NotTaken },
        { "602", "status", 602, NotTaken },
        { "603", "status", 603, NotTaken },
        { "604", "status", 604, NotTaken },
        { "606", "status", 606, NotTaken },
        { "607", "status", 607, NotTaken },
        { "608", "status", 608, NotTaken },
        { "611", "status", 611, NotTaken },
        { "615", "status", 615, NotTaken },
        { "713", "status", 713, NotTaken },
        { "1016", "status", 1016, NotTaken },
        { "1019", "status", 1019, NotTaken },
    };
}

/// Source: contracts/dotdigital.md, 2, 3 and 4.3.
std::vector<Weather> dotdigitalWeathers()
{
    using enum Weather::After;
    return {
        { "HTTP 500", "status", 500 },
        { "maintenance", "status", 503, Either },
        { "HTTP 413", "status", 413, NotTaken },
        { "wrong password", "status", 401, NotTaken },
        { "wrong region", "status", 403, NotTaken },
        { "tiered limit", "status", 429, NotTaken },
        { "flat limit", "status", 400, NotTaken,
          R"({"message":"Your account has generated excess API activity and is being temporarily capped.)"
          R"( ERROR_APIUSAGE_EXCEEDED"})" },
        { "too many imports", "status", 429, NotTaken,
          R"({"errorCode":"insightData:tooManyActiveImports","description":"Too many imports"})" },
        { "malformed", "status", 400, NotTaken, R"({"message":"Error: ERROR_MALFORMED_REQUEST"})" },
        { "nothing said", "status", 200, Open, "{}" },
    };
}

std::vector<Weather> both(std::vector<Weather> some, const std::vector<Weather> &more)
{
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

} // namespace

const std::vector<Weather> &weathersOf(QStringView service)
{
    static const auto marketo = both(lineWeathers(), marketoWeathers());
    static const auto dotdigital = both(lineWeathers(), dotdigitalWeathers());
    return service == u"marketo" ? marketo : dotdigital;
}

QByteArray faultOf(QStringView service, const Loading::Call &call, const Weather &weather, int after,
                   int times)
{
    QJsonObject fault { { u"service"_s, service.toString() },
                        { u"method"_s, QString::fromLatin1(call.method) },
                        { u"path"_s, QString::fromLatin1(call.path) },
                        { u"kind"_s, QString::fromLatin1(weather.kind) },
                        { u"value"_s, weather.value },
                        { u"after"_s, after },
                        { u"times"_s, times } };
    if (!weather.body.isEmpty()) {
        fault.insert(u"body"_s, QString::fromUtf8(weather.body));
        fault.insert(u"headers"_s, QJsonObject { { u"Content-Type"_s, u"application/json"_s } });
    }
    return QJsonDocument(QJsonArray { fault }).toJson();
}

} // namespace rowlift::testing
