#include "tests/truth/people_run.h"

#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

/// Both ways into Marketo, by each kind of look-up, in each form of parts and of its lists of failures: a
/// file with planted faults ends with every row as planted, and the practice server holds exactly whom it
/// should, cell by cell.
class TestPeopleTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TruthServer>(); }
    void init();
    void everyRowAndEveryCell_data();
    void everyRowAndEveryCell();
    void checkLeavesOutWhatItIsCertainOf_data();
    void checkLeavesOutWhatItIsCertainOf();
    void neverGuesses_data();
    void neverGuesses();
    void fieldsThatAreNotThereAreRefused();

private:
    std::unique_ptr<TruthServer> m_server;
};

namespace {

const QByteArray usualSwitches
    = R"({"failures-columns":false,"no-failures-file":false,"counts":false,"batch-without-import-id":false,)"
      R"("miscount":false,"drop-failure":false})";

ClientOptions smallParts(const PeopleAim &aim)
{
    return {
        .partBytes = aim.isImport() ? 60'000 : 0, .mostRecords = 100, .brakeShare = 1, .service = u"marketo"_s
    };
}

} // namespace

void TestPeopleTruth::init()
{
    m_server->reset();
    m_server->farEnd().admin("POST"_ba, "switches"_ba, usualSwitches);
}

void TestPeopleTruth::everyRowAndEveryCell_data()
{
    QTest::addColumn<PeopleAim>("aim");
    QTest::addColumn<QByteArray>("switches");
    const auto add = [](const char *name, const PeopleAim &aim, const QByteArray &switches = "{}") {
        QTest::newRow(name) << aim << switches;
    };
    const QString import = u"bulk-import"_s;
    const QByteArray compact = R"({"failures-columns":"compact"})";
    add("import by e-mail into a list", { .kind = import, .list = u"1001"_s });
    add("import by e-mail, compact", { .kind = import }, compact);
    add("import by e-mail, tabs, compact", { .kind = import, .format = u"tsv"_s }, compact);
    add("import by e-mail, semicolons", { .kind = import, .format = u"ssv"_s });
    add("import by e-mail, without row numbers", { .kind = import, .rowNumbers = false });
    add("import by e-mail, tabs, without row numbers",
        { .kind = import, .format = u"tsv"_s, .rowNumbers = false });
    add("import by e-mail, semicolons, without row numbers, into a list",
        { .kind = import, .format = u"ssv"_s, .rowNumbers = false, .list = u"1002"_s });
    add("import by e-mail into a partition", { .kind = import, .partition = u"EMEA West"_s });
    add("import by loyalty number", { .kind = import, .key = u"loyaltyNumber"_s });
    add("import by loyalty number, without row numbers",
        { .kind = import, .key = u"loyaltyNumber"_s, .rowNumbers = false });
    add("import by member number, tabs", { .kind = import, .key = u"memberNumber"_s, .format = u"tsv"_s });
    add("import by second address, compact", { .kind = import, .key = u"secondEmail"_s }, compact);
    add("import by id", { .kind = import, .key = u"id"_s });
    add("import by id, without row numbers", { .kind = import, .key = u"id"_s, .rowNumbers = false });
    add("import, the other way of counting", { .kind = import }, R"({"counts":"include-failed"})");
    add("import, without an import id", { .kind = import, .goodRows = 20 },
        R"({"batch-without-import-id":true,"no-failures-file":"empty"})");
    const QString calls = u"sync-leads"_s;
    add("calls by e-mail", { .kind = calls });
    add("calls by e-mail into a partition", { .kind = calls, .partition = u"EMEA"_s });
    add("calls by loyalty number", { .kind = calls, .key = u"loyaltyNumber"_s });
    add("calls by member number", { .kind = calls, .key = u"memberNumber"_s });
    add("calls by id", { .kind = calls, .key = u"id"_s });
}

void TestPeopleTruth::everyRowAndEveryCell()
{
    QFETCH(PeopleAim, aim);
    QFETCH(QByteArray, switches);
    m_server->farEnd().admin("POST"_ba, "switches"_ba, switches);
    const PeoplePlan plan(aim);
    PeopleRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), smallParts(aim));
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY2(run.wrongRows().isEmpty(), qPrintable(run.wrongRows()));
    QVERIFY2(run.wrongPeople().isEmpty(), qPrintable(run.wrongPeople()));
    QCOMPARE(run.wrongSums(), QString());
    QCOMPARE(run.wrongCalls(), QString());
    QVERIFY(run.parts().size() > 1 || aim.goodRows < 50);
}

void TestPeopleTruth::checkLeavesOutWhatItIsCertainOf_data()
{
    QTest::addColumn<PeopleAim>("aim");
    for (const QString &kind : { u"bulk-import"_s, u"sync-leads"_s }) {
        for (const QString &key : { u"email"_s, u"loyaltyNumber"_s, u"memberNumber"_s, u"id"_s })
            QTest::addRow("%s by %s", qPrintable(kind), qPrintable(key))
                << PeopleAim { .kind = kind, .key = key, .goodRows = 20, .checked = true };
    }
}

void TestPeopleTruth::checkLeavesOutWhatItIsCertainOf()
{
    QFETCH(PeopleAim, aim);
    const PeoplePlan plan(aim);
    PeopleRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), smallParts(aim));
    QCOMPARE(run.send(client, folder.path()), QString());
    QVERIFY2(run.wrongRows().isEmpty(), qPrintable(run.wrongRows()));
    QVERIFY2(run.wrongPeople().isEmpty(), qPrintable(run.wrongPeople()));
    QCOMPARE(run.wrongSums(), QString());
}

void TestPeopleTruth::neverGuesses_data()
{
    QTest::addColumn<PeopleAim>("aim");
    QTest::addColumn<QByteArray>("switches");
    const PeopleAim numbered { .kind = u"bulk-import"_s };
    const PeopleAim bare { .kind = u"bulk-import"_s, .rowNumbers = false };
    QTest::newRow("compact, without row numbers") << bare << R"({"failures-columns":"compact"})"_ba;
    QTest::newRow("a failure is not named") << numbered << R"({"drop-failure":1})"_ba;
    QTest::newRow("a failure is not named, without row numbers") << bare << R"({"drop-failure":1})"_ba;
    QTest::newRow("it counts otherwise") << numbered << R"({"miscount":1})"_ba;
}

/// Where Marketo does not tell enough, rows are unknown; none is said to be what it is not.
void TestPeopleTruth::neverGuesses()
{
    QFETCH(PeopleAim, aim);
    QFETCH(QByteArray, switches);
    m_server->farEnd().admin("POST"_ba, "switches"_ba, switches);
    const PeoplePlan plan(aim);
    PeopleRun run(*m_server, plan);
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), smallParts(aim));
    QCOMPARE(run.send(client, folder.path()), QString());
    QCOMPARE(run.wrongPeople(), QString());
    QCOMPARE(run.tally().total(), qint64(plan.rows().size()));
    bool somethingIsUnknown = false;
    for (size_t number = 0; number < plan.rows().size(); ++number) {
        const Outcome told = run.outcomes()[number].outcome;
        somethingIsUnknown = somethingIsUnknown || told == Outcome::Unknown;
        QVERIFY2(told == Outcome::Unknown || told == plan.rows()[number].outcome,
                 qPrintable(u"row %1"_s.arg(number + 1)));
    }
    const bool differs = switches.contains("drop-failure") || switches.contains("miscount");
    if (switches.contains("drop-failure"))
        QVERIFY(somethingIsUnknown);
    const bool isTold
        = std::ranges::any_of(run.parts(), [](const PartRecord &part) { return !part.message.isEmpty(); });
    QCOMPARE(isTold, differs);
}

/// A misspelt column would vanish without a word.
void TestPeopleTruth::fieldsThatAreNotThereAreRefused()
{
    for (const QString &field : { u"fristName"_s, u"createdAt"_s, u"fullAddress"_s, u" email"_s }) {
        Draft draft;
        draft.target = { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
        draft.mapping.columns = { { .column = u"Mail"_s, .field = u"email"_s, .because = Because::You },
                                  { .column = u"Name"_s, .field = field, .because = Because::You } };
        draft.kind = u"bulk-import"_s;
        const QTemporaryDir folder;
        Client client(m_server->farEnd(), { .service = u"marketo"_s });
        const auto started = client.start("Mail;Name\nada@truth.example;Ada\n", folder.path(), draft, true);
        QVERIFY2(!started, qPrintable(field));
        QCOMPARE(started.error().kind, Error::Kind::BadInput);
        QVERIFY(!started.error().sentence.isEmpty());
    }
    // Calls do not change what belongs to the company.
    Draft draft;
    draft.target = { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
    draft.mapping.columns = { { .column = u"Mail"_s, .field = u"email"_s, .because = Because::You },
                              { .column = u"Firma"_s, .field = u"company"_s, .because = Because::You } };
    draft.kind = u"sync-leads"_s;
    const QTemporaryDir folder;
    Client client(m_server->farEnd(), { .service = u"marketo"_s });
    QVERIFY(!client.start("Mail;Firma\nada@truth.example;Acme\n", folder.path(), draft, true));
    for (const auto &[method, path] : m_server->farEnd().requests())
        QVERIFY(method != u"POST" || path.contains(u"/oauth/"_s));
}

QTEST_GUILESS_MAIN(TestPeopleTruth)
#include "test_people_truth.moc"
