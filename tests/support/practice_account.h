#pragma once

#include "app/net/http.h"
#include "app/practice/server.h"
#include "app/service/service.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace rowlift::testing {

/// A practice server in this process, in a folder of its own, and the account that signs in to it.
class PracticeAccount {
public:
    explicit PracticeAccount(const QMap<QString, QString> &switches = {},
                             const QString &service = QStringLiteral("salesforce"));

    const Service &service() const { return *serviceById(m_services, account().service); }
    const Services &services() const { return m_services; }
    Account account() const;
    std::unique_ptr<ServiceSession> session();
    /// What a person would have to enter for an account of their own on this server.
    Credentials credentials() const;
    HttpFactory &http() { return m_http; }
    /// Speaks to the admin address of cli.md: "POST", "faults", a JSON document. Returns the body of the
    /// answer.
    QByteArray admin(const QByteArray &method, const QString &path, const QByteArray &body = {});
    /// The stored records of \a object.
    QList<QJsonObject> records(const QString &object);
    /// Ends the server, as if it were killed; its records stay.
    void end();
    void startAgain();

private:
    QTemporaryDir m_folder;
    QMap<QString, QString> m_switches;
    QString m_service; ///< Service::id()
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_ready;
    Services m_services;
    QtHttpFactory m_http;
};

} // namespace rowlift::testing
