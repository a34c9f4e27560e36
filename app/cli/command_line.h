#pragma once

#include "app/cli/command.h"

namespace rowlift::cli {

/// Whether \a arguments (the program first) name a command, or ask for --help or --version: then no window is
/// opened.
bool isCommand(const QStringList &arguments);

/// Runs the command and returns the exit code of cli.md.
int runCommand(const QStringList &arguments, const Tools &tools);

/// The text of `rowlift --help`.
QString helpText();

} // namespace rowlift::cli
