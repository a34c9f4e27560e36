#include "app/service/salesforce/address.h"
#include "app/service/salesforce/api.h"
#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/csv_encoder.h"
#include "app/service/salesforce/explain.h"
#include "app/service/salesforce/reasons.h"
#include "app/service/salesforce/schema_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA "/salesforce/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Schema contactSchema()
{
    return readSchema(recorded(u"describe-Contact.json"_s)).value_or(Schema());
}

QStringList namesWhere(const Schema &schema, bool Field::*flag)
{
    QStringList names;
    for (const Field &field : schema.fields) {
        if (field.*flag)
            names << field.name;
    }
    return names;
}

} // namespace

/// What needs no network: documents to schemas, records to bytes, reasons to sentences.
class TestSalesforceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesRowErrorsApart_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::addRow("one field")
            << u"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --"_s
            << u"REQUIRED_FIELD_MISSING"_s << u"Required fields are missing: [LastName]"_s << u"LastName"_s;
        QTest::addRow("two fields")
            << u"REQUIRED_FIELD_MISSING:Required fields are missing: [Company, LastName]:Company,LastName --"_s
            << u"REQUIRED_FIELD_MISSING"_s << u"Required fields are missing: [Company, LastName]"_s
            << u"Company,LastName"_s;
        QTest::addRow("field in the message")
            << u"DUPLICATE_VALUE:duplicate value found: Crm_Key__c duplicates value on record with id: 003gK00000AbCdF:--"_s
            << u"DUPLICATE_VALUE"_s
            << u"duplicate value found: Crm_Key__c duplicates value on record with id: 003gK00000AbCdF"_s
            << u"Crm_Key__c"_s;
        QTest::addRow("no field") << u"ENTITY_IS_DELETED:entity is deleted:--"_s << u"ENTITY_IS_DELETED"_s
                                  << u"entity is deleted"_s << QString();
        QTest::addRow("label, colons, comma")
            << u"INVALID_FIELD:Failed to deserialize field at col 4. Due to, '6/15/19' is not a valid value for the type xsd:date:Birthdate --"_s
            << u"INVALID_FIELD"_s
            << u"Failed to deserialize field at col 4. Due to, '6/15/19' is not a valid value for the type xsd:date"_s
            << u"Birthdate"_s;
        QTest::addRow("dashes, quote and line break inside")
            << u"FIELD_CUSTOM_VALIDATION_EXCEPTION:Say \"no\" -- or\nask: Mara --:Email --"_s
            << u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s << u"Say \"no\" -- or\nask: Mara --"_s << u"Email"_s;
        QTest::addRow("no end mark") << u"UNKNOWN_EXCEPTION:Something: happened"_s << u"UNKNOWN_EXCEPTION"_s
                                     << u"Something: happened"_s << QString();
        QTest::addRow("a code alone")
            << u"UNABLE_TO_LOCK_ROW"_s << u"UNABLE_TO_LOCK_ROW"_s << u"UNABLE_TO_LOCK_ROW"_s << QString();
        QTest::addRow("no code") << u"Something went wrong: sorry"_s << QString()
                                 << u"Something went wrong: sorry"_s << QString();
        QTest::addRow("empty") << QString() << QString() << QString() << QString();
    }
    void takesRowErrorsApart()
    {
        QFETCH(const QString, error);
        const Reason reason = rowReason(error);
        QTEST(reason.code, "code");
        QTEST(reason.text, "text");
        QTEST(reason.field, "field");
    }

    void takesRecordedErrorsApart()
    {
        const QJsonArray entries = QJsonDocument::fromJson(recorded(u"sf-error-texts.json"_s)).array();
        QVERIFY(entries.size() >= 5);
        for (const QJsonValue &entry : entries) {
            const QString error = entry["sf__Error"_L1].toString(entry["Error"_L1].toString());
            const Reason reason = rowReason(error);
            QVERIFY2(error.startsWith(reason.code + u':') && !reason.text.contains(u"--"_s),
                     qPrintable(error));
        }
    }

    void takesJobMessagesApart_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        const QString unknown = u"Field name not found : Emial"_s;
        QTest::addRow("once") << u"InvalidBatch : "_s + unknown << u"InvalidBatch"_s << unknown;
        QTest::addRow("twice") << u"InvalidBatch : InvalidBatch : "_s + unknown << u"InvalidBatch"_s
                               << unknown;
        QTest::addRow("null") << u"null:InvalidBatch : InvalidBatch : "_s + unknown << u"InvalidBatch"_s
                              << unknown;
        QTest::addRow("another code") << u"ClientInputError : LineEnding is invalid on user data."_s
                                      << u"ClientInputError"_s << u"LineEnding is invalid on user data."_s;
        QTest::addRow("no code") << u"It did not work"_s << QString() << u"It did not work"_s;
        QTest::addRow("none") << QString() << QString() << QString();
    }
    void takesJobMessagesApart()
    {
        QFETCH(const QString, message);
        QTEST(jobReason(message).code, "code");
        QTEST(jobReason(message).text, "text");
    }

    void findsWhatIsRequired_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("required");
        QTest::addRow("Contact") << u"describe-Contact.json"_s << QStringList { u"LastName"_s };
        QTest::addRow("Lead") << u"describe-Lead.json"_s << QStringList { u"LastName"_s, u"Company"_s };
        QTest::addRow("Account") << u"describe-Account.json"_s << QStringList { u"Name"_s };
    }
    void findsWhatIsRequired()
    {
        QFETCH(const QString, file);
        const auto schema = readSchema(recorded(file));
        QVERIFY(schema);
        QTEST(namesWhere(*schema, &Field::required), "required");
    }

    void readsFieldsAsDescribed()
    {
        const Schema schema = contactSchema();
        QCOMPARE(schema.object.name, u"Contact"_s);
        QCOMPARE(schema.object.labelPlural, u"Contacts"_s);
        QCOMPARE(schema.object.keyPrefix, u"003"_s);
        QVERIFY(schema.object.canCreate && schema.object.canDelete);
        QCOMPARE(namesWhere(schema, &Field::key), QStringList({ u"Id"_s, u"Email"_s }));

        const Field *lastName = schema.field(u"LastName");
        QVERIFY(lastName);
        QCOMPARE(lastName->label, u"Last Name"_s);
        QCOMPARE(lastName->length, 80);
        const Field *latitude = schema.field(u"MailingLatitude");
        QVERIFY(latitude);
        QCOMPARE(latitude->type, FieldType::Number);
        QCOMPARE(latitude->precision, 18);
        QCOMPARE(latitude->scale, 15);
        const Field *clean = schema.field(u"CleanStatus");
        QVERIFY(clean);
        QCOMPARE(clean->type, FieldType::Picklist);
        QVERIFY(clean->restricted);
        QVERIFY(clean->values.size() > 5);
        QVERIFY(!schema.field(u"LeadSource")->restricted);
        QCOMPARE(schema.field(u"AccountId")->referenceTo, QStringList { u"Account"_s });
    }

    void keepsCompoundAndComputedFieldsUnwritable()
    {
        const Schema schema = contactSchema();
        for (const auto name : { u"MailingAddress", u"OtherAddress" }) {
            const Field *address = schema.field(name);
            QVERIFY(address);
            QCOMPARE(address->type, FieldType::Unsupported);
            QVERIFY(!address->writable(Operation::Insert) && !address->writable(Operation::Update));
        }
        QVERIFY(!schema.field(u"Name")->writable(Operation::Insert));
        QVERIFY(!schema.field(u"CreatedDate")->writable(Operation::Update));
        QVERIFY(schema.field(u"Id")->writable(Operation::Update));
    }

    void takesUnknownTypesForText()
    {
        const auto schema = readSchema(R"({"name":"X","fields":[
            {"name":"A","type":"hologram","soapType":"xsd:any","createable":true,"nillable":true,"madeUp":[1]},
            {"name":"B","type":"double","soapType":"xsd:double","createable":true,"calculated":true},
            {"name":"C","type":"string","soapType":"xsd:string","createable":true,"deprecatedAndHidden":true}]})");
        QVERIFY(schema);
        QCOMPARE(schema->fields.size(), 2U);
        QCOMPARE(schema->fields[0].type, FieldType::Text);
        QCOMPARE(schema->fields[0].typeName, u"hologram"_s);
        QVERIFY(schema->fields[0].creatable);
        QVERIFY(!schema->fields[1].creatable && !schema->fields[1].required);
    }

    void recognisesOnlyItsOwnDescribe()
    {
        QVERIFY(isDescribe(recorded(u"describe-Contact.json"_s)));
        QVERIFY(isDescribe(recorded(u"describe-custom-object.json"_s)));
        QVERIFY(!isDescribe(recorded(u"describe-Global.json"_s)));
        QVERIFY(!isDescribe(R"({"requestId":"1","result":[{"id":2,"displayName":"Email"}],"success":true})"));
        QVERIFY(!isDescribe(R"([{"name":"FIRSTNAME","type":"String","visibility":"Public"}])"));
        QVERIFY(!isDescribe("<html>"));
        const auto schema = readSchema("<html>");
        QVERIFY(!schema);
        QCOMPARE(schema.error().kind, Error::Kind::BadReply);
    }

    void encodesAsTheBulkApiWants()
    {
        const CsvEncoder encoder({ u"FirstName"_s, u"LastName"_s, u"Description"_s });
        OutBuffer bytes;
        const std::vector<std::vector<std::string_view>> records {
            { "Ada", "Stone", "" },
            { " Ben", "Marsh, Jr.", "said \"no\"" },
            { "Zoë", "李", "one\r\ntwo\rthree\nfour\r" },
            { "", "", "" },
        };
        for (const auto &record : records)
            encoder.encode(0, record, bytes);
        QCOMPARE(encoder.prologue() + QByteArray(bytes.text().data(), static_cast<qsizetype>(bytes.size()))
                     + encoder.epilogue(),
                 "FirstName,LastName,Description\n"
                 "Ada,Stone,\n"
                 " Ben,\"Marsh, Jr.\",\"said \"\"no\"\"\"\n"
                 "Zoë,李,\"one\ntwo\nthree\nfour\n\"\n"
                 ",,\n"_ba);
    }

    void normalisesAddresses_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("address"); // empty: refused
        QTest::addRow("host") << u"acme.my.salesforce.com"_s << u"https://acme.my.salesforce.com"_s;
        QTest::addRow("slash") << u"https://Acme.my.salesforce.com/"_s << u"https://acme.my.salesforce.com"_s;
        QTest::addRow("page") << u"https://acme.lightning.force.com/lightning/page/home?x=1"_s
                              << u"https://acme.my.salesforce.com"_s;
        QTest::addRow("sandbox") << u"acme--dev.sandbox.lightning.force.com"_s
                                 << u"https://acme--dev.sandbox.my.salesforce.com"_s;
        QTest::addRow("practice") << u"http://127.0.0.1:4711"_s << u"http://127.0.0.1:4711"_s;
        QTest::addRow("localhost") << u"http://localhost:4711/"_s << u"http://localhost:4711"_s;
        QTest::addRow("plain http") << u"http://acme.my.salesforce.com"_s << QString();
        QTest::addRow("other scheme") << u"ftp://acme.my.salesforce.com"_s << QString();
        QTest::addRow("nothing") << QString() << QString();
    }
    void normalisesAddresses()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QString, address);
        const auto found = serverAddress(QUrl(pasted));
        QCOMPARE(found ? found->toString() : QString(), address);
        if (!found)
            QVERIFY(!found.error().sentence.isEmpty());
    }

    void pointsToRecordPages()
    {
        QCOMPARE(recordPage(QUrl(u"https://acme.my.salesforce.com"_s), u"Contact"_s, u"003gK00000AbCdEQAV"_s),
                 QUrl(u"https://acme.lightning.force.com/lightning/r/Contact/003gK00000AbCdEQAV/view"_s));
        QVERIFY(
            recordPage(QUrl(u"http://127.0.0.1:4711"_s), u"Contact"_s, u"003gK00000AbCdEQAV"_s).isEmpty());
        QVERIFY(recordPage(QUrl(u"https://acme.my.salesforce.com"_s), u"Contact"_s, QString()).isEmpty());
        QVERIFY(recordPage(QUrl(u"https://acme.my.salesforce.com"_s), u"Contact"_s, u"../../logout?x=1234"_s)
                    .isEmpty());
    }

    void readsTheLimitHeader_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("most");
        QTest::addRow("alone") << "api-usage=10018/100000"_ba << 10018 << 100000;
        QTest::addRow("with another")
            << "per-app-api-usage=17/250(appName=x), api-usage=25/5000"_ba << 25 << 5000;
        QTest::addRow("only another") << "per-app-api-usage=17/250(appName=x)"_ba << -1 << -1;
        QTest::addRow("absent") << ""_ba << -1 << -1;
    }
    void readsTheLimitHeader()
    {
        QFETCH(const QByteArray, header);
        const auto usage = usageFrom(header).value_or(ApiUsage { -1, -1 });
        QTEST(int(usage.used), "used");
        QTEST(int(usage.most), "most");
    }

    void readsAnyErrorBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("code");
        QTest::addRow("array") << recorded(u"expired-session.json"_s) << 1 << u"INVALID_SESSION_ID"_s;
        QTest::addRow("object") << R"({"message":"m","errorCode":"X"})"_ba << 1 << u"X"_s;
        QTest::addRow("status code") << R"([{"statusCode":"A","message":"m"},{"statusCode":"B"}])"_ba << 2
                                     << u"A"_s;
        QTest::addRow("page") << "<html>Bad gateway</html>"_ba << 0 << QString();
        QTest::addRow("text") << "Bad_OAuth_Token"_ba << 0 << QString();
        QTest::addRow("empty") << ""_ba << 0 << QString();
    }
    void readsAnyErrorBody()
    {
        QFETCH(const QByteArray, body);
        const auto faults = faultsIn(body);
        QTEST(int(faults.size()), "count");
        QTEST(faults.empty() ? QString() : faults.front().code, "code");
    }

    void comparesCodesInBothSpellings()
    {
        QVERIFY(sameCode(u"INVALIDJOBSTATE", u"InvalidJobState"));
        QVERIFY(sameCode(u"EXCEEDED_QUOTA", u"ExceededQuota"));
        QVERIFY(!sameCode(u"INVALIDJOB", u"InvalidJobState"));
    }

    void explainsInPlainWords_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("required") << u"REQUIRED_FIELD_MISSING:x:LastName --"_s
                                  << u"Last Name is empty, but Salesforce needs it"_s;
        QTest::addRow("two required") << u"REQUIRED_FIELD_MISSING:x:LastName,Email --"_s
                                      << u"These are empty, but Salesforce needs them: Last Name, Email"_s;
        QTest::addRow("too long") << u"STRING_TOO_LONG:x:LastName --"_s
                                  << u"Last Name is too long (max 80)"_s;
        QTest::addRow("too long, unknown field")
            << u"STRING_TOO_LONG:x:New__c --"_s << u"New__c is too long"_s;
        QTest::addRow("e-mail") << u"INVALID_EMAIL_ADDRESS:Email: invalid email address: ben@:Email --"_s
                                << u"Not a valid e-mail address"_s;
        QTest::addRow("list") << u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:x:CleanStatus --"_s
                              << u"The value is not on the list for Clean Status"_s;
        QTest::addRow("duplicate rule") << u"DUPLICATES_DETECTED:Use one of these records?:--"_s
                                        << u"A record like this already exists (duplicate rule)"_s;
        QTest::addRow("unique") << u"DUPLICATE_VALUE:x:Email --"_s
                                << u"Email must be unique; this value is taken"_s;
        QTest::addRow("admin") << u"FIELD_CUSTOM_VALIDATION_EXCEPTION:Ask Mara first:--"_s
                               << u"Your Salesforce says: Ask Mara first"_s;
        QTest::addRow("date") << u"INVALID_FIELD:x:Birthdate --"_s << u"Birthdate is not a date"_s;
        QTest::addRow("number") << u"INVALID_FIELD:x:MailingLatitude --"_s
                                << u"Mailing Latitude is not a number"_s;
        QTest::addRow("parent")
            << u"INVALID_FIELD:Foreign key external ID: c9 not found for field K in entity A:--"_s
            << u"No A with K = c9"_s;
        QTest::addRow("parent in another language")
            << u"INVALID_FIELD:Externe ID des Fremdschlüssels nicht gefunden:--"_s
            << u"The record that the row points to was not found"_s;
        QTest::addRow("no such field")
            << u"INVALID_FIELD:No such column 'Emial' on sobject of type Contact:--"_s
            << u"Salesforce does not know the field Emial any more"_s;
        QTest::addRow("reference") << u"INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--"_s
                                   << u"The row points to a record that does not exist"_s;
        QTest::addRow("id") << u"MALFORMED_ID:bad id x:AccountId --"_s << u"Account ID is not a record id"_s;
        QTest::addRow("lock") << u"UNABLE_TO_LOCK_ROW:x:--"_s << u"The record was busy"_s;
        QTest::addRow("unknown code") << u"QUITE_NEW:Nobody knows:Email --"_s << u"Nobody knows"_s;
        QTest::addRow("no pattern") << u"free text"_s << u"free text"_s;
    }
    void namesTheValueAndTheFields_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("ofMany");
        QTest::addColumn<QStringList>("fields");
        const auto row
            = [](const char *name, const QString &error, const QString &sentence, const QString &ofMany,
                 const QStringList &fields) { QTest::newRow(name) << error << sentence << ofMany << fields; };
        row("list",
            u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Clean Status: bad value for restricted picklist field: "
            u"Foo:CleanStatus --"_s,
            u"“Foo” is not on the list for Clean Status"_s,
            u"The value is not on the list for Clean Status"_s, { u"CleanStatus"_s });
        row("list, in another language",
            u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Clean Status: Ungültiger Wert für das "
            u"Auswahllistenfeld: "
            u"a: b:CleanStatus --"_s,
            u"“a: b” is not on the list for Clean Status"_s,
            u"The value is not on the list for Clean Status"_s, { u"CleanStatus"_s });
        row("date",
            u"INVALID_FIELD:Failed to deserialize field at col 4. Due to, '6/15/19' is not a valid value for "
            u"the type xsd:date:Birthdate --"_s,
            u"“6/15/19” is not a date"_s, u"Birthdate is not a date"_s, { u"Birthdate"_s });
        row("whole number of an unknown field",
            u"INVALID_FIELD:Failed to deserialize field at col 2. Due to, '12.0' is not a valid value for "
            u"the "
            u"type xsd:int:New__c --"_s,
            u"“12.0” is not a whole number"_s, u"New__c is not a whole number"_s, { u"New__c"_s });
        row("number",
            u"INVALID_TYPE_ON_FIELD_IN_RECORD:Mailing Latitude: value not of required type: north:"
            u"MailingLatitude --"_s,
            u"“north” is not a number"_s, u"Mailing Latitude is not a number"_s, { u"MailingLatitude"_s });
        row("parent",
            u"INVALID_FIELD:Foreign key external ID: nobody@acme.example not found for field Email in "
            u"entity User:--"_s,
            u"No user with Email = nobody@acme.example"_s, u"No user with this Email"_s,
            { u"Owner.Email"_s });
        row("parent of a custom object",
            u"INVALID_FIELD:Foreign key external ID: c9 not found for field K__c in entity Shop__c:--"_s,
            u"No Shop__c with K__c = c9"_s, u"No Shop__c with this K__c"_s, {});
        row("required, by the text alone",
            u"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:--"_s,
            u"Last Name is empty, but Salesforce needs it"_s, {}, { u"LastName"_s });
        row("too long, by the label alone",
            u"STRING_TOO_LONG:Last Name: data value too large: Aaaa (max length=80):--"_s,
            u"Last Name is too long (max 80)"_s, {}, { u"LastName"_s });
        row("not writable, by the text alone",
            u"INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: CreatedDate. Please check the "
            u"security settings of this field.:--"_s,
            u"You may not set Created Date"_s, {}, { u"CreatedDate"_s });
        row("unique",
            u"DUPLICATE_VALUE:duplicate value found: Email duplicates value on record with id: "
            u"003gK00000AbCdF:--"_s,
            u"Email must be unique; this value is taken"_s, {}, { u"Email"_s });
        row("twice in a call", u"DUPLICATE_VALUE:Duplicate external id specified: K-17:Email --"_s,
            u"Email must be unique; “K-17” came twice"_s, u"Email must be unique; this value came twice"_s,
            { u"Email"_s });
        row("several",
            u"DUPLICATE_EXTERNAL_ID:Email: more than one record found for external id field: "
            u"[003gK00000AbCdE, 003gK00000AbCdF]:--"_s,
            u"Email matches more than one record"_s, {}, { u"Email"_s });
        row("another kind of record",
            u"FIELD_INTEGRITY_EXCEPTION:Account ID: id value of incorrect type: 003gK00000AbCdEQAV:AccountId --"_s,
            u"Account ID points to another kind of record"_s, {}, { u"AccountId"_s });
        row("state and country",
            u"FIELD_INTEGRITY_EXCEPTION:There's a problem with this state.:MailingCity --"_s,
            u"Your Salesforce says: There's a problem with this state."_s, {}, { u"MailingCity"_s });
    }
    void namesTheValueAndTheFields()
    {
        QFETCH(const QString, error);
        const Explanation why = explain(rowReason(error), contactSchema());
        QTEST(why.sentence, "sentence");
        QTEST(why.ofMany, "ofMany");
        QTEST(why.fields, "fields");
        QCOMPARE(why.general(), why.ofMany.isEmpty() ? why.sentence : why.ofMany);
    }

    /// Every code of the contract has words of its own, and a cure or none but by intent.
    void hasWordsForEveryCode_data()
    {
        QTest::addColumn<QString>("code");
        constexpr const char *codes[] {
            "REQUIRED_FIELD_MISSING",
            "INVALID_EMAIL_ADDRESS",
            "STRING_TOO_LONG",
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "INVALID_FIELD",
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            "NUMBER_OUTSIDE_VALID_RANGE",
            "DUPLICATES_DETECTED",
            "DUPLICATE_VALUE",
            "DUPLICATE_EXTERNAL_ID",
            "UNABLE_TO_LOCK_ROW",
            "ENTITY_IS_DELETED",
            "INVALID_CROSS_REFERENCE_KEY",
            "MALFORMED_ID",
            "FIELD_INTEGRITY_EXCEPTION",
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            "FIELD_FILTER_VALIDATION_EXCEPTION",
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "CANNOT_UPDATE_CONVERTED_LEAD",
            "INACTIVE_OWNER_OR_USER",
            "MISSING_ARGUMENT",
            "KEY_NOT_IN_ADDRESS",
            "INVALID_ID_FIELD",
            "DELETE_FAILED",
            "LIMIT_EXCEEDED",
            "INVALID_CURRENCY_ISO",
            "STORAGE_LIMIT_EXCEEDED",
            "TXN_SECURITY_METERING_ERROR",
            "UNKNOWN_EXCEPTION",
            "ALL_OR_NONE_OPERATION_ROLLED_BACK", // rows
            "InternalServerError",
            "Timeout",
            "TooManyLockFailure",
            "ExceededQuota",
            "InvalidBatch",
            "ClientInputError", // parts
            "EXCEEDEDQUOTA",
            "EXCEEDED_QUOTA",
            "FEATURENOTENABLED",
            "INVALIDJOB",
            "INVALIDENTITY",
            "INVALIDJOBSTATE",
            "INVALIDOPERATION",
            "INVALIDURL",
            "INVALID_SESSION_ID",
            "INVALIDUSER",
            "METHOD_NOT_ALLOWED",
            "NOT_FOUND",
            "TIMEOUT",
            "TOOMANYLOCKFAILURE",
            "UNKNOWN",
            "REQUEST_LIMIT_EXCEEDED",
            "API_DISABLED_FOR_ORG",
            "API_CURRENTLY_DISABLED",
            "INSUFFICIENT_ACCESS",
            "FUNCTIONALITY_NOT_ENABLED",
            "EXCEEDED_MAX_SIZE_REQUEST",
            "EXCEEDED_ID_LIMIT",
            "UNSUPPORTED_MEDIA_TYPE",
            "JSON_PARSER_ERROR",
            "SERVER_UNAVAILABLE",
            "QUERY_TIMEOUT",
            "INVALID_TYPE",
            "INVALID_INPUT" // calls
        };
        for (const char *code : codes)
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void hasWordsForEveryCode()
    {
        QFETCH(const QString, code);
        const QString said = u"the service's own words"_s;
        for (const QString &field : { QString(), u"LastName"_s }) {
            const Explanation why = explain({ .code = code, .field = field, .text = said }, contactSchema());
            QVERIFY2(why.sentence != said && !why.sentence.isEmpty(), qPrintable(why.sentence));
            QVERIFY2(!why.sentence.contains(code) && !why.sentence.contains(u"%1"_s),
                     qPrintable(why.sentence));
            QVERIFY(why.sentence.at(0).isUpper());
        }
    }

    void explainsInPlainWords()
    {
        QFETCH(const QString, error);
        QTEST(explain(rowReason(error), contactSchema()).sentence, "sentence");
    }

    void explainsARefusedPart()
    {
        const auto why
            = explain(jobReason(u"InvalidBatch : InvalidBatch : Field name not found : Email"_s), Schema());
        QCOMPARE(why.sentence, u"Salesforce does not know the field Email any more"_s);
        QVERIFY(!why.cure.isEmpty());
        QVERIFY(explain(jobReason(u"ClientInputError : LineEnding is invalid on user data."_s), Schema())
                    .sentence.contains(u"LineEnding is invalid"_s));
        const auto said
            = [](const QString &message) { return explain(jobReason(message), Schema()).sentence; };
        QCOMPARE(
            said(
                u"null:InvalidBatch : InvalidBatch : Field name not found : Name. Batch will not be retried."_s),
            u"Salesforce does not know the field Name any more"_s);
        QVERIFY(said(u"InvalidBatch : InvalidBatch : The 'delete' batch must contain only ids."_s)
                    .contains(u"record ids"_s));
        QVERIFY(said(u"InternalServerError : Unable to process. Tried more than 10 times"_s)
                    .contains(u"took too long"_s));
        QCOMPARE(said(u"TooManyLockFailure : Too many lock failure. Trying again later."_s),
                 u"The record was busy"_s);
        QVERIFY(said(u"ExceededQuota : ApiBatchItems Limit exceeded."_s).contains(u"used up"_s));
    }
};

} // namespace rowlift::salesforce

QTEST_GUILESS_MAIN(rowlift::salesforce::TestSalesforceWords)
#include "test_salesforce_words.moc"
