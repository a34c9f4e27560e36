#include "app/service/salesforce/call_loader.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/old_values.h"
#include "app/service/salesforce/org.h"
#include "app/service/salesforce/schema_reader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace rowlift::salesforce {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Between two looks at a call that may be under way.
constexpr std::chrono::seconds lookAgain { 30 };

/// By how much this computer's clock may have been put forward since a send without our notice.
constexpr std::chrono::minutes mostPutForward { 10 };

struct CallWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::CallLoader)
};

Error noJobs()
{
    return { .kind = Error::Kind::BadInput,
             .sentence = CallWords::tr("There is no such job."),
             .detail = u"calls have no jobs"_s,
             .retryAfter = {} };
}

/// \a until is the last moment of it, by this computer's clock.
Error mayBeUnderWay(std::chrono::milliseconds left, const QDateTime &until)
{
    const QString clock = QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat);
    return { .kind = Error::Kind::Timeout,
             .sentence
             = CallWords::tr("Salesforce may still be working on rows that it did not answer for. They are "
                             "not sent again before that is certain, at %1 at the latest.")
                   .arg(clock),
             .detail = u"nothing is there yet; the call may last %1 s more"_s.arg(left.count() / 1000),
             .retryAfter = std::min<std::chrono::milliseconds>(left, lookAgain) };
}

/// The latest send on record; nothing when there was none. \a answered: its answer is on record, too.
const RecordedStep *lastSend(std::span<const RecordedStep> steps, bool &answered)
{
    const RecordedStep *sent = nullptr;
    for (const RecordedStep &step : steps) {
        if (step.step != Step::Send)
            continue;
        answered = step.done;
        if (!step.done)
            sent = &step;
    }
    return sent;
}

} // namespace

CallLoader::CallLoader(std::unique_ptr<Api> api, Target target, QStringList fields)
    : m_api(std::move(api))
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
}

Done CallLoader::keepOld(const PartFile &part, const QString &path, const Progress &progress,
                         std::stop_token stop)
{
    return idsIn(part, m_target.operation).and_then([&](const QStringList &ids) {
        return copyRecords(*m_api, m_target, ids, m_fields, path, progress, stop);
    });
}

bool CallLoader::saysOver(const HttpReply &reply) const
{
    return salesforce::saysOver(reply);
}

Error CallLoader::refusal(const Call &call, const HttpReply &reply) const
{
    return errorFrom(publicRequest(call), reply, m_api->now());
}

Result<Submitted> CallLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                     std::stop_token stop)
{
    const Result<Call> call = holdsKnownOptions(m_target).and_then([&] { return callFor(part); });
    if (!call)
        return tl::unexpected(call.error());
    if (Done noted = log.about(Step::Send); !noted)
        return tl::unexpected(noted.error());
    const Result<HttpReply> reply = m_api->ask(*call, upload, stop);
    if (!reply)
        return tl::unexpected(reply.error());
    Result<Submitted> submitted = answered(*call, *reply, part);
    // That the service is not at it any more is worth to be remembered, whatever else there is to ask.
    if (submitted || saysOver(*reply)) {
        if (Done noted = log.did(Step::Send, {}); !noted)
            return tl::unexpected(noted.error());
    }
    return submitted;
}

Result<Recovery> CallLoader::recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                                     std::stop_token stop)
{
    bool answered = false;
    const RecordedStep *sent = lastSend(steps, answered);
    if (!sent)
        return Recovery { .kind = Recovery::Kind::NothingHappened };
    const auto rows = recordsIn(part, m_target.operation);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto userId = m_api->userId(stop);
    if (!userId)
        return tl::unexpected(userId.error());
    const auto fields = schema(stop);
    if (!fields)
        return tl::unexpected(fields.error());
    const bool canAsk = canBeAsked(*rows, m_target, **fields) && sent->when.isValid();
    if (!canAsk || (inserts() && userId->isEmpty()))
        return unseen(answered ? 0ms : timeLeft(waitedFor(part, *sent), *sent, {}));
    const QStringList keys = keysOf(*rows, m_target, **fields);
    const QString among = addedSince(*userId, SendTime::from(sent->when, m_api->now(), QDateTime()).possible);
    const QStringList queries = queriesFor(*rows, keys, m_target, **fields, among);
    for (bool over = answered;;) {
        const auto waited = waitedFor(part, *sent); // before asking: what is seen is then all there will be
        const auto found = find(*rows, queries, *userId, *sent, stop);
        if (!found && found.error().kind == Error::Kind::Rejected) // a field that may not be asked for
            return unseen(over ? 0ms : timeLeft(waited, *sent, {}));
        if (!found)
            return tl::unexpected(found.error());
        auto known = knownOf(*found, log);
        if (!known)
            return tl::unexpected(known.error());
        const RowTracer tracer(m_target.operation, **fields,
                               SendTime::from(sent->when, m_api->now(), found->serviceTime),
                               std::move(*known));
        auto traced = tracer.trace(*rows, keys, found->records);
        const auto left = over ? 0ms : timeLeft(waited, *sent, found->serviceTime);
        if (left <= 0ms || std::ranges::none_of(traced, &TracedRow::isProof)
            || std::ranges::none_of(traced, [](const TracedRow &row) { return row.trace == Trace::NotIn; })) {
            if (!answered)
                doubtHidden(traced);
            conclude(traced, keys);
            return judged(traced, left);
        }
        // The call may have ended between two of the queries: what the earlier ones did not find may be there
        // now. That it is over is proven, so one more look tells.
        over = true;
    }
}

Result<Findings> CallLoader::find(const std::vector<QJsonObject> &rows, const QStringList &queries,
                                  const QString &userId, const RecordedStep &sent, std::stop_token stop)
{
    auto found = findRecords(*m_api, queries, userId, stop);
    if (!found || !inserts())
        return found;
    // What something in there has given another key is not found by the one that was sent.
    const auto begun = SendTime::from(sent.when, m_api->now(), found->serviceTime).certain;
    const auto ended = SendTime::latest(sent.when, m_api->now(), found->serviceTime)
                           .addMSecs(std::chrono::milliseconds(longestCall).count());
    const auto written = findRecords(
        *m_api, { queryForAdded(rows, m_target, *m_schema, userId, begun, ended) }, userId, stop);
    if (!written)
        return written;
    if (!found->serviceTime.isValid())
        found->serviceTime = written->serviceTime;
    QSet<QString> ids;
    for (const FoundRecord &record : found->records)
        ids << record.id;
    std::ranges::copy_if(written->records, std::back_inserter(found->records),
                         [&ids](const FoundRecord &record) { return !ids.contains(record.id); });
    return found;
}

Result<Recovery> CallLoader::unseen(std::chrono::milliseconds left)
{
    if (inserts())
        return Recovery { .kind = Recovery::Kind::Undecidable };
    if (left > 0ms)
        return tl::unexpected(mayBeUnderWay(left, m_api->now().addMSecs(left.count())));
    return Recovery { .kind = Recovery::Kind::NothingHappened };
}

void CallLoader::doubtHidden(std::vector<TracedRow> &rows) const
{
    if (!inserts() || assignmentRule(m_target) == noRule)
        return;
    for (TracedRow &row : rows) {
        if (row.trace == Trace::NotIn)
            row = {};
    }
}

Result<Recovery> CallLoader::judged(const std::vector<TracedRow> &rows, std::chrono::milliseconds left)
{
    const auto count = [&rows](Trace trace) { return std::ranges::count(rows, trace, &TracedRow::trace); };
    const auto all = static_cast<std::ptrdiff_t>(rows.size());
    const bool isOver = left <= 0ms || std::ranges::any_of(rows, &TracedRow::isProof);
    const bool needsNoEnd
        = !inserts() && count(Trace::In) == all && std::ranges::none_of(rows, &TracedRow::mayBeOthers);
    if (!isOver && !needsNoEnd)
        return tl::unexpected(mayBeUnderWay(left, m_api->now().addMSecs(left.count())));
    if (count(Trace::NotIn) == all)
        return Recovery { .kind = Recovery::Kind::NothingHappened };
    if (count(Trace::Unsure) == all)
        return Recovery { .kind = Recovery::Kind::Undecidable };
    Recovery recovery { .kind = Recovery::Kind::Outcomes, .restNotIn = true };
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (rows[place].trace != Trace::NotIn)
            recovery.results.push_back(
                { .place = qint64(place), .outcome = rows[place].outcome, .recordId = rows[place].recordId });
    }
    return recovery;
}

Result<KnownWrites> CallLoader::knownOf(const Findings &found, StepLog &log) const
{
    const bool deletes = m_target.operation == Operation::Delete;
    KnownWrites known;
    QStringList ids;
    for (const FoundRecord &record : found.records)
        ids << record.id;
    if (ids.isEmpty())
        return known;
    const auto calls = log.openCalls(); // before what is on record: one that is settled now is seen there
    if (!calls)
        return tl::unexpected(calls.error());
    for (const OpenCall &call : *calls) {
        if (deletes != (call.operation == Operation::Delete))
            continue;
        const auto rows = recordsIn(call.file, call.operation);
        if (!rows) { // gone, or of another kind
            (call.ofThisRun ? known.lacksOpen : known.lacksForeign) = true;
            continue;
        }
        auto &all = call.ofThisRun ? known.openRows : known.foreignRows;
        all.insert(all.end(), rows->begin(), rows->end());
    }
    const auto recorded = log.onRecord(ids);
    if (!recorded)
        return tl::unexpected(recorded.error());
    for (const RecordedRow &row : *recorded) {
        if (deletes && row.outcome != Outcome::Deleted)
            continue;
        if (row.ofThisRun)
            known.ofThisRun << row.recordId;
        QDateTime &until = known.until[row.recordId];
        if (row.when.isValid()) {
            const auto latest = SendTime::latest(row.when, m_api->now(), found.serviceTime);
            until = until.isValid() ? std::max(until, latest) : latest;
        }
    }
    return known;
}

std::chrono::milliseconds CallLoader::waitedFor(const PartFile &part, const RecordedStep &sent)
{
    const QString send = part.path + u' ' + sent.when.toString(Qt::ISODateWithMs);
    return m_api->elapsed() - m_firstAsked.try_emplace(send, m_api->elapsed()).first->second;
}

std::chrono::milliseconds CallLoader::timeLeft(std::chrono::milliseconds waited, const RecordedStep &sent,
                                               const QDateTime &serviceTime) const
{
    using std::chrono::milliseconds;
    // What was waited here is certain. This computer's clock may have been set since the send: it counts only
    // as far as the service's agrees, and with a margin for a clock that was put right.
    milliseconds since(sent.when.msecsTo(m_api->now()));
    if (serviceTime.isValid())
        since = std::min(since, milliseconds(sent.when.msecsTo(serviceTime)));
    return std::min(milliseconds(longestCall) - waited, milliseconds(longestCall + mostPutForward) - since);
}

Result<const Schema *> CallLoader::schema(std::stop_token stop)
{
    if (m_schema)
        return &*m_schema;
    const auto document = readDescribe(*m_api, m_target.object, stop);
    if (!document)
        return tl::unexpected(document.error());
    auto schema = readSchema(*document);
    if (!schema)
        return tl::unexpected(schema.error());
    m_schema = std::move(*schema);
    return &*m_schema;
}

Result<RemoteState> CallLoader::poll(const QString &, std::stop_token)
{
    return RemoteState { .stage = RemoteState::Stage::Forgotten, .message = {} };
}

Done CallLoader::collect(const QString &, const QString &, ResultSink &, std::stop_token)
{
    return tl::unexpected(noJobs());
}

Done CallLoader::abort(const QString &, std::stop_token)
{
    return tl::unexpected(noJobs());
}

} // namespace rowlift::salesforce
