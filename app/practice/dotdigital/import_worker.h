#pragma once

#include "app/practice/dotdigital/import_run.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace rowlift::practice::dotdigital {

/// The one thread that works the imports off, all that have begun by turns, as the server's clock allows: an
/// import waits a second, then takes at least one more, and 50,000 items a second at most.
class ImportWorker {
public:
    ImportWorker(const Surroundings &around, const Jobs &jobs);
    ~ImportWorker();
    void start();
    void stop();
    /// Tells that there is a new import.
    void wake() { m_around.clock.wake(); }
    /// Keeps the thread from working while it is held.
    std::unique_lock<std::mutex> hold() { return std::unique_lock(m_stepping); }
    /// Forgets all runs; call it with hold().
    void clear() { m_runs.clear(); }

    /// True when imports end as soon as they came.
    bool isInstant() const;
    /// Makes an ended import of a new one that is instant.
    void complete(Job &job) const;
    /// Writes the records of all imports that owe theirs.
    void writeOwed(Database &database);

private:
    void loop(std::stop_token stop);
    qint64 dueOf(const Job &job) const;
    qint64 stepOf(const Job &job) const;
    void work(Job job, Database &database);
    void advance(Job &job, Database &database);

    const Surroundings &m_around;
    const Jobs &m_jobs;
    std::mutex m_stepping;
    std::mutex m_owing;
    std::map<qint64, std::unique_ptr<ImportRun>> m_runs;
    std::jthread m_thread;
};

} // namespace rowlift::practice::dotdigital
