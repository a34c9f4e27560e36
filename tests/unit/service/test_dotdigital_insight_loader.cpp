#include "app/service/dotdigital/insight_report.h"
#include "tests/unit/service/scripted_insight.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How the loaders of insight data take a part through, without a network.
class TestDotdigitalInsightLoader : public QObject, test::ScriptedInsight {
    Q_OBJECT

private:
    static constexpr std::array<const char *, 2> m_ways { dotdigital::insightV2Kind,
                                                          dotdigital::insightV3Kind };

    struct Attempt {
        Result<Submitted> submitted;
        QStringList notes;
    };
    Attempt submit(const char *way)
    {
        test::NotedSteps steps;
        auto submitted = loader(way, m_orders)->submit(part("[]"), steps, {}, {});
        return { .submitted = std::move(submitted), .notes = steps.notes };
    }
    Result<RemoteState> poll(const char *way) { return loader(way, m_orders)->poll(u"842d81e8"_s, {}); }
    /// What the latest collect() told, a line each, or how it failed.
    Done collect(const char *way, const QStringList &fields = {})
    {
        test::NotedResults results;
        const Done done = loader(way, m_orders, fields)->collect(u"842d81e8"_s, folder(), results, {});
        m_told = results.lines;
        return done;
    }

    QStringList m_told;

private Q_SLOTS:
    void init() { forget(); }

    void keepsTheTicketBeforeAllElse_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("ticket"); // empty: nobody knows what became of it
        const QByteArray old = dotdigital::insightV2Kind;
        const QByteArray newer = dotdigital::insightV3Kind;
        QTest::addRow("v2") << old << 202 << R"({"id":"842d81e8-c6","status":"NotStarted"})"_ba
                            << u"842d81e8-c6"_s;
        QTest::addRow("v2, other case")
            << old << 202 << R"({"Id":"842D","Status":"NotStarted"})"_ba << u"842D"_s;
        QTest::addRow("v3") << newer << 202 << R"({"importId":"d7de900d"})"_ba << u"d7de900d"_s;
        QTest::addRow("another yes") << newer << 200 << R"({"importId":"d7de900d"})"_ba << u"d7de900d"_s;
        QTest::addRow("no id") << old << 202 << R"({"status":"NotStarted"})"_ba << QString();
        QTest::addRow("empty") << old << 202 << ""_ba << QString();
        QTest::addRow("a page") << newer << 200 << "<html>"_ba << QString();
        QTest::addRow("an id that is a path") << newer << 202 << R"({"importId":"../../x"})"_ba << QString();
    }
    void keepsTheTicketBeforeAllElse()
    {
        QFETCH(const QByteArray, way);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, ticket);
        script().answer(status, body);
        const Attempt attempt = submit(way.constData());
        if (ticket.isEmpty()) {
            QVERIFY(!attempt.submitted);
            QCOMPARE(attempt.submitted.error().kind, Error::Kind::BadReply);
            QCOMPARE(attempt.notes, QStringList(u"about"_s));
            return;
        }
        QVERIFY(attempt.submitted);
        QCOMPARE(attempt.submitted->ticket, ticket);
        QCOMPARE(attempt.notes, QStringList({ u"about"_s, u"did "_s + ticket }));
    }

    /// Which refusals prove that nothing was begun. Source: contracts/dotdigital.md, 2, 3 and 4.2.
    void tellsWhatIsProven_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        using Kind = Error::Kind;
        const auto v2
            = [](const char *token) { return QByteArray("{\"message\":\"Error: ") + token + "\"}"; };
        const auto v3 = [](const char *code) {
            return QByteArray("{\"errorCode\":\"") + code + "\",\"description\":\"No.\"}";
        };
        QTest::addRow("tiered limit") << 429 << ""_ba << Kind::RateLimit << true;
        QTest::addRow("flat limit") << 400 << v2("ERROR_APIUSAGE_EXCEEDED") << Kind::RateLimit << true;
        QTest::addRow("five at work")
            << 429 << v3("insightData:tooManyActiveImports") << Kind::QueueFull << true;
        QTest::addRow("many at work")
            << 400 << v2("ERROR_IMPORT_TOOMANYACTIVEIMPORTS") << Kind::QueueFull << true;
        QTest::addRow("too large") << 413 << "<html>"_ba << Kind::Rejected << true;
        QTest::addRow("malformed") << 400 << v2("ERROR_MALFORMED_REQUEST") << Kind::Rejected << true;
        QTest::addRow("bad JSON") << 400 << v3("insightData:badJson") << Kind::Rejected << true;
        QTest::addRow("no token") << 400 << R"({"message":"transactional data can not be null"})"_ba
                                  << Kind::Rejected << true;
        QTest::addRow("name") << 400 << v2("ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME")
                              << Kind::Rejected << true;
        QTest::addRow("storage") << 400 << v2("ERROR_TRANSACTIONAL_DATA_STORAGE_ALLOWANCE_EXCEEDED")
                                 << Kind::Rejected << true;
        QTest::addRow("login") << 401 << R"({"message":"Authorization has been denied for this request."})"_ba
                               << Kind::SignIn << true;
        QTest::addRow("region") << 403 << "Forbidden: Access is denied"_ba << Kind::Rejected << true;
        QTest::addRow("restoring") << 503 << v2("ERROR_TRANSACTIONAL_DATA_COLLECTION_IS_RESTORING")
                                   << Kind::ServiceFault << true;
        QTest::addRow("maintenance") << 503 << v2("ERROR_SYSTEM_SERVICETEMPORARILYUNAVAILABLE")
                                     << Kind::ServiceFault << true;
        QTest::addRow("503 page") << 503 << "<html>"_ba << Kind::ServiceFault << false;
        QTest::addRow("502") << 502 << ""_ba << Kind::ServiceFault << false;
        QTest::addRow("500") << 500 << v2("ERROR_UNKNOWN") << Kind::ServiceFault << false;
        QTest::addRow("404 page") << 404 << "<html>"_ba << Kind::BadReply << false;
        QTest::addRow("redirect") << 302 << ""_ba << Kind::BadReply << false;
    }
    void tellsWhatIsProven()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        for (const char *way : m_ways) {
            forget();
            script().answer(status, body);
            const Attempt attempt = submit(way);
            QVERIFY(!attempt.submitted);
            QCOMPARE(attempt.submitted.error().kind, kind);
            QVERIFY(!attempt.submitted.error().sentence.isEmpty());
            QCOMPARE(attempt.notes, proven ? QStringList({ u"about"_s, u"did"_s }) : QStringList(u"about"_s));
            QCOMPARE(script().requests.size(), 1U); // nothing is sent again in here
        }
    }

    void tellsWhatBreaksOff_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        QTest::addRow("no connection") << Error::Kind::Network << true;
        QTest::addRow("lost reply") << Error::Kind::Timeout << false;
        QTest::addRow("odd reply") << Error::Kind::BadReply << false;
        QTest::addRow("stopped") << Error::Kind::Cancelled << false;
    }
    void tellsWhatBreaksOff()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        for (const char *way : m_ways) {
            forget();
            script().fail(kind);
            const Attempt attempt = submit(way);
            QVERIFY(!attempt.submitted);
            QCOMPARE(attempt.submitted.error().kind, kind);
            QCOMPARE(attempt.notes, proven ? QStringList({ u"about"_s, u"did"_s }) : QStringList(u"about"_s));
            QCOMPARE(script().requests.size(), 1U);
        }
    }

    void waitsForTheEndOfALimit()
    {
        const qint64 end = m_clock.now().toSecsSinceEpoch() + 42;
        script().answer(429, {}, { { "x-ratelimit-reset", QByteArray::number(end) } });
        const Attempt attempt = submit(dotdigital::insightV2Kind);
        QVERIFY(!attempt.submitted);
        const auto wait = attempt.submitted.error().retryAfter.value_or(0ms);
        QVERIFY(wait > 40s && wait <= 42s);
    }

    void refusesChoicesThatNobodyKnows()
    {
        Target target = m_orders;
        target.options = { { u"identifier"_s, u"telepathy"_s } };
        test::NotedSteps steps;
        const auto sent = loader(dotdigital::insightV3Kind, target)->submit(part("[]"), steps, {}, {});
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Error::Kind::BadInput);
        QVERIFY(script().requests.empty() && steps.notes.isEmpty());
    }

    void neverGuessesWhatBecameOfASubmit()
    {
        const auto recovered = [this](const std::vector<RecordedStep> &steps) {
            test::NotedSteps log;
            const auto recovery
                = loader(dotdigital::insightV2Kind, m_orders)->recover(part("[]"), steps, log, {});
            return recovery ? std::pair { recovery->kind, recovery->ticket }
                            : std::pair { Recovery::Kind::Outcomes, QString() };
        };
        const RecordedStep about { .step = Step::Send, .ticket = {} };
        const RecordedStep refused { .step = Step::Send, .done = true, .ticket = {} };
        const RecordedStep taken { .step = Step::Send, .done = true, .ticket = u"842d81e8"_s };
        using enum Recovery::Kind;
        QCOMPARE(recovered({}), std::pair(NothingHappened, QString()));
        QCOMPARE(recovered({ about }), std::pair(Undecidable, QString()));
        QCOMPARE(recovered({ about, refused }), std::pair(NothingHappened, QString()));
        QCOMPARE(recovered({ about, refused, about }), std::pair(Undecidable, QString()));
        QCOMPARE(recovered({ about, taken }), std::pair(Running, u"842d81e8"_s));
        QVERIFY(script().requests.empty());
    }

    void polls_data()
    {
        using Stage = RemoteState::Stage;
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<QString>("status");
        QTest::addColumn<Stage>("stage");
        const QByteArray old = dotdigital::insightV2Kind;
        const QByteArray newer = dotdigital::insightV3Kind;
        QTest::addRow("v2 waiting") << old << u"NotStarted"_s << Stage::Queued;
        QTest::addRow("v2 running") << old << u"NotFinished"_s << Stage::Working;
        QTest::addRow("v2 done") << old << u"Finished"_s << Stage::Finished;
        QTest::addRow("v2 failed") << old << u"Failed"_s << Stage::Failed;
        QTest::addRow("v2 placeholder") << old << u"NotAvailableInThisVersion"_s << Stage::Failed;
        QTest::addRow("v3 waiting") << newer << u"NotStarted"_s << Stage::Queued;
        QTest::addRow("v3 running") << newer << u"Processing"_s << Stage::Working;
        QTest::addRow("v3 done") << newer << u"Finished"_s << Stage::Finished;
        QTest::addRow("v3 done, by the schema") << newer << u"Complete"_s << Stage::Finished;
        QTest::addRow("v3 failed") << newer << u"Failed"_s << Stage::Failed;
        QTest::addRow("v3 other word") << newer << u"Validating"_s << Stage::Working;
    }
    void polls()
    {
        QFETCH(const QByteArray, way);
        QFETCH(const QString, status);
        QFETCH(const RemoteState::Stage, stage);
        script().answer(200, "{\"id\":\"842d81e8\",\"status\":\"" + status.toUtf8() + "\"}");
        const auto state = poll(way.constData());
        QVERIFY(state);
        QCOMPARE(state->stage, stage);
        QCOMPARE(state->message.isEmpty(), stage != RemoteState::Stage::Failed);
    }

    void takesNoWordsForAStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("none") << 200 << R"({"id":"842d81e8"})"_ba;
        QTest::addRow("a page") << 200 << "<html>"_ba;
        QTest::addRow("empty") << 200 << ""_ba;
        QTest::addRow("a list") << 200 << R"([{"status":"Finished"}])"_ba;
        QTest::addRow("cut off") << 200 << R"({"status":"Finished")"_ba;
        QTest::addRow("somebody else's") << 404 << "<html>"_ba;
    }
    void takesNoWordsForAStatus()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        for (const char *way : m_ways) {
            forget();
            script().answer(status, body);
            const auto state = poll(way);
            QVERIFY(!state);
            QCOMPARE(state.error().kind, Error::Kind::BadReply);
        }
    }

    void asksTwiceBeforeAnImportIsForgotten()
    {
        const QByteArray old = R"({"message":"Error: ERROR_IMPORT_NOT_FOUND"})";
        const QByteArray newer = R"({"errorCode":"insightData:importNotFound","description":"?"})";
        for (const auto &[way, body] :
             { std::pair(dotdigital::insightV2Kind, old), std::pair(dotdigital::insightV3Kind, newer) }) {
            forget();
            script().answer(404, body);
            script().answer(404, body);
            const auto state = poll(way);
            QVERIFY(state);
            QCOMPARE(state->stage, RemoteState::Stage::Forgotten);
            script().answer(404, body);
            script().answer(200, R"({"status":"NotStarted"})");
            const auto later = poll(way);
            QVERIFY(later);
            QCOMPARE(later->stage, RemoteState::Stage::Queued);
        }
    }

    void collectsV2()
    {
        script().answer(
            200,
            R"({"totalItems":3,"totalImported":1,"totalRejected":2,"faults":[)"
            R"({"key":"SO-2 ü","reason":"ContactEmailDoesNotExist","detail":"nobody@example.net"},)"
            R"({"key":"SO-3","reason":"JsonValueIncompatibleWithSchema"}]})");
        script().answer(200, R"({"id":"842d81e8","status":"Finished"})");
        QVERIFY(collect(dotdigital::insightV2Kind));
        QCOMPARE(m_told,
                 QStringList({ u"columns $key"_s,
                               u"failed [SO-2 ü] ContactEmailDoesNotExist|$contact|nobody@example.net"_s,
                               u"failed [SO-3] JsonValueIncompatibleWithSchema||"_s, u"others in"_s,
                               u"totals 1 2 ?"_s }));
        QVERIFY(QDir(folder()).entryList({ u"*report*"_s }).isEmpty());
    }

    void collectsV3()
    {
        // Members of the record that is echoed have any names: none of them is one of the report's.
        script().answer(
            200,
            R"({"importId":"842d81e8","status":"Finished","collectionName":"ShopOrders",)"
            R"("summary":{"totalRecords":4,"totalImported":1,"totalRejected":3},"failures":[)"
            R"({"collectionOwner":{"ownerType":"contact","contactIdentity":{"value":"nobody@example.net"}},)"
            R"("failureReason":"ContactEmailDoesNotExist","key":"SO-2","json":{"key":"SO-9","reason":"x",)"
            R"("details":["y"],"failures":[{"key":"SO-8"}],"value":1e999,"a":[-123456789012345678901.5,2]}},)"
            R"({"failureReason":"InconsistentTypes","details":["'tags' has texts and numbers","second"],)"
            R"("key":3,"json":null},)"
            R"({"failureReason":"Unknown","details":"all of it","key":"SO-4","json":{}}]})");
        QVERIFY(collect(dotdigital::insightV3Kind, { u"$key"_s, u"tags"_s }));
        QCOMPARE(m_told,
                 QStringList({ u"columns $key"_s,
                               u"failed [SO-2] ContactEmailDoesNotExist|$contact|nobody@example.net"_s,
                               u"failed [3] InconsistentTypes|tags|'tags' has texts and numbers\nsecond"_s,
                               u"failed [SO-4] Unknown||all of it"_s, u"others in"_s, u"totals 1 3 ?"_s }));
        QCOMPARE(script().requests.size(), 1U);
    }

    void tellsWhatItCounts_data()
    {
        QTest::addColumn<QByteArray>("report");
        QTest::addColumn<QString>("totals");
        QTest::addRow("no faults")
            << R"({"totalItems":2,"totalImported":2,"totalRejected":0,"faults":null})"_ba
            << u"totals 2 0 ?"_s;
        QTest::addRow("faults withheld")
            << R"({"totalItems":2,"totalImported":1,"totalRejected":1,"faults":null})"_ba
            << u"totals 1 1 ?"_s;
        QTest::addRow("other case")
            << R"({"TotalItems":2,"TotalImported":1,"TotalRejected":1,"Faults":[]})"_ba << u"totals 1 1 ?"_s;
        QTest::addRow("rejected are not counted")
            << R"({"totalItems":5,"totalImported":3})"_ba << u"totals 3 2 ?"_s;
    }
    void tellsWhatItCounts()
    {
        QFETCH(const QByteArray, report);
        QFETCH(const QString, totals);
        script().answer(200, report);
        script().answer(200, R"({"status":"Finished"})");
        QVERIFY(collect(dotdigital::insightV2Kind));
        QCOMPARE(m_told, QStringList({ u"columns $key"_s, u"others in"_s, totals }));
    }

    void saysThatAFailedImportIsUnknown()
    {
        script().answer(404, R"({"message":"ERROR_IMPORT_REPORT_NOT_FOUND"})");
        script().answer(200, R"({"status":"Failed"})");
        QVERIFY(collect(dotdigital::insightV2Kind));
        QCOMPARE(m_told,
                 QStringList({ u"others unknown Dotdigital says that the import failed: Failed."_s,
                               u"totals ? ? ?"_s }));
        script().answer(200, R"({"status":"Failed","failures":[{"key":"a","failureReason":"InvalidJson"}]})");
        QVERIFY(collect(dotdigital::insightV3Kind));
        QCOMPARE(m_told,
                 QStringList({ u"columns $key"_s, u"failed [a] InvalidJson||"_s,
                               u"others unknown Dotdigital says that the import failed: Failed."_s,
                               u"totals ? ? ?"_s }));
    }

    void waitsForAReport()
    {
        script().answer(404, R"({"message":"ERROR_IMPORT_REPORT_NOT_FOUND"})");
        script().answer(200, R"({"status":"Finished"})");
        const Done collected = collect(dotdigital::insightV2Kind);
        QVERIFY(!collected);
        QCOMPARE(collected.error().kind, Error::Kind::Rejected); // by which whoever walks the part asks again
        QVERIFY(collected.error().retryAfter.value_or(0ms) > 0ms);
        QVERIFY(m_told.isEmpty());
    }

    /// By the faults that are named nobody can tell whether there are more.
    void waitsForTheCountsOfVersion3()
    {
        for (const char *status : { "Finished", "Complete" }) {
            forget();
            const QByteArray answer
                = R"({"importId":"842d81e8","status":"STATUS"})"_ba.replace("STATUS", status);
            script().answer(200, answer);
            script().answer(200, answer);
            const Done collected = collect(dotdigital::insightV3Kind);
            QVERIFY(!collected);
            QCOMPARE(collected.error().kind, Error::Kind::Rejected);
            QVERIFY(collected.error().retryAfter.value_or(0ms) > 0ms);
            QVERIFY(!m_told.join(u' ').contains(u"others"_s));
        }
    }

    void takesNothingElseForAReport_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("empty") << ""_ba;
        QTest::addRow("a page") << "<html>"_ba;
        QTest::addRow("cut off") << R"({"totalItems":2,"totalImported":1,"faults":[{"key":"a")"_ba;
        QTest::addRow("odd numbers") << R"({"totalItems":5,"totalImported":-1,"totalRejected":"x"})"_ba;
        QTest::addRow("no counts, no status") << R"({"id":"842d81e8"})"_ba;
    }
    void takesNothingElseForAReport()
    {
        QFETCH(const QByteArray, body);
        for (const char *way : m_ways) {
            forget();
            script().answer(200, body);
            const Done collected = collect(way);
            QVERIFY(!collected);
            QVERIFY(collected.error().kind == Error::Kind::BadReply || script().requests.size() == 2);
            QVERIFY(!m_told.join(u' ').contains(u"others"_s));
        }
    }

    void collectsOnlyWhatHasEnded()
    {
        script().answer(200, R"({"status":"Processing"})");
        QVERIFY(!collect(dotdigital::insightV3Kind));
        script().answer(200, R"({"totalItems":2,"totalImported":2,"totalRejected":0})");
        script().answer(200, R"({"status":"NotFinished"})");
        QVERIFY(!collect(dotdigital::insightV2Kind));
        QVERIFY(!m_told.join(u' ').contains(u"others"_s));
    }

    void hasNoWayToAbort()
    {
        for (const char *way : m_ways) {
            QVERIFY(!kind(way).canAbort);
            QVERIFY(!loader(way, m_orders)->abort(u"842d81e8"_s, {}));
        }
        QVERIFY(script().requests.empty());
    }

    /// Source: contracts/dotdigital.md, 4.4.
    void namesWhatAReasonIsAbout_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("details");
        QTest::addColumn<QString>("field");
        const auto add = [](const char *reason, const QString &field, const QString &details = {}) {
            QTest::addRow("%s %s", reason, qPrintable(details))
                << QString::fromLatin1(reason) << details << field;
        };
        const QString key = u"$key"_s;
        const QString contact = u"$contact"_s;
        add("InvalidClientKey", key);
        add("DuplicateKey", key);
        add("KeyExistingForDifferentContact", key);
        add("InvalidContactIdentifier", contact);
        add("InvalidContactIdentifierType", contact);
        add("ContactIdDoesNotExist", contact);
        add("ContactEmailDoesNotExist", contact);
        add("ContactPhoneNumberDoesNotExist", contact);
        add("ContactCustomIdentifierValueDoesNotExist", contact);
        add("JsonValueTooLong", u"note"_s, u"note"_s);
        add("JsonNumberValueTooLarge", u"products[].qty"_s, u"Field 'products.qty' is too large"_s);
        add("JsonValueIncompatibleWithSchema", u"products[].qty"_s, u"\"products[].qty\""_s);
        add("JsonDoesNotMatchSchema", {}, u"a note about something"_s);
        add("Unknown", {});
        add("MissingCollection", {});
    }
    void namesWhatAReasonIsAbout()
    {
        QFETCH(const QString, reason);
        QFETCH(const QString, details);
        QFETCH(const QString, field);
        const QStringList fields { u"$key"_s, u"$contact"_s, u"note"_s, u"products[].qty"_s };
        const Reason made = dotdigital::faultReason(
            { .key = "k", .reason = reason, .details = details, .contact = {} }, fields);
        QCOMPARE(made, (Reason { .code = reason, .field = field, .text = details }));
    }

    void describesItsWays()
    {
        const Target plain { .object = u"insightData/X"_s, .operation = Operation::Upsert };
        const auto with = [plain](const QJsonObject &options) {
            Target target = plain;
            target.options = options;
            return target;
        };
        const JobKind newer = kind(dotdigital::insightV3Kind);
        const JobKind older = kind(dotdigital::insightV2Kind);
        QVERIFY(dotdigital::insightTakes(newer, plain) && dotdigital::insightTakes(older, plain));
        QVERIFY(!dotdigital::insightTakes(newer, with({ { u"api"_s, u"v2"_s } })));
        const Target byMobile = with({ { u"identifier"_s, u"mobileNumber"_s } });
        QVERIFY(dotdigital::insightTakes(newer, byMobile) && !dotdigital::insightTakes(older, byMobile));
        Target other = plain;
        other.object = u"contacts"_s;
        QVERIFY(!dotdigital::insightTakes(newer, other) && !dotdigital::insightTakes(older, other));
        other = plain;
        other.operation = Operation::Delete;
        QVERIFY(!dotdigital::insightTakes(newer, other));
        other = plain;
        other.list = u"order.lines"_s;
        QVERIFY(dotdigital::insightTakes(newer, other) && dotdigital::insightTakes(older, other));
        other.list = u"orders[1].lines"_s;
        QVERIFY(!dotdigital::insightTakes(newer, other) && !dotdigital::insightTakes(older, other));
        for (const JobKind &way : dotdigital::insightKinds()) {
            QCOMPARE(way.maxBodyBytes, 50'000'000); // the documented limit of a request
            QVERIFY(way.inFlight < 5); // one of the account's five stays free
            QVERIFY(!way.label.isEmpty() && !way.help.isEmpty() && !way.whenSentAgain.isEmpty());
            Target grouped = plain;
            QCOMPARE(way.repeatedKeysOf(grouped), RepeatedKeys::Waves);
            grouped.keyField = u"$key"_s;
            grouped.list = u"products"_s;
            QCOMPARE(way.repeatedKeysOf(grouped), RepeatedKeys::Groups);
        }
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalInsightLoader)
#include "test_dotdigital_insight_loader.moc"
