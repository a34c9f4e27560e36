#include "app/accounts/secret_store.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <thread>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

// The library behind the store works from one thread of a process only, so what another start of the program
// would find is asked of another start of this one.

/// "keep ID SECRET", "replace ID SECRET" and "find ID": prints what became of it.
int runChild(const QStringList &arguments)
{
    SecretStore store(u"Rowlift test"_s, std::chrono::seconds(20));
    const QUuid id(arguments.value(2));
    if (arguments.value(1) == u"keep") {
        const auto kept = store.keep(id, Secret(arguments.value(3)), {});
        const auto found = store.find(id, {});
        const bool inMemory = found && *found && (*found)->reveal() == arguments.value(3);
        std::printf("%s %s\n", kept->kept == SecretStore::Kept::InKeychain ? "keychain" : "until-quit",
                    inMemory ? "found" : "lost");
        return kept->kept == SecretStore::Kept::UntilQuit && kept->why.isEmpty() ? 1 : 0;
    }
    if (arguments.value(1) == u"replace") {
        const Done first = store.replace(id, Secret(arguments.value(3)), {});
        const Done second = store.replace(id, Secret(arguments.value(3) + u'2'), {});
        const auto kept = store.find(id, {});
        std::printf("%s %s %s\n", first ? "kept" : "told", second ? "kept" : "told",
                    kept && *kept ? (*kept)->reveal().toUtf8().constData() : "none");
        return first || first.error().kind == Error::Kind::Storage ? 0 : 1;
    }
    const auto found = store.find(id, {});
    std::printf("%s\n", !found ? "error" : *found ? (*found)->reveal().toUtf8().constData() : "none");
    return 0;
}

QByteArray childSays(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForFinished(60'000);
    return child.exitCode() == 0 ? child.readAllStandardOutput().trimmed() : QByteArray("failed");
}

QByteArray childSays(const QStringList &arguments)
{
    return childSays(arguments, QProcessEnvironment::systemEnvironment());
}

} // namespace

class TestSecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsAcrossStarts();
    void replacesWhereItIsKept();
    void tellsOnceThatANewSecretIsNotKept();
    void forgets();
    void bearsFourLanes();
    void hearsAStop();
    void remembersUntilQuitWithoutKeychain();

private:
    SecretStore m_store { u"Rowlift test"_s, std::chrono::seconds(20) };
};

void TestSecretStore::initTestCase()
{
    const auto kept = m_store.keep(QUuid::createUuid(), Secret(u"first"_s), {});
    QVERIFY(kept);
    QVERIFY2(kept->kept == SecretStore::Kept::InKeychain, qPrintable(kept->why));
}

void TestSecretStore::keepsAcrossStarts()
{
    const QUuid id = QUuid::createUuid();
    const QString secret = u"pässwörd ✓ \"'\\"_s;
    QVERIFY(m_store.keep(id, Secret(secret), {}));
    QCOMPARE(childSays({ u"find"_s, id.toString() }), secret.toUtf8());
    QVERIFY(m_store.keep(id, Secret(u"renewed"_s), {}));
    QCOMPARE(childSays({ u"find"_s, id.toString() }), QByteArray("renewed"));
    const QUuid other = QUuid::createUuid();
    QCOMPARE(childSays({ u"keep"_s, other.toString(), u"by the child"_s }), QByteArray("keychain found"));
    const auto found = m_store.find(other, {});
    QVERIFY(found && *found);
    QCOMPARE((*found)->reveal(), u"by the child"_s);
}

void TestSecretStore::replacesWhereItIsKept()
{
    const QUuid inKeychain = QUuid::createUuid();
    QVERIFY(m_store.keep(inKeychain, Secret(u"old"_s), {}));
    QVERIFY(m_store.replace(inKeychain, Secret(u"new"_s), {}));
    QCOMPARE(m_store.find(inKeychain, {}).value(), Secret(u"new"_s));
    QCOMPARE(childSays({ u"find"_s, inKeychain.toString() }), QByteArray("new"));

    const QUuid inMemory = QUuid::createUuid();
    m_store.keepUntilQuit(inMemory, Secret(u"old"_s));
    QVERIFY(m_store.replace(inMemory, Secret(u"new"_s), {}));
    QCOMPARE(m_store.find(inMemory, {}).value(), Secret(u"new"_s));
    QCOMPARE(childSays({ u"find"_s, inMemory.toString() }), QByteArray("none"));

    // Another start put it there; a stop ends only the waiting.
    const QUuid stopped = QUuid::createUuid();
    QCOMPARE(childSays({ u"keep"_s, stopped.toString(), u"old"_s }), QByteArray("keychain found"));
    std::stop_source stop;
    stop.request_stop();
    const Done replaced = m_store.replace(stopped, Secret(u"new"_s), stop.get_token());
    QVERIFY(replaced || replaced.error().cancelled());
    QVERIFY(m_store.find(QUuid::createUuid(), {})); // behind it in the queue
    QCOMPARE(childSays({ u"find"_s, stopped.toString() }), QByteArray("new"));
}

void TestSecretStore::tellsOnceThatANewSecretIsNotKept()
{
    QProcessEnvironment alone = QProcessEnvironment::systemEnvironment();
    alone.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    QCOMPARE(childSays({ u"replace"_s, QUuid::createUuid().toString(), u"next"_s }, alone),
             QByteArray("told kept next2"));
}

void TestSecretStore::forgets()
{
    const QUuid id = QUuid::createUuid();
    QVERIFY(m_store.keep(id, Secret(u"short-lived"_s), {}));
    QVERIFY(m_store.forget(id, {}).value());
    QCOMPARE(childSays({ u"find"_s, id.toString() }), QByteArray("none"));
    const auto found = m_store.find(id, {});
    QVERIFY(found);
    QVERIFY(!*found);
    QVERIFY(!m_store.forget(id, {}).value()); // once more is no error
}

void TestSecretStore::bearsFourLanes()
{
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> lanes;
        for (int lane = 0; lane < 4; ++lane) {
            lanes.emplace_back([this, lane, &right] {
                for (int round = 0; round < 100; ++round) {
                    const QUuid id = QUuid::createUuid();
                    const Secret secret(u"lane %1 round %2"_s.arg(lane).arg(round));
                    const auto kept = m_store.keep(id, secret, {});
                    const auto unknown = m_store.find(QUuid::createUuid(), {});
                    const bool inKeychain = kept && kept->kept == SecretStore::Kept::InKeychain;
                    if (inKeychain && unknown && !*unknown && m_store.forget(id, {}))
                        ++right;
                }
            });
        }
        for (std::jthread &lane : lanes)
            lane.join();
    }
    QCOMPARE(right, 400);
}

void TestSecretStore::hearsAStop()
{
    std::stop_source stop;
    stop.request_stop();
    const auto found = m_store.find(QUuid::createUuid(), stop.get_token());
    QVERIFY(!found);
    QVERIFY(found.error().cancelled());
    QVERIFY(m_store.find(QUuid::createUuid(), {})); // and goes on afterwards
}

void TestSecretStore::remembersUntilQuitWithoutKeychain()
{
    QProcessEnvironment alone = QProcessEnvironment::systemEnvironment();
    alone.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
    const QUuid id = QUuid::createUuid();
    const QString secret = u"never-on-disk-7391"_s;
    QCOMPARE(childSays({ u"keep"_s, id.toString(), secret }, alone), QByteArray("until-quit found"));
    QCOMPARE(childSays({ u"find"_s, id.toString() }), QByteArray("none"));
    int files = 0;
    QDirIterator all(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        ++files;
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(secret.toUtf8()));
    }
    QVERIFY(files > 0);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (QStringList { u"keep"_s, u"replace"_s, u"find"_s }.contains(arguments.value(1)))
        return runChild(arguments);
    TestSecretStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_secret_store.moc"
