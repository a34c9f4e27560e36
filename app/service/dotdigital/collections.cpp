#include "app/service/dotdigital/collections.h"

#include "app/service/dotdigital/insight_schema.h"
#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesOnPage = 1000;
constexpr qint64 mostEntries = 1'000'000; ///< Whoever sends more sends pages that go round.

struct CollectionWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Collections)
};

/// Whether an account does not have something that others have. Who may not sign in, and who asks too often,
/// is refused in other ways.
bool isNotThere(const Call &call, const HttpReply &reply, const Api &api)
{
    return reply.status / 100 == 4 && api.refusal(call, reply).kind != Error::Kind::RateLimit;
}

Result<std::optional<Collections>> readV3(Api &api, std::stop_token stop)
{
    const Call call { .path = u"/insightData/v3/collections"_s };
    const Result<HttpReply> reply = api.ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (isNotThere(call, *reply, api))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(reply->body);
    if (reply->status / 100 != 2 || !document.isArray())
        return tl::unexpected(api.refusal(call, *reply));
    Collections found { .hasV3 = true, .all = {} };
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries) {
        const QJsonObject collection = entry.toObject();
        found.all.push_back({ .name = memberText(collection, "collectionName"_L1),
                              .scope = memberText(collection, "collectionScope"_L1),
                              .type = memberText(collection, "collectionType"_L1) });
    }
    return found;
}

Error badCollectionName(const QString &sentence, const QString &name)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = sentence,
             .detail = u"collection “%1”"_s.arg(name.left(300)),
             .retryAfter = {} };
}

bool mayStandInName(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
}

/// What is wrong with \a name as the name of a collection; empty: nothing. The names that both versions take.
/// Source: contracts/dotdigital.md, 4.1.
QString wrongInName(const QString &name)
{
    constexpr qsizetype longest = 255;
    if (name.trimmed().isEmpty())
        return CollectionWords::tr("Give the collection a name.");
    if (name.contains(u' '))
        return CollectionWords::tr("There can be no space in the name of a collection: use _ instead.");
    const auto odd = std::ranges::find_if_not(name, mayStandInName);
    if (odd != name.end()) {
        const bool isPair = odd->isHighSurrogate() && odd + 1 != name.end();
        return CollectionWords::tr(
                   "“%1” cannot be in the name of a collection. Letters from A to Z, digits and _ "
                   "can.")
            .arg(QString(odd, isPair ? 2 : 1));
    }
    if (name.front().isDigit())
        return CollectionWords::tr("The name of a collection cannot begin with a digit.");
    if (name.size() < 2)
        return CollectionWords::tr("The name of a collection has at least two characters.");
    if (name.size() > longest)
        return CollectionWords::tr("The name of a collection has at most 255 characters; this one has %n.",
                                   nullptr, int(name.size()));
    return {};
}

} // namespace

const Collection *Collections::named(const QString &name) const
{
    const auto found = std::ranges::find_if(all, [&name](const Collection &collection) {
        return collection.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

Result<Collections> readCollections(Api &api, std::stop_token stop)
{
    auto newer = readV3(api, stop);
    if (!newer)
        return tl::unexpected(newer.error());
    if (*newer)
        return std::move(**newer);
    const auto older = readPages(api, u"/v2/contacts/transactional-data-collections"_s, std::move(stop));
    if (!older && older.error().kind == Error::Kind::Rejected) // insight data is no part of the account
        return Collections();
    if (!older)
        return tl::unexpected(older.error());
    Collections found;
    for (const QJsonValue &entry : *older)
        found.all.push_back({ .name = memberText(entry.toObject(), "name"_L1) });
    return found;
}

Result<std::optional<QJsonArray>> readMembers(Api &api, const QString &collection, std::stop_token stop)
{
    const Call call { .path = u"/insightData/v3/collections/%1/schema"_s.arg(pathPart(collection)) };
    const Result<HttpReply> reply = api.ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (isNotThere(call, *reply, api)) // of one without records
        return std::nullopt;
    if (reply->status / 100 != 2)
        return tl::unexpected(api.refusal(call, *reply));
    const QJsonArray entries = QJsonDocument::fromJson(reply->body).object().value("schema"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        if (entry["name"_L1].toString() == "json"_L1)
            return entry["fields"_L1].toArray();
    }
    return std::nullopt;
}

Result<QJsonArray> readPages(Api &api, const QString &path, std::stop_token stop)
{
    QJsonArray all;
    for (qint64 skip = 0; skip < mostEntries; skip += entriesOnPage) {
        const Call call { .path = u"%1?select=%2&skip=%3"_s.arg(path).arg(entriesOnPage).arg(skip) };
        const Result<HttpReply> reply = api.ask(call, Progress(), stop);
        if (!reply)
            return tl::unexpected(reply.error());
        const QJsonDocument document = QJsonDocument::fromJson(reply->body);
        if (reply->status / 100 != 2 || !document.isArray())
            return tl::unexpected(api.refusal(call, *reply));
        const QJsonArray page = document.array();
        for (const QJsonValue &entry : page)
            all.append(entry);
        if (page.size() < entriesOnPage)
            break;
    }
    return all;
}

QString memberText(const QJsonObject &object, QLatin1StringView name)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key().compare(name, Qt::CaseInsensitive) == 0)
            return member.value().toVariant().toString();
    }
    return {};
}

QByteArray insightDocument(const QString &collection, const Collections &there,
                           const std::optional<QJsonArray> &members)
{
    const Collection *known = there.named(collection);
    QJsonObject json { { QLatin1StringView(documentMark), QLatin1StringView(insightDocumentKind) },
                       { u"collection"_s, known ? known->name : collection },
                       { u"api"_s, there.hasV3 ? u"v3"_s : u"v2"_s },
                       { u"isNew"_s, known == nullptr } };
    if (known && !known->scope.isEmpty())
        json[u"scope"] = known->scope;
    if (known && !known->type.isEmpty())
        json[u"type"] = known->type;
    if (members)
        json[u"schema"] = *members;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ObjectInfo collectionObject(const QString &name)
{
    return { .name = QLatin1StringView(insightPrefix) + name,
             .label = name,
             .labelPlural = name,
             .keyPrefix = {},
             .custom = true,
             .canCreate = true,
             .canUpdate = true,
             .canDelete = false };
}

Result<ObjectInfo> newCollection(const QString &name, const std::vector<ObjectInfo> &there)
{
    if (const QString wrong = wrongInName(name); !wrong.isEmpty())
        return tl::unexpected(badCollectionName(wrong, name));
    ObjectInfo made = collectionObject(name);
    made.isNew = true;
    const auto same = std::ranges::find_if(there, [&made](const ObjectInfo &other) {
        return other.name.compare(made.name, Qt::CaseInsensitive) == 0;
    });
    if (same == there.end())
        return made;
    return tl::unexpected(
        badCollectionName(CollectionWords::tr("There is a collection “%1” already: choose it from the "
                                              "list.")
                              .arg(same->label),
                          name));
}

} // namespace rowlift::dotdigital
