#pragma once

#include "app/practice/marketo/call.h"
#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/envelope.h"
#include "app/practice/marketo/limits.h"

#include <optional>

namespace rowlift::practice::marketo {

/// What describes the instance: fields, partitions, custom objects, programs, usage. Any thread.
/// Source: contracts/marketo.md, 7, 10 and 11.
class MetaApi {
public:
    MetaApi(const Catalog &catalog, Limits &limits, const Envelope &envelope);

    /// Nothing when the path is none of these.
    std::optional<Answer> answer(const Call &call);

private:
    std::optional<Answer> resource(const Call &call, const QString &path);
    Answer schema(const Call &call) const;
    Answer schemaOf(const QString &name) const;
    Answer customObjects(const Call &call) const;

    const Catalog &m_catalog;
    Limits &m_limits;
    const Envelope &m_envelope;
    QByteArray m_describe;
    QByteArray m_describe2;
};

} // namespace rowlift::practice::marketo
