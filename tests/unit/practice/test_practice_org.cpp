#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray insertContacts = "{\"object\":\"Contact\",\"operation\":\"insert\"}";

} // namespace

/// What the org itself allows and forbids: rules, owners, allowances, locks. Source: contracts/salesforce.md,
/// 1.10, 3.7 to 3.11, 4.1 and 5.1.
class TestPracticeOrg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString error;
        QVERIFY2(m_server.start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server.ready().line);
    }

    void init() { QCOMPARE(m_client->admin("POST"_ba, "/reset"_ba).status, 200); }

    void cleanup()
    {
        set("{\"duplicate-rule\":false,\"trigger\":false,\"lock-parents\":false,\"slow-queue\":false,"
            "\"daily-batches\":\"15000\",\"daily-calls\":\"100000\",\"empty-sf-id\":false}");
    }

    void usersGroupsAndRulesAreRead()
    {
        QCOMPARE(query("SELECT+Id,Name+FROM+User+WHERE+IsActive=true").object().value("totalSize"_L1).toInt(),
                 4);
        QCOMPARE(query("SELECT+Id+FROM+User+WHERE+Email='winter@acme.example'")
                     .object()
                     .value("totalSize"_L1)
                     .toInt(),
                 2);
        const QJsonArray users = query("SELECT+CreatedDate,LastModifiedDate,SystemModstamp+FROM+User+WHERE+"
                                       "LastModifiedDate%3E=2025-01-01T00:00:00Z")
                                     .object()
                                     .value("records"_L1)
                                     .toArray();
        QCOMPARE(users.size(), 5);
        QVERIFY(users[0].toObject().value("LastModifiedDate"_L1).toString().startsWith(u"20"));
        const QJsonArray rules
            = query("SELECT+Id,Name,Active+FROM+AssignmentRule+WHERE+SobjectType='Lead'+AND+Active=true")
                  .object()
                  .value("records"_L1)
                  .toArray();
        QCOMPARE(rules.size(), 1);
        QVERIFY(rules[0].toObject().value("Id"_L1).toString().startsWith(u"01Q"));
        for (const char *object : { "User", "Group", "AssignmentRule" }) {
            const QJsonObject describe
                = send("GET", "/sobjects/" + QByteArray(object) + "/describe").object();
            QVERIFY(!describe.value("fields"_L1).toArray().isEmpty());
            QCOMPARE(send("POST", "/sobjects/" + QByteArray(object), "{}").status, 405);
        }
        const QByteArray lea = idOf("User", "Username='lea@acme.example'");
        QCOMPARE(send("GET", "/sobjects/User/" + lea.left(15)).object().value("FirstName"_L1).toString(),
                 u"Lea"_s);
    }

    void longTextIsNoCondition()
    {
        const Reply reply = query("SELECT+Id+FROM+Contact+WHERE+Description='x'");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), u"INVALID_FIELD"_s);
    }

    void leadsAreAssignedAsTheHeaderSays_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QString>("owner");
        QTest::newRow("usual") << QByteArrayList() << u"00G"_s;
        QTest::newRow("yes") << QByteArrayList { "Sforce-Auto-Assign: TRUE"_ba } << u"00G"_s;
        QTest::newRow("no") << QByteArrayList { "Sforce-Auto-Assign: false"_ba } << u"005"_s;
    }

    void leadsAreAssignedAsTheHeaderSays()
    {
        QFETCH(QByteArrayList, headers);
        const QByteArray body = "{\"LastName\":\"Web\",\"Company\":\"C\"}";
        const QByteArray lead = made(send("POST", "/sobjects/Lead", body, headers));
        QTEST(show("Lead", lead).value("OwnerId"_L1).toString().left(3), "owner");
    }

    void leadsAreAssignedByTheRuleThatIsNamed()
    {
        const QByteArray rule = idOf("AssignmentRule", "Active=false");
        const QByteArray jon = idOf("User", "Username='jon@acme.example'");
        const QByteArray lead
            = made(send("POST", "/sobjects/Lead", "{\"LastName\":\"Fair\",\"Company\":\"C\"}",
                        { "Sforce-Auto-Assign: " + rule }));
        QCOMPARE(show("Lead", lead).value("OwnerId"_L1).toString().toLatin1(), jon);

        for (const char *none : { "Aktiv", "01QgK0000000000AAA", "?" }) {
            const Reply refused = send("POST", "/sobjects/Lead", "{\"LastName\":\"Fair\",\"Company\":\"C\"}",
                                       { "Sforce-Auto-Assign: " + QByteArray(none) });
            QCOMPARE(refused.status, 400);
        }

        const QByteArray head = "{\"object\":\"Lead\",\"operation\":\"insert\"";
        const QByteArray csv = "LastName,Company\nBulk,C\n";
        const QByteArray assigned
            = firstId(m_client->run(head + ",\"assignmentRuleId\":\"" + rule + "\"}", csv));
        QCOMPARE(show("Lead", assigned).value("OwnerId"_L1).toString().toLatin1(), jon);
        const QByteArray plain = firstId(m_client->run(head + '}', csv));
        QVERIFY(show("Lead", plain).value("OwnerId"_L1).toString().startsWith(u"005"));
        const Reply unknown = create(head + ",\"assignmentRuleId\":\"01QgK0000000000AAA\"}");
        QCOMPARE(unknown.errorCode(), u"INVALIDJOB"_s);
        const QByteArray contacts
            = "{\"object\":\"Contact\",\"operation\":\"insert\",\"assignmentRuleId\":\"";
        QCOMPARE(create(contacts + rule + "\"}").errorCode(), u"INVALIDJOB"_s);
    }

    void ownersAreFoundByTheirKeys_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("user") << "Contact"_ba
                              << "Owner.Username"_ba
                              << "JON@acme.example"_ba << QByteArray();
        QTest::newRow("none") << "Contact"_ba
                              << "Owner.Email"_ba
                              << "x@acme.example"_ba
                              << "INVALID_FIELD:Foreign key external ID: x@acme.example not found for field "
                                 "Email in entity User:--"_ba;
        QTest::newRow("several") << "Contact"_ba
                                 << "Owner.Email"_ba
                                 << "winter@acme.example"_ba
                                 << "DUPLICATE_EXTERNAL_ID:Email: more than one record found"_ba;
        QTest::newRow("inactive") << "Contact"_ba
                                  << "Owner.Email"_ba
                                  << "ida@acme.example"_ba
                                  << "INACTIVE_OWNER_OR_USER:operation performed with inactive user [005"_ba;
        QTest::newRow("queue") << "Lead"_ba
                               << "Group:Owner.DeveloperName"_ba
                               << "New_leads"_ba << QByteArray();
        QTest::newRow("kind") << "Lead"_ba
                              << "User:Owner.Email"_ba
                              << "jon@acme.example"_ba << QByteArray();
    }

    void ownersAreFoundByTheirKeys()
    {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, error);
        const QByteArray company = object == "Lead" ? ",Company" : "";
        const QJsonObject job = m_client->run("{\"object\":\"" + object + "\",\"operation\":\"insert\"}",
                                              "LastName," + header + company + "\nX," + value
                                                  + (company.isEmpty() ? "" : ",C") + '\n');
        QCOMPARE(job.value("state"_L1).toString(), u"JobComplete"_s);
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), error.isEmpty() ? 0 : 1);
        if (!error.isEmpty())
            QVERIFY2(firstError(job).startsWith(error), firstError(job).constData());
    }

    void aKindStandsOnlyWhereThereAreSeveral()
    {
        for (const char *header : { "User:Owner.Email", "Owner.LastName" }) {
            const QJsonObject job
                = m_client->run(insertContacts, "LastName," + QByteArray(header) + "\nX,jon@acme.example\n");
            QCOMPARE(job.value("errorMessage"_L1).toString().toLatin1(),
                     "InvalidBatch : Field name not found : " + QByteArray(header));
        }
        const QJsonObject lead = m_client->run("{\"object\":\"Lead\",\"operation\":\"insert\"}",
                                               "LastName,Company,Owner.Email\nX,C,jon@acme.example\n");
        QCOMPARE(lead.value("state"_L1).toString(), u"Failed"_s);
    }

    void rowsBreakRulesOfTheOrg_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("validation") << "Score__c"_ba
                                    << "-1"_ba
                                    << "FIELD_CUSTOM_VALIDATION_EXCEPTION:The score must not be below "
                                       "zero.:Score__c --"_ba;
        QTest::newRow("dependent")
            << "Membership__c,Membership_Benefit__c"_ba
            << "Friend,Annual dinner"_ba
            << "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Membership Benefit: bad value for "
               "restricted picklist field: Annual dinner:Membership_Benefit__c --"_ba;
        QTest::newRow("dependent, nothing above") << "Membership_Benefit__c"_ba
                                                  << "Newsletter"_ba
                                                  << "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:"_ba;
        QTest::newRow("dependent, good") << "Membership__c,Membership_Benefit__c"_ba
                                         << "Patron,Annual dinner"_ba << QByteArray();
    }

    void rowsBreakRulesOfTheOrg()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, error);
        const QJsonObject job = m_client->run(insertContacts, "LastName," + header + "\nX," + row + '\n');
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), error.isEmpty() ? 0 : 1);
        if (!error.isEmpty())
            QVERIFY2(firstError(job).startsWith(error), firstError(job).constData());
    }

    void theDuplicateRuleWarnsOrBlocks()
    {
        const QByteArray again = "{\"LastName\":\"STONE\",\"Email\":\"Ada.Stone@example.com\"}";
        const QByteArrayList allow {
            "Sforce-Duplicate-Rule-Header: allowSave=true; runAsCurrentUser=true"_ba
        };
        set("{\"duplicate-rule\":\"alert\"}");
        const Reply warned = send("POST", "/sobjects/Contact", again);
        QCOMPARE(warned.status, 400);
        QCOMPARE(warned.errorCode(), u"DUPLICATES_DETECTED"_s);
        const QJsonObject result = QJsonDocument::fromJson(warned.body)
                                       .array()[0]
                                       .toObject()
                                       .value("duplicateResult"_L1)
                                       .toObject();
        QVERIFY(result.value("allowSave"_L1).toBool());
        const QJsonObject match = result.value("matchResults"_L1).toArray()[0].toObject();
        QCOMPARE(match.value("matchRecords"_L1)
                     .toArray()[0]
                     .toObject()
                     .value("record"_L1)
                     .toObject()
                     .value("Id"_L1)
                     .toString()
                     .toLatin1(),
                 idOf("Contact", "Email='ada.stone@example.com'"));
        QCOMPARE(send("POST", "/sobjects/Contact", again, allow).status, 201);
        const QJsonObject bulk = m_client->run(
            insertContacts, "LastName,Email\nStone,ada.stone@example.com\nOther,ada.stone@example.com\n");
        QCOMPARE(bulk.value("numberRecordsFailed"_L1).toInt(), 1);
        QCOMPARE(firstError(bulk), "DUPLICATES_DETECTED:Use one of these records?:--"_ba);

        set("{\"duplicate-rule\":\"block\"}");
        QCOMPARE(send("POST", "/sobjects/Contact", again, allow).errorCode(), u"DUPLICATES_DETECTED"_s);
    }

    void theSameIdTwiceInAChunkIsRefused()
    {
        const QByteArray id = idOf("Contact", "Crm_Key__c='K-SEED-1'");
        const QJsonObject job = m_client->run("{\"object\":\"Contact\",\"operation\":\"update\"}",
                                              "Id,Phone\n" + id + ",1\n" + id + ",2\n");
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 1);
        QCOMPARE(firstError(job), "DUPLICATE_VALUE:Duplicate id specified: " + id + ":Id --");
    }

    void convertedLeadsStayAsTheyAre()
    {
        const QJsonObject job = m_client->run(
            "{\"object\":\"Lead\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Crm_Key__c\"}",
            "Crm_Key__c,LastName,Company\nL-SEED-2,X,C\n");
        QCOMPARE(firstError(job), "CANNOT_UPDATE_CONVERTED_LEAD:cannot reference converted lead:--"_ba);
    }

    void aTriggerMaySayAnything()
    {
        set("{\"trigger\":\"Doom|CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|Guard: execution of BeforeInsert "
            "caused by: no\"}");
        const QJsonObject job = m_client->run(insertContacts, "LastName\nDoom\nFine\n");
        QCOMPARE(job.value("numberRecordsFailed"_L1).toInt(), 1);
        QCOMPARE(firstError(job),
                 "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:Guard: execution of BeforeInsert caused by: no:--"_ba);
    }

    void aSegmentInUseStays()
    {
        const QByteArray flow = idOf("FlowRecord", "ApiName='Invitation_2'");
        const QByteArray segment = show("FlowRecord", flow).value("SegmentId"_L1).toString().toLatin1();
        QVERIFY(segment.startsWith("1sg"));
        const QByteArray job = "{\"object\":\"MarketSegment\",\"operation\":\"delete\"}";
        const QJsonObject refused = m_client->run(job, "Id\n" + segment + '\n');
        QVERIFY2(firstError(refused).startsWith("DELETE_FAILED:"), firstError(refused).constData());
        const QByteArray flows = "{\"object\":\"FlowRecord\",\"operation\":\"delete\"}";
        const QJsonObject flowGone = m_client->run(flows, "Id\n" + flow + '\n');
        QCOMPARE(flowGone.value("numberRecordsFailed"_L1).toInt(), 0);
        const QJsonObject gone = m_client->run(job, "Id\n" + segment + '\n');
        QCOMPARE(gone.value("numberRecordsFailed"_L1).toInt(), 0);
        // For marketing objects the results do not name the records.
        QCOMPARE(firstId(gone), QByteArray());
        const Reply notMade = create("{\"object\":\"FlowRecord\",\"operation\":\"insert\"}");
        QCOMPARE(notMade.errorCode(), u"INVALIDENTITY"_s);
    }

    void aParentIsHeldByOneJobAtATime()
    {
        set("{\"lock-parents\":true,\"slow-queue\":1}"); // the two begin at the same time
        QByteArray mixed = "LastName,Account.Crm_Key__c\n";
        for (int i = 0; i < 4000; ++i)
            mixed += "N" + QByteArray::number(i) + (i % 2 ? ",ACC-1\n" : ",ACC-2\n");
        QByteArrayList jobs;
        for (int i = 0; i < 2; ++i)
            jobs.append(begin(mixed));
        int failed = 0;
        for (const QByteArray &job : jobs) {
            // By the real clock: when it leaps, a job is through before the other one begins.
            QTRY_COMPARE_WITH_TIMEOUT(
                m_client->ask("GET"_ba, jobsPath + '/' + job).object().value("state"_L1).toString(),
                u"JobComplete"_s, 20'000);
            failed += m_client->waitForEnd(job).value("numberRecordsFailed"_L1).toInt();
            const auto rows = parsedResult(m_client->result(job, "failedResults"_ba));
            if (rows.size() > 1)
                QVERIFY2(rows[1][1].startsWith("UNABLE_TO_LOCK_ROW:unable to obtain exclusive access"),
                         rows[1][1].constData());
        }
        QVERIFY(failed > 0);
        // Alone, or with parents of its own, a job meets no lock.
        QCOMPARE(m_client->waitForEnd(begin(mixed)).value("numberRecordsFailed"_L1).toInt(), 0);
        const QByteArray first = begin("LastName,Account.Crm_Key__c\nA,ACC-1\nB,ACC-1\n");
        const QByteArray second = begin("LastName,Account.Crm_Key__c\nA,ACC-2\nB,ACC-2\n");
        QCOMPARE(m_client->waitForEnd(first).value("numberRecordsFailed"_L1).toInt(), 0);
        QCOMPARE(m_client->waitForEnd(second).value("numberRecordsFailed"_L1).toInt(), 0);
    }

    void batchesAreCountedAndEnd()
    {
        const int used = 15'000 - left("DailyBulkApiBatches"_L1);
        QCOMPARE(m_client->run(insertContacts, "LastName\nX\n").value("state"_L1).toString(),
                 u"JobComplete"_s);
        QCOMPARE(left("DailyBulkApiBatches"_L1), 15'000 - used - 1);

        set("{\"daily-batches\":" + QByteArray::number(used + 2) + '}');
        QByteArray many = "LastName\n";
        for (int i = 0; i < 10'050; ++i)
            many += "N" + QByteArray::number(i) + '\n';
        const QByteArray id = begin(many);
        const QJsonObject job = m_client->waitForEnd(id);
        QCOMPARE(job.value("state"_L1).toString(), u"Failed"_s);
        QVERIFY(job.value("errorMessage"_L1).toString().startsWith(u"ExceededQuota : "));
        // What lay beyond the allowance is in no result.
        QCOMPARE(parsedResult(m_client->result(id, "successfulResults"_ba)).size(), 10'001);
        QCOMPARE(parsedResult(m_client->result(id, "failedResults"_ba)).size(), 1);
        QCOMPARE(parsedResult(m_client->result(id, "unprocessedrecords"_ba)).size(), 1);
        QCOMPARE(create(insertContacts).errorCode(), u"EXCEEDEDQUOTA"_s);
    }

    void callsAreCountedAndEnd()
    {
        const Reply reply = send("GET", "/limits");
        const QByteArray info = reply.headers.value("sforce-limit-info"_ba);
        QVERIFY2(info.startsWith("api-usage=") && info.endsWith("/100000"), info.constData());
        const int before = left("DailyApiRequests"_L1);
        send("GET", "/sobjects");
        QVERIFY(left("DailyApiRequests"_L1) <= before - 2);
        set("{\"daily-calls\":1}");
        const Reply refused = send("GET", "/sobjects");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.errorCode(), u"REQUEST_LIMIT_EXCEEDED"_s);
        QCOMPARE(send("GET", "/limits").status, 200);
    }

    void idsMayStayAwayFromResults()
    {
        set("{\"empty-sf-id\":true}");
        QCOMPARE(firstId(m_client->run(insertContacts, "LastName\nX\n")), QByteArray());
    }

private:
    Reply send(const char *method, const QByteArray &path, const QByteArray &json = {},
               const QByteArrayList &headers = {})
    {
        return m_client->ask(method, "/services/data/v61.0" + path,
                             json.isEmpty() ? QByteArray() : "application/json"_ba, json, headers);
    }

    Reply query(const QByteArray &soql) { return send("GET", "/query?q=" + soql); }

    void set(const QByteArray &switches)
    {
        QCOMPARE(m_client->admin("POST"_ba, "/switches"_ba, switches).status, 200);
    }

    Reply create(const QByteArray &json)
    {
        return m_client->ask("POST"_ba, jobsPath, "application/json"_ba, json);
    }

    /// Starts a job that adds contacts, and lets it run.
    QByteArray begin(const QByteArray &csv)
    {
        const QByteArray id = m_client->createJob(insertContacts);
        m_client->ask("PUT"_ba, jobsPath + '/' + id + "/batches", "text/csv"_ba, csv);
        m_client->ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba,
                      "{\"state\":\"UploadComplete\"}");
        return id;
    }

    QByteArray idOf(const QByteArray &object, const QByteArray &condition)
    {
        const QJsonArray records = query("SELECT+Id+FROM+" + object + "+WHERE+" + condition)
                                       .object()
                                       .value("records"_L1)
                                       .toArray();
        return records.isEmpty() ? QByteArray() : records[0].toObject().value("Id"_L1).toString().toLatin1();
    }

    QJsonObject show(const QByteArray &object, const QByteArray &id)
    {
        return send("GET", "/sobjects/" + object + '/' + id).object();
    }

    static QByteArray made(const Reply &reply) { return reply.object().value("id"_L1).toString().toLatin1(); }

    QByteArray cell(const QJsonObject &job, const QByteArray &resource, int column)
    {
        const auto rows = parsedResult(m_client->result(job.value("id"_L1).toString().toLatin1(), resource));
        return rows.size() < 2 ? "no row"_ba : rows[1][column];
    }

    QByteArray firstError(const QJsonObject &job) { return cell(job, "failedResults"_ba, 1); }
    QByteArray firstId(const QJsonObject &job) { return cell(job, "successfulResults"_ba, 0); }

    int left(QLatin1StringView allowance)
    {
        return send("GET", "/limits").object().value(allowance).toObject().value("Remaining"_L1).toInt();
    }

    Server m_server { Options() };
    std::unique_ptr<PracticeClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeOrg)
#include "test_practice_org.moc"
