#pragma once

#include "app/practice/salesforce/header.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rowlift::practice::salesforce {

enum class JobState { Open, UploadComplete, InProgress, JobComplete, Failed, Aborted };

QByteArray jobStateWord(JobState state);
std::optional<JobState> jobStateFrom(const QByteArray &word);
bool isEnded(JobState state);
QByteArray operationWord(Operation operation);

/// A Bulk API 2.0 ingest job, as it is kept in `job.json` of its folder.
struct Job {
    QByteArray id;
    QByteArray object;
    Operation operation = Operation::Insert;
    QByteArray externalId;
    QByteArray assignmentRule;
    QByteArray lineEnding = "LF";
    QByteArray delimiter = "COMMA";
    QByteArray version = "61.0";
    QByteArray creator;
    JobState state = JobState::Open;
    qint64 created = 0; ///< Times in milliseconds of the server's clock.
    qint64 modified = 0;
    qint64 closed = 0; ///< When UploadComplete was said.
    qint64 ended = 0;
    bool uploading = false; ///< Not kept: a restart ends an upload.
    bool uploaded = false;
    bool multipart = false;
    qint64 processed = 0;
    qint64 failed = 0;
    qint64 firstRecord = 0; ///< Its rows have the records from this number on; 0: see the result files.
    bool owing = false; ///< Its records are still to be written: InstantJobs.
    qint64 unprocessedFrom = 0; ///< Offset in the upload where the rows begin that were never tried.
    QByteArray errorMessage;

    char delimiterCharacter() const;
    QByteArray lineEndBytes() const { return lineEnding == "CRLF" ? "\r\n" : "\n"; }
};

/// The forms in which the service shows a job. Source: fixtures/recorded/salesforce/job-*.json.
QByteArray jobAfterCreate(const Job &job);
QByteArray jobAfterPatch(const Job &job);
QByteArray jobInfo(const Job &job);
QByteArray jobListed(const Job &job);
/// A time of the server's clock as the REST interface prints it.
QByteArray restTime(qint64 milliseconds);

/// Writes the job so that a kill leaves either the old or the new text; reads it back.
bool saveJob(const Job &job, const QString &folder);
std::optional<Job> loadJob(const QString &folder);

} // namespace rowlift::practice::salesforce
