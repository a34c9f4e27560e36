#pragma once

#include "ui/desk/file_desk.h"
#include "ui/widgets/cell_inspector.h"
#include "ui/widgets/column_card.h"

namespace rowlift::ui {

/// What is known of a column by now, for its card. \a note: a doubt about it.
ColumnCardFacts cardFacts(const FileDesk::Snapshot &file, int column, const QString &note);

/// The cell of \a row in \a column, for the inspector. Its bytes are those that its text has in the file's
/// encoding; none are given where some could not be read.
InspectedCell inspectedCell(const FileDesk::Snapshot &file, const TextRow &row, int column);

} // namespace rowlift::ui
