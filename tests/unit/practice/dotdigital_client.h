#pragma once

#include "tests/unit/practice/marketo_client.h"
#include "tests/unit/practice/practice_client.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace rowlift::practice {

/// A signed-in client of the practice server's Dotdigital that writes every byte itself.
class DotdigitalClient {
public:
    /// \a line is the server's ready line.
    explicit DotdigitalClient(const QByteArray &line);

    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
              const QByteArray &type = "application/json");
    Reply get(const QByteArray &path) { return ask("GET", path); }
    Reply admin(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    void setSwitch(const QByteArray &name, const QByteArray &json);
    void moveClock(int seconds);

    /// Posts items to an import of v2; the id, empty when it was refused.
    QByteArray post(const QByteArray &collection, const QByteArray &items);
    /// Posts, moves the clock on until the end, and gives the report.
    QJsonObject import(const QByteArray &collection, const QByteArray &items);
    /// Moves the clock on until a status at \a path has a word that no running import has; that word.
    QString waitForEnd(const QByteArray &path);
    /// The same for a file of contacts; the id.
    QByteArray importContacts(const QByteArray &csv, const QByteArray &path = "/v2/contacts/import");
    QList<QJsonObject> records(const QByteArray &object);
    QJsonObject contact(const QString &email);

    quint16 port() const { return m_port; }
    const QJsonObject &account() const { return m_account; }
    QByteArray authorization() const;

private:
    QJsonObject m_account;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
};

/// An item of v2 whose `json` is a string.
QByteArray itemV2(const QByteArray &key, const QByteArray &contact, const QByteArray &json);
/// The reason that a report of v2 gives for a key; empty without one.
QString reasonOf(const QJsonObject &report, const QString &key);
/// The ERROR_ word in a refusal.
QByteArray tokenOf(const Reply &reply);
/// The body of a file of contacts: `multipart/form-data; boundary=xYzZY`.
QByteArray contactsForm(const QByteArray &csv, const QByteArray &fileName = "people.csv");

inline const QByteArray insightPath = "/v2/contacts/transactional-data/import/";
inline const QByteArray formType = "multipart/form-data; boundary=xYzZY";

} // namespace rowlift::practice
