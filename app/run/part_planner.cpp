#include "app/run/part_planner.h"

#include "app/draft/found_ids.h"
#include "app/draft/source_file.h"
#include "app/run/key_plan.h"
#include "app/run/parent_order.h"
#include "app/run/part_file.h"
#include "app/run/part_maker.h"
#include "app/run/run_source.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct PartPlannerWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartPlanner)
};

Reason rowTooLarge()
{
    return { .code = ownReasonPrefix + u"rowTooLarge"_s,
             .field = {},
             .text = PartPlannerWords::tr("The row is larger than the service takes at once") };
}

Reason recordTooLarge()
{
    return { .code = ownReasonPrefix + u"recordTooLarge"_s,
             .field = {},
             .text = PartPlannerWords::tr(
                 "The record that these rows form is larger than the service takes at once") };
}

/// Of the rows that have failed, enough to see what they were kept out by.
constexpr int reasonsLookedAt = 1'000;

} // namespace

/// What the maker has come to.
struct PartPlanner::Offer {
    PlannedPart::Says says = PlannedPart::Says::End;
    PartRecord part = {};
    PartMembers members = {};
    bool isLast = false; ///< Of the attempt.
    std::vector<qint64> tooLarge = {}; ///< Records, since the last offer.
    std::vector<qint64> heldBack = {}; ///< RowSchedule::heldBack(), in the first offer.
    std::optional<Error> error = {};
};

/// What the maker is to make: the rows of an attempt that are in no part yet.
struct PartPlanner::Making {
    PlanMark from;
    qint64 number = 1; ///< Of the next part.
    const JobKind &kind;
    std::optional<std::vector<qint64>> records; ///< All of the attempt; none: all of the file.
    /// Of an attempt that nobody asked for: what some of its rows had failed for.
    std::optional<std::vector<Reason>> keptOut;
};

PartPlanner::PartPlanner(Ledger &ledger, const Service &service, const Schema &schema, RunKinds kinds)
    : m_ledger(ledger)
    , m_service(service)
    , m_schema(schema)
    , m_kinds(std::move(kinds))
{
}

PartPlanner::~PartPlanner()
{
    giveUpMaking();
}

Result<std::unique_ptr<PartPlanner>> PartPlanner::open(Ledger &ledger, const Service &service,
                                                       const Schema &schema)
{
    auto kinds = RunKinds::of(ledger, service);
    if (!kinds)
        return tl::unexpected(kinds.error());
    return std::unique_ptr<PartPlanner>(new PartPlanner(ledger, service, schema, std::move(*kinds)));
}

PartLimits PartPlanner::limitsOf(const JobKind &kind) const
{
    JobKind limited = kind;
    limited.maxRecords = kind.mostRecords(m_ledger.plan().draft.keepsOld);
    return m_ledger.plan().brakeShare >= 1 // nobody waits for the first part
        ? PartLimits::even(limited.partBytes, limited.maxRecords)
        : PartLimits::of(limited);
}

/// Of a run that was made just now the stamp tells enough of its file, unless it is another one.
Done PartPlanner::lookAtSource(const std::stop_token &stop)
{
    if (m_draft)
        return {};
    const RunPlan &plan = m_ledger.plan();
    const auto parts = m_ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    if (m_ledger.isNew() && parts->empty() && FileStamp::of(plan.draft.file) == plan.draft.stamp) {
        m_draft = plan.draft;
        return {};
    }
    auto draft = draftTakenUpAgain(plan, m_ledger.folder(), stop);
    if (!draft)
        return tl::unexpected(draft.error());
    if (draft->target.looksUp()) {
        draft->found = foundFileIn(m_ledger.folder()); // the run may have been moved
        const auto found = FoundIds::open(*draft, m_schema);
        const Done whole = found ? found->verify(stop) : tl::unexpected(found.error());
        if (!whole && whole.error().cancelled())
            return whole;
        if (!whole)
            return tl::unexpected(foundGone(plan, whole.error()));
    }
    m_draft = std::move(*draft);
    return {};
}

Error PartPlanner::cannotWrite(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartPlannerWords::tr(
                 "There is no room to prepare the next part of this import. Free some space on the "
                 "disk, then continue. Nothing of this part was sent."),
             .detail = detail,
             .retryAfter = {} };
}

Done PartPlanner::sourceIsUnchanged() const
{
    const auto again = openSource(*m_draft);
    return again ? Done {} : tl::unexpected(again.error());
}

std::unique_ptr<RecordPass> PartPlanner::makePass(const JobKind &kind) const
{
    const QStringList &fields = m_ledger.plan().fields;
    return std::make_unique<RecordPass>(*m_draft, m_schema,
                                        m_service.makeEncoder(kind, m_draft->target.sent(), fields, m_schema),
                                        RecordPassOptions { .mostPartBytes = kind.maxBodyBytes });
}

Result<PlannedPart> PartPlanner::next(std::stop_token stop)
{
    for (;;) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (!m_maker.joinable()) {
            const auto walked = m_ledger.walkedWhole();
            if (!walked || *walked)
                return walked ? Result<PlannedPart>() : tl::unexpected(walked.error());
            if (const Done begun = lookAtSource(stop).and_then([this] { return begin(); }); !begun)
                return tl::unexpected(begun.error());
        }
        auto offer = waitForOffer(stop);
        auto planned = offer ? take(std::move(*offer)) : tl::unexpected(cancelledError());
        if (!planned)
            giveUpMaking();
        if (!planned || planned->says != PlannedPart::Says::End)
            return planned; // behind the end of an attempt there may be another
    }
}

Done PartPlanner::begin()
{
    const auto from = m_ledger.planned();
    const auto parts = m_ledger.parts();
    if (!from || !parts)
        return tl::unexpected(from ? parts.error() : from.error());
    auto kinds = RunKinds::of(m_ledger, m_service); // an attempt may have begun meanwhile
    if (!kinds)
        return tl::unexpected(kinds.error());
    m_kinds = std::move(*kinds);
    Making making { .from = *from, .kind = m_kinds.ofAttempt(from->attempt), .records = {}, .keptOut = {} };
    if (from->attempt > 1) {
        auto rows = m_ledger.recordsOfAttempt(from->attempt);
        if (!rows)
            return tl::unexpected(rows.error());
        making.records = std::move(*rows);
    }
    if (m_kinds.isByItself(from->attempt)) {
        auto reasons = m_ledger.reasonsBefore(from->attempt, reasonsLookedAt);
        if (!reasons)
            return tl::unexpected(reasons.error());
        making.keptOut = std::move(*reasons);
    }
    m_records = makePass(making.kind);
    for (const PartRecord &part : *parts) {
        making.number = std::max(making.number, part.number + 1);
        m_records->noteMark(part.planned.at);
    }
    m_maker = std::jthread([this, making = std::move(making)](const std::stop_token &stop) mutable {
        makeParts(std::move(making), stop);
    });
    return {};
}

Result<RowSchedule> PartPlanner::schedule(Making &making, const std::stop_token &stop)
{
    auto schedule
        = scheduleRows(*m_records, making.kind, limitsOf(making.kind), std::move(making.records), stop);
    if (schedule && making.keptOut) {
        const Done put = orderByParents(*schedule, *m_records, making.kind, *making.keptOut, stop);
        if (!put)
            return tl::unexpected(put.error());
    }
    return schedule;
}

/// The maker's thread: it shares nothing with next() but the offer.
void PartPlanner::makeParts(Making making, const std::stop_token &stop)
{
    const auto schedule = this->schedule(making, stop);
    std::size_t told = 0;
    std::vector<qint64> heldBack;
    if (schedule)
        heldBack.assign(schedule->heldBack().begin(), schedule->heldBack().end());
    const auto newTooLarge = [&] {
        const std::vector<qint64> &seen = m_records->seen().tooLarge;
        told = std::min(told, seen.size()); // a further sweep begins to count anew
        std::vector<qint64> rows(seen.begin() + static_cast<std::ptrdiff_t>(told), seen.end());
        told = seen.size();
        return rows;
    };
    const PartMaker::Wish wish {
        .limits = limitsOf(making.kind),
        .pathOf
        = [this](
              qint64 part) { return m_ledger.folder() + u"/part-%1"_s.arg(part, 5, 10, QLatin1Char('0')); },
        .forRun = true,
        .waits = making.from.attempt > 1
            && making.kind.repeatedKeysOf(m_draft->target.sent()) != RepeatedKeys::Apart,
        .from = making.from,
        .number = making.number
    };
    Done made = schedule ? Done {} : tl::unexpected(schedule.error());
    if (made) {
        made = PartMaker(*m_records, *schedule)
                   .make(
                       wish,
                       [&](PartRecord part, PartMembers members) {
                           const bool isLast = part.planned.sweep >= schedule->sweeps();
                           return offer({ .says = PlannedPart::Says::Part,
                                          .part = std::move(part),
                                          .members = std::move(members),
                                          .isLast = isLast,
                                          .tooLarge = newTooLarge(),
                                          .heldBack = std::exchange(heldBack, {}) },
                                        stop);
                       },
                       [&] { return offer({ .says = PlannedPart::Says::WaitForSettled }, stop); }, stop);
    }
    Offer end { .isLast = true, .tooLarge = newTooLarge(), .heldBack = std::exchange(heldBack, {}) };
    if (!made)
        end.error
            = made.error().kind == Error::Kind::Storage ? cannotWrite(made.error().detail) : made.error();
    std::ignore = offer(std::move(end), stop);
}

/// Returns when the next one is wanted.
Done PartPlanner::offer(Offer offer, const std::stop_token &stop)
{
    const bool isEnd = offer.says == PlannedPart::Says::End;
    std::unique_lock lock(m_mutex);
    if (m_offer)
        return tl::unexpected(cancelledError()); // nobody has taken the last one: giveUpMaking() sees to it
    m_offer = std::make_unique<Offer>(std::move(offer));
    m_isAsked = false;
    m_changed.notify_all();
    if (!isEnd && !m_changed.wait(lock, stop, [this] { return m_isAsked; }))
        return tl::unexpected(cancelledError());
    return {};
}

std::optional<PartPlanner::Offer> PartPlanner::waitForOffer(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_isAsked = !m_offer; // the maker may be quicker than whoever asks; it is not to go on then
    m_changed.notify_all();
    if (!m_changed.wait(lock, stop, [this] { return m_offer != nullptr; }))
        return {};
    Offer offer = std::move(*m_offer);
    m_offer.reset();
    return offer;
}

/// The next call begins anew, behind what is on record.
void PartPlanner::giveUpMaking()
{
    if (m_maker.joinable()) {
        m_maker.request_stop();
        m_maker.join();
    }
    if (m_offer && m_offer->says == PlannedPart::Says::Part)
        QFile::remove(m_offer->part.file);
    m_offer.reset();
    m_isAsked = false;
}

Result<PlannedPart> PartPlanner::take(Offer offer)
{
    if (offer.error)
        return tl::unexpected(*offer.error);
    PlannedPart planned { .says = offer.says };
    // A file that is written to while it is read may have given anything: none of it is sent.
    Done done = sourceIsUnchanged().and_then([&] { return note(offer); });
    if (done && offer.says == PlannedPart::Says::Part) {
        const auto added = m_ledger.addPart(offer.part, offer.members);
        if (added)
            planned.part = *added;
        else
            done = tl::unexpected(added.error());
    }
    if (!done) {
        if (offer.says == PlannedPart::Says::Part)
            QFile::remove(offer.part.file);
        return tl::unexpected(done.error());
    }
    if (!offer.isLast)
        return planned;
    giveUpMaking(); // it has nothing more
    if (const Done walked = m_ledger.noteWalkedWhole(); !walked)
        return tl::unexpected(walked.error());
    return planned;
}

/// Rows that no part can hold.
Done PartPlanner::note(const Offer &offer)
{
    std::vector<RowOutcome> rows;
    const auto leaveOut = [&rows](const std::vector<qint64> &records, const Reason &reason) {
        for (const qint64 record : records)
            rows.push_back(
                { .record = record, .outcome = Outcome::LeftOut, .reason = reason, .recordId = {} });
    };
    leaveOut(offer.heldBack, recordTooLarge()); // a row of one that is too large by itself is among them
    leaveOut(offer.tooLarge, rowTooLarge());
    return rows.empty() ? Done {} : m_ledger.leaveOut(std::move(rows));
}

} // namespace rowlift
