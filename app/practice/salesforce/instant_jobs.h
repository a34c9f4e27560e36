#pragma once

#include "app/practice/salesforce/jobs.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/service.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace rowlift::practice::salesforce {

/// What `--instant` makes of jobs that add records: they are complete as soon as they are closed. Their rows
/// get ids by counting, their results are the upload with an id in front of each row, in the upload's order,
/// and their records are written when somebody asks for records. May be used from any thread.
class InstantJobs {
public:
    InstantJobs(const Surroundings &around, const Catalog &catalog, Org &org, Jobs &jobs);

    /// Completes a closed job. False when it is not that simple, be it that it changes records, that a row is
    /// out of form, or that a switch wants something: then it has to be worked off like any other.
    bool complete(const Job &job, Records &records);
    /// Writes the records of all jobs that owe theirs.
    void writeOwed();
    /// Keeps writeOwed() away while it is held.
    std::unique_lock<std::mutex> hold() { return std::unique_lock(m_mutex); }

private:
    bool isSimple(const Job &job) const;
    void write(const Job &job);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
    Jobs &m_jobs;
    std::mutex m_mutex;
    std::atomic<bool> m_owing = false;
};

/// The body of successfulResults of a job that was completed so.
std::shared_ptr<BodySource> instantResults(const QByteArray &head, const Job &job, const Object &object,
                                           const QString &folder);

} // namespace rowlift::practice::salesforce
