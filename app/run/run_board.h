#pragma once

#include "app/base/clock.h"
#include "app/run/ledger.h"
#include "app/run/run_control.h"
#include "app/run/run_snapshot.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace rowlift {

/// Gathers what the lanes tell and passes on a snapshot at most ten times a second; a change of state or a
/// trouble at once. Tells in a thread of its own, with a view of its own of the ledger, so that neither a
/// lane nor whoever listens waits for the other, nor for what is being written.
class RunBoard {
public:
    using Listener = std::function<void(const RunSnapshot &)>;
    RunBoard(Ledger &ledger, Clock &clock, const RunControl &control, Listener listener);
    ~RunBoard();

    void partIs(const PartRecord &part); ///< New, or moved: the ledger's numbers are read again.
    void sent(qint64 part, qint64 bytes);
    void copied(qint64 part, qint64 records); ///< What its records hold is being copied.
    void copyEnds(qint64 part);
    void worked(qint64 part, qint64 processed, qint64 failed);
    /// The way is blocked for a part; it is tried again after \a wait.
    void trouble(qint64 part, const Error &error, int tries, std::chrono::milliseconds wait);
    void wayIsFree(qint64 part);
    void brakes(const RunBrake &brake); ///< Part 0: no more.
    void later(const RunLater &later); ///< No rows: no more.
    void slept(const QDateTime &from, const QDateTime &until);
    void stateChanged(); ///< Something was wished through the control.
    void tellNow(RunState state); ///< The last word of a run.

private:
    PartLine &line(qint64 part);
    void wakeTeller(bool atOnce);
    void showTrouble();
    RunState stateNow() const;
    RunSnapshot snapshot() const;
    void tell();
    void endTelling();

    Ledger &m_ledger;
    Clock &m_clock;
    const RunControl &m_control;
    const Listener m_listener;
    std::mutex m_mutex; ///< For all that follows.
    RunSnapshot m_snapshot; ///< But for the parts.
    std::vector<PartLine> m_lines; ///< By number.
    std::map<qint64, qint64> m_records; ///< Of parts that have more rows than records.
    std::map<qint64, RunTrouble> m_troubles; ///< By part; the lowest is shown.
    bool m_tallyIsOld = true;
    bool m_news = false;
    bool m_atOnce = false;
    bool m_ending = false;
    std::condition_variable m_changed;
    std::thread m_teller;
};

} // namespace rowlift
