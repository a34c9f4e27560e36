#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/dotdigital/import_worker.h"

namespace rowlift::practice::dotdigital {

/// Imports of insight data in the form of v3. Source: contracts/dotdigital.md, 5.
class InsightV3 {
public:
    InsightV3(const Surroundings &around, Jobs &jobs, ImportWorker &worker)
        : m_around(around)
        , m_jobs(jobs)
        , m_worker(worker)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response submit(Call &call);
    Response status(const Call &call, const QByteArray &id) const;

    const Surroundings &m_around;
    Jobs &m_jobs;
    ImportWorker &m_worker;
};

/// Source: contracts/dotdigital.md, 5.
bool isCollectionScope(const QByteArray &word);
bool isCollectionType(const QByteArray &word);

} // namespace rowlift::practice::dotdigital
