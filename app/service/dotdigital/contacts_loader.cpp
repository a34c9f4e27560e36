#include "app/service/dotdigital/contacts_loader.h"

#include "app/service/dotdigital/contact_faults.h"
#include "app/service/multipart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// Of an answer about an import, which is a page of text at most.
constexpr qint64 mostImportBytes = qint64(1024) * 1024;

constexpr int nothingThere = 404;

/// An import may be new to some servers: what is not known is said twice.
constexpr std::chrono::seconds beforeAskedTwice { 5 };
constexpr std::chrono::seconds beforeReportIsThere { 10 };

struct ContactsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::ContactsLoader)
};

QString importPath(const QString &ticket, const QString &resource = {})
{
    return u"/v2/contacts/import/"_s + ticket + resource;
}

Call contactsCall(const PartFile &part, const ContactTarget &target)
{
    const FileFrame frame = frameAround(part.path, u"csv"_s);
    const QString into = target.list.isEmpty() ? QString() : u"/address-books/"_s + target.list;
    return { .method = "POST",
             .path = u"/v2%1/contacts/import/with-merge-option/%2"_s.arg(into, target.merge),
             .contentType = frame.contentType,
             .bodyFile = part.path,
             .beforeFile = frame.before,
             .behindFile = frame.behind,
             .mostBytes = mostImportBytes };
}

/// Letters, digits and dashes only: it becomes part of addresses and of file names, and comes from afar.
QString contactsTicket(const HttpReply &reply)
{
    const QString id = QJsonDocument::fromJson(reply.body).object().value("id"_L1).toString();
    constexpr qsizetype longest = 64;
    const bool isId = reply.status / 100 == 2 && !id.isEmpty() && id.size() <= longest
        && std::ranges::all_of(id, [](QChar c) {
                          return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-';
                      });
    return isId ? id : QString();
}

/// What was sent of the part's own bytes, of a body with a frame.
Progress contactBytes(const Progress &upload, const Call &call, const PartFile &part)
{
    return Progress([upload, before = call.beforeFile.size(), most = part.bytes](qint64 done, qint64) {
        upload.tell(std::clamp<qint64>(done - before, 0, most), most);
    });
}

/// Source: contracts/dotdigital.md, 6.4. "Unknown": "maybe bad id".
RemoteState::Stage contactsStage(const QString &status)
{
    if (status.isEmpty() || status == "Unknown"_L1)
        return RemoteState::Stage::Forgotten;
    if (status == "NotFinished"_L1)
        return RemoteState::Stage::Working;
    return status == "Finished"_L1 ? RemoteState::Stage::Finished : RemoteState::Stage::Failed;
}

constexpr std::array knownStatuses {
    "NotFinished"_L1, "Finished"_L1, "RejectedByWatchdog"_L1,         "InvalidFileFormat"_L1,
    "Unknown"_L1,     "Failed"_L1,   "ExceedsAllowedContactLimit"_L1, "NotAvailableInThisVersion"_L1
};

std::optional<qint64> countIn(const QJsonObject &report, QLatin1StringView name)
{
    const QJsonValue value = report.value(name);
    return value.isDouble() && value.toInteger() >= 0 ? std::optional(value.toInteger()) : std::nullopt;
}

/// Whatever else a report counts are contacts that are not in.
PartTotals contactTotals(const QJsonObject &report)
{
    constexpr std::array inNames { "newContacts"_L1, "updatedContacts"_L1 };
    constexpr auto waitingName = "pendingDoubleOptin"_L1; // there, for all that
    if (!countIn(report, inNames[0]) || !countIn(report, inNames[1]))
        return {};
    qint64 in = 0;
    qint64 failed = 0;
    const qint64 waiting = countIn(report, waitingName).value_or(0);
    for (auto entry = report.begin(); entry != report.end(); ++entry) {
        const bool isIn = std::ranges::find(inNames, entry.key()) != inNames.end();
        const qint64 count = std::max<qint64>(entry.value().toInteger(), 0);
        if (isIn)
            in += count;
        else if (entry.key() != waitingName)
            failed += count;
    }
    return { .in = in + waiting, .failed = failed, .warned = waiting };
}

constexpr auto contactsFailedCode = "IMPORT_FAILED"_L1;

/// How an import ended that did not end well.
QString contactsFailedWords(const QString &status)
{
    if (status == "RejectedByWatchdog"_L1)
        return ContactsWords::tr(
            "Dotdigital's watchdog refused this part: to it the addresses look as if they "
            "were old, bought or made up. Ask Dotdigital's support about it.");
    if (status == "InvalidFileFormat"_L1)
        return ContactsWords::tr("Dotdigital could not read this part.");
    if (status == "ExceedsAllowedContactLimit"_L1)
        return ContactsWords::tr("With this part your Dotdigital would have more contacts than your account "
                                 "allows. Ask your administrator.");
    if (status == "NotAvailableInThisVersion"_L1)
        return ContactsWords::tr("Dotdigital does not tell in this version of its interface how the part "
                                 "ended.");
    return ContactsWords::tr("Dotdigital could not work on this part.");
}

/// Whether an import that ended badly is proven to have brought nothing in: by its report, or as its file was
/// refused as a whole.
bool broughtNothing(const QString &status, const PartTotals &totals)
{
    constexpr std::array wholeRefusals { "RejectedByWatchdog"_L1, "InvalidFileFormat"_L1 };
    if (totals.in)
        return *totals.in == 0;
    return std::ranges::find(wholeRefusals, status) != wholeRefusals.end();
}

} // namespace

ContactsLoader::ContactsLoader(std::unique_ptr<Api> api, Target target)
    : m_api(std::move(api))
    , m_target(std::move(target))
{
}

Result<Submitted> ContactsLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                         std::stop_token stop)
{
    if (Done known = holdsContactChoices(m_target); !known)
        return tl::unexpected(known.error());
    const Call call = contactsCall(part, contactTarget(m_target));
    if (Done noted = log.about(Step::Send); !noted)
        return tl::unexpected(noted.error());
    const Result<HttpReply> reply = m_api->ask(call, contactBytes(upload, call, part), stop);
    const QString ticket = reply ? contactsTicket(*reply) : QString();
    const bool nothingDone = reply ? provesNothingDone(*reply) : m_api->leftNothing(reply.error());
    if (!ticket.isEmpty() || nothingDone) {
        if (Done noted = log.did(Step::Send, ticket); !noted)
            return tl::unexpected(noted.error());
    }
    if (!ticket.isEmpty())
        return Submitted { .ticket = ticket };
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status / 100 == 2)
        return tl::unexpected(unreadable(m_api->named(call), *reply, u"import with an id"_s));
    return tl::unexpected(m_api->refusal(call, *reply));
}

Result<Recovery> ContactsLoader::recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &,
                                         std::stop_token)
{
    bool begun = false;
    for (const RecordedStep &step : steps) {
        if (!step.ticket.isEmpty())
            return Recovery { .kind = Recovery::Kind::Running, .ticket = step.ticket };
        if (step.step == Step::Send)
            begun = !step.done; // answered without a ticket: refused
    }
    return Recovery { .kind = begun ? Recovery::Kind::Undecidable : Recovery::Kind::NothingHappened };
}

Result<QString> ContactsLoader::statusOf(const QString &ticket, std::stop_token stop)
{
    Result<QString> status = statusOnceAsked(ticket, stop);
    if (!status || contactsStage(*status) != RemoteState::Stage::Forgotten)
        return status;
    if (!m_api->wait(beforeAskedTwice, stop))
        return tl::unexpected(cancelledError());
    return statusOnceAsked(ticket, std::move(stop));
}

Result<QString> ContactsLoader::statusOnceAsked(const QString &ticket, std::stop_token stop)
{
    const Call call { .path = importPath(ticket), .mostBytes = mostImportBytes };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status == nothingThere || errorToken(reply->body) == "ERROR_IMPORT_NOT_FOUND"_L1)
        return QString();
    if (reply->status / 100 != 2)
        return tl::unexpected(m_api->refusal(call, *reply));
    const QString status = QJsonDocument::fromJson(reply->body).object().value("status"_L1).toString();
    if (std::ranges::find(knownStatuses, status) == knownStatuses.end())
        return tl::unexpected(unreadable(m_api->named(call), *reply, u"known status"_s));
    return status;
}

Result<RemoteState> ContactsLoader::poll(const QString &ticket, std::stop_token stop)
{
    const Result<QString> status = statusOf(ticket, std::move(stop));
    if (!status)
        return tl::unexpected(status.error());
    const RemoteState::Stage stage = contactsStage(*status);
    return RemoteState { .stage = stage,
                         .message
                         = stage == RemoteState::Stage::Failed ? contactsFailedWords(*status) : QString() };
}

Done ContactsLoader::collect(const QString &ticket, const QString &folder, ResultSink &sink,
                             std::stop_token stop)
{
    const Result<QString> status = statusOf(ticket, stop);
    if (!status)
        return tl::unexpected(status.error());
    const RemoteState state { .stage = contactsStage(*status), .message = {} };
    if (!state.ended()) // it said otherwise before
        return tl::unexpected(Error {
            .kind = Error::Kind::BadReply,
            .sentence = ContactsWords::tr("Dotdigital answered in a way that Rowlift does not understand."),
            .detail = u"GET %1: not ended"_s.arg(importPath(ticket)),
            .retryAfter = {} });
    const bool finished = state.stage == RemoteState::Stage::Finished;
    const Result<QJsonObject> report = reportOf(ticket, stop);
    if (!report)
        return tl::unexpected(report.error());
    if (finished && report->isEmpty())
        return tl::unexpected(
            Error { .kind = Error::Kind::Rejected, // it may be a moment late; whoever asks knows how long
                    .sentence = ContactsWords::tr("Dotdigital has no report of this part yet, so that nobody "
                                                  "can tell which contacts it refused. It is asked again."),
                    .detail = u"GET %1: none"_s.arg(importPath(ticket, u"/report"_s)),
                    .retryAfter = beforeReportIsThere });
    if (Done passed = passFaults(ticket, folder, sink, stop); !passed)
        return passed;
    const PartTotals totals = contactTotals(*report);
    const Outcome rest = broughtNothing(*status, totals) ? Outcome::NotProcessed : Outcome::Unknown;
    const Reason why { .code = contactsFailedCode, .field = {}, .text = contactsFailedWords(*status) };
    if (Done told = finished ? sink.others(Outcome::In, {}) : sink.others(rest, why); !told)
        return told;
    return sink.totals(totals);
}

Result<QJsonObject> ContactsLoader::reportOf(const QString &ticket, std::stop_token stop)
{
    const Call call { .path = importPath(ticket, u"/report"_s), .mostBytes = mostImportBytes };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status == nothingThere || errorToken(reply->body) == "ERROR_IMPORT_REPORT_NOT_FOUND"_L1)
        return QJsonObject();
    if (reply->status / 100 != 2)
        return tl::unexpected(m_api->refusal(call, *reply));
    const QJsonObject report = QJsonDocument::fromJson(reply->body).object();
    if (!contactTotals(report).in)
        return tl::unexpected(unreadable(m_api->named(call), *reply, u"report"_s));
    return report;
}

Done ContactsLoader::passFaults(const QString &ticket, const QString &folder, ResultSink &sink,
                                std::stop_token stop)
{
    const QString path = QDir(folder).filePath(ticket + u"-faults.csv"_s);
    const auto tidy = qScopeGuard([&path] { QFile::remove(path); });
    QFile::remove(path); // left by a collect that was cut off
    const Call call { .path = importPath(ticket, u"/report-faults"_s),
                      .accept = "text/csv",
                      .saveTo = path,
                      .mostBytes = sink.mostBytes() };
    Result<HttpReply> reply = m_api->ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status == nothingThere || !QFile::exists(path)) // gone after a week, or nothing to tell
        return reply->status == nothingThere || reply->status / 100 == 2
            ? Done()
            : tl::unexpected(m_api->refusal(call, *reply));
    QFile file(path);
    if (file.size() <= mostImportBytes && file.open(QIODevice::ReadOnly) && file.peek(1) == "{") {
        reply->body = file.readAll(); // an error, whatever the status says
        return errorToken(reply->body).endsWith("NOT_FOUND"_L1)
            ? Done()
            : tl::unexpected(m_api->refusal(call, *reply));
    }
    file.close();
    return readContactFaults(path, sink, std::move(stop));
}

Done ContactsLoader::abort(const QString &ticket, std::stop_token)
{
    return tl::unexpected(
        Error { .kind = Error::Kind::BadInput,
                .sentence = ContactsWords::tr("Dotdigital finishes what it has: it cannot be told to stop."),
                .detail = u"import "_s + ticket,
                .retryAfter = {} });
}

} // namespace rowlift::dotdigital
