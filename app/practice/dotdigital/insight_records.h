#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/insight_judge.h"

namespace rowlift::practice::dotdigital {

/// Single records by the paths of v2. Source: contracts/dotdigital.md, 4.6.
class InsightRecords {
public:
    explicit InsightRecords(const Surroundings &around)
        : m_around(around)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response ofCollection(Call &call, const QByteArray &name);
    Response ofKey(Call &call, const QByteArray &name, const QByteArray &key);
    Response ofContact(Call &call, const QByteArray &contact, const QByteArray &name);
    Response ofAccount(const Call &call, const QByteArray &name) const;
    Response add(Call &call, const QByteArray &name);
    Response replace(Call &call, const Collection &collection, const InsightRecord &record);

    const Surroundings &m_around;
};

} // namespace rowlift::practice::dotdigital
