#include "app/service/marketo/bulk_loader.h"

#include "app/service/marketo/result_list.h"
#include "app/service/multipart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

/// Of an answer about a job, which is a page of text at most.
constexpr qint64 mostJobBytes = qint64(1024) * 1024;

constexpr auto importPath = "/bulk/v1/leads.json"_L1;
constexpr auto importRight = "Read-Write Lead"_L1;

constexpr int nothingFound = 702;
constexpr int notFound = 404;
constexpr std::array unknownBatchCodes { 1013, 610 };

/// Which of its codes means an unknown batch is not confirmed, and a batch may be new to some of its servers:
/// what it has forgotten it says twice. Source: contracts/marketo.md, 9.4.
constexpr std::chrono::seconds beforeAskedAgain { 5 };

struct LoaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::BulkLoader)
};

QString batchPath(const QString &ticket, const QString &resource = {})
{
    return u"/bulk/v1/leads/batch/"_s + ticket + resource + u".json"_s;
}

void addTo(QUrlQuery &query, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

Call importCall(const PartFile &part, const LeadOptions &options)
{
    const FileFrame frame = frameAround(part.path, options.format);
    Call call { .method = "POST",
                .path = importPath,
                .right = importRight,
                .contentType = frame.contentType,
                .bodyFile = part.path,
                .beforeFile = frame.before,
                .behindFile = frame.behind,
                .mostBytes = mostJobBytes };
    addTo(call.query, u"format"_s, options.format);
    addTo(call.query, u"lookupField"_s, options.lookupField);
    addTo(call.query, u"listId"_s, options.listId);
    addTo(call.query, u"partitionName"_s, options.partition);
    return call;
}

/// Digits only: it becomes part of addresses and of file names, and comes from afar.
QString ticketIn(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    if (reply.status != 200 || !envelope || !envelope->success)
        return {};
    const QJsonObject job = envelope->result.first().toObject();
    for (const auto name : { "batchId"_L1, "importId"_L1 }) {
        const QJsonValue id = job.value(name);
        const QString ticket = id.isDouble() ? QString::number(id.toInteger()) : id.toString();
        constexpr qsizetype longest = 18;
        const bool isId = !ticket.isEmpty() && ticket.size() <= longest
            && std::ranges::all_of(ticket, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (isId)
            return ticket;
    }
    return {};
}

std::optional<RemoteState::Stage> stageOf(const QString &status)
{
    constexpr std::array stages {
        std::pair { "Queued"_L1, RemoteState::Stage::Queued },
        std::pair { "Importing"_L1, RemoteState::Stage::Working },
        std::pair { "Complete"_L1, RemoteState::Stage::Finished },
        std::pair { "Failed"_L1, RemoteState::Stage::Failed },
    };
    const auto found = std::ranges::find_if(stages, [&status](const auto &entry) {
        return status.compare(entry.first, Qt::CaseInsensitive) == 0;
    });
    return found == stages.end() ? std::nullopt : std::optional(found->second);
}

std::optional<qint64> counterIn(const QJsonObject &job, QLatin1StringView name)
{
    const QVariant value = job.value(name).toVariant();
    bool isNumber = false;
    const qint64 count = value.toLongLong(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

bool isUnknownBatch(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    return envelope && !envelope->success
        && std::ranges::any_of(unknownBatchCodes, [&](int code) { return envelope->has(code); });
}

/// There is no such list, or nothing in it. Source: contracts/marketo.md, 9.5.
bool isNoList(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    return reply.status == notFound || (envelope && !envelope->success && envelope->has(nothingFound));
}

/// Worth asking for: Marketo counts some, or does not say.
bool mayHaveRows(const std::optional<qint64> &count)
{
    return !count || *count > 0;
}

/// What was sent of the part's own bytes, of a body with a frame.
Progress bytesOfPart(const Progress &upload, const Call &call, const PartFile &part)
{
    return Progress([upload, before = call.beforeFile.size(), most = part.bytes](qint64 done, qint64) {
        upload.tell(std::clamp<qint64>(done - before, 0, most), most);
    });
}

Recovery recoveredAs(Recovery::Kind kind, const QString &ticket = {})
{
    return { .kind = kind, .ticket = ticket };
}

} // namespace

BulkLoader::BulkLoader(std::unique_ptr<Api> api, std::shared_ptr<FieldLabels> labels, Target target,
                       QStringList fields)
    : m_api(std::move(api))
    , m_labels(std::move(labels))
    , m_options(leadOptions(target))
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
}

Result<Submitted> BulkLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                     std::stop_token stop)
{
    if (Done known = holdsKnownOptions(m_target); !known)
        return tl::unexpected(known.error());
    const Call call = importCall(part, m_options);
    if (Done noted = log.about(Step::Send); !noted)
        return tl::unexpected(noted.error());
    const Result<HttpReply> reply = m_api->ask(call, bytesOfPart(upload, call, part), stop);
    const QString ticket = reply ? ticketIn(*reply) : QString();
    const bool nothingDone = reply ? provesNothingDone(*reply) : m_api->leftNothing(reply.error());
    if (!ticket.isEmpty() || nothingDone) {
        if (Done noted = log.did(Step::Send, ticket); !noted)
            return tl::unexpected(noted.error());
    }
    if (!ticket.isEmpty())
        return Submitted { .ticket = ticket };
    if (!reply)
        return tl::unexpected(reply.error());
    const auto envelope = envelopeIn(reply->body);
    if (reply->status == 200 && envelope && envelope->success)
        return tl::unexpected(unreadable(publicRequest(call), *reply, u"batch with an id"_s));
    return tl::unexpected(m_api->refusal(call, *reply));
}

Result<Recovery> BulkLoader::recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &,
                                     std::stop_token)
{
    bool begun = false;
    for (const RecordedStep &step : steps) {
        if (!step.ticket.isEmpty())
            return recoveredAs(Recovery::Kind::Running, step.ticket);
        if (step.step == Step::Send)
            begun = !step.done; // answered without a ticket: refused
    }
    return recoveredAs(begun ? Recovery::Kind::Undecidable : Recovery::Kind::NothingHappened);
}

Result<BulkLoader::Job> BulkLoader::jobOf(const QString &ticket, std::stop_token stop)
{
    Result<Job> job = jobOnceAsked(ticket, stop);
    if (!job || job->stage != RemoteState::Stage::Forgotten)
        return job;
    if (!m_api->wait(beforeAskedAgain, stop))
        return tl::unexpected(cancelledError());
    return jobOnceAsked(ticket, std::move(stop));
}

Result<BulkLoader::Job> BulkLoader::jobOnceAsked(const QString &ticket, std::stop_token stop)
{
    const Call call { .path = batchPath(ticket), .right = importRight, .mostBytes = mostJobBytes };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (isUnknownBatch(*reply))
        return Job();
    const auto envelope = envelopeIn(reply->body);
    if (reply->status != 200 || !envelope || !envelope->success)
        return tl::unexpected(m_api->refusal(call, *reply));
    const QJsonObject job = envelope->result.first().toObject();
    const auto stage = stageOf(job.value("status"_L1).toString());
    if (!stage)
        return tl::unexpected(unreadable(publicRequest(call), *reply, u"known status"_s));
    return Job { .stage = *stage,
                 .message = job.value("message"_L1).toString(),
                 .totals = { .in = counterIn(job, "numOfLeadsProcessed"_L1),
                             .failed = counterIn(job, "numOfRowsFailed"_L1),
                             .warned = counterIn(job, "numOfRowsWithWarning"_L1) } };
}

Result<RemoteState> BulkLoader::poll(const QString &ticket, std::stop_token stop)
{
    const Result<Job> job = jobOf(ticket, std::move(stop));
    if (!job)
        return tl::unexpected(job.error());
    const qint64 failed = job->totals.failed.value_or(0);
    const bool wentWrong = job->stage == RemoteState::Stage::Failed;
    return RemoteState { .stage = job->stage,
                         .processed = job->totals.in.value_or(0) + failed,
                         .failed = failed,
                         .message = wentWrong ? job->message : QString() };
}

Done BulkLoader::collect(const QString &ticket, const QString &folder, ResultSink &sink, std::stop_token stop)
{
    const Result<Job> job = jobOf(ticket, stop);
    if (!job)
        return tl::unexpected(job.error());
    if (!RemoteState { .stage = job->stage, .message = {} }.ended()) // it said otherwise before
        return tl::unexpected(Error {
            .kind = Error::Kind::BadReply,
            .sentence = LoaderWords::tr("Marketo answered in a way that Rowlift does not understand."),
            .detail = u"GET %1: not ended"_s.arg(batchPath(ticket)),
            .retryAfter = {} });
    // A row in both lists has failed: that is told first. Failures are asked for whatever the counter says,
    // so that a row is not taken for one that is in by a counter alone; where it counts none, a refusal says
    // the same.
    const Result<qint64> failures = collectList(ticket, u"/failures"_s, folder, sink, stop);
    const bool noneAtAll = !mayHaveRows(job->totals.failed);
    if (!failures && !(noneAtAll && failures.error().kind == Error::Kind::Rejected))
        return tl::unexpected(failures.error());
    if (mayHaveRows(job->totals.warned)) {
        const Result<qint64> warnings = collectList(ticket, u"/warnings"_s, folder, sink, stop);
        if (!warnings)
            return tl::unexpected(warnings.error());
    }
    if (Done told = passOthers(*job, failures.value_or(0), sink); !told)
        return told;
    return sink.totals(job->totals);
}

Result<qint64> BulkLoader::collectList(const QString &ticket, const QString &resource, const QString &folder,
                                       ResultSink &sink, std::stop_token stop)
{
    const bool failures = resource == "/failures"_L1;
    const QString path
        = QDir(folder).filePath(u"%1-%2.%3"_s.arg(ticket, resource.sliced(1), m_options.format));
    const auto tidy = qScopeGuard([&path] { QFile::remove(path); });
    QFile::remove(path); // left by a collect that was cut off
    const Call call { .path = batchPath(ticket, resource),
                      .right = importRight,
                      .saveTo = path,
                      .mostBytes = sink.mostBytes() };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (isNoList(*reply))
        return 0;
    if (reply->status != 200 || !reply->body.isEmpty()) // a refusal stands in the body
        return tl::unexpected(m_api->refusal(call, *reply));
    if (!QFile::exists(path)) // a 200 without a byte
        return 0;
    const ResultList list { .path = path,
                            .delimiter = m_options.delimiter(),
                            .reasonColumn = QLatin1StringView(failures ? failureColumn : warningColumn),
                            .outcome = failures ? Outcome::Failed : outcomeIn(),
                            .rowColumn
                            = m_options.rowNumbers ? QString(QLatin1StringView(rowColumnName)) : QString(),
                            .fieldOf = [this, stop](const QString &label) { return fieldOf(label, stop); } };
    return readResultList(list, sink, stop);
}

Done BulkLoader::passOthers(const Job &job, qint64 namedAsFailed, ResultSink &sink) const
{
    if (job.stage == RemoteState::Stage::Finished)
        return sink.others(outcomeIn(), {});
    // Failed as a whole: nothing of it was done, or nobody knows how far it came. Rows that are named say
    // that counters of nothing are wrong.
    const bool untouched = job.totals.in == 0 && job.totals.failed == 0 && namedAsFailed == 0;
    return sink.others(untouched ? Outcome::NotProcessed : Outcome::Unknown, partReason(job.message));
}

/// By its id a person is never added. Source: contracts/marketo.md, 9.1.
Outcome BulkLoader::outcomeIn() const
{
    return m_options.lookupField == QLatin1StringView(personIdField) ? Outcome::Updated : Outcome::In;
}

QString BulkLoader::fieldOf(const QString &label, std::stop_token stop)
{
    if (!m_labels->areKnown() && !m_askedForLabels) {
        m_askedForLabels = true; // once: the list can be read without them
        const Call call { .path = u"/rest/v1/leads/describe2.json"_s };
        if (const auto fields = m_api->ask(call, Progress(), std::move(stop)); fields)
            m_labels->keep(fields->body);
    }
    return m_labels->fieldOf(label, m_fields);
}

Done BulkLoader::abort(const QString &ticket, std::stop_token)
{
    return tl::unexpected(
        Error { .kind = Error::Kind::BadInput,
                .sentence = LoaderWords::tr("Marketo finishes what it has: it cannot be told to stop."),
                .detail = u"batch "_s + ticket,
                .retryAfter = {} });
}

} // namespace rowlift::marketo
