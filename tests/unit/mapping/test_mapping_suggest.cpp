#include "app/csv/detect.h"
#include "app/csv/record_index.h"
#include "app/mapping/mapping.h"
#include "tests/unit/mapping/describe_for_tests.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

ColumnLook column(const QString &name, const QStringList &examples = {})
{
    ColumnLook look;
    look.name = name;
    look.examples = examples;
    const bool emails = !examples.isEmpty()
        && std::ranges::all_of(examples, [](const QString &example) { return example.contains(u'@'); });
    look.kind = emails ? ColumnKind::Email : ColumnKind::Text;
    return look;
}

Schema contact()
{
    return testing::schemaFromDescribe(
        QStringLiteral(ROWLIFT_TEST_DATA "/mapping/targets/salesforce-Contact.json"));
}

Field parentKey(const QString &name, const QString &label, const QString &standsFor,
                FieldType type = FieldType::Text)
{
    Field field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.standsFor = standsFor;
    field.creatable = field.updatable = true;
    field.clearable = false;
    return field;
}

/// Contacts whose owner and account can be named by keys.
Schema contactWithParents()
{
    Schema schema = contact();
    schema.fields.push_back(parentKey(u"Account.Crm_Key__c"_s, u"Account: CRM key"_s, u"AccountId"_s));
    schema.fields.push_back(parentKey(u"Owner.Username"_s, u"Owner: Username"_s, u"OwnerId"_s));
    schema.fields.push_back(parentKey(u"Owner.Email"_s, u"Owner: Email"_s, u"OwnerId"_s, FieldType::Email));
    return schema;
}

QStringList fieldsOf(const std::vector<ColumnLook> &columns, const Schema &schema,
                     Operation operation = Operation::Insert)
{
    QStringList fields;
    for (const ColumnMapping &mapped : suggestMapping(columns, schema, operation).columns)
        fields.append(mapped.field);
    return fields;
}

/// The columns of a CSV file as the window and the command line look at them.
std::vector<ColumnLook> looksOf(const QString &path)
{
    auto source = FileSource::open(path);
    if (!source)
        return {};
    const auto guess = detectDialect(**source);
    if (!guess)
        return {};
    const auto header = readRows(**source, guess->dialect, { {} }, guess->dialect.headerRecord, 1);
    const auto rows = readRows(**source, guess->dialect, { {} }, guess->dialect.firstDataRecord(), 200);
    if (!header || header->empty() || !rows)
        return {};
    return lookAtColumns(header->front().cells, *rows);
}

QJsonObject jsonOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestMappingSuggest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsOneColumn_data();
    void mapsOneColumn();
    void givesAFieldOnce();
    void namesParentsByTheirKeys_data();
    void namesParentsByTheirKeys();
    void prefersOwnFieldsToKeysOfParents();
    void setsAParentOnce();
    void prefersTheMainPhone();
    void keepsAddressesApart();
    void readsNameBesideOthers();
    void valuesOverruleNames();
    void turnsConsentRoundButNeverCrossesIt();
    void sendsCodesToTheCodeField();
    void saysWhy();
    void offersBelowTheThreshold();
    void guessesForOneColumn();
    void decidesDateOrder_data();
    void decidesDateOrder();
    void decidesDecimalSign();
    void mapsTheSampleWithoutHelp();
    void mapsKnownExports();
};

void TestMappingSuggest::mapsOneColumn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("examples");
    QTest::addColumn<QString>("field");
    const auto row = [](const QString &name, const QStringList &examples, const QString &field) {
        QTest::newRow(qUtf8Printable(name)) << name << examples << field;
    };
    row(u"Vorname"_s, { u"Anna"_s }, u"FirstName"_s);
    row(u"PRÉNOM"_s, { u"Anaïs"_s }, u"FirstName"_s);
    row(u"Last Name"_s, { u"Stone1"_s, u"Müller 22"_s }, u"LastName"_s);
    // A field's own name wins over what values look like, unless its type could not take them.
    row(u"last name"_s, { u"K-100001"_s, u"K-100002"_s }, u"LastName"_s);
    row(u"First Name"_s, { u"A0"_s, u"A1"_s, u"A44999"_s }, u"FirstName"_s);
    row(u"FirstName"_s, { u"0"_s, u"1"_s }, u"FirstName"_s);
    row(u"Mailing City"_s, { u"123"_s }, u"MailingCity"_s);
    row(u"Business Phone"_s, { u"ask Anna"_s }, u"Phone"_s);
    row(u"Surname"_s, { u"K-100001"_s, u"K-100002"_s }, {}); // another word for it does not
    row(u"Email"_s, { u"A0"_s, u"A1"_s }, {});
    row(u"Birthdate"_s, { u"A0"_s, u"A1"_s }, {});
    row(u"Strasse"_s, { u"Am Hafen 3"_s }, u"MailingStreet"_s);
    row(u"Straße / Hausnr."_s, { u"Am Hafen 3"_s }, {});
    row(u"Geburtsdatum"_s, { u"03.04.1988"_s }, u"Birthdate"_s);
    row(u"fecha de nacimiento"_s, {}, u"Birthdate"_s);
    row(u"Numer telefonu"_s, { u"+48 30 555 00 00"_s }, u"Phone"_s);
    row(u"携帯電話"_s, { u"090-1234-5678"_s }, u"MobilePhone"_s);
    row(u"E-mail adress"_s, { u"a@example.com"_s }, u"Email"_s);
    row(u"Adress"_s, { u"Storgatan 3"_s }, u"MailingStreet"_s);
    row(u"Compnay"_s, { u"Acme"_s }, {}); // The object has no such field.
    row(u"Frist Name"_s, { u"Anna"_s }, u"FirstName"_s);
    row(u"form_name"_s, { u"Guide"_s }, {});
    row(u"interne Notiz"_s, { u"VIP"_s }, {});
    row(u"Created Date"_s, { u"2026-01-01"_s }, {}); // Read-only.
    row(u"Manager's Email"_s, { u"boss@example.com"_s }, {});
    row(u"E-mail 2 Address"_s, { u"a@example.com"_s }, {});
    row(u"Geburtsort"_s, { u"Leipzig"_s }, {});
    row(u"Id"_s, { u"0038c00002hMS4mAAG"_s }, {}); // Given by the service when a record is added.
    row(u"#"_s, { u"12345"_s }, {});
    row(u"Newsletter abbestellt"_s, { u"ja"_s, u"nein"_s }, u"HasOptedOutOfEmail"_s);
    row(u"SMS opt-out"_s, { u"yes"_s }, {});
    row(u"Status"_s, { u"subscribed"_s }, {});
    row(u"Address 1 - City"_s, { u"Oslo"_s }, u"MailingCity"_s);
    row(u"Address 1 - Country"_s, { u"NO"_s }, u"MailingCountry"_s); // Norway.
    row(u"Default Address Company"_s, { u"Acme"_s }, {});
    row(u"URL"_s, { u"https://www.linkedin.com/in/x"_s }, u"LinkedIn_URL__c"_s);
    row(u"LinkedIn Contact Profile URL"_s, {}, u"LinkedIn_URL__c"_s);
    row(u"Organization Title"_s, { u"CTO"_s }, u"Title"_s);
}

void TestMappingSuggest::mapsOneColumn()
{
    QFETCH(QString, name);
    QFETCH(QStringList, examples);
    QFETCH(QString, field);
    QCOMPARE(fieldsOf({ column(name, examples) }, contact()), QStringList { field });
}

void TestMappingSuggest::givesAFieldOnce()
{
    const auto fields
        = fieldsOf({ column(u"Vorname"_s), column(u"Prénom"_s), column(u"FirstName"_s) }, contact());
    QCOMPARE(fields, (QStringList { {}, {}, u"FirstName"_s }));
}

void TestMappingSuggest::namesParentsByTheirKeys_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("examples");
    QTest::addColumn<QString>("field");
    const QStringList rep { u"rep@acme.example"_s };
    const auto row = [](const QString &name, const QStringList &examples, const QString &field) {
        QTest::newRow(qUtf8Printable(name)) << name << examples << field;
    };
    row(u"Owner.Email"_s, rep, u"Owner.Email"_s);
    row(u"Owner email"_s, rep, u"Owner.Email"_s);
    row(u"Owner: Email"_s, rep, u"Owner.Email"_s);
    row(u"Kontoinhaber E-Mail"_s, rep, u"Owner.Email"_s);
    row(u"E-Mail des Inhabers"_s, rep, u"Owner.Email"_s);
    row(u"Owner"_s, rep, u"Owner.Email"_s);
    row(u"Contact owner username"_s, {}, u"Owner.Username"_s);
    row(u"Account key"_s, { u"ACC-17"_s }, u"Account.Crm_Key__c"_s);
    row(u"Firma Schlüssel"_s, { u"ACC-17"_s }, u"Account.Crm_Key__c"_s);
    row(u"Owner"_s + u' ', { u"Anna"_s }, {}); // a name is no key
    row(u"Fax owner"_s, {}, {});
}

void TestMappingSuggest::namesParentsByTheirKeys()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, examples);
    QFETCH(const QString, field);
    QCOMPARE(fieldsOf({ column(name, examples) }, contactWithParents()), QStringList { field });
}

void TestMappingSuggest::prefersOwnFieldsToKeysOfParents()
{
    Schema schema = contactWithParents();
    // Where the object has none of its own, an address is still nobody else's.
    std::erase_if(schema.fields, [](const Field &field) { return field.name == "Email"_L1; });
    const QStringList people { u"ada@example.com"_s };
    QCOMPARE(fieldsOf({ column(u"Email"_s, people) }, schema), QStringList { QString() });
    QCOMPARE(fieldsOf({ column(u"spalte 1"_s, people) }, schema), QStringList { QString() });

    schema = contactWithParents();
    QCOMPARE(fieldsOf({ column(u"Email"_s, people) }, schema), QStringList { u"Email"_s });
    Field own;
    own.name = u"Owner_Email__c"_s;
    own.label = u"Owner email"_s;
    own.type = FieldType::Email;
    own.creatable = true;
    schema.fields.push_back(own);
    QCOMPARE(fieldsOf({ column(u"Owner email"_s, people) }, schema), QStringList { u"Owner_Email__c"_s });
}

void TestMappingSuggest::setsAParentOnce()
{
    const QStringList fields
        = fieldsOf({ column(u"OwnerId"_s), column(u"Owner.Email"_s), column(u"Owner.Username"_s) },
                   contactWithParents());
    QCOMPARE(fields, QStringList({ u"OwnerId"_s, QString(), QString() }));
    QCOMPARE(fieldsOf({ column(u"Owner.Email"_s), column(u"Owner.Username"_s) }, contactWithParents()),
             QStringList({ u"Owner.Email"_s, QString() }));
}

void TestMappingSuggest::prefersTheMainPhone()
{
    const QStringList numbers { u"+49 30 23125 100"_s };
    const auto fields
        = fieldsOf({ column(u"Phone"_s, numbers), column(u"Telefon geschäftlich"_s, numbers),
                     column(u"Telefon (privat)"_s, numbers), column(u"Company phone"_s, numbers) },
                   contact());
    QCOMPARE(fields, (QStringList { u"OtherPhone"_s, u"Phone"_s, u"HomePhone"_s, {} }));
}

void TestMappingSuggest::keepsAddressesApart()
{
    const auto fields
        = fieldsOf({ column(u"Billing Street"_s), column(u"Billing City"_s), column(u"Shipping Street"_s),
                     column(u"Shipping City"_s), column(u"Shipping First Name"_s) },
                   contact());
    QCOMPARE(fields,
             (QStringList { u"MailingStreet"_s, u"MailingCity"_s, u"OtherStreet"_s, u"OtherCity"_s, {} }));
}

void TestMappingSuggest::readsNameBesideOthers()
{
    const QStringList last { u"Müller"_s, u"Weiß"_s };
    const QStringList whole { u"Anna Müller"_s, u"Jo Weiß"_s };
    QCOMPARE(fieldsOf({ column(u"Name"_s, last), column(u"Vorname"_s) }, contact()),
             (QStringList { u"LastName"_s, u"FirstName"_s }));
    QCOMPARE(fieldsOf({ column(u"nome"_s), column(u"cognome"_s) }, contact()),
             (QStringList { u"FirstName"_s, u"LastName"_s }));
    QCOMPARE(fieldsOf({ column(u"Name"_s, whole) }, contact()), QStringList { QString() });
    QCOMPARE(fieldsOf({ column(u"Name"_s, whole), column(u"First name"_s) }, contact()),
             (QStringList { {}, u"FirstName"_s }));
}

void TestMappingSuggest::valuesOverruleNames()
{
    QCOMPARE(fieldsOf({ column(u"Title"_s, { u"Mr."_s, u"Ms."_s }) }, contact()),
             QStringList { u"Salutation"_s });
    QCOMPARE(fieldsOf({ column(u"Title"_s, { u"CTO"_s, u"Owner"_s }) }, contact()),
             QStringList { u"Title"_s });
    QCOMPARE(fieldsOf({ column(u"Email"_s, { u"yes"_s, u"no"_s }) }, contact()), QStringList { QString() });
    QCOMPARE(fieldsOf({ column(u"Birthdate"_s, { u"March"_s }) }, contact()), QStringList { QString() });
    QCOMPARE(fieldsOf({ column(u"State"_s, { u"active"_s, u"cancelled"_s }) }, contact()),
             QStringList { QString() });
}

void TestMappingSuggest::turnsConsentRoundButNeverCrossesIt()
{
    Schema schema = contact();
    const QStringList words { u"yes"_s, u"no"_s };
    QCOMPARE(fieldsOf({ column(u"Opt-in"_s, words) }, schema), QStringList { u"Marketing_Consent__c"_s });
    QCOMPARE(fieldsOf({ column(u"Unsubscribed"_s, words) }, schema), QStringList { u"HasOptedOutOfEmail"_s });
    std::erase_if(schema.fields, [](const Field &field) { return field.name == u"Marketing_Consent__c"; });
    const Mapping mapping = suggestMapping({ column(u"Email opt in"_s, words) }, schema, Operation::Insert);
    QCOMPARE(mapping.columns[0].field, u"HasOptedOutOfEmail"_s);
    QCOMPARE(mapping.columns[0].because, Because::Opposite);
    QVERIFY(mapping.columns[0].treatment.turned);
    for (const QString &other : { u"Fax opt-out"_s, u"SMS opt-in"_s, u"Privacy policy accepted"_s,
                                  u"Opt-in date"_s, u"Unsubscribed reason"_s, u"Post opt-out"_s }) {
        const Mapping crossed = suggestMapping({ column(other, words) }, schema, Operation::Insert);
        QVERIFY2(crossed.columns[0].field != u"HasOptedOutOfEmail", qPrintable(other));
        QVERIFY2(crossed.columns[0].suggestion != u"HasOptedOutOfEmail", qPrintable(other));
    }
    // What cannot be turned round must say the same.
    std::ranges::find(schema.fields, u"HasOptedOutOfEmail"_s, &Field::name)->type = FieldType::Text;
    QCOMPARE(fieldsOf({ column(u"Email opt in"_s, words) }, schema), QStringList { QString() });
}

void TestMappingSuggest::sendsCodesToTheCodeField()
{
    const Schema schema = testing::schemaFromDescribe(
        QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json"));
    QCOMPARE(fieldsOf({ column(u"Land"_s, { u"DE"_s, u"FR"_s, u"UK"_s }) }, schema),
             QStringList { u"MailingCountryCode"_s });
    QCOMPARE(fieldsOf({ column(u"Land"_s, { u"Deutschland"_s }) }, schema),
             QStringList { u"MailingCountry"_s });
    QCOMPARE(
        fieldsOf({ column(u"Country"_s, { u"Germany"_s }), column(u"Country Code"_s, { u"DE"_s }) }, schema),
        (QStringList { u"MailingCountry"_s, u"MailingCountryCode"_s }));
}

void TestMappingSuggest::saysWhy()
{
    const Mapping mapping = suggestMapping({ column(u"LastName"_s), column(u"Mailing City"_s),
                                             column(u"Vorname"_s), column(u"Departmant"_s), column(u"X"_s) },
                                           contact(), Operation::Insert);
    QCOMPARE(mapping.columns[0].because, Because::SameName);
    QCOMPARE(mapping.columns[1].because, Because::SameName);
    QCOMPARE(mapping.columns[2].because, Because::Synonym);
    QCOMPARE(mapping.columns[3].because, Because::Similar);
    QCOMPARE(mapping.columns[4].because, Because::Nothing);
    QCOMPARE(mapping.mapped(), 4);
    QCOMPARE(mapping.columnOf(u"FirstName"), 2);
    QCOMPARE(mapping.columnOf(u""), -1);
    QVERIFY(!becauseText(Because::Similar).isEmpty());
}

void TestMappingSuggest::offersBelowTheThreshold()
{
    const Mapping mapping
        = suggestMapping({ column(u"Badge No. of Event"_s, { u"A7"_s }) }, contact(), Operation::Insert);
    QCOMPARE(mapping.columns[0].field, QString());
    QCOMPARE(mapping.columns[0].suggestion, u"Badge_Number__c"_s);
}

void TestMappingSuggest::guessesForOneColumn()
{
    const auto guesses
        = guessesFor(column(u"Telefon"_s, { u"+49 30 23125 100"_s }), contact(), Operation::Insert);
    QVERIFY(guesses.size() >= 2);
    QVERIFY(guesses.size() <= 5);
    QCOMPARE(guesses[0].field, u"Phone"_s);
    QVERIFY(guesses[0].confidence > guesses[1].confidence);
}

void TestMappingSuggest::decidesDateOrder_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<bool>("decided");
    QTest::newRow("ISO") << QStringList { u"1988-04-03"_s } << DateOrder::YearFirst << true;
    QTest::newRow("dots") << QStringList { u"03.04.1988"_s } << DateOrder::DayFirst << true;
    QTest::newRow("over twelve, first")
        << QStringList { u"03/04/1988"_s, u"31/12/1979"_s } << DateOrder::DayFirst << true;
    QTest::newRow("over twelve, second")
        << QStringList { u"03/04/1988"_s, u"12/31/1979"_s } << DateOrder::MonthFirst << true;
    QTest::newRow("open") << QStringList { u"03/04/1988"_s, u"05/05/1979"_s } << DateOrder::DayFirst << false;
    QTest::newRow("at odds") << QStringList { u"31/12/1988"_s, u"12/31/1988"_s } << DateOrder::DayFirst
                             << false;
    QTest::newRow("no dates") << QStringList { u"12345"_s, u"x"_s } << DateOrder::NotADate << false;
    QTest::newRow("a word among them")
        << QStringList { u"unknown"_s, u"31.12.1988"_s } << DateOrder::DayFirst << true;
}

void TestMappingSuggest::decidesDateOrder()
{
    QFETCH(QStringList, values);
    bool decided = false;
    QTEST(dateOrderOf(values, &decided), "order");
    QTEST(decided, "decided");
}

void TestMappingSuggest::decidesDecimalSign()
{
    QCOMPARE(decimalSignOf({ u"1.234"_s, u"1.200,50"_s }), DecimalSign::Comma);
    QCOMPARE(decimalSignOf({ u"1,234"_s, u"1,234,567"_s }), DecimalSign::Point);
    QCOMPARE(decimalSignOf({ u"12.5"_s }), DecimalSign::Point);
    QCOMPARE(decimalSignOf({ u"1.234"_s, u"17"_s }), DecimalSign::Undecided);
    QCOMPARE(decimalSignOf({ u"1,5"_s, u"1.5"_s }), DecimalSign::Undecided);
}

void TestMappingSuggest::mapsTheSampleWithoutHelp()
{
    const auto columns = looksOf(QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv"));
    const QJsonObject truth
        = jsonOf(QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.truth.json"))[u"mapping"]
              .toObject();
    QCOMPARE(columns.size(), static_cast<std::size_t>(truth.size()));
    const Schema schema = testing::schemaFromDescribe(
        QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json"));
    const Mapping mapping = suggestMapping(columns, schema, Operation::Insert);
    for (const ColumnMapping &mapped : mapping.columns)
        QCOMPARE(qMakePair(mapped.column, mapped.field),
                 qMakePair(mapped.column, truth[mapped.column].toString()));
    QCOMPARE(mapping.columns[11].treatment.dates.order, DateOrder::DayFirst);
}

void TestMappingSuggest::mapsKnownExports()
{
    const QDir truths(QStringLiteral(ROWLIFT_TEST_DATA "/mapping/truth"));
    int columns = 0;
    int required = 0;
    int found = 0;
    QStringList wrong;
    for (const QString &file : truths.entryList({ u"*.json"_s })) {
        const QString name = file.section(u'.', 0, 0);
        const QString object = file.section(u'.', 1, 1);
        const auto looks = looksOf(QStringLiteral(ROWLIFT_TEST_DATA "/mapping/cases/") + name + u".csv"_s);
        const Schema schema = testing::schemaFromDescribe(
            QStringLiteral(ROWLIFT_TEST_DATA "/mapping/targets/") + object + u".json"_s);
        const QJsonObject truth = jsonOf(truths.filePath(file));
        QCOMPARE(looks.size(), static_cast<std::size_t>(truth.size()));
        for (const ColumnMapping &mapped : suggestMapping(looks, schema, Operation::Insert).columns) {
            const QJsonValue right = truth[mapped.column];
            QStringList accepted { right.isObject() ? right[u"field"].toString() : right.toString() };
            for (const QJsonValue &other : right[u"alternatives"].toArray())
                accepted.append(other.toString());
            const bool needed = !accepted.contains(QString());
            const bool good = accepted.contains(mapped.field);
            ++columns;
            required += needed;
            found += needed && good;
            if (!mapped.field.isEmpty() && !good)
                wrong.append(u"%1: %2 → %3"_s.arg(file, mapped.column, mapped.field));
        }
    }
    QVERIFY(columns > 300);
    QVERIFY2(wrong.size() * 100 < columns * 3, qUtf8Printable(wrong.join(u'\n')));
    QVERIFY2(found * 4 > required * 3, qUtf8Printable(u"%1 of %2"_s.arg(found).arg(required)));
}

QTEST_GUILESS_MAIN(TestMappingSuggest)
#include "test_mapping_suggest.moc"
