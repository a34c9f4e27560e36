#include "app/practice/marketo/meta_api.h"

#include "app/practice/json_text.h"

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto schemaPath = "leads/schema/fields/"_L1;
constexpr auto objectsPath = "customobjects/"_L1;

QByteArray partitionsJson()
{
    QByteArrayList each;
    for (const Partition &partition : Catalog::partitions()) {
        JsonText text;
        text.number("id", partition.id).text("name", partition.name);
        if (*partition.description)
            text.text("description", partition.description);
        each.append(text.object());
    }
    return jsonArray(each);
}

QByteArray programsJson()
{
    QByteArrayList each;
    for (const Program &program : Catalog::programs()) {
        JsonText text;
        each.append(text.number("id", program.id).text("name", program.name).object());
    }
    return jsonArray(each);
}

} // namespace

MetaApi::MetaApi(const Catalog &catalog, Limits &limits, const Envelope &envelope)
    : m_catalog(catalog)
    , m_limits(limits)
    , m_envelope(envelope)
    , m_describe(leadDescribe(catalog.leads()))
    , m_describe2(leadDescribe2(catalog.leads()))
{
}

std::optional<Answer> MetaApi::answer(const Call &call)
{
    constexpr auto root = "/rest/v1/"_L1;
    if (!call.path().startsWith(root) || !call.path().endsWith(u".json"))
        return std::nullopt;
    auto answer = resource(call, call.path().mid(root.size()).chopped(5));
    if (answer && !call.isGet())
        return m_envelope.refusal(605, "Request method '" + call.method() + "' not supported");
    return answer;
}

std::optional<Answer> MetaApi::resource(const Call &call, const QString &path)
{
    if (path == u"leads/describe")
        return m_envelope.result(m_describe);
    if (path == u"leads/describe2")
        return m_envelope.result(m_describe2);
    if (path == u"leads/schema/fields")
        return schema(call);
    if (path.startsWith(schemaPath))
        return schemaOf(path.mid(schemaPath.size()));
    if (path == u"leads/partitions")
        return m_envelope.result(partitionsJson());
    if (path == u"programs/members/describe")
        return m_envelope.result(jsonArray({ m_catalog.membersDescribe() }));
    if (path == u"programs")
        return m_envelope.result(programsJson());
    if (path == u"customobjects")
        return customObjects(call);
    if (path.startsWith(objectsPath) && path.endsWith(u"/describe")) {
        const CustomObject *object = m_catalog.customObject(path.section(u'/', 1, 1).toUtf8());
        return object ? m_envelope.result(jsonArray({ object->describe })) : m_envelope.refusal(1013);
    }
    if (path == u"stats/usage" || path == u"stats/usage/last7days")
        return m_envelope.result(m_limits.usage());
    if (path == u"stats/errors" || path == u"stats/errors/last7days")
        return m_envelope.result(m_limits.errors());
    return std::nullopt;
}

Answer MetaApi::schema(const Call &call) const
{
    const QString token = call.value(u"nextPageToken"_s);
    const qint64 after = token.isEmpty() ? 0 : pageBehind(token);
    if (after < 0)
        return m_envelope.refusal(1003, "Invalid paging token"_ba);
    QByteArrayList each;
    qint64 place = 0;
    bool more = false;
    for (const Field &field : m_catalog.leads().all()) {
        if (field.name.isEmpty() || !field.described || place++ < after)
            continue;
        more = each.size() == call.batchSize();
        if (more)
            break;
        each.append(schemaField(field));
    }
    return m_envelope.page(jsonArray(each), more ? pageToken(after + each.size()) : QByteArray());
}

Answer MetaApi::schemaOf(const QString &name) const
{
    const Field *field = m_catalog.leads().named(name.toUtf8());
    return field ? m_envelope.result(jsonArray({ schemaField(*field) })) : m_envelope.refusal(1013);
}

Answer MetaApi::customObjects(const Call &call) const
{
    const QStringList names = call.list(u"names"_s);
    QByteArrayList each;
    for (const CustomObject &object : m_catalog.customObjects())
        if (names.isEmpty() || names.contains(QString::fromUtf8(object.name)))
            each.append(object.describe);
    return m_envelope.result(jsonArray(each));
}

} // namespace rowlift::practice::marketo
