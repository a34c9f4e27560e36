#include "app/service/salesforce/collection_part.h"

#include "app/csv/record_stream.h"
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

QString codeOf(const QJsonObject &error)
{
    return error.value("statusCode"_L1).toString(error.value("errorCode"_L1).toString());
}

Reason reasonFrom(const QJsonArray &errors)
{
    const QJsonObject first = errors.first().toObject();
    QStringList fields;
    const QJsonArray named = first.value("fields"_L1).toArray();
    for (const QJsonValue &field : named)
        fields << field.toString();
    Reason reason = callReason(codeOf(first), first.value("message"_L1).toString(), fields);
    for (qsizetype i = 1; i < errors.size(); ++i) {
        const QJsonObject further = errors[i].toObject();
        reason.text += u"\n%1: %2"_s.arg(codeOf(further), further.value("message"_L1).toString());
    }
    return reason;
}

/// The first record that a duplicate rule has found.
QString duplicateIn(const QJsonObject &error)
{
    const QJsonArray matches = error.value("duplicateResult"_L1)["matchResults"_L1].toArray();
    for (const QJsonValue &match : matches) {
        const QJsonArray records = match["matchRecords"_L1].toArray();
        for (const QJsonValue &record : records) {
            const QString id = record["record"_L1]["Id"_L1].toString();
            if (!id.isEmpty())
                return id;
        }
    }
    return {};
}

/// The cells of the column Id.
Result<QStringList> idsInFile(const PartFile &part)
{
    const auto source = FileSource::open(part.path);
    if (!source)
        return tl::unexpected(badPart(part, source.error().detail));
    RecordStream stream(**source, Dialect(), {}, {});
    RowView row;
    Result<bool> more = stream.next(row);
    const auto column = more && *more
        ? std::ranges::find(row.cells, std::string_view("Id")) - row.cells.begin()
        : std::ptrdiff_t(0);
    QStringList ids;
    while (more && (more = stream.next(row)) && *more) {
        const bool has = column < std::ssize(row.cells);
        const std::string_view cell = has ? row.cells[std::size_t(column)] : std::string_view();
        ids << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
    }
    if (!more)
        return tl::unexpected(badPart(part, more.error().detail));
    if (ids.size() != part.rows)
        return tl::unexpected(badPart(part, u"%1 ids instead of %2"_s.arg(ids.size()).arg(part.rows)));
    return ids;
}

} // namespace

Error badPart(const PartFile &part, const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartWords::tr("A file of this import could not be read: %1").arg(part.path),
             .detail = detail,
             .retryAfter = {} };
}

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

Result<QStringList> idsIn(const PartFile &part, Operation operation)
{
    QFile file(part.path);
    char first = 0; // of a header, or of JSON; spooled parts have no suffix to tell them by
    if (!file.open(QIODevice::ReadOnly) || !file.getChar(&first))
        return tl::unexpected(badPart(part, file.errorString()));
    if (first != '{' && first != '[')
        return idsInFile(part);
    const auto records = recordsIn(part, operation);
    if (!records)
        return tl::unexpected(records.error());
    QStringList ids;
    for (const QJsonObject &record : *records)
        ids << record.value("id"_L1).toString();
    return ids;
}

PlacedResult refusedResult(qint64 place, const QJsonArray &errors)
{
    PlacedResult refused { .place = place, .outcome = Outcome::Failed, .reason = reasonFrom(errors) };
    refused.recordId = duplicateIn(errors.first().toObject());
    if (refused.recordId.isEmpty())
        refused.recordId = recordInTheWay(refused.reason);
    return refused;
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
            const QString own = placed.recordId; // of an update or upsert that failed
            placed = refusedResult(place, result.value("errors"_L1).toArray());
            if (!own.isEmpty())
                placed.recordId = own;
        }
        results.push_back(std::move(placed));
    }
    return results;
}

} // namespace rowlift::salesforce
