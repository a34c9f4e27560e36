#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace rowlift {

/// What the person wants of a run while it runs. Shared between the window and the lanes.
class RunControl {
public:
    void pause(); ///< Start no new parts; those under way finish.
    void resume();
    void stopAfterParts(); ///< As pause, and then it is stopped: what is under way finishes.
    void tryNow(); ///< Ends a wait for the next try.
    void stop(); ///< Start nothing more, have the service drop what it has not done, collect what went in.
    void quit(); ///< Leave at once; the ledger knows where to go on.

    bool paused() const;
    bool stopping() const;
    /// Stopped or quit: whatever sends, waits or sleeps on the way forward gives up.
    std::stop_token interrupted() const { return m_interrupted.get_token(); }
    /// Quit: even tidying up gives up.
    std::stop_token leaving() const { return m_leaving.get_token(); }
    /// Waits while paused. False when the run was stopped or left.
    bool waitWhilePaused();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_paused = false;
    bool m_noMoreParts = false;
    std::stop_source m_waits;
    std::stop_source m_interrupted;
    std::stop_source m_leaving;
};

} // namespace rowlift
