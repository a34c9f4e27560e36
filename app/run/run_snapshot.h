#pragma once

#include "app/base/error.h"
#include "app/run/part_state.h"
#include "app/run/run_plan.h"

#include <QDateTime>
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

/// What blocks the way at the moment.
struct RunTrouble {
    QString sentence; ///< "No connection …"; empty: nothing does.
    Error::Kind kind = Error::Kind::Network;
    qint64 part = 0;
    int tries = 0; ///< That came to nothing.
    QDateTime since; ///< UTC
    QDateTime nextTry; ///< UTC

    bool operator==(const RunTrouble &) const = default;
};

/// The first part went badly: nothing else is sent until the person has decided.
struct RunBrake {
    qint64 part = 0; ///< 0: not braked.
    qint64 rows = 0; ///< Of that part.
    qint64 failed = 0; ///< Lock conflicts and the like are not counted.
    Reason reason; ///< The one that most of them failed for.
    qint64 reasonRows = 0;

    bool operator==(const RunBrake &) const = default;
};

/// A run at one moment: the ledger's numbers, and how far each part has come.
struct RunSnapshot {
    RunState state = RunState::Running;
    qint64 rows = 0; ///< Of the file.
    Tally tally;
    std::vector<PartLine> parts;
    RunTrouble trouble;
    RunBrake brake;

    bool operator==(const RunSnapshot &) const = default;
};

} // namespace rowlift

Q_DECLARE_METATYPE(rowlift::RunSnapshot)
