#pragma once

#include "app/base/clock.h"
#include "app/run/run_board.h"

#include <QJsonObject>

#include <mutex>
#include <optional>

namespace rowlift::cli {

/// Tells on standard error how a run is doing: as JSON lines when asked, else for people, in one line that is
/// written anew at a terminal and in a line now and then elsewhere.
class RunProgress {
public:
    enum class As { Json, OneLine, Lines };

    /// What standard error is good for.
    static As forPeople();

    /// \a target: of the run.
    RunProgress(As as, const Target &target, const Clock &clock);
    /// Takes the line at the terminal away.
    ~RunProgress();
    Q_DISABLE_COPY_MOVE(RunProgress)

    RunBoard::Listener listener();

    /// One line of `--progress json`: state, rows, parts, trouble, brake; where several rows form a record
    /// (\a countsRecords) records, too.
    static QJsonObject json(const RunSnapshot &snapshot, bool countsRecords);
    static QString sentence(const RunSnapshot &snapshot, Operation operation);

private:
    void tell(const RunSnapshot &snapshot);
    void tellTrouble(const RunTrouble &trouble);

    const As m_as;
    const Operation m_operation;
    const bool m_countsRecords;
    const Clock &m_clock;
    std::mutex m_mutex; ///< Any lane may tell.
    std::optional<std::chrono::milliseconds> m_lastLine;
    QString m_trouble; ///< Was told.
    bool m_lineOpen = false;
};

} // namespace rowlift::cli
