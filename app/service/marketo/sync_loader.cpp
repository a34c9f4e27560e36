#include "app/service/marketo/sync_loader.h"

#include "app/service/marketo/lead_options.h"
#include "app/service/marketo/reasons.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

/// Of the answer for 300 people, with long reasons.
constexpr qint64 mostAnswerBytes = qint64(8) * 1024 * 1024;

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::SyncLoader)
};

Call syncCall(const PartFile &part)
{
    return { .method = "POST",
             .path = u"/rest/v1/leads.json"_s,
             .right = u"Read-Write Lead"_s,
             .contentType = "application/json",
             .bodyFile = part.path,
             .mostBytes = mostAnswerBytes };
}

Error noSuchJob()
{
    return { .kind = Error::Kind::BadInput,
             .sentence = SyncWords::tr("There is no such job."),
             .detail = u"calls have no jobs"_s,
             .retryAfter = {} };
}

} // namespace

SyncLoader::SyncLoader(std::unique_ptr<Api> api, Target target, QStringList fields)
    : m_api(std::move(api))
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
}

Result<Submitted> SyncLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                     std::stop_token stop)
{
    if (Done known = holdsKnownOptions(m_target); !known)
        return tl::unexpected(known.error());
    const Call call = syncCall(part);
    if (Done noted = log.about(Step::Send); !noted)
        return tl::unexpected(noted.error());
    const Result<HttpReply> reply = m_api->ask(call, upload, stop);
    // A send is noted as answered when it did nothing, and only then: recover() goes by it.
    if (reply ? provesNothingDone(*reply) : m_api->leftNothing(reply.error())) {
        if (Done noted = log.did(Step::Send, {}); !noted)
            return tl::unexpected(noted.error());
    }
    if (!reply)
        return tl::unexpected(reply.error());
    const auto envelope = envelopeIn(reply->body);
    if (reply->status != 200 || !envelope || !envelope->success)
        return tl::unexpected(m_api->refusal(call, *reply));
    if (envelope->result.isEmpty() || envelope->result.size() > part.rows)
        return tl::unexpected(
            unreadable(publicRequest(call), *reply, u"list of %1 results"_s.arg(part.rows)));
    return Submitted { .results = resultsIn(envelope->result) };
}

/// result[i] is about input[i]. One without a known status says nothing.
std::vector<PlacedResult> SyncLoader::resultsIn(const QJsonArray &answer) const
{
    std::vector<PlacedResult> results;
    results.reserve(std::size_t(answer.size()));
    for (qsizetype place = 0; place < answer.size(); ++place) {
        const QJsonObject said = answer[place].toObject();
        const QString status = said.value("status"_L1).toString();
        PlacedResult result { .place = place, .recordId = QString::number(said.value("id"_L1).toInteger()) };
        if (!said.value("id"_L1).isDouble())
            result.recordId = said.value("id"_L1).toString();
        if (status == "created"_L1) {
            result.outcome = Outcome::Added;
        } else if (status == "updated"_L1) {
            result.outcome = Outcome::Updated;
        } else if (status == "skipped"_L1) {
            result.outcome = Outcome::Failed;
            result.reason = callReason(said.value("reasons"_L1).toArray(), {});
        } else {
            continue;
        }
        results.push_back(std::move(result));
    }
    return results;
}

Result<Recovery> SyncLoader::recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &,
                                     std::stop_token)
{
    bool begun = false;
    for (const RecordedStep &step : steps) {
        if (step.step == Step::Send)
            begun = !step.done;
    }
    return Recovery { .kind = begun ? Recovery::Kind::Undecidable : Recovery::Kind::NothingHappened };
}

Result<RemoteState> SyncLoader::poll(const QString &, std::stop_token)
{
    return tl::unexpected(noSuchJob());
}

Done SyncLoader::collect(const QString &, const QString &, ResultSink &, std::stop_token)
{
    return tl::unexpected(noSuchJob());
}

Done SyncLoader::abort(const QString &, std::stop_token)
{
    return tl::unexpected(noSuchJob());
}

} // namespace rowlift::marketo
