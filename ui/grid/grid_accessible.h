#pragma once

namespace rowlift::ui {

class Grid;

/// Makes screen readers see grids as tables: headers and cells of a window of rows around the current one
/// (accessible children are numbered by int, and rows × columns may not fit). Call before the first grid is
/// shown; repeats are harmless.
void installGridAccessibility();

/// The current cell or its row changed: tells that the focus is there.
void announceCurrentCell(Grid &grid);
/// Rows or columns are others now.
void announceGridReset(Grid &grid);

} // namespace rowlift::ui
