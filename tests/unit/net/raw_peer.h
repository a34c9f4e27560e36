#pragma once

#include "app/net/http.h"

#include <QEventLoop>
#include <QFile>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace rowlift::test {

/// A server of raw bytes on loopback, for answers that no proper server gives. Lives in the thread of the
/// test, whose events have to run while the Http under test waits: it does that itself, but for bodies from
/// files (see sendBeside()).
class RawPeer : public QObject {
public:
    /// Called for each request when its head (and, by its Content-Length, its body) has arrived.
    using Answer = std::function<void(QTcpSocket &socket, const QByteArray &head)>;

    explicit RawPeer(Answer answer, bool atHead = false)
        : m_answer(std::move(answer))
        , m_atHead(atHead)
    {
        m_server.listen(QHostAddress::LocalHost, 0);
        connect(&m_server, &QTcpServer::newConnection, this, &RawPeer::accept);
    }

    QUrl url(const QString &path = QStringLiteral("/")) const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.serverPort());
        url.setPath(path);
        return url;
    }
    int requests = 0;
    qint64 bodyBytes = 0; ///< Of all requests.
    bool keepsBodies = false;
    QByteArray bodies; ///< Of all requests, when they are kept.

private:
    struct Conversation {
        QByteArray head;
        qint64 bodyLeft = 0;
        bool inBody = false;
    };

    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket, conversation = std::make_shared<Conversation>()] {
                        read(*socket, *conversation);
                    });
        }
    }

    void read(QTcpSocket &socket, Conversation &conversation)
    {
        while (socket.bytesAvailable() > 0) {
            if (!conversation.inBody && !readHead(socket, conversation))
                return;
            const QByteArray block = socket.read(qMin<qint64>(conversation.bodyLeft, 1 << 20));
            conversation.bodyLeft -= block.size();
            bodyBytes += block.size();
            if (keepsBodies)
                bodies += block;
            if (conversation.bodyLeft == 0 && conversation.inBody)
                finish(socket, conversation);
        }
    }

    bool readHead(QTcpSocket &socket, Conversation &conversation)
    {
        conversation.head += socket.readLine();
        if (!conversation.head.endsWith("\r\n\r\n"))
            return socket.canReadLine() && readHead(socket, conversation);
        const qsizetype at = conversation.head.toLower().indexOf("content-length:");
        conversation.bodyLeft = at < 0 ? 0 : conversation.head.mid(at + 15).split('\r').first().toLongLong();
        conversation.inBody = true;
        if (m_atHead || conversation.bodyLeft == 0) {
            finish(socket, conversation);
            return false;
        }
        return true;
    }

    void finish(QTcpSocket &socket, Conversation &conversation)
    {
        const QByteArray head = conversation.head;
        conversation = {};
        ++requests;
        m_answer(socket, head);
    }

    QTcpServer m_server;
    Answer m_answer;
    bool m_atHead = false;
};

/// Http::send() in a thread of its own, while the events of this one run.
inline Result<HttpReply> sendBeside(const HttpRequest &request, const Progress &upload = {},
                                    const std::stop_token &stop = {})
{
    std::optional<Result<HttpReply>> answer;
    QEventLoop loop;
    std::jthread sender([&] {
        answer = QtHttpFactory().make()->send(request, upload, stop);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    sender.join();
    return std::move(*answer);
}

inline QByteArray reply(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

} // namespace rowlift::test
