#include "app/service/marketo/field_details.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldsOnPage = 300;

/// The members of a schema field that describe2 lacks.
constexpr std::array detailMembers { "description"_L1, "isHidden"_L1, "isSensitive"_L1 };

using FieldDetails = QHash<QString, QJsonObject>; ///< By REST name.

Call schemaCall(const QString &token)
{
    Call call { .path = u"/rest/v1/leads/schema/fields.json"_s };
    call.query.addQueryItem(u"batchSize"_s, QString::number(fieldsOnPage));
    if (!token.isEmpty())
        call.query.addQueryItem(u"nextPageToken"_s, QString::fromLatin1(QUrl::toPercentEncoding(token)));
    return call;
}

/// Nothing where they may not be read.
Result<FieldDetails> readDetails(Api &api, const std::stop_token &stop)
{
    FieldDetails details;
    QSet<QString> tokens;
    for (QString token;;) {
        const Result<Envelope> page = api.send(schemaCall(token), stop);
        if (!page && page.error().cancelled())
            return tl::unexpected(page.error());
        if (!page)
            return FieldDetails();
        for (const QJsonValue &field : page->result)
            details.insert(field["name"_L1].toString(), field.toObject());
        token = page->nextPageToken;
        if (token.isEmpty() || !page->mayHaveMore || tokens.contains(token))
            return details;
        tokens << token;
    }
}

QJsonObject withDetailsOf(QJsonObject field, const FieldDetails &details)
{
    const auto found = details.constFind(field.value("name"_L1).toString());
    if (found == details.constEnd())
        return field;
    for (const QLatin1StringView member : detailMembers) {
        if (const QJsonValue value = found->value(member); value.isString() || value.isBool())
            field.insert(member, value);
    }
    return field;
}

} // namespace

Result<QByteArray> withDetails(const QByteArray &document, Api &api, std::stop_token stop)
{
    QJsonObject json = QJsonDocument::fromJson(document).object();
    QJsonArray result = json.value("result"_L1).toArray();
    QJsonObject record = result.first().toObject();
    if (!record.contains("fields"_L1)) // of the older describe
        return document;
    const Result<FieldDetails> details = readDetails(api, stop);
    if (!details)
        return tl::unexpected(details.error());
    if (details->isEmpty())
        return document;
    QJsonArray fields;
    const QJsonArray described = record.value("fields"_L1).toArray();
    for (const QJsonValue &field : described)
        fields << withDetailsOf(field.toObject(), *details);
    record.insert("fields"_L1, fields);
    result[0] = record;
    json.insert("result"_L1, result);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace rowlift::marketo
