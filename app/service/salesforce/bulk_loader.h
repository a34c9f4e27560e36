#pragma once

#include "app/schema/schema.h"
#include "app/service/part_loader.h"
#include "app/service/salesforce/api.h"

#include <optional>

namespace rowlift::salesforce {

/// One part as one job of the Bulk API 2.0.
/// Source: contracts/salesforce.md, 3 and, for recover(), 6.
class BulkLoader : public PartLoader {
public:
    BulkLoader(std::unique_ptr<Api> api, Target target, QStringList fields);

    Done keepOld(const PartFile &part, const QString &path, const Progress &progress,
                 std::stop_token stop) override;
    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    Done abort(const QString &ticket, std::stop_token stop) override;

private:
    /// The id of the rule that hands the records to people; empty when none is wanted, or none is active.
    Result<QString> assignmentRuleId(std::stop_token stop);
    Result<QString> open(const QString &ruleId, std::stop_token stop);
    Done upload(const QString &ticket, const PartFile &part, const Progress &progress, std::stop_token stop);
    /// PATCHes the job to \a state, capitalised as the service has it. Fine when the service's own answer
    /// shows that the job is no longer open.
    Done patch(const QString &ticket, const QString &state, std::stop_token stop);
    /// Tells the service to begin. A refusal counts only while the job is seen to be open.
    Done close(const QString &ticket, std::stop_token stop);
    /// The job's state word, one of those known; empty when the service does not know the job.
    Result<QString> stateOf(const QString &ticket, std::stop_token stop);
    Result<Recovery> recoverUnclosed(const QString &ticket, std::stop_token stop);
    Result<Recovery> recoverClosing(const QString &ticket, StepLog &log, std::stop_token stop);
    Done collectFile(const QString &ticket, const QString &resource, const QString &path, qint64 mostBytes,
                     std::stop_token stop);

    std::unique_ptr<Api> m_api;
    Target m_target;
    QStringList m_fields;
    std::optional<QString> m_activeRule; ///< Once it was asked for.
};

} // namespace rowlift::salesforce
