#include "tests/e2e/plan_test.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const auto people = "Mail,Last,Newsletter,Nicht anrufen\n"
                    "anna@people.example,Stone,ja,\n"
                    "ben@people.example,Marsh,nein,x\n"
                    "carla@people.example,Null,nein,\n";

QString profileOf(const QByteArray &field = "unsubscribed\",\"turned\":true,\"because\":\"you")
{
    return QString::fromUtf8(
        "{\"rowlift\":2,\"name\":\"People\",\"service\":\"marketo\",\"account\":\"practice-marketo\","
        "\"target\":{\"object\":\"leads\",\"operation\":\"upsert\",\"keyField\":\"email\"},"
        "\"header\":[\"Mail\",\"Last\",\"Newsletter\",\"Nicht anrufen\"],\"columns\":["
        "{\"column\":\"Mail\",\"field\":\"email\"},{\"column\":\"Last\",\"field\":\"lastName\"},"
        "{\"column\":\"Newsletter\",\"field\":\""
        + field + "\"},{\"column\":\"Nicht anrufen\"}]}");
}

} // namespace

/// People for Marketo from the command line, with its practice account: what is held back, and which list is
/// meant.
class TestPeopleProgram : public rowlift::testing::PlanTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { newHome(); }
    void sendsOnlyWhatStopsContact();
    void tellsWhatToLookAt();
    void saysWhatItFoundBeforeItSends();
    void refusesFieldsThatThereAreNot();
    void listsAreCalledByTheirName();

private:
    QStringList with(const QString &command, const QStringList &more = {},
                     const QString &profile = profileOf()) const
    {
        return QStringList { command, write(u"people.csv"_s, people), u"--profile"_s,
                             write(u"people.rowlift"_s, profile.toUtf8()) }
        + more;
    }
    QByteArray planned(const QStringList &more) const
    {
        const Run planned = run(
            with(u"plan"_s, QStringList { u"-o"_s, path(u"plan"_s), u"--kind"_s, u"bulk-import"_s } + more));
        QByteArray bytes = planned.exit == 0 ? QByteArray() : planned.err;
        for (const QJsonObject &each : parts())
            bytes += part(each);
        return bytes;
    }
};

void TestPeopleProgram::sendsOnlyWhatStopsContact()
{
    const QByteArray stops = planned({});
    QVERIFY2(stops.contains(",anna@people.example,Stone,\n"), stops.constData());
    QVERIFY2(stops.contains(",ben@people.example,Marsh,true\n"), stops.constData());
    QCOMPARE(planJson()[u"onlyStops"].toArray(), QJsonArray { u"unsubscribed"_s });
    const QByteArray both = planned({ u"--consent"_s, u"unsubscribed=both"_s });
    QVERIFY2(both.contains(",anna@people.example,Stone,false\n"), both.constData());
    QVERIFY(planJson()[u"onlyStops"].toArray().isEmpty());
    const Run told = run(with(u"check"_s));
    QVERIFY2(told.err.contains("“Newsletter” is turned round"), told.err.constData());
    QVERIFY2(told.err.contains("--consent unsubscribed=both"), told.err.constData());
    QCOMPARE(run(with(u"check"_s, { u"--consent"_s, u"email=both"_s })).exit, 3);
}

void TestPeopleProgram::tellsWhatToLookAt()
{
    const Run checked = run(with(u"check"_s, { u"--json"_s }));
    QHash<QString, int> rows;
    for (const QJsonValue &group : checked.json()[u"groups"].toArray())
        rows.insert(group[u"rule"].toString() + u':' + group[u"example"].toString(), group[u"rows"].toInt());
    QCOMPARE(rows,
             (QHash<QString, int> {
                 { u"consentKept:ja"_s, 1 }, { u"stopNotImported:x"_s, 1 }, { u"clears:Null"_s, 1 } }));
}

/// With --yes there is no other place to see it.
void TestPeopleProgram::saysWhatItFoundBeforeItSends()
{
    const Run imported
        = run(with(u"import"_s, { u"--account"_s, u"practice-marketo"_s, u"--yes"_s, u"--json"_s }));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    for (const QByteArray words : { "“Null” clears", "1 row, a heads-up (“ja”)", "1 row, a heads-up (“x”)" })
        QVERIFY2(imported.err.contains(words), imported.err.constData());
    const QJsonObject checked = run(with(u"check"_s, { u"--json"_s })).json();
    QCOMPARE(imported.json()[u"checks"].toArray().size(), 3);
    QCOMPARE(imported.json()[u"checks"], checked[u"groups"]);
    const Run planned = run(with(u"plan"_s, { u"-o"_s, path(u"plan"_s) }));
    QVERIFY2(planned.err.contains("“Null” clears"), planned.err.constData());
}

void TestPeopleProgram::refusesFieldsThatThereAreNot()
{
    for (const QByteArray field : { "unsubscribd", "createdAt" }) {
        for (const QString &command : { u"check"_s, u"plan"_s }) {
            const QStringList more
                = command == u"plan" ? QStringList { u"-o"_s, path(u"plan"_s) } : QStringList();
            const Run refused = run(with(command, more, profileOf(field)));
            QCOMPARE(refused.exit, 3);
            QVERIFY2(refused.err.contains(field), refused.err.constData());
        }
    }
}

void TestPeopleProgram::listsAreCalledByTheirName()
{
    const auto into = [this](const QString &list) {
        return run(with(u"import"_s,
                        { u"--account"_s, u"practice-marketo"_s, u"--yes"_s, u"--json"_s, u"--option"_s,
                          u"list="_s + list }));
    };
    const Run named = into(u"Alumni Bern 2026"_s);
    QVERIFY2(named.exit == 0, named.err.constData());
    QCOMPARE(named.json()[u"kind"].toString(), u"bulk-import"_s);
    QCOMPARE(named.json()[u"rows"][u"in"].toInt(), 3);
    const Run several = into(u"Newsletter"_s);
    QCOMPARE(several.exit, 3);
    QVERIFY2(several.err.contains("Program “Newsletter 2025”")
                 && several.err.contains("Program “Newsletter 2026”"),
             several.err.constData());
    const Run small = run(with(u"import"_s,
                               { u"--account"_s, u"practice-marketo"_s, u"--yes"_s, u"--kind"_s,
                                 u"sync-leads"_s, u"--option"_s, u"list=Alumni Bern 2026"_s }));
    QCOMPARE(small.exit, 3);
    QVERIFY2(small.err.contains("does not go with the option list"), small.err.constData());
    const Run none = into(u"Bern"_s);
    QCOMPARE(none.exit, 3);
    QVERIFY2(none.err.contains("Alumni Bern 2024"), none.err.constData());
}

QTEST_GUILESS_MAIN(TestPeopleProgram)
#include "test_people_program.moc"
