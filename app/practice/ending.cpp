#include "app/practice/ending.h"

#include <QtGlobal>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace rowlift::practice {

#ifdef Q_OS_UNIX

namespace {

int endingPipe[2] = { -1, -1 };

extern "C" void endingSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(endingPipe[1], &byte, 1);
}

bool inputIsPipe()
{
    struct stat status = {};
    return ::fstat(STDIN_FILENO, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

/// True at the end of the input; what comes before is thrown away.
bool inputEnded()
{
    char bytes[512];
    return ::read(STDIN_FILENO, bytes, sizeof bytes) <= 0;
}

} // namespace

void waitForEnd()
{
    if (::pipe(endingPipe) != 0)
        return;
    std::signal(SIGINT, endingSignal);
    std::signal(SIGTERM, endingSignal);
    pollfd waiting[2] = { { endingPipe[0], POLLIN, 0 }, { STDIN_FILENO, POLLIN, 0 } };
    const nfds_t count = inputIsPipe() ? 2 : 1;
    for (;;) {
        if (::poll(waiting, count, -1) < 0)
            continue; // a signal came: its byte is in the pipe
        if (waiting[0].revents != 0 || (count == 2 && waiting[1].revents != 0 && inputEnded()))
            return;
    }
}

#else

void waitForEnd()
{
    // Elsewhere only the input can be waited for without the system's own interfaces; an interrupt ends the
    // process itself.
    while (std::getchar() != EOF) { }
}

#endif

} // namespace rowlift::practice
