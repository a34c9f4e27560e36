#include "app/run/run_engine.h"

#include "app/base/logging.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct RunEngineWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RunEngine)
};

bool isUnsent(const PartRecord &part)
{
    return part.state == PartState::Planned || part.state == PartState::Waiting;
}

/// Hands out parts to the lanes and remembers what went wrong first.
class PartQueue {
public:
    /// \a underWay: parts on record that are not at their end. No \a planner: nothing is left to be planned,
    /// or the file cannot be read; what the service has goes on.
    PartQueue(const RunTools &tools, const Schema &schema, RunBoard &board, PartPlanner *planner,
              const std::deque<PartRecord> &underWay)
        : m_tools(tools)
        , m_schema(schema)
        , m_board(board)
        , m_planner(planner)
    {
        for (const PartRecord &part : underWay)
            (isUnsent(part) ? m_unsent : m_sent).push_back(part);
    }

    /// The next part to walk; empty when there is none for this lane any more.
    std::optional<PartRecord> next()
    {
        // What the service has, or may have, is walked to its end whatever is wished and whatever went wrong.
        while (auto part = take(m_sent)) {
            if (isReady(*part))
                return part;
        }
        for (;;) {
            m_board.stateChanged();
            const bool goOn
                = m_tools.control.waitWhilePaused(); // holding nothing: others have news meanwhile
            m_board.stateChanged();
            const std::scoped_lock planning(m_planning);
            if (goOn && m_tools.control.paused())
                continue; // while another lane was planning
            if (error())
                return {};
            while (auto part = take(m_unsent)) {
                if (!goOn || isReady(*part)) // stopped: it is only crossed off
                    return part;
            }
            return goOn ? plan() : std::nullopt;
        }
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
    std::optional<PartRecord> take(std::deque<PartRecord> &parts)
    {
        const std::scoped_lock lock(m_mutex);
        if (parts.empty())
            return {};
        PartRecord part = std::move(parts.front());
        parts.pop_front();
        return part;
    }

    /// Sees to it that the part's file is there: it is sent from it, and results are matched against it.
    bool isReady(PartRecord &part)
    {
        if (PartPlanner::isSpooled(part))
            return true;
        auto planner = PartPlanner::open(m_tools.ledger, m_tools.service, m_schema);
        if (!planner) {
            failed(planner.error());
            return false;
        }
        const auto spooled = (*planner)->spoolAgain(part, m_tools.control.leaving());
        if (spooled)
            part = *spooled;
        if (!spooled && !spooled.error().cancelled())
            failed(spooled.error());
        return spooled.has_value();
    }

    std::optional<PartRecord> plan()
    {
        if (!m_planner)
            return {};
        auto planned = m_planner->next(m_tools.control.interrupted());
        if (planned && planned->says == PlannedPart::Says::Part)
            return planned->part;
        if (!planned && !planned.error().cancelled())
            failed(planned.error());
        return {};
    }

    const RunTools &m_tools;
    const Schema &m_schema;
    RunBoard &m_board;
    std::mutex m_planning; ///< One lane at a time plans; taken before m_mutex.
    PartPlanner *m_planner;
    std::mutex m_mutex; ///< For what follows; held for moments only.
    std::deque<PartRecord> m_sent;
    std::deque<PartRecord> m_unsent;
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

/// Takes back the end of a run that is gone on with. Parts that were dropped or refused as a whole before the
/// service looked at a row wait for their turn again: going on is the person's word.
Done beginAgain(Ledger &ledger)
{
    auto begun = ledger.noteBegin();
    const auto parts = ledger.parts();
    if (begun && !parts)
        return tl::unexpected(parts.error());
    for (size_t index = 0; begun && index < parts->size(); ++index) {
        const PartRecord &part = (*parts)[index];
        if (const auto to = next(part.state, PartEvent::TakenUpAgain))
            begun = ledger.move(part.number, *to);
    }
    return begun;
}

/// Files of parts that need them no more: left when the program was ended in the middle of something.
void removeLeftovers(const QString &folder, const std::deque<PartRecord> &underWay)
{
    const QDir files(folder);
    for (const QString &name : files.entryList({ u"part-*"_s }, QDir::Files)) {
        const QString path = files.filePath(name);
        if (std::ranges::find(underWay, path, &PartRecord::file) == underWay.end())
            QFile::remove(path);
    }
}

Error unknownKind(const QString &kind)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = RunEngineWords::tr("This version of Rowlift cannot go on with this import."),
             .detail = kind,
             .retryAfter = {} };
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
    const auto kinds = tools.service.jobKinds();
    const auto kind = std::ranges::find(kinds, plan.kind, &JobKind::id);
    if (!schema || kind == kinds.end())
        return endOf(tools, board, schema ? unknownKind(plan.kind) : schema.error());
    const auto begun = beginAgain(tools.ledger);
    const auto parts = tools.ledger.parts();
    const auto walked = tools.ledger.walkedWhole();
    if (!begun || !parts || !walked)
        return endOf(tools, board, !begun ? begun.error() : !parts ? parts.error() : walked.error());
    const std::deque<PartRecord> underWay = partsUnderWay(*parts);
    removeLeftovers(tools.ledger.folder(), underWay);
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
    PartQueue queue(tools, *schema, board, planner.get(), underWay);
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
