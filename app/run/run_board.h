#pragma once

#include "app/base/clock.h"
#include "app/run/ledger.h"
#include "app/run/run_control.h"
#include "app/run/run_snapshot.h"

#include <functional>
#include <map>
#include <mutex>

namespace rowlift {

/// Gathers what the lanes tell and passes on a snapshot at most ten times a second.
class RunBoard {
public:
    using Listener = std::function<void(const RunSnapshot &)>;
    RunBoard(Ledger &ledger, Clock &clock, const RunControl &control, Listener listener);

    void partIs(const PartRecord &part); ///< New, or moved: the ledger's numbers are read again.
    void sent(qint64 part, qint64 bytes);
    void worked(qint64 part, qint64 processed, qint64 failed);
    /// The way is blocked for a part; it is tried again after \a wait.
    void trouble(qint64 part, const Error &error, int tries, std::chrono::milliseconds wait);
    void wayIsFree(qint64 part);
    void stateChanged(); ///< Paused or resumed: told at once.
    void tellNow(RunState state); ///< The last word of a run.

private:
    PartLine &line(qint64 part);
    void tellSometimes();
    void tellAtOnce();
    RunState stateNow() const;

    Ledger &m_ledger;
    Clock &m_clock;
    const RunControl &m_control;
    Listener m_listener;
    std::mutex m_mutex;
    RunSnapshot m_snapshot;
    void tellTrouble();
    std::map<qint64, RunTrouble> m_troubles; ///< By part; the lowest is shown.
    std::chrono::milliseconds m_lastTold { -1000 };
};

} // namespace rowlift
