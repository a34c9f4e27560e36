#pragma once

#include "app/service/outcome.h"

namespace rowlift {

/// The word for people: "added", "left out".
QString outcomeText(Outcome outcome);
/// The member's name in JSON (cli.md): "created", "leftOut".
QString outcomeId(Outcome outcome);

} // namespace rowlift
