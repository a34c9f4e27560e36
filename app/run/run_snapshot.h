#pragma once

#include "app/run/part_state.h"
#include "app/run/run_plan.h"

#include <QMetaType>

#include <vector>

namespace rowlift {

/// One part on its way, for people.
struct PartLine {
    qint64 number = 0;
    PartState state = PartState::Planned;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 sentBytes = 0; ///< While uploading.
    qint64 processed = 0; ///< While the service works on it, as it says.
    qint64 failed = 0; ///< The same; after that, what the ledger holds.
    QString message;

    bool operator==(const PartLine &) const = default;
};

/// A run at one moment: the ledger's numbers, and how far each part has come.
struct RunSnapshot {
    RunState state = RunState::Running;
    qint64 rows = 0; ///< Of the file.
    Tally tally;
    std::vector<PartLine> parts;
    QString trouble; ///< A sentence while the way is blocked ("No connection …"), else empty.

    bool operator==(const RunSnapshot &) const = default;
};

} // namespace rowlift

Q_DECLARE_METATYPE(rowlift::RunSnapshot)
