#pragma once

#include "app/base/clock.h"
#include "app/base/folders.h"
#include "ui/desk/account_desk.h"

#include <QString>

namespace rowlift::ui {

/// What all desks work with; put together once, outlives them.
struct Bench {
    const Services &services;
    Folders folders;
    Clock &clock;
    SessionMaker openSession;
    AccountDesk &accounts; ///< One list, which changes while the window is open.
    QString sampleFile; ///< The spreadsheet that ships with the program, as a file on disk.
};

} // namespace rowlift::ui
