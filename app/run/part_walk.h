#pragma once

#include "app/base/clock.h"
#include "app/run/ledger.h"
#include "app/run/row_matcher.h"
#include "app/run/run_board.h"
#include "app/run/run_control.h"
#include "app/service/part_loader.h"

#include <chrono>
#include <optional>

namespace rowlift {

/// What a walk works with; all of it outlives the walk.
struct WalkContext {
    Ledger &ledger;
    PartLoader &loader;
    Clock &clock;
    RunControl &control;
    RunBoard &board;
    /// How long the way may be blocked (no connection, service down) before the run is left for later.
    std::chrono::milliseconds patience;
};

/// Takes one part from where the ledger says it stands to its end. Every move is on disk before it is acted
/// upon.
class PartWalk {
public:
    PartWalk(const PartRecord &part, const WalkContext &context);

    /// Returns when the part is final or unconfirmed, or when the run was left: then the part stays where it
    /// stands and a later walk goes on. An error says why the run cannot go on now.
    Done execute();

    PartState state() const { return m_part.state; }

private:
    class Steps;

    Done move(PartEvent event, const QString &message = {});
    Done submit();
    Done recover();
    Done follow();
    Done afterNoAnswer(const Error &error);
    Done collect();
    PartFile file() const;
    bool fewerThanSent(const RowMatcher::Matched &matched) const;
    Done askToAbort();
    /// Waits before the next try. Fails with \a error when patience is over, Cancelled when the run was left.
    Done waitAfter(const Error &error);
    void wayIsFree();
    std::stop_token patienceToken() const;

    PartRecord m_part;
    WalkContext m_context;
    int m_collects = 0; ///< Repeated ones, of results that lacked rows.
    int m_blockedTries = 0; ///< Since the way was last free.
    bool m_abortHeard = false; ///< The service has answered that it was asked to drop the part.
    std::optional<std::chrono::milliseconds> m_blockedSince;
};

} // namespace rowlift
