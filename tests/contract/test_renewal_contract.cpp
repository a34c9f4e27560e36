#include "tests/contract/practice_salesforce.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

#include <atomic>
#include <latch>
#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::PracticeSalesforce;
using test::RememberedSteps;
using test::ResultRows;
using test::Row;

/// Sessions that end at any moment, over sockets: each request of our client survives that once.
class TestRenewalContract : public QObject {
    Q_OBJECT

private:
    using Action = Result<bool> (TestRenewalContract::*)();

    static Target insertContacts()
    {
        return { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };
    }
    static QStringList fields() { return { u"LastName"_s, u"Crm_Key__c"_s }; }
    static std::vector<Row> people()
    {
        // One is refused, so that every result has something in it.
        return { { { u"LastName"_s, u"Stone"_s }, { u"Crm_Key__c"_s, u"K-1"_s } },
                 { { u"LastName"_s, {} }, { u"Crm_Key__c"_s, u"K-2"_s } } };
    }
    template <typename T>
    static Result<bool> worked(const Result<T> &result)
    {
        return result ? Result<bool>(true) : tl::unexpected(result.error());
    }

    Result<bool> testAccount() { return worked(m_session->test({})); }
    Result<bool> listObjects() { return worked(m_session->objects({})); }
    Result<bool> describe() { return worked(m_session->describe(u"Contact"_s, {})); }
    Result<bool> readLimits() { return worked(m_session->gauges({})); }
    Result<bool> load()
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts(), fields());
        RememberedSteps steps;
        const auto ticket
            = loader->submit(m_practice->spool(insertContacts(), fields(), people()), steps, {}, {});
        if (!ticket)
            return tl::unexpected(ticket.error());
        if (const auto state = m_practice->end(*loader, ticket->ticket); !state)
            return tl::unexpected(state.error());
        ResultRows results;
        if (const Done done = loader->collect(ticket->ticket, m_practice->folder(), results, {}); !done)
            return tl::unexpected(done.error());
        return results.rows.size() == 2 && results.count(Outcome::Added) == 1
            && m_practice->records(u"Contact"_s).size() == 6; // with the five that are always there
    }
    /// A part that the service does not take at all: what it did not look at is asked for.
    Result<bool> loadInVain()
    {
        const QStringList unknown = fields() + QStringList { u"Emial"_s };
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts(), unknown);
        RememberedSteps steps;
        const auto ticket
            = loader->submit(m_practice->spool(insertContacts(), unknown, people()), steps, {}, {});
        if (!ticket)
            return tl::unexpected(ticket.error());
        if (const auto state = m_practice->end(*loader, ticket->ticket); !state)
            return tl::unexpected(state.error());
        ResultRows results;
        const Done done = loader->collect(ticket->ticket, m_practice->folder(), results, {});
        return done ? Result<bool>(results.count(Outcome::NotProcessed) == 2) : tl::unexpected(done.error());
    }
    Result<bool> abortPart()
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts(), fields());
        RememberedSteps steps;
        const auto ticket
            = loader->submit(m_practice->spool(insertContacts(), fields(), people()), steps, {}, {});
        if (!ticket)
            return tl::unexpected(ticket.error());
        if (!strike(u"PATCH"_s, u"*/jobs/ingest/*"_s))
            return false;
        return worked(loader->abort(ticket->ticket, {}));
    }
    Result<bool> recoverPart()
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts(), fields());
        RememberedSteps steps;
        const auto part = m_practice->spool(insertContacts(), fields(), people());
        if (const auto ticket = loader->submit(part, steps, {}, {}); !ticket)
            return tl::unexpected(ticket.error());
        // As after a crash between the closing and the word of it.
        steps.steps.pop_back();
        if (!strike(u"GET"_s, u"*/jobs/ingest/*"_s))
            return false;
        const auto recovered = loader->recover(part, steps.steps, steps, {});
        return recovered ? Result<bool>(recovered->kind == Recovery::Kind::Running)
                         : tl::unexpected(recovered.error());
    }

    /// The next request of that kind is told that the session has ended.
    bool strike(const QString &method, const QString &path)
    {
        const QJsonObject fault { { u"service"_s, u"salesforce"_s },
                                  { u"method"_s, method },
                                  { u"path"_s, path },
                                  { u"after"_s, 0 },
                                  { u"times"_s, 1 },
                                  { u"kind"_s, u"status"_s },
                                  { u"value"_s, 401 } };
        return !m_practice->admin("POST", u"/faults"_s, QJsonDocument(QJsonArray { fault }).toJson())
                    .isNull();
    }
    /// How many requests to paths that end like \a path the service answered with \a status.
    int seen(const QString &path, int status)
    {
        const QJsonArray all = QJsonDocument::fromJson(m_practice->admin("GET", u"/requests"_s)).array();
        return int(std::ranges::count_if(all, [&](const QJsonValue &request) {
            return request["status"_L1].toInt() == status
                && request["path"_L1].toString().section(u'?', 0, 0).endsWith(path);
        }));
    }

    /// The first refresh token, as a browser would bring it.
    Secret firstRefreshToken()
    {
        const QByteArray verifier(64, 'v');
        const Credentials app = m_practice->credentials();
        const auto challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QString home = u"http://localhost:1717/OauthRedirect"_s;
        HttpRequest authorize;
        authorize.url = app.url;
        authorize.url.setPath(u"/services/oauth2/authorize"_s);
        authorize.url.setQuery(QUrlQuery { { u"response_type"_s, u"code"_s },
                                           { u"client_id"_s, app.clientId },
                                           { u"redirect_uri"_s, home },
                                           { u"code_challenge"_s, QString::fromLatin1(challenge) },
                                           { u"state"_s, u"x"_s },
                                           { u"decision"_s, u"approve"_s } });
        const auto http = m_practice->http.make();
        const auto sentHome = http->send(authorize, Progress(), {});
        if (!sentHome)
            return {};
        const QUrlQuery brought(QUrl::fromEncoded(sentHome->header("Location")));
        HttpRequest exchange;
        exchange.method = "POST";
        exchange.url = app.url;
        exchange.url.setPath(u"/services/oauth2/token"_s);
        exchange.headers = { { "Content-Type", "application/x-www-form-urlencoded" } };
        exchange.body = "grant_type=authorization_code&client_id=" + app.clientId.toLatin1()
            + "&redirect_uri=" + QUrl::toPercentEncoding(home) + "&code_verifier=" + verifier
            + "&code=" + QUrl::toPercentEncoding(brought.queryItemValue(u"code"_s, QUrl::FullyDecoded));
        const auto reply = http->send(exchange, Progress(), {});
        return Secret(reply ? QJsonDocument::fromJson(reply->body)["refresh_token"_L1].toString()
                            : QString());
    }
    /// A session that goes on with the refresh token in m_kept, as from a keychain.
    std::unique_ptr<ServiceSession> openByRefreshToken()
    {
        return m_practice->service->open(
            practiceSalesforceAccount(),
            [this](std::stop_token) -> Result<Credentials> {
                Credentials with = m_practice->credentials();
                with.kind = SignInKind::Browser;
                with.clientSecret = m_kept;
                with.replaceSecret = [this](const Secret &next, std::stop_token) { return keep(next); };
                return with;
            },
            m_practice->http);
    }
    Done keep(const Secret &next)
    {
        m_requestsAtKeeping = seen(u"/sobjects"_s, 200);
        ++m_keepings;
        m_kept = next;
        if (!m_keychainFails)
            return {};
        return tl::unexpected(Error {
            .kind = Error::Kind::Storage, .sentence = u"not kept"_s, .detail = {}, .retryAfter = {} });
    }

    std::unique_ptr<PracticeSalesforce> m_practice;
    std::unique_ptr<ServiceSession> m_session;
    Secret m_kept;
    int m_keepings = 0;
    int m_requestsAtKeeping = -1;
    bool m_keychainFails = false;

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<PracticeSalesforce>();
        QVERIFY(m_practice->start());
        m_session = m_practice->open();
        m_kept = {};
        m_keepings = 0;
        m_requestsAtKeeping = -1;
        m_keychainFails = false;
    }

    void everyRequestSurvivesTheEndOfItsSession_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path"); // empty: struck in the midst of it
        QTest::addColumn<Action>("action");
        const auto site = [](const char *name, const QString &method, const QString &path, Action action) {
            QTest::addRow("%s", name) << method << path << action;
        };
        site("organization", u"GET"_s, u"*/query"_s, &TestRenewalContract::testAccount);
        site("objects", u"GET"_s, u"*/sobjects"_s, &TestRenewalContract::listObjects);
        site("describe", u"GET"_s, u"*/describe"_s, &TestRenewalContract::describe);
        site("limits", u"GET"_s, u"*/limits"_s, &TestRenewalContract::readLimits);
        site("create", u"POST"_s, u"*/jobs/ingest"_s, &TestRenewalContract::load);
        site("upload", u"PUT"_s, u"*/batches"_s, &TestRenewalContract::load);
        site("close", u"PATCH"_s, u"*/jobs/ingest/*"_s, &TestRenewalContract::load);
        site("poll", u"GET"_s, u"*/jobs/ingest/*"_s, &TestRenewalContract::load);
        site("added", u"GET"_s, u"*/successfulResults"_s, &TestRenewalContract::load);
        site("failed", u"GET"_s, u"*/failedResults"_s, &TestRenewalContract::load);
        site("not processed", u"GET"_s, u"*/unprocessedrecords"_s, &TestRenewalContract::loadInVain);
        site("abort", {}, {}, &TestRenewalContract::abortPart);
        site("recover", {}, {}, &TestRenewalContract::recoverPart);
    }
    void everyRequestSurvivesTheEndOfItsSession()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        QFETCH(const Action, action);
        if (!path.isEmpty())
            QVERIFY(strike(method, path));
        const Result<bool> done = (this->*action)();
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QVERIFY(*done);
        QCOMPARE(seen({}, 401), 1);
        QCOMPARE(seen(u"/oauth2/token"_s, 200), 2);
    }

    void lanesShareOneRenewal()
    {
        constexpr int lanes = 6;
        QVERIFY(m_session->objects({}));
        QVERIFY(!m_practice->admin("POST", u"/expire"_s).isNull());
        std::atomic<int> right = 0;
        {
            std::latch together(lanes);
            std::vector<std::jthread> threads;
            for (int lane = 0; lane < lanes; ++lane)
                threads.emplace_back([&] {
                    together.arrive_and_wait();
                    right += m_session->describe(u"Lead"_s, {}).has_value();
                });
        }
        QCOMPARE(right.load(), lanes);
        QCOMPARE(seen(u"/oauth2/token"_s, 200), 2);
    }

    void goesOnWithARefreshToken()
    {
        m_kept = firstRefreshToken();
        QVERIFY(!m_kept.isEmpty());
        const auto session = openByRefreshToken();
        QVERIFY(session->objects({}));
        QVERIFY(!m_practice->admin("POST", u"/expire"_s).isNull());
        QVERIFY(session->objects({}));
        QCOMPARE(m_keepings, 0); // the same one is good for ever
    }

    void keepsEachNewRefreshTokenBeforeItGoesOn()
    {
        m_kept = firstRefreshToken();
        const Secret first = m_kept;
        QVERIFY(!m_practice->admin("POST", u"/switches"_s, R"({"rotate-refresh-tokens":true})").isNull());
        const auto session = openByRefreshToken();
        for (int round = 1; round <= 3; ++round) {
            QVERIFY(session->objects({}));
            QCOMPARE(m_keepings, round);
            QCOMPARE(m_requestsAtKeeping, round - 1); // kept before the new session was used
            QVERIFY(!m_practice->admin("POST", u"/expire"_s).isNull());
        }
        // The next start of the program has what was kept; the first one is dead.
        QVERIFY(openByRefreshToken()->objects({}));
        m_kept = first;
        const auto dead = openByRefreshToken()->objects({});
        QVERIFY(!dead);
        QCOMPARE(dead.error().kind, Error::Kind::SignIn);
        QVERIFY2(dead.error().sentence.contains(u"Your work is kept"), qPrintable(dead.error().sentence));
        QVERIFY(!dead.error().detail.contains(first.reveal()));
    }

    void tellsWhenANewRefreshTokenIsNotKept()
    {
        m_kept = firstRefreshToken();
        QVERIFY(!m_practice->admin("POST", u"/switches"_s, R"({"rotate-refresh-tokens":true})").isNull());
        m_keychainFails = true;
        const auto session = openByRefreshToken();
        const auto told = session->objects({});
        QVERIFY(!told);
        QCOMPARE(told.error().kind, Error::Kind::Storage);
        QCOMPARE(seen(u"/sobjects"_s, 200), 0);
        m_keychainFails = false; // and goes on with the new one, which is in memory
        QVERIFY(session->objects({}));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestRenewalContract)
#include "test_renewal_contract.moc"
