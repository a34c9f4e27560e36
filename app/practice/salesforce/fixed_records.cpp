#include "app/practice/salesforce/fixed_records.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/values.h"

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstUser = 7'211'500;
constexpr qint64 firstGroup = 4'711'200;
constexpr qint64 firstRule = 3'102'400;

/// When all of them were made, and changed last.
FixedRecord dated(FixedRecord record)
{
    for (const char *name : { "CreatedDate", "LastModifiedDate", "SystemModstamp" })
        record.members.append({ name, "\"2026-01-12T09:30:00.000+0000\""_ba });
    return record;
}

FixedRecord fixedUser(int place, const char *first, const char *last, const char *username, const char *email,
                      bool active = true)
{
    const QByteArray name = QByteArray(first) + ' ' + last;
    return { "User"_ba,
             { { "Id"_ba, jsonString(makeId("005", firstUser + place)) },
               { "Username"_ba, jsonString(username) },
               { "Name"_ba, jsonString(name) },
               { "FirstName"_ba, jsonString(first) },
               { "LastName"_ba, jsonString(last) },
               { "Email"_ba, jsonString(email) },
               { "FederationIdentifier"_ba, "null"_ba },
               { "IsActive"_ba, active ? "true"_ba : "false"_ba },
               { "UserType"_ba, "\"Standard\""_ba },
               { "TimeZoneSidKey"_ba, "\"Europe/Berlin\""_ba },
               { "LocaleSidKey"_ba, "\"en_US\""_ba },
               { "LanguageLocaleKey"_ba, "\"en_US\""_ba } } };
}

FixedRecord fixedQueue(int place, const char *name, const char *developerName)
{
    return { "Group"_ba,
             { { "Id"_ba, jsonString(makeId("00G", firstGroup + place)) },
               { "Name"_ba, jsonString(name) },
               { "DeveloperName"_ba, jsonString(developerName) },
               { "Type"_ba, "\"Queue\""_ba },
               { "Email"_ba, "null"_ba } } };
}

FixedRecord fixedRule(int place, const char *name, bool active)
{
    return { "AssignmentRule"_ba,
             { { "Id"_ba, jsonString(makeId("01Q", firstRule + place)) },
               { "Name"_ba, jsonString(name) },
               { "SobjectType"_ba, "\"Lead\""_ba },
               { "Active"_ba, active ? "true"_ba : "false"_ba } } };
}

} // namespace

QByteArray FixedRecord::id() const
{
    return literalText(members.first().second);
}

QByteArray FixedRecord::literal(const QByteArray &name) const
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto &member) {
        return member.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == members.end() ? QByteArray() : found->second;
}

QByteArray FixedRecord::text(const QByteArray &name) const
{
    return literalText(literal(name));
}

const std::vector<FixedRecord> &fixedRecords()
{
    static const std::vector<FixedRecord> all = [] {
        std::vector<FixedRecord> made {
            fixedUser(0, "Mara", "Lind", "mara@acme.example", "mara@acme.example"),
            fixedUser(1, "Jon", "Barr", "jon@acme.example", "jon@acme.example"),
            fixedUser(2, "Lea", "Winter", "lea@acme.example", "winter@acme.example"),
            fixedUser(3, "Ole", "Winter", "ole@acme.example", "winter@acme.example"),
            fixedUser(4, "Ida", "Past", "ida@acme.example", "ida@acme.example", false),
            fixedQueue(0, "New leads", "New_leads"),
            fixedQueue(1, "Garden team", "Garden_team"),
            fixedRule(0, "Leads to the queue", true),
            fixedRule(1, "Leads of the fair", false),
        };
        for (FixedRecord &each : made)
            each = dated(std::move(each));
        return made;
    }();
    return all;
}

const FixedRecord *fixedRecord(std::string_view id)
{
    const auto &all = fixedRecords();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FixedRecord &each) {
        const QByteArray own = each.id();
        return id.size() >= 15 && own.left(15) == QByteArray(id.data(), 15);
    });
    return found == all.end() ? nullptr : &*found;
}

QList<QByteArray> fixedIds(const QByteArray &object, const QByteArray &field, const QByteArray &text)
{
    QList<QByteArray> ids;
    for (const FixedRecord &each : fixedRecords())
        if (each.object == object && each.text(field).compare(text, Qt::CaseInsensitive) == 0)
            ids.append(each.id());
    return ids;
}

QByteArray activeRule(const QByteArray &object)
{
    for (const FixedRecord &each : fixedRecords())
        if (each.object == "AssignmentRule" && each.text("SobjectType"_ba) == object
            && each.literal("Active"_ba) == "true")
            return each.id();
    return {};
}

QByteArray ownerByRule(const QByteArray &ruleId)
{
    const FixedRecord *rule = fixedRecord({ ruleId.constData(), static_cast<std::size_t>(ruleId.size()) });
    if (!rule)
        return {};
    return rule->literal("Active"_ba) == "true" ? makeId("00G", firstGroup) : makeId("005", firstUser + 1);
}

QByteArray firstUserId()
{
    return makeId("005", firstUser);
}

} // namespace rowlift::practice::salesforce
