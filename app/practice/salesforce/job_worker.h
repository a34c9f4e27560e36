#pragma once

#include "app/practice/salesforce/instant_jobs.h"
#include "app/practice/salesforce/job_run.h"
#include "app/practice/salesforce/jobs.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace rowlift::practice::salesforce {

/// The one thread that works the jobs off, several at a time by turns, as the server's clock allows.
///
/// A job waits 1 to 2 seconds, then its chunks follow over at least one more second, at most 50,000 rows a
/// second.
class JobWorker {
public:
    JobWorker(const Surroundings &around, const Catalog &catalog, Org &org, Jobs &jobs, InstantJobs &instant);
    ~JobWorker();
    void start();
    void stop();
    /// Tells that a job was closed.
    void wake();
    /// Aborts a job between two steps, so that its result files and counters agree. False when it had ended
    /// before.
    bool abort(const QByteArray &id);
    /// Forgets all jobs and records.
    void reset();

private:
    void loop(std::stop_token stop);
    qint64 due(const Job &job) const;
    qint64 begin(const Job &job) const;
    double pace(const JobRun &run) const;
    void work(const Job &job, Records &records);
    void end(const QByteArray &id, JobState state, const JobRun &run);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
    Jobs &m_jobs;
    InstantJobs &m_instant;
    std::mutex m_stepping;
    ParentLocks m_locks;
    std::map<QByteArray, std::unique_ptr<JobRun>>
        m_runs; ///< Used in the worker's thread; emptied by others under the mutex.
    std::jthread m_thread;
};

} // namespace rowlift::practice::salesforce
