#pragma once

#include <QString>

namespace rowlift {

/// Whether a window or process, this one included, has the run in \a folder open now. Only looks: whoever is
/// about to open it is not disturbed.
bool runsNow(const QString &folder);

} // namespace rowlift
