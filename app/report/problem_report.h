#pragma once

#include "app/check/check.h"
#include "app/report/report.h"

namespace rowlift {

/// Writes what checkRows() found as CSV, one line for each row and thing against it, in file order: row,
/// column, field, value, what is wrong, and whether it is a problem or a heads-up. UTF-8 with a byte order
/// mark and the delimiter of the source, so that a spreadsheet program opens it; what would be a formula
/// there is marked as text by an apostrophe. Values are those of the file's cells. Written whole or not at
/// all, and never over the source. Fails with a sentence when the source has changed.
Result<SavedReport> saveProblemReport(const Draft &draft, const Schema &schema, const CheckResult &check,
                                      const QString &path, std::stop_token stop);

} // namespace rowlift
