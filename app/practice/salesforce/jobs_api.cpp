#include "app/practice/salesforce/jobs_api.h"

#include "app/practice/json_text.h"
#include "app/practice/multipart.h"
#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/job_results.h"
#include "app/practice/salesforce/replies.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Source: contracts/salesforce.md, 3.2 and 3.3.
constexpr qint64 longestUpload = 150'000'000;
constexpr qint64 longestOneShot = 100'000;
constexpr qint64 longestJobJson = 64 * 1024;
constexpr qsizetype jobsAPage = 1000;

Response wrongJson(const QByteArray &message)
{
    return errorReply(400, "JSON_PARSER_ERROR"_ba, message);
}

Response wrongState(const QByteArray &message)
{
    return errorReply(400, "INVALIDJOBSTATE"_ba, message);
}

/// A property whose value must be one of some words.
bool isWord(const QByteArray &value, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return value == word; });
}

bool allows(const Object &object, Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return object.createable;
    case Operation::Update:
        return object.updateable;
    case Operation::Upsert:
        return object.createable && object.updateable;
    case Operation::Delete:
        break;
    }
    return object.deletable;
}

bool isRuleOf(const Object &object, const QByteArray &id)
{
    const FixedRecord *rule = fixedRecord({ id.constData(), static_cast<std::size_t>(id.size()) });
    return rule && rule->object == "AssignmentRule" && rule->text("SobjectType"_ba) == object.name;
}

} // namespace

Response JobsApi::answer(const QStringList &rest, const QByteArray &version, Request &request)
{
    if (rest.isEmpty()) {
        if (request.method == "GET")
            return list(version, request);
        return request.method == "POST" ? create(version, request) : methodNotAllowed();
    }
    const auto job = m_jobs.find(rest[0].toLatin1());
    if (!job || rest.size() > 2)
        return notFound();
    if (rest.size() == 1)
        return one(*job, request);
    if (rest[1] == u"batches")
        return request.method == "PUT" ? upload(*job, request) : methodNotAllowed();
    const QString resource = rest[1].toLower();
    if (resource != u"successfulresults" && resource != u"failedresults" && resource != u"unprocessedrecords")
        return notFound();
    return request.method == "GET" ? results(*job, resource) : methodNotAllowed();
}

Response JobsApi::one(const Job &job, Request &request)
{
    if (request.method == "GET")
        return Response::json(200, jobInfo(job));
    if (request.method == "PATCH")
        return patch(job, request);
    return request.method == "DELETE" ? remove(job) : methodNotAllowed();
}

Response JobsApi::create(const QByteArray &version, Request &request)
{
    if (request.mediaType() == "multipart/form-data")
        return createMultipart(version, request);
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto body = request.body(longestJobJson);
    if (!body)
        return wrongJson("The HTTP entity body could not be read"_ba);
    Job job;
    if (auto error = jobFrom(*body, version, &job))
        return *error;
    return Response::json(200, jobAfterCreate(m_jobs.add(job)));
}

Response JobsApi::createMultipart(const QByteArray &version, Request &request)
{
    const QByteArray type = request.header("content-type"_ba);
    const auto body = request.body(4 * longestOneShot + longestJobJson);
    if (!body)
        return errorReply(400, "CLIENTINPUTERROR"_ba,
                          "The content of a multipart job may have at most 100000 characters"_ba);
    const auto parts = formParts(*body, type).value_or(QList<FormPart>());
    const FormPart *const description = partNamed(parts, u"job"_s);
    const FormPart *const content = partNamed(parts, u"content"_s);
    if (!description || !content)
        return errorReply(400, "CLIENTINPUTERROR"_ba, "A multipart job needs the parts job and content"_ba);
    if (QString::fromUtf8(content->content).size() > longestOneShot)
        return errorReply(400, "CLIENTINPUTERROR"_ba,
                          "The content of a multipart job may have at most 100000 characters"_ba);
    Job job;
    if (auto error = jobFrom(description->content, version, &job))
        return *error;
    job.multipart = true;
    job = m_jobs.add(job);
    QFile file(m_jobs.folderOf(job.id) + u"/upload.csv"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(content->content) != content->content.size())
        return errorReply(500, "UNKNOWN_EXCEPTION"_ba, "The content could not be stored"_ba);
    file.close();
    m_jobs.change(job.id, [&](Job &each) {
        each.uploaded = true;
        each.state = JobState::UploadComplete;
        each.closed = m_around.clock.now();
        job = each;
        return true;
    });
    m_worker.wake();
    return Response::json(200, jobAfterCreate(job));
}

std::optional<Response> JobsApi::jobFrom(const QByteArray &text, const QByteArray &version, Job *job) const
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parse);
    if (!document.isObject())
        return wrongJson("Unexpected character at [line:1, column:" + QByteArray::number(parse.offset + 1)
                         + "]");
    QByteArray operation;
    const QJsonObject json = document.object();
    for (auto each = json.begin(); each != json.end(); ++each) {
        const QByteArray value = each.value().toString().toUtf8();
        if (each.value().isNull())
            continue;
        const auto wrongWord = [&] {
            return wrongJson("Cannot deserialize value from String \"" + value + "\" for "
                             + each.key().toUtf8());
        };
        if (each.key() == u"object") {
            job->object = value;
        } else if (each.key() == u"operation") {
            operation = value;
        } else if (each.key() == u"externalIdFieldName") {
            job->externalId = value;
        } else if (each.key() == u"assignmentRuleId") {
            job->assignmentRule = value;
        } else if (each.key() == u"contentType") {
            if (value != "CSV")
                return wrongWord();
        } else if (each.key() == u"lineEnding") {
            if (!isWord(value, { "LF", "CRLF" }))
                return wrongWord();
            job->lineEnding = value;
        } else if (each.key() == u"columnDelimiter") {
            if (!isWord(value, { "COMMA", "BACKQUOTE", "CARET", "PIPE", "SEMICOLON", "TAB" }))
                return wrongWord();
            job->delimiter = value;
        } else {
            return wrongJson("Unrecognized field \"" + each.key().toUtf8() + "\", not marked as ignorable");
        }
    }
    job->version = version.mid(1);
    job->creator = m_org.user().id;
    return checkedOperation(job, operation);
}

std::optional<Response> JobsApi::checkedOperation(Job *job, const QByteArray &operation) const
{
    if (job->object.isEmpty() || operation.isEmpty())
        return errorReply(400, "INVALIDJOB"_ba,
                          job->object.isEmpty() ? "Object is required"_ba : "Operation is required"_ba);
    if (operation == "hardDelete")
        return errorReply(
            400, "FEATURENOTENABLED"_ba,
            "hardDelete is not enabled for this user: the permission Bulk API Hard Delete is missing"_ba);
    const bool known = isWord(operation, { "insert", "update", "upsert", "delete" });
    if (!known)
        return errorReply(400, "INVALIDOPERATION"_ba, "Unknown operation: " + operation);
    job->operation = operation == "insert" ? Operation::Insert
        : operation == "update"            ? Operation::Update
        : operation == "upsert"            ? Operation::Upsert
                                           : Operation::Delete;
    const Object *object = m_catalog.object(job->object);
    if (!object)
        return errorReply(400, "INVALIDENTITY"_ba, "Unable to find object: " + job->object);
    job->object = object->name;
    if (!allows(*object, job->operation))
        return errorReply(400, "INVALIDENTITY"_ba,
                          "Entity '" + object->name + "' does not support the operation " + operation);
    if (!job->assignmentRule.isEmpty() && !isRuleOf(*object, job->assignmentRule))
        return errorReply(400, "INVALIDJOB"_ba, "Invalid assignmentRuleId: " + job->assignmentRule);
    if (m_org.batches() >= m_org.dailyBatches())
        return errorReply(400, "EXCEEDEDQUOTA"_ba, "The allocation of batches for 24 hours is used up"_ba);
    if (job->operation != Operation::Upsert) {
        job->externalId.clear();
        return std::nullopt;
    }
    if (job->externalId.isEmpty())
        return errorReply(400, "INVALIDJOB"_ba,
                          "External ID was blank for " + object->name
                              + ". An External ID must be specified for upsert.");
    const Field *field
        = object->field({ job->externalId.constData(), static_cast<std::size_t>(job->externalId.size()) });
    if (!field || !(field->externalId || field->idLookup))
        return errorReply(400, "INVALIDJOB"_ba,
                          "Field name provided, " + job->externalId
                              + " does not match an External ID, Salesforce Id, or indexed field for "
                              + object->name);
    job->externalId = field->name;
    return std::nullopt;
}

Response JobsApi::list(const QByteArray &version, const Request &request)
{
    const QString wanted = request.parameter(u"jobType"_s);
    QList<Job> jobs = wanted.isEmpty() || wanted == u"V2Ingest" ? m_jobs.all() : QList<Job>();
    const qsizetype from = request.parameter(u"queryLocator"_s).toLongLong();
    QByteArrayList records;
    for (const Job &job : jobs.mid(from, jobsAPage))
        records.append(jobListed(job));
    const bool done = from + jobsAPage >= jobs.size();
    const QByteArray next
        = "/services/data/" + version + "/jobs/ingest?queryLocator=" + QByteArray::number(from + jobsAPage);
    JsonText text;
    text.boolean("done", done)
        .raw("records"_ba, jsonArray(records))
        .raw("nextRecordsUrl"_ba, done ? "null"_ba : jsonString(next));
    return Response::json(200, text.object());
}

Response JobsApi::patch(const Job &job, Request &request)
{
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto body = request.body(longestJobJson);
    const QJsonObject json = QJsonDocument::fromJson(body.value_or(QByteArray())).object();
    if (json.size() != 1 || !json.value("state"_L1).isString())
        return wrongJson("The body must hold the property state and nothing else"_ba);
    const QByteArray word = json.value("state"_L1).toString().toUtf8();
    const QByteArray canonical = word.toLower() == "uploadcomplete" ? "UploadComplete"_ba
        : word.toLower() == "aborted"                               ? "Aborted"_ba
                                                                    : QByteArray();
    if (canonical.isEmpty() || (canonical != word && m_around.switches.on(u"strict-state"_s)))
        return wrongJson("Cannot deserialize value of type JobState from String \"" + word + '"');
    if (canonical != word)
        std::fprintf(stderr, "practice server: job state \"%s\" was taken for %s\n", word.constData(),
                     canonical.constData());
    return canonical == "Aborted" ? abort(job) : close(job);
}

Response JobsApi::close(const Job &job)
{
    Job now = job;
    const bool closed = m_jobs.change(job.id, [&](Job &each) {
        if (each.state != JobState::Open || each.uploading)
            return false;
        each.state = JobState::UploadComplete;
        each.closed = m_around.clock.now();
        now = each;
        return true;
    });
    if (!closed)
        return wrongState("Closing a job that is not Open is not allowed"_ba);
    m_worker.wake();
    now.modified = m_around.clock.now();
    return Response::json(200, jobAfterPatch(now));
}

Response JobsApi::abort(const Job &job)
{
    if (!m_worker.abort(job.id))
        return wrongState("Aborting already Completed Job not allowed"_ba);
    const auto now = m_jobs.find(job.id);
    return now ? Response::json(200, jobAfterPatch(*now)) : notFound();
}

Response JobsApi::remove(const Job &job)
{
    if (job.state == JobState::Open || job.state == JobState::InProgress)
        return wrongState("Deleting a job in the state " + jobStateWord(job.state) + " is not allowed");
    if (job.owing)
        m_instant.writeOwed();
    m_jobs.remove(job.id);
    Response response;
    response.status = 204;
    return response;
}

Response JobsApi::upload(const Job &job, Request &request)
{
    if (request.mediaType() != "text/csv" || request.headers.contains("content-encoding"_ba))
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    bool second = false;
    const bool begun = m_jobs.change(job.id, [&](Job &each) {
        second = each.uploaded || each.uploading;
        if (second || each.state != JobState::Open)
            return false;
        each.uploading = true;
        return true;
    });
    if (!begun && second && job.state == JobState::Open)
        return errorReply(400, "CLIENTINPUTERROR"_ba,
                          "Found multiple contents for job: <" + job.id
                              + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new "
                                "Job and make sure you only do 'PUT' once on a given Job.");
    if (!begun)
        return wrongState("Uploading to a job that is not Open is not allowed"_ba);
    bool tooLarge = false;
    const bool stored = store(job, request, &tooLarge);
    m_jobs.change(job.id, [&](Job &each) {
        each.uploading = false;
        each.uploaded = stored;
        return true;
    });
    if (tooLarge)
        return errorReply(413, "EXCEEDED_MAX_SIZE_REQUEST"_ba, "The uploaded content exceeds 150 MB"_ba);
    if (!stored) {
        Response lost;
        lost.lost = true;
        return lost;
    }
    Response response;
    response.status = 201;
    return response;
}

bool JobsApi::store(const Job &job, Request &request, bool *tooLarge)
{
    const QString path = m_jobs.folderOf(job.id) + u"/upload.csv"_s;
    QFile file(path + u".part"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        const qint64 got = request.reader->read(piece.data(), piece.size());
        if (got < 0)
            return false;
        if (got == 0)
            break;
        size += got;
        *tooLarge = *tooLarge || size > longestUpload;
        if (!*tooLarge && file.write(piece.constData(), got) != got)
            return false;
    }
    file.close();
    return !*tooLarge && file.rename(path);
}

Response JobsApi::results(const Job &job, const QString &resource)
{
    if (!isEnded(job.state))
        return wrongState("The results of a job in the state " + jobStateWord(job.state)
                          + " are not available");
    const QString folder = m_jobs.folderOf(job.id);
    const QByteArray delimiter(1, job.delimiterCharacter());
    const QByteArray header = echoedHeader(job, folder);
    const quint64 seed = m_around.switches.on(u"keep-order"_s) ? 0 : shuffleSeed(job.id);
    Response response;
    response.plain = m_around.instant;
    response.with("Content-Type"_ba, "text/csv;charset=UTF-8"_ba);
    const auto headWith = [&](const QByteArray &second) {
        return "\"sf__Id\"" + delimiter + second + (header.isEmpty() ? QByteArray() : delimiter + header)
            + job.lineEndBytes();
    };
    qint64 headSize = 0;
    if (resource == u"unprocessedrecords") {
        const QByteArray head = uploadedHeader(job, folder) + job.lineEndBytes();
        headSize = head.size();
        const QString path = folder + u"/upload.csv"_s;
        const qint64 offset = job.unprocessedFrom > 0 ? job.unprocessedFrom : uploadedHeaderEnd(job, folder);
        response.source
            = tailBody(head, path, job.state == JobState::JobComplete ? QFile(path).size() : offset);
    } else {
        const bool good = resource == u"successfulresults";
        const QByteArray head = headWith(good ? "\"sf__Created\""_ba : "\"sf__Error\""_ba);
        headSize = head.size();
        response.source = good && job.firstRecord > 0
            ? instantResults(head, job, *m_catalog.object(job.object), folder)
            : resultBody(head, folder, good ? u"successful"_s : u"failed"_s, seed);
    }
    const QString empty = m_around.switches.text(u"empty-results"_s);
    if (response.source->size() > headSize || (empty != u"204" && empty != u"zero"))
        return response;
    Response nothing;
    nothing.status = empty == u"204" ? 204 : 200;
    return empty == u"204" ? nothing : nothing.with("Content-Type"_ba, "text/csv;charset=UTF-8"_ba);
}

} // namespace rowlift::practice::salesforce
