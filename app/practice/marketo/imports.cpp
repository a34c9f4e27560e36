#include "app/practice/marketo/imports.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 idBeforeFirst = 3400;
constexpr qint64 longestKept = 7LL * 24 * 3600 * 1000; ///< Source: contracts/marketo.md, 9.4.

} // namespace

Imports::Imports(const Surroundings &around)
    : m_around(around)
    , m_folder(around.dataFolder + u"/imports"_s)
    , m_last(idBeforeFirst)
{
    QDir().mkpath(m_folder);
    for (const QString &left : QDir(m_folder).entryList({ u"incoming-*"_s }, QDir::Files))
        QFile::remove(m_folder + u'/' + left);
    for (const QString &name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (auto job = loadImport(m_folder + u'/' + name))
            m_jobs.emplace(job->id, *job);
        m_last = std::max(m_last, name.toLongLong());
    }
}

QString Imports::folderOf(qint64 id) const
{
    return m_folder + u'/' + QString::number(id);
}

int Imports::places() const
{
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const auto &each) { return !each.second.isEnded(); }));
}

QString Imports::putAside(const QByteArray &upload)
{
    const QString path = m_folder + u"/incoming-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(upload) == upload.size() ? path : QString();
}

int Imports::add(ImportJob &job, const QString &upload)
{
    const int refused = place(job, upload);
    if (refused != 0)
        QFile::remove(upload);
    return refused;
}

int Imports::place(ImportJob &job, const QString &upload)
{
    const std::scoped_lock lock(m_mutex);
    plantForeign();
    const bool listTaken = job.list > 0 && std::any_of(m_jobs.begin(), m_jobs.end(), [&](const auto &each) {
                               return !each.second.isEnded() && each.second.list == job.list;
                           });
    if (listTaken)
        return 1019;
    if (places() >= mostWaiting)
        return 1016;
    job.id = ++m_last;
    job.created = m_around.clock.now();
    QDir().mkpath(folderOf(job.id));
    if (!QFile::rename(upload, folderOf(job.id) + u"/upload"_s) || !saveImport(job, folderOf(job.id)))
        return 611;
    m_jobs.emplace(job.id, job);
    return 0;
}

void Imports::plantForeign()
{
    const QString asked = m_around.switches.text(u"foreign-jobs"_s);
    if (asked == m_foreignAsked)
        return;
    m_foreignAsked = asked;
    const int count = std::min(asked.toInt(), mostWaiting - places());
    for (int i = 0; i < count; ++i) {
        ImportJob job;
        job.id = ++m_last;
        job.created = m_around.clock.now();
        job.foreign = true;
        m_jobs.emplace(job.id, job);
    }
}

void Imports::expire()
{
    const qint64 now = m_around.clock.now();
    for (auto each = m_jobs.begin(); each != m_jobs.end();) {
        const ImportJob &job = each->second;
        const bool over = job.isEnded() && (job.foreign || now > job.ended + longestKept);
        if (over && !job.owing) {
            QDir(folderOf(job.id)).removeRecursively();
            each = m_jobs.erase(each);
        } else {
            ++each;
        }
    }
}

std::optional<ImportJob> Imports::find(qint64 id)
{
    const std::scoped_lock lock(m_mutex);
    expire();
    const auto found = m_jobs.find(id);
    const bool known = found != m_jobs.end() && !found->second.foreign
        && !(found->second.isEnded() && m_around.clock.now() > found->second.ended + longestKept);
    return known ? std::optional(found->second) : std::nullopt;
}

void Imports::change(qint64 id, const std::function<void(ImportJob &)> &change)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    change(found->second);
    if (!found->second.foreign)
        saveImport(found->second, folderOf(id));
}

void Imports::note(qint64 id, const ImportProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_jobs.find(id); found != m_jobs.end())
        found->second.progress = progress;
}

QList<ImportJob> Imports::waiting()
{
    const std::scoped_lock lock(m_mutex);
    plantForeign();
    expire();
    QList<ImportJob> jobs;
    for (const auto &[id, job] : m_jobs)
        if (!job.isEnded())
            jobs.append(job);
    return jobs;
}

QList<ImportJob> Imports::all()
{
    const std::scoped_lock lock(m_mutex);
    expire();
    QList<ImportJob> jobs;
    for (const auto &[id, job] : m_jobs)
        jobs.append(job);
    return jobs;
}

QList<ImportJob> Imports::owing()
{
    const std::scoped_lock lock(m_mutex);
    QList<ImportJob> jobs;
    for (const auto &[id, job] : m_jobs)
        if (job.owing)
            jobs.append(job);
    return jobs;
}

void Imports::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_jobs.clear();
    m_foreignAsked.clear();
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder);
}

} // namespace rowlift::practice::marketo
