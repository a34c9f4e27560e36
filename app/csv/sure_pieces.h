#pragma once

#include "app/csv/dialect.h"

#include <string>
#include <vector>

namespace rowlift {

/// Bytes of which at least one stands in the file wherever a cell has \a text in it, so that blocks without
/// any need not be read; to be sought with ASCII letters of either case unless \a matchCase. Empty when there
/// are none: quotes may be doubled, signs may be escaped, and not every encoding keeps ASCII as it is.
std::vector<std::string> surePieces(const std::string &text, const Dialect &dialect, bool matchCase);

} // namespace rowlift
