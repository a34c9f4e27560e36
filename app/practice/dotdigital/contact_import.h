#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/dotdigital/import_worker.h"

namespace rowlift::practice::dotdigital {

/// Imports of contacts by files, or as JSON, and their reports. Source: contracts/dotdigital.md, 6.3 and 6.4.
class ContactImport {
public:
    ContactImport(const Surroundings &around, Jobs &jobs, ImportWorker &worker)
        : m_around(around)
        , m_jobs(jobs)
        , m_worker(worker)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response submitFile(Call &call, const QList<qint64> &books, int merging);
    Response submitCollection(Call &call);
    Response queue(Call &call, const QByteArray &csv, const QList<qint64> &books, int merging);
    /// The file in the body, or the reply that refuses it.
    std::optional<Response> readFile(Call &call, QByteArray *csv) const;
    Response status(const Call &call, const QByteArray &id) const;
    Response report(const Call &call, const QByteArray &id) const;
    Response reportFaults(const Call &call, const QByteArray &id) const;

    const Surroundings &m_around;
    Jobs &m_jobs;
    ImportWorker &m_worker;
};

} // namespace rowlift::practice::dotdigital
