#pragma once

#include "app/practice/service.h"

#include <QByteArray>
#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <map>
#include <memory>
#include <mutex>

class QSqlDatabase;

namespace rowlift::practice::dotdigital {

/// One connection to all that the account holds (SQLite in the data folder). Belongs to the thread that made
/// it. Texts are stored as bytes throughout.
class Database {
public:
    explicit Database(const QString &folder);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool isOpen() const { return m_open; }
    /// Makes the tables if they are absent.
    void makeTables();
    void clear();

    /// Runs a statement, prepared once for each \a text: a literal. Who reads from it ends with finish().
    template <typename... Values>
    QSqlQuery &run(const char *text, const Values &...values)
    {
        QSqlQuery &query = prepared(text);
        int place = 0;
        (query.bindValue(place++, QVariant(values)), ...);
        query.exec();
        return query;
    }
    /// The number in the first cell that a statement finds, or \a otherwise.
    template <typename... Values>
    qint64 number(const char *text, qint64 otherwise, const Values &...values)
    {
        QSqlQuery &query = run(text, values...);
        const qint64 found = query.next() ? query.value(0).toLongLong() : otherwise;
        query.finish();
        return found;
    }
    /// The first row that a statement finds; empty without one.
    template <typename... Values>
    QVariantList row(const char *text, const Values &...values)
    {
        return firstTaken(run(text, values...));
    }
    /// All rows that a statement finds.
    template <typename... Values>
    QList<QVariantList> rows(const char *text, const Values &...values)
    {
        return taken(run(text, values...));
    }

    void begin();
    void commit();

private:
    QSqlQuery &prepared(const char *text);
    static QVariantList firstTaken(QSqlQuery &query);
    static QList<QVariantList> taken(QSqlQuery &query);

    QString m_connection;
    bool m_open = false;
    std::unique_ptr<QSqlDatabase> m_database;
    std::map<const char *, QSqlQuery> m_statements;
};

/// A transaction that waits for those of others, by turns.
class Turn {
public:
    Turn(const Surroundings &around, Database &database);
    ~Turn();
    Q_DISABLE_COPY_MOVE(Turn)

private:
    std::scoped_lock<FairMutex> m_lock;
    Database &m_database;
};

} // namespace rowlift::practice::dotdigital
