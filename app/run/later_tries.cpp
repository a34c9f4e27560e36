#include "app/run/later_tries.h"

#include "app/run/overtaken.h"
#include "app/run/run_kinds.h"
#include "app/run/smallest_kind.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 3> pausesBefore { 5s, 20s, 60s };
/// A longer wait is looked up from now and then: the computer may have slept meanwhile.
constexpr std::chrono::milliseconds longestRest = 5s;

bool isAllSent(const std::vector<PartRecord> &parts)
{
    return std::ranges::all_of(parts, [](const PartRecord &part) {
        return part.state == PartState::Settled || part.state == PartState::Unconfirmed;
    });
}

/// A row that is refused keeps the others of its call out for good, as the person wanted: an option that is
/// known in no other ways of loading than those that are all or nothing says so.
bool keepsCallsWhole(const Service &service, const Target &target, const JobKind &kind)
{
    if (!kind.allOrNothing)
        return false;
    const auto kinds = service.jobKinds();
    const auto isAllOrNothing = [&kinds](const QString &id) {
        const auto known = std::ranges::find(kinds, id, &JobKind::id);
        return known != kinds.end() && known->allOrNothing;
    };
    return std::ranges::any_of(service.options(target), [&](const LoadOption &option) {
        return option.kind == LoadOption::Kind::YesNo && option.kinds.contains(kind.id)
            && std::ranges::all_of(option.kinds, isAllOrNothing) && target.options.value(option.id).toBool();
    });
}

/// How rows are tried again that went as \a last: a busy one is not to keep others out once more.
QString kindOfTry(const Service &service, const RunPlan &plan, const JobKind &last, const QString &wished)
{
    if (!last.allOrNothing)
        return wished;
    const auto chosen = smallestKind(service, plan.draft.target, [&](const JobKind &kind) {
        return !kind.allOrNothing && kind.answersAtOnce && service.sets(kind, plan.fields);
    });
    return chosen ? chosen->id : wished;
}

/// The tries since somebody wished something, and the attempt that was wished.
struct TriesSoFar {
    int tries = 0;
    const Attempt *wished = nullptr;
};

TriesSoFar triesIn(const std::vector<Attempt> &attempts)
{
    TriesSoFar so;
    for (const Attempt &attempt : attempts) {
        so.tries = attempt.byItself ? so.tries + 1 : 0;
        so.wished = attempt.byItself ? so.wished : &attempt;
    }
    return so;
}

/// Sleeps that end when something is wished.
class WishfulSleep {
public:
    explicit WishfulSleep(const RunTools &tools)
        : m_tools(tools)
        , m_watch(tools.control, [this] { wake(); })
    {
    }

    /// Until \a due, or something is wished; while the run is paused, until then only.
    void sleep(std::chrono::milliseconds due)
    {
        std::unique_lock lock(m_mutex);
        const quint64 seen = m_wishes;
        if (m_tools.control.paused()) {
            m_changed.wait(lock, [&] { return m_wishes != seen || !m_tools.control.paused(); });
            return;
        }
        m_wake = std::stop_source();
        const std::stop_token token = m_wake.get_token();
        lock.unlock();
        if (m_tools.control.startsNoMore()) // wished before the watch was there
            return;
        const auto nap = std::clamp(due - m_tools.clock.elapsed(), 0ms, longestRest);
        m_tools.clock.sleepFor(nap, token);
    }

private:
    void wake()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_wishes;
        m_wake.request_stop();
        m_changed.notify_all();
    }

    const RunTools &m_tools;
    std::mutex m_mutex; ///< For what follows.
    std::condition_variable m_changed;
    quint64 m_wishes = 0;
    std::stop_source m_wake;
    const RunControl::Watch m_watch; ///< The last one: it uses all the others.
};

} // namespace

Result<std::optional<LaterTry>> nextLaterTry(const RunTools &tools, const Schema &schema)
{
    const auto parts = tools.ledger.parts();
    const auto attempts = tools.ledger.attempts();
    const auto walked = tools.ledger.walkedWhole();
    const auto tally = tools.ledger.tally();
    if (!parts || !attempts || !walked || !tally)
        return tl::unexpected(!parts          ? parts.error()
                                  : !attempts ? attempts.error()
                                  : !walked   ? walked.error()
                                              : tally.error());
    const TriesSoFar so = triesIn(*attempts);
    const auto number = static_cast<std::size_t>(so.tries);
    if (tools.control.startsNoMore() || number >= pausesBefore.size() || !so.wished || !*walked
        || !isAllSent(*parts) || tally->of(Outcome::Failed) == 0)
        return std::optional<LaterTry>();
    const auto kinds = RunKinds::of(tools.ledger, tools.service);
    if (!kinds)
        return tl::unexpected(kinds.error());
    const JobKind &kind = kinds->ofAttempt(so.wished->number);
    const Target &target = tools.ledger.plan().draft.target;
    if (keepsCallsWhole(tools.service, target, kind))
        return std::optional<LaterTry>();
    LaterTry later;
    later.wish = { .outcomes = { Outcome::Failed },
                   .ofReason = [&service = tools.service, tries = so.tries](
                                   const Reason &reason) { return service.triesLater(reason) > tries; },
                   .kind = kindOfTry(tools.service, tools.ledger.plan(), kind, so.wished->kind),
                   .byItself = true,
                   .fromAttempt = so.wished->number };
    auto records = tools.ledger.recordsFor(later.wish);
    if (records)
        records = withoutOvertaken(tools.ledger, tools.service, schema, std::move(*records), kind,
                                   tools.control.interrupted());
    if (!records)
        return tl::unexpected(records.error());
    if (records->empty())
        return std::optional<LaterTry>();
    later.shown = { .rows = static_cast<qint64>(records->size()),
                    .number = so.tries + 1,
                    .most = static_cast<int>(pausesBefore.size()),
                    .next = {} };
    later.wish.records = std::move(*records);
    later.pause = pausesBefore[number];
    return std::optional(std::move(later));
}

bool waitForTry(const RunTools &tools, RunBoard &board, const LaterTry &next)
{
    RunLater shown = next.shown;
    shown.next = tools.clock.now().addMSecs(next.pause.count());
    board.later(shown);
    const auto due = tools.clock.elapsed() + next.pause;
    const int tries = tools.control.tries();
    WishfulSleep sleeping(tools);
    while (!tools.control.startsNoMore()) {
        const bool isTime = tools.clock.elapsed() >= due || tools.control.tries() != tries;
        if (isTime && !tools.control.paused()) {
            board.later(next.shown);
            return true;
        }
        sleeping.sleep(due);
    }
    board.later({});
    return false;
}

} // namespace rowlift
