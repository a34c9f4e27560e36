#pragma once

#include "ui/desk/run_desk.h"
#include "ui/desk/start_desk.h"

namespace rowlift::ui {

/// The desks of one window, each knowing only those before it.
struct Desks {
    explicit Desks(const Bench &bench);

    StartDesk start;
    FileDesk file;
    PlaceDesk place;
    MapDesk map;
    CheckDesk check;
    RunDesk run;
};

} // namespace rowlift::ui
