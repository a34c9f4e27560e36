#include "app/practice/marketo/sync_leads.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/lists_api.h"
#include "app/practice/marketo/values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLeads = 300;
constexpr int usualPartition = 1;

/// They belong to the company and stay as they are. Source: contracts/marketo.md, 12.
constexpr std::array companyFields {
    "annualRevenue", "billingCity", "billingCountry", "billingPostalCode", "billingState",
    "billingStreet", "company",     "industry",       "mainPhone",         "numberOfEmployees",
    "sicCode",       "site",        "website"
};

bool isOfCompany(const QByteArray &name)
{
    return std::any_of(companyFields.begin(), companyFields.end(),
                       [&](const char *each) { return name == each; });
}

/// A JSON value as the text that a file would have.
QByteArray textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? "true"_ba : "false"_ba;
    if (!value.isDouble())
        return value.toString().toUtf8();
    if (value.toVariant().typeId() == QMetaType::LongLong) // of 64 bits, each of which counts
        return QByteArray::number(value.toInteger());
    const double number = value.toDouble();
    return number == std::floor(number) && std::abs(number) < 9e18 ? QByteArray::number(value.toInteger())
                                                                   : QByteArray::number(number, 'f', 6);
}

/// Qt takes the sign U+FEFF at the beginning of any text for a mark of the encoding, and drops it, unless it
/// is written as an escape.
QByteArray withKeptMarks(QByteArray json)
{
    return json.replace("\xef\xbb\xbf"_ba, "\\ufeff"_ba);
}

} // namespace

Answer SyncLeads::answer(const Call &call)
{
    if (call.request().mediaType() != "application/json")
        return m_envelope.refusal(612);
    QJsonParseError parse;
    const QJsonObject json = QJsonDocument::fromJson(withKeptMarks(call.body()), &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return m_envelope.refusal(609);
    Order order;
    if (auto refused = read(json, &order))
        return *refused;
    Store store(m_around.dataFolder);
    QString error;
    const std::scoped_lock turn(m_around.writing);
    if (!store.open(&error) || !store.begin())
        return m_envelope.refusal(611);
    Book book(Leads, m_catalog.leads(), store, m_around.clock);
    QByteArrayList each;
    for (const QJsonValue &lead : json.value("input"_L1).toArray())
        each.append(verdict(order, lead.toObject(), store, book));
    store.commit();
    return json.value("asyncProcessing"_L1).toBool() ? m_envelope.done() : m_envelope.result(jsonArray(each));
}

std::optional<Answer> SyncLeads::read(const QJsonObject &json, Order *order) const
{
    const QString action = json.value("action"_L1).toString(u"createOrUpdate"_s);
    const QStringList actions { u"createOrUpdate"_s, u"createOnly"_s, u"updateOnly"_s, u"createDuplicate"_s };
    if (!actions.contains(action))
        return m_envelope.refusal(1001,
                                  "Invalid value '" + action.toUtf8() + "'. Required of type 'SyncAction'");
    order->action = static_cast<Action>(actions.indexOf(action));
    const QByteArray lookup = json.value("lookupField"_L1).toString(u"email"_s).toUtf8();
    order->lookup = m_catalog.leads().named(lookup);
    if (!order->lookup)
        return m_envelope.refusal(1006, "Lookup field '" + lookup + "' not found");
    if (!order->lookup->key || (lookup == "id" && order->action != Action::UpdateOnly))
        return m_envelope.refusal(1011, "Field '" + lookup + "' not supported");
    if (const QString name = json.value("partitionName"_L1).toString(); !name.isEmpty()) {
        order->partition = Catalog::partitionNamed(name);
        if (order->partition == 0)
            return m_envelope.refusal(1008, "Access denied to partition '" + name.toUtf8() + '\'');
    }
    const QJsonArray input = json.value("input"_L1).toArray();
    if (input.isEmpty())
        return m_envelope.refusal(1002, "Missing value for the required parameter 'input'"_ba);
    if (input.size() > mostLeads)
        return m_envelope.refusal(1003, "Too many records, at most 300 in one call"_ba);
    return std::nullopt;
}

std::optional<QByteArray> SyncLeads::changesFrom(const Order &order, const QJsonObject &lead,
                                                 std::vector<Change> *changes) const
{
    for (auto each = lead.begin(); each != lead.end(); ++each) {
        const QByteArray name = each.key().toUtf8();
        const Field *field = m_catalog.leads().named(name);
        if (!field)
            return skipped(0, 1006, "Field '" + name + "' not found");
        if (field == order.lookup && field->readOnly)
            continue;
        if (field->readOnly)
            return skipped(0, 1011, "Field '" + name + "' not supported");
        const QByteArray text = textOf(each.value());
        Change change { field, {} };
        if (!text.isEmpty()) {
            const Literal literal
                = literalOf(*field, { text.constData(), static_cast<std::size_t>(text.size()) });
            if (literal.fault == Literal::Fault::Type)
                return skipped(0, 1003);
            if (literal.fault == Literal::Fault::TooLong)
                return skipped(0, 1003,
                               "Invalid value for field " + field->label + ": maximum length is "
                                   + QByteArray::number(field->length));
            change.literal = literal.json;
        }
        if (!isOfCompany(name))
            changes->push_back(std::move(change));
        else if (lead.contains("externalCompanyId"_L1))
            return skipped(0, 1021);
    }
    return std::nullopt;
}

QByteArray SyncLeads::verdict(const Order &order, const QJsonObject &lead, Store &store, Book &book) const
{
    const QByteArray wanted = textOf(lead.value(QString::fromUtf8(order.lookup->name)));
    if (wanted.isEmpty())
        return skipped(0, 1003, "Value for lookup field '" + order.lookup->name + "' not found");
    const Literal key
        = literalOf(*order.lookup, { wanted.constData(), static_cast<std::size_t>(wanted.size()) });
    std::vector<Change> changes;
    if (auto refused = changesFrom(order, lead, &changes))
        return *refused;
    if (key.fault != Literal::Fault::None)
        return skipped(0, 1003);
    const bool duplicate = order.action == Action::CreateDuplicate;
    const QList<qint64> found = duplicate ? QList<qint64>() : book.matches(*order.lookup, key.json);
    if (found.size() > 1)
        return skipped(0, 1007);
    if (found.isEmpty()) {
        if (order.action == Action::UpdateOnly)
            return skipped(0, 1004);
        return standing(book.create(order.partition > 0 ? order.partition : usualPartition, changes),
                        "created");
    }
    const qint64 id = found.first();
    if (order.action == Action::CreateOnly)
        return skipped(id, 1005);
    const auto record = store.find(id);
    if (order.partition > 0 && record && record->partition != order.partition)
        return skipped(id, 1010);
    book.change(id, changes);
    return standing(id, "updated");
}

} // namespace rowlift::practice::marketo
