#include "tests/survive/child.h"
#include "tests/survive/client.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

/// Where each row is a call, a few are long enough.
int killRows(const Loading &loading)
{
    return QLatin1StringView(loading.kind) == "single"_L1 ? 100 : 2'000;
}

int killsOf(QStringView kind)
{
    if (kind == u"sync-leads" || kind == u"contacts" || kind.startsWith(u"insight-"))
        return 5;
    return kind == u"tree" || kind == u"single" || kind == u"bulk-import" ? 8 : 20;
}

/// Of a part, so that there are some.
qint64 killBytes(const Loading &loading)
{
    return loading.form == Form::Orders || loading.form == Form::Lines ? 24'000 : 12'000;
}

constexpr int mostStretchesOfAKill = 12;
constexpr int killLanes = 2;

ClientOptions optionsFor(const QString &loading)
{
    return { .partBytes = killBytes(loadingNamed(loading)),
             .mostRecords = 200,
             .service = QString::fromLatin1(loadingNamed(loading).service) };
}

} // namespace

struct KillLine {
    int cases = 0;
    int kills = 0;
    int survived = 0;
    int unknownRows = 0;
};

/// The program is killed in the middle of a run, as `kill -9` does it, at moments that a seed decides, and
/// the run is resumed. Waits pass a hundred times as fast. ROWLIFT_SEED repeats a series.
class TestKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resumesAfterKills_data();
    void resumesAfterKills();
    void cleanupTestCase();

private:
    /// What goes to the client, but for the moment of its end.
    QJsonObject stretch(const QString &loading, const QString &run) const;
    /// A stretch that is killed at a moment of \a chance, within what a run needs when nobody kills it.
    ChildEnd killedStretch(const QString &loading, const QString &run, QRandomGenerator &chance);

    quint32 m_seed = 0;
    OwnServer m_server;
    QMap<QString, ChildEnd> m_whole; ///< By loading: a run that is left alone.
    QMap<QString, KillLine> m_table;
};

void TestKill::initTestCase()
{
    bool given = false;
    m_seed = qEnvironmentVariable("ROWLIFT_SEED").toUInt(&given);
    if (!given)
        m_seed = QRandomGenerator::system()->generate();
    qInfo("ROWLIFT_SEED=%u", m_seed);
}

QJsonObject TestKill::stretch(const QString &loading, const QString &run) const
{
    const Loading &how = loadingNamed(loading);
    return { { u"run"_s, run },         { u"service"_s, QString::fromLatin1(how.service) },
             { u"lanes"_s, killLanes }, { u"partBytes"_s, killBytes(how) },
             { u"mostRecords"_s, 200 }, { u"speed"_s, 100 } };
}

ChildEnd TestKill::killedStretch(const QString &loading, const QString &run, QRandomGenerator &chance)
{
    const ChildEnd &whole = m_whole[loading];
    QJsonObject given = stretch(loading, run);
    const int way = chance.bounded(5);
    if (way < 2)
        return runChild(m_server.farEnd(), given, chance.bounded(int(whole.milliseconds)));
    static const char *const moments[] { "request", "reply", "change" };
    const bool byChange = way == 4;
    given.insert(u"killAt"_s, QString::fromLatin1(moments[way - 2]));
    given.insert(u"number"_s,
                 1 + chance.bounded(whole.said[byChange ? u"changes"_s : u"requests"_s].toInt()));
    return runChild(m_server.farEnd(), given);
}

void TestKill::resumesAfterKills_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<quint32>("seed");
    QMap<QString, std::vector<QString>> byKind;
    for (const Loading &loading : allLoadings())
        byKind[QString::fromLatin1(loading.kind)].push_back(QString::fromLatin1(loading.name));
    for (const auto &loadings : byKind) {
        const int kills = killsOf(QLatin1StringView(loadingNamed(loadings.front()).kind).toString());
        for (int kill = 0; kill < kills; ++kill) {
            const QString loading = loadings[size_t(kill) % loadings.size()];
            QTest::addRow("%s, %d", qPrintable(loading), kill) << loading << m_seed + quint32(kill);
        }
    }
}

void TestKill::resumesAfterKills()
{
    QFETCH(QString, loading);
    QFETCH(quint32, seed);
    QRandomGenerator chance(seed);
    const Material material(loadingNamed(loading), killRows(loadingNamed(loading)));
    const auto begin = [&](const QTemporaryDir &folder) {
        m_server.reset();
        Client client(m_server.farEnd(), optionsFor(loading));
        return client.begin(loadingNamed(loading), material, folder.path())->folder();
    };
    if (!m_whole.contains(loading)) {
        const QTemporaryDir alone;
        const QString run = begin(alone);
        const ChildEnd whole = runChild(m_server.farEnd(), stretch(loading, run));
        QVERIFY2(whole.said[u"state"].toString() == u"finished",
                 QJsonDocument(whole.said).toJson().constData());
        QCOMPARE(judge(material, run, m_server.farEnd()).complaint, QString());
        m_whole.insert(loading, whole);
    }
    const QTemporaryDir folder;
    const QString run = begin(folder);
    KillLine &line = m_table[loading];
    ++line.cases;
    bool finished = false;
    int kills = 0;
    for (int tries = 0; tries < mostStretchesOfAKill; ++tries) {
        // Killed at least once, often twice, seldom thrice: an interrupted recovery must be resumed as well.
        const bool kill = kills == 0 || (kills < 3 && chance.bounded(2) == 0);
        const ChildEnd end
            = kill ? killedStretch(loading, run, chance) : runChild(m_server.farEnd(), stretch(loading, run));
        kills += end.killed ? 1 : 0;
        finished = end.said[u"state"].toString() == u"finished";
        QCOMPARE(end.said[u"broken"].toString(), QString());
        if (end.killed)
            QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
        else
            break;
    }
    // What nobody can tell of, and only that, waits for the person's word.
    Client client(m_server.farEnd(), optionsFor(loading));
    const Finish last = finish(client, loadingNamed(loading), material, run);
    QVERIFY2(finished || last.unknown > 0, "not finished, although nothing is unknown");
    line.kills += kills;
    line.unknownRows += last.unknown;
    QCOMPARE(last.complaint, QString());
    QVERIFY(last.unknownParts <= kills * killLanes); // those that were being sent
    QCOMPARE(last.end.state, RunState::Finished);
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
    ++line.survived;
}

void TestKill::cleanupTestCase()
{
    qInfo("%-24s %5s %5s %8s %8s   seed %u", "", "cases", "kills", "survived", "unknown", m_seed);
    for (auto line = m_table.cbegin(); line != m_table.cend(); ++line)
        qInfo("%-24s %5d %5d %8d %8d", qPrintable(line.key()), line->cases, line->kills, line->survived,
              line->unknownRows);
}

QTEST_GUILESS_MAIN(TestKill)
#include "test_kill.moc"
