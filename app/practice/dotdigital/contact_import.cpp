#include "app/practice/dotdigital/contact_import.h"

#include "app/practice/csv_rows.h"
#include "app/practice/dotdigital/address_books.h"
#include "app/practice/dotdigital/contact_collection.h"
#include "app/practice/dotdigital/contact_faults.h"
#include "app/practice/json_text.h"
#include "app/practice/multipart.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 10'000'000; ///< Source: contracts/dotdigital.md, 6.3.
constexpr qint64 longestContactBody = 14'000'000; ///< In base64 a file is a third larger.
constexpr qint64 mostActiveContacts = 25;

/// Digits in the portal, names in the generated spec; -1 for anything else.
int mergeOption(const QString &word)
{
    const QStringList names { u"overwrite"_s, u"onlyoverwriteifnotempty"_s,
                              u"onlyoverwriteifcontactdatanotpopulated"_s };
    const qsizetype named = names.indexOf(word.toLower());
    return static_cast<int>(named >= 0 ? named : QStringList { u"0"_s, u"1"_s, u"2"_s }.indexOf(word));
}

/// How many rows a file has below its header, or -1 when it has no column Email.
qint64 rowsBelowEmail(const QString &path)
{
    CsvRows rows(path, ',');
    CsvRows::Row row;
    if (!rows.next(row))
        return -1;
    const auto emails = std::count_if(row.cells.begin(), row.cells.end(), [](std::string_view cell) {
        return headerName(cell).toLower() == "email";
    });
    if (emails != 1)
        return -1;
    qint64 count = 0;
    while (rows.next(row))
        count += !row.raw.empty();
    return count;
}

QByteArray contactStatusWord(const Job &job)
{
    return job.isEnded() ? job.status : "NotFinished"_ba;
}

} // namespace

/// The paths: contacts/import, address-books/ID/contacts/import, both with /with-merge-option/M behind, and
/// contacts/import/ID with its reports.
std::optional<Response> ContactImport::answer(Call &call)
{
    QStringList path = call.path.mid(1);
    QList<qint64> books;
    if (path.value(0) == u"address-books" && path.value(2) == u"contacts") {
        books.append(path[1].toLongLong());
        path = path.mid(2);
    }
    if (call.path.value(0) != u"v2" || path.value(0) != u"contacts")
        return std::nullopt;
    if (path.value(1) == u"import-collection" && path.size() == 2 && books.isEmpty())
        return call.is("POST") ? submitCollection(call) : wrongMethod();
    if (path.value(1) != u"import")
        return std::nullopt;
    if (path.size() == 2)
        return call.is("POST") ? submitFile(call, books, 0) : wrongMethod();
    if (path[2] == u"with-merge-option" && path.size() == 4)
        return call.is("POST") ? submitFile(call, books, mergeOption(path[3])) : wrongMethod();
    if (!call.is("GET") || !books.isEmpty())
        return wrongMethod();
    const QByteArray id = path[2].toUtf8();
    const QString what = path.value(3);
    if (path.size() == 3)
        return status(call, id);
    if (path.size() == 4 && what == u"report")
        return report(call, id);
    return path.size() == 4 && what == u"report-faults" ? std::optional(reportFaults(call, id))
                                                        : std::nullopt;
}

std::optional<Response> ContactImport::readFile(Call &call, QByteArray *csv) const
{
    const auto body = call.request.body(longestContactBody);
    if (!body)
        return sentence(413, "The request is too large."_ba);
    QString name;
    if (call.request.mediaType() == "multipart/form-data") {
        const auto parts = formParts(*body, call.request.header("content-type"_ba));
        if (!parts)
            return refusal(400, "ERROR_BODY_DOES_NOT_MATCH_CONTENT_TYPE"_ba);
        const auto files
            = std::count_if(parts->cbegin(), parts->cend(), [](const FormPart &each) { return each.isFile; });
        if (files > 1)
            return refusal(400, "ERROR_MULTI_FILE_UPLOAD_NOT_ALLOWED"_ba);
        if (files == 0)
            return sentence(400, "file must be valid"_ba);
        const auto file
            = std::find_if(parts->cbegin(), parts->cend(), [](const FormPart &each) { return each.isFile; });
        *csv = file->content;
        name = file->fileName;
    } else if (call.request.mediaType() == "application/json") {
        const QJsonObject json = lowered(*body);
        *csv = QByteArray::fromBase64(json.value("data"_L1).toString().toLatin1());
        name = json.value("filename"_L1).toString();
    } else {
        return refusal(400, "ERROR_CONTENT_TYPE_IS_NOT_SUPPORTED"_ba);
    }
    if (name.isEmpty() || csv->isEmpty())
        return sentence(400, "file must be valid"_ba);
    if (csv->size() > longestFile)
        return sentence(413, "The file is too large."_ba);
    if (!name.endsWith(u".csv", Qt::CaseInsensitive) || csv->contains('\0'))
        return refusal(400, "ERROR_IMPORT_UNSUPPORTED_FORMAT"_ba);
    return std::nullopt;
}

Response ContactImport::submitFile(Call &call, const QList<qint64> &books, int merging)
{
    QByteArray csv;
    if (const auto refused = readFile(call, &csv))
        return *refused;
    return queue(call, csv, books, merging);
}

Response ContactImport::submitCollection(Call &call)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    const ContactCollection contacts = contactCollection(*body);
    if (contacts.csv.isEmpty())
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    const QString option = contacts.mergeOption;
    return queue(call, contacts.csv, contacts.books, option.isEmpty() ? 0 : mergeOption(option));
}

Response ContactImport::queue(Call &call, const QByteArray &csv, const QList<qint64> &books, int merging)
{
    if (merging < 0)
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    QByteArrayList places;
    for (const qint64 book : books) {
        const auto list = AddressBooks(call.database).find(book);
        if (!list)
            return refusal(404, "ERROR_ADDRESSBOOK_NOT_FOUND"_ba);
        if (!list->isWritable())
            return refusal(400, "ERROR_ADDRESSBOOK_NOTWRITABLE"_ba);
        places.append(QByteArray::number(book));
    }
    const QString path = m_jobs.incoming();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        return refusal(500, "ERROR_UNKNOWN"_ba);
    file.close();
    Job job;
    job.kind = JobKind::ContactsV2;
    job.name = places.join(',');
    job.merging = merging;
    job.items = rowsBelowEmail(path);
    std::optional<Turn> turn(std::in_place, m_around, call.database);
    const bool tooMany = Jobs::active(call.database, JobKind::ContactsV2) >= mostActiveContacts;
    if (job.items < 0 || tooMany) {
        QFile::remove(path);
        return refusal(400, tooMany ? "ERROR_IMPORT_TOOMANYACTIVEIMPORTS"_ba : "ERROR_NO_EMAIL_COLUMN"_ba);
    }
    if (m_worker.isInstant())
        m_worker.complete(job);
    if (!m_jobs.add(call.database, job, path, u"upload"_s))
        return refusal(500, "ERROR_UNKNOWN"_ba);
    turn.reset(); // whoever is woken must see the import
    m_worker.wake();
    JsonText text;
    return jsonReply(202, text.text("id", job.id).text("status", "NotFinished"_ba).object());
}

Response ContactImport::status(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::ContactsV2);
    if (!job)
        return refusal(404, "ERROR_IMPORT_NOT_FOUND"_ba);
    JsonText text;
    text.text("id", job->id);
    if (!m_around.switches.on(u"missing-status"_s))
        text.text("status", contactStatusWord(*job));
    return jsonReply(200, text.object());
}

Response ContactImport::report(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::ContactsV2);
    if (!job)
        return refusal(404, "ERROR_IMPORT_NOT_FOUND"_ba);
    if (!job->isEnded())
        return refusal(404, "ERROR_IMPORT_REPORT_NOT_FOUND"_ba);
    JsonText text;
    text.number("newContacts", job->added).number("updatedContacts", job->updated);
    for (const ContactReason &reason : contactReasons)
        text.number(reason.count,
                    call.database.number("SELECT COUNT(*) FROM fault WHERE job = ? AND reason = ?", 0,
                                         job->number, QByteArray(reason.words)));
    return jsonReply(200, text.number("suppressedContacts", 0).object());
}

Response ContactImport::reportFaults(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::ContactsV2);
    if (!job)
        return refusal(404, "ERROR_IMPORT_NOT_FOUND"_ba);
    if (!job->isEnded())
        return refusal(404, "ERROR_IMPORT_REPORT_NOT_FOUND"_ba);
    return contactFaultsReply(m_around, *job, m_jobs.folderOf(job->id) + u"/upload"_s);
}

} // namespace rowlift::practice::dotdigital
