#pragma once

#include "app/mapping/profile.h"
#include "app/run/run_list.h"
#include "ui/desk/bench.h"
#include "ui/work/work.h"

#include <QSet>
#include <QTimer>

namespace rowlift::ui {

struct StartSnapshot {
    bool loading = true;
    std::vector<Profile> profiles; ///< Last used first.
    std::vector<RunSummary> runs; ///< Newest first; interrupted ones among them.
    QSet<QString> missingFiles; ///< Those of the runs' files that are not where they were.
    QSet<QString> changedFiles; ///< Folders of interrupted runs whose file is not what it was.
};

/// What Start shows: profiles, the interrupted run, recent imports.
class StartDesk : public QObject {
    Q_OBJECT

public:
    using Snapshot = StartSnapshot;

    explicit StartDesk(const Bench &bench, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    const Bench &bench() const { return m_bench; }
    void refresh();
    /// Ends an interrupted run as it stands: what was not sent stays so. Nothing of it may be with the
    /// service (mayBeGivenUp()).
    void giveUp(const QString &folder);
    static bool mayBeGivenUp(const RunSummary &run);

Q_SIGNALS:
    void changed();
    void notGivenUp(const rowlift::Error &error);

private:
    const Bench &m_bench;
    Snapshot m_snapshot;
    Work<Snapshot> m_reading;
    Work<bool> m_givingUp;
    QTimer m_nextLook; ///< Runs only while a run of another window is shown: nobody tells how it goes on.
    bool m_askedMeanwhile = false;
};

} // namespace rowlift::ui
