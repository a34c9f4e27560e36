#pragma once

#include "app/practice/json_members.h"

#include <QByteArray>
#include <QList>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

class QSqlDatabase;

namespace rowlift::practice::salesforce {

/// A record as stored: `data` is a JSON object whose members are finished literals.
struct StoredRecord {
    qint64 number = 0;
    int object = 0;
    QByteArray data;
    qint64 created = 0;
    qint64 modified = 0;
    bool deleted = false;
};

/// How far a job is, kept in the same transaction as its records.
struct JobProgress {
    qint64 rows = 0;
    qint64 failed = 0;
    qint64 offset = 0; ///< In the upload, behind the last row done.
    qint64 successfulBytes = 0;
    qint64 failedBytes = 0;
};

/// A key of a record: the field's key number and its folded value.
using Key = std::pair<qint64, QByteArray>;

/// One connection to the records of the org (SQLite in the data folder). Belongs to the thread that made it.
///
/// Writes stand between begin() and commit(); they wait for those of other connections. A kill between
/// commits loses nothing older.
class Records {
public:
    explicit Records(const QString &folder);
    ~Records();
    /// Makes the tables if they are absent.
    bool open(QString *error);

    bool begin();
    bool commit();
    void rollback();

    qint64 insert(int object, const QByteArray &data, const QList<Key> &keys, qint64 now);
    /// Takes the next \a count numbers and gives the first of them; 0 when that failed. They are to be
    /// written by put().
    qint64 reserve(int object, qint64 count);
    void put(qint64 number, int object, const QByteArray &data, qint64 now);
    void update(const StoredRecord &record, const QList<Key> &gone, const QList<Key> &come, qint64 now);
    void remove(const StoredRecord &record, const QList<Key> &gone, qint64 now);
    std::optional<StoredRecord> find(qint64 number);
    /// Numbers of at most \a most records that have this key.
    QList<qint64> withKey(const Key &key, int most);
    /// Up to \a most records of \a object behind \a after that are not deleted, by number.
    QList<StoredRecord> list(int object, qint64 after, int most, bool deletedToo = false);
    qint64 count(int object);

    std::optional<JobProgress> progress(const QByteArray &job);
    void setProgress(const QByteArray &job, const JobProgress &progress);
    void dropProgress(const QByteArray &job);
    void clear();

private:
    struct Statements;
    void putKeys(qint64 number, const QList<Key> &gone, const QList<Key> &come);

    QString m_file;
    QString m_connection;
    std::unique_ptr<Statements> m_statements;
};

} // namespace rowlift::practice::salesforce
