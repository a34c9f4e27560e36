#include "app/cli/interrupt.h"

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <poll.h>
#include <unistd.h>
#endif

namespace rowlift::cli {

#ifdef Q_OS_UNIX

namespace {

constexpr int interruptSignals[] = { SIGINT, SIGTERM };

/// The signal's byte stays in it, so that whoever looks later sees it too.
int interruptPipe[2] = { -1, -1 };
struct sigaction actionsBefore[std::size(interruptSignals)];

void writeInterruptByte()
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(interruptPipe[1], &byte, 1);
}

extern "C" void interruptCame(int)
{
    const int errorBefore = errno;
    writeInterruptByte();
    errno = errorBefore;
}

void catchInterrupts()
{
    struct sigaction action = {};
    action.sa_handler = interruptCame;
    action.sa_flags
        = static_cast<int>(SA_RESETHAND); // a write that waits for its reader gives up: no SA_RESTART
    for (std::size_t at = 0; at < std::size(interruptSignals); ++at) {
        ::sigaction(interruptSignals[at], nullptr, &actionsBefore[at]);
        if (actionsBefore[at].sa_handler != SIG_IGN)
            ::sigaction(interruptSignals[at], &action, nullptr);
    }
}

} // namespace

Interrupt::Interrupt()
{
    if (::pipe(interruptPipe) != 0)
        return;
    m_watcher = std::jthread([this](const std::stop_token &over) {
        pollfd waiting { interruptPipe[0], POLLIN, 0 };
        while (::poll(&waiting, 1, -1) < 0 && errno == EINTR) { }
        if (!over.stop_requested())
            m_stop.request_stop();
    });
    catchInterrupts();
}

Interrupt::~Interrupt()
{
    if (!m_watcher.joinable())
        return;
    for (std::size_t at = 0; at < std::size(interruptSignals); ++at)
        ::sigaction(interruptSignals[at], &actionsBefore[at], nullptr);
    m_watcher.request_stop();
    writeInterruptByte();
    m_watcher.join();
    ::close(interruptPipe[0]);
    ::close(interruptPipe[1]);
}

bool Interrupt::came() const
{
    pollfd waiting { interruptPipe[0], POLLIN, 0 };
    return m_watcher.joinable() && ::poll(&waiting, 1, 0) > 0;
}

qint64 Interrupt::readInput(std::span<char> into) const
{
    pollfd waiting[2] = { { STDIN_FILENO, POLLIN, 0 }, { interruptPipe[0], POLLIN, 0 } };
    for (;;) {
        if (::poll(waiting, 2, -1) < 0) {
            if (errno != EINTR)
                return -1;
            continue; // the byte is in the pipe
        }
        if (waiting[1].revents != 0)
            return -1;
        const auto got = ::read(STDIN_FILENO, into.data(), into.size());
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

#else

Interrupt::Interrupt() = default;
Interrupt::~Interrupt() = default;

bool Interrupt::came() const
{
    return false;
}

qint64 Interrupt::readInput(std::span<char> into) const
{
    const auto got = static_cast<qint64>(std::fread(into.data(), 1, into.size(), stdin));
    return got == 0 && std::ferror(stdin) != 0 ? -1 : got;
}

#endif

} // namespace rowlift::cli
