#include "app/practice/marketo/lists_api.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/records_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostIds = 300;

bool among(const QStringList &wanted, const QByteArray &value)
{
    return wanted.isEmpty() || wanted.contains(QString::fromUtf8(value));
}

} // namespace

QList<qint64> idsIn(const Call &call)
{
    QList<qint64> ids;
    for (const QString &id : call.list(u"id"_s))
        ids.append(id.toLongLong());
    for (const QJsonValue &value : QJsonDocument::fromJson(call.body()).object().value("input"_L1).toArray())
        ids.append(value.toObject().value("id"_L1).toVariant().toLongLong());
    return ids;
}

QByteArray skipped(qint64 id, int code, const QByteArray &words)
{
    JsonText reason;
    reason.text("code", QByteArray::number(code)).text("message", words.isEmpty() ? usualWords(code) : words);
    JsonText text;
    if (id != 0)
        text.number("id", id);
    return text.text("status", "skipped"_ba).raw("reasons"_ba, jsonArray({ reason.object() })).object();
}

QByteArray standing(qint64 id, const char *status)
{
    JsonText text;
    return text.number("id", id).text("status", status).object();
}

/// lists.json, lists/ID.json, lists/ID/leads.json and lists/ID/leads/ismember.json; list/ID/leads.json is the
/// old spelling.
std::optional<Answer> ListsApi::answer(const Call &call)
{
    QStringList path = call.path().split(u'/', Qt::SkipEmptyParts).mid(2);
    if (path.isEmpty() || !path.last().endsWith(u".json"))
        return std::nullopt;
    path.last().chop(5);
    if (path[0] != u"lists" && path[0] != u"list")
        return std::nullopt;
    const bool mayChange = path.size() == 3;
    if (!call.isGet() && !(mayChange && (call.method() == "POST" || call.method() == "DELETE")))
        return m_envelope.refusal(605, "Request method '" + call.method() + "' not supported");
    if (path.size() == 1)
        return lists(call);
    const StaticList *list = m_catalog.list(path[1].toLongLong());
    if (!list)
        return m_envelope.refusal(1013);
    if (path.size() == 2)
        return m_envelope.result(jsonArray({ listJson(*list) }));
    if (path[2] != u"leads" || path.size() > 4 || (path.size() == 4 && path[3] != u"ismember"))
        return m_envelope.refusal(610);
    if (path.size() == 4)
        return isMember(call, list->id);
    return call.isGet() ? members(call, list->id) : changeMembers(call, list->id);
}

Answer ListsApi::lists(const Call &call) const
{
    const QString token = call.value(u"nextPageToken"_s);
    const qint64 after = token.isEmpty() ? 0 : pageBehind(token);
    if (after < 0)
        return m_envelope.refusal(1003, "Invalid paging token"_ba);
    QList<qint64> ids;
    for (const QString &id : call.list(u"id"_s))
        ids.append(id.toLongLong());
    const QStringList names = call.list(u"name"_s);
    const QStringList programs = call.list(u"programName"_s);
    const QStringList workspaces = call.list(u"workspaceName"_s);
    QByteArrayList each;
    qint64 last = 0;
    bool more = false;
    for (const StaticList &list : m_catalog.lists()) {
        if (list.id <= after || (!ids.isEmpty() && !ids.contains(list.id)) || !among(names, list.name)
            || !among(programs, list.program) || !among(workspaces, list.workspace))
            continue;
        more = each.size() == call.batchSize();
        if (more)
            break;
        each.append(listJson(list));
        last = list.id;
    }
    return m_envelope.result(jsonArray(each), more ? pageToken(last) : QByteArray());
}

Answer ListsApi::members(const Call &call, qint64 list) const
{
    const QString token = call.value(u"nextPageToken"_s);
    const qint64 after = token.isEmpty() ? 0 : pageBehind(token);
    if (after < 0)
        return m_envelope.refusal(1003, "Invalid paging token"_ba);
    QByteArray unknown;
    const QByteArrayList fields = askedFields(m_catalog, call.list(u"fields"_s), &unknown);
    if (!unknown.isEmpty())
        return m_envelope.refusal(1006, "Field '" + unknown + "' not found");
    Store store(m_around.dataFolder);
    QString error;
    if (!store.open(&error))
        return m_envelope.refusal(611);
    QByteArrayList each;
    const int most = call.batchSize();
    const QList<qint64> ids = store.members(list, after, most + 1);
    for (const qint64 id : ids.first(std::min<qsizetype>(most, ids.size())))
        if (const auto record = store.find(id))
            each.append(leadView(*record, fields));
    return m_envelope.page(jsonArray(each), ids.size() > most ? pageToken(ids[most - 1]) : QByteArray());
}

Answer ListsApi::isMember(const Call &call, qint64 list) const
{
    const QList<qint64> ids = idsIn(call);
    if (ids.isEmpty())
        return m_envelope.refusal(1002, "Missing value for the required parameter 'id'"_ba);
    Store store(m_around.dataFolder);
    QString error;
    if (!store.open(&error))
        return m_envelope.refusal(611);
    QByteArrayList each;
    for (const qint64 id : ids.first(std::min(mostIds, ids.size()))) {
        if (!store.find(id))
            each.append(skipped(id, 1004));
        else
            each.append(standing(id, store.isMember(list, id) ? "memberof" : "notmemberof"));
    }
    return m_envelope.result(jsonArray(each));
}

Answer ListsApi::changeMembers(const Call &call, qint64 list) const
{
    const QList<qint64> ids = idsIn(call);
    if (ids.isEmpty())
        return m_envelope.refusal(1002, "Missing value for the required parameter 'id'"_ba);
    if (ids.size() > mostIds)
        return m_envelope.refusal(1003, "Too many leads, at most 300 in one call"_ba);
    Store store(m_around.dataFolder);
    QString error;
    const std::scoped_lock turn(m_around.writing);
    if (!store.open(&error) || !store.begin())
        return m_envelope.refusal(611);
    const bool add = call.method() == "POST";
    QByteArrayList each;
    for (const qint64 id : ids) {
        if (!store.find(id))
            each.append(skipped(id, 1004));
        else if (add)
            each.append(standing(id, store.addMember(list, id) ? "added" : "memberof"));
        else
            each.append(store.removeMember(list, id) ? standing(id, "removed") : skipped(id, 1015));
    }
    store.commit();
    return m_envelope.result(jsonArray(each));
}

} // namespace rowlift::practice::marketo
