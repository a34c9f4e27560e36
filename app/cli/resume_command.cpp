#include "app/cli/chosen_run.h"
#include "app/cli/command.h"
#include "app/cli/run_telling.h"
#include "app/csv/bad_input.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ResumeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

/// What the person says of parts of which nobody can tell whether they arrived.
std::optional<PartEvent> wordOfThePerson(const QCommandLineParser &parser)
{
    if (parser.isSet(u"send-again"_s))
        return PartEvent::WordGiven;
    if (parser.isSet(u"leave-unknown"_s))
        return PartEvent::GivenUp;
    return {};
}

bool isOver(const std::vector<PartRecord> &parts, RunState end)
{
    return end == RunState::Finished
        && std::ranges::find(parts, PartState::Unconfirmed, &PartRecord::state) == parts.end();
}

/// Asks the service once more of what nobody could tell, and gives \a word of the rest.
Done giveWord(Ledger &ledger, PartEvent word, const Service &service, ServiceSession &session, Clock &clock,
              const Interrupt &interrupt)
{
    RunControl control;
    const std::stop_callback leaving(interrupt.token(), [&control] { control.quit(); });
    const RunEnd asked = executeRun({ .ledger = ledger,
                                      .service = service,
                                      .session = session,
                                      .clock = clock,
                                      .control = control,
                                      .onChange = {},
                                      .mode = RunMode::Ask });
    if (interrupt.came())
        return tl::unexpected(cancelledError());
    if (asked.error)
        return tl::unexpected(*asked.error); // without its answer the word might be wrong
    const auto parts = ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    for (const PartRecord &part : *parts) {
        if (part.state != PartState::Unconfirmed)
            continue;
        if (const Done given = ledger.giveWord(part.number, word); !given)
            return given;
    }
    return {};
}

/// A run that braked goes on: calling for it is the person's word. One that never came to its brake, or was
/// ended before it could tell, brakes.
Done releaseKnownBrake(Ledger &ledger)
{
    const auto braked = ledger.hasBraked();
    if (!braked)
        return tl::unexpected(braked.error());
    return *braked ? ledger.releaseBrake() : Done {};
}

int tellItIsOver(const QString &folder, LedgerReader &reader, const Service &service,
                 const RunTelling &telling)
{
    const auto tally = reader.tally();
    if (!tally)
        return couldNot(tally.error());
    say(ResumeWords::tr("This import is finished; there is nothing to continue."));
    RunEnd end;
    end.state = RunState::Finished;
    end.tally = *tally;
    return tellEnd(folder, end, service, telling);
}

int resume(const QString &folder, const QCommandLineParser &parser, const Tools &tools,
           const RunTelling &telling)
{
    const auto reader = LedgerReader::open(folder);
    if (!reader)
        return couldNot(reader.error());
    const Account &account = (*reader)->plan().account;
    const Service *service = serviceById(tools.services, account.service);
    if (!service)
        return couldNot(badInput(ResumeWords::tr("This version of Rowlift cannot go on with this import."),
                                 account.service));
    const auto end = (*reader)->end();
    const auto parts = (*reader)->parts();
    if (!end || !parts)
        return couldNot(end ? parts.error() : end.error());
    if (isOver(*parts, *end))
        return tellItIsOver(folder, **reader, *service, telling);

    auto ledger = Ledger::open(folder);
    if (!ledger)
        return couldNot(ledger.error());
    if (const Done taken = takeSecret(parser, account, tools); !taken)
        return couldNot(taken.error());
    const Interrupt interrupt;
    const auto session = tools.openSession(account);
    if (const auto word = wordOfThePerson(parser)) {
        if (const Done given = giveWord(**ledger, *word, *service, *session, tools.clock, interrupt); !given)
            return couldNot(given.error());
    }
    if (const Done released = releaseKnownBrake(**ledger); !released)
        return couldNot(released.error());
    return carryOut(std::move(*ledger), *service, *session, tools.clock, interrupt, telling);
}

} // namespace

int resumeCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        ResumeWords::tr("Continues an import that was interrupted: asks the service what has arrived, then "
                        "sends the rest. Nothing that may be there is sent again."));
    parser.addPositionalArgument(u"RUN"_s,
                                 ResumeWords::tr("The import, or how its name begins; absent: the one that "
                                                 "was interrupted last, else the last one with rows that "
                                                 "nobody can tell of."),
                                 u"[RUN]"_s);
    parser.addOptions(
        { { u"send-again"_s,
            ResumeWords::tr("Sends parts again of which nobody can tell whether they arrived: their rows may "
                            "be there twice then.") },
          { u"leave-unknown"_s,
            ResumeWords::tr("Leaves parts alone of which nobody can tell whether they arrived.") } });
    addTellingOptions(parser);
    addSecretOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    const QStringList names = parser.positionalArguments();
    if (names.size() > 1)
        return wrongUsage(ResumeWords::tr("resume takes one import at most."));
    if (parser.isSet(u"send-again"_s) && parser.isSet(u"leave-unknown"_s))
        return wrongUsage(ResumeWords::tr("Parts are sent again, or left alone: not both."));
    const auto telling = runTelling(parser);
    if (!telling)
        return wrongUsage(telling.error().sentence);
    const auto folder
        = names.isEmpty() ? interruptedRun(tools.folders) : chosenRun(names.constFirst(), tools.folders);
    if (folder)
        return resume(*folder, parser, tools, *telling);
    exit = couldNot(folder.error());
    return folder.error().kind == Error::Kind::Rejected ? Interrupted : exit;
}

} // namespace rowlift::cli
