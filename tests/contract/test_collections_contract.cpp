#include "tests/contract/practice_salesforce.h"

#include <QSet>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::failure;
using test::PracticeSalesforce;
using test::Row;
using test::StopAtFault;
using test::TimedSteps;

namespace {

const Target addContacts { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };
const Target upsertContacts { .object = u"Contact"_s,
                              .operation = Operation::Upsert,
                              .keyField = u"Crm_Key__c"_s };
const Target updateContacts { .object = u"Contact"_s, .operation = Operation::Update, .keyField = {} };
const Target deleteContacts { .object = u"Contact"_s, .operation = Operation::Delete, .keyField = {} };
const QStringList personFields { u"Crm_Key__c"_s, u"FirstName"_s, u"LastName"_s,
                                 u"Email"_s,      u"Birthdate"_s, u"DoNotCall"_s };

Row person(int number, const QString &lastName = u"Stone"_s)
{
    return { { u"Crm_Key__c"_s, u"K-%1"_s.arg(number) },
             { u"FirstName"_s, u"Ada %1 \"O'Neil\""_s.arg(number) },
             { u"LastName"_s, lastName },
             { u"Email"_s, u"ada+%1@example.com"_s.arg(number) },
             { u"Birthdate"_s, u"1980-02-%1"_s.arg(number % 28 + 1, 2, 10, QLatin1Char('0')) } };
}

std::vector<Row> persons(int count)
{
    std::vector<Row> rows;
    for (int i = 1; i <= count; ++i)
        rows.push_back(person(i));
    return rows;
}

/// Steps, and what other rows are on record with.
class RecordedRows : public TimedSteps {
public:
    using TimedSteps::TimedSteps;

    Result<std::vector<RecordedRow>> onRecord(const QStringList &recordIds) override
    {
        std::vector<RecordedRow> known;
        for (const RecordedRow &row : rows) {
            if (recordIds.contains(row.recordId))
                known.push_back(row);
        }
        return known;
    }

    std::vector<RecordedRow> rows;
};

} // namespace

/// Calls of up to 200 records and the practice server, over sockets. Neither knows the other's code: both
/// were written from contracts/salesforce.md.
class TestCollectionsContract : public QObject {
    Q_OBJECT

private:
    JobKind kind() const { return m_practice->kindOf(u"collections"_s); }
    PartFile part(const Target &target, const QStringList &fields, const std::vector<Row> &rows)
    {
        return m_practice->spool(kind(), target, fields, rows, m_schema);
    }
    std::unique_ptr<PartLoader> loader(const Target &target, const QStringList &fields)
    {
        return m_session->makeLoader(kind(), target, fields);
    }
    Result<Submitted> load(const Target &target, const QStringList &fields, const std::vector<Row> &rows)
    {
        TimedSteps steps(m_practice->clock);
        return loader(target, fields)->submit(part(target, fields, rows), steps, {}, {});
    }
    /// Asks until there is an answer, waiting as it is told to. \a asks counts.
    Result<Recovery> recover(PartLoader &loader, const PartFile &file, TimedSteps &steps, int *asks = nullptr)
    {
        for (int i = 1; i <= 100; ++i) {
            const auto recovery = loader.recover(file, steps.steps, steps, {});
            if (asks)
                *asks = i;
            if (recovery || recovery.error().kind != Error::Kind::Timeout || !recovery.error().retryAfter)
                return recovery;
            m_practice->clock.sleepFor(*recovery.error().retryAfter, {});
        }
        return tl::unexpected(cancelledError());
    }
    QList<QJsonObject> contacts(const QString &field, const QString &value)
    {
        QList<QJsonObject> found;
        for (const QJsonObject &record : m_practice->records(u"Contact"_s)) {
            if (record.value(field).toString() == value)
                found << record;
        }
        return found;
    }
    QString idOf(const QString &key)
    {
        const auto found = contacts(u"Crm_Key__c"_s, key);
        return found.isEmpty() ? QString() : found.first().value("Id"_L1).toString();
    }
    qsizetype contactCount() { return qsizetype(m_practice->records(u"Contact"_s).size()); }

    std::unique_ptr<PracticeSalesforce> m_practice;
    std::unique_ptr<ServiceSession> m_session;
    Schema m_schema;

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<PracticeSalesforce>();
        QVERIFY(m_practice->start());
        m_practice->clock.setTo(QDateTime::currentDateTimeUtc());
        m_session = m_practice->open();
        const auto described = m_session->describe(u"Contact"_s, {});
        QVERIFY(described);
        m_schema = *m_practice->service->schemaFrom(*described);
    }
    void cleanup()
    {
        m_session.reset();
        m_practice.reset();
    }

    void addsTheGoodOnesOfACall()
    {
        std::vector<Row> rows = persons(199);
        rows.push_back({ { u"FirstName"_s, u"Nobody"_s }, { u"Email"_s, u"no last name"_s } });
        rows[3].insert(u"DoNotCall"_s, u"true"_s);
        const auto before = contactCount();
        const auto submitted = load(addContacts, personFields, rows);
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
        QVERIFY(submitted->ticket.isEmpty());
        QCOMPARE(submitted->results.size(), 200U);
        QCOMPARE(contactCount(), before + 199);
        for (std::size_t i = 0; i < 199; ++i) {
            QCOMPARE(submitted->results[i].place, qint64(i));
            QCOMPARE(submitted->results[i].outcome, Outcome::Added);
        }
        QCOMPARE(submitted->results[17].recordId, idOf(u"K-18"_s));
        const PlacedResult &bad = submitted->results.back();
        QCOMPARE(bad.outcome, Outcome::Failed);
        QCOMPARE(bad.reason.code, u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(bad.reason.field, u"LastName"_s);
        const QJsonObject fourth = contacts(u"Crm_Key__c"_s, u"K-4"_s).first();
        QCOMPARE(fourth.value("DoNotCall"_L1), QJsonValue(true));
        QCOMPARE(fourth.value("Birthdate"_L1).toString(), u"1980-02-05"_s);
        QCOMPARE(fourth.value("FirstName"_L1).toString(), u"Ada 4 \"O'Neil\""_s);
    }

    void refusesMoreThanTheServiceTakes()
    {
        const auto submitted = load(addContacts, personFields, persons(201));
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::Rejected);
        QVERIFY(idOf(u"K-1"_s).isEmpty());
    }

    void upsertsUpdatesAndDeletes()
    {
        const auto upserted
            = load(upsertContacts, personFields,
                   { person(1), { { u"Crm_Key__c"_s, u"K-SEED-1"_s }, { u"LastName"_s, u"Pebble"_s } } });
        QVERIFY(upserted);
        QCOMPARE(upserted->results[0].outcome, Outcome::Added);
        QCOMPARE(upserted->results[1].outcome, Outcome::Updated);
        QCOMPARE(contacts(u"Crm_Key__c"_s, u"K-SEED-1"_s).first().value("LastName"_L1).toString(),
                 u"Pebble"_s);

        const QString id = idOf(u"K-1"_s);
        const QStringList fields { u"Id"_s, u"Email"_s, u"FirstName"_s };
        const auto updated
            = load(updateContacts, fields,
                   { { { u"Id"_s, id }, { u"Email"_s, u"#N/A"_s }, { u"FirstName"_s, QString() } },
                     { { u"Id"_s, u"003000000000000"_s }, { u"FirstName"_s, u"Ghost"_s } } });
        QVERIFY(updated);
        QCOMPARE(updated->results[0].outcome, Outcome::Updated);
        QCOMPARE(updated->results[1].outcome, Outcome::Failed);
        const QJsonObject changed = contacts(u"Crm_Key__c"_s, u"K-1"_s).first();
        QVERIFY(changed.value("Email"_L1).toString().isEmpty()); // cleared
        QVERIFY(changed.value("FirstName"_L1).toString().startsWith("Ada 1"_L1)); // left alone

        const auto deleted = load(deleteContacts, { u"Id"_s }, { { { u"Id"_s, id } } });
        QVERIFY(deleted);
        QCOMPARE(deleted->results[0].outcome, Outcome::Deleted);
        QVERIFY(idOf(u"K-1"_s).isEmpty());
        const auto again = load(deleteContacts, { u"Id"_s }, { { { u"Id"_s, id } } });
        QVERIFY(again);
        QCOMPARE(again->results[0].outcome, Outcome::Failed); // gone, but not by this row
        QCOMPARE(again->results[0].reason.code, u"ENTITY_IS_DELETED"_s);
    }

    void takesRepeatedKeysOnlyInWaves()
    {
        const auto together = load(upsertContacts, personFields, { person(1), person(1, u"Pebble"_s) });
        QVERIFY(together);
        QCOMPARE(together->results[1].reason.code, u"DUPLICATE_VALUE"_s);
        const auto later = load(upsertContacts, personFields, { person(1, u"Pebble"_s) });
        QVERIFY(later);
        QCOMPARE(later->results[0].outcome, Outcome::Updated);
    }

    void namesAParentByItsKey()
    {
        const QStringList fields { u"LastName"_s, u"Crm_Key__c"_s, u"Account.Crm_Key__c"_s };
        const auto added
            = load(addContacts, fields,
                   { { { u"LastName"_s, u"Stone"_s }, { u"Account.Crm_Key__c"_s, u"ACC-1"_s } },
                     { { u"LastName"_s, u"Marsh"_s }, { u"Account.Crm_Key__c"_s, u"ACC-none"_s } } });
        QVERIFY(added);
        QCOMPARE(added->results[0].outcome, Outcome::Added);
        QCOMPARE(added->results[1].outcome, Outcome::Failed);
        QCOMPARE(added->results[1].reason.code, u"INVALID_FIELD"_s);
        QVERIFY(!contacts(u"LastName"_s, u"Stone"_s).last().value("AccountId"_L1).toString().isEmpty());
    }

    /// However the answer to an insert is lost: what is in is found, row by row, and nothing is sent.
    void findsWhatALostAnswerHasAdded_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addRow("loseReply") << "loseReply"_ba;
        QTest::addRow("halfReply") << "halfReply"_ba;
        QTest::addRow("garbage") << "garbage"_ba;
        QTest::addRow("resetAfter") << "resetAfter"_ba;
    }
    void findsWhatALostAnswerHasAdded()
    {
        QFETCH(const QByteArray, fault);
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", fault));
        std::vector<Row> rows = persons(200);
        rows[7].remove(u"LastName"_s); // refused
        rows[8] = rows[9]; // twice the same: two records
        rows[9].insert(u"Crm_Key__c"_s, {});
        rows[8].insert(u"Crm_Key__c"_s, {});
        const auto way = loader(addContacts, personFields);
        const PartFile file = part(addContacts, personFields, rows);
        TimedSteps steps(m_practice->clock);
        const auto before = contactCount();
        const auto submitted = way->submit(file, steps, {}, {});
        QVERIFY(!submitted);
        QVERIFY(submitted.error().kind == Error::Kind::Timeout
                || submitted.error().kind == Error::Kind::BadReply);
        QCOMPARE(contactCount(), before + 199);

        int asks = 0;
        const auto recovery = recover(*way, file, steps, &asks);
        QVERIFY2(recovery, recovery ? "" : qPrintable(recovery.error().detail));
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 199U);
        QVERIFY(recovery->restNotIn);
        QCOMPARE(asks, 1);
        QSet<QString> ids;
        for (const PlacedResult &result : recovery->results) {
            QVERIFY(result.place != 7);
            QCOMPARE(result.outcome, Outcome::Added);
            ids << result.recordId;
        }
        QCOMPARE(ids.size(), 199);
        QCOMPARE(recovery->results.front().recordId, idOf(u"K-1"_s));
        QCOMPARE(contactCount(), before + 199);
    }

    /// Nothing arrived: proven only when the service can be at it no more.
    void isPatientWithACallThatMayBeUnderWay()
    {
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "resetBefore"));
        const auto way = loader(addContacts, personFields);
        const PartFile file = part(addContacts, personFields, persons(20));
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto begun = m_practice->clock.elapsed();
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        QCOMPARE(m_practice->clock.elapsed() - begun, std::chrono::milliseconds(std::chrono::minutes(10)));
    }

    /// The same by a program that was started anew, a day later.
    void needsNoPatienceOnTheNextDay()
    {
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "resetBefore"));
        const PartFile file = part(addContacts, personFields, persons(20));
        TimedSteps steps(m_practice->clock);
        QVERIFY(!loader(addContacts, personFields)->submit(file, steps, {}, {}));
        m_practice->admin("POST", u"/clock"_s, "{\"seconds\":86400}");
        m_practice->clock.sleepFor(std::chrono::hours(24), {});
        int asks = 0;
        const auto recovery = recover(*loader(addContacts, personFields), file, steps, &asks);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        QCOMPARE(asks, 1);
    }

    /// It said itself that it failed, or turned the call away: no need to wait.
    void believesAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addRow("500") << 500 << Error::Kind::ServiceFault;
        QTest::addRow("503") << 503 << Error::Kind::RateLimit;
        QTest::addRow("429") << 429 << Error::Kind::RateLimit;
        QTest::addRow("403") << 403 << Error::Kind::Quota;
    }
    void believesAnAnswer()
    {
        QFETCH(const int, status);
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "status", 1, status));
        const auto way = loader(addContacts, personFields);
        const PartFile file = part(addContacts, personFields, persons(20));
        TimedSteps steps(m_practice->clock);
        const auto submitted = way->submit(file, steps, {}, {});
        QVERIFY(!submitted);
        QTEST(submitted.error().kind, "kind");
        int asks = 0;
        const auto recovery = recover(*way, file, steps, &asks);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        QCOMPARE(asks, 1);
    }

    void doesNotBelieveAPageInBetween()
    {
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "status", 1, 502));
        const auto way = loader(addContacts, personFields);
        const PartFile file = part(addContacts, personFields, persons(20));
        TimedSteps steps(m_practice->clock);
        const auto submitted = way->submit(file, steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::ServiceFault);
        int asks = 0;
        QVERIFY(recover(*way, file, steps, &asks));
        QVERIFY(asks > 1);
    }

    /// The same rows were added an hour before: those records are not taken for the new ones, nor are the
    /// rows called missing.
    void tellsOlderRecordsFromItsOwn()
    {
        QVERIFY(load(addContacts, { u"LastName"_s, u"Email"_s }, { person(1), person(2) }));
        m_practice->admin("POST", u"/clock"_s, "{\"seconds\":90000}");
        m_practice->clock.sleepFor(std::chrono::seconds(90'000), {});
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "loseReply"));
        const auto way = loader(addContacts, { u"LastName"_s, u"Email"_s });
        const PartFile file
            = part(addContacts, { u"LastName"_s, u"Email"_s }, { person(1), person(2), person(3) });
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 3U);
        const auto twice = contacts(u"Email"_s, u"ada+1@example.com"_s);
        QCOMPARE(twice.size(), 2);
        QCOMPARE(recovery->results[0].recordId, twice.last().value("Id"_L1).toString());
    }

    void asksForRowsWithoutAKeyByTheirTexts()
    {
        QVERIFY(m_practice->plant("POST", "*/composite/sobjects", "loseReply"));
        const auto way = loader(addContacts, { u"LastName"_s });
        const PartFile file = part(addContacts, { u"LastName"_s }, { person(1), person(2) });
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 2U);
        QVERIFY(recovery->results[0].recordId != recovery->results[1].recordId);
        QCOMPARE(recovery->results[1].outcome, Outcome::Added);
    }

    /// Just inserted, then changed, and the answer to that lost: what the records hold tells, without a wait.
    void needsNoPatienceWhereAllHoldWhatWasSent()
    {
        QVERIFY(load(upsertContacts, personFields, persons(3)));
        const QStringList fields { u"Id"_s, u"FirstName"_s };
        std::vector<Row> rows;
        for (const auto &key : { u"K-1"_s, u"K-2"_s, u"K-3"_s })
            rows.push_back({ { u"Id"_s, idOf(key) }, { u"FirstName"_s, u"New "_s + key } });
        QVERIFY(m_practice->plant("PATCH", "*/composite/sobjects", "loseReply"));
        const auto way = loader(updateContacts, fields);
        const PartFile file = part(updateContacts, fields, rows);
        RecordedRows steps(m_practice->clock);
        for (const Row &row : rows) // by the run that inserted them, which has just ended
            steps.rows.push_back({ .recordId = row.value(u"Id"_s),
                                   .outcome = Outcome::Added,
                                   .when = m_practice->clock.now(),
                                   .ofThisRun = false });
        QVERIFY(!way->submit(file, steps, {}, {}));
        int asks = 0;
        const auto recovery = recover(*way, file, steps, &asks);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 3U);
        QCOMPARE(recovery->results[2].outcome, Outcome::Updated);
        QCOMPARE(asks, 1);

        // By an earlier row of the run: this call may come late, and write over what the run writes next.
        for (RecordedRow &row : steps.rows)
            row.ofThisRun = true;
        QVERIFY(recover(*way, file, steps, &asks));
        QVERIFY(asks > 1);
    }

    void findsWhatALostAnswerHasChanged()
    {
        QVERIFY(load(upsertContacts, personFields, persons(3)));
        m_practice->admin("POST", u"/clock"_s, "{\"seconds\":60}");
        m_practice->clock.sleepFor(std::chrono::seconds(60), {});
        QVERIFY(m_practice->plant("PATCH", "*/composite/sobjects/*", "loseReply"));
        const std::vector<Row> rows { person(1, u"Pebble"_s), person(2, QString(100, u'x')), person(4) };
        const auto way = loader(upsertContacts, personFields);
        const PartFile file = part(upsertContacts, personFields, rows);
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QVERIFY(recovery->restNotIn); // the second was refused
        QCOMPARE(recovery->results.size(), 2U);
        QCOMPARE(recovery->results[0].outcome, Outcome::Updated);
        QCOMPARE(recovery->results[1].outcome, Outcome::Added);
        QCOMPARE(recovery->results[1].place, 2);
        QCOMPARE(recovery->results[1].recordId, idOf(u"K-4"_s));
    }

    void findsWhatALostAnswerHasUpdatedById()
    {
        QVERIFY(load(upsertContacts, personFields, persons(3)));
        m_practice->admin("POST", u"/clock"_s, "{\"seconds\":60}");
        m_practice->clock.sleepFor(std::chrono::seconds(60), {});
        QVERIFY(m_practice->plant("PATCH", "*/composite/sobjects", "loseReply"));
        const QStringList fields { u"Id"_s, u"LastName"_s };
        const std::vector<Row> rows { { { u"Id"_s, idOf(u"K-1"_s) }, { u"LastName"_s, u"Pebble"_s } },
                                      { { u"Id"_s, idOf(u"K-2"_s) }, { u"LastName"_s, u"#N/A"_s } } };
        const auto way = loader(updateContacts, fields);
        const PartFile file = part(updateContacts, fields, rows);
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 1U);
        QCOMPARE(recovery->results[0].outcome, Outcome::Updated);
        QCOMPARE(recovery->results[0].recordId, idOf(u"K-1"_s));
        QVERIFY(recovery->restNotIn);
    }

    void findsWhatALostAnswerHasDeleted()
    {
        QVERIFY(load(upsertContacts, personFields, persons(3)));
        const QString first = idOf(u"K-1"_s);
        const QString gone = idOf(u"K-2"_s);
        QVERIFY(load(deleteContacts, { u"Id"_s }, { { { u"Id"_s, gone } } }));
        m_practice->admin("POST", u"/clock"_s, "{\"seconds\":60}");
        m_practice->clock.sleepFor(std::chrono::seconds(60), {});
        QVERIFY(m_practice->plant("DELETE", "*/composite/sobjects", "loseReply"));
        const std::vector<Row> rows { { { u"Id"_s, first } },
                                      { { u"Id"_s, gone } },
                                      { { u"Id"_s, u"003000000000000"_s } } };
        const auto way = loader(deleteContacts, { u"Id"_s });
        const PartFile file = part(deleteContacts, { u"Id"_s }, rows);
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto recovery = recover(*way, file, steps);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(),
                 1U); // the others were gone before: to be sent again, to be told so
        QCOMPARE(recovery->results[0].place, 0);
        QCOMPARE(recovery->results[0].outcome, Outcome::Deleted);
        QVERIFY(recovery->restNotIn);
    }

    void stopsWithinAMoment_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addRow("send") << "POST"_ba
                              << "*/composite/sobjects"_ba;
        QTest::addRow("describe") << "GET"_ba
                                  << "*/describe"_ba;
        QTest::addRow("ask") << "GET"_ba
                             << "*/queryAll"_ba;
    }
    void stopsWithinAMoment()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const auto way = loader(addContacts, personFields);
        const PartFile file = part(addContacts, personFields, persons(3));
        TimedSteps steps(m_practice->clock);
        const bool sends = method == "POST";
        if (!sends)
            QVERIFY(way->submit(file, steps, {}, {}));
        QVERIFY(m_practice->plant(method, path, "stall", 1, 60'000));
        StopAtFault stop(*m_practice);
        const auto kind = sends ? failure(way->submit(file, steps, {}, stop.token()))
                                : failure(way->recover(file, steps.steps, steps, stop.token()));
        const auto took = stop.took();
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY2(took < std::chrono::milliseconds(200), qPrintable(QString::number(took.count())));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCollectionsContract)
#include "test_collections_contract.moc"
