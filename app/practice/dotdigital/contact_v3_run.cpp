#include "app/practice/dotdigital/address_books.h"
#include "app/practice/dotdigital/contact_judge.h"
#include "app/practice/dotdigital/import_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// Source: contracts/dotdigital.md, 6.5, in the portal's spelling.
Fault contactFault(const char *code, const QString &words)
{
    return { code, words.toUtf8() };
}

QByteArray fieldText(const QJsonValue &value)
{
    return value.isDouble() ? QByteArray::number(value.toDouble(), 'g', 17)
                            : value.toVariant().toString().toUtf8();
}

class ContactV3Run final : public ImportRun {
public:
    ContactV3Run(const RunGround &ground, const Job &job)
        : m_ground(ground)
        , m_contacts(ground.database)
        , m_fields(ground.database)
        , m_file(ground.jobs.folderOf(job.id) + u"/items"_s)
    {
        static_cast<void>(m_file.open(QIODevice::ReadOnly));
        while (m_file.pos() < job.position && !m_file.atEnd()) // what was done before a restart
            m_seen.insert(identifierOf(QJsonDocument::fromJson(m_file.readLine()).object()));
    }

    void step(Job &job, qint64 items) override
    {
        for (; items > 0 && job.done < job.items && !m_file.atEnd(); --items, ++job.done) {
            const qint64 position = m_file.pos();
            bool isNew = false;
            const Fault fault
                = take(QJsonDocument::fromJson(m_file.readLine()).object(), job.merging, &isNew);
            if (!m_ground.judging)
                continue;
            if (fault.none()) {
                isNew ? ++job.added : ++job.updated;
                continue;
            }
            ++job.rejected;
            Jobs::addFault(m_ground.database, job, position, fault);
        }
        job.position = m_file.pos();
    }

private:
    static QString identifierOf(const QJsonObject &json)
    {
        const QString match = json.value("matchIdentifier"_L1).toString();
        return json.value("identifiers"_L1).toObject().value(match).toVariant().toString().toLower();
    }

    Fault take(const QJsonObject &json, int merging, bool *isNew)
    {
        const QString match = json.value("matchIdentifier"_L1).toString();
        const QString value = identifierOf(json);
        if (value.isEmpty())
            return contactFault("NoValidIdentifiers", u"No valid identifier was given"_s);
        if (match != u"email" && match != u"mobileNumber" && match != u"contactId")
            return contactFault("InvalidMatchIdentifier", u"Invalid value for 'matchIdentifier'"_s);
        Contact contact;
        if (Fault fault = find(match, value.toUtf8(), &contact); !fault.none())
            return fault;
        if (m_seen.contains(value))
            return contactFault("Duplicate",
                                u"Duplicate identifier detected for %1 '%2'"_s.arg(match, value));
        m_seen.insert(value);
        if (const QByteArray refused = refusalOfStatus(contact.status); !refused.isEmpty())
            return contactFault("InvalidContactStatus", QString::fromUtf8(refused));
        if (Fault fault = fill(json, merging, &contact); !fault.none())
            return fault;
        *isNew = contact.id == 0;
        if (*isNew)
            contact.id = m_contacts.insert(contact);
        else
            m_contacts.update(contact);
        for (const QJsonValue &list : json.value("lists"_L1).toArray())
            m_contacts.addTo(list.toInteger(), contact.id);
        return {};
    }

    Fault find(const QString &match, const QByteArray &value, Contact *contact)
    {
        qint64 id = 0;
        if (match == u"email") {
            if (!isEmailAddress(value))
                return contactFault("InvalidEmail", u"Invalid value for 'email'"_s);
            id = m_contacts.withEmail(value);
        } else if (match == u"mobileNumber") {
            if (phoneDigits(value).isEmpty())
                return contactFault("InvalidPhoneNumber", u"Invalid value for 'mobileNumber'"_s);
            id = m_contacts.withMobile(phoneDigits(value));
        } else {
            id = contactNumber(value);
            if (!m_contacts.exists(id))
                return contactFault("InvalidContactId", u"Invalid value for 'contactId'"_s);
        }
        *contact = m_contacts.find(id).value_or(Contact());
        return {};
    }

    Fault fill(const QJsonObject &json, int merging, Contact *contact)
    {
        const QJsonObject identifiers = json.value("identifiers"_L1).toObject();
        if (const QByteArray email = identifiers.value("email"_L1).toString().toUtf8(); !email.isEmpty())
            contact->email = email.toLower();
        if (const QByteArray digits
            = phoneDigits(identifiers.value("mobileNumber"_L1).toVariant().toString().toUtf8());
            !digits.isEmpty())
            contact->mobile = digits;
        const QJsonObject fields = json.value("dataFields"_L1).toObject();
        for (auto each = fields.begin(); each != fields.end(); ++each) {
            const auto field = m_fields.find(each.key().toUtf8());
            if (!field)
                return contactFault("ApiSchemaViolation", u"Unknown data field '%1'"_s.arg(each.key()));
            if (each.value().isNull()) {
                contact->fields.removeIf(
                    [&](const auto &member) { return member.first == field->name && merging == 0; });
                continue;
            }
            const auto literal = fieldLiteral(*field, fieldText(each.value()));
            if (!literal)
                return contactFault("ApiSchemaViolation", u"Invalid value for '%1'"_s.arg(each.key()));
            const bool populated = !memberOf(contact->fields, field->name).isEmpty();
            if (merging != 2 || !populated)
                setMember(&contact->fields, field->name, *literal);
        }
        for (const QJsonValue &list : json.value("lists"_L1).toArray())
            if (!AddressBooks(m_ground.database).find(list.toInteger()))
                return contactFault("InvalidAddressBookIds", u"Invalid value for 'lists'"_s);
        return {};
    }

    const RunGround m_ground;
    Contacts m_contacts;
    DataFields m_fields;
    QFile m_file;
    QSet<QString> m_seen;
};

} // namespace

std::unique_ptr<ImportRun> makeContactV3Run(const RunGround &ground, const Job &job)
{
    return std::make_unique<ContactV3Run>(ground, job);
}

} // namespace rowlift::practice::dotdigital
