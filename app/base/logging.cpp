#include "app/base/logging.h"

namespace rowlift {

Q_LOGGING_CATEGORY(logFile, "rowlift.file", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "rowlift.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logRun, "rowlift.run", QtWarningMsg)
Q_LOGGING_CATEGORY(logWindow, "rowlift.window", QtWarningMsg)

} // namespace rowlift
