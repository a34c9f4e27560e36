#include "app/practice/salesforce/jobs.h"

#include "app/practice/salesforce/ids.h"

#include <QDir>
#include <QRandomGenerator>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Source: contracts/salesforce.md, 3.11.
constexpr qint64 longestOpen = 24LL * 3600 * 1000;
constexpr qint64 longestKept = 7 * longestOpen;

} // namespace

Jobs::Jobs(const QString &folder, const Clock &clock)
    : m_folder(folder)
    , m_clock(clock)
{
    QDir().mkpath(folder);
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (auto job = loadJob(folder + u'/' + name))
            m_jobs.emplace(job->id, std::move(*job));
}

QString Jobs::folderOf(const QByteArray &id) const
{
    return m_folder + u'/' + QString::fromLatin1(id);
}

Job Jobs::add(Job job)
{
    const std::scoped_lock lock(m_mutex);
    do {
        job.id = makeId(
            "750", static_cast<qint64>(QRandomGenerator::system()->generate64() % 218'340'105'584'896ULL));
    } while (m_jobs.contains(job.id));
    job.created = job.modified = m_clock.now();
    QDir().mkpath(folderOf(job.id));
    saveJob(job, folderOf(job.id));
    m_jobs.emplace(job.id, job);
    return job;
}

/// It is kept no longer.
bool Jobs::isOver(const Job &job) const
{
    return isEnded(job.state) && m_clock.now() > job.ended + longestKept;
}

void Jobs::expire()
{
    const qint64 now = m_clock.now();
    for (auto each = m_jobs.begin(); each != m_jobs.end();) {
        Job &job = each->second;
        if (job.state == JobState::Open && now > job.created + longestOpen) {
            job.state = JobState::Aborted;
            job.modified = job.ended = job.created + longestOpen;
            saveJob(job, folderOf(job.id));
        }
        if (isOver(job) && !job.owing) {
            QDir(folderOf(job.id)).removeRecursively();
            each = m_jobs.erase(each);
        } else {
            ++each;
        }
    }
}

std::optional<Job> Jobs::find(const QByteArray &id)
{
    const std::scoped_lock lock(m_mutex);
    expire();
    const QByteArray full = id.size() == 15 ? id + idChecksum({ id.constData(), 15 }) : id;
    const auto found = m_jobs.find(full);
    return found == m_jobs.end() || isOver(found->second) ? std::nullopt : std::optional(found->second);
}

bool Jobs::change(const QByteArray &id, const std::function<bool(Job &)> &change)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || !change(found->second))
        return false;
    found->second.modified = m_clock.now();
    return saveJob(found->second, folderOf(id));
}

void Jobs::note(const QByteArray &id, const JobProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    Job &job = found->second;
    job.processed = progress.rows;
    job.failed = progress.failed;
    job.unprocessedFrom = progress.offset;
    job.modified = m_clock.now();
}

bool Jobs::remove(const QByteArray &id)
{
    const std::scoped_lock lock(m_mutex);
    QDir(folderOf(id)).removeRecursively();
    return m_jobs.erase(id) > 0;
}

void Jobs::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_jobs.clear();
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder);
}

QList<Job> Jobs::all()
{
    const std::scoped_lock lock(m_mutex);
    expire();
    QList<Job> jobs;
    for (const auto &[id, job] : m_jobs)
        jobs.append(job);
    return jobs;
}

} // namespace rowlift::practice::salesforce
