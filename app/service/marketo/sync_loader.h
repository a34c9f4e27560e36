#pragma once

#include "app/schema/schema.h"
#include "app/service/marketo/api.h"
#include "app/service/part_loader.h"

#include <QStringList>

namespace rowlift::marketo {

/// One part as one call of Sync Leads, which is answered at once, person by person. What a call came to whose
/// answer was lost cannot be asked. Source: contracts/marketo.md, 12.
class SyncLoader : public PartLoader {
public:
    SyncLoader(std::unique_ptr<Api> api, Target target, QStringList fields);

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    /// There are no jobs: these three know no ticket.
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    Done abort(const QString &ticket, std::stop_token stop) override;

private:
    std::vector<PlacedResult> resultsIn(const QJsonArray &answer) const;

    std::unique_ptr<Api> m_api;
    Target m_target;
    QStringList m_fields;
};

} // namespace rowlift::marketo
