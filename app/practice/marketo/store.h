#pragma once

#include "app/practice/json_members.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace rowlift::practice::marketo {

/// A record as stored: `data` is a JSON object whose members are finished literals, its id not among them.
struct StoredRecord {
    qint64 id = 0;
    int object = 0;
    int partition = 0;
    QByteArray data;
    qint64 created = 0;
    qint64 changed = 0;
};

/// The field's number and the folded value.
using Key = std::pair<int, QByteArray>;

/// How far an import is, kept in the same transaction as its records.
struct ImportProgress {
    qint64 rows = 0;
    qint64 failed = 0;
    qint64 warned = 0;
    qint64 offset = 0; ///< In the upload, behind the last row done.
    qint64 failureBytes = 0;
    qint64 warningBytes = 0;
};

/// One connection to the instance's records (SQLite in the data folder). Belongs to the thread that made it.
///
/// Writes stand between begin() and commit(); they wait for those of other connections.
class Store {
public:
    explicit Store(const QString &folder);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)
    /// Makes the tables if they are absent.
    bool open(QString *error);

    bool begin();
    void commit();

    qint64 insert(int object, int partition, const QByteArray &data, const QList<Key> &keys, qint64 now);
    void update(const StoredRecord &record, const QList<Key> &gone, const QList<Key> &come, qint64 now);
    /// Takes it off all lists, too.
    void remove(qint64 id, const QList<Key> &gone);
    std::optional<StoredRecord> find(qint64 id);
    /// The ids of at most \a most records behind \a after that have this key, in order.
    QList<qint64> withKey(const Key &key, int most, qint64 after = 0);
    /// Up to \a most records of \a object behind \a after, by id.
    QList<StoredRecord> list(int object, qint64 after, int most);
    qint64 count(int object);

    /// False when it was so before.
    bool addMember(qint64 list, qint64 record);
    bool removeMember(qint64 list, qint64 record);
    bool isMember(qint64 list, qint64 record);
    QList<qint64> members(qint64 list, qint64 after, int most);
    /// All memberships, list and record, up to \a most behind \a after.
    QList<std::pair<qint64, qint64>> memberships(std::pair<qint64, qint64> after, int most);

    std::optional<ImportProgress> progress(qint64 batch);
    void setProgress(qint64 batch, const ImportProgress &progress);
    void clear();

private:
    struct Statements;

    QString m_file;
    QString m_connection;
    std::unique_ptr<Statements> m_statements;
};

} // namespace rowlift::practice::marketo
