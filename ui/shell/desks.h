#pragma once

#include "ui/desk/run_desk.h"
#include "ui/desk/start_desk.h"
#include "ui/shell/settings_desk.h"

namespace rowlift::ui {

/// The desks of one window; those of the steps know only those before them.
struct Desks {
    explicit Desks(const Bench &bench);

    SettingsDesk settings;
    StartDesk start;
    FileDesk file;
    PlaceDesk place;
    MapDesk map;
    CheckDesk check;
    RunDesk run;
};

} // namespace rowlift::ui
