#include "ui/desk/start_desk.h"

#include <QFileInfo>

#include <utility>

namespace rowlift::ui {

namespace {
constexpr int recentRuns = 10;
}

StartDesk::StartDesk(const Bench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    connect(&m_reading, &WorkBase::finished, this, [this] {
        m_snapshot = *m_reading.result();
        Q_EMIT changed();
        if (std::exchange(m_askedMeanwhile, false))
            refresh();
    });
}

void StartDesk::refresh()
{
    // Never two at once: each tries the locks of the runs, and would take the other for a second window.
    if (m_reading.running()) {
        m_askedMeanwhile = true;
        return;
    }
    m_reading.start([folders = m_bench.folders](const Progress &, std::stop_token) -> Result<Snapshot> {
        Snapshot now { .loading = false,
                       .profiles = profilesIn(folders.profiles),
                       .runs = runsIn(folders.runs(), recentRuns),
                       .missingFiles = {},
                       .changedFiles = {} };
        for (const RunSummary &run : now.runs) {
            const Draft &draft = run.plan.draft;
            if (run.unreadable)
                continue;
            if (!QFileInfo::exists(draft.file))
                now.missingFiles.insert(draft.file);
            else if (run.end == RunState::Interrupted && FileStamp::of(draft.file) != draft.stamp)
                now.changedFiles.insert(run.folder);
        }
        return now;
    });
}

} // namespace rowlift::ui
