#pragma once

#include "app/practice/marketo/call.h"
#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/envelope.h"
#include "app/practice/service.h"

#include <optional>

namespace rowlift::practice::marketo {

/// Static lists and who is on them. Any thread. Source: contracts/marketo.md, 7.5.
class ListsApi {
public:
    ListsApi(const Surroundings &around, const Catalog &catalog, const Envelope &envelope)
        : m_around(around)
        , m_catalog(catalog)
        , m_envelope(envelope)
    {
    }

    /// Nothing when the path is none of lists.
    std::optional<Answer> answer(const Call &call);

private:
    Answer lists(const Call &call) const;
    Answer members(const Call &call, qint64 list) const;
    Answer isMember(const Call &call, qint64 list) const;
    Answer changeMembers(const Call &call, qint64 list) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    const Envelope &m_envelope;
};

/// The ids in `id` parameters and in a body `{"input":[{"id":1}]}`.
QList<qint64> idsIn(const Call &call);
/// `{"id":1,"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}`; id 0 is left out.
QByteArray skipped(qint64 id, int code, const QByteArray &words = {});
QByteArray standing(qint64 id, const char *status);

} // namespace rowlift::practice::marketo
