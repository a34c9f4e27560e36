#include "app/practice/salesforce/composite_words.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/replies.h"

#include <QJsonObject>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

QByteArray kindOf(const QJsonObject &record)
{
    return record.value("attributes"_L1).toObject().value("type"_L1).toString().toUtf8();
}

QByteArray compositeError(const RowError &error)
{
    QByteArrayList fields;
    for (const QByteArray &field : error.fields)
        fields.append(jsonString(field));
    JsonText text;
    text.text("statusCode", error.code).text("message", error.message).raw("fields"_ba, jsonArray(fields));
    return text.object();
}

Verdict unknownKind(const QByteArray &kind)
{
    Verdict verdict;
    verdict.error = RowError { "INVALID_TYPE"_ba, "sObject type '" + kind + "' is not supported.", {} };
    return verdict;
}

Response internalError()
{
    return errorReply(500, "UNKNOWN_EXCEPTION"_ba, "An unexpected error occurred. ErrorId : 1-3 (3)"_ba);
}

} // namespace rowlift::practice::salesforce
