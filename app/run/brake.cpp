#include "app/run/brake.h"

#include "app/run/ledger_reader.h"
#include "app/run/run_start.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace rowlift {

namespace {

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

} // namespace

Result<RunBrake> judgeFirstPart(Ledger &ledger, const Service &service, const PartRecord &part)
{
    const double bearable = ledger.plan().brakeShare * static_cast<double>(part.rows);
    const auto tooMany = [bearable](qint64 failed) { return static_cast<double>(failed) > bearable; };
    if (!tooMany(part.rows)) // not even all of them would be
        return RunBrake {};
    // The sums are at hand and the rows are not; the rest of the run waits for this answer.
    const auto tally = ledger.tally();
    if (!tally)
        return tl::unexpected(tally.error());
    if (!tooMany(tally->of(Outcome::Failed)))
        return RunBrake {};
    const auto members = ledger.membersOf(part.number);
    if (!members)
        return tl::unexpected(members.error());
    const auto reader = LedgerReader::open(ledger.folder());
    if (!reader)
        return tl::unexpected(reader.error());
    const auto outcomes = (*reader)->outcomes(rowsOf(*members));
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    RunBrake brake = countFailures(*outcomes, service);
    if (!tooMany(brake.failed))
        return RunBrake {};
    brake.part = part.number;
    brake.rows = part.rows;
    return brake;
}

Error brakeError(const RunBrake &brake, const Service &service, const Schema &schema)
{
    const QString why = explainReason(service, schema, brake.reason).sentence;
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
