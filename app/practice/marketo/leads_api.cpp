#include "app/practice/marketo/leads_api.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/book.h"
#include "app/practice/marketo/lists_api.h"
#include "app/practice/marketo/records_view.h"
#include "app/practice/marketo/values.h"

#include <algorithm>
#include <mutex>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFilterValues = 300;
constexpr int mostFound = 1000; ///< Source: contracts/marketo.md, 6.2.
constexpr auto onePath = "/rest/v1/lead/"_L1;

std::string_view viewOf(const QByteArray &text)
{
    return { text.constData(), static_cast<std::size_t>(text.size()) };
}

} // namespace

std::optional<Answer> LeadsApi::answer(const Call &call)
{
    const QString path = call.path();
    if (path == u"/rest/v1/leads.json" && call.isGet())
        return filtered(call);
    if (path == u"/rest/v1/leads.json" && call.method() == "DELETE")
        return remove(call);
    if (path == u"/rest/v1/leads/delete.json")
        return call.method() == "POST"
            ? remove(call)
            : m_envelope.refusal(605, "Request method '" + call.method() + "' not supported");
    if (path.startsWith(onePath) && path.endsWith(u".json") && call.isGet())
        return one(call, path.mid(onePath.size()).chopped(5));
    return std::nullopt;
}

Answer LeadsApi::filtered(const Call &call) const
{
    const QString type = call.value(u"filterType"_s);
    const QStringList values = call.list(u"filterValues"_s);
    if (type.isEmpty() || values.isEmpty())
        return m_envelope.refusal(1002,
                                  "Missing value for the required parameter '"
                                      + QByteArray(type.isEmpty() ? "filterType" : "filterValues") + '\'');
    const Field *by = m_catalog.leads().named(type.toUtf8());
    if (!by || !by->key)
        return m_envelope.refusal(by ? 1011 : 1006,
                                  "Field '" + type.toUtf8() + (by ? "' not supported" : "' not found"));
    if (values.size() > mostFilterValues)
        return m_envelope.refusal(1003, "Too many values in filterValues, at most 300"_ba);
    QByteArray unknown;
    const QByteArrayList fields = askedFields(m_catalog, call.list(u"fields"_s), &unknown);
    if (!unknown.isEmpty())
        return m_envelope.refusal(1006, "Field '" + unknown + "' not found");
    const QString token = call.value(u"nextPageToken"_s);
    const qint64 after = token.isEmpty() ? 0 : pageBehind(token);
    Store store(m_around.dataFolder);
    QString error;
    if (after < 0 || !store.open(&error))
        return after < 0 ? m_envelope.refusal(1003, "Invalid paging token"_ba) : m_envelope.refusal(611);
    Book book(Leads, m_catalog.leads(), store, m_around.clock);
    QList<qint64> found;
    for (const QString &value : values) {
        const Literal literal = literalOf(*by, viewOf(value.trimmed().toUtf8()));
        if (literal.fault == Literal::Fault::None)
            found += book.matches(*by, literal.json, mostFound + 1);
    }
    if (found.size() > mostFound)
        return m_envelope.refusal(1003, "Too many results match the filter"_ba);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QByteArrayList each;
    const qsizetype end = std::min<qsizetype>(after + call.batchSize(), found.size());
    for (qsizetype i = after; i < end; ++i)
        if (const auto record = store.find(found[i]))
            each.append(leadView(*record, fields));
    return m_envelope.page(jsonArray(each), end < found.size() ? pageToken(end) : QByteArray());
}

Answer LeadsApi::one(const Call &call, const QString &id) const
{
    QByteArray unknown;
    const QByteArrayList fields = askedFields(m_catalog, call.list(u"fields"_s), &unknown);
    if (!unknown.isEmpty())
        return m_envelope.refusal(1006, "Field '" + unknown + "' not found");
    Store store(m_around.dataFolder);
    QString error;
    if (!store.open(&error))
        return m_envelope.refusal(611);
    const auto record = store.find(id.toLongLong());
    return record && record->object == Leads ? m_envelope.result(jsonArray({ leadView(*record, fields) }))
                                             : m_envelope.refusal(1004);
}

Answer LeadsApi::remove(const Call &call) const
{
    const QList<qint64> ids = idsIn(call);
    if (ids.isEmpty())
        return m_envelope.refusal(1002, "Missing value for the required parameter 'input'"_ba);
    if (ids.size() > mostFilterValues)
        return m_envelope.refusal(1003, "Too many leads, at most 300 in one call"_ba);
    Store store(m_around.dataFolder);
    QString error;
    const std::scoped_lock turn(m_around.writing);
    if (!store.open(&error) || !store.begin())
        return m_envelope.refusal(611);
    Book book(Leads, m_catalog.leads(), store, m_around.clock);
    QByteArrayList each;
    for (const qint64 id : ids)
        each.append(book.remove(id) ? standing(id, "deleted") : skipped(id, 1004));
    store.commit();
    return m_envelope.result(jsonArray(each));
}

} // namespace rowlift::practice::marketo
