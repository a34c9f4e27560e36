#pragma once

#include "ui/pages/page.h"
#include "ui/shell/desks.h"
#include "ui/widgets/step_rail.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// Whether the desks before \a step are ready for it. While an import runs only Import is.
bool isReachable(Step step, const Desks &desks);

/// Whether \a step has nothing to ask: nobody goes there, and it counts as done.
bool isPassedOver(Step step, const Desks &desks);

/// The five rows of the rail, \a current among them. What lies beyond \a furthest was not looked at yet and
/// is not called done.
QList<RailStep> railSteps(Step current, Step furthest, const Desks &desks);

/// The row of a step in the rail, or -1 (Start).
int railRow(Step step);
Step stepOfRow(int row);

/// For the window's title: "spring-fair.csv → practice (Practice)".
QString windowSubject(const Desks &desks);

} // namespace rowlift::ui
