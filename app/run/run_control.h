#pragma once

#include <functional>
#include <mutex>
#include <stop_token>

namespace rowlift {

/// What the person wants of a run while it runs. Shared between the window and the lanes. No call waits for
/// anything.
class RunControl {
public:
    void pause(); ///< Start no new parts; those under way finish.
    void resume(); ///< Also the person's word that a braked run goes on.
    void stopAfterParts(); ///< As pause, and then it is stopped: what is under way finishes.
    void tryNow(); ///< Ends a wait for the next try.
    /// Start nothing more, have the service drop what it has not done, collect what went in. What cannot be
    /// dropped (JobKind::canAbort) stays with the service, and RunMode::Ask fetches its results later.
    void stop();
    void quit(); ///< Leave at once; the ledger knows where to go on.

    bool paused() const;
    bool stopping() const; ///< stop(), not quit().
    bool startsNoMore() const; ///< Any kind of stop, or quit().
    int resumes() const; ///< How often resume() was called.
    int tries() const; ///< How often tryNow() was called.
    /// Stopped or quit: whatever sends, waits or sleeps on the way forward gives up.
    std::stop_token interrupted() const { return m_interrupted.get_token(); }
    /// Quit: even tidying up gives up.
    std::stop_token leaving() const { return m_leaving.get_token(); }

    /// Calls \a changed after each wish, in the thread of whoever wishes, as long as it lives. One at a time.
    class Watch {
    public:
        Watch(RunControl &control, std::function<void()> changed);
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;
        ~Watch();

    private:
        RunControl &m_control;
    };

private:
    void tellChanged();

    mutable std::mutex m_mutex; ///< For what follows.
    bool m_paused = false;
    bool m_noMoreParts = false;
    int m_resumes = 0;
    int m_tries = 0;
    std::stop_source m_interrupted;
    std::stop_source m_leaving;
    std::mutex m_watching; ///< Held while m_changed is called; never together with m_mutex.
    std::function<void()> m_changed;
};

} // namespace rowlift
