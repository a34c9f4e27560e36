#pragma once

#include <QString>

namespace rowlift {

/// What is said of a part whose results the service does not have any more, after \a keptDays days; empty
/// when it does not say how long it has them.
QString forgottenWords(int keptDays);

} // namespace rowlift
