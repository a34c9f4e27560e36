#pragma once

#include "app/run/run_control.h"
#include "ui/desk/bench.h"

#include <QStringList>

namespace rowlift::ui {

/// Asks the services what became of the parts that they have of the imports in \a folders, and takes the
/// results that are there into the record of each. Sends nothing, and says nothing where an account cannot be
/// signed in to or an import is open elsewhere: it can be done another time. Those of \a folders whose
/// accounts could not be signed in to: to try that again and again might lock them. Blocking: for Work.
/// RunControl::quit() ends it soon.
Result<QStringList> fetchResults(const QStringList &folders, const Bench &bench, RunControl &control);

} // namespace rowlift::ui
