#include "tests/contract/practice_salesforce.h"

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

const Target addOne { .object = u"Contact"_s, .operation = Operation::Insert };
const Target upsertOne { .object = u"Contact"_s,
                         .operation = Operation::Upsert,
                         .keyField = u"Crm_Key__c"_s };
const Target updateOne { .object = u"Contact"_s, .operation = Operation::Update };
const Target deleteOne { .object = u"Contact"_s, .operation = Operation::Delete };
const QStringList oneFields { u"Crm_Key__c"_s, u"LastName"_s, u"Email"_s };

Row oneRow(const QString &key, const QString &email = u"one@example.com"_s)
{
    return { { u"Crm_Key__c"_s, key }, { u"LastName"_s, u"Stone"_s }, { u"Email"_s, email } };
}

} // namespace

/// Calls for one record and the practice server, over sockets.
class TestSingleContract : public QObject {
    Q_OBJECT

private:
    void start(const QMap<QString, QString> &switches = {})
    {
        m_session.reset();
        m_practice = std::make_unique<PracticeSalesforce>();
        QVERIFY(m_practice->start(switches));
        m_practice->clock.setTo(QDateTime::currentDateTimeUtc());
        m_session = m_practice->open();
        const auto described = m_session->describe(u"Contact"_s, {});
        QVERIFY(described);
        m_schema = *m_practice->service->schemaFrom(*described);
    }
    JobKind kind() const { return m_practice->kindOf(u"single"_s); }
    PartFile part(const Target &target, const QStringList &fields, const Row &row)
    {
        return m_practice->spool(kind(), target, fields, { row }, m_schema);
    }
    Result<PlacedResult> load(const Target &target, const QStringList &fields, const Row &row)
    {
        TimedSteps steps(m_practice->clock);
        return m_session->makeLoader(kind(), target, fields)
            ->submit(part(target, fields, row), steps, {}, {})
            .map([](const Submitted &submitted) { return submitted.results.at(0); });
    }
    QJsonObject contact(const QString &key)
    {
        for (const QJsonObject &record : m_practice->records(u"Contact"_s)) {
            if (record.value("Crm_Key__c"_L1).toString() == key)
                return record;
        }
        return {};
    }
    qsizetype contactCount() { return qsizetype(m_practice->records(u"Contact"_s).size()); }

    std::unique_ptr<PracticeSalesforce> m_practice;
    std::unique_ptr<ServiceSession> m_session;
    Schema m_schema;

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        m_session.reset();
        m_practice.reset();
    }

    void addsUpdatesAndDeletes()
    {
        const auto added = load(addOne, oneFields, oneRow(u"S-1"_s));
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        QCOMPARE(added->outcome, Outcome::Added);
        QCOMPARE(added->recordId, contact(u"S-1"_s).value("Id"_L1).toString());

        const QStringList fields { u"Id"_s, u"LastName"_s };
        const auto updated
            = load(updateOne, fields, { { u"Id"_s, added->recordId }, { u"LastName"_s, u"Rock"_s } });
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().detail));
        QCOMPARE(updated->outcome, Outcome::Updated);
        QCOMPARE(contact(u"S-1"_s).value("LastName"_L1).toString(), u"Rock"_s);

        const auto deleted = load(deleteOne, { u"Id"_s }, { { u"Id"_s, added->recordId } });
        QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().detail));
        QCOMPARE(deleted->outcome, Outcome::Deleted);
        const auto gone = load(deleteOne, { u"Id"_s }, { { u"Id"_s, added->recordId } });
        QVERIFY(gone);
        QCOMPARE(gone->outcome, Outcome::Failed);
    }

    /// Whatever stands in a key: the service gets it as it is.
    void upsertsByKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addRow("plain") << u"K-17"_s;
        QTest::addRow("signs") << u"a/b c?d#e%2F+&;=é"_s;
    }
    void upsertsByKey()
    {
        QFETCH(const QString, key);
        const auto added = load(upsertOne, oneFields, oneRow(key));
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        QCOMPARE(added->outcome, Outcome::Added);
        QCOMPARE(contact(key).value("Id"_L1).toString(), added->recordId);
        const auto again = load(upsertOne, oneFields, oneRow(key, u"two@example.com"_s));
        QVERIFY(again);
        QCOMPARE(again->outcome, Outcome::Updated);
        QCOMPARE(again->recordId, added->recordId);
        QCOMPARE(contact(key).value("Email"_L1).toString(), u"two@example.com"_s);
    }

    void hearsThatSeveralHaveTheKey()
    {
        QVERIFY(load(addOne, oneFields, oneRow(u"S-1"_s)));
        QVERIFY(load(addOne, oneFields, oneRow(u"S-2"_s)));
        Target byEmail = upsertOne;
        byEmail.keyField = u"Email"_s;
        const auto refused = load(byEmail, { u"LastName"_s, u"Email"_s }, oneRow({}));
        QVERIFY2(refused, refused ? "" : qPrintable(refused.error().detail));
        QCOMPARE(refused->outcome, Outcome::Failed);
        QCOMPARE(refused->reason.code, u"DUPLICATE_EXTERNAL_ID"_s);
        QCOMPARE(refused->reason.field, u"Email"_s);
    }

    void hearsWhyARowIsRefused()
    {
        Row nameless = oneRow(u"S-1"_s);
        nameless.remove(u"LastName"_s);
        const auto refused = load(addOne, oneFields, nameless);
        QVERIFY(refused);
        QCOMPARE(refused->outcome, Outcome::Failed);
        QCOMPARE(refused->reason.code, u"REQUIRED_FIELD_MISSING"_s);
        QCOMPARE(refused->reason.field, u"LastName"_s);

        const auto first = load(addOne, oneFields, oneRow(u"S-1"_s));
        QVERIFY(first);
        const auto twice = load(addOne, oneFields, oneRow(u"S-1"_s));
        QVERIFY(twice);
        QCOMPARE(twice->reason.code, u"DUPLICATE_VALUE"_s);
        QCOMPARE(twice->recordId, first->recordId.left(15)); // which holds it
    }

    void passesAWarningOnlyWhenItIsToldTo()
    {
        start({ { u"duplicate-rule"_s, u"alert"_s } });
        const auto first = load(addOne, oneFields, oneRow(u"S-1"_s));
        QVERIFY(first);
        const auto warned = load(addOne, oneFields, oneRow(u"S-2"_s));
        QVERIFY(warned);
        QCOMPARE(warned->outcome, Outcome::Failed);
        QCOMPARE(warned->reason.code, u"DUPLICATES_DETECTED"_s);
        QCOMPARE(warned->recordId, first->recordId);

        Target allowing = addOne;
        allowing.options = { { u"allowDuplicates"_s, true } };
        const auto passed = load(allowing, oneFields, oneRow(u"S-2"_s));
        QVERIFY(passed);
        QCOMPARE(passed->outcome, Outcome::Added);
    }

    /// A lead is handed to somebody else only by a rule that was chosen, by any way of loading.
    void assignsLeadsByTheChosenRuleOnly_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : { "bulk-ingest", "tree", "collections", "single" })
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }
    void assignsLeadsByTheChosenRuleOnly()
    {
        QFETCH(const QString, kind);
        const auto described = m_session->describe(u"Lead"_s, {});
        QVERIFY(described);
        const Schema schema = *m_practice->service->schemaFrom(*described);
        const QStringList fields { u"LastName"_s, u"Company"_s };
        QStringList owners;
        for (const QString &rule : { u"none"_s, u"active"_s }) {
            const Target leads { .object = u"Lead"_s,
                                 .operation = Operation::Insert,
                                 .options = { { u"assignmentRule"_s, rule } } };
            const QString name = u"Assigned "_s + rule;
            const auto way = m_session->makeLoader(m_practice->kindOf(kind), leads, fields);
            const PartFile file
                = m_practice->spool(m_practice->kindOf(kind), leads, fields,
                                    { { { u"LastName"_s, name }, { u"Company"_s, u"Acme"_s } } }, schema);
            TimedSteps steps(m_practice->clock);
            const auto submitted = way->submit(file, steps, {}, {});
            QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
            if (!submitted->ticket.isEmpty())
                QVERIFY(m_practice->end(*way, submitted->ticket));
            for (const QJsonObject &lead : m_practice->records(u"Lead"_s)) {
                if (lead.value("LastName"_L1).toString() == name)
                    owners << lead.value("OwnerId"_L1).toString();
            }
        }
        QCOMPARE(owners.size(), 2);
        QVERIFY(owners[0] != owners[1]);
    }

    /// Before anything is changed or deleted, by any way of loading.
    void keepsWhatIsThere_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : { "bulk-ingest", "collections", "single" })
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }
    void keepsWhatIsThere()
    {
        QFETCH(const QString, kind);
        const auto there = load(addOne, oneFields, oneRow(u"S-1"_s));
        QVERIFY(there);
        const JobKind way = m_practice->kindOf(kind);
        for (const bool deletes : { false, true }) {
            const Target &target = deletes ? deleteOne : updateOne;
            const QStringList fields
                = deletes ? QStringList { u"Id"_s } : QStringList { u"Email"_s, u"Id"_s };
            Row row = oneRow({}, u"new@example.com"_s);
            row.insert(u"Id"_s, there->recordId);
            const PartFile file = m_practice->spool(way, target, fields, { row }, m_schema);
            const QString path = m_practice->folder() + u"/before.jsonl"_s;
            const auto kept = m_session->makeLoader(way, target, fields)->keepOld(file, path, Progress(), {});
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
            QFile lines(path);
            QVERIFY(lines.open(QIODevice::ReadOnly));
            const QJsonObject record = QJsonDocument::fromJson(lines.readLine()).object();
            QCOMPARE(record.value("Id"_L1).toString(), there->recordId);
            QCOMPARE(record.value("Email"_L1).toString(), u"one@example.com"_s);
            QCOMPARE(record.contains("LastName"_L1), deletes);
            QVERIFY(lines.atEnd());
        }
    }

    void findsWhatALostAnswerHasDone_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("operation");
        QTest::addColumn<int>("outcome");
        QTest::addRow("add") << "POST"_ba << int(Operation::Insert) << int(Outcome::Added);
        QTest::addRow("upsert") << "PATCH"_ba << int(Operation::Upsert) << int(Outcome::Added);
        QTest::addRow("update") << "PATCH"_ba << int(Operation::Update) << int(Outcome::Updated);
        QTest::addRow("delete") << "DELETE"_ba << int(Operation::Delete) << int(Outcome::Deleted);
    }
    void findsWhatALostAnswerHasDone()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, operation);
        QFETCH(const int, outcome);
        const auto op = Operation(operation);
        QString id;
        if (op == Operation::Update || op == Operation::Delete) {
            const auto there = load(addOne, oneFields, oneRow(u"S-1"_s));
            QVERIFY(there);
            id = there->recordId;
            m_practice->admin("POST", u"/clock"_s, "{\"seconds\":60}");
            m_practice->clock.sleepFor(std::chrono::seconds(60), {});
        }
        const Target target { .object = u"Contact"_s,
                              .operation = op,
                              .keyField = op == Operation::Upsert ? u"Crm_Key__c"_s : QString() };
        Row row = oneRow(u"S-1"_s, u"new@example.com"_s);
        row.insert(u"Id"_s, id);
        const QStringList fields = op == Operation::Delete ? QStringList { u"Id"_s }
            : op == Operation::Update                      ? QStringList { u"Id"_s, u"Email"_s }
                                                           : oneFields;
        const auto way = m_session->makeLoader(kind(), target, fields);
        const PartFile file = part(target, fields, row);
        TimedSteps steps(m_practice->clock);
        QVERIFY(m_practice->plant(method, "*/sobjects/Contact*", "loseReply"));
        const auto submitted = way->submit(file, steps, {}, {});
        QVERIFY(!submitted);
        const auto recovery = recoverPatiently(*way, file, steps, m_practice->clock);
        QVERIFY2(recovery, recovery ? "" : qPrintable(recovery.error().detail));
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 1U);
        QCOMPARE(int(recovery->results.front().outcome), outcome);
    }

    void stopsWithinAMoment_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("operation");
        QTest::addRow("add") << "POST"_ba << int(Operation::Insert);
        QTest::addRow("upsert") << "PATCH"_ba << int(Operation::Upsert);
        QTest::addRow("update") << "PATCH"_ba << int(Operation::Update);
        QTest::addRow("delete") << "DELETE"_ba << int(Operation::Delete);
    }
    void stopsWithinAMoment()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, operation);
        const Target target { .object = u"Contact"_s,
                              .operation = Operation(operation),
                              .keyField
                              = Operation(operation) == Operation::Upsert ? u"Crm_Key__c"_s : QString() };
        const QStringList fields { u"Id"_s, u"Crm_Key__c"_s, u"LastName"_s };
        Row row = oneRow(u"S-1"_s);
        row.insert(u"Id"_s, Operation(operation) == Operation::Insert ? QString() : u"003gK00000AbCdEQAV"_s);
        const auto way = m_session->makeLoader(kind(), target, fields);
        const PartFile file = part(target, fields, row);
        TimedSteps steps(m_practice->clock);
        QVERIFY(m_practice->plant(method, "*/sobjects/Contact*", "stall", 1, 60'000));
        StopAtFault stop(*m_practice);
        const auto kind = failure(way->submit(file, steps, {}, stop.token()));
        const auto took = stop.took();
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY2(took < std::chrono::milliseconds(200), qPrintable(QString::number(took.count())));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSingleContract)
#include "test_single_contract.moc"
