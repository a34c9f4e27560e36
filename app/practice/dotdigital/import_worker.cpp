#include "app/practice/dotdigital/import_worker.h"

#include <algorithm>
#include <limits>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortestImport = 1000; ///< Milliseconds of work.
constexpr qint64 mostItemsASecond = 50'000;
constexpr qint64 mostItemsAStep = 2000; ///< Bounds a transaction.
constexpr qint64 mostItemsOwedAStep = 20'000;

} // namespace

ImportWorker::ImportWorker(const Surroundings &around, const Jobs &jobs)
    : m_around(around)
    , m_jobs(jobs)
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

void ImportWorker::loop(std::stop_token stop)
{
    Database database(m_around.dataFolder);
    quint64 heard = 0;
    while (database.isOpen() && !stop.stop_requested()) {
        qint64 next = std::numeric_limits<qint64>::max();
        {
            const auto working = hold();
            const QList<Job> waiting = Jobs::waiting(database);
            std::erase_if(m_runs, [&](const auto &run) {
                return std::none_of(waiting.cbegin(), waiting.cend(),
                                    [&](const Job &job) { return job.number == run.first; });
            });
            const Job *chosen = nullptr;
            for (const Job &job : waiting) {
                if (const qint64 due = dueOf(job); due < next) {
                    next = due;
                    chosen = &job;
                }
            }
            if (chosen && next <= m_around.clock.now()) {
                work(*chosen, database);
                continue;
            }
        }
        m_around.clock.waitUntil(next, stop, heard);
    }
    m_runs.clear(); // before the connection that they use
}

/// When something is to be done for it next.
qint64 ImportWorker::dueOf(const Job &job) const
{
    if (job.state == JobState::Waiting)
        return job.created + 1000LL * m_around.switches.number(u"import-delay"_s, 1);
    if (m_around.switches.on(u"items-per-tick"_s))
        return job.started + 1000 * (job.done / stepOf(job) + 1);
    const qint64 whole = std::max(shortestImport, job.items * 1000 / mostItemsASecond);
    const qint64 items = std::min(job.done + stepOf(job), job.items);
    return job.started + whole * items / std::max<qint64>(job.items, 1);
}

qint64 ImportWorker::stepOf(const Job &job) const
{
    if (m_around.switches.on(u"items-per-tick"_s))
        return std::max(1, m_around.switches.number(u"items-per-tick"_s, 1000));
    return std::clamp<qint64>(job.items, 1, mostItemsAStep);
}

void ImportWorker::work(Job job, Database &database)
{
    const Turn turn(m_around, database);
    if (job.state == JobState::Waiting) {
        job.state = JobState::Running;
        job.started = m_around.clock.now();
    } else {
        advance(job, database);
    }
    if (job.isEnded()) {
        job.ended = m_around.clock.now();
        m_runs.erase(job.number);
    }
    Jobs::save(database, job);
}

void ImportWorker::advance(Job &job, Database &database)
{
    const Switches &switches = m_around.switches;
    if (switches.on(u"final-status"_s)) {
        job.state = JobState::Ended;
        job.status = switches.text(u"final-status"_s).toLatin1();
        return;
    }
    const qint64 failAt = !switches.on(u"fail-import"_s) ? -1
        : switches.text(u"fail-import"_s) == u"start"
        ? 0
        : switches.number(u"fail-import"_s, static_cast<int>(job.items / 2));
    std::unique_ptr<ImportRun> &run = m_runs[job.number];
    if (!run)
        run = makeRun({ m_around, database, m_jobs, true }, job);
    const qint64 before = job.done;
    run->step(job, failAt < 0 ? stepOf(job) : std::clamp<qint64>(failAt - job.done, 0, stepOf(job)));
    const bool unreadable = job.status.isEmpty() && job.done == before && job.done < job.items;
    if ((failAt >= 0 && job.done >= failAt) || unreadable)
        job.status = "Failed"_ba;
    else if (job.done >= job.items && job.status.isEmpty())
        job.status = "Finished"_ba;
    if (!job.status.isEmpty())
        job.state = JobState::Ended;
}

bool ImportWorker::isInstant() const
{
    return m_around.instant && !m_around.switches.on(u"fail-import"_s)
        && !m_around.switches.on(u"final-status"_s);
}

void ImportWorker::complete(Job &job) const
{
    job.state = JobState::Ended;
    job.status = "Finished"_ba;
    job.started = job.ended = m_around.clock.now();
    job.added = job.items;
    job.owing = true;
}

void ImportWorker::writeOwed(Database &database)
{
    if (!m_around.instant)
        return;
    const std::scoped_lock one(m_owing);
    for (Job job : Jobs::owing(database)) {
        const auto run = makeRun({ m_around, database, m_jobs, false }, job);
        while (job.owing) {
            const Turn turn(m_around, database);
            const Job before = job;
            run->step(job, mostItemsOwedAStep);
            job.owing = job.done < job.items && job.done > before.done;
            job.added = before.added; // as it was told when it came
            job.updated = before.updated;
            job.rejected = before.rejected;
            Jobs::save(database, job);
        }
    }
}

} // namespace rowlift::practice::dotdigital
