#pragma once

#include <memory>

namespace rowlift::cli {

/// While it lives, what is typed on standard input is not shown. Does nothing when that is no terminal.
class QuietTerminal {
public:
    QuietTerminal();
    ~QuietTerminal();
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

    bool isTerminal() const { return m_before != nullptr; }

private:
    struct Before;
    std::unique_ptr<Before> m_before; ///< How it was; null when it is no terminal.
};

} // namespace rowlift::cli
