#pragma once

#include "app/mapping/profile.h"
#include "app/run/run_control.h"
#include "app/run/run_list.h"
#include "ui/desk/bench.h"
#include "ui/work/work.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <memory>

namespace rowlift::ui {

struct StartSnapshot {
    bool loading = true;
    std::vector<Profile> profiles; ///< Last used first.
    std::vector<RunSummary> runs; ///< Newest first; interrupted ones among them.
    QSet<QString> missingFiles; ///< Those of the runs' files that are not where they were.
    QSet<QString> changedFiles; ///< Folders of interrupted runs whose file is not what it was.
    QHash<QString, QString> objects; ///< By folder of a run: what people call its records, where known.
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
    /// From now on the results of interrupted imports are fetched by themselves, in the background: services
    /// keep them for some days only. Nothing is sent.
    void fetchResultsByItself();
    /// Nothing is begun while Start is not looked at: a run may be open there then.
    void setInView(bool inView);
    /// What is fetched just now is left alone; released() follows, at once where nothing is.
    void release(const QString &folder);

Q_SIGNALS:
    void changed();
    void released(const QString &folder);
    void notGivenUp(const rowlift::Error &error);

private:
    void fetch();
    void takeFetched();

    const Bench &m_bench;
    Snapshot m_snapshot;
    Work<Snapshot> m_reading;
    Work<bool> m_givingUp;
    QTimer m_nextLook; ///< Runs only while a run of another window is shown: nobody tells how it goes on.
    bool m_askedMeanwhile = false;
    bool m_fetches = false;
    bool m_inView = false;
    QTimer m_nextFetch; ///< While a service is still at work on something.
    QStringList m_fetched; ///< Folders of what is fetched just now.
    QStringList m_toRelease;
    std::shared_ptr<RunControl> m_fetchControl;
    QSet<QString> m_notAgain; ///< What cannot be signed in to is left to the person.
    Work<QStringList> m_fetching;
};

} // namespace rowlift::ui
