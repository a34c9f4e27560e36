#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"
#include "tests/survive/wal_cuts.h"

#include <QDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int cutRows = 32;

} // namespace

/// The power goes at each change of the ledger: in front of each frame of its log that the change writes, and
/// in the middle of it. The far end goes on as it was at that moment; resumed, the run ends right.
class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resumesAtEachFrame_data();
    void resumesAtEachFrame();

private:
    struct Cut {
        LedgerFiles before;
        LedgerFiles after;
        bool reached = false; ///< The run had so many changes.
    };
    /// Runs until the power goes, at \a change.
    Cut runUntil(Ledger &ledger, Client &client, int change);

    OwnServer m_server;
};

TestPowerCut::Cut TestPowerCut::runUntil(Ledger &ledger, Client &client, int change)
{
    Cut cut;
    std::atomic<bool> off = false;
    RunControl control;
    const QString folder = ledger.folder();
    cut.before = LedgerFiles::of(folder);
    QTemporaryDir kept;
    client.onChange = [&](int number) {
        if (off)
            return;
        const LedgerFiles now = LedgerFiles::of(folder);
        if (number < change) {
            cut.before = now;
            return;
        }
        cut.after = now;
        cut.reached = true;
        off = true;
        copyFolder(folder, kept.path()); // the parts as well: they may be taken away on the way out
        control.quit();
    };
    client.onRequest = [&](int, const HttpRequest &) { return !off; };
    client.go(ledger, control);
    client.onChange = {};
    client.onRequest = {};
    if (cut.reached) {
        copyFolder(kept.path(), folder + u".cut"_s);
        // The process that held it is gone; here it is this one, which lives.
        QFile::remove(folder + u".cut/lock"_s);
    }
    return cut;
}

void TestPowerCut::resumesAtEachFrame_data()
{
    QTest::addColumn<QString>("loading");
    for (const char *const loading :
         { "bulk upsert", "collections insert", "collections delete", "order lines" })
        QTest::addRow("%s", loading) << QString::fromLatin1(loading);
}

void TestPowerCut::resumesAtEachFrame()
{
    QFETCH(QString, loading);
    const Loading &how = loadingNamed(loading);
    const Material material(how, cutRows);
    int cases = 0;
    int changes = 0;
    int undecided = 0;
    const int step = how.form == Form::Lines ? 2 : 1; // the changes are those of others, too
    for (int change = 1;; change += step) {
        const QTemporaryDir folder;
        m_server.reset();
        const ClientOptions options { .lanes = 1,
                                      .partBytes = how.form == Form::Lines ? 1'000 : 700,
                                      .mostRecords = 18,
                                      .service = QString::fromLatin1(how.service) };
        QString run;
        Cut cut;
        {
            Client client(m_server.farEnd(), options);
            auto ledger = client.begin(how, material, folder.path());
            run = ledger->folder();
            cut = runUntil(*ledger, client, change);
            QCOMPARE(client.broken(), QString());
        }
        if (!cut.reached)
            break;
        ++changes;
        m_server.end();
        const QString theirs = folder.filePath(u"far-end"_s);
        copyFolder(m_server.folder(), theirs);
        int number = 0;
        for (const LedgerFiles &files : cutsBetween(cut.before, cut.after)) {
            ++number;
            if ((change + number) % 2 == 0 && files.wal != cut.after.wal)
                continue; // behind the frames of one change, in the middle of those of the next
            m_server.end();
            copyFolder(theirs, m_server.folder());
            m_server.start();
            copyFolder(run + u".cut"_s, run);
            files.putInto(run);
            if (change % 3 == 0) { // what was written last, and not seen to the disk, is lost as well
                for (const QFileInfo &part : QDir(run).entryInfoList({ u"part-*"_s }, QDir::Files))
                    QFile(part.filePath()).resize(part.size() / 2);
            }
            Client client(m_server.farEnd(), options);
            const Finish last = finish(client, how, material, run);
            const RunEnd &end = last.end;
            const QString where = u"change %1, cut %2: "_s.arg(change).arg(number);
            QVERIFY2(end.state == RunState::Finished,
                     qPrintable(where + (end.error ? end.error->sentence + end.error->detail : QString())));
            const Material::Verdict verdict = judge(material, run, m_server.farEnd());
            QVERIFY2(last.complaint.isEmpty(), qPrintable(where + last.complaint));
            undecided += last.unknown;
            QVERIFY2(client.broken().isEmpty() && verdict.complaint.isEmpty() && verdict.unknown == 0,
                     qPrintable(where + client.broken() + verdict.complaint
                                + u", unknown: %1"_s.arg(verdict.unknown)));
            ++cases;
        }
    }
    qInfo("%s: %d changes, %d cuts, %d rows unknown until the word was given", qPrintable(loading), changes,
          cases, undecided);
    QVERIFY2(changes > 10 && cases > 2 * changes, "the run is no run");
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "test_power_cut.moc"
