#include "app/service/dotdigital/insight_loader.h"

#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// Of an answer to a submit.
constexpr qint64 mostSubmitAnswer = qint64(1024) * 1024;
/// Of an answer about an import: version 3 repeats each refused record in it.
constexpr qint64 mostImportAnswer = qint64(160) * 1024 * 1024;

/// An import may be new to some of its servers: what Dotdigital has forgotten it says twice.
constexpr std::chrono::seconds beforeAskedAboutAgain { 5 };

constexpr auto submitPathV2 = "/v2/contacts/transactional-data/import/"_L1;
constexpr auto submitPathV3 = "/insightData/v3/import"_L1;

constexpr std::array unknownImportTokens { "ERROR_IMPORT_NOT_FOUND"_L1, "insightData:importNotFound"_L1 };

constexpr auto importFailedCode = "IMPORT_FAILED"_L1;

struct InsightLoaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::InsightLoader)
};

template <std::size_t count>
bool isAmong(const QString &text, const std::array<QLatin1StringView, count> &known)
{
    return std::ranges::any_of(
        known, [&text](QLatin1StringView one) { return text.compare(one, Qt::CaseInsensitive) == 0; });
}

/// It becomes part of addresses and of file names, and comes from afar.
bool isImportId(const QString &id)
{
    constexpr qsizetype longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::ranges::all_of(id, [](QChar sign) {
        return sign.unicode() < 128 && (sign.isLetterOrNumber() || sign == u'-');
    });
}

QString importIdIn(const HttpReply &reply)
{
    if (reply.status / 100 != 2)
        return {};
    const auto answer = readInsightAnswer(reply.body);
    return answer && isImportId(answer->id) ? answer->id : QString();
}

Recovery asRecovery(Recovery::Kind kind, const QString &ticket = {})
{
    return { .kind = kind, .ticket = ticket };
}

QString failedWords(const QString &status)
{
    return InsightLoaderWords::tr("Dotdigital says that the import failed: %1.").arg(status);
}

} // namespace

InsightLoader::InsightLoader(InsightVersion version, std::unique_ptr<Api> api, Target target,
                             QStringList fields)
    : m_version(version)
    , m_api(std::move(api))
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
}

Call InsightLoader::submitCall(const PartFile &part) const
{
    const bool isOld = m_version == InsightVersion::V2;
    return { .method = isOld ? "POST" : "PUT",
             .path
             = isOld ? submitPathV2 + pathPart(insightTarget(m_target).collection) : QString(submitPathV3),
             .contentType = "application/json",
             .bodyFile = part.path,
             .mostBytes = mostSubmitAnswer };
}

QString InsightLoader::importPath(const QString &ticket) const
{
    return (m_version == InsightVersion::V2 ? QString(submitPathV2) : submitPathV3 + u'/') + ticket;
}

Error InsightLoader::odd(const Call &call, const HttpReply &reply, const QString &wanted) const
{
    return unreadable(m_api->named(call), reply, wanted);
}

Result<Submitted> InsightLoader::submit(const PartFile &part, StepLog &log, const Progress &upload,
                                        std::stop_token stop)
{
    if (Done known = holdsKnownChoices(m_target); !known)
        return tl::unexpected(known.error());
    const Call call = submitCall(part);
    if (Done noted = log.about(Step::Send); !noted)
        return tl::unexpected(noted.error());
    const Result<HttpReply> reply = m_api->ask(call, upload, stop);
    const QString ticket = reply ? importIdIn(*reply) : QString();
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
        return tl::unexpected(odd(call, *reply, u"id of an import"_s));
    return tl::unexpected(m_api->refusal(call, *reply));
}

Result<Recovery> InsightLoader::recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &,
                                        std::stop_token)
{
    bool begun = false;
    for (const RecordedStep &step : steps) {
        if (!step.ticket.isEmpty())
            return asRecovery(Recovery::Kind::Running, step.ticket);
        if (step.step == Step::Send)
            begun = !step.done; // answered without a ticket: refused
    }
    return asRecovery(begun ? Recovery::Kind::Undecidable : Recovery::Kind::NothingHappened);
}

/// Version 3 has two words for done, and may have further ones for not yet. Source: contracts/dotdigital.md,
/// 4.3 and 5.
std::optional<RemoteState::Stage> InsightLoader::stageOf(const QString &status) const
{
    using Stage = RemoteState::Stage;
    constexpr std::array stages {
        std::pair { "NotStarted"_L1, Stage::Queued },
        std::pair { "NotFinished"_L1, Stage::Working },
        std::pair { "Processing"_L1, Stage::Working },
        std::pair { "Finished"_L1, Stage::Finished },
        std::pair { "Complete"_L1, Stage::Finished },
        std::pair { "Failed"_L1, Stage::Failed },
        std::pair { "NotAvailableInThisVersion"_L1, Stage::Failed },
    };
    const auto found = std::ranges::find_if(stages, [&status](const auto &entry) {
        return status.compare(entry.first, Qt::CaseInsensitive) == 0;
    });
    if (found != stages.end())
        return found->second;
    const bool mayBeLater = m_version == InsightVersion::V3 && !status.isEmpty();
    return mayBeLater ? std::optional(Stage::Working) : std::nullopt;
}

Result<InsightLoader::Import> InsightLoader::importOf(const QString &ticket, std::stop_token stop)
{
    Result<Import> import = importOnceAsked(ticket, stop);
    if (!import || import->stage != RemoteState::Stage::Forgotten)
        return import;
    if (!m_api->wait(beforeAskedAboutAgain, stop))
        return tl::unexpected(cancelledError());
    return importOnceAsked(ticket, std::move(stop));
}

Result<InsightLoader::Import> InsightLoader::importOnceAsked(const QString &ticket, std::stop_token stop)
{
    const Call call { .path = importPath(ticket), .mostBytes = mostImportAnswer };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status / 100 != 2) {
        if (isAmong(errorToken(reply->body), unknownImportTokens))
            return Import();
        return tl::unexpected(m_api->refusal(call, *reply));
    }
    auto report = readInsightAnswer(reply->body);
    const auto stage = report ? stageOf(report->status) : std::nullopt;
    // Without a status it may be somebody else who answers. Source: contracts/dotdigital.md, 4.3.
    if (!stage)
        return tl::unexpected(odd(call, *reply, u"known status"_s));
    return Import { .stage = *stage, .status = report->status, .report = std::move(*report) };
}

Result<RemoteState> InsightLoader::poll(const QString &ticket, std::stop_token stop)
{
    const Result<Import> import = importOf(ticket, std::move(stop));
    if (!import)
        return tl::unexpected(import.error());
    const InsightReport &report = import->report;
    const qint64 failed = report.rejected.value_or(0);
    const bool wentWrong = import->stage == RemoteState::Stage::Failed;
    return RemoteState { .stage = import->stage,
                         .processed = report.records.value_or(report.imported.value_or(0) + failed),
                         .failed = failed,
                         .message = wentWrong ? failedWords(import->status) : QString() };
}

Done InsightLoader::collect(const QString &ticket, const QString &folder, ResultSink &sink,
                            std::stop_token stop)
{
    const auto report = passFaults(ticket, folder, sink, stop);
    if (!report)
        return tl::unexpected(report.error());
    const Result<Import> import = endOf(ticket, report->value_or(InsightReport()), stop);
    if (!import)
        return tl::unexpected(import.error());
    const bool isFinished = import->stage == RemoteState::Stage::Finished;
    if (!*report && isFinished)
        return tl::unexpected(Error {
            .kind = Error::Kind::Rejected, // it may be a moment late; whoever asks knows how long to wait
            .sentence
            = InsightLoaderWords::tr("Dotdigital has no report of this part yet, so that nobody can "
                                     "tell which records it refused. It is asked again."),
            .detail = u"GET %1/report: none"_s.arg(importPath(ticket)),
            .retryAfter = beforeAskedAboutAgain });
    if (Done told = passOthers(*import, sink); !told)
        return told;
    const InsightReport counted = report->value_or(InsightReport());
    PartTotals totals { .in = counted.imported, .failed = counted.rejected };
    if (!totals.failed && counted.records && counted.imported)
        totals.failed = *counted.records - *counted.imported;
    return sink.totals(totals);
}

Result<std::optional<InsightReport>> InsightLoader::passFaults(const QString &ticket, const QString &folder,
                                                               ResultSink &sink, std::stop_token stop)
{
    const QString path = QDir(folder).filePath(ticket + u"-report.json"_s);
    const auto tidy = qScopeGuard([&path] { QFile::remove(path); });
    QFile::remove(path); // left by a collect that was cut off
    const bool isOld = m_version == InsightVersion::V2;
    const Call call { .path = importPath(ticket) + (isOld ? u"/report"_s : QString()), .saveTo = path };
    const Result<HttpReply> reply = m_api->ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status / 100 != 2) {
        const bool isMissing = isOld && errorToken(reply->body) == "ERROR_IMPORT_REPORT_NOT_FOUND"_L1;
        if (isMissing)
            return std::optional<InsightReport>();
        return tl::unexpected(m_api->refusal(call, *reply));
    }
    if (!QFile::exists(path)) // a yes without a byte
        return tl::unexpected(odd(call, *reply, u"report"_s));
    if (Done told = sink.columns({ QLatin1StringView(keyFieldName) }); !told)
        return tl::unexpected(told.error());
    const auto passOn = [&](const InsightFault &fault) -> Done {
        const std::string_view key = fault.key;
        return sink.row(Outcome::Failed, faultReason(fault, m_fields), {}, { &key, 1 });
    };
    auto report = readInsightReport(path, passOn, std::move(stop));
    if (!report)
        return tl::unexpected(report.error());
    const bool saysAnything = report->imported || report->rejected;
    if (isOld && !saysAnything)
        return tl::unexpected(odd(call, *reply, u"counts of an import"_s));
    // By its faults alone nobody can tell whether it refused more.
    if (!saysAnything && stageOf(report->status) == RemoteState::Stage::Finished)
        return std::optional<InsightReport>();
    return std::move(*report);
}

Result<InsightLoader::Import> InsightLoader::endOf(const QString &ticket, const InsightReport &report,
                                                   std::stop_token stop)
{
    Result<Import> import = Import();
    if (const auto stage = stageOf(report.status); m_version == InsightVersion::V3 && stage)
        import = Import { .stage = *stage, .status = report.status };
    else
        import = importOf(ticket, std::move(stop));
    if (!import || RemoteState { .stage = import->stage, .message = {} }.ended())
        return import;
    const Call call { .path = importPath(ticket) };
    return tl::unexpected(odd(call, { .status = 200, .headers = {}, .body = import->status.toUtf8() },
                              u"end of the import"_s)); // it said otherwise before
}

/// Of an import that failed as a whole nobody knows how far it came.
Done InsightLoader::passOthers(const Import &import, ResultSink &sink) const
{
    if (import.stage == RemoteState::Stage::Finished)
        return sink.others(Outcome::In, {});
    return sink.others(Outcome::Unknown,
                       { .code = importFailedCode, .field = {}, .text = failedWords(import.status) });
}

Done InsightLoader::abort(const QString &ticket, std::stop_token)
{
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = InsightLoaderWords::tr("Dotdigital finishes what it has: it cannot be told to stop."),
        .detail = u"import "_s + ticket,
        .retryAfter = {} });
}

} // namespace rowlift::dotdigital
