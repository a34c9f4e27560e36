#include "app/service/salesforce/query_pages.h"

#include "app/service/salesforce/address.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostQueryPages = 1'000; ///< However often an answer says that there is more.

/// Whatever else is an object (a gateway's word, for one) says nothing of what is there.
bool isQueryPage(const QJsonObject &answer)
{
    return answer.value("done"_L1).isBool() && answer.value("totalSize"_L1).isDouble()
        && answer.value("records"_L1).isArray()
        && std::ranges::all_of(answer.value("records"_L1).toArray(), [](const QJsonValue &record) {
               return !record.toObject().value("Id"_L1).toString().isEmpty();
           });
}

} // namespace

qsizetype sizeInAddress(const QString &text)
{
    return QUrl::toPercentEncoding(text).size();
}

QString queryLiteral(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    escaped.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s).replace(u'\t', u"\\t"_s);
    return u'\'' + escaped + u'\'';
}

Call queryCallFor(const QString &query, Bin bin)
{
    Call call { .path = apiRoot + (bin == Bin::Searched ? u"/queryAll"_s : u"/query"_s) };
    call.query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(query)));
    return call;
}

Done readQuery(Api &api, Call call, const RecordPage &page, std::stop_token stop)
{
    qint64 read = 0;
    for (int pages = 0; pages < mostQueryPages; ++pages) {
        const Result<HttpReply> reply = api.send(call, Progress(), stop);
        if (!reply)
            return tl::unexpected(reply.error());
        const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
        if (!isQueryPage(answer))
            return tl::unexpected(unreadable(publicRequest(call), *reply, u"page of records"_s));
        const QJsonArray records = answer.value("records"_L1).toArray();
        page(records, *reply);
        read += records.size();
        const bool isLast = answer.value("done"_L1).toBool();
        if (isLast && answer.value("totalSize"_L1).toInteger(-1) == read)
            return {};
        const QString next = answer.value("nextRecordsUrl"_L1).toString();
        if (isLast || !next.startsWith(apiRoot + u"/query"_s))
            return tl::unexpected(unreadable(publicRequest(call), *reply, u"whole list of records"_s));
        call = { .path = next };
    }
    return tl::unexpected(unreadable(publicRequest(call), {}, u"end of a list of records"_s));
}

} // namespace rowlift::salesforce
