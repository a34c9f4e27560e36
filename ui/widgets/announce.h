#pragma once

#include <QString>

class QWidget;

namespace rowlift::ui {

/// Has a screen reader say \a sentence politely, once, without moving the focus. Goes through one invisible
/// label of \a near's window, whose accessible name changes (Qt 6.4 has no announcement event).
void announce(QWidget *near, const QString &sentence);

} // namespace rowlift::ui
