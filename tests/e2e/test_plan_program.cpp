#include "tests/e2e/plan_test.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;

/// `rowlift plan` and `rowlift check` from outside, on files as people send them: what is written is held
/// against bytes written by hand, and against what a service stored that was sent the same.
class TestPlanProgram : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { newHome(); }
    void planWritesTheBytesWrittenByHand();
    void planTellsItsRowsAsASpreadsheetShowsThem();
    void planAsksTheAccountWithoutFields();
    void checkFindsWhatPlanLeavesOut();
    void importStoresWhatPlanSays();
    void partsAreFullAndNeverOver_data();
    void partsAreFullAndNeverOver();
    void rowLargerThanAPartStandsAlone();
    void firstPartIsSmallWithoutTheWord();
    void emptyFileMakesNoPart();
    void planAgainLeavesNothingOfTheFirst();
    void repeatedKeysGoInWaves();
    void kindsCutAsTheyTake();
};

namespace {

/// Of writeNumbered(): "LastName,Email\n" and rows of 28 bytes each.
constexpr int headerBytes = 15;
constexpr int rowBytes = 28;

/// The records of strict RFC 4180, a character at a time.
QList<QStringList> recordsOf(const QByteArray &csv)
{
    QList<QStringList> records;
    QByteArray cell;
    QStringList cells;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"' && quoted && csv.mid(i + 1, 1) == "\"")
            cell += csv[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            cells << QString::fromUtf8(cell);
            cell.clear();
            if (c == '\n')
                records << std::exchange(cells, {});
        } else {
            cell += c;
        }
    }
    return records;
}

/// What a service answers for \a sent, as its JSON says it.
QString asSent(const QJsonValue &stored)
{
    if (stored.isBool())
        return stored.toBool() ? u"true"_s : u"false"_s;
    return stored.toVariant().toString();
}

} // namespace

void TestPlanProgram::planWritesTheBytesWrittenByHand()
{
    const Run planned = plan(data("kunden.csv"), data("kunden.rowlift"));
    QVERIFY2(planned.exit == 1, planned.err.constData()); // a row was left out
    QCOMPARE(parts().size(), 1);
    QCOMPARE(part(parts().constFirst()), bytesOf(data("kunden.sent.csv")));
}

void TestPlanProgram::planTellsItsRowsAsASpreadsheetShowsThem()
{
    plan(data("kunden.csv"), data("kunden.rowlift"));
    QCOMPARE(parts().size(), 1);
    const QJsonObject only = parts().constFirst();
    QCOMPARE(only[u"rows"].toInt(), 5);
    QCOMPARE(only[u"firstRow"].toInt(), 5); // two lines of title, a blank one, the header
    QCOMPARE(only[u"lastRow"].toInt(), 10);
    QCOMPARE(only[u"bytes"].toInt(), bytesOf(data("kunden.sent.csv")).size());
}

void TestPlanProgram::planAsksTheAccountWithoutFields()
{
    const Run planned = run({ u"plan"_s, data("kunden.csv"), u"--profile"_s, data("kunden.rowlift"), u"-o"_s,
                              path(u"plan"_s), u"--kind"_s, u"bulk-ingest"_s });
    QVERIFY2(planned.exit == 1, planned.err.constData());
    QCOMPARE(part(parts().value(0)), bytesOf(data("kunden.sent.csv")));
}

void TestPlanProgram::checkFindsWhatPlanLeavesOut()
{
    const QString problems = path(u"problems.csv"_s);
    const Run checked = run({ u"check"_s, data("kunden.csv"), u"--profile"_s, data("kunden.rowlift"),
                              u"--fields"_s, describe(), u"--json"_s, u"--problems"_s, problems });
    QVERIFY2(checked.exit == 1, checked.err.constData());
    QCOMPARE(checked.json()[u"rows"].toInt(), 6);
    QCOMPARE(checked.json()[u"rowsWithProblems"].toInt(), 1);
    QList<QJsonObject> found;
    for (const QJsonValue &group : checked.json()[u"groups"].toArray()) {
        if (group[u"severity"].toString() == u"problem")
            found << group.toObject();
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"rule"].toString(), u"notADate"_s);
    QCOMPARE(found[0][u"field"].toString(), u"Birthdate"_s);
    QCOMPARE(found[0][u"rows"].toInt(), 1);
    QCOMPARE(found[0][u"example"].toString(), u"31.02.1980"_s);
    const QByteArray listed = bytesOf(problems);
    QVERIFY2(listed.contains("31.02.1980"), listed.constData());
    QVERIFY(!listed.contains("geheim")); // what is not sent is not told either
}

/// One by one: what plan wrote is what the service holds after an import with the same profile.
void TestPlanProgram::importStoresWhatPlanSays()
{
    const Run imported = run({ u"import"_s, data("kunden.csv"), u"--profile"_s, data("kunden.rowlift"),
                               u"--account"_s, u"practice"_s, u"--yes"_s, u"--json"_s });
    QVERIFY2(imported.exit == 1, imported.err.constData());
    const QJsonObject rows = imported.json()[u"rows"].toObject();
    QCOMPARE(rows[u"created"].toInt(), 5);
    QCOMPARE(rows[u"leftOut"].toInt(), 1);

    const auto records = stored();
    QList<QStringList> sent = recordsOf(bytesOf(data("kunden.sent.csv")));
    const QStringList fields = sent.takeFirst();
    for (const QStringList &cells : sent) {
        const QJsonObject record = records.value(cells[fields.indexOf(u"Crm_Key__c"_s)]);
        QVERIFY2(!record.isEmpty(), qPrintable(cells.join(u'|')));
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const bool isChoice = record[fields[i]].isBool();
            const QString expected = cells[i] == u"#N/A" ? QString()
                : cells[i].isEmpty() && isChoice         ? u"false"_s
                                                         : cells[i];
            QCOMPARE(fields[i] + u'=' + asSent(record[fields[i]]), fields[i] + u'=' + expected);
        }
    }
}

void TestPlanProgram::partsAreFullAndNeverOver_data()
{
    QTest::addColumn<int>("most");
    QTest::newRow("exact fit") << headerBytes + 10 * rowBytes;
    QTest::newRow("one byte less") << headerBytes + 10 * rowBytes - 1;
    QTest::newRow("one byte more") << headerBytes + 10 * rowBytes + 1;
    QTest::newRow("one row a part") << headerBytes + rowBytes;
    QTest::newRow("all in one") << headerBytes + 1'000 * rowBytes;
    QTest::newRow("all but the last") << headerBytes + 1'000 * rowBytes - 1;
}

void TestPlanProgram::partsAreFullAndNeverOver()
{
    QFETCH(int, most);
    const Run planned = plan(writeNumbered(1'000), writeProfile(),
                             { u"--no-brake"_s, u"--part-bytes"_s, QString::number(most) });
    QVERIFY2(planned.exit == 0, planned.err.constData());
    const int rowsEach = (most - headerBytes) / rowBytes;
    int row = 1;
    for (const QJsonObject &made : parts()) {
        const int rows = std::min(rowsEach, 1'001 - row);
        QCOMPARE(made[u"rows"].toInt(), rows);
        QCOMPARE(made[u"bytes"].toInt(), headerBytes + rows * rowBytes);
        QCOMPARE(made[u"firstRow"].toInt(), row + 1);
        QCOMPARE(made[u"lastRow"].toInt(), row + rows);
        QByteArray expected = "LastName,Email\n";
        for (; row <= made[u"lastRow"].toInt() - 1; ++row) {
            const QByteArray number = QByteArray::number(row).rightJustified(6, '0');
            expected += 'P' + number + ",p" + number + "@example.com\n";
        }
        QCOMPARE(part(made), expected);
    }
    QCOMPARE(row, 1'001);
    QCOMPARE(files().size(), parts().size() + 1);
}

void TestPlanProgram::rowLargerThanAPartStandsAlone()
{
    const QString file = write(u"numbered.csv"_s,
                               "Last;Mail\nStone;a@example.com\nHill;" + QByteArray(60, 'm')
                                   + "@example.com\nMarsh;c@example.com\nBrook;d@example.com\n");
    const Run planned = plan(file, writeProfile(), { u"--no-brake"_s, u"--part-bytes"_s, u"64"_s });
    QVERIFY2(planned.exit == 1, planned.err.constData());
    QVERIFY2(planned.out.contains("larger than 64 bytes"), planned.out.constData());
    QCOMPARE(planJson()[u"overLimit"].toInt(), 1);
    QList<QByteArray> made;
    for (const QJsonObject &each : parts())
        made << part(each);
    QCOMPARE(made,
             QList<QByteArray>({ "LastName,Email\nStone,a@example.com\n",
                                 "LastName,Email\nHill," + QByteArray(60, 'm') + "@example.com\n",
                                 "LastName,Email\nMarsh,c@example.com\nBrook,d@example.com\n" }));
}

/// A run begins with a small part, so that what is wrong with all rows shows early.
void TestPlanProgram::firstPartIsSmallWithoutTheWord()
{
    const QString file = writeNumbered(6'000);
    QCOMPARE(plan(file, writeProfile()).exit, 0);
    QCOMPARE(parts().size(), 2);
    QCOMPARE(parts()[0][u"rows"].toInt(), 5'000);
    QCOMPARE(parts()[1][u"firstRow"].toInt(), 5'002);
}

void TestPlanProgram::emptyFileMakesNoPart()
{
    const Run planned = plan(write(u"numbered.csv"_s, "Last;Mail\n"), writeProfile());
    QVERIFY2(planned.exit == 0 || planned.exit == 3, planned.err.constData());
    QVERIFY(parts().isEmpty());
    QCOMPARE(QDir(path(u"plan"_s)).entryList({ u"part*"_s }, QDir::Files), QStringList());
}

void TestPlanProgram::planAgainLeavesNothingOfTheFirst()
{
    const QStringList small { u"--no-brake"_s, u"--part-bytes"_s, u"2000"_s };
    QCOMPARE(plan(writeNumbered(1'000), writeProfile(), small).exit, 0);
    QVERIFY(parts().size() > 10);
    const Run again = plan(writeNumbered(10), writeProfile(), small);
    const QStringList left = files();
    QStringList named { u"plan.json"_s };
    for (const QJsonObject &each : parts())
        named << each[u"file"].toString();
    named.sort();
    QCOMPARE(left, named); // refused or replaced: never a mixture
    QVERIFY2(again.exit == (parts().size() == 1 ? 0 : 3), again.err.constData());
}

void TestPlanProgram::repeatedKeysGoInWaves()
{
    QJsonObject json
        = QJsonDocument::fromJson(bytesOf(writeProfile()).replace("\"Email\"", "\"Crm_Key__c\"")).object();
    json[u"target"_s] = QJsonObject { { u"object"_s, u"Contact"_s },
                                      { u"operation"_s, u"upsert"_s },
                                      { u"keyField"_s, u"Crm_Key__c"_s } };
    const QString upsert = write(u"upsert.rowlift"_s, QJsonDocument(json).toJson());
    const QString file = write(u"numbered.csv"_s,
                               "Last;Mail\nA;a@example.com\nB;b@example.com\nC;A@example.com\n"
                               "E;a@example.com\nF;b@example.com\n");
    const Run planned = plan(file, upsert);
    QVERIFY2(planned.exit == 0, (planned.err + planned.out).constData());
    QList<QByteArray> sent;
    QList<int> waves;
    for (const QJsonObject &each : parts()) {
        sent << part(each);
        waves << each[u"wave"].toInt();
    }
    QCOMPARE(sent,
             (QList<QByteArray> { "LastName,Crm_Key__c\nA,a@example.com\nB,b@example.com\n",
                                  "LastName,Crm_Key__c\nC,A@example.com\nF,b@example.com\n",
                                  "LastName,Crm_Key__c\nE,a@example.com\n" }));
    QCOMPARE(waves, (QList<int> { 1, 2, 3 }));
}

void TestPlanProgram::kindsCutAsTheyTake()
{
    const QString file = writeNumbered(450);
    QCOMPARE(plan(file, writeProfile(), { u"--kind"_s, u"collections"_s }).exit, 0);
    QList<int> rows;
    for (const QJsonObject &each : parts()) {
        rows << each[u"rows"].toInt();
        QVERIFY(each[u"file"].toString().endsWith(u".json"));
        const QJsonDocument body = QJsonDocument::fromJson(part(each));
        QCOMPARE(body[u"records"].toArray().size(), rows.last());
    }
    QCOMPARE(rows, (QList<int> { 200, 200, 50 }));
    QCOMPARE(plan(file, writeProfile(), { u"--kind"_s, u"carrier-pigeon"_s }).exit, 3);
}

QTEST_GUILESS_MAIN(TestPlanProgram)
#include "test_plan_program.moc"
