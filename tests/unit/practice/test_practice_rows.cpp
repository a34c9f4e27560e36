#include "app/practice/server.h"
#include "tests/unit/practice/practice_client.h"

#include <QJsonArray>
#include <QTest>

using namespace rowlift::practice;
using namespace Qt::StringLiterals;

/// The rules that a row must pass, one upload for each.
class TestPracticeRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString error;
        QVERIFY2(m_server.start(&error), qPrintable(error));
        m_client = std::make_unique<PracticeClient>(m_server.ready().line);
    }

    void init()
    {
        QCOMPARE(m_client->admin("POST"_ba, "/reset"_ba).status, 200);
        m_contact = m_client->records("Contact"_ba).first().value("Id"_L1).toString().toLatin1();
    }

    void rowIsRefused_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("error");
        const QByteArray insert = "insert";
        QTest::newRow("required")
            << insert << "FirstName,LastName"_ba
            << "Ada,"_ba
            << "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --"_ba;
        QTest::newRow("required is null")
            << "update"_ba
            << "Id,LastName"_ba
            << "@CONTACT@,#N/A"_ba
            << "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --"_ba;
        QTest::newRow("e-mail") << insert << "LastName,Email"_ba
                                << "S,ben@"_ba
                                << "INVALID_EMAIL_ADDRESS:Email: invalid email address: ben@:Email --"_ba;
        QTest::newRow("length")
            << insert << "LastName,Member_Number__c"_ba
            << "S,123456789012345678901"_ba
            << "STRING_TOO_LONG:Member Number: data value too large: 123456789012345678901 (max length=20):Member_Number__c --"_ba;
        QTest::newRow("length in UTF-16")
            << insert << "LastName,Member_Number__c"_ba
            << "S,\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80+"_ba
            << "STRING_TOO_LONG:"_ba;
        QTest::newRow("date")
            << insert << "LastName,Birthdate"_ba
            << "S,6/15/19"_ba
            << "INVALID_FIELD:Failed to deserialize field at col 1. Due to, '6/15/19' is not a valid value for the type xsd:date:Birthdate --"_ba;
        QTest::newRow("no such day") << insert << "LastName,Birthdate"_ba
                                     << "S,2023-02-29"_ba
                                     << "INVALID_FIELD:"_ba;
        QTest::newRow("date and time without T") << insert << "LastName,EmailBouncedDate"_ba
                                                 << "S,2024-01-01 10:00:00Z"_ba
                                                 << "INVALID_FIELD:"_ba;
        QTest::newRow("boolean")
            << insert << "LastName,DoNotCall"_ba
            << "S,yes"_ba
            << "INVALID_FIELD:Failed to deserialize field at col 1. Due to, 'yes' is not a valid value for the type xsd:boolean:DoNotCall --"_ba;
        QTest::newRow("number") << insert << "LastName,Score__c"_ba
                                << "S,\"1,5\""_ba
                                << "INVALID_FIELD:"_ba;
        QTest::newRow("number too large")
            << insert << "LastName,Score__c"_ba
            << "S,100000"_ba
            << "NUMBER_OUTSIDE_VALID_RANGE:Score: value outside of valid range on numeric field: 100000:Score__c --"_ba;
        QTest::newRow("the word null") << insert << "LastName,Score__c"_ba
                                       << "S,null"_ba
                                       << "INVALID_FIELD:"_ba;
        QTest::newRow("restricted list")
            << insert << "LastName,MailingCountryCode"_ba
            << "S,Germany"_ba
            << "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Mailing Country Code: bad value for restricted picklist field: Germany:MailingCountryCode --"_ba;
        QTest::newRow("unique")
            << insert << "LastName,Crm_Key__c"_ba
            << "S,k-seed-1"_ba
            << "DUPLICATE_VALUE:duplicate value found: Crm_Key__c duplicates value on record with id: @CONTACT15@:--"_ba;
        QTest::newRow("lookup")
            << insert << "LastName,Account.Crm_Key__c"_ba
            << "S,ACC-99"_ba
            << "INVALID_FIELD:Foreign key external ID: ACC-99 not found for field Crm_Key__c in entity Account:--"_ba;
        QTest::newRow("id form") << insert << "LastName,AccountId"_ba
                                 << "S,NotAnId"_ba
                                 << "MALFORMED_ID:bad id NotAnId:AccountId --"_ba;
        QTest::newRow("id checksum") << insert << "LastName,AccountId"_ba
                                     << "S,001gK0000000001AAZ"_ba
                                     << "MALFORMED_ID:bad id 001gK0000000001AAZ:AccountId --"_ba;
        QTest::newRow("id of another object")
            << insert << "LastName,AccountId"_ba
            << "S,@CONTACT@"_ba
            << "FIELD_INTEGRITY_EXCEPTION:Account ID: id value of incorrect type: @CONTACT@:AccountId --"_ba;
        QTest::newRow("id of nothing") << insert << "LastName,AccountId"_ba
                                       << "S,001gK00000zzzzz"_ba
                                       << "INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--"_ba;
        QTest::newRow("update without id") << "update"_ba
                                           << "Id,LastName"_ba
                                           << ",S"_ba
                                           << "MISSING_ARGUMENT:Id not specified in an update call:--"_ba;
        QTest::newRow("update of nothing") << "update"_ba
                                           << "Id,LastName"_ba
                                           << "003gK00000zzzzz,S"_ba
                                           << "INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--"_ba;
        QTest::newRow("delete with an account's id")
            << "delete"_ba
            << "Id"_ba
            << "001gK0000000001"_ba
            << "MALFORMED_ID:Contact ID: id value of incorrect type: 001gK0000000001:Id --"_ba;
        QTest::newRow("columns") << insert << "LastName,FirstName"_ba
                                 << "S"_ba
                                 << "INVALID_FIELD:The row has 1 columns"_ba;
        QTest::newRow("blank before a quote") << insert << "LastName,FirstName"_ba
                                              << "S, \"Ada\""_ba
                                              << "INVALID_FIELD:Failed to parse the row"_ba;
    }

    void rowIsRefused()
    {
        QFETCH(QByteArray, operation);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, error);
        const QByteArray id = finished(operation, header + '\n' + filled("row") + '\n');
        const QList<QByteArrayList> rows = parsedResult(m_client->result(id, "failedResults"_ba));
        QCOMPARE(rows.size(), 2);
        error.replace("@CONTACT15@", m_contact.left(15)).replace("@CONTACT@", m_contact);
        QVERIFY2(rows[1][1].startsWith(error), rows[1][1].constData());
        QVERIFY(!error.endsWith("--") || rows[1][1] == error);
        QCOMPARE(m_client->result(id, "successfulResults"_ba).count('\n'), 1);
    }

    void rowIsTaken_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const QByteArray insert = "insert";
        QTest::newRow("boolean") << insert << "LastName,DoNotCall"_ba
                                 << "S,TRUE"_ba << u"DoNotCall"_s << QJsonValue(true);
        QTest::newRow("number is cut") << insert << "LastName,Score__c"_ba
                                       << "S,12.9"_ba << u"Score__c"_s << QJsonValue(12);
        QTest::newRow("exponent") << insert << "LastName,Score__c"_ba
                                  << "S,1.2e3"_ba << u"Score__c"_s << QJsonValue(1200);
        QTest::newRow("date") << insert << "LastName,Birthdate"_ba
                              << "S,1990-02-28"_ba << u"Birthdate"_s << QJsonValue(u"1990-02-28"_s);
        QTest::newRow("time with offset") << insert << "LastName,EmailBouncedDate"_ba
                                          << "S,2024-01-01T10:00:00+02:00"_ba << u"EmailBouncedDate"_s
                                          << QJsonValue(u"2024-01-01T08:00:00.000+0000"_s);
        QTest::newRow("twenty UTF-16 units")
            << insert << "LastName,Member_Number__c"_ba
            << "S,\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC"_ba
            << u"Member_Number__c"_s << QJsonValue(u"üüüüüüüüüüüüüüüüüüüü"_s);
        QTest::newRow("lookup by key")
            << insert << "LastName,Account.Crm_Key__c"_ba
            << "S,ACC-1"_ba << u"AccountId"_s << QJsonValue(u"001gK0000000001QAA"_s);
        QTest::newRow("owner by e-mail") << insert << "LastName,Owner.Email"_ba
                                         << "S,mara@acme.example"_ba << u"LastName"_s << QJsonValue(u"S"_s);
        QTest::newRow("blank keeps") << "update"_ba
                                     << "Id,FirstName"_ba
                                     << "@CONTACT@,"_ba << u"FirstName"_s << QJsonValue(u"Ada"_s);
        QTest::newRow("null clears") << "update"_ba
                                     << "Id,FirstName"_ba
                                     << "@CONTACT@,#N/A"_ba << u"FirstName"_s
                                     << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("any case of the header") << insert << "LASTNAME"_ba
                                                << "S"_ba << u"LastName"_s << QJsonValue(u"S"_s);
        QTest::newRow("free list") << insert << "LastName,LeadSource"_ba
                                   << "S,Fair 2026"_ba << u"LeadSource"_s << QJsonValue(u"Fair 2026"_s);
    }

    void rowIsTaken()
    {
        QFETCH(QByteArray, operation);
        QFETCH(QByteArray, header);
        QFETCH(QString, field);
        const QByteArray id = finished(operation, header + '\n' + filled("row") + '\n');
        const QList<QByteArrayList> rows = parsedResult(m_client->result(id, "successfulResults"_ba));
        QVERIFY2(rows.size() == 2, m_client->result(id, "failedResults"_ba).constData());
        for (const QJsonObject &record : m_client->records("Contact"_ba))
            if (record.value("Id"_L1).toString().toLatin1() == rows[1][0])
                QTEST(record.value(field), "value");
    }

    void lockedRowsComeAsTold()
    {
        m_client->admin("POST"_ba, "/switches"_ba, "{\"lock-share\":100}"_ba);
        const QByteArray id = finished("insert"_ba, "LastName\nS\n"_ba);
        m_client->admin("POST"_ba, "/switches"_ba, "{\"lock-share\":false}"_ba);
        QVERIFY(m_client->result(id, "failedResults"_ba)
                    .contains("UNABLE_TO_LOCK_ROW:unable to obtain exclusive access"));
    }

    void miscasedColumnsComeBackBlankAndSorted()
    {
        m_client->admin("POST"_ba, "/switches"_ba, "{\"blank-miscased\":true,\"sorted-columns\":true}"_ba);
        const QByteArray id = finished("insert"_ba, "LastName,FIRSTNAME\nStone,Ada\n"_ba);
        m_client->admin("POST"_ba, "/switches"_ba, "{\"blank-miscased\":false,\"sorted-columns\":false}"_ba);
        const QByteArray result = m_client->result(id, "successfulResults"_ba);
        QVERIFY(result.startsWith("\"sf__Id\",\"sf__Created\",FIRSTNAME,LastName\n"));
        QVERIFY(result.endsWith(",\"true\",\"\",\"Stone\"\n"));
    }

private:
    QByteArray finished(const QByteArray &operation, const QByteArray &csv)
    {
        return m_client->run("{\"object\":\"Contact\",\"operation\":\"" + operation + "\"}", csv)
            .value("id"_L1)
            .toString()
            .toLatin1();
    }

    QByteArray filled(const char *column) const
    {
        QByteArray text = *static_cast<QByteArray *>(QTest::qData(column, QMetaType::QByteArray));
        return text.replace("@CONTACT@", m_contact);
    }

    Server m_server { Options() };
    std::unique_ptr<PracticeClient> m_client;
    QByteArray m_contact;
};

QTEST_GUILESS_MAIN(TestPracticeRows)
#include "test_practice_rows.moc"
