#include "app/practice/salesforce/job.h"

#include "app/practice/json_text.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array jobStateWords { "Open",        "UploadComplete", "InProgress",
                                     "JobComplete", "Failed",         "Aborted" };
constexpr std::array operationWords { "insert", "update", "upsert", "delete" };
constexpr std::array<std::pair<const char *, char>, 6> jobDelimiters { { { "COMMA", ',' },
                                                                         { "BACKQUOTE", '`' },
                                                                         { "CARET", '^' },
                                                                         { "PIPE", '|' },
                                                                         { "SEMICOLON", ';' },
                                                                         { "TAB", '\t' } } };

/// The members that every form has.
JsonText jobHead(const Job &job)
{
    JsonText text;
    text.text("id", job.id).text("operation", operationWord(job.operation)).text("object", job.object);
    text.text("createdById", job.creator).text("createdDate", restTime(job.created));
    text.text("systemModstamp", restTime(job.modified)).text("state", jobStateWord(job.state));
    if (!job.externalId.isEmpty())
        text.text("externalIdFieldName", job.externalId);
    if (!job.assignmentRule.isEmpty())
        text.text("assignmentRuleId", job.assignmentRule);
    text.text("concurrencyMode", "Parallel"_ba)
        .text("contentType", "CSV"_ba)
        .raw("apiVersion"_ba, job.version);
    return text;
}

void addContentUrl(JsonText &text, const Job &job)
{
    if (job.state == JobState::Open)
        text.text("contentUrl", "services/data/v" + job.version + "/jobs/ingest/" + job.id + "/batches");
}

void addFormat(JsonText &text, const Job &job)
{
    text.text("lineEnding", job.lineEnding).text("columnDelimiter", job.delimiter);
}

} // namespace

QByteArray jobStateWord(JobState state)
{
    return jobStateWords[static_cast<std::size_t>(state)];
}

std::optional<JobState> jobStateFrom(const QByteArray &word)
{
    const auto found = std::find(jobStateWords.begin(), jobStateWords.end(), word);
    return found == jobStateWords.end() ? std::nullopt
                                        : std::optional(static_cast<JobState>(found - jobStateWords.begin()));
}

bool isEnded(JobState state)
{
    return state == JobState::JobComplete || state == JobState::Failed || state == JobState::Aborted;
}

QByteArray operationWord(Operation operation)
{
    return operationWords[static_cast<std::size_t>(operation)];
}

char Job::delimiterCharacter() const
{
    const auto found = std::find_if(jobDelimiters.begin(), jobDelimiters.end(),
                                    [this](const auto &each) { return delimiter == each.first; });
    return found == jobDelimiters.end() ? ',' : found->second;
}

QByteArray jobAfterCreate(const Job &job)
{
    JsonText text = jobHead(job);
    addContentUrl(text, job);
    addFormat(text, job);
    return text.object();
}

QByteArray jobAfterPatch(const Job &job)
{
    return jobHead(job).object();
}

QByteArray jobInfo(const Job &job)
{
    JsonText text = jobHead(job);
    text.text("jobType", "V2Ingest"_ba);
    addContentUrl(text, job);
    addFormat(text, job);
    if (job.uploaded || job.state != JobState::Open)
        text.number("numberRecordsProcessed", job.processed).number("numberRecordsFailed", job.failed);
    const qint64 active = job.processed / 20 + (job.processed > 0 ? 60 : 0);
    text.number("retries", 0).number("totalProcessingTime", isEnded(job.state) ? active + active / 10 : 0);
    text.number("apiActiveProcessingTime", active).number("apexProcessingTime", 0);
    if (job.state == JobState::Failed)
        text.text("errorMessage", job.errorMessage);
    return text.object();
}

QByteArray jobListed(const Job &job)
{
    JsonText text = jobHead(job);
    text.text("jobType", "V2Ingest"_ba);
    addContentUrl(text, job);
    addFormat(text, job);
    return text.object();
}

QByteArray restTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        .toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'+0000'")
        .toLatin1();
}

bool saveJob(const Job &job, const QString &folder)
{
    JsonText text;
    text.text("id", job.id).text("object", job.object).number("operation", static_cast<int>(job.operation));
    text.text("externalId", job.externalId)
        .text("assignmentRule", job.assignmentRule)
        .text("lineEnding", job.lineEnding);
    text.text("delimiter", job.delimiter).text("version", job.version).text("creator", job.creator);
    text.text("state", jobStateWord(job.state))
        .number("created", job.created)
        .number("modified", job.modified);
    text.number("closed", job.closed).number("ended", job.ended).boolean("uploaded", job.uploaded);
    text.boolean("multipart", job.multipart).number("processed", job.processed).number("failed", job.failed);
    text.number("firstRecord", job.firstRecord).boolean("owing", job.owing);
    text.number("unprocessedFrom", job.unprocessedFrom).text("errorMessage", job.errorMessage);
    const QString name = folder + u"/job.json"_s;
    QFile file(name + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.object()) < 0)
        return false;
    file.close();
    // Not QSaveFile: it waits for the disk, and thousands of jobs are made in a test.
    return std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(name).constData())
        == 0;
}

std::optional<Job> loadJob(const QString &folder)
{
    QFile file(folder + u"/job.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString().toUtf8(); };
    const auto state = jobStateFrom(text("state"_L1));
    if (!state)
        return std::nullopt;
    Job job;
    job.id = text("id"_L1);
    job.object = text("object"_L1);
    job.operation = static_cast<Operation>(json.value("operation"_L1).toInt());
    job.externalId = text("externalId"_L1);
    job.assignmentRule = text("assignmentRule"_L1);
    job.lineEnding = text("lineEnding"_L1);
    job.delimiter = text("delimiter"_L1);
    job.version = text("version"_L1);
    job.creator = text("creator"_L1);
    job.state = *state;
    job.created = json.value("created"_L1).toInteger();
    job.modified = json.value("modified"_L1).toInteger();
    job.closed = json.value("closed"_L1).toInteger();
    job.ended = json.value("ended"_L1).toInteger();
    job.uploaded = json.value("uploaded"_L1).toBool();
    job.multipart = json.value("multipart"_L1).toBool();
    job.processed = json.value("processed"_L1).toInteger();
    job.failed = json.value("failed"_L1).toInteger();
    job.firstRecord = json.value("firstRecord"_L1).toInteger();
    job.owing = json.value("owing"_L1).toBool();
    job.unprocessedFrom = json.value("unprocessedFrom"_L1).toInteger();
    job.errorMessage = text("errorMessage"_L1);
    return job;
}

} // namespace rowlift::practice::salesforce
