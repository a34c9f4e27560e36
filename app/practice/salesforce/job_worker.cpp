#include "app/practice/salesforce/job_worker.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortestRun = 1000; ///< Milliseconds in InProgress.
constexpr double shortestChunk = 4.0; ///< 200 rows in 4 ms are 50,000 rows a second.
constexpr qint64 mostChunksAStep = 25; ///< Bounds a transaction, and how long an abort waits.

} // namespace

JobWorker::JobWorker(const Surroundings &around, const Catalog &catalog, Org &org, Jobs &jobs,
                     InstantJobs &instant)
    : m_around(around)
    , m_catalog(catalog)
    , m_org(org)
    , m_jobs(jobs)
    , m_instant(instant)
{
}

JobWorker::~JobWorker()
{
    stop();
}

void JobWorker::start()
{
    m_thread = std::jthread([this](std::stop_token stopping) { loop(stopping); });
}

void JobWorker::stop()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    wake();
    m_thread.join();
}

void JobWorker::wake()
{
    m_around.clock.wake();
}

bool JobWorker::abort(const QByteArray &id)
{
    const std::scoped_lock lock(m_stepping);
    return m_jobs.change(id, [this](Job &job) {
        if (isEnded(job.state))
            return false;
        job.state = JobState::Aborted;
        job.ended = m_around.clock.now();
        return true;
    });
}

void JobWorker::reset()
{
    const auto noWriting = m_instant.hold();
    const std::scoped_lock lock(m_stepping);
    m_runs.clear();
    m_jobs.clear();
    Records records(m_around.dataFolder);
    QString error;
    if (records.open(&error) && records.begin()) {
        records.clear();
        records.commit();
    }
}

void JobWorker::loop(std::stop_token stop)
{
    Records records(m_around.dataFolder);
    QString error;
    if (!records.open(&error)) {
        std::fprintf(stderr, "practice server: %s\n", qPrintable(error));
        return;
    }
    quint64 heard = 0;
    while (!stop.stop_requested()) {
        qint64 next = std::numeric_limits<qint64>::max();
        {
            const std::scoped_lock lock(m_stepping);
            Job chosen;
            std::map<QByteArray, std::unique_ptr<JobRun>> active;
            for (const Job &job : m_jobs.all()) {
                if (job.state != JobState::UploadComplete && job.state != JobState::InProgress)
                    continue;
                if (auto run = m_runs.extract(job.id))
                    active.insert(std::move(run));
            }
            m_runs = std::move(active); // those of aborted and deleted jobs end here
            for (const Job &job : m_jobs.all()) {
                if (job.state != JobState::UploadComplete && job.state != JobState::InProgress)
                    continue;
                const qint64 time = due(job);
                if (time < next) {
                    next = time;
                    chosen = job;
                }
            }
            if (!chosen.id.isEmpty() && next <= m_around.clock.now()) {
                work(chosen, records);
                continue;
            }
        }
        m_around.clock.waitUntil(next, stop, heard);
    }
    m_runs.clear(); // before the connection that they use
}

qint64 JobWorker::begin(const Job &job) const
{
    if (m_around.instant)
        return 0;
    if (m_around.switches.on(u"slow-queue"_s))
        return job.closed + 1000LL * m_around.switches.number(u"slow-queue"_s, 60);
    return job.closed + 1000 + static_cast<qint64>(shuffleSeed(job.id) >> 32) % 1000;
}

double JobWorker::pace(const JobRun &run) const
{
    const qint64 chunks = std::max<qint64>(1, (run.rows() + JobRun::chunkRows - 1) / JobRun::chunkRows);
    return std::max(shortestChunk, static_cast<double>(shortestRun) / static_cast<double>(chunks));
}

qint64 JobWorker::due(const Job &job) const
{
    const auto found = m_runs.find(job.id);
    if (m_around.instant || found == m_runs.end())
        return begin(job);
    const JobRun &run = *found->second;
    if (run.done())
        return run.errorMessage().isEmpty() ? begin(job) + shortestRun : begin(job);
    return begin(job) + static_cast<qint64>(pace(run) * static_cast<double>(run.chunksDone() + 1));
}

void JobWorker::work(const Job &job, Records &records)
{
    if (m_around.instant && m_instant.complete(job, records))
        return;
    std::unique_ptr<JobRun> &run = m_runs[job.id];
    if (!run) {
        m_jobs.change(job.id, [](Job &each) {
            each.state = JobState::InProgress;
            return true;
        });
        run = std::make_unique<JobRun>(JobRun::Place { m_around, m_catalog, m_org, m_locks }, records, job,
                                       m_jobs.folderOf(job.id));
        if (!run->open())
            end(job.id, JobState::Failed, *run);
        return;
    }
    if (run->done()) {
        end(job.id, run->errorMessage().isEmpty() ? JobState::JobComplete : JobState::Failed, *run);
        return;
    }
    const double time = static_cast<double>(m_around.clock.now() - begin(job));
    const qint64 allowed
        = m_around.instant ? mostChunksAStep : static_cast<qint64>(time / pace(*run)) - run->chunksDone();
    run->step(std::clamp<qint64>(allowed, 1, mostChunksAStep));
    m_jobs.note(job.id, run->progress());
}

void JobWorker::end(const QByteArray &id, JobState state, const JobRun &run)
{
    m_jobs.note(id, run.progress());
    m_jobs.change(id, [&](Job &job) {
        job.state = state;
        job.ended = m_around.clock.now();
        job.errorMessage = run.errorMessage();
        return true;
    });
    m_runs.erase(id);
}

} // namespace rowlift::practice::salesforce
