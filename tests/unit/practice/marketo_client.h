#pragma once

#include "tests/unit/practice/practice_client.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace rowlift::practice {

/// A part of a multipart body: its head's `name="…"` and more, and its content.
struct RawPart {
    QByteArray head;
    QByteArray content;
};

/// The file part of an import.
RawPart filePart(const QByteArray &csv);
/// The body of `multipart/form-data; boundary=xYzZY`.
QByteArray multipartBody(const QList<RawPart> &parts);

/// A signed-in client of the practice server's Marketo that writes every byte itself.
class MarketoClient {
public:
    /// \a line is the server's ready line.
    explicit MarketoClient(const QByteArray &line);

    /// Signs in and keeps the token.
    QJsonObject signIn();
    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArray &type = {},
              const QByteArray &body = {});
    Reply admin(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    void setSwitch(const QByteArray &name, const QByteArray &json);
    void moveClock(int seconds);

    /// Posts a file to `/bulk/v1/leads.json` with that query, "?format=csv" unless given.
    Reply post(const QByteArray &csv, const QByteArray &query = "?format=csv");
    /// Posts, moves the clock on and waits for the end; the status as it then stands.
    QJsonObject import(const QByteArray &csv, const QByteArray &query = "?format=csv");
    QJsonObject waitForEnd(qint64 batch);
    QJsonObject status(qint64 batch);
    Reply failures(qint64 batch);
    Reply warnings(qint64 batch);
    QList<QJsonObject> records(const QByteArray &object = "leads");
    /// The leads with that address.
    QList<QJsonObject> leads(const QString &email);

    quint16 port() const { return m_port; }
    const QJsonObject &instance() const { return m_instance; }
    QByteArray token() const { return m_token; }

private:
    QJsonObject m_instance;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
    QByteArray m_token;
};

/// The first element of a reply's result.
QJsonObject firstOf(const Reply &reply);
/// The code in a reply's errors, or 0; -1 when it says success.
int refusalOf(const Reply &reply);
QByteArray wordsOf(const Reply &reply);

} // namespace rowlift::practice
