#pragma once

#include "app/draft/draft.h"

namespace rowlift {

/// A draft that gives \a field and nothing else: most of a pass is making values.
Draft fieldAlone(Draft draft, const QString &field);

} // namespace rowlift
