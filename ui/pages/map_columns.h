#pragma once

#include <QRect>

class QFontMetrics;

namespace rowlift::ui {

/// Where the parts of a map table's row stand: beside each other, or in two lines where there is no room.
/// Shared by rows and header, so that they line up. Left to right; mirror with QStyle::visualRect().
struct MapColumns {
    bool stacked = false;
    int height = 0; ///< Of the row without its line for dates.
    QRect name;
    QRect sample;
    QRect arrow;
    QRect field;
    QRect why;
    QRect result;
    QRect more; ///< The button of what else can be done.

    static MapColumns in(int width);
};

} // namespace rowlift::ui
