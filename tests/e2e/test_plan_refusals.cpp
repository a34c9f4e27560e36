#include "tests/e2e/plan_test.h"

#include <QDateTime>
#include <QFileInfo>
#include <QtTest>

using namespace Qt::StringLiterals;

/// What `rowlift plan` and its sisters do not do, and that they leave nothing behind then.
class TestPlanRefusals : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { newHome(); }
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void helpNamesTheCommand();
    void refusesWhatWouldSendSomethingElse_data();
    void refusesWhatWouldSendSomethingElse();
    void leavesFilesOfNoPlan_data();
    void leavesFilesOfNoPlan();
    void takesTheFolderOfAKilledPlan();
    void refusesProfileAndLeavesIt_data();
    void refusesProfileAndLeavesIt();
};

void TestPlanRefusals::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("no bytes") << QStringList { u"--part-bytes"_s, u"0"_s };
    QTest::newRow("negative") << QStringList { u"--part-bytes"_s, u"-5"_s };
    QTest::newRow("a word") << QStringList { u"--part-bytes"_s, u"many"_s };
    QTest::newRow("10MB") << QStringList { u"--part-bytes"_s, u"10MB"_s };
    QTest::newRow("unknown option") << QStringList { u"--nonsense"_s };
    QTest::newRow("two files") << QStringList { u"other.csv"_s };
}

void TestPlanRefusals::wrongUsageIsTwo()
{
    QFETCH(QStringList, more);
    const Run told = plan(writeNumbered(3), writeProfile(), more);
    QCOMPARE(told.exit, 2);
    QVERIFY(told.out.isEmpty());
    QVERIFY(!told.err.isEmpty());
    QVERIFY(parts().isEmpty());
}

void TestPlanRefusals::helpNamesTheCommand()
{
    for (const QString &command :
         { u"inspect"_s, u"clean"_s, u"map"_s, u"check"_s, u"plan"_s, u"import"_s }) {
        const Run told = run({ command, u"--help"_s });
        QCOMPARE(told.exit, 0);
        QVERIFY2(told.out.startsWith("Usage: rowlift " + command.toUtf8() + " [options] FILE\n"),
                 told.out.constData());
    }
}

void TestPlanRefusals::refusesWhatWouldSendSomethingElse_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("said");
    const QByteArray good
        = R"("columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email"}])";
    const QByteArray people = "Last;Mail\nStone;a@example.com\n";
    QTest::newRow("column gone") << "Last;E-Mail address\nStone;a@example.com\n"_ba << good << "Mail"_ba;
    QTest::newRow("field unknown")
        << people
        << R"("columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email_2__c"}])"_ba
        << "Email_2__c"_ba;
    QTest::newRow("field of a fixed value unknown")
        << people << good + R"(,"extras":[{"field":"Source__c","text":"Web"}])"
        << "Source__c"_ba;
    QTest::newRow("column of a joined value gone")
        << people << good + R"(,"extras":[{"field":"Title","columns":["Mail","Shoe size"],"text":" "}])"
        << "Shoe size"_ba;
    QTest::newRow("field that nobody may write")
        << people << good + R"(,"extras":[{"field":"CreatedDate","text":"2026-01-01"}])"
        << "CreatedDate"_ba;
    QTest::newRow("name that the service makes")
        << people << R"("columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Name"}])"_ba
        << "Name"_ba;
    QTest::newRow("field given twice")
        << people
        << R"("columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"LastName"}])"_ba
        << "“LastName” more than once"_ba;
    QTest::newRow("no file") << QByteArray() << good << "numbered.csv"_ba;
}

void TestPlanRefusals::refusesWhatWouldSendSomethingElse()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, said);
    const QString source = file.isEmpty() ? path(u"numbered.csv"_s) : write(u"numbered.csv"_s, file);
    const QString profile = writeProfile(columns);
    const Run refused = plan(source, profile);
    QVERIFY2(refused.exit == 3, refused.err.constData());
    QVERIFY2(refused.err.contains(said), refused.err.constData());
    QVERIFY(parts().isEmpty());
    QCOMPARE(files(), QStringList());
    QCOMPARE(run({ u"check"_s, source, u"--profile"_s, profile, u"--fields"_s, describe() }).exit, 3);
}

void TestPlanRefusals::leavesFilesOfNoPlan_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("planJson");
    QTest::newRow("no plan") << u"part-00001.csv"_s << QByteArray();
    QTest::newRow("a later part") << u"part-00042.csv"_s << QByteArray();
    QTest::newRow("a plan without it")
        << u"part-00002.csv"_s << R"({"parts":[{"file":"part-00001.csv"}]})"_ba;
    QTest::newRow("a plan.json of others") << u"plan.json"_s << QByteArray();
}

void TestPlanRefusals::leavesFilesOfNoPlan()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, planJson);
    QVERIFY(QDir().mkpath(path(u"plan"_s)));
    if (!planJson.isEmpty())
        write(u"plan/plan.json"_s, planJson);
    const QString mine = write(u"plan/"_s + name, "mine\n");
    const QStringList before = files();
    const Run refused = plan(writeNumbered(3), writeProfile());
    QCOMPARE(refused.exit, 3);
    QVERIFY2(refused.err.contains(name.toUtf8()), refused.err.constData());
    QCOMPARE(bytesOf(mine), "mine\n"_ba);
    QCOMPARE(files(), before);
}

/// It could not take its parts with it, but says that they are no plan.
void TestPlanRefusals::takesTheFolderOfAKilledPlan()
{
    QVERIFY(QDir().mkpath(path(u"plan"_s)));
    write(u"plan/plan.json"_s, R"({"unfinished":true,"parts":[]})");
    write(u"plan/part-00001.csv"_s, "of the killed one\n");
    write(u"plan/part-00007.csv"_s, "of the killed one\n");
    write(u"plan/notes.txt"_s, "mine\n");
    const Run planned = plan(writeNumbered(3), writeProfile());
    QVERIFY2(planned.exit == 0, planned.err.constData());
    QCOMPARE(files(), QStringList({ u"notes.txt"_s, u"part-00001.csv"_s, u"plan.json"_s }));
    QVERIFY(!this->planJson().contains(u"unfinished"));
    QVERIFY(part(parts().value(0)).startsWith("LastName,Email\nP000001,"));
}

void TestPlanRefusals::refusesProfileAndLeavesIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = bytesOf(data("kunden.rowlift"));
    const auto changed
        = [&good](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
    QTest::newRow("damaged") << good.left(good.size() / 2);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << "Last;Mail\n"_ba;
    QTest::newRow("a newer version") << changed("\"rowlift\": 2", "\"rowlift\": 3");
    QTest::newRow("an action of a newer version") << changed("\"upsert\"", "\"merge\"");
    QTest::newRow("a cleaner of a newer version") << changed("\"lower\"", "\"translate\"");
    QTest::newRow("a piece of a newer version") << changed("\"beforeSign\"", "\"secondWord\"");
    QTest::newRow("a zone that is none")
        << changed("\"blank\": \"clear\"", "\"dates\": {\"zone\": \"Mars\"}");
    QTest::newRow("upsert without a key") << changed("\"keyField\": \"Crm_Key__c\"", "\"keyField\": null");
    QTest::newRow("a reading of a newer version") << changed("\"dayFirst\"", "\"dayLast\"");
}

void TestPlanRefusals::refusesProfileAndLeavesIt()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes != bytesOf(data("kunden.rowlift")));
    const QString profile = write(u"kunden.rowlift"_s, bytes);
    const QDateTime written = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    QFile file(profile);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(written, QFileDevice::FileModificationTime));
    file.close();
    for (const QString &command : { u"plan"_s, u"check"_s, u"import"_s }) {
        QStringList arguments { command, data("kunden.csv"), u"--profile"_s, profile };
        if (command == u"plan")
            arguments << u"-o"_s << path(u"plan"_s);
        if (command == u"import")
            arguments << u"--account"_s << u"practice"_s << u"--yes"_s;
        const Run refused = run(arguments);
        QVERIFY2(refused.exit == 3, (command.toUtf8() + ": " + refused.err).constData());
        QVERIFY(!refused.err.isEmpty());
    }
    QVERIFY(!QFile::exists(path(u"plan/plan.json"_s)));
    QCOMPARE(bytesOf(profile), bytes);
    QCOMPARE(QFileInfo(profile).lastModified(), written);
}

QTEST_GUILESS_MAIN(TestPlanRefusals)
#include "test_plan_refusals.moc"
