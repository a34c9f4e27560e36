#include "app/practice/salesforce/fixed_query.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/replies.h"

#include <QDateTime>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

bool meets(const FixedRecord &record, const Query::Condition &condition)
{
    const QByteArray text = record.text(condition.field);
    if (condition.bound) {
        const auto time = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODateWithMs);
        const auto bound
            = QDateTime::fromString(QString::fromUtf8(condition.values.first()), Qt::ISODateWithMs);
        return time.isValid() && (condition.bound == '>' ? time >= bound : time <= bound);
    }
    const bool isId = condition.field.toLower() == "id";
    return std::any_of(condition.values.begin(), condition.values.end(), [&](const QByteArray &value) {
        return isId ? value == text || value == text.left(15) : value.compare(text, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray attributesOf(const QByteArray &object, const QByteArray &id, const QByteArray &version)
{
    JsonText text;
    text.text("type", object).text("url", "/services/data/" + version + "/sobjects/" + object + '/' + id);
    return text.object();
}

Response fixedAnswer(const std::vector<FixedRecord> &records, const Query &query, const QByteArray &version)
{
    const FixedRecord &any = records.front();
    QByteArrayList asked = query.fields;
    for (const Query::Condition &condition : query.conditions)
        asked.append(condition.field);
    for (const QByteArray &name : asked)
        if (any.literal(name).isEmpty())
            return errorReply(400, "INVALID_FIELD"_ba,
                              "No such column '" + name + "' on entity '" + any.object + "'");
    QByteArrayList shown;
    for (const FixedRecord &record : records) {
        const bool meant
            = std::all_of(query.conditions.begin(), query.conditions.end(),
                          [&](const Query::Condition &condition) { return meets(record, condition); });
        if (!meant || (query.limit >= 0 && shown.size() >= query.limit))
            continue;
        JsonText text;
        text.raw("attributes"_ba, attributesOf(any.object, record.id(), version));
        for (const QByteArray &name : query.fields)
            text.raw(name, record.literal(name));
        shown.append(text.object());
    }
    JsonText text;
    text.number("totalSize", shown.size()).boolean("done", true);
    return Response::json(200, text.raw("records"_ba, query.countOnly ? "[]"_ba : jsonArray(shown)).object());
}

} // namespace rowlift::practice::salesforce
