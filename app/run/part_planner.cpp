#include "app/run/part_planner.h"

#include "app/draft/found_ids.h"
#include "app/draft/source_file.h"
#include "app/run/key_plan.h"
#include "app/run/parent_order.h"
#include "app/run/part_file.h"
#include "app/run/part_maker.h"
#include "app/run/rows_in_order.h"
#include "app/run/run_source.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct PartPlannerWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartPlanner)
};

Error cannotWritePart(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartPlannerWords::tr(
                 "There is no room to prepare the next part of this import. Free some space on the "
                 "disk, then continue. Nothing of this part was sent."),
             .detail = detail,
             .retryAfter = {} };
}

Error lostPart(qint64 number)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = PartPlannerWords::tr("Part %1 of this import is no longer on the disk and cannot be made "
                                    "again from the file. Its rows stay as they stand.")
                   .arg(number),
             .detail = {},
             .retryAfter = {} };
}

RowOutcome leftOutAsTooLarge(qint64 record)
{
    return { .record = record,
             .outcome = Outcome::LeftOut,
             .reason = { .code = ownReasonPrefix + u"rowTooLarge"_s,
                         .field = {},
                         .text = PartPlannerWords::tr("The row is larger than the service takes at once") },
             .recordId = {} };
}

/// Of the rows that have failed, enough to see what they were kept out by.
constexpr int reasonsLookedAt = 1'000;

/// Writes the rows of \a records in this order into \a file. Returns how many of them there are.
Result<std::size_t> write(const Done &begun, PartFileWriter &file, RecordPass &pass,
                          const std::vector<qint64> &records, const std::stop_token &stop)
{
    if (!begun)
        return tl::unexpected(begun.error());
    std::size_t made = 0;
    const bool isInOrder = std::ranges::is_sorted(records);
    std::vector<qint64> ascending = records;
    std::ranges::sort(ascending);
    RowsInOrder rows;
    const Done passed = pass.runOver(
        ascending, {},
        [&](const EncodedRows &some) -> Done {
            made += some.size();
            if (isInOrder)
                return file.append(some.bytes(some.size()));
            rows.add(some);
            return {};
        },
        stop);
    Done done = passed;
    for (std::size_t index = 0; done && !isInOrder && index < records.size(); ++index) {
        if (const auto bytes = rows.of(records[index]))
            done = file.append(*bytes);
    }
    return done ? Result<std::size_t>(made) : tl::unexpected(done.error());
}

} // namespace

/// What the maker has come to.
struct PartPlanner::Offer {
    PlannedPart::Says says = PlannedPart::Says::End;
    PartRecord part = {};
    PartMembers members = {};
    bool isLast = false; ///< Of the attempt.
    std::vector<qint64> tooLarge = {}; ///< Records, since the last offer.
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
    return m_ledger.plan().brakeShare >= 1 // nobody waits for the first part
        ? PartLimits::even(kind.partBytes, kind.maxRecords)
        : PartLimits::of(kind);
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
    m_draft = std::move(*draft);
    if (m_draft->target.looksUp())
        m_draft->found = foundFileIn(m_ledger.folder()); // the run may have been moved
    return {};
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
            && making.kind.repeatedKeysOf(m_draft->target.operation) != RepeatedKeys::Apart,
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
                                          .tooLarge = newTooLarge() },
                                        stop);
                       },
                       [&] { return offer({ .says = PlannedPart::Says::WaitForSettled }, stop); }, stop);
    }
    Offer end { .isLast = true, .tooLarge = newTooLarge() };
    if (!made)
        end.error
            = made.error().kind == Error::Kind::Storage ? cannotWritePart(made.error().detail) : made.error();
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
    for (const qint64 record : offer.tooLarge)
        rows.push_back(leftOutAsTooLarge(record));
    return rows.empty() ? Done {} : m_ledger.leaveOut(std::move(rows));
}

bool PartPlanner::isSpooled(const PartRecord &part)
{
    const QFileInfo facts(part.file);
    return part.bytes > 0 && facts.isFile() && facts.size() == part.bytes;
}

Result<bool> PartPlanner::isIntact(const PartRecord &part, const std::stop_token &stop)
{
    if (!isSpooled(part) || part.hash == 0)
        return isSpooled(part);
    const auto hash = hashOfFile(part.file, stop);
    if (hash)
        return *hash == part.hash;
    return hash.error().cancelled() ? Result<bool>(tl::unexpected(hash.error())) : false;
}

Result<RecordPass *> PartPlanner::passAgain(const PartRecord &part)
{
    const JobKind &kind = m_kinds.of(part);
    auto &pass = m_again[kind.id];
    if (pass)
        return pass.get();
    const auto parts = m_ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    pass = makePass(kind);
    for (const PartRecord &known : *parts)
        pass->noteMark(known.planned.at);
    return pass.get();
}

Result<PartRecord> PartPlanner::spoolAgain(const PartRecord &part, std::stop_token stop)
{
    const auto members = m_ledger.membersOf(part.number);
    if (!members)
        return tl::unexpected(members.error());
    if (const Done looked = lookAtSource(stop); !looked)
        return tl::unexpected(looked.error());
    const auto pass = passAgain(part);
    if (!pass)
        return tl::unexpected(pass.error());
    PartFileWriter file((*pass)->encoder(), true);
    const auto made = write(file.begin(part.file, true), file, **pass, members->records, stop);
    const Done done = made ? file.finish() : tl::unexpected(made.error());
    if (!done) {
        return tl::unexpected(done.error().kind == Error::Kind::Storage ? cannotWritePart(done.error().detail)
                                                                        : done.error());
    }
    PartRecord spooled = part;
    spooled.bytes = file.bytes();
    spooled.hash = file.hash();
    const bool isOther = *made != members->records.size() || (part.bytes > 0 && part.bytes != spooled.bytes)
        || (part.hash != 0 && part.hash != spooled.hash);
    const Done noted = sourceIsUnchanged().and_then([&]() -> Done {
        if (isOther)
            return tl::unexpected(lostPart(part.number));
        return m_ledger.noteSpooled(part.number, spooled.bytes, spooled.hash);
    });
    if (!noted) {
        QFile::remove(part.file);
        return tl::unexpected(noted.error());
    }
    return spooled;
}

Result<std::vector<qint64>> PartPlanner::withoutOvertaken(std::vector<qint64> records, const JobKind &kind,
                                                          const std::stop_token &stop)
{
    if (const Done looked = lookAtSource(stop); !looked)
        return tl::unexpected(looked.error());
    const auto overtaken = repeatedBehind(*makePass(kind), kind, records, stop);
    if (!overtaken)
        return overtaken;
    std::erase_if(records, [&](qint64 record) { return std::ranges::binary_search(*overtaken, record); });
    return records;
}

} // namespace rowlift
