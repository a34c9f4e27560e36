#include "app/service/salesforce/collection_part.h"

#include "app/service/salesforce/reasons.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct PartWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::CollectionPart)
};

Error badPart(const PartFile &part, const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartWords::tr("A file of this import could not be read: %1").arg(part.path),
             .detail = detail,
             .retryAfter = {} };
}

Outcome outcomeOf(const QJsonObject &result, Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return Outcome::Added;
    case Operation::Update:
        return Outcome::Updated;
    case Operation::Delete:
        return Outcome::Deleted;
    case Operation::Upsert: // absent in some answers: then nobody says whether it was new
        if (!result.contains("created"_L1))
            return Outcome::In;
        return result.value("created"_L1).toBool() ? Outcome::Added : Outcome::Updated;
    }
    return Outcome::In;
}

Reason reasonIn(const QJsonObject &result)
{
    const QJsonObject error = result.value("errors"_L1).toArray().first().toObject();
    QStringList fields;
    const QJsonArray named = error.value("fields"_L1).toArray();
    for (const QJsonValue &field : named)
        fields << field.toString();
    return callReason(error.value("statusCode"_L1).toString(error.value("errorCode"_L1).toString()),
                      error.value("message"_L1).toString(), fields);
}

} // namespace

Result<QByteArray> bytesOf(const PartFile &part)
{
    QFile file(part.path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(badPart(part, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(badPart(part, file.errorString()));
    return bytes;
}

Result<std::vector<QJsonObject>> recordsIn(const PartFile &part, Operation operation)
{
    const auto bytes = bytesOf(part);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const bool idsOnly = operation == Operation::Delete;
    const QJsonArray entries = idsOnly ? document.array() : document.object().value("records"_L1).toArray();
    if (entries.size() != part.rows)
        return tl::unexpected(
            badPart(part, u"%1 records instead of %2"_s.arg(entries.size()).arg(part.rows)));
    std::vector<QJsonObject> records;
    records.reserve(std::size_t(entries.size()));
    for (const QJsonValue &entry : entries) {
        QJsonObject record = idsOnly ? QJsonObject { { u"id"_s, entry } } : entry.toObject();
        record.remove("attributes"_L1);
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<PlacedResult> resultsFrom(const QJsonArray &answer, Operation operation)
{
    std::vector<PlacedResult> results;
    results.reserve(std::size_t(answer.size()));
    for (qsizetype place = 0; place < answer.size(); ++place) {
        const QJsonObject result = answer[place].toObject();
        PlacedResult placed { .place = place, .recordId = result.value("id"_L1).toString() };
        if (result.value("success"_L1).toBool()) {
            placed.outcome = outcomeOf(result, operation);
        } else {
            placed.outcome = Outcome::Failed;
            placed.reason = reasonIn(result);
        }
        results.push_back(std::move(placed));
    }
    return results;
}

} // namespace rowlift::salesforce
