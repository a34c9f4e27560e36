#include "tests/unit/service/scripted_marketo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How the loaders of Marketo take a part through, without a network.
class TestMarketoLoader : public QObject, test::ScriptedMarketo {
    Q_OBJECT

private:
    struct Attempt {
        Result<Submitted> submitted;
        QStringList notes;
    };
    Attempt submitWith(PartLoader &loader, const QString &kind, qsizetype rows = 1)
    {
        Rows people;
        for (qsizetype row = 0; row < rows; ++row)
            people << m_ada;
        test::NotedSteps steps;
        auto submitted = loader.submit(part(kind, m_people, m_person, people), steps, {}, {});
        return { .submitted = std::move(submitted), .notes = steps.notes };
    }

private Q_SLOTS:
    void init() { forget(); }

    void keepsTheTicketBeforeAllElse_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QString>("ticket");
        QTest::addRow("both ids") << R"({"batchId":3404,"importId":"3404","status":"Queued"})"_ba
                                  << u"3404"_s;
        QTest::addRow("no import id") << R"({"batchId":3404,"status":"Importing"})"_ba << u"3404"_s;
        QTest::addRow("as text") << R"({"batchId":"3404","status":"Queued"})"_ba << u"3404"_s;
        QTest::addRow("import id alone") << R"({"importId":"3404"})"_ba << u"3404"_s;
        QTest::addRow("failed at once") << R"({"batchId":9,"status":"Failed"})"_ba << u"9"_s;
        QTest::addRow("large") << R"({"batchId":4503599627370497})"_ba << u"4503599627370497"_s;
    }
    void keepsTheTicketBeforeAllElse()
    {
        QFETCH(const QByteArray, element);
        QFETCH(const QString, ticket);
        const auto loader = signedInLoader(m_people, m_person);
        success(element);
        const Attempt attempt = submitWith(*loader, m_bulk);
        QVERIFY(attempt.submitted);
        QCOMPARE(attempt.submitted->ticket, ticket);
        QCOMPARE(attempt.notes, QStringList({ u"about"_s, u"did "_s + ticket }));
    }

    /// Source: contracts/marketo.md, 6 and 13: which refusals prove that nothing was done.
    void tellsWhatIsProven_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        QTest::addColumn<int>("seconds"); // of the wait that is named; 0: none
        const auto add = [](int code, Error::Kind kind, bool proven = true, int seconds = 0) {
            QTest::addRow("%d", code) << code << kind << proven << seconds;
        };
        using Kind = Error::Kind;
        add(500, Kind::ServiceFault, false);
        add(502, Kind::ServiceFault, false);
        add(503, Kind::ServiceFault, false);
        add(600, Kind::SignIn);
        add(603, Kind::Rejected);
        add(604, Kind::ServiceFault);
        add(605, Kind::Rejected);
        add(606, Kind::RateLimit, true, 20);
        add(608, Kind::ServiceFault);
        add(609, Kind::Rejected);
        add(610, Kind::Rejected);
        add(611, Kind::ServiceFault);
        add(612, Kind::Rejected);
        add(613, Kind::Rejected);
        add(614, Kind::ServiceFault);
        add(615, Kind::RateLimit, true, 3);
        add(616, Kind::Rejected);
        add(701, Kind::Rejected);
        add(703, Kind::Rejected);
        add(709, Kind::Rejected);
        add(713, Kind::ServiceFault);
        add(719, Kind::ServiceFault);
        add(1001, Kind::Rejected);
        add(1002, Kind::Rejected);
        add(1003, Kind::Rejected);
        add(1006, Kind::Rejected);
        add(1008, Kind::Rejected);
        add(1011, Kind::Rejected);
        add(1013, Kind::Rejected);
        add(1014, Kind::ServiceFault);
        add(1016, Kind::QueueFull, true, 30);
        add(1019, Kind::QueueFull, true, 30);
        add(1022, Kind::ServiceFault);
        add(1029, Kind::QueueFull, true, 30);
    }
    void tellsWhatIsProven()
    {
        QFETCH(const int, code);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        QFETCH(const int, seconds);
        for (const QString &way : { m_bulk, m_sync }) {
            const auto loader = signedInLoader(m_people, m_person, way);
            refusal(code);
            const Attempt attempt = submitWith(*loader, way);
            QVERIFY(!attempt.submitted);
            const Error &error = attempt.submitted.error();
            QCOMPARE(error.kind, kind);
            QVERIFY(!error.sentence.isEmpty() && !error.detail.isEmpty());
            QCOMPARE(error.retryAfter.value_or(0ms), std::chrono::seconds(seconds));
            QCOMPARE(attempt.notes, proven ? QStringList({ u"about"_s, u"did"_s }) : QStringList(u"about"_s));
            QCOMPARE(script().requests.size(), 1U); // nothing is sent again in here
        }
    }

    void tellsWhatIsProvenByOtherAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        using Kind = Error::Kind;
        QTest::addRow("413") << 413 << "<html>"_ba << Kind::Rejected << true;
        QTest::addRow("502 page") << 502 << "<html>"_ba << Kind::ServiceFault << false;
        QTest::addRow("503 empty") << 503 << ""_ba << Kind::ServiceFault << false;
        QTest::addRow("429 of a proxy") << 429 << "<html>"_ba << Kind::ServiceFault << false;
        QTest::addRow("404 page") << 404 << "<html>"_ba << Kind::BadReply << false;
        QTest::addRow("200 page") << 200 << "<html>"_ba << Kind::BadReply << false;
        QTest::addRow("200 empty") << 200 << ""_ba << Kind::BadReply << false;
        QTest::addRow("no code") << 200 << R"({"success":false,"errors":[{"message":"?"}]})"_ba
                                 << Kind::BadReply << false;
        QTest::addRow("no errors") << 200 << R"({"success":false})"_ba << Kind::BadReply << false;
        QTest::addRow("no result") << 200 << R"({"success":true,"result":[]})"_ba << Kind::BadReply << false;
        const auto refusalOf = [](const QByteArrayList &codes) {
            QByteArrayList errors;
            for (const QByteArray &code : codes)
                errors << "{\"code\":\"" + code + "\"}";
            return QByteArray("{\"success\":false,\"errors\":[" + errors.join(',') + "]}");
        };
        // Marketo refuses with 200: whoever says something else may know no better.
        QTest::addRow("1003 with 400") << 400 << refusalOf({ "1003" }) << Kind::BadReply << false;
        QTest::addRow("606 with 502") << 502 << refusalOf({ "606" }) << Kind::ServiceFault << false;
        QTest::addRow("604 with 504") << 504 << refusalOf({ "604" }) << Kind::ServiceFault << false;
        QTest::addRow("606 with 429") << 429 << refusalOf({ "606" }) << Kind::ServiceFault << false;
        QTest::addRow("601 with 502") << 502 << refusalOf({ "601" }) << Kind::ServiceFault << false;
        QTest::addRow("607 with 500") << 500 << refusalOf({ "607" }) << Kind::ServiceFault << false;
        QTest::addRow("1016 with 503") << 503 << refusalOf({ "1016" }) << Kind::ServiceFault << false;
        QTest::addRow("1013 with 404") << 404 << refusalOf({ "1013" }) << Kind::BadReply << false;
        QTest::addRow("606 and 502") << 200 << refusalOf({ "606", "502" }) << Kind::BadReply << false;
        QTest::addRow("713 with 413") << 413 << refusalOf({ "713" }) << Kind::ServiceFault << true;
    }
    void tellsWhatIsProvenByOtherAnswers()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        for (const QString &way : { m_bulk, m_sync }) {
            const auto loader = signedInLoader(m_people, m_person, way);
            script().answer(status, body);
            const Attempt attempt = submitWith(*loader, way);
            QVERIFY(!attempt.submitted);
            QCOMPARE(attempt.submitted.error().kind, kind);
            QCOMPARE(attempt.notes, proven ? QStringList({ u"about"_s, u"did"_s }) : QStringList(u"about"_s));
        }
    }

    void tellsALostReplyFromNoConnection()
    {
        for (const QString &way : { m_bulk, m_sync }) {
            const auto loader = signedInLoader(m_people, m_person, way);
            script().fail(Error::Kind::Timeout);
            QCOMPARE(submitWith(*loader, way).notes, QStringList(u"about"_s));
            script().fail(Error::Kind::Network);
            QCOMPARE(submitWith(*loader, way).notes, QStringList({ u"about"_s, u"did"_s }));
        }
    }

    /// What breaks off while a token is asked for, or is stopped before its turn, has sent nothing.
    void knowsThatNothingWasSent()
    {
        for (const QString &way : { m_bulk, m_sync }) {
            const QStringList proven { u"about"_s, u"did"_s };
            auto loader = signedInLoader(m_people, m_person, way);
            refusal(602);
            script().fail(Error::Kind::Timeout); // of the new token
            const Attempt noToken = submitWith(*loader, way);
            QCOMPARE(noToken.submitted.error().kind, Error::Kind::Timeout);
            QCOMPARE(noToken.notes, proven);

            loader = signedInLoader(m_people, m_person, way);
            std::stop_source stop;
            m_clock.onSleep = [&stop] { stop.request_stop(); };
            test::NotedSteps steps;
            const auto sent
                = loader->submit(part(way, m_people, m_person, m_ada), steps, {}, stop.get_token());
            m_clock.onSleep = {};
            QVERIFY(!sent && sent.error().cancelled());
            QVERIFY(script().requests.empty());
            QCOMPARE(steps.notes, proven);

            loader = signedInLoader(m_people, m_person, way);
            refusal(602);
            tokenAnswer("t2");
            script().fail(Error::Kind::Timeout); // of the second send
            QCOMPARE(submitWith(*loader, way).notes, QStringList(u"about"_s));
        }
    }

    void tellsBytesOfThePartAlone()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(R"({"batchId":3404})");
        const PartFile file = part(m_bulk, m_people, m_person, m_ada);
        qint64 told = 0;
        test::NotedSteps steps;
        QVERIFY(loader->submit(file, steps, Progress([&told](qint64 done, qint64) { told = done; }), {}));
        QCOMPARE(told, file.bytes);
    }

    void recoversByTheStepsAlone()
    {
        const RecordedStep begun { .step = Step::Send, .done = false, .ticket = {} };
        const RecordedStep refused { .step = Step::Send, .done = true, .ticket = {} };
        const RecordedStep sent { .step = Step::Send, .done = true, .ticket = u"3404"_s };
        using Kind = Recovery::Kind;
        for (const QString &way : { m_bulk, m_sync }) {
            const auto loader = signedInLoader(m_people, m_person, way);
            test::NotedSteps log;
            const auto kindAfter = [&](const std::vector<RecordedStep> &steps) {
                const auto recovery = loader->recover({}, steps, log, {});
                return recovery ? std::pair(recovery->kind, recovery->ticket)
                                : std::pair(Kind::Outcomes, u"error"_s);
            };
            QCOMPARE(kindAfter({}), std::pair(Kind::NothingHappened, QString()));
            QCOMPARE(kindAfter({ begun }), std::pair(Kind::Undecidable, QString()));
            QCOMPARE(kindAfter({ begun, refused }), std::pair(Kind::NothingHappened, QString()));
            if (way == m_bulk)
                QCOMPARE(kindAfter({ begun, sent }), std::pair(Kind::Running, u"3404"_s));
            QVERIFY(script().requests.empty());
        }
    }

    void getsANewTokenOnce()
    {
        const auto loader = signedInLoader(m_people, m_person);
        refusal(602);
        tokenAnswer("t2");
        success(R"({"batchId":3404})");
        QVERIFY(submitWith(*loader, m_bulk).submitted);
        QCOMPARE(script().requests.size(), 3U);
        QCOMPARE(script().requests[2].body, script().requests[0].body);
        QCOMPARE(test::headerOf(request(2), "Authorization"), "Bearer t2"_ba);

        script().requests.clear();
        refusal(601);
        tokenAnswer("t3");
        refusal(601);
        const Attempt attempt = submitWith(*loader, m_bulk);
        QVERIFY(!attempt.submitted);
        QCOMPARE(attempt.submitted.error().kind, Error::Kind::SignIn);
        QCOMPARE(attempt.notes, QStringList({ u"about"_s, u"did"_s }));
    }

    /// While a token is alive Marketo hands out the same: refused once, it is tried once more.
    /// Source: contracts/marketo.md, 2 and 6.1.
    void triesTheSameTokenOnceMore()
    {
        for (const QString &way : { m_bulk, m_sync }) {
            const auto loader = signedInLoader(m_people, m_person, way);
            for (const int code : { 601, 602 }) {
                script().requests.clear();
                refusal(code);
                tokenAnswer();
                success(R"({"batchId":3404,"id":1,"status":"created"})");
                QVERIFY(submitWith(*loader, way).submitted);
                QCOMPARE(script().requests.size(), 3U);
                QCOMPARE(script().requests[2].body, script().requests[0].body);
                QCOMPARE(test::headerOf(request(2), "Authorization"),
                         test::headerOf(request(0), "Authorization"));
            }
            script().requests.clear();
            refusal(602);
            tokenAnswer();
            refusal(601);
            const Attempt attempt = submitWith(*loader, way);
            QVERIFY(!attempt.submitted);
            QCOMPARE(attempt.submitted.error().kind, Error::Kind::SignIn);
            QVERIFY(attempt.submitted.error().sentence.contains(u"Marketo"));
            QCOMPARE(script().requests.size(), 3U);
            QCOMPARE(attempt.notes, QStringList({ u"about"_s, u"did"_s }));
        }
    }

    /// Midnight in Chicago, in winter and in summer. Source: contracts/marketo.md, 5.
    void saysWhenTheDayIsOver_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("anew");
        const auto utc = [](int month, int day, int hour) {
            return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC);
        };
        QTest::addRow("winter") << utc(11, 21, 9) << utc(11, 22, 6);
        QTest::addRow("summer") << utc(7, 1, 9) << utc(7, 2, 5);
        QTest::addRow("just before") << utc(11, 21, 5) << utc(11, 21, 6);
        QTest::addRow("just after") << utc(11, 21, 6) << utc(11, 22, 6);
        QTest::addRow("clocks go forward") << utc(3, 8, 7) << utc(3, 9, 5);
        QTest::addRow("clocks go back") << utc(11, 1, 6) << utc(11, 2, 6);
    }
    void saysWhenTheDayIsOver()
    {
        QFETCH(const QDateTime, now);
        QFETCH(const QDateTime, anew);
        m_clock.setTo(now);
        const auto loader = signedInLoader(m_people, m_person);
        refusal(607, "Daily quota '50000' reached");
        const Attempt attempt = submitWith(*loader, m_bulk);
        QVERIFY(!attempt.submitted);
        const Error &error = attempt.submitted.error();
        QCOMPARE(error.kind, Error::Kind::Quota);
        QCOMPARE(error.retryAfter.value_or(0ms), std::chrono::milliseconds(m_clock.now().msecsTo(anew)));
        const QString local = QLocale().toString(anew.toLocalTime().time(), QLocale::ShortFormat);
        QVERIFY2(error.sentence.contains(local), qPrintable(error.sentence));
        QCOMPARE(attempt.notes, QStringList({ u"about"_s, u"did"_s }));
    }

    void namesTheRightThatIsMissing()
    {
        const auto loader = signedInLoader(m_people, m_person);
        refusal(603, "Access denied");
        QVERIFY(submitWith(*loader, m_bulk).submitted.error().sentence.contains(u"Read-Write Lead"));
        refusal(603, "Access denied");
        const auto lists = m_session->choices(u"list"_s, m_people, {});
        QVERIFY(!lists);
        QVERIFY(lists.error().sentence.contains(u"Read-Only Lead"));
    }

    void stopsAtOnce()
    {
        const auto loader = signedInLoader(m_people, m_person);
        std::stop_source stop;
        script().onRequest = [&stop] { stop.request_stop(); };
        test::NotedSteps steps;
        const auto sent
            = loader->submit(part(m_bulk, m_people, m_person, m_ada), steps, {}, stop.get_token());
        QVERIFY(!sent && sent.error().cancelled());
        QCOMPARE(steps.notes, QStringList(u"about"_s)); // it may have arrived
    }

    void follows_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<RemoteState::Stage>("stage");
        QTest::addColumn<int>("processed");
        QTest::addColumn<int>("failed");
        using Stage = RemoteState::Stage;
        QTest::addRow("queued") << R"({"batchId":3404,"status":"Queued"})"_ba << Stage::Queued << 0 << 0;
        QTest::addRow("importing") << job("Importing", 20, 3, 1) << Stage::Working << 23 << 3;
        QTest::addRow("complete") << job("Complete", 2, 1, 1) << Stage::Finished << 3 << 1;
        QTest::addRow("nothing went in") << job("Complete", 0, 3, 0) << Stage::Finished << 3 << 3;
        QTest::addRow("failed") << job("Failed", 0, 0, 0) << Stage::Failed << 0 << 0;
    }
    void follows()
    {
        QFETCH(const QByteArray, element);
        QFETCH(const RemoteState::Stage, stage);
        QFETCH(const int, processed);
        QFETCH(const int, failed);
        const auto loader = signedInLoader(m_people, m_person);
        success(element);
        const auto state = loader->poll(u"3404"_s, {});
        QVERIFY(state);
        QCOMPARE(state->stage, stage);
        QCOMPARE(state->processed, processed);
        QCOMPARE(state->failed, failed);
        QCOMPARE(state->message, stage == RemoteState::Stage::Failed ? u"x"_s : QString());
    }

    void knowsWhatIsForgotten()
    {
        const auto loader = signedInLoader(m_people, m_person);
        for (const int code : { 1013, 610 }) {
            refusal(code);
            success(job("Importing", 1, 0, 0)); // it was too new to be known everywhere
            const auto begun = m_clock.elapsed();
            QCOMPARE(loader->poll(u"3404"_s, {})->stage, RemoteState::Stage::Working);
            QVERIFY(m_clock.elapsed() - begun >= 5s);
            refusal(code);
            refusal(code);
            const auto state = loader->poll(u"3404"_s, {});
            QVERIFY(state);
            QCOMPARE(state->stage, RemoteState::Stage::Forgotten);
        }
        refusal(606);
        QCOMPARE(loader->poll(u"3404"_s, {}).error().kind, Error::Kind::RateLimit);
        success(R"({"batchId":3404,"status":"Sleeping"})");
        QCOMPARE(loader->poll(u"3404"_s, {}).error().kind, Error::Kind::BadReply);
    }

    void takesTheAnswerOfACall()
    {
        const auto loader = signedInLoader(m_people, m_person, m_sync);
        success(
            R"({"id":318601,"status":"updated"},{"id":318602,"status":"created"},
               {"status":"skipped","reasons":[{"code":"1007","message":"Multiple leads match lookup criteria"},{"code":"1003","message":"x"}]},
               {"status":"odd"})");
        const Attempt attempt = submitWith(*loader, m_sync, 5);
        QVERIFY(attempt.submitted);
        QVERIFY(attempt.submitted->ticket.isEmpty() && !attempt.submitted->restNotIn);
        const std::vector<PlacedResult> wanted {
            { .place = 0, .outcome = Outcome::Updated, .recordId = u"318601"_s },
            { .place = 1, .outcome = Outcome::Added, .recordId = u"318602"_s },
            { .place = 2,
              .outcome = Outcome::Failed,
              .reason = { .code = u"1007"_s,
                          .field = {},
                          .text = u"Multiple leads match lookup criteria\n1003: x"_s } },
        };
        QCOMPARE(attempt.submitted->results, wanted); // of the last two nobody knows
        QCOMPARE(attempt.notes, QStringList(u"about"_s));
    }

    void doesNotTrustMoreAnswersThanPeople()
    {
        const auto loader = signedInLoader(m_people, m_person, m_sync);
        success(R"({"id":1,"status":"updated"},{"id":2,"status":"created"})");
        const Attempt attempt = submitWith(*loader, m_sync);
        QVERIFY(!attempt.submitted);
        QCOMPARE(attempt.submitted.error().kind, Error::Kind::BadReply);
        QCOMPARE(attempt.notes, QStringList(u"about"_s));
    }

    /// All programs of a Marketo share its limits. Source: contracts/marketo.md, 5.
    void keepsCallsApart()
    {
        const auto loader = signedInLoader(m_people, m_person);
        std::vector<std::chrono::milliseconds> times;
        script().onRequest = [&] { times.push_back(m_clock.elapsed()); };
        for (int call = 0; call < 5; ++call) {
            success(R"({"status":"Queued"})");
            (void)loader->poll(u"1"_s, {});
        }
        for (std::size_t i = 1; i < times.size(); ++i)
            QCOMPARE(times[i] - times[i - 1], 200ms);
        refusal(606);
        (void)loader->poll(u"1"_s, {});
        const auto refused = m_clock.elapsed();
        success(R"({"status":"Queued"})");
        (void)loader->poll(u"1"_s, {});
        QCOMPARE(m_clock.elapsed() - refused, 500ms); // the window is waited for by whoever was refused
        success(R"({"status":"Queued"})");
        (void)loader->poll(u"1"_s, {});
        QCOMPARE(m_clock.elapsed() - refused, 1000ms); // and it is careful for a while
    }

    void listsWhatCanBeChosen()
    {
        signIn();
        const QJsonArray pages
            = QJsonDocument::fromJson(test::testData(u"marketo/lists.two-pages.json"_s))["responses"_L1]
                  .toArray();
        QCOMPARE(pages.size(), 2);
        for (const QJsonValue &page : pages)
            script().answer(200, QJsonDocument(page.toObject()).toJson());
        const auto lists = m_session->choices(u"list"_s, m_people, {});
        QVERIFY(lists);
        QCOMPARE(lists->size(), 2U);
        const OptionChoice wanted { .value = u"1007"_s,
                                    .label = u"Test list 1"_s,
                                    .detail = u"Workspace “Default”"_s };
        QCOMPARE(lists->front(), wanted);

        success(R"({"id":1,"name":"Default","description":"Initial"},{"id":2,"name":"EMEA"})");
        const auto partitions = m_session->choices(u"partition"_s, m_people, {});
        QVERIFY(partitions);
        QCOMPARE(partitions->size(), 2U);
        QCOMPARE((*partitions)[0].detail, u"Initial"_s);
        QCOMPARE((*partitions)[1].value, u"EMEA"_s);
        QVERIFY(m_session->choices(u"assignmentRule"_s, m_people, {})->empty());
    }

    void endsWhenPagesGoRound()
    {
        signIn();
        for (int page = 0; page < 3; ++page)
            script().answer(200, R"({"success":true,"result":[],"nextPageToken":"A"})");
        QVERIFY(m_session->choices(u"list"_s, m_people, {}));
        QCOMPARE(script().requests.size(), 2U);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoLoader)
#include "test_marketo_loader.moc"
