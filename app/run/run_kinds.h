#pragma once

#include "app/run/ledger.h"
#include "app/service/service.h"

#include <map>

namespace rowlift {

/// In which way of loading each attempt of a run goes out.
class RunKinds {
public:
    /// Fails with BadInput when this program does not know one of them.
    static Result<RunKinds> of(Ledger &ledger, const Service &service);

    const JobKind &ofAttempt(int attempt) const { return m_kinds[m_byAttempt.at(attempt)]; }
    const JobKind &of(const PartRecord &part) const { return ofAttempt(part.attempt); }
    bool isByItself(int attempt) const { return m_attempts.at(attempt).byItself; }
    /// The most parts on their way to the service that any of them takes at a time.
    int mostLanes() const;
    int keptDays() const; ///< The shortest JobKind::keptDays that is known; 0: none is.

private:
    std::vector<JobKind> m_kinds; ///< Never changes: others hold references.
    std::map<int, std::size_t> m_byAttempt; ///< Index of m_kinds.
    std::map<int, Attempt> m_attempts;
};

} // namespace rowlift
