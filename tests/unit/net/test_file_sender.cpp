#include "app/net/reply_parser.h"
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
        return m_http->send(request, Progress([this](qint64 done, qint64) { m_told = done; }), stop);
    }

    QTemporaryDir m_folder;
    QString m_file;
    QByteArray m_body;
    QtHttpFactory m_factory;
    std::unique_ptr<Http> m_http;
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
        m_http = m_factory.make();
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
    }

    /// A refusal that does not wait for the body: the reason is heard, and the rest of the body stays here.
    void hearsARefusalBeforeTheBodyIsOut()
    {
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) {
                socket.setReadBufferSize(1);
                socket.write(reply("413 Too Large", "", "too large"));
            },
            true);
        const auto answer = send(put(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QCOMPARE(answer->body, "too large"_ba);
    }

    /// Whoever says yes to half of a body has not understood it.
    void believesNoYesBeforeTheBodyIsOut()
    {
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) {
                socket.write(reply("200 OK", "", ""));
                socket.flush();
                socket.abort();
            },
            true);
        const auto answer = send(put(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    }

    void tellsWhatMayHaveHappened_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const int timeout = static_cast<int>(Error::Kind::Timeout);
        const int badReply = static_cast<int>(Error::Kind::BadReply);
        QTest::addRow("nothing") << QByteArray() << timeout;
        QTest::addRow("half a head") << "HTTP/1.1 201 Cre"_ba << timeout;
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

    void parsesAnAnswerInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("untilClosed");
        QTest::addRow("length") << reply("200 OK", "A: b\r\n", "hello") << false;
        QTest::addRow("chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\n"
                                   "llo\r\n0\r\nTrailer: x\r\n\r\n"_ba
                                << false;
        QTest::addRow("to the end") << "HTTP/1.0 200 OK\r\n\r\nhello"_ba << true;
    }
    void parsesAnAnswerInAnyPieces()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, untilClosed);
        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            ReplyParser parser(1000);
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                QCOMPARE(parser.state(), ReplyParser::State::Open);
                parser.take(bytes.mid(at, piece));
            }
            QCOMPARE(parser.state(), untilClosed ? ReplyParser::State::Open : ReplyParser::State::Whole);
            QCOMPARE(parser.close(), ReplyParser::State::Whole);
            QCOMPARE(parser.reply().status, 200);
            QCOMPARE(parser.reply().body, "hello"_ba);
        }
    }

    void takesNoEndlessAnswer()
    {
        ReplyParser parser(1000);
        parser.take("HTTP/1.1 200 OK\r\n\r\n"_ba);
        QCOMPARE(parser.take(QByteArray(2000, 'x')), ReplyParser::State::TooLarge);
    }
};

} // namespace rowlift::test

QTEST_GUILESS_MAIN(rowlift::test::TestFileSender)
#include "test_file_sender.moc"
