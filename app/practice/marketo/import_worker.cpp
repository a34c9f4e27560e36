#include "app/practice/marketo/import_worker.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortestRun = 1000; ///< Milliseconds in Importing.
constexpr qint64 foreignRun = 5000;
constexpr qint64 mostRowsASecond = 50'000;
constexpr qint64 mostRowsAStep = 1000; ///< Bounds a transaction.
constexpr qint64 fewestSteps = 10; ///< The counters of short imports grow, too.

} // namespace

ImportWorker::ImportWorker(const Surroundings &around, const Catalog &catalog, Imports &imports)
    : m_around(around)
    , m_catalog(catalog)
    , m_imports(imports)
{
}

ImportWorker::~ImportWorker()
{
    stop();
}

void ImportWorker::start()
{
    m_thread = std::jthread([this](std::stop_token stopping) { loop(stopping); });
}

void ImportWorker::stop()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    wake();
    m_thread.join();
}

void ImportWorker::clear()
{
    m_runs.clear();
    m_imports.clear();
}

void ImportWorker::loop(std::stop_token stop)
{
    Store store(m_around.dataFolder);
    QString error;
    if (!store.open(&error)) {
        std::fprintf(stderr, "practice server: %s\n", qPrintable(error));
        return;
    }
    quint64 heard = 0;
    while (!stop.stop_requested()) {
        qint64 next = std::numeric_limits<qint64>::max();
        {
            const auto working = hold();
            promote();
            const QList<ImportJob> waiting = m_imports.waiting();
            dropEndedRuns(waiting);
            const ImportJob *chosen = nullptr;
            for (const ImportJob &job : waiting) {
                if (const qint64 due = dueOf(job); due < next) {
                    next = due;
                    chosen = &job;
                }
            }
            if (chosen && next <= m_around.clock.now()) {
                work(*chosen, store);
                continue;
            }
        }
        m_around.clock.waitUntil(next, stop, heard);
    }
    m_runs.clear(); // before the store that they use
}

void ImportWorker::dropEndedRuns(const QList<ImportJob> &waiting)
{
    std::erase_if(m_runs, [&](const auto &run) {
        return std::none_of(waiting.cbegin(), waiting.cend(),
                            [&](const ImportJob &job) { return job.id == run.first; });
    });
}

/// First in, first out: as long as there is room, the oldest that has waited long enough begins.
void ImportWorker::promote()
{
    const QList<ImportJob> waiting = m_imports.waiting();
    auto running = std::count_if(waiting.cbegin(), waiting.cend(),
                                 [](const ImportJob &job) { return job.state == ImportState::Importing; });
    for (const ImportJob &job : waiting) {
        if (job.state != ImportState::Queued)
            continue;
        if (running >= Imports::mostImporting || beginOf(job) > m_around.clock.now())
            return;
        ++running;
        m_imports.change(job.id, [this](ImportJob &each) {
            each.state = ImportState::Importing;
            each.started = m_around.clock.now();
        });
    }
}

qint64 ImportWorker::beginOf(const ImportJob &job) const
{
    return m_around.instant ? job.created
                            : job.created + 1000LL * m_around.switches.number(u"marketo-queue-delay"_s, 1);
}

/// How many rows are done together.
qint64 ImportWorker::stepOf(const ImportJob &job) const
{
    if (m_around.switches.on(u"rows-per-tick"_s))
        return std::max(1, m_around.switches.number(u"rows-per-tick"_s, 1000));
    return std::clamp<qint64>(job.rows / fewestSteps, 1, mostRowsAStep);
}

/// When something is to be done for it next. One in the queue waits for its time only while it is the first:
/// promote() looks at it again whenever another one ends.
qint64 ImportWorker::dueOf(const ImportJob &job) const
{
    const qint64 now = m_around.clock.now();
    if (job.state == ImportState::Queued)
        return beginOf(job) > now ? beginOf(job) : std::numeric_limits<qint64>::max();
    if (job.foreign)
        return job.started + 1000LL * m_around.switches.number(u"foreign-seconds"_s, foreignRun / 1000);
    const auto found = m_runs.find(job.id);
    if (found == m_runs.end() || m_around.instant)
        return job.started;
    const ImportRun &run = *found->second;
    if (!run.words().isEmpty())
        return now;
    if (m_around.switches.on(u"rows-per-tick"_s))
        return job.started + 1000 * (run.progress().rows / stepOf(job) + 1);
    const qint64 whole = std::max(shortestRun, job.rows * 1000 / mostRowsASecond);
    const qint64 rows = std::min(run.progress().rows + stepOf(job), job.rows);
    return job.started + whole * rows / std::max<qint64>(job.rows, 1);
}

void ImportWorker::work(const ImportJob &job, Store &store)
{
    if (job.state == ImportState::Queued)
        return; // its time has come: promote() begins it
    if (job.foreign) {
        m_imports.change(job.id, [](ImportJob &each) { each.state = ImportState::Complete; });
        return;
    }
    std::unique_ptr<ImportRun> &run = m_runs[job.id];
    if (!run) {
        run = std::make_unique<ImportRun>(m_around, job, m_imports.folderOf(job.id),
                                          m_catalog.planFor(job, !m_around.instant), store);
        if (!run->open())
            end(job, *run);
        return;
    }
    run->step(stepOf(job));
    m_imports.note(job.id, run->progress());
    if (run->done() || (run->progress().rows >= job.rows && run->words().isEmpty()))
        end(job, *run);
}

void ImportWorker::end(const ImportJob &job, const ImportRun &run)
{
    m_imports.change(job.id, [&](ImportJob &each) {
        each.progress = run.progress();
        each.words = run.words();
        each.state = run.words().isEmpty() ? ImportState::Complete : ImportState::Failed;
        each.ended = m_around.clock.now();
    });
    m_runs.erase(job.id);
}

} // namespace rowlift::practice::marketo
