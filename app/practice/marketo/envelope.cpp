#include "app/practice/marketo/envelope.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto wordsOfCodes = std::to_array<std::pair<int, const char *>>({
    { 500, "Internal server error" },
    { 502, "Bad Gateway" },
    { 600, "Access token not specified" },
    { 601, "Access token invalid" },
    { 602, "Access token expired" },
    { 603, "Access denied" },
    { 604, "Request timed out" },
    { 605, "Request method 'POST' not supported" },
    { 606, "Max rate limit '100' exceeded with in '20' secs" },
    { 607, "Daily quota reached" },
    { 608, "API Temporarily Unavailable" },
    { 609, "Invalid JSON" },
    { 610, "Requested resource not found" },
    { 611, "System error" },
    { 612, "Invalid Content Type" },
    { 613, "Invalid Multipart Request" },
    { 614, "Invalid Subscription" },
    { 615, "Concurrent access limit reached" },
    { 616, "Invalid subscription type" },
    { 701, "name cannot be blank" },
    { 702, "No data found for a given search scenario" },
    { 703, "The feature is not enabled for the subscription" },
    { 704, "Invalid date format" },
    { 709, "Business Rule Violation" },
    { 710, "Parent Folder Not Found" },
    { 711, "Incompatible Folder Type" },
    { 713, "Transient Error" },
    { 718, "ExternalSalesPersonID not found" },
    { 719, "Lock wait timeout exception" },
    { 1001, "Invalid value 'abc'. Required of type 'Integer'" },
    { 1002, "Missing value for the required parameter 'file'" },
    { 1003, "Invalid data" },
    { 1004, "Lead not found" },
    { 1005, "Lead already exists" },
    { 1006, "Field 'userId' not found" },
    { 1007, "Multiple leads match the lookup criteria" },
    { 1008, "Access denied to partition 'Default'" },
    { 1009, "Partition name must be specified" },
    { 1010, "Partition update not allowed" },
    { 1011, "Field 'firstName' not supported" },
    { 1013, "Object not found" },
    { 1014, "Failed to create Object" },
    { 1015, "Lead not in list" },
    { 1016, "There are 10 imports currently being processed. Please try again later" },
    { 1017, "Object already exists" },
    { 1018, "CRM Enabled" },
    { 1019, "Import in progress" },
    { 1021, "Company update not allowed" },
    { 1022, "Object in use" },
    { 1025, "Program status not found" },
    { 1026, "Custom object not enabled" },
    { 1029, "Too many jobs in queue" },
    { 1036, "Duplicate object found in input" },
});

} // namespace

QByteArray usualWords(int code)
{
    const auto found = std::find_if(wordsOfCodes.begin(), wordsOfCodes.end(),
                                    [code](const auto &each) { return each.first == code; });
    return found == wordsOfCodes.end() ? "System error"_ba : QByteArray(found->second);
}

JsonText Envelope::success(const QByteArray &result, const QByteArray &nextPageToken) const
{
    JsonText text;
    text.text("requestId", requestId()).raw("result"_ba, result).boolean("success", true);
    if (!nextPageToken.isEmpty())
        text.text("nextPageToken", nextPageToken);
    return text;
}

Answer Envelope::result(const QByteArray &result, const QByteArray &nextPageToken) const
{
    return { Response::json(200, success(result, nextPageToken).object()) };
}

Answer Envelope::page(const QByteArray &result, const QByteArray &nextPageToken) const
{
    JsonText text = success(result, nextPageToken);
    return { Response::json(200, text.boolean("moreResult", !nextPageToken.isEmpty()).object()) };
}

Answer Envelope::done() const
{
    JsonText text;
    text.text("requestId", requestId()).boolean("success", true);
    return { Response::json(200, text.object()) };
}

Answer Envelope::refusal(int code, const QByteArray &words) const
{
    JsonText error;
    error.text("code", QByteArray::number(code)).text("message", words.isEmpty() ? usualWords(code) : words);
    JsonText text;
    text.text("requestId", requestId())
        .boolean("success", false)
        .raw("errors"_ba, jsonArray({ error.object() }));
    return { Response::json(200, text.object()), code };
}

Answer Envelope::gateway(int status)
{
    const QByteArray words = QByteArray::number(status) + ' ' + reasonPhrase(status);
    return { Response::text(status, "text/html"_ba, "<html><body><h1>" + words + "</h1></body></html>"),
             status };
}

/// Hexadecimal digits, and the milliseconds of now after the sign.
QByteArray Envelope::requestId() const
{
    return QByteArray::number(QRandomGenerator::global()->bounded(0x1000, 0xfffff), 16) + '#'
        + QByteArray::number(m_clock.now(), 16);
}

QByteArray marketoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        .toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'")
        .toLatin1();
}

QByteArray pageToken(qint64 after)
{
    return "PAGE" + QByteArray::number(after, 32).toUpper() + "=======";
}

qint64 pageBehind(const QString &token)
{
    bool right = token.startsWith(u"PAGE") && token.endsWith(u"=======");
    const qint64 after = right ? token.mid(4, token.size() - 11).toLongLong(&right, 32) : -1;
    return right ? after : -1;
}

} // namespace rowlift::practice::marketo
