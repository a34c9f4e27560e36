#pragma once

#include "app/accounts/credentials.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace rowlift::practice {
class Server;
}

namespace rowlift::testing {

/// A practice server as one speaks to it, wherever it runs. May be used from any thread.
class FarEnd {
public:
    /// \a ready: the server's first line.
    explicit FarEnd(QJsonObject ready);

    const QJsonObject &ready() const { return m_ready; }
    Credentials credentials(const QString &service = QStringLiteral("salesforce")) const;
    /// Speaks to the admin address; the body of the answer.
    QByteArray admin(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    qint64 addedTime() const; ///< Milliseconds by which its clock is ahead of the computer's.
    void moveClock(qint64 milliseconds) const;
    void plant(const QByteArray &faults) const;
    /// Makes records; their ids, in order.
    QStringList create(const QList<QJsonObject> &records,
                       const QString &object = QStringLiteral("Contact")) const;
    void remove(const QStringList &ids) const;
    /// Makes people of Marketo, several with one address among them; their ids, in order.
    QList<qint64> createPeople(const QList<QJsonObject> &people, const QString &partition = {}) const;
    /// Speaks to Marketo as its own client would; the body of the answer.
    QJsonObject marketo(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    /// Speaks to Dotdigital as its own client would; the body of the answer.
    QByteArray dotdigital(const QByteArray &method, const QByteArray &path,
                          const QByteArray &body = {}) const;
    /// Puts records ("key", "contact", "json") into a collection of Dotdigital, all by one import.
    void createInsight(const QList<QJsonObject> &records, const QString &collection) const;
    /// Makes contacts of Dotdigital: "email", and data fields.
    void createContacts(const QList<QJsonObject> &contacts) const;
    /// All that are stored.
    QList<QJsonObject> records(const QString &object,
                               const QString &service = QStringLiteral("salesforce")) const;
    QList<QJsonObject> contacts() const { return records(QStringLiteral("Contact")); }
    QList<QJsonObject> insight(const QString &object) const
    {
        return records(object, QStringLiteral("dotdigital"));
    }
    QList<QJsonObject> people() const { return records(QStringLiteral("leads"), QStringLiteral("marketo")); }
    /// The record of \a object whose \a field has that value.
    QString idOf(const QString &object, const QString &field, const QString &value) const;
    /// Requests that it saw, oldest first: method and path.
    QList<std::pair<QString, QString>> requests() const;
    /// Returns when it takes connections again.
    void waitUntilItListens() const;

private:
    QByteArray speak(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &type,
                     const QByteArray &body, const QByteArray &authorization = {}) const;

    QJsonObject m_ready;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
};

/// A practice server in this process. It may be ended and started again at the same address.
class OwnServer {
public:
    OwnServer();
    ~OwnServer();

    const FarEnd &farEnd() const { return *m_farEnd; }
    void start();
    void end();
    QString folder() const { return m_folder.filePath(QStringLiteral("far-end")); }
    /// As fresh: nothing stored, no faults, no requests seen.
    void reset();

private:
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<practice::Server> m_server;
    std::unique_ptr<FarEnd> m_farEnd;
};

} // namespace rowlift::testing
