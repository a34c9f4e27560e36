#include "app/practice/dotdigital/contacts_v3.h"

#include "app/practice/dotdigital/contacts_api.h"
#include "app/practice/json_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestContactsBody = 50'000'000; ///< Source: contracts/dotdigital.md, 6.5.
constexpr qint64 mostActiveContactsV3 = 25;

Response badContacts(const QByteArray &item = {}, const QByteArray &words = {})
{
    return refusalV3(400, "contacts:badJson"_ba, "The request JSON is badly formed"_ba, item, words);
}

int mergeOptionV3(const QString &word)
{
    return word.isEmpty()
        ? 0
        : static_cast<int>(
            QStringList { u"overwrite"_s, u"overwriteIfNotEmpty"_s, u"overwriteIfEmpty"_s }.indexOf(word));
}

/// One contact a line; the lines' places name them in faults.
bool writeLines(const QString &path, const QJsonArray &contacts)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    return std::all_of(contacts.begin(), contacts.end(), [&](const QJsonValue &each) {
        return file.write(QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact) + '\n') > 0;
    });
}

QByteArray failureView(const QJsonObject &contact, const Fault &fault)
{
    JsonText each;
    each.text("failureCode", fault.reason).text("description", fault.detail);
    JsonText text;
    return text.text("matchIdentifier", contact.value("matchIdentifier"_L1).toString().toUtf8())
        .raw("identifiers"_ba,
             QJsonDocument(contact.value("identifiers"_L1).toObject()).toJson(QJsonDocument::Compact))
        .raw("failures"_ba, jsonArray({ each.object() }))
        .object();
}

} // namespace

std::optional<Response> ContactsV3::answer(Call &call)
{
    const QStringList &path = call.path; // contacts v3 …
    if (path.value(0) != u"contacts" || path.value(1) != u"v3")
        return std::nullopt;
    if (path.value(2) == u"import" && path.size() == 3)
        return call.is("PUT") ? submit(call) : wrongMethod();
    if (path.size() != 4 || !call.is("GET"))
        return std::nullopt;
    return path[2] == u"import" ? status(call, path[3].toUtf8()) : one(call, path[2], path[3].toUtf8());
}

Response ContactsV3::one(const Call &call, const QString &identifier, const QByteArray &value) const
{
    Contacts contacts(call.database);
    const qint64 number = contactNumber(value);
    const QByteArray digits = phoneDigits(value);
    const bool good = identifier == u"email" ? isEmailAddress(value)
        : identifier == u"contactId"         ? number > 0
        : identifier == u"mobileNumber"      ? !digits.isEmpty()
                                             : identifier == QLatin1StringView(customIdentifier);
    if (!good)
        return refusalV3(400, "contacts:invalidId"_ba,
                         "The id value '" + value + "' is invalid for the identifier '" + identifier.toUtf8()
                             + '\'');
    const qint64 id = identifier == u"email" ? contacts.withEmail(value)
        : identifier == u"contactId"         ? number
        : identifier == u"mobileNumber"      ? contacts.withMobile(digits)
                                             : contacts.withCustom(value);
    const auto contact = contacts.find(id);
    if (!contact)
        return refusalV3(404, "contacts:contactNotFound"_ba, "The contact could not be found"_ba, value,
                         "Not found using the identifier '" + identifier.toUtf8() + '\'');
    return jsonReply(200, contactViewV3(*contact));
}

Response ContactsV3::submit(Call &call)
{
    const auto body = call.request.body(longestContactsBody);
    if (!body)
        return refusalV3(413, "contacts:badJson"_ba, "The request is too large"_ba);
    const QJsonObject json = QJsonDocument::fromJson(*body).object();
    const QJsonArray contacts = json.value("contacts"_L1).toArray();
    const int merging = mergeOptionV3(json.value("mergeOption"_L1).toString());
    if (contacts.isEmpty())
        return json.isEmpty()
            ? badContacts()
            : refusalV3(400, "contacts:invalidContacts"_ba, "No contacts were specified"_ba);
    if (merging < 0)
        return badContacts("mergeOption"_ba, "The option is unknown"_ba);
    Job job;
    job.kind = JobKind::ContactsV3;
    job.merging = merging;
    job.items = contacts.size();
    const QString path = m_jobs.incoming();
    const bool stored = writeLines(path, contacts);
    std::optional<Turn> turn(std::in_place, m_around, call.database);
    if (!stored || Jobs::active(call.database, JobKind::ContactsV3) >= mostActiveContactsV3) {
        QFile::remove(path);
        return refusalV3(
            429, "contacts:tooManyActiveImports"_ba,
            "Your import request cannot be accepted as too many imports are being processed for your "
            "account. Please wait for an import to complete and then resubmit."_ba);
    }
    if (m_worker.isInstant())
        m_worker.complete(job);
    if (!m_jobs.add(call.database, job, path, u"items"_s))
        return refusalV3(500, "contacts:unknown"_ba, "The import could not be stored"_ba);
    turn.reset(); // whoever is woken must see the import
    m_worker.wake();
    JsonText text;
    return jsonReply(202, text.text("importId", job.id).object());
}

Response ContactsV3::status(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::ContactsV3);
    if (!job)
        return refusalV3(404, "contacts:importNotFound"_ba,
                         "The import request '" + id + "' could not be found!");
    JsonText text;
    text.text("importId", job->id).text("status", job->isEnded() ? job->status : "NotFinished"_ba);
    if (!job->isEnded())
        return jsonReply(200, text.object());
    QFile lines(m_jobs.folderOf(job->id) + u"/items"_s);
    static_cast<void>(lines.open(QIODevice::ReadOnly));
    QByteArrayList failures;
    qint64 suppressed = 0;
    qint64 invalid = 0;
    qint64 duplicates = 0;
    const auto all = Jobs::faults(call.database, *job, 0, static_cast<int>(job->items));
    for (const JobFault &fault : all) {
        lines.seek(fault.position);
        failures.append(failureView(QJsonDocument::fromJson(lines.readLine()).object(), fault.fault));
        suppressed += fault.fault.reason == "GloballySuppressed";
        duplicates += fault.fault.reason == "Duplicate";
        invalid += fault.fault.reason.startsWith("Invalid") || fault.fault.reason == "NoValidIdentifiers";
    }
    JsonText summary;
    summary.number("newContacts", job->added)
        .number("updatedContacts", job->updated)
        .number("globallySuppressed", suppressed)
        .number("invalidEntries", invalid)
        .number("duplicateIdentifiers", duplicates);
    return jsonReply(
        200, text.raw("summary"_ba, summary.object()).raw("failures"_ba, jsonArray(failures)).object());
}

} // namespace rowlift::practice::dotdigital
