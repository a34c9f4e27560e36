#pragma once

#include <QString>

namespace rowlift {

/// Whether nobody has the run in \a folder open and it holds nothing, not even a plan: the program was ended
/// while it was being made, so nothing of it was sent. Quick for those that hold something.
bool isUnmade(const QString &folder);

/// Removes such folders below \a runsFolder.
void removeUnmadeRuns(const QString &runsFolder);

} // namespace rowlift
