#pragma once

#include "app/practice/marketo/call.h"
#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/envelope.h"
#include "app/practice/marketo/exception_files.h"
#include "app/practice/marketo/import_worker.h"
#include "app/practice/marketo/instant_imports.h"

namespace rowlift::practice::marketo {

/// `/bulk/v1`: imports of leads, custom objects and program members. Any thread.
/// Source: contracts/marketo.md, 9 to 11.
class BulkApi {
public:
    BulkApi(const Surroundings &around, const Catalog &catalog, Imports &imports, ImportWorker &worker,
            InstantImports &instant, const Envelope &envelope)
        : m_around(around)
        , m_catalog(catalog)
        , m_imports(imports)
        , m_worker(worker)
        , m_instant(instant)
        , m_envelope(envelope)
    {
    }

    Answer answer(const Call &call);

private:
    Answer create(const Call &call, ImportJob job);
    std::optional<Answer> readOptions(const Call &call, ImportJob *job) const;
    std::optional<Answer> readPlace(const Call &call, ImportJob *job) const;
    Answer batch(const Call &call, const QByteArray &object, const QString &id, const QString &resource);
    Answer status(const ImportJob &job) const;
    Answer exceptions(const ImportJob &job, Exceptions which) const;
    QByteArray created(const ImportJob &job) const;
    Answer wrongMethod(const Call &call) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Imports &m_imports;
    ImportWorker &m_worker;
    InstantImports &m_instant;
    const Envelope &m_envelope;
};

} // namespace rowlift::practice::marketo
