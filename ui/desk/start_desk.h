#pragma once

#include "app/mapping/profile.h"
#include "app/run/run_list.h"
#include "ui/desk/bench.h"
#include "ui/work/work.h"

#include <QSet>

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

Q_SIGNALS:
    void changed();

private:
    const Bench &m_bench;
    Snapshot m_snapshot;
    Work<Snapshot> m_reading;
    bool m_askedMeanwhile = false;
};

} // namespace rowlift::ui
