#pragma once

#include "ui/desk/place_desk.h"

namespace rowlift::ui {

/// What people call \a choice: its label, with what tells it from others of \a all that have the same one.
QString choiceName(const std::vector<OptionChoice> &all, const OptionChoice &choice);

/// Where the rows go beside the kind of record: "Add to a list: Fair 2026", one sentence without its full
/// stop for each thing that was chosen. What \a known has no name for is called as it is kept.
QStringList whereToWords(const Service &service, const Target &target, const PlaceDesk::Choices &known);

} // namespace rowlift::ui
