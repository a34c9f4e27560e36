#include "app/service/salesforce/object_facts.h"

#include "app/service/salesforce/api.h"
#include "app/service/salesforce/org.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutexLocker>

#include <algorithm>
#include <array>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

FieldFacts fieldFactsFrom(const QJsonObject &json)
{
    return { .name = json.value("name"_L1).toString(),
             .label = json.value("label"_L1).toString(),
             .type = json.value("type"_L1).toString(),
             .relationship = json.value("relationshipName"_L1).toString(),
             .length = json.value("length"_L1).toInt(),
             .precision = json.value("precision"_L1).toInt(),
             .scale = json.value("scale"_L1).toInt(),
             .digits = json.value("digits"_L1).toInt(),
             .filterable = json.value("filterable"_L1).toBool(),
             .key = json.value("idLookup"_L1).toBool() || json.value("externalId"_L1).toBool(),
             .unique = json.value("unique"_L1).toBool(),
             .caseSensitive = json.value("caseSensitive"_L1).toBool() };
}

} // namespace

bool FieldFacts::isNumber() const
{
    constexpr std::array numbers { "int"_L1, "long"_L1, "double"_L1, "currency"_L1, "percent"_L1 };
    return std::ranges::find(numbers, type) != numbers.end();
}

const FieldFacts *ObjectFacts::field(QStringView wanted) const
{
    const auto found = std::ranges::find_if(fields, [wanted](const FieldFacts &each) {
        return each.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::shared_ptr<const ObjectFacts> factsFrom(const QByteArray &describe)
{
    const QJsonObject json = QJsonDocument::fromJson(describe).object();
    if (!json.value("name"_L1).isString() || !json.value("fields"_L1).isArray())
        return nullptr;
    auto facts = std::make_shared<ObjectFacts>();
    facts->name = json.value("name"_L1).toString();
    facts->label = json.value("label"_L1).toString(facts->name);
    facts->keyPrefix = json.value("keyPrefix"_L1).toString();
    const QJsonArray fields = json.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields)
        facts->fields.push_back(fieldFactsFrom(field.toObject()));
    return facts;
}

Result<std::shared_ptr<const ObjectFacts>> KnownObjects::facts(Api &api, const QString &object,
                                                               std::stop_token stop)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_known.constFind(object); known != m_known.cend())
            return *known;
    }
    const Result<QByteArray> describe = readDescribe(api, object, stop);
    Result<std::shared_ptr<const ObjectFacts>> facts = nullptr;
    if (describe)
        facts = factsFrom(*describe);
    else
        facts = tl::unexpected(describe.error());
    if (facts && !*facts)
        facts = tl::unexpected(Error { .kind = Error::Kind::Rejected,
                                       .sentence = {},
                                       .detail = u"no describe of %1"_s.arg(object),
                                       .retryAfter = {} });
    if (facts || facts.error().kind == Error::Kind::Rejected) {
        const QMutexLocker lock(&m_mutex);
        m_known.insert(object, facts);
    }
    return facts;
}

void KnownObjects::keep(const QByteArray &describe)
{
    const auto facts = factsFrom(describe);
    if (!facts)
        return;
    const QMutexLocker lock(&m_mutex);
    m_known.insert(facts->name, facts);
}

} // namespace rowlift::salesforce
