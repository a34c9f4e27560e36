#include "app/mapping/profile.h"
#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int programRows = 20'000;
constexpr int programKills = 200;
constexpr int mostProgramStretches = 12;

/// ROWLIFT_PROGRAM names another build of it.
QString program()
{
    return qEnvironmentVariable("ROWLIFT_PROGRAM", QStringLiteral(ROWLIFT_PROGRAM));
}

} // namespace

/// The built program is killed in the middle of `rowlift import` and `rowlift resume`, at moments that a seed
/// decides, and resumed. ROWLIFT_SEED repeats a series, ROWLIFT_KILLS says how many, ROWLIFT_LOADINGS which
/// ways of loading. The far end's time passes fifty times as fast.
class TestKillProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resumesAfterKills();
    void cleanupTestCase();

private:
    struct Stretch {
        bool killed = false;
        int exit = -1;
        qint64 milliseconds = 0;
        QByteArray said;
    };
    Stretch run(const QStringList &arguments, qint64 killAfterMs);
    void begin(const Loading &loading, const Material &material);
    /// Imports and resumes until the import is over; killed \a kills times, each time within \a within.
    void oneCase(const Loading &loading, QRandomGenerator &chance, int wantedKills);
    QString runFolder() const;

    quint32 m_seed = 0;
    std::unique_ptr<QTemporaryDir> m_home;
    QTemporaryDir m_far;
    QProcess m_practice;
    std::unique_ptr<FarEnd> m_farEnd;
    QStringList m_import;
    QString m_service; ///< Of the case at hand.
    QMap<QString, qint64> m_whole; ///< By loading: milliseconds of an import that is left alone.
    int m_cases = 0;
    int m_kills = 0;
    int m_survived = 0;
    int m_unknown = 0;
};

void TestKillProgram::initTestCase()
{
    bool given = false;
    m_seed = qEnvironmentVariable("ROWLIFT_SEED").toUInt(&given);
    if (!given)
        m_seed = QRandomGenerator::system()->generate();
    qInfo("ROWLIFT_SEED=%u", m_seed);
    m_practice.start(program(), { u"practice"_s, u"--json"_s, u"--data"_s, m_far.path() });
    QVERIFY(m_practice.waitForReadyRead(20'000));
    m_farEnd = std::make_unique<FarEnd>(QJsonDocument::fromJson(m_practice.readLine()).object());
}

TestKillProgram::Stretch TestKillProgram::run(const QStringList &arguments, qint64 killAfterMs)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROWLIFT_HOME"_s, m_home->filePath(u"rowlift"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer since;
    since.start();
    process.start(program(), arguments);
    process.waitForStarted();
    process.write(m_farEnd->credentials(m_service).clientSecret.reveal().toUtf8() + '\n');
    process.closeWriteChannel();
    constexpr int beatMs = 20;
    constexpr qint64 longestMs = 300'000;
    while (!process.waitForFinished(beatMs) && process.state() != QProcess::NotRunning) {
        m_farEnd->moveClock(50 * beatMs);
        if (since.elapsed() >= std::min(killAfterMs, longestMs))
            process.kill();
    }
    return { .killed = process.exitStatus() == QProcess::CrashExit,
             .exit = process.exitCode(),
             .milliseconds = since.elapsed(),
             .said = process.readAll() };
}

void TestKillProgram::begin(const Loading &loading, const Material &material)
{
    m_farEnd->admin("POST"_ba, "reset"_ba);
    m_home = std::make_unique<QTemporaryDir>();
    m_service = QString::fromLatin1(loading.service);
    const QStringList ids = plantSeeds(*m_farEnd, material);
    QStringList deleted;
    for (const qsizetype seed : material.deletedSeeds())
        deleted << ids[seed];
    if (!deleted.isEmpty())
        m_farEnd->remove(deleted);
    Profile profile;
    profile.name = u"People"_s;
    profile.service = m_service;
    profile.account = u"Far"_s;
    profile.target = material.target();
    profile.mapping = material.mapping();
    for (const ColumnMapping &column : profile.mapping.columns)
        profile.header << column.column;
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_home->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for %s", qPrintable(name));
        return file.fileName();
    };
    const QString source = write(u"people.csv"_s, material.source(ids));
    const QString profilePath = write(u"people.rowlift"_s, toJson(profile));
    m_import = { u"import"_s,
                 source,
                 u"--profile"_s,
                 profilePath,
                 u"--account"_s,
                 u"Far"_s,
                 u"--yes"_s,
                 u"--json"_s,
                 u"--secret-stdin"_s,
                 u"--kind"_s,
                 QString::fromLatin1(loading.kind) };
    if (loading.operation == Operation::Delete)
        m_import << u"--delete"_s << QString::number(programRows);
    if (loading.keepsOld)
        m_import << u"--keep-old"_s;
    const Credentials app = m_farEnd->credentials(m_service);
    const QString user = app.kind == SignInKind::Basic ? u"--user"_s : u"--client-id"_s;
    const Stretch added
        = run({ u"account"_s, u"add"_s, u"Far"_s, u"--service"_s, m_service, u"--url"_s, app.url.toString(),
                u"--sign-in"_s, signInId(app.kind), user, app.clientId, u"--secret-stdin"_s },
              60'000);
    if (added.exit != 0)
        qFatal("the account was not added: %s", added.said.constData());
}

QString TestKillProgram::runFolder() const
{
    const QDir runs(m_home->filePath(u"rowlift/data/runs"_s));
    const QStringList names = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return names.isEmpty() ? QString() : runs.filePath(names.last());
}

void TestKillProgram::oneCase(const Loading &loading, QRandomGenerator &chance, int wantedKills)
{
    const Material material(loading, programRows);
    const QString name = QString::fromLatin1(loading.name);
    begin(loading, material);
    int kills = 0;
    bool over = false;
    bool begun = false;
    bool asks = false; ///< Nobody can tell of a part: the person lets it be sent again.
    for (int stretch = 0; stretch < mostProgramStretches && !over; ++stretch) {
        const qint64 moment
            = kills < wantedKills ? chance.bounded(int(m_whole[name])) : std::numeric_limits<int>::max();
        QStringList resume { u"resume"_s, u"--json"_s, u"--secret-stdin"_s };
        if (asks)
            resume << u"--send-again"_s;
        Stretch done = begun ? run(resume, moment) : run(m_import, moment);
        kills += done.killed ? 1 : 0;
        over = !done.killed && (done.exit == 0 || done.exit == 1);
        asks = loading.asksPerson && !done.killed && done.exit == 4;
        QVERIFY2(done.killed || over || asks, done.said.constData());
        if (wantedKills == 0)
            m_whole.insert(name, done.milliseconds);
        // Killed before the run was frozen, nothing has happened: it is begun again.
        const auto reader = LedgerReader::open(runFolder());
        begun = reader.has_value();
        // Killed behind its end, it has nothing to go on with.
        over = over || (begun && (*reader)->end().value_or(RunState::Interrupted) == RunState::Finished);
        if (begun)
            QCOMPARE(judge(material, runFolder(), *m_farEnd, true).complaint, QString());
        else
            QVERIFY(!over);
    }
    if (wantedKills == 0)
        return;
    ++m_cases;
    m_kills += kills;
    const Material::Verdict verdict = judge(material, runFolder(), *m_farEnd);
    m_unknown += verdict.unknown;
    QVERIFY(over);
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
    ++m_survived;
}

void TestKillProgram::resumesAfterKills()
{
    const int wanted = qEnvironmentVariableIntValue("ROWLIFT_KILLS");
    const int all = wanted > 0 ? wanted : programKills;
    QRandomGenerator chance(m_seed);
    std::vector<Loading> loadings;
    std::ranges::copy_if(allLoadings(), std::back_inserter(loadings), [](const Loading &loading) {
        const QLatin1StringView kind(loading.kind);
        const QStringList named = qEnvironmentVariable("ROWLIFT_LOADINGS").split(u',', Qt::SkipEmptyParts);
        if (!named.isEmpty())
            return named.contains(QLatin1StringView(loading.name));
        return loading.asksPerson || kind == "bulk-ingest"_L1 || kind == "tree"_L1 || loading.looksUp
            || loading.keepsOld;
    });
    for (const Loading &loading : loadings)
        oneCase(loading, chance, 0);
    for (size_t number = 0; m_kills < all && !QTest::currentTestFailed(); ++number)
        oneCase(loadings[number % loadings.size()], chance, 1 + chance.bounded(3));
}

void TestKillProgram::cleanupTestCase()
{
    m_practice.closeWriteChannel();
    m_practice.waitForFinished(10'000);
    qInfo("%d rows, seed %u: %d cases, %d kills, %d survived, %d unknown rows", programRows, m_seed, m_cases,
          m_kills, m_survived, m_unknown);
}

QTEST_GUILESS_MAIN(TestKillProgram)
#include "test_kill_program.moc"
