#pragma once

#include "app/schema/schema.h"
#include "app/service/part_loader.h"
#include "app/service/salesforce/api.h"
#include "app/service/salesforce/record_search.h"
#include "app/service/salesforce/row_trace.h"

#include <map>

namespace rowlift::salesforce {

/// What the ways of loading have in common that send a part in one call, which is answered at once.
/// Source: contracts/salesforce.md, 5.4 and 6.
///
/// The whole call is one transaction at the service: what it wrote is seen all at once, when it is over. From
/// that recover() proves, by asking alone:
/// - A row is in when a record holds what was sent, written by this user at or after the send (SendTime). An
///   added one is never a record that another row is on record with (StepLog::onRecord).
/// - The others are not in once the call is over: some row of it is in by a record that nothing but this call
///   can have written, or its answer was on record (Step::Send done), or longestCall has certainly passed
///   since it was sent. Until then recover() fails with Timeout and the wait after which to ask again.
/// - To send an update, an upsert or a delete once more does no harm, so nothing of these stays unknown: rows
///   that are in by this call or another run's settle the part at once when all are, and what is not
///   certainly in counts as not in once the call is over, also where the records may not be asked for.
/// - Rows to be added cannot be told that have nothing to ask by, whose record was written in the time in
///   question but with other values (unless a call on record explains that), that a call of another run may
///   have made, or that an assignment rule may have hidden from this user: they are unknown, or the whole
///   part is Undecidable.
class CallLoader : public PartLoader {
public:
    CallLoader(std::unique_ptr<Api> api, Target target, QStringList fields);

    Done keepOld(const PartFile &part, const QString &path, const Progress &progress,
                 std::stop_token stop) override;
    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    /// There are no jobs: these four know no ticket.
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    Done abort(const QString &ticket, std::stop_token stop) override;

    /// The service's own limit of a call. Source: contracts/salesforce.md, 1.11.
    static constexpr std::chrono::minutes longestCall { 10 };

protected:
    /// The request that sends \a part.
    virtual Result<Call> callFor(const PartFile &part) const = 0;
    /// What \a reply, of whatever status, says of the rows. Fails when it does not say so.
    virtual Result<Submitted> answered(const Call &call, const HttpReply &reply,
                                       const PartFile &part) const = 0;
    /// Whether \a reply proves that the service is not at the call any more.
    virtual bool saysOver(const HttpReply &reply) const;
    /// Of a call that is over: what follows for the other rows from what is known of one. \a keys as in
    /// RowTracer::trace().
    virtual void conclude(std::vector<TracedRow> &, const QStringList & /* keys */) const { }

    const Target &target() const { return m_target; }
    /// The error that \a reply is, when it says nothing of single rows.
    Error refusal(const Call &call, const HttpReply &reply) const;

private:
    Result<const Schema *> schema(std::stop_token stop);
    /// What \a log knows of \a found; asked after the records were, so that what is settled meanwhile is
    /// known.
    Result<KnownWrites> knownOf(const Findings &found, StepLog &log) const;
    /// The records of \a queries, and of an insert whatever else this user has added while the call may have
    /// been under way.
    Result<Findings> find(const std::vector<QJsonObject> &rows, const QStringList &queries,
                          const QString &userId, const RecordedStep &sent, std::stop_token stop);
    bool inserts() const { return m_target.operation == Operation::Insert; }
    /// \a left of the time that the call may take.
    Result<Recovery> judged(const std::vector<TracedRow> &rows, std::chrono::milliseconds left);
    /// What follows where the records may not be asked for.
    Result<Recovery> unseen(std::chrono::milliseconds left);
    /// Rows that this user perhaps only cannot see any more are unsure.
    void doubtHidden(std::vector<TracedRow> &rows) const;
    /// Since a send was first asked about here.
    std::chrono::milliseconds waitedFor(const PartFile &part, const RecordedStep &sent);
    /// What of longestCall is not over yet; 0 or less: all of it is.
    std::chrono::milliseconds timeLeft(std::chrono::milliseconds waited, const RecordedStep &sent,
                                       const QDateTime &serviceTime) const;

    std::unique_ptr<Api> m_api;
    Target m_target;
    QStringList m_fields;
    std::optional<Schema> m_schema; ///< Read when it is first needed.
    /// When each send was first asked about, by Api::elapsed(): for a computer whose clock was set.
    std::map<QString, std::chrono::milliseconds> m_firstAsked;
};

} // namespace rowlift::salesforce
