#include "tests/contract/practice_salesforce.h"

#include <QSet>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::failure;
using test::PracticeSalesforce;
using test::recoverPatiently;
using test::Row;
using test::StopAtFault;
using test::TimedSteps;

namespace {

const QStringList treeFields { u"Crm_Key__c"_s, u"FirstName"_s, u"LastName"_s, u"Email"_s };

std::vector<Row> treeRows(int count)
{
    std::vector<Row> rows;
    for (int i = 1; i <= count; ++i)
        rows.push_back({ { u"Crm_Key__c"_s, u"T-%1"_s.arg(i) },
                         { u"FirstName"_s, u"Ada \"%1\" {}],"_s.arg(i) },
                         { u"LastName"_s, u"Stone"_s },
                         { u"Email"_s, u"tree+%1@example.com"_s.arg(i) } });
    return rows;
}

} // namespace

/// Calls that add all of up to 200 records or none, and the practice server, over sockets.
class TestTreeContract : public QObject {
    Q_OBJECT

private:
    Target target(const QJsonObject &options = {}) const
    {
        return { .object = u"Contact"_s, .operation = Operation::Insert, .options = options };
    }
    PartFile part(const std::vector<Row> &rows, int refusals = 0)
    {
        PartFile file
            = m_practice->spool(m_practice->kindOf(u"tree"_s), target(), treeFields, rows, m_schema);
        file.refusals = refusals;
        return file;
    }
    std::unique_ptr<PartLoader> loader(const QJsonObject &options = {})
    {
        return m_session->makeLoader(m_practice->kindOf(u"tree"_s), target(options), treeFields);
    }
    Result<Submitted> load(const std::vector<Row> &rows, const QJsonObject &options = {}, int refusals = 0)
    {
        TimedSteps steps(m_practice->clock);
        return loader(options)->submit(part(rows, refusals), steps, {}, {});
    }
    qsizetype contactCount() { return qsizetype(m_practice->records(u"Contact"_s).size()); }
    QString idOf(const QString &key)
    {
        for (const QJsonObject &record : m_practice->records(u"Contact"_s)) {
            if (record.value("Crm_Key__c"_L1).toString() == key)
                return record.value("Id"_L1).toString();
        }
        return {};
    }

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

    void addsAllOfACall()
    {
        const auto before = contactCount();
        const auto submitted = load(treeRows(200));
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
        QCOMPARE(submitted->results.size(), 200U);
        QCOMPARE(contactCount(), before + 200);
        for (const PlacedResult &result : submitted->results)
            QCOMPARE(result.outcome, Outcome::Added);
        for (const qint64 place : { 0, 8, 9, 99, 199 }) { // r1, r9, r10, r100, r200
            QCOMPARE(submitted->results[std::size_t(place)].place, place);
            QCOMPARE(submitted->results[std::size_t(place)].recordId, idOf(u"T-%1"_s.arg(place + 1)));
        }
    }

    /// The rest goes out again without the refused ones, until the good ones are in.
    void namesWhatKeptTheOthersOut()
    {
        std::vector<Row> rows = treeRows(200);
        rows[3].remove(u"LastName"_s);
        rows[150].insert(u"Email"_s, u"not an address"_s);
        const auto before = contactCount();
        const auto submitted = load(rows);
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
        QVERIFY(submitted->restNotIn);
        QCOMPARE(submitted->results.size(), 2U);
        QCOMPARE(submitted->results[0].place, 3);
        QCOMPARE(submitted->results[0].reason.code, u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(submitted->results[1].place, 150);
        QCOMPARE(submitted->results[1].reason.code, u"INVALID_EMAIL_ADDRESS"_s);
        QCOMPARE(contactCount(), before);

        rows.erase(rows.begin() + 150);
        rows.erase(rows.begin() + 3);
        const auto again = load(rows, {}, 1);
        QVERIFY(again);
        QCOMPARE(again->results.size(), 198U);
        QCOMPARE(contactCount(), before + 198);
    }

    void keepsToAllOrNothing()
    {
        std::vector<Row> rows = treeRows(5);
        rows[3].remove(u"LastName"_s);
        const auto before = contactCount();
        const auto submitted = load(rows, { { u"allOrNothing"_s, true } });
        QVERIFY(submitted);
        QVERIFY(!submitted->restNotIn);
        QCOMPARE(submitted->results.size(), 5U);
        QCOMPARE(std::ranges::count(submitted->results, Outcome::NotProcessed, &PlacedResult::outcome), 4);
        QCOMPARE(contactCount(), before);
    }

    void sendsOneAloneAtLast()
    {
        const auto before = contactCount();
        const auto added = load(treeRows(1), {}, 3);
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        QCOMPARE(added->results.front().recordId, idOf(u"T-1"_s));
        std::vector<Row> bad = treeRows(1);
        bad[0].remove(u"LastName"_s);
        const auto refused = load(bad, {}, 3);
        QVERIFY(refused);
        QCOMPARE(refused->results.front().reason.code, u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(contactCount(), before + 1);
    }

    void refusesMoreThanTheServiceTakes()
    {
        const auto before = contactCount();
        const auto submitted = load(treeRows(201));
        QVERIFY(!submitted || submitted->restNotIn);
        QCOMPARE(contactCount(), before);
    }

    /// However the answer is lost: one row that is found proves all of them, though some cannot be asked for.
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
        QVERIFY(m_practice->plant("POST", "*/composite/tree/Contact", fault));
        std::vector<Row> rows = treeRows(200);
        for (const std::size_t keyless : { 7U, 8U }) {
            rows[keyless].remove(u"Crm_Key__c"_s);
            rows[keyless].remove(u"Email"_s);
        }
        const auto way = loader();
        const PartFile file = part(rows);
        TimedSteps steps(m_practice->clock);
        const auto before = contactCount();
        const auto submitted = way->submit(file, steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(contactCount(), before + 200);

        const auto recovery = recoverPatiently(*way, file, steps, m_practice->clock);
        QVERIFY2(recovery, recovery ? "" : qPrintable(recovery.error().detail));
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 200U);
        QSet<QString> ids;
        for (const PlacedResult &result : recovery->results) {
            QCOMPARE(result.outcome, Outcome::Added);
            ids << result.recordId;
        }
        QCOMPARE(ids.size(), 200); // those without a key by their first names
        QCOMPARE(recovery->results.back().recordId, idOf(u"T-200"_s));
        QCOMPARE(contactCount(), before + 200);
    }

    /// The whole call was refused, but the answer was lost: nothing is there.
    void knowsThatARefusedCallAddedNothing()
    {
        QVERIFY(m_practice->plant("POST", "*/composite/tree/Contact", "loseReply"));
        std::vector<Row> rows = treeRows(20);
        rows[3].remove(u"LastName"_s);
        const auto way = loader();
        const PartFile file = part(rows);
        TimedSteps steps(m_practice->clock);
        QVERIFY(!way->submit(file, steps, {}, {}));
        const auto begun = m_practice->clock.elapsed();
        const auto recovery = recoverPatiently(*way, file, steps, m_practice->clock);
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        QCOMPARE(m_practice->clock.elapsed() - begun, std::chrono::milliseconds(std::chrono::minutes(10)));
    }

    void stopsWithinAMoment_data()
    {
        QTest::addColumn<int>("refusals");
        QTest::addColumn<QByteArray>("path");
        QTest::addRow("tree") << 0 << "*/composite/tree/Contact"_ba;
        QTest::addRow("alone") << 3 << "*/sobjects/Contact"_ba;
    }
    void stopsWithinAMoment()
    {
        QFETCH(const int, refusals);
        QFETCH(const QByteArray, path);
        QVERIFY(m_practice->plant("POST", path, "stall", 1, 60'000));
        const auto way = loader();
        const PartFile file = part(treeRows(1), refusals);
        TimedSteps steps(m_practice->clock);
        StopAtFault stop(*m_practice);
        const auto kind = failure(way->submit(file, steps, {}, stop.token()));
        const auto took = stop.took();
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY2(took < std::chrono::milliseconds(200), qPrintable(QString::number(took.count())));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestTreeContract)
#include "test_tree_contract.moc"
