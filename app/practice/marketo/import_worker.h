#pragma once

#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/import_run.h"
#include "app/practice/marketo/imports.h"
#include "app/practice/service.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace rowlift::practice::marketo {

/// The one thread that works the imports off, two at a time by turns, as the server's clock allows.
///
/// An import waits a second in the queue, then takes at least one more and at most 50,000 rows a second.
class ImportWorker {
public:
    ImportWorker(const Surroundings &around, const Catalog &catalog, Imports &imports);
    ~ImportWorker();
    void start();
    void stop();
    /// Tells that there is a new import.
    void wake() { m_around.clock.wake(); }
    /// Keeps the thread from working while it is held.
    std::unique_lock<std::mutex> hold() { return std::unique_lock(m_stepping); }
    /// Forgets all runs and imports; call it with hold().
    void clear();

private:
    void loop(std::stop_token stop);
    void promote();
    qint64 beginOf(const ImportJob &job) const;
    qint64 dueOf(const ImportJob &job) const;
    qint64 stepOf(const ImportJob &job) const;
    void work(const ImportJob &job, Store &store);
    void end(const ImportJob &job, const ImportRun &run);
    void dropEndedRuns(const QList<ImportJob> &waiting);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Imports &m_imports;
    std::mutex m_stepping;
    std::map<qint64, std::unique_ptr<ImportRun>> m_runs;
    std::jthread m_thread;
};

} // namespace rowlift::practice::marketo
