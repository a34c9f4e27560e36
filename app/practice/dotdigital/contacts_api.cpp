#include "app/practice/dotdigital/contacts_api.h"

#include "app/practice/dotdigital/data_fields.h"
#include "app/practice/json_text.h"

#include <QJsonArray>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// Who may not be sent mail is refused a second time. Source: contracts/dotdigital.md, 2.
bool isSuppressed(const Contact &contact)
{
    return contact.status != "Subscribed" && contact.status != "PendingOptIn"
        && contact.status != "SoftBounced";
}

Response listView(const QList<Contact> &contacts, bool fields)
{
    QByteArrayList each;
    for (const Contact &contact : contacts)
        each.append(contactView(contact, fields));
    return jsonReply(200, jsonArray(each));
}

} // namespace

QByteArray contactView(const Contact &contact, bool fields)
{
    JsonText text;
    text.number("id", contact.id)
        .raw("email"_ba, contact.email.isEmpty() ? "null"_ba : jsonString(contact.email))
        .text("optInType", contact.optIn)
        .text("emailType", contact.emailType);
    QByteArrayList each;
    for (const auto &[name, literal] : contact.fields) {
        JsonText field;
        each.append(field.text("key", name).raw("value"_ba, literal).object());
    }
    text.raw("dataFields"_ba, fields ? jsonArray(each) : "null"_ba).text("status", contact.status);
    return text.object();
}

QByteArray contactViewV3(const Contact &contact)
{
    JsonText identifiers;
    if (!contact.email.isEmpty())
        identifiers.text("email", contact.email);
    if (!contact.mobile.isEmpty())
        identifiers.text("mobileNumber", contact.mobile);
    if (!contact.custom.isEmpty())
        identifiers.text(customIdentifier, contact.custom);
    JsonText email;
    email.text("status", contact.status.toLower())
        .text("emailType", contact.emailType.toLower())
        .text("optInType", contact.optIn.toLower());
    JsonText channels;
    channels.raw("email"_ba, email.object());
    JsonText text;
    return text.number("contactId", contact.id)
        .text("status", contact.status.toLower())
        .raw("identifiers"_ba, identifiers.object())
        .raw("dataFields"_ba, dataOf(contact.fields))
        .raw("channelProperties"_ba, channels.object())
        .object();
}

std::optional<Response> ContactsApi::answer(Call &call)
{
    if (call.path.value(1) == u"address-books" && call.path.size() == 4 && call.path[3] == u"contacts")
        return call.is("GET") ? std::optional(all(call)) : std::nullopt;
    if (call.path.value(1) != u"contacts" || call.path.size() > 3)
        return std::nullopt;
    return call.path.size() == 2 ? all(call) : one(call, call.path[2].toUtf8());
}

Response ContactsApi::all(Call &call)
{
    if (call.is("POST"))
        return create(call);
    if (!call.is("GET"))
        return wrongMethod();
    const auto page = pageOf(call, 1000);
    if (!page)
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    const qint64 book = call.path[1] == u"address-books" ? call.path[2].toLongLong() : 0;
    const bool fields = call.request.parameter(u"withFullData"_s).toLower() == u"true";
    return listView(Contacts(call.database).list(page->select, page->skip, book), fields);
}

Response ContactsApi::one(Call &call, const QByteArray &which)
{
    Contacts contacts(call.database);
    const qint64 number = contactNumber(which);
    if (number == 0 && !isEmailAddress(which))
        return refusal(400, "ERROR_INVALID_EMAIL"_ba);
    const auto contact = contacts.find(number > 0 ? number : contacts.withEmail(which));
    if (!contact)
        return refusal(404, "ERROR_CONTACT_NOT_FOUND"_ba);
    if (call.is("GET"))
        return jsonReply(200, contactView(*contact, true));
    if (!call.is("DELETE"))
        return wrongMethod();
    const Turn turn(m_around, call.database);
    contacts.remove(contact->id);
    return statusOnly(204);
}

Response ContactsApi::create(Call &call)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    const QByteArray email = body->value("email"_L1).toString().trimmed().toUtf8();
    if (!isEmailAddress(email))
        return refusal(400, "ERROR_INVALID_EMAIL"_ba);
    Contacts contacts(call.database);
    Contact contact = contacts.find(contacts.withEmail(email)).value_or(Contact());
    if (isSuppressed(contact))
        return refusal(400, "ERROR_CONTACT_SUPPRESSED"_ba);
    contact.email = email.toLower();
    if (const QString type = body->value("optintype"_L1).toString(); !type.isEmpty())
        contact.optIn = type.toLatin1();
    if (const QString type = body->value("emailtype"_L1).toString(); !type.isEmpty())
        contact.emailType = type.toLatin1();
    DataFields fields(call.database);
    for (const QJsonValue &each : body->value("datafields"_L1).toArray()) {
        QJsonObject lowered;
        for (const QString &name : each.toObject().keys())
            lowered.insert(name.toLower(), each.toObject().value(name));
        const auto field = fields.find(lowered.value("key"_L1).toString().toUtf8());
        if (!field)
            return refusal(400, "ERROR_DATAFIELD_NOTFOUND"_ba);
        const auto literal = fieldLiteral(*field, lowered.value("value"_L1).toVariant().toString().toUtf8());
        if (!literal)
            return refusal(400, "ERROR_DATAFIELD_VALUE_OVERFLOW"_ba);
        setMember(&contact.fields, field->name, *literal);
    }
    const Turn turn(m_around, call.database);
    if (contact.id == 0)
        contact.id = contacts.insert(contact);
    else
        contacts.update(contact);
    return jsonReply(201, contactView(contact, true));
}

} // namespace rowlift::practice::dotdigital
