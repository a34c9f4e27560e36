#include "app/cli/run_telling.h"

#include "app/cli/run_progress.h"
#include "app/csv/bad_input.h"
#include "app/report/part_words.h"
#include "app/report/run_json.h"
#include "app/run/forgotten_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct RunTellingWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

/// Whether somebody has to mend something before the run can go on.
bool needsMending(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::SignIn:
    case Error::Kind::BadInput:
    case Error::Kind::Storage:
    case Error::Kind::Rejected:
        return true;
    case Error::Kind::Cancelled:
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimit:
    case Error::Kind::QueueFull:
    case Error::Kind::Quota:
    case Error::Kind::ServiceFault:
    case Error::Kind::BadReply:
        return false;
    }
    return true;
}

int exitOf(const RunEnd &end)
{
    const bool braked = end.brake.part != 0;
    const bool takesAWord = end.state == RunState::Interrupted && end.waitsForPart != 0;
    if (end.error && !braked && !takesAWord && needsMending(*end.error))
        return CouldNot;
    if (end.state == RunState::Interrupted)
        return Interrupted;
    if (end.error)
        return CouldNot;
    return end.tally.needingALook() > 0 ? RowsNeedALook : Fine;
}

/// Why it came to no end, and how it goes on.
void tellInterruption(const RunEnd &end, const QString &run)
{
    if (end.error)
        couldNot(*end.error);
    if (end.brake.part != 0)
        say(RunTellingWords::tr("“rowlift resume %1” goes on all the same.").arg(run));
    else if (end.state == RunState::Interrupted && end.waitsForPart == 0)
        say(RunTellingWords::tr("The import was interrupted; nothing is lost. “rowlift resume %1” continues.")
                .arg(run));
}

/// The way in which the run's rows are loaded; one that knows nothing when the service has it no more.
JobKind kindOfRun(const LedgerReader &reader, const Service &service)
{
    const QString &id = reader.plan().kind;
    for (const JobKind &kind : service.jobKinds()) {
        if (kind.id == id)
            return service.kindFor(kind, reader.plan().draft.target.sent());
    }
    return {};
}

/// What is on record of parts as a whole: why nobody can tell of them, or where the service counts something
/// else than it names.
void tellParts(const std::vector<PartsSaid> &messages)
{
    constexpr std::size_t most = 10;
    for (std::size_t at = 0; at < std::min(messages.size(), most); ++at) {
        const PartsSaid &said = messages[at];
        say(said.parts.size() == 1
                //: %1 the number of a part, %2 a sentence about it
                ? RunTellingWords::tr("Part %1: %2").arg(said.parts.constFirst()).arg(said.text)
                : RunTellingWords::tr("%Ln part(s): %1", nullptr, static_cast<int>(said.parts.size()))
                      .arg(said.text));
    }
    if (messages.size() > most)
        say(RunTellingWords::tr("Of more parts such things are on record; --json tells all of them."));
}

/// What can be done about parts that nobody can tell of, and what each way risks.
void tellChoice(LedgerReader &reader, const Service &service)
{
    const auto parts = reader.parts();
    if (!parts || std::ranges::find(*parts, PartState::Unconfirmed, &PartRecord::state) == parts->end())
        return;
    const JobKind kind = kindOfRun(reader, service);
    const QString forgotten = forgottenWords(kind.keptDays);
    const bool canBeAsked = std::ranges::any_of(*parts, [&forgotten](const PartRecord &part) {
        return part.state == PartState::Unconfirmed && (forgotten.isEmpty() || part.message != forgotten);
    });
    const QString resume = u"  rowlift resume "_s + reader.plan().id;
    const bool inserts = reader.plan().draft.target.operation == Operation::Insert;
    say(RunTellingWords::tr("Whether some parts arrived, only you can decide now:"));
    if (canBeAsked) {
        say(resume);
        say(u"      "_s + RunTellingWords::tr("asks the service about them once more."));
    }
    say(resume + u" --send-again"_s);
    say(u"      "_s
        + (!kind.whenSentAgain.isEmpty() ? kind.whenSentAgain
               : inserts
               ? RunTellingWords::tr("sends them again: rows that did arrive are there twice then.")
               : RunTellingWords::tr("sends them again: what was changed in their records since then is "
                                     "overwritten.")));
    say(resume + u" --leave-unknown"_s);
    say(u"      "_s + RunTellingWords::tr("leaves them alone: rows that did not arrive stay missing."));
}

QString counted(const char *text, qint64 rows)
{
    return RunTellingWords::tr(text, nullptr, static_cast<int>(rows));
}

} // namespace

void addTellingOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        { { u"reports"_s, RunTellingWords::tr("Saves the reports in this folder."), u"DIR"_s },
          { u"json"_s, RunTellingWords::tr("Answers as JSON.") },
          { u"progress"_s, RunTellingWords::tr("Tells the progress as JSON lines on standard error."),
            u"json"_s } });
}

Result<RunTelling> runTelling(const QCommandLineParser &parser)
{
    if (parser.isSet(u"progress"_s) && parser.value(u"progress"_s) != u"json")
        return tl::unexpected(badInput(RunTellingWords::tr("--progress takes “json”.")));
    return RunTelling { .json = parser.isSet(u"json"_s),
                        .progressJson = parser.isSet(u"progress"_s),
                        .reports = parser.value(u"reports"_s) };
}

int carryOut(std::unique_ptr<Ledger> ledger, const Service &service, ServiceSession &session, Clock &clock,
             const Interrupt &interrupt, const RunTelling &telling)
{
    RunControl control;
    const std::stop_callback leaving(interrupt.token(), [&control] { control.quit(); });
    RunEnd end;
    {
        RunProgress progress(telling.progressJson ? RunProgress::As::Json : RunProgress::forPeople(),
                             ledger->plan().draft.target, clock);
        end = executeRun({ .ledger = *ledger,
                           .service = service,
                           .session = session,
                           .clock = clock,
                           .control = control,
                           .onChange = progress.listener(),
                           .endsAtBrake = true });
    }
    const QString folder = ledger->folder();
    ledger.reset(); // what is told now is on disk
    RunTelling now = telling;
    if (interrupt.came())
        now.reports.clear(); // whoever wants to leave does not wait for them
    return tellEnd(folder, end, service, now);
}

int tellEnd(const QString &folder, const RunEnd &end, const Service &service, const RunTelling &telling)
{
    std::vector<SavedReport> reports;
    std::optional<Error> unsaved;
    if (!telling.reports.isEmpty()) {
        if (auto saved = saveReports(folder, service, telling.reports, {}))
            reports = std::move(*saved);
        else
            unsaved = saved.error();
    }
    tellInterruption(end, QDir(folder).dirName());
    QString sum = sumLine(end.tally, Operation::Insert);
    QString message = end.error ? end.error->sentence : QString();
    if (const auto reader = LedgerReader::open(folder)) {
        const auto messages = saidOfParts(**reader).value_or(std::vector<PartsSaid>());
        tellParts(messages);
        if (message.isEmpty() && !messages.empty())
            message = messages.front().text; // "partMessages" has all of them
        tellChoice(**reader, service);
        sum = sumLine(end.tally, (*reader)->plan().draft.target.operation);
    }
    if (unsaved)
        couldNot(*unsaved);
    if (telling.json) {
        auto json = runJson(folder, end.state, reports, &service);
        if (!json)
            return couldNot(json.error());
        json->insert(u"message"_s, message);
        json->insert(u"brake"_s, brakeJson(end.brake));
        if (telling.checks)
            json->insert(u"checks"_s, *telling.checks);
        printJson(*json);
        say(sum);
    } else {
        print(sum);
    }
    const int exit = exitOf(end);
    return unsaved && exit <= RowsNeedALook ? CouldNot : exit;
}

QString sumLine(const Tally &tally, Operation operation)
{
    const QLocale locale;
    const auto in = static_cast<int>(tally.in());
    QStringList sentences {
        (operation == Operation::Delete
             //: %1 rows that failed, %2 rows that were left out
             ? RunTellingWords::tr("%Ln row(s) are deleted, %1 failed, %2 were left out.", nullptr, in)
             //: %1 rows that failed, %2 rows that were left out
             : RunTellingWords::tr("%Ln row(s) are in, %1 failed, %2 were left out.", nullptr, in))
            .arg(locale.toString(tally.of(Outcome::Failed)), locale.toString(tally.of(Outcome::LeftOut)))
    };
    const std::pair<Outcome, const char *> others[] = {
        { Outcome::NotSent, QT_TRANSLATE_N_NOOP("rowlift::Cli", "%Ln row(s) were not sent.") },
        { Outcome::Waiting, QT_TRANSLATE_N_NOOP("rowlift::Cli", "%Ln row(s) are still waiting.") },
        { Outcome::NotProcessed,
          QT_TRANSLATE_N_NOOP("rowlift::Cli", "%Ln row(s) were not processed, and are not in.") },
        { Outcome::Unknown,
          QT_TRANSLATE_N_NOOP("rowlift::Cli", "Of %Ln row(s) nobody can tell whether they arrived.") },
    };
    if (tally.warned > 0)
        sentences << counted(
            QT_TRANSLATE_N_NOOP("rowlift::Cli", "%Ln row(s) of those that are in have a warning."),
            tally.warned);
    for (const auto &[outcome, text] : others) {
        if (const qint64 rows = tally.of(outcome); rows > 0)
            sentences << counted(text, rows);
    }
    return sentences.join(u' ');
}

Result<std::vector<SavedReport>> saveReports(const QString &runFolder, const Service &service,
                                             const QString &folder, const std::stop_token &stop)
{
    const auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    QDir().mkpath(folder); // a failure shows when the first one is written
    const auto tally = (*reader)->tally();
    if (!tally)
        return tl::unexpected(tally.error());
    std::vector<SavedReport> saved;
    for (const ReportKind kind :
         { ReportKind::Failed, ReportKind::LeftOut, ReportKind::Warnings, ReportKind::AllRows }) {
        if (kind == ReportKind::Warnings && tally->warned == 0) // most services have none
            continue;
        const QString name = reportFileName((*reader)->plan(), kind);
        auto report = saveReport(runFolder, service, kind, QDir(folder).absoluteFilePath(name), {}, stop);
        if (!report)
            return tl::unexpected(report.error());
        saved.push_back(std::move(*report));
    }
    if (const QString &remark = saved.front().remark; !remark.isEmpty()) // the same of each
        say(remark);
    return saved;
}

} // namespace rowlift::cli
