#include "app/service/salesforce/old_values.h"

#include "app/mapping/record_id.h"
#include "app/service/salesforce/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct OldValueWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::OldValues)
};

/// Source: contracts/salesforce.md, 5.4.
constexpr qsizetype mostIdsInCall = 2'000;
/// Of one call, so that many fields make no answer that fills the memory.
constexpr qsizetype mostValuesInCall = 100'000;
constexpr qsizetype mostFieldsInCall = 200;

/// How many records with so many fields a call is asked for.
qsizetype recordsInCall(qsizetype fields)
{
    return std::min(mostIdsInCall, mostValuesInCall / std::clamp<qsizetype>(fields, 1, mostFieldsInCall));
}

constexpr qsizetype shortRecordId = 15;

QString oneId(const QString &id)
{
    return id.left(shortRecordId);
}

/// What is no value: an address is shown by its parts, and what is in a file is no text.
bool isReadAsText(const FieldFacts &field)
{
    constexpr std::array others { "address"_L1,      "location"_L1,   "base64"_L1,
                                  "complexvalue"_L1, "anyType"_L1,    "JunctionIdList"_L1,
                                  "masterrecord"_L1, "floatarray"_L1, "textarray"_L1 };
    return std::ranges::find(others, field.type) == others.end();
}

/// The field of the object that \a sent changes: "Owner.Email" and "User:Owner.Email" change "OwnerId".
const FieldFacts *changedField(const ObjectFacts &facts, const QString &sent)
{
    const qsizetype dot = sent.indexOf(u'.');
    if (dot < 0)
        return facts.field(sent);
    const QString relation = sent.left(dot).section(u':', -1);
    const auto found = std::ranges::find(facts.fields, relation, &FieldFacts::relationship);
    return found == facts.fields.end() ? nullptr : &*found;
}

QStringList fieldsToCopy(const ObjectFacts &facts, const Target &target, const QStringList &sent)
{
    QStringList fields;
    if (target.operation == Operation::Delete) {
        for (const FieldFacts &field : facts.fields) {
            if (isReadAsText(field))
                fields << field.name;
        }
    } else {
        for (const QString &name : sent) {
            if (const FieldFacts *field = changedField(facts, name))
                fields << field->name;
        }
        if (facts.field(u"LastModifiedDate"))
            fields << u"LastModifiedDate"_s;
    }
    fields.removeAll(u"Id"_s);
    fields.prepend(u"Id"_s);
    fields.removeDuplicates();
    return fields;
}

Error notWritten(const QSaveFile &file)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = OldValueWords::tr("The copy of what is in Salesforce now could not be written to %1. "
                                 "Check the disk.")
                   .arg(QDir::toNativeSeparators(QFileInfo(file.fileName()).path())),
             .detail = file.errorString(),
             .retryAfter = {} };
}

/// Asks for records, some at a time.
class RecordReader {
public:
    RecordReader(Api &api, QString object, QString keyPrefix, QStringList fields)
        : m_api(api)
        , m_object(std::move(object))
        , m_keyPrefix(std::move(keyPrefix))
        , m_fields(std::move(fields))
    {
    }

    qsizetype idsAtOnce() const { return recordsInCall(m_fields.size()); }

    /// The records of \a ids by their id in 15 characters. Those that are not there are not among them.
    Result<QHash<QString, QJsonObject>> read(const QStringList &ids, std::stop_token stop)
    {
        const QStringList asked = askable(ids);
        QHash<QString, QJsonObject> records;
        const QStringList all = m_fields; // some may be left out on the way
        for (qsizetype at = 0; !asked.isEmpty() && at < all.size(); at += mostFieldsInCall) {
            const QStringList fields = all.sliced(at, std::min(mostFieldsInCall, all.size() - at));
            if (const Done read = readFields(asked, fields, records, stop); !read)
                return tl::unexpected(read.error());
        }
        if (!m_leftOut.isEmpty()) {
            const QJsonObject left { { u"leftOut"_s, QJsonArray::fromStringList(m_leftOut) } };
            for (QJsonObject &record : records)
                record.insert(u"attributes"_s, left); // no field has that name
        }
        return records;
    }

private:
    /// What is no id of such a record makes the service refuse the whole call.
    QStringList askable(const QStringList &ids) const
    {
        QStringList asked;
        QSet<QString> known;
        for (const QString &id : ids) {
            if (!isRecordId(id.toStdString()) || !id.startsWith(m_keyPrefix) || known.contains(oneId(id)))
                continue;
            known.insert(oneId(id));
            asked << id;
        }
        return asked;
    }

    /// A field that the service does not hand out is left out. What it says of it is in the language of the
    /// user, so it is found by halves when no field of that name stands in it.
    Done readFields(const QStringList &ids, const QStringList &fields, QHash<QString, QJsonObject> &records,
                    std::stop_token stop)
    {
        const Done read = readSome(ids, fields, records, stop);
        const bool isRefused = !read && read.error().kind == Error::Kind::Rejected
            && read.error().detail.contains("INVALID_FIELD"_L1);
        if (!isRefused || fields == QStringList(u"Id"_s))
            return read;
        const QString named = fieldNamedIn(read.error().detail, fields);
        if (!named.isEmpty() || fields.size() == 1) {
            QStringList others = fields;
            others.removeAll(named.isEmpty() ? fields.first() : named);
            m_leftOut << (named.isEmpty() ? fields.first() : named);
            m_fields.removeAll(m_leftOut.last());
            return others.isEmpty() ? Done() : readFields(ids, others, records, stop);
        }
        const qsizetype half = fields.size() / 2;
        return readFields(ids, fields.first(half), records, stop).and_then([&] {
            return readFields(ids, fields.sliced(half), records, stop);
        });
    }

    /// The one field that \a detail puts in quotes.
    static QString fieldNamedIn(const QString &detail, const QStringList &fields)
    {
        static const QRegularExpression quoted(u"['\"“„«]([A-Za-z]\\w*)['\"”“»]"_s);
        QString named;
        for (auto found = quoted.globalMatch(detail); found.hasNext();) {
            const QString name = found.next().captured(1);
            if (name == "Id"_L1 || name == named || !fields.contains(name))
                continue;
            if (!named.isEmpty())
                return {};
            named = name;
        }
        return named;
    }

    Done readSome(const QStringList &ids, QStringList fields, QHash<QString, QJsonObject> &records,
                  std::stop_token stop)
    {
        if (!fields.contains("Id"_L1))
            fields.prepend(u"Id"_s);
        const QJsonObject body { { u"ids"_s, QJsonArray::fromStringList(ids) },
                                 { u"fields"_s, QJsonArray::fromStringList(fields) } };
        const Call call { .method = "POST",
                          .path = apiRoot + u"/composite/sobjects/"_s + m_object,
                          .contentType = jsonType,
                          .body = QJsonDocument(body).toJson(QJsonDocument::Compact) };
        const Result<HttpReply> reply = m_api.send(call, Progress(), stop);
        if (!reply)
            return tl::unexpected(reply.error());
        const QJsonDocument answer = QJsonDocument::fromJson(reply->body);
        const QJsonArray entries = answer.array();
        bool isWhole = answer.isArray() && entries.size() == ids.size();
        for (qsizetype i = 0; isWhole && i < entries.size(); ++i) {
            if (entries[i].isNull())
                continue;
            const QJsonObject record = entries[i].toObject();
            isWhole = oneId(record.value("Id"_L1).toString()) == oneId(ids[i]);
            QJsonObject &known = records[oneId(ids[i])];
            for (auto value = record.begin(); value != record.end(); ++value)
                known.insert(value.key(), value.value());
            known.remove("attributes"_L1);
        }
        if (!isWhole)
            return tl::unexpected(
                unreadable(publicRequest(call), *reply, u"array of %1 records"_s.arg(ids.size())));
        return {};
    }

    Api &m_api;
    QString m_object;
    QString m_keyPrefix;
    QStringList m_fields;
    QStringList m_leftOut;
};

} // namespace

Done copyRecords(Api &api, const Target &target, const QStringList &ids, const QStringList &fields,
                 const QString &path, const Progress &progress, std::stop_token stop)
{
    const auto facts = api.known().facts(api, target.object, stop);
    if (!facts)
        return tl::unexpected(facts.error());
    RecordReader reader(api, target.object, (*facts)->keyPrefix, fieldsToCopy(**facts, target, fields));
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path); // on the disk as a whole, or not at all
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(notWritten(file));
    for (qsizetype at = 0; at < ids.size();) {
        const QStringList some = ids.sliced(at, std::min(reader.idsAtOnce(), ids.size() - at));
        const auto records = reader.read(some, stop);
        if (!records)
            return tl::unexpected(records.error());
        QByteArray lines;
        for (const QString &id : some) {
            const auto record = records->constFind(oneId(id));
            lines += record == records->cend() ? "null"_ba
                                               : QJsonDocument(*record).toJson(QJsonDocument::Compact);
            lines += '\n';
        }
        if (file.write(lines) != lines.size())
            return tl::unexpected(notWritten(file));
        at += some.size();
        progress.tell(at, ids.size());
    }
    if (!file.commit())
        return tl::unexpected(notWritten(file));
    return {};
}

qint64 callsToCopy(qint64 records, qint64 fields, qint64 parts)
{
    const qint64 each = recordsInCall(qsizetype(fields));
    const qint64 calls = std::max((records + each - 1) / each + parts - 1, parts);
    return calls * std::max<qint64>(1, (fields + mostFieldsInCall - 1) / mostFieldsInCall);
}

} // namespace rowlift::salesforce
