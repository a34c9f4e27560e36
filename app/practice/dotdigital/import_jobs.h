#pragma once

#include "app/practice/dotdigital/database.h"
#include "app/practice/dotdigital/schema_freeze.h"
#include "app/practice/service.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace rowlift::practice::dotdigital {

enum class JobKind { InsightV2 = 1, InsightV3, ContactsV2, ContactsV3, Async };
enum class JobState { Waiting, Running, Ended };

/// One import. Its folder holds `items` (insight data, contacts of v3) or `upload` (a file of contacts).
struct Job {
    qint64 number = 0;
    QByteArray id;
    JobKind kind = JobKind::InsightV2;
    qint64 place = 0; ///< The collection.
    QByteArray name; ///< Of the collection; of files of contacts, the numbers of the lists, by commas.
    int merging = 0; ///< How contacts are merged: 0, 1 or 2. Source: contracts/dotdigital.md, 6.3.
    JobState state = JobState::Waiting;
    QByteArray status = {}; ///< The word it ended with.
    qint64 created = 0;
    qint64 started = 0;
    qint64 ended = 0;
    qint64 items = 0;
    qint64 done = 0;
    qint64 added = 0;
    qint64 updated = 0;
    qint64 rejected = 0;
    qint64 position = 0; ///< In its file, behind the last item done.
    bool owing = false; ///< It ended at once, but its records are to be written yet (with `--instant`).

    bool isInsight() const { return kind == JobKind::InsightV2 || kind == JobKind::InsightV3; }
    bool isEnded() const { return state == JobState::Ended; }
    qint64 imported() const { return added + updated; }
};

/// A fault and where the item it is about stands in the job's file.
struct JobFault {
    qint64 number = 0;
    qint64 position = 0;
    Fault fault;
};

/// The imports of the account; kept for seven days. Source: contracts/dotdigital.md, 7.
class Jobs {
public:
    static constexpr qint64 mostInsight = 5; ///< At a time. Source: contracts/dotdigital.md, 5.

    explicit Jobs(const Surroundings &around);

    QString folderOf(const QByteArray &id) const;
    /// Where the body of a job is to be written before there is a job.
    QString incoming() const;
    /// Takes a job in with its file, which gets \a fileName. False when it cannot be stored.
    bool add(Database &database, Job &job, const QString &file, const QString &fileName);
    /// A deletion that is done but told to last a second.
    void addAsync(Database &database, const QByteArray &id) const;
    /// Nothing for one that is unknown, of another kind or too old.
    std::optional<Job> find(Database &database, const QByteArray &id, JobKind kind) const;
    static QList<Job> waiting(Database &database);
    static QList<Job> owing(Database &database);
    static QList<Job> all(Database &database);
    /// How many of that kind have not ended.
    static qint64 active(Database &database, JobKind kind);
    /// How many imports of insight data, of both versions, have not ended.
    static qint64 activeInsight(Database &database);
    static void save(Database &database, const Job &job);
    static void addFault(Database &database, const Job &job, qint64 position, const Fault &fault);
    /// Up to \a most faults behind the fault of that number.
    static QList<JobFault> faults(Database &database, const Job &job, qint64 after, int most);
    /// Those that are too old go, with their files.
    void expire(Database &database);
    /// The files of all jobs go.
    void clear();

private:
    const Surroundings &m_around;
    QString m_folder;
};

} // namespace rowlift::practice::dotdigital
