#include "app/net/http.h"
#include "tests/unit/net/raw_peer.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RawPeer;
using test::reply;

namespace {

/// Peak memory of this process, in bytes (Linux).
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? -1 : text.mid(at + 6).trimmed().split(' ').first().toLongLong() * 1024;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHttp : public QObject {
    Q_OBJECT

private:
    Result<HttpReply> send(const HttpRequest &request, std::stop_token stop = {})
    {
        return m_http->send(request, Progress(), stop);
    }
    static HttpRequest get(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        return request;
    }
    static HttpRequest post(const QUrl &url, const QByteArray &body = "{}")
    {
        HttpRequest request = get(url);
        request.method = "POST";
        request.headers = { { "Content-Type", "application/json" } };
        request.body = body;
        return request;
    }

    QtHttpFactory m_factory;
    std::unique_ptr<Http> m_http;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { m_http = m_factory.make(); }

    void answersWithStatusHeadersAndBody()
    {
        QByteArray head;
        RawPeer peer([&head](QTcpSocket &socket, const QByteArray &request) {
            head = request;
            socket.write(reply("201 Created", "X-Word: yes\r\n", "hello"));
        });
        const auto answer = send(post(peer.url(u"/a b/ü"_s), "1234"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, "hello"_ba);
        QCOMPARE(answer->header("x-word"), "yes"_ba);
        QCOMPARE(answer->header("absent"), QByteArray());
        QVERIFY(head.startsWith("POST /a%20b/%C3%BC HTTP/1.1\r\n"));
        QVERIFY(head.contains("Content-Type: application/json\r\n"));
        QCOMPARE(peer.bodyBytes, 4);
    }

    /// A line break in a header would make another header of it.
    void sendsNoHeaderWithControlSigns()
    {
        bool isAsked = false;
        RawPeer peer([&isAsked](QTcpSocket &socket, const QByteArray &) {
            isAsked = true;
            socket.write(reply("200 OK", "", ""));
        });
        for (const QByteArray &value : { "TRUE\r\nX-Evil: 1"_ba, "a\nb"_ba, QByteArray("a\0b", 3) }) {
            HttpRequest request = post(peer.url(u"/"_s));
            request.headers.emplace_back("X-Word", value);
            const auto answer = send(request);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Rejected);
        }
        QVERIFY(!isAsked);
    }

    void takesAnErrorStatusForAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("number");
        for (const int number :
             { 304, 400, 401, 403, 404, 405, 409, 410, 415, 418, 420, 429, 500, 501, 502, 503, 504 })
            QTest::addRow("%d", number) << QByteArray::number(number) + " Word" << number;
    }
    void takesAnErrorStatusForAnAnswer()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const int, number);
        RawPeer peer([&status](QTcpSocket &socket, const QByteArray &) {
            socket.write(
                reply(status, "WWW-Authenticate: Token\r\n", status.startsWith("304") ? "" : "[why]"));
        });
        const auto answer = send(get(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->status, number);
        QCOMPARE(answer->body, number == 304 ? ""_ba : "[why]"_ba);
        const auto posted = send(post(peer.url()));
        QVERIFY(posted);
        QCOMPARE(posted->status, number);
    }

    void saysThatNothingWasSentWhenRefused()
    {
        QUrl url;
        {
            const RawPeer gone([](QTcpSocket &, const QByteArray &) {});
            url = gone.url(u"/x"_s);
        }
        url.setQuery(u"code=secretcode"_s);
        for (const auto &request : { get(url), post(url) }) {
            const auto answer = send(request);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Network);
            QVERIFY(answer.error().sentence.startsWith(u"Could not reach 127.0.0.1."_s));
            QVERIFY(answer.error().detail.contains(u"/x?code="_s));
            QVERIFY(!answer.error().detail.contains(u"secretcode"_s));
        }
    }

    void saysThatNothingWasSentToAnUnknownHost()
    {
        const auto answer = send(post(QUrl(u"http://no-such-host.invalid/"_s)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Network);
    }

    /// The heart of "nothing is sent twice by itself": Qt would send such a request up to three times more.
    void neverRepeatsALostReply_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::addColumn<bool>("kept");
        QTest::addRow("closed on a new connection") << false << false;
        QTest::addRow("reset on a new connection") << true << false;
        QTest::addRow("closed on a kept connection") << false << true;
        QTest::addRow("reset on a kept connection") << true << true;
    }
    void neverRepeatsALostReply()
    {
        QFETCH(const bool, reset);
        QFETCH(const bool, kept);
        RawPeer peer([reset](QTcpSocket &socket, const QByteArray &head) {
            if (head.startsWith("GET / "))
                socket.write(reply("200 OK", "", "x"));
            else if (reset)
                socket.abort();
            else
                socket.close();
        });
        if (kept)
            QVERIFY(send(get(peer.url())));
        const int before = peer.requests;
        const auto answer = send(post(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QCOMPARE(peer.requests - before, 1);
        HttpRequest bare = post(peer.url()); // nothing to rewind, and all the same
        bare.method = "DELETE";
        bare.body.clear();
        const auto removed = send(bare);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Error::Kind::Timeout);
        QCOMPARE(peer.requests - before, 2);
        const auto read = send(get(peer.url(u"/lost"_s)));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Timeout);
    }

    /// A server may drop an idle connection at any time; that must not look like a request that broke off.
    void postsAfterAKeptConnectionDied()
    {
        RawPeer peer([](QTcpSocket &socket, const QByteArray &) {
            socket.write(reply("200 OK", "Connection: keep-alive\r\n", "x"));
            socket.flush();
            socket.disconnectFromHost();
        });
        for (int i = 0; i < 5; ++i)
            QVERIFY(send(post(peer.url())));
        QCOMPARE(peer.requests, 5);
    }

    void tellsBrokenAnswersFromWholeOnes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("cut body") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":"_ba;
        QTest::addRow("cut error body") << "HTTP/1.1 400 Bad\r\nContent-Length: 100\r\n\r\n[{"_ba;
        QTest::addRow("cut head") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
        QTest::addRow("garbage") << "\x01\x02 nothing of the kind\r\n\r\n"_ba;
    }
    void tellsBrokenAnswersFromWholeOnes()
    {
        QFETCH(const QByteArray, bytes);
        RawPeer peer([&bytes](QTcpSocket &socket, const QByteArray &) {
            socket.write(bytes);
            socket.flush();
            socket.disconnectFromHost();
        });
        const auto answer = send(post(peer.url()));
        QVERIFY(!answer);
        QVERIFY(answer.error().kind == Error::Kind::Timeout || answer.error().kind == Error::Kind::BadReply);
        QVERIFY(!answer.error().sentence.isEmpty());
        QCOMPARE(peer.requests, 1);

        HttpRequest toFile = get(peer.url());
        toFile.saveTo = m_folder.filePath(u"broken"_s);
        QVERIFY(!send(toFile));
        QVERIFY(!QFile::exists(toFile.saveTo));
    }

    void givesUpWhenNothingMoves()
    {
        RawPeer peer([](QTcpSocket &, const QByteArray &) {});
        HttpRequest request = post(peer.url());
        request.inactivity = 100ms;
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QCOMPARE(peer.requests, 1);
    }

    void stopsAtOnce_data()
    {
        QTest::addColumn<bool>("upload");
        QTest::addRow("while the answer is awaited") << false;
        QTest::addRow("while the body leaves") << true;
    }
    void stopsAtOnce()
    {
        QFETCH(const bool, upload);
        std::stop_source stop;
        std::jthread stopper;
        QElapsedTimer sinceStop;
        RawPeer peer(
            [&](QTcpSocket &socket, const QByteArray &) {
                if (upload)
                    socket.setReadBufferSize(1); // the rest of the body stays in the pipe
                stopper = std::jthread([&] {
                    sinceStop.start();
                    stop.request_stop();
                });
            },
            upload);
        HttpRequest request = post(peer.url(), QByteArray(upload ? 50'000'000 : 10, 'x'));
        const auto answer = send(request, stop.get_token());
        QVERIFY(sinceStop.elapsed() < 500);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        stopper.join();

        const int before = peer.requests;
        const auto again = send(request, stop.get_token());
        QVERIFY(!again && again.error().cancelled());
        QCOMPARE(peer.requests, before);
    }

    void uploadsALargeFileAtConstantMemory()
    {
        constexpr qint64 size = 100'000'000;
        QFile file(m_folder.filePath(u"large.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
        file.close();
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("201 Created", "", "")); });

        HttpRequest request;
        request.method = "PUT";
        request.url = peer.url();
        request.headers = { { "Content-Type", "text/csv" } };
        request.bodyFile = file.fileName();
        qint64 told = 0;
        const qint64 before = peakMemory();
        const auto answer
            = test::sendBeside(request, Progress([&told](qint64 done, qint64) { told = done; }));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(peer.bodyBytes, size);
        QCOMPARE(told, size);
        QVERIFY(before > 0);
        QVERIFY2(peakMemory() - before < 20'000'000, qPrintable(QString::number(peakMemory() - before)));
    }

    void saysWhenTheBodyFileIsGone()
    {
        RawPeer peer([](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", "")); });
        HttpRequest request = post(peer.url());
        request.bodyFile = m_folder.filePath(u"absent"_s);
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Storage);
        QCOMPARE(peer.requests, 0);
    }

    void savesABodyToAFile()
    {
        const QByteArray body = "a,b\n"_ba.repeated(1'000'000);
        RawPeer peer(
            [&body](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", body)); });
        HttpRequest request = get(peer.url());
        request.saveTo = m_folder.filePath(u"saved.csv"_s);
        const auto answer = send(request);
        QVERIFY(answer);
        QVERIFY(answer->body.isEmpty());
        QCOMPARE(fileBytes(request.saveTo), body);
    }

    /// An answer without end must not fill the memory, not even one that announces no length.
    void takesNoEndlessBodyIntoMemory()
    {
        const QByteArray block(1 << 20, 'x');
        RawPeer peer([&block](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, &block] {
                if (socket.bytesToWrite() == 0)
                    socket.write(block);
            });
        });
        const auto answer = send(get(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadReply);
        QVERIFY(answer.error().detail.startsWith(u"GET http://127.0.0.1"_s));
    }

    /// Nor the disk, where it is known how much can come.
    void takesNoMoreThanCanCome()
    {
        const QByteArray body(2 << 20, 'x');
        RawPeer peer(
            [&body](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", body)); });
        HttpRequest request = get(peer.url());
        request.mostBytes = 1 << 20;
        QCOMPARE(send(request).error().kind, Error::Kind::BadReply);
        request.saveTo = m_folder.filePath(u"endless.csv"_s);
        const auto saved = send(request);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::BadReply);
        QVERIFY(!QFile::exists(request.saveTo));
        request.mostBytes = body.size();
        QVERIFY(send(request));
        QCOMPARE(QFileInfo(request.saveTo).size(), body.size());
    }

    void savesNoErrorToAFile()
    {
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("404 No", "", "[why]")); });
        HttpRequest request = get(peer.url());
        request.saveTo = m_folder.filePath(u"error.csv"_s);
        const auto answer = send(request);
        QVERIFY(answer);
        QCOMPARE(answer->body, "[why]"_ba);
        QVERIFY(!QFile::exists(request.saveTo));
    }

    void saysWhenTheDiskRefuses()
    {
        RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", "rows")); });
        HttpRequest request = get(peer.url());
        request.saveTo = m_folder.filePath(u"no/such/folder/file.csv"_s);
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Storage);
    }

    /// Rows that repeat themselves pack 500 to 1; Qt takes that for an attack unless told otherwise.
    void unpacksRepetitiveResults()
    {
        const QByteArray packed = fileBytes(QStringLiteral(ROWLIFT_TEST_DATA "/net/repetitive.csv.gz"));
        QVERIFY(!packed.isEmpty());
        RawPeer peer([&packed](QTcpSocket &socket, const QByteArray &head) {
            QVERIFY(head.contains("gzip"));
            socket.write(reply("200 OK", "Content-Encoding: gzip\r\n", packed));
        });
        HttpRequest request = get(peer.url());
        request.saveTo = m_folder.filePath(u"unpacked.csv"_s);
        QVERIFY(send(request));
        QCOMPARE(QFileInfo(request.saveTo).size(), 14'000'000);
    }

    void followsNoRedirectElsewhere()
    {
        RawPeer elsewhere(
            [](QTcpSocket &socket, const QByteArray &) { socket.write(reply("200 OK", "", "")); });
        RawPeer peer([&elsewhere](QTcpSocket &socket, const QByteArray &head) {
            const bool home = head.startsWith("GET /home");
            const QByteArray target = home ? "/there"_ba : elsewhere.url().toEncoded();
            if (head.startsWith("GET /there"))
                socket.write(reply("200 OK", "", "here"));
            else
                socket.write(reply("307 Moved", "Location: " + target + "\r\n", ""));
        });
        for (const auto &request : { get(peer.url()), post(peer.url()) }) {
            const auto answer = send(request);
            QVERIFY(answer);
            QCOMPARE(answer->status, 307);
        }
        QCOMPARE(elsewhere.requests, 0);
        const auto stayed = send(get(peer.url(u"/home"_s)));
        QVERIFY(stayed);
        QCOMPARE(stayed->body, "here"_ba);
    }

    void followsNoRedirectWithoutEnd()
    {
        RawPeer peer([](QTcpSocket &socket, const QByteArray &) {
            socket.write(reply("302 Found", "Location: /again\r\n", ""));
        });
        const auto answer = send(get(peer.url()));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 302);
        // Qt asks anew, up to three times a hop, when a kept connection ends under it: the hops end, whatever
        // it takes.
        QVERIFY2(peer.requests <= 6 * 4, qPrintable(QString::number(peer.requests)));
    }

    void keepsNoCookies()
    {
        QByteArray head;
        RawPeer peer([&head](QTcpSocket &socket, const QByteArray &request) {
            head = request;
            socket.write(reply("200 OK", "Set-Cookie: a=b\r\n", ""));
        });
        QVERIFY(send(get(peer.url())));
        QVERIFY(send(get(peer.url())));
        QVERIFY(!head.contains("Cookie"));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestHttp)
#include "test_http.moc"
