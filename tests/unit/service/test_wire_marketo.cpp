#include "tests/unit/service/scripted_marketo.h"

#include <QRegularExpression>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// What goes over the wire, call by call as in contracts/marketo.md, whose section each test names.
class TestWireMarketo : public QObject, test::ScriptedMarketo {
    Q_OBJECT

private:
    void submit(const QString &kind, const Target &target, const QStringList &fields, const Rows &rows)
    {
        const auto loader = signedInLoader(target, fields, kind);
        test::NotedSteps steps;
        (void)loader->submit(part(kind, target, fields, rows), steps, {}, {});
    }
    Target with(const QJsonObject &options) const
    {
        Target target = m_people;
        target.options = options;
        return target;
    }
    /// What divides the parts of the body, as the header announces it.
    QByteArray boundary() { return test::headerOf(request(), "Content-Type").split('=').value(1); }
    /// The file in the body, after its frame was held against the contract.
    QByteArray sentFile()
    {
        const QByteArray mark = boundary();
        const QByteArray before = "--" + mark
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"part-00001.csv\"\r\n"
              "Content-Type: text/csv\r\n\r\n";
        const QByteArray behind = "\r\n--" + mark + "--\r\n";
        const QByteArray &body = request().body;
        if (!body.startsWith(before) || !body.endsWith(behind))
            return "a wrong frame: " + body;
        return body.sliced(before.size(), body.size() - before.size() - behind.size());
    }

private Q_SLOTS:
    void init() { forget(); }

    void section3_token()
    {
        submit(m_bulk, m_people, m_person, m_ada);
        QCOMPARE(test::headerOf(request(), "Authorization"),
                 "Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj"_ba);
        QVERIFY(!request().url.toEncoded().contains("token"));
        QVERIFY(!request().body.contains("token"));
    }

    void section7_metadata()
    {
        signIn();
        script().answer(200, test::testData(u"marketo/leads-describe2.excerpt.json"_s));
        QVERIFY(m_session->describe(u"leads"_s, {}));
        QCOMPARE(line(), u"GET /rest/v1/leads/describe2.json"_s);
        QCOMPARE(
            headers(),
            "Authorization: Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj\nAccept: application/json"_ba);
        QVERIFY(request().body.isEmpty());
        QCOMPARE(line(1), u"GET /rest/v1/leads/schema/fields.json?batchSize=300"_s);
        script().answer(200, R"({"success":true,"result":[{"id":1,"name":"Default"}]})");
        QVERIFY(m_session->choices(u"partition"_s, m_people, {}));
        QCOMPARE(line(2), u"GET /rest/v1/leads/partitions.json"_s);
    }

    void section7_5_lists()
    {
        signIn();
        script().answer(200,
                        R"({"success":true,"result":[{"id":1007,"name":"b"}],"nextPageToken":"GWP5+/=="})");
        script().answer(200, R"({"success":true,"result":[{"id":1008,"name":"a","programName":"Fair"}]})");
        const auto lists = m_session->choices(u"list"_s, m_people, {});
        QVERIFY(lists);
        QCOMPARE(script().requests.size(), 2U);
        QCOMPARE(line(), u"GET /rest/v1/lists.json?batchSize=300"_s);
        QCOMPARE(line(1), u"GET /rest/v1/lists.json?batchSize=300&nextPageToken=GWP5%2B%2F%3D%3D"_s);
    }

    void section9_1_create()
    {
        submit(m_bulk, m_people, m_person, m_ada);
        QCOMPARE(script().requests.size(), 1U);
        QCOMPARE(line(), u"POST /bulk/v1/leads.json?format=csv&lookupField=email"_s);
        QCOMPARE(request().url.host(), u"123-abc-456.mktorest.com"_s);
        QCOMPARE(headers(),
                 "Authorization: Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj\n"
                 "Accept: application/json\n"
                 "Content-Type: multipart/form-data; boundary="
                     + boundary());
        static const QRegularExpression dashesAndChance(u"^-{24}[0-9a-f]{32}$"_s);
        const QByteArray first = boundary();
        QVERIFY(dashesAndChance.match(QString::fromLatin1(first)).hasMatch());
        QCOMPARE(sentFile(),
                 "rowliftRow,email,firstName,lastName,leadScore\n17,ada@example.com,Ada,Byron,12\n"_ba);
        QVERIFY(request().bodyFile.endsWith(u"part-00001"_s)); // streamed, not copied
        submit(m_bulk, m_people, m_person, m_ada);
        QVERIFY(boundary() != first); // the same file again
    }

    void section9_1_options_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("keyField");
        QTest::addColumn<QString>("query");
        QTest::addRow("list") << QJsonObject { { u"list"_s, u"1042"_s } } << u"email"_s
                              << u"format=csv&lookupField=email&listId=1042"_s;
        QTest::addRow("list as a number") << QJsonObject { { u"list"_s, 1042 } } << u"email"_s
                                          << u"format=csv&lookupField=email&listId=1042"_s;
        QTest::addRow("no list") << QJsonObject { { u"list"_s, QString() } } << u"email"_s
                                 << u"format=csv&lookupField=email"_s;
        QTest::addRow("partition") << QJsonObject {
            { u"partition"_s, u"EMEA West & Süd+1"_s }
        } << u"email"_s << u"format=csv&lookupField=email&partitionName=EMEA%20West%20%26%20S%C3%BCd%2B1"_s;
        QTest::addRow("look-up field")
            << QJsonObject() << u"loyaltyNumber"_s << u"format=csv&lookupField=loyaltyNumber"_s;
        QTest::addRow("none chosen") << QJsonObject() << QString() << u"format=csv&lookupField=email"_s;
        QTest::addRow("all") << QJsonObject { { u"list"_s, u"7"_s },
                                              { u"partition"_s, u"Default"_s },
                                              { u"noRowNumbers"_s, true },
                                              { u"useAllPlaces"_s, true } }
                             << u"id"_s << u"format=csv&lookupField=id&listId=7&partitionName=Default"_s;
    }
    void section9_1_options()
    {
        QFETCH(const QJsonObject, options);
        QFETCH(const QString, keyField);
        QFETCH(const QString, query);
        Target target = with(options);
        target.keyField = keyField;
        submit(m_bulk, target, m_person, m_ada);
        QCOMPARE(line(), u"POST /bulk/v1/leads.json?"_s + query);
    }

    /// Nothing that is no list goes into an address.
    void section9_1_noSuchOption()
    {
        for (const QJsonObject &options :
             { QJsonObject { { u"list"_s, u"1042&x=y"_s } }, QJsonObject { { u"format"_s, u"xls"_s } } }) {
            const auto loader = signedInLoader(with(options), m_person);
            test::NotedSteps steps;
            const auto sent = loader->submit(part(m_bulk, m_people, m_person, m_ada), steps, {}, {});
            QVERIFY(!sent);
            QCOMPARE(sent.error().kind, Error::Kind::BadInput);
            QVERIFY(steps.notes.isEmpty() && script().requests.empty());
        }
    }

    void section9_1_otherFormats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<char>("delimiter");
        QTest::addRow("tsv") << u"tsv"_s << '\t';
        QTest::addRow("ssv") << u"ssv"_s << ';';
    }
    void section9_1_otherFormats()
    {
        QFETCH(const QString, format);
        QFETCH(const char, delimiter);
        const Target target = with({ { u"format"_s, format } });
        submit(m_bulk, target, { u"email"_s, u"lastName"_s },
               { { "a@b.example", QByteArray("x") + delimiter + "y" } });
        QCOMPARE(line(), u"POST /bulk/v1/leads.json?format=%1&lookupField=email"_s.arg(format));
        const QByteArray d(1, delimiter);
        QVERIFY(request().body.contains("\r\n\r\nrowliftRow" + d + "email" + d + "lastName\n17" + d
                                        + "a@b.example" + d + "\"x" + d + "y\"\n\r\n"));
        QVERIFY(request().body.contains("filename=\"part-00001." + format.toLatin1() + "\""));
        QCOMPARE(kindOf(m_bulk, target).delimiter, delimiter);
    }

    void section9_2_quoting_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        QTest::addRow("plain") << "Ada"_ba
                               << "Ada"_ba;
        QTest::addRow("umlauts") << "Müller 😀"_ba
                                 << "Müller 😀"_ba;
        QTest::addRow("delimiter") << "Byron, Ada"_ba
                                   << "\"Byron, Ada\""_ba;
        QTest::addRow("quote") << "5\" tube"_ba
                               << "\"5\"\" tube\""_ba;
        QTest::addRow("line feed") << "a\nb"_ba
                                   << "\"a\nb\""_ba;
        QTest::addRow("CR LF") << "a\r\nb"_ba
                               << "\"a\r\nb\""_ba;
        QTest::addRow("CR") << "a\rb"_ba
                            << "\"a\rb\""_ba;
        QTest::addRow("blank in front") << " Ada"_ba
                                        << "\" Ada\""_ba;
        QTest::addRow("blank behind") << "Ada "_ba
                                      << "\"Ada \""_ba;
        QTest::addRow("blanks and quotes") << " \"A\" "_ba
                                           << "\" \"\"A\"\" \""_ba;
        QTest::addRow("one blank") << " "_ba
                                   << "\" \""_ba;
        QTest::addRow("tab behind") << "Ada\t"_ba
                                    << "\"Ada\t\""_ba;
        QTest::addRow("empty") << ""_ba
                               << ""_ba;
        QTest::addRow("semicolon") << "a;b"_ba
                                   << "a;b"_ba;
    }
    void section9_2_quoting()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, written);
        submit(m_bulk, m_people, { u"email"_s, u"lastName"_s }, { { "a@b.example", value } });
        QCOMPARE(sentFile(), "rowliftRow,email,lastName\n17,a@b.example," + written + "\n");
        submit(m_bulk, with({ { u"noRowNumbers"_s, true } }), { u"lastName"_s, u"email"_s },
               { { value, "a@b.example" } });
        QCOMPARE(sentFile(), "lastName,email\n" + written + ",a@b.example\n");
    }

    void section9_4_status()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(R"({"batchId":3404,"importId":"3404","status":"Queued"})");
        QVERIFY(loader->poll(u"3404"_s, {}));
        QCOMPARE(line(), u"GET /bulk/v1/leads/batch/3404.json"_s);
        QCOMPARE(
            headers(),
            "Authorization: Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj\nAccept: application/json"_ba);
    }

    void section9_5_and_9_6_lists()
    {
        const auto loader = signedInLoader(m_people, m_person);
        success(
            R"({"batchId":3404,"status":"Complete","numOfLeadsProcessed":2,"numOfRowsFailed":1,"numOfRowsWithWarning":1})");
        script().answer(404);
        script().answer(404);
        test::NotedResults results;
        QVERIFY(loader->collect(u"3404"_s, m_folder.path(), results, {}));
        QCOMPARE(script().requests.size(), 3U);
        QCOMPARE(line(0), u"GET /bulk/v1/leads/batch/3404.json"_s);
        QCOMPARE(line(1), u"GET /bulk/v1/leads/batch/3404/failures.json"_s);
        QCOMPARE(line(2), u"GET /bulk/v1/leads/batch/3404/warnings.json"_s);
        QCOMPARE(headers(1), "Authorization: Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj\nAccept: */*"_ba);
    }

    void section12_syncLeads()
    {
        submit(
            m_sync, m_people, m_person,
            { { "ada@example.com", "Ada", "", "12" }, { "grace@example.org", "G \"x\"\n", "NULL", "abc" } });
        QCOMPARE(line(), u"POST /rest/v1/leads.json"_s);
        QCOMPARE(headers(),
                 "Authorization: Bearer 5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj\n"
                 "Accept: application/json\nContent-Type: application/json"_ba);
        const QByteArray wanted
            = R"({"action":"createOrUpdate","lookupField":"email","input":[{"email":"ada@example.com","firstName":"Ada","leadScore":12},{"email":"grace@example.org","firstName":)"
              "\"G \\\"x\\\"\\n\""
              R"(,"lastName":null,"leadScore":"abc"}]})";
        QCOMPARE(request().body, wanted);
    }

    void section12_types()
    {
        submit(m_sync, m_people, { u"email"_s, u"unsubscribed"_s, u"annualRevenue"_s, u"firstName"_s },
               { { "a@b.example", "true", "10.40", "12" }, { "c@d.example", "false", "1e3", "true" } });
        const QByteArray wanted
            = R"({"action":"createOrUpdate","lookupField":"email","input":[{"email":"a@b.example","unsubscribed":true,"annualRevenue":10.40,"firstName":"12"},{"email":"c@d.example","unsubscribed":false,"annualRevenue":1e3,"firstName":"true"}]})";
        QCOMPARE(request().body, wanted);
    }

    void section12_partitionAndId()
    {
        submit(m_sync, with({ { u"partition"_s, u"EMEA 'West'"_s } }), { u"email"_s }, { { "a@b.example" } });
        const QByteArray wanted
            = R"({"action":"createOrUpdate","lookupField":"email","partitionName":"EMEA 'West'","input":[{"email":"a@b.example"}]})";
        QCOMPARE(request().body, wanted);
        Target byId
            = with({ { u"partition"_s, u"EMEA"_s } }); // only those that may be added are put into one
        byId.keyField = u"id"_s;
        submit(m_sync, byId, { u"id"_s, u"firstName"_s }, { { "318601", "Ada" } });
        const QByteArray wanted2
            = R"({"action":"updateOnly","lookupField":"id","input":[{"id":318601,"firstName":"Ada"}]})";
        QCOMPARE(request().body, wanted2);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestWireMarketo)
#include "test_wire_marketo.moc"
