#include "app/service/salesforce/bulk_loader.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/assignment_rules.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_part.h"
#include "app/service/salesforce/old_values.h"
#include "app/service/salesforce/reasons.h"
#include "app/service/salesforce/results.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Of an answer about a job, which is a page of text at most.
constexpr qint64 mostJobBytes = qint64(1024) * 1024;

struct LoaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::BulkLoader)
};

QString ingestPath(const QString &ticket = {}, QLatin1StringView resource = {})
{
    QString path = apiRoot + u"/jobs/ingest"_s;
    if (!ticket.isEmpty())
        path += u'/' + ticket;
    if (!resource.isEmpty())
        path += u'/' + resource;
    return path;
}

QString operationWord(Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return u"insert"_s;
    case Operation::Upsert:
        return u"upsert"_s;
    case Operation::Update:
        return u"update"_s;
    case Operation::Delete:
        return u"delete"_s;
    }
    return {};
}

/// `"name":"value"`
QByteArray member(const QByteArray &name, const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return '"' + name + "\":" + list.sliced(1, list.size() - 2);
}

QByteArray createBody(const Target &target, const QString &ruleId)
{
    QByteArrayList members { member("object", target.object),
                             member("operation", operationWord(target.operation)) };
    if (target.operation == Operation::Upsert)
        members << member("externalIdFieldName", target.keyField);
    members << member("contentType", u"CSV"_s) << member("lineEnding", u"LF"_s)
            << member("columnDelimiter", u"COMMA"_s);
    if (!ruleId.isEmpty())
        members << member("assignmentRuleId", ruleId);
    return '{' + members.join(',') + '}';
}

std::optional<RemoteState::Stage> stageOf(QStringView state)
{
    constexpr std::array stages {
        std::pair { "Open"_L1, RemoteState::Stage::NotBegun },
        std::pair { "UploadComplete"_L1, RemoteState::Stage::Queued },
        std::pair { "InProgress"_L1, RemoteState::Stage::Working },
        std::pair { "JobComplete"_L1, RemoteState::Stage::Finished },
        std::pair { "Failed"_L1, RemoteState::Stage::Failed },
        std::pair { "Aborted"_L1, RemoteState::Stage::Aborted },
    };
    const auto found
        = std::ranges::find_if(stages, [state](const auto &entry) { return entry.first == state; });
    return found == stages.end() ? std::nullopt : std::optional(found->second);
}

QString stateIn(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object().value("state"_L1).toString();
}

template <typename T>
Done done(const Result<T> &result)
{
    return result ? Done() : Done(tl::unexpected(result.error()));
}

/// Letters and digits only: it becomes part of addresses and of file names, and comes from afar.
bool isTicket(const QString &id)
{
    constexpr qsizetype longest = 18;
    return !id.isEmpty() && id.size() <= longest
        && std::ranges::all_of(id, [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
}

Error badJob(const QString &detail)
{
    return { .kind = Error::Kind::BadReply,
             .sentence = LoaderWords::tr("Salesforce answered in a way that Rowlift does not understand."),
             .detail = detail,
             .retryAfter = {} };
}

Recovery recovered(Recovery::Kind kind, const QString &ticket = {})
{
    return { .kind = kind, .ticket = ticket };
}

/// A 404 of Salesforce's own, not of something on the way to it.
bool isUnknownJob(const HttpReply &reply)
{
    return reply.status == 404 && hasCode(reply, u"NOT_FOUND");
}

} // namespace

BulkLoader::BulkLoader(std::unique_ptr<Api> api, Target target, QStringList fields)
    : m_api(std::move(api))
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
}

Done BulkLoader::keepOld(const PartFile &part, const QString &path, const Progress &progress,
                         std::stop_token stop)
{
    return idsIn(part, m_target.operation).and_then([&](const QStringList &ids) {
        return copyRecords(*m_api, m_target, ids, m_fields, path, progress, stop);
    });
}

Result<Submitted> BulkLoader::submit(const PartFile &part, StepLog &log, const Progress &progress,
                                     std::stop_token stop)
{
    Q_ASSERT(part.rows > 0); // what becomes of an empty job differs from release to release
    const Result<QString> ruleId
        = holdsKnownOptions(m_target).and_then([&] { return assignmentRuleId(stop); });
    if (!ruleId)
        return tl::unexpected(ruleId.error());
    if (Done noted = log.about(Step::Open); !noted)
        return tl::unexpected(noted.error());
    const Result<QString> ticket = open(*ruleId, stop);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (Done noted = log.did(Step::Open, *ticket).and_then([&] { return log.about(Step::Upload); }); !noted)
        return tl::unexpected(noted.error());
    if (Done uploaded = upload(*ticket, part, progress, stop); !uploaded)
        return tl::unexpected(uploaded.error());
    if (Done noted = log.did(Step::Upload, *ticket).and_then([&] { return log.about(Step::Close); }); !noted)
        return tl::unexpected(noted.error());
    if (Done closed = close(*ticket, stop); !closed) {
        if (closed.error().kind == Error::Kind::Rejected) // as at the upload
            (void)patch(*ticket, u"Aborted"_s, stop);
        return tl::unexpected(closed.error());
    }
    if (Done noted = log.did(Step::Close, *ticket); !noted)
        return tl::unexpected(noted.error());
    return Submitted { .ticket = *ticket };
}

Result<QString> BulkLoader::assignmentRuleId(std::stop_token stop)
{
    const QString rule = assignmentRule(m_target);
    if (rule != activeRule)
        return rule == noRule ? QString() : rule;
    if (!m_activeRule) {
        auto active = activeAssignmentRule(*m_api, m_target.object, stop);
        if (!active)
            return active;
        m_activeRule = std::move(*active);
    }
    return *m_activeRule;
}

Result<QString> BulkLoader::open(const QString &ruleId, std::stop_token stop)
{
    const Result<QJsonObject> job = m_api->sendForObject({ .method = "POST",
                                                           .path = ingestPath(),
                                                           .contentType = jsonType,
                                                           .body = createBody(m_target, ruleId),
                                                           .mostBytes = mostJobBytes },
                                                         stop);
    if (!job)
        return tl::unexpected(job.error());
    const QString ticket = job->value("id"_L1).toString();
    if (!isTicket(ticket) || job->value("state"_L1).toString() != "Open"_L1)
        return tl::unexpected(badJob(u"POST %1: no open job with an id"_s.arg(ingestPath())));
    return ticket;
}

Done BulkLoader::upload(const QString &ticket, const PartFile &part, const Progress &progress,
                        std::stop_token stop)
{
    const Result<HttpReply> reply = m_api->send({ .method = "PUT",
                                                  .path = ingestPath(ticket, "batches"_L1),
                                                  .contentType = "text/csv; charset=UTF-8",
                                                  .bodyFile = part.path,
                                                  .mostBytes = mostJobBytes },
                                                progress, stop);
    constexpr int taken = 201;
    if (reply && reply->status == taken)
        return {};
    if (reply) // of something on the way: the rows are perhaps not there
        return tl::unexpected(badJob(u"PUT %1: %2"_s.arg(ingestPath(ticket)).arg(reply->status)));
    // Refused for good: the job is of no use any more. Whether it can be dropped changes nothing for the
    // rows.
    if (reply.error().kind == Error::Kind::Rejected)
        (void)patch(ticket, u"Aborted"_s, stop);
    return tl::unexpected(reply.error());
}

Done BulkLoader::patch(const QString &ticket, const QString &state, std::stop_token stop)
{
    const QByteArray body
        = QJsonDocument(QJsonObject { { u"state"_s, state } }).toJson(QJsonDocument::Compact);
    const Result<HttpReply> reply = m_api->send({ .method = "PATCH",
                                                  .path = ingestPath(ticket),
                                                  .contentType = jsonType,
                                                  .body = body,
                                                  .mostBytes = mostJobBytes },
                                                Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    const auto stage = stageOf(stateIn(*reply));
    if (!stage || *stage == RemoteState::Stage::NotBegun)
        return tl::unexpected(badJob(u"PATCH %1: not %2"_s.arg(ingestPath(ticket), state)));
    return {};
}

Done BulkLoader::close(const QString &ticket, std::stop_token stop)
{
    Done closed = patch(ticket, u"UploadComplete"_s, stop);
    if (closed || closed.error().kind != Error::Kind::Rejected)
        return closed;
    // "Wrong state" means that something, most likely the same request sent twice on its way, was faster.
    const Result<QString> state = stateOf(ticket, stop);
    if (state && *state == "Open"_L1)
        return closed;
    if (state && !state->isEmpty())
        return {};
    Error unknown = state ? closed.error() : state.error();
    if (!unknown.cancelled()) // neither closed nor refused for certain
        unknown.kind = Error::Kind::Timeout;
    return tl::unexpected(unknown);
}

Result<QString> BulkLoader::stateOf(const QString &ticket, std::stop_token stop)
{
    const Call call { .path = ingestPath(ticket), .mostBytes = mostJobBytes };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (isUnknownJob(*reply))
        return QString();
    HttpRequest asked;
    asked.url.setPath(call.path);
    if (reply->status != 200)
        return tl::unexpected(errorFrom(asked, *reply, m_api->now()));
    const QString state = stateIn(*reply);
    if (!stageOf(state))
        return tl::unexpected(unreadable(asked, *reply, u"state"_s));
    return state;
}

Result<Recovery> BulkLoader::recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &log,
                                     std::stop_token stop)
{
    QString ticket;
    bool closing = false;
    for (const RecordedStep &step : steps) {
        if (!step.ticket.isEmpty())
            ticket = step.ticket;
        closing = closing || step.step == Step::Close;
    }
    // A create without an answer may have left an empty job. It is not looked for: the list cannot tell it
    // from one that another lane has just opened, it holds no row, and it ends by itself within a day.
    if (ticket.isEmpty())
        return recovered(closing ? Recovery::Kind::Undecidable : Recovery::Kind::NothingHappened);
    return closing ? recoverClosing(ticket, log, stop) : recoverUnclosed(ticket, stop);
}

Result<Recovery> BulkLoader::recoverUnclosed(const QString &ticket, std::stop_token stop)
{
    // Whether the upload is there cannot be asked, and a second one is refused: drop the job and begin anew.
    // Nothing is looked at before it is closed.
    Result<QString> state = stateOf(ticket, stop);
    if (!state)
        return tl::unexpected(state.error());
    if (*state == "Open"_L1) {
        if (Done dropped = abort(ticket, stop); !dropped)
            return tl::unexpected(dropped.error());
        return recovered(Recovery::Kind::NothingHappened);
    }
    if (state->isEmpty() || *state == "Aborted"_L1)
        return recovered(Recovery::Kind::NothingHappened);
    return recovered(Recovery::Kind::Running, ticket);
}

Result<Recovery> BulkLoader::recoverClosing(const QString &ticket, StepLog &log, std::stop_token stop)
{
    const Result<QString> state = stateOf(ticket, stop);
    if (!state)
        return tl::unexpected(state.error());
    if (state->isEmpty())
        return recovered(Recovery::Kind::Undecidable); // deleted or expired: it may have run before
    if (*state == "Open"_L1) {
        if (Done noted = log.about(Step::Close); !noted)
            return tl::unexpected(noted.error());
        if (Done closed = close(ticket, stop); !closed)
            return tl::unexpected(closed.error());
    }
    if (Done noted = log.did(Step::Close, ticket); !noted)
        return tl::unexpected(noted.error());
    return recovered(Recovery::Kind::Running, ticket);
}

Result<RemoteState> BulkLoader::poll(const QString &ticket, std::stop_token stop)
{
    HttpRequest asked;
    asked.url.setPath(ingestPath(ticket));
    const Result<HttpReply> reply
        = m_api->ask({ .path = ingestPath(ticket), .mostBytes = mostJobBytes }, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (isUnknownJob(*reply))
        return RemoteState { .stage = RemoteState::Stage::Forgotten, .message = {} };
    if (reply->status != 200)
        return tl::unexpected(errorFrom(asked, *reply, m_api->now()));
    const QJsonObject job = QJsonDocument::fromJson(reply->body).object();
    const auto stage = stageOf(job.value("state"_L1).toString());
    if (!stage)
        return tl::unexpected(badJob(u"GET %1: a job without a known state"_s.arg(ingestPath(ticket))));
    // Counters may be absent before the work begins.
    return RemoteState { .stage = *stage,
                         .processed = job.value("numberRecordsProcessed"_L1).toInteger(),
                         .failed = job.value("numberRecordsFailed"_L1).toInteger(),
                         .message = job.value("errorMessage"_L1).toString() };
}

Done BulkLoader::collect(const QString &ticket, const QString &folder, ResultSink &sink, std::stop_token stop)
{
    const Result<RemoteState> job = poll(ticket, stop);
    if (!job)
        return tl::unexpected(job.error());
    if (!job->ended()) // it said otherwise before; its lists would be incomplete
        return tl::unexpected(badJob(u"GET %1: not ended"_s.arg(ingestPath(ticket))));
    std::vector<std::pair<ResultFile, QString>> wanted { { ResultFile::Successful, u"successfulResults"_s },
                                                         { ResultFile::Failed, u"failedResults"_s } };
    if (job->stage != RemoteState::Stage::Finished) // for a complete job it would be the header alone
        wanted.emplace_back(ResultFile::Unprocessed, u"unprocessedrecords"_s);
    const Reason wholeJob = jobReason(job->message);

    for (const auto &[which, resource] : wanted) {
        const QString path = QDir(folder).filePath(u"%1-%2.csv"_s.arg(ticket, resource));
        const auto tidy = qScopeGuard([&path] { QFile::remove(path); });
        if (Done fetched = collectFile(ticket, resource, path, sink.mostBytes(), stop); !fetched)
            return fetched;
        if (!QFile::exists(path)) // 204, or a 200 without a byte
            continue;
        if (Done read = readResults(path, which, m_target.operation, m_fields, wholeJob, sink, stop); !read)
            return read;
    }
    return {};
}

Done BulkLoader::collectFile(const QString &ticket, const QString &resource, const QString &path,
                             qint64 mostBytes, std::stop_token stop)
{
    QFile::remove(path); // left by a collect that was cut off
    const Result<HttpReply> reply = m_api->send({ .path = ingestPath(ticket) + u'/' + resource,
                                                  .accept = "text/csv",
                                                  .saveTo = path,
                                                  .mostBytes = mostBytes },
                                                Progress(), stop);
    return done(reply);
}

Done BulkLoader::abort(const QString &ticket, std::stop_token stop)
{
    const Done aborted = patch(ticket, u"Aborted"_s, stop);
    if (aborted)
        return {};
    const Error::Kind kind = aborted.error().kind;
    if (kind != Error::Kind::Rejected && kind != Error::Kind::Timeout && kind != Error::Kind::BadReply)
        return aborted;
    // Refused since it had ended already, or nobody knows: the job itself does.
    const Result<QString> state = stateOf(ticket, stop);
    if (!state)
        return tl::unexpected(state.error());
    RemoteState now;
    now.stage = stageOf(*state).value_or(RemoteState::Stage::Forgotten);
    return state->isEmpty() || now.ended() ? Done() : aborted;
}

} // namespace rowlift::salesforce
