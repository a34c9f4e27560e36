#include "app/practice/server.h"
#include "tests/unit/practice/dotdigital_client.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// Sign-in, limits, contacts, fields, lists and files of contacts, over real sockets. Source:
/// contracts/dotdigital.md, 1 to 3 and 6.
class TestPracticeDotdigital : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void signIn()
    {
        const Reply nobody = Wire(m_client->port()).ask("GET"_ba, "/v2/account-info"_ba);
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.object().value("message"_L1).toString(),
                 u"Authorization has been denied for this request."_s);
        QCOMPARE(Wire(m_client->port())
                     .ask("GET"_ba, "/v2/account-info"_ba, { "Authorization: Basic " + "a:b"_ba.toBase64() })
                     .status,
                 401);
        m_client->setSwitch("wrong-region"_ba, "true"_ba);
        const Reply elsewhere = m_client->get("/v2/account-info"_ba);
        QCOMPARE(elsewhere.status, 403);
        QCOMPARE(elsewhere.object().value("message"_L1).toString(), u"Forbidden: Access is denied"_s);
    }

    void accountInfo()
    {
        const int before = property("ApiCallsInLastHour"_ba).toInt();
        QCOMPARE(property("ApiCallsInLastHour"_ba).toInt(), before + 1);
        QCOMPARE(property("ApiCallsRemaining"_ba).toInt(), 2000 - before - 2);
        QCOMPARE(property("ApiEndpoint"_ba), m_client->account().value("url"_L1).toString() + u'/');
        QVERIFY(m_client->get("/v2/server-time"_ba).body.endsWith("+00:00"));
    }

    void tiers()
    {
        const Reply first = m_client->get("/v2/data-fields"_ba);
        QCOMPARE(first.headers.value("x-ratelimit-scope"_ba), "highCallRate"_ba);
        m_client->setSwitch("low-calls"_ba, "1"_ba);
        const QByteArray items = '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ']';
        const Reply taken = m_client->ask("POST"_ba, insightPath + "Shop", items);
        QCOMPARE(taken.status, 202);
        QCOMPARE(taken.headers.value("x-ratelimit-limit"_ba), "1"_ba);
        QCOMPARE(taken.headers.value("x-ratelimit-remaining"_ba), "0"_ba);
        const Reply refused = m_client->ask("POST"_ba, insightPath + "Shop", items);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("x-ratelimit-scope"_ba), "lowCallRate"_ba);
        QVERIFY(refused.headers.value("x-ratelimit-reset"_ba).toLongLong() > 1'700'000'000);
        QCOMPARE(m_client->get(insightPath + taken.object().value("id"_L1).toString().toLatin1()).status,
                 200);
        m_client->moveClock(60);
        QCOMPARE(m_client->ask("POST"_ba, insightPath + "Shop", items).status, 202);
    }

    void flatRate()
    {
        m_client->setSwitch("throttling"_ba, "\"flat\""_ba);
        m_client->setSwitch("calls-per-hour"_ba, "2"_ba);
        QVERIFY(!m_client->get("/v2/data-fields"_ba).headers.contains("x-ratelimit-limit"_ba));
        QCOMPARE(m_client->get("/v2/data-fields"_ba).status, 200);
        const Reply refused = m_client->get("/v2/data-fields"_ba);
        QCOMPARE(refused.status, 400);
        QCOMPARE(tokenOf(refused), "ERROR_APIUSAGE_EXCEEDED"_ba);
        m_client->moveClock(3601);
        QCOMPARE(m_client->get("/v2/data-fields"_ba).status, 200);
    }

    void contacts()
    {
        QCOMPARE(m_client->get("/v2/contacts/ada%40example.com"_ba).object().value("id"_L1).toInt(), 1001);
        QCOMPARE(m_client->get("/v2/contacts/1002"_ba).object().value("email"_L1).toString(),
                 u"known@example.com"_s);
        for (const char *unknown :
             { "nobody@example.net", "x@example.invalid", "contact500@example.com", "5" }) {
            const Reply reply = m_client->get("/v2/contacts/" + QByteArray(unknown));
            QCOMPARE(reply.status, 404);
            QCOMPARE(tokenOf(reply), "ERROR_CONTACT_NOT_FOUND"_ba);
        }
        QCOMPARE(m_client->get("/v2/contacts/Contact499@example.com"_ba).status, 200);
        m_client->setSwitch("contacts"_ba, "60000"_ba);
        QCOMPARE(m_client->get("/v2/contacts/contact59999@example.com"_ba).status, 200);
        const auto page = [&](const QByteArray &query) {
            return QJsonDocument::fromJson(m_client->get("/v2/contacts?" + query).body).array();
        };
        const QJsonArray first = page("select=1000&skip=0"_ba);
        QCOMPARE(first.size(), 1000);
        QCOMPARE(first[0]["id"_L1].toInt(), 1001);
        QVERIFY(first[0]["dataFields"_L1].isNull());
        QCOMPARE(page("select=1&withFullData=true"_ba)[0]["dataFields"_L1][0]["key"_L1].toString(),
                 u"FIRSTNAME"_s);
        QCOMPARE(page("select=1000&skip=60000"_ba).size(), 10);
        QCOMPARE(tokenOf(m_client->get("/v2/contacts?select=1001"_ba)), "ERROR_PARAMETER_INVALID"_ba);
        QCOMPARE(
            m_client->get("/contacts/v3/mobileNumber/447700900123"_ba).object().value("contactId"_L1).toInt(),
            1001);
        QCOMPARE(m_client->get("/contacts/v3/mobileNumber/447700999999"_ba).status, 404);
    }

    void aNewContact()
    {
        const Reply made = m_client->ask(
            "POST"_ba, "/v2/contacts"_ba,
            R"({"email":"New@example.net","optInType":"Single","dataFields":[{"key":"firstname","value":"Nina"}]})"_ba);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value("email"_L1).toString(), u"new@example.net"_s);
        const QByteArray id = QByteArray::number(made.object().value("id"_L1).toInt());
        QCOMPARE(
            m_client->get("/v2/contacts/" + id).object().value("dataFields"_L1)[0]["value"_L1].toString(),
            u"Nina"_s);
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, "/v2/contacts"_ba, R"({"email":"nobody"})"_ba)),
                 "ERROR_INVALID_EMAIL"_ba);
        QCOMPARE(
            tokenOf(m_client->ask("POST"_ba, "/v2/contacts"_ba, R"({"email":"suppressed@example.org"})"_ba)),
            "ERROR_CONTACT_SUPPRESSED"_ba);
        QCOMPARE(m_client->ask("DELETE"_ba, "/v2/contacts/" + id).status, 204);
        QCOMPARE(m_client->get("/v2/contacts/" + id).status, 404);
    }

    void fields()
    {
        const QJsonArray before = QJsonDocument::fromJson(m_client->get("/v2/data-fields"_ba).body).array();
        QCOMPARE(before[0].toObject().keys(),
                 (QStringList { u"defaultValue"_s, u"name"_s, u"type"_s, u"visibility"_s }));
        const QByteArray field
            = R"({"name":"LOYALTY","type":"Numeric","visibility":"Private","defaultValue":0})"_ba;
        QCOMPARE(m_client->ask("POST"_ba, "/v2/data-fields"_ba, field).status, 201);
        const Reply again = m_client->ask("POST"_ba, "/v2/data-fields"_ba, field);
        QCOMPARE(again.status, 400);
        QCOMPARE(tokenOf(again), "ERROR_NON_UNIQUE_DATAFIELD"_ba);
        const QJsonArray after = QJsonDocument::fromJson(m_client->get("/v2/data-fields"_ba).body).array();
        QCOMPARE(after.size(), before.size() + 1);
        QCOMPARE(after.last()["defaultValue"_L1].toInt(-1), 0);
    }

    void lists()
    {
        const auto page = [&](const QByteArray &query) {
            return QJsonDocument::fromJson(m_client->get("/v2/address-books?" + query).body).array();
        };
        QCOMPARE(page("select=5&skip=0"_ba).size(), 5);
        QCOMPARE(page("select=1000&skip=20"_ba).size(), 3);
        QCOMPARE(page({})[0]["name"_L1].toString(), u"Test"_s);
        const Reply made = m_client->ask("POST"_ba, "/v2/address-books"_ba, R"({"name":"Mine"})"_ba);
        QCOMPARE(made.status, 201);
        const QByteArray id = QByteArray::number(made.object().value("id"_L1).toInt());
        m_client->importContacts("Email\nada@example.com\n"_ba,
                                 "/v2/address-books/" + id + "/contacts/import");
        QCOMPARE(m_client->get("/v2/address-books/" + id).object().value("contacts"_L1).toInt(), 1);
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, "/v2/address-books/1/contacts/import"_ba,
                                       contactsForm("Email\na@b.example\n"_ba), formType)),
                 "ERROR_ADDRESSBOOK_NOTWRITABLE"_ba);
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, "/v2/address-books/9999/contacts/import"_ba,
                                       contactsForm("Email\na@b.example\n"_ba), formType)),
                 "ERROR_ADDRESSBOOK_NOT_FOUND"_ba);
    }

    void aFileOfContacts()
    {
        const QByteArray id = m_client->importContacts(
            "\xEF\xBB\xBF"
            "Email,FirstName,BIRTHDAY,Company_Size,MARKETING_CONSENT,OptInType,Nobody\n"
            "new@example.net,\"Nina, the new\",1990-05-17,12,True,Single,x\n"
            "karl@example.org,Karl,,,,,\n"
            "New@example.net,Again,,,,,\n"
            "not-an-address,X,,,,,\n"
            "ada@example.com,Augusta,,,,,\n"
            "type@example.net,T,17/05/1990,,,,\n"
            "x@suppressed.example,X,,,,,\n"
            "pending@example.org,Paula,,,,,\n"_ba);
        const QJsonObject report = m_client->get("/v2/contacts/import/" + id + "/report").object();
        QCOMPARE(report.size(), 15);
        QCOMPARE(report.value("newContacts"_L1).toInt(), 1);
        QCOMPARE(report.value("updatedContacts"_L1).toInt(), 1);
        for (const char *one : { "unsubscribed", "duplicateEmails", "invalidEntries", "failures",
                                 "domainSuppressed", "pendingDoubleOptin" })
            QCOMPARE(report.value(QLatin1StringView(one)).toInt(), 1);
        QCOMPARE(
            m_client->get("/v2/contacts/import/" + id + "/report-faults").body,
            "\xEF\xBB\xBFReason,email,firstname,birthday,company_size,marketing_consent,optintype,nobody\n"
            "Unsubscribed,karl@example.org,Karl,,,,,\n"
            "Duplicate,New@example.net,Again,,,,,\n"
            "Invalid Email,not-an-address,X,,,,,\n"
            "Failures,type@example.net,T,17/05/1990,,,,\n"
            "Suppressed by Domain,x@suppressed.example,X,,,,,\n"
            "Pending optin,pending@example.org,Paula,,,,,\n"_ba);
        const QJsonObject nina = m_client->contact(u"new@example.net"_s);
        QCOMPARE(nina.value("dataFields"_L1)["FIRSTNAME"_L1].toString(), u"Nina, the new"_s);
        QCOMPARE(nina.value("dataFields"_L1)["COMPANY_SIZE"_L1].toInt(), 12);
        QCOMPARE(nina.value("dataFields"_L1)["MARKETING_CONSENT"_L1].toBool(), true);
        QCOMPARE(nina.value("optInType"_L1).toString(), u"Single"_s);
        QCOMPARE(
            m_client->contact(u"pending@example.org"_s).value("dataFields"_L1)["FIRSTNAME"_L1].toString(),
            u"Paula"_s);
    }

    void noFaults()
    {
        const QByteArray id = m_client->importContacts("Email\nada@example.com\n"_ba);
        const Reply none = m_client->get("/v2/contacts/import/" + id + "/report-faults");
        QCOMPARE(none.status, 200);
        QCOMPARE(none.body, QByteArray());
    }

    void mergeOptions_data()
    {
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<QString>("firstName");
        QTest::addColumn<QString>("lastName");
        QTest::addColumn<QString>("city");
        QTest::newRow("none") << ""_ba << QString() << u"New"_s << u"Leeds"_s;
        QTest::newRow("0") << "/with-merge-option/0"_ba << QString() << u"New"_s << u"Leeds"_s;
        QTest::newRow("1") << "/with-merge-option/1"_ba << u"Old"_s << u"New"_s << u"Leeds"_s;
        QTest::newRow("2") << "/with-merge-option/2"_ba << u"Old"_s << u"Old"_s << u"Leeds"_s;
        QTest::newRow("by name") << "/with-merge-option/OnlyOverwriteIfNotEmpty"_ba << u"Old"_s << u"New"_s
                                 << u"Leeds"_s;
    }

    void mergeOptions()
    {
        QFETCH(QByteArray, option);
        m_client->importContacts("Email,FIRSTNAME,LASTNAME\nm@example.net,Old,Old\n"_ba);
        m_client->importContacts("Email,FIRSTNAME,LASTNAME,CITY\nm@example.net,,New,Leeds\n"_ba,
                                 "/v2/contacts/import" + option);
        const QJsonValue stored = m_client->contact(u"m@example.net"_s).value("dataFields"_L1);
        QTEST(stored["FIRSTNAME"_L1].toString(), "firstName");
        QTEST(stored["LASTNAME"_L1].toString(), "lastName");
        QTEST(stored["CITY"_L1].toString(), "city");
    }

    void refusedFiles_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("token");
        const QByteArray csv = "Email\na@example.net\n";
        const QByteArray json = "application/json";
        const auto file = [](const QByteArray &name, const QByteArray &content) {
            return "{\"fileName\":\"" + name + "\",\"data\":\"" + content.toBase64() + "\"}";
        };
        QTest::newRow("a form") << formType << contactsForm(csv) << 202 << ""_ba;
        QTest::newRow("JSON") << json << file("people.csv"_ba, csv) << 202 << ""_ba;
        QTest::newRow("no file name")
            << formType << multipartBody({ { "name=\"file\"", csv } }) << 400 << ""_ba;
        QTest::newRow("two files") << formType
                                   << multipartBody({ { "name=\"a\"; filename=\"a.csv\"", csv },
                                                      { "name=\"b\"; filename=\"b.csv\"", csv } })
                                   << 400 << "ERROR_MULTI_FILE_UPLOAD_NOT_ALLOWED"_ba;
        QTest::newRow("no Email") << formType << contactsForm("Mail\na@example.net\n"_ba) << 400
                                  << "ERROR_NO_EMAIL_COLUMN"_ba;
        QTest::newRow("a picture") << formType << contactsForm(csv, "people.png"_ba) << 400
                                   << "ERROR_IMPORT_UNSUPPORTED_FORMAT"_ba;
        QTest::newRow("plain text") << "text/csv"_ba << csv << 400
                                    << "ERROR_CONTENT_TYPE_IS_NOT_SUPPORTED"_ba;
        QTest::newRow("too large") << formType << contactsForm("Email\n" + QByteArray(10'000'000, 'a')) << 413
                                   << ""_ba;
    }

    void refusedFiles()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const Reply reply = m_client->ask("POST"_ba, "/v2/contacts/import"_ba, body, type);
        QTEST(reply.status, "status");
        QTEST(tokenOf(reply), "token");
    }

    void endings()
    {
        m_client->setSwitch("final-status"_ba, "\"RejectedByWatchdog\""_ba);
        const QByteArray id = m_client->importContacts("Email\nw@example.net\n"_ba);
        QCOMPARE(m_client->get("/v2/contacts/import/" + id).object().value("status"_L1).toString(),
                 u"RejectedByWatchdog"_s);
        QVERIFY(m_client->contact(u"w@example.net"_s).isEmpty());
        m_client->setSwitch("final-status"_ba, "false"_ba);
        const QByteArray broken = m_client->importContacts("Email,CITY\nw@example.net,\"a\"b\n"_ba);
        QCOMPARE(m_client->get("/v2/contacts/import/" + broken).object().value("status"_L1).toString(),
                 u"InvalidFileFormat"_s);
        QCOMPARE(tokenOf(m_client->get("/v2/contacts/import/" + newGuid())), "ERROR_IMPORT_NOT_FOUND"_ba);
        m_client->setSwitch("import-delay"_ba, "3600"_ba);
        const QByteArray waiting = m_client
                                       ->ask("POST"_ba, "/v2/contacts/import"_ba,
                                             contactsForm("Email\nw@example.net\n"_ba), formType)
                                       .object()
                                       .value("id"_L1)
                                       .toString()
                                       .toLatin1();
        QCOMPARE(tokenOf(m_client->get("/v2/contacts/import/" + waiting + "/report")),
                 "ERROR_IMPORT_REPORT_NOT_FOUND"_ba);
        for (int i = 1; i < 25; ++i)
            QCOMPARE(m_client
                         ->ask("POST"_ba, "/v2/contacts/import"_ba, contactsForm("Email\nw@example.net\n"_ba),
                               formType)
                         .status,
                     202);
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, "/v2/contacts/import"_ba,
                                       contactsForm("Email\nw@example.net\n"_ba), formType)),
                 "ERROR_IMPORT_TOOMANYACTIVEIMPORTS"_ba);
    }

    void importsAreForgottenAfterAWeek()
    {
        const QByteArray id = m_client->importContacts("Email\nada@example.com\n"_ba);
        m_client->moveClock(6 * 24 * 3600);
        QCOMPARE(m_client->get("/v2/contacts/import/" + id).status, 200);
        m_client->moveClock(2 * 24 * 3600);
        QCOMPARE(m_client->get("/v2/contacts/import/" + id).status, 404);
        QCOMPARE(m_client->records("imports"_ba).size(), 1);
        m_client.reset();
        m_server.reset();
        start();
        QVERIFY(m_client->records("imports"_ba).isEmpty());
    }

    void contactsOfVersion3()
    {
        const QByteArray body
            = R"({"mergeOption":"overwriteIfNotEmpty","contacts":[)"
              R"({"matchIdentifier":"email","identifiers":{"email":"ada@example.com"},"dataFields":{"FIRSTNAME":"Augusta"},"lists":[2]},)"
              R"({"matchIdentifier":"email","identifiers":{"email":"v3@example.net","mobileNumber":"447700900999"},"dataFields":{"COMPANY_SIZE":5}},)"
              R"({"matchIdentifier":"email","identifiers":{"email":"bob@emailsim@io.com"}},)"
              R"({"matchIdentifier":"email","identifiers":{"email":"v3@example.net"}}]})"_ba;
        const Reply sent = m_client->ask("PUT"_ba, "/contacts/v3/import"_ba, body);
        QCOMPARE(sent.status, 202);
        const QByteArray path
            = "/contacts/v3/import/" + sent.object().value("importId"_L1).toString().toLatin1();
        QCOMPARE(m_client->waitForEnd(path), u"Finished"_s);
        const QJsonObject end = m_client->get(path).object();
        QCOMPARE(end.value("summary"_L1)["newContacts"_L1].toInt(), 1);
        QCOMPARE(end.value("summary"_L1)["updatedContacts"_L1].toInt(), 1);
        QCOMPARE(end.value("failures"_L1)[0]["failures"_L1][0]["failureCode"_L1].toString(),
                 u"InvalidEmail"_s);
        QCOMPARE(end.value("failures"_L1)[1]["failures"_L1][0]["failureCode"_L1].toString(), u"Duplicate"_s);
        QCOMPARE(m_client->contact(u"ada@example.com"_s).value("lists"_L1).toArray(), (QJsonArray { 2 }));
        QCOMPARE(m_client->ask("PUT"_ba, "/contacts/v3/import"_ba, "[]"_ba)
                     .object()
                     .value("errorCode"_L1)
                     .toString(),
                 u"contacts:badJson"_s);
    }

    void contactsAsJson()
    {
        const Reply sent = m_client->ask(
            "POST"_ba, "/v2/contacts/import-collection"_ba,
            R"({"contacts":[{"email":"j1@example.net","optInType":"Double","dataFields":[{"key":"FIRSTNAME","value":"Jo, J"}]},)"
            R"({"email":"nobody","dataFields":[{"key":"CITY","value":"Leeds"}]}],"addressBookIds":[2,3],"mergeOption":"OnlyOverwriteIfNotEmpty"})"_ba);
        QCOMPARE(sent.status, 202);
        const QByteArray path = "/v2/contacts/import/" + sent.object().value("id"_L1).toString().toLatin1();
        QCOMPARE(m_client->waitForEnd(path), u"Finished"_s);
        QCOMPARE(m_client->get(path + "/report").object().value("invalidEntries"_L1).toInt(), 1);
        const QJsonObject stored = m_client->contact(u"j1@example.net"_s);
        QCOMPARE(stored.value("optInType"_L1).toString(), u"Double"_s);
        QCOMPARE(stored.value("dataFields"_L1)["FIRSTNAME"_L1].toString(), u"Jo, J"_s);
        QCOMPARE(stored.value("lists"_L1).toArray(), (QJsonArray { 2, 3 }));
        QCOMPARE(tokenOf(m_client->ask("POST"_ba, "/v2/contacts/import-collection"_ba, "{}"_ba)),
                 "ERROR_PARAMETER_INVALID"_ba);
    }

    void instantImportsTakeEverything()
    {
        m_client.reset();
        m_server.reset();
        start(true);
        const QByteArray id
            = m_client->post("Shop"_ba, '[' + itemV2("A"_ba, "x@example.invalid"_ba, "{\"a\":1}"_ba) + ']');
        QCOMPARE(m_client->get(insightPath + id).object().value("status"_L1).toString(), u"Finished"_s);
        QCOMPARE(m_client->get(insightPath + id + "/report").object().value("totalImported"_L1).toInt(), 1);
        QCOMPARE(m_client->records("Shop"_ba).size(), 1);
        const QByteArray contacts = m_client->importContacts("Email\ni@example.net\n"_ba);
        QCOMPARE(m_client->get("/v2/contacts/import/" + contacts + "/report")
                     .object()
                     .value("newContacts"_L1)
                     .toInt(),
                 1);
        QVERIFY(!m_client->contact(u"i@example.net"_s).isEmpty());
    }

    void resetForgets()
    {
        const QByteArray id = m_client->importContacts("Email\nr@example.net\n"_ba);
        m_client->admin("POST"_ba, "/reset"_ba);
        QVERIFY(m_client->contact(u"r@example.net"_s).isEmpty());
        QCOMPARE(m_client->contact(u"ada@example.com"_s).value("id"_L1).toInt(), 1001);
        QCOMPARE(m_client->get("/v2/contacts/import/" + id).status, 404);
        QCOMPARE(m_client->records("collections"_ba).size(), 1);
    }

    void plantedFaults()
    {
        m_client->admin(
            "POST"_ba, "/faults"_ba,
            R"([{"service":"dotdigital","path":"*/data-fields","kind":"status","value":429}])"_ba);
        const Reply refused = m_client->get("/v2/data-fields"_ba);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.contains("x-ratelimit-reset"_ba));
        m_client->admin("POST"_ba, "/faults"_ba,
                        R"([{"service":"dotdigital","path":"*/import/Shop","kind":"loseReply"}])"_ba);
        QCOMPARE(m_client
                     ->ask("POST"_ba, insightPath + "Shop",
                           '[' + itemV2("A"_ba, "ada@example.com"_ba, "{}"_ba) + ']')
                     .status,
                 0);
        m_client->moveClock(5);
        QTRY_COMPARE(m_client->records("Shop"_ba).size(), 1);
    }

private:
    static QByteArray newGuid() { return "11111111-1111-1111-1111-111111111111"; }

    QString property(const QByteArray &name)
    {
        const QJsonObject info = m_client->get("/v2/account-info"_ba).object();
        for (const QJsonValue &each : info.value("properties"_L1).toArray())
            if (each["name"_L1].toString().toLatin1() == name)
                return each["value"_L1].toString();
        return {};
    }

    void start(bool instant = false)
    {
        Options options;
        options.dataFolder = m_folder->path();
        options.instant = instant;
        m_server = std::make_unique<Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<DotdigitalClient>(m_server->ready().line);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<DotdigitalClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeDotdigital)
#include "test_practice_dotdigital.moc"
