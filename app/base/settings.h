#pragma once

#include "app/base/result.h"

#include <QString>

namespace rowlift {

/// What a person may set once for all imports. None of it is needed to succeed.
struct Settings {
    bool keepAwake = true; ///< The computer does not go to sleep while an import runs.
    bool tellAtEnd = true; ///< The system tells of the end of an import when the window is not in front.
    double brakeShare = 0.2; ///< RunPlan::brakeShare

    bool operator==(const Settings &) const = default;
};

/// The settings kept in \a configFolder; what is not there, or cannot be read, is as it is from the start.
Settings settingsIn(const QString &configFolder);
/// Keeps them; members that only a newer Rowlift knows stay. Fails with Storage.
Done keepSettings(const Settings &settings, const QString &configFolder);

} // namespace rowlift
