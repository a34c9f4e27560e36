#pragma once

#include <QStringList>

namespace rowlift::ui {

class RunDesk;

/// Where the rows of the shown import went beside the kind of record: "Add to a list: Fair 2026".
QStringList runWhereTo(const RunDesk &desk);

/// Values that allow contact and were held back, of the import that was made from what is on Check; 0: none,
/// or it is not known.
qint64 consentHeldBack(const RunDesk &desk);

} // namespace rowlift::ui
