#include "app/net/patient_http.h"
#include "app/net/redact.h"
#include "app/net/retry_after.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/scripted_http.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPatientHttp : public QObject {
    Q_OBJECT

private:
    Result<HttpReply> send(const QByteArray &method, const RetryPolicy &policy = {},
                           std::stop_token stop = {})
    {
        PatientHttp http(std::make_unique<test::ScriptedHttp>(m_script), m_clock, policy, 7);
        HttpRequest request;
        request.method = method;
        request.url = QUrl(u"https://acme.example/x"_s);
        return http.send(request, Progress(), stop);
    }

    test::Script m_script;
    test::FakeClock m_clock;

private Q_SLOTS:
    void init()
    {
        m_script = {};
        m_clock = {};
    }

    void repeatsOnlyWhatIsSafe_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status"); // 0: the error
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("repeated");
        const auto none = Error::Kind::BadInput;
        QTest::addRow("GET 200") << "GET"_ba << 200 << none << false;
        QTest::addRow("GET 404") << "GET"_ba << 404 << none << false;
        QTest::addRow("GET 401") << "GET"_ba << 401 << none << false;
        QTest::addRow("GET 429") << "GET"_ba << 429 << none << true;
        QTest::addRow("GET 500") << "GET"_ba << 500 << none << true;
        QTest::addRow("GET 502") << "GET"_ba << 502 << none << true;
        QTest::addRow("GET 503") << "GET"_ba << 503 << none << true;
        QTest::addRow("GET not reached") << "GET"_ba << 0 << Error::Kind::Network << true;
        QTest::addRow("GET broke off") << "GET"_ba << 0 << Error::Kind::Timeout << true;
        QTest::addRow("GET garbage") << "GET"_ba << 0 << Error::Kind::BadReply << true;
        QTest::addRow("GET disk") << "GET"_ba << 0 << Error::Kind::Storage << false;
        QTest::addRow("GET stopped") << "GET"_ba << 0 << Error::Kind::Cancelled << false;
        QTest::addRow("POST 503") << "POST"_ba << 503 << none << false;
        QTest::addRow("PUT broke off") << "PUT"_ba << 0 << Error::Kind::Timeout << false;
        QTest::addRow("PATCH garbage") << "PATCH"_ba << 0 << Error::Kind::BadReply << false;
        QTest::addRow("PATCH not reached") << "PATCH"_ba << 0 << Error::Kind::Network << true;
    }
    void repeatsOnlyWhatIsSafe()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, repeated);
        status == 0 ? m_script.fail(kind) : m_script.answer(status);
        m_script.answer(299);
        const auto answer = send(method);
        QCOMPARE(m_script.requests.size(), repeated ? 2U : 1U);
        QCOMPARE(answer && answer->status == 299, repeated);
    }

    void waitsLongerAndLonger()
    {
        for (int i = 0; i < 6; ++i)
            m_script.answer(503);
        const auto answer = send("GET");
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(m_script.requests.size(), 6U);
        QCOMPARE(m_clock.sleeps.size(), 5U);
        std::chrono::milliseconds least = 1s;
        for (const auto slept : m_clock.sleeps) {
            QVERIFY(slept >= least && slept <= least * 3 / 2);
            least *= 2;
        }
    }

    void keepsToTheWaitThatIsNamed()
    {
        m_script.answer(503, {}, { { "Retry-After", "17" } });
        m_script.answer(200);
        QVERIFY(send("GET"));
        QCOMPARE(m_clock.sleeps, std::vector<std::chrono::milliseconds> { 17s });
    }

    void losesPatience()
    {
        m_script.answer(503, {}, { { "Retry-After", "3600" } });
        const auto answer = send("GET");
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QVERIFY(m_clock.sleeps.empty());
    }

    void asksTheServicesOwnJudgement()
    {
        RetryPolicy policy;
        policy.notNow = [](const HttpReply &reply) { return reply.body == "later"; };
        m_script.answer(403, "later");
        m_script.answer(403, "never");
        const auto answer = send("GET", policy);
        QVERIFY(answer);
        QCOMPARE(answer->body, "never"_ba);
    }

    void stopsWhileItWaits()
    {
        std::stop_source stop;
        m_clock.onSleep = [&stop] { stop.request_stop(); };
        m_script.answer(503);
        const auto answer = send("GET", {}, stop.get_token());
        QVERIFY(!answer && answer.error().cancelled());
        QCOMPARE(m_script.requests.size(), 1U);
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds"); // -1: nothing
        QTest::addRow("seconds") << "120"_ba << 120;
        QTest::addRow("zero") << "0"_ba << 0;
        QTest::addRow("date") << "Sat, 21 Nov 2026 09:01:30 GMT"_ba << 90;
        QTest::addRow("past date") << "Sat, 21 Nov 2026 08:00:00 GMT"_ba << 0;
        QTest::addRow("absent") << ""_ba << -1;
        QTest::addRow("negative") << "-5"_ba << -1;
        QTest::addRow("word") << "soon"_ba << -1;
    }
    void readsRetryAfter()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, seconds);
        const auto wait = retryAfter(header, m_clock.now());
        QCOMPARE(wait ? int(wait->count() / 1000) : -1, seconds);
    }

    void strikesOutSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("bearer") << u"Authorization: Bearer hush-hush"_s;
        QTest::addRow("basic") << u"authorization: basic hush-hush="_s;
        QTest::addRow("json") << u"{\"access_token\" : \"hush-hush\"}"_s;
        QTest::addRow("form") << u"client_secret=hush-hush&x=1"_s;
        QTest::addRow("json with a comma") << u"{\"password\" : \"a,hush\\\"}hush\"}"_s;
        QTest::addRow("session id") << u"sid 00DgK0000012345!hush-hush.x in a sentence"_s;
    }
    void strikesOutSecrets()
    {
        QFETCH(const QString, text);
        QVERIFY(!redactedText(text).contains(u"hush"_s));
    }

    void keepsOnlyTheNamesOfAQuery()
    {
        QCOMPARE(redactedUrl(QUrl(u"https://me:hush@acme.example/query?q=SELECT+hush&n=1#hush"_s)),
                 u"https://acme.example/query?q=…&n=…"_s);
        QCOMPARE(redactedText(u"an ordinary sentence: 12 rows"_s), u"an ordinary sentence: 12 rows"_s);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestPatientHttp)
#include "test_patient_http.moc"
