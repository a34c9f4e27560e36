#include "app/run/run_engine.h"

#include "app/run/brake.h"
#include "app/run/later_tries.h"
#include "app/run/overtaken.h"
#include "app/run/part_queue.h"
#include "app/run/run_end.h"
#include "app/run/run_kinds.h"

#include <QDir>

#include <algorithm>
#include <iterator>
#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

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
void removeLeftovers(const QString &folder, const std::vector<PartRecord> &parts)
{
    const QDir files(folder);
    for (const QString &name : files.entryList({ u"part-*"_s }, QDir::Files)) {
        const QString path = files.filePath(name);
        const bool needed = std::ranges::any_of(
            parts, [&path](const PartRecord &part) { return !isFinal(part.state) && part.file == path; });
        if (!needed)
            QFile::remove(path);
    }
}

/// Whether a run that only asks has something to ask about \a state.
bool isAskedAbout(PartState state)
{
    return state != PartState::Planned && state != PartState::Waiting;
}

/// The field of what is sent that names its records.
MatchKey keyOf(const RunPlan &plan, const Schema &schema)
{
    const Target target = plan.draft.target.sent();
    const auto id = std::ranges::find_if(plan.fields, [&](const QString &name) {
        const Field *field = schema.field(name);
        return field && field->type == FieldType::Id;
    });
    MatchKey key;
    key.field = !target.keyField.isEmpty() ? target.keyField : id == plan.fields.end() ? QString() : *id;
    const Field *field = schema.field(key.field);
    key.caseSensitive = field && field->caseSensitive;
    return key;
}

/// One stretch of a run: what is on its way, and what is left of the attempt that the ledger has come to.
class Stretch {
public:
    Stretch(const RunTools &tools, const Schema &schema, const RunKinds &kinds, RunBoard &board)
        : m_tools(tools)
        , m_schema(schema)
        , m_kinds(kinds)
        , m_board(board)
        , m_queue({ .walk = { .ledger = tools.ledger,
                              .clock = tools.clock,
                              .control = tools.control,
                              .board = board,
                              .kind = kinds.ofAttempt(1),
                              .patience = tools.patience,
                              .onlyAsks = tools.mode == RunMode::Ask,
                              .keepsOld = tools.ledger.plan().draft.keepsOld,
                              .key = keyOf(tools.ledger.plan(), schema) },
                    .kinds = kinds,
                    .endsAtBrake = tools.endsAtBrake,
                    .encoderOf = [this](const JobKind &kind) { return encoderOf(kind); } })
    {
    }

    /// What kept it from its end.
    std::optional<Error> execute();
    RunBrake endedAt() const { return m_queue.endedAt(); }
    qint64 waitsForPart() const { return m_queue.waitsForPart(); }

private:
    Done begin();
    Done openGate(const std::vector<PartRecord> &parts);
    void judge();
    void lane();
    void makeFiles();
    std::shared_ptr<const Encoder> encoderOf(const JobKind &kind);

    const RunTools &m_tools;
    const Schema &m_schema;
    const RunKinds &m_kinds;
    RunBoard &m_board;
    std::map<QString, std::shared_ptr<const Encoder>> m_encoders; ///< By JobKind::id.
    PartQueue m_queue;
    std::unique_ptr<PartPlanner> m_planner;
};

std::shared_ptr<const Encoder> Stretch::encoderOf(const JobKind &kind)
{
    auto &encoder = m_encoders[kind.id];
    const RunPlan &plan = m_tools.ledger.plan();
    if (!encoder)
        encoder = m_tools.service.makeEncoder(kind, plan.draft.target.sent(), plan.fields, m_schema);
    return encoder;
}

Done Stretch::begin()
{
    const auto parts = m_tools.ledger.parts();
    const auto walked = m_tools.ledger.walkedWhole();
    if (!parts || !walked)
        return tl::unexpected(parts ? walked.error() : parts.error());
    removeLeftovers(m_tools.ledger.folder(), *parts);
    const bool asks = m_tools.mode == RunMode::Ask;
    if (const int days = m_kinds.keptDays(); days > 0 && !asks) {
        if (const Done noted = m_tools.ledger.noteKeptDays(days); !noted)
            return noted;
    }
    for (const PartRecord &part : *parts) {
        m_board.partIs(part);
        if (!isFinal(part.state) && (!asks || isAskedAbout(part.state)))
            m_queue.add(part);
    }
    if (!asks && (!parts->empty() || !m_tools.ledger.isNew()))
        m_queue.doubtsSource();
    auto planner = PartPlanner::open(m_tools.ledger, m_tools.service, m_schema);
    if (!planner)
        return tl::unexpected(planner.error());
    m_planner = std::move(*planner);
    if (!*walked && !asks)
        m_queue.plansParts();
    return asks ? Done {} : openGate(*parts);
}

Done Stretch::openGate(const std::vector<PartRecord> &parts)
{
    const auto released = m_tools.ledger.brakeReleased();
    if (!released)
        return tl::unexpected(released.error());
    if (*released || m_tools.ledger.plan().brakeShare >= 1.0)
        return {};
    m_queue.setGate(BrakeGate::Probing);
    // Left behind the first part before anybody had judged it, or had the word to go on.
    if (std::ranges::find(parts, PartState::Settled, &PartRecord::state) != parts.end())
        judge();
    return {};
}

void Stretch::judge()
{
    const auto verdict = judgeFirstPart(m_tools.ledger, m_tools.service);
    if (!verdict)
        return m_queue.failed(verdict.error());
    if (verdict->brake.part != 0)
        return m_queue.setGate(BrakeGate::Shut, verdict->brake);
    if (!verdict->isFinal)
        return;
    if (const auto released = m_tools.ledger.releaseBrake(); !released)
        return m_queue.failed(released.error());
    m_queue.setGate(BrakeGate::Open);
}

void Stretch::lane()
{
    const RunPlan &plan = m_tools.ledger.plan();
    std::map<QString, std::unique_ptr<PartLoader>> loaders; // by kind
    while (const auto task = m_queue.take()) {
        const JobKind &kind = task->walk->kind();
        auto &loader = loaders[kind.id];
        if (!loader)
            loader = m_tools.session.makeLoader(kind, plan.draft.target.sent(), plan.fields);
        const Rest rest = task->drops ? task->walk->drop() : task->walk->advance(*loader);
        if (rest.kind == Rest::Kind::Ended && task->walk->part().state == PartState::Settled
            && m_queue.gateIs(BrakeGate::Probing))
            judge();
        m_queue.giveBack(*task->walk, rest);
    }
}

void Stretch::makeFiles()
{
    while (const auto task = m_queue.nextFile()) {
        Q_ASSERT(m_planner);
        if (task->looksAtSource) {
            if (const Done looked = m_planner->lookAtSource(m_queue.planningEnds()))
                m_queue.sourceIsCertain();
            else
                m_queue.notMade(*task, looked.error());
        } else if (task->again) {
            const auto spooled = m_planner->spoolAgain(*task->again, m_tools.control.leaving());
            if (spooled)
                m_queue.made(*spooled, true);
            else
                m_queue.notMade(*task, spooled.error());
        } else if (const auto planned = m_planner->next(m_queue.planningEnds()); !planned) {
            m_queue.notMade(*task, planned.error());
        } else if (planned->says == PlannedPart::Says::Part) {
            m_board.partIs(planned->part);
            m_queue.made(planned->part, false);
        } else if (planned->says == PlannedPart::Says::WaitForSettled) {
            m_queue.mustWaitForSettled();
        } else {
            m_queue.planned();
        }
    }
}

std::optional<Error> Stretch::execute()
{
    if (const auto begun = begin(); !begun)
        return begun.error();
    const RunControl::Watch watch(m_tools.control, [this] {
        m_queue.wake();
        m_board.stateChanged();
    });
    std::vector<std::thread> threads;
    threads.emplace_back([this] { makeFiles(); });
    for (int number = 0; number < m_kinds.mostLanes(); ++number)
        threads.emplace_back([this] { lane(); });
    for (std::thread &running : threads)
        running.join();
    if (const RunBrake brake = endedAt(); brake.part != 0 && !m_queue.error())
        return brakeError(brake, m_tools.service, m_schema);
    return m_queue.error();
}

/// Rows that the service has not looked at, although it had them, are tried once more when the person goes on
/// with a run: it is certain that they are not in. Each goes the way that it went last. Empty when there are
/// none, or nothing else could be done.
Result<std::vector<AttemptWish>> wishesForNotProcessed(const RunTools &tools)
{
    std::vector<AttemptWish> wishes;
    const auto tally = tools.ledger.tally();
    const auto parts = tools.ledger.parts();
    const auto attempts = tools.ledger.attempts();
    if (!tally || !parts || !attempts)
        return tl::unexpected(!tally ? tally.error() : !parts ? parts.error() : attempts.error());
    const bool ready = std::ranges::all_of(*parts, [](const PartRecord &part) {
        return part.state == PartState::Settled || part.state == PartState::Unconfirmed;
    });
    if (!ready || tally->of(Outcome::NotProcessed) == 0)
        return wishes;
    std::vector<qint64> later; // ascending, as all of these
    for (auto attempt = attempts->rbegin(); attempt != attempts->rend(); ++attempt) {
        auto records = tools.ledger.recordsFor(
            { .outcomes = { Outcome::NotProcessed }, .fromAttempt = attempt->number });
        if (!records)
            return tl::unexpected(records.error());
        std::vector<qint64> own;
        std::ranges::set_difference(*records, later, std::back_inserter(own));
        later = std::move(*records);
        if (own.empty())
            continue;
        const auto same = std::ranges::find(wishes, attempt->kind, &AttemptWish::kind);
        if (same == wishes.end()) {
            wishes.push_back(
                { .outcomes = { Outcome::NotProcessed }, .records = own, .kind = attempt->kind });
            continue;
        }
        std::vector<qint64> both;
        std::ranges::merge(*same->records, own, std::back_inserter(both));
        same->records = std::move(both);
    }
    return wishes;
}

/// A run from here to its end, or to where it is kept from it.
class WholeRun {
public:
    WholeRun(const RunTools &tools, const Schema &schema, RunBoard &board, RunEnd &end)
        : m_tools(tools)
        , m_schema(schema)
        , m_board(board)
        , m_end(end)
    {
    }

    std::optional<Error> execute()
    {
        if (m_tools.mode == RunMode::Ask)
            return stretch();
        const auto before = m_tools.ledger.tally();
        const auto begun = beginAgain(m_tools.ledger);
        if (!before || !begun)
            return before ? begun.error() : before.error();
        auto error = stretchAndTries();
        if (error || m_tools.onlyBegun || before->of(Outcome::NotProcessed) == 0)
            return error;
        const auto wishes = wishesForNotProcessed(m_tools);
        if (!wishes)
            return wishes.error();
        for (const AttemptWish &wish : *wishes) {
            if (m_tools.control.startsNoMore())
                return {};
            const auto wished = beginHarmless(wish);
            if (!wished)
                return wished.error().cancelled() ? std::nullopt : std::optional(wished.error());
            if (!*wished)
                continue;
            if (const auto held = stretchAndTries())
                return held;
        }
        return {};
    }

private:
    /// False when each of its rows would undo what a later one has brought.
    Result<bool> beginHarmless(AttemptWish wish)
    {
        const auto kinds = RunKinds::of(m_tools.ledger, m_tools.service);
        const auto attempts = m_tools.ledger.attempts();
        if (!kinds || !attempts)
            return tl::unexpected(kinds ? attempts.error() : kinds.error());
        const auto sent = std::ranges::find(*attempts, wish.kind, &Attempt::kind);
        auto records = withoutOvertaken(m_tools.ledger, m_tools.service, m_schema, *wish.records,
                                        kinds->ofAttempt(sent->number), m_tools.control.interrupted());
        if (!records || records->empty())
            return records ? Result<bool>(false) : tl::unexpected(records.error());
        wish.records = std::move(*records);
        const auto begun = m_tools.ledger.beginAttempt(wish, m_tools.clock.now());
        return begun ? Result<bool>(true) : tl::unexpected(begun.error());
    }

    std::optional<Error> stretch()
    {
        const auto kinds = RunKinds::of(m_tools.ledger, m_tools.service);
        if (!kinds)
            return kinds.error();
        Stretch one(m_tools, m_schema, *kinds, m_board);
        auto error = one.execute();
        m_end.brake = one.endedAt();
        m_end.waitsForPart = one.waitsForPart();
        return error;
    }

    std::optional<Error> stretchAndTries()
    {
        auto error = stretch();
        while (!error) {
            const auto later = nextLaterTry(m_tools, m_schema);
            if (!later)
                return later.error().cancelled() ? std::nullopt : std::optional(later.error());
            if (!*later || !waitForTry(m_tools, m_board, **later))
                break;
            const auto begun = m_tools.ledger.beginAttempt((*later)->wish, m_tools.clock.now());
            if (!begun)
                return begun.error();
            error = stretch();
            m_board.later({});
        }
        return error;
    }

    const RunTools &m_tools;
    const Schema &m_schema;
    RunBoard &m_board;
    RunEnd &m_end;
};

} // namespace

RunEnd executeRun(const RunTools &tools)
{
    RunBoard board(tools.ledger, tools.clock, tools.control, tools.onChange);
    const RunPlan &plan = tools.ledger.plan();
    const auto schema = schemaFor(tools.service, plan.describe, plan.draft.target, plan.draft.mapping);
    RunEnd came;
    const auto error
        = schema ? WholeRun(tools, *schema, board, came).execute() : std::optional(schema.error());
    RunEnd end = endOfRun(tools, error);
    end.brake = came.brake;
    end.waitsForPart = came.waitsForPart;
    board.tellNow(end.state);
    return end;
}

} // namespace rowlift
