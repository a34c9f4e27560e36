#include "tests/e2e/plan_test.h"

#include <QtTest>

using namespace Qt::StringLiterals;

/// What a profile leaves open of dates and numbers: all rows decide it, or the person, and nobody guesses.
class TestPlanReadings : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { newHome(); }
    void allRowsDecide_data();
    void allRowsDecide();
    void whatNoRowDecidesIsRefused();
    void theAnswerIsAnOption();
    void whatIsGivenIsNeverSettled();
    void theAnswerPlacesYearsOfTwoDigits();
    void aProfileIsHeldAgainstTheFile_data();
    void aProfileIsHeldAgainstTheFile();
    void theZoneIsToldOrGiven();
    void anAnswerForNoColumnIsRefused();
    void listedProblemsAreNoFormulas();

private:
    Run planned(const QByteArray &rows, const QStringList &more = {}) const
    {
        const QString file = write(u"numbered.csv"_s, "Last;Born;Latitude\n" + rows);
        return plan(file, writeProfile(R"("columns":[{"column":"Last","field":"LastName"},
                        {"column":"Born","field":"Birthdate"},{"column":"Latitude","field":"MailingLatitude"}])"),
                    more);
    }
    /// numbered.rowlift, whose dates begin with the day and whose numbers have a decimal point.
    QString fixedProfile() const
    {
        return writeProfile(R"("columns":[{"column":"Last","field":"LastName"},
            {"column":"Born","field":"Birthdate","dates":{"order":"dayFirst"}},
            {"column":"Latitude","field":"MailingLatitude","decimals":"point"}])");
    }
    QByteArray sent() const { return part(parts().value(0)); }
};

void TestPlanReadings::allRowsDecide_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray head = "LastName,Birthdate,MailingLatitude\n";
    QTest::newRow("day first, comma")
        << "A;03/04/1980;1,5\nB;25/04/1981;2\n"_ba << head + "A,1980-04-03,1.5\nB,1981-04-25,2\n";
    QTest::newRow("month first, point")
        << "A;03/04/1980;1.5\nB;04/25/1981;2\n"_ba << head + "A,1980-03-04,1.5\nB,1981-04-25,2\n";
    QTest::newRow("the last of many rows")
        << QByteArray("A;03/04/1980;2\n").repeated(3'000) + "B;25/04/1981;2\n"
        << head + QByteArray("A,1980-04-03,2\n").repeated(3'000) + "B,1981-04-25,2\n";
}

void TestPlanReadings::allRowsDecide()
{
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, expected);
    const Run run = planned(rows);
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(sent(), expected);
}

void TestPlanReadings::whatNoRowDecidesIsRefused()
{
    const Run dates = planned("A;03/04/1980;2\nB;04/05/1981;2\n");
    QCOMPARE(dates.exit, 3);
    QVERIFY2(dates.err.contains("--dates \"Born=dayFirst\""), dates.err.constData());
    const Run numbers = planned("A;1980-04-03;1,500\nB;1981-04-03;2\n");
    QCOMPARE(numbers.exit, 3);
    QVERIFY2(numbers.err.contains("--decimals \"Latitude=comma\""), numbers.err.constData());
    QCOMPARE(files(), QStringList());
}

void TestPlanReadings::theAnswerIsAnOption()
{
    const Run run = planned("A;03/04/1980;1,500\n",
                            { u"--dates"_s, u"Born=monthFirst"_s, u"--decimals"_s, u"Latitude=comma"_s });
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(sent(), "LastName,Birthdate,MailingLatitude\nA,1980-03-04,1.500\n"_ba);
}

/// One field is open, so all rows are looked at; the other was given, and its rows look otherwise.
void TestPlanReadings::whatIsGivenIsNeverSettled()
{
    const Run run = planned("A;03.04.2026;5,6\nB;05.06.2026;7\n", { u"--dates"_s, u"Born=monthFirst"_s });
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(sent(), "LastName,Birthdate,MailingLatitude\nA,2026-03-04,5.6\nB,2026-05-06,7\n"_ba);
}

void TestPlanReadings::theAnswerPlacesYearsOfTwoDigits()
{
    const Run run = planned("A;03.04.47;1\nB;05.06.12;2\n", { u"--dates"_s, u"Born=dayFirst,1930"_s });
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(sent(), "LastName,Birthdate,MailingLatitude\nA,1947-04-03,1\nB,2012-06-05,2\n"_ba);
    for (const QString &wrong :
         { u"Born=dayFirst,"_s, u"Born=dayFirst,30"_s, u"Born=dayFirst,1930,1"_s, u"Born=dayFirst,0000"_s })
        QCOMPARE(planned("A;03.04.47;1\n", { u"--dates"_s, wrong }).exit, 2);
}

void TestPlanReadings::aProfileIsHeldAgainstTheFile_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("said");
    const QByteArray dates = "A;03/04/2026;1\nB;04/13/2026;1\nC;05/06/2026;1\n";
    const QByteArray numbers = "A;03/04/2026;1.234\nB;03/04/2026;12,5\n";
    QTest::newRow("as the profile says")
        << "A;13/04/2026;1.5\nB;03/04/2026;2.5\n"_ba << QStringList() << 0 << ""_ba;
    QTest::newRow("dates the other way round")
        << dates << QStringList() << 3 << "Row 3 has “04/13/2026” in the column “Born”"_ba;
    QTest::newRow("dates, answered") << dates << QStringList { u"--dates"_s, u"Born=monthFirst"_s } << 0
                                     << ""_ba;
    QTest::newRow("dates, insisted") << dates << QStringList { u"--dates"_s, u"Born=dayFirst"_s } << 1
                                     << "04/13/2026"_ba;
    QTest::newRow("dates that disagree") << dates + "D;14/04/2026;1\n"
                                         << QStringList() << 1 << "04/13/2026"_ba;
    QTest::newRow("no date at all") << "A;soon;1\nB;03/04/2026;1\n"_ba << QStringList() << 1 << ""_ba;
    QTest::newRow("numbers the other way round")
        << numbers << QStringList() << 3 << "Row 3 has “12,5” in the column “Latitude”"_ba;
    QTest::newRow("numbers, answered")
        << numbers << QStringList { u"--decimals"_s, u"Latitude=comma"_s } << 1 << ""_ba; // 1234 is too large
    QTest::newRow("numbers that disagree") << numbers + "C;03/04/2026;2.50\n"
                                           << QStringList() << 1 << "12,5"_ba;
}

void TestPlanReadings::aProfileIsHeldAgainstTheFile()
{
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, more);
    QFETCH(int, exit);
    QFETCH(QByteArray, said);
    const QString file = write(u"numbered.csv"_s, "Last;Born;Latitude\n" + rows);
    const Run planned = plan(file, fixedProfile(), more);
    const Run checked = run(
        QStringList { u"check"_s, file, u"--profile"_s, fixedProfile(), u"--fields"_s, describe() } + more);
    const Run imported = run(QStringList { u"import"_s, file, u"--profile"_s, fixedProfile(), u"--account"_s,
                                           u"practice"_s, u"--yes"_s }
                             + more);
    for (const Run &run : { planned, checked, imported }) {
        QVERIFY2(run.exit == exit, run.err.constData());
        QVERIFY2(said.isEmpty() ? !run.err.contains("other way round") : run.err.contains(said),
                 run.err.constData());
    }
    QCOMPARE(files().isEmpty(), exit == 3);
    QCOMPARE(imported.out.isEmpty(), exit == 3); // nothing was sent
}

void TestPlanReadings::theZoneIsToldOrGiven()
{
    const QString file = write(u"numbered.csv"_s, "Last;Bounced\nA;2026-01-10 12:00\n");
    const QString profile = writeProfile(R"("columns":[{"column":"Last","field":"LastName"},
        {"column":"Bounced","field":"EmailBouncedDate"}])");
    const Run here = plan(file, profile);
    QVERIFY2(here.exit == 0, here.err.constData());
    QVERIFY2(here.err.contains("the zone of this computer"), here.err.constData());
    const Run there = plan(file, profile, { u"--zone"_s, u"Asia/Tokyo"_s });
    QVERIFY2(there.exit == 0 && there.err.isEmpty(), there.err.constData());
    QCOMPARE(sent(), "LastName,EmailBouncedDate\nA,2026-01-10T03:00:00.000Z\n"_ba);
    QCOMPARE(plan(file, profile, { u"--zone"_s, u"Tokyo"_s }).exit, 2);
}

void TestPlanReadings::anAnswerForNoColumnIsRefused()
{
    const Run run = planned("A;1980-03-04;1\n", { u"--dates"_s, u"Birthday=dayFirst"_s });
    QCOMPARE(run.exit, 3);
    QVERIFY2(run.err.contains("Birthday"), run.err.constData());
    QCOMPARE(planned("A;1980-03-04;1\n", { u"--dates"_s, u"Born=sideways"_s }).exit, 2);
}

void TestPlanReadings::listedProblemsAreNoFormulas()
{
    const QString file = write(u"numbered.csv"_s, "Last;Mail\nStone;=cmd()\nHill;b@example.com\n");
    const QString problems = path(u"problems.csv"_s);
    const Run run = this->run({ u"check"_s, file, u"--profile"_s, writeProfile(), u"--fields"_s, describe(),
                                u"--problems"_s, problems });
    QVERIFY2(run.exit == 1, run.err.constData());
    const QByteArray listed = bytesOf(problems);
    QCOMPARE(listed.count('\n'), 2);
    QVERIFY2(listed.contains("\n2;Mail;Email;'=cmd();"), listed.constData());
    QCOMPARE(this->run({ u"check"_s, file, u"--profile"_s, writeProfile(), u"--fields"_s, describe(),
                         u"--problems"_s, file })
                 .exit,
             3);
    QVERIFY(bytesOf(file).startsWith("Last;Mail\n"));
}

QTEST_GUILESS_MAIN(TestPlanReadings)
#include "test_plan_readings.moc"
