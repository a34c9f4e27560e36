#pragma once

#include "app/practice/clock.h"
#include "app/practice/salesforce/job.h"
#include "app/practice/salesforce/records.h"

#include <QList>
#include <QString>

#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace rowlift::practice::salesforce {

/// All ingest jobs of the org, each in a folder of its own. May be used from any thread.
class Jobs {
public:
    /// Loads what \a folder holds.
    Jobs(const QString &folder, const Clock &clock);

    /// Gives the job an id and keeps it.
    Job add(Job job);
    /// The job by its id of 15 or 18 characters. Open ones end after a day, ended ones are gone after a week.
    std::optional<Job> find(const QByteArray &id);
    /// Changes a job and keeps it; what \a change returns false for is left as it was. False also for an
    /// unknown job.
    bool change(const QByteArray &id, const std::function<bool(Job &)> &change);
    /// Notes how far a running job is, in memory only: the records' own database knows it over a restart.
    void note(const QByteArray &id, const JobProgress &progress);
    bool remove(const QByteArray &id);
    void clear();
    /// All jobs, in no order that means anything.
    QList<Job> all();
    QString folderOf(const QByteArray &id) const;

private:
    bool isOver(const Job &job) const;
    void expire();

    QString m_folder;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::map<QByteArray, Job> m_jobs;
};

} // namespace rowlift::practice::salesforce
