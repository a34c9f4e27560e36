#include "app/run/run_engine.h"

#include "app/base/logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

namespace rowlift {

namespace {

/// Hands out parts to the lanes and remembers what went wrong first.
class PartQueue {
public:
    /// No \a planner: nothing is left to be planned, or the file cannot be read; what is under way goes on.
    PartQueue(RunControl &control, PartPlanner *planner, std::deque<PartRecord> underWay)
        : m_control(control)
        , m_planner(planner)
        , m_underWay(std::move(underWay))
    {
    }

    std::optional<PartRecord> next()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_underWay
                 .empty()) { // sent already, or planned: they are walked to their end, whatever is wished
            PartRecord part = m_underWay.front();
            m_underWay.pop_front();
            return part;
        }
        if (m_error || !m_planner || !m_control.waitWhilePaused())
            return {};
        auto planned = m_planner->next(m_control.interrupted());
        if (!planned) {
            if (!planned.error().cancelled())
                m_error = planned.error();
            return {};
        }
        return *planned;
    }

    void failed(const Error &error)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_error)
            m_error = error;
    }

    std::optional<Error> error()
    {
        const std::scoped_lock lock(m_mutex);
        return m_error;
    }

private:
    RunControl &m_control;
    PartPlanner *m_planner;
    std::mutex m_mutex;
    std::deque<PartRecord> m_underWay;
    std::optional<Error> m_error;
};

void lane(const RunTools &tools, const JobKind &kind, PartQueue &queue, RunBoard &board)
{
    const RunPlan &plan = tools.ledger.plan();
    const auto loader = tools.session.makeLoader(kind, plan.draft.target, plan.fields);
    while (auto part = queue.next()) {
        PartWalk walk(*part,
                      { .ledger = tools.ledger,
                        .loader = *loader,
                        .clock = tools.clock,
                        .control = tools.control,
                        .board = board,
                        .patience = tools.patience });
        if (auto walked = walk.execute(); !walked)
            queue.failed(walked.error());
    }
}

std::deque<PartRecord> partsUnderWay(const std::vector<PartRecord> &parts)
{
    std::deque<PartRecord> underWay;
    std::ranges::copy_if(parts, std::back_inserter(underWay), [](const PartRecord &part) {
        return !isFinal(part.state) && part.state != PartState::Unconfirmed;
    });
    return underWay;
}

RunEnd endOf(const RunTools &tools, RunBoard &board, const std::optional<Error> &error)
{
    RunEnd end;
    end.error = error;
    const auto parts = tools.ledger.parts();
    const bool open = !parts || !partsUnderWay(*parts).empty();
    const bool refused = error && error->kind == Error::Kind::Rejected;
    if (tools.control.leaving().stop_requested() || open || (error && !refused))
        end.state = RunState::Interrupted;
    else
        end.state = tools.control.stopping() || refused ? RunState::Stopped : RunState::Finished;
    if (end.state != RunState::Interrupted) {
        if (auto noted = tools.ledger.noteEnd(end.state, error ? error->sentence : QString()); !noted) {
            end.state = RunState::Interrupted;
            end.error = noted.error();
        }
    }
    if (const auto tally = tools.ledger.tally())
        end.tally = *tally;
    if (const auto broken = tools.ledger.brokenInvariant(); broken && !broken->isEmpty())
        qCCritical(logRun) << "rows do not add up:" << *broken;
    board.tellNow(end.state);
    return end;
}

} // namespace

RunEnd executeRun(const RunTools &tools)
{
    RunBoard board(tools.ledger, tools.clock, tools.control, tools.onChange);
    const RunPlan &plan = tools.ledger.plan();
    const auto schema = tools.service.schemaFrom(plan.describe);
    if (!schema)
        return endOf(tools, board, schema.error());
    const auto kinds = tools.service.jobKinds();
    const auto kind = std::ranges::find(kinds, plan.kind, &JobKind::id); // known: it was checked at Start
    const auto parts = tools.ledger.parts();
    const auto walked = tools.ledger.walkedWhole();
    if (!parts || !walked || kind == kinds.end())
        return endOf(tools, board, !parts ? parts.error() : cancelledError());
    for (const PartRecord &part : *parts)
        board.partIs(part);

    std::unique_ptr<PartPlanner> planner;
    std::optional<Error> unreadable;
    if (!*walked) {
        auto opened = PartPlanner::open(tools.ledger, tools.service, *schema);
        if (opened)
            planner = std::move(*opened);
        else
            unreadable = opened.error();
    }
    PartQueue queue(tools.control, planner.get(), partsUnderWay(*parts));
    if (unreadable)
        queue.failed(*unreadable);
    std::vector<std::thread> lanes;
    for (int number = 0; number < kind->lanes; ++number)
        lanes.emplace_back([&] { lane(tools, *kind, queue, board); });
    for (std::thread &running : lanes)
        running.join();
    return endOf(tools, board, queue.error());
}

} // namespace rowlift
