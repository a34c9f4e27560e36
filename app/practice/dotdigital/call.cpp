#include "app/practice/dotdigital/call.h"

#include "app/practice/json_text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSmallBody = 10'000'000;

} // namespace

int Call::number(const QString &name, int otherwise) const
{
    const QString text = request.parameter(name);
    if (text.isEmpty())
        return otherwise;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber ? value : -1;
}

std::optional<Page> pageOf(const Call &call, int most)
{
    const Page page { call.number(u"select"_s, most), call.number(u"skip"_s, 0) };
    return page.select >= 1 && page.select <= most && page.skip >= 0 ? std::optional(page) : std::nullopt;
}

Response jsonReply(int status, const QByteArray &body)
{
    return Response::text(status, "application/json; charset=utf-8"_ba, body);
}

Response statusOnly(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response refusal(int status, const QByteArray &token)
{
    return sentence(status, "Error: " + token);
}

Response sentence(int status, const QByteArray &words)
{
    JsonText text;
    return jsonReply(status, text.text("message", words).object());
}

Response refusalV3(int status, const QByteArray &code, const QByteArray &description, const QByteArray &item,
                   const QByteArray &itemWords)
{
    JsonText text;
    text.text("errorCode", code).text("description", description);
    if (!item.isEmpty()) {
        JsonText detail;
        detail.text("item", item).text("description", itemWords);
        text.raw("details"_ba, jsonArray({ detail.object() }));
    }
    return jsonReply(status, text.object());
}

Response wrongMethod()
{
    return sentence(405, "The requested resource does not support this http method."_ba);
}

QJsonObject lowered(const QByteArray &json)
{
    const QJsonObject given = QJsonDocument::fromJson(json).object();
    QJsonObject lower;
    for (auto each = given.begin(); each != given.end(); ++each)
        lower.insert(each.key().toLower(), each.value());
    return lower;
}

std::optional<QJsonObject> loweredBody(Call &call)
{
    const auto body = call.request.body(longestSmallBody);
    if (!body || !QJsonDocument::fromJson(*body).isObject())
        return std::nullopt;
    return lowered(*body);
}

QByteArray newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray isoTime(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace rowlift::practice::dotdigital
