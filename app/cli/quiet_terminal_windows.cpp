#include "app/cli/quiet_terminal.h"

#include <windows.h>

namespace rowlift::cli {

struct QuietTerminal::Before {
    HANDLE console = nullptr;
    DWORD mode = 0;
};

QuietTerminal::QuietTerminal()
{
    Before before;
    before.console = GetStdHandle(STD_INPUT_HANDLE);
    if (!GetConsoleMode(before.console, &before.mode))
        return;
    m_before = std::make_unique<Before>(before);
    // Without Ctrl-C, too: it would end the program and leave the console mute.
    SetConsoleMode(before.console, before.mode & ~DWORD(ENABLE_ECHO_INPUT | ENABLE_PROCESSED_INPUT));
}

QuietTerminal::~QuietTerminal()
{
    if (m_before)
        SetConsoleMode(m_before->console, m_before->mode);
}

} // namespace rowlift::cli
