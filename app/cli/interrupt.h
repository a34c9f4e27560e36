#pragma once

#include <QtGlobal>

#include <span>
#include <stop_token>
#include <thread>

namespace rowlift::cli {

/// While it lives, Ctrl+C and the request to end (SIGINT, SIGTERM) ask a command to stop, so that it leaves
/// nothing half done behind; a second one ends the process at once. What the process was started to ignore
/// stays ignored. One at a time. Where the system has no such signals nothing is asked.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

    /// Asked to stop a moment after the signal came.
    std::stop_token token() const { return m_stop.get_token(); }
    bool came() const; ///< At once.

    /// Reads what comes on standard input, at least a byte; 0 at its end, -1 when it fails or the interrupt
    /// came.
    qint64 readInput(std::span<char> into) const;

private:
    std::stop_source m_stop;
    std::jthread m_watcher; ///< Turns the signal into m_stop: a handler may not do that.
};

} // namespace rowlift::cli
