#pragma once

#include <QLoggingCategory>

namespace rowlift {

// One category a subject, named rowlift.<subject>; off below warning unless QT_LOGGING_RULES says otherwise.
Q_DECLARE_LOGGING_CATEGORY(logFile)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logRun)
Q_DECLARE_LOGGING_CATEGORY(logWindow)

} // namespace rowlift
