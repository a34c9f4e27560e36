#include "app/run/ledger_reader.h"
#include "tests/survive/child.h"
#include "tests/survive/client.h"

#include <QJsonDocument>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

/// No file can grow any more: the ledger's log, a part, a result file, whichever comes first at a size. The
/// run is left, nothing more is sent, nothing is lost, and with room again it goes on to its end.
class TestDiskFull : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesAndGoesOn_data();
    void leavesAndGoesOn();
    void saysSoWhenOpened_data();
    void saysSoWhenOpened();
    void cleanupTestCase();

private:
    OwnServer m_server;
    QSet<QString> m_details; ///< What could not be written, in all cases.
};

void TestDiskFull::leavesAndGoesOn_data()
{
    QTest::addColumn<QString>("loading");
    QTest::addColumn<qint64>("limit");
    for (const char *loading : { "bulk insert", "collections insert" }) {
        for (const qint64 limit : { 100, 3'000, 9'000, 20'000, 33'000, 50'000, 75'000, 110'000, 160'000 })
            QTest::addRow("%s, %lld bytes", loading, limit) << QString::fromLatin1(loading) << limit;
    }
}

void TestDiskFull::leavesAndGoesOn()
{
    QFETCH(QString, loading);
    QFETCH(qint64, limit);
    const Loading &how = loadingNamed(loading);
    const Material material(how, 2'000);
    const QTemporaryDir folder;
    m_server.reset();
    QString run;
    {
        Client client(m_server.farEnd(), { .partBytes = 30'000, .mostRecords = 200 });
        run = client.begin(how, material, folder.path())->folder();
    }
    QJsonObject given { { u"run"_s, run },
                        { u"lanes"_s, 1 },
                        { u"partBytes"_s, 30'000 },
                        { u"mostRecords"_s, 200 },
                        { u"fileLimit"_s, limit } };
    const ChildEnd full = runChild(m_server.farEnd(), given);
    QVERIFY(!full.killed);
    if (full.said[u"state"].toString() != u"finished") {
        QVERIFY2(full.said[u"state"].toString() != u"stopped", QJsonDocument(full.said).toJson().constData());
        QVERIFY2(full.said[u"kind"].toInt() == int(Error::Kind::Storage),
                 QJsonDocument(full.said).toJson().constData());
        QVERIFY(!full.said[u"sentence"].toString().isEmpty());
        m_details << full.said[u"sentence"].toString() + u" | "_s + full.said[u"detail"].toString().left(80);
        QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
        // Law 3: what was sent was on record before.
        auto ledger = Ledger::open(run);
        QVERIFY(ledger);
        int sends = 0;
        const auto parts = (*ledger)->parts();
        QVERIFY(parts);
        for (const PartRecord &part : *parts) {
            const auto steps = (*ledger)->stepsOf(part.number);
            QVERIFY(steps);
            sends += int(std::ranges::count_if(*steps, [](const RecordedStep &step) {
                return !step.done && (step.step == Step::Upload || step.step == Step::Send);
            }));
        }
        const auto requests = m_server.farEnd().requests();
        const auto sent = std::ranges::count_if(requests, [](const auto &request) {
            return request.first == u"PUT" || request.second.endsWith(u"/composite/sobjects");
        });
        QVERIFY2(sent <= sends, "something was sent that is not on record");
    }
    given.remove(u"fileLimit"_s);
    const ChildEnd roomy = runChild(m_server.farEnd(), given);
    QVERIFY2(roomy.said[u"state"].toString() == u"finished", QJsonDocument(roomy.said).toJson().constData());
    const Material::Verdict verdict = judge(material, run, m_server.farEnd());
    QCOMPARE(verdict.complaint, QString());
    QCOMPARE(verdict.unknown, 0);
}

void TestDiskFull::saysSoWhenOpened_data()
{
    QTest::addColumn<qint64>("limit");
    for (const qint64 limit : { 0, 100, 5'000, 40'000 })
        QTest::addRow("%lld bytes", limit) << limit;
}

void TestDiskFull::saysSoWhenOpened()
{
    QFETCH(qint64, limit);
    const Material material(loadingNamed(u"bulk insert"), 60);
    const QTemporaryDir folder;
    m_server.reset();
    QString run;
    {
        Client client(m_server.farEnd(), {});
        run = client.begin(loadingNamed(u"bulk insert"), material, folder.path())->folder();
    }
    const ChildEnd full
        = runChild(m_server.farEnd(), { { u"run"_s, run }, { u"fileLimitAtOpening"_s, limit } });
    if (full.said[u"state"].toString() != u"finished")
        QVERIFY2(full.said[u"kind"].toInt() == int(Error::Kind::Storage),
                 QJsonDocument(full.said).toJson().constData());
    QCOMPARE(judge(material, run, m_server.farEnd(), true).complaint, QString());
    const ChildEnd roomy = runChild(m_server.farEnd(), { { u"run"_s, run } });
    QVERIFY2(roomy.said[u"state"].toString() == u"finished", QJsonDocument(roomy.said).toJson().constData());
    QCOMPARE(judge(material, run, m_server.farEnd()).complaint, QString());
}

void TestDiskFull::cleanupTestCase()
{
    for (const QString &detail : std::as_const(m_details))
        qInfo("%s", qPrintable(detail));
    QVERIFY2(!m_details.isEmpty(), "no file was ever too large");
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "test_disk_full.moc"
