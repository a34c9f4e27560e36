#include "app/practice/dotdigital/import_jobs.h"

#include "app/practice/dotdigital/call.h"

#include <QDir>
#include <QFile>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestJob = 7LL * 24 * 3600 * 1000; ///< Source: contracts/dotdigital.md, 7.
constexpr qint64 longestDeletion = 1000;

Job jobFrom(const QVariantList &row)
{
    Job job;
    job.number = row[0].toLongLong();
    job.id = row[1].toByteArray();
    job.kind = static_cast<JobKind>(row[2].toInt());
    job.place = row[3].toLongLong();
    job.name = row[4].toByteArray();
    job.merging = row[5].toInt();
    job.state = static_cast<JobState>(row[6].toInt());
    job.status = row[7].toByteArray();
    job.created = row[8].toLongLong();
    job.started = row[9].toLongLong();
    job.ended = row[10].toLongLong();
    job.items = row[11].toLongLong();
    job.done = row[12].toLongLong();
    job.added = row[13].toLongLong();
    job.updated = row[14].toLongLong();
    job.rejected = row[15].toLongLong();
    job.position = row[16].toLongLong();
    job.owing = row[17].toBool();
    return job;
}

QList<Job> jobsFrom(const QList<QVariantList> &rows)
{
    QList<Job> jobs;
    for (const QVariantList &row : rows)
        jobs.append(jobFrom(row));
    return jobs;
}

} // namespace

Jobs::Jobs(const Surroundings &around)
    : m_around(around)
    , m_folder(around.dataFolder + u"/dotdigital-imports"_s)
{
    QDir().mkpath(m_folder);
    for (const QString &left : QDir(m_folder).entryList({ u"incoming-*"_s }, QDir::Files))
        QFile::remove(m_folder + u'/' + left);
}

QString Jobs::folderOf(const QByteArray &id) const
{
    return m_folder + u'/' + QString::fromLatin1(id);
}

QString Jobs::incoming() const
{
    return m_folder + u"/incoming-"_s + QString::fromLatin1(newId());
}

bool Jobs::add(Database &database, Job &job, const QString &file, const QString &fileName)
{
    job.id = newId();
    job.created = m_around.clock.now();
    QDir().mkpath(folderOf(job.id));
    if (!QFile::rename(file, folderOf(job.id) + u'/' + fileName))
        return false;
    job.number = database
                     .run("INSERT INTO job (id, kind, created, items, state) VALUES (?, ?, ?, ?, 0)", job.id,
                          static_cast<int>(job.kind), job.created, job.items)
                     .lastInsertId()
                     .toLongLong();
    save(database, job);
    return true;
}

void Jobs::addAsync(Database &database, const QByteArray &id) const
{
    const qint64 now = m_around.clock.now();
    database.run("INSERT INTO job (id, kind, created, ended, items, state) VALUES (?, ?, ?, ?, 0, 2)", id,
                 static_cast<int>(JobKind::Async), now, now + (m_around.instant ? 0 : longestDeletion));
}

std::optional<Job> Jobs::find(Database &database, const QByteArray &id, JobKind kind) const
{
    const QVariantList row
        = database.row("SELECT * FROM job WHERE id = ? AND kind = ?", id.toLower(), static_cast<int>(kind));
    if (row.isEmpty())
        return std::nullopt;
    const Job job = jobFrom(row);
    const bool over = job.isEnded() && m_around.clock.now() > job.ended + longestJob;
    return over ? std::nullopt : std::optional(job);
}

QList<Job> Jobs::waiting(Database &database)
{
    return jobsFrom(database.rows("SELECT * FROM job WHERE state < 2 ORDER BY number"));
}

QList<Job> Jobs::owing(Database &database)
{
    return jobsFrom(database.rows("SELECT * FROM job WHERE owing = 1 ORDER BY number"));
}

QList<Job> Jobs::all(Database &database)
{
    return jobsFrom(database.rows("SELECT * FROM job ORDER BY number"));
}

qint64 Jobs::active(Database &database, JobKind kind)
{
    return database.number("SELECT COUNT(*) FROM job WHERE state < 2 AND kind = ?", 0,
                           static_cast<int>(kind));
}

qint64 Jobs::activeInsight(Database &database)
{
    return active(database, JobKind::InsightV2) + active(database, JobKind::InsightV3);
}

void Jobs::save(Database &database, const Job &job)
{
    database.run(
        "UPDATE job SET place = ?, name = ?, merging = ?, state = ?, status = ?, started = ?, ended = ?, "
        "items = "
        "?, done = ?, added = ?, updated = ?, rejected = ?, position = ?, owing = ? WHERE number = ?",
        job.place, job.name, job.merging, static_cast<int>(job.state), job.status, job.started, job.ended,
        job.items, job.done, job.added, job.updated, job.rejected, job.position, job.owing ? 1 : 0,
        job.number);
}

void Jobs::addFault(Database &database, const Job &job, qint64 position, const Fault &fault)
{
    database.run("INSERT INTO fault (job, position, reason, detail) VALUES (?, ?, ?, ?)", job.number,
                 position, fault.reason, fault.detail);
}

QList<JobFault> Jobs::faults(Database &database, const Job &job, qint64 after, int most)
{
    QList<JobFault> faults;
    for (const QVariantList &row : database.rows(
             "SELECT id, position, reason, detail FROM fault WHERE job = ? AND id > ? ORDER BY id LIMIT ?",
             job.number, after, most))
        faults.append(
            { row[0].toLongLong(), row[1].toLongLong(), { row[2].toByteArray(), row[3].toByteArray() } });
    return faults;
}

void Jobs::expire(Database &database)
{
    const qint64 last = m_around.clock.now() - longestJob;
    for (const Job &job : jobsFrom(database.rows(
             "SELECT * FROM job WHERE state = 2 AND COALESCE(owing, 0) = 0 AND ended < ?", last))) {
        QDir(folderOf(job.id)).removeRecursively();
        database.run("DELETE FROM fault WHERE job = ?", job.number);
        database.run("DELETE FROM job WHERE number = ?", job.number);
    }
}

void Jobs::clear()
{
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder);
}

} // namespace rowlift::practice::dotdigital
