#include "app/run/run_end.h"

#include "app/base/logging.h"
#include "app/run/ledger_reader.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace rowlift {

namespace {

struct RunEndWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RunEnd)
};

/// What the ledger says of the way that is left.
struct WayLeft {
    bool open = false; ///< Parts are under way, or wait for their turn.
    bool undone = false; ///< Rows could still be sent, but were given up by somebody's word.
};

Result<WayLeft> wayLeft(Ledger &ledger)
{
    const auto parts = ledger.parts();
    const auto walked = ledger.walkedWhole();
    const auto tally = ledger.tally();
    if (!parts || !walked || !tally)
        return tl::unexpected(!parts ? parts.error() : !walked ? walked.error() : tally.error());
    WayLeft way;
    way.open = std::ranges::any_of(*parts, [](const PartRecord &part) {
        return !isFinal(part.state) && part.state != PartState::Unconfirmed;
    });
    way.undone = !*walked || tally->of(Outcome::NotProcessed) > 0
        || std::ranges::any_of(*parts, [](const PartRecord &part) {
               return part.state == PartState::Failed || part.state == PartState::Aborted;
           });
    return way;
}

RunState stateOf(const RunTools &tools, const WayLeft &way, const std::optional<Error> &error)
{
    const bool refused = error && error->kind == Error::Kind::Rejected;
    if (tools.control.leaving().stop_requested() || way.open || (error && !refused))
        return RunState::Interrupted;
    if (refused || (way.undone && tools.control.startsNoMore()))
        return RunState::Stopped;
    return RunState::Finished;
}

/// A run that was only asked about stays as it was, unless the answer is different.
Result<RunState> noteAsked(const RunTools &tools, const WayLeft &way, const std::optional<Error> &error)
{
    const auto reader = LedgerReader::open(tools.ledger.folder());
    if (!reader)
        return tl::unexpected(reader.error());
    const auto before = (*reader)->end();
    if (!before)
        return before;
    if (way.open && *before != RunState::Interrupted) { // a part that nobody could tell of is there after all
        const auto begun = tools.ledger.noteBegin();
        return begun ? Result<RunState>(RunState::Interrupted) : tl::unexpected(begun.error());
    }
    const auto stopped = tools.ledger.wasStopped();
    if (!stopped)
        return tl::unexpected(stopped.error());
    if (*before != RunState::Interrupted || way.open || (way.undone && !*stopped) || error
        || tools.control.leaving().stop_requested())
        return before;
    const RunState state = way.undone ? RunState::Stopped : RunState::Finished;
    const auto noted = tools.ledger.noteEnd(state, {});
    return noted ? Result<RunState>(state) : tl::unexpected(noted.error());
}

Result<RunState> noteEnd(const RunTools &tools, const WayLeft &way, const std::optional<Error> &error)
{
    if (tools.mode == RunMode::Ask)
        return noteAsked(tools, way, error);
    const RunState state = stateOf(tools, way, error);
    if (state == RunState::Interrupted) {
        const bool isStopped
            = way.open && !error && tools.control.startsNoMore() && !tools.control.leaving().stop_requested();
        const Done noted = isStopped ? tools.ledger.noteStopped() : Done();
        return noted ? Result<RunState>(state) : tl::unexpected(noted.error());
    }
    const auto noted = tools.ledger.noteEnd(state, error ? error->sentence : QString());
    return noted ? Result<RunState>(state) : tl::unexpected(noted.error());
}

/// What is wrong with the ledger's numbers: that comes before everything else that could be said.
std::optional<Error> brokenNumbers(const RunTools &tools)
{
    const auto leaving = tools.control.leaving();
    if (leaving.stop_requested())
        return {};
    const auto broken = tools.ledger.brokenInvariant(leaving);
    if (!broken || broken->isEmpty())
        return {};
    qCCritical(logRun) << "rows do not add up:" << *broken;
    return Error { .kind = Error::Kind::Storage,
                   .sentence
                   = RunEndWords::tr(
                         "The numbers of this import do not add up, so do not rely on them. Keep its "
                         "folder “%1” and report this.")
                         .arg(QDir::toNativeSeparators(tools.ledger.folder())),
                   .detail = *broken,
                   .retryAfter = {} };
}

} // namespace

RunEnd endOfRun(const RunTools &tools, const std::optional<Error> &reason)
{
    const auto broken = brokenNumbers(tools);
    const std::optional<Error> &error = broken ? broken : reason;
    RunEnd end;
    end.state = RunState::Interrupted;
    end.error = error;
    const auto state
        = wayLeft(tools.ledger).and_then([&](const WayLeft &way) { return noteEnd(tools, way, error); });
    if (state)
        end.state = *state;
    else if (!end.error)
        end.error = state.error();
    if (const auto tally = tools.ledger.tally())
        end.tally = *tally;
    return end;
}

} // namespace rowlift
