#include "app/service/salesforce/collection_loader.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_part.h"

#include <QJsonDocument>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

Result<Call> CollectionLoader::callFor(const PartFile &part) const
{
    Call call { .path = apiRoot + u"/composite/sobjects"_s };
    if (target().operation == Operation::Delete) {
        const auto records = recordsIn(part, target().operation);
        if (!records)
            return tl::unexpected(records.error());
        QStringList ids;
        for (const QJsonObject &record : *records)
            ids << QString::fromLatin1(QUrl::toPercentEncoding(record.value("id"_L1).toString()));
        call.method = "DELETE";
        call.query.addQueryItem(u"ids"_s, ids.join(u','));
        call.query.addQueryItem(u"allOrNone"_s, u"false"_s);
        return call;
    }
    call.method = target().operation == Operation::Insert ? "POST" : "PATCH";
    if (target().operation == Operation::Upsert)
        call.path += u'/' + target().object + u'/' + target().keyField;
    call.contentType = jsonType;
    call.headers = optionHeaders(target());
    call.bodyFile = part.path;
    return call;
}

Result<Submitted> CollectionLoader::answered(const Call &call, const HttpReply &reply,
                                             const PartFile &part) const
{
    if (reply.status != 200)
        return tl::unexpected(refusal(call, reply));
    // A page in between, or too few: what became of the rows is to be asked then.
    const QJsonDocument answer = QJsonDocument::fromJson(reply.body);
    const bool fits = answer.isArray() && answer.array().size() == part.rows
        && std::ranges::all_of(answer.array(), [](const QJsonValue &each) {
                          return each.toObject().value("success"_L1).isBool();
                      });
    if (!fits)
        return tl::unexpected(
            unreadable(publicRequest(call), reply, u"array of %1 results"_s.arg(part.rows)));
    return Submitted { .results = resultsFrom(answer.array(), target().operation) };
}

} // namespace rowlift::salesforce
