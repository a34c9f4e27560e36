#include "tests/unit/net/raw_peer.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace rowlift::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype manyBytes = 5'000'000;

QByteArray netData(const QString &name)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA) + u"/net/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Takes any request over TLS and answers when its body is whole.
class SecurePeer : public QSslServer {
public:
    SecurePeer()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(netData(u"localhost.pem"_s)));
        configuration.setPrivateKey(QSslKey(netData(u"localhost.key"_s), QSsl::Ec));
        setSslConfiguration(configuration);
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
            take(*socket); // what came with the handshake
        });
    }
    QUrl url() const { return QUrl(u"https://localhost:%1/put"_s.arg(serverPort())); }

    QByteArray received;

private:
    void take(QTcpSocket &socket)
    {
        received += socket.readAll();
        const qsizetype begin = received.indexOf("\r\n\r\n") + 4;
        if (begin > 4 && received.size() - begin == manyBytes)
            socket.write(reply("201 Created", "", ""));
    }
};

} // namespace

/// Requests whose body is a file.
class TestFileSender : public QObject {
    Q_OBJECT

private:
    HttpRequest put(const QUrl &url) const
    {
        HttpRequest request;
        request.method = "PUT";
        request.url = url;
        request.headers = { { "Content-Type", "text/csv" } };
        request.bodyFile = m_file;
        request.inactivity = 10s;
        return request;
    }
    Result<HttpReply> send(const HttpRequest &request, std::stop_token stop = {})
    {
        return sendBeside(request, Progress([this](qint64 done, qint64) { m_told = done; }), stop);
    }

    QTemporaryDir m_folder;
    QString m_file;
    QByteArray m_body;
    qint64 m_told = 0;

private Q_SLOTS:
    void initTestCase()
    {
        for (int line = 0; m_body.size() < manyBytes; ++line)
            m_body += QByteArray::number(line) + '\n';
        m_body.truncate(manyBytes);
        m_file = m_folder.filePath(u"part.csv"_s);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_body) == manyBytes);
    }

    void sendsHeadAndBody()
    {
        QByteArray head;
        RawPeer peer([&head](QTcpSocket &socket, const QByteArray &got) {
            head = got;
            socket.write("HTTP/1.1 100 Continue\r\n\r\n"
                         + reply("201 Created", "X-Kind: a\r\nx-kind: b\r\n", "[]"));
        });
        const auto answer = send(put(peer.url(u"/a b/c"_s)));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, "[]"_ba);
        QCOMPARE(answer->header("X-KIND"), "a"_ba);
        QCOMPARE(peer.bodyBytes, manyBytes);
        QCOMPARE(m_told, manyBytes);
        QVERIFY(head.startsWith("PUT /a%20b/c HTTP/1.1\r\n"));
        QVERIFY(head.contains("\r\nHost: 127.0.0.1:"));
        QVERIFY(head.contains("\r\nContent-Type: text/csv\r\n"));
        QVERIFY(head.contains("\r\nUser-Agent: Rowlift\r\n"));
        QVERIFY(!head.contains("Expect"));
    }

    void sendsAFrameAroundTheFile_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        QTest::addRow("both") << "--x\r\n\r\n"_ba
                              << "\r\n--x--\r\n"_ba;
        QTest::addRow("before") << "a"_ba << QByteArray();
        QTest::addRow("behind") << QByteArray() << "b"_ba;
        QTest::addRow("longer than a block") << QByteArray(700'000, 'x') << QByteArray(700'000, 'y');
    }
    void sendsAFrameAroundTheFile()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, behind);
        QByteArray head;
        RawPeer peer([&head](QTcpSocket &socket, const QByteArray &got) {
            head = got;
            socket.write(reply("200 OK", "", ""));
        });
        peer.keepsBodies = true;
        HttpRequest request = put(peer.url());
        request.beforeFile = before;
        request.behindFile = behind;
        const auto answer = send(request);
        QVERIFY(answer);
        const QByteArray whole = before + m_body + behind;
        QVERIFY(head.contains("\r\nContent-Length: " + QByteArray::number(whole.size()) + "\r\n"));
        QVERIFY(peer.bodies == whole);
        QCOMPARE(m_told, whole.size());
    }

    void hearsARefusalBeforeTheBodyIsOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("kept open") << reply("413 Too Large", "", "too large");
        QTest::addRow("about to close") << reply("413 Too Large", "Connection: close\r\n", "too large");
        QTest::addRow("in chunks")
            << "HTTP/1.1 413 Too Large\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ntoo large\r\n0\r\n\r\n"_ba;
    }
    /// A refusal that does not wait for the body: the reason is heard, and the rest of the body stays here.
    void hearsARefusalBeforeTheBodyIsOut()
    {
        QFETCH(const QByteArray, bytes);
        RawPeer peer(
            [&bytes](QTcpSocket &socket, const QByteArray &) {
                socket.setReadBufferSize(1);
                socket.write(bytes);
            },
            true);
        const auto answer = send(put(peer.url()));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 413);
        QCOMPARE(answer->body, "too large"_ba);
    }

    /// Whoever says yes to half of a body has not understood it.
    void believesNoYesBeforeTheBodyIsOut()
    {
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) {
                socket.setReadBufferSize(1);
                socket.write(reply("200 OK", "", ""));
            },
            true);
        HttpRequest request = put(peer.url());
        request.inactivity = 500ms; // it takes no more of it
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadReply);
    }

    void tellsWhatMayHaveHappened_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const int timeout = static_cast<int>(Error::Kind::Timeout);
        const int badReply = static_cast<int>(Error::Kind::BadReply);
        QTest::addRow("nothing") << QByteArray() << timeout;
        QTest::addRow("half a head") << "HTTP/1.1 201 Cre"_ba << timeout;
        QTest::addRow("half of the heads") << "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n"_ba << timeout;
        QTest::addRow("half a body") << "HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n[{"_ba << timeout;
        QTest::addRow("half a chunk")
            << "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[{"_ba << timeout;
        QTest::addRow("no last chunk")
            << "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n"_ba << timeout;
        QTest::addRow("garbage") << "\x15\x03\x01 nothing of the kind\r\n\r\n"_ba << badReply;
        QTest::addRow("no status") << "HTTP/1.1 fine\r\n\r\n"_ba << badReply;
    }
    void tellsWhatMayHaveHappened()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, kind);
        RawPeer peer([&bytes](QTcpSocket &socket, const QByteArray &) {
            socket.write(bytes);
            socket.flush();
            socket.disconnectFromHost();
        });
        const auto answer = send(put(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(static_cast<int>(answer.error().kind), kind);
        QVERIFY(!answer.error().sentence.isEmpty());
        QCOMPARE(peer.requests, 1); // never a second time by itself
    }

    void saysWhenNothingLeft_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("behindProxy");
        QTcpServer once;
        once.listen(QHostAddress::LocalHost, 0);
        QTest::addRow("refused") << u"http://127.0.0.1:%1/"_s.arg(once.serverPort()) << false;
        QTest::addRow("no such host") << u"http://no-such-host.invalid/"_s << false;
        QTest::addRow("no proxy there") << u"https://service.example/"_s << true;
    }
    void saysWhenNothingLeft()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, behindProxy);
        if (behindProxy)
            QNetworkProxy::setApplicationProxy({ QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1 });
        const auto answer = send(put(QUrl(address)));
        QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Network);
        QCOMPARE(answer.error().sentence.contains(u"proxy"_s), behindProxy);
    }

    void givesUpWhenNothingMoves()
    {
        RawPeer peer([](QTcpSocket &, const QByteArray &) {});
        HttpRequest request = put(peer.url());
        request.inactivity = 100ms;
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    }

    /// libcurl looks there unless told otherwise; the system's settings count, as for all other requests.
    void looksForNoProxyInTheEnvironment()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("201 Created", "", "")); });
        const auto answer = send(put(peer.url()));
        qunsetenv("http_proxy");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    }

    void followsNoRedirect()
    {
        RawPeer elsewhere(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", "")); });
        RawPeer peer([&elsewhere](QTcpSocket &socket, const QByteArray &) {
            socket.write(reply("307 Moved", "Location: " + elsewhere.url().toEncoded() + "\r\n", ""));
        });
        const auto answer = send(put(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->status, 307);
        QCOMPARE(elsewhere.requests, 0);
    }

    /// Through the system's proxy, which learns nothing of what is for the service.
    void asksAProxyForATunnelOnly()
    {
        QByteArray head;
        RawPeer proxy([&head](QTcpSocket &socket, const QByteArray &request) {
            head = request;
            socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        });
        QNetworkProxy::setApplicationProxy(
            { QNetworkProxy::HttpProxy, u"127.0.0.1"_s, quint16(proxy.url().port()), u"me"_s, u"word"_s });
        HttpRequest request = put(QUrl(u"http://service.example/x"_s));
        request.headers.emplace_back("Authorization", "Bearer secret");
        const auto answer = send(request);
        QNetworkProxy::setApplicationProxy(QNetworkProxy::DefaultProxy);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Network);
        QVERIFY(answer.error().sentence.contains(u"proxy"_s));
        QVERIFY(head.startsWith("CONNECT service.example:80 HTTP/1.1\r\n"));
        QVERIFY(head.contains("Proxy-Authorization: Basic " + "me:word"_ba.toBase64()));
        QVERIFY(!head.contains("secret"));
    }

    void stopsWhileTheBodyLeaves()
    {
        std::stop_source stop;
        std::jthread stopper;
        QElapsedTimer sinceStop;
        RawPeer peer(
            [&](QTcpSocket &socket, const QByteArray &) {
                socket.setReadBufferSize(1); // the rest of the body stays in the pipe
                stopper = std::jthread([&] {
                    sinceStop.start();
                    stop.request_stop();
                });
            },
            true);
        const auto answer = send(put(peer.url()), stop.get_token());
        QVERIFY(sinceStop.elapsed() < 500);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    }

    void sendsOverTls()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        SecurePeer peer;
        const auto stranger = send(put(peer.url()));
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().kind, Error::Kind::Network);
        QVERIFY(stranger.error().sentence.contains(u"secure"_s));
        QVERIFY(peer.received.isEmpty());

        QSslConfiguration trusting = before;
        trusting.setCaCertificates({ QSslCertificate(netData(u"localhost.pem"_s)) });
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto answer = send(put(peer.url()));
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, 201);
        QVERIFY(peer.received.endsWith(m_body));
    }

    void understandsAnAnswerInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("length") << reply("200 OK", "A: b\r\n", "hello");
        QTest::addRow("chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\n"
                                   "llo\r\n0\r\nTrailer: x\r\n\r\n"_ba;
        QTest::addRow("to the end") << "HTTP/1.0 200 OK\r\n\r\nhello"_ba;
        QTest::addRow("go on first") << "HTTP/1.1 100 Continue\r\nC: d\r\n\r\n"
                + reply("200 OK", "", "hello");
    }
    void understandsAnAnswerInAnyPieces()
    {
        QFETCH(const QByteArray, bytes);
        for (const qsizetype piece : { qsizetype(1), qsizetype(7), bytes.size() }) {
            RawPeer peer([&](QTcpSocket &socket, const QByteArray &) {
                socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
                for (qsizetype at = 0; at < bytes.size(); at += piece) {
                    socket.write(bytes.mid(at, piece));
                    socket.flush();
                }
                socket.disconnectFromHost();
            });
            const auto answer = send(put(peer.url()));
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            QCOMPARE(answer->status, 200);
            QCOMPARE(answer->body, "hello"_ba);
            QVERIFY(answer->header("C").isEmpty());
        }
    }

    void takesNoEndlessAnswer()
    {
        const QByteArray block(1 << 20, 'x');
        RawPeer peer([&block](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, &block] {
                if (socket.bytesToWrite() == 0)
                    socket.write(block);
            });
        });
        const auto answer = send(put(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadReply);
    }
};

} // namespace rowlift::test

QTEST_GUILESS_MAIN(rowlift::test::TestFileSender)
#include "test_file_sender.moc"
