#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/dotdigital/import_worker.h"

namespace rowlift::practice::dotdigital {

/// Contacts by the paths of v3: looking one up, and imports. Source: contracts/dotdigital.md, 6.5.
class ContactsV3 {
public:
    ContactsV3(const Surroundings &around, Jobs &jobs, ImportWorker &worker)
        : m_around(around)
        , m_jobs(jobs)
        , m_worker(worker)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response one(const Call &call, const QString &identifier, const QByteArray &value) const;
    Response submit(Call &call);
    Response status(const Call &call, const QByteArray &id) const;

    const Surroundings &m_around;
    Jobs &m_jobs;
    ImportWorker &m_worker;
};

} // namespace rowlift::practice::dotdigital
