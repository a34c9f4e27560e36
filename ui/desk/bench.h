#pragma once

#include "app/base/clock.h"
#include "app/base/folders.h"
#include "app/service/service.h"

#include <QString>

#include <vector>

namespace rowlift::ui {

/// What all desks work with; put together once, outlives them.
struct Bench {
    const Services &services;
    Folders folders;
    Clock &clock;
    SessionMaker openSession;
    std::vector<Account> accounts;
    QString sampleFile; ///< The spreadsheet that ships with the program, as a file on disk.
};

} // namespace rowlift::ui
