#include "app/base/clock.h"
#include "app/base/folders.h"

#include <QSet>
#include <QTest>

#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sleepsForTheTime();
    void returnsFromSleepWhenStopped();
    void doesNotSleepWhenAlreadyStopped();
    void tellsTimeInUtc();
    void movesAllFoldersBelowHome();
    void keepsFoldersApart();
};

void TestBase::sleepsForTheTime()
{
    SystemClock clock;
    const auto before = clock.elapsed();
    QVERIFY(clock.sleepFor(30ms, {}));
    QVERIFY(clock.elapsed() - before >= 29ms);
}

void TestBase::returnsFromSleepWhenStopped()
{
    SystemClock clock;
    std::stop_source stop;
    bool slept = true;
    const auto before = clock.elapsed();
    std::jthread sleeper([&] { slept = clock.sleepFor(10min, stop.get_token()); });
    stop.request_stop();
    sleeper.join();
    QVERIFY(!slept);
    QVERIFY(clock.elapsed() - before < 1min);
}

void TestBase::doesNotSleepWhenAlreadyStopped()
{
    SystemClock clock;
    std::stop_source stop;
    stop.request_stop();
    const auto before = clock.elapsed();
    QVERIFY(!clock.sleepFor(10min, stop.get_token()));
    QVERIFY(clock.elapsed() - before < 1min);
}

void TestBase::tellsTimeInUtc()
{
    QCOMPARE(SystemClock().now().timeSpec(), Qt::UTC);
}

void TestBase::movesAllFoldersBelowHome()
{
    qputenv("ROWLIFT_HOME", "/somewhere/else");
    const Folders folders = Folders::standard();
    qunsetenv("ROWLIFT_HOME");
    for (const QString &folder : { folders.config, folders.data, folders.cache, folders.profiles,
                                   folders.runs(), folders.drafts(), folders.practice() })
        QVERIFY2(folder.startsWith(u"/somewhere/else/"_s), qPrintable(folder));
}

void TestBase::keepsFoldersApart()
{
    for (const Folders &folders : { Folders::standard(), Folders::below(u"/home/of/tests"_s) }) {
        const QStringList all = { folders.config, folders.data,     folders.cache,     folders.profiles,
                                  folders.runs(), folders.drafts(), folders.practice() };
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        QVERIFY(folders.runs().startsWith(folders.data)); // not in the cache, which may be emptied
        QVERIFY(folders.drafts().startsWith(folders.data));
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestBase)
#include "test_base.moc"
