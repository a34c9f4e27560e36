#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/instant_jobs.h"
#include "app/practice/salesforce/job_worker.h"
#include "app/practice/salesforce/jobs.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/service.h"

#include <QStringList>

namespace rowlift::practice::salesforce {

/// The resources under `/jobs/ingest`. Source: contracts/salesforce.md, section 3.
class JobsApi {
public:
    JobsApi(const Surroundings &around, const Catalog &catalog, const Org &org, Jobs &jobs, JobWorker &worker,
            InstantJobs &instant)
        : m_around(around)
        , m_catalog(catalog)
        , m_org(org)
        , m_jobs(jobs)
        , m_worker(worker)
        , m_instant(instant)
    {
    }

    /// \a rest is the path behind "ingest"; \a version is "v61.0".
    Response answer(const QStringList &rest, const QByteArray &version, Request &request);

private:
    Response create(const QByteArray &version, Request &request);
    Response createMultipart(const QByteArray &version, Request &request);
    Response list(const QByteArray &version, const Request &request);
    Response one(const Job &job, Request &request);
    Response patch(const Job &job, Request &request);
    Response close(const Job &job);
    Response abort(const Job &job);
    Response remove(const Job &job);
    Response upload(const Job &job, Request &request);
    bool store(const Job &job, Request &request, bool *tooLarge);
    Response results(const Job &job, const QString &resource);
    /// The job that a JSON text asks for, or why not.
    std::optional<Response> jobFrom(const QByteArray &text, const QByteArray &version, Job *job) const;
    std::optional<Response> checkedOperation(Job *job, const QByteArray &operation) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    const Org &m_org;
    Jobs &m_jobs;
    JobWorker &m_worker;
    InstantJobs &m_instant;
};

} // namespace rowlift::practice::salesforce
