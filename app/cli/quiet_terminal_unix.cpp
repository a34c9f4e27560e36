#include "app/cli/quiet_terminal.h"

#include <termios.h>
#include <unistd.h>

namespace rowlift::cli {

struct QuietTerminal::Before {
    termios settings;
};

QuietTerminal::QuietTerminal()
{
    Before before;
    if (tcgetattr(STDIN_FILENO, &before.settings) != 0)
        return;
    m_before = std::make_unique<Before>(before);
    termios quiet = before.settings;
    // Without signals, too: one that ends the program would leave the terminal mute.
    quiet.c_lflag &= ~tcflag_t(ECHO | ISIG);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

QuietTerminal::~QuietTerminal()
{
    if (m_before)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before->settings);
}

} // namespace rowlift::cli
