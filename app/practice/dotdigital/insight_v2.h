#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/dotdigital/import_worker.h"

namespace rowlift::practice::dotdigital {

/// Imports of insight data in the form of v2, and the list of collections. Source: contracts/dotdigital.md,
/// 4.1 to 4.4.
class InsightV2 {
public:
    InsightV2(const Surroundings &around, Jobs &jobs, ImportWorker &worker)
        : m_around(around)
        , m_jobs(jobs)
        , m_worker(worker)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response collections(const Call &call) const;
    Response submit(Call &call, const QByteArray &name);
    Response status(const Call &call, const QByteArray &id) const;
    Response report(const Call &call, const QByteArray &id) const;

    const Surroundings &m_around;
    Jobs &m_jobs;
    ImportWorker &m_worker;
};

inline constexpr qint64 longestInsightBody = 50'000'000; ///< Source: contracts/dotdigital.md, 4.2.

} // namespace rowlift::practice::dotdigital
