#pragma once

#include <QString>

#include <optional>

namespace rowlift {

/// Who wrote the lock of a run's folder.
struct LedgerOwner {
    qint64 process = 0;
    QString program;
    QString host;
    bool isOurComputer = false;
    bool isOurStart = false; ///< Of the computer, since it was last switched on.
};
/// Empty when there is no lock, or nobody can read who wrote it.
std::optional<LedgerOwner> ownerOf(const QString &folder);

/// Whether a window or process, this one included, has the run in \a folder open now. Only looks: whoever is
/// about to open it is not disturbed.
bool runsNow(const QString &folder);

} // namespace rowlift
