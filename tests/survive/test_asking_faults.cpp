#include "tests/survive/child.h"
#include "tests/survive/client.h"
#include "tests/survive/weather.h"

#include <QtTest>

#include <algorithm>
#include <iterator>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

/// ctest runs each service in processes of its own: ROWLIFT_SERVICE.
QString serviceHere()
{
    return qEnvironmentVariable("ROWLIFT_SERVICE", u"marketo"_s);
}

/// With ROWLIFT_LOADINGS those of it alone.
std::vector<Loading> loadingsHere()
{
    const QStringList wanted = qEnvironmentVariable("ROWLIFT_LOADINGS").split(u',', Qt::SkipEmptyParts);
    std::vector<Loading> here;
    std::ranges::copy_if(allLoadings(), std::back_inserter(here), [&](const Loading &loading) {
        return loading.asksPerson && serviceHere() == QLatin1StringView(loading.service)
            && (wanted.isEmpty() || wanted.contains(QLatin1StringView(loading.name)));
    });
    return here;
}

QByteArray faultHere(const Loading::Call &call, const Weather &weather, int after, int times)
{
    return faultOf(serviceHere(), call, weather, after, times);
}

ClientOptions optionsHere(const Loading &loading)
{
    return { .partBytes = loading.partBytes, .service = serviceHere() };
}

/// Of the many calls of others every second case will do, or fewer.
bool asksAll()
{
    return serviceHere() == u"marketo";
}

/// Of all weathers at all calls, numbered: every second one, so that each weather is met at some call.
bool isMet(int number)
{
    const int weathers = int(weathersOf(serviceHere()).size());
    return (number / weathers + number % weathers) % 2 == 1;
}

bool isSend(const Loading &loading, const Loading::Call &call)
{
    return QLatin1StringView(call.name) == QLatin1StringView(loading.send.name);
}

} // namespace

/// What goes wrong in a case, when, and what may come of it.
struct AskingScenario {
    QByteArray atStart = "[]";
    int quitAt = 0; ///< The run is left at this request; 0: it is not.
    QByteArray atResume = "[]"; ///< Planted before it is gone on with.
    int leastOpen = 0; ///< Parts of which nobody can tell, before the person gives their word.
    int mostOpen = 0;
};

Q_DECLARE_METATYPE(AskingScenario)

/// Marketo and Dotdigital: each way of loading, every call, every fault. A submit whose reply was lost leaves
/// exactly its part unknown and asks the person; sent again on their word, each row ends as planted, and all
/// is there once. Whatever else breaks is mended without a word.
class TestAskingFaults : public QObject {
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
    void readsCollections_data();
    void readsCollections();

private:
    static void addColumns();
    void runCase();

    OwnServer m_server;
};

void TestAskingFaults::addColumns()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<AskingScenario>("scenario");
}

void TestAskingFaults::faultsAtEachCall_data()
{
    addColumns();
    const bool all = asksAll();
    int number = 0;
    for (const Loading &loading : loadingsHere()) {
        for (const Loading::Call &call : loading.calls) {
            for (const Weather &weather : weathersOf(serviceHere())) {
                if (!isMet(++number) && !all && !isSend(loading, call))
                    continue;
                const bool isLost = isSend(loading, call) && weather.after == Weather::After::Open;
                const bool mayBeLost = isSend(loading, call) && weather.after == Weather::After::Either;
                // Where nobody listens, what others were sending is cut, too.
                const bool cutsOthers = weather.kind == "refuse";
                const auto add = [&](int after, int times, const char *more) {
                    QTest::addRow("%s, %s, %s%s", loading.name, call.name, weather.name, more)
                        << QString::fromLatin1(loading.name)
                        << AskingScenario { .atStart = faultHere(call, weather, after, times),
                                            .leastOpen = isLost ? times : 0,
                                            .mostOpen = cutsOthers    ? 3
                                                : isLost || mayBeLost ? times
                                                                      : 0 };
                };
                if (all || isMet(number) || !isSend(loading, call))
                    add(0, 1, ", at first");
                if (isSend(loading, call) && (all || !isMet(number)))
                    add(2, 2, ", later, twice");
            }
        }
    }
}

void TestAskingFaults::faultsAtResume_data()
{
    addColumns();
    int number = 0;
    for (const Loading &loading : loadingsHere()) {
        for (const Loading::Call &call : loading.calls) {
            for (const Weather &weather : weathersOf(serviceHere())) {
                static constexpr int quits[] { 2, 4, 7 };
                const int quitAt = quits[number / 2 % 3];
                if (!isMet(number++) || (!asksAll() && number % 3 == 0))
                    continue;
                QTest::addRow("%s, %s, %s, at resume after request %d", loading.name, call.name, weather.name,
                              quitAt)
                    << QString::fromLatin1(loading.name)
                    << AskingScenario { .quitAt = quitAt,
                                        .atResume = faultHere(call, weather, 0, 1),
                                        .mostOpen = 4 };
            }
        }
    }
}

void TestAskingFaults::runCase()
{
    QFETCH(QString, loading);
    QFETCH(AskingScenario, scenario);
    const Loading &how = loadingNamed(loading);
    const Material material(how, how.matrixRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), optionsHere(how));
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

void TestAskingFaults::killedAtEachStep_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("number");
    for (const Loading &loading : loadingsHere()) {
        for (const auto &[moment, most] : { std::pair("request", 12), { "reply", 12 }, { "change", 22 } }) {
            const int last = QLatin1StringView(loading.kind) == "sync-leads"_L1 ? most / 2 : most;
            for (int number = 1; number <= last; number += asksAll() ? 1 : 2)
                QTest::addRow("%s, at %s %d", loading.name, moment, number)
                    << QString::fromLatin1(loading.name) << QString::fromLatin1(moment) << number;
        }
    }
}

void TestAskingFaults::killedAtEachStep()
{
    QFETCH(QString, loading);
    QFETCH(QString, moment);
    QFETCH(int, number);
    const Loading &how = loadingNamed(loading);
    const Material material(how, 40);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), optionsHere(how));
    const QString run = client.begin(how, material, folder.path())->folder();
    const ChildEnd end = runChild(m_server.farEnd(),
                                  { { u"run"_s, run },
                                    { u"service"_s, serviceHere() },
                                    { u"partBytes"_s, how.partBytes },
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
void TestAskingFaults::leavesWhatNobodyCanTellOf()
{
    const Loading how = loadingsHere().front();
    const Material material(how, how.matrixRows);
    const QTemporaryDir folder;
    m_server.reset();
    Client client(m_server.farEnd(), optionsHere(how));
    auto ledger = client.begin(how, material, folder.path());
    m_server.farEnd().plant(faultHere(how.send, { .name = "loseReply", .kind = "loseReply" }, 1, 1));
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

void TestAskingFaults::readsWhatThereIs_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const Loading::Call &call : { Loading::Call { "token", "POST", "*/identity/oauth/token" },
                                       Loading::Call { "describe", "GET", "*/leads/describe2.json" },
                                       Loading::Call { "lists", "GET", "*/rest/v1/lists.json" },
                                       Loading::Call { "partitions", "GET", "*/leads/partitions.json" } }) {
        for (const Weather &weather : weathersOf(serviceHere()))
            QTest::addRow("%s, %s", call.name, weather.name) << faultHere(call, weather, 0, 1);
    }
}

/// Fields, lists and partitions: an answer is whole, or it is an error in words; asked again, all is there.
void TestAskingFaults::readsWhatThereIs()
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

void TestAskingFaults::readsCollections_data()
{
    QTest::addColumn<QByteArray>("fault");
    int number = 0;
    for (const Loading::Call &call :
         { Loading::Call { "account", "GET", "*/account-info" },
           Loading::Call { "collections", "GET", "*/v3/collections" },
           Loading::Call { "schema", "GET", "*/schema" }, Loading::Call { "fields", "GET", "*/data-fields" },
           Loading::Call { "lists", "GET", "*/address-books" } }) {
        for (const Weather &weather : weathersOf(serviceHere())) {
            if (isMet(number++))
                QTest::addRow("%s, %s", call.name, weather.name) << faultHere(call, weather, 0, 1);
        }
    }
}

/// The same of Dotdigital's collections and address books.
void TestAskingFaults::readsCollections()
{
    QFETCH(QByteArray, fault);
    m_server.reset();
    m_server.farEnd().createInsight({ QJsonObject { { u"key"_s, u"F-1"_s },
                                                    { u"contact"_s, u"ada@example.com"_s },
                                                    { u"json"_s, QJsonObject { { u"total"_s, 12.5 } } } } },
                                    u"Orders"_s);
    Client client(m_server.farEnd(), { .service = u"dotdigital"_s });
    const Target contacts { .object = u"contacts"_s, .operation = Operation::Upsert, .keyField = u"Email"_s };
    m_server.farEnd().plant(fault);
    for (int round = 0; round < 4; ++round) {
        m_server.farEnd().waitUntilItListens();
        const auto session = client.session();
        const auto objects = session->objects({});
        const auto orders = session->describe(u"insightData/Orders"_s, {});
        const auto fields = session->describe(u"contacts"_s, {});
        const auto lists = session->choices(u"list"_s, contacts, {});
        if (objects && orders && fields && lists) {
            QVERIFY(std::ranges::count(*objects, u"insightData/Orders"_s, &ObjectInfo::name) == 1);
            QVERIFY(std::ranges::count(*objects, u"contacts"_s, &ObjectInfo::name) == 1);
            QVERIFY(client.service().schemaFrom(*orders)->field(u"$contact"));
            QVERIFY(client.service().schemaFrom(*fields)->field(u"Email"));
            QVERIFY(!lists->empty());
            return;
        }
        QVERIFY(round < 3);
        for (const QString &sentence :
             { objects ? u"-"_s : objects.error().sentence, orders ? u"-"_s : orders.error().sentence,
               fields ? u"-"_s : fields.error().sentence, lists ? u"-"_s : lists.error().sentence })
            QVERIFY(!sentence.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestAskingFaults)
#include "test_asking_faults.moc"
