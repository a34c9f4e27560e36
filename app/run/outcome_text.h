#pragma once

#include "app/service/outcome.h"

namespace rowlift {

/// The word for people: "added", "left out".
QString outcomeText(Outcome outcome);
/// The member's name in JSON (cli.md): "created", "leftOut".
QString outcomeId(Outcome outcome);
/// The service has the row: added, updated, deleted, or in.
bool isRowIn(Outcome outcome);
/// The same, but it warns of the row.
bool isWarned(Outcome outcome, const Reason &reason);

} // namespace rowlift
