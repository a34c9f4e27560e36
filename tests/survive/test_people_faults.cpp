#include "tests/survive/child.h"
#include "tests/survive/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <atomic>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

/// What can go wrong with a call to Marketo.
struct PeopleWeather {
    /// Whether the service can have the rows of a call that met it.
    enum class After {
        Answered,
        NotTaken,
        Open,
        Either ///< The body had left, or it had not: that is for the moment to say.
    };

    const char *name;
    QByteArray kind;
    int value = 0;
    After after = After::Open;
    const char *code = ""; ///< In an answer of its own.
};

/// Sources: cli.md, "The practice server's admin address", and contracts/marketo.md, 6 and 13.
const std::vector<PeopleWeather> &peopleWeathers()
{
    using enum PeopleWeather::After;
    static const std::vector<PeopleWeather> all {
        { "refuse", "refuse", 60, Either },
        { "resetBefore", "resetBefore", 0, Either },
        { "resetDuring", "resetDuring" },
        { "loseReply", "loseReply" },
        { "resetAfter", "resetAfter" },
        { "halfReply", "halfReply" },
        { "garbage", "garbage" },
        { "slow", "slow", 60, Answered },
        { "stall", "stall", 60 },
        { "HTTP 502", "status", 502 },
        { "HTTP 503", "status", 503 },
        { "code 502", "status", 200, Open, "502" },
        { "HTTP 413", "status", 413, NotTaken },
        { "601", "status", 601, NotTaken },
        { "602", "status", 602, NotTaken },
        { "603", "status", 603, NotTaken },
        { "604", "status", 604, NotTaken },
        { "606", "status", 606, NotTaken },
        { "607", "status", 607, NotTaken },
        { "608", "status", 608, NotTaken },
        { "611", "status", 611, NotTaken },
        { "615", "status", 615, NotTaken },
        { "713", "status", 713, NotTaken },
        { "1016", "status", 1016, NotTaken },
        { "1019", "status", 1019, NotTaken },
    };
    return all;
}

QByteArray peopleFault(const Loading::Call &call, const PeopleWeather &weather, int after, int times)
{
    QJsonObject fault { { u"service"_s, u"marketo"_s },
                        { u"method"_s, QString::fromLatin1(call.method) },
                        { u"path"_s, QString::fromLatin1(call.path) },
                        { u"kind"_s, QString::fromLatin1(weather.kind) },
                        { u"value"_s, weather.value },
                        { u"after"_s, after },
                        { u"times"_s, times } };
    if (*weather.code) {
        const QJsonObject error { { u"code"_s, QString::fromLatin1(weather.code) },
                                  { u"message"_s, u"Bad Gateway"_s } };
        const QJsonObject envelope { { u"requestId"_s, u"1#1"_s },
                                     { u"success"_s, false },
                                     { u"errors"_s, QJsonArray { error } } };
        fault.insert(u"body"_s, QString::fromUtf8(QJsonDocument(envelope).toJson(QJsonDocument::Compact)));
        fault.insert(u"headers"_s, QJsonObject { { u"Content-Type"_s, u"application/json"_s } });
    }
    return QJsonDocument(QJsonArray { fault }).toJson();
}

bool isSend(const Loading &loading, const Loading::Call &call)
{
    return QLatin1StringView(call.name) == QLatin1StringView(loading.send.name);
}

} // namespace

/// What goes wrong in a case, when, and what may come of it.
struct PeopleScenario {
    QByteArray atStart = "[]";
    int quitAt = 0; ///< The run is left at this request; 0: it is not.
    QByteArray atResume = "[]"; ///< Planted before it is gone on with.
    int leastOpen = 0; ///< Parts of which nobody can tell, before the person gives their word.
    int mostOpen = 0;
};

Q_DECLARE_METATYPE(PeopleScenario)

/// Both ways into Marketo, every call, every fault. A submit whose reply was lost leaves exactly its part
/// unknown and asks the person; sent again on their word, each row ends as planted, and everybody is there
/// once. Whatever else breaks is mended without a word.
class TestPeopleFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faultsAtEachCall_data();
    void faultsAtEachCall() { runCase(); }
    void faultsAtResume_data();
    void faultsAtResume() { runCase(); }
    void killedAtEachStep_data();
    void killedAtEachStep();
    void leavesWhatNobodyCanTellOf();
    void readsWhatThereIs_data();
    void readsWhatThereIs();

private:
    static void addColumns();
    void runCase();

    OwnServer m_server;
};

void TestPeopleFaults::addColumns()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<PeopleScenario>("scenario");
}

void TestPeopleFaults::faultsAtEachCall_data()
{
    addColumns();
    for (const Loading &loading : allLoadings()) {
        for (const Loading::Call &call : loading.ofPeople() ? loading.calls : std::vector<Loading::Call>()) {
            for (const PeopleWeather &weather : peopleWeathers()) {
                const bool isLost = isSend(loading, call) && weather.after == PeopleWeather::After::Open;
                const bool mayBeLost = isSend(loading, call) && weather.after == PeopleWeather::After::Either;
                // Where nobody listens, what others were sending is cut, too.
                const bool cutsOthers = weather.kind == "refuse";
                const auto add = [&](int after, int times, const char *more) {
                    QTest::addRow("%s, %s, %s%s", loading.name, call.name, weather.name, more)
                        << QString::fromLatin1(loading.name)
                        << PeopleScenario { .atStart = peopleFault(call, weather, after, times),
                                            .leastOpen = isLost ? times : 0,
                                            .mostOpen = cutsOthers    ? 3
                                                : isLost || mayBeLost ? times
                                                                      : 0 };
                };
                add(0, 1, ", at first");
                if (isSend(loading, call))
                    add(2, 2, ", later, twice");
            }
        }
    }
}

void TestPeopleFaults::faultsAtResume_data()
{
    addColumns();
    int number = 0;
    for (const Loading &loading : allLoadings()) {
        for (const Loading::Call &call : loading.ofPeople() ? loading.calls : std::vector<Loading::Call>()) {
            for (const PeopleWeather &weather : peopleWeathers()) {
                static constexpr int quits[] { 2, 4, 7 };
                const int quitAt = quits[number / 2 % 3];
                if (number++ % 2 == 0) // each weather is met at some call
                    continue;
                QTest::addRow("%s, %s, %s, at resume after request %d", loading.name, call.name, weather.name,
                              quitAt)
                    << QString::fromLatin1(loading.name)
                    << PeopleScenario { .quitAt = quitAt,
                                        .atResume = peopleFault(call, weather, 0, 1),
                                        .mostOpen = 4 };
            }
        }
    }
}

void TestPeopleFaults::runCase()
{
    QFETCH(QString, loading);
    QFETCH(PeopleScenario, scenario);
    const Loading &how = loadingNamed(loading);
    const Material material(how, how.matrixRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), { .service = u"marketo"_s });
    auto ledger = client.begin(how, material, folder.path());
    const QString run = ledger->folder();
    m_server.farEnd().plant(scenario.atStart);
    RunControl control;
    client.onRequest = [&](int number, const HttpRequest &) {
        if (number == scenario.quitAt)
            control.quit();
        return true;
    };
    client.go(*ledger, control);
    client.onRequest = {};
    ledger.reset();
    QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
    m_server.farEnd().waitUntilItListens();
    m_server.farEnd().plant(scenario.atResume);
    const Finish last = finish(client, how, material, run, 8);
    QCOMPARE(client.broken(), QString());
    QCOMPARE(last.complaint, QString());
    QVERIFY2(last.unknownParts >= scenario.leastOpen && last.unknownParts <= scenario.mostOpen,
             qPrintable(u"%1 parts were unknown"_s.arg(last.unknownParts)));
    QCOMPARE(last.unknown > 0, last.unknownParts > 0);
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    QVERIFY2(last.end.state == RunState::Finished,
             last.end.error ? qPrintable(last.end.error->sentence + u" / "_s + last.end.error->detail)
                            : "not finished");
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
}

void TestPeopleFaults::killedAtEachStep_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("number");
    for (const Loading &loading : allLoadings()) {
        if (!loading.ofPeople())
            continue;
        for (const auto &[moment, most] : { std::pair("request", 12), { "reply", 12 }, { "change", 22 } }) {
            const int last = QLatin1StringView(loading.kind) == "sync-leads"_L1 ? most / 2 : most;
            for (int number = 1; number <= last; ++number)
                QTest::addRow("%s, at %s %d", loading.name, moment, number)
                    << QString::fromLatin1(loading.name) << QString::fromLatin1(moment) << number;
        }
    }
}

void TestPeopleFaults::killedAtEachStep()
{
    QFETCH(QString, loading);
    QFETCH(QString, moment);
    QFETCH(int, number);
    const Loading &how = loadingNamed(loading);
    const Material material(how, 40);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), { .service = u"marketo"_s });
    const QString run = client.begin(how, material, folder.path())->folder();
    const ChildEnd end = runChild(m_server.farEnd(),
                                  { { u"run"_s, run },
                                    { u"service"_s, u"marketo"_s },
                                    { u"lanes"_s, 2 },
                                    { u"killAt"_s, moment },
                                    { u"number"_s, number } });
    if (!end.killed && end.said[u"state"].toString() == u"finished")
        QSKIP("it was over by then");
    QVERIFY(end.killed);
    QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
    const Finish last = finish(client, how, material, run);
    QCOMPARE(client.broken(), QString());
    QCOMPARE(last.complaint, QString());
    QVERIFY2(last.unknownParts <= 2, "more than what was being sent is unknown");
    QCOMPARE(last.end.state, RunState::Finished);
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
}

/// The person does not want it sent again: its rows stay unknown, and all others are as planted.
void TestPeopleFaults::leavesWhatNobodyCanTellOf()
{
    const Loading &how = loadingNamed(u"people by import");
    const Material material(how, how.matrixRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), { .service = u"marketo"_s });
    auto ledger = client.begin(how, material, folder.path());
    m_server.farEnd().plant(peopleFault(how.send, { .name = "loseReply", .kind = "loseReply" }, 1, 1));
    RunControl control;
    client.go(*ledger, control);
    const auto parts = ledger->parts();
    QVERIFY(parts);
    qint64 lost = 0;
    for (const PartRecord &part : *parts) {
        if (part.state != PartState::Unconfirmed)
            continue;
        lost += part.rows;
        QVERIFY(ledger->giveWord(part.number, PartEvent::GivenUp));
    }
    QVERIFY(lost > 0);
    RunControl again;
    const RunEnd end = client.go(*ledger, again);
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Unknown), lost);
    QCOMPARE(end.tally.of(Outcome::Failed) + end.tally.of(Outcome::In) + end.tally.of(Outcome::LeftOut)
                 + lost,
             qint64(material.rows()));
    QCOMPARE(client.broken(), QString());
}

void TestPeopleFaults::readsWhatThereIs_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const Loading::Call &call : { Loading::Call { "token", "POST", "*/identity/oauth/token" },
                                       Loading::Call { "describe", "GET", "*/leads/describe2.json" },
                                       Loading::Call { "lists", "GET", "*/rest/v1/lists.json" },
                                       Loading::Call { "partitions", "GET", "*/leads/partitions.json" } }) {
        for (const PeopleWeather &weather : peopleWeathers())
            QTest::addRow("%s, %s", call.name, weather.name) << peopleFault(call, weather, 0, 1);
    }
}

/// Fields, lists and partitions: an answer is whole, or it is an error in words; asked again, all is there.
void TestPeopleFaults::readsWhatThereIs()
{
    QFETCH(QByteArray, fault);
    m_server.reset();
    Client client(m_server.farEnd(), { .service = u"marketo"_s });
    const Target target { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
    m_server.farEnd().plant(fault);
    for (int round = 0; round < 4; ++round) {
        m_server.farEnd().waitUntilItListens();
        const auto session = client.session();
        const auto fields = session->describe(u"leads"_s, {});
        const auto lists = session->choices(u"list"_s, target, {});
        const auto partitions = session->choices(u"partition"_s, target, {});
        if (fields && lists && partitions) {
            const auto schema = client.service().schemaFrom(*fields);
            QVERIFY(schema && schema->field(u"loyaltyNumber"));
            QVERIFY(schema->field(u"loyaltyNumber")->key);
            QCOMPARE(lists->size(), size_t(362));
            QCOMPARE(partitions->size(), size_t(3));
            return;
        }
        QVERIFY(round < 3);
        QVERIFY(!(fields ? lists ? partitions.error() : lists.error() : fields.error()).sentence.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPeopleFaults)
#include "test_people_faults.moc"
