#pragma once

#include "app/base/result.h"

#include <QString>

namespace rowlift {

/// Keeps \a text, cells as spreadsheets put them on the clipboard (tabs between cells, quotes around those
/// with line breaks in them), in a file below \a drafts and returns its path. The file's name is what people
/// call it: "Pasted cells (214 rows)". The same cells are the same file. Fails with BadInput when there is
/// nothing in \a text, Storage when there is no room.
Result<QString> keepPastedCells(const QString &text, const QString &drafts);

/// Whether \a path was made by keepPastedCells(): by its mark, not its name.
bool isPastedCells(const QString &path);

} // namespace rowlift
