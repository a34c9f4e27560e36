#include "tests/unit/service/scripted_salesforce.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::recorded;

class NotedSends : public StepLog {
public:
    Done about(Step) override
    {
        notes << u"about"_s;
        return {};
    }
    Done did(Step, const QString &) override
    {
        notes << u"did"_s;
        return {};
    }

    QStringList notes;
};

/// Calls that add all of their records or none, and calls for one record, without a network.
class TestSalesforceTree : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    PartFile part(const QByteArray &bytes, int rows, int refusals = 0)
    {
        QFile file(m_folder.filePath(u"part.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows, .bytes = bytes.size(), .refusals = refusals };
    }
    /// Persons by e-mail; where it is empty, with nothing that can be asked for.
    static QByteArray people(const QByteArrayList &emails)
    {
        QByteArrayList records;
        for (const QByteArray &email : emails)
            records << R"({"attributes":{"type":"Contact"},)"
                    + (email.isEmpty() ? QByteArray("\"DoNotCall\":true")
                                       : "\"LastName\":\"Stone\",\"Email\":\"" + email + '"')
                    + '}';
        return "{\"records\":[" + records.join(',') + "]}";
    }
    /// \a rows persons; the service says \a answer.
    Result<Submitted> submitAnd(int rows, int status, const QByteArray &answer, int refusals = 0,
                                const QJsonObject &options = {})
    {
        const Target target { .object = u"Contact"_s, .operation = Operation::Insert, .options = options };
        const auto loader = signedInLoader(target, { u"Email"_s }, u"tree"_s);
        m_log.notes.clear();
        QByteArrayList emails;
        for (int i = 0; i < rows; ++i)
            emails << QByteArray::number(i) + "@x.example";
        script().answer(status, answer);
        return loader->submit(part(people(emails), rows, refusals), m_log, {}, {});
    }
    Result<Submitted> submitOne(Operation operation, const QByteArray &record, int status,
                                const QByteArray &answer, const QString &key = u"Crm_Key__c"_s)
    {
        const Target target { .object = u"Contact"_s,
                              .operation = operation,
                              .keyField = operation == Operation::Upsert ? key : QString() };
        const auto loader = signedInLoader(target, { u"LastName"_s }, u"single"_s);
        m_log.notes.clear();
        script().answer(status, answer);
        const QByteArray bytes
            = operation == Operation::Delete ? '[' + record + ']' : "{\"records\":[" + record + "]}";
        return loader->submit(part(bytes, 1), m_log, {}, {});
    }
    static QByteArray found(const QStringList &people)
    {
        QJsonArray records;
        for (const QString &id : people)
            records.append(QJsonObject { { u"Id"_s, u"003"_s + id },
                                         { u"LastName"_s, u"Stone"_s },
                                         { u"DoNotCall"_s, true },
                                         { u"Email"_s, id + u"@x.example"_s },
                                         { u"CreatedDate"_s, u"2026-11-21T09:00:00.000+0000"_s },
                                         { u"CreatedById"_s, u"005A00000000001"_s } });
        return QJsonDocument(QJsonObject { { u"totalSize"_s, people.size() },
                                           { u"done"_s, true },
                                           { u"records"_s, records } })
            .toJson();
    }
    /// What recover() says when the service shows the \a shown ones of the persons sent.
    Result<Recovery> recoverAfter(const QByteArrayList &sent, const QStringList &shown, bool answered)
    {
        const auto loader = signedInLoader(m_add, { u"Email"_s }, u"tree"_s);
        std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        if (answered)
            steps.push_back({ .step = Step::Send, .done = true, .ticket = {}, .when = m_clock.now() });
        script().answer(200, R"({"user_id":"005A00000000001AAA"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        for (int i = 0; i < 2; ++i) { // it may look twice
            script().answer(200, found(shown));
            script().answer(200, found({}));
        }
        return loader->recover(part(people(sent), int(sent.size())), steps, m_log, {});
    }
    static QString said(const Recovery &recovery)
    {
        QStringList results;
        for (const PlacedResult &result : recovery.results)
            results
                << u"%1 %2 %3"_s.arg(result.place).arg(int(result.outcome)).arg(result.recordId).trimmed();
        return results.join(u'|');
    }
    static QString added(int place, const QString &id = {})
    {
        return u"%1 %2 %3"_s.arg(place).arg(int(Outcome::Added)).arg(id).trimmed();
    }
    static QString unknown(int place) { return u"%1 %2"_s.arg(place).arg(int(Outcome::Unknown)); }

    const Target m_add { .object = u"Contact"_s, .operation = Operation::Insert };
    NotedSends m_log;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { forget(); }

    /// Results come in any order.
    void joinsResultsByReference()
    {
        const QByteArray answer = R"({"hasErrors":false,"results":[{"referenceId":"r3","id":"003C"},
            {"referenceId":"r1","id":"003A"},{"referenceId":"r2","id":"003B"}]})";
        const auto submitted = submitAnd(3, 201, answer);
        QVERIFY(submitted);
        QCOMPARE(submitted->results.size(), 3U);
        for (qint64 place = 0; place < 3; ++place) {
            const PlacedResult &result = submitted->results[std::size_t(place)];
            QCOMPARE(result.place, place);
            QCOMPARE(result.outcome, Outcome::Added);
            QCOMPARE(result.recordId, QString(u"003"_s + QChar(u'A' + char16_t(place))));
        }
        QCOMPARE(m_log.notes, QStringList({ u"about"_s, u"did"_s }));
    }

    /// Nothing is guessed: whoever asks finds out what is there.
    void believesOnlyAWholeAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isOver");
        const auto results = [](const QByteArray &all, bool errors = false) {
            return "{\"hasErrors\":" + QByteArray(errors ? "true" : "false") + ",\"results\":[" + all + "]}";
        };
        const QByteArray first = "{\"referenceId\":\"r1\",\"id\":\"003A\"}";
        QTest::addRow("too few") << 201 << results(first) << false;
        QTest::addRow("twice the same") << 201 << results(first + ',' + first) << false;
        QTest::addRow("a foreign one")
            << 201 << results(first + ",{\"referenceId\":\"r7\",\"id\":\"003B\"}") << false;
        QTest::addRow("another spelling")
            << 201 << results(first + ",{\"referenceId\":\"R2\",\"id\":\"003B\"}") << false;
        QTest::addRow("a leading zero")
            << 201 << results(first + ",{\"referenceId\":\"r02\",\"id\":\"003B\"}") << false;
        QTest::addRow("no id") << 201 << results(first + ",{\"referenceId\":\"r2\"}") << false;
        QTest::addRow("no reference") << 201 << results(first + ",{\"id\":\"003B\"}") << false;
        QTest::addRow("a page") << 201 << "<html>"_ba << false;
        QTest::addRow("nothing") << 201 << QByteArray() << false;
        QTest::addRow("refused nobody") << 400 << results({}, true) << true;
        QTest::addRow("refused a foreign one")
            << 400 << results("{\"referenceId\":\"r7\",\"errors\":[{\"statusCode\":\"X\"}]}", true) << true;
        QTest::addRow("refused without a reason")
            << 400 << results("{\"referenceId\":\"r1\",\"errors\":[]}", true) << true;
        QTest::addRow("a page, 400") << 400 << "<html>"_ba << false;
    }
    void believesOnlyAWholeAnswer()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, isOver);
        const auto submitted = submitAnd(2, status, answer);
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::BadReply);
        QCOMPARE(m_log.notes.contains(u"did"_s), isOver);
    }

    void namesTheRefusedAndClearsTheOthers()
    {
        const QByteArray answer = R"({"hasErrors":true,"results":[{"referenceId":"r2","errors":[
            {"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: 123","fields":["Email"]},
            {"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]"}]}]})";
        const auto submitted = submitAnd(3, 400, answer);
        QVERIFY(submitted);
        QVERIFY(submitted->restNotIn);
        QCOMPARE(submitted->results.size(), 1U);
        const PlacedResult &refused = submitted->results.front();
        QCOMPARE(refused.place, 1);
        QCOMPARE(refused.outcome, Outcome::Failed);
        const Reason wanted { .code = u"INVALID_EMAIL_ADDRESS"_s,
                              .field = u"Email"_s,
                              .text = u"Email: invalid email address: 123\nREQUIRED_FIELD_MISSING: Required "
                                      "fields are missing: [LastName]"_s };
        QCOMPARE(refused.reason, wanted);
        QCOMPARE(m_log.notes, QStringList({ u"about"_s, u"did"_s }));
    }

    void keepsAllOutWhenThePersonWantsAllOrNothing()
    {
        const QByteArray answer = R"({"hasErrors":true,"results":[{"referenceId":"r2","errors":[
            {"statusCode":"INVALID_EMAIL_ADDRESS","message":"no","fields":["Email"]}]}]})";
        const auto submitted = submitAnd(3, 400, answer, 0, { { u"allOrNothing"_s, true } });
        QVERIFY(submitted);
        QVERIFY(!submitted->restNotIn);
        QCOMPARE(submitted->results.size(), 3U);
        QCOMPARE(submitted->results[1].outcome, Outcome::Failed);
        for (const std::size_t other : { 0U, 2U }) {
            QCOMPARE(submitted->results[other].place, qint64(other));
            QCOMPARE(submitted->results[other].outcome, Outcome::NotProcessed);
            QCOMPARE(submitted->results[other].reason.code, u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s);
        }
    }

    void isRefusedAsAWhole_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addRow("malformed") << 400 << "JSON_PARSER_ERROR"_ba;
        QTest::addRow("no such field") << 400 << "INVALID_FIELD"_ba;
        QTest::addRow("reference") << 403 << "INVALID_INPUT"_ba;
        QTest::addRow("not allowed") << 403 << "INSUFFICIENT_ACCESS"_ba;
    }
    void isRefusedAsAWhole()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        const auto submitted = submitAnd(2, status, "[{\"message\":\"no\",\"errorCode\":\"" + code + "\"}]");
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::Rejected);
    }

    void hearsOfOneThatGoesAlone()
    {
        const auto added = submitAnd(1, 201, R"({"id":"003A","success":true,"errors":[]})", 3);
        QVERIFY(added);
        QCOMPARE(added->results.front().recordId, u"003A"_s);
        const auto refused = submitAnd(
            1, 400, R"([{"message":"no","errorCode":"INVALID_EMAIL_ADDRESS","fields":["Email"]}])", 3);
        QVERIFY(refused);
        QCOMPARE(refused->results.front().outcome, Outcome::Failed);
        QVERIFY(!refused->restNotIn);
    }

    /// All or none: what is known of one row holds for those that cannot be asked for.
    void concludesFromOneRowToTheOthers_data()
    {
        QTest::addColumn<QByteArrayList>("sent");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<int>("kind"); // -1: asks for patience
        QTest::addColumn<QString>("wanted");
        const int outcomes = int(Recovery::Kind::Outcomes);
        const int nothing = int(Recovery::Kind::NothingHappened);
        const QByteArrayList both { "a@x.example", "b@x.example" };
        QTest::addRow("all are there") << both << QStringList { u"a"_s, u"b"_s } << false << outcomes
                                       << added(0, u"003a"_s) + u'|' + added(1, u"003b"_s);
        QTest::addRow("one has no key") << QByteArrayList { "a@x.example", "" } << QStringList { u"a"_s }
                                        << false << outcomes << added(0, u"003a"_s) + u'|' + added(1);
        QTest::addRow("none is there") << both << QStringList() << true << nothing << QString();
        QTest::addRow("none is there, one has no key")
            << QByteArrayList { "a@x.example", "" } << QStringList() << true << nothing << QString();
        const QByteArrayList keyless { "", "" };
        QTest::addRow("none has a key") << keyless << QStringList { u"a"_s, u"b"_s } << false << outcomes
                                        << added(0, u"003a"_s) + u'|' + added(1, u"003b"_s);
        QTest::addRow("none has a key, perhaps under way")
            << keyless << QStringList() << false << -1 << QString();
        QTest::addRow("perhaps under way") << both << QStringList() << false << -1 << QString();
        QTest::addRow("somebody else added one")
            << both << QStringList { u"a"_s } << false << outcomes << added(0, u"003a"_s) + u'|' + unknown(1);
    }
    void concludesFromOneRowToTheOthers()
    {
        QFETCH(const QByteArrayList, sent);
        QFETCH(const QStringList, shown);
        QFETCH(const bool, answered);
        QFETCH(const int, kind);
        QFETCH(const QString, wanted);
        const auto recovery = recoverAfter(sent, shown, answered);
        if (kind < 0) {
            QVERIFY(!recovery);
            QCOMPARE(recovery.error().kind, Error::Kind::Timeout);
            return;
        }
        QVERIFY(recovery);
        QCOMPARE(int(recovery->kind), kind);
        QCOMPARE(said(*recovery), wanted);
    }

    /// One record, each operation and answer. Source: contracts/salesforce.md, 5.1.
    void hearsOfOneRecord_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("outcome"); // -1: an error
        QTest::addColumn<QString>("told"); // the record's id, or the reason's code
        const int add = int(Operation::Insert);
        const int upsert = int(Operation::Upsert);
        const int update = int(Operation::Update);
        const int remove = int(Operation::Delete);
        const QByteArray plain = R"({"attributes":{"type":"Contact"},"LastName":"Stone"})";
        const QByteArray keyed = R"({"attributes":{"type":"Contact"},"Crm_Key__c":"K","LastName":"Stone"})";
        const QByteArray named = R"({"attributes":{"type":"Contact"},"id":"003A","LastName":"Stone"})";
        const QByteArray id = "\"003A\"";
        const auto fault
            = [](const QByteArray &code) { return "[{\"message\":\"no\",\"errorCode\":\"" + code + "\"}]"; };
        const int failed = int(Outcome::Failed);
        const QByteArray done = R"({"id":"003B","success":true,"errors":[])";
        QTest::addRow("added") << add << plain << 201 << done + '}' << int(Outcome::Added) << u"003B"_s;
        QTest::addRow("upserted, new")
            << upsert << keyed << 201 << done + ",\"created\":true}" << int(Outcome::Added) << u"003B"_s;
        QTest::addRow("upserted, known")
            << upsert << keyed << 200 << done + ",\"created\":false}" << int(Outcome::Updated) << u"003B"_s;
        QTest::addRow("updated") << update << named << 204 << QByteArray() << int(Outcome::Updated)
                                 << u"003A"_s;
        QTest::addRow("deleted") << remove << id << 204 << QByteArray() << int(Outcome::Deleted) << u"003A"_s;
        QTest::addRow("refused") << add << plain << 400 << fault("REQUIRED_FIELD_MISSING") << failed
                                 << u"REQUIRED_FIELD_MISSING"_s;
        QTest::addRow("not there") << update << named << 404 << fault("NOT_FOUND") << failed
                                   << u"NOT_FOUND"_s;
        QTest::addRow("no access") << update << named << 403 << fault("INSUFFICIENT_ACCESS_OR_READONLY")
                                   << failed << u"INSUFFICIENT_ACCESS_OR_READONLY"_s;
        QTest::addRow("gone") << remove << id << 404 << fault("ENTITY_IS_DELETED") << failed
                              << u"ENTITY_IS_DELETED"_s;
        QTest::addRow("several")
            << upsert << keyed << 300
            << R"(["/services/data/v61.0/sobjects/Contact/003A","/services/data/v61.0/sobjects/Contact/003B"])"_ba
            << failed << u"DUPLICATE_EXTERNAL_ID"_s;
        QTest::addRow("no key") << upsert << plain << 599 << QByteArray() << failed << u"MISSING_ARGUMENT"_s;
        for (const char *dots : { ".", ".." })
            QTest::addRow("key %s", dots)
                << upsert << QByteArray(keyed).replace("\"K\"", '"' + QByteArray(dots) + '"') << 599
                << QByteArray() << failed << u"KEY_NOT_IN_ADDRESS"_s;
        QTest::addRow("no such object") << add << plain << 404 << fault("NOT_FOUND") << -1 << QString();
        QTest::addRow("the day is used up")
            << add << plain << 403 << fault("REQUEST_LIMIT_EXCEEDED") << -1 << QString();
        QTest::addRow("a page instead") << update << named << 200 << "<html>"_ba << -1 << QString();
        QTest::addRow("a page, 404") << update << named << 404 << "<html>"_ba << -1 << QString();
        QTest::addRow("added without an id")
            << add << plain << 201 << "{\"success\":true}"_ba << -1 << QString();
    }
    void hearsOfOneRecord()
    {
        QFETCH(const int, operation);
        QFETCH(const QByteArray, record);
        QFETCH(const int, status);
        QFETCH(const QByteArray, answer);
        QFETCH(const int, outcome);
        QFETCH(const QString, told);
        const auto submitted = submitOne(Operation(operation), record, status, answer);
        QCOMPARE(submitted.has_value(), outcome >= 0);
        if (!submitted)
            return;
        QCOMPARE(submitted->results.size(), 1U);
        const PlacedResult &result = submitted->results.front();
        QCOMPARE(int(result.outcome), outcome);
        QCOMPARE(result.outcome == Outcome::Failed ? result.reason.code : result.recordId, told);
        QCOMPARE(m_log.notes, QStringList({ u"about"_s, u"did"_s }));
        const bool hasId = operation == int(Operation::Update) || operation == int(Operation::Delete);
        QVERIFY(!hasId || result.recordId == "003A"_L1); // refused or not
    }

    /// An upsert by the record's own id has nothing to say of a record that is there.
    void knowsARecordThatIsUpsertedById()
    {
        const QByteArray record = R"({"attributes":{"type":"Contact"},"id":"003A","LastName":"Stone"})";
        const auto submitted = submitOne(Operation::Upsert, record, 204, {}, u"Id"_s);
        QVERIFY(submitted);
        QCOMPARE(submitted->results.size(), 1U);
        QCOMPARE(submitted->results.front().outcome, Outcome::Updated);
        QCOMPARE(submitted->results.front().recordId, u"003A"_s);
    }

    /// The record that a duplicate rule has found, so that people can look at it.
    void namesTheRecordInTheWay()
    {
        const QByteArray answer = R"([{"duplicateResult":{"allowSave":true,"matchResults":[{"matchRecords":[
            {"matchConfidence":100.0,"record":{"attributes":{"type":"Contact"},"Id":"003gK00000AbCdFQAV"}}]}]},
            "errorCode":"DUPLICATES_DETECTED","message":"Use one of these records?"}])";
        const auto submitted = submitOne(
            Operation::Insert, R"({"attributes":{"type":"Contact"},"LastName":"Stone"})", 400, answer);
        QVERIFY(submitted);
        QCOMPARE(submitted->results.front().outcome, Outcome::Failed);
        QCOMPARE(submitted->results.front().reason.text, u"Use one of these records?"_s);
        QCOMPARE(submitted->results.front().recordId, u"003gK00000AbCdFQAV"_s);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceTree)
#include "test_salesforce_tree.moc"
