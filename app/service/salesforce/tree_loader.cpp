#include "app/service/salesforce/tree_loader.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/json_slices.h"
#include "app/service/salesforce/single_call.h"

#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

bool goesAlone(const PartFile &part)
{
    return part.rows == 1 && part.refusals >= TreeLoader::mostRefusals;
}

/// `r1` is the first record of a part.
QByteArray referenceOf(qint64 place)
{
    return 'r' + QByteArray::number(place + 1);
}

/// -1: none of ours.
qint64 placeOf(const QString &reference, qint64 rows)
{
    bool isNumber = false;
    const qint64 number = reference.sliced(reference.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    const bool isOurs = isNumber && number >= 1 && number <= rows
        && reference == QString::fromLatin1(referenceOf(number - 1));
    return isOurs ? number - 1 : -1;
}

/// The records of a part, each with a reference: `"attributes":{"type":"Contact","referenceId":"r1"}`.
Result<QByteArray> treeBody(const PartFile &part)
{
    const auto bytes = bytesOf(part);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto records = recordSlices(*bytes, part);
    if (!records)
        return tl::unexpected(records.error());
    QByteArray body = "{\"records\":[";
    for (std::size_t place = 0; place < records->size(); ++place) {
        const QByteArrayView record = records->at(place);
        const qsizetype end = record.indexOf('}'); // names of objects have none
        if (!record.startsWith("{\"attributes\":{\"type\":") || end < 0)
            return tl::unexpected(badPart(part, u"a record without attributes"_s));
        body += place == 0 ? "" : ",";
        body += record.first(end);
        body += ",\"referenceId\":\"" + referenceOf(qint64(place)) + '"';
        body += record.sliced(end);
    }
    return body + "]}";
}

/// The results by place; nothing when one is not named as ours are, or twice.
std::optional<std::map<qint64, QJsonObject>> placedIn(const QJsonObject &answer, qint64 rows)
{
    std::map<qint64, QJsonObject> placed;
    const QJsonArray results = answer.value("results"_L1).toArray();
    for (const QJsonValue &result : results) {
        const qint64 place = placeOf(result["referenceId"_L1].toString(), rows);
        if (place < 0 || !placed.try_emplace(place, result.toObject()).second)
            return std::nullopt;
    }
    return placed;
}

/// All records, each with an id.
std::optional<Submitted> addedIn(const std::map<qint64, QJsonObject> &placed, qint64 rows)
{
    Submitted submitted;
    for (const auto &[place, result] : placed) {
        const QString id = result.value("id"_L1).toString();
        if (id.isEmpty())
            return std::nullopt;
        submitted.results.push_back({ .place = place, .outcome = Outcome::Added, .recordId = id });
    }
    return qint64(submitted.results.size()) == rows ? std::optional(submitted) : std::nullopt;
}

/// The records that kept the others out; nothing when one has no reason.
std::optional<Submitted> refusedIn(const std::map<qint64, QJsonObject> &placed)
{
    Submitted submitted { .restNotIn = true };
    for (const auto &[place, result] : placed) {
        const QJsonArray errors = result.value("errors"_L1).toArray();
        if (errors.isEmpty())
            return std::nullopt;
        submitted.results.push_back(refusedResult(place, errors));
    }
    return placed.empty() ? std::nullopt : std::optional(submitted);
}

/// The others stay out as the person wants it: all or nothing.
void leaveOthersOut(Submitted &submitted, qint64 rows)
{
    std::vector<PlacedResult> all;
    auto refused = submitted.results.begin();
    for (qint64 place = 0; place < rows; ++place) {
        if (refused != submitted.results.end() && refused->place == place) {
            all.push_back(std::move(*refused++));
            continue;
        }
        // In the words that the service has for it.
        all.push_back({ .place = place,
                        .outcome = Outcome::NotProcessed,
                        .reason = { .code = u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s,
                                    .field = {},
                                    .text = u"Record rolled back because not all records were valid and the "
                                            "request was using AllOrNone header"_s } });
    }
    submitted = { .results = std::move(all) };
}

} // namespace

Result<Call> TreeLoader::callFor(const PartFile &part) const
{
    if (goesAlone(part)) {
        const auto bytes = bytesOf(part);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto records = recordSlices(*bytes, part);
        if (!records)
            return tl::unexpected(records.error());
        return singleCall(target(), records->front()).value_or(Call());
    }
    const auto body = treeBody(part);
    if (!body)
        return tl::unexpected(body.error());
    return Call { .method = "POST",
                  .path = apiRoot + u"/composite/tree/"_s + target().object,
                  .contentType = jsonType,
                  .headers = optionHeaders(target()),
                  .body = *body };
}

Result<Submitted> TreeLoader::answered(const Call &call, const HttpReply &reply, const PartFile &part) const
{
    if (goesAlone(part)) {
        if (auto result = singleResult(target(), call, reply))
            return Submitted { .results = { std::move(*result) } };
    } else {
        const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
        const QJsonValue hasErrors = answer.value("hasErrors"_L1);
        const auto placed = placedIn(answer, part.rows);
        std::optional<Submitted> submitted;
        if (placed && reply.status == 201 && hasErrors.isBool() && !hasErrors.toBool())
            submitted = addedIn(*placed, part.rows);
        else if (placed && reply.status == 400 && hasErrors.toBool())
            submitted = refusedIn(*placed);
        if (submitted && reply.status == 400 && target().options.value(allOrNothingOption).toBool())
            leaveOthersOut(*submitted, part.rows);
        if (submitted)
            return *submitted;
    }
    if (reply.status / 100 <= 3 || saysOver(reply) != salesforce::saysOver(reply))
        return tl::unexpected(unreadable(publicRequest(call), reply, u"result for each record"_s));
    return tl::unexpected(refusal(call, reply));
}

bool TreeLoader::saysOver(const HttpReply &reply) const
{
    // A refusal that names records has no code of its own.
    const bool namesRecords
        = reply.status == 400 && QJsonDocument::fromJson(reply.body).object().value("hasErrors"_L1).toBool();
    return namesRecords || CallLoader::saysOver(reply);
}

void TreeLoader::conclude(std::vector<TracedRow> &rows, const QStringList &keys) const
{
    const bool isIn = std::ranges::any_of(rows, &TracedRow::isProof);
    const bool isNotIn
        = std::ranges::any_of(rows, [](const TracedRow &row) { return row.trace == Trace::NotIn; });
    if (!isIn && !isNotIn)
        return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TracedRow &row = rows[i];
        const bool hasKey = !keys[qsizetype(i)].isEmpty();
        if (isIn && row.trace == Trace::NotIn)
            row = {};
        else if (isIn && row.trace == Trace::Unsure)
            row = { .trace = Trace::In, .outcome = Outcome::Added };
        else if (!isIn && (row.trace == Trace::In || !hasKey)) // what holds its values is another call's
            row = { .trace = Trace::NotIn };
    }
}

} // namespace rowlift::salesforce
