#include "tests/unit/service/scripted_marketo.h"

#include <QDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// What Marketo tells of the rows of a part, read without a network.
class TestMarketoResults : public QObject, test::ScriptedMarketo {
    Q_OBJECT

private:
    /// What is told of a finished job of five rows whose failures are \a failures.
    QStringList collectedOf(const QByteArray &failures, const Target &target)
    {
        const auto loader = signedInLoader(target, m_person);
        success(job("Complete", 4, 1, 0));
        script().answer(200, failures);
        script().answer(200, test::testData(u"marketo/leads-describe2.excerpt.json"_s)); // when it is asked
        test::NotedResults results;
        const Done done = loader->collect(u"3404"_s, m_folder.path(), results, {});
        if (!done)
            results.lines << u"error "_s + QString::number(int(done.error().kind));
        return results.lines;
    }
    QStringList collectedOf(const QByteArray &failures) { return collectedOf(failures, m_people); }

private Q_SLOTS:
    void init() { forget(); }

    /// Warnings are fetched when some are counted; failures always: no row is in by a counter alone.
    void asksForFailuresWhateverIsCounted()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(job("Complete", 5, 0, 0));
        script().answer(404);
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines, QStringList({ u"others in"_s, u"totals 5 0 0"_s }));
        QCOMPARE(script().requests.size(), 2U);

        success(job("Complete", 5, 0, 0));
        script().answer(200, "rowliftRow,Import Failure Reason\n57,Lead not found\n");
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines.mid(3, 1), QStringList(u"failed [57] 1004||Lead not found"_s));

        // Refused where none is counted: there are none. Where one is, nothing is known.
        const QByteArray refused
            = R"({"success":false,"errors":[{"code":"1013","message":"Object not found"}]})";
        for (const int failed : { 0, 1 }) {
            success(job("Complete", 5, failed, 0));
            script().answer(200, refused);
            QCOMPARE(bool(loader->collect(u"3404"_s, m_folder.path(), results, {})), failed == 0);
        }
    }

    /// A refused list may be to be had later: until then nothing is told.
    void waitsForAListThatIsRefused()
    {
        const auto loader = signedInLoader(m_people, m_person);
        test::NotedResults results;
        success(job("Complete", 4, 0, 2));
        script().answer(404);
        refusal(606);
        const Done later = loader->collect(u"3404"_s, m_folder.path(), results, {});
        QVERIFY(!later && later.error().kind == Error::Kind::RateLimit);
        for (const int failed : { 0, 1 }) {
            success(job("Complete", 4, failed, 2));
            if (failed == 0)
                script().answer(404);
            refusal(603);
            const Done refused = loader->collect(u"3404"_s, m_folder.path(), results, {});
            QVERIFY(!refused && refused.error().kind == Error::Kind::Rejected);
        }
        QCOMPARE(results.lines, QStringList());
    }

    /// In a list that is saved as it comes, too: Marketo is asked less often then.
    void slowsDownWhenAListIsRefused()
    {
        const auto loader = signedInLoader(m_people, m_person);
        const auto between = [&] {
            std::vector<std::chrono::milliseconds> times;
            script().onRequest = [&] { times.push_back(m_clock.elapsed()); };
            for (int call = 0; call < 2; ++call) {
                success(job("Queued", 0, 0, 0));
                (void)loader->poll(u"3404"_s, {});
            }
            script().onRequest = {};
            return times[1] - times[0];
        };
        QCOMPARE(between().count(), 200);
        success(job("Complete", 4, 1, 0));
        refusal(606);
        test::NotedResults results;
        QVERIFY(!loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(between().count(), 500);
    }

    void passesFailuresAndWarningsOn()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(job("Complete", 2, 1, 1));
        script().answer(
            200,
            "rowliftRow,email,firstName,lastName,leadScore,Import Failure Reason\n"
            "57,grace@example.org,Grace,\"Hop\nper\",abc,Value for lookup field 'email' not found\n");
        script().answer(200,
                        "\xEF\xBB\xBFrowliftRow,email,firstName,lastName,leadScore,Import Warning Reason\r\n"
                        "97,not-an-address,Linus,Pauling,3,Invalid email address\r\n");
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines,
                 QStringList({ u"columns rowliftRow,email,firstName,lastName,leadScore"_s,
                               u"failed [57|grace@example.org|Grace|Hop\nper|abc] "
                               u"LOOKUP_VALUE_NOT_FOUND|email|Value for lookup field 'email' not found"_s,
                               u"columns rowliftRow,email,firstName,lastName,leadScore"_s,
                               u"in [97|not-an-address|Linus|Pauling|3] "
                               u"INVALID_EMAIL||Invalid email address"_s,
                               u"others in"_s, u"totals 2 1 1"_s }));
        QVERIFY(QDir(m_folder.path()).entryList({ u"3404*"_s }).isEmpty());
    }

    void readsAllFormsOfAList_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QStringList>("rows"); // without the last two lines
        const QStringList badReply { u"error %1"_s.arg(int(Error::Kind::BadReply)) };
        const QStringList tooMuch { u"error %1"_s.arg(int(Error::Kind::RateLimit)) };
        const QString text = u"Value for lookup field 'email' not found"_s;
        const QString why = u" LOOKUP_VALUE_NOT_FOUND|email|"_s + text;
        const QByteArray t = text.toUtf8();
        QTest::addRow("empty") << ""_ba << QStringList();
        QTest::addRow("header alone") << "rowliftRow,email,Import Failure Reason\n"_ba << QStringList();
        QTest::addRow("without columns")
            << "rowliftRow,firstName,lastName,leadScore,Import Failure Reason\n57,Grace,Hopper,1," + t + "\n"
            << QStringList({ u"columns rowliftRow,firstName,lastName,leadScore"_s,
                             u"failed [57|Grace|Hopper|1]"_s + why });
        QTest::addRow("other blanks in each row")
            << "rowliftRow,firstName,lastName,leadScore,Import Failure Reason\n57,Grace,Hopper,1," + t
                + "\n97,Ada," + t + "\n137,a@b.example,Ada,Byron,1,7," + t + "\n"
            << QStringList({ u"columns rowliftRow,firstName,lastName,leadScore"_s,
                             u"failed [57|Grace|Hopper|1]"_s + why, u"failed [97|Ada]"_s + why,
                             u"failed [137|a@b.example|Ada|Byron|1|7]"_s + why });
        QTest::addRow("blank lines")
            << "rowliftRow,email,firstName,lastName,leadScore,Import Failure Reason\n\n57,,Grace,Hopper,1,"
                + t + "\n\n"
            << QStringList({ u"columns rowliftRow,email,firstName,lastName,leadScore"_s,
                             u"failed [57||Grace|Hopper|1]"_s + why });
        QTest::addRow("another order")
            << "Import Failure Reason,leadScore,rowliftRow,email,firstName,lastName,other\n" + t
                + ",1,57,,Grace,Hopper,x\n"
            << QStringList({ u"columns leadScore,rowliftRow,email,firstName,lastName,other"_s,
                             u"failed [1|57||Grace|Hopper|x]"_s + why });
        QTest::addRow("no line end at the end")
            << "rowliftRow,email,firstName,lastName,leadScore,Import Failure Reason\n57,,Grace,Hopper,1," + t
            << QStringList({ u"columns rowliftRow,email,firstName,lastName,leadScore"_s,
                             u"failed [57||Grace|Hopper|1]"_s + why });
        QTest::addRow("a page") << "<html>\n<p>x</p>"_ba << badReply;
        QTest::addRow("no reason") << "rowliftRow,email\n57,x\n"_ba << badReply;
        QTest::addRow("refusal") << R"({"success":false,"errors":[{"code":"606","message":"x"}]})"_ba
                                 << tooMuch;
        QTest::addRow("nothing found")
            << R"( {"success":false,"errors":[{"code":"702","message":"x"}]})"_ba << QStringList();
    }
    void readsAllFormsOfAList()
    {
        QFETCH(const QByteArray, list);
        QFETCH(QStringList, rows);
        if (!rows.value(0).startsWith(u"error"))
            rows << u"others in"_s << u"totals 4 1 0"_s;
        QCOMPARE(collectedOf(list), rows);
    }

    void readsListsWithoutRowNumbers()
    {
        Target target = m_people;
        target.options = { { u"noRowNumbers"_s, true }, { u"format"_s, u"ssv"_s } };
        const QString why = u" 1007||Multiple leads match the lookup criteria"_s;
        QCOMPARE(collectedOf("email;firstName;leadScore;Import Failure Reason\n"
                             "a@b.example;\"x;y\";1;Multiple leads match the lookup criteria\n"
                             "c@d.example;Multiple leads match the lookup criteria\n"
                             "e@f.example;y;1;2;Multiple leads match the lookup criteria\n",
                             target),
                 QStringList({ u"columns email,firstName,leadScore"_s, u"failed [a@b.example|x;y|1]"_s + why,
                               u"failed [c@d.example]"_s + why, u"columns "_s,
                               u"failed [e@f.example|y|1|2]"_s + why, u"others in"_s, u"totals 4 1 0"_s }));
    }

    /// Marketo's reasons have labels, ours the fields; the labels are asked for once.
    void namesFieldsByTheirLabels()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(job("Complete", 3, 2, 0));
        script().answer(200,
                        "rowliftRow,Import Failure Reason\n1,Invalid data type in field Lead Score\n"
                        "2,Invalid data type in field Somewhere\n");
        script().answer(200, R"({"success":true,"result":[{"name":"API Lead","fields":[
            {"name":"leadScore","displayName":"Lead Score","dataType":"score","updateable":true},
            {"name":"other","displayName":"Somewhere","dataType":"score","updateable":true}]}]})");
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines.mid(1, 2),
                 QStringList({ u"failed [1] INVALID_DATA_TYPE|leadScore|Invalid data type in field "
                               u"Lead Score"_s,
                               u"failed [2] INVALID_DATA_TYPE|Somewhere|Invalid data type in field "
                               u"Somewhere"_s }));
        QCOMPARE(line(2), u"GET /rest/v1/leads/describe2.json"_s);
        QCOMPARE(script().requests.size(), 3U);
    }

    void tellsOfAJobThatFailed_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QByteArray>("failures");
        QTest::addColumn<QString>("others");
        const QByteArray one = "rowliftRow,Import Failure Reason\n57,Lead not found\n";
        QTest::addRow("untouched") << job("Failed", 0, 0, 0, "unable to read file") << ""_ba
                                   << u"others not processed unable to read file"_s;
        QTest::addRow("counts none, names one")
            << job("Failed", 0, 0, 0, "list deleted") << one << u"others unknown list deleted"_s;
        QTest::addRow("begun") << job("Failed", 3, 0, 0, "list deleted") << ""_ba
                               << u"others unknown list deleted"_s;
        QTest::addRow("says nothing")
            << R"({"batchId":3404,"status":"Failed","message":"?","numOfRowsWithWarning":0,"numOfRowsFailed":0})"_ba
            << ""_ba << u"others unknown ?"_s;
    }
    void tellsOfAJobThatFailed()
    {
        QFETCH(const QByteArray, element);
        QFETCH(const QByteArray, failures);
        QFETCH(const QString, others);
        const auto loader = signedInLoader(m_people, m_person);
        success(element);
        script().answer(failures.isEmpty() ? 404 : 200, failures);
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines.filter(u"others"_s), QStringList(others));
    }

    /// By their ids people are only changed.
    void knowsThatPeopleFoundByIdWereThere()
    {
        Target byId = m_people;
        byId.keyField = u"id"_s;
        const auto loader = signedInLoader(byId, { u"id"_s });
        success(job("Complete", 1, 0, 0));
        script().answer(404);
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(results.lines.value(0), u"others updated"_s);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoResults)
#include "test_marketo_results.moc"
