#include "app/service/salesforce/single_call.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/json_slices.h"
#include "app/service/salesforce/reasons.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// What finds the record: it stands in the address and not in the body.
QByteArray addressedBy(const Target &target)
{
    if (target.operation == Operation::Insert)
        return {};
    const bool byKey = target.operation == Operation::Upsert && target.keyField != "Id"_L1;
    return byKey ? target.keyField.toLatin1() : "id"_ba;
}

/// An address that ends there, or that "." and ".." change, would be that of another call.
bool canStandInAddress(const QString &value)
{
    return !value.isEmpty() && value != "."_L1 && value != ".."_L1;
}

PlacedResult withoutAddress(const Target &target, const QString &value)
{
    const bool upserts = target.operation == Operation::Upsert;
    const QString field = upserts ? target.keyField : u"Id"_s;
    if (!value.isEmpty())
        return { .outcome = Outcome::Failed,
                 .reason = { .code = u"KEY_NOT_IN_ADDRESS"_s, // ours
                             .field = field,
                             .text = u"%1 cannot be part of an address: %2"_s.arg(field, value) } };
    // As the service says it.
    return { .outcome = Outcome::Failed,
             .reason
             = callReason(u"MISSING_ARGUMENT"_s,
                          u"%1 not specified in an %2 call"_s.arg(field, upserts ? u"upsert"_s : u"update"_s),
                          { field }) };
}

/// \a record without what addresses it.
QByteArray bodyOf(QByteArrayView record, QByteArrayView address, QString &value)
{
    QByteArrayList members;
    for (const JsonMember &member : membersOf(record)) {
        if (member.name == address)
            value = plainText(member.value);
        else if (member.name != "attributes") // the address names the object
            members << member.whole.toByteArray();
    }
    return '{' + members.join(',') + '}';
}

/// Whether \a fault is about the call or the user rather than the record: no other record would get in.
bool concernsAll(const Target &target, const HttpReply &reply, const Fault &fault)
{
    constexpr std::array<QStringView, 8> codes {
        u"API_DISABLED_FOR_ORG",   u"API_CURRENTLY_DISABLED", u"FUNCTIONALITY_NOT_ENABLED",
        u"REQUEST_LIMIT_EXCEEDED", u"INVALID_TYPE",           u"METHOD_NOT_ALLOWED",
        u"STORAGE_LIMIT_EXCEEDED", u"UNSUPPORTED_MEDIA_TYPE"
    };
    if (reply.status == 404 && target.operation == Operation::Insert)
        return true; // the object itself
    return std::ranges::any_of(codes, [&](QStringView code) { return sameCode(fault.code, code); });
}

std::optional<PlacedResult> refusedBy(const Target &target, const HttpReply &reply)
{
    constexpr std::array statuses { 400, 403, 404, 409, 412, 428 };
    const std::vector<Fault> faults = faultsIn(reply.body);
    if (std::ranges::find(statuses, reply.status) == statuses.end() || !isOwnRefusal(reply)
        || concernsAll(target, reply, faults.front()))
        return std::nullopt;
    const QJsonDocument answer = QJsonDocument::fromJson(reply.body);
    return refusedResult(0, answer.isArray() ? answer.array() : QJsonArray { answer.object() });
}

/// Several records have the key: the answer lists their addresses.
std::optional<PlacedResult> severalIn(const Target &target, const HttpReply &reply)
{
    const QJsonArray found = QJsonDocument::fromJson(reply.body).array();
    QStringList ids;
    for (const QJsonValue &address : found)
        ids << address.toString().section(u'/', -1);
    if (ids.size() < 2 || ids.contains(QString()))
        return std::nullopt;
    const QString text = u"%1: more than one record found for external id field: [%2]"_s.arg(target.keyField,
                                                                                             ids.join(u", "));
    return PlacedResult { .outcome = Outcome::Failed,
                          .reason = callReason(u"DUPLICATE_EXTERNAL_ID"_s, text, { target.keyField }) };
}

} // namespace

tl::expected<Call, PlacedResult> singleCall(const Target &target, QByteArrayView record)
{
    Call call { .path = apiRoot + u"/sobjects/"_s + target.object };
    const bool deletes = target.operation == Operation::Delete;
    QString address = deletes ? plainText(record) : QString();
    const QByteArray body = deletes ? QByteArray() : bodyOf(record, addressedBy(target), address);
    if (target.operation != Operation::Insert) {
        if (!canStandInAddress(address))
            return tl::unexpected(withoutAddress(target, address));
        if (target.operation == Operation::Upsert)
            call.path += u'/' + target.keyField;
        call.path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(address));
    }
    call.method = deletes ? "DELETE" : target.operation == Operation::Insert ? "POST" : "PATCH";
    call.headers = optionHeaders(target);
    call.body = body;
    if (!deletes)
        call.contentType = jsonType;
    return call;
}

std::optional<PlacedResult> singleResult(const Target &target, const Call &call, const HttpReply &reply)
{
    if (reply.status == 300 && target.operation == Operation::Upsert)
        return severalIn(target, reply);
    const bool hasId = target.operation == Operation::Update || target.operation == Operation::Delete;
    if (reply.status >= 300) {
        auto refused = refusedBy(target, reply);
        if (refused && hasId && refused->recordId.isEmpty())
            refused->recordId = call.path.section(u'/', -1);
        return refused;
    }
    // A known record: of an upsert by its own id it is told as of an update.
    const bool byId = target.operation == Operation::Upsert && target.keyField == "Id"_L1;
    if (hasId || (byId && reply.status == 204)) {
        if (reply.status != 204 || !reply.body.isEmpty())
            return std::nullopt;
        const bool deletes = target.operation == Operation::Delete;
        return PlacedResult { .outcome = deletes ? Outcome::Deleted : Outcome::Updated,
                              .recordId = call.path.section(u'/', -1) };
    }
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (!answer.value("success"_L1).toBool() || answer.value("id"_L1).toString().isEmpty())
        return std::nullopt;
    return resultsFrom({ answer }, target.operation).front();
}

} // namespace rowlift::salesforce
