#pragma once

#include "app/check/check.h"

#include <QJsonArray>

namespace rowlift::cli {

/// "  Score is not a number: 3 rows left out (“abc”)", or "…: 3 rows, a heads-up".
QString groupLine(const ProblemGroup &group);
/// The groups as `check --json` and `import --json` have them.
QJsonArray groupsJson(const CheckResult &check);

} // namespace rowlift::cli
