#pragma once

#include "app/schema/schema.h"
#include "app/service/marketo/api.h"
#include "app/service/marketo/field_labels.h"
#include "app/service/marketo/lead_options.h"
#include "app/service/part_loader.h"

#include <optional>

namespace rowlift::marketo {

/// One part as one job of Bulk Lead Import.
///
/// Marketo has no list of its imports and no key by which a second submit would be known for one. So a submit
/// whose answer was lost stays undecidable, and only what Marketo itself refuses is noted as answered: what
/// is sent again by itself was proven to have done nothing. Source: contracts/marketo.md, 9 and 13.
class BulkLoader : public PartLoader {
public:
    BulkLoader(std::unique_ptr<Api> api, std::shared_ptr<FieldLabels> labels, Target target,
               QStringList fields);

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    /// Marketo drops nothing that it has: always fails.
    Done abort(const QString &ticket, std::stop_token stop) override;

private:
    /// How a job is doing, as far as it says. Counters may be absent.
    struct Job {
        RemoteState::Stage stage = RemoteState::Stage::Forgotten;
        QString message = {};
        PartTotals totals = {};
    };
    /// Forgotten only when it is said twice.
    Result<Job> jobOf(const QString &ticket, std::stop_token stop);
    Result<Job> jobOnceAsked(const QString &ticket, std::stop_token stop);
    /// The number of rows that were in it.
    Result<qint64> collectList(const QString &ticket, const QString &resource, const QString &folder,
                               ResultSink &sink, std::stop_token stop);
    Done passOthers(const Job &job, qint64 namedAsFailed, ResultSink &sink) const;
    Outcome outcomeIn() const;
    QString fieldOf(const QString &label, std::stop_token stop);

    std::unique_ptr<Api> m_api;
    std::shared_ptr<FieldLabels> m_labels; ///< Shared with the other loaders of the session.
    LeadOptions m_options;
    Target m_target;
    QStringList m_fields;
    bool m_askedForLabels = false;
};

} // namespace rowlift::marketo
