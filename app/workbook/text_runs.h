#pragma once

#include "app/workbook/part_reader.h"

#include <string>

namespace rowlift {

/// Appends the text of a string item (`si`, `is`) that has just begun to \a into, as UTF-8: its runs joined,
/// formatting and phonetic readings dropped. Reads to the end of the item.
void appendTextRuns(PartReader &reader, std::string &into);

/// Appends \a text as UTF-8, with what stands in it as `_x000D_` turned back into the character: so the
/// format writes those that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
void appendUnescaped(QStringView text, std::string &into);

} // namespace rowlift
