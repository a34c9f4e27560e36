#pragma once

#include "app/schema/schema.h"
#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/insight_encoder.h"
#include "app/service/dotdigital/insight_report.h"
#include "app/service/part_loader.h"

namespace rowlift::dotdigital {

/// One part as one import of insight data, by either version.
///
/// Dotdigital has no list of its imports and no mark by which a second submit would be known for one: a
/// submit whose answer was lost stays undecidable. Only what Dotdigital itself refuses is noted as answered,
/// so that what is sent again by itself was proven to have done nothing. Source: contracts/dotdigital.md, 4,
/// 5 and 8.
class InsightLoader : public PartLoader {
public:
    InsightLoader(InsightVersion version, std::unique_ptr<Api> api, Target target, QStringList fields);

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    /// Dotdigital drops nothing that it has: always fails.
    Done abort(const QString &ticket, std::stop_token stop) override;

private:
    /// How an import is doing.
    struct Import {
        RemoteState::Stage stage = RemoteState::Stage::Forgotten;
        QString status = {}; ///< In Dotdigital's word.
        InsightReport report = {};
    };
    Call submitCall(const PartFile &part) const;
    QString importPath(const QString &ticket) const;
    /// \a reply should have \a wanted and has not.
    Error odd(const Call &call, const HttpReply &reply, const QString &wanted) const;
    /// Forgotten only when it is said twice.
    Result<Import> importOf(const QString &ticket, std::stop_token stop);
    Result<Import> importOnceAsked(const QString &ticket, std::stop_token stop);
    std::optional<RemoteState::Stage> stageOf(const QString &status) const;
    /// Streams the faults into \a sink. Empty: there is no report.
    Result<std::optional<InsightReport>> passFaults(const QString &ticket, const QString &folder,
                                                    ResultSink &sink, std::stop_token stop);
    /// The stage that \a report tells itself, else the one that is asked for.
    Result<Import> endOf(const QString &ticket, const InsightReport &report, std::stop_token stop);
    Done passOthers(const Import &import, ResultSink &sink) const;

    InsightVersion m_version;
    std::unique_ptr<Api> m_api;
    Target m_target;
    QStringList m_fields;
};

} // namespace rowlift::dotdigital
