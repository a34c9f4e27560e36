#include "tests/e2e/plan_test.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;

/// The ways of loading from the command line, with the practice account: what goes out in each of them, an
/// update of people who are known by e-mail only, and deleting.
class TestWaysProgram : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { newHome(); }
    void eachWaySaysTheSame_data();
    void eachWaySaysTheSame();
    void theWayFollowsTheNumberOfRows();
    void updatesPeopleKnownByAddress();
    void takesTheOneThatWasChangedLast();
    void lookUpNeedsAnAccount();
    void deletesOnTheNumberAlone();
    void tellsIdsThatCannotBeDeleted();
    void whatClashesIsNotSent();
    void optionsAreThoseOfTheService_data();
    void optionsAreThoseOfTheService();
    void choicesThatTheWayDoesNotKnowAreRefused();
    void optionsOfProfilesAreHeldToo_data();
    void optionsOfProfilesAreHeldToo();
    void tellsWhatIsNotCleared();
    void takesParentsOnTrustWithoutAnAccount();
    void copiesAreNoChoiceOfDeletions_data();
    void copiesAreNoChoiceOfDeletions();
    void wrongUsage_data();
    void wrongUsage();

private:
    /// A profile for contacts. \a columns: "Column:Field" and so on.
    QString profile(const QByteArray &target, const QByteArrayList &columns,
                    const QByteArray &more = {}) const;
    QStringList importOf(const QString &file, const QString &profile, const QStringList &more = {}) const;
    void addPeople() const;
    static QList<QJsonObject> recordsOf(const QByteArray &part);
};

namespace {

const auto newPeople = "Key;Last;Mail;Tel\n"
                       "K-1;Stone;anna@people.example;1\n"
                       "K-2;Marsh;ben@people.example;2\n"
                       "K-3;Older;twin@people.example;3\n"
                       "K-4;Newer;twin@people.example;4\n";
const auto changes = "Mail;Tel\n"
                     "ANNA@people.example;111\n"
                     "nobody@people.example;222\n"
                     "twin@people.example;333\n"
                     ";444\n"
                     "ben@people.example ;555\n";

QStringList codesOf(const QJsonObject &json)
{
    QStringList codes;
    const QJsonArray reasons = json[u"reasons"].toArray();
    for (const QJsonValue &reason : reasons)
        codes << reason[u"code"].toString();
    codes.sort();
    return codes;
}

} // namespace

QString TestWaysProgram::profile(const QByteArray &target, const QByteArrayList &columns,
                                 const QByteArray &more) const
{
    QByteArrayList header;
    QByteArrayList mapped;
    for (const QByteArray &column : columns) {
        const QByteArrayList sides = column.split(':');
        header << '"' + sides[0] + '"';
        mapped << "{\"column\":\"" + sides[0] + "\",\"field\":\"" + sides[1] + "\""
                + (sides.size() > 2 ? "," + sides.mid(2).join(':') : QByteArray()) + "}";
    }
    return write(u"profile-%1.rowlift"_s.arg(qHash(target + mapped.join() + more)),
                 "{\"rowlift\":2,\"name\":\"Ways\",\"service\":\"salesforce\",\"account\":\"practice\","
                 "\"target\":{\"object\":\"Contact\","
                     + target + "},\"header\":[" + header.join(',') + "],\"columns\":[" + mapped.join(',')
                     + "]" + (more.isEmpty() ? QByteArray(",\"blank\":\"leave\"") : more) + "}");
}

QStringList TestWaysProgram::importOf(const QString &file, const QString &profile,
                                      const QStringList &more) const
{
    return QStringList { u"import"_s,    file,          u"--profile"_s, profile,
                         u"--account"_s, u"practice"_s, u"--json"_s }
    + more;
}

void TestWaysProgram::addPeople() const
{
    const Run added = run(importOf(
        write(u"new.csv"_s, newPeople),
        profile("\"operation\":\"insert\"", { "Key:Crm_Key__c", "Last:LastName", "Mail:Email", "Tel:Phone" }),
        { u"--yes"_s }));
    QVERIFY2(added.exit == 0, (added.err + added.out).constData());
    QCOMPARE(added.json()[u"kind"].toString(), u"tree"_s);
}

/// Of a call, or of one record alone.
QList<QJsonObject> TestWaysProgram::recordsOf(const QByteArray &part)
{
    const QJsonObject body = QJsonDocument::fromJson(part).object();
    QList<QJsonObject> records;
    const QJsonArray several = body[u"records"].toArray();
    for (const QJsonValue &record : several)
        records << record.toObject();
    if (several.isEmpty())
        records << body;
    for (QJsonObject &record : records)
        record.remove(u"attributes"_s);
    return records;
}

void TestWaysProgram::eachWaySaysTheSame_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("operation");
    const QByteArray insert = "\"operation\":\"insert\"";
    const QByteArray upsert = "\"operation\":\"upsert\",\"keyField\":\"Crm_Key__c\"";
    QTest::newRow("in large parts") << u"bulk-ingest"_s << upsert;
    QTest::newRow("in small calls") << u"collections"_s << upsert;
    QTest::newRow("new ones in small calls") << u"tree"_s << insert;
    QTest::newRow("one by one") << u"single"_s << insert;
}

/// Clearing and leaving alone, yes and no, a decimal comma, days and moments, several values, a parent by its
/// key, whatever the file looks like.
void TestWaysProgram::eachWaySaysTheSame()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, operation);
    const QString file = write(
        u"ways.csv"_s,
        "\xEF\xBB\xBFKey;Last;Born;Call;Score;Seen;Likes;Owner;Tel\r\n"
        "K-1;Stone;03.08.1979;ja;1.234,5;02.11.2026 00:30;\"Garden;Books\";ann@people.example;#N/A\r\n"
        "K-2;\"M\xC3\xA4\"\"rsh, Jr\";;nein;-0,5;;Music;;\r\n");
    const QString way
        = profile(operation,
                  { "Key:Crm_Key__c", "Last:LastName", "Born:Birthdate:\"dates\":{\"order\":\"dayFirst\"}",
                    "Call:DoNotCall:\"consent\":\"both\"", "Score:Score__c:\"decimals\":\"comma\"",
                    "Seen:Seen_At__c:\"dates\":{\"order\":\"dayFirst\"}", "Likes:Interests__c",
                    "Owner:Owner.Username", "Tel:Phone:\"blank\":\"leave\"" },
                  ",\"blank\":\"clear\"");
    const Run planned = run({ u"plan"_s, file, u"--profile"_s, way, u"--kind"_s, kind, u"--zone"_s,
                              u"Europe/Berlin"_s, u"-o"_s, path(u"plan"_s) });
    QVERIFY2(planned.exit == 0, (planned.err + planned.out).constData());
    QCOMPARE(planJson()[u"kind"].toString(), kind);
    QByteArray all;
    QList<QJsonObject> records;
    for (const QJsonObject &each : parts()) {
        all += part(each);
        records += recordsOf(part(each));
    }
    if (kind == u"bulk-ingest") {
        QCOMPARE(all,
                 QByteArray("Crm_Key__c,LastName,Birthdate,DoNotCall,Score__c,Seen_At__c,Interests__c,Owner."
                            "Username,Phone\n"
                            "K-1,Stone,1979-08-03,true,1234.5,2026-11-01T23:30:00.000Z,Garden;Books,ann@"
                            "people.example,#N/A\n"
                            "K-2,\"M\xC3\xA4\"\"rsh, Jr\",#N/A,false,-0.5,#N/A,Music,,\n"));
        return;
    }
    const QJsonObject first { { u"Crm_Key__c"_s, u"K-1"_s },
                              { u"LastName"_s, u"Stone"_s },
                              { u"Birthdate"_s, u"1979-08-03"_s },
                              { u"DoNotCall"_s, true },
                              { u"Score__c"_s, 1234.5 },
                              { u"Seen_At__c"_s, u"2026-11-01T23:30:00.000Z"_s },
                              { u"Interests__c"_s, u"Garden;Books"_s },
                              { u"Owner"_s, QJsonObject { { u"Username"_s, u"ann@people.example"_s } } },
                              { u"Phone"_s, QJsonValue::Null } };
    const QJsonObject second { { u"Crm_Key__c"_s, u"K-2"_s },
                               { u"LastName"_s, u"Mä\"rsh, Jr"_s },
                               { u"Birthdate"_s, QJsonValue::Null },
                               { u"DoNotCall"_s, false },
                               { u"Score__c"_s, -0.5 },
                               { u"Seen_At__c"_s, QJsonValue::Null },
                               { u"Interests__c"_s, u"Music"_s } };
    QCOMPARE(records, (QList<QJsonObject> { first, second }));
}

void TestWaysProgram::theWayFollowsTheNumberOfRows()
{
    const QString plain = writeProfile();
    const auto kindOf = [&](const QString &file) {
        const Run planned = run(
            { u"plan"_s, file, u"--profile"_s, plain, u"--fields"_s, describe(), u"-o"_s, path(u"plan"_s) });
        return planned.exit <= 1 ? planJson()[u"kind"].toString() : QString::fromUtf8(planned.err);
    };
    QCOMPARE(kindOf(writeNumbered(2'000)), u"tree"_s);
    const QString file = writeNumbered(2'001);
    QCOMPARE(kindOf(file), u"bulk-ingest"_s);
    const QByteArray oneIsBad = bytesOf(file).replace("P000007;", ";"); // 2,000 are sent
    QCOMPARE(kindOf(write(u"numbered.csv"_s, oneIsBad)), u"tree"_s);
}

void TestWaysProgram::updatesPeopleKnownByAddress()
{
    addPeople();
    const QString file = write(u"changes.csv"_s, changes);
    const QString way
        = profile("\"operation\":\"update\",\"keyField\":\"Email\"", { "Mail:Email", "Tel:Phone" });
    const Run planned = run(
        { u"plan"_s, file, u"--profile"_s, way, u"--kind"_s, u"bulk-ingest"_s, u"-o"_s, path(u"plan"_s) });
    QVERIFY2(planned.exit == 1, planned.err.constData());
    const QHash<QString, QJsonObject> before = stored();
    QCOMPARE(part(parts().value(0)),
             "Id,Phone\n" + before[u"K-1"_s][u"Id"].toString().toUtf8() + ",111\n"
                 + before[u"K-2"_s][u"Id"].toString().toUtf8() + ",555\n");

    const Run unasked = run(importOf(file, way));
    QCOMPARE(unasked.exit, 3);
    const Run updated = run(importOf(file, way, { u"--yes"_s, u"--progress"_s, u"json"_s, u"--keep-old"_s }));
    QVERIFY2(updated.exit == 1, (updated.err + updated.out).constData());
    const QJsonObject json = updated.json();
    QCOMPARE(json[u"kind"].toString(), u"collections"_s);
    QCOMPARE(json[u"rows"][u"updated"].toInt(), 2);
    QCOMPARE(json[u"rows"][u"leftOut"].toInt(), 3);
    QCOMPARE(codesOf(json),
             (QStringList { u"rowlift:notFound"_s, u"rowlift:requiredEmpty"_s, u"rowlift:severalFound"_s }));
    QVERIFY2(updated.err.contains("\"phase\":\"lookUp\"") && updated.err.contains("\"once\":2"),
             updated.err.constData());
    const QHash<QString, QJsonObject> after = stored();
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after[u"K-1"_s][u"Phone"].toString(), u"111"_s);
    QCOMPARE(after[u"K-2"_s][u"Phone"].toString(), u"555"_s);
    QCOMPARE(after[u"K-3"_s], before[u"K-3"_s]);
    QCOMPARE(after[u"K-4"_s], before[u"K-4"_s]);
    QVERIFY(bytesOf(json[u"folder"].toString() + u"/before/part-00001.jsonl"_s).contains("\"Phone\":\"2\""));
}

void TestWaysProgram::takesTheOneThatWasChangedLast()
{
    addPeople();
    const QString way
        = profile("\"operation\":\"update\",\"keyField\":\"Email\"", { "Mail:Email", "Tel:Phone" });
    const Run updated = run(
        importOf(write(u"changes.csv"_s, changes), way, { u"--yes"_s, u"--several"_s, u"changed-last"_s }));
    QVERIFY2(updated.exit == 1, (updated.err + updated.out).constData());
    QCOMPARE(updated.json()[u"rows"][u"updated"].toInt(), 3);
    const auto after = stored();
    const QStringList twins { after[u"K-3"_s][u"Phone"].toString(), after[u"K-4"_s][u"Phone"].toString() };
    QCOMPARE(twins.count(u"333"_s), 1); // one of them, not both
}

void TestWaysProgram::lookUpNeedsAnAccount()
{
    const QString way
        = profile("\"operation\":\"update\",\"keyField\":\"Email\"", { "Mail:Email", "Tel:Phone" });
    const Run planned = run({ u"plan"_s, write(u"changes.csv"_s, changes), u"--profile"_s, way, u"--fields"_s,
                              describe(), u"-o"_s, path(u"plan"_s) });
    QCOMPARE(planned.exit, 3);
    QVERIFY2(planned.err.contains("--fields"), planned.err.constData());
}

void TestWaysProgram::deletesOnTheNumberAlone()
{
    addPeople();
    const auto before = stored();
    const QByteArray first = before[u"K-1"_s][u"Id"].toString().toUtf8();
    const QByteArray second = before[u"K-2"_s][u"Id"].toString().toUtf8();
    const QString file = write(u"gone.csv"_s,
                               "Name;Record\nStone;" + first + "\nMarsh;" + second.left(15) + "\nStone again;"
                                   + first.left(15) + "\n");
    const QStringList deletion { u"import"_s,  file,           u"--delete-ids"_s, u"Record"_s, u"--object"_s,
                                 u"Contact"_s, u"--account"_s, u"practice"_s,     u"--json"_s };
    const Run onlyYes = run(deletion + QStringList { u"--yes"_s });
    QCOMPARE(onlyYes.exit, 3);
    QVERIFY2(onlyYes.err.contains("--delete 2"), onlyYes.err.constData());
    const Run wrong = run(deletion + QStringList { u"--delete"_s, u"3"_s });
    QCOMPARE(wrong.exit, 3);
    QCOMPARE(stored().size(), before.size());
    const Run deleted = run(deletion + QStringList { u"--delete"_s, u"2"_s });
    QVERIFY2(deleted.exit == 0, (deleted.err + deleted.out).constData());
    QCOMPARE(deleted.json()[u"rows"][u"deleted"].toInt(), 3); // two records, the one row with the other
    const auto after = stored();
    QVERIFY(!after.contains(u"K-1"_s) && !after.contains(u"K-2"_s));
    QCOMPARE(after.size(), before.size() - 2);
    const QByteArray copy = bytesOf(deleted.json()[u"folder"].toString() + u"/before/part-00001.jsonl"_s);
    QVERIFY2(copy.contains("anna@people.example") && copy.contains("ben@people.example"), copy.constData());
}

void TestWaysProgram::tellsIdsThatCannotBeDeleted()
{
    const QString file = write(
        u"gone.csv"_s, "Record\n0038c00002hMS4mAAG\n0018c00002hMS4m\n0038c00002hMS4mAAA\nStone\n\"\"\n");
    const Run checked = run({ u"check"_s, file, u"--delete-ids"_s, u"Record"_s, u"--object"_s, u"Contact"_s,
                              u"--account"_s, u"practice"_s, u"--json"_s });
    QVERIFY2(checked.exit == 1, checked.err.constData());
    QHash<QString, int> rows;
    const QJsonArray groups = checked.json()[u"groups"].toArray();
    for (const QJsonValue &group : groups)
        rows.insert(group[u"rule"].toString(), group[u"rows"].toInt());
    QCOMPARE(rows.value(u"wrongKindOfId"_s), 1);
    QCOMPARE(rows.value(u"malformedId"_s), 2);
}

void TestWaysProgram::whatClashesIsNotSent()
{
    const QString file
        = write(u"owners.csv"_s, "Last;Owner;Who\nStone;005000000000001AAA;ann@people.example\n");
    const QString way
        = profile("\"operation\":\"insert\"", { "Last:LastName", "Owner:OwnerId", "Who:Owner.Username" });
    const Run imported = run(importOf(file, way, { u"--yes"_s }));
    QCOMPARE(imported.exit, 3);
    const Run planned = run({ u"plan"_s, file, u"--profile"_s, way, u"-o"_s, path(u"plan"_s) });
    QCOMPARE(planned.exit, 3);
    QVERIFY2(planned.err.contains("set the same thing"), planned.err.constData());
}

void TestWaysProgram::optionsAreThoseOfTheService_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("exit");
    QTest::newRow("yes") << u"allowDuplicates=yes"_s << 0;
    QTest::newRow("neither") << u"allowDuplicates=perhaps"_s << 3;
    QTest::newRow("unknown") << u"pigeons=yes"_s << 3;
    QTest::newRow("no value") << u"allowDuplicates"_s << 2;
}

void TestWaysProgram::optionsAreThoseOfTheService()
{
    QFETCH(QString, option);
    QFETCH(int, exit);
    const Run planned = run({ u"plan"_s, writeNumbered(3), u"--profile"_s, writeProfile(), u"--fields"_s,
                              describe(), u"--option"_s, option, u"-o"_s, path(u"plan"_s) });
    QVERIFY2(planned.exit == exit, planned.err.constData());
}

/// The way may follow from the number of rows: what it does not know is not passed over.
void TestWaysProgram::choicesThatTheWayDoesNotKnowAreRefused()
{
    const auto planned = [&](int rows, const QString &option, const QStringList &more = {}) {
        return run(QStringList { u"plan"_s, writeNumbered(rows), u"--profile"_s, writeProfile(),
                                 u"--fields"_s, describe(), u"--option"_s, option, u"-o"_s, path(u"plan"_s) }
                   + more);
    };
    const QStringList strict { u"allOrNothing=yes"_s, u"allowDuplicates=yes"_s };
    for (const QString &option : strict) {
        const Run large = planned(2'100, option);
        QCOMPARE(large.exit, 3);
        QVERIFY2(large.err.contains("bulk-ingest") && large.err.contains("tree"), large.err.constData());
    }
    QCOMPARE(planned(3, strict[0], { u"--kind"_s, u"collections"_s }).exit, 3);
    QCOMPARE(planned(2'100, u"allOrNothing=no"_s).exit, 0);
    QCOMPARE(planned(2'100, strict[0], { u"--kind"_s, u"tree"_s }).exit, 0);
    const Run imported
        = run(importOf(writeNumbered(2'100), writeProfile(), { u"--yes"_s, u"--option"_s, strict[0] }));
    QCOMPARE(imported.exit, 3);
    QVERIFY2(imported.err.contains("bulk-ingest"), imported.err.constData());
}

void TestWaysProgram::optionsOfProfilesAreHeldToo_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<int>("exit");
    QTest::newRow("none") << QByteArray("none") << 0;
    QTest::newRow("active") << QByteArray("active") << 0;
    QTest::newRow("a rule") << QByteArray("01Q000000000001EAA") << 0;
    QTest::newRow("a word") << QByteArray("Aktiv") << 3;
    QTest::newRow("a letter") << QByteArray("\xCE\xA9") << 3;
    QTest::newRow("a line") << QByteArray("01Q\\r\\nX-Evil: 1") << 3;
}

void TestWaysProgram::optionsOfProfilesAreHeldToo()
{
    QFETCH(QByteArray, rule);
    QFETCH(int, exit);
    const QString profile = write(
        u"leads.rowlift"_s,
        "{\"rowlift\":2,\"name\":\"Leads\",\"service\":\"salesforce\",\"target\":{\"object\":\"Lead\","
        "\"operation\":\"insert\"},\"options\":{\"assignmentRule\":\""
            + rule
            + "\"},\"header\":[\"Last\",\"Firm\"],\"columns\":[{\"column\":\"Last\",\"field\":"
              "\"LastName\"},{\"column\":\"Firm\",\"field\":\"Company\"}]}");
    const QString fields = describe().replace("Contact"_L1, "Lead"_L1);
    const Run planned = run({ u"plan"_s, write(u"leads.csv"_s, "Last;Firm\nStone;Acme\nMarsh;Acme\n"),
                              u"--profile"_s, profile, u"--fields"_s, fields, u"-o"_s, path(u"plan"_s) });
    QVERIFY2(planned.exit == exit, (planned.err + planned.out).constData());
}

/// A blank is to clear, but a key of another record cannot be cleared: that is said before anything is sent.
void TestWaysProgram::tellsWhatIsNotCleared()
{
    const QString file = write(u"owners.csv"_s, "Key;Last;Owner\nK-1;Stone;\n");
    const QString way
        = profile("\"operation\":\"upsert\",\"keyField\":\"Crm_Key__c\"",
                  { "Key:Crm_Key__c", "Last:LastName", "Owner:Owner.Username" }, ",\"blank\":\"clear\"");
    const Run imported = run(importOf(file, way, { u"--yes"_s }));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QVERIFY2(imported.err.contains("is not cleared"), imported.err.constData());
}

/// Whether it is a key, only the account knows.
void TestWaysProgram::takesParentsOnTrustWithoutAnAccount()
{
    const QString file = write(u"firms.csv"_s, "Last;Firm\nStone;A-1\n");
    const auto checked = [&](const QByteArray &field) {
        return run({ u"check"_s, file, u"--profile"_s,
                     profile("\"operation\":\"insert\"", { "Last:LastName", "Firm:" + field }), u"--fields"_s,
                     describe() });
    };
    const Run trusted = checked("Account.Crm_Key__c");
    QVERIFY2(trusted.exit == 0, trusted.err.constData());
    const Run planned
        = run({ u"plan"_s, file, u"--profile"_s,
                profile("\"operation\":\"insert\"", { "Last:LastName", "Firm:Account.Crm_Key__c" }),
                u"--fields"_s, describe(), u"--kind"_s, u"bulk-ingest"_s, u"-o"_s, path(u"plan"_s) });
    QVERIFY2(planned.exit == 0, planned.err.constData());
    QCOMPARE(part(parts().value(0)), QByteArray("LastName,Account.Crm_Key__c\nStone,A-1\n"));
    for (const QByteArray &field : { "Account.Name"_ba, "Accounts.Crm_Key__c"_ba, "Owner.Crm_Key__c.x"_ba }) {
        const Run lost = checked(field);
        QVERIFY2(lost.exit == 3 && lost.err.contains(field), lost.err.constData());
        QVERIFY2(!lost.err.contains("sent"), lost.err.constData()); // it never sends
    }
}

void TestWaysProgram::copiesAreNoChoiceOfDeletions_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("with one") << u"--keep-old"_s;
    QTest::newRow("without") << u"--no-keep-old"_s;
}

void TestWaysProgram::copiesAreNoChoiceOfDeletions()
{
    QFETCH(QString, option);
    const Run refused = run({ u"import"_s, write(u"gone.csv"_s, "Record\n0038c00002hMS4mAAG\n"),
                              u"--delete-ids"_s, u"Record"_s, u"--object"_s, u"Contact"_s, u"--account"_s,
                              u"practice"_s, u"--delete"_s, u"1"_s, option });
    QCOMPARE(refused.exit, 3);
    QVERIFY2(refused.err.contains(option.toUtf8() + " is for updates"), refused.err.constData());
}

void TestWaysProgram::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("delete without its kind") << QStringList { u"--delete-ids"_s, u"Id"_s };
    QTest::newRow("profile and delete")
        << QStringList { u"--profile"_s, u"P"_s, u"--delete-ids"_s, u"Id"_s, u"--object"_s, u"Contact"_s };
    QTest::newRow("no number") << QStringList { u"--profile"_s, u"P"_s, u"--delete"_s, u"all"_s };
    QTest::newRow("several") << QStringList { u"--profile"_s, u"P"_s, u"--several"_s, u"all"_s };
    QTest::newRow("keeping and not") << QStringList { u"--profile"_s, u"P"_s, u"--keep-old"_s,
                                                      u"--no-keep-old"_s };
}

void TestWaysProgram::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Run refused
        = run(QStringList { u"import"_s, writeNumbered(1), u"--account"_s, u"practice"_s } + arguments);
    QVERIFY2(refused.exit == 2, refused.err.constData());
}

QTEST_GUILESS_MAIN(TestWaysProgram)
#include "test_ways_program.moc"
