#include "app/run/brake.h"

#include "app/run/ledger_reader.h"
#include "app/run/run_start.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace rowlift {

namespace {

/// Rows that are still to be sent, for a stop to be worth it. A small file with single and several rows of a
/// record is two parts, and of the two rows of the first one that fails would be half.
constexpr qint64 leastKeptBack = 20;

struct BrakeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Brake)
};

/// The rows of a part, followers included, ascending.
std::vector<qint64> rowsOf(const PartMembers &members)
{
    std::vector<qint64> rows = members.records;
    for (const PartMembers::Follower &follower : members.followers)
        rows.push_back(follower.record);
    std::ranges::sort(rows);
    return rows;
}

RunBrake countFailures(const std::vector<RowOutcome> &outcomes, const Service &service)
{
    RunBrake brake;
    std::map<std::pair<QString, QString>, std::pair<qint64, Reason>> byReason;
    for (const RowOutcome &row : outcomes) {
        if (row.outcome != Outcome::Failed || service.mayPassLater(row.reason))
            continue;
        ++brake.failed;
        auto &[rows, reason] = byReason[{ row.reason.code, row.reason.field }];
        if (rows++ == 0)
            reason = row.reason;
        if (rows > brake.reasonRows) {
            brake.reasonRows = rows;
            brake.reason = reason;
        }
    }
    return brake;
}

/// The parts that the first one has become.
struct FirstPart {
    std::vector<qint64> settled;
    qint64 rows = 0;
    bool isOpen = false;
};

FirstPart firstPartIn(const std::vector<PartRecord> &parts)
{
    FirstPart first;
    for (const PartRecord &part : parts) {
        // Of one that nobody can tell of, nothing more is heard.
        const bool isOpenRest
            = part.refusals > 0 && !isFinal(part.state) && part.state != PartState::Unconfirmed;
        if (part.state == PartState::Settled)
            first.settled.push_back(part.number);
        if (part.state == PartState::Settled || isOpenRest)
            first.rows += part.rows;
        first.isOpen = first.isOpen || isOpenRest;
    }
    return first;
}

Result<std::vector<RowOutcome>> outcomesOf(Ledger &ledger, const std::vector<qint64> &parts)
{
    const auto reader = LedgerReader::open(ledger.folder());
    if (!reader)
        return tl::unexpected(reader.error());
    std::vector<RowOutcome> all;
    for (const qint64 part : parts) {
        const auto members = ledger.membersOf(part);
        if (!members)
            return tl::unexpected(members.error());
        auto outcomes = (*reader)->outcomes(rowsOf(*members));
        if (!outcomes)
            return outcomes;
        all.insert(all.end(), outcomes->begin(), outcomes->end());
    }
    return all;
}

} // namespace

Result<BrakeVerdict> judgeFirstPart(Ledger &ledger, const Service &service)
{
    const auto parts = ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    const FirstPart first = firstPartIn(*parts);
    const double bearable = ledger.plan().brakeShare * static_cast<double>(first.rows);
    const auto tooMany = [bearable](qint64 failed) { return static_cast<double>(failed) > bearable; };
    BrakeVerdict verdict { .brake = {}, .isFinal = !first.isOpen };
    if (!tooMany(first.rows)) // not even all of them would be
        return verdict;
    // The sums are at hand and the rows are not; the rest of the run waits for this answer.
    const auto tally = ledger.tally();
    if (!tally)
        return tl::unexpected(tally.error());
    if (!tooMany(tally->of(Outcome::Failed)))
        return verdict;
    if (ledger.plan().rows - tally->of(Outcome::LeftOut) - first.rows < leastKeptBack)
        return verdict;
    const auto outcomes = outcomesOf(ledger, first.settled);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    RunBrake brake = countFailures(*outcomes, service);
    if (!tooMany(brake.failed))
        return verdict;
    brake.part = first.settled.front();
    brake.rows = first.rows;
    verdict.brake = brake;
    return verdict;
}

Error brakeError(const RunBrake &brake, const Service &service, const Schema &schema)
{
    const Explanation reason = explainReason(service, schema, brake.reason);
    const QString &why = brake.failed > 1 ? reason.general() : reason.sentence;
    const QString sentence = brake.failed == brake.rows
        ? BrakeWords::tr("All of the first %Ln row(s) failed: %1. Nothing else was sent.", nullptr,
                         static_cast<int>(brake.rows))
              .arg(why)
        : BrakeWords::tr(
              "%1 of the first %Ln row(s) failed, most of them for this: %2. Nothing else was sent.", nullptr,
              static_cast<int>(brake.rows))
              .arg(QLocale().toString(brake.failed), why);
    return { .kind = Error::Kind::Rejected, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

} // namespace rowlift
