#pragma once

#include "app/practice/marketo/call.h"
#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/envelope.h"
#include "app/practice/service.h"

#include <optional>

namespace rowlift::practice::marketo {

/// Leads one by one: found by a filter or an id, and deleted. Any thread.
class LeadsApi {
public:
    LeadsApi(const Surroundings &around, const Catalog &catalog, const Envelope &envelope)
        : m_around(around)
        , m_catalog(catalog)
        , m_envelope(envelope)
    {
    }

    /// Nothing when the path is none of these. leads.json by POST is for SyncLeads.
    std::optional<Answer> answer(const Call &call);

private:
    Answer filtered(const Call &call) const;
    Answer one(const Call &call, const QString &id) const;
    Answer remove(const Call &call) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    const Envelope &m_envelope;
};

} // namespace rowlift::practice::marketo
