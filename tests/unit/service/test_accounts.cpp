#include "app/accounts/account.h"
#include "app/accounts/kept_credentials.h"
#include "app/accounts/practice_host.h"
#include "app/accounts/session_source.h"
#include "app/services/all_services.h"
#include "tests/support/fake_clock.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <latch>
#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;

class TestAccounts : public QObject {
    Q_OBJECT

private:
    static Session numbered(int number)
    {
        return { .base = QUrl(u"https://acme.example"_s),
                 .token = Secret(QString::number(number)),
                 .identity = {} };
    }
    /// A program that prints \a line and lives until its input closes.
    static QStringList shell(const QString &line)
    {
        return { u"-c"_s, u"echo '"_s + line + u"'; cat > /dev/null"_s };
    }

    /// A session that says how long it is good.
    static Session lasting(int number, std::chrono::milliseconds life)
    {
        Session session = numbered(number);
        session.lifetime = life;
        return session;
    }

    QTemporaryDir m_folder;
    testing::FakeClock m_clock;

private Q_SLOTS:
    void oneLaneRenewsForAll()
    {
        std::atomic<int> signIns = 0;
        SessionSource source([&signIns](std::stop_token) -> Result<Session> { return numbered(++signIns); },
                             m_clock);
        const auto stale = source.current({});
        QVERIFY(stale);
        QCOMPARE(source.current({}).value(), *stale);

        std::vector<QString> tokens(8);
        {
            std::latch together(8);
            std::vector<std::jthread> lanes;
            for (QString &token : tokens)
                lanes.emplace_back([&source, &stale, &together, &token] {
                    together.arrive_and_wait();
                    token = source.renewed(*stale, {}).value_or(Session()).token.reveal();
                });
        }
        QCOMPARE(signIns.load(), 2);
        for (const QString &token : tokens)
            QCOMPARE(token, u"2"_s);
    }

    void aFailedSignInIsNotKept()
    {
        int tries = 0;
        SessionSource source(
            [&tries](std::stop_token) -> Result<Session> {
                if (++tries == 1)
                    return tl::unexpected(Error {
                        .kind = Error::Kind::SignIn, .sentence = {}, .detail = {}, .retryAfter = {} });
                return numbered(tries);
            },
            m_clock);
        QVERIFY(!source.current({}));
        QCOMPARE(source.current({}).value().token, Secret(u"2"_s));
    }

    /// Accounts are locked after a few wrong sign-ins.
    void lanesShareARefusal()
    {
        constexpr int lanes = 6;
        std::atomic<int> signIns = 0;
        std::latch begun(1);
        std::latch mayEnd(1);
        SessionSource source(
            [&](std::stop_token) -> Result<Session> {
                if (++signIns == 1) {
                    begun.count_down();
                    mayEnd.wait();
                }
                return tl::unexpected(Error {
                    .kind = Error::Kind::SignIn, .sentence = u"no"_s, .detail = {}, .retryAfter = {} });
            },
            m_clock);
        std::atomic<int> refused = 0;
        std::atomic<int> asking = 0;
        const auto ask = [&] {
            ++asking;
            const auto session = source.current({});
            refused += !session && session.error().kind == Error::Kind::SignIn;
        };
        {
            std::vector<std::jthread> threads;
            threads.emplace_back(ask);
            begun.wait();
            for (int lane = 1; lane < lanes; ++lane)
                threads.emplace_back(ask);
            while (asking < lanes)
                std::this_thread::yield();
            mayEnd.count_down();
        }
        QCOMPARE(refused.load(), lanes);
        // A lane that came to the door only after the answer asks once more: that is its first time.
        QVERIFY2(signIns < lanes, qPrintable(QString::number(signIns)));
        const int before = signIns;
        QVERIFY(!source.current({})); // a new request is a new try
        QCOMPARE(signIns.load(), before + 1);
    }

    void aStoppedSignInIsNoRefusalForOthers()
    {
        std::latch begun(1);
        std::atomic<int> signIns = 0;
        SessionSource source(
            [&](std::stop_token stop) -> Result<Session> {
                if (++signIns > 1)
                    return numbered(2);
                begun.count_down();
                std::mutex mutex;
                std::condition_variable_any end;
                std::unique_lock lock(mutex);
                end.wait(lock, stop, [] { return false; });
                return tl::unexpected(cancelledError());
            },
            m_clock);
        std::jthread first([&source](std::stop_token stop) { (void)source.current(stop); });
        begun.wait();
        std::jthread stopper([&first] { first.request_stop(); });
        QCOMPARE(source.current({}).value_or(Session()).token, Secret(u"2"_s));
    }

    void renewsBeforeItsEnd()
    {
        using namespace std::chrono_literals;
        int signIns = 0;
        SessionSource source(
            [&signIns](std::stop_token) -> Result<Session> { return lasting(++signIns, 3600s); }, m_clock);
        QCOMPARE(source.current({}).value().token, Secret(u"1"_s));
        m_clock.sleepFor(3500s, {});
        QCOMPARE(source.current({}).value().token, Secret(u"1"_s));
        m_clock.sleepFor(50s, {});
        QCOMPARE(source.current({}).value().token, Secret(u"2"_s));
        QCOMPARE(source.current({}).value().token, Secret(u"2"_s));
    }

    /// As Marketo does: the same token, with less life left.
    void usesUpASessionThatIsHandedOutAgain()
    {
        using namespace std::chrono_literals;
        int signIns = 0;
        SessionSource source(
            [&signIns](std::stop_token) -> Result<Session> {
                ++signIns;
                return signIns == 1 ? lasting(1, 100s) : signIns == 2 ? lasting(1, 50s) : lasting(2, 3600s);
            },
            m_clock);
        QCOMPARE(source.current({}).value().token, Secret(u"1"_s));
        m_clock.sleepFor(50s, {});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(source.current({}).value().token, Secret(u"1"_s));
        QCOMPARE(signIns, 2);
        m_clock.sleepFor(50s, {});
        QCOMPARE(source.current({}).value().token, Secret(u"2"_s));
        QCOMPARE(signIns, 3);
    }

    /// As Marketo does: what was refused may be handed out again, and is then worth a try.
    void takesTheSameTokenWhereItIsHandedOutAgain()
    {
        std::atomic<int> signIns = 0;
        const auto signIn = [&signIns](std::stop_token) -> Result<Session> {
            ++signIns;
            return numbered(1);
        };
        SessionSource another(signIn, m_clock);
        const auto first = another.current({});
        QVERIFY(first);
        QCOMPARE(another.renewed(*first, {}).error().kind, Error::Kind::SignIn);
        signIns = 0;
        SessionSource same(signIn, m_clock, WhileAlive::SameToken);
        const auto stale = same.current({});
        QVERIFY(stale);
        for (int refusals = 1; refusals < 4; ++refusals) { // each asks: it may be another by now
            QCOMPARE(same.renewed(*stale, {}).value().token, stale->token);
            QCOMPARE(signIns.load(), 1 + refusals);
        }
    }

    void lanesShareATokenThatIsHandedOutAgain_data()
    {
        QTest::addColumn<bool>("handedOut");
        QTest::addRow("handed out") << true;
        QTest::addRow("refused") << false;
    }
    void lanesShareATokenThatIsHandedOutAgain()
    {
        QFETCH(const bool, handedOut);
        constexpr int lanes = 6;
        std::atomic<int> signIns = 0;
        std::atomic<int> asking = 0;
        SessionSource source(
            [&](std::stop_token) -> Result<Session> {
                const int signIn = ++signIns;
                while (signIn == 2 && asking < lanes)
                    std::this_thread::yield();
                if (signIn > 1 && !handedOut)
                    return tl::unexpected(Error {
                        .kind = Error::Kind::SignIn, .sentence = u"no"_s, .detail = {}, .retryAfter = {} });
                return numbered(1);
            },
            m_clock, WhileAlive::SameToken);
        const auto stale = source.current({});
        QVERIFY(stale);
        std::atomic<int> served = 0;
        {
            std::vector<std::jthread> threads;
            for (int lane = 0; lane < lanes; ++lane)
                threads.emplace_back([&] {
                    ++asking;
                    served += source.renewed(*stale, {}).has_value();
                });
        }
        QCOMPARE(served.load(), handedOut ? lanes : 0);
        // One that came to the door only after the answer asks once more.
        QVERIFY2(signIns <= lanes, qPrintable(QString::number(signIns)));
    }

    void whoWaitsForASignInHearsItsStop()
    {
        std::latch begun(1);
        std::stop_source endOfSignIn;
        SessionSource source(
            [&](std::stop_token) -> Result<Session> {
                begun.count_down();
                std::mutex mutex;
                std::condition_variable_any end;
                std::unique_lock lock(mutex);
                end.wait(lock, endOfSignIn.get_token(), [] { return false; });
                return numbered(1);
            },
            m_clock);
        std::jthread first([&source] { (void)source.current({}); });
        begun.wait();
        std::stop_source stop;
        std::jthread stopper([&stop] { stop.request_stop(); });
        const auto session = source.current(stop.get_token());
        QVERIFY(!session && session.error().cancelled());
        endOfSignIn.request_stop();
    }

    void credentialsFollowTheirSecret()
    {
        SecretStore secrets(u"Rowlift test"_s, std::chrono::seconds(20));
        const Account account { .id = QUuid::createUuid(),
                                .service = u"salesforce"_s,
                                .name = u"Acme"_s,
                                .environment = Environment::Production,
                                .url = QUrl(u"https://acme.example"_s),
                                .signIn = SignInKind::Browser,
                                .user = u"key"_s };
        secrets.keepUntilQuit(account.id, Secret(u"first"_s));
        const auto before = keptCredentials(account, secrets, {});
        QVERIFY(before);
        QCOMPARE(before->clientId, u"key"_s);
        QCOMPARE(before->kind, SignInKind::Browser);
        QCOMPARE(before->clientSecret, Secret(u"first"_s));
        QVERIFY(before->replaceSecret(Secret(u"next"_s), {}));
        QCOMPARE(keptCredentials(account, secrets, {}).value().clientSecret, Secret(u"next"_s));
    }

    void startsThePracticeServerOnce()
    {
        PracticeHost host(u"/bin/sh"_s,
                          shell(u"{\"salesforce\":{\"url\":\"http://127.0.0.1:1\",\"clientId\":\"i\","
                                "\"clientSecret\":\"s\"},\"admin\":{\"url\":\"http://127.0.0.1:2\"}}"_s));
        QVERIFY(host.adminUrl().isEmpty());
        for (int i = 0; i < 2; ++i) {
            const auto credentials = host.credentials(u"salesforce"_s, {});
            QVERIFY(credentials);
            QCOMPARE(credentials->url, QUrl(u"http://127.0.0.1:1"_s));
            QCOMPARE(credentials->clientId, u"i"_s);
            QCOMPARE(credentials->clientSecret, Secret(u"s"_s));
        }
        QCOMPARE(host.adminUrl(), QUrl(u"http://127.0.0.1:2"_s));
        const auto unknown = host.credentials(u"marketo"_s, {});
        QVERIFY(!unknown);
        QVERIFY(!unknown.error().sentence.isEmpty());
    }

    void startsThePracticeServerAgainAfterItDied()
    {
        // Each start leaves a mark and says its number.
        const QString mark = m_folder.filePath(u"starts"_s);
        PracticeHost host(u"/bin/sh"_s,
                          { u"-c"_s,
                            u"echo x >> %1; n=$(wc -l < %1); echo \"{\\\"salesforce\\\":{\\\"clientId\\\":"
                            "\\\"$n\\\"}}\"; cat > /dev/null"_s.arg(mark) });
        QCOMPARE(host.credentials(u"salesforce"_s, {}).value().clientId, u"1"_s);
        host.kill();
        QCOMPARE(host.credentials(u"salesforce"_s, {}).value().clientId, u"2"_s);
    }

    /// A run that speaks to it goes on by itself.
    void startsADeadPracticeServerAtTheSamePort()
    {
        const QString mark = m_folder.filePath(u"ports"_s);
        PracticeHost host(
            u"/bin/sh"_s,
            { u"-c"_s,
              u"echo \"port $1\" >> %1; echo '{\"salesforce\":{\"url\":\"http://127.0.0.1:4711\"}}'; "
              "test $(wc -l < %1) -lt 2 || cat > /dev/null"_s.arg(mark) });
        QVERIFY(host.credentials(u"salesforce"_s, {})); // and it ends at once
        const auto started = [&mark] {
            QFile file(mark);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_COMPARE(started(), "port \nport 4711\n"_ba);
    }

    void endsThePracticeServerByClosingItsInput()
    {
        const QString mark = m_folder.filePath(u"ended"_s);
        {
            PracticeHost host(u"/bin/sh"_s,
                              { u"-c"_s,
                                u"echo '{\"salesforce\":{\"clientId\":\"i\"}}'; cat > /dev/null; "
                                "echo done > "_s
                                    + mark });
            QVERIFY(host.credentials(u"salesforce"_s, {}));
        }
        QVERIFY(QFile::exists(mark));
    }

    void saysWhenThePracticeServerCannotStart_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("no program") << u"/no/such/program"_s << QStringList();
        QTest::addRow("ends at once") << u"/bin/sh"_s << QStringList { u"-c"_s, u"exit 3"_s };
        QTest::addRow("no JSON") << u"/bin/sh"_s << shell(u"hello"_s);
    }
    void saysWhenThePracticeServerCannotStart()
    {
        QFETCH(const QString, program);
        QFETCH(const QStringList, arguments);
        PracticeHost host(program, arguments);
        const auto credentials = host.credentials(u"salesforce"_s, {});
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, Error::Kind::ServiceFault);
        QVERIFY(!credentials.error().detail.isEmpty());
    }

    void stopsWaitingForThePracticeServer()
    {
        PracticeHost host(u"/bin/sh"_s, { u"-c"_s, u"cat > /dev/null"_s });
        std::stop_source stop;
        std::jthread stopper([&stop] { stop.request_stop(); });
        QElapsedTimer since;
        since.start();
        const auto credentials = host.credentials(u"salesforce"_s, stop.get_token());
        QVERIFY(!credentials && credentials.error().cancelled());
        QVERIFY(since.elapsed() < 5'000);
    }

    void thePracticeAccountIsAlwaysTheSame()
    {
        QCOMPARE(practiceSalesforceAccount(), practiceAccounts().front());
        QVERIFY(!practiceSalesforceAccount().id.isNull());
        QCOMPARE(practiceSalesforceAccount().name, u"practice"_s);
        QCOMPARE(practiceSalesforceAccount().environment, Environment::Practice);
    }

    void everyServiceFolderIsAService()
    {
        const Services services = allServices();
        QVERIFY(serviceById(services, u"salesforce"));
        QVERIFY(!serviceById(services, u"nobody"));
        QCOMPARE(serviceById(services, practiceSalesforceAccount().service)->name(), u"Salesforce"_s);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestAccounts)
#include "test_accounts.moc"
