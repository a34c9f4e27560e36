// The second half of a part's way: the service has it.

#include "app/run/forgotten_words.h"
#include "app/run/part_walk.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::chrono_literals;

struct PartWalkWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartWalk)
};

/// How long results that lack rows are fetched again: lists may come after the job's end. Less while somebody
/// waits for the run to stop.
constexpr std::chrono::milliseconds patienceForResults = 5min;
constexpr std::chrono::milliseconds patienceWhileStopping = 10s;

/// In hundredths of JobKind::pollLeast.
constexpr std::array<int, 6> pollDelays { 100, 100, 200, 300, 500, 1000 };
constexpr std::array<int, 9> soonPollDelays { 5, 10, 20, 40, 100, 200, 300, 500, 1000 };

template <size_t count>
int delayAt(const std::array<int, count> &delays, int step)
{
    return delays[std::min(static_cast<size_t>(step), count - 1)];
}

/// Where the service works on few of the parts that it has, a large one takes it a while.
int stepsForSize(qint64 bytes)
{
    constexpr qint64 small = 200'000;
    constexpr qint64 large = 4'000'000;
    return bytes < small ? 0 : bytes < large ? 1 : 2;
}

/// The service did not look at the row, and has nothing against it.
bool isGivenBack(const RowOutcome &row)
{
    return row.outcome == Outcome::NotProcessed && row.reason == Reason {};
}

} // namespace

Rest PartWalk::waitForService()
{
    const JobKind &kind = m_context.kind;
    const int polls = m_polls++;
    const bool hasQueue = kind.workedAtOnce > 0;
    // Those whose turn is not near are asked about less: they come nearer when one of ours has ended, and are
    // asked about soon then.
    const int turns = hasQueue ? m_traffic.ahead / kind.workedAtOnce : 0;
    const int slowness = (1 + 2 * turns) * (m_traffic.isSlow ? 2 : 1);
    const int steps = polls + (hasQueue ? stepsForSize(m_part.bytes) : 0);
    const int hundredths
        = m_pollsSoon ? delayAt(soonPollDelays, polls) : delayAt(pollDelays, steps) * slowness;
    auto wait = std::min(kind.pollLeast * hundredths / 100, kind.pollMost);
    if (hasQueue) {
        if (const auto toTheEnd = untilDone(); toTheEnd && !m_traffic.isSlow)
            wait = std::min(wait, *toTheEnd);
        wait = std::clamp(wait, kind.pollLeast, std::max(kind.pollLeast, kind.pollMost));
    }
    Rest rest = goOn();
    rest.due += wait;
    return rest;
}

void PartWalk::hasWorked(qint64 processed)
{
    m_before = m_progress;
    m_progress = { .processed = processed, .at = m_context.clock.elapsed() };
}

/// By what the service did between the last two polls. Empty: nothing that tells.
std::optional<std::chrono::milliseconds> PartWalk::untilDone() const
{
    const qint64 done = m_progress.processed - m_before.processed;
    if (done <= 0 || m_progress.at <= m_before.at)
        return {};
    const qint64 left = std::max<qint64>(0, m_part.records - m_progress.processed);
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>((m_progress.at - m_before.at).count())
                            * static_cast<double>(left) / static_cast<double>(done)));
}

/// Somebody waits for the stop, and the service cannot be told to drop the part.
bool PartWalk::isLeftAtTheService() const
{
    return m_context.control.stopping() && !m_context.kind.canAbort && !m_context.kind.answersAtOnce;
}

Rest PartWalk::follow(PartLoader &loader)
{
    // What cannot be dropped is asked about once more, and left to whoever asks later.
    if (m_context.control.stopping() && m_context.kind.canAbort && !m_abortHeard) {
        if (m_part.state == PartState::Remote) {
            if (auto moved = move(PartEvent::AbortAsked); !moved)
                return left(moved.error());
        }
        const auto aborted = loader.abort(m_part.ticket, m_context.control.leaving());
        if (!aborted && mayPass(aborted.error()))
            return waitAfter(aborted.error());
        m_abortHeard = true; // refused: it has ended meanwhile, which the poll tells
        m_polls = 0;
    }
    const auto remote = loader.poll(m_part.ticket, m_context.control.leaving());
    if (!remote && mayPass(remote.error()))
        return isLeftAtTheService() ? Rest::left() : waitAfter(remote.error());
    if (!remote)
        return left(remote.error());
    wayIsFree();
    if (remote->stage == RemoteState::Stage::Forgotten)
        return forgotten();
    if (remote->stage == RemoteState::Stage::NotBegun)
        return beginAnew();
    m_beginning.wayIsFree();
    if (remote->ended())
        return after(move(PartEvent::RemoteEnded, remote->message));
    m_context.board.worked(m_part.number, remote->processed, remote->failed);
    hasWorked(remote->processed);
    return m_context.onlyAsks || isLeftAtTheService() ? Rest::left() : waitForService();
}

Rest PartWalk::forgotten()
{
    return lostSight(forgottenWords(m_context.kind.keptDays));
}

Rest PartWalk::beginAnew()
{
    if (m_context.onlyAsks)
        return Rest::left();
    const Error error { .kind = Error::Kind::BadReply,
                        .sentence = PartWalkWords::tr("The service was told to begin with part %1, and has "
                                                      "not heard it. It is told again.")
                                        .arg(m_part.number),
                        .detail = m_part.ticket,
                        .retryAfter = {} };
    const auto wait = m_beginning.after(error, m_context.clock.elapsed(), m_context.patience);
    if (!wait)
        return left(error);
    if (m_part.state == PartState::Aborting && m_context.control.stopping())
        m_abortHeard = false; // it is dropped, not begun
    else if (const auto found = move(PartEvent::FoundOpen); !found)
        return left(found.error());
    return waitFor(m_beginning, error, *wait);
}

qint64 PartWalk::missingIn(const ResultMatcher::Matched &matched) const
{
    return m_part.records - static_cast<qint64>(matched.outcomes.size()) - matched.unplaced;
}

Rest PartWalk::collect(PartLoader &loader)
{
    auto members = m_context.ledger.membersOf(m_part.number);
    if (!members)
        return left(members.error());
    const RunPlan &plan = m_context.ledger.plan();
    auto matcher = ResultMatcher::load(file(), m_context.kind, plan.fields, m_context.key,
                                       std::move(members->records), m_context.encoder.get());
    if (!matcher)
        return left(matcher.error());
    const auto leaving = m_context.control.leaving();
    const auto collected = loader.collect(m_part.ticket, m_context.ledger.folder(), **matcher, leaving);
    if (!collected) {
        const auto remote = loader.poll(m_part.ticket, leaving);
        if (remote && remote->stage == RemoteState::Stage::Forgotten)
            return forgotten();
        if (collected.error().kind == Error::Kind::Rejected)
            return resultsRefused(collected.error());
        if (mayPass(collected.error()))
            return isLeftAtTheService() ? Rest::left() : waitAfter(collected.error());
        return left(collected.error());
    }
    m_retry.wayIsFree();
    auto matched = (*matcher)->finish();
    if (!matched)
        return left(matched.error());
    if (missingIn(*matched) > 0)
        return resultsMissing(loader, *matched);
    return matched->unnamed > 0 ? namesMissing(*matched) : settleMatched(std::move(*matched));
}

std::optional<std::chrono::milliseconds> PartWalk::waitForResults(const Error &error)
{
    const auto patience = m_context.onlyAsks ? 0ms
        : m_context.control.stopping()       ? patienceWhileStopping
                                             : std::min(patienceForResults, m_context.patience);
    return m_missing.after(error, m_context.clock.elapsed(), patience);
}

Rest PartWalk::resultsRefused(const Error &error)
{
    // The job is known, its results are not to be had: perhaps later, when somebody asks again.
    const auto wait = waitForResults(error);
    return wait ? waitFor(m_missing, error, *wait) : lostSight(error.sentence);
}

Rest PartWalk::resultsMissing(PartLoader &loader, ResultMatcher::Matched &matched)
{
    const auto remote = loader.poll(m_part.ticket, m_context.control.leaving());
    if (!remote)
        return mayPass(remote.error()) ? waitAfter(remote.error()) : left(remote.error());
    const qint64 untouched
        = std::ranges::count(matched.outcomes, Outcome::NotProcessed, &RowOutcome::outcome);
    const qint64 told = static_cast<qint64>(matched.outcomes.size()) + matched.unplaced - untouched;
    const bool toldAll = remote->processed > 0 && told >= remote->processed; // 0: it may not count at all
    if (remote->stage == RemoteState::Stage::Finished && toldAll)
        return settleMatched(std::move(matched)); // by its own count there is nothing more to be told
    const Error error {
        .kind = Error::Kind::Timeout,
        .sentence
        = PartWalkWords::tr("Results of part %1 are missing. They are fetched again.").arg(m_part.number),
        .detail = {},
        .retryAfter = {}
    };
    const auto wait = waitForResults(error);
    return wait
        ? waitFor(m_missing, error, *wait)
        : lostSight(PartWalkWords::tr("The service has given the results of some rows only. They can be "
                                      "asked for again later."));
}

/// It counts more failed rows than it names. Its list may not be whole yet; if it stays like that, the rows
/// that are named have failed, and those that could be meant are unknown for good: to leave the whole part
/// open would hide what is certain.
Rest PartWalk::namesMissing(ResultMatcher::Matched &matched)
{
    const Error error { .kind = Error::Kind::Timeout,
                        .sentence = PartWalkWords::tr("Not all rows of part %1 that have failed are named "
                                                      "yet. The results are fetched again.")
                                        .arg(m_part.number),
                        .detail = matched.remark,
                        .retryAfter = {} };
    if (m_context.onlyAsks)
        return wasSentLongAgo() ? settleMatched(std::move(matched)) : Rest::left();
    if (isLeftAtTheService())
        return Rest::left();
    const auto wait = waitForResults(error);
    return wait ? waitFor(m_missing, error, *wait) : settleMatched(std::move(matched));
}

/// So long that a list that is not whole will not be made whole any more.
bool PartWalk::wasSentLongAgo()
{
    constexpr auto longAgo = 24h;
    const auto steps = m_context.ledger.stepsOf(m_part.number);
    if (!steps || steps->empty() || !steps->back().when.isValid())
        return true;
    return steps->back().when.msecsTo(m_context.clock.now()) > std::chrono::milliseconds(longAgo).count();
}

/// Kept with the part, behind what the service has said of it as a whole.
Done PartWalk::remark(const QString &words)
{
    if (words.isEmpty() || m_part.message.endsWith(words))
        return {};
    m_part.message += m_part.message.isEmpty() ? words : u' ' + words;
    return m_context.ledger.move(m_part.number, m_part.state, m_part.message);
}

Rest PartWalk::settleMatched(ResultMatcher::Matched matched)
{
    wayIsFree();
    if (const Done kept = remark(matched.remark); !kept)
        return left(kept.error());
    const qint64 failed = failedRowsIn(matched.outcomes);
    const bool isWhole = matched.unplaced == 0 && missingIn(matched) == 0;
    const bool wasDropped = goesOnWithDropped();
    const auto goesOn = wasDropped ? Result<bool>(true) : goesBeforeOthers();
    if (!goesOn)
        return left(goesOn.error());
    if (*goesOn && isWhole && std::erase_if(matched.outcomes, isGivenBack) > 0) // proven not to be in
        return settleAndSplit(std::move(matched.outcomes), failed, { .refusals = wasDropped ? 0 : 1 });
    m_part.untouchedRows = std::ranges::count(matched.outcomes, Outcome::NotProcessed, &RowOutcome::outcome);
    const auto noted = m_context.ledger.settle(m_part.number, std::move(matched.outcomes), matched.unplaced,
                                               m_context.control.leaving());
    return noted ? settled(failed) : left(noted.error());
}

/// With the rows that follow them.
qint64 PartWalk::failedRowsIn(const std::vector<RowOutcome> &outcomes)
{
    std::vector<qint64> failed;
    for (const RowOutcome &row : outcomes) {
        if (row.outcome == Outcome::Failed)
            failed.push_back(row.record);
    }
    const auto records = static_cast<qint64>(failed.size());
    if (failed.empty() || m_part.rows == m_part.records)
        return records;
    const auto members = m_context.ledger.membersOf(m_part.number);
    std::ranges::sort(failed);
    return records
        + (members ? std::ranges::count_if(members->followers,
                                           [&failed](const PartMembers::Follower &follower) {
                                               return std::ranges::binary_search(failed, follower.of);
                                           })
                   : 0);
}

bool PartWalk::goesOnWithDropped() const
{
    // A job that was left unclosed dies by itself; one that was being dropped is gone on with by the person's
    // word. One that was dropped just now may hold rows that others, of the same records, must not overtake
    // later.
    const Target target = m_context.ledger.plan().draft.target.sent();
    return m_isTakenUp || (m_abortHeard && m_context.kind.repeatedKeysOf(target) == RepeatedKeys::Waves);
}

Result<bool> PartWalk::goesBeforeOthers() const
{
    const Target target = m_context.ledger.plan().draft.target.sent();
    if (m_part.refusals > 0 || m_context.onlyAsks || m_context.control.startsNoMore()
        || m_context.kind.repeatedKeysOf(target) != RepeatedKeys::Waves)
        return false;
    const auto walked = m_context.ledger.walkedWhole();
    return walked ? Result<bool>(!*walked) : tl::unexpected(walked.error());
}

Rest PartWalk::settled(qint64 failedRows)
{
    m_part.failedRows = failedRows;
    QFile::remove(m_part.file); // only now: until then it is what results are matched against
    isNow(PartState::Settled);
    return Rest::ended();
}

} // namespace rowlift
