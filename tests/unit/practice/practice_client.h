#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>

class QTcpSocket;

namespace rowlift::practice {

/// What came back.
struct Reply {
    int status = 0; ///< 0: no whole reply came.
    QMap<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QString errorCode() const;
};

/// A plain HTTP client over one socket, so that a test decides about every byte. Blocking, with time limits.
class Wire {
public:
    explicit Wire(quint16 port);
    ~Wire();

    void send(const QByteArray &bytes);
    Reply receive();
    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArrayList &headers = {},
              const QByteArray &body = {});
    bool closedByPeer();
    /// Everything that comes until the peer closes, head and all.
    QByteArray receiveUntilClosed();

private:
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

/// A signed-in client of the practice org.
class PracticeClient {
public:
    /// \a line is the server's ready line.
    explicit PracticeClient(const QByteArray &line);

    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArray &type = {},
              const QByteArray &body = {}, QByteArrayList headers = {});
    Reply admin(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    QByteArray createJob(const QByteArray &json);
    /// Creates, uploads, closes, moves the clock on and waits for the end; the job as it then stands.
    QJsonObject run(const QByteArray &createJson, const QByteArray &csv);
    QJsonObject waitForEnd(const QByteArray &id);
    QByteArray result(const QByteArray &id, const QByteArray &resource);
    /// The stored records of an object.
    QList<QJsonObject> records(const QByteArray &object);

    quint16 port() const { return m_port; }
    quint16 adminPort() const { return m_adminPort; }
    const QJsonObject &org() const { return m_org; }
    QByteArray bearer() const;

private:
    QJsonObject m_org;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
};

/// Takes a result file apart: quoted cells, comma or \a delimiter.
QList<QByteArrayList> parsedResult(const QByteArray &csv, char delimiter = ',');

/// The plain text of a gzip body; empty when it is not whole.
QByteArray unpacked(QByteArray packed);

inline const QByteArray jobsPath = "/services/data/v61.0/jobs/ingest";

} // namespace rowlift::practice
