#pragma once

namespace rowlift::practice {

/// Waits until the process is asked to end: by SIGINT or SIGTERM, or by the end of its standard input if that
/// is a pipe or a socket. Call once, from the main thread, before any other thread is told to wait for the
/// same.
void waitForEnd();

} // namespace rowlift::practice
