#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/import_jobs.h"

namespace rowlift::practice::dotdigital {

/// Collections, their schemas and single records by the paths of v3. Source: contracts/dotdigital.md, 5.
class CollectionsV3 {
public:
    CollectionsV3(const Surroundings &around, Jobs &jobs)
        : m_around(around)
        , m_jobs(jobs)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response all(const Call &call) const;
    Response one(Call &call, const QByteArray &name);
    Response create(Call &call, const QByteArray &name);
    Response remove(Call &call, const Collection &collection, bool onlyRecords);
    Response schema(const Collection &collection) const;
    Response async(const Call &call, const QByteArray &id) const;
    /// A record of a contact, named by \a identifier and \a value, or of the account when they are empty.
    Response record(Call &call, const QByteArray &identifier, const QByteArray &value, const QByteArray &name,
                    const QByteArray &key);
    Response put(Call &call, const Collection &collection, const QByteArray &identifier,
                 const QByteArray &value, const QByteArray &key);

    const Surroundings &m_around;
    Jobs &m_jobs;
};

} // namespace rowlift::practice::dotdigital
