#pragma once

#include "app/base/error.h"
#include "app/run/part_state.h"
#include "app/run/run_plan.h"

#include <QDateTime>
#include <QMetaType>

#include <initializer_list>
#include <memory>
#include <vector>

namespace rowlift {

/// One part on its way, for people.
struct PartLine {
    qint64 number = 0;
    PartState state = PartState::Planned;
    qint64 rows = 0;
    qint64 bytes = 0;
    bool savesCopy = false; ///< What its records hold is being copied before they are changed.
    qint64 copied = 0; ///< Records of that copy.
    qint64 sentBytes = 0; ///< While uploading.
    qint64 processed = 0; ///< While the service works on it, as it says.
    qint64 failed = 0; ///< The same; after that, what the ledger holds.
    qint64 untouched = 0; ///< Settled: rows that the service did not look at.
    QString message = {};

    bool operator==(const PartLine &) const = default;
};

/// The parts of a snapshot by number. Copies share them: a run may have thousands.
class PartLines {
public:
    PartLines() = default;
    PartLines(std::vector<PartLine> lines)
        : m_lines(std::make_shared<const std::vector<PartLine>>(std::move(lines)))
    {
    }
    PartLines(std::initializer_list<PartLine> lines)
        : PartLines(std::vector<PartLine>(lines))
    {
    }

    auto begin() const { return m_lines->begin(); }
    auto end() const { return m_lines->end(); }
    std::size_t size() const { return m_lines->size(); }
    bool empty() const { return m_lines->empty(); }
    const PartLine &front() const { return m_lines->front(); }
    const PartLine &back() const { return m_lines->back(); }
    const PartLine &operator[](std::size_t index) const { return (*m_lines)[index]; }

    friend bool operator==(const PartLines &a, const PartLines &b)
    {
        return a.m_lines == b.m_lines || *a.m_lines == *b.m_lines;
    }

private:
    std::shared_ptr<const std::vector<PartLine>> m_lines
        = std::make_shared<const std::vector<PartLine>>(); ///< Shared between threads; nobody changes it.
};

/// What blocks the way at the moment.
struct RunTrouble {
    QString sentence; ///< "No connection …"; empty: nothing does.
    QString detail = {}; ///< Error::detail.
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

/// Rows that the service could not take just then (Service::mayPassLater()), and that are sent once more by
/// themselves when all else is done.
struct RunLater {
    qint64 rows = 0; ///< 0: there are none.
    int number = 0; ///< Which of these tries it is, from 1.
    int most = 0; ///< Then they stay failed.
    QDateTime
        next; ///< UTC: when it begins; invalid while it is under way. RunControl::tryNow() does not wait.

    bool operator==(const RunLater &) const = default;
};

/// A run at one moment: the ledger's numbers, and how far each part has come.
struct RunSnapshot {
    RunState state = RunState::Running;
    qint64 rows = 0; ///< Of the file.
    Tally tally;
    PartLines parts;
    RunTrouble trouble;
    RunBrake brake;
    RunLater later = {};
    QDateTime sleptFrom; ///< UTC. The computer slept from here …
    QDateTime sleptUntil; ///< … to here, the last time in this run; invalid when it did not.

    bool operator==(const RunSnapshot &) const = default;
};

} // namespace rowlift

Q_DECLARE_METATYPE(rowlift::RunSnapshot)
