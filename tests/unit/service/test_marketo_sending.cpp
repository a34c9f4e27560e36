#include "tests/unit/net/raw_peer.h"
#include "tests/unit/service/scripted_marketo.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::RawPeer;

/// What is known of a part whose body broke off on its way, over sockets.
class TestMarketoSending : public QObject, test::ScriptedMarketo {
    Q_OBJECT

private:
    struct Attempt {
        std::optional<Error> error;
        QStringList notes;
    };

    static void giveToken(QTcpSocket &socket)
    {
        socket.write(test::reply("200 OK", "Content-Type: application/json\r\n",
                                 R"({"access_token":"t:sj","token_type":"bearer","expires_in":3599})"));
    }
    /// More than two ends of a connection keep for each other.
    PartFile largePart(const QString &way)
    {
        Rows rows;
        for (int row = 0; row < 90; ++row)
            rows << QByteArrayList { "ada@example.com", QByteArray(100'000, 'x'), "Byron", "12" };
        return part(way, m_people, m_person, rows);
    }
    /// Sends it in a thread of its own, while this one is \a peer.
    Attempt submitTo(const RawPeer &peer, const QString &way, const Progress &upload = {},
                     const std::stop_token &stop = {})
    {
        const Credentials app { .url = peer.url(), .clientId = u"id"_s, .clientSecret = Secret(u"s"_s) };
        const PartFile file = largePart(way);
        Attempt attempt;
        QEventLoop loop;
        std::jthread sender([&] {
            QtHttpFactory http;
            Account account;
            account.url = app.url;
            const auto session = m_service->open(
                account, [&app](std::stop_token) -> Result<Credentials> { return app; }, http);
            const auto loader = session->makeLoader(kindOf(way, m_people), m_people, m_person);
            test::NotedSteps steps;
            const auto sent = loader->submit(file, steps, upload, stop);
            if (!sent)
                attempt.error = sent.error();
            attempt.notes = steps.notes;
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        loop.exec();
        sender.join();
        return attempt;
    }

    const QStringList m_proven { u"about"_s, u"did"_s };
    const QStringList m_open { u"about"_s };

private Q_SLOTS:
    void init() { forget(); }

    void addWays() const
    {
        QTest::addColumn<QString>("way");
        QTest::addRow("bulk") << m_bulk;
        QTest::addRow("small calls") << m_sync;
    }

    /// The end of the body never left, so nobody can have read it as a whole: it may be sent again.
    void knowsThatHalfABodyDoesNothing_data() { addWays(); }
    void knowsThatHalfABodyDoesNothing()
    {
        QFETCH(const QString, way);
        qint64 most = 0;
        qint64 whole = 0;
        const RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &head) {
                if (head.contains("/oauth/token"))
                    return giveToken(socket);
                socket.read(1000);
                socket.abort();
            },
            true);
        const Attempt attempt = submitTo(peer, way, Progress([&](qint64 done, qint64 total) {
                                             most = std::max(most, done);
                                             whole = total;
                                         }));
        QVERIFY(attempt.error);
        QVERIFY(most < whole);
        QCOMPARE(attempt.error->kind, Error::Kind::Network);
        QVERIFY(!attempt.error->sentence.isEmpty());
        QCOMPARE(attempt.notes, m_proven);
    }

    void knowsThatAStopInMidUploadDoesNothing_data() { addWays(); }
    void knowsThatAStopInMidUploadDoesNothing()
    {
        QFETCH(const QString, way);
        const RawPeer peer(
            [](QTcpSocket &socket, const QByteArray &head) {
                if (head.contains("/oauth/token"))
                    return giveToken(socket);
                socket.setReadBufferSize(1); // it takes no more
            },
            true);
        std::stop_source stop;
        const Progress stopsIt([&stop](qint64 done, qint64) {
            if (done > 0)
                stop.request_stop();
        });
        const Attempt attempt = submitTo(peer, way, stopsIt, stop.get_token());
        QVERIFY(attempt.error && attempt.error->cancelled());
        QCOMPARE(attempt.notes, m_proven);
    }

    /// All of it has left: what became of it, nobody knows.
    void knowsNothingOfAWholeBody_data() { addWays(); }
    void knowsNothingOfAWholeBody()
    {
        QFETCH(const QString, way);
        const RawPeer peer([](QTcpSocket &socket, const QByteArray &head) {
            if (head.contains("/oauth/token"))
                return giveToken(socket);
            socket.abort();
        });
        const Attempt attempt = submitTo(peer, way);
        QVERIFY(attempt.error);
        QCOMPARE(attempt.error->kind, Error::Kind::Timeout);
        QCOMPARE(attempt.notes, m_open);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoSending)
#include "test_marketo_sending.moc"
