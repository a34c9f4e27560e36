#include "app/practice/salesforce/org_rules.h"

#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/values.h"

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDuplicates = 20;
constexpr int mostFlows = 1000;

std::string_view rulesView(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

QByteArray memberText(const Members &members, const QByteArray &name)
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto &member) { return member.first == name; });
    return found == members.end() ? QByteArray() : literalText(found->second);
}

/// What a field will hold: the new value, else the old one.
QByteArray textAfter(const Values &values, const Members &before, const QByteArray &name)
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const auto &value) { return value.first->name == name; });
    return found == values.end() ? memberText(before, name) : literalText(found->second);
}

bool names(const Values &values, const QByteArray &name)
{
    return std::any_of(values.begin(), values.end(),
                       [&](const auto &value) { return value.first->name == name; });
}

/// The one validation rule of the org.
std::optional<RowError> validation(const Values &values)
{
    for (const auto &[field, literal] : values)
        if (field->name == "Score__c" && literal.startsWith('-'))
            return RowError { "FIELD_CUSTOM_VALIDATION_EXCEPTION"_ba,
                              "The score must not be below zero."_ba,
                              { field->name } };
    return std::nullopt;
}

} // namespace

RowError lockError(const QByteArray &ids)
{
    return { "UNABLE_TO_LOCK_ROW"_ba,
             "unable to obtain exclusive access to this record or 200 records: " + ids,
             {} };
}

OrgRules::OrgRules(const Catalog &catalog, Records &records, const Switches *switches, Manner manner)
    : m_catalog(catalog)
    , m_records(records)
    , m_manner(std::move(manner))
{
    if (!switches)
        return;
    if (switches->on(u"duplicate-rule"_s))
        m_duplicateRule = switches->text(u"duplicate-rule"_s) == u"block" ? "block"_ba : "alert"_ba;
    if (switches->on(u"trigger"_s))
        m_trigger = switches->text(u"trigger"_s).toUtf8().split('|');
    if (m_trigger.size() != 3)
        m_trigger.clear();
}

std::optional<RowError> OrgRules::beforeSave(const Object &object, const Values &values,
                                             const StoredRecord *existing) const
{
    const Members before = existing ? membersOf(existing->data) : Members();
    if (object.name == "Lead" && memberText(before, "IsConverted"_ba) == "true")
        return RowError { "CANNOT_UPDATE_CONVERTED_LEAD"_ba, "cannot reference converted lead"_ba, {} };
    if (auto error = dependence(object, values, before))
        return error;
    if (auto error = validation(values))
        return error;
    if (!m_trigger.isEmpty())
        if (auto error
            = triggered(textAfter(values, before, object.field("LastName") ? "LastName"_ba : "Name"_ba)))
            return error;
    if (auto error = duplicate(object, values, before, existing))
        return error;
    return locked(values);
}

std::optional<RowError> OrgRules::dependence(const Object &object, const Values &values,
                                             const Members &before) const
{
    for (const auto &[field, literal] : values) {
        if (field->controller.isEmpty() || literal == "null")
            continue;
        const Field *controller = object.field(rulesView(field->controller));
        const QByteArray ruling = textAfter(values, before, field->controller);
        const qsizetype place = controller ? controller->valueOrder.indexOf(ruling) : -1;
        if (place < 0 || !field->validFor.value(literalText(literal)).contains(static_cast<int>(place)))
            return RowError { "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_ba,
                              field->label
                                  + ": bad value for restricted picklist field: " + literalText(literal),
                              { field->name } };
    }
    return std::nullopt;
}

std::optional<RowError> OrgRules::triggered(const QByteArray &name) const
{
    if (m_trigger[0] != "*" && m_trigger[0] != name)
        return std::nullopt;
    return RowError { m_trigger[1], m_trigger[2], {} };
}

std::optional<RowError> OrgRules::duplicate(const Object &object, const Values &values, const Members &before,
                                            const StoredRecord *existing) const
{
    if (m_duplicateRule.isEmpty() || (object.name != "Contact" && object.name != "Lead")
        || !(names(values, "Email"_ba) || names(values, "LastName"_ba)))
        return std::nullopt;
    const bool block = m_duplicateRule == "block";
    const QByteArray email = textAfter(values, before, "Email"_ba);
    if (email.isEmpty() || (m_manner.allowDuplicates && !block))
        return std::nullopt;
    const QByteArray lastName = textAfter(values, before, "LastName"_ba);
    const Field &key = *object.field("Email");
    QByteArrayList found;
    for (const qint64 number :
         m_records.withKey({ key.keyNumber, foldedKey(key, rulesView(email)) }, mostDuplicates)) {
        const auto other = m_records.find(number);
        const bool self = existing && existing->number == number;
        if (!self && other && !other->deleted
            && memberText(membersOf(other->data), "LastName"_ba).compare(lastName, Qt::CaseInsensitive) == 0)
            found.append(makeId(rulesView(object.prefix), number));
    }
    if (found.isEmpty())
        return std::nullopt;
    return RowError { "DUPLICATES_DETECTED"_ba, "Use one of these records?"_ba, {}, found, !block };
}

std::optional<RowError> OrgRules::locked(const Values &values) const
{
    if (!m_manner.locks)
        return std::nullopt;
    for (const auto &[field, literal] : values) {
        if (field->type != Field::Type::Reference || literal == "null")
            continue;
        const QByteArray id = literalText(literal);
        const Object *parent = m_catalog.objectWithPrefix(rulesView(id).substr(0, 3));
        if (parent && !parent->fixed && !m_manner.locks->take(m_manner.job, id))
            return lockError(id.left(15));
    }
    return std::nullopt;
}

std::optional<RowError> OrgRules::beforeDelete(const Object &object, const StoredRecord &record) const
{
    if (!m_trigger.isEmpty()) {
        const Members before = membersOf(record.data);
        const QByteArray last = memberText(before, "LastName"_ba);
        if (auto error = triggered(last.isEmpty() ? memberText(before, "Name"_ba) : last))
            return error;
    }
    if (object.name != "MarketSegment")
        return std::nullopt;
    const QByteArray id = makeId(rulesView(object.prefix), record.number);
    for (const StoredRecord &flow : m_records.list(m_catalog.object("FlowRecord"_ba)->number, 0, mostFlows)) {
        const Members members = membersOf(flow.data);
        if (memberText(members, "SegmentId"_ba) == id)
            return RowError { "DELETE_FAILED"_ba,
                              "Your attempt to delete " + memberText(membersOf(record.data), "Name"_ba)
                                  + " could not be completed because it is used by the following flow: "
                                  + memberText(members, "Name"_ba),
                              {} };
    }
    return std::nullopt;
}

} // namespace rowlift::practice::salesforce
