#include "tests/contract/practice_salesforce.h"

#include <QSet>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::failure;
using test::PracticeSalesforce;
using test::RememberedSteps;
using test::ResultRow;
using test::ResultRows;
using test::Row;
using test::StopAtFault;

namespace {

const Target insertContacts { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };
const Target upsertContacts { .object = u"Contact"_s,
                              .operation = Operation::Upsert,
                              .keyField = u"Crm_Key__c"_s };
const QStringList personFields { u"Crm_Key__c"_s, u"FirstName"_s, u"LastName"_s, u"Email"_s };

Row person(int number)
{
    return { { u"Crm_Key__c"_s, u"K-%1"_s.arg(number) },
             { u"FirstName"_s, u"Ada %1"_s.arg(number) },
             { u"LastName"_s, u"Stone"_s },
             { u"Email"_s, u"ada%1@example.com"_s.arg(number) } };
}

std::vector<Row> people(int count)
{
    std::vector<Row> rows;
    for (int i = 1; i <= count; ++i)
        rows.push_back(person(i));
    return rows;
}

} // namespace

/// Our client and the practice server, over sockets. Neither knows the other's code: both were written from
/// contracts/salesforce.md.
class TestSalesforceContract : public QObject {
    Q_OBJECT

private:
    /// Takes \a rows through one part, from submit to results.
    Result<ResultRows> load(const Target &target, const QStringList &fields, const std::vector<Row> &rows)
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), target, fields);
        RememberedSteps steps;
        const auto ticket = loader->submit(m_practice->spool(target, fields, rows), steps, {}, {});
        if (!ticket)
            return tl::unexpected(ticket.error());
        return collect(*loader, ticket->ticket);
    }
    /// Once more, as whoever walks a part does, when \a call broke off.
    template <typename Work>
    auto patiently(Work call) -> decltype(call())
    {
        for (int tries = 1;; ++tries) {
            auto result = call();
            if (result || tries == 6 || result.error().kind == Error::Kind::Rejected)
                return result;
        }
    }
    Result<ResultRows> collect(PartLoader &loader, const QString &ticket)
    {
        const auto state = patiently([&] { return m_practice->end(loader, ticket); });
        if (!state)
            return tl::unexpected(state.error());
        ResultRows results;
        const Done collected = patiently([&] {
            results = {};
            return loader.collect(ticket, m_practice->folder(), results, {});
        });
        if (!collected)
            return tl::unexpected(collected.error());
        return results;
    }
    int recordsWithKey(const QString &key)
    {
        return int(
            std::ranges::count_if(m_practice->records(u"Contact"_s), [&key](const QJsonObject &record) {
                return record.value("Crm_Key__c"_L1).toString() == key;
            }));
    }

    std::unique_ptr<PracticeSalesforce> m_practice;
    std::unique_ptr<ServiceSession> m_session;

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<PracticeSalesforce>();
        QVERIFY(m_practice->start());
        m_session = m_practice->open();
    }
    void cleanup()
    {
        m_session.reset();
        m_practice.reset();
    }

    void signsInAndTellsWho()
    {
        const auto facts = m_session->test({});
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QVERIFY(!facts->organization.isEmpty());
        QVERIFY(!facts->user.isEmpty());
        QCOMPARE(facts->environment, Environment::Practice);
    }

    void isRefusedWithAWrongSecret()
    {
        Credentials wrong = m_practice->credentials();
        wrong.clientSecret = Secret(u"wrong"_s);
        const auto facts = m_practice->open(wrong)->test({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::SignIn);
    }

    void describesWhatCanBeImported()
    {
        const auto objects = m_session->objects({});
        QVERIFY(objects);
        for (const auto &name : { u"Account"_s, u"Campaign"_s, u"Contact"_s, u"Lead"_s }) {
            QVERIFY(std::ranges::any_of(*objects, [&](const auto &object) { return object.name == name; }));
            const auto document = m_session->describe(name, {});
            QVERIFY(document);
            QVERIFY(m_practice->service->recognisesDescribe(*document));
            const auto schema = m_practice->service->schemaFrom(*document);
            QVERIFY(schema);
            QCOMPARE(schema->object.name, name);
            QVERIFY(std::ranges::any_of(schema->fields, &Field::required));
        }
        const auto unknown = m_session->describe(u"Contct"_s, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::Rejected);
    }

    void tellsWhatIsLeft()
    {
        const auto gauges = m_session->gauges({});
        QVERIFY(gauges);
        QVERIFY(!gauges->empty());
        QCOMPARE(gauges->front().id, u"DailyApiRequests"_s);
        QVERIFY(gauges->front().left > 0 && gauges->front().left <= gauges->front().most);
    }

    void insertsAndNamesWhatFailed()
    {
        std::vector<Row> rows = people(450);
        rows[10].insert(u"LastName"_s, {});
        rows[20].insert(u"Email"_s, u"ben@"_s);
        rows[30].insert(u"LastName"_s, QString(81, u'x'));
        rows[40].insert(u"Crm_Key__c"_s, u"K-SEED-1"_s);
        const auto results = load(insertContacts, personFields, rows);
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(results->rows.size(), rows.size());
        QCOMPARE(results->count(Outcome::Added), 446);
        QCOMPARE(results->count(Outcome::Failed), 4);

        const auto reasonOf = [&](int row) {
            const ResultRow *found
                = results->where(u"FirstName"_s, rows[std::size_t(row)].value(u"FirstName"_s));
            return found ? found->reason : Reason();
        };
        QCOMPARE(reasonOf(10).code, u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(reasonOf(10).field, u"LastName"_s);
        QCOMPARE(reasonOf(20).code, u"INVALID_EMAIL_ADDRESS"_s);
        QCOMPARE(reasonOf(20).field, u"Email"_s);
        QCOMPARE(reasonOf(30).code, u"STRING_TOO_LONG"_s);
        QCOMPARE(reasonOf(30).field, u"LastName"_s);
        QCOMPARE(reasonOf(40).code, u"DUPLICATE_VALUE"_s);
        QCOMPARE(reasonOf(40).field, u"Crm_Key__c"_s);

        // Whole and unchanged, once each, though in another order than they were sent.
        QStringList sent;
        QStringList echoed;
        for (const Row &row : rows)
            sent << row.values().join(u'|');
        for (const ResultRow &row : results->rows)
            echoed << row.cells.values().join(u'|');
        QVERIFY(sent != echoed);
        sent.sort();
        echoed.sort();
        QCOMPARE(echoed, sent);
        for (const ResultRow &row : results->rows) {
            const bool namesAnother = row.reason.code == "DUPLICATE_VALUE"_L1; // the one in the way
            QCOMPARE(row.id.isEmpty(), row.outcome == Outcome::Failed && !namesAnother);
        }
    }

    void bringsDifficultValuesHome()
    {
        const QString difficult = u"one\ntwo, \"three\"\n\n 李 Ωmega 🌍 #N/A; tab\there "_s;
        std::vector<Row> rows = people(3);
        const QStringList fields = personFields + QStringList { u"Description"_s };
        rows[1].insert(u"Description"_s, difficult);
        const auto results = load(insertContacts, fields, rows);
        QVERIFY(results);
        QCOMPARE(results->count(Outcome::Added), 3);
        QVERIFY(results->where(u"Description"_s, difficult));
        const auto records = m_practice->records(u"Contact"_s);
        QVERIFY(std::ranges::any_of(records, [&difficult](const QJsonObject &record) {
            return record.value("Description"_L1).toString() == difficult;
        }));
    }

    void upsertsUpdatesAndDeletes()
    {
        std::vector<Row> rows = people(5);
        rows[0].insert(u"Crm_Key__c"_s, u"K-SEED-1"_s);
        const auto upserted = load(upsertContacts, personFields, rows);
        QVERIFY(upserted);
        QCOMPARE(upserted->count(Outcome::Added), 4);
        QCOMPARE(upserted->count(Outcome::Updated), 1);
        QCOMPARE(upserted->where(u"Crm_Key__c"_s, u"K-SEED-1"_s)->outcome, Outcome::Updated);
        QCOMPARE(recordsWithKey(u"K-SEED-1"_s), 1);

        std::vector<Row> known;
        for (const ResultRow &row : upserted->rows)
            known.push_back({ { u"Id"_s, row.id }, { u"FirstName"_s, u"New"_s } });
        Target target { .object = u"Contact"_s, .operation = Operation::Update, .keyField = {} };
        const auto updated = load(target, { u"Id"_s, u"FirstName"_s }, known);
        QVERIFY(updated);
        QCOMPARE(updated->count(Outcome::Updated), 5);

        target.operation = Operation::Delete;
        const auto deleted = load(target, { u"Id"_s }, known);
        QVERIFY(deleted);
        QCOMPARE(deleted->count(Outcome::Deleted), 5);
        QCOMPARE(recordsWithKey(u"K-2"_s), 0);
        const auto again = load(target, { u"Id"_s }, known);
        QVERIFY(again);
        QCOMPARE(again->count(Outcome::Failed), 5);
        QCOMPARE(again->rows.front().reason.code, u"ENTITY_IS_DELETED"_s);
    }

    /// Those that the service's own pages name.
    void loadsEveryObjectByEveryOperation_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("required");
        QTest::addRow("Contact") << u"Contact"_s << u"Crm_Key__c"_s << QStringList { u"LastName"_s };
        QTest::addRow("Lead") << u"Lead"_s << u"Email"_s << QStringList { u"LastName"_s, u"Company"_s };
        QTest::addRow("Campaign") << u"Campaign"_s << u"Name"_s << QStringList { u"Name"_s };
    }
    void loadsEveryObjectByEveryOperation()
    {
        QFETCH(const QString, object);
        QFETCH(const QString, key);
        QFETCH(const QStringList, required);
        QStringList fields = required;
        if (!fields.contains(key))
            fields << key;
        std::vector<Row> rows(3);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const QString &field : std::as_const(fields))
                rows[i].insert(field, u"%1 %2"_s.arg(field).arg(i));
            if (key == "Email"_L1)
                rows[i].insert(key, u"every%1@example.com"_s.arg(i));
        }
        Target target { .object = object, .operation = Operation::Insert };
        const auto added = load(target, fields, rows);
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        QCOMPARE(added->count(Outcome::Added), 3);

        target.operation = Operation::Upsert;
        target.keyField = key;
        const auto upserted = load(target, fields, rows);
        QVERIFY(upserted);
        QCOMPARE(upserted->count(Outcome::Updated), 3);

        target.operation = Operation::Update;
        target.keyField.clear();
        std::vector<Row> known;
        for (const ResultRow &row : added->rows)
            known.push_back({ { u"Id"_s, row.id }, { required.front(), u"New "_s + row.id } });
        const auto updated = load(target, { u"Id"_s, required.front() }, known);
        QVERIFY(updated);
        QCOMPARE(updated->count(Outcome::Updated), 3);

        target.operation = Operation::Delete;
        const auto deleted = load(target, { u"Id"_s }, known);
        QVERIFY(deleted);
        QCOMPARE(deleted->count(Outcome::Deleted), 3);
    }

    /// Marketing objects: their results may name no record.
    void deletesSegmentsAndFlows_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addRow("segments") << u"MarketSegment"_s;
        QTest::addRow("flows") << u"FlowRecord"_s;
    }
    void deletesSegmentsAndFlows()
    {
        QFETCH(const QString, object);
        std::vector<Row> rows;
        for (const QJsonObject &record : m_practice->records(object))
            rows.push_back({ { u"Id"_s, record.value("Id"_L1).toString() } });
        QVERIFY(!rows.empty());
        const auto deleted = load({ .object = object, .operation = Operation::Delete }, { u"Id"_s }, rows);
        QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().detail));
        QCOMPARE(deleted->rows.size(), rows.size());
        for (const ResultRow &row : deleted->rows)
            QVERIFY(row.outcome == Outcome::Deleted || !row.reason.code.isEmpty());
        QVERIFY(deleted->count(Outcome::Deleted) > 0);
        QCOMPARE(m_practice->records(object).size(), rows.size() - deleted->count(Outcome::Deleted));
    }

    void tellsOfAPartThatFailedAsAWhole()
    {
        std::vector<Row> rows = people(3);
        const auto results = load(insertContacts, personFields + QStringList { u"Emial"_s }, rows);
        QVERIFY(results);
        QCOMPARE(results->count(Outcome::NotProcessed), 3);
        QCOMPARE(results->rows.size(), 3U);
        const Reason reason = results->rows.front().reason;
        QCOMPARE(reason.code, u"InvalidBatch"_s);
        QCOMPARE(m_practice->service->explain(reason, {}).sentence,
                 u"Salesforce does not know the field Emial any more"_s);
        QVERIFY(results->where(u"Crm_Key__c"_s, u"K-2"_s));
    }

    void abortsAndAccountsForEveryRow()
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts, personFields);
        RememberedSteps steps;
        const auto part = m_practice->spool(insertContacts, personFields, people(5'000));
        const auto ticket = loader->submit(part, steps, {}, {});
        QVERIFY(ticket);
        QVERIFY(loader->abort(ticket->ticket, {}));
        const auto results = collect(*loader, ticket->ticket);
        QVERIFY(results);
        QCOMPARE(results->rows.size(), 5'000U);
        QVERIFY(results->count(Outcome::NotProcessed) > 0);
        QVERIFY(loader->abort(ticket->ticket, {})); // it has ended: nothing left to drop
    }

    void abortOfACompletePartIsFine()
    {
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts, personFields);
        RememberedSteps steps;
        const auto ticket
            = loader->submit(m_practice->spool(insertContacts, personFields, people(3)), steps, {}, {});
        QVERIFY(ticket);
        QCOMPARE(m_practice->end(*loader, ticket->ticket).value().stage, RemoteState::Stage::Finished);
        QVERIFY(loader->abort(ticket->ticket, {}));
    }

    void goesOnWhenTheSessionExpires()
    {
        QVERIFY(m_session->objects({}));
        QVERIFY(!m_practice->admin("POST", u"/expire"_s).isNull());
        const auto results = load(insertContacts, personFields, people(3));
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(results->count(Outcome::Added), 3);
    }

    /// Each request of a submit loses its answer, after it was carried out or before; in the end every row is
    /// there exactly once.
    void loadsOnceThoughAnswersAreLost_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<Recovery::Kind>("recovery");
        const auto nothing = Recovery::Kind::NothingHappened;
        const auto running = Recovery::Kind::Running;
        for (const QByteArray kind : { "loseReply", "halfReply", "resetAfter", "garbage", "resetBefore" }) {
            QTest::addRow("create, %s", kind.constData()) << "POST"_ba
                                                          << "*/jobs/ingest"_ba << kind << nothing;
            if (kind != "halfReply" && kind != "resetAfter") // its answer has no body that could be cut
                QTest::addRow("upload, %s", kind.constData()) << "PUT"_ba
                                                              << "*/batches"_ba << kind << nothing;
            QTest::addRow("close, %s", kind.constData()) << "PATCH"_ba
                                                         << "*/jobs/ingest/*"_ba << kind << running;
        }
        QTest::addRow("upload, resetDuring") << "PUT"_ba
                                             << "*/batches"_ba
                                             << "resetDuring"_ba << nothing;
    }
    void loadsOnceThoughAnswersAreLost()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, kind);
        QFETCH(const Recovery::Kind, recovery);
        QVERIFY(m_session->objects({}));
        QVERIFY(m_practice->plant(method, path, kind));
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts, personFields);
        const auto part = m_practice->spool(insertContacts, personFields, people(3));
        RememberedSteps steps;
        Result<Submitted> ticket = loader->submit(part, steps, {}, {});
        QVERIFY(!ticket);
        QVERIFY2(ticket.error().kind == Error::Kind::Timeout || ticket.error().kind == Error::Kind::BadReply,
                 qPrintable(ticket.error().detail));
        const auto recovered = loader->recover(part, steps.steps, steps, {});
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().detail));
        QCOMPARE(recovered->kind, recovery);
        ticket = recovered->kind == Recovery::Kind::Running
            ? Result<Submitted>(Submitted { .ticket = recovered->ticket })
            : loader->submit(part, steps, {}, {});
        QVERIFY(ticket);
        const auto results = collect(*loader, ticket->ticket);
        QVERIFY(results);
        QCOMPARE(results->count(Outcome::Added), 3);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(recordsWithKey(u"K-%1"_s.arg(i)), 1);
    }

    void readsOnThroughBrokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("kind");
        for (const QByteArray path : { "*/jobs/ingest/*", "*/successfulResults", "*/failedResults" }) {
            for (const QByteArray kind : { "loseReply", "halfReply", "resetAfter", "garbage", "resetBefore" })
                QTest::addRow("%s, %s", path.constData(), kind.constData()) << path << kind;
        }
    }
    void readsOnThroughBrokenAnswers()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, kind);
        QVERIFY(m_practice->plant("GET", path, kind, 4)); // more than Qt itself gets over
        std::vector<Row> rows = people(300);
        rows[7].insert(u"LastName"_s, {});
        const auto results = load(insertContacts, personFields, rows);
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(results->count(Outcome::Added), 299);
        QCOMPARE(results->count(Outcome::Failed), 1);
    }

    void takesOtherFormsOfResults_data()
    {
        QTest::addColumn<QByteArray>("switches");
        QTest::addRow("columns sorted") << R"({"sorted-columns":true})"_ba;
        QTest::addRow("nothing as 204") << R"({"empty-results":"204"})"_ba;
        QTest::addRow("nothing as no byte") << R"({"empty-results":"zero"})"_ba;
        QTest::addRow("odd spellings blanked") << R"({"blank-miscased":true})"_ba;
        QTest::addRow("strict words") << R"({"strict-state":true})"_ba;
    }
    void takesOtherFormsOfResults()
    {
        QFETCH(const QByteArray, switches);
        QVERIFY(!m_practice->admin("POST", u"/switches"_s, switches).isNull());
        const auto results = load(insertContacts, personFields, people(5));
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(results->count(Outcome::Added), 5);
        for (int i = 1; i <= 5; ++i) {
            const ResultRow *row = results->where(u"Crm_Key__c"_s, u"K-%1"_s.arg(i));
            QVERIFY(row);
            QCOMPARE(row->cells, person(i));
        }
    }

    void stopsInTheMiddleOfAnUpload()
    {
        QVERIFY(m_session->objects({}));
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts, personFields);
        const auto part = m_practice->spool(insertContacts, personFields, people(100'000));
        RememberedSteps steps;
        std::stop_source stop;
        const auto ticket = loader->submit(
            part, steps, Progress([&stop](qint64, qint64) { stop.request_stop(); }), stop.get_token());
        QVERIFY(!ticket && ticket.error().cancelled());
        const auto recovered = loader->recover(part, steps.steps, steps, {});
        QVERIFY(recovered);
        QCOMPARE(recovered->kind, Recovery::Kind::NothingHappened);
        QCOMPARE(recordsWithKey(u"K-1"_s), 0);
    }

    /// Each call hangs, and the stop comes while it does.
    void stopsWithinAMoment_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("call"); // 0 submit, 1 recover, 2 poll, 3 collect, 4 abort
        QTest::addRow("create") << "POST"_ba
                                << "*/jobs/ingest"_ba << 0;
        QTest::addRow("upload") << "PUT"_ba
                                << "*/batches"_ba << 0;
        QTest::addRow("close") << "PATCH"_ba
                               << "*/jobs/ingest/*"_ba << 0;
        QTest::addRow("recover") << "GET"_ba
                                 << "*/jobs/ingest/*"_ba << 1;
        QTest::addRow("poll") << "GET"_ba
                              << "*/jobs/ingest/*"_ba << 2;
        QTest::addRow("successful results") << "GET"_ba
                                            << "*/successfulResults"_ba << 3;
        QTest::addRow("failed results") << "GET"_ba
                                        << "*/failedResults"_ba << 3;
        QTest::addRow("abort") << "PATCH"_ba
                               << "*/jobs/ingest/*"_ba << 4;
    }
    void stopsWithinAMoment()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const int, call);
        const auto loader = m_session->makeLoader(m_practice->kind(), insertContacts, personFields);
        const auto part = m_practice->spool(insertContacts, personFields, people(3));
        RememberedSteps steps;
        QString ticket;
        if (call != 0) {
            const auto submitted = loader->submit(part, steps, {}, {});
            QVERIFY(submitted);
            ticket = submitted->ticket;
            QVERIFY(m_practice->end(*loader, ticket));
        }
        if (call == 1)
            steps.steps.pop_back(); // nobody knows whether it was closed
        QVERIFY(m_practice->plant(method, path, "stall", 1, 60'000));

        StopAtFault stop(*m_practice);
        ResultRows rows;
        const Error::Kind kind = call == 0 ? failure(loader->submit(part, steps, {}, stop.token()))
            : call == 1                    ? failure(loader->recover(part, steps.steps, steps, stop.token()))
            : call == 2                    ? failure(loader->poll(ticket, stop.token()))
            : call == 3 ? failure(loader->collect(ticket, m_practice->folder(), rows, stop.token()))
                        : failure(loader->abort(ticket, stop.token()));
        const auto took = stop.took();
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY2(took < std::chrono::milliseconds(200), qPrintable(QString::number(took.count())));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceContract)
#include "test_salesforce_contract.moc"
