#include "app/run/run_kinds.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

namespace {

struct RunKindsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RunKinds)
};

} // namespace

Result<RunKinds> RunKinds::of(Ledger &ledger, const Service &service)
{
    const auto attempts = ledger.attempts();
    if (!attempts)
        return tl::unexpected(attempts.error());
    RunKinds kinds;
    for (const JobKind &kind : service.jobKinds())
        kinds.m_kinds.push_back(service.kindFor(kind, ledger.plan().draft.target.sent()));
    for (const Attempt &attempt : *attempts) {
        const QString &id = attempt.kind.isEmpty() ? ledger.plan().kind : attempt.kind;
        const auto kind = std::ranges::find(kinds.m_kinds, id, &JobKind::id);
        if (kind == kinds.m_kinds.end()) {
            return tl::unexpected(Error {
                .kind = Error::Kind::BadInput,
                .sentence = RunKindsWords::tr("This version of Rowlift cannot go on with this import."),
                .detail = id,
                .retryAfter = {} });
        }
        kinds.m_byAttempt[attempt.number] = static_cast<std::size_t>(kind - kinds.m_kinds.begin());
        kinds.m_attempts[attempt.number] = attempt;
    }
    return kinds;
}

int RunKinds::mostLanes() const
{
    int most = 1;
    for (const auto &[attempt, index] : m_byAttempt)
        most = std::max(most, m_kinds[index].lanes);
    return most;
}

int RunKinds::keptDays() const
{
    int days = 0;
    for (const auto &[attempt, index] : m_byAttempt) {
        const int kept = m_kinds[index].keptDays;
        if (kept > 0 && (days == 0 || kept < days))
            days = kept;
    }
    return days;
}

} // namespace rowlift
