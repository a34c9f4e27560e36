#pragma once

#include "app/check/check.h"

namespace rowlift {

/// Writes the values whose records were not found (Rule::NotFound) as a table: each once, in the order in
/// which they are met, with the number of its rows; under the name of the column that they come from, so that
/// the file can be imported. Returns how many there are: CheckResult::unfound. The file is written whole or
/// not at all; the one that is imported is not written over. Keeps the values in memory.
Result<qint64> saveUnfound(const Draft &draft, const Schema &schema, const CheckResult &check,
                           const QString &path, std::stop_token stop);

} // namespace rowlift
